//! Times of the day: `17h30`, `6 heures`, `midi`, `de 9h à 11h`.

use super::number::{self, Form};
use super::view::View;
use super::{Found, Value, amount, count, duration};
use crate::mentions::Kind;
use crate::text::is_one_of;

/// Words before a time that belong to it: it is then not exact.
const NEAR: [&[&str]; 9] = [
    &["vers"],
    &["environ"],
    &["peu", "avant"],
    &["peu", "après"],
    &["juste", "avant"],
    &["juste", "après"],
    &["aux", "alentours", "de"],
    &["aux", "environs", "de"],
    &["autour", "de"],
];

/// The time, or the stretch between two, that begins at token `at`.
pub(super) fn read(view: View<'_, '_>, at: usize) -> Option<Found> {
    let found = |start: usize, first: &Clock, last: Option<&Clock>| {
        let last_read = last.unwrap_or(first);
        let value = Value::Time((first.hour, first.minute), last.map(|l| (l.hour, l.minute)));
        let end = last_read.end + local(view, last_read);
        Some(Found { start, end, kind: Kind::Time, value, of: None, by: last_read.by, score: 0.9 })
    };
    if let Some((first, last)) = range(view, at) {
        // `entre midi et 14 heures` is one value, `de midi à 14 heures` a beginning and an end.
        let between = view.is(at, "entre");
        let start = if between { at } else { first.start };
        return found(start, &first, between.then_some(&last));
    }
    // `jusqu'à 16h`, but `dure jusqu'à 12 heures`
    if view.is(at, "jusqu'") && view.is_one_of(at + 1, "à a") && !view.before(at, 1).starts_with("dur") {
        return found(at + 2, &one(view, at + 2, true)?, None);
    }
    let near = NEAR.iter().find(|words| words.iter().enumerate().all(|(i, w)| view.folded(at + i) == *w));
    // `environ 15 heures` is a length, `à environ 15 heures` a time.
    let about = near.is_some_and(|words| words[0] == "environ");
    if about && !view.before_is(at, 1, "à") {
        return None;
    }
    let start = at + near.map_or(0, |words| words.len());
    found(at, &one(view, start, about)?, None)
}

/// A time without the words around it.
struct Clock {
    start: usize,
    hour: u8,
    minute: u8,
    /// The token behind it.
    end: usize,
    /// The rule.
    by: &'static str,
}

/// Tokens behind a time that say where it holds: `GMT`, `heure de Paris`.
fn local(view: View<'_, '_>, clock: &Clock) -> usize {
    let at = clock.end;
    match view.folded(at) {
        "locales" if clock.by == "time.clock" => 0,
        "gmt" | "utc" | "cet" | "locale" | "locales" => 1,
        "heure" if view.is_one_of(at + 1, "locale française") => 2,
        "heures" if view.is(at + 1, "locales") => 2,
        "(" if view.is_one_of(at + 1, "gmt utc") && view.is(at + 2, ")") => 3,
        _ => 0,
    }
}

/// The time at `at`; `placed` if the words before it tell a time from a length.
fn one(view: View<'_, '_>, at: usize, placed: bool) -> Option<Clock> {
    clock(view, at).or_else(|| hours(view, at, placed)).or_else(|| noon(view, at)).filter(|c| c.hour < 24)
}

/// `de 9h à 11h`, `entre midi et 14 heures`, `9h30-11h`, `de 20h45 jusqu'à minuit`: both ends.
fn range(view: View<'_, '_>, at: usize) -> Option<(Clock, Clock)> {
    let opening = view.folded(at);
    let opened = matches!(opening, "de" | "entre");
    // `passer de 9 heures à 12 heures`
    if opening == "de" && amount::changes(view, at) {
        return None;
    }
    let start = at + usize::from(opened);
    let first = end_of_range(view, start).or_else(|| noon(view, start))?;
    let second = match (view.folded(first.end), view.folded(first.end + 1)) {
        ("à", _) if opening == "de" => first.end + 1,
        ("et", _) if opening == "entre" => first.end + 1,
        ("-" | "–", _) if !opened => first.end + 1,
        ("jusqu'", "à") if opening == "de" => first.end + 2,
        _ => return None,
    };
    let last = end_of_range(view, second).or_else(|| noon(view, second))?;
    // `de 2 heures à 4 heures de route`, `par jour`
    let is_length = view.is_one_of(last.end, "d' par")
        || view.is_de(last.end) && !view.is(last.end + 1, "l'")
        || duration::is_length(view, at, last.end);
    (!is_length).then_some((first, last))
}

/// An end of a range: figures and `h`, `:` or `heures`.
fn end_of_range(view: View<'_, '_>, at: usize) -> Option<Clock> {
    let (hour, minute, end) = figures(view, at).or_else(|| {
        let number = number::read(view, at)?;
        let hour = number.value.as_whole().filter(|h| (0..24).contains(h))? as u8;
        if !view.is(number.end, "heures") {
            return None;
        }
        let (minute, end) = sixtieth(view, number.end + 1).map_or((0, number.end + 1), |m| (m, number.end + 2));
        Some((hour, minute, end))
    })?;
    let (hour, end) = half_of_day(view, hour, end);
    (hour < 24).then_some(Clock { start: at, hour, minute, end, by: "time.range" })
}

/// Two digits of minutes or seconds at `at`.
fn sixtieth(view: View<'_, '_>, at: usize) -> Option<u8> {
    let word = view.str(at);
    (view.is_number(at) && word.len() == 2).then(|| word.parse().ok().filter(|m| *m < 60)).flatten()
}

/// `17h30`, `17 h 30`, `17h`, `17:30`, `17:30:12`: hour, minute, and the token behind.
fn figures(view: View<'_, '_>, at: usize) -> Option<(u8, u8, usize)> {
    let word = view.str(at);
    let hour = (view.is_number(at) && word.len() <= 2).then(|| word.parse().ok().filter(|h| *h <= 24)).flatten()?;
    let (minute, end) = match view.folded(at + 1) {
        "h" => match sixtieth(view, at + 2) {
            Some(minute) => (minute, at + 3),
            None => (0, at + 2),
        },
        ":" if view.is_glued(at + 1) && view.is_glued(at + 2) => {
            let minute = sixtieth(view, at + 2)?;
            let seconds = view.is(at + 3, ":") && view.is_glued(at + 3) && sixtieth(view, at + 4).is_some();
            (minute, at + if seconds { 5 } else { 3 })
        }
        _ => return None,
    };
    let goes_on = view.is(end, ":") && view.is_glued(end) && view.is_number(end + 1);
    (!goes_on && (hour < 24 || minute == 0)).then_some((hour, minute, end))
}

/// A time in figures, where it is no length: `1h30 de route`, `en 2h10`.
fn clock(view: View<'_, '_>, at: usize) -> Option<Clock> {
    let (hour, minute, end) = figures(view, at)?;
    if duration::is_length(view, at, end) {
        return None;
    }
    // `3:24` alone is the length of a film clip.
    let colon = view.is(at + 1, ":");
    if colon && view.str(at).len() < 2 && end == at + 3 && !view.before_is(at, 1, "à vers dès") {
        return None;
    }
    let (hour, end) = half_of_day(view, hour % 24, end);
    Some(Clock { start: at, hour, minute, end, by: "time.clock" })
}

/// The hour of 24, and the token behind, where words behind a time tell morning from evening: `du soir`, which belongs to the time, `ce soir`.
fn half_of_day(view: View<'_, '_>, hour: u8, at: usize) -> (u8, usize) {
    let later = |from: u8| if (from..12).contains(&hour) { hour + 12 } else { hour };
    match (view.folded(at), view.folded(at + 1), view.folded(at + 2)) {
        ("du", "matin", _) => (hour, at + 2),
        ("du", "soir", _) => (later(1), at + 2),
        ("de", "l'", "après-midi") => (later(1), at + 3),
        ("cet" | "demain" | "hier", "après-midi", _) | ("dans", "l'", "après-midi") => (later(1), at),
        ("ce" | "demain" | "hier", "soir", _) | ("dans", "la", "soirée") => (later(5), at),
        _ => (hour, at),
    }
}

/// Minutes in words behind an hour, and the token behind them: `quinze`, `et quart`, `moins le quart`, `moins cinq`.
fn minutes(view: View<'_, '_>, at: usize) -> Option<(i8, usize)> {
    let words = |at: usize| {
        let found = number::read(view, at).filter(|n| n.form == Form::Words)?;
        let said = found.value.as_whole().filter(|m| (1..60).contains(m))? as i8;
        let named = usize::from(view.is(found.end, "minutes"));
        (named > 0 || !count::is_plural_noun(view, found.end)).then_some((said, found.end + named))
    };
    match (view.folded(at), view.folded(at + 1)) {
        ("et", "quart") => Some((15, at + 2)),
        ("et", "demi" | "demie") => Some((30, at + 2)),
        ("moins", "le") if view.is(at + 2, "quart") => Some((-15, at + 3)),
        ("moins", _) => words(at + 1).map(|(said, end)| (-said, end)),
        ("trois", "quarts") if !view.is(at + 2, "d'") => Some((45, at + 2)),
        ("et", _) => words(at + 1).filter(|(_, end)| view.is(end - 1, "minutes")),
        _ => words(at).or_else(|| sixtieth(view, at).map(|said| (said as i8, at + 1))),
    }
}

/// The hour and minute of so many minutes after `hour`, before it when negative.
fn shifted(hour: u8, minutes: i8) -> (u8, u8) {
    let day = 24 * 60;
    let total = (i32::from(hour) * 60 + i32::from(minutes)).rem_euclid(day);
    ((total / 60) as u8, (total % 60) as u8)
}

/// `6 heures`, `six heures du matin`, `15 heures 30`: only where the words around tell a time from a length.
fn hours(view: View<'_, '_>, at: usize, placed: bool) -> Option<Clock> {
    let number = number::read(view, at)?;
    let hour = number.value.as_whole().filter(|h| (0..=24).contains(h))? as u8;
    if !view.is_one_of(number.end, "heures heure") {
        return None;
    }
    let bare = number.end + 1;
    let before = view.before(at, 1);
    let (said_minutes, end) = minutes(view, bare).map_or((None, bare), |(said, end)| (Some(said), end));
    // `trois heures et demie`, `une heure et quart`, `cinq heures trente` are lengths as well, `15 heures 30` and `onze heures moins dix` are not.
    let said = match said_minutes {
        Some(_) => view.is_number(bare) || view.is(bare, "moins") || view.is(bare + 1, "quarts"),
        None => false,
    };
    let (half, last) = half_of_day(view, hour, end);
    let said = said && hour < 24
        || half != hour
        || last > end
        || view.is_one_of(end, "précises pile gmt cet locales locale")
        || view.is(end, "heure") && view.is_one_of(end + 1, "de locale");
    // `à une heure donnée`
    let indefinite = number.form == Form::Article;
    let placed = placed
        || is_one_of(before, "à vers dès jusqu'à")
        || is_one_of(before, "avant après depuis") && hour >= 5 && view.is_number(at)
        || before == "pour" && hour >= 7 && view.is_number(at)
        || before == "de" && view.before_is(at, 2, "partir alentours environs journal jt");
    // `à deux heures de route`, `à trois heures d'avion`, `jusqu'à douze heures par jour`
    let length = view.is_one_of(end, "d' par")
        || view.is_de(end) && last == end
        || before == "à" && hour == 24 && number.scale == 0;
    let is_time = said || placed && !length && !indefinite;
    let (hour, minute) = shifted(half, said_minutes.unwrap_or(0));
    is_time.then_some(Clock { start: at, hour, minute, end: last, by: "time.hours" })
}

/// `midi`, `minuit`.
fn noon(view: View<'_, '_>, at: usize) -> Option<Clock> {
    let (hour, end) = match view.folded(at) {
        "midi" => (12, at + 1),
        "minuit" => (0, at + 1),
        "ce" if view.is(at + 1, "midi") => (12, at + 2),
        _ => return None,
    };
    // `le Midi`, `le midi de la France`, `Canal du Midi`
    let named = view.is_capitalised(end - 1) && !view.tokens().is_sentence_start(end - 1);
    if named || view.is(end, "de") || view.before_is(at, 1, "le du -") {
        return None;
    }
    let (said, end) = minutes(view, end).unwrap_or((0, end));
    let (hour, minute) = shifted(hour, said);
    Some(Clock { start: at, hour, minute, end, by: "time.noon" })
}
