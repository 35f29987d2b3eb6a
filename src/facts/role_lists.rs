//! Lists of people, and the roles that a plural tells of them: `role.example` (see [`super::roles`]).

use super::role_phrase::{self, Determiner, Held, RolePhrase};
use super::roles::{Person, Reader};
use crate::lexicon::demonyms::{self, Origin};
use crate::mentions::Kind;
use crate::text::{TokenRange, ends_like};
use crate::tokens::TokenKind;

/// The most people that one title is spread over.
pub(super) const MOST_PEOPLE: usize = 8;

impl Reader<'_, '_, '_> {
    /// `des humoristes comme Anne Petit et Luc Roux`, `trois députés, dont Luc Roux`: the list begins at `anchor`, titles before its names included.
    pub(super) fn example(&mut self, anchor: usize, first: usize) {
        if !self.is_one_of(anchor - 1, "comme dont nommément que qu' ( : – — ,") {
            return;
        }
        let people = self.listed(true, true);
        let mut counted = false;
        let mut limit = match self.word(anchor - 1) {
            "comme" | "dont" | "nommément" => anchor - 1,
            "que" | "qu'" if anchor > first + 1 && self.is_one_of(anchor - 2, "tels telles") => anchor - 2,
            // `deux élus (Anne Petit et Luc Roux)`, `trois élus : A, B et C`
            "(" | ":" | "–" | "—" if people.len() > 1 => anchor - 1,
            // `deux élus, la maire Anne Petit et le député Luc Roux`: as many as were counted; others would be more guests.
            "," if people.len() > 1 => {
                counted = true;
                anchor - 1
            }
            _ => return,
        };
        if limit > first && self.is(limit - 1, ",") {
            limit -= 1;
        }
        limit -= usize::from(self.is_marked(limit, first));
        let is_count = |p: &RolePhrase| (p.start..p.noun).any(|i| counts(self.word(i)) == Some(people.len()));
        // `une élue comme Anne Petit` is one, too.
        let one = |p: &RolePhrase| p.determiner == Determiner::Indefinite && self.is(anchor - 1, "comme");
        let phrase =
            self.phrases_until(first, limit).into_iter().find(|p| (p.plural || one(p)) && (!counted || is_count(p)));
        let phrase = phrase.or_else(|| self.announced(anchor, first, people.len()));
        // `des films internationaux (Anne Petit, Luc Roux)`: an adjective of the noun before it.
        let adjective = |p: &RolePhrase| {
            p.determiner == Determiner::None
                && p.start > first
                && ends_like(self.word(p.noun), &["aux", "istes", "trices"])
                && ends_like(self.word(p.start - 1), &["rs", "es", "ns"])
                && !self
                    .is_one_of(p.start - 1, "les des ces ses leurs dans sans proches divers plusieurs jeunes autres")
        };
        // `la colère envers les journalistes : A et B en sont responsables`: whom the words before speak against.
        let against = |p: &RolePhrase| p.start > first && self.is_one_of(p.start - 1, "envers contre");
        let phrase =
            phrase.filter(|p| !adjective(p) && !against(p) && (!self.is(p.noun, "gilets") || !self.is(p.start, "des")));
        if let Some(phrase) = phrase {
            self.tell(&phrase, &people, "role.example", 0.8);
        }
    }

    /// Whether `"gilet jaune"` stands before token `limit`, between the marks that newspapers put around it. `le mouvement des "gilets jaunes"` is not of people.
    pub(super) fn is_marked(&self, limit: usize, first: usize) -> bool {
        let marks = limit > first + 4 && self.scene.tokens.kind(limit - 1) == Some(TokenKind::Quote);
        let plural = marks && self.is(limit - 2, "jaunes");
        marks && self.word(limit - 2).starts_with("jaune") && (!plural || !self.is(limit - 5, "des"))
    }

    /// `Trois députés ont voté contre : A, B et C`: as many as the list behind the colon names; `Parmi les élus présents : A et B`.
    fn announced(&self, anchor: usize, first: usize, people: usize) -> Option<RolePhrase> {
        /// How far before the colon they stand, in tokens.
        const FARTHEST: usize = 40;
        if !self.is(anchor - 1, ":") {
            return None;
        }
        if self.is(first, "parmi") {
            return role_phrase::read(self.scene, first + 1, anchor).filter(|p| p.plural);
        }
        let mut near = first.max(anchor.saturating_sub(FARTHEST))..anchor;
        let count = near.find(|&i| counts(self.word(i)) == Some(people))?;
        let noun = (count + 1..anchor).take(3);
        noun.into_iter().find_map(|i| role_phrase::around(self.scene, i, count, anchor)).filter(|p| p.plural)
    }

    /// `fondatrice et présidente de Novaline`: what heads or makes something shares the complement of the role behind it.
    pub(super) fn share(&self, phrase: &mut RolePhrase, behind: &RolePhrase) {
        let shares = [
            "fondat",
            "cofondat",
            "co-fondat",
            "créat",
            "propriétaire",
            "directeur",
            "directrice",
            "président",
            "patron",
            "gérant",
            "dirigeant",
            "pdg",
        ];
        let noun = self.word(phrase.noun);
        if phrase.held.is_empty() && phrase.end == phrase.noun + 1 && shares.iter().any(|s| noun.starts_with(s)) {
            phrase.held.clone_from(&behind.held);
        }
    }

    /// The person, and where `several`, the others of the list that the name begins: `A`, `A et B`, `A, B et C`, brackets stepped over.
    pub(super) fn people_from(&self, several: bool) -> Vec<Person> {
        self.listed(several, false)
    }

    /// The same; where `titled`, a title may stand before each name: `A, la députée B et le maire C`.
    fn listed(&self, several: bool, titled: bool) -> Vec<Person> {
        let mut people = vec![self.person];
        let mut at = self.person.tokens.last_end();
        let mut joined = false;
        while several && people.len() < MOST_PEOPLE {
            at = self.scene.bracket_end(at).unwrap_or(at);
            // `A, 58 ans, et B, 59 ans`
            if self.is(at, ",") {
                let age = self.skip_openers(at + 1, self.scene.tokens.len());
                at = self.age_end(age, self.scene.tokens.len()).unwrap_or(at);
            }
            // `les élus A et B, C et D`: behind the `et` of the list another one goes on.
            if !self.is_one_of(at, ", et ou") || joined && self.is(at, ",") {
                break;
            }
            joined = !self.is(at, ",");
            let next = at + 1 + usize::from(self.is(at, ",") && self.is_one_of(at + 1, "et ou"));
            let title = || role_phrase::read(self.scene, next, self.sentence_end()).filter(|p| titled && !p.plural);
            let named = self.scene.person_from(next);
            let Some((mention, name)) = named.or_else(|| self.scene.person_from(title()?.end)) else { break };
            people.push(Person { tokens: name.tokens, span: name.span, entity: self.scene.links.entity_of(mention) });
            at = name.tokens.last_end();
        }
        people
    }

    /// `les présidents français Paul Morel et italien Luc Roux`: one noun in the plural, and an adjective of each in front of the name.
    pub(super) fn each(&mut self, phrase: &RolePhrase) {
        let at = |byte: u32| self.scene.tokens.at_byte(byte);
        let [own] = phrase.held[..] else { return };
        if at(own.span.start) + 1 != phrase.end
            || own.entity.is_some_and(|e| self.scene.links.entities()[e].kind != Kind::Place)
        {
            return;
        }
        let mut people = vec![(self.person, own)];
        let mut end = self.person.tokens.last_end();
        while self.is_one_of(end, ", et") && people.len() < MOST_PEOPLE {
            let Some(place) = demonyms::place(self.word(end + 1)).filter(|d| d.origin == Origin::Country) else {
                break;
            };
            let Some((mention, name)) = self.scene.person_from(end + 2) else { break };
            let entity = self.scene.entity_named(Kind::Place, place.of);
            let held = Held { span: self.scene.words(TokenRange::new(end + 1, end + 2)), entity };
            let entity = self.scene.links.entity_of(mention);
            people.push((Person { tokens: name.tokens, span: name.span, entity }, held));
            end = name.tokens.last_end();
        }
        if people.len() > 1 {
            // Each of them is `président`: the word without the sign of the plural.
            let mut role = self.scene.tokens.span(phrase.role);
            role.end -= u32::from(phrase.role.len() == 1 && self.word(phrase.noun).ends_with('s'));
            people.into_iter().for_each(|(person, held)| self.tell_span(role, Some(held), person, "role.title", 0.85));
        }
    }

    /// The person, and where `several`, the others of the list that the name ends.
    pub(super) fn people_until(&self, several: bool) -> Vec<Person> {
        let mut people = vec![self.person];
        let mut start = self.scene.person_start(self.person.tokens);
        while several && people.len() < MOST_PEOPLE && start > 1 && self.is_one_of(start - 1, ", et ou") {
            let name = self.scene.name_at(start - 2).filter(|(_, m)| m.kind == Kind::Person);
            let Some((mention, name)) = name else { break };
            people.push(Person { tokens: name.tokens, span: name.span, entity: self.scene.links.entity_of(mention) });
            start = self.scene.person_start(name.tokens);
        }
        people.reverse();
        people
    }
}

/// The small number that `word` says.
pub(super) fn counts(word: &str) -> Option<usize> {
    let known = ["deux", "trois", "quatre", "cinq", "six", "sept", "huit"].iter().position(|w| *w == word);
    known.map(|i| i + 2)
}
