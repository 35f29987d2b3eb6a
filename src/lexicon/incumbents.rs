//! Who holds the offices that newspapers speak of without a name: `le président français`, `le ministre de l'Intérieur`. List: `incumbents.tsv`.

use std::sync::LazyLock;

use super::Table;
use crate::text::is_one_of;

static TABLE: LazyLock<Table> = built_in!(Table, "incumbents");

/// The full names of those who hold the folded office, with its country or body (`président états-unis`), in the month `2025-02`, or of all of them where none is given.
/// Articles and prepositions in it don't count: `président des états-unis`.
///
/// ```
/// use reperes::lexicon::incumbents;
/// let holders = |month| incumbents::of("président des états-unis", month).collect::<Vec<_>>();
/// assert_eq!(holders(Some("2019-02")), ["Donald Trump"]);
/// assert!(holders(None).contains(&"Joe Biden"));
/// assert_eq!(incumbents::of("président", None).next(), None);
/// ```
pub fn of<'m>(office: &str, month: Option<&'m str>) -> impl Iterator<Item = &'static str> + use<'m> {
    let words: Vec<&str> = office.split([' ', '\'', '’']).filter(|word| !is_small(word)).collect();
    let row = TABLE.get(&words.join(" "));
    row.into_iter().flat_map(|row| row.fields()).filter_map(move |field| {
        let (term, name) = field.split_once(' ')?;
        let (from, to) = term.split_once("..")?;
        month.is_none_or(|m| from <= m && (to.is_empty() || m <= to)).then_some(name)
    })
}

/// Whether `noun`, folded, may be that of an office in the list; few others pass.
pub(crate) fn may_be_office(noun: &str) -> bool {
    TABLE.passes(noun.as_bytes())
}

/// Articles, prepositions and `et`.
fn is_small(word: &str) -> bool {
    word.is_empty() || is_one_of(word, "le la les l de du des d à au aux en et chargé chargée")
}
