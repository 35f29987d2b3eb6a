//! One name in several spellings, and one name that was taken for two kinds of thing.

use super::bodies;
use super::forms::{Form, Forms};
use crate::map::Map;
use crate::mentions::Kind;

/// How many letters a spelling has at least that is compared without its gaps.
const SHORTEST: usize = 3;

/// Joins the forms of one kind that are spelled alike, or have the same words in another order (`Morel Anne` on a list).
pub(super) fn join(forms: &mut Forms) {
    let mut by_spelling: Map<(Kind, String), usize> = Map::default();
    let mut by_words: Map<(Kind, Vec<String>), usize> = Map::default();
    for form in 0..forms.list().len() {
        let Form { kind, spelling, words, .. } = &forms.list()[form];
        let (kind, spelling, mut words) = (*kind, spelling.clone(), words.clone());
        if spelling.len() >= SHORTEST {
            let first = *by_spelling.entry((kind, spelling)).or_insert(form);
            forms.join(first, form);
        }
        if (2..=MOST_REORDERED).contains(&words.len()) {
            words.sort_unstable();
            let first = *by_words.entry((kind, words)).or_insert(form);
            forms.join(first, form);
        }
    }
}

/// How many words a name has at most that may stand in another order.
const MOST_REORDERED: usize = 4;

/// Joins the same words of two kinds: a name is one thing in an article, and its kind was mistaken somewhere. Two things they are where the
/// gazetteer knows the rarer kind too: `Washington`, `Saint-Étienne` the town and the club.
pub(super) fn join_across_kinds(forms: &mut Forms) {
    let mut by_words: Map<Vec<String>, Vec<usize>> = Map::default();
    for (index, form) in forms.list().iter().enumerate() {
        by_words.entry(form.words.clone()).or_default().push(index);
    }
    let surnames = surnames(forms);
    for (words, mut same) in by_words {
        // Most mentions first; the sort is stable.
        same.sort_by_key(|&f| std::cmp::Reverse(forms.list()[f].mentions.len()));
        let main = same[0];
        for &other in &same[1..] {
            if !are_two_things(forms, main, other) {
                forms.join(main, other);
            }
        }
        let kind = forms.list()[main].kind;
        if let [surname] = &words[..]
            && same.len() == 1
            && kind != Kind::Person
            && !bodies::is_known(kind, &words)
            && let Some(&Some(bearer)) = surnames.get(surname)
        {
            forms.join(bearer, main);
        }
    }
}

/// Whether two forms with the same words name two things.
fn are_two_things(forms: &Forms, main: usize, other: usize) -> bool {
    let (main, other) = (&forms.list()[main], &forms.list()[other]);
    bodies::is_known(other.kind, &other.words)
        // The people of a town are called by its name: clubs, companies, councils.
        || (other.kind == Kind::Organisation && bodies::is_known(Kind::Place, &main.words))
}

/// The last words of people's full names → the one person of that surname; `None` where there are two.
fn surnames(forms: &Forms) -> Map<String, Option<usize>> {
    let mut surnames: Map<String, Option<usize>> = Map::default();
    for (index, form) in forms.list().iter().enumerate() {
        if form.kind == Kind::Person
            && let [_, .., surname] = &form.words[..]
        {
            let root = forms.root(index);
            let bearer = surnames.entry(surname.clone()).or_insert(Some(index));
            if bearer.is_some_and(|b| forms.root(b) != root) {
                *bearer = None;
            }
        }
    }
    surnames
}
