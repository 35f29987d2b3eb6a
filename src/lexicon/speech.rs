//! Verbs of saying, thinking and asking: any of their forms to lemma, class and the constructions in which they report.

use std::sync::LazyLock;

use super::Table;
use super::verbs::List;

static LEMMAS: LazyLock<Table> = built_in!(Table, "speech");

/// What kind of saying a verb is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Says: `déclarer`.
    Assert,
    /// Says, and the text keeps its distance: `prétendre`.
    Hedge,
    /// Says and values: `déplorer`.
    Judge,
    /// Asks for: `exiger`.
    Order,
    /// A way of speaking: `soupirer`.
    Manner,
    /// Holds or wishes: `estimer`.
    Think,
}

/// A way in which a verb reports; the letters of the table's third column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Beside quoted words, as an incise or before a colon.
    Quoted,
    /// A `que` clause or an indirect question.
    Clause,
    /// A bare infinitive.
    Infinitive,
    /// An infinitive with `à`.
    InfinitiveA,
    /// An infinitive with `de`.
    InfinitiveDe,
    /// An object that holds quoted words.
    Object,
    /// An attribute, with the reflexive pronoun: `se dit prêt`.
    Attribute,
    /// An unquoted clause in front of it.
    Unquoted,
    /// Not a frame: the form may be a noun.
    MaybeNoun,
    /// Not a frame: the verb has common senses that are no saying.
    Weak,
}

impl Frame {
    fn letter(self) -> char {
        match self {
            Self::Quoted => 'c',
            Self::Clause => 'q',
            Self::Infinitive => 'i',
            Self::InfinitiveA => 'a',
            Self::InfinitiveDe => 'd',
            Self::Object => 'o',
            Self::Attribute => 's',
            Self::Unquoted => 'u',
            Self::MaybeNoun => 'N',
            Self::Weak => 'W',
        }
    }
}

/// What a form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Present participle.
    Gerund,
    /// Infinitive.
    Infinitive,
    /// Finite, first or second person.
    Other,
    /// Finite, third person plural.
    Plural,
    /// Finite, third person singular.
    Singular,
    /// Past participle.
    Participle,
}

impl Form {
    /// In the order of the letters that stand for them in `conjugation.rs`.
    pub(super) const ALL: [Self; 6] =
        [Self::Gerund, Self::Infinitive, Self::Other, Self::Plural, Self::Singular, Self::Participle];

    /// The bit that stands for it where a form is several at once.
    pub(super) const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A verb of saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verb {
    /// Folded, with its reflexive pronoun and further words: `se dire`, `faire savoir`.
    pub lemma: &'static str,
    /// What kind of saying it is.
    pub class: Class,
    frames: &'static str,
}

impl Verb {
    /// Whether the verb reports in the way of `frame`.
    pub fn takes(self, frame: Frame) -> bool {
        self.frames.contains(frame.letter())
    }

    /// Whether it says so only with a reflexive pronoun: `se dire`.
    pub fn is_reflexive(self) -> bool {
        self.lemma.starts_with("se ") || self.lemma.starts_with("s'")
    }

    /// The words that follow the conjugated one: `savoir` in `faire savoir`.
    pub fn further_words(self) -> impl Iterator<Item = &'static str> {
        let verb = self.lemma.strip_prefix("se ").or_else(|| self.lemma.strip_prefix("s'")).unwrap_or(self.lemma);
        verb.split(' ').skip(1)
    }
}

/// The readings of a folded form, expressions and reflexives among them; none where it is no form of a verb of saying.
pub fn readings(form: &str) -> impl Iterator<Item = (Verb, Form)> {
    List::Speech.readings(form).filter_map(|(form, lemma)| {
        let (lemma, row) = LEMMAS.at(lemma)?;
        let [class, frames] = row.first();
        let class = match class {
            "hedge" => Class::Hedge,
            "judge" => Class::Judge,
            "order" => Class::Order,
            "manner" => Class::Manner,
            "think" => Class::Think,
            _ => Class::Assert,
        };
        Some((Verb { lemma, class, frames }, form))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms_of(form: &str) -> Vec<String> {
        readings(form).map(|(verb, form)| format!("{} {form:?}", verb.lemma)).collect()
    }

    #[test]
    fn forms_lead_to_their_lemma() {
        assert_eq!(
            forms_of("rappelle"),
            ["rappeler Other", "se rappeler Other", "rappeler Singular", "se rappeler Singular"]
        );
        assert_eq!(forms_of("annonçait"), ["annoncer Singular"]);
        assert_eq!(forms_of("jugeant"), ["juger Gerund"]);
        assert_eq!(forms_of("suggèrent"), ["suggérer Plural"]);
        assert_eq!(forms_of("démenties"), ["démentir Participle"]);
        assert_eq!(forms_of("prévient"), ["prévenir Singular"]);
        assert_eq!(forms_of("déplorera"), ["déplorer Singular"]);
        assert!(forms_of("maison").is_empty());
    }
}
