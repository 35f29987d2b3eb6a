//! Tokens up to edges that rules may look over.

use super::Tokens;
use crate::text::TokenRange;

/// The tokens of `range`. Beyond its edges there is nothing, so that no rule joins words across them.
#[derive(Clone, Copy)]
pub(crate) struct Bounded<'a, 't> {
    pub(crate) tokens: &'a Tokens<'t>,
    pub(crate) range: TokenRange,
}

impl<'a> Bounded<'a, '_> {
    /// The folded form of token `at`; empty beyond the edges.
    pub(crate) fn folded(self, at: usize) -> &'a str {
        if self.range.holds(at) { self.tokens.folded(at) } else { "" }
    }

    /// Whether that is `word`.
    #[inline(never)]
    pub(crate) fn is(self, at: usize, word: &str) -> bool {
        self.range.holds(at) && self.tokens.is(at, word)
    }

    /// Whether it is one of the words of `list`.
    #[inline(never)]
    pub(crate) fn is_one_of(self, at: usize, list: &str) -> bool {
        self.range.holds(at) && self.tokens.is_one_of(at, list)
    }

    /// The folded form of the token `back` places before `at`; empty beyond the edges.
    pub(crate) fn before(self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |i| self.folded(i))
    }

    /// Whether that is one of the words of `list`.
    #[inline(never)]
    pub(crate) fn before_is(self, at: usize, back: usize, list: &str) -> bool {
        at.checked_sub(back).is_some_and(|i| self.is_one_of(i, list))
    }
}
