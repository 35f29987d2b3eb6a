//! Read-only tables, looked up in place. `build.rs` beside this file compiles each `*.tsv` into one blob; nothing is parsed at start-up.
//!
//! A table's line is a key (one or more words), a tab, and its payload, whose fields are tab-separated too. Keys are folded (see
//! [`crate::text::fold`]). Lines that begin with `#` are comments. Sources and licences: `README.md` in this folder.

mod openings;
mod sources;
pub mod speech;
mod table;

pub use openings::{Opening, opening};
pub use sources::{Source, SourceKind, source};
pub use table::{Row, Table};
