//! Nouns that say what a person is: functions, offices, jobs, standings, family. List: `titles.txt`.

use std::sync::LazyLock;

use super::hashed::HashedTable;
use super::phrases::{self, Number, Sense};

static TABLE: LazyLock<HashedTable> = built_in!(HashedTable, "titles");

/// The longest title, in tokens.
pub const LONGEST: usize = phrases::LONGEST;

/// What a title is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TitleClass {
    /// Stands right before the name and says no function: `M.`, `Mme`, `Dr`.
    Civil,
    /// A public function, or the head of a body: `ministre`, `maire`, `directrice générale`.
    Office,
    /// A political standing: `candidat`, `militante`, `opposant`.
    Party,
    /// An occupation: `avocat`, `chercheuse`.
    Job,
    /// A rank or function of army and police.
    Military,
    /// A function of a church or faith.
    Religious,
    /// A function or position in sport.
    Sport,
    /// What a person is known as or for: `milliardaire`, `témoin`.
    Standing,
    /// Family. No role.
    Kin,
}

/// The gender that a form tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// A man, or men.
    Masculine,
    /// A woman, or women.
    Feminine,
}

/// A title as it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// What it is about.
    pub class: TitleClass,
    /// The gender of who bears it, where the form tells.
    pub gender: Option<Gender>,
    /// One person or several.
    pub number: Number,
}

impl Title {
    fn new(sense: Sense) -> Option<Self> {
        let class = match sense.section {
            "civil" => TitleClass::Civil,
            "office" => TitleClass::Office,
            "party" => TitleClass::Party,
            "job" => TitleClass::Job,
            "military" => TitleClass::Military,
            "religious" => TitleClass::Religious,
            "sport" => TitleClass::Sport,
            "standing" => TitleClass::Standing,
            "kin" => TitleClass::Kin,
            _ => return None,
        };
        Some(Self { class, gender: sense.gender, number: sense.number })
    }
}

/// The longest title that begins with the first of `words`, the folded forms of tokens, and its length in tokens.
///
/// ```
/// use reperes::lexicon::titles::{self, TitleClass};
/// let (length, title) = titles::longest(["directrice", "générale", "de", "la"]).unwrap();
/// assert_eq!((length, title.class), (2, TitleClass::Office));
/// ```
pub fn longest<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<(usize, Title)> {
    let (length, row) = phrases::longest(&TABLE, words)?;
    Some((length, phrases::senses(row).find_map(Title::new)?))
}

/// Whether some title begins with the token `folded`.
pub fn may_begin(folded: &str) -> bool {
    phrases::may_begin(&TABLE, folded)
}

/// The title that the token `folded` is by itself.
pub fn single(folded: &str) -> Option<Title> {
    phrases::senses(phrases::single(&TABLE, folded)?).find_map(Title::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_tell_gender_and_number() {
        let form = |words: &[&str]| longest(words.iter().copied()).map(|(n, t)| (n, t.class, t.gender, t.number));
        let (man, woman) = (Some(Gender::Masculine), Some(Gender::Feminine));
        assert_eq!(form(&["m."]), Some((1, TitleClass::Civil, man, Number::Singular)));
        assert_eq!(form(&["présidentes"]), Some((1, TitleClass::Office, woman, Number::Plural)));
        assert_eq!(form(&["chefs", "d'", "état"]), Some((3, TitleClass::Office, man, Number::Plural)));
        assert_eq!(form(&["secrétaires", "généraux"]), Some((2, TitleClass::Office, man, Number::Plural)));
        assert_eq!(form(&["économiste"]), Some((1, TitleClass::Job, None, Number::Singular)));
        assert_eq!(form(&["épouse"]), Some((1, TitleClass::Kin, woman, Number::Singular)));
        assert_eq!(form(&["table"]), None);
    }
}
