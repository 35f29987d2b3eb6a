//! What the capitals of an article say: which words may be part of a name.

use super::forms::Forms;
use super::lookup;
use super::vocabulary::{Vocabulary, Word};
use crate::lexicon::gazetteer::Beginning;
use crate::text::ends_like;
use crate::tokens::{TokenKind, Tokens};

/// What a token may be to a name: bits of [`Words::flags`].
mod flag {
    /// A capital in a place where only names have one.
    pub(super) const STRONG: u8 = 1;
    /// A capital where any word has one, of a word that may well be a name.
    pub(super) const WEAK: u8 = 2;
    /// A capital that a name may have.
    pub(super) const CAPITAL: u8 = 4;
    /// An elided word with a capital, which is a part of some names (`L'Équipe`).
    pub(super) const ELIDED_CAPITAL: u8 = 8;
    /// In a sentence of capitals.
    pub(super) const SHOUTED: u8 = 16;
}

/// How often a word stands in mid-sentence with a capital, and how often without.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Casing {
    pub(super) capital: u32,
    pub(super) small: u32,
}

/// The words of an article, as name rules look at them.
pub(super) struct Words<'a, 't> {
    tokens: &'a Tokens<'t>,
    /// By the number of the token.
    flags: Vec<u8>,
    /// By the number of the word.
    casing: Vec<Casing>,
    vocabulary: Vocabulary<'a, 't>,
}

impl<'a, 't> Words<'a, 't> {
    pub(super) fn read(tokens: &'a Tokens<'t>, forms: &Forms) -> Self {
        let vocabulary = Vocabulary::read(tokens);
        let shouted = shouted(tokens, forms, &vocabulary);
        let weak = weak_places(tokens, &shouted);
        let mut casing = vec![Casing::default(); tokens.word_count()];
        for index in (0..tokens.len()).filter(|&i| tokens.kind(i) == Some(TokenKind::Word)) {
            if !forms.letters(index).begins_capital {
                casing[tokens.word(index)].small += 1;
            } else if !weak[index] {
                casing[tokens.word(index)].capital += 1;
            }
        }
        let mut words = Self { tokens, flags: Vec::with_capacity(tokens.len()), casing, vocabulary };
        for (index, &shouted) in shouted.iter().enumerate() {
            let letters = forms.letters(index);
            // `iPhone` and `xAI` have one inside.
            let capital = letters.has_capital
                && !letters.is_elided
                && tokens.kind(index) == Some(TokenKind::Word)
                && !is_roman_ordinal(tokens.str(index));
            let elided = letters.begins_capital && letters.is_elided;
            let flag = |is: bool, flag: u8| if is { flag } else { 0 };
            words
                .flags
                .push(flag(capital, flag::CAPITAL) | flag(elided, flag::ELIDED_CAPITAL) | flag(shouted, flag::SHOUTED));
        }
        for (index, &weak) in weak.iter().enumerate() {
            if words.has_capital(index) && !words.word(index).is_civility() {
                if !weak {
                    words.flags[index] |= flag::STRONG;
                } else if words.explains_capital(tokens, index) {
                    words.flags[index] |= flag::WEAK;
                }
            }
        }
        words
    }

    /// Whether token `index` is one of `flags`; no beyond the edges.
    fn is(&self, index: usize, flags: u8) -> bool {
        self.flags.get(index).is_some_and(|own| own & flags != 0)
    }

    /// What the lexicon knows of the word of token `index`.
    pub(super) fn word(&self, index: usize) -> &Word {
        self.vocabulary.word(index)
    }

    /// The names of the gazetteer that begin with token `index`.
    pub(super) fn beginning(&self, index: usize) -> Beginning {
        self.vocabulary.beginning(index)
    }

    /// Whether a head noun may begin with token `index`.
    pub(super) fn begins_head(&self, index: usize) -> bool {
        self.vocabulary.begins_head(index)
    }

    /// Whether a name of the gazetteer may begin with token `index`: any with a capital, few without.
    pub(super) fn may_begin_known(&self, index: usize) -> bool {
        self.is(index, flag::CAPITAL | flag::ELIDED_CAPITAL) || self.vocabulary.begins_small_name(index)
    }

    /// How many numbers [`Self::name_of`] has.
    pub(super) fn count_of_names(&self) -> usize {
        self.vocabulary.count_of_names()
    }

    /// The word of token `index` as a number: equal for words that differ in case and accents only.
    pub(super) fn name_of(&self, index: usize) -> u32 {
        self.vocabulary.name_of(index)
    }

    /// Whether token `index` may be part of a name.
    pub(super) fn is_name(&self, index: usize) -> bool {
        self.is(index, flag::STRONG | flag::WEAK)
    }

    /// Whether token `index` has a capital in a place where only names have one.
    pub(super) fn is_strong(&self, index: usize) -> bool {
        self.is(index, flag::STRONG)
    }

    /// Whether token `index` stands in a sentence of capitals.
    pub(super) fn is_shouted(&self, index: usize) -> bool {
        self.is(index, flag::SHOUTED)
    }

    /// Whether token `index` is written with a capital anywhere.
    pub(super) fn has_capital(&self, index: usize) -> bool {
        self.is(index, flag::CAPITAL)
    }

    /// How often the word of token `index` stands elsewhere in mid-sentence: in small letters, and with a capital.
    pub(super) fn elsewhere(&self, index: usize) -> (u32, u32) {
        let casing = self.casing[self.tokens.word(index)];
        if self.has_capital(index) {
            (casing.small, casing.capital.saturating_sub(u32::from(self.is_strong(index))))
        } else {
            (casing.small.saturating_sub(1), casing.capital)
        }
    }

    /// Whether the word with a capital at `index`, in a place where any word has one, is likely a name: by the rest of the article, else by the language.
    fn explains_capital(&self, tokens: &Tokens<'_>, index: usize) -> bool {
        let word = self.word(index);
        if word.is_function {
            return false;
        }
        let here = self.casing[tokens.word(index)];
        if here.capital + here.small > 0 {
            return here.capital >= here.small;
        }
        match word.capital {
            Some(tenths) => tenths >= LIKELY_NAME,
            // Nobody has seen the word: an acronym, a name that a list has, or a word that does not end like a French verb or noun.
            None => {
                tokens.is_all_caps(index)
                    || word.given > 0.0
                    || lookup::longest(tokens, self, index, (index + 6).min(tokens.len())).is_some()
                    || !ends_like_common_word(tokens.folded(index))
            }
        }
    }
}

/// Whether an unknown word at the beginning of a sentence is likelier a verb form or an abstract noun than a name: French makes new ones by ending.
fn ends_like_common_word(word: &str) -> bool {
    const ENDINGS: [&str; 34] = [
        "ez", "er", "ir", "ment", "ments", "tion", "tions", "sion", "sions", "ité", "ités", "ance", "ances", "ence",
        "ences", "eux", "euse", "euses", "ée", "ées", "és", "ait", "aient", "ons", "isme", "ismes", "istes", "ables",
        "ible", "ibles", "ement", "age", "ages", "antes",
    ];
    word.chars().count() > 4 && ends_like(word, &ENDINGS)
}

/// A word that the press writes so many times in ten with a capital in mid-sentence may be a name at the beginning of one. Lower: `Orange` is found, and so is every `Rose`.
const LIKELY_NAME: u8 = 4;

/// A century or a rank (`XIXe`).
fn is_roman_ordinal(word: &str) -> bool {
    let digits = word.strip_suffix("ème").or_else(|| word.strip_suffix('e'));
    digits.is_some_and(|digits| !digits.is_empty() && digits.chars().all(|c| matches!(c, 'I' | 'V' | 'X')))
}

/// Whether each token stands in a sentence of capitals, which say nothing there.
fn shouted(tokens: &Tokens<'_>, forms: &Forms, vocabulary: &Vocabulary<'_, '_>) -> Vec<bool> {
    let mut shouted = vec![false; tokens.len()];
    for sentence in tokens.sentences() {
        let range = sentence.tokens.range();
        let (mut words, mut capitals) = (0, 0);
        for index in range.clone().filter(|&i| tokens.kind(i) == Some(TokenKind::Word)) {
            words += 1;
            let letters = forms.letters(index);
            capitals += usize::from(letters.all_caps || letters.single);
        }
        if words >= 3 && capitals * 10 >= words * 7 {
            shouted[range].fill(true);
        } else {
            shouted_runs(tokens, forms, vocabulary, range, &mut shouted);
        }
    }
    shouted
}

/// Marks runs of words in capitals inside a sentence (`LE POINT SUR LA SITUATION - …`): three or more, small words among them, or five.
fn shouted_runs(
    tokens: &Tokens<'_>,
    forms: &Forms,
    vocabulary: &Vocabulary<'_, '_>,
    range: std::ops::Range<usize>,
    shouted: &mut [bool],
) {
    let mut start = range.start;
    let (mut words, mut small) = (0, false);
    for index in range.start..=range.end {
        let letters = forms.letters(index);
        let is_word = tokens.kind(index) == Some(TokenKind::Word);
        let capitals = index < range.end
            && (is_word && letters.all_caps || letters.single && letters.has_capital && tokens.str(index) == "À");
        if capitals {
            words += 1;
            small |= vocabulary.word(index).is_function;
            continue;
        }
        if words >= 5 || words >= 3 && small {
            shouted[start..index].fill(true);
        }
        (start, words, small) = (index + 1, 0, false);
    }
}

/// Whether each token stands where any word has a capital: first in its sentence, after a stop inside quotation marks, after an opening mark, a colon, a bullet.
fn weak_places(tokens: &Tokens<'_>, shouted: &[bool]) -> Vec<bool> {
    (0..tokens.len())
        .map(|index| {
            if shouted[index] || tokens.is_sentence_start(index) {
                return true;
            }
            // Only words count as content: an opening mark, bracket or dash hands the question to what stands before it.
            match tokens.kind(index - 1) {
                Some(TokenKind::Quote) => true,
                Some(TokenKind::Sign) => tokens
                    .str(index - 1)
                    .starts_with(['.', '!', '?', '…', ':', '•', '–', '—', '|', '►', '▶', '*', ';', '(', '-', '/', '>']),
                _ => false,
            }
        })
        .collect()
}
