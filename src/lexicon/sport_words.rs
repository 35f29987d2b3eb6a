//! Words by which an article about sport is known. Table: `sport_words.tsv`.

use super::Table;

static TABLE: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/sport_words.bin")));

/// Whether `folded`, one token, is such a word.
pub fn has(folded: &str) -> bool {
    TABLE.has(folded)
}
