//! Organisations, places, events and works: acronyms, short forms, and what the gazetteer calls by one name.

use std::collections::BTreeMap;

use super::forms::{Form, Forms};
use crate::lexicon::{gazetteer, heads};
use crate::mentions::{Kind, Mentions};
use crate::tokens::Tokens;

/// Small words, which acronyms skip.
const SMALL: [&str; 14] = ["de", "du", "des", "d'", "la", "le", "les", "l'", "et", "en", "pour", "sur", "aux", "à"];

/// Joins the forms of what is no person.
pub(super) fn join(tokens: &Tokens<'_>, mentions: &Mentions, forms: &mut Forms) {
    join_brackets(tokens, mentions, forms);
    let others: Vec<usize> = (0..forms.list().len()).filter(|&f| forms.list()[f].kind != Kind::Person).collect();
    join_known(forms, &others);
    join_acronyms(forms, &others);
    join_heads(forms, &others);
}

/// `la Fédération du bâtiment (FFB)`, `la FFB (Fédération du bâtiment)`: what stands in brackets right behind a name, of the same kind, names the same.
fn join_brackets(tokens: &Tokens<'_>, mentions: &Mentions, forms: &mut Forms) {
    let form_of: BTreeMap<usize, usize> =
        forms.list().iter().enumerate().flat_map(|(f, form)| form.mentions.iter().map(move |&m| (m, f))).collect();
    for (index, pair) in mentions.list().windows(2).enumerate() {
        let (outer, inner) = (&pair[0], &pair[1]);
        let open = outer.tokens.last_end();
        let bracketed = tokens.folded(open) == "("
            && inner.tokens.first() == open + 1
            && tokens.folded(inner.tokens.last_end()) == ")";
        if !bracketed || outer.kind != inner.kind || outer.kind == Kind::Person {
            continue;
        }
        let (Some(&a), Some(&b)) = (form_of.get(&index), form_of.get(&(index + 1))) else { continue };
        let (a_form, b_form) = (&forms.list()[a], &forms.list()[b]);
        if abbreviates(a_form, b_form) || abbreviates(b_form, a_form) {
            forms.join(a, b);
        }
    }
}

/// Whether the one word of `short` is made of the first letters of the words of `long`, most of them at least.
fn abbreviates(short: &Form, long: &Form) -> bool {
    let [acronym] = &short.words[..] else { return false };
    let letters: Vec<char> = acronym.chars().filter(|c| c.is_alphabetic()).collect();
    if letters.len() < 2 || letters.len() > 12 || long.words.len() < 2 {
        return false;
    }
    let mut initials = long.words.iter().filter_map(|w| w.chars().next());
    let matched = letters.iter().filter(|&&l| initials.by_ref().any(|i| i == l)).count();
    // `Insee`, `Anses`, `Medef` take more than the initials: two in order are enough where the words stand in brackets.
    letters.first() == long.words[0].chars().next().as_ref() && matched >= 2
}

/// Forms that the gazetteer knows by one name: `US` and `États-Unis`.
fn join_known(forms: &mut Forms, others: &[usize]) {
    let mut by_name: BTreeMap<(Kind, String), usize> = BTreeMap::new();
    for &form in others {
        let Form { kind, words, .. } = &forms.list()[form];
        let Some(name) = known_name(*kind, words) else { continue };
        let first = *by_name.entry((*kind, name)).or_insert(form);
        if first != form {
            forms.join(first, form);
        }
    }
}

/// The words by which the gazetteer calls a name of `kind`.
fn known_name(kind: Kind, words: &[String]) -> Option<String> {
    let entry = gazetteer::get(words.iter().map(String::as_str))?;
    let reading = entry.readings().find(|r| kind_of(r.kind()) == kind)?;
    let written = words.join(" ");
    Some(reading.name(&written).map_or(written, |name| plain(&name)))
}

fn kind_of(kind: gazetteer::NameKind) -> Kind {
    match kind {
        gazetteer::NameKind::Person => Kind::Person,
        gazetteer::NameKind::Organisation => Kind::Organisation,
        gazetteer::NameKind::Place => Kind::Place,
        gazetteer::NameKind::Event => Kind::Event,
        gazetteer::NameKind::Work => Kind::Work,
    }
}

/// A name of the gazetteer as forms write their words.
fn plain(name: &str) -> String {
    crate::text::fold(name)
        .replace('-', " ")
        .replace('\'', "' ")
        .chars()
        .map(crate::text::chars::without_accent)
        .collect()
}

/// Acronyms to the one long name whose initials they are.
fn join_acronyms(forms: &mut Forms, others: &[usize]) {
    // Initials, with and without small words → the long form; `None` where two differ.
    let mut by_initials: BTreeMap<(Kind, String), Option<usize>> = BTreeMap::new();
    for &form in others {
        let Form { kind, words, .. } = &forms.list()[form];
        if words.len() < 3 {
            continue;
        }
        let long: Vec<&String> = words.iter().filter(|w| !SMALL.contains(&w.as_str())).collect();
        let initials: String = long.iter().filter_map(|w| w.chars().next()).collect();
        by_initials.entry((*kind, initials)).and_modify(|f| *f = None).or_insert(Some(form));
    }
    for &form in others {
        let Form { kind, words, .. } = &forms.list()[form];
        if let [acronym] = &words[..]
            && acronym.chars().count() >= 3
            && let Some(&Some(long)) = by_initials.get(&(*kind, acronym.clone()))
        {
            forms.join(long, form);
        }
    }
}

/// The head of an institution alone (`la Commission`) to the one institution of the article that it begins.
fn join_heads(forms: &mut Forms, others: &[usize]) {
    let mut by_head: BTreeMap<(Kind, String), Vec<usize>> = BTreeMap::new();
    for &form in others {
        let Form { kind, words, .. } = &forms.list()[form];
        if words.len() > 1 && *kind == Kind::Organisation {
            let list = by_head.entry((*kind, words[0].clone())).or_default();
            if list.len() < 2 && !list.iter().any(|&f| forms.root(f) == forms.root(form)) {
                list.push(form);
            }
        }
    }
    for &form in others {
        let Form { kind, words, .. } = &forms.list()[form];
        if let [head] = &words[..]
            && heads::longest([head.as_str()]).is_some()
            && let Some([long]) = by_head.get(&(*kind, head.clone())).map(Vec::as_slice)
        {
            forms.join(*long, form);
        }
    }
}
