//! Percents, percentage points, and fractions of a whole.

use super::amount::Measured;
use super::number::{self, Form};
use super::view::View;
use super::{Amount, Decimal, Found, Qualifier, Value, of};
use crate::mentions::Kind;
use crate::tokens::TokenKind;

/// The percentage that `measured` begins.
pub(super) fn read(view: View<'_, '_>, measured: &Measured) -> Option<Found> {
    let at = measured.end;
    let (end, points) = match view.folded(at) {
        "%" => (at + 1, false),
        "pour" if matches!(view.folded(at + 1), "cent" | "100") => (at + 2, false),
        "pourcent" | "pourcents" => (at + 1, false),
        "point" | "points" if is_percentage_points(view, measured, at) => {
            let said = view.folded(at + 1) == "de" && matches!(view.folded(at + 2), "pourcentage" | "pour");
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
    let stands_free = start > 0 && view.is_glued(start) && (!view.is_glued(start - 1) || view.before(start, 2) == "(");
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
const POLLS: [&str; 14] = [
    "popularité",
    "sondage",
    "intentions",
    "taux",
    "croissance",
    "inflation",
    "baromètre",
    "pib",
    "chômage",
    "cote",
    "hausse",
    "baisse",
    "recul",
    "pourcentage",
];

/// How far around the points those words are looked for.
const POLL_REACH: usize = 20;

/// The largest change that is still one of percentage points.
const MOST_POINTS: i128 = 60;

fn is_percentage_points(view: View<'_, '_>, measured: &Measured, at: usize) -> bool {
    if view.folded(at + 1) == "de" && matches!(view.folded(at + 2), "pourcentage" | "pour") {
        return true;
    }
    if measured.amount.amount > Decimal::whole(MOST_POINTS) || measured.form == Form::Article {
        return false;
    }
    let from = measured.start.saturating_sub(POLL_REACH);
    (from..at + POLL_REACH).any(|i| view.folded(i) == "%" || POLLS.contains(&view.folded(i)))
}

/// `la moitié`, `un tiers des voix`, `trois quarts`, `un enfant sur cinq`.
pub(super) fn fraction(view: View<'_, '_>, at: usize) -> Option<Found> {
    half(view, at).or_else(|| parts(view, at)).or_else(|| one_in(view, at))
}

fn share(part: i128, whole: i128) -> Option<Amount> {
    // Two digits behind the point: a third is about 33.33 %.
    let hundredths = (part * 10_000 + whole / 2) / whole;
    let exact = part * 10_000 % whole == 0;
    let qualifier = if exact { Qualifier::Exact } else { Qualifier::About };
    (0 < part && part < whole).then(|| Amount { qualifier, amount: Decimal::new(hundredths, 2), max: None })
}

fn fraction_found(view: View<'_, '_>, start: usize, end: usize, amount: Amount, by: &'static str) -> Found {
    let of = of::part_of(view, start, end);
    Found { start, end, kind: Kind::Percent, value: Value::Percent(amount, false), of, by, score: 0.8 }
}

/// `la moitié`, `près de la moitié`, `de moitié`.
fn half(view: View<'_, '_>, at: usize) -> Option<Found> {
    let (start, noun, qualifier) = match (view.folded(at), view.folded(at + 1), view.folded(at + 2)) {
        ("la", "moitié", _) => (at, at + 1, Qualifier::Exact),
        ("plus", "de", "la") => (at, at + 3, Qualifier::AtLeast),
        ("moins", "de", "la") => (at, at + 3, Qualifier::AtMost),
        ("près", "de", "la") => (at, at + 3, Qualifier::About),
        ("de", "moitié", _) => (at + 1, at + 1, Qualifier::Exact),
        _ => return None,
    };
    // `la moitié la plus pauvre` is a group of people, not a share.
    let group = matches!(view.folded(noun + 1), "la" | "les") && view.folded(noun + 2) == "plus";
    (view.folded(noun) == "moitié" && !group).then_some(())?;
    let amount = Amount::exact(Decimal::whole(50)).qualified(qualifier);
    Some(fraction_found(view, start, noun + 1, amount, "percent.fraction"))
}

/// `un tiers des voix`, `les deux tiers`, `trois quarts`: with `de`, since `un tiers` is also someone else and `un quart` a share of the hour.
fn parts(view: View<'_, '_>, at: usize) -> Option<Found> {
    let number = number::read(view, at)?;
    let part = number.value.as_whole().filter(|n| (1..10).contains(n))?;
    let whole = match view.folded(number.end) {
        "tiers" => 3,
        "quart" | "quarts" => 4,
        "cinquième" | "cinquièmes" => 5,
        "dixième" | "dixièmes" => 10,
        _ => return None,
    };
    let end = number.end + 1;
    let linked =
        matches!(view.folded(end), "de" | "des" | "du") || view.folded(end) == "d'" && view.folded(end + 1) != "heure";
    let finals = matches!(view.folded(end + 1), "finale" | "siècle" | "finales" | "tour" | "confiance");
    if finals || !linked && part == 1 {
        return None;
    }
    Some(fraction_found(view, at, end, share(part, whole)?, "percent.fraction"))
}

/// The most words between the two numbers of `un enfant belge sur cinq`.
const LONGEST_PART: usize = 4;

/// `un enfant sur cinq`, `trois Français sur quatre`.
fn one_in(view: View<'_, '_>, at: usize) -> Option<Found> {
    let number = number::read(view, at)?;
    let part = number.value.as_whole().filter(|n| (1..1000).contains(n))?;
    let sur = (number.end + 1..=number.end + LONGEST_PART).find(|&i| view.folded(i) == "sur")?;
    let noun = number.end..sur;
    if !noun.clone().all(|i| view.tokens().kind(i) == Some(TokenKind::Word))
        || super::count::is_function(view, number.end)
    {
        return None;
    }
    let whole = number::read(view, sur + 1)?;
    let of_whole = whole.value.as_whole().filter(|n| (2..=1000).contains(n))?;
    // `une pause sur deux ans`: what is divided stands alone.
    if view.is_word(whole.end) && super::count::is_plural_noun(view, whole.end) || whole.takes_de() || part >= of_whole
    {
        return None;
    }
    if super::date::words::unit(view.folded(number.end)).is_some() && number.form != Form::Article {
        return None;
    }
    if super::date::words::unit(view.folded(whole.end)).is_some() {
        return None;
    }
    Some(fraction_found(view, at, whole.end, share(part, of_whole)?, "percent.oneIn"))
}
