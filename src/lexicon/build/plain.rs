//! Tables written as they are: a key, a tab, and the payload. Where the first line is `@unaccented`, keys lose their accents, as phrases do.

use super::text::fold;
use super::{Rows, key};
use std::path::Path;

/// The rows of a table. A key that stands twice is an error: two people changed one fact.
pub(crate) fn compile(text: &str, path: &Path) -> Rows {
    let mut rows = Rows::new();
    let mut unaccented = false;
    for (number, line) in super::lines(text) {
        if line == "@unaccented" {
            unaccented = true;
            continue;
        }
        let (word, payload) = line.split_once('\t').unwrap_or((line, ""));
        let mut folded = fold(word);
        if unaccented {
            let accented = std::mem::take(&mut folded);
            key::push_token(&mut folded, &accented);
        }
        let old = rows.insert(folded, payload.to_owned());
        assert!(old.is_none(), "{}:{number}: `{word}` stands twice", path.display());
    }
    rows
}
