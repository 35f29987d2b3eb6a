//! The five to seven things to know of an article, most important first, each one line in the article's own words.
//!
//! | rule | line | example |
//! |---|---|---|
//! | `essential.clause` | a main clause of the article, with what hangs on it where that fits | `Le maire de Lens a démissionné mardi` |
//! | `essential.quote` | words between marks, and whose they are | `Anne Morel : « Nous rouvrirons en mai »` |
//! | `essential.figure` | a figure (see `figures`) | `Chiffre d'affaires : 12 millions d'euros, en hausse de 3 % sur un an` |
//!
//! What is important is what the headline says, what stands early, what the article comes back to, whom it is about, and what has a figure, a date
//! or a fact in it. Lines are taken greedily, each for what the ones before it do not say yet, as in Nenkova and Vanderwende's SumBasic (2005);
//! one that mostly repeats another is left out. What can't be read by itself is no line: a pronoun that nothing resolves, a question, half of a
//! quotation.

mod wording;

use std::cell::Cell;

use super::figures::MEASURED;
use super::passage::{self, Parts};
use super::pronouns::{Described, Pronouns};
use super::scene::Scene;
use super::timeline::{begins_quote, standing, tells};
use super::{Fact, FactKind, Modality, Source};
use crate::lexicon::{common_words, measures};
use crate::mentions::Kind;
use crate::quotes::{Quote, QuoteKind};
use crate::text::{Span, TokenRange, is_one_of};
use crate::tokens::{BlockKind, TokenKind};

/// Part of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words of the article.
    Words(Span),
    /// The name of the entity that a pronoun of the article speaks of.
    Name(usize),
}

/// What a line is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// A clause of the article.
    Clause(Vec<Piece>),
    /// A speaker and the index of the quotation, of which the words are the part that is shown.
    Quote(Piece, Span),
    /// Index of a fact of kind [`FactKind::Figure`].
    Figure(usize),
}

/// One of the things to know.
#[derive(Clone, Debug, PartialEq)]
pub struct Essential {
    /// What is shown.
    pub line: Line,
    /// The words that prove it.
    pub evidence: Span,
    /// How sure the article is.
    pub modality: Modality,
    /// Whom it rests on.
    pub source: Option<Source>,
    /// How important it is beside the first line, 0 to 1.
    pub score: f32,
}

impl Essential {
    /// The rule that found it.
    pub fn by(&self) -> &'static str {
        match self.line {
            Line::Clause(_) => "essential.clause",
            Line::Quote(..) => "essential.quote",
            Line::Figure(_) => "essential.figure",
        }
    }
}

/// The most lines, and the least where the article has as many.
const MOST: usize = 7;
const LEAST: usize = 5;

/// Behind the least lines only those follow that are as important as this share of the first one. At 1 there are always five, at 0 always seven.
const WORTH: f32 = 0.3;

/// So many sentences are looked at: what is important stands at the head of a newspaper article.
const SENTENCES: usize = 48;

/// So many quotations and figures are looked at.
const OTHERS: usize = 24;

/// The most quotations among the lines: two voices, where there are two sides.
const QUOTATIONS: usize = 2;

/// The most figures that stand by themselves.
const FIGURES: usize = 2;

/// A line that shares more than this of its weight with an earlier one says the same. At 1 lines repeat each other, at 0.3 no two lines may
/// speak of the same people.
const SAME: f32 = 0.65;

/// What a word counts that an earlier line holds, against 1.
const COVERED: f32 = 0.2;

/// Tokens of a line that cost nothing: without it the shortest lines would win, with a large one the longest.
const FREE: f32 = 14.0;

/// Shorter clauses say too little, longer ones are not read in a list.
const SHORTEST: usize = 5;
const LONGEST: usize = 42;

/// Sentences up to this length are shown to their end, longer clauses without their relative clauses and participles. Between 26 and 32 as many facts
/// of `tests/essentials.tsv` and `tests/essentials_train.tsv` are told.
const COMFORTABLE: usize = 30;

/// Buckets in which words are counted by the hash of their beginning; two words of an article rarely share one.
const BUCKETS: usize = 4096;

struct Candidate {
    essential: Essential,
    /// Buckets of its words, each once, with their weights.
    words: Vec<(u16, f32)>,
    /// Entities in it.
    entities: Vec<usize>,
    tokens: f32,
    /// What everything but its words says of its importance.
    factor: f32,
}

/// The essentials, most important first.
pub(super) fn choose(scene: &Scene<'_, '_>, facts: &[Fact]) -> Vec<Essential> {
    let pronouns = Pronouns { scene, described: Described::of(facts) };
    let reader = Reader { scene, facts, pronouns, topic: Topic::of(scene) };
    let mut candidates = reader.clauses();
    candidates.extend(reader.quotes());
    candidates.extend(reader.figures());
    pick(scene, candidates)
}

/// Takes the best candidates one after the other.
fn pick(scene: &Scene<'_, '_>, mut candidates: Vec<Candidate>) -> Vec<Essential> {
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut covered = vec![false; BUCKETS];
    let (mut quotations, mut figures) = (0, 0);
    while chosen.len() < MOST {
        let value = |c: &Candidate| {
            let words: f32 = c.words.iter().map(|&(b, w)| if covered[usize::from(b)] { w * COVERED } else { w }).sum();
            let known = |e: usize| chosen.iter().any(|other| other.entities.contains(&e));
            let salience = |e: usize| scene.links.entities()[e].salience * if known(e) { COVERED } else { 1.0 };
            let people: f32 = c.entities.iter().map(|&e| salience(e)).sum();
            c.factor * (words / (c.tokens + FREE) + people)
        };
        let allowed = |c: &Candidate| match c.essential.line {
            Line::Quote(..) => quotations < QUOTATIONS && !chosen.is_empty(),
            Line::Figure(_) => figures < FIGURES && !chosen.is_empty(),
            Line::Clause(_) => true,
        };
        let best = candidates.iter().enumerate().filter(|(_, c)| allowed(c)).map(|(i, c)| (i, value(c)));
        // Of equals the earlier one, so that the order of the text decides.
        let Some((index, score)) = best.reduce(|best, next| if next.1 > best.1 { next } else { best }) else { break };
        let first = chosen.first().map_or(score, |c| c.essential.score);
        if score <= 0.0 || chosen.len() >= LEAST && score < WORTH * first {
            break;
        }
        let mut next = candidates.swap_remove(index);
        if chosen.iter().any(|c| says_the_same(c, &next)) {
            continue;
        }
        next.essential.score = score;
        for &(bucket, _) in &next.words {
            covered[usize::from(bucket)] = true;
        }
        quotations += usize::from(matches!(next.essential.line, Line::Quote(..)));
        figures += usize::from(matches!(next.essential.line, Line::Figure(_)));
        chosen.push(next);
    }
    let first = chosen.first().map_or(1.0, |c| c.essential.score);
    chosen.into_iter().map(|c| Essential { score: (c.essential.score / first).min(1.0), ..c.essential }).collect()
}

/// Whether most of what `next` says stands in `other`, or the other way round.
fn says_the_same(other: &Candidate, next: &Candidate) -> bool {
    let shared: f32 =
        next.words.iter().filter(|(b, _)| other.words.binary_search_by_key(b, |w| w.0).is_ok()).map(|w| w.1).sum();
    let weight = |c: &Candidate| -> f32 { c.words.iter().map(|w| w.1).sum() };
    shared > SAME * weight(next).min(weight(other)) || other.essential.evidence.overlaps(next.essential.evidence)
}

/// What the article is about: how often each word comes, and which words the headline has.
struct Topic {
    counts: Vec<u8>,
    titled: Vec<bool>,
    /// What words weigh, by their number, once somebody has asked.
    weights: Vec<Cell<Option<Weight>>>,
}

/// The bucket of a word, and what it weighs; nothing where it says nothing.
type Weight = Option<(u16, f32)>;

impl Topic {
    fn of(scene: &Scene<'_, '_>) -> Self {
        let weights = vec![Cell::new(None); scene.tokens.word_count()];
        let mut topic = Self { counts: vec![0; BUCKETS], titled: vec![false; BUCKETS], weights };
        for block in scene.tokens.blocks() {
            let headline = block.kind == BlockKind::Headline;
            if block.kind == BlockKind::Noise || block.repeat_of.is_some() {
                continue;
            }
            for bucket in block.tokens.range().filter_map(|i| bucket(scene, i)) {
                let count = &mut topic.counts[usize::from(bucket)];
                *count = count.saturating_add(1);
                topic.titled[usize::from(bucket)] |= headline;
            }
        }
        topic
    }

    /// The bucket of token `at`, and what it weighs.
    fn weigh(&self, scene: &Scene<'_, '_>, at: usize) -> Weight {
        let known = &self.weights[scene.tokens.word(at)];
        known.get().unwrap_or_else(|| {
            let weight = self.weight(scene, at);
            known.set(Some(weight));
            weight
        })
    }

    fn weight(&self, scene: &Scene<'_, '_>, at: usize) -> Weight {
        let bucket = bucket(scene, at)?;
        let word = scene.word(at);
        if measures::FUNCTION_WORDS.has(word) {
            return None;
        }
        // A word that is in no list of common ones is a name or a rare one.
        let rare = common_words::get(word).map_or(1.0, |w| (1.0 + f32::from(w.rarity)) / 11.0);
        // What comes once is told by the way.
        let often = f32::from(self.counts[usize::from(bucket)].min(6)).sqrt() - 0.4;
        let titled = if self.titled[usize::from(bucket)] { 2.0 } else { 1.0 };
        Some((bucket, rare * often * titled))
    }
}

/// The bucket of token `at` by the hash (FNV-1a) of its first letters, which the forms of one word share; short words say nothing.
pub(super) fn bucket(scene: &Scene<'_, '_>, at: usize) -> Option<u16> {
    const LETTERS: usize = 6;
    const SHORTEST: usize = 3;
    let number = match scene.tokens.kind(at) {
        Some(TokenKind::Number) => true,
        Some(TokenKind::Word) => false,
        _ => return None,
    };
    let word = scene.word(at).as_bytes();
    if word.len() < SHORTEST && !number {
        return None;
    }
    let hash = word.iter().take(LETTERS).fold(0x811c_9dc5u32, |h, &b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    Some(((hash ^ (hash >> 16)) as usize % BUCKETS) as u16)
}

struct Reader<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    facts: &'s [Fact],
    pronouns: Pronouns<'s, 'a, 't>,
    topic: Topic,
}

impl Reader<'_, '_, '_> {
    fn word(&self, at: usize) -> &str {
        self.scene.word(at)
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.scene.is(at, word)
    }

    fn is_one_of(&self, at: usize, list: &str) -> bool {
        self.scene.is_one_of(at, list)
    }

    /// What position says: what stands first is most important.
    fn position(&self, sentence: usize) -> f32 {
        0.4 + 0.6 / (1.0 + 0.15 * sentence as f32)
    }

    /// The main clauses of the first sentences.
    fn clauses(&self) -> Vec<Candidate> {
        let tokens = self.scene.tokens;
        let told = tokens.sentences().iter().filter(|s| !s.tokens.is_empty() && tells(self.scene, s.tokens.first()));
        let mut found = Vec::new();
        for (position, sentence) in told.take(SENTENCES).enumerate() {
            if self.is_one_of(sentence.tokens.last_end() - 1, "? : …") {
                continue;
            }
            let range = self.own_words(sentence.tokens);
            let parts = self.scene.parts(range);
            for statement in parts.statements() {
                let clause = parts.main_clause(self.scene, statement).and_then(|p| {
                    self.clause(&parts, self.with_restriction(&parts, p.tokens), p.tokens.last_end(), position)
                });
                // Whom a pronoun means in what a source says is unsure.
                let named = |c: &Candidate| matches!(&c.essential.line, Line::Clause(pieces) if pieces.iter().any(|p| matches!(p, Piece::Name(_))));
                found.extend(clause.filter(|c| range == sentence.tokens || !named(c)));
            }
        }
        found
    }

    /// The sentence, or what a source says in it (`selon X, …`), without the words that name the source.
    fn own_words(&self, sentence: TokenRange) -> TokenRange {
        let span = self.scene.tokens.span(sentence);
        let first = self.scene.quotes.partition_point(|q| q.span.start < span.start);
        let mut inside = self.scene.quotes[first..].iter().take_while(|q| q.span.start < span.end);
        let told = |q: &&Quote| {
            matches!(q.by, "quote.source" | "quote.incise") || q.by == "quote.unmarked" && q.speaker.is_some()
        };
        let apart = inside.find(|q| q.kind != QuoteKind::Direct && told(q));
        apart.map_or(sentence, |q| {
            let inside = self.scene.tokens.inside(q.span);
            TokenRange::new(inside.first(), inside.last_end().min(sentence.last_end()))
        })
    }

    /// The line that `clause` makes, in the `position`th sentence; up to `main_end` it is a main clause, behind it hangs what is shown with it.
    fn clause(&self, parts: &Parts, clause: TokenRange, main_end: usize, position: usize) -> Option<Candidate> {
        let scene = self.scene;
        let start = self.behind_connectives(clause)?;
        // `« … », a-t-il dit`, `Le maire a dit : « … »`: told as quotations.
        let introduces =
            self.is(clause.last_end(), ":") && scene.tokens.kind(clause.last_end() + 1) == Some(TokenKind::Quote);
        if begins_quote(scene, start) || introduces {
            return None;
        }
        // `Leurs auditions sont attendues`, `Cette somme permettra …`: which?
        let points = self.is_one_of(
            start,
            "son sa ses leur leurs ce cet cette ces ne n' se s' y lequel laquelle desquels desquelles",
        ) && scene.mentions.at_token(start).is_none();
        let quoted = scene.tokens.kind(clause.last_end()) == Some(TokenKind::Quote);
        if points || quoted {
            return None;
        }
        // Half of `pour déposer une motion et espérer gagner, les députés …`.
        let named = scene.mentions.at_token(start).is_some();
        if passage::is_infinitive(self.word(start)) && !named && !scene.tokens.is_sentence_start(start) {
            return None;
        }
        // The end of a name or of a row: `La Lynx. |3 en aura`, `en 2019 et |2020 sont …`.
        let counts = scene.tokens.kind(start) == Some(TokenKind::Number)
            && (scene.is_finite(start + 1)
                || scene.is_finite(start + 2) && self.is_one_of(start + 1, "en y ne n' se s'"));
        if counts {
            return None;
        }
        // `Certes, …`, `Non seulement …`, `Le maire aura beau …`: what is granted, without the point behind it.
        let grants = |i: usize| match self.word(i) {
            "certes" => i == clause.first(),
            "seulement" => i == clause.first() + 1,
            "beau" => self.is_one_of(i - 1, "a ont aura auront"),
            _ => false,
        };
        let granted = clause.range().find(|&i| grants(i));
        if granted.is_some_and(|at| !(at + 2..clause.last_end()).any(|i| self.is_one_of(i, ", mais"))) {
            return None;
        }
        // Without its subject: `Rappellent que …`, `« passe Noël en famille »`.
        if scene.is_finite(start)
            || scene.tokens.is_finite_by_form(start) && !self.is(start, "a")
            || scene.tokens.kind(start) == Some(TokenKind::Quote)
        {
            return None;
        }
        let length = |ranges: &[TokenRange]| -> usize { ranges.iter().map(|r| r.len()).sum() };
        let mut ranges = self.shortened(parts, TokenRange::new(start, clause.last_end()));
        if length(&ranges) > LONGEST
            && let Some(behind) = self.behind_opening(parts, ranges[0])
        {
            ranges = self.shortened(parts, TokenRange::new(behind, clause.last_end()));
        }
        let length = length(&ranges);
        if !(SHORTEST..=LONGEST).contains(&length) || !ranges.iter().all(|r| self.is_balanced(*r)) {
            return None;
        }
        if !self.is_complete(parts, &ranges) {
            return None;
        }
        let mut factor = self.position(position);
        // `l'a répété`: what? `s'en est pris à` points at nothing that was said before.
        let object = |i: usize| {
            let word = self.word(i);
            word.len() <= "leur".len()
                && (is_one_of(word, "l' le la les lui y leur") || word == "en" && !(i > 0 && self.is(i - 1, "s'")))
                && scene.is_finite(i + 1)
        };
        if ranges.iter().any(|r| r.range().any(object)) {
            factor *= 0.6;
        }
        let mut pieces = Vec::new();
        let mut verb = false;
        for &range in &ranges {
            let mut from = range.first();
            for at in range.range() {
                if verb {
                    break;
                }
                if scene.mentions.at_token(at).is_some() {
                    continue;
                }
                verb = parts.is_finite(scene, at);
                let word = self.word(at);
                if word.len() > LONGEST_POINTING {
                    continue;
                }
                if is_one_of(word, "il elle ils elles") {
                    // `même s'il`: another clause's subject, which the first words name.
                    if at > clause.first() && at > start && !self.is(at - 1, ",") {
                        break;
                    }
                    if self.is_impersonal(at + 1) {
                        return None;
                    }
                    let entity = self.pronouns.meant(at)?;
                    // Whoever is named beside a pronoun is somebody else.
                    if scene.mentions.within(clause).any(|m| scene.links.entity_of(m) == Some(entity)) {
                        return None;
                    }
                    if from < at {
                        pieces.push(Piece::Words(scene.tokens.span(TokenRange::new(from, at))));
                    }
                    pieces.push(Piece::Name(entity));
                    from = at + 1;
                } else if is_one_of(word, UNREADABLE)
                    || is_one_of(word, "ce cette ces") && self.word(at + 1).starts_with("derni")
                {
                    return None;
                } else if is_one_of(word, "ce cet cette ces son sa ses leur leurs") {
                    // `cette décision`: readable, but of what?
                    factor *= 0.75;
                }
            }
            pieces.push(Piece::Words(scene.tokens.span(TokenRange::new(from, range.last_end()))));
        }
        let span = scene.tokens.span(clause);
        let (modality, source) = standing(scene, span, clause);
        factor *= match modality {
            Modality::Asserted | Modality::Planned => 1.0,
            _ => 0.9,
        };
        let from = self.facts.partition_point(|f| f.evidence.start < span.start);
        let mut inside = self.facts[from..].iter().take_while(|f| f.evidence.start < span.end);
        if inside.any(|f| f.kind != FactKind::Role && span.contains(f.evidence)) {
            factor *= 1.2;
        }
        if scene.mentions.within(clause).any(|m| scene.mentions.list()[m].kind == Kind::Date) {
            factor *= 1.05;
        }
        let essential = Essential { line: Line::Clause(pieces), evidence: span, modality, source, score: 0.0 };
        // What only hangs on the clause is shown, and does not make it more important.
        let own =
            |r: &TokenRange| (r.first() < main_end).then(|| TokenRange::new(r.first(), r.last_end().min(main_end)));
        let weighed: Vec<TokenRange> = ranges.iter().filter_map(own).collect();
        Some(self.candidate(essential, &weighed, factor))
    }

    fn candidate(&self, essential: Essential, ranges: &[TokenRange], factor: f32) -> Candidate {
        let scene = self.scene;
        let mut words: Vec<(u16, f32)> =
            ranges.iter().flat_map(|r| r.range()).filter_map(|i| self.topic.weigh(scene, i)).collect();
        words.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        words.dedup_by_key(|w| w.0);
        let mut entities: Vec<usize> =
            ranges.iter().flat_map(|r| scene.mentions.within(*r)).filter_map(|m| scene.links.entity_of(m)).collect();
        if let Line::Clause(pieces) = &essential.line {
            entities.extend(pieces.iter().filter_map(|p| if let Piece::Name(e) = p { Some(*e) } else { None }));
        }
        if let Line::Quote(Piece::Name(speaker), _) = essential.line {
            entities.push(speaker);
        }
        entities.sort_unstable();
        entities.dedup();
        let tokens = ranges.iter().map(|r| r.len()).sum::<usize>() as f32;
        Candidate { essential, words, entities, tokens, factor }
    }

    /// What people say, between marks.
    fn quotes(&self) -> Vec<Candidate> {
        let scene = self.scene;
        let mut found = Vec::new();
        // Who says what stands in the middle of somebody's sentence is unsure.
        let sure = |q: &Quote| q.kind == QuoteKind::Direct && q.by != "quote.fragment";
        let direct = scene.quotes.iter().enumerate().filter(|(_, q)| sure(q));
        for (index, quote) in direct.take(OTHERS) {
            let Some(speaker) = quote.speaker else { continue };
            let tokens = scene.tokens.inside(quote.span);
            if tokens.is_empty() || !tells(scene, tokens.first()) {
                continue;
            }
            let who = match speaker.entity {
                Some(entity) => Piece::Name(entity),
                None if self.is_one_of(
                    scene.tokens.at_byte(speaker.span.start),
                    "il elle ils elles -t-il -t-elle -il -elle",
                ) =>
                {
                    continue;
                }
                None => Piece::Words(speaker.span),
            };
            let position = scene.tokens.sentence_of(tokens.first());
            for shown in self.spoken(tokens) {
                // `Le ministère : « demande aux compagnies de … »`
                let verb = scene.is_finite(shown.first());
                if !(SHORTEST + 3..=LONGEST).contains(&shown.len()) || self.is(shown.last_end() - 1, "?") || verb {
                    continue;
                }
                let essential = Essential {
                    line: Line::Quote(who, scene.tokens.span(shown)),
                    evidence: quote.span,
                    modality: Modality::Reported,
                    source: Some(Source::Quote(index)),
                    score: 0.0,
                };
                found.push(self.candidate(essential, &[shown], 0.8 * self.position(position)));
            }
        }
        found
    }

    /// What may be shown of `quote`: all of it, or one of the sentences of a long one that point at nothing before them.
    fn spoken(&self, quote: TokenRange) -> Vec<TokenRange> {
        if quote.len() <= LONGEST {
            return vec![quote];
        }
        let ends = |&i: &usize| self.is_one_of(i, ". ! ? …") && self.scene.tokens.is_capitalised(i + 1);
        let mut from = quote.first();
        let mut sentences = Vec::new();
        for end in quote.range().filter(ends).chain([quote.last_end() - 1]) {
            let points = from > quote.first() && self.is_one_of(from, POINTING);
            if !points {
                sentences.push(TokenRange::new(from, end + 1));
            }
            from = end + 1;
        }
        sentences
    }

    /// Figures that can be told without their sentence.
    fn figures(&self) -> Vec<Candidate> {
        let scene = self.scene;
        let figures = self
            .facts
            .iter()
            .enumerate()
            .filter(|(_, f)| f.kind == FactKind::Figure && f.by != "figure.outcome" && f.score >= MEASURED);
        let mut found = Vec::new();
        for (index, fact) in figures.take(OTHERS) {
            let ranges: Vec<TokenRange> = fact.arguments.iter().map(|a| scene.tokens.inside(a.span)).collect();
            // `Taxes : 67 milliards d'euros`: which?
            if let [_, measure] = ranges[..]
                && measure.len() == 1
            {
                continue;
            }
            let Some(first) = ranges.first().filter(|r| !r.is_empty()) else { continue };
            let position = self.position(scene.tokens.sentence_of(first.first()));
            let essential = Essential {
                line: Line::Figure(index),
                evidence: fact.evidence,
                modality: fact.modality,
                source: fact.source,
                score: 0.0,
            };
            found.push(self.candidate(essential, &ranges, 0.8 * position));
        }
        found
    }
}

/// Words that begin a sentence and mean something said before.
const POINTING: &str =
    "il elle ils elles ce c' cet cette ces ça cela son sa ses leur leurs lui eux et mais car donc ainsi alors";

/// Bytes of the longest word that points at something said before: the others are not looked for in lists.
const LONGEST_POINTING: usize = 9;

/// Subjects that say nothing by themselves.
const UNREADABLE: &str = "je j' tu nous vous on c' ça cela ceci celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci celui-là moi y -t-il -t-elle -il -elle -ils -elles -on -t-on -je -nous -vous";
