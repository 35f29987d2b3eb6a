//! The shape of a person's full name: given names, particles, surname.

use super::words::Words;
use crate::text::TokenRange;
use crate::tokens::{TokenKind, Tokens};

/// Words in small letters between given name and surname.
const PARTICLES: [&str; 26] = [
    "de", "d'", "du", "des", "la", "le", "les", "l'", "van", "von", "der", "den", "ter", "ten", "zu", "ben", "bin",
    "ibn", "al", "el", "da", "do", "dos", "di", "del", "y",
];

/// The longest full name, in tokens (`Jean-Pierre de La Tour du Pin` has six).
const LONGEST: usize = 7;

/// How a stretch fits the shape of a full name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct FullName {
    /// How sure its first word is a given name, 0 to 1.
    pub(super) given: f32,
    /// Token of the surname's first word, particle included.
    pub(super) surname: usize,
}

/// The full name that `range` may be: one or more given names or initials, then a surname with or without particles.
pub(super) fn full_name(tokens: &Tokens<'_>, words: &Words<'_>, range: TokenRange) -> Option<FullName> {
    if range.len() < 2 || range.len() > LONGEST {
        return None;
    }
    let last = range.last_end() - 1;
    if !words.is_name(range.first()) || !words.is_name(last) {
        return None;
    }
    // `marché de Noël de Lens`
    if tokens.folded(range.first()) == "noël" && !words.is_name(range.first() + 1) {
        return None;
    }
    // Every word in between is a name or a particle; a surname is never an acronym, unless all is in capitals.
    let all_caps = range.range().all(|i| !words.is_name(i) || tokens.is_all_caps(i));
    let fits = |i: usize| {
        words.is_name(i)
            && !tokens.str(i).contains('&')
            && (all_caps || is_initials(tokens, i) || !is_acronym(tokens, i))
            || i > range.first() && i < last && PARTICLES.contains(&tokens.folded(i))
    };
    if !range.range().all(fits) {
        return None;
    }
    let first = range.first();
    let given = if is_initials(tokens, first) { 0.9 } else { words.word(first).given };
    let mut surname = first + 1;
    while surname < last && words.is_name(surname) && (is_initials(tokens, surname) || words.word(surname).given > 0.5)
    {
        surname += 1;
    }
    Some(FullName { given, surname })
}

/// Whether token `index` is initials with points (`J.D.`, `F.`).
pub(super) fn is_initials(tokens: &Tokens<'_>, index: usize) -> bool {
    let word = tokens.str(index);
    tokens.kind(index) == Some(TokenKind::Word)
        && word.ends_with('.')
        && word.chars().count() <= 8
        && word.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-'))
}

/// Whether token `index` is written in capitals that look like an acronym, at most six letters.
fn is_acronym(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.is_all_caps(index) && tokens.str(index).chars().count() <= 6 && !tokens.str(index).contains('-')
}
