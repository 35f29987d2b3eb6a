//! Dates to the calendar.

use time::Date;

use crate::mentions::Mentions;
use crate::options::Published;
use crate::tokens::Tokens;

/// What a date was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It stands on its own (`le 11 février 2025`).
    Calendar,
    /// The publication date (`hier`, `mardi`).
    Published,
    /// The time of the story (`la veille`).
    Narrated,
}

/// A date on the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDate {
    /// In the Extended Date/Time Format: `2025-02-11`, `2025-01`, `199X`, `2025-03..`.
    pub edtf: String,
    /// First day; `None` when it is open or unknown.
    pub start: Option<Date>,
    /// Last day; `None` when it is open or unknown.
    pub end: Option<Date>,
    /// What it was counted from.
    pub anchor: Anchor,
}

/// The publication date that the byline or dateline states.
pub(super) fn published(tokens: &Tokens<'_>) -> Option<Published> {
    let _ = tokens;
    None
}

/// The calendar date of each mention.
pub(super) fn resolve(
    tokens: &Tokens<'_>,
    mentions: &Mentions,
    published: Option<Published>,
) -> Vec<Option<CalendarDate>> {
    let _ = (tokens, published);
    vec![None; mentions.list().len()]
}
