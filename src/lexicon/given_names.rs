//! Given names with their gender. Table: `given_names.tsv`.

use std::sync::LazyLock;

use super::hashed::HashedTable;
use super::key;
use super::titles::Gender;

static TABLE: LazyLock<HashedTable> = built_in!(HashedTable, "given_names");

/// A given name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenName {
    /// Who bears it: men, women, or both.
    pub gender: Option<Gender>,
    /// How common it is: 1 a few hundred people in France, or common elsewhere only; 9 more than half a million.
    pub weight: u8,
    /// Whether the word is also a common word (`Pierre`, `Rose`, `Aimé`).
    pub is_word: bool,
}

/// The given name `folded`, one token. Of a double name each part must be one (`Jean-Marie`), and the first tells the gender; accents do not matter.
///
/// ```
/// use reperes::lexicon::{given_names, titles::Gender};
/// assert_eq!(given_names::get("jean-marie").unwrap().gender, Some(Gender::Masculine));
/// assert_eq!(given_names::get("lundi"), None);
/// ```
pub fn get(folded: &str) -> Option<GivenName> {
    // Longer than any name, and than any double one.
    if folded.len() > 40 {
        return None;
    }
    let mut name = None;
    for part in folded.split('-') {
        let part = single(part)?;
        let first = *name.get_or_insert(part);
        // A double name is no common word.
        name = Some(GivenName { is_word: first.is_word && part.is_word, ..first });
    }
    name
}

fn single(folded: &str) -> Option<GivenName> {
    let (&[gender, weight], rest) = TABLE.get(key::of_token(folded))?.letters().split_first_chunk()?;
    let gender = match gender {
        b'm' => Some(Gender::Masculine),
        b'f' => Some(Gender::Feminine),
        _ => None,
    };
    Some(GivenName { gender, weight: weight.wrapping_sub(b'0'), is_word: rest.first() == Some(&b'w') })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_gender_and_whether_they_are_words() {
        assert_eq!(get("chloé").unwrap().gender, Some(Gender::Feminine));
        assert_eq!(get("chloe"), get("chloé"));
        assert_eq!(get("dominique").unwrap().gender, None);
        assert!(get("pierre").unwrap().is_word);
        assert!(!get("jean-pierre").unwrap().is_word);
        assert_eq!(get("rendez-vous"), None);
        assert_eq!(get(""), None);
    }
}
