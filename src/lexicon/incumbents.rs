//! Who holds the offices that newspapers speak of without a name: `le président français`, `le chef de l'État`. List: `incumbents.tsv`.

use super::Table;

static TABLE: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/incumbents.bin")));

/// The full names of those who hold the folded office, with its country or body (`président états-unis`), in the month `2025-02`, or of all of them where none is given.
///
/// ```
/// use reperes::lexicon::incumbents;
/// let holders = |month| incumbents::of("président états-unis", month).collect::<Vec<_>>();
/// assert_eq!(holders(Some("2015-02")), ["Barack Obama"]);
/// assert!(holders(None).contains(&"Joe Biden"));
/// assert_eq!(incumbents::of("président", None).next(), None);
/// ```
pub fn of<'m>(office: &str, month: Option<&'m str>) -> impl Iterator<Item = &'static str> + use<'m> {
    let row = TABLE.get(office);
    row.into_iter().flat_map(|row| row.fields()).filter_map(move |field| {
        let (term, name) = field.split_once(' ')?;
        let (from, to) = term.split_once("..")?;
        month.is_none_or(|m| from <= m && (to.is_empty() || m <= to)).then_some(name)
    })
}
