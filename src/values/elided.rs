//! Numbers whose noun is said elsewhere: `37 milliards d'euros, dont 20 milliards`, `dont deux`, `ils étaient environ 200`.

use super::amount::Measured;
use super::number::Form;
use super::view::View;
use super::{Amount, Decimal, Found, Qualifier, Value, count, of};
use crate::mentions::Kind;
use crate::text::{TokenRange, is_one_of};

/// A number without a noun beside it, and what its sentence says of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bare {
    measured: Measured,
    /// The currency that the article spoke of last.
    currency: Option<&'static str>,
    /// Whether the next value shares its noun: `33 et 30 ans`.
    is_coordinated: bool,
    /// The rule by which it counts something, if one says so.
    counts: Option<&'static str>,
    /// What it measures as money.
    of: Option<TokenRange>,
}

impl Bare {
    /// The number of `measured`; `None` when it names something (`article 49`) and counts nothing.
    pub(super) fn read(view: View<'_, '_>, measured: Measured, currency: Option<&'static str>) -> Option<Self> {
        if count::is_numbered(view, &measured) || measured.hyphen {
            return None;
        }
        let is_coordinated = view.is_one_of(measured.end, "et à ou puis") && measured.form != Form::Article;
        let of = if measured.scale >= 6 { of::paid_for(view, measured.start, measured.end) } else { None };
        Some(Self { measured, currency, is_coordinated, counts: counts(view, &measured), of })
    }
}

/// The rule by which a number without a noun counts something that was named before.
fn counts(view: View<'_, '_>, measured: &Measured) -> Option<&'static str> {
    let (start, end) = (measured.start, measured.end);
    let figures = measured.form == Form::Figures;
    let amount = measured.amount.amount;
    if measured.form == Form::Article
        || measured.scale >= 6
        || amount < Decimal::whole(2)
        || amount.as_whole().is_none()
    {
        return None;
    }
    let (before, earlier) = (view.before(start, 1), view.before(start, 2));
    // `plusieurs dizaines`, `quelques centaines`
    if measured.form == Form::Noun(Qualifier::AtLeast) && measured.number == start {
        return view.is_one_of(start, "plusieurs quelques").then_some("elided.nounOfNumber");
    }
    // `dont deux`
    if before == "dont" {
        return Some("elided.among");
    }
    // `541 actes contre 311`
    if before == "contre" && figures && amount >= Decimal::whole(20) {
        return Some("elided.against");
    }
    // `(sur 288)`, `120 salariés sur 277`
    let whole = earlier == "(" && view.is(end, ")");
    if before == "sur" && (whole || figures && start > 1 && count::is_plural_noun(view, start - 2)) {
        return Some("elided.outOf");
    }
    // `au nombre de 43`, `un total de 32`
    if before == "de" && matches!(earlier, "nombre" | "total") {
        return Some("elided.total");
    }
    // `il n'en reste que 50`, `nous ne sommes que deux`
    let only = before == "que" || before == "qu'" && figures;
    if only && (3..=6).any(|back| view.before_is(start, back, "ne n'")) {
        return Some("elided.only");
    }
    // `six des 90 volontaires`
    if view.is(end, "des") && view.is_number(end + 1) {
        return Some("elided.among");
    }
    // `80 contre`, `12 pour`: votes
    let counted = figures && is_one_of(before, ", et ( ;");
    if counted && view.is_one_of(end, "contre pour") && (!view.is_word(end + 1) || view.is(end + 1, "et")) {
        return Some("elided.votes");
    }
    // `200 000 selon la police`
    if view.is(end, "selon") && measured.start > 0 && amount >= Decimal::whole(20) && figures {
        return Some("elided.accordingTo");
    }
    // `212 n'ont pas répondu`, `et trois risquent`; but `le 17 répond`
    if !is_one_of(before, "à tous toutes en le du au") && is_plural_verb(view.folded(end)) {
        return Some("elided.subject");
    }
    // `ils étaient 200`, `elles seront sept`
    if is_one_of(before, "sont étaient seront sommes étions serons êtes") {
        return Some("elided.complement");
    }
    // `environ 200`, `près de 870`: nobody says of a rank or a name that it is about so much.
    let approximate = measured.number > start && !view.is_one_of(start, "vers jusqu' au-delà");
    if approximate && figures && amount >= Decimal::whole(10) {
        return Some("elided.about");
    }
    // A telephone number goes on.
    if start > 0 && view.is_number(start - 1) {
        return None;
    }
    // `84 000`, `13'000`: thousands that are grouped are never a year or a name.
    let grouped =
        figures && amount >= Decimal::whole(1000) && !view.str(measured.number).bytes().all(|b| b.is_ascii_digit());
    let spaced = figures && amount >= Decimal::whole(1000) && measured.end > measured.number + 1;
    (grouped || spaced).then_some("elided.thousands")
}

/// Whether `word`, folded, is a verb of the third person plural, or the negation before one.
fn is_plural_verb(word: &str) -> bool {
    is_one_of(word, "ont sont n' ne seront auront vont font se s'")
        || word.len() > 5 && word.ends_with("ent") && !word.ends_with("ment")
}

/// Gives the numbers in `bare` the kind that the text around gives them, and adds them to `found`, which stays in order.
pub(super) fn complete(bare: Vec<Bare>, found: &mut Vec<Found>) {
    let mut added = Vec::new();
    for number in bare {
        let next = found.partition_point(|f| f.start < number.measured.start);
        let value = coordinated(&number, found.get(next)).or_else(|| scaled(&number, found, next)).or_else(|| {
            let by = number.counts?;
            // `six des 90 volontaires`
            let whole = found.get(next).filter(|n| by == "elided.among" && n.start == number.measured.end + 1);
            Some(found_as(&number, Value::Count(number.measured.amount), whole.and_then(|w| w.of), by))
        });
        added.extend(value);
    }
    found.extend(added);
    found.sort_by_key(|f| f.start);
}

fn found_as(number: &Bare, value: Value, of: Option<TokenRange>, by: &'static str) -> Found {
    let kind = match value {
        Value::Money(..) => Kind::Money,
        Value::Percent(..) => Kind::Percent,
        Value::Quantity(..) => Kind::Quantity,
        _ => Kind::Count,
    };
    Found { start: number.measured.start, end: number.measured.end, kind, value, of, by, score: 0.7 }
}

/// `33 et 30 ans`, `de 12 à 25 salariés`: what the next value measures.
fn coordinated(number: &Bare, next: Option<&Found>) -> Option<Found> {
    let measured = &number.measured;
    let next = next.filter(|n| number.is_coordinated && n.start == measured.end + 1)?;
    let value = match &next.value {
        Value::Money(amount, code) => Value::Money(like(measured, *amount)?, *code),
        Value::Percent(_, points) => Value::Percent(measured.amount, *points),
        Value::Quantity(_, unit) => Value::Quantity(measured.amount, unit.clone()),
        Value::Count(amount) => Value::Count(like(measured, *amount)?),
        Value::Date(_) | Value::Time(..) | Value::Duration(..) => return None,
    };
    Some(found_as(number, value, next.of, "elided.coordinated"))
}

/// The amount of `measured`, in the millions or milliards in which `next` is told: `5 puis 20 millions`.
fn like(measured: &Measured, next: Amount) -> Option<Amount> {
    let small = measured.scale == 0 && measured.amount.amount < Decimal::whole(1000);
    let power = [9, 6].into_iter().find(|p| Decimal::whole(1).times_power(*p).is_some_and(|one| next.amount >= one));
    match power {
        Some(power) if small => measured.amount.map(|n| n.times_power(power)),
        _ => Some(measured.amount),
    }
}

/// How many values around a bare `20 milliards` are asked what such numbers are in this article.
const REACH: usize = 24;

/// `20 milliards` alone: money where the last amount of that size was money, else a count of the same things.
fn scaled(number: &Bare, found: &[Found], next: usize) -> Option<Found> {
    let measured = &number.measured;
    if measured.scale < 6 {
        return None;
    }
    let large = |f: &&Found| match &f.value {
        Value::Money(amount, _) | Value::Count(amount) => amount.amount >= Decimal::whole(100_000),
        _ => false,
    };
    let behind = found[..next].iter().rev().take(REACH).find(large);
    let model = behind.or_else(|| found[next..].iter().take(REACH).find(large))?;
    let value = match &model.value {
        Value::Money(_, code) => Value::Money(measured.amount, number.currency.or(*code)),
        _ => Value::Count(measured.amount),
    };
    Some(found_as(number, value, number.of, "elided.scaled"))
}
