//! What the readers of values look at: the tokens of one sentence.

use std::ops::Deref;

use super::triggers::Triggers;
use crate::text::{TokenRange, chars};
use crate::tokens::{Bounded, TokenKind, Tokens};

/// No word of a table's key is longer, in bytes.
const LONGEST_WORD: usize = 32;

/// The tokens of one sentence. Beyond its edges there is nothing, so that no reader joins words of two sentences.
#[derive(Clone, Copy)]
pub(super) struct View<'a, 't> {
    words: Bounded<'a, 't>,
    triggers: &'a Triggers,
}

impl<'a, 't> Deref for View<'a, 't> {
    type Target = Bounded<'a, 't>;

    fn deref(&self) -> &Self::Target {
        &self.words
    }
}

impl<'a, 't> View<'a, 't> {
    pub(super) fn new(tokens: &'a Tokens<'t>, triggers: &'a Triggers, range: TokenRange) -> Self {
        Self { words: Bounded { tokens, range }, triggers }
    }

    /// Whether a number can begin at token `at`.
    pub(super) fn may_be_number(self, at: usize) -> bool {
        self.range.holds(at) && self.triggers.is_number(at)
    }

    /// Whether an approximator may begin at token `at`.
    pub(super) fn may_be_approximator(self, at: usize) -> bool {
        self.range.holds(at) && self.triggers.is_approximator(at)
    }

    /// What token `at` stands for as a word of number.
    pub(super) fn numeral(self, at: usize) -> Option<crate::lexicon::numerals::Numeral> {
        if self.range.holds(at) { self.triggers.numeral(self.tokens.word(at)) } else { None }
    }

    /// Whether a value can begin at token `at`.
    pub(super) fn may_begin(self, at: usize) -> bool {
        self.triggers.may_begin(at)
    }

    pub(super) fn tokens(self) -> &'a Tokens<'t> {
        self.tokens
    }

    pub(super) fn range(self) -> TokenRange {
        self.range
    }

    /// Whether token `at` is surely a third person of a frequent verb or of one of saying.
    pub(super) fn is_common_verb(self, at: usize) -> bool {
        self.range.holds(at) && self.tokens.is_common_verb(at)
    }

    /// Token `at` as written; empty beyond the edges.
    pub(super) fn str(self, at: usize) -> &'t str {
        if self.range.holds(at) { self.tokens.str(at) } else { "" }
    }

    pub(super) fn is_number(self, at: usize) -> bool {
        self.range.holds(at) && self.tokens.kind(at) == Some(TokenKind::Number)
    }

    pub(super) fn is_word(self, at: usize) -> bool {
        self.range.holds(at) && self.tokens.kind(at) == Some(TokenKind::Word)
    }

    pub(super) fn is_quote(self, at: usize) -> bool {
        self.range.holds(at) && self.tokens.kind(at) == Some(TokenKind::Quote)
    }

    pub(super) fn is_capitalised(self, at: usize) -> bool {
        self.range.holds(at) && self.tokens.is_capitalised(at)
    }

    /// Whether token `at` stands directly behind the token before it.
    pub(super) fn is_glued(self, at: usize) -> bool {
        self.range.holds(at) && at > self.range.first() && !self.tokens.spaced_before(at)
    }

    /// Whether one space that may separate thousands, and nothing else, stands before token `at`.
    pub(super) fn has_digit_space(self, at: usize) -> bool {
        if !self.range.holds(at) || at == self.range.first() {
            return false;
        }
        let list = self.tokens.list();
        let gap = &self.tokens.text().as_str()[list[at - 1].span.end as usize..list[at].span.start as usize];
        let mut letters = gap.chars();
        letters.next().is_some_and(chars::is_digit_space) && letters.next().is_none()
    }

    /// Whether token `at` is `de` or `d'`.
    pub(super) fn is_de(self, at: usize) -> bool {
        self.is_one_of(at, "de d'")
    }

    /// The longest key of `table` that the words from `at` spell, and the token behind it. Words are joined by one space, elided ones by none.
    pub(super) fn longest(
        self,
        table: &'static crate::lexicon::Table,
        at: usize,
        most: usize,
    ) -> Option<(crate::lexicon::Row, usize)> {
        // Most words begin no phrase: they are let go without building a key, and so is what is longer than any word.
        let first = self.folded(at);
        if first.is_empty() || first.len() > LONGEST_WORD || !table.may_begin_with(first) {
            return None;
        }
        let mut key = String::new();
        let mut found = None;
        for end in at..at + most {
            let word = self.folded(end);
            if word.is_empty() || word.len() > LONGEST_WORD {
                break;
            }
            if !key.is_empty() && !key.ends_with('\'') {
                key.push(' ');
            }
            key.push_str(word);
            let (row, goes_on) = table.get_and_goes_on(&key);
            if let Some(row) = row {
                found = Some((row, end + 1));
            }
            if !goes_on {
                break;
            }
        }
        found
    }
}
