//! Percents and percentage points.

use super::amount::Measured;
use super::number::Form;
use super::view::View;
use super::{Amount, Decimal, Found, Value, of};
use crate::mentions::Kind;

/// The percentage that `measured` begins.
pub(super) fn read(view: View<'_, '_>, measured: &Measured) -> Option<Found> {
    let at = measured.end;
    let (end, points) = match view.folded(at) {
        "%" => (at + 1, false),
        "pour" if view.is_one_of(at + 1, "cent 100") => (at + 2, false),
        "pourcent" | "pourcents" | "pour-cent" => (at + 1, false),
        "point" | "points" if is_percentage_points(view, measured, at) => {
            let said = view.is(at + 1, "de") && view.is_one_of(at + 2, "pourcentage pour");
            (at + if said { 3 } else { 1 }, true)
        }
        _ => return None,
    };
    let (start, amount) = signed(view, measured);
    let of = of::part_of(view, start, end);
    let by = if points { "percent.points" } else { "percent.sign" };
    Some(Found { start, end, kind: Kind::Percent, value: Value::Percent(amount, points), of, by, score: 0.95 })
}

/// The amount with the `+` or `-` glued before it, and where that begins.
pub(super) fn signed(view: View<'_, '_>, measured: &Measured) -> (usize, Amount) {
    let start = measured.start;
    // `le taux -autour de 30 % - monte`: a dash, no sign.
    if measured.number != start {
        return (start, measured.amount);
    }
    // `-16 %`, `(- 10 points)`, `de - 6,8 %`, but not `5 - 10 %`
    let stands_free = start > 0
        && if view.is_glued(start) {
            !view.is_glued(start - 1) || view.before_is(start, 2, "(")
        } else {
            view.before_is(start, 2, "( de à :")
        };
    match view.before(start, 1) {
        "-" | "–" | "−" if stands_free => {
            let amount = measured.amount.map(|n| Some(n.negated())).unwrap_or(measured.amount);
            (start - 1, amount)
        }
        "+" if stands_free => (start - 1, measured.amount),
        _ => (start, measured.amount),
    }
}

/// Words by which a sentence speaks of shares and polls, so that its `points` are those of a percentage.
const POLLS: &str = "popularité sondage intentions taux croissance inflation baromètre pib chômage cote hausse baisse \
    recul pourcentage";

/// How far around the points those words are looked for.
const POLL_REACH: usize = 20;

/// The largest change that is still one of percentage points.
const MOST_POINTS: i64 = 60;

fn is_percentage_points(view: View<'_, '_>, measured: &Measured, at: usize) -> bool {
    if view.is_de(at + 1) {
        // `deux points de plus`, `trois points de pourcentage`, `2,5 points de part d'audience`
        let of = "pourcentage pour plus moins part pib croissance popularité confiance satisfaction audience";
        return view.is_one_of(at + 2, of);
    }
    // `recule d'un point`, but `faire un point`
    let said = measured.form != Form::Article || view.is_de(measured.start.wrapping_sub(1));
    if measured.amount.amount > Decimal::whole(MOST_POINTS) || !said {
        return false;
    }
    let from = measured.start.saturating_sub(POLL_REACH);
    (from..at + POLL_REACH).any(|i| view.is(i, "%") || view.is_one_of(i, POLLS))
}
