//! rustling's notation, calls of its test helpers: `check_moment!(c, [2013, 2, 12], Grain::Week)`, `check_finance(10.0, Some("USD"), …)`.

use time::{Duration, PrimitiveDateTime};

use super::expected::{Bounds, Expected, Grain, Measure, instant};

/// What a call says; `None` where it is of no helper that is known.
pub(super) fn parse(value: &str) -> Option<Expected> {
    let (name, rest) = value.split_once('(')?;
    let arguments = split(rest.strip_suffix(')')?);
    let argument = |at: usize| arguments.get(at).copied();
    let about = arguments.contains(&"Precision::Approximate");
    match name.trim_end_matches('!') {
        "check_moment" | "check_moment_with_precision" => {
            let (at, grain) = list(argument(1)?)?;
            let said = arguments.iter().find_map(|a| a.strip_prefix("Grain::"));
            Some(Expected::Moment { at, grain: said.and_then(Grain::parse).unwrap_or(grain) })
        }
        "check_moment_span" => {
            let ((from, _), (to, grain)) = (list(argument(1)?)?, list(argument(2)?)?);
            // Spans of the clock end where they say, those of days on the day before.
            let last = if grain.is_clock() { to } else { to.checked_sub(Duration::SECOND)? };
            Some(Expected::Span { from, to, last })
        }
        "check_moment_with_direction" => {
            let (at, grain) = list(argument(1)?)?;
            Some(Expected::Open { at, grain, after: argument(2)? == "Direction::After" })
        }
        "check_duration" => Some(Expected::Duration(iso(&numbers(argument(0)?)?), about)),
        "check_integer" | "check_float" => Some(Expected::number(argument(0)?)),
        "check_ordinal" => Some(Expected::Nothing),
        "check_percentage" => Some(Expected::Measure(measure("percent", argument(0)?, "%", about))),
        "check_temperature" => Some(Expected::Measure(measure("quantity", argument(0)?, quoted(argument(1)?)?, about))),
        "check_finance" => Some(Expected::Measure(measure("money", argument(0)?, quoted(argument(1)?)?, about))),
        _ => None,
    }
}

fn measure(kind: &'static str, number: &str, unit: &str, about: bool) -> Measure {
    let number = number.to_owned();
    Measure { kind, bounds: if about { Bounds::About(number) } else { Bounds::Exact(number) }, unit: unit.to_owned() }
}

/// Arguments, split at the commas outside of brackets.
fn split(text: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts
}

/// `Some("USD")`
fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix("Some(\"")?.strip_suffix("\")")
}

fn numbers(text: &str) -> Option<Vec<i32>> {
    text.strip_prefix('[')?.strip_suffix(']')?.split(',').map(|n| n.trim().parse().ok()).collect()
}

/// `[2013, 2, 12, 4, 30]`: as precise as it is long.
fn list(text: &str) -> Option<(PrimitiveDateTime, Grain)> {
    let numbers = numbers(text)?;
    let grain = [Grain::Year, Grain::Month, Grain::Day, Grain::Hour, Grain::Minute, Grain::Second];
    Some((instant(&numbers)?, *grain.get(numbers.len().checked_sub(1)?)?))
}

/// `[years, months, weeks, days, hours, minutes, seconds]`
fn iso(numbers: &[i32]) -> String {
    let letters = ["Y", "M", "W", "D", "H", "M", "S"];
    let mut text = "P".to_owned();
    for (at, (number, letter)) in numbers.iter().zip(letters).enumerate().filter(|(_, (number, _))| **number != 0) {
        if at >= 4 && !text.contains('T') {
            text.push('T');
        }
        text += &format!("{number}{letter}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_read() {
        let known = |value: &str| format!("{:?}", parse(value).expect("a known call"));
        assert!(known("check_moment!(c, [2013, 2, 11], Grain::Week)").contains("Week"));
        assert!(known("check_moment_span!(c, [2013, 7, 13], [2013, 7, 16])").contains("last: 2013-07-15"));
        assert!(known("check_duration!([0, 0, 0, 0, 1, 30], Precision::Approximate)").contains("\"PT1H30M\", true"));
        assert!(known("check_finance(2.05, Some(\"EUR\"), Precision::Exact)").contains("Exact(\"2.05\")"));
        assert!(parse("check_weather(1)").is_none());
    }
}
