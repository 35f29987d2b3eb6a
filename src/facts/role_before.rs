//! Titles before the name: `role.title` and `role.titleComma` (see [`super::roles`]).

use super::role_lists::counts;
use super::role_phrase::{self, Determiner, LONGEST, RolePhrase};
use super::role_words::{is_adjective, is_closer, is_organisation_noun, opens_tail};
use super::roles::{Person, Reader};
use crate::lexicon::demonyms;
use crate::lexicon::titles::{self, TitleClass};
use crate::text::TokenRange;
use crate::text::is_one_of;
use crate::tokens::TokenKind;

/// The longest words between a title and its comma that tell where, when or what for, in tokens.
const LONGEST_TAIL: usize = 8;

impl Reader<'_, '_, '_> {
    /// Titles before the name.
    pub(super) fn before(&mut self) {
        let anchor = self.scene.person_start(self.person.tokens);
        let first = self.scene.tokens.sentence_range(anchor).first();
        // `Le secrétaire général, l'Allemand Paul Morel, …`
        let from = anchor >= first + 3
            && self.is(anchor - 3, ",")
            && self.is_one_of(anchor - 2, "le la l'")
            && self.scene.mentions.at_token(anchor - 1).is_none()
            && self.scene.tokens.is_capitalised(anchor - 1)
            && demonyms::place(self.word(anchor - 1)).is_some();
        let anchor = if from { anchor - 2 } else { anchor };
        if anchor == first {
            return;
        }
        let comma = self.is(anchor - 1, ",");
        let mut limit = if comma { anchor - 1 } else { anchor };
        // `Le président des Républicains (LR) Paul Morel`: a bracket between title and name; or the title stands in it, as a reporter's insertion.
        let mut inserted = false;
        let mut party = None;
        if limit > first && self.is(limit - 1, ")") {
            let nearest = first.max(limit.saturating_sub(LONGEST));
            let Some(open) = (nearest..limit).rev().find(|&i| self.is(i, "(")) else { return };
            // `l'appel du procureur (…) Paul Morel restera`: words are left out.
            if (open + 1..limit - 1).all(|i| self.is_one_of(i, ". … ...")) {
                return;
            }
            inserted = role_phrase::read(self.scene, open + 1, limit - 1).is_some_and(|p| p.end == limit - 1);
            limit = if inserted { limit - 1 } else { open };
            // `la députée (PS) Anne Petit`
            party = if comma { None } else { self.party_in(open) };
        }
        // `la "gilet jaune" Anne Petit`
        let marked = self.is_marked(limit, first) && !(comma && self.is(limit - 2, "jaunes"));
        limit -= usize::from(marked);
        // The brother of a minister is none.
        if limit > first && titles::longest([self.word(limit - 1)]).is_some_and(|(_, t)| t.class == TitleClass::Kin) {
            return;
        }
        // `Luc Roux (députés), Anne Petit`: of the one before the bracket.
        if inserted && comma {
            return;
        }
        let mut phrases = self.phrases_until(first, limit);
        if comma && phrases.is_empty() {
            // `Présidente de la région depuis 2015, Anne Petit …`, `Lauréate du prix en 2008, …`
            let is_date = |i: usize| self.scene.tokens.kind(i) == Some(TokenKind::Number);
            let since = (first.max(limit.saturating_sub(4))..limit)
                .find(|&i| self.is(i, "depuis") || self.is(i, "en") && is_date(i + 1));
            phrases.extend(since.map(|i| self.phrases_until(first, i)).unwrap_or_default());
            phrases.extend(self.opening(first, limit).filter(|_| phrases.is_empty()));
            phrases.extend(self.tailed(first, limit).filter(|_| phrases.is_empty()));
        }
        // `un ancien "gilet jaune", Anne Petit`
        for phrase in phrases.iter_mut().filter(|p| marked && p.start > first + 1) {
            if self.scene.is_kept_before(phrase.start - 2) {
                phrase.role = TokenRange::new(phrase.start - 2, limit + 1);
            }
        }
        let Some(leftmost) = phrases.first() else { return self.example(anchor, first) };
        // `le directeur de cabinet du ministre Paul Morel`: the innermost title that agrees is the person's.
        // `le secrétaire d'État auprès du ministre Paul Morel` may be either's, and mostly is the first one's.
        let inner = |p: &&RolePhrase| {
            let beside = p.start > 0 && self.is(p.start - 1, "auprès");
            p.determiner != Determiner::None && !p.plural && !self.is(p.start, "des") && !beside
        };
        if comma {
            // `un porte-parole du préfet, Paul Morel`, `proches du préfet, Paul Morel`
            let of_named =
                leftmost.determiner == Determiner::Indefinite || self.word(leftmost.noun).starts_with("proche");
            // `un avocat du cardinal, Me Paul Morel`
            let of_named = of_named && !self.is_one_of(anchor, "me maître");
            let named = phrases[1..].iter().rev().find(inner).filter(|p| of_named && self.is(p.start, "du"));
            self.before_comma(named.unwrap_or(leftmost), first);
            return;
        }
        // `l'avocat de l'accusée Me Luc Roux`: no client is called so.
        let lawyer = |p: &&RolePhrase| self.word(p.noun).starts_with("avocat") || self.is(p.noun, "conseil");
        let defends = self.is_one_of(anchor, "me maître").then(|| phrases.iter().find(lawyer)).flatten();
        let phrase = defends.or_else(|| phrases[1..].iter().rev().find(inner)).unwrap_or(leftmost);
        let ranks = matches!(phrase.class, TitleClass::Military | TitleClass::Religious | TitleClass::Civil);
        let joined = phrase.start > first && self.is_one_of(phrase.start - 1, "et par avec comme pour");
        let opens = marked || self.is_clause_start(phrase.start, first);
        if phrase.determiner == Determiner::None && !opens && !ranks && !joined {
            return;
        }
        // `le patron du groupe Novaline`, `l'avocat de la famille Morel`: then it is not the person's, whatever the name looks like.
        let classified = (phrase.noun + 1..limit)
            .rev()
            .find(|&i| titles::longest([self.word(i)]).is_none() && !is_adjective(self.word(i)));
        // `le président du groupe socialiste Paul Morel`: of a body that a party has.
        let partisan = || demonyms::party([self.word(limit - 1)]).is_some();
        if self.scene.mentions.at_token(limit - 1).is_none()
            && !partisan()
            && classified.is_some_and(|i| is_organisation_noun(self.word(i)) || self.is(i, "famille"))
        {
            return;
        }
        let people = self.people_from(phrase.plural);
        if phrase.plural && people.len() < 2 {
            self.each(phrase);
            return;
        }
        let party = party.filter(|p| !phrase.plural && phrase.held.iter().all(|h| h.entity != p.entity));
        let seat = self.is_seat(phrase) && phrase.held.is_empty();
        let mut held = phrase.clone();
        held.held.extend(party.filter(|_| seat));
        self.tell(&held, &people, "role.title", 0.9);
        if let Some(party) = party.filter(|_| !seat) {
            self.join(party, self.person, 0.9);
        }
        self.joined_before(phrase, first, &people);
        // `le président du jury, l'écrivain Paul Morel`: a title before the title.
        let chained = (phrase.determiner != Determiner::None || ranks) && !inserted && phrase.start > first + 1;
        if chained && self.is(phrase.start - 1, ",") {
            let earlier = self
                .phrases_until(first, phrase.start - 1)
                .into_iter()
                .find(|p| p.determiner == Determiner::Definite && p.plural == phrase.plural);
            if let Some(earlier) = earlier.filter(|p| !self.is_another(p, first)) {
                self.tell(&earlier, &people, "role.titleComma", 0.8);
            }
        }
        if phrase.start > first + 1 && !phrase.plural {
            self.example(phrase.start, first);
        }
    }

    /// `Ancienne juge sous deux gouvernements, Anne Petit …`: the bare role that opens the sentence, where and when it was held behind it.
    fn opening(&self, first: usize, limit: usize) -> Option<RolePhrase> {
        let phrase = role_phrase::read(self.scene, first, limit)?;
        let tail = opens_tail(self.word(phrase.end)) && phrase.end + LONGEST_TAIL >= limit;
        let one = !(phrase.end..limit).any(|i| is_closer(self.word(i)));
        // `Réfugiée chez sa sœur`: what has happened to her.
        let held = phrase.class != TitleClass::Standing;
        (phrase.determiner == Determiner::None && tail && one && held).then_some(phrase)
    }

    /// `Le chef de file des Verts pour les élections régionales, Paul Morel, …`: the title, what it is for behind it, up to the comma at `limit`.
    fn tailed(&self, first: usize, limit: usize) -> Option<RolePhrase> {
        let article = |i: usize| self.is_one_of(i, "la le les l'");
        let opens = |i: usize| {
            self.is_one_of(i, "pour dans") && article(i + 1)
                || self.is(i, "au") && self.is(i + 1, "sein")
                || self.is(i, "auprès")
        };
        let bare =
            |i: usize| !is_closer(self.word(i)) && !self.scene.is_finite(i) && self.scene.person_from(i).is_none();
        let tail =
            (limit.saturating_sub(LONGEST_TAIL).max(first)..limit).find(|&i| opens(i) && (i..limit).all(bare))?;
        let closed = self.is_closed(self.person.tokens.last_end());
        let phrase = self.phrases_until(first, tail).into_iter().next()?;
        (closed && phrase.determiner == Determiner::Definite && !phrase.plural).then_some(phrase)
    }

    /// Whether the person behind `phrase` is the subject of what the sentence says by someone else: `Selon l'avocat, Paul Morel est …`, `Aux yeux du maire, Paul
    /// Morel, ancien élu, est …`.
    fn is_another(&self, phrase: &RolePhrase, first: usize) -> bool {
        /// The longest insertion behind the name, in tokens.
        const LONGEST: usize = 8;
        let behind = self.person.tokens.last_end();
        let comma = (behind + 1..behind + LONGEST).find(|&i| self.is(i, ",")).filter(|_| self.is(behind, ","));
        let verb = comma.map_or(behind, |i| i + 1);
        phrase.start <= first + 2
            && self.is_one_of(first, "selon pour d' aux")
            && self.scene.is_finite(verb)
            && !(behind..verb).any(|i| self.scene.is_finite(i))
    }

    /// `Le préfet, Paul Morel, …`: between commas, or bare at the head of the sentence.
    fn before_comma(&mut self, phrase: &RolePhrase, first: usize) {
        // `A – députée, B – maire`: of the one before the dash.
        let dash = phrase.start.checked_sub(2).filter(|&i| i >= first && self.is_one_of(i + 1, "- – —"));
        // `La femme du rocker, Anne Petit`, `le conseil de l'accusé, Me Anne Petit`: someone else than he.
        let before = phrase.start.checked_sub(1).filter(|&i| i >= first).map_or("", |i| self.word(i));
        let considered = before == "comme" && self.word(phrase.start.wrapping_sub(2)).starts_with("considéré");
        // `dans le cadre de l'opération « Mer calme », Anne Petit`
        let of_another = considered
            || is_one_of(before, "dans conseil défense défenseur défenseure")
            || titles::longest([before]).is_some_and(|(_, t)| t.class == TitleClass::Kin);
        if of_another || dash.is_some_and(|i| self.scene.name_at(i).is_some()) {
            return;
        }
        let people = self.people_from(phrase.plural);
        let joined = self.before_joint(phrase, first).map(|p| p.determiner);
        let counted = || (phrase.start..phrase.noun).any(|i| counts(self.word(i)) == Some(people.len()));
        let told = if joined.unwrap_or(phrase.determiner) == Determiner::None {
            // `En tant que présidente de la région, Anne Petit …`
            let acts = phrase.start == first + 3 && self.is(first, "en") && self.is(first + 1, "tant");
            // `deux élus du parti, Anne Petit et Luc Roux`
            acts || joined.is_some() || self.is_clause_start(phrase.start, first) || phrase.plural && counted()
        } else {
            // `Le préfet, Paul Morel a répondu`: behind a title that opens the clause the second comma is often left out.
            let opens = self.is_one_of(phrase.start, "le la l'") && (phrase.start == first || before == ",");
            // `le secrétaire général, Paul Morel, …`, `le secrétaire général, Paul Morel sur son site`: no subject of another clause.
            let behind = self.person.tokens.last_end();
            opens || self.is_closed(behind) || opens_tail(self.word(behind)) || people.len() > 1
        };
        // `le mouvement des gilets jaunes, Anne Petit et Luc Roux`
        let told = told && (!self.is(phrase.noun, "gilets") || counted());
        if told && phrase.plural == (people.len() > 1) && !self.is_another(phrase, first) {
            self.tell(phrase, &people, "role.titleComma", 0.85);
            self.joined_before(phrase, first, &people);
        }
    }

    /// The title with an article before the bare one that `et` joins to it, `le chanteur et acteur`, or bare at the head of the sentence.
    fn before_joint(&self, phrase: &RolePhrase, first: usize) -> Option<RolePhrase> {
        let joint = phrase.start.checked_sub(1).filter(|&i| i > first && self.is(i, "et"))?;
        let bare = phrase.determiner == Determiner::None;
        let earlier = bare.then(|| self.phrases_until(first, joint).into_iter().next()).flatten()?;
        let begins = earlier.determiner != Determiner::None || earlier.start == first;
        (begins && earlier.plural == phrase.plural).then_some(earlier)
    }

    /// Tells the title that `et` joins to the one right before the name.
    fn joined_before(&mut self, phrase: &RolePhrase, first: usize, people: &[Person]) {
        if let Some(mut earlier) = self.before_joint(phrase, first) {
            self.share(&mut earlier, phrase);
            self.tell(&earlier, people, "role.title", 0.85);
        }
    }
}
