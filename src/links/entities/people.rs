//! Who is who: full names, surnames, given names, initials.

use std::collections::BTreeMap;

use super::forms::Forms;
use super::gender;
use crate::mentions::{Kind, Mentions};
use crate::tokens::Tokens;

/// The longest surname, in words, that is looked up (`von der Leyen` has three).
const LONGEST_SURNAME: usize = 5;

/// How many people of one surname are told apart; an article with more is a list.
const MOST_NAMESAKES: usize = 16;

/// Joins the forms of people.
pub(super) fn join(tokens: &Tokens<'_>, mentions: &Mentions, forms: &mut Forms) {
    let people: Vec<usize> = (0..forms.list().len()).filter(|&f| forms.list()[f].kind == Kind::Person).collect();
    join_full_names(forms, &people);
    // Ends and beginnings of full names → the forms that have them, each person once.
    let mut endings: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    let mut beginnings: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &form in &people {
        let words = forms.list()[form].words.clone();
        for start in (1..words.len()).rev().take(LONGEST_SURNAME) {
            add(forms, endings.entry(words[start..].to_vec()).or_default(), form);
        }
        if words.len() > 1 {
            // `Jean-Luc` is a given name of two words: `Jean` alone is somebody else.
            let given = given_name(tokens, mentions, forms, form);
            add(forms, beginnings.entry(given).or_default(), form);
        }
    }
    for &form in &people {
        let words = forms.list()[form].words.clone();
        let bearers = endings.get(&words).or_else(|| beginnings.get(&words.join("-")));
        match bearers.map_or(&[][..], |b| &b[..]) {
            [] => {}
            [bearer] => forms.join(form, *bearer),
            several => assign_namesakes(tokens, mentions, forms, form, several),
        }
    }
}

/// Adds `form` unless somebody joined with it is there.
fn add(forms: &Forms, list: &mut Vec<usize>, form: usize) {
    let root = forms.root(form);
    if list.len() < MOST_NAMESAKES && !list.iter().any(|&f| forms.root(f) == root) {
        list.push(form);
    }
}

/// The first token of a form's first mention, folded, without accents.
fn given_name(tokens: &Tokens<'_>, mentions: &Mentions, forms: &Forms, form: usize) -> String {
    let first = mentions.list()[forms.list()[form].mentions[0]].tokens.first();
    tokens.folded(first).chars().map(crate::text::chars::without_accent).collect()
}

/// Full names that differ in middle names and initials only: `Donald J. Trump` and `Donald Trump`, `E. Macron` and `Emmanuel Macron`.
fn join_full_names(forms: &mut Forms, people: &[usize]) {
    let mut by_surname: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &form in people {
        let words = &forms.list()[form].words;
        if words.len() > 1 {
            by_surname.entry(words[words.len() - 1].clone()).or_default().push(form);
        }
    }
    for namesakes in by_surname.values() {
        for (position, &form) in namesakes.iter().enumerate().take(MOST_NAMESAKES) {
            let same = namesakes[..position]
                .iter()
                .copied()
                .find(|&other| same_given_names(&forms.list()[other].words, &forms.list()[form].words));
            if let Some(other) = same {
                forms.join(other, form);
            }
        }
    }
}

/// Whether two full names with the same last word may be one person's.
fn same_given_names(a: &[String], b: &[String]) -> bool {
    let (first_a, first_b) = (&a[0], &b[0]);
    if first_a == first_b {
        // `Jean-Marie` and `Jean-Luc` differ in the second word; `Donald J.` and `Donald` do not.
        return a.len() != b.len()
            || a[1..].iter().zip(&b[1..]).all(|(x, y)| x == y || initial_of(x, y) || initial_of(y, x));
    }
    initial_of(first_a, first_b) || initial_of(first_b, first_a)
}

/// Whether `short` is the initial of `long` (`e.`, `emmanuel`).
fn initial_of(short: &str, long: &str) -> bool {
    short.strip_suffix('.').is_some_and(|s| s.chars().count() == 1 && long.starts_with(s))
}

/// Gives each mention of a surname that several people have to the one it most likely means: the one that its civility fits, of these the one named in full last.
fn assign_namesakes(tokens: &Tokens<'_>, mentions: &Mentions, forms: &mut Forms, form: usize, bearers: &[usize]) {
    // The mentions of each bearer, in full.
    let full: Vec<(usize, Vec<usize>)> = bearers
        .iter()
        .map(|&bearer| {
            let root = forms.root(bearer);
            let mut all: Vec<usize> = (bearers.iter().chain([&bearer]))
                .filter(|&&f| forms.root(f) == root)
                .flat_map(|&f| forms.list()[f].mentions.clone())
                .collect();
            all.sort_unstable();
            (bearer, all)
        })
        .collect();
    let genders: Vec<_> = full.iter().map(|(_, all)| gender::of(tokens, mentions, all)).collect();
    let own = forms.list()[form].mentions.clone();
    for mention in own {
        let wanted = gender::by_title(tokens, mentions.list()[mention].tokens);
        let best = (0..full.len()).max_by_key(|&i| {
            let fits = wanted.is_none() || genders[i].is_none() || genders[i] == wanted;
            let all = &full[i].1;
            let before = all.partition_point(|&m| m < mention);
            // The last full mention before; else, the earlier introduced, the better.
            let last = if before > 0 { all[before - 1] as i64 } else { -1 - all[0] as i64 };
            (fits, last)
        });
        if let Some(best) = best {
            forms.assign(mention, full[best].0);
        }
    }
}
