//! What a value measures where it is said with an earlier one: `20 % des jeunes, contre 12 % en 2019`, `17 d'entre eux`, `dont 20 milliards`.

use super::{Found, Value};
use crate::mentions::Kind;
use crate::text::{TokenRange, is_one_of};
use crate::tokens::Tokens;

/// How many tokens back the earlier value may stand: two sentences or so. Far more and the article speaks of something else by then.
const REACH: usize = 60;

/// How many values back it may be.
const MOST_BETWEEN: usize = 8;

/// Gives the values of `found` that have none what an earlier one measures, where their words say that they go on with it.
pub(super) fn complete(tokens: &Tokens<'_>, found: &mut [Found]) {
    for index in 0..found.len() {
        if let Some(of) = earlier(tokens, found, index).or_else(|| next(tokens, found, index)) {
            found[index].of = Some(of);
        }
    }
}

/// What value `index` of `found` measures, as an earlier one says.
fn earlier(tokens: &Tokens<'_>, found: &[Found], index: usize) -> Option<TokenRange> {
    let value = &found[index];
    let before = value.start.checked_sub(1).map_or("", |at| tokens.folded(at));
    let after = tokens.folded(value.end);
    let others = value.of.is_some_and(|of| of.len() == 1 && is_other(tokens.folded(of.first())));
    // `38 % pour la candidate` behind `contre`: the same votes, for another.
    let against = before == "contre" && !is_one_of(after, "de d' des du");
    if value.of.is_some() && !others && !against {
        return None;
    }
    let among = tokens.is(value.end - 1, "eux")
        || tokens.is(value.end - 1, "elles")
        || matches!(after, "d'") && tokens.is(value.end + 1, "entre");
    let bracketed = before == "(" && after == ")";
    let goes_on = match value.kind {
        Kind::Count => value.by.starts_with("elided.") || among || others || against,
        Kind::Percent => among || against || bracketed || before == "puis",
        Kind::Money => against || matches!(before, "dont" | "soit") || said_before(found, index),
        Kind::Quantity => value.by == "quantity.unit" && (against || before == "dont"),
        _ => false,
    };
    if !goes_on {
        return None;
    }
    let near = found[..index].iter().rev().take(MOST_BETWEEN).take_while(|f| f.start + REACH > value.start);
    // A share is of what was counted, an amount of what was paid for.
    let fits = |kind: Kind| kind == value.kind || among && kind == Kind::Count;
    near.filter(|f| fits(f.kind) && f.by != "quantity.age").find_map(|f| f.of)
}

/// What the next value measures where it stands in one breath with value `index`: `28 % et 27 % du total`.
fn next(tokens: &Tokens<'_>, found: &[Found], index: usize) -> Option<TokenRange> {
    let (value, next) = (&found[index], found.get(index + 1)?);
    let joined = next.start == value.end + 1 && tokens.is_one_of(value.end, "et puis ou ,");
    (joined && value.of.is_none() && next.kind == value.kind && value.kind != Kind::Count && next.by != "quantity.age")
        .then_some(next.of)?
}

/// Whether `word`, folded, counts on without a noun: `deux autres`, `les trois premiers`.
fn is_other(word: &str) -> bool {
    is_one_of(word, "autres premiers premières derniers dernières suivants suivantes")
}

/// Whether an earlier value near by is the same amount of money.
fn said_before(found: &[Found], index: usize) -> bool {
    let Value::Money(amount, currency) = &found[index].value else { return false };
    found[..index].iter().rev().take(MOST_BETWEEN).any(|f| {
        matches!(&f.value, Value::Money(other, same) if other.amount == amount.amount && same == currency)
            && f.of.is_some()
    })
}
