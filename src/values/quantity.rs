//! Measures with a unit.

use super::amount::Measured;
use super::number::{self, Form};
use super::view::View;
use super::{Decimal, Found, Value, of, percent};
use crate::lexicon::measures::UNITS;
use crate::mentions::Kind;

/// The most tokens of a unit's name: `kilomètres à l'heure` has four.
const LONGEST_NAME: usize = 4;

/// The unit at `at`, its symbol, and the token behind it. Short symbols are read behind figures alone, and in their own case.
fn unit(view: View<'_, '_>, at: usize, figures: bool) -> Option<(&'static str, usize)> {
    let (row, end) = view.longest(&UNITS, at, LONGEST_NAME)?;
    let word = view.str(at);
    if end == at + 1 && word.chars().count() <= 3 {
        let symbol = row.field(0);
        let first_agrees = word.chars().next() == symbol.chars().next();
        if !figures || word.chars().count() == 1 && !first_agrees && word != "l" {
            return None;
        }
        // `Go`, `MW`: a capital that the symbol has is no accident.
        if symbol.starts_with(char::is_uppercase) && !first_agrees && !matches!(symbol, "L") {
            return None;
        }
    }
    Some((row.field(0), end))
}

/// The measure that `measured` begins.
pub(super) fn read(view: View<'_, '_>, measured: &Measured) -> Option<Found> {
    let figures = measured.form == Form::Figures;
    let thing = measured.thing(view)?;
    // `un coup de pouce`, `sans céder un pouce`
    if measured.form == Form::Article && view.is(thing, "pouce") {
        return None;
    }
    let (mut start, mut amount) = percent::signed(view, measured);
    // `moins 10 degrés`
    if start == measured.start
        && view.before_is(start, 1, "moins")
        && ["degré", "celsius", "fahrenheit"].iter().any(|start| view.folded(thing).starts_with(start))
    {
        (start, amount) = (start - 1, amount.map(|n| Some(n.negated()))?);
    }
    let found = |end, unit: String, by| {
        let of = of::measured(view, start, end);
        Some(Found { start, end, kind: Kind::Quantity, value: Value::Quantity(amount, unit), of, by, score: 0.9 })
    };
    if let Some((symbol, mut end)) = unit(view, thing, figures) {
        // `1m75`, `un mètre quatre-vingts`
        if symbol == "m"
            && let Some(part) = number::read(view, end)
            && let Some(centimetres) = part.value.as_whole().filter(|n| (10..100).contains(n))
            && (view.is_number(end) && view.is_glued(end) || !view.is_word(part.end) && measured.amount.max.is_none())
        {
            let amount = amount.map(|n| n.plus(Decimal::whole(centimetres).over_power(2)))?;
            let (end, of) = (part.end, of::measured(view, start, part.end));
            let value = Value::Quantity(amount, symbol.to_owned());
            return Some(Found { start, end, kind: Kind::Quantity, value, of, by: "quantity.height", score: 0.9 });
        }
        // `trois kilos et demi`
        if view.is(end, "et") && view.is_one_of(end + 1, "demi demie") && measured.scale == 0 {
            let amount = amount.map(|n| n.plus(Decimal::new(5, 1)))?;
            end += 2;
            let of = of::measured(view, start, end);
            let value = Value::Quantity(amount, symbol.to_owned());
            return Some(Found { start, end, kind: Kind::Quantity, value, of, by: "quantity.half", score: 0.9 });
        }
        let mut symbol = symbol.to_owned();
        // `microgramme par litre`, `g/l`
        let per = match view.folded(end) {
            "par" => unit(view, end + 1, true),
            "/" if view.is_glued(end) => unit(view, end + 1, true),
            _ => None,
        };
        if let Some((per, per_end)) = per {
            symbol = format!("{symbol}/{per}");
            end = per_end;
        }
        return found(end, symbol, "quantity.unit");
    }
    // Points of an index: with decimals, or very many.
    let of_index = view.is_one_of(thing, "points point") && !view.is_de(thing + 1);
    if of_index && measured.form != Form::Article {
        return found(thing + 1, "point".to_owned(), "quantity.points");
    }
    None
}
