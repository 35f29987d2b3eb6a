//! Verbs that state a relation between two names: any of their forms to the relation. List: `relations.tsv`.

use super::Table;
use super::speech::Form;

static LEMMAS: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/relations.bin")));
static FORMS: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/relations_forms.bin")));

/// What the subject does to the object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// Brings it into being.
    Found,
    /// Buys it.
    Buy,
    /// Owns it.
    Own,
    /// Wins it, a contest or prize.
    Win,
    /// Beats it, an opponent.
    Beat,
    /// Loses to it, an opponent.
    Lose,
    /// Accuses it.
    Accuse,
    /// Lodges a complaint, `plainte contre`.
    Complain,
    /// Wins, `face à`.
    Prevail,
    /// Becomes a member of it.
    Join,
    /// Is a member of it, or its property, `à`.
    Belong,
    /// Dies; there is no object.
    Die,
    /// Kills it.
    Kill,
}

/// A form of a verb that states a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelationVerb {
    /// What it states.
    pub relation: Relation,
    /// Whether it does so only with a reflexive pronoun: `s'offrir`.
    pub reflexive: bool,
    /// What the form is.
    pub form: Form,
}

/// The readings of a folded form; none where it is no form of such a verb.
///
/// ```
/// use reperes::lexicon::relations::{self, Relation};
/// assert!(relations::readings("rachète").any(|v| v.relation == Relation::Buy));
/// assert!(relations::readings("acquis").any(|v| v.relation == Relation::Buy));
/// assert!(relations::readings("maison").next().is_none());
/// ```
pub fn readings(form: &str) -> impl Iterator<Item = RelationVerb> {
    FORMS.get(form).into_iter().flat_map(|row| row.pairs()).filter_map(|(code, lemma)| {
        let code = code.chars().next()?;
        let (lemma, row) = LEMMAS.at(lemma.parse().ok()?)?;
        let relation = match row.field(0) {
            "found" => Relation::Found,
            "buy" => Relation::Buy,
            "own" => Relation::Own,
            "win" => Relation::Win,
            "beat" => Relation::Beat,
            "lose" => Relation::Lose,
            "accuse" => Relation::Accuse,
            "complain" => Relation::Complain,
            "prevail" => Relation::Prevail,
            "join" => Relation::Join,
            "belong" => Relation::Belong,
            "die" => Relation::Die,
            "kill" => Relation::Kill,
            _ => return None,
        };
        Some(RelationVerb {
            relation,
            reflexive: lemma.starts_with("s'") || lemma.starts_with("se "),
            form: Form::of_code(code),
        })
    })
}
