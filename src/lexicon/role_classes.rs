//! In what role someone speaks, by the nouns that name them. List: `role_classes.tsv`.

use std::sync::LazyLock;

use super::Table;
use super::titles::{self, TitleClass};

static TABLE: LazyLock<Table> = built_in!(Table, "role_classes");

/// In what role someone speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleClass {
    /// Those who are elected, or want to be; governments, parties, towns, states.
    Politics,
    /// Those who serve the state: prefects, ministries, diplomats, soldiers.
    Administration,
    /// Courts, lawyers, police, rescuers.
    Justice,
    /// Companies, and those who lead or own them.
    Business,
    /// Unions and associations.
    Society,
    /// Research, teaching, medicine.
    Science,
    /// Arts and letters.
    Culture,
    /// Clubs, players, coaches.
    Sport,
    /// Newspapers, channels, journalists.
    Media,
    /// Churches and faiths.
    Religion,
    /// Those who speak for nobody but themselves: residents, witnesses, families.
    Citizen,
}

impl RoleClass {
    const ALL: [Self; 11] = [
        Self::Politics,
        Self::Administration,
        Self::Justice,
        Self::Business,
        Self::Society,
        Self::Science,
        Self::Culture,
        Self::Sport,
        Self::Media,
        Self::Religion,
        Self::Citizen,
    ];

    fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }

    /// The word for it in the table and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Politics => "politics",
            Self::Administration => "administration",
            Self::Justice => "justice",
            Self::Business => "business",
            Self::Society => "society",
            Self::Science => "science",
            Self::Culture => "culture",
            Self::Sport => "sport",
            Self::Media => "media",
            Self::Religion => "religion",
            Self::Citizen => "citizen",
        }
    }
}

/// The role that a phrase tells, by its folded words from the head on: the first word that is sure of it, else the first one at all.
///
/// ```
/// use reperes::lexicon::{RoleClass, role_class};
/// assert_eq!(role_class(["la", "directrice", "de", "l'", "hôpital"]), Some(RoleClass::Science));
/// assert_eq!(role_class(["la", "directrice"]), Some(RoleClass::Business));
/// assert_eq!(role_class(["une", "table"]), None);
/// ```
pub fn role_class<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<RoleClass> {
    let mut vague = None;
    // Little words have no row: to ask for them takes time.
    for word in words.into_iter().filter(|w| w.len() > 2) {
        match of_noun(word) {
            Some((class, true)) => return Some(class),
            Some((class, false)) => vague = vague.or(Some(class)),
            None => {}
        }
    }
    vague
}

/// Whether what someone is called is of other walks of life alone than `noun`: a minister is no `agriculteur`. What has no class says nothing.
pub fn is_of_another_class(noun: &str, called: &[String]) -> bool {
    role_class([noun]).is_some_and(|class| {
        let mut known = called.iter().filter_map(|n| role_class([n.as_str()])).peekable();
        known.peek().is_some() && known.all(|k| k != class)
    })
}

/// The class of a noun, and whether it is sure.
fn of_noun(noun: &str) -> Option<(RoleClass, bool)> {
    let whole = TABLE.get(&format!("{noun}$"));
    let ends = noun.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
    let mut vague = None;
    // The longest first.
    for row in whole.into_iter().chain(ends.filter_map(|end| TABLE.get(&noun[..end]))) {
        let [sure, other] = row.first();
        if let Some(class) = RoleClass::of_name(sure) {
            return Some((class, true));
        }
        vague = vague.or_else(|| RoleClass::of_name(other));
    }
    by_title(noun).or_else(|| vague.map(|class| (class, false)))
}

/// By the section of the list of titles.
fn by_title(noun: &str) -> Option<(RoleClass, bool)> {
    let class = match titles::single(noun)?.class {
        TitleClass::Party => RoleClass::Politics,
        TitleClass::Military => RoleClass::Administration,
        TitleClass::Religious => RoleClass::Religion,
        TitleClass::Sport => RoleClass::Sport,
        TitleClass::Kin => RoleClass::Citizen,
        _ => return None,
    };
    Some((class, true))
}
