//! What the model looks at: one function, for training and for reading.

use super::forms::Forms;
use super::hash::{self, Feature, Hash};
use super::labels;
use super::phrases::Complement;
use super::places::{Headed, Places};
use super::subject;
use super::surroundings::Surroundings;
use super::words::Words;
use crate::mentions::Kind;
use crate::tokens::Tokens;

/// How far the words reach that a token looks at by themselves.
pub(super) const REACH: usize = 2;

/// Which part of the evidence a feature belongs to: what the report says of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    /// The word itself.
    Word,
    /// The words around it.
    Context,
    /// Its capitals, and where it stands.
    Capital,
    /// The gazetteer.
    Gazetteer,
    /// A head noun (`ministère`, `rue`).
    Head,
    /// The capitals in a row, and what stands before and behind them.
    Chain,
    /// A title before it.
    Title,
    /// An acronym in brackets.
    Acronym,
    /// The rest of the article.
    Article,
}

impl Group {
    pub(super) const COUNT: usize = 9;

    /// The rule's name in the report.
    pub(super) const RULES: [&str; Self::COUNT] = [
        "names.word",
        "names.context",
        "names.capital",
        "names.gazetteer",
        "names.head",
        "names.chain",
        "names.title",
        "names.acronym",
        "names.article",
    ];

    /// What a word says that stands at `place`.
    pub(super) fn of_place(place: usize) -> Self {
        if place == REACH { Self::Word } else { Self::Context }
    }
}

/// Takes the features of one token. What a word says by itself, wherever it stands, comes as a form and a place, so that a reader may keep the sum.
pub(super) trait Sink {
    /// All that form `form` says at place `place`: 0 stands [`REACH`] tokens before, 2 · `REACH` as many behind.
    fn form(&mut self, form: usize, place: usize);
    /// One feature.
    fn feature(&mut self, group: Group, feature: Feature);
}

/// All that the features look at.
pub(super) struct Evidence<'a, 't> {
    pub(super) tokens: &'a Tokens<'t>,
    pub(super) words: Words<'a, 't>,
    pub(super) forms: Forms,
    pub(super) places: Places,
    pub(super) around: Surroundings,
    /// How much the article is about sport.
    sport: u32,
}

/// Keeps the features here apart from those of the second reading.
const SEED: Hash = 0x5eed;

/// Templates of the features here.
mod template {
    pub(super) const CLASSES: u32 = 0x100;
    pub(super) const CLASSES_BEFORE: u32 = 0x101;
    pub(super) const CLASSES_BEHIND: u32 = 0x102;
    pub(super) const CLASSES_AROUND: u32 = 0x103;
    pub(super) const CLASSES_FAR: u32 = 0x104;
    pub(super) const WORD_BEFORE: u32 = 0x105;
    pub(super) const WORD_BEHIND: u32 = 0x106;
    pub(super) const WORDS_BEFORE: u32 = 0x107;
    pub(super) const CAPITAL: u32 = 0x108;
    pub(super) const CAPITAL_NEXT: u32 = 0x109;
    pub(super) const BLOCK: u32 = 0x10a;
    pub(super) const MARKED: u32 = 0x10b;
    pub(super) const KNOWN: u32 = 0x110;
    pub(super) const KNOWN_CLASS: u32 = 0x111;
    pub(super) const KNOWN_PLACE: u32 = 0x112;
    pub(super) const KNOWN_WORD: u32 = 0x113;
    pub(super) const KNOWN_BEFORE: u32 = 0x114;
    pub(super) const KNOWN_BEHIND: u32 = 0x115;
    pub(super) const KNOWN_FOLLOWED: u32 = 0x116;
    pub(super) const HEADED: u32 = 0x118;
    pub(super) const HEADED_INNER: u32 = 0x119;
    pub(super) const HEADED_STOP: u32 = 0x11a;
    pub(super) const HEADED_CLASS: u32 = 0x11b;
    pub(super) const CHAIN: u32 = 0x120;
    pub(super) const CHAIN_BEFORE: u32 = 0x121;
    pub(super) const CHAIN_BEHIND: u32 = 0x122;
    pub(super) const CHAIN_PATTERN: u32 = 0x123;
    pub(super) const CHAIN_TITLE: u32 = 0x124;
    pub(super) const CHAIN_NOUN: u32 = 0x125;
    pub(super) const ACRONYM: u32 = 0x126;
    pub(super) const ELSEWHERE: u32 = 0x128;
    pub(super) const ELSEWHERE_TITLE: u32 = 0x129;
    pub(super) const CHAIN_CLASSES: u32 = 0x12a;
    pub(super) const SPORT_KNOWN: u32 = 0x130;
    pub(super) const SPORT_KNOWN_CLASS: u32 = 0x131;
    pub(super) const SPORT_BEFORE: u32 = 0x132;
    pub(super) const SPORT_BEHIND: u32 = 0x133;
}

impl<'a, 't> Evidence<'a, 't> {
    /// Reads all of it from the tokens of an article.
    pub(super) fn read(tokens: &'a Tokens<'t>) -> Self {
        let forms = Forms::find(tokens);
        let words = Words::read(tokens, &forms);
        let places = Places::find(tokens, &words);
        let around = Surroundings::read(tokens, &words, &forms, &places);
        let sport = subject::sport(tokens, &words);
        Self { tokens, words, forms, places, around, sport }
    }

    /// The features of token `index`.
    pub(super) fn of(&self, index: usize, sink: &mut dyn Sink) {
        let sentence = self.tokens.sentence_range(index);
        let (start, end) = (sentence.first(), sentence.last_end());
        // Beyond the edges of the sentence stands nothing.
        let at = |distance: isize| {
            let place = index as isize + distance;
            if place >= start as isize && place < end as isize { place as usize } else { usize::MAX }
        };
        for place in 0..=2 * REACH {
            sink.form(self.forms.number(at(place as isize - REACH as isize)), place);
        }
        let mut add = |group: Group, template: u32, values: &[u32]| {
            sink.feature(group, hash::of(SEED, template, values));
        };
        self.neighbours(&at, &mut add);
        self.letters(index, &mut add);
        self.known(index, &at, &mut add);
        self.headed(index, &mut add);
        self.chain(index, &mut add);
    }

    /// Sequences of words and classes.
    fn neighbours(&self, at: &dyn Fn(isize) -> usize, add: &mut dyn FnMut(Group, u32, &[u32])) {
        use template as t;
        let class = |distance| self.class(at(distance));
        let word = |distance| self.word(at(distance));
        let (before, here, behind) = (class(-1), class(0), class(1));
        add(Group::Context, t::CLASSES_BEFORE, &[before, here]);
        add(Group::Context, t::CLASSES_BEHIND, &[here, behind]);
        add(Group::Context, t::CLASSES_AROUND, &[before, here, behind]);
        add(Group::Context, t::CLASSES, &[class(-2), before, here]);
        add(Group::Context, t::CLASSES_FAR, &[here, behind, class(2)]);
        add(Group::Context, t::WORD_BEFORE, &[word(-1), here]);
        add(Group::Context, t::WORD_BEHIND, &[here, word(1)]);
        add(Group::Context, t::WORDS_BEFORE, &[word(-2), word(-1), self.capital(at(0))]);
    }

    /// Capitals, and where they stand.
    fn letters(&self, index: usize, add: &mut dyn FnMut(Group, u32, &[u32])) {
        use template as t;
        let word = self.words.word(index);
        let capital = self.capital(index);
        let (small, high) = self.words.elsewhere(index);
        add(Group::Capital, t::CAPITAL, &[capital, word.capital.map_or(11, u32::from), small.min(2), high.min(2)]);
        add(Group::Article, t::ELSEWHERE, &[capital, u32::from(small > 0), u32::from(high > 0)]);
        add(Group::Capital, t::CAPITAL_NEXT, &[capital, self.capital(index + 1), self.capital(index.wrapping_sub(1))]);
        let block = &self.tokens.blocks()[self.tokens.block_of(index)];
        add(Group::Capital, t::BLOCK, &[block.kind as u32, capital, u32::from(self.words.is_shouted(index))]);
        if let Some(marked) = self.places.marked(index) {
            let place = if index == marked.first() { 1 } else { 2 };
            add(Group::Capital, t::MARKED, &[place, marked.len().min(6) as u32, capital]);
        }
    }

    /// The longest name of the gazetteer around the token.
    fn known(&self, index: usize, at: &dyn Fn(isize) -> usize, add: &mut dyn FnMut(Group, u32, &[u32])) {
        use template as t;
        if let Some(known) = self.places.known(index) {
            let (first, end) = (known.tokens.first(), known.tokens.last_end());
            let place = u32::from(index > first);
            let length = known.tokens.len().min(3) as u32;
            let (kind, share) = (known.kind as u32, u32::from(known.weight));
            let second = known.other.map_or(15, |kind| kind as u32);
            add(Group::Gazetteer, t::KNOWN, &[place, length, kind, share, second]);
            add(Group::Gazetteer, t::KNOWN_CLASS, &[place, known.class as u32, u32::from(share > 5)]);
            let before = self.capital(first.wrapping_sub(1));
            let behind = self.capital(end);
            add(Group::Gazetteer, t::KNOWN_PLACE, &[place, kind, self.capital(first), before, behind, length.min(2)]);
            add(
                Group::Gazetteer,
                t::KNOWN_WORD,
                &[place, kind, self.word_in_sentence(index, first.wrapping_sub(1)), length.min(2)],
            );
            add(Group::Gazetteer, t::SPORT_KNOWN, &[place, kind, self.sport, length.min(2)]);
            add(Group::Gazetteer, t::SPORT_KNOWN_CLASS, &[place, kind, self.sport, self.class(first.wrapping_sub(1))]);
            add(Group::Gazetteer, t::KNOWN_FOLLOWED, &[place, kind, self.class(end), length.min(2)]);
        }
        if let Some(known) = self.places.known(at(-1)) {
            let ends = u32::from(known.tokens.last_end() == index);
            add(Group::Gazetteer, t::KNOWN_BEFORE, &[known.kind as u32, ends, self.class(index)]);
        }
        if let Some(known) = self.places.known(at(1)) {
            let begins = u32::from(known.tokens.first() == index + 1);
            add(Group::Gazetteer, t::KNOWN_BEHIND, &[known.kind as u32, begins, self.class(index)]);
        }
    }

    /// Noun phrases that may be names by their head.
    fn headed(&self, index: usize, add: &mut dyn FnMut(Group, u32, &[u32])) {
        use template as t;
        let (outer, inner) = self.places.headed(index);
        if let Some(outer) = outer {
            let [head, place] = self.in_phrase(index, outer);
            add(Group::Head, t::HEADED, &[head, place]);
            add(Group::Head, t::HEADED_STOP, &[place, self.capital(index)]);
            add(Group::Head, t::HEADED_CLASS, &[head, self.class(index)]);
        }
        if let Some(inner) = inner {
            let [head, place] = self.in_phrase(index, inner);
            add(Group::Head, t::HEADED_INNER, &[head, place]);
        }
    }

    /// What the head is, and where in its phrase a token stands.
    fn in_phrase(&self, index: usize, headed: &Headed) -> [u32; 2] {
        let capital = self.tokens.is_capitalised(headed.first);
        let number = headed.stops.iter().position(|stop| stop.end > index).unwrap_or(headed.stops.len());
        let stop = headed.stops.get(number).or(headed.stops.last());
        let Some(stop) = stop else { return [0, 0] };
        let head = [
            u32::from(capital),
            stop.head.kind as u32,
            u32::from(stop.head.announces),
            u32::from(stop.head.takes_complement),
        ];
        let head = head.iter().fold(1, |hash, value| hash * 8 + value);
        let complement = match stop.complement {
            Complement::Bare => 0,
            Complement::Adjective => 1,
            Complement::Direct => 2,
            Complement::Named => 3,
            Complement::Common => 4,
        };
        let place = [
            u32::from(index > headed.first),
            complement,
            number.min(3) as u32,
            u32::from(stop.end == index + 1),
            u32::from(number + 1 < headed.stops.len()),
            u32::from(stop.inner_names > 0),
        ];
        [head, place.iter().fold(head, |hash, &value| hash::with(hash, value))]
    }

    /// The capitals in a row around the token.
    fn chain(&self, index: usize, add: &mut dyn FnMut(Group, u32, &[u32])) {
        use template as t;
        if let Some(kind) = self.around.acronym(index) {
            add(Group::Acronym, t::ACRONYM, &[kind]);
        }
        if let Some(seen) = self.around.elsewhere(index) {
            add(Group::Article, t::ELSEWHERE_TITLE, &[seen, self.capital(index)]);
        }
        let Some(chain) = self.around.chain(index) else { return };
        let length = chain.tokens.len().min(4) as u32;
        let place = (index - chain.tokens.first()).min(3) as u32;
        let last = u32::from(index + 1 == chain.tokens.last_end());
        add(Group::Chain, t::CHAIN, &[length, place, last]);
        add(Group::Chain, t::CHAIN_BEFORE, &[chain.word_before, length.min(2), place.min(1)]);
        add(Group::Chain, t::CHAIN_BEHIND, &[chain.word_behind, length.min(2), place.min(1)]);
        add(Group::Chain, t::CHAIN_CLASSES, &[chain.class_before, chain.class_behind, place.min(1)]);
        add(Group::Chain, t::SPORT_BEFORE, &[self.sport, chain.class_before, place.min(1)]);
        add(Group::Chain, t::SPORT_BEHIND, &[self.sport, chain.class_behind, place.min(1)]);
        add(Group::Chain, t::CHAIN_PATTERN, &[chain.pattern, place]);
        add(Group::Title, t::CHAIN_TITLE, &[chain.title, length.min(2), place.min(1)]);
        if chain.noun > 0 {
            add(Group::Chain, t::CHAIN_NOUN, &[chain.noun, place.min(1)]);
        }
    }

    /// The features of form `form` at `place`.
    pub(super) fn of_form(&self, form: usize, place: usize) -> impl Iterator<Item = Feature> {
        let attributes = self.forms.get(self.tokens, &self.words, form).reaching(place.abs_diff(REACH));
        attributes.iter().map(move |&attribute| hash::feature(hash::with(attribute, place as u32)))
    }

    fn class(&self, index: usize) -> Hash {
        self.forms.class(self.tokens, &self.words, index)
    }

    fn word(&self, index: usize) -> Hash {
        self.words.word(index).hash
    }

    /// The word at `place`, if it stands in the sentence of `index`.
    fn word_in_sentence(&self, index: usize, place: usize) -> Hash {
        if self.tokens.sentence_range(index).holds(place) { self.word(place) } else { 0 }
    }

    /// What the capital of a token says: nothing, a name by its place, perhaps one, hardly one.
    fn capital(&self, index: usize) -> u32 {
        if self.words.is_strong(index) {
            3
        } else if self.words.is_name(index) {
            2
        } else {
            u32::from(self.words.has_capital(index))
        }
    }
}

/// The number that a kind has in a feature, 0 for none.
pub(super) fn kind_number(kind: Option<Kind>) -> u32 {
    kind.and_then(|kind| labels::KINDS.iter().position(|&k| k == kind)).map_or(0, |slot| slot as u32 + 1)
}
