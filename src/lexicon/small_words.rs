//! Words that only hold sentences together. Table: `small_words.tsv`.

use std::sync::LazyLock;

use super::Table;

static TABLE: LazyLock<Table> = built_in!(Table, "small_words");

/// Whether `folded`, one token, is such a word.
pub fn has(folded: &str) -> bool {
    TABLE.has(folded)
}
