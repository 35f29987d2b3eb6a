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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_known() {
        let known = |dim: &str, value: &str| parse(dim, Some(value)).map(|expected| format!("{expected:?}"));
        let open = known("Time", "datetimeOpenInterval After (2013, 3, 8, 0, 0, 0) Day").expect("an open interval");
        assert!(open.contains("2013-03-08") && open.contains("after: true"), "{open}");
        let span =
            known("Time", "datetimeInterval ((2013, 3, 0, 0, 0, 0), (2013, 6, 0, 0, 0, 0)) Month").expect("a span");
        assert!(span.contains("2013-03-01") && span.contains("2013-05-31"), "{span}");
        let money = known("AmountOfMoney", "between EUR (10, 20)").expect("a range");
        assert!(money.contains("Between(\"10\", \"20\")"), "{money}");
        assert!(known("Temperature", "simple Celsius (-10)").expect("a measure").contains("\"-10\""));
        assert!(known("Time", "a new form").is_none());
    }
}
