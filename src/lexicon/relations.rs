//! Verbs that state a relation between two names: any of their forms to the relation and to who fills its arguments. List: `relations.tsv`.

use std::sync::LazyLock;

use super::Table;
use super::speech::Form;
use super::verbs::List;

static LEMMAS: LazyLock<Table> = built_in!(Table, "relations");

/// Who fills an argument of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The subject; the agent where the verb is passive.
    Subject,
    /// The object; the subject where the verb is passive.
    Object,
    /// Whoever stands behind one of these prepositions, joined by `+`.
    Behind(&'static str),
    /// The object, a text that one signs.
    Document,
    /// Nobody: the relation has one argument.
    Nobody,
}

impl Slot {
    fn of(code: &'static str) -> Self {
        match code {
            "s" => Self::Subject,
            "o" => Self::Object,
            "document" => Self::Document,
            "" | "-" => Self::Nobody,
            prepositions => Self::Behind(prepositions),
        }
    }
}

/// A relation that a verb states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Its name: the kind of fact.
    pub relation: &'static str,
    /// Who fills its arguments.
    pub slots: [Slot; 2],
}

/// A form of a verb that states relations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelationVerb {
    /// Folded, with its reflexive pronoun and further words.
    pub lemma: &'static str,
    /// What the form is.
    pub form: Form,
    frames: super::Row,
}

impl RelationVerb {
    /// The relations that the verb states.
    pub fn frames(self) -> impl Iterator<Item = Frame> {
        self.frames.fields().filter_map(|field| {
            let mut words = field.split(' ');
            let relation = words.next()?;
            let mut slot = || Slot::of(words.next().unwrap_or(""));
            Some(Frame { relation, slots: [slot(), slot()] })
        })
    }

    /// The pronoun with which alone the verb says so: `se` in `se suicider`, `l'` in `l'emporter`; empty for most.
    pub fn pronoun(self) -> &'static str {
        match self.lemma {
            lemma if lemma.starts_with("se ") || lemma.starts_with("s'") => "se",
            lemma if lemma.starts_with("l'") => "l'",
            lemma if lemma.starts_with("nous ") => "nous",
            _ => "",
        }
    }

    /// The words that follow the conjugated one: `plainte` in `porter plainte`.
    pub fn further_words(self) -> impl Iterator<Item = &'static str> {
        let verb = ["se ", "nous "].iter().find_map(|pronoun| self.lemma.strip_prefix(pronoun)).unwrap_or(self.lemma);
        verb.split(' ').skip(1)
    }
}

/// The readings of a folded form; none where it is no form of such a verb.
///
/// ```
/// use reperes::lexicon::relations::{self, Slot};
/// let relation = |form| relations::readings(form).flat_map(|v| v.frames()).next();
/// assert_eq!(relation("rachète").unwrap().relation, "acquisition");
/// assert_eq!(relation("acquis").unwrap().slots, [Slot::Subject, Slot::Object]);
/// assert_eq!(relation("maison"), None);
/// ```
pub fn readings(form: &str) -> impl Iterator<Item = RelationVerb> {
    // Facts are of third persons.
    let readings = List::Relations.readings(form).filter(|&(form, _)| form != Form::Other);
    readings.filter_map(|(form, lemma)| {
        let (lemma, frames) = LEMMAS.at(lemma)?;
        Some(RelationVerb { lemma, form, frames })
    })
}
