//! Dates with a place of their own on the calendar, and the recurring ones: weekdays, months, seasons, feasts.

use time::Month;

use super::expression::{Counted, From, Lean, Moment, MonthSaid, Unit, YearSaid};
use super::relative::{deictic, is_last, next_words};
use super::{Core, words};
use crate::lexicon::calendar::FEASTS;
use crate::lexicon::measures::{CURRENCIES, UNITS};
use crate::text::is_one_of;
use crate::values::number::Form;
use crate::values::view::View;
use crate::values::{count, number};

/// The earliest year that stands alone without a word that announces it; before it, four figures are as often a number of things.
const FIRST_BARE_YEAR: i32 = 1900;

/// A leap year, for days whose year is not said.
const LEAP: i32 = 2024;

/// The last year that four figures are read as.
const LAST_YEAR: i32 = 2100;

/// Day of the month at `at`: `11`, `1er`, `premier`, `quatorze`.
pub(super) fn day_number(view: View<'_, '_>, at: usize) -> Option<(u8, usize)> {
    if view.is_number(at) {
        let day = view.str(at).parse().ok().filter(|d| (1..=31).contains(d) && view.str(at).len() <= 2)?;
        let first = view.is_glued(at + 1) && view.is(at + 1, "er");
        return Some((day, at + 1 + usize::from(first)));
    }
    if view.is(at, "premier") {
        return Some((1, at + 1));
    }
    let found = number::read(view, at)?;
    let day = found.value.as_whole().filter(|d| (2..=31).contains(d))?;
    Some((day as u8, found.end))
}

/// `11 février 2025`, `1er mai`, `11 janvier dernier`.
pub(super) fn day_month(view: View<'_, '_>, at: usize) -> Option<Core> {
    let (day, end) = day_number(view, at)?;
    let word = view.folded(end);
    let month = words::month(word).or_else(|| words::short_month(word.trim_end_matches('.')))?;
    let (year, end) = optional_year(view, end + 1);
    if day > month.length(year.unwrap_or(LEAP)) {
        return None;
    }
    let (lean, end) = if year.is_none() { lean_after(view, end) } else { (Lean::Unsaid, end) };
    Some((Moment::Day { day, month, year, weekday: None, lean, shift: 0 }, end, "date.day"))
}

/// `le 24`, `jusqu'au 18` where the month was told before: a day only if the phrase ends there or goes on with a time of the day.
pub(super) fn month_day(view: View<'_, '_>, at: usize) -> Option<Core> {
    let (day, end) = day_number(view, at).filter(|_| view.is_number(at))?;
    if !view.before_is(at, 1, "le") || !ends_day(view, end) {
        return None;
    }
    // `appeler le 15`, `composez le 17`: numbers of the emergency services.
    let called = (2..=4).any(|back| {
        let word = view.before(at, back);
        ["appel", "compos", "contact", "joi"].iter().any(|stem| word.starts_with(stem))
    });
    (!called).then_some((Moment::MonthDay { day, lean: Lean::Unsaid }, part_of_day(view, end), "date.monthDay"))
}

/// Whether a day of the month may end before `at`: `le 24.`, `le 24 au soir`, `le 24 à 18 heures`, `le 24 vers midi`.
pub(super) fn ends_day(view: View<'_, '_>, at: usize) -> bool {
    match view.folded(at) {
        "" | "." | ";" | ")" | "»" => !view.is_glued(at + 1),
        // `le 12, rue des Lilas`
        "," => !view.is_glued(at + 1) && !view.is_one_of(at + 1, "rue avenue place boulevard quai"),
        "vers" | "jusqu'" => true,
        "à" if view.is(at + 1, "partir") => true,
        "à" => view.is_number(at + 1) && view.is_one_of(at + 2, "h heures :") || view.is(at + 1, "midi"),
        _ => part_of_day(view, at) > at,
    }
}

/// A year behind a month, in figures or words, if there is one.
pub(super) fn optional_year(view: View<'_, '_>, at: usize) -> (Option<i32>, usize) {
    match year_figures(view, at).or_else(|| year_words(view, at)).or_else(|| short_year(view, at)) {
        Some((year, end)) => (Some(year), end),
        None => (None, at),
    }
}

/// `deux mille dix-sept`: years after 2000, unless they count what follows.
fn year_words(view: View<'_, '_>, at: usize) -> Option<(i32, usize)> {
    if !view.is(at, "deux") || !view.is(at + 1, "mille") {
        return None;
    }
    let found = number::read(view, at)?;
    let year = found.value.as_whole().filter(|y| (2001..=i64::from(LAST_YEAR)).contains(y))?;
    (!counts_something(view, found.end)).then_some((year as i32, found.end))
}

/// `mai 68`: two figures that are no day and count nothing are a year of the last century.
fn short_year(view: View<'_, '_>, at: usize) -> Option<(i32, usize)> {
    let year: i32 = view.str(at).parse().ok().filter(|y| view.is_number(at) && (32..=99).contains(y))?;
    (!view.is_glued(at + 1) && !goes_on(view, at + 1) || is_last(view, at + 1)).then_some((1900 + year, at + 1))
}

/// Four figures that can be a year, and the token behind them.
pub(super) fn year_figures(view: View<'_, '_>, at: usize) -> Option<(i32, usize)> {
    let word = view.str(at);
    if !view.is_number(at) || word.len() != 4 {
        return None;
    }
    let year = word.parse().ok().filter(|y| (1000..=LAST_YEAR).contains(y))?;
    (!(view.is_glued(at + 1) && view.is_word(at + 1))).then_some((year, at + 1))
}

/// `dernier`, `prochain` behind a weekday, month or season.
pub(super) fn lean_after(view: View<'_, '_>, at: usize) -> (Lean, usize) {
    match view.folded(at) {
        "dernier" | "derniers" | "dernière" | "passé" | "passée" => (Lean::Last, at + 1),
        "prochain" | "prochains" | "prochaine" => (Lean::Next, at + 1),
        _ => (Lean::Unsaid, at),
    }
}

/// `mardi`, `ce jeudi`, `lundi soir`, `mardi dernier`, `mardi 11 février 2025`, `la soirée de dimanche`.
pub(super) fn weekday(view: View<'_, '_>, at: usize) -> Option<Core> {
    let mut inner = at;
    let mut lean = Lean::Unsaid;
    if view.is_one_of(at, "soirée matinée nuit après-midi soir matin") && view.is_one_of(at + 1, "de du") {
        inner += 2;
    }
    if view.is(inner, "ce") {
        lean = Lean::This;
        inner += 1;
    }
    // `depuis (dimanche) soir`: a word that the editor put in.
    let bracketed =
        view.is_one_of(inner, "( [") && view.is_one_of(inner + 2, ") ]") && part_of_day(view, inner + 3) > inner + 3;
    inner += usize::from(bracketed);
    let Some(weekday) = words::weekday(view.folded(inner)) else {
        // `ce 16 mai 2025`
        let (moment @ Moment::Day { .. }, end, by) = (lean == Lean::This).then(|| day_month(view, inner)).flatten()?
        else {
            return None;
        };
        return Some((moment.leaning(lean), end, by));
    };
    // Habits are no dates.
    let habit = view.before_is(inner, 1, "chaque un quelque tous aucun");
    // `13h30 samedi`
    let last = inner.wrapping_sub(1);
    let clock =
        view.is_glued(last) && (view.is_number(last) || view.is(last, "h")) || view.before_is(inner, 2, "heures");
    // `Mercredi` in the middle of a sentence is a name, `Samedi 16 février` is none.
    let name = view.is_capitalised(inner)
        && inner == at
        && !view.tokens().is_sentence_start(inner)
        && !clock
        && day_month(view, inner + 1).is_none()
        || view.before_is(inner, 1, "du") && view.before_is(inner, 2, "journal");
    // `quatre dimanche par an`, but `66 000 samedi`, `sur France 2 dimanche`
    let counted = inner == at
        && inner > 0
        && !clock
        && number::read(view, inner - 1).is_some_and(|n| n.end == inner && n.form == Form::Words);
    if habit || name || counted {
        return None;
    }
    let mut end = inner + 1 + usize::from(bracketed);
    let day = end + usize::from(view.is(end, "le") || view.is(end, ","));
    if let Some((Moment::Day { day, month, year, lean, .. }, end, _)) =
        day_month(view, day).or_else(|| numeric(view, day))
    {
        let end = part_of_day(view, end);
        return Some((Moment::Day { day, month, year, weekday: Some(weekday), lean, shift: 0 }, end, "date.day"));
    }
    // `mardi 11`: a day of the month, unless it counts what follows.
    let number = day_number(view, end).filter(|(_, last)| view.is_number(end) && !goes_on(view, *last));
    if let Some((day, end)) = number {
        return Some((Moment::Weekday { weekday, day: Some(day), lean }, part_of_day(view, end), "date.weekday"));
    }
    if lean == Lean::Unsaid {
        (lean, end) = weekday_lean(view, end);
    }
    let end = part_of_day(view, end);
    Some((Moment::Weekday { weekday, day: None, lean }, end, "date.weekday"))
}

/// Which weekday is meant: `dernier`, `suivant`, `en huit`, `de la semaine prochaine`, `cette semaine`.
fn weekday_lean(view: View<'_, '_>, at: usize) -> (Lean, usize) {
    let next = view.folded(at + 1);
    match view.folded(at) {
        "suivant" => (Lean::Following, at + 1),
        "précédent" => (Lean::Preceding, at + 1),
        "d'" if next == "après" && !view.is_word(at + 2) => (Lean::Following, at + 2),
        "d'" if next == "avant" && !view.is_word(at + 2) => (Lean::Preceding, at + 2),
        "en" if matches!(next, "huit" | "8") && !goes_on(view, at + 2) => (Lean::Later(1), at + 2),
        "en" if matches!(next, "quinze" | "15") && !goes_on(view, at + 2) => (Lean::Later(2), at + 2),
        word => {
            let week = at + usize::from(view.is_de(at) || word == ",");
            match deictic(view, week) {
                Some((Moment::Relative { unit: Unit::Week, offset, .. }, end, _)) => (Lean::Week(offset as i8), end),
                _ => lean_after(view, at),
            }
        }
    }
}

/// Whether the number before `at` goes on to something else than a day: a unit, a noun, the minutes of a time.
fn goes_on(view: View<'_, '_>, at: usize) -> bool {
    counts_something(view, at)
        || view.is_glued(at) && !view.is_one_of(at, ", . ) ;")
        || view.is_number(at)
        || view.is_one_of(at, "h heures heure % ans")
}

/// The token behind a part of the day: `soir`, `dans la matinée`, `en fin de journée`.
pub(super) fn part_of_day(view: View<'_, '_>, at: usize) -> usize {
    let part = |i: usize| view.is_one_of(i, "soir matin après-midi matinée soirée journée nuit midi");
    let length = match view.folded(at) {
        "soir" | "matin" | "après-midi" | "midi" => 1,
        "au" if view.is_one_of(at + 1, "soir matin") => 2,
        "dans" if view.is(at + 1, "la") && part(at + 2) => 3,
        "dans" if view.is(at + 1, "l'") && part(at + 2) => 3,
        "en" if part(at + 1) => 2,
        "en" if view.is_one_of(at + 1, "fin début milieu") && view.is_de(at + 2) && part(at + 3) => 4,
        "à" if view.is(at + 1, "l'") && view.is(at + 2, "aube") => 3,
        _ => 0,
    };
    at + length
}

/// `11/02/2025`, `12.12.2019`, `2025-02-11`.
pub(super) fn numeric(view: View<'_, '_>, at: usize) -> Option<Core> {
    let word = view.str(at);
    if !view.is_number(at) || word.len() > 10 {
        return None;
    }
    let day = |day: &str, month: &str, year: &str, end: usize| {
        let short = year.len() == 2;
        let year: i32 = year.parse().ok().filter(|_| short || year.len() == 4)?;
        // `31/10/74`: two figures are of this century, or of the last one from 70 on.
        let year = if short { year + if year < 70 { 2000 } else { 1900 } } else { year };
        let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
        let day = day.parse().ok().filter(|d| (1..=month.length(year)).contains(d))?;
        let moment = Moment::Day { day, month, year: Some(year), weekday: None, lean: Lean::Unsaid, shift: 0 };
        (1000..=LAST_YEAR).contains(&year).then_some((moment, end, "date.numeric"))
    };
    let mut parts = word.split('.');
    if let (Some(d), Some(m), Some(y), None) = (parts.next(), parts.next(), parts.next(), parts.next()) {
        return day(d, m, y, at + 1);
    }
    let glued = (at + 1..at + 5).all(|i| view.is_glued(i)) && view.is_number(at + 2) && view.is_number(at + 4);
    // `le 17/02`: without a year only where a word announces a day.
    let announced = view.before_is(at, 1, "le du au") || words::weekday(view.before(at, 1)).is_some();
    if announced && view.is(at + 1, "/") && view.is_glued(at + 2) && !view.is(at + 3, "/") {
        let month = Month::try_from(view.str(at + 2).parse::<u8>().ok()?).ok()?;
        let day = word.parse().ok().filter(|d| (1..=month.length(LEAP)).contains(d))?;
        let moment = Moment::Day { day, month, year: None, weekday: None, lean: Lean::Unsaid, shift: 0 };
        return Some((moment, at + 3, "date.numeric"));
    }
    match (view.folded(at + 1), view.folded(at + 3)) {
        ("/", "/") | ("-", "-") if glued && word.len() <= 2 => day(word, view.str(at + 2), view.str(at + 4), at + 5),
        ("-", "-") if glued && word.len() == 4 => day(view.str(at + 4), view.str(at + 2), word, at + 5),
        _ => None,
    }
}

/// `février 2025`, `en mars`, `mi-mars`, `juin dernier`, `mois d'août`.
pub(super) fn month(view: View<'_, '_>, at: usize) -> Option<Core> {
    let at = at + if view.is(at, "mois") && view.is_de(at + 1) { 2 } else { 0 };
    let word = view.folded(at);
    let bare = word.strip_prefix("mi-").unwrap_or(word);
    let month = words::month(bare)?;
    let (year, end) = optional_year(view, at + 1);
    let (lean, end) = if year.is_none() { lean_after(view, end) } else { (Lean::Unsaid, end) };
    // `32 août` is no day.
    if view.is_number(at.wrapping_sub(1)) && view.str(at - 1).len() <= 2 {
        return None;
    }
    // `Mars` is a planet and a firm, `Avril` a given name, `un mars` a sweet.
    let proper = view.is_capitalised(at) && !view.tokens().is_sentence_start(at);
    if (proper || view.before_is(at, 1, "un")) && year.is_none() && lean == Lean::Unsaid {
        return None;
    }
    let (year, end) = match (year, year_said(view, end)) {
        (None, Some((YearSaid::Number(year), end))) => (Some(year), end),
        _ => (year, end),
    };
    Some((Moment::Month { month, year, lean }, end, "date.month"))
}

/// `May 14, 2025`.
pub(super) fn english(view: View<'_, '_>, at: usize) -> Option<Core> {
    let month = words::english_month(view.folded(at)).filter(|_| view.is_capitalised(at))?;
    let (day, end) = day_number(view, at + 1)?;
    let (year, end) = year_figures(view, end + usize::from(view.is(end, ",")))?;
    (day <= month.length(year)).then_some(())?;
    Some((
        Moment::Day { day, month, year: Some(year), weekday: None, lean: Lean::Unsaid, shift: 0 },
        end,
        "date.english",
    ))
}

/// `de 2024`, `2024`, `de cette année`, `de l'année dernière`, `de l'an prochain` behind a part of a year.
pub(super) fn year_said(view: View<'_, '_>, at: usize) -> Option<(YearSaid, usize)> {
    if let Some((year, end)) = year_figures(view, at) {
        return Some((YearSaid::Number(year), end));
    }
    if !view.is_de(at) {
        return None;
    }
    if let Some((year, end)) = year_figures(view, at + 1) {
        return Some((YearSaid::Number(year), end));
    }
    match deictic(view, at + 1)? {
        (Moment::Relative { unit: Unit::Year, offset, .. }, end, _) => Some((YearSaid::Offset(offset), end)),
        _ => None,
    }
}

/// `premier trimestre 2024`, `second semestre`, `T1 2024`.
pub(super) fn part_of_year(view: View<'_, '_>, at: usize) -> Option<Core> {
    let short = view.str(at);
    let (part, months, end) = match short.as_bytes() {
        [kind @ (b'T' | b'S'), digit @ b'1'..=b'4'] if year_figures(view, at + 1).is_some() => {
            (digit - b'0', if *kind == b'T' { 3 } else { 6 }, at + 1)
        }
        _ => {
            let glued = view.is_number(at) && view.is_glued(at + 1);
            let name = at + 1 + usize::from(glued);
            let months = match view.folded(name) {
                "trimestre" => 3,
                "semestre" => 6,
                _ => return None,
            };
            let ordinal = if glued { format!("{short}{}", view.folded(at + 1)) } else { view.folded(at).to_owned() };
            (words::ordinal(&ordinal, 12 / months)?, months, name + 1)
        }
    };
    // `le dernier trimestre` without a year is the one before this.
    if view.is(at, "dernier") && year_said(view, end).is_none() {
        let unit = if months == 3 { Unit::Quarter } else { Unit::Half };
        return Some((Moment::Relative { unit, offset: -1, from: From::Published }, end, "date.quarter"));
    }
    let first = Month::try_from((part - 1) * months + 1).ok()?;
    let last = Month::try_from(part * months).ok()?;
    let (year, end) = year_said(view, end).unwrap_or((YearSaid::Unsaid, end));
    Some((Moment::Months { first, last, year, lean: Lean::Unsaid }, end, "date.quarter"))
}

/// `l'été 2017`, `cet hiver`, `au printemps dernier`.
pub(super) fn season(view: View<'_, '_>, at: usize) -> Option<Core> {
    let this = view.is(at, "cet") || view.is(at, "ce");
    let inner = at + usize::from(this);
    let word = view.folded(inner);
    let (first, last) = words::season(word)?;
    let (lean, end) = lean_after(view, inner + 1);
    let (year, end) = year_said(view, end).unwrap_or((YearSaid::Unsaid, end));
    let numbered = year_figures(view, inner + 1).is_some_and(|(_, end)| !counts_something(view, end));
    let said = this || lean != Lean::Unsaid || year != YearSaid::Unsaid;
    // `été` is a participle first, `en hiver` a habit.
    let before = view.before(inner, 1);
    let introduced = if word == "été" {
        matches!(before, "l'" | "cet") || numbered
    } else {
        said || is_one_of(before, "l' au le")
    };
    if !introduced || view.is_capitalised(inner) && !said {
        return None;
    }
    let lean = if this { Lean::This } else { lean };
    Some((Moment::Months { first, last, year, lean }, end, "date.season"))
}

/// The most words of a name of a day: `réveillon de la saint sylvestre`.
const LONGEST_FEAST: usize = 5;

/// `Noël`, `Pâques 2024`, `lundi de Pentecôte`.
pub(super) fn feast(view: View<'_, '_>, at: usize) -> Option<Core> {
    let (row, end) = view.longest(&FEASTS, at, LONGEST_FEAST)?;
    let feast = words::feast(row)?;
    let capital = view.is_capitalised(at);
    if !capital && row.field(1) != "*" {
        return None;
    }
    // A name of a person (`Noël Mamère`) or of an event (`la Pâques orthodoxe`) is none.
    if capital && view.is_capitalised(end) && view.is_word(end)
        || view.before_is(at, 1, "la") && view.is(at, "pâques")
        || capital && view.is_capitalised(at.wrapping_sub(1)) && !view.tokens().is_sentence_start(at)
    {
        return None;
    }
    // `un noël`, `des halloweens`: one of many.
    if view.before_is(at, 1, "un chaque") {
        return None;
    }
    let (year, end) = optional_year(view, end);
    let (lean, end) = if year.is_none() { lean_after(view, end) } else { (Lean::Unsaid, end) };
    Some((Moment::Feast { feast, year, lean, shift: 0 }, end, "date.feast"))
}

/// `premier week-end de décembre`, `dernière semaine de mars 2024`, `premier mercredi du mois prochain`, `3e jour d'octobre`.
pub(super) fn nth(view: View<'_, '_>, at: usize) -> Option<Core> {
    let glued = view.is_number(at) && view.is_glued(at + 1);
    let noun = at + 1 + usize::from(glued);
    let counted = match view.folded(noun) {
        "jour" => Counted::Day,
        "semaine" => Counted::Week,
        "week-end" | "weekend" => Counted::Weekend,
        word => Counted::Weekday(words::weekday(word)?),
    };
    let word = view.folded(at);
    let nth = match word {
        "dernier" | "dernière" => -1,
        _ if glued => words::ordinal(&format!("{word}{}", view.folded(at + 1)), 4)? as i8,
        _ => words::ordinal(word, 4)? as i8,
    };
    if !view.is_one_of(noun + 1, "de d' du") {
        return None;
    }
    let of = noun + 2;
    let (month, end) = match month(view, of) {
        Some((Moment::Month { month, year, .. }, end, _)) => (MonthSaid::Named(month, year), end),
        _ if view.is(of, "mois") => match deictic(view, of) {
            Some((Moment::Relative { unit: Unit::Month, offset, .. }, end, _)) => {
                (MonthSaid::Offset(offset as i8), end)
            }
            _ => (MonthSaid::Offset(0), of + 1),
        },
        _ => return None,
    };
    Some((Moment::Nth { nth, counted, month }, end, "date.nth"))
}

/// `semaine du 6 octobre`.
pub(super) fn week_of(view: View<'_, '_>, at: usize) -> Option<Core> {
    if !next_words(view, at, &["semaine", "du"]) {
        return None;
    }
    match day_month(view, at + 2) {
        Some((Moment::Day { day, month, year, .. }, end, _)) => {
            Some((Moment::WeekOf { day, month, year }, end, "date.week"))
        }
        _ => None,
    }
}

/// `années 1990`, `années 90`, `années soixante-dix`.
pub(super) fn decade(view: View<'_, '_>, at: usize) -> Option<Core> {
    if !view.is_one_of(at, "années décennie") {
        return None;
    }
    let found = number::read(view, at + 1)?;
    let year = found.value.as_whole().filter(|y| y % 10 == 0)?;
    let year = match year {
        10..=90 => 1900 + year,
        1000..=2090 => year,
        _ => return None,
    };
    Some((Moment::Decade(year as i32 / 10), found.end, "date.decade"))
}

/// `XIXe siècle`, `21e siècle`.
pub(super) fn century(view: View<'_, '_>, at: usize) -> Option<Core> {
    if let Some(century) = words::roman_century(view.str(at)) {
        return (view.is(at + 1, "siècle")).then_some((Moment::Century(century), at + 2, "date.century"));
    }
    let ordinal = view.is_number(at) && view.is_glued(at + 1) && view.is_one_of(at + 1, "e er ème");
    let century = view.str(at).parse().ok().filter(|c| ordinal && (1..=21).contains(c))?;
    (view.is(at + 2, "siècle")).then_some((Moment::Century(century), at + 3, "date.century"))
}

/// A year that stands alone: `en 2018`, `l'édition 2025`.
pub(super) fn year(view: View<'_, '_>, at: usize) -> Option<Core> {
    let (year, end) = year_figures(view, at)?;
    let before = view.before(at, 1);
    // `32 août 2014` is none at all.
    if words::month(before).is_some() {
        return None;
    }
    let announced = is_one_of(before, "en depuis dès vers l'an an année fin début mi avant après ici");
    if is_one_of(before, "n° numéro no ° € $ + article page")
        || view.is_glued(at) && before != "(" && before != "-" && before != "'" && !before.ends_with('\'')
    {
        return None;
    }
    // `les attentats de 2015 et 2016`
    let announced = announced || before == "et" && at >= 2 && year_figures(view, at - 2).is_some();
    if year < FIRST_BARE_YEAR && !announced && !is_one_of(before, "de d' (") {
        return None;
    }
    if counts_something(view, end) && !announced {
        return None;
    }
    Some((Moment::Year(year), end, "date.year"))
}

/// Whether four figures before `at` count what follows: a unit, a currency, a percent sign or a plural.
pub(super) fn counts_something(view: View<'_, '_>, at: usize) -> bool {
    let word = view.folded(at);
    word == "%"
        || is_one_of(word, "mille million millions milliard milliards")
        || view
            .longest(&CURRENCIES, at, 2)
            .is_some_and(|_| word.len() > 2 || view.str(at).chars().all(|c| !c.is_lowercase()))
        || view.longest(&UNITS, at, 2).is_some_and(|_| word != "t" && word != "l")
        || count::is_plural_noun(view, at)
}
