//! Common words in lower case, with how rare they are and how often they stand with a capital in mid-sentence. Table: `common_words.tsv`.

use std::sync::LazyLock;

use super::hashed::HashedTable;
use super::key::KeyHash;

static TABLE: LazyLock<HashedTable> = built_in!(HashedTable, "common_words");

/// What is known of a common word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CommonWord {
    /// How rare: 0 for one word in a hundred or more, each step about two and a half times rarer, 9 for one word in 300,000 or fewer.
    pub rarity: u8,
    /// How often a capital stands on it in mid-sentence, in tenths: 0 for `table`, 5 for `conseil`, 9 for `jean`.
    pub capital: u8,
}

/// The common word `folded`. A form that the press never writes in lower case is none, however frequent.
///
/// ```
/// use reperes::lexicon::common_words;
/// assert_eq!(common_words::get("table").unwrap().capital, 0);
/// assert_eq!(common_words::get("marseille"), None);
/// ```
pub fn get(folded: &str) -> Option<CommonWord> {
    exact(folded).or_else(|| {
        // Plurals and feminines stand in the table only where they behave otherwise than their base.
        let base = ENDINGS.iter().find_map(|end| {
            let base = folded.strip_suffix(end).filter(|base| base.chars().count() >= SHORTEST_BASE)?;
            exact(base)
        })?;
        Some(CommonWord { rarity: (base.rarity + 1).min(9), ..base })
    })
}

/// Endings of plural and feminine, in the order in which they are tried.
const ENDINGS: [&str; 4] = ["es", "s", "e", "x"];

/// Fewer letters are no word that takes an ending.
const SHORTEST_BASE: usize = 3;

fn exact(folded: &str) -> Option<CommonWord> {
    let &[rarity, capital, ..] = TABLE.get(KeyHash::of(folded))?.letters() else { return None };
    Some(CommonWord { rarity: rarity.wrapping_sub(b'0'), capital: capital.wrapping_sub(b'0') })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_words_are_less_rare() {
        assert!(get("de").unwrap().rarity < get("maison").unwrap().rarity);
        assert_eq!(get("tables").unwrap().capital, 0);
        // Names that look like forms of a word say so themselves.
        assert!(get("paris").unwrap().capital == 9 && get("france").unwrap().capital == 9);
        assert!(get("conseil").unwrap().capital > get("maison").unwrap().capital);
    }
}
