//! People with two names: `Zoé, de son vrai nom Anne Morel`, `Paul Garnier, alias « Polo »`.

use super::forms::Forms;
use crate::mentions::{Kind, Mentions};
use crate::tokens::Tokens;

/// How many tokens may stand between the two names.
const REACH: usize = 8;

/// What says that two names are one person's, between them and in this order.
const SAYINGS: [&[&str]; 12] = [
    &["de", "son", "vrai", "nom"],
    &["de", "son", "nom"],
    &["plus", "connu", "sous", "le", "nom"],
    &["plus", "connu", "sous", "le", "nom", "de"],
    &["plus", "connue", "sous", "le", "nom"],
    &["plus", "connue", "sous", "le", "nom", "de"],
    &["alias"],
    &["surnommé"],
    &["surnommée"],
    &["dit"],
    &["dite"],
    &["pseudonyme", "de"],
];

/// Joins two people's names between which the text says that they are one.
pub(super) fn join(tokens: &Tokens<'_>, mentions: &Mentions, forms: &mut Forms) {
    let mut form_of = vec![None; mentions.list().len()];
    for (index, form) in forms.list().iter().enumerate() {
        for &mention in &form.mentions {
            form_of[mention] = Some(index);
        }
    }
    for (index, pair) in mentions.list().windows(2).enumerate() {
        if pair.iter().any(|m| m.kind != Kind::Person) {
            continue;
        }
        let between = pair[0].tokens.last_end()..pair[1].tokens.first();
        if between.len() <= REACH
            && is_saying(tokens, between)
            && let (Some(a), Some(b)) = (form_of[index], form_of[index + 1])
        {
            forms.join(a, b);
        }
    }
}

/// Whether the tokens, commas, brackets and marks aside, are one of [`SAYINGS`].
fn is_saying(tokens: &Tokens<'_>, between: std::ops::Range<usize>) -> bool {
    let words: Vec<&str> = between.map(|i| tokens.folded(i)).filter(|w| w.contains(char::is_alphanumeric)).collect();
    SAYINGS.contains(&&words[..])
}
