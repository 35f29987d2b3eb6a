//! Where a role is held: the name or the adjective in its phrase, the party in the bracket behind the person, the organisation that a possessive speaks of (see
//! [`super::roles`]).

use super::membership;
use super::role_phrase::{Determiner, Held, RolePhrase};
use super::role_words::is_adjective;
use super::roles::Reader;
use super::subjects;
use crate::lexicon::demonyms;
use crate::mentions::Kind;

impl Reader<'_, '_, '_> {
    /// Where the role is held. Of several names the first says it; of someone elected both party and constituency are told.
    pub(super) fn held(&self, phrase: &RolePhrase) -> Vec<Option<Held>> {
        const ELECTED: [&str; 6] = ["député", "sénat", "élu", "eurodép", "conseill", "candidat"];
        let elected = ELECTED.iter().any(|e| self.word(phrase.noun).starts_with(e));
        match phrase.held.as_slice() {
            [] if self.is_seat(phrase) => vec![self.bracketed().or_else(|| self.owner(phrase))],
            [] => vec![self.owner(phrase)],
            // `présidente LR de la région`, `présidente socialiste de la région`
            [first, elsewhere, ..]
                if !elected
                    && (self.party(phrase).is_some() || self.is_partisan(first) && self.is_named(elsewhere)) =>
            {
                vec![Some(*elsewhere)]
            }
            // `directrice de Google et d'Amazon`
            [first, second]
                if [first, second].iter().all(|h| self.is_named(h))
                    && self.is_one_of(self.scene.tokens.at_byte(second.span.start).saturating_sub(2), "et")
                    && self.is_one_of(self.scene.tokens.at_byte(second.span.start) - 1, "de d' du") =>
            {
                vec![Some(*first), Some(*second)]
            }
            list => list.iter().take(if elected { 2 } else { 1 }).copied().map(Some).collect(),
        }
    }

    /// Whether it is a name that says where a role is held, and no adjective.
    fn is_named(&self, held: &Held) -> bool {
        self.scene.mentions.at_token(self.scene.tokens.at_byte(held.span.start)).is_some()
    }

    /// Whether an adjective says of which party someone is.
    fn is_partisan(&self, held: &Held) -> bool {
        !self.is_named(held) && demonyms::party([self.word(self.scene.tokens.at_byte(held.span.start))]).is_some()
    }

    /// Whether who has the role sits for a party: `députée`, `sénateur`.
    pub(super) fn is_seat(&self, phrase: &RolePhrase) -> bool {
        let noun = self.word(phrase.noun);
        noun.starts_with("député") || noun.starts_with("sénat")
    }

    /// The party in the bracket behind the name: `le député Paul Morel (PS)` sits for it.
    fn bracketed(&self) -> Option<Held> {
        self.party_in(self.person.tokens.last_end())
    }

    /// The party in the bracket at `open`.
    pub(super) fn party_in(&self, open: usize) -> Option<Held> {
        let (mention, name) = self.scene.name_from(open + 1).filter(|_| self.is(open, "("))?;
        let party = membership::is_party(self.scene, name) && self.is_one_of(name.tokens.last_end(), ") , –");
        party.then(|| Held { span: name.span, entity: self.scene.links.entity_of(mention) })
    }

    /// The organisation that a possessive before the role speaks of: `la société et sa directrice, Anne Petit`; or `dont`: `la CFDT, dont la présidente, …`.
    fn owner(&self, phrase: &RolePhrase) -> Option<Held> {
        let token = phrase.start;
        let first = self.scene.tokens.sentence_range(token).first();
        if token > first + 1 && self.is(token - 1, "dont") {
            let end = token - 1 - usize::from(self.is(token - 2, ","));
            let (mention, name) = self.scene.name_at(end.checked_sub(1)?)?;
            let whole = name.kind == Kind::Organisation && name.tokens.last_end() == end;
            return whole.then(|| Held { span: name.span, entity: self.scene.links.entity_of(mention) });
        }
        let owner = (phrase.determiner == Determiner::Possessive).then(|| subjects::owner(self.scene, token, first));
        let owner = owner.flatten().filter(|o| o.kind == Kind::Organisation)?;
        Some(Held { span: self.scene.tokens.list()[token].span, entity: owner.entity })
    }

    /// The party that stands beside an office which is held elsewhere: `maire PS de Brest`. `députée PS du Nord` sits for it: that is her role there, as is
    /// that of a `chef du groupe PS à l'Assemblée`.
    pub(super) fn party(&self, phrase: &RolePhrase) -> Option<Held> {
        let seat =
            ["député", "sénat", "eurodéput", "conseill"].iter().any(|seat| self.word(phrase.noun).starts_with(seat));
        let [party, elsewhere, ..] = phrase.held.as_slice() else { return None };
        let name = self.scene.name_at(self.scene.tokens.at_byte(party.span.start));
        let is_party = name.is_some_and(|(_, m)| membership::is_party_or_union(self.scene, m));
        let beside = phrase.noun + 1..self.scene.tokens.at_byte(party.span.start);
        let beside = beside.into_iter().all(|i| self.is(i, "(") || is_adjective(self.word(i)));
        (is_party && beside && !seat && party.entity != elsewhere.entity).then_some(*party)
    }
}
