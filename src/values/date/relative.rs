//! Dates counted from the publication (`hier`, `l'an dernier`, `il y a trois ans`) or from the story (`la veille`), and edges of periods.

use super::absolute::{day_month, feast, part_of_day, year_figures};
use super::expression::{From, Moment, Unit};
use super::{Core, whole, words};
use crate::values::view::View;
use crate::values::{Qualifier, amount, tense};

/// `fin janvier`, `début de l'année`, `milieu des années 1990`, `courant du mois d'octobre`: the period that holds the edge.
pub(super) fn edge(view: View<'_, '_>, at: usize) -> Option<Core> {
    let at = at + usize::from(view.is(at, "la") && view.is(at + 1, "fin"));
    let mut inner = match view.folded(at) {
        "fin" | "début" | "milieu" | "courant" => at + 1,
        "mi" => at + 1 + usize::from(view.is(at + 1, "-")),
        _ => return None,
    };
    // `les examens de fin d'année`: a kind of thing, no date.
    if view.is_de(at.wrapping_sub(1)) || view.before_is(at, 1, "une") {
        return None;
    }
    let linked = view.is_one_of(inner, "de d' du des");
    inner += usize::from(linked);
    if let Some((moment, end, _)) = whole(view, inner) {
        return (!matches!(moment, Moment::Relative { unit: Unit::Day, .. })).then_some((moment, end, "date.edge"));
    }
    inner += usize::from(linked && view.is_one_of(inner, "la l' le"));
    if let Some((moment, end, _)) = whole(view, inner) {
        return Some((moment, end, "date.edge"));
    }
    let unit = words::unit(view.folded(inner))
        .filter(|unit| linked && matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Century))?;
    // `dix euros en fin de mois`: of any month.
    if unit == Unit::Month && view.is_de(inner - 1) {
        return None;
    }
    if let Some((year, end)) = year_figures(view, inner + 1).filter(|_| unit == Unit::Year) {
        return Some((Moment::Year(year), end, "date.edge"));
    }
    Some((relative(unit, 0, From::Published), inner + 1, "date.edge"))
}

pub(super) fn relative(unit: Unit, offset: i32, from: From) -> Moment {
    Moment::Relative { unit, offset, from }
}

/// `hier soir`, `l'an dernier`, `cette année`, `la semaine prochaine`, `ce week-end`, `à ce jour`.
pub(super) fn deictic(view: View<'_, '_>, at: usize) -> Option<Core> {
    let here = |unit, offset, end| Some((relative(unit, offset, From::Published), end, "date.relative"));
    let story = |unit, offset, end| Some((relative(unit, offset, From::Narrated), end, "date.narrated"));
    let next = view.folded(at + 1);
    match view.folded(at) {
        "hier" => return here(Unit::Day, -1, part_of_day(view, at + 1)),
        "avant-hier" => return here(Unit::Day, -2, part_of_day(view, at + 1)),
        "aujourd'hui" if is_today(view, at) => return here(Unit::Day, 0, at + 1),
        "demain" => return here(Unit::Day, 1, part_of_day(view, at + 1)),
        "après-demain" => return here(Unit::Day, 2, part_of_day(view, at + 1)),
        "à" | "a" if next == "ce" && view.is(at + 2, "jour") => return here(Unit::Day, 0, at + 3),
        "ce" if next == "jour" && is_last(view, at + 2) => return here(Unit::Day, 0, at + 2),
        "dans" if next_words(view, at + 1, &["la", "semaine"]) && is_last(view, at + 3) => {
            return here(Unit::Week, 0, at + 3);
        }
        "ce" if matches!(next, "soir" | "matin") => return here(Unit::Day, 0, at + 2),
        "cet" if next == "après-midi" => return here(Unit::Day, 0, at + 2),
        "cette" if matches!(next, "nuit" | "matinée") => return here(Unit::Day, 0, at + 2),
        "cette" if next == "année-là" => return story(Unit::Year, 0, at + 2),
        "cette" if next == "semaine-là" => return story(Unit::Week, 0, at + 2),
        "ce" if next == "jour-là" => return story(Unit::Day, 0, at + 2),
        "ce" if next == "mois-ci" => return here(Unit::Month, 0, at + 2),
        "ce" | "cette" => {
            let unit = words::unit(next)
                .filter(|unit| !matches!(unit, Unit::Day | Unit::Century | Unit::Decade) && !next.ends_with("ans"))?;
            return here(unit, 0, at + 2);
        }
        _ => {}
    }
    let at = at + usize::from(view.is_one_of(at, "l' le la"));
    // `l'année qui s'achève`
    if view.is(at, "année") && next_words(view, at + 1, &["qui", "s'", "achève"]) {
        return here(Unit::Year, 0, at + 4);
    }
    let (adjective, unit, end) = match words::unit(view.folded(at)) {
        Some(unit) => (view.folded(at + 1), unit, at + 2),
        // `le prochain week-end`
        None if view.is_one_of(at, "prochain prochaine") => {
            // `la prochaine décennie` is rather the ten years to come.
            let unit = words::unit(view.folded(at + 1))
                .filter(|unit| !matches!(unit, Unit::Day | Unit::Decade | Unit::Century))?;
            let one = view.before_is(at, 1, "le la au ce du");
            return if one { here(unit, 1, at + 2) } else { None };
        }
        // `le même jour`
        None if view.is(at, "même") => {
            return story(words::unit(view.folded(at + 1))?, 0, at + 2);
        }
        None => return None,
    };
    match adjective {
        "dernier" | "dernière" | "passé" | "passée" if unit != Unit::Day => here(unit, -1, end),
        "prochain" | "prochaine" if unit != Unit::Day => here(unit, 1, end),
        "suivant" | "suivante" => story(unit, 1, end),
        "précédent" | "précédente" => story(unit, -1, end),
        "même" if unit == Unit::Day => story(unit, 0, end),
        "d'" if view.is(end, "après") && is_last(view, end + 1) => story(unit, 1, end + 1),
        "d'" if view.is(end, "avant") && is_last(view, end + 1) => story(unit, -1, end + 1),
        "qui" if view.is_one_of(end, "suit suivit suivait") => story(unit, 1, end + 1),
        "qui" if view.is(end, "vient") && unit != Unit::Day => here(unit, 1, end + 1),
        _ => None,
    }
}

/// Whether the phrase ends before `at`.
pub(super) fn is_last(view: View<'_, '_>, at: usize) -> bool {
    matches!(view.folded(at), "" | "." | "," | ";" | ":" | "?" | "!" | ")" | "à" | "et")
}

pub(super) fn next_words(view: View<'_, '_>, at: usize, words: &[&str]) -> bool {
    words.iter().enumerate().all(|(i, word)| view.folded(at + i) == *word)
}

/// `la veille`, `le lendemain matin`, `l'avant-veille`.
pub(super) fn narrated(view: View<'_, '_>, at: usize) -> Option<Core> {
    let inner = at + usize::from(view.is_one_of(at, "la le l'"));
    let offset = match view.folded(inner) {
        "veille" => -1,
        "avant-veille" => -2,
        "lendemain" => 1,
        "surlendemain" => 2,
        _ => return None,
    };
    // `elle veille`, `un appareil en veille`
    if view.is(inner, "veille") && !view.is(at, "la") && !view.before_is(inner, 1, "la") {
        return None;
    }
    // `du jour au lendemain`
    if view.before_is(inner, 1, "au") && view.before_is(inner, 2, "jour") {
        return None;
    }
    // `la veille de Noël`, `le lendemain du 13 février`
    if view.is_one_of(inner + 1, "de d' du") {
        let of = inner + 2 + usize::from(view.is_one_of(inner + 2, "la l'"));
        match day_month(view, of).or_else(|| feast(view, of)) {
            Some((Moment::Day { day, month, year, weekday, lean, .. }, end, _)) => {
                let moment = Moment::Day { day, month, year, weekday, lean, shift: offset as i8 };
                return Some((moment, end, "date.eve"));
            }
            Some((Moment::Feast { feast, year, lean, .. }, end, _)) => {
                return Some((Moment::Feast { feast, year, lean, shift: offset as i8 }, end, "date.eve"));
            }
            _ => {}
        }
    }
    // `au lendemain de sa victoire`, `à la veille du scrutin`: the day of the news itself.
    if view.is_one_of(inner + 1, "de d' du des") {
        return Some((relative(Unit::Day, 0, From::Published), inner + 1, "date.eve"));
    }
    Some((relative(Unit::Day, offset, From::Narrated), part_of_day(view, inner + 1), "date.narrated"))
}

/// The farthest that `il y a` still dates: beyond it, geology and prehistory are lengths of time.
const FARTHEST: i64 = 3000;

/// `trois ans`: what is counted, how many, how exactly, and the token behind.
fn span(view: View<'_, '_>, at: usize) -> Option<(Unit, i32, Qualifier, usize)> {
    let measured = amount::read(view, at).filter(|m| m.amount.max.is_none())?;
    let thing = measured.thing(view)?;
    let unit = words::unit(view.folded(thing)).filter(|u| *u != Unit::Weekend)?;
    let count = measured.amount.amount.as_whole().filter(|n| (1..=FARTHEST).contains(n))? as i32;
    Some((unit, count, measured.amount.qualifier, thing + 1))
}

/// `trois mois` behind `d'ici`.
pub(super) fn ahead(view: View<'_, '_>, at: usize) -> Option<Core> {
    let (unit, count, qualifier, end) = span(view, at)?;
    (qualifier == Qualifier::Exact).then_some((relative(unit, count, From::Published), end, "date.distance"))
}

/// `il y a trois ans`, `dans deux ans`, `trois jours plus tard`.
pub(super) fn distance(view: View<'_, '_>, at: usize) -> Option<Core> {
    let (start, sign) = match view.folded(at) {
        "il" if next_words(view, at + 1, &["y", "a"]) => {
            let filler = view.is_one_of(at + 3, "encore déjà maintenant exactement tout juste");
            // `il y a un peu plus d'un an`
            let little =
                next_words(view, at + 3, &["un", "peu"]) && view.is_one_of(at + 5, "plus moins") && view.is_de(at + 6);
            (at + 3 + if little { 4 } else { usize::from(filler) }, -1)
        }
        "dans" => (at + 1, 1),
        _ => (at, 0),
    };
    let (unit, count, qualifier, end) = span(view, start)?;
    // `il y a moins d'un an` names no year.
    if sign != 0 && matches!(qualifier, Qualifier::AtLeast | Qualifier::AtMost) {
        return None;
    }
    if sign != 0 {
        // `dans trois ans et demi` is no year.
        let half = view.is(end, "et") && view.folded(end + 1).starts_with("demi");
        return (!half).then_some((relative(unit, sign * count, From::Published), end, "date.distance"));
    }
    if qualifier != Qualifier::Exact {
        return None;
    }
    let (sign, end) = match (view.folded(end), view.folded(end + 1)) {
        ("plus", "tôt") => (-1, end + 2),
        ("auparavant", _) => (-1, end + 1),
        ("plus", "tard") => (1, end + 2),
        // `deux jours après, il est parti`
        ("après", "," | "." | "" | ";") => (1, end + 1),
        _ => return None,
    };
    Some((relative(unit, sign * count, From::Narrated), end, "date.narrated"))
}

/// Whether `aujourd'hui` at `at` is the day and not the present age: only a verb beside it, or what opens a period, tells.
fn is_today(view: View<'_, '_>, at: usize) -> bool {
    if view.before_is(at, 1, "dès ici à jusqu'à") {
        return true;
    }
    // `aujourd'hui à 17 heures`, `c'est aujourd'hui.`
    let clock = at + 1 + usize::from(view.is_one_of(at + 1, "à vers dès"));
    let timed =
        view.is_number(clock) && view.is_one_of(clock + 1, "h heures :") || view.is_one_of(clock, "midi minuit");
    let is = view.before_is(at, 1, "est sera") && is_last(view, at + 1) && !view.is(at + 1, ",");
    if timed || is {
        return true;
    }
    // `a été présenté aujourd'hui`, `se réunira aujourd'hui`
    let before = view.before(at, 1);
    let auxiliary = (2..=4).any(|back| view.before_is(at, back, "a ont est sont été ai avons"));
    tense::is_participle(before) && auxiliary || tense::is_future(before)
}
