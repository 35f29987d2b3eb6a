//! Words with a capital that name nothing when they stand alone (`Gouvernement`, `TVA`). Table: `no_names.tsv`.

use std::sync::LazyLock;

use super::Table;

static TABLE: LazyLock<Table> = built_in!(Table, "no_names");

/// Whether `folded`, one token, alone names nothing.
pub fn has(folded: &str) -> bool {
    TABLE.has(folded)
}
