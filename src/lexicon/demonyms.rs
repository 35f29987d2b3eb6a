//! Adjectives and nouns of origin: `américaine` is of the `États-Unis`. List: `demonyms.txt`; adjectives of parties: `partisans.txt`.

use std::sync::LazyLock;

use super::hashed::HashedTable;
use super::phrases::{self, Number, Sense};
use super::titles::Gender;

static DEMONYMS: LazyLock<HashedTable> = built_in!(HashedTable, "demonyms");
static PARTISANS: LazyLock<HashedTable> = built_in!(HashedTable, "partisans");

/// What kind of thing an adjective of origin points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A country.
    Country,
    /// A region, department, province, continent.
    Region,
    /// A town.
    Town,
    /// A party or political movement.
    Party,
}

/// An adjective or noun of origin as it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demonym {
    /// The place or party, by its name in the gazetteer.
    pub of: &'static str,
    /// What that is.
    pub origin: Origin,
    /// The gender that the form tells.
    pub gender: Option<Gender>,
    /// One or several.
    pub number: Number,
}

impl Demonym {
    fn new(sense: Sense) -> Option<Self> {
        let origin = match sense.section {
            "country" => Origin::Country,
            "region" => Origin::Region,
            "town" => Origin::Town,
            "party" => Origin::Party,
            _ => return None,
        };
        Some(Self { of: sense.of, origin, gender: sense.gender, number: sense.number })
    }
}

/// The place that `folded`, one token, is the adjective or the inhabitant of.
pub fn place(folded: &str) -> Option<Demonym> {
    phrases::senses(phrases::single(&DEMONYMS, folded)?).find_map(Demonym::new)
}

/// The party that the longest phrase beginning with the first of `words` is the adjective or the member of (`socialiste`, `insoumis`, `LR`), and its length in tokens.
pub fn party<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<(usize, Demonym)> {
    let (length, row) = phrases::longest(&PARTISANS, words)?;
    Some((length, phrases::senses(row).find_map(Demonym::new)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::gazetteer::{self, NameKind};
    use crate::text::Text;

    #[test]
    fn every_form_leads_to_the_place() {
        for form in ["américain", "américaine", "américains", "américaines"] {
            assert_eq!(place(form).unwrap().of, "États-Unis");
        }
        let greek = place("grecques").unwrap();
        assert_eq!((greek.of, greek.gender, greek.number), ("Grèce", Some(Gender::Feminine), Number::Plural));
        assert_eq!(place("française").unwrap().of, "France");
        assert_eq!(place("marseillaise").unwrap().origin, Origin::Town);
        assert_eq!(place("table"), None);
    }

    #[test]
    fn words_of_parties_lead_to_them() {
        assert_eq!(party(["socialiste"]).unwrap().1.of, "Parti socialiste");
        assert_eq!(party(["vlaams", "belang"]).unwrap().0, 2);
    }

    /// What an adjective points to is in the gazetteer under that very name.
    #[test]
    fn every_origin_is_in_the_gazetteer() {
        let mut unknown = Vec::new();
        for row in DEMONYMS.rows().chain(PARTISANS.rows()) {
            for demonym in phrases::senses(row).filter_map(Demonym::new) {
                let tokens = crate::tokens::read(Text::new(demonym.of).unwrap());
                let entry = gazetteer::get((0..tokens.len()).map(|i| tokens.folded(i)));
                let kind = match demonym.origin {
                    Origin::Party => NameKind::Organisation,
                    _ => NameKind::Place,
                };
                let known = entry.is_some_and(|e| e.readings().any(|r| r.kind() == kind));
                if !known {
                    unknown.push(demonym.of);
                }
            }
        }
        assert!(unknown.is_empty(), "not in the gazetteer: {unknown:?}");
    }
}
