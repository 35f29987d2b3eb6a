//! Duckling's notation: `datetime (2013, 2, 12, 4, 30, 0) Second`, `between EUR (10, 20)`, `DurationData 2 Minute`.

use time::PrimitiveDateTime;

use super::expected::{Bounds, Expected, Grain, Measure, instant};

/// What a value says; `None` where it is in no form that is known.
pub(super) fn parse(dim: &str, value: Option<&str>) -> Option<Expected> {
    let Some(value) = value.filter(|v| *v != "None") else {
        return Some(Expected::Nothing);
    };
    let (kind, rest) = value.split_once(' ')?;
    match kind {
        "datetime" => {
            let (at, grain) = dated(rest)?;
            Some(Expected::Moment { at, grain })
        }
        "datetimeInterval" => {
            let (ends, grain) = rest.rsplit_once(' ')?;
            let (from, to) = ends.strip_prefix('(')?.strip_suffix(')')?.split_once("), (")?;
            let grain = Grain::parse(grain)?;
            Some(Expected::Span { from: tuple(from)?, to: tuple(to)?, last: grain.before(tuple(to)?)? })
        }
        "datetimeOpenInterval" => {
            let (direction, rest) = rest.split_once(' ')?;
            let (at, grain) = dated(rest)?;
            Some(Expected::Open { at, grain, after: direction == "After" })
        }
        "DurationData" => {
            let (number, grain) = rest.split_once(' ')?;
            Some(Expected::Duration(Grain::parse(grain)?.iso(number.parse().ok()?), false))
        }
        "NumeralValue" => Some(Expected::number(rest.trim_matches(['(', ')']))),
        "simple" | "above" | "under" | "between" => measure(dim, kind, rest),
        _ => None,
    }
}

/// `(2013, 2, 12, 4, 30, 0) Second`
fn dated(text: &str) -> Option<(PrimitiveDateTime, Grain)> {
    let (tuple_, grain) = text.rsplit_once(' ')?;
    Some((tuple(tuple_)?, Grain::parse(grain)?))
}

/// `(2013, 2, 12, 4, 30, 0)`; a month or day of 0 is one that the grain leaves out.
fn tuple(text: &str) -> Option<PrimitiveDateTime> {
    let numbers: Option<Vec<i32>> = text.trim_matches(['(', ')']).split(',').map(|n| n.trim().parse().ok()).collect();
    instant(&numbers?)
}

/// `EUR 10`, `EUR (10, 20)`, `Celsius (-10)`
fn measure(dim: &str, kind: &str, rest: &str) -> Option<Expected> {
    let (unit, numbers) = rest.split_once(' ')?;
    let numbers = numbers.trim_matches(['(', ')']);
    let bounds = match (kind, numbers.split_once(", ")) {
        ("between", Some((low, high))) => Bounds::Between(low.to_owned(), high.to_owned()),
        ("above", _) => Bounds::AtLeast(numbers.to_owned()),
        ("under", _) => Bounds::AtMost(numbers.to_owned()),
        _ => Bounds::Exact(numbers.to_owned()),
    };
    let kind = if dim == "AmountOfMoney" { "money" } else { "quantity" };
    Some(Expected::Measure(Measure { kind, bounds, unit: unit.to_owned() }))
}
