//! Words with a capital that name nothing when they stand alone (`Gouvernement`, `TVA`). Table: `no_names.tsv`.

use super::Table;

static TABLE: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/no_names.bin")));

/// Whether `folded`, one token, alone names nothing.
pub fn has(folded: &str) -> bool {
    TABLE.has(folded)
}
