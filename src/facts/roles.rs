//! Roles: a function, office, job or standing that the text states of a named person.
//!
//! Arguments: `person`; `role`, the words of the role without where it is held; `organisation`, an organisation or a place, where it is said.
//!
//! | rule | example |
//! |---|---|
//! | `role.title` | `le vice-président américain Paul Morel`, `les députés LR Anne Petit et Luc Roux` |
//! | `role.titleComma` | `Le préfet, Paul Morel, …`; at the head of a sentence `Présidente de la région, Anne Petit …` |
//! | `role.apposition` | `Anne Petit, 45 ans, ancienne maire de Nantes et députée` |
//! | `role.bracket` | `Anne Petit (présidente de la région)` |
//! | `role.example` | `des humoristes comme Anne Petit et Luc Roux`, `trois députés ont voté contre : A, B et C` |
//! | `role.copula` | `Anne Petit est maire de Nantes`, `a été élue présidente du parti`, `Elle était juge` |
//! | `role.fronted` | `Conseillère de quartier, elle a voté contre.` |
//! | `role.incumbent` | `Le président américain a répondu`: see [`super::role_incumbents`] |
//! | `role.reference` | `Le magistrat a précisé …`: see [`super::role_references`] |
//! | `role.head` | `Anne Petit, à la tête de la CFDT`, `qui préside la CFDT` |
//!
//! Those that verbs tell, `role.copula` and `role.head`, [`super::role_verbs`] reads, those of lists [`super::role_lists`].
//!
//! A verb that puts someone into an office also states an appointment: `person`, `office` (`appointment.verb`), with its date; the party of an office that is
//! held elsewhere (`maire PS de Brest`) a membership: `member`, `group` (`membership.role`).

use super::pronouns::Pronouns;
use super::role_lists::counts;
use super::role_phrase::{self, Determiner, Held, LONGEST, RolePhrase};
use super::role_words::{
    goes_on, is_adjective, is_appointed, is_aside, is_closer, is_opener, is_organisation_noun, is_participle,
    opens_tail,
};
use super::scene::Scene;
use super::{Argument, Fact, FactKind};
use crate::lexicon::demonyms;
use crate::lexicon::speech;
use crate::lexicon::titles::{self, TitleClass};
use crate::links::Gender;
use crate::mentions::Kind;
use crate::text::is_one_of;
use crate::text::{Span, TokenRange};
use crate::tokens::TokenKind;

/// Someone as named at one place, by name or by a pronoun that is resolved.
#[derive(Clone, Copy)]
pub(super) struct Person {
    pub(super) tokens: TokenRange,
    pub(super) span: Span,
    pub(super) entity: Option<usize>,
}

/// Every role that a rule finds, in no order; a role may be found more than once.
pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<Fact> {
    let mut roles = Vec::new();
    for (index, name) in scene.mentions.list().iter().enumerate().filter(|(_, m)| m.kind == Kind::Person) {
        if !scene.is_noise(name.tokens.first()) {
            let person = Person { tokens: name.tokens, span: name.span, entity: scene.links.entity_of(index) };
            let mut reader = Reader { scene, person, roles: &mut roles };
            reader.before();
            reader.after();
            reader.copula();
            reader.head();
        }
    }
    // Where a sentence starts a few signs may stand before its first word.
    let starts = scene.tokens.sentences().iter().flat_map(|s| s.tokens.range().take(5));
    let mut spots: Vec<usize> = starts.filter(|&i| scene.tokens.is_sentence_start(i)).collect();
    spots.extend(scene.links.references().iter().map(|&(token, _)| token));
    spots.sort_unstable();
    spots.dedup();
    for token in spots.into_iter().filter(|&i| !scene.is_noise(i)) {
        if scene.tokens.is_sentence_start(token) {
            fronted(scene, token, &mut roles);
        }
        let entity = scene.links.antecedent(token);
        let Some(entity) = entity.filter(|&e| scene.links.entities()[e].kind == Kind::Person) else { continue };
        // `Il était curé de la paroisse.`, `celui qui fut curé`
        let mut tokens = TokenRange::new(token, token + 1);
        let is_pronoun = scene.is_one_of(token, "il elle celui celle");
        // `dont il fut le conseiller`; `celui qui fut` is someone else than the subject of the sentence.
        let of_another = token > 0 && scene.is(token - 1, "dont")
            || scene.word(token).starts_with("cel") && is_spoken_of(scene, token, entity);
        if of_another {
            continue;
        }
        if !is_pronoun {
            // `Cet éleveur, maire de son village, …`
            let sentence = scene.tokens.sentence_range(token);
            let phrase = role_phrase::around(scene, token, sentence.first(), sentence.last_end());
            let Some(phrase) = phrase.filter(|p| p.determiner == Determiner::Definite) else { continue };
            tokens = TokenRange::new(phrase.start, phrase.end);
        }
        let person = Person { tokens, span: scene.tokens.span(tokens), entity: Some(entity) };
        let mut reader = Reader { scene, person, roles: &mut roles };
        // `La présidente de la CPME (représentant des PME)`: what stands in the bracket is said of the name before it.
        if !is_pronoun && (!scene.is(tokens.last_end(), "(") || scene.name_at(tokens.last_end() - 1).is_none()) {
            reader.after();
        }
        let known = reader.roles.len();
        reader.copula();
        let is_sure = || !scene.is_one_of(token, "il elle") || Pronouns::new(scene).meant(token).is_some();
        if roles.len() > known && !is_sure() {
            roles[known..].iter_mut().for_each(|role| role.score = role.score.min(DOUBTFUL));
        }
    }
    roles
}

/// How sure a role is whose words do not say all of it: half of those that readers struck.
const VAGUE: f32 = 0.7;

/// How sure a role is when the pronoun that has it may mean somebody else: of 50 such roles of the press archive 16 were another's.
const DOUBTFUL: f32 = 0.6;

/// Whether other words of the sentence of token `token` than itself speak of `entity`.
fn is_spoken_of(scene: &Scene<'_, '_>, token: usize, entity: usize) -> bool {
    /// How far around they are looked for, in tokens.
    const FARTHEST: usize = 60;
    let sentence = scene.tokens.sentence_range(token);
    let near = sentence.first().max(token.saturating_sub(FARTHEST))..sentence.last_end().min(token + FARTHEST);
    near.into_iter().any(|i| {
        let named = scene.mentions.at_token(i).and_then(|m| scene.links.entity_of(m));
        i != token && (named == Some(entity) || scene.links.antecedent(i) == Some(entity))
    })
}

/// `Conseillère de quartier, elle a …`, `Éleveur à Brest, cet élu a …`: a bare role at the head of the sentence is that of its subject.
fn fronted(scene: &Scene<'_, '_>, first: usize, roles: &mut Vec<Fact>) {
    let end = scene.tokens.sentence_range(first).last_end();
    let phrase = role_phrase::read(scene, first, end).filter(|p| p.determiner == Determiner::None && !p.plural);
    let Some(phrase) = phrase.filter(|p| scene.is(p.end, ",")) else { return };
    let subject = phrase.end + 1;
    let noun = if scene.is_one_of(subject, "il elle") { subject } else { subject + 1 };
    let definite = scene.is_one_of(subject, "il elle le la l' ce cet cette");
    if let Some(entity) = scene.links.antecedent(noun).filter(|_| definite && noun < end)
        && scene.links.entities()[entity].kind == Kind::Person
    {
        let tokens = TokenRange::new(subject, noun + 1);
        let person = Person { tokens, span: scene.tokens.span(tokens), entity: Some(entity) };
        Reader { scene, person, roles }.tell(&phrase, &[person], "role.fronted", 0.75);
    }
}

/// One person's name and what stands around it.
pub(super) struct Reader<'s, 'a, 't> {
    pub(super) scene: &'s Scene<'a, 't>,
    pub(super) person: Person,
    pub(super) roles: &'s mut Vec<Fact>,
}

impl<'a> Reader<'_, 'a, '_> {
    pub(super) fn word(&self, index: usize) -> &'a str {
        self.scene.word(index)
    }

    pub(super) fn is(&self, index: usize, word: &str) -> bool {
        self.scene.is(index, word)
    }

    pub(super) fn is_one_of(&self, index: usize, list: &str) -> bool {
        self.scene.is_one_of(index, list)
    }

    /// Tells the role of `people` as `phrase` says it.
    pub(super) fn tell(&mut self, phrase: &RolePhrase, people: &[Person], by: &'static str, score: f32) {
        let held = self.held(phrase);
        // `son président`, `son homologue`: nobody says of what.
        let score =
            if phrase.determiner == Determiner::Possessive && held == [None] || self.is(phrase.noun, "homologue") {
                score.min(VAGUE)
            } else {
                score
            };
        // `les députés Anne Petit (PS) et Luc Roux (LR)`: each sits for their own party, or for the one that stands behind the last.
        let bracketed: Vec<_> = match phrase.held.is_empty() && people.len() > 1 && self.is_seat(phrase) {
            true => people.iter().map(|p| self.party_in(p.tokens.last_end())).collect(),
            false => Vec::new(),
        };
        let shared = bracketed.last().copied().flatten().filter(|_| bracketed.iter().flatten().count() == 1);
        let named = self.scene.mentions.within(TokenRange::new(phrase.start, phrase.end));
        let named: Vec<_> = named.filter_map(|m| self.scene.links.entity_of(m)).collect();
        // Nobody is the adviser of themselves: then the pronoun means someone else.
        let other = |p: &&Person| !p.entity.is_some_and(|e| named.contains(&e));
        for (nth, person) in people.iter().enumerate().filter(|(_, p)| other(p)) {
            match bracketed.get(nth) {
                Some(own) => {
                    let alone = !self.is(person.tokens.last_end(), "(");
                    self.tell_words(phrase.role, own.or(shared.filter(|_| alone)), *person, by, score);
                }
                None => held.iter().for_each(|held| self.tell_words(phrase.role, *held, *person, by, score)),
            }
            if let Some(party) = self.party(phrase) {
                self.join(party, *person, score);
            }
        }
    }

    /// Tells that the person is a member of `party`.
    fn join(&mut self, party: Held, person: Person, score: f32) {
        let arguments = vec![
            Argument { name: "member", span: person.span, entity: person.entity },
            Argument { name: "group", span: party.span, entity: party.entity },
        ];
        self.roles.push(Fact::asserted(FactKind::Membership, arguments, "membership.role", score));
    }

    pub(super) fn tell_words(
        &mut self,
        role: TokenRange,
        held: Option<Held>,
        person: Person,
        by: &'static str,
        score: f32,
    ) {
        let mut arguments = vec![
            Argument { name: "person", span: person.span, entity: person.entity },
            Argument { name: "role", span: self.scene.tokens.span(role), entity: None },
        ];
        arguments.extend(held.map(|h| Argument { name: "organisation", span: h.span, entity: h.entity }));
        self.roles.push(Fact::asserted(FactKind::Role, arguments, by, score));
    }

    /// The role phrases that end with token `limit`, the leftmost first, their starts not before `first`.
    pub(super) fn phrases_until(&self, first: usize, limit: usize) -> Vec<RolePhrase> {
        let nearest = first.max(limit.saturating_sub(LONGEST));
        // No role goes on behind a verb, or with a clause; `l'équipe` is no verb here.
        let verb = |i: usize| self.scene.is_finite(i) && !self.is_one_of(i.wrapping_sub(1), "le la les l'");
        let ends = |i: usize| self.is_one_of(i, "; ? ! … qui que qu'") || verb(i);
        let nearest = (nearest..limit).rev().find(|&i| ends(i)).unwrap_or(nearest);
        let phrases = (nearest..limit).filter_map(|noun| role_phrase::around(self.scene, noun, first, limit));
        phrases.filter(|p| p.end == limit).collect()
    }

    /// Titles before the name.
    fn before(&mut self) {
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
        if self.scene.mentions.at_token(limit - 1).is_none()
            && classified.is_some_and(|i| is_organisation_noun(self.word(i)) || self.is(i, "famille"))
        {
            return;
        }
        let people = self.people_from(phrase.plural);
        if phrase.plural && people.len() < 2 {
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
        /// The longest tail, in tokens.
        const LONGEST_TAIL: usize = 8;
        let phrase = role_phrase::read(self.scene, first, limit)?;
        let tail = opens_tail(self.word(phrase.end)) && phrase.end + LONGEST_TAIL >= limit;
        let one = !(phrase.end..limit).any(|i| is_closer(self.word(i)));
        // `Réfugiée chez sa sœur`: what has happened to her.
        let held = phrase.class != TitleClass::Standing;
        (phrase.determiner == Determiner::None && tail && one && held).then_some(phrase)
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
        let of_another = considered
            || is_one_of(before, "conseil défense défenseur défenseure")
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

    /// One past the sentence of the name.
    pub(super) fn sentence_end(&self) -> usize {
        self.scene.tokens.sentence_range(self.person.tokens.first()).last_end()
    }

    /// Gives the role the words that go on behind the phrase, up to the sign that closes it; how sure it is then, of `score`.
    pub(super) fn complete(&self, phrase: &mut RolePhrase, end: usize, score: f32) -> f32 {
        let whole = phrase.whole(self.scene, end);
        phrase.role = whole.unwrap_or(phrase.role);
        if whole.is_some() { score } else { score.min(VAGUE) }
    }

    /// Appositions and brackets behind the name.
    fn after(&mut self) {
        /// The most segments between commas that are looked at.
        const MOST_SEGMENTS: usize = 5;
        /// The longest segment that is stepped over, in tokens.
        const LONGEST_ASIDE: usize = 20;
        let mut at = self.person.tokens.last_end();
        let end = self.sentence_end();
        // `Anne*, éleveuse`, `« Annie », éleveuse`, `Anne Petit 45 ans, éleveuse`
        let between_marks = self.scene.tokens.kind(at) == Some(TokenKind::Quote)
            && self.person.tokens.first().checked_sub(1).and_then(|open| self.scene.marks_end(open)) == Some(at + 1);
        at += usize::from(self.is(at, "*") || between_marks);
        at = self.age_end(at, end).unwrap_or(at);
        if let Some(close) = self.scene.bracket_end(at).filter(|&close| close <= end) {
            // `(le fondateur du mouvement, ndlr)`
            let note = close > at + 4 && self.is(close - 2, "ndlr");
            let last = if note { close - 3 } else { close - 1 };
            if let Some(mut phrase) = role_phrase::read(self.scene, self.skip_openers(at + 1, last), last) {
                let second = self.joined_behind(phrase.end, last, &phrase);
                let end = second.as_ref().map_or(phrase.end, |s| s.end);
                // `(directrice générale, région Nord)`; `(mis en examen)` is none.
                if (end == last || self.is(end, ",")) && !self.is(phrase.noun, "mis") {
                    let people = self.people_until(phrase.plural);
                    if let Some(second) = &second {
                        self.share(&mut phrase, second);
                    }
                    for phrase in std::iter::once(&phrase).chain(&second) {
                        self.tell(phrase, &people, "role.bracket", 0.85);
                    }
                }
            }
            at = close;
        }
        for segment in 0..MOST_SEGMENTS {
            if at >= end || !self.is_one_of(at, ", - – —") {
                return;
            }
            at = self.skip_openers(at + 1, end);
            // `Luc Roux, en tant que chef du service, …`
            let acts = self.is(at, "en") && self.is_one_of(at + 1, "tant qualité") && self.is_one_of(at + 2, "que de");
            at += if acts { 3 } else { 0 };
            // `Luc Roux, ex-FN et fondateur de …`
            if self.word(at).starts_with("ex-") {
                let joint = at + usize::from(self.scene.name_at(at).is_none() && self.scene.name_at(at + 1).is_some());
                at = if self.is(joint + 1, "et") { joint + 2 } else { at };
            }
            if let Some(age) = self.age_end(at, end) {
                at = age;
                if !self.is(at, "et") {
                    continue;
                }
                at += 1;
            }
            // `, élue présidente de la région en mai,`; `, élue socialiste de Brest,` is a noun.
            if is_appointed(self.word(at))
                && role_phrase::read(self.scene, at + 1, end).is_some_and(|p| p.determiner == Determiner::None)
                && demonyms::party([self.word(at + 1)]).is_none()
            {
                at += 1;
            }
            // `, à la tête de Novaline et créatrice de Télor`
            if self.is(at, "à") && self.is(at + 2, "tête") {
                let near = at + 3..end.min(at + 8);
                let name = near.into_iter().find_map(|i| self.scene.name_from(i)).map(|(_, m)| m.tokens.last_end());
                let Some(joint) = name.filter(|&i| self.is(i, "et")) else { return };
                at = joint + 1;
            }
            // `Anne Petit, Lyonnaise, architecte`
            let origin = self.scene.tokens.is_capitalised(at) && self.is(at + 1, ",");
            if origin && self.scene.mentions.at_token(at).is_none() && demonyms::place(self.word(at)).is_some() {
                at += 1;
                continue;
            }
            if is_aside(self.word(at)) {
                let Some(comma) = (at..end.min(at + LONGEST_ASIDE)).find(|&i| self.is(i, ",")) else { return };
                at = comma;
                continue;
            }
            let Some(next) = self.apposition(at, end, segment) else { return };
            at = next;
        }
    }

    /// Reads the apposition that begins at `at`, and the one joined to it by `et`; one past the last one.
    fn apposition(&mut self, at: usize, end: usize, segment: usize) -> Option<usize> {
        let phrase = role_phrase::read(self.scene, at, end)?;
        let close = self.tail_end(phrase.end, end);
        let bare = phrase.determiner == Determiner::None;
        // `…, le préfet Paul Morel`, `…, le préfet, Paul Morel`: another person's title.
        let next = if self.is(phrase.end, ",") { phrase.end + 1 } else { phrase.end };
        if self.scene.person_from(next).is_some() && (next == phrase.end || !bare) {
            return None;
        }
        // `…, le préfet et écrivain Paul Morel`
        let joined = (!bare && self.is(phrase.end, "et")).then(|| role_phrase::read(self.scene, phrase.end + 1, end));
        if joined.flatten().is_some_and(|p| self.scene.person_from(p.end).is_some() && p.determiner == Determiner::None)
        {
            return None;
        }
        // `élu socialiste` is a noun again.
        let beside = self.scene.tokens.list()[phrase.noun].span.end + 1;
        let partisan = phrase.held.first().is_some_and(|h| h.span.start <= beside);
        // `élue du Syndicat des journalistes`
        let seat = !phrase.held.is_empty()
            && self.is_one_of(phrase.noun, "élu élue associé associée")
            && self.is_one_of(phrase.noun + 1, "de du d' chez");
        let charge = self.word(phrase.noun).starts_with("charg");
        // `l'adjoint de la maire Anne Petit, chargé du budget`: he is.
        let entity = self.person.entity.map(|e| &self.scene.links.entities()[e]);
        let of_another = charge
            && entity.and_then(|e| e.gender).is_some_and(|gender| {
                (gender == Gender::Feminine) != self.word(phrase.noun).trim_end_matches('s').ends_with("ée")
            });
        let verbal = bare
            && phrase.role.first() == phrase.noun
            && is_participle(self.word(phrase.noun))
            && !(self.word(phrase.noun).starts_with("attaché") && self.is_one_of(phrase.noun + 1, "de d'"))
            && !partisan
            && !charge
            && !seat
            // `proche d'Anne Petit`, and not of retirement
            && !(self.is(phrase.noun, "proche") && self.scene.person_from(phrase.noun + 2).is_some());
        // `…, militante, juge « dommage » …`, `juge aussi que …`: a verb of saying.
        let says = bare
            && (self.scene.tokens.kind(phrase.end) == Some(TokenKind::Quote)
                || self.is_one_of(phrase.end, "que qu' aussi également le la les un une des"))
            && speech::readings(self.word(phrase.noun)).next().is_some();
        // `Anne Petit, une militante présente ce jour-là`: what goes on so says more of her.
        // `le gendarme blessé au bras`: a participle is no verb of another subject.
        let goes_on = segment == 0
            && (self.scene.is_past_participle(phrase.end)
                || phrase.determiner == Determiner::Indefinite && goes_on(self.word(phrase.end)))
            && !self.is_one_of(self.scene.person_start(self.person.tokens).wrapping_sub(1), "pour selon d'après");
        // `composée de la maire, du préfet`: more of the list.
        let governed = !bare && self.is_one_of(phrase.start, "de du des d' à au aux");
        if governed || !bare && close.is_none() && !goes_on || verbal || says || of_another {
            return None;
        }
        let people = self.people_until(phrase.plural);
        if phrase.plural && people.len() < 2 {
            return None;
        }
        let mut phrase = phrase;
        let second = self.joined_behind(close.unwrap_or(phrase.end), end, &phrase);
        if let Some(second) = &second {
            self.share(&mut phrase, second);
        }
        // `la maire, un cinéaste, des élus, …`: a list of guests.
        let next = close.filter(|&i| self.is(i, ",")).map_or("", |i| self.word(i + 1));
        if phrase.determiner == Determiner::Indefinite && (phrase.plural || is_one_of(next, "un une des")) {
            return None;
        }
        // Behind a first apposition an article begins the next clause more often than another apposition.
        let score = match (bare, segment) {
            (true, _) => 0.9,
            (false, 0) => 0.85,
            (false, _) => VAGUE,
        };
        let score = self.complete(&mut phrase, end, score);
        self.tell(&phrase, &people, "role.apposition", score);
        // `, devenue directrice de la banque,`
        if self.word(phrase.start - 1).starts_with("devenu") {
            self.become_holder(&phrase, phrase.start - 1);
        }
        let mut at = close.unwrap_or(phrase.end);
        at = self.scene.bracket_end(at).unwrap_or(at);
        if let Some(mut second) = second.or_else(|| self.joined_behind(at, end, &phrase)) {
            let score = self.complete(&mut second, end, 0.85);
            self.tell(&second, &people, "role.apposition", score);
            at = self.tail_end(second.end, end).unwrap_or(second.end);
        }
        Some(at)
    }

    /// The role that the `et` at `at` joins to `phrase`, with or without an article as that one is.
    pub(super) fn joined_behind(&self, at: usize, end: usize, phrase: &RolePhrase) -> Option<RolePhrase> {
        let from = (at < end && self.is_one_of(at, "et ou encore")).then(|| self.skip_openers(at + 1, end))?;
        role_phrase::read(self.scene, from, end).filter(|second| {
            (second.determiner == Determiner::None) == (phrase.determiner == Determiner::None)
                && second.determiner != Determiner::Definite
                && second.plural == phrase.plural
                && self.scene.person_from(second.end).is_none()
        })
    }

    /// Steps over adverbs that open an apposition (`alors`, `lui-même`).
    pub(super) fn skip_openers(&self, mut at: usize, end: usize) -> usize {
        while at < end && is_opener(self.word(at)) {
            at += 1;
        }
        if self.is(at, "par") && self.is(at + 1, "ailleurs") { at + 2 } else { at }
    }

    /// One past an age at `at` (`45 ans`, `âgé de 45 ans`).
    pub(super) fn age_end(&self, at: usize, end: usize) -> Option<usize> {
        let at = match self.word(at) {
            "âgé" | "âgée" if self.is(at + 1, "de") => at + 2,
            _ => at,
        };
        let is_age = self.scene.tokens.kind(at) == Some(TokenKind::Number) && self.is(at + 1, "ans");
        (is_age && at + 2 <= end).then_some(at + 2)
    }

    /// Where the apposition that ends before `at` is closed, `depuis 2019` and the like stepped over; `None` where the sentence goes on.
    fn tail_end(&self, at: usize, end: usize) -> Option<usize> {
        /// The longest tail, in tokens.
        const LONGEST_TAIL: usize = 8;
        if self.is_closed(at) {
            return Some(at);
        }
        // `un menuisier de 36 ans venu de Brest`, `un menuisier aujourd'hui âgé de 36 ans`
        let age = self.skip_openers(at, end) + usize::from(self.is_one_of(at, "de d'"));
        if let Some(age) = self.age_end(age, end) {
            return Some(age);
        }
        let tail =
            opens_tail(self.word(at)).then(|| (at + 1..(at + LONGEST_TAIL).min(end)).find(|&i| self.is_closed(i)));
        tail.flatten().filter(|&i| !self.is(i, "et"))
    }

    /// Whether a phrase may end before token `at`.
    fn is_closed(&self, at: usize) -> bool {
        is_closer(self.word(at))
            || self.scene.tokens.kind(at) == Some(TokenKind::Quote)
            || self.scene.tokens.sentence_range(at).first() == at
    }

    /// Whether token `at` begins its sentence, or a clause behind a sign that opens one. Behind a comma or a closing mark a bare noun may be a verb
    /// (`« … », juge Anne Petit`).
    fn is_clause_start(&self, at: usize, first: usize) -> bool {
        at == first || self.is_one_of(at - 1, ": - – — • ; ( « “") || self.scene.tokens.is_sentence_start(at)
    }
}
