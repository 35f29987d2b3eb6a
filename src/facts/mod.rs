//! Relations between what the article names, each with its evidence. One file a family; each documents its arguments.

mod appointments;
mod clause;
mod clause_words;
mod essentials;
mod figure_check;
mod figures;
mod from_roles;
mod membership;
mod modality;
mod nouns;
mod once;
mod parties;
mod passage;
mod possessions;
mod pronouns;
mod relations;
mod results;
mod role_before;
mod role_complement;
mod role_held;
mod role_incumbents;
mod role_lists;
mod role_phrase;
mod role_references;
mod role_verbs;
mod role_words;
mod roles;
mod scene;
mod signatories;
mod subjects;
mod timeline;

pub use essentials::{Essential, Line, Piece};
pub use timeline::Event;

use crate::links::Links;
use crate::mentions::Mentions;
pub use crate::quotes::Modality;
use crate::quotes::Quote;
use crate::text::Span;
use crate::tokens::Tokens;

/// What a fact states. Its arguments are documented beside its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    /// `person`, `role`, `organisation`.
    Role,
    /// `founder`, `founded`.
    Founded,
    /// `buyer`, `target`, `amount`.
    Acquisition,
    /// `owner`, `owned`.
    Ownership,
    /// `member`, `group`.
    Membership,
    /// `person`, `office`.
    Appointment,
    /// `person`.
    Death,
    /// `winner`, `contest`.
    Victory,
    /// `winner`, `loser`.
    Defeat,
    /// `accuser`, `accused`.
    Accusation,
    /// `amount`, `measure`, and what is known of `outcome`, `change`, `compared`, `since`, `place`.
    Figure,
    /// Figures to hold against each other; the arguments depend on the rule.
    FigureCheck,
}

/// Whom or what a fact rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Index of the quotation that states it.
    Quote(usize),
    /// Index of the entity that states it.
    Entity(usize),
}

/// One part of a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument {
    /// The part it plays (`person`, `role`).
    pub name: &'static str,
    /// Its words.
    pub span: Span,
    /// The entity, if it is one.
    pub entity: Option<usize>,
}

/// Something that the article states.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What is stated.
    pub kind: FactKind,
    /// About whom and what.
    pub arguments: Vec<Argument>,
    /// The words that prove it.
    pub evidence: Span,
    /// Other places that state the same.
    pub also_at: Vec<Span>,
    /// Index of the date mention that says when.
    pub when: Option<usize>,
    /// How sure the article is.
    pub modality: Modality,
    /// Whom it rests on.
    pub source: Option<Source>,
    /// The rule that found it.
    pub by: &'static str,
    /// How sure the rule is, 0 to 1.
    pub score: f32,
}

impl Fact {
    /// A fact that the article itself states in the words of its arguments.
    fn asserted(kind: FactKind, arguments: Vec<Argument>, by: &'static str, score: f32) -> Self {
        let evidence = arguments.iter().map(|a| a.span).reduce(Span::cover).unwrap_or(Span { start: 0, end: 0 });
        Self {
            kind,
            arguments,
            evidence,
            also_at: Vec::new(),
            when: None,
            modality: Modality::Asserted,
            source: None,
            by,
            score,
        }
    }
}

/// What the article states, when it happened, and what matters most of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// In order of their evidence, each told once.
    pub list: Vec<Fact>,
    /// In order of time.
    pub timeline: Vec<Event>,
    /// Most important first.
    pub essentials: Vec<Essential>,
}

/// Finds the facts.
pub fn read(tokens: &Tokens<'_>, mentions: &Mentions, links: &Links, quotes: &[Quote]) -> Facts {
    let scene = scene::Scene::new(tokens, mentions, links, quotes);
    let mut facts = roles::find(&scene);
    let incumbents = role_incumbents::find(&scene, &facts);
    facts.extend(incumbents);
    facts.extend(role_references::find(&scene, &facts));
    facts.extend(from_roles::find(&scene, &facts));
    facts.extend(membership::find(&scene, &facts));
    facts.extend(nouns::find(&scene));
    facts.extend(possessions::find(&scene));
    facts.extend(results::find(&scene));
    facts.extend(signatories::find(&scene));
    let clauses = clause::read(&scene);
    facts.extend(relations::find(&scene, &clauses));
    let appointments = appointments::find(&scene, &clauses, &facts);
    facts.extend(appointments);
    facts.extend(figure_check::find(&scene));
    // What begins on one line and ends on another (`Anne Morel`, and below it `et Luc Moreau (PCF)`) nobody has said.
    facts.retain(|f| scene.is_one_block(f.evidence));
    modality::attribute(&scene, &mut facts);
    let mut list = once::tell(&scene, facts);
    list.extend(figures::find(&scene));
    list.sort_by_key(|f| (f.evidence, f.kind));
    let timeline = timeline::read(&scene, &list);
    let essentials = essentials::choose(&scene, &list);
    Facts { list, timeline, essentials }
}
