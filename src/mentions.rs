//! Mentions: stretches of the text that name or measure something. Overlapping candidates of any kind are decided here and nowhere else.

use crate::text::{Span, TokenRange};
use crate::values::Value;

/// What a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// One person, real or fictional.
    Person,
    /// A company, institution, party, media, team.
    Organisation,
    /// A country, town, natural place, building.
    Place,
    /// A named event.
    Event,
    /// A named work, product, prize, law.
    Work,
    /// An amount of money.
    Money,
    /// A percentage.
    Percent,
    /// A measure with a unit.
    Quantity,
    /// A number of things.
    Count,
    /// A day, month, year, or period.
    Date,
    /// A time of the day.
    Time,
    /// A length of time.
    Duration,
}

impl Kind {
    /// Whether it is a name (and joins an entity), not a value.
    pub fn is_name(self) -> bool {
        matches!(self, Self::Person | Self::Organisation | Self::Place | Self::Event | Self::Work)
    }
}

/// A stretch of the text that names or measures something, as a rule proposes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its tokens.
    pub tokens: TokenRange,
    /// Its bytes. They may begin or end inside a token.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// The normal form, for values; apart, since most mentions are names and have none.
    pub value: Option<Box<Value>>,
    /// What the value counts or pays for.
    pub of: Option<Span>,
    /// The rule or model that found it.
    pub by: &'static str,
    /// How sure it is, 0 to 1.
    pub score: f32,
}

/// The chosen mentions: in order of the text, none overlapping another.
#[derive(Debug, Default)]
pub struct Mentions {
    list: Vec<Mention>,
    /// For each token up to the last one of a mention, the index of its mention; `NONE` where it belongs to none.
    of_token: Vec<u32>,
}

/// No mention.
const NONE: u32 = u32::MAX;

impl Mentions {
    /// All mentions in order.
    pub fn list(&self) -> &[Mention] {
        &self.list
    }

    /// Index of the mention that token `token` belongs to.
    pub fn at_token(&self, token: usize) -> Option<usize> {
        self.of_token.get(token).filter(|&&index| index != NONE).map(|&index| index as usize)
    }

    /// Indices of the mentions that begin inside `range`.
    pub fn within(&self, range: TokenRange) -> std::ops::Range<usize> {
        let start = self.list.partition_point(|m| m.tokens.first() < range.first());
        let end = self.list.partition_point(|m| m.tokens.first() < range.last_end());
        start..end.max(start)
    }
}

/// Decides between overlapping candidates: the longer one wins, since it explains more of the text; of two equally long ones the surer; then the earlier.
pub fn choose(names: Vec<Mention>, values: Vec<Mention>) -> Mentions {
    let mut candidates = names;
    candidates.extend(values);
    candidates.retain(|m| !m.tokens.is_empty());
    candidates.sort_by(|a, b| {
        b.tokens
            .len()
            .cmp(&a.tokens.len())
            .then(b.score.total_cmp(&a.score))
            .then(a.span.cmp(&b.span))
            .then(a.kind.cmp(&b.kind))
    });
    // Candidates come longest first: a kept one never lies inside a later one, so that the later one's edges tell every overlap.
    let mut taken = vec![false; candidates.iter().map(|m| m.tokens.last_end()).max().unwrap_or(0)];
    candidates.retain(|m| {
        let free = !taken[m.tokens.first()] && !taken[m.tokens.last_end() - 1];
        if free {
            taken[m.tokens.range()].fill(true);
        }
        free
    });
    let mut list = candidates;
    list.shrink_to_fit();
    list.sort_by_key(|m| m.tokens.start);
    let mut of_token = vec![NONE; list.last().map_or(0, |last| last.tokens.last_end())];
    for (index, mention) in (0..).zip(&list) {
        of_token[mention.tokens.range()].fill(index);
    }
    Mentions { list, of_token }
}
