//! The clause around a word, cut so that it can be read by itself: `Le maire, élu en 2020, a démissionné mardi, alors que …` gives
//! `Le maire, élu en 2020, a démissionné mardi` for `mardi`, and `Le maire, élu en 2020` for `2020`.
//!
//! A sentence is taken apart at its signs, relative pronouns, conjunctions and participles into [`Chunk`]s; a main clause is what stands between two
//! hard breaks (`;`, `:`, a coordinated clause with its own subject), without the chunks at its edges that only hang on it.

use super::scene::Scene;
use crate::lexicon::common_verbs;
use crate::lexicon::speech::{self, Form};
use crate::mentions::Kind;
use crate::text::{TokenRange, is_one_of};
use crate::tokens::{Bounded, TokenKind};

/// Longer sentences, in tokens, are not taken apart: they are lists or broken texts, and their clauses would not be read.
const LONGEST_SENTENCE: usize = 160;

/// The longest bracket that is an aside, in tokens.
const LONGEST_ASIDE: usize = 40;

/// How far behind a coordinator its own verb is looked for (`et les syndicats de la ville ont appelé`), in tokens.
const COORDINATED: usize = 10;

/// How far before its `que` the `ne` that makes it mean `only` stands, in tokens.
const RESTRICTED: usize = 8;

/// How far back the noun phrase that a relative clause or participle describes may begin, in tokens.
const DESCRIBED: usize = 8;

/// What a part of a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Without a verb: a subject, a complement, an apposition.
    Plain,
    /// With a finite verb.
    Finite,
    /// `qui …`, `dont …`, `, né en …`: describes what stands before it.
    Describing,
    /// `alors que …`, `selon …`, `après avoir …`, `, affirmant …`: hangs on its main clause.
    Dependent,
    /// In brackets.
    Aside,
}

/// A part of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    pub(super) tokens: TokenRange,
    pub(super) sort: Sort,
    /// Whether a statement of its own begins here.
    breaks: bool,
}

/// A stretch of a sentence that can be read by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Passage {
    pub(super) tokens: TokenRange,
    /// Whether it is a whole clause with its verb, not a noun with what describes it.
    pub(super) whole: bool,
}

/// A sentence, or a part of one, taken apart.
pub(super) struct Parts {
    pub(super) chunks: Vec<Chunk>,
    /// Its verb, where no word of it is one for sure: `Le PS |demande un débat`.
    likely: Option<usize>,
}

impl Parts {
    /// Takes `range` apart, which lies inside one sentence; nothing where it is longer than sentences are that people read.
    pub(super) fn of(scene: &Scene<'_, '_>, range: TokenRange) -> Self {
        if range.len() > LONGEST_SENTENCE {
            return Self { chunks: Vec::new(), likely: None };
        }
        let mut cutter = Cutter { scene, range, chunks: Vec::new(), start: range.first(), breaks: true, verb: false };
        cutter.cut();
        let mut parts = Self { chunks: cutter.chunks, likely: None };
        if parts.chunks.iter().all(|c| c.sort != Sort::Finite) {
            let mut plain = parts.chunks.iter_mut().filter(|c| c.sort == Sort::Plain);
            if let Some((verb, chunk)) = plain.find_map(|c| likely_verb(scene, c.tokens).map(|verb| (verb, c))) {
                chunk.sort = Sort::Finite;
                parts.likely = Some(verb);
            }
        }
        parts
    }

    /// Whether token `at` is a finite verb, for sure or likely.
    pub(super) fn is_finite(&self, scene: &Scene<'_, '_>, at: usize) -> bool {
        self.likely == Some(at) || scene.is_finite(at)
    }

    /// Index of the chunk that holds `token`.
    pub(super) fn chunk_of(&self, token: usize) -> Option<usize> {
        let index = self.chunks.partition_point(|c| c.tokens.last_end() <= token);
        (index < self.chunks.len() && self.chunks[index].tokens.holds(token)).then_some(index)
    }

    /// The chunks of the statement that chunk `index` belongs to.
    fn statement(&self, index: usize) -> std::ops::Range<usize> {
        let first = (0..=index).rev().find(|&i| self.chunks[i].breaks).unwrap_or(0);
        let end = (index + 1..self.chunks.len()).find(|&i| self.chunks[i].breaks).unwrap_or(self.chunks.len());
        first..end
    }

    /// The first chunks of the statements, in order.
    pub(super) fn statements(&self) -> impl Iterator<Item = usize> {
        self.chunks.iter().enumerate().filter(|(i, c)| *i == 0 || c.breaks).map(|(i, _)| i)
    }

    /// The main clause of the statement that chunk `index` belongs to, without what hangs on its edges.
    pub(super) fn main_clause(&self, scene: &Scene<'_, '_>, index: usize) -> Option<Passage> {
        let statement = self.statement(index);
        let own = |i: &usize| matches!(self.chunks[*i].sort, Sort::Plain | Sort::Finite);
        let first = statement.clone().find(own)?;
        // Behind its last verb the clause goes on until something hangs on it.
        let verb = statement.clone().rev().find(|&i| self.chunks[i].sort == Sort::Finite)?;
        let behind =
            (verb + 1..statement.end).take_while(|&i| matches!(self.chunks[i].sort, Sort::Plain | Sort::Aside));
        // `…, chiffre sur lequel le gouvernement compte`: what a relative clause describes stays with it.
        // `veut, avec l'État, racheter l'usine qui ferme`: the infinitive is what its verb needs.
        let followed = |i: &usize| {
            let described = self.chunks[*i].tokens;
            // `…, le préfet (photo) ayant promis des travaux`
            let aside = self.chunks.get(i + 1).filter(|c| c.sort == Sort::Aside);
            let end = aside.map_or(described.last_end(), |c| c.tokens.last_end());
            let next = self.chunks.get(i + 1 + usize::from(aside.is_some()));
            let hangs = |c: &&Chunk| {
                c.sort == Sort::Describing
                    || c.sort == Sort::Dependent && is_present_participle(scene.word(c.tokens.first()))
            };
            next.filter(hangs).is_some_and(|c| c.tokens.first() == end) && !is_infinitive(scene.word(described.first()))
        };
        let last = behind.filter(own).filter(|i| !followed(i)).last().unwrap_or(verb);
        let tokens = TokenRange::new(self.chunks[first].tokens.first(), self.chunks[last].tokens.last_end());
        Some(Passage { tokens, whole: true })
    }

    /// What can be read by itself of what is said around `token`.
    pub(super) fn around(&self, scene: &Scene<'_, '_>, token: usize) -> Option<Passage> {
        let index = self.chunk_of(token)?;
        let chunk = self.chunks[index];
        match chunk.sort {
            Sort::Plain | Sort::Finite => self.main_clause(scene, index).filter(|p| p.tokens.holds(token)),
            Sort::Dependent => {
                let start = behind_conjunction(scene, chunk.tokens)?;
                let tokens = TokenRange::new(start, chunk.tokens.last_end());
                has_verb(scene, tokens).then_some(Passage { tokens, whole: true })
            }
            Sort::Describing => {
                let end = (index.checked_sub(1)).map(|i| self.chunks[i].tokens.last_end())?;
                // `Le pont (photo), inauguré en 1902`: only right behind what it describes.
                if chunk.tokens.first() > end + 1 {
                    return None;
                }
                let start = described(scene, end)?;
                Some(Passage { tokens: TokenRange::new(start, chunk.tokens.last_end()), whole: false })
            }
            Sort::Aside => None,
        }
    }
}

/// Where the statement behind a conjunction begins: `alors que |le pont est fermé`.
fn behind_conjunction(scene: &Scene<'_, '_>, chunk: TokenRange) -> Option<usize> {
    let conjunction = |i: usize| {
        scene.is_one_of(i, "que qu' alors tandis lorsque lorsqu' puisque puisqu' quand parce car après avant dès depuis même bien tant et mais")
    };
    let start = chunk.range().find(|&i| !conjunction(i))?;
    let last = scene.word(start.checked_sub(1)?);
    (start > chunk.first() && is_one_of(last, "que qu' lorsque lorsqu' puisque puisqu' quand car")).then_some(start)
}

/// Where the noun phrase begins that ends before token `end`: a name, or back to its determiner.
pub(super) fn described(scene: &Scene<'_, '_>, end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    if let Some((_, name)) = scene.name_at(last)
        && !scene.is_one_of(name.tokens.first().wrapping_sub(1), "de d' du des")
    {
        let start = scene.person_start(name.tokens);
        // `un sondage Elabe publié mardi`: the name belongs to the noun before it.
        let before = start.wrapping_sub(1);
        let noun = scene.is_small_word(before)
            && !is_determiner(scene.word(before))
            && !scene.is_one_of(before, "et ou à en au aux dans du des de d' par pour sur avec chez contre");
        let determined = noun && start > 1 && is_determiner(scene.word(start - 2));
        return Some(if determined { start - 2 } else { start });
    }
    let first = scene.tokens.sentence_range(last).first().max(end.saturating_sub(DESCRIBED));
    // A name that nobody knows.
    let capitals = (first + 1..end).rev().take_while(|&i| scene.tokens.is_capitalised(i)).last();
    if capitals.is_some() {
        return capitals;
    }
    let mut start = None;
    for at in (first..end).rev() {
        let word = scene.word(at);
        if scene.tokens.kind(at) != Some(TokenKind::Word) && scene.tokens.kind(at) != Some(TokenKind::Number)
            || scene.is_finite(at)
        {
            break;
        }
        if is_determiner(word) || is_one_of(word, "du des au aux") {
            let contracted = !is_determiner(word);
            start = Some(at + usize::from(contracted));
            // `le rapport de la commission`, `le rapport du Sénat`: the phrase goes on to the left.
            if at == first || !contracted && !scene.is_one_of(at - 1, "de d'") {
                break;
            }
        }
    }
    start.filter(|&s| s + 1 < end)
}

/// `le`, `cette`, `leurs`.
pub(super) fn is_determiner(word: &str) -> bool {
    is_one_of(word, "un une le la les l' ce cet cette ces son sa ses leur leurs notre nos")
}

/// Words that govern what follows.
pub(super) const PREPOSITIONS: &str = "à de dans par pour sur avec sans chez vers parmi entre contre selon";

/// Whether token `at`, which no list has for sure, may be a finite verb: `porte`, `s'inspire`, and where it may be one in the `plural` `migrent`.
pub(super) fn may_be_verb(scene: &Scene<'_, '_>, at: usize, plural: bool) -> bool {
    let (word, before) = (scene.word(at), scene.word(at - 1));
    let noun = is_determiner(before) || is_one_of(before, PREPOSITIONS);
    let many = plural && word.len() > 5 && word.ends_with("ent") && !word.ends_with("ment");
    is_one_of(before, "se s' ne n' me m' lui y")
        || !noun && (many || is_one_of(word, "va vont") || common_verbs::may_be_finite(word, scene.tokens.uses(at)))
}

/// The verb of `chunk`, which has none for sure, where a subject stands before it.
pub(super) fn likely_verb(scene: &Scene<'_, '_>, chunk: TokenRange) -> Option<usize> {
    let first = chunk.first() + usize::from(scene.is_one_of(chunk.first(), "et mais or"));
    let several =
        scene.is_one_of(first, "les des ces ses leurs nos plusieurs certains certaines deux trois quatre cinq");
    let named = scene.name_from(first).map(|(_, m)| m.tokens.last_end());
    let from = match named {
        Some(end) => end,
        None if scene.is_one_of(first, "il elle ils elles") => first + 1,
        None if several || is_determiner(scene.word(first)) => first + 2,
        None => return None,
    };
    let is = |&at: &usize| scene.is_small_word(at) && !scene.is_past_participle(at) && may_be_verb(scene, at, several);
    (from..chunk.last_end().saturating_sub(1)).find(is)
}

/// Whether `range` holds a finite verb.
fn has_verb(scene: &Scene<'_, '_>, range: TokenRange) -> bool {
    range.range().any(|i| scene.is_finite(i))
}

/// Words that stand right before a verb and belong to it.
fn is_clitic(word: &str) -> bool {
    is_one_of(word, "ne n' se s' y en l' lui me m' le la les leur")
}

struct Cutter<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    range: TokenRange,
    chunks: Vec<Chunk>,
    /// Where the present chunk begins.
    start: usize,
    /// Whether the present chunk begins a statement.
    breaks: bool,
    /// Whether the present statement has its verb.
    verb: bool,
}

impl<'a> Cutter<'_, 'a, '_> {
    /// The words of the range.
    fn words(&self) -> Bounded<'a, '_> {
        Bounded { tokens: self.scene.tokens, range: self.range }
    }

    fn cut(&mut self) {
        let mut at = self.range.first();
        while at < self.range.last_end() {
            at = self.step(at);
        }
        self.close(self.range.last_end(), self.range.last_end());
    }

    /// Reads token `at`; returns the next one to read.
    fn step(&mut self, at: usize) -> usize {
        if let Some(mention) = self.scene.mentions.at_token(at) {
            return self.scene.mentions.list()[mention].tokens.last_end().max(at + 1);
        }
        let scene = self.scene;
        if scene.tokens.kind(at) == Some(TokenKind::Quote) {
            // What is quoted is taken as a whole.
            let marks = scene.tokens.marks();
            let pair = marks.get(marks.partition_point(|m| m.open < at)).filter(|m| m.open == at);
            let close = pair.and_then(|p| p.close).filter(|&c| c < self.range.last_end());
            return close.map_or(at + 1, |c| c + 1);
        }
        match self.words().folded(at) {
            // `GENÈVE (AFP) - Le sommet …`, `LE POINT - Le sommet …`
            "-" | "–" | "—" if self.is_label(at) => {
                self.close(at, at + 1);
                self.begin();
            }
            "," if self.is_enumerated(at) => {}
            "," | "–" | "—" => self.close(at, at + 1),
            ";" | ":" | "." | "?" | "!" | "…" => {
                self.close(at, at + 1);
                self.begin();
            }
            "(" | "[" => {
                let end = self.range.last_end().min(at + LONGEST_ASIDE);
                let Some(close) = (at..end).find(|&i| self.words().is_one_of(i, ") ]")) else { return at + 1 };
                self.close(at, at);
                self.push(TokenRange::new(at, close + 1), Sort::Aside);
                self.start = close + 1;
                return close + 1;
            }
            _ if at > self.start && (scene.is_joint(at) || scene.is_finite(at)) => self.open(at),
            _ => {}
        }
        at + 1
    }

    /// Whether the comma at `at` stands between two numbers of one row: `les quais 2, 3 et 5`; `En 2024, 46 marins …` has none.
    fn is_enumerated(&self, at: usize) -> bool {
        let number = |i: usize| self.range.holds(i) && self.scene.tokens.kind(i) == Some(TokenKind::Number);
        let date = |i: usize| {
            self.scene.mentions.at_token(i).is_some_and(|m| self.scene.mentions.list()[m].kind == Kind::Date)
        };
        at > self.range.first() && number(at - 1) && number(at + 1) && !date(at - 1)
    }

    /// Whether what stands before the dash at `at` only says where the article comes from, or what it is.
    fn is_label(&self, at: usize) -> bool {
        let before = self.range.first()..at;
        let capitals = || before.clone().all(|i| self.scene.tokens.is_all_caps(i) || self.words().is(i, "à"));
        at > self.range.first() && (self.words().is(at - 1, ")") || capitals())
    }

    /// Begins a chunk at token `at`, or right before it, where its word asks for one.
    fn open(&mut self, at: usize) {
        let word = self.words().folded(at);
        if is_relative(word) {
            let before = self.words().folded(at - 1);
            let with = usize::from(is_one_of(
                before,
                "à avec dans pour par sur chez sous contre de d' ce parmi entre vers devant derrière",
            ));
            // `ceux qui`, `le temps que`
            if !is_one_of(before, "celui celle ceux celles") {
                self.close(at - with, at - with);
            }
        } else if matches!(word, "que" | "qu'") && self.is_relative_object(at) || self.is_conjunction(at) {
            self.close(at, at);
        } else if is_one_of(word, "et mais or donc") && self.coordinates(at) {
            self.close(at, at + 1);
            self.begin();
        } else if self.scene.is_finite(at)
            && has_verb(self.scene, TokenRange::new(self.start, at))
            && !self.words().is_one_of(at - 1, "et ou")
            // `les frais qui ont atteint un million`
            && !self.words().is_one_of(at - 1, AUXILIARIES)
            && self.sort(TokenRange::new(self.start, at)) == Sort::Describing
        {
            // `Le plan qui a été présenté |prévoit`: the verb of the main clause.
            let group =
                (self.start + 1..at).rev().take_while(|&i| is_clitic(self.words().folded(i))).last().unwrap_or(at);
            self.close(group, group);
        }
    }

    /// Whether the `que` at `at` stands behind a noun, not behind a verb: `le plan qu'il a présenté`.
    fn is_relative_object(&self, at: usize) -> bool {
        if let Some(mention) = at.checked_sub(1).and_then(|i| self.scene.mentions.at_token(i)) {
            match self.scene.mentions.list()[mention].kind {
                // `a révélé à la mi-août que`
                Kind::Date | Kind::Time => return false,
                // `un sommet de deux jours que Washington a boudé`
                Kind::Duration | Kind::Count | Kind::Money => return true,
                _ => {}
            }
        }
        // `n'ouvre ses portes |que le soir`: only.
        let mut before = (self.start..at).rev().take(RESTRICTED);
        if before.clone().any(|i| self.words().is_one_of(i, "ne n'"))
            && !before.any(|i| self.words().is_one_of(i, "pas plus jamais rien personne aucun aucune guère"))
        {
            return false;
        }
        let determined = |back: usize| at.checked_sub(back).is_some_and(|i| is_determiner(self.words().folded(i)));
        let verb = |back: usize| at.checked_sub(back).is_some_and(|i| self.scene.is_finite(i));
        (determined(2) || determined(3) && !verb(2)) && !verb(1)
    }

    fn is_conjunction(&self, at: usize) -> bool {
        let then_que = self.words().is_one_of(at + 1, "que qu'");
        match self.words().folded(at) {
            "lorsque" | "lorsqu'" | "puisque" | "puisqu'" | "quand" | "car" => true,
            "alors" | "tandis" | "parce" | "après" | "avant" | "dès" | "bien" | "afin" => then_que,
            "même" => self.words().is_one_of(at + 1, "si s'"),
            _ => false,
        }
    }

    /// Whether a clause with its own subject and verb follows the coordinator at `at`.
    fn coordinates(&self, at: usize) -> bool {
        let sentence_verb = self.verb || has_verb(self.scene, TokenRange::new(self.start, at));
        let mut next = at + 1;
        // `les bancs de bois et d'acier sont …`, `le prix du gaz et de l'eau a …`, but `et d'autres sont …`, `et de nombreux élus ont …`
        let goes_on = match self.words().folded(next) {
            "d'" => !self.words().folded(next + 1).starts_with("autre"),
            "de" => is_determiner(self.words().folded(next + 1)),
            word => word == "du",
        };
        // `un accord entre la ville et |l'État prévoit`
        let pairs = (at.saturating_sub(COORDINATED)..at)
            .rev()
            .take_while(|&i| !self.scene.is_finite(i) && !self.words().is_one_of(i, "et ,"))
            .any(|i| self.words().is(i, "entre"));
        if !sentence_verb || self.awaits(at) || pairs || goes_on || self.begins_verb(next) {
            return false;
        }
        while next < self.range.last_end().min(at + COORDINATED) {
            let word = self.words().folded(next);
            if self.scene.is_finite(next) {
                return true;
            }
            if is_relative(word) || is_one_of(word, ", ; : ( et que qu' mais . à en pour dans") {
                return false;
            }
            next += 1;
        }
        false
    }

    /// Whether the verb of what is said is still to come at token `at`: `a redit que le pont et |la digue seraient peints`.
    fn awaits(&self, at: usize) -> bool {
        let last =
            (self.range.first()..at).rev().find(|&i| self.scene.is_finite(i) || self.words().is_one_of(i, "que qu'"));
        last.is_some_and(|i| !self.scene.is_finite(i))
    }

    /// Whether a finite verb begins at token `at`, its pronouns before it.
    fn begins_verb(&self, at: usize) -> bool {
        let verb = (at..at + 3).find(|&i| !is_clitic(self.words().folded(i)));
        verb.is_some_and(|i| self.scene.is_finite(i))
    }

    /// Closes the present chunk before `end`; the next one begins at `next`.
    fn close(&mut self, end: usize, next: usize) {
        // `… aux gilets jaunes - `
        let end = end - usize::from(end > self.start + 1 && self.words().is_one_of(end - 1, "- – —"));
        let tokens = TokenRange::new(self.start, end);
        if !tokens.is_empty() {
            let sort = self.sort(tokens);
            self.push(tokens, sort);
        }
        self.start = next;
    }

    fn begin(&mut self) {
        self.breaks = true;
        self.verb = false;
    }

    fn push(&mut self, tokens: TokenRange, mut sort: Sort) {
        // `Si depuis mars, le pont tenait bon, …`: its verb is still that of the condition.
        let opens = |c: &Chunk| {
            c.sort == Sort::Dependent
                && self.words().is_one_of(c.tokens.first(), "si s'")
                && !has_verb(self.scene, c.tokens)
        };
        if sort == Sort::Finite && self.chunks.last().is_some_and(opens) {
            sort = Sort::Dependent;
        }
        if sort == Sort::Finite {
            // `Le maire a dit non, le préfet n'a rien dit`: a second clause with its own subject.
            let first = tokens.first();
            self.breaks |= self.verb && !self.begins_verb(first) && !self.awaits(first);
            self.verb = true;
        }
        self.chunks.push(Chunk { tokens, sort, breaks: self.breaks });
        self.breaks = false;
    }

    /// What `tokens` are, by their first words.
    fn sort(&self, tokens: TokenRange) -> Sort {
        let first = tokens.first();
        let [word, next, third] = [0, 1, 2].map(|i| self.words().folded(first + i));
        if is_relative(word)
            || is_relative(next)
                && is_one_of(
                    word,
                    "à avec dans pour par sur chez sous contre de d' ce parmi entre vers devant derrière",
                )
        {
            return Sort::Describing;
        }
        if matches!(word, "que" | "qu'") && first > self.range.first() {
            return Sort::Describing;
        }
        let then_que = matches!(next, "que" | "qu'");
        let dependent = self.is_conjunction(first)
            || is_one_of(word, "selon si s'il quoique afin")
            || word == "d'" && next == "après"
            || word == "comme" && has_verb(self.scene, tokens)
            || then_que && is_one_of(word, "même bien tant pour sans")
            || is_one_of(word, "après avant sans pour afin") && is_infinitive(next)
            || matches!(word, "avant" | "afin") && matches!(next, "de" | "d'")
            || matches!(word, "après") && is_one_of(next, "avoir être s'être")
            || matches!(word, "et" | "mais") && is_conjunction_word(next);
        // `…, précise le maire`, `…, a-t-il dit`; but `Le maire (photo) veut, avec l'État, …`, `Le maire, élu en mai, annonce …`.
        let goes_on = !self.verb
            && !self.breaks
            && self.chunks.last().is_some_and(|c| matches!(c.sort, Sort::Describing | Sort::Aside));
        // `Anne Morel, maire de Lens, est partie`, `…, précise que …`, `…, affirme avoir …`: the verb of the main clause.
        let incise = first > self.range.first()
            && self.scene.is_finite(first)
            && !is_one_of(word, BE)
            && !is_one_of(next, "que qu'")
            && !is_infinitive(next)
            && (next.starts_with('-')
                || !goes_on && speech::readings(word).any(|(_, f)| matches!(f, Form::Singular | Form::Plural)));
        if dependent || incise {
            return Sort::Dependent;
        }
        // `, affirmant …`, `tout en affirmant …`, `ne sachant …`
        let gerund = is_present_participle(word)
            || is_one_of(word, "en tout ne n' se s'")
                && (is_present_participle(next) || word == "tout" && is_present_participle(third));
        let participle = self.scene.is_past_participle(first)
            && self.scene.mentions.at_token(first).is_none()
            && !self.scene.is_finite(first);
        if gerund || participle && first == self.range.first() {
            return Sort::Dependent;
        }
        if participle {
            // `Les élus ont, sans bruit, signé la charte`
            let verb = self.chunks.iter().rev().take(2).find(|c| c.sort == Sort::Finite);
            let awaited = verb.is_some_and(|c| self.words().is_one_of(c.tokens.last_end() - 1, AUXILIARIES));
            return if awaited { Sort::Plain } else { Sort::Describing };
        }
        if has_verb(self.scene, tokens) { Sort::Finite } else { Sort::Plain }
    }
}

/// Whether a clause may begin with `word`, whatever stands beside it: see [`Cutter::open`].
pub(super) fn is_joint(word: &str) -> bool {
    is_relative(word) || is_one_of(word, JOINTS)
}

const BE: &str = "est sont était étaient sera seront serait seraient";

const AUXILIARIES: &str = "a ont avait avaient aura auront aurait auraient est sont était étaient";

/// Conjunctions, the first words of those of two words, and coordinators.
const JOINTS: &str = "que qu' lorsque lorsqu' puisque puisqu' quand car alors tandis parce après avant dès bien afin même et mais or donc";

fn is_conjunction_word(word: &str) -> bool {
    is_one_of(word, "lorsque lorsqu' puisque puisqu' quand alors tandis si s'")
}

fn is_relative(word: &str) -> bool {
    is_one_of(word, "qui dont où lequel laquelle lesquels lesquelles auquel auxquels duquel desquels")
}

pub(super) fn is_infinitive(word: &str) -> bool {
    word.len() > 3
        && ["er", "ir", "re", "oir"].iter().any(|e| word.ends_with(e))
        && !is_one_of(word, "hier leur notre votre entre contre autre quatre encore")
}

/// Whether `word` is a past participle that may open a phrase: `publié mardi`, `née à Lyon`.
pub(super) fn is_past_participle(word: &str) -> bool {
    (["é", "ée", "és", "ées"].iter().any(|e| word.ends_with(e)) && word.len() > 4)
        || is_one_of(
            word,
            "né née nés nées mort morte morts mortes élu élue élus élues paru parue parus parues venu venue venus venues devenu devenue détenu détenue \
             détenus mis mise mises pris prise prises construit construite construits construites écrit écrite écrits écrites inscrit inscrite \
             ouvert ouverte ouverts ouvertes promu promue issu issue issus issues réuni réunie réunis réunies conclu conclue survenu survenue \
             survenus survenues prévu prévue prévus prévues disparu disparue disparus rendu rendue rendus rendues sorti sortie sortis sorties \
             parti partie partis vendu vendue vendus vendues reconnu reconnue connu connue connus connues rompu rompue",
        )
}

/// Whether `word` is a present participle: `affirmant`.
fn is_present_participle(word: &str) -> bool {
    matches!(word, "ayant" | "étant")
        || word.len() > 5
            && word.ends_with("ant")
            && !is_one_of(
                word,
                "avant pendant durant devant cependant maintenant pourtant autant auparavant suivant enfant restaurant montant habitant manifestant étudiant dirigeant",
            )
}
