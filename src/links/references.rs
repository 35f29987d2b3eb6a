//! Pronouns and titles (`il`, `la ministre`, `l'association`) to the entity that they speak of: by agreement, by what the article says that
//! someone is, then by recency and subjecthood. What stays doubtful is left open.

mod descriptions;
pub(super) mod holders;
mod nouns;
mod people;
mod pronouns;

use std::cell::OnceCell;
use std::collections::VecDeque;

use super::entities::{Entity, Gender};
use crate::lexicon::before_roles::{is_dropped_before, is_kept_before};
use crate::lexicon::{Source, SourceKind, demonyms, is_generic_body, is_office, source};
use crate::map::Map;
use crate::mentions::{Kind, Mentions};
use crate::text::TokenRange;
use crate::tokens::{TokenKind, Tokens};

use crate::text::is_one_of;
use descriptions::{Description, gender_of};
use holders::Holders;
use nouns::{NAMED, is_adjective, is_company, is_definite, is_union, means, same_word};
pub(crate) use people::RELATIVE;
use people::{Called, NOBODY};
use pronouns::pronoun;

/// How many entities are remembered as possible antecedents: those mentioned last.
const MEMORY: usize = 24;

/// How many sentences back a pronoun looks.
const PRONOUN_REACH: usize = 4;

/// How many sentences back a noun that nobody was described with looks.
const NOUN_REACH: usize = 4;

/// How many times as often as any other body the one is named that an article is about.
const MAIN: usize = 3;

/// How many sentences from its headline on an article begins with.
const LEAD: usize = 4;

/// A noun that the article gives to more people than this says nothing of who is meant.
const CALLED: usize = 4;

/// Marks that hold more tokens than this quote someone: names inside are spoken of, and seldom the subject outside.
const LONG_MARKS: usize = 8;

/// The references, in order of their tokens; and the gender of each entity by what it is called (`la juge, Zyle Morel`), where that shows.
pub(super) fn find(
    tokens: &Tokens<'_>,
    mentions: &Mentions,
    entities: &[Entity],
    entity_of: &[Option<usize>],
    holders: &Holders,
) -> (Vec<Reference>, Vec<Option<Gender>>) {
    let nouns = Nouns::of(tokens);
    let mut descriptions: Vec<Description> = entities.iter().map(|e| Description::of(&e.name)).collect();
    for (index, mention) in mentions.list().iter().enumerate() {
        if let Some(entity) = entity_of.get(index).copied().flatten() {
            descriptions[entity].learn(&nouns, mention);
        }
    }
    let mut called: Map<String, Vec<usize>> = Map::default();
    for (entity, description) in descriptions.iter().enumerate().filter(|&(e, _)| entities[e].kind == Kind::Person) {
        for noun in &description.nouns {
            let list = called.entry(noun.clone()).or_default();
            if list.len() <= CALLED {
                list.push(entity);
            }
        }
    }
    let (recent, found, main_body) = (VecDeque::new(), Vec::new(), main_body(entities));
    let people = || entities.iter().enumerate().filter(|(_, e)| e.kind == Kind::Person);
    // The first of those who are named equally often.
    let main_person = people().rev().max_by_key(|(_, e)| e.mentions.len()).map(|(i, _)| i);
    let protagonist = main_person.filter(|&main| {
        let named = entities[main].mentions.len();
        named > 1 && 2 * named >= people().map(|(_, e)| e.mentions.len()).sum::<usize>()
    });
    let one_person = people().nth(1).is_none();
    let mut reader = Reader {
        tokens,
        nouns: &nouns,
        mentions,
        entities,
        entity_of,
        descriptions,
        called,
        holders,
        main_body,
        main_person,
        protagonist,
        one_person,
        recent,
        found,
    };
    for (index, sentence) in tokens.sentences().iter().enumerate() {
        if tokens.tells_facts(sentence.block) {
            reader.sentence(index, sentence.tokens);
        }
    }
    let genders = reader.descriptions.iter().map(|d| d.gender).collect();
    (reader.found, genders)
}

/// The body that the article is about: named far more often than any other.
fn main_body(entities: &[Entity]) -> Option<usize> {
    let mut bodies = entities.iter().enumerate().filter(|(_, e)| e.kind == Kind::Organisation);
    let first = bodies.clone().max_by_key(|(_, e)| e.mentions.len())?;
    let other = bodies.all(|(i, e)| i == first.0 || MAIN * e.mentions.len() <= first.1.mentions.len());
    (other && first.1.mentions.len() >= MAIN).then_some(first.0)
}

/// A token that speaks of an entity without naming it.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// The pronoun, or the head noun of the phrase.
    pub token: usize,
    /// Index into [`super::Links::entities`].
    pub entity: usize,
    /// Whether the article bears it out: it calls the person so, or it is about the person.
    pub is_borne_out: bool,
}

/// Someone mentioned lately.
#[derive(Clone, Copy, Debug)]
struct Recent {
    entity: usize,
    sentence: usize,
    /// How strongly it stood out where it was mentioned last: subject or speaker 2, plain 1, behind a preposition or inside a quotation 0.
    weight: u8,
    /// Whether it stands inside long marks.
    quoted: bool,
    /// Gender that the mention itself shows (`la société`).
    gender: Option<Gender>,
}

/// The nouns of an article, each different word asked once.
struct Nouns<'a, 't> {
    tokens: &'a Tokens<'t>,
    /// By the number of the word.
    sources: Vec<OnceCell<Option<Source>>>,
}

impl<'a, 't> Nouns<'a, 't> {
    fn of(tokens: &'a Tokens<'t>) -> Self {
        Self { tokens, sources: vec![OnceCell::new(); tokens.word_count()] }
    }

    /// Whom or what token `index` stands for.
    fn source(&self, index: usize) -> Option<Source> {
        if index >= self.tokens.len() {
            return None;
        }
        *self.sources[self.tokens.word(index)].get_or_init(|| source(current(self.tokens.folded(index))))
    }
}

struct Reader<'a, 't> {
    tokens: &'a Tokens<'t>,
    nouns: &'a Nouns<'a, 't>,
    mentions: &'a Mentions,
    entities: &'a [Entity],
    entity_of: &'a [Option<usize>],
    descriptions: Vec<Description>,
    /// The people whom the article calls by a noun anywhere, by the noun.
    called: Map<String, Vec<usize>>,
    holders: &'a Holders,
    /// The body that the article is about, where there is one.
    main_body: Option<usize>,
    /// The person who is named most often.
    main_person: Option<usize>,
    /// The same, where all others together are not named more often.
    protagonist: Option<usize>,
    /// Whether the article names nobody else.
    one_person: bool,
    /// The latest first.
    recent: VecDeque<Recent>,
    found: Vec<Reference>,
}

impl Reader<'_, '_> {
    fn sentence(&mut self, number: usize, sentence: TokenRange) {
        // Up to here the text stands inside long marks.
        let mut quoted = 0;
        let mut marks = self.tokens.marks().partition_point(|m| m.open < sentence.first());
        let mut at = sentence.first();
        while at < sentence.last_end() {
            while let Some(mark) = self.tokens.marks().get(marks).filter(|m| m.open <= at) {
                if let Some(close) = mark.close.filter(|&c| c - mark.open > LONG_MARKS) {
                    quoted = quoted.max(close);
                }
                marks += 1;
            }
            if let Some(mention) = self.mentions.at_token(at) {
                let range = self.mentions.list()[mention].tokens;
                if let Some(entity) = self.entity_of.get(mention).copied().flatten()
                    && range.first() == at
                {
                    let weight = if at < quoted { 0 } else { self.weight(sentence, range) };
                    self.remember(Recent { entity, sentence: number, weight, quoted: at < quoted, gender: None });
                }
                at = range.last_end().max(at + 1);
                continue;
            }
            // An inverted pronoun inside marks belongs to an incise: `« Nous partons, dit-elle, demain »`.
            if at >= quoted || self.tokens.folded(at).starts_with('-') {
                if let Some((gender, inverted)) = pronoun(self.tokens.folded(at), self.tokens.folded(at + 1)) {
                    // `L'annonce de Paul Morel surprend. Celui qui préside le comité …`: whoever was just named, whatever part the name plays.
                    let opens = at == sentence.first() && self.tokens.folded(at).starts_with("cel");
                    let named = if opens { self.only_person(number, gender) } else { None };
                    if (inverted || !self.is_impersonal(at))
                        && let Some(entity) =
                            named.or_else(|| self.nearest(number, Some(gender), PRONOUN_REACH, |_| true))
                    {
                        self.refer(Reference { token: at, entity, is_borne_out: false }, number, Some(gender), 2);
                    }
                } else if let Some((entity, is_borne_out)) = self.noun(number, sentence, at) {
                    // `fidèle au président`: spoken of, and no subject.
                    let weight = self.weight(sentence, TokenRange::new(at, at + 1));
                    self.refer(Reference { token: at, entity, is_borne_out }, number, None, weight);
                    let noun = current(self.tokens.folded(at));
                    let description = &mut self.descriptions[entity];
                    // `l'Ukrainienne` may be another one further on.
                    if self.nouns.source(at).is_some() {
                        description.call(noun);
                    }
                    if self.entities[entity].kind == Kind::Person && description.gender.is_none() {
                        description.gender = gender_of(self.nouns, TokenRange::new(at - 1, at + 1), at);
                    }
                }
            }
            at += 1;
        }
    }

    fn refer(&mut self, reference: Reference, sentence: usize, gender: Option<Gender>, weight: u8) {
        self.found.push(reference);
        self.remember(Recent { entity: reference.entity, sentence, weight, quoted: false, gender });
    }

    fn remember(&mut self, new: Recent) {
        // A name inside a quotation does not take the place of one outside; within one sentence the strongest mention counts.
        let mut new = new;
        if new.quoted && self.recent.iter().any(|r| r.entity == new.entity && new.sentence - r.sentence <= NOUN_REACH) {
            return;
        }
        if let Some(at) = self.recent.iter().position(|r| r.entity == new.entity) {
            let old = self.recent.remove(at).expect("it was found there");
            if old.sentence == new.sentence {
                new.weight = new.weight.max(old.weight);
            }
            new.gender = new.gender.or(old.gender);
        }
        self.recent.push_front(new);
        self.recent.truncate(MEMORY);
    }

    /// How strongly a mention stands out: see [`Recent::weight`].
    fn weight(&self, sentence: TokenRange, mention: TokenRange) -> u8 {
        let word = |i: usize| if sentence.holds(i) { self.tokens.folded(i) } else { "" };
        let is = |i: usize, list: &str| sentence.holds(i) && self.tokens.is_one_of(i, list);
        let mut at = mention.first();
        let mut object = false;
        // Back over title and determiner.
        for _ in 0..8 {
            let previous = word(at.wrapping_sub(1));
            if previous.is_empty() || self.tokens.kind(at - 1) != Some(TokenKind::Word) {
                return if object { 1 } else { 2 };
            }
            // `qui a reçu Paul Morel`: what the verb before it is about.
            object |= is_one_of(previous, "a ont avait avaient aura auront") || self.tokens.is_common_verb(at - 1);
            if self.tokens.uses(at - 1).says || previous.starts_with('-') {
                // `il a interpellé Paul Morel`: not who speaks.
                let had = is(at.wrapping_sub(2), "a ont avait avaient aura auront");
                let told = had && is(at.wrapping_sub(3), "il elle ils elles qui");
                return if told { 1 } else { 2 };
            }
            if is_one_of(previous, "de d' du des à au aux avec contre par pour sur chez entre selon en") {
                // `le maire de Lyon Paul Morel`: the preposition governs another noun.
                let adjacent =
                    at == mention.first() || (at..mention.first()).all(|i| self.tokens.is_one_of(i, "le la l' les"));
                if adjacent {
                    return 0;
                }
            }
            at -= 1;
        }
        1
    }

    /// The recent person that agrees and fits, when one stands out.
    fn nearest(
        &self,
        sentence: usize,
        gender: Option<Gender>,
        reach: usize,
        fits: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let mut best: Option<(i32, usize)> = None;
        for (age, recent) in self.recent.iter().enumerate() {
            let distance = sentence - recent.sentence;
            let kind = self.entities[recent.entity].kind;
            if distance > reach || !fits(recent.entity) {
                continue;
            }
            let own = self.gender(recent.entity).or(recent.gender);
            let person = kind == Kind::Person;
            // Bodies are meant by a pronoun only where a noun has shown their gender.
            if !person && (gender.is_some() && own.is_none() || kind != Kind::Organisation) {
                continue;
            }
            if let (Some(wanted), Some(own)) = (gender, own)
                && wanted != own
            {
                continue;
            }
            let score = 4 * i32::from(recent.weight) - 3 * distance as i32 - age.min(6) as i32
                + if own.is_some() && gender.is_some() { 2 } else { 0 }
                - if person { 0 } else { 3 };
            if best.is_none_or(|(s, _)| score > s) {
                best = Some((score, recent.entity));
            }
        }
        best.map(|(_, entity)| entity)
    }

    /// The gender of an entity, by its name or by what it is called.
    fn gender(&self, entity: usize) -> Option<Gender> {
        self.entities[entity].gender.or(self.descriptions[entity].gender)
    }

    /// Whether nothing shows that an entity is of another gender than the words that might mean it.
    fn agrees(&self, entity: usize, gender: Option<Gender>) -> bool {
        let own = self.gender(entity);
        gender.is_none() || own.is_none() || gender == own
    }

    /// The entity of the noun phrase whose head is token `at`, and whether the article bears it out: `le ministre`, `cette association`.
    fn noun(&self, number: usize, sentence: TokenRange, at: usize) -> Option<(usize, bool)> {
        let whole = self.tokens.folded(at);
        let word = current(whole);
        let previous = if at > sentence.first() { self.tokens.folded(at - 1) } else { "" };
        if matches!(word, "dernier" | "dernière")
            && matches!(previous, "ce" | "cette")
            && !self.tokens.kind(at + 1).is_some_and(|k| k == TokenKind::Word && self.nouns.source(at + 1).is_some())
        {
            let gender = if word == "dernier" { Gender::Masculine } else { Gender::Feminine };
            return self.latest(number, gender).map(|e| (e, false));
        }
        let noun = self.nouns.source(at).or_else(|| self.inhabitant(at)).filter(|s| s.plural != Some(true))?;
        // A definite phrase: an article or demonstrative, perhaps an adjective between.
        let mut determiner = previous;
        let mut from = at.saturating_sub(1);
        if !is_definite(determiner)
            && at >= sentence.first() + 2
            && (self.tokens.kind(at - 1) == Some(TokenKind::Word))
            && is_definite(self.tokens.folded(at - 2))
            // `la session parlementaire`, `la dictature militaire`: the noun stands first.
            && (is_kept_before(self.tokens.folded(at - 1)) || is_dropped_before(self.tokens.folded(at - 1)))
        {
            from = at - 2;
            determiner = self.tokens.folded(from);
        }
        // `l'ancien premier ministre`
        let before = |back: usize| if at >= sentence.first() + back { self.tokens.folded(at - back) } else { "" };
        let is = |back: usize, list: &str| at >= sentence.first() + back && self.tokens.is_one_of(at - back, list);
        let old = |back: usize| is(back, "ancien ancienne ex");
        if !is_definite(determiner) && old(2) && is_definite(before(3)) {
            from = at - 3;
            determiner = before(3);
        }
        if !is_definite(determiner) {
            return None;
        }
        let demonstrative = is_one_of(determiner, "ce cet cette");
        let end = self.phrase_end(at + 1, sentence.last_end());
        // The phrase names someone itself: `le ministre Paul Morel`, `le maire, Paul Morel`.
        let next = if self.tokens.is(end, ",") { end + 1 } else { end };
        // A body beside a person is whose they are: `l'élu PS`.
        let named = |kind: Kind| kind.is_name() && (noun.kind != SourceKind::Person || kind == Kind::Person);
        // `l'experte, la docteure Anne Morel,`
        let titled = next > end && is_definite(self.tokens.folded(next)) && self.nouns.source(next + 1).is_some();
        let next = if titled { next + 2 } else { next };
        if self.mentions.at_token(end).is_some_and(|m| named(self.mentions.list()[m].kind))
            || sentence.holds(next)
                && self.mentions.at_token(next).is_some_and(|m| {
                    self.mentions.list()[m].kind == Kind::Person
                        && next > end
                        && self.closes(self.mentions.list()[m].tokens.last_end())
                })
        {
            return None;
        }
        // `le Premier ministre` is none of the other ministers.
        let rank = (at - 1..at).filter(|&i| self.tokens.is_one_of(i, "premier première"));
        // `le milliardaire proche du président`
        let close = usize::from(self.tokens.is(end, "proche"));
        let details: Vec<&str> = rank
            .chain(at + 1..end + close)
            .filter(|&i| self.tokens.kind(i) == Some(TokenKind::Word))
            .map(|i| self.tokens.folded(i))
            .filter(|w| w.chars().count() > 3)
            .collect();
        match noun.kind {
            // `le principal parti`: no headmaster.
            SourceKind::Person if is_one_of(word, NOBODY) || word == "principal" && details.is_empty() => None,
            SourceKind::Person => {
                let gender = gender_of(self.nouns, TokenRange::new(from, at + 1), at);
                let former = word != whole || old(1) || old(2);
                // Who is known to hold the office is meant, unless the article has called another so.
                let known = self.holder(from + 1 + usize::from(former), at, end);
                let (holder, another) = if former { (None, known) } else { (known, None) };
                let office = is_office(word) && !former;
                // `le président LR de la commission`
                let of = word == "président" && self.tokens.is_capitalised(end);
                let told = of || self.tokens.is(end, "qui");
                self.person(
                    number,
                    &Called { noun: word, details: &details, gender, demonstrative, office, holder, another, told },
                )
            }
            SourceKind::Body => self.body(number, word, &details, demonstrative).map(|e| (e, false)),
            SourceKind::Document => None,
        }
    }

    /// The noun for someone from a place, which is written with a capital: `l'Ukrainienne`.
    fn inhabitant(&self, at: usize) -> Option<Source> {
        let capital = self.tokens.is_capitalised(at) && is_definite(self.tokens.folded(at.checked_sub(1)?));
        capital.then(|| demonyms::place(self.tokens.folded(at)))??;
        Some(Source { kind: SourceKind::Person, feminine: None, plural: Some(false) })
    }

    /// The person of the article who is known to hold the office in front of `end`, whose noun is `noun`: `le jeune président français`, `le Premier ministre`.
    fn holder(&self, start: usize, noun: usize, end: usize) -> Option<usize> {
        let whole = self.holders.of_phrase(self.tokens, start, end);
        whole.or_else(|| if start < noun { self.holders.of_phrase(self.tokens, noun, end) } else { None })
    }

    /// The entity mentioned last of all with this gender, for `ce dernier`.
    fn latest(&self, sentence: usize, gender: Gender) -> Option<usize> {
        self.recent
            .iter()
            .take(4)
            .find(|r| {
                sentence - r.sentence <= 2
                    && self.entities[r.entity].kind == Kind::Person
                    && self.agrees(r.entity, Some(gender))
            })
            .map(|r| r.entity)
    }

    /// The body described or named as `noun`.
    fn body(&self, sentence: usize, noun: &str, details: &[&str], demonstrative: bool) -> Option<usize> {
        let is_body = |r: &Recent| matches!(self.entities[r.entity].kind, Kind::Organisation | Kind::Place);
        let mut named = self.recent.iter().filter(|r| is_body(r)).filter(|r| {
            let name = self.descriptions[r.entity].name.as_str();
            if NAMED.contains(&(noun, name)) {
                return true;
            }
            if self.entities[r.entity].kind == Kind::Place {
                return false;
            }
            let head = name.split(' ').any(|w| w == noun);
            let described = self.descriptions[r.entity].nouns.iter().any(|n| n == noun || means(noun, n));
            let fits = details
                .iter()
                .all(|d| name.contains(d) || self.descriptions[r.entity].details.iter().any(|k| same_word(k, d)));
            (head || described) && fits
        });
        if let Some(first) = named.next() {
            // Where the article names the préfectures of several departments, only one named just now is meant.
            let local = is_one_of(noun, descriptions::LOCAL);
            let sure = !local || sentence - first.sentence <= 1 || named.next().is_none();
            return sure.then_some(first.entity);
        }
        // `Le ministère a indiqué …`, and further on `le ministère de la Justice`: the only one that the article names.
        // Of préfectures an article on several departments often names one alone.
        let one = is_one_of(noun, "ministère parquet rectorat présidence") && details.is_empty();
        if one || matches!((noun, details), ("préfecture", ["département"]) | ("présidence", ["française"])) {
            let such = |e: &usize| {
                let name = self.descriptions[*e].name.as_str();
                let headed = name.split_once(' ').is_some_and(|(first, _)| first == noun);
                NAMED.contains(&(noun, name)) || headed && self.entities[*e].kind == Kind::Organisation
            };
            let mut named = (0..self.entities.len()).filter(such);
            return named.next().filter(|_| named.next().is_none());
        }
        if !is_generic_body(noun) || details.first() == Some(&"civile") || details.len() > 1 && !demonstrative {
            return None;
        }
        // What was called a company is no association.
        let alone = self.alone(sentence, None, |r| {
            let called = &self.descriptions[r.entity].nouns;
            let fits =
                called.is_empty() || noun == "organisation" || called.iter().any(|n| is_union(n) == is_union(noun));
            fits && self.entities[r.entity].kind == Kind::Organisation
        });
        alone.or_else(|| self.main_body.filter(|_| is_company(noun)))
    }

    /// The one recent entity that stands out, when no second one does.
    fn alone(&self, sentence: usize, gender: Option<Gender>, kind: impl Fn(&Recent) -> bool) -> Option<usize> {
        let mut best: Option<&Recent> = None;
        // A subject of the sentence before is nearer than any other.
        let apart = usize::from(self.recent.iter().find(|r| kind(r)).is_none_or(|r| r.weight < 2));
        for recent in self.recent.iter().filter(|r| sentence - r.sentence <= NOUN_REACH && r.weight > 0 && kind(r)) {
            if !self.agrees(recent.entity, gender) {
                continue;
            }
            match best {
                None => best = Some(recent),
                Some(b) if b.weight > recent.weight || b.sentence > recent.sentence + apart => {}
                Some(b) if recent.weight > b.weight && b.sentence <= recent.sentence + 1 => best = Some(recent),
                Some(_) => return None,
            }
        }
        best.map(|r| r.entity)
    }

    /// End of the words that belong to a noun: its adjectives and `de` complements.
    fn phrase_end(&self, start: usize, limit: usize) -> usize {
        let mut at = start;
        while at < limit.min(start + 10) {
            let word = self.tokens.folded(at);
            if self.mentions.at_token(at).is_some_and(|m| self.mentions.list()[m].kind == Kind::Person) {
                break;
            }
            let joins = is_one_of(word, "de du des d' la l' aux et chargé chargée")
                && (word != "et" || self.tokens.is_one_of(at + 1, "de du des"))
                && (!matches!(word, "la" | "l'") || self.tokens.is_one_of(at - 1, "de à"));
            let complement = at > start && self.tokens.is_one_of(at - 1, "de du des d' la l' aux");
            let adjective = self.tokens.kind(at) == Some(TokenKind::Word) && is_adjective(word);
            // `le locataire de la Maison Blanche`: the whole name.
            if complement && let Some(name) = self.mentions.at_token(at) {
                at = self.mentions.list()[name].tokens.last_end().max(at + 1);
                continue;
            }
            if !(joins || complement && self.tokens.kind(at) == Some(TokenKind::Word) || adjective) {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether an apposition ends at token `at`.
    fn closes(&self, at: usize) -> bool {
        at >= self.tokens.len() || self.tokens.kind(at) != Some(TokenKind::Word)
    }
}

/// The noun of what someone no longer is: `boxeur` of `ex-boxeur`.
fn current(noun: &str) -> &str {
    noun.strip_prefix("ex-").unwrap_or(noun)
}
