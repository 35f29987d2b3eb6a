//! Names of days.

use std::sync::LazyLock;

use super::Table;

/// Feasts; field 0 is `12-25` or, counted from Easter Sunday, `E+39`; field 1 is `*` where a small letter may begin it.
pub static FEASTS: LazyLock<Table> = built_in!(Table, "feasts");
