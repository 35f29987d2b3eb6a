//! Nicknames and former or foreign names of what the news speak of (`Bleus`, `Sages`, `Ville Lumière`). Table: `nicknames.tsv`.

use std::sync::LazyLock;

use super::{Table, key};

static TABLE: LazyLock<Table> = built_in!(Table, "nicknames");

/// The longest nickname, in words.
const LONGEST: usize = 8;

/// The usual name of what `words`, folded, nickname; accents and hyphens do not matter.
///
/// ```
/// use reperes::lexicon::nicknames;
/// assert_eq!(nicknames::get(["ville", "lumiere"]), Some("Paris"));
/// assert_eq!(nicknames::get(["ville"]), None);
/// ```
pub fn get<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<&'static str> {
    let mut written = String::new();
    for word in words.into_iter().take(LONGEST + 1) {
        if !written.is_empty() && !written.ends_with('\'') {
            written.push(' ');
        }
        written.push_str(word);
    }
    let mut phrase = String::new();
    key::push_token(&mut phrase, &written);
    TABLE.get(&phrase).map(|row| row.field(0))
}
