//! Tables whose keys are phrases of several tokens, with inflected forms: see `build/inflected.rs`.

use super::table::split;
use super::titles::Gender;
use super::{Row, Table, key};

/// The longest phrase in these tables, in tokens.
const LONGEST: usize = 8;

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
pub(super) fn longest<'w>(table: Table, words: impl IntoIterator<Item = &'w str>) -> Option<(usize, Row)> {
    longest_of(table, &mut words.into_iter())
}

fn longest_of(table: Table, words: &mut dyn Iterator<Item = &str>) -> Option<(usize, Row)> {
    let mut words = words.take(LONGEST).take_while(|folded| !folded.is_empty() && folded.len() <= 64);
    let mut prefix = key::of_word(words.next()?);
    let mut found = None;
    for length in 1.. {
        let (row, longer) = table.get_and_has_longer(&prefix);
        if let Some(row) = row {
            found = Some((length, row));
        }
        if !longer {
            break;
        }
        let Some(next) = words.next() else { break };
        key::push_word(prefix.to_mut(), next);
    }
    found
}

/// The row of one token.
pub(super) fn single(table: Table, folded: &str) -> Option<Row> {
    table.get(&key::of_word(folded))
}

/// Whether some key of `table` begins with the token `folded`.
pub(super) fn may_begin(table: Table, folded: &str) -> bool {
    let (row, longer) = table.get_and_has_longer(&key::of_word(folded));
    row.is_some() || longer
}
