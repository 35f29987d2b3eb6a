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
//! Those before the name [`super::role_before`] reads, those that verbs tell, `role.copula` and `role.head`, [`super::role_verbs`], those of lists [`super::role_lists`].
//!
//! A verb that puts someone into an office also states an appointment: `person`, `office` (`appointment.verb`), with its date; the party of an office that is
//! held elsewhere (`maire PS de Brest`) a membership: `member`, `group` (`membership.role`).

use super::pronouns::Pronouns;
use super::role_phrase::{self, Determiner, Held, LONGEST, RolePhrase};
use super::role_words::{goes_on, is_appointed, is_aside, is_closer, is_opener, is_participle, opens_tail};
use super::scene::Scene;
use super::{Argument, Fact, FactKind};
use crate::lexicon::demonyms;
use crate::lexicon::speech;
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
    spots.extend(scene.links.references().iter().map(|r| r.token));
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
    pub(super) fn join(&mut self, party: Held, person: Person, score: f32) {
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
        self.tell_span(self.scene.tokens.span(role), held, person, by, score);
    }

    pub(super) fn tell_span(&mut self, role: Span, held: Option<Held>, person: Person, by: &'static str, score: f32) {
        let mut arguments = vec![
            Argument { name: "person", span: person.span, entity: person.entity },
            Argument { name: "role", span: role, entity: None },
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
                let tail = || opens_tail(self.word(end)) && phrase.determiner == Determiner::None;
                if (end == last || self.is(end, ",") || tail()) && !self.is(phrase.noun, "mis") {
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
        // `le premier film d'Anne Petit en tant que réalisatrice`
        // `reçu par Anne Petit en tant que maire`: whoever is received.
        let by = self.is(self.scene.person_start(self.person.tokens).wrapping_sub(1), "par");
        if self.is(at, "en") && self.is(at + 1, "tant") && self.is(at + 2, "que") && !by {
            self.apposition(at + 3, end, 0);
            return;
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
            && self.is_one_of(phrase.noun + 1, "de du d' chez au");
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
            && speech::readings(self.word(phrase.noun)).next().is_some()
            // `…, figure sur la liste`
            || bare && phrase.end == phrase.noun + 1
                && self.is(phrase.noun, "figure") && self.is_one_of(phrase.end, "aussi également dans sur parmi au à en");
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
    pub(super) fn is_closed(&self, at: usize) -> bool {
        is_closer(self.word(at))
            || self.scene.tokens.kind(at) == Some(TokenKind::Quote)
            || self.scene.tokens.sentence_range(at).first() == at
    }

    /// Whether token `at` begins its sentence, or a clause behind a sign that opens one. Behind a comma or a closing mark a bare noun may be a verb
    /// (`« … », juge Anne Petit`).
    pub(super) fn is_clause_start(&self, at: usize, first: usize) -> bool {
        at == first || self.is_one_of(at - 1, ": - – — • ; ( « “") || self.scene.tokens.is_sentence_start(at)
    }
}
