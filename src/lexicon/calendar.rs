//! Names of days.

use super::Table;

/// Feasts; field 0 is `12-25` or, counted from Easter Sunday, `E+39`; field 1 is `*` where a small letter may begin it.
pub const FEASTS: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/feasts.bin")));
