//! Keys of phrases. Shared with the build script, so that a list's spelling and the tokens of a text make the same key.

use std::borrow::Cow;

use crate::text::{chars, fold};

/// Words that names hold in lower case (`Côte d'Ivoire`, `Stade de France`, `Ursula von der Leyen`).
const SMALL: [&str; 36] = [
    "de", "du", "des", "d'", "la", "le", "les", "l'", "et", "en", "sur", "sous", "à", "au", "aux", "pour", "par",
    "dans", "of", "the", "and", "for", "in", "y", "von", "van", "der", "den", "di", "da", "do", "dos", "del", "el",
    "al", "ben",
];

/// Appends a token's folded form to the key of a phrase. Tokens are joined by one space and lose their accents, since capitals often stand without (`Etats-Unis`, `EGYPTE`) and foreign
/// names with or without (`Erdoğan`); hyphens are spaces, since names have either (`Tel-Aviv`, `Tel Aviv`).
pub(super) fn push_token(key: &mut String, folded: &str) {
    if !key.is_empty() {
        key.push(' ');
    }
    if is_plain(folded) {
        key.push_str(folded);
    } else {
        key.extend(folded.chars().map(|c| if c == '-' { ' ' } else { chars::without_accent(c) }));
    }
}

/// The key of words as they are written, with a space between any two.
pub(super) fn of_words(written: &str) -> String {
    let mut key = String::with_capacity(written.len());
    written.split(' ').for_each(|word| push_token(&mut key, &fold(word)));
    key
}

/// The key of a phrase of one token: see [`push_token`].
#[allow(dead_code, reason = "for the crate")]
pub(super) fn of_token(folded: &str) -> Cow<'_, str> {
    alone(folded, is_plain(folded), push_token)
}

/// The key of a noun or adjective of one token: see [`push_word`].
#[allow(dead_code, reason = "for the crate")]
pub(super) fn of_word(folded: &str) -> Cow<'_, str> {
    alone(folded, is_plain_word(folded), push_word)
}

fn alone(folded: &str, is_plain: bool, push: fn(&mut String, &str)) -> Cow<'_, str> {
    if is_plain {
        return Cow::Borrowed(folded);
    }
    let mut key = String::with_capacity(folded.len());
    push(&mut key, folded);
    Cow::Owned(key)
}

/// Appends a token's folded form to the key of a noun or adjective, which is written in small letters as a rule, so that its accents tell words apart (`côte`, `côté`): only first letters lose
/// theirs, for the sake of capitals (`Ecole`).
pub(super) fn push_word(key: &mut String, folded: &str) {
    if !key.is_empty() {
        key.push(' ');
    }
    if is_plain_word(folded) {
        key.push_str(folded);
        return;
    }
    let mut first = true;
    for c in folded.chars() {
        key.push(match c {
            '-' => ' ',
            c if first => chars::without_accent(c),
            c => c,
        });
        first = c == '-';
    }
}

/// Whether a key takes `folded` as it is, as it takes most words: there is no accent to lose and no hyphen to part.
fn is_plain(folded: &str) -> bool {
    folded.bytes().all(|b| b.is_ascii() && b != b'-')
}

/// The same for nouns and adjectives, which lose no accents but on first letters.
fn is_plain_word(folded: &str) -> bool {
    let first = folded.chars().next();
    first.is_none_or(|c| chars::without_accent(c) == c) && folded.bytes().all(|byte| byte != b'-')
}

/// Whether a name usually has a capital on its token `index`, whose folded form is `folded`: on its first word, and on each that is not small.
pub(super) fn has_usual_capital(index: usize, folded: &str) -> bool {
    folded.starts_with(char::is_alphabetic) && (index == 0 || folded.len() > 4 || !SMALL.contains(&folded))
}
