//! Read-only lists, looked up in place. `build.rs` beside this file compiles each list into one blob; nothing of it is copied. What lies where in it is
//! counted when a table is first asked: kept beside it, these numbers would be 3 kB of the module. Small tables and those whose keys are asked for by their
//! beginnings keep them in order (`table.rs`), large ones as numbers (`hashed.rs`).
//!
//! - A table (`*.tsv`) has one row a line: a key (one or more words), a tab, and its payload, whose fields are tab-separated too. Keys are folded (see [`crate::text::fold`]).
//! - Lists of inflected words (`*.txt`) have one concept a line, in sections: [`titles`], [`demonyms`], [`heads`].
//! - Verbs are listed by their infinitives; `verbs.rs` finds any of their forms by its stem and ending: [`speech`], [`relations`], [`common_verbs`].
//! - The [`gazetteer`] (`gazetteer/*.txt`) has one concept a line with all its spellings, in sections.
//!
//! Lines that begin with `#` are comments. Sources and licences: `README.md` in this folder.

/// The table of this kind that the build script made of the list `$name`. It is the same whoever asks first: a constant, not a state.
macro_rules! built_in {
    ($kind:ident, $name:literal) => {
        LazyLock::new(|| $kind::new(include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".bin"))))
    };
}

pub mod before_roles;
pub mod calendar;
pub mod common_verbs;
pub mod common_words;
pub mod demonyms;
mod filter;
pub mod gazetteer;
pub mod given_names;
mod hashed;
pub mod heads;
pub mod incumbents;
mod key;
pub mod measures;
mod mood;
pub mod name_endings;
pub mod nicknames;
pub mod no_names;
pub mod numerals;
mod openings;
mod payload;
mod phrases;
pub mod relations;
pub mod report_words;
mod role_classes;
pub mod role_kinds;
pub mod small_words;
pub mod sport_words;
mod sources;
pub mod speech;
mod table;
pub mod titles;
pub mod verbs;

pub use mood::is_conditional;
pub use openings::{Inset, Opened, Opening, opening};
pub use payload::Row;
pub use phrases::Number;
pub use role_classes::{RoleClass, is_of_another_class, role_class};
pub use sources::{Source, SourceKind, is_generic_body, is_hosted, is_medium, is_office, source};
pub use table::Table;
