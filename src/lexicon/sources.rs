//! Nouns for those who can say something: people (`la ministre`; see [`titles`]), bodies (`la préfecture`), documents (`un rapport`).

use std::sync::LazyLock;

use super::titles::{self, Gender, TitleClass};
use super::{Number, Table};
use crate::text::is_one_of;

static SOURCES: LazyLock<Table> = built_in!(Table, "sources");

/// What a noun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// One or more people.
    Person,
    /// An institution, company, group, media.
    Body,
    /// Something written.
    Document,
}

/// A noun for someone or something that can say something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it stands for.
    pub kind: SourceKind,
    /// `Some(true)` for feminine, `Some(false)` for masculine, `None` for either.
    pub feminine: Option<bool>,
    /// Whether it is a plural; `None` for either.
    pub plural: Option<bool>,
}

/// The entry of a folded noun.
pub fn source(noun: &str) -> Option<Source> {
    let Some(row) = SOURCES.get(noun) else { return title(noun) };
    let flag = |field: &str, yes: &str, no: &str| match field {
        f if f == yes => Some(true),
        f if f == no => Some(false),
        _ => None,
    };
    let [feminine, plural, kind] = row.first();
    let kind = match kind {
        "person" => SourceKind::Person,
        "body" => SourceKind::Body,
        _ => SourceKind::Document,
    };
    Some(Source { kind, feminine: flag(feminine, "f", "m"), plural: flag(plural, "p", "s") })
}

/// Whether any body may be called `noun`, so that it tells little of which one is meant: `la société`.
pub fn is_generic_body(noun: &str) -> bool {
    is_marked(noun, 'g')
}

/// Whether `noun` is one for newspapers, channels and sites.
pub fn is_medium(noun: &str) -> bool {
    is_marked(noun, 'm')
}

fn is_marked(noun: &str, mark: char) -> bool {
    SOURCES.get(noun).is_some_and(|row| row.field(3).contains(mark))
}

/// Whether `noun` is an office that is not taken up for someone of whom the text has not said that they hold it.
pub fn is_office(noun: &str) -> bool {
    is_one_of(
        noun,
        "ministre procureur procureure préfet préfète wali juge magistrat magistrate roi reine pape gendarme policier policière pompier",
    )
}

/// Whether `name` is that of a service and only says where a `noun` stands: `une page Facebook`.
pub fn is_hosted(noun: &str, name: &str) -> bool {
    is_one_of(name, "facebook youtube twitter instagram leetchi telegram tiktok")
        && is_one_of(noun, "page groupe compte évènement événement chaîne cagnotte profil")
}

/// A title of one word that says who someone is.
fn title(noun: &str) -> Option<Source> {
    let (_, title) = titles::longest([noun])?;
    (title.class != TitleClass::Civil).then(|| Source {
        kind: SourceKind::Person,
        feminine: title.gender.map(|g| g == Gender::Feminine),
        plural: Some(title.number == Number::Plural),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gender_number_and_kind() {
        let person = |feminine, plural| Some(Source { kind: SourceKind::Person, feminine, plural });
        assert_eq!(source("sénatrice"), person(Some(true), Some(false)));
        assert_eq!(source("ministre"), person(None, Some(false)));
        assert_eq!(source("généraux"), person(Some(false), Some(true)));
        assert_eq!(source("préfecture").map(|s| s.kind), Some(SourceKind::Body));
        assert_eq!(source("table"), None);
    }
}
