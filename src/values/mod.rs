//! Money, percents, quantities, counts, dates, times and durations, each with its normal form.
//!
//! Each sentence is read once from left to right. At each token the readers are asked in order of how much they ask of the text: dates
//! and times, which have words of their own, before amounts; then an amount is read once, with its approximators and its range, and the
//! readers of percents, money, durations, quantities and counts look at what follows it. The first that knows it takes the tokens.

mod amount;
mod count;
mod date;
mod decimal;
mod duration;
mod elided;
mod fraction;
mod money;
mod number;
mod of;
mod percent;
mod quantity;
mod taken_up;
pub(crate) mod tense;
mod time_of_day;
mod triggers;
mod value;
mod view;

pub use date::{Counted, DateExpression, Feast, From, Lean, Moment, MonthSaid, Unit, YearSaid};
pub use decimal::Decimal;
pub use value::{Amount, Qualifier, Value};

use crate::mentions::{Kind, Mention};
use crate::text::TokenRange;
use crate::tokens::Tokens;
use money::Evidence;
use triggers::Triggers;
use view::View;

/// A value that stands in the text.
#[derive(Clone, Debug)]
struct Found {
    /// First token.
    start: usize,
    /// The token behind it.
    end: usize,
    kind: Kind,
    value: Value,
    /// The tokens that name what it measures.
    of: Option<TokenRange>,
    /// The rule.
    by: &'static str,
    score: f32,
}

/// Every value that a rule finds.
pub fn find(tokens: &Tokens<'_>) -> Vec<Mention> {
    let triggers = Triggers::read(tokens);
    let mut evidence = Evidence::new(tokens);
    let mut found = Vec::new();
    let mut bare = Vec::new();
    for sentence in tokens.sentences() {
        read_sentence(View::new(tokens, &triggers, sentence.tokens), &mut evidence, &mut found, &mut bare);
    }
    elided::complete(bare, &mut found);
    taken_up::complete(tokens, &mut found);
    found.into_iter().map(|f| mention(tokens, f)).collect()
}

fn mention(tokens: &Tokens<'_>, found: Found) -> Mention {
    let range = TokenRange::new(found.start, found.end);
    Mention {
        tokens: range,
        span: tokens.span(range),
        kind: found.kind,
        value: Some(Box::new(found.value)),
        of: found.of.map(|of| tokens.span(of)),
        by: found.by,
        score: found.score,
    }
}

fn read_sentence(
    view: View<'_, '_>,
    evidence: &mut Evidence<'_, '_>,
    found: &mut Vec<Found>,
    bare: &mut Vec<elided::Bare>,
) {
    let mut at = view.range().first();
    while at < view.range().last_end() {
        if !view.may_begin(at) {
            at += 1;
        } else if let Some(value) = read_at(view, at, evidence) {
            at = value.end.max(at + 1);
            found.push(value);
        } else if let Some(measured) = amount::read(view, at) {
            // `vers 2034-2035`: behind the word that makes a number less exact stands a date.
            // Not behind `plus de`: there are more than 1600 of them.
            let vague = !matches!(measured.amount.qualifier, Qualifier::AtLeast | Qualifier::AtMost);
            if measured.number > at && vague && date::read(view, measured.number).is_some() {
                at = measured.number;
                continue;
            }
            // A number without a noun: what it counts may stand before it.
            bare.extend(elided::Bare::read(view, measured, evidence.last()));
            at = measured.end;
        } else {
            at += 1;
        }
    }
}

/// The value that begins at token `at`.
fn read_at(view: View<'_, '_>, at: usize, evidence: &mut Evidence<'_, '_>) -> Option<Found> {
    if let Some(date) = date::read(view, at) {
        let value = Value::Date(date.expression);
        let (start, end, by) = (date.start, date.end, date.by);
        // `Noël` is an event too, but a date for the reader of the news.
        let score = if by == "date.feast" { 1.0 } else { 0.9 };
        return Some(Found { start, end, kind: Kind::Date, value, of: None, by, score });
    }
    let early = time_of_day::read(view, at)
        .or_else(|| duration::special(view, at))
        .or_else(|| fraction::read(view, at))
        .or_else(|| money::sign_first(view, at, evidence));
    if early.is_some() {
        return early;
    }
    let measured = amount::read(view, at)?;
    let mut found = percent::read(view, &measured)
        .or_else(|| money::read(view, &measured, evidence))
        .or_else(|| duration::read(view, &measured))
        .or_else(|| quantity::read(view, &measured))
        .or_else(|| count::read(view, &measured))?;
    if let Some((qualifier, end)) = amount::afterthought(view, found.end) {
        found.end = end;
        found.value = found.value.qualified(qualifier);
    }
    Some(found)
}
