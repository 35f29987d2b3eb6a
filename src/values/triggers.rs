//! Which tokens can begin a value: most words of an article cannot, and are passed over with one look.
//!
//! The readers' own word lists say what a word can begin; each distinct word is asked once for the whole article.

use super::{date, duration, money, number};
use crate::lexicon::measures::{APPROXIMATORS, CURRENCIES, UNITS};
use crate::lexicon::numerals::{Numeral, numeral};
use crate::text::is_one_of;
use crate::tokens::{TokenKind, Tokens};

/// It can begin a number.
const NUMBER: u8 = 1;
/// It says a value by itself or surely begins one.
const STRONG: u8 = 2;
/// It names a unit, a currency, a power of ten or a fraction.
const MEASURE: u8 = 4;
/// It begins a value when a strong word or a measure follows soon: `le`, `entre`, `un`.
const OPENER: u8 = 8;

/// An approximator may begin with it.
const APPROXIMATOR: u8 = 16;

/// Like an opener, from farther away: `il y a un peu plus d'un an`.
const FAR: u8 = 32;
/// Like an opener, but the value stands near: `la prochaine semaine`.
const ARTICLE: u8 = 64;

/// How many tokens behind an opener the value itself may begin: `d'ici à la fin de` has five.
const REACH: usize = 6;

/// The same of what opens from far away.
const FAR_REACH: usize = 8;

/// The same of an article.
const NEAR_REACH: usize = 3;

/// What each token of the article can begin.
pub(super) struct Triggers {
    classes: Vec<u8>,
    /// What each word of the vocabulary stands for as a word of number.
    numerals: Vec<Option<Numeral>>,
}

impl Triggers {
    pub(super) fn read(tokens: &Tokens<'_>) -> Self {
        let mut words: Vec<Option<u8>> = vec![None; tokens.word_count()];
        let mut numerals = vec![None; tokens.word_count()];
        let classes = (0..tokens.len())
            .map(|at| match tokens.kind(at) {
                Some(TokenKind::Number) => NUMBER | STRONG,
                Some(TokenKind::Word | TokenKind::Sign) => {
                    let word = tokens.word(at);
                    *words[word].get_or_insert_with(|| {
                        let (class, numeral) = class(tokens.folded(at));
                        numerals[word] = numeral;
                        class
                    })
                }
                _ => 0,
            })
            .collect();
        Self { classes, numerals }
    }

    /// Whether a number can begin at token `at`.
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.classes.get(at).is_some_and(|c| c & NUMBER != 0)
    }

    /// Whether an approximator may begin at token `at`.
    pub(super) fn is_approximator(&self, at: usize) -> bool {
        self.classes.get(at).is_some_and(|c| c & APPROXIMATOR != 0)
    }

    /// What word `word` of the vocabulary stands for as a word of number.
    pub(super) fn numeral(&self, word: usize) -> Option<Numeral> {
        self.numerals[word]
    }

    /// Whether a value can begin at token `at`.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        let class = self.classes.get(at).copied().unwrap_or(0);
        let reach = match class {
            _ if class & STRONG != 0 => return true,
            _ if class & FAR != 0 => FAR_REACH,
            _ if class & OPENER != 0 => REACH,
            _ if class & ARTICLE != 0 => NEAR_REACH,
            _ => return false,
        };
        self.classes[at + 1..].iter().take(reach).any(|c| c & (STRONG | MEASURE) != 0)
    }
}

/// What the folded `word` can begin, and what it stands for as a word of number.
fn class(word: &str) -> (u8, Option<Numeral>) {
    let (mut class, numeral) = (0, numeral(word));
    if number::begins(word, numeral) {
        class |= NUMBER | STRONG;
    }
    if number::is_determiner(word) {
        class |= NUMBER | OPENER;
    }
    if date::words::is_trigger(word) || money::is_sign(word) {
        class |= STRONG;
    }
    let is_noun = matches!(numeral, Some(Numeral::Power(_) | Numeral::Part(_)))
        || is_one_of(word, "point points demi-million demi-milliard");
    if is_noun || duration::unit(word).is_some() || UNITS.has(word) || CURRENCIES.has(word) {
        class |= MEASURE;
    }
    if APPROXIMATORS.may_begin_with(word) && APPROXIMATORS.has_prefix(word) {
        class |= OPENER | APPROXIMATOR;
    }
    if word == "il" {
        class |= FAR;
    } else if is_one_of(word, "le la l' ce cet cette") {
        class |= ARTICLE;
    } else if date::words::is_opener(word) {
        class |= OPENER;
    }
    (class, numeral)
}
