//! Tables whose keys are phrases of several tokens, with inflected forms: see `build/inflected.rs`.

use super::hashed::HashedTable;
use super::key::{self, KeyHash};
use super::payload::{Row, split};
use super::titles::Gender;

/// The longest phrase in these tables, in tokens.
pub(super) const LONGEST: usize = 8;

/// One or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// One; also forms that do not tell, such as `porte-parole`.
    Singular,
    /// Several.
    Plural,
}

/// One meaning of a phrase.
pub(super) struct Sense {
    /// The section of the list that it stands in.
    pub(super) section: &'static str,
    /// The gender that the form tells.
    pub(super) gender: Option<Gender>,
    /// One or several.
    pub(super) number: Number,
    /// The place or party that it points to; empty where there is none.
    pub(super) of: &'static str,
}

/// The meanings in `row`, the usual one first.
pub(super) fn senses(row: Row) -> impl Iterator<Item = Sense> {
    let (mut fields, mut places) = (row.fields(), split(row.part(1)));
    let mut of = "";
    std::iter::from_fn(move || {
        let section = fields.next()?;
        let form = fields.next()?;
        of = places.next().unwrap_or(of);
        let gender = match form.chars().next() {
            Some('m') => Some(Gender::Masculine),
            Some('f') => Some(Gender::Feminine),
            _ => None,
        };
        let number = if form.ends_with('p') { Number::Plural } else { Number::Singular };
        Some(Sense { section, gender, number, of })
    })
}

/// The longest key of `table` that begins with the first of `words`, and its length in tokens.
pub(super) fn longest<'w>(
    table: &'static HashedTable,
    words: impl IntoIterator<Item = &'w str>,
) -> Option<(usize, Row)> {
    longest_of(table, &mut words.into_iter())
}

fn longest_of(table: &'static HashedTable, words: &mut dyn Iterator<Item = &str>) -> Option<(usize, Row)> {
    let words = words.take(LONGEST).take_while(|folded| !folded.is_empty() && folded.len() <= 64);
    let mut key = KeyHash::default();
    let (mut found, mut longest) = (None, 0);
    for (index, word) in words.enumerate() {
        key::push_word(&mut key, word);
        if index == 0 {
            longest = table.longest(key);
        }
        if let Some(row) = table.get(key) {
            found = Some((index + 1, row));
        }
        if key.words >= longest {
            break;
        }
    }
    found
}

/// The row of one token.
pub(super) fn single(table: &'static HashedTable, folded: &str) -> Option<Row> {
    table.get(key::of_word(folded))
}

/// Whether some key of `table` may begin with the token `folded`; where none does, hardly ever.
pub(super) fn may_begin(table: &'static HashedTable, folded: &str) -> bool {
    let key = key::of_word(folded);
    table.longest(key) > 1 || table.get(key).is_some()
}
