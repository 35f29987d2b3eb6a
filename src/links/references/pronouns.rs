//! `il`, `elle`, `celui qui`: which pronouns speak of someone, and of whom besides those that stand out.

use super::{Gender, Kind, Reader};
use crate::text::is_one_of;

impl Reader<'_, '_> {
    /// The one person of whom the sentence before speaks, if the gender is theirs.
    pub(super) fn only_person(&self, sentence: usize, gender: Gender) -> Option<usize> {
        let mut people = self
            .recent
            .iter()
            .filter(|r| r.sentence + 1 == sentence && self.entities[r.entity].kind == Kind::Person)
            .map(|r| r.entity);
        let only = people.next().filter(|_| people.next().is_none());
        only.filter(|&e| self.agrees(e, Some(gender)))
    }

    /// `il` of `il faut`, `il y a`, `il s'agit`.
    pub(super) fn is_impersonal(&self, at: usize) -> bool {
        let next = self.tokens.folded(at + 1);
        let second = self.tokens.folded(at + 2);
        let next = if matches!(next, "ne" | "n'") { second } else { next };
        self.tokens.is(at, "il")
            && (is_one_of(next, "faut fallait faudra faudrait y semble semblait convient suffit pleut importe existe")
                || matches!(next, "s'") && self.tokens.is_one_of(at + 2, "agit agissait agira agirait")
                || is_one_of(next, "est était sera serait")
                    && is_one_of(
                        second,
                        "vrai possible impossible nécessaire temps clair évident important difficile question urgent probable essentiel prévu indispensable rare inacceptable",
                    ))
    }
}

/// Gender of a singular third-person pronoun, and whether it can't be impersonal.
pub(super) fn pronoun(word: &str, next: &str) -> Option<(Gender, bool)> {
    match word {
        // `celle qui préside le comité`: known by another name. `celui-ci` is two tokens.
        "celui" if matches!(next, "qui" | "-ci") => Some((Gender::Masculine, true)),
        "celle" if matches!(next, "qui" | "-ci") => Some((Gender::Feminine, true)),
        "il" => Some((Gender::Masculine, false)),
        "elle" => Some((Gender::Feminine, false)),
        "-t-il" | "-il" => Some((Gender::Masculine, true)),
        "-t-elle" | "-elle" => Some((Gender::Feminine, true)),
        _ => None,
    }
}
