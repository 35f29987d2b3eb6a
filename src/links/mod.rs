//! Mentions into entities, pronouns and titles to whom they speak of, dates to the calendar.

mod dates;
mod entities;
mod references;

use time::Weekday;

pub use dates::{Anchor, CalendarDate};
pub use entities::{Entity, Gender};
pub(crate) use references::RELATIVE;
pub use references::Reference;

use references::holders::Holders;

use crate::mentions::Mentions;
use crate::options::Published;
use crate::rules::Rules;
use crate::tokens::Tokens;
use crate::values::Value;

/// Who is who, and when is when. Ids are indices into [`Links::entities`] and into the list of mentions.
#[derive(Debug, Default)]
pub struct Links {
    entities: Vec<Entity>,
    /// Entity of each mention; `None` for values.
    entity_of: Vec<Option<usize>>,
    /// Resolved dates, by mention, in order; neither what is no date nor what can't be resolved.
    dates: Vec<(usize, CalendarDate)>,
    /// What speaks of an entity without naming it (`il`, `la ministre`), by token, in order.
    references: Vec<Reference>,
    holders: Holders,
    published: Option<Published>,
}

/// Joins the mentions. `published` is what the caller knows.
pub fn read(tokens: &Tokens<'_>, mentions: &Mentions, published: Option<Published>, rules: &Rules<'_>) -> Links {
    let published = published.or_else(|| dates::published(tokens, mentions));
    let (mut entities, entity_of) = entities::join(tokens, mentions, rules);
    let dates = dates::resolve(tokens, mentions, published);
    let holders = Holders::of(&entities, published);
    let (references, genders) = references::find(tokens, mentions, &entities, &entity_of, &holders);
    entities::settle_genders(&mut entities, &genders);
    Links { entities, entity_of, dates, references, holders, published }
}

impl Links {
    /// The entities, most salient first.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// Entity of mention `mention`.
    pub fn entity_of(&self, mention: usize) -> Option<usize> {
        self.entity_of.get(mention).copied().flatten()
    }

    /// Calendar date of mention `mention`.
    pub fn date_of(&self, mention: usize) -> Option<&CalendarDate> {
        self.dates.binary_search_by_key(&mention, |date| date.0).ok().map(|at| &self.dates[at].1)
    }

    /// The weekday that the date of mention `mention` really is, where the text says another.
    pub fn contradicted_weekday(&self, mentions: &Mentions, mention: usize) -> Option<Weekday> {
        match mentions.list().get(mention)?.value.as_deref()? {
            Value::Date(expression) => dates::contradicted(*expression, self.date_of(mention)?),
            _ => None,
        }
    }

    /// The entity that token `token`, a pronoun or the head noun of a title (`le ministre`), speaks of.
    pub fn antecedent(&self, token: usize) -> Option<usize> {
        self.references.binary_search_by_key(&token, |r| r.token).ok().map(|i| self.references[i].entity)
    }

    /// The tokens that have an antecedent, in order.
    pub fn references(&self) -> &[Reference] {
        &self.references
    }

    /// The one person of the article who is known to hold `office`, folded, with its country or body (`président états-unis`).
    pub fn holder(&self, office: &str) -> Option<usize> {
        self.holders.one(office).flatten()
    }

    /// Whether the tokens from `noun` to `end` begin with an office that `entity` is known to hold, as nobody else of the article.
    pub fn holds(&self, tokens: &Tokens<'_>, noun: usize, end: usize, entity: usize) -> bool {
        self.holders.of_phrase(tokens, noun, end) == Some(entity)
    }

    /// Whether `entity` is a head of state or of government whom `noun`, folded, hardly means.
    pub fn is_head_but(&self, noun: &str, entity: usize) -> bool {
        self.holders.is_head_but(noun, entity)
    }

    /// Whether `office` is known to be held by others than `entity`.
    pub fn is_office_of_another(&self, office: &str, entity: usize) -> bool {
        self.holders.is_another(office, entity)
    }

    /// When the article appeared: as the caller said, else as its byline or dateline says.
    pub fn published(&self) -> Option<Published> {
        self.published
    }
}
