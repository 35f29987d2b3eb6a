//! Times of the day: `17h30`, `6 heures`, `midi`.

use super::number::{self, Form};
use super::view::View;
use super::{Found, Value, duration};
use crate::mentions::Kind;

/// Words before a time that belong to it: it is then not exact.
const NEAR: [&[&str]; 8] = [
    &["vers"],
    &["peu", "avant"],
    &["peu", "après"],
    &["juste", "avant"],
    &["juste", "après"],
    &["aux", "alentours", "de"],
    &["aux", "environs", "de"],
    &["autour", "de"],
];

/// The time that begins at token `at`.
pub(super) fn read(view: View<'_, '_>, at: usize) -> Option<Found> {
    let near = NEAR.iter().find(|words| words.iter().enumerate().all(|(i, w)| view.folded(at + i) == *w));
    let start = at + near.map_or(0, |words| words.len());
    let (hour, minute, end, by) = clock(view, start).or_else(|| hours(view, start)).or_else(|| noon(view, start))?;
    let end = end + if by == "time.clock" && view.folded(end) == "locales" { 0 } else { local(view, end) };
    Some(Found { start: at, end, kind: Kind::Time, value: Value::Time(hour, minute), of: None, by, score: 0.9 })
}

/// Tokens behind a time that say where it holds: `GMT`, `heure de Paris`.
fn local(view: View<'_, '_>, at: usize) -> usize {
    match view.folded(at) {
        "gmt" | "utc" | "locale" | "locales" => 1,
        "heure" if matches!(view.folded(at + 1), "locale" | "française") => 2,
        "heures" if view.folded(at + 1) == "locales" => 2,
        "(" if matches!(view.folded(at + 1), "gmt" | "utc") && view.folded(at + 2) == ")" => 3,
        _ => 0,
    }
}

type Clock = (u8, u8, usize, &'static str);

/// Two digits of minutes or seconds glued at `at`.
fn sixtieth(view: View<'_, '_>, at: usize) -> Option<u8> {
    let word = view.str(at);
    (view.is_number(at) && word.len() == 2).then(|| word.parse().ok().filter(|m| *m < 60)).flatten()
}

fn hour(view: View<'_, '_>, at: usize) -> Option<u8> {
    let word = view.str(at);
    (view.is_number(at) && word.len() <= 2).then(|| word.parse().ok().filter(|h| *h <= 24)).flatten()
}

/// `17h30`, `17 h 30`, `17h`, `17:30`, `17:30:12`.
fn clock(view: View<'_, '_>, at: usize) -> Option<Clock> {
    let hour = hour(view, at)?;
    let (minute, end) = match view.folded(at + 1) {
        "h" => match sixtieth(view, at + 2) {
            Some(minute) => (minute, at + 3),
            None => (0, at + 2),
        },
        ":" if view.is_glued(at + 1) && view.is_glued(at + 2) => {
            let minute = sixtieth(view, at + 2)?;
            let seconds = view.folded(at + 3) == ":" && view.is_glued(at + 3) && sixtieth(view, at + 4).is_some();
            (minute, at + if seconds { 5 } else { 3 })
        }
        _ => return None,
    };
    // `1h30 de route`, `en 2h10`: a length of time.
    if duration::is_length(view, at, end) || hour == 24 && minute > 0 {
        return None;
    }
    // `3:24` alone is the length of a film clip.
    if view.folded(at + 1) == ":" && view.str(at).len() < 2 && end == at + 3 {
        return None;
    }
    Some((hour % 24, minute, end, "time.clock"))
}

/// `6 heures`, `six heures du matin`, `15 heures 30`: only where the words around tell a time from a length.
fn hours(view: View<'_, '_>, at: usize) -> Option<Clock> {
    let number = number::read(view, at)?;
    let hour = number.value.as_whole().filter(|h| (0..=24).contains(h))? as u8;
    if !matches!(view.folded(number.end), "heures" | "heure") {
        return None;
    }
    let mut end = number.end + 1;
    let mut minute = 0;
    if let Some(found) = sixtieth(view, end) {
        (minute, end) = (found, end + 1);
    }
    let (half, quarter) = (view.folded(end) == "et" && view.folded(end + 1).starts_with("demi"), view.folded(end + 1));
    let said = match view.folded(end) {
        "du" if matches!(quarter, "matin" | "soir") => {
            let hour = if quarter == "soir" && hour < 12 { hour + 12 } else { hour };
            return Some((hour, minute, end + 2, "time.hours"));
        }
        "de" if quarter == "l'" && view.folded(end + 2) == "après-midi" => {
            let hour = if hour < 12 { hour + 12 } else { hour };
            return Some((hour, minute, end + 3, "time.hours"));
        }
        "précises" | "pile" | "gmt" | "locales" | "locale" => true,
        "heure" => view.folded(end + 1) == "de" || view.folded(end + 1) == "locale",
        _ => false,
    };
    let before = view.before(at, 1);
    // `à une heure donnée`
    let indefinite = number.form == Form::Article;
    let placed = matches!(before, "à" | "vers" | "dès" | "jusqu'à")
        || matches!(before, "avant" | "après" | "depuis") && hour >= 5 && view.is_number(at)
        || before == "pour" && hour >= 7 && view.is_number(at)
        || before == "de" && matches!(view.before(at, 2), "partir" | "alentours" | "environs" | "journal" | "jt");
    // `à deux heures de route`, `à trois heures d'avion`
    let length =
        matches!(view.folded(end), "de" | "d'") || half && !placed || before == "à" && hour == 24 && number.scale == 0;
    if half && placed {
        (minute, end) = (30, end + 2);
    }
    (hour < 24 && (said || placed && !length && !indefinite)).then_some((hour, minute, end, "time.hours"))
}

/// `midi`, `minuit`.
fn noon(view: View<'_, '_>, at: usize) -> Option<Clock> {
    let (hour, end) = match view.folded(at) {
        "midi" => (12, at + 1),
        "minuit" => (0, at + 1),
        "ce" if view.folded(at + 1) == "midi" => (12, at + 2),
        _ => return None,
    };
    // `le Midi`, `le midi de la France`, `Canal du Midi`
    let named = view.is_capitalised(end - 1) && !view.tokens().is_sentence_start(end - 1);
    if named || view.folded(end) == "de" || matches!(view.before(at, 1), "le" | "du" | "-") {
        return None;
    }
    let minute = match (view.folded(end), view.folded(end + 1)) {
        ("et", "demi" | "demie") => return Some((hour, 30, end + 2, "time.noon")),
        _ => sixtieth(view, end),
    };
    Some((hour, minute.unwrap_or(0), end + usize::from(minute.is_some()), "time.noon"))
}
