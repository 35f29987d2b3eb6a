//! Words by which an article about sport is known. Table: `sport_words.tsv`.

use std::sync::LazyLock;

use super::Table;

static TABLE: LazyLock<Table> = built_in!(Table, "sport_words");

/// Whether `folded`, one token, is such a word.
pub fn has(folded: &str) -> bool {
    TABLE.has(folded)
}
