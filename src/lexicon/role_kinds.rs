//! What one may call someone whose role is known: `le magistrat` of a `procureur`. List: `role_kinds.tsv`.

use std::sync::LazyLock;

use super::Table;

static TABLE: LazyLock<Table> = built_in!(Table, "role_kinds");

/// Whether the folded noun `general` may speak of someone whose role is the folded noun `special`.
///
/// ```
/// use reperes::lexicon::role_kinds::generalises;
/// assert!(generalises("magistrate", "procureure"));
/// assert!(!generalises("magistrate", "maire"));
/// ```
pub fn generalises(general: &str, special: &str) -> bool {
    TABLE.get(general).is_some_and(|row| row.field(0).split(' ').any(|beginning| special.starts_with(beginning)))
}
