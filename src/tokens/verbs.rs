//! What is known of the words of an article as verbs.

use std::cell::Cell;

use super::Tokens;
use crate::lexicon::common_verbs;
use crate::lexicon::verbs::{self, Uses};

/// The answers by the number of the word; the lexicon is asked of a word when a layer first wants to know.
pub(super) type Verbs = Vec<Cell<Verb>>;

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Verb {
    uses: Option<Uses>,
    finite: Option<bool>,
}

impl Tokens<'_> {
    /// Of which lists of verbs the word of token `index` is.
    pub(crate) fn uses(&self, index: usize) -> Uses {
        self.verb(index).map_or(Uses::default(), |(cell, word)| self.uses_of(cell, word))
    }

    /// Whether the word of token `index` is surely a third person of a frequent verb or of one of saying.
    pub(crate) fn is_common_verb(&self, index: usize) -> bool {
        common_verbs::is_finite(self.folded(index), self.uses(index))
    }

    /// Whether the word of token `index` is surely a finite verb, wherever it stands.
    pub(crate) fn is_finite_by_form(&self, index: usize) -> bool {
        let Some((cell, word)) = self.verb(index) else { return false };
        cell.get().finite.unwrap_or_else(|| {
            let finite = common_verbs::is_finite_by_form(word, self.uses_of(cell, word));
            cell.set(Verb { finite: Some(finite), ..cell.get() });
            finite
        })
    }

    /// What is known of the word of token `index`, and its folded form.
    fn verb(&self, index: usize) -> Option<(&Cell<Verb>, &str)> {
        let word = *self.words.get(index)? as usize;
        Some((&self.verbs[word], self.vocabulary.string(word)))
    }

    fn uses_of(&self, cell: &Cell<Verb>, word: &str) -> Uses {
        cell.get().uses.unwrap_or_else(|| {
            let uses = verbs::uses(word);
            cell.set(Verb { uses: Some(uses), ..cell.get() });
            uses
        })
    }
}
