//! Lengths of time, and ages, which are written alike.

use super::amount::{self, Measured};
use super::number::{self, Form};
use super::view::View;
use super::{Decimal, Found, Qualifier, Value, of};
use crate::lexicon::measures::PRENOMINAL;
use crate::mentions::Kind;
use crate::text::is_one_of;

/// What a unit of time is in ISO 8601: the letter, how many of it, and whether it is a part of the day.
pub(super) type Unit = (char, i64, bool);

pub(super) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "seconde" | "secondes" => ('S', 1, true),
        "minute" | "minutes" | "min" | "mn" | "min." => ('M', 1, true),
        "heure" | "heures" | "h" => ('H', 1, true),
        "jour" | "jours" | "journée" | "journées" | "nuit" | "nuits" | "soir" | "soirs" | "soirée" | "soirées" => {
            ('D', 1, false)
        }
        "semaine" | "semaines" => ('W', 1, false),
        "mois" => ('M', 1, false),
        "trimestre" | "trimestres" => ('M', 3, false),
        "semestre" | "semestres" => ('M', 6, false),
        "an" | "ans" | "année" | "années" => ('Y', 1, false),
        "décennie" | "décennies" => ('Y', 10, false),
        "siècle" | "siècles" => ('Y', 100, false),
        "millénaire" | "millénaires" => ('Y', 1000, false),
        _ => return None,
    })
}

/// ISO 8601 of `number` units, with `minutes` behind hours.
fn iso(number: Decimal, (letter, factor, clock): Unit, minutes: Option<u8>) -> Option<String> {
    let number = number.times(Decimal::whole(factor))?;
    let minutes = minutes.filter(|m| *m > 0).map(|m| format!("{m}M")).unwrap_or_default();
    Some(format!("P{}{number}{letter}{minutes}", if clock { "T" } else { "" }))
}

/// Nouns of spans of time: `une peine de deux ans` is no age.
const SPANS: [&str; 44] = [
    "peine",
    "prison",
    "réclusion",
    "période",
    "durée",
    "contrat",
    "mandat",
    "délai",
    "bail",
    "prêt",
    "carrière",
    "expérience",
    "plan",
    "projet",
    "série",
    "guerre",
    "conflit",
    "cycle",
    "histoire",
    "tranche",
    "séjour",
    "relation",
    "mariage",
    "cours",
    "bout",
    "rythme",
    "retard",
    "recul",
    "attente",
    "travail",
    "travaux",
    "programme",
    "pause",
    "absence",
    "fin",
    "carte",
    "titre",
    "visa",
    "bataille",
    "combat",
    "suspension",
    "espérance",
    "horizon",
    "échéance",
];

/// What a length of time is said to hold or end: `deux ans de prison`.
const SENTENCES: [&str; 8] =
    ["prison", "réclusion", "emprisonnement", "détention", "sursis", "ferme", "suspension", "travaux"];

/// The age or length of time that `measured` begins.
pub(super) fn read(view: View<'_, '_>, measured: &Measured) -> Option<Found> {
    let mut at = measured.thing(view)?;
    // `entre 5 heures et 9 heures` are two times of the day.
    let repeated = measured.amount.max.is_some() && view.is(measured.start, "entre") && view.is(at, "heures");
    if repeated && view.is(measured.start + 2, "heures") {
        return None;
    }
    // `trois dernières années`, `une bonne semaine`
    // `le 20 heures` is the evening news.
    if view.is(at, "heures") && view.before_is(measured.start, 1, "le du au") {
        return None;
    }
    let adjective = match measured.form {
        Form::Article => view.is_one_of(at, "bonne petite longue"),
        _ => PRENOMINAL.has(view.folded(at)),
    };
    at += usize::from(adjective);
    let word = view.folded(at);
    let unit = unit(word)?;
    let mut end = at + 1;
    let is_years = is_one_of(word, "an ans année années");
    if is_years && !adjective && is_age(view, measured, end) {
        return age(view, measured, end);
    }
    if measured.form == Form::Article && !is_length_of_one(view, measured, word) {
        return None;
    }
    // `mille et une nuits`, `les deux soirées`: what is enjoyed is counted as days all the same.
    let mut amount = measured.amount;
    let mut minutes = None;
    if view.is(end, "et") && view.is_one_of(end + 1, "demi demie") {
        amount = amount.map(|n| n.plus(Decimal::new(5, 1)))?;
        end += 2;
    } else if unit.0 == 'H'
        && view.is_number(end)
        && let Ok(found) = view.str(end).parse::<u8>()
        && found < 60
        && view.str(end).len() == 2
    {
        minutes = Some(found);
        end += 1 + usize::from(view.is_one_of(end + 1, "minutes min"));
    }
    // `une heure trente`
    if let ('H', None) = (unit.0, minutes)
        && let Some(part) = number::read(view, end).filter(|n| n.form == Form::Words)
        && let Some(found) = part.value.as_whole().filter(|m| (5..60).contains(m))
        && !super::count::is_plural_noun(view, part.end)
    {
        minutes = Some(found as u8);
        end = part.end;
    }
    // `24 heures sur 24`, `sept jours sur sept`
    if view.is(end, "sur") && view.folded(end + 1) == view.folded(measured.number) {
        end += 2;
    }
    let qualifier = amount.qualifier;
    let text = match amount.max {
        Some(max) => format!("{}..{}", iso(amount.amount, unit, None)?, iso(max, unit, None)?),
        None => iso(amount.amount, unit, minutes)?,
    };
    let (text, end) = match (amount.max, minutes) {
        (None, None) => with_smaller(view, text, unit, end),
        _ => (text, end),
    };
    let of = of::after(view, end);
    let (kind, value) = (Kind::Duration, Value::Duration(text, qualifier));
    Some(Found { start: measured.start, end, kind, value, of, by: "duration.unit", score: 0.85 })
}

/// `deux ans et six mois`, `une minute et trois secondes`: the length `text` of `unit`s with so many of a smaller one behind it.
fn with_smaller(view: View<'_, '_>, text: String, unit: Unit, at: usize) -> (String, usize) {
    const ORDER: [(char, bool); 6] = [('Y', false), ('M', false), ('D', false), ('H', true), ('M', true), ('S', true)];
    let rank = |unit: Unit| ORDER.iter().position(|step| *step == (unit.0, unit.2));
    let smaller = || {
        let said = number::read(view, at + 1).filter(|_| view.is(at, "et"))?;
        let of = self::unit(view.folded(said.end)).filter(|of| of.1 == 1)?;
        // Weeks stand alone in ISO 8601.
        (rank(of)? > rank(unit)? && !text.contains('.')).then_some(())?;
        let sign = if of.2 && !unit.2 { "T" } else { "" };
        Some((format!("{text}{sign}{}{}", said.value, of.0), said.end + 1))
    };
    smaller().unwrap_or((text, at))
}

/// `un an`, `une heure` are lengths, `un jour`, `une année` as often name a day or year: those need a preposition of length.
fn is_length_of_one(view: View<'_, '_>, measured: &Measured, word: &str) -> bool {
    let before = view.before(measured.start, 1);
    // `une année 2016` names a year, `un mois de décembre` a month.
    let month = super::date::words::month(view.folded(measured.end + 2)).is_some();
    if view.is_number(measured.end + 1) && word == "année" || month && view.is_de(measured.end + 1) {
        return false;
    }
    is_one_of(word, "an mois heure semaine siècle décennie")
        || measured.amount.qualifier != Qualifier::Exact
        || word == "minute" && view.is(measured.end + 1, "et")
        || is_one_of(before, "pendant durant en depuis après dans sous")
}

fn age(view: View<'_, '_>, measured: &Measured, end: usize) -> Option<Found> {
    let older = view.is(end, "et") && view.is(end + 1, "plus");
    let amount = if older { measured.amount.qualified(Qualifier::AtLeast) } else { measured.amount };
    Some(Found {
        start: measured.start,
        end: end + 2 * usize::from(older),
        kind: Kind::Quantity,
        value: Value::Quantity(amount, "year".to_owned()),
        of: of::holder(view, measured.start),
        by: "quantity.age",
        score: 0.85,
    })
}

/// Whether the years up to token `end` are an age.
fn is_age(view: View<'_, '_>, measured: &Measured, end: usize) -> bool {
    let start = measured.start;
    let (before, earlier) = (view.before(start, 1), view.before(start, 2));
    let after = view.folded(end);
    // `10 à 20 ans de prison`
    if matches!(after, "de" | "d'") && !view.is_one_of(end + 1, "moins plus") || SENTENCES.contains(&after) {
        return false;
    }
    if matches!(after, "et" | "ou") && view.is_one_of(end + 1, "plus moins") {
        return true;
    }
    let is_aged = |word: &str| is_one_of(word, "âgé âgée âgés âgées agé agée agés agées âge");
    if (1..=4).any(|back| is_aged(view.before(start, back))) {
        return true;
    }
    // `les 15-24 ans`
    if measured.hyphen && is_one_of(before, "les des aux chez") {
        return true;
    }
    // `vers 15 ans`; `les utilisateurs entre vingt et trente ans`
    if view.is(start, "vers") || view.is(start, "entre") && super::count::is_plural_noun(view, start.wrapping_sub(1)) {
        return true;
    }
    // `avait 27 ans`, `fête ses 80 ans`
    let has = is_one_of(before, "a ai as ont avait avais avaient aura aurait ayant ses");
    if has {
        // `a deux ans pour agir`: who is four or more is mostly someone.
        let grown = measured.amount.amount >= Decimal::whole(4) && after != "pour";
        return grown && !view.before_is(start, 2, "y") && measured.form != Form::Article;
    }
    match before {
        // `Pamela, 33 ans, …`, `Jonathan Gradit (32 ans)`
        "," | "(" | "–" | "—" => {
            let closed = matches!(after, "," | ")" | "." | "–" | "—" | "" | "et" | ";" | ":");
            closed && measured.amount.qualifier == Qualifier::Exact && measured.form != Form::Article
        }
        // `un homme de 27 ans`
        "de" | "d'" => {
            if measured.form == Form::Article {
                return false;
            }
            let span = (2..=4).any(|back| SPANS.contains(&view.before(start, back).trim_end_matches('s')));
            !span
                && measured.amount.qualifier != Qualifier::AtLeast
                && !is_preposition(earlier)
                && view.is_word(start.wrapping_sub(2))
        }
        "à" => {
            let sentenced = (2..=4).any(|back| view.before(start, back).starts_with("condamn"));
            !sentenced && !view.is_one_of(end, "plus près") && measured.amount.qualifier == Qualifier::Exact
        }
        // `les moins de 25 ans`
        "les" | "des" | "aux" => measured.number > start,
        _ => false,
    }
}

fn is_preposition(word: &str) -> bool {
    is_one_of(word, "près plus moins partir compter autour lors au-delà ici bout cours")
}

/// `une demi-heure`, `un quart d'heure`, `trois quarts d'heure`, `un demi-siècle`, `1h30` where it is a length.
pub(super) fn special(view: View<'_, '_>, at: usize) -> Option<Found> {
    let (qualifier, number) = amount::approximators(view, at);
    if number > at {
        let found = special(view, number)?;
        return Some(Found { start: at, value: found.value.qualified(qualifier), ..found });
    }
    let (text, end) = match view.folded(at) {
        "une" | "un" => match view.folded(at + 1) {
            "demi-heure" => ("PT30M".to_owned(), at + 2),
            "demi-journée" => ("PT12H".to_owned(), at + 2),
            "demi-siècle" => ("P50Y".to_owned(), at + 2),
            "quart" if view.is(at + 2, "d'") && view.is(at + 3, "heure") => ("PT15M".to_owned(), at + 4),
            _ => return None,
        },
        "trois" if view.is(at + 1, "quarts") && view.is(at + 2, "d'") && view.is(at + 3, "heure") => {
            ("PT45M".to_owned(), at + 4)
        }
        _ => {
            let digits = |i: usize, most: u8| {
                let word = view.str(i);
                (view.is_number(i) && word.len() <= 2).then(|| word.parse::<u8>().ok().filter(|n| *n < most)).flatten()
            };
            let hours = digits(at, 100)?;
            let minutes = digits(at + 2, 60).filter(|_| view.is(at + 1, "h"))?;
            if !is_length(view, at, at + 3) {
                return None;
            }
            (iso(Decimal::whole(i64::from(hours)), ('H', 1, true), Some(minutes))?, at + 3)
        }
    };
    let value = Value::Duration(text, Qualifier::Exact);
    let of = of::after(view, end);
    Some(Found { start: at, end, kind: Kind::Duration, value, of, by: "duration.special", score: 0.85 })
}

/// Whether hours and minutes from `at` to `end` are a length and not a time of the day.
pub(super) fn is_length(view: View<'_, '_>, at: usize, end: usize) -> bool {
    view.before_is(at, 1, "pendant durant en dure duré durera")
        || view.is_one_of(end, "de d'") && !view.before_is(at, 1, "à")
        || view.before_is(at, 1, "d' de") && view.before_is(at, 2, "durée")
}
