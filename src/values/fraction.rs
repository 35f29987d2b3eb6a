//! Fractions of a whole, as percentages: `la moitié`, `un tiers des voix`, `un enfant sur cinq`.

use super::number::{self, Form};
use super::view::View;
use super::{Amount, Decimal, Found, Qualifier, Value, amount, count, date, of};
use crate::lexicon::measures::UNITS;
use crate::lexicon::numerals::Numeral;
use crate::mentions::Kind;
use crate::text::TokenRange;

/// A share of a whole, the token behind it, what it says that it is a share of, and the rule.
type Share = (Amount, usize, Option<TokenRange>, &'static str);

/// The fraction that begins at token `at`, approximators included.
pub(super) fn read(view: View<'_, '_>, at: usize) -> Option<Found> {
    let plain = half(view, at).or_else(|| parts(view, at)).or_else(|| one_in(view, at));
    let (share, qualifier) = match plain {
        Some(share) => (share, Qualifier::Exact),
        None => {
            let (qualifier, inner) = amount::approximators(view, at);
            (half(view, inner).or_else(|| parts(view, inner)).or_else(|| one_in(view, inner))?, qualifier)
        }
    };
    let (amount, end, of, by) = share;
    let value = Value::Percent(amount.qualified(qualifier), false);
    // `réduire de moitié`: the preposition stays outside.
    let start = at + usize::from(view.is(at, "de") && view.is(at + 1, "moitié"));
    Some(Found {
        start,
        end,
        kind: Kind::Percent,
        value,
        of: of.or_else(|| of::part_of(view, start, end)),
        by,
        score: 0.8,
    })
}

/// `part` out of `whole` in percent, to two digits behind the point: a third is about 33.33 %.
fn share(part: i64, whole: i64) -> Option<Amount> {
    let hundredths = (part * 10_000 + whole / 2) / whole;
    let exact = part * 10_000 % whole == 0;
    let qualifier = if exact { Qualifier::Exact } else { Qualifier::About };
    (0 < part && part < whole).then(|| Amount { qualifier, amount: Decimal::new(hundredths, 2), max: None })
}

/// `la moitié`, `de moitié`.
fn half(view: View<'_, '_>, at: usize) -> Option<Share> {
    if !view.is_one_of(at, "la de") || !view.is(at + 1, "moitié") {
        return None;
    }
    // `la moitié la plus pauvre` is a group of people, not a share.
    let group = view.is_one_of(at + 2, "la les") && view.is(at + 3, "plus");
    (!group).then_some((Amount::exact(Decimal::whole(50)), at + 2, None, "percent.fraction"))
}

/// `un tiers des voix`, `les deux tiers`, `trois quarts`: one part alone with `de`, since `un tiers` is also someone else.
fn parts(view: View<'_, '_>, at: usize) -> Option<Share> {
    let number = number::read(view, at)?;
    let part = number.value.as_whole().filter(|n| (1..10).contains(n))?;
    let Some(Numeral::Part(whole)) = view.numeral(number.end) else { return None };
    let end = number.end + 1;
    let linked = view.is_one_of(end, "de des du d'");
    let other = view.is_one_of(end + 1, "heure finale finales siècle tour confiance");
    if linked && other || !linked && part == 1 {
        return None;
    }
    Some((share(part, i64::from(whole))?, end, None, "percent.fraction"))
}

/// The most words between the two numbers of `un enfant belge sur cinq`.
const LONGEST_PART: usize = 4;

/// `un enfant sur cinq`, `trois Français sur quatre`.
fn one_in(view: View<'_, '_>, at: usize) -> Option<Share> {
    let number = number::read(view, at)?;
    let part = number.value.as_whole().filter(|n| (1..1000).contains(n))?;
    let sur = (number.end..=number.end + LONGEST_PART).find(|&i| view.is(i, "sur"))?;
    let whole = number::read(view, sur + 1)?;
    // `un sur quatre`: in words, for `8 sur 10` is a mark.
    let alone = sur == number.end && number.form != Form::Figures && whole.form == Form::Words;
    if !alone && (!(number.end..sur).all(|i| view.is_word(i)) || count::is_function(view, number.end)) {
        return None;
    }
    // `120 salariés sur 277` are two counts: a share is said in small numbers, or out of a round one.
    let of_whole =
        whole.value.as_whole().filter(|n| (2..=10).contains(n) || part <= 10 && matches!(n, 20 | 100 | 1000))?;
    // `une pause sur deux ans`, `deux attaques sur dix navires`: what is divided stands alone.
    let is_unit = |i: usize| date::words::unit(view.folded(i)).is_some();
    let counts = count::is_plural_noun(view, whole.end) || is_unit(whole.end) || whole.takes_de();
    // `2 mètres sur 3`
    let lasts = is_unit(number.end) && number.form != Form::Article || UNITS.has(view.folded(number.end));
    if counts || lasts {
        return None;
    }
    let of = (!alone).then(|| TokenRange::new(number.end, sur));
    Some((share(part, of_whole)?, whole.end, of, "percent.oneIn"))
}
