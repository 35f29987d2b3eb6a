//! Acronyms and what they stand for.

use super::bodies;
use super::forms::{Form, Forms};
use crate::map::Map;
use crate::mentions::{Kind, Mention, Mentions};
use crate::tokens::Tokens;

/// How many letters an acronym has at least that is looked for in the whole article; beside its long name two are enough.
const SHORTEST: usize = 3;

/// How many letters an acronym has at most.
const LONGEST: usize = 12;

/// Joins what stands side by side: `la Fédération du bâtiment (FFB)`, `la FFB (Fédération du bâtiment)`, `l'Anses, l'Agence de sécurité sanitaire`.
/// The two may be of different kinds: one of them is easily mistaken, their letters are not.
pub(super) fn join_adjacent(tokens: &Tokens<'_>, mentions: &Mentions, forms: &mut Forms) {
    let form_of: Map<usize, usize> =
        forms.list().iter().enumerate().flat_map(|(f, form)| form.mentions.iter().map(move |&m| (m, f))).collect();
    for (index, pair) in mentions.list().windows(2).enumerate() {
        let (first, second) = (&pair[0], &pair[1]);
        if first.kind == Kind::Person || second.kind == Kind::Person || !stand_together(tokens, first, second) {
            continue;
        }
        let (Some(&a), Some(&b)) = (form_of.get(&index), form_of.get(&(index + 1))) else { continue };
        let (a_form, b_form) = (&forms.list()[a], &forms.list()[b]);
        let in_brackets = tokens.is(first.tokens.last_end(), "(");
        let either = |same: &dyn Fn(&Form, &Form) -> bool| same(a_form, b_form) || same(b_form, a_form);
        if (in_brackets && translates(a_form, b_form))
            || either(&|a, b| if a.kind == b.kind { abbreviates(a, b, in_brackets) } else { has_initials(a, b) })
        {
            forms.join(a, b);
        }
    }
}

/// Whether the second name stands in brackets behind the first, or in apposition: `X (Y)`, `X, l'Y`, `X ou Y`, `X – Y`.
fn stand_together(tokens: &Tokens<'_>, first: &Mention, second: &Mention) -> bool {
    let between = first.tokens.last_end()..second.tokens.first();
    // A bracket or comma, an article, a mark at most.
    if between.is_empty() || between.len() > 3 {
        return false;
    }
    let may_follow =
        |index| matches!(tokens.folded(index), "le" | "la" | "les" | "l'" | "the" | "«" | "\"" | "“" | "ou");
    tokens.is_one_of(between.start, "( , ou - – — [") && between.skip(1).all(may_follow)
}

/// How many letters of an acronym are first letters at least, where it takes others too: `OFAG` of `Office fédéral de l'agriculture`, but not `AFP` of
/// an `ambassade de France` that an agency's credit follows.
const FEWEST_INITIALS: usize = 3;

/// Whether the bracket behind the long name of a body holds its acronym in another language or of an older name: one short word that the gazetteer
/// does not know as another body (`Fonds public d'investissement (PIF)`).
fn translates(long: &Form, short: &Form) -> bool {
    long.kind == Kind::Organisation
        && short.kind == long.kind
        && long.head > 0
        && long.words.len() >= SHORTEST
        && acronym_letters(short).is_some_and(|letters| letters.len() <= WORD)
        && !bodies::is_known(Kind::Organisation, &short.words)
}

/// How many letters an acronym has that is a word (`Insee`, `Medef`), so that two first letters are enough.
const WORD: usize = 5;

/// Whether the one word of `short` is made of the first letters of the words of `long`; in brackets of most of them, but a comma may separate
/// anything, so that only one letter of a word may be another.
fn abbreviates(short: &Form, long: &Form, in_brackets: bool) -> bool {
    let Some(letters) = acronym_letters(short) else { return false };
    if long.words.len() < 2 || letters.first() != long.words[0].chars().next().as_ref() {
        return false;
    }
    let mut initials = long.words.iter().filter_map(|w| w.chars().next());
    let matched = letters.iter().filter(|&&l| initials.by_ref().any(|i| i == l)).count();
    let is_word = letters.len() >= WORD;
    match letters.len() - matched {
        0 => true,
        missing if !in_brackets => is_word && missing == 1,
        _ => matched >= FEWEST_INITIALS || (is_word && matched >= 2),
    }
}

/// Whether the one word of `short` is made of the first letters of all words of `long`.
fn has_initials(short: &Form, long: &Form) -> bool {
    acronym_letters(short).is_some_and(|letters| letters.into_iter().eq(initials(long).chars()))
}

/// The letters of a name that may be an acronym: one word, not long.
fn acronym_letters(form: &Form) -> Option<Vec<char>> {
    let [acronym] = &form.words[..] else { return None };
    let letters: Vec<char> = acronym.chars().filter(|c| c.is_alphabetic()).collect();
    (2..=LONGEST).contains(&letters.len()).then_some(letters)
}

/// The first letters of the words, small words aside.
fn initials(form: &Form) -> String {
    form.words.iter().filter(|w| !is_small(w)).filter_map(|w| w.chars().next()).collect()
}

/// Whether an acronym skips the word.
pub(super) fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
}

/// Small words, which acronyms skip.
const SMALL: [&str; 15] =
    ["de", "du", "des", "d'", "la", "le", "les", "l'", "et", "en", "pour", "sur", "aux", "à", "a"];

/// Joins acronyms to the one long name of their kind whose initials they are: bodies (`CNCTR`), people (`NKM`).
pub(super) fn join(forms: &mut Forms, of_kind: &[usize]) {
    // The initials → the long form; `None` where two differ.
    let mut by_initials: Map<(Kind, String), Option<usize>> = Map::default();
    for &form in of_kind {
        let long = &forms.list()[form];
        if long.words.len() < SHORTEST {
            continue;
        }
        let root = forms.root(form);
        let entry = by_initials.entry((long.kind, initials(long))).or_insert(Some(form));
        if entry.is_some_and(|other| forms.root(other) != root) {
            *entry = None;
        }
    }
    for &form in of_kind {
        let Form { kind, words, .. } = &forms.list()[form];
        if let [acronym] = &words[..]
            && acronym.chars().count() >= SHORTEST
            && let Some(&Some(long)) = by_initials.get(&(*kind, acronym.clone()))
        {
            forms.join(long, form);
        }
    }
}
