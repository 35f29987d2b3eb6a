//! Organisations, places, events and works: what the gazetteer calls by one name, acronyms, short forms.

use super::forms::{Form, Forms};
use super::{acronyms, short_forms};
use crate::lexicon::gazetteer::{self, Class};
use crate::lexicon::nicknames;
use crate::map::Map;
use crate::mentions::{Kind, Mentions};
use crate::text::is_one_of;
use crate::tokens::Tokens;

/// Joins the forms of what is no person.
pub(super) fn join(tokens: &Tokens<'_>, mentions: &Mentions, forms: &mut Forms) {
    acronyms::join_adjacent(tokens, mentions, forms);
    let others: Vec<usize> = (0..forms.list().len()).filter(|&f| forms.list()[f].kind != Kind::Person).collect();
    join_known(forms, &others);
    acronyms::join(forms, &others);
    short_forms::join(forms, &others);
}

/// Forms that the gazetteer knows by one name: `US` and `États-Unis`.
fn join_known(forms: &mut Forms, others: &[usize]) {
    let mut by_name: Map<(Kind, String), usize> = Map::default();
    for &form in others {
        let Form { kind, words, .. } = &forms.list()[form];
        let first = *by_name.entry(usual_name(*kind, words)).or_insert(form);
        if first != form {
            forms.join(first, form);
        }
    }
}

/// How sure a short name must be for a country where the mention was taken for something else.
const SURE_COUNTRY: u8 = 7;

/// The words by which a name of `kind` is usually called, so far as the lists know, and the kind of what it names.
fn usual_name(kind: Kind, words: &[String]) -> (Kind, String) {
    let written = words.join(" ");
    if let Some(name) = nicknames::get(words.iter().map(String::as_str)) {
        return (kind, plain(name));
    }
    let Some(entry) = gazetteer::get(words.iter().map(String::as_str)) else { return (kind, written) };
    if let Some(reading) = entry.readings().find(|r| kind_of(r.kind()) == kind) {
        // Products are listed with their models, which are not one thing: `iPhone 15` and `iPhone 16`.
        let name = if reading.class == Class::Product { None } else { reading.name(&written) };
        return (kind, name.map_or(written, |name| plain(&name)));
    }
    // A country that acts is easily taken for a body: `US` is one place still.
    let country = entry.first().filter(|r| r.class == Class::Country && r.weight >= SURE_COUNTRY);
    match country.and_then(|r| r.name(&written)) {
        Some(name) => (Kind::Place, plain(&name)),
        None => (kind, written),
    }
}

/// The full name of those that are written short where the article says nowhere what that means: `LR` is called Les Républicains, while `CGT` is a name of its own.
pub(super) fn spelled_out(kind: Kind, name: &str) -> Option<String> {
    let short = kind == Kind::Organisation && is_one_of(name, "LR RN LFI LREM LaREM UE PS");
    short.then(|| gazetteer::get([crate::text::fold(name).as_str()])?.first()?.name(name)).flatten()
}

/// Whether the gazetteer has the name among those of `kind`.
pub(super) fn is_known(kind: Kind, words: &[String]) -> bool {
    weight(kind, words) > 0
}

/// How often the words are the name of `kind` that the gazetteer has, 0 to 9: see [`gazetteer::Reading::weight`].
pub(super) fn weight(kind: Kind, words: &[String]) -> u8 {
    let entry = gazetteer::get(words.iter().map(String::as_str));
    entry.and_then(|e| e.readings().find(|r| kind_of(r.kind()) == kind)).map_or(0, |r| r.weight)
}

/// The kind of mention that a kind of name of the gazetteer is.
pub(super) fn kind_of(kind: gazetteer::NameKind) -> Kind {
    match kind {
        gazetteer::NameKind::Person => Kind::Person,
        gazetteer::NameKind::Organisation => Kind::Organisation,
        gazetteer::NameKind::Place => Kind::Place,
        gazetteer::NameKind::Event => Kind::Event,
        gazetteer::NameKind::Work => Kind::Work,
    }
}

/// A name of the gazetteer as forms write their words.
pub(super) fn plain(name: &str) -> String {
    crate::text::fold(name)
        .replace('-', " ")
        .replace('\'', "' ")
        .chars()
        .map(crate::text::chars::without_accent)
        .collect()
}
