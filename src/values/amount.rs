//! Amounts: a number or a range, with the words that say how exactly it is meant.

use super::number::{self, Form, Number};
use super::view::View;
use super::{Amount, Decimal, Qualifier};
use crate::lexicon::measures::APPROXIMATORS;

/// An amount that stands in the text; what it measures follows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measured {
    /// First token, approximators included.
    pub(super) start: usize,
    /// First token of the number itself.
    pub(super) number: usize,
    /// The token behind the number or range.
    pub(super) end: usize,
    /// The amount.
    pub(super) amount: Amount,
    /// How the last number is written.
    pub(super) form: Form,
    /// Power of ten of the noun that it ends with (`millions`: 6), else 0.
    pub(super) scale: u8,
    /// Whether what it counts follows behind `de`.
    pub(super) takes_de: bool,
    /// Whether it is a range between hyphens (`10-15`), which may be a score.
    pub(super) hyphen: bool,
}

impl Measured {
    /// Where the thing measured begins: behind `de` where the number takes one.
    pub(super) fn thing(&self, view: View<'_, '_>) -> Option<usize> {
        match (self.takes_de, view.is_de(self.end)) {
            (true, true) => Some(self.end + 1),
            (true, false) => None,
            (false, _) => Some(self.end),
        }
    }
}

/// The most words of an approximator: `de l'ordre de` has four.
const LONGEST_APPROXIMATOR: usize = 5;

/// How many approximators may follow each other: `un peu plus de`, `au moins quelque`.
const MOST_APPROXIMATORS: usize = 2;

/// Verbs that move from one number to another: `passer de 12 à 25` is no range.
const CHANGES: [&str; 8] = ["pass", "grimp", "bondi", "ramen", "tomb", "descend", "augmenté", "reculé"];

/// What the approximators from `at` say, and the token behind them.
pub(super) fn approximators(view: View<'_, '_>, at: usize) -> (Qualifier, usize) {
    let (mut qualifier, mut at) = (Qualifier::Exact, at);
    for _ in 0..MOST_APPROXIMATORS {
        if !view.may_be_approximator(at) {
            break;
        }
        let Some((row, end)) = view.longest(&APPROXIMATORS, at, LONGEST_APPROXIMATOR) else { break };
        let said = match row.field(0) {
            ">" => Qualifier::AtLeast,
            "<" => Qualifier::AtMost,
            _ => Qualifier::About,
        };
        if qualifier == Qualifier::Exact {
            qualifier = said;
        }
        at = end;
    }
    (qualifier, at)
}

/// What stands behind a value and says how exactly it is meant, and the token behind that: `40 trains environ`, `deux morts au moins`.
pub(super) fn afterthought(view: View<'_, '_>, at: usize) -> Option<(Qualifier, usize)> {
    let (word, next) = (view.folded(at), view.folded(at + 1));
    let (qualifier, end) = match (word, next) {
        ("environ", _) => (Qualifier::About, at + 1),
        ("à", "peu") if view.is(at + 2, "près") => (Qualifier::About, at + 3),
        ("au", "moins" | "minimum") => (Qualifier::AtLeast, at + 2),
        ("au", "plus" | "maximum") => (Qualifier::AtMost, at + 2),
        ("maximum", _) => (Qualifier::AtMost, at + 1),
        _ => return None,
    };
    // `300 élus au plus fort`, `12 élus environ 300 fois`: it belongs to what follows.
    let belongs_on = view.is_number(end) || view.may_be_number(end) || next == "plus" && view.is_word(end);
    (!belongs_on).then_some((qualifier, end))
}

/// The amount that begins at token `at`.
pub(super) fn read(view: View<'_, '_>, at: usize) -> Option<Measured> {
    // `quelques centaines`: there `quelques` belongs to the number.
    // `un peu plus de 300`, `un maximum de 70`: there `un` is no number.
    let own = number::read(view, at).is_some_and(|n| n.form != Form::Article);
    let (qualifier, number) = if own { (Qualifier::Exact, at) } else { approximators(view, at) };
    let range = range(view, number);
    let (read, end, max, first) = match range {
        Some((first, second, _)) => (second, second.end, Some(second.value), first),
        None => {
            let found = number::read(view, number)?;
            (found, found.end, None, found)
        }
    };
    let own = match read.form {
        Form::Noun(own) => own,
        _ => Qualifier::Exact,
    };
    let amount = match max {
        Some(max) => Amount { qualifier: Qualifier::Between, amount: first.value, max: Some(max) },
        None => {
            Amount { qualifier: if qualifier == Qualifier::Exact { own } else { qualifier }, amount: first.value, max }
        }
    };
    Some(Measured {
        start: at,
        number,
        end,
        amount,
        form: read.form,
        scale: read.scale,
        takes_de: read.takes_de(),
        hyphen: range.is_some_and(|(.., hyphen)| hyphen),
    })
}

/// `entre 10 et 15`, `de 250 à 330`, `10 à 15`, `10-15`, `deux ou trois`, `un à deux`: both ends, and whether a hyphen joins them.
fn range(view: View<'_, '_>, at: usize) -> Option<(Number, Number, bool)> {
    let opening = view.folded(at);
    let (start, joins): (usize, &[&str]) = match opening {
        "entre" => (at + 1, &["et"]),
        "de" if !changes(view, at) => (at + 1, &["à"]),
        "de" => return None,
        _ if view.before_is(at, 1, "de") && changes(view, at - 1) => return None,
        _ => (at, &["à", "ou", "-", "–"]),
    };
    let first = number::read(view, start)?;
    let join = |at: usize| joins.contains(&view.folded(at));
    // `entre 42 % et 47 %`: the unit may stand at both ends.
    let repeated = !join(first.end) && join(first.end + 1);
    let joint = first.end + usize::from(repeated);
    if !join(joint) || joint == first.end && opening == "de" && changes(view, at) {
        return None;
    }
    let hyphen = view.is_one_of(joint, "- –");
    // Without an opening word `12 à 14` is a range only of like numbers: `à` also places (`12 à Lyon`), `ou` also repeats.
    let second = number::read(view, joint + 1)?;
    if repeated && (view.folded(second.end) != view.folded(first.end) || hyphen) {
        return None;
    }
    if matches!(second.form, Form::Article) {
        return None;
    }
    if matches!(first.form, Form::Noun(_)) && !matches!(opening, "entre" | "de") {
        return None;
    }
    let mut low = first;
    // `2 à 3 millions`: the noun belongs to both.
    if low.scale == 0 && second.scale > 0 && low.value < second.value.over_power(second.scale) {
        low.value = low.value.times_power(second.scale)?;
    }
    let wide = Decimal::whole(1000);
    let near = hyphen || view.is(joint, "ou") || opening != "de" && opening != "entre";
    if low.scale == 0 && second.scale == 0 {
        low.value = of_same_size(low, second);
    }
    // `3 ou 400`: ends that differ a thousandfold are no range.
    if low.value >= second.value || near && low.value.times(wide).is_none_or(|w| w < second.value) {
        return None;
    }
    Some((low, second, hyphen))
}

/// The lower end of `trois à quatre mille`, `3 à 4 000`, `deux à trois cents`, which shares the thousands or hundreds of the upper one.
fn of_same_size(low: Number, high: Number) -> Decimal {
    let shared = |factor: i64| {
        let (Some(less), Some(more)) = (low.value.as_whole(), high.value.as_whole()) else { return None };
        // `de 1 à 10 000` is as it stands: ends that share a thousand lie near each other.
        let near = more % factor == 0 && less < more / factor && less * 4 >= more / factor;
        near.then(|| Decimal::whole(less * factor))
    };
    if low.form != high.form {
        return low.value;
    }
    let hundreds = if high.form == Form::Words && high.value < Decimal::whole(1000) { shared(100) } else { None };
    shared(1000).or(hundreds).unwrap_or(low.value)
}

/// How far back a verb of change is looked for.
const CHANGE_REACH: usize = 5;

pub(super) fn changes(view: View<'_, '_>, at: usize) -> bool {
    (1..=CHANGE_REACH).any(|back| {
        let word = view.before(at, back);
        CHANGES.iter().any(|stem| word.starts_with(stem))
    })
}
