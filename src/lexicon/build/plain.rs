//! Tables written as they are: a key, a tab, and the payload. Where the first line is `@unaccented`, keys lose their accents, as phrases do.

use super::text::fold;
use super::{Rows, key};
use std::collections::BTreeMap;
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

/// A table of classes, each with the beginnings of its words, as one of beginnings: the class that is sure of it, and the one, marked by `?`, that is not.
pub(crate) fn by_beginning(classes: &Rows) -> Rows {
    let mut beginnings: BTreeMap<&str, [&str; 2]> = BTreeMap::new();
    for (class, words) in classes {
        let (class, column) = class.strip_suffix('?').map_or((class.as_str(), 0), |class| (class, 1));
        for beginning in words.split(' ') {
            let known = &mut beginnings.entry(beginning).or_default()[column];
            assert!(known.is_empty(), "`{beginning}` is of {known} and of {class}");
            *known = class;
        }
    }
    beginnings.into_iter().map(|(beginning, classes)| (beginning.to_owned(), classes.join("\t"))).collect()
}
