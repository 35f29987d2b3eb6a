//! Words that only hold sentences together. Table: `small_words.tsv`.

use super::Table;

static TABLE: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/small_words.bin")));

/// Whether `folded`, one token, is such a word.
pub fn has(folded: &str) -> bool {
    TABLE.has(folded)
}
