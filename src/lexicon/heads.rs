//! Nouns that begin the name of an organisation, a place, an event or a work. List: `heads.txt`.

use std::sync::LazyLock;

use super::gazetteer::NameKind;
use super::hashed::HashedTable;
use super::key::{self, KeyHash};
use super::phrases::{self, Number, Sense};

static TABLE: LazyLock<HashedTable> = built_in!(HashedTable, "heads");

/// What phrases begin with, without their last words.
static BEGINNINGS: LazyLock<HashedTable> = built_in!(HashedTable, "head_beginnings");

/// How a head makes a name with what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Combines {
    /// In lower case too, with its own complement: `parquet de Paris`.
    WithComplement,
    /// With a capitalised word right behind, or with a capital of its own: `lycée Lumière`.
    WithCapital,
    /// With a capital of its own, and any complement: `Assemblée nationale`.
    AsBody,
    /// In lower case it only says what the name behind it is: `le groupe Bolloré`, `la ville de Lille`.
    Announces,
}

/// A head noun as it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// What the name is of.
    pub kind: NameKind,
    /// How it combines.
    pub combines: Combines,
    /// One or several.
    pub number: Number,
}

impl Head {
    fn new(sense: Sense) -> Option<Self> {
        let (kind, combines) = sense.section.split_once(' ')?;
        let kind = match kind {
            "organisation" => NameKind::Organisation,
            "place" => NameKind::Place,
            "event" => NameKind::Event,
            "work" => NameKind::Work,
            _ => return None,
        };
        let combines = match combines {
            "complement" => Combines::WithComplement,
            "capital" => Combines::WithCapital,
            "body" => Combines::AsBody,
            "announces" => Combines::Announces,
            _ => return None,
        };
        Some(Self { kind, combines, number: sense.number })
    }
}

/// The heads that the longest phrase beginning with the first of `words` can be, and its length in tokens; the usual one first.
///
/// ```
/// use reperes::lexicon::{gazetteer::NameKind, heads};
/// let (length, mut heads) = heads::longest(["cour", "d'", "appel", "de"]).unwrap();
/// assert_eq!(length, 3);
/// assert_eq!(heads.next().unwrap().kind, NameKind::Organisation);
/// ```
pub fn longest<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<(usize, impl Iterator<Item = Head>)> {
    let (length, row) = phrases::longest(&TABLE, words)?;
    Some((length, phrases::senses(row).filter_map(Head::new)))
}

/// The usual head that the token `folded` is by itself.
pub fn single(folded: &str) -> Option<Head> {
    phrases::senses(phrases::single(&TABLE, folded)?).find_map(Head::new)
}

/// Whether a head begins with the token `folded`.
pub fn may_begin(folded: &str) -> bool {
    let key: KeyHash = key::of_word(folded);
    TABLE.get(key).is_some() || BEGINNINGS.get(key).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_may_begin_several_kinds_of_names() {
        let kinds = |word| longest([word]).map(|(_, heads)| heads.map(|h| h.kind).collect::<Vec<_>>());
        assert_eq!(kinds("parquet"), Some(vec![NameKind::Organisation]));
        assert_eq!(kinds("préfectures"), Some(vec![NameKind::Organisation]));
        let tour = kinds("tour").unwrap();
        assert!(tour.contains(&NameKind::Place) && tour.contains(&NameKind::Event));
        assert_eq!(kinds("maintenant"), None);
        // Accents tell words apart, but on a first letter they may be missing.
        assert_eq!(kinds("comte"), None);
        assert_eq!(kinds("ecole"), kinds("école"));
    }
}
