//! Last words of names that tell what the name is of (`Airlines`, `Festival`). Table: `name_endings.tsv`.

use std::sync::LazyLock;

use super::Table;
use super::gazetteer::NameKind;

static TABLE: LazyLock<Table> = built_in!(Table, "name_endings");

/// What a name that ends with `folded`, one token, is of.
pub fn kind(folded: &str) -> Option<NameKind> {
    match TABLE.get(folded)?.field(0) {
        "organisation" => Some(NameKind::Organisation),
        "event" => Some(NameKind::Event),
        _ => None,
    }
}
