//! Questions about words, each asked once.

use std::cell::Cell;

use super::Tokens;

/// What is known of the words of an article: whether the answer to one question is yes. The question is asked of a word when somebody first wants to know.
#[derive(Debug)]
pub(crate) struct Asked {
    /// By the number of the word.
    answers: Vec<Cell<Option<bool>>>,
}

impl Asked {
    /// Nothing is known yet.
    pub(crate) fn new(tokens: &Tokens<'_>) -> Self {
        Self { answers: vec![Cell::default(); tokens.word_count()] }
    }

    /// Whether the answer for token `index` is known to be no.
    pub(crate) fn is_denied(&self, tokens: &Tokens<'_>, index: usize) -> bool {
        tokens.words.get(index).is_some_and(|&word| self.answers[word as usize].get() == Some(false))
    }

    /// What `ask` says of the folded form of token `index`; no beyond the edges.
    pub(crate) fn is(&self, tokens: &Tokens<'_>, index: usize, ask: impl FnOnce(&str) -> bool) -> bool {
        let Some(&word) = tokens.words.get(index) else { return false };
        let cell = &self.answers[word as usize];
        cell.get().unwrap_or_else(|| {
            let answer = ask(tokens.folded(index));
            cell.set(Some(answer));
            answer
        })
    }
}
