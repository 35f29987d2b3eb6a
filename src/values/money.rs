//! Amounts of money, and which dollar or franc is meant.

use std::cell::OnceCell;

use super::amount::Measured;
use super::number::{self, Form};
use super::view::View;
use super::{Amount, Decimal, Found, Value, of};
use crate::lexicon::measures::{CURRENCIES, CURRENCY_PLACES};
use crate::mentions::Kind;
use crate::text::is_one_of;
use crate::tokens::Tokens;

/// The most tokens of a currency's name: `centimes d'euro` has three, `dollars de hong kong` four.
const LONGEST_NAME: usize = 4;

/// Currencies of the countries that an article speaks of, with how often it does.
pub(super) struct Evidence<'a, 't> {
    tokens: &'a Tokens<'t>,
    /// Counted when the first bare dollar or franc asks for it: most articles have none.
    counts: OnceCell<Vec<(&'static str, u32)>>,
    /// The currency of the money read last: cents and bare `milliards` go on with it.
    last: Option<&'static str>,
}

/// A family of currencies: its name in the table, the code without any evidence, and for each country's code the family's member.
type Family = (&'static str, Option<&'static str>, &'static [(&'static str, &'static str)]);

const FAMILIES: [Family; 8] = [
    (
        "?dollar",
        Some("USD"),
        &[
            ("USD", "USD"),
            ("CAD", "CAD"),
            ("AUD", "AUD"),
            ("NZD", "NZD"),
            ("HKD", "HKD"),
            ("SGD", "SGD"),
            ("TWD", "TWD"),
        ],
    ),
    (
        "?franc",
        None,
        &[
            ("CHF", "CHF"),
            ("XOF", "XOF"),
            ("XAF", "XAF"),
            ("CDF", "CDF"),
            ("GNF", "GNF"),
            ("RWF", "RWF"),
            ("BIF", "BIF"),
            ("DJF", "DJF"),
            ("KMF", "KMF"),
            ("XPF", "XPF"),
            ("EUR", "FRF"),
        ],
    ),
    ("?cfa", Some("XOF"), &[("XOF", "XOF"), ("XAF", "XAF")]),
    (
        "?dinar",
        None,
        &[
            ("DZD", "DZD"),
            ("TND", "TND"),
            ("LYD", "LYD"),
            ("IQD", "IQD"),
            ("KWD", "KWD"),
            ("JOD", "JOD"),
            ("RSD", "RSD"),
        ],
    ),
    ("?dirham", None, &[("MAD", "MAD"), ("AED", "AED")]),
    ("?roupie", None, &[("INR", "INR"), ("PKR", "PKR")]),
    ("?rial", None, &[("IRR", "IRR"), ("OMR", "OMR"), ("YER", "YER"), ("QAR", "QAR")]),
    ("?peso", None, &[("MXN", "MXN"), ("ARS", "ARS"), ("CLP", "CLP"), ("COP", "COP"), ("CUP", "CUP"), ("PHP", "PHP")]),
];

impl<'a, 't> Evidence<'a, 't> {
    pub(super) fn new(tokens: &'a Tokens<'t>) -> Self {
        Self { tokens, counts: OnceCell::new(), last: None }
    }

    /// How often the article speaks of the countries that pay with each currency.
    fn counts(&self) -> &[(&'static str, u32)] {
        self.counts.get_or_init(|| {
            let mut counts: Vec<(&'static str, u32)> = Vec::new();
            for row in (0..self.tokens.len()).filter_map(|at| CURRENCY_PLACES.get(self.tokens.folded(at))) {
                let code = row.field(0);
                match counts.iter_mut().find(|(c, _)| *c == code) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((code, 1)),
                }
            }
            counts
        })
    }

    /// The ISO code that `said`, a code or a family of the table, means in this article.
    fn code(&self, said: &'static str) -> Option<&'static str> {
        if said == "?cent" {
            return self.last.or(Some("EUR"));
        }
        let Some((_, default, members)) = FAMILIES.iter().find(|f| f.0 == said) else { return Some(said) };
        // What this article already called by a full name (`dollars canadiens`) goes on.
        if let Some(last) = self.last
            && members.iter().any(|(_, member)| *member == last)
        {
            return Some(last);
        }
        let count = |code: &str| self.counts().iter().find(|(c, _)| *c == code).map_or(0, |(_, n)| *n);
        let mut best = *default;
        let mut most = best.map_or(0, &count);
        for (country, member) in *members {
            if count(country) > most {
                (most, best) = (count(country), Some(*member));
            }
        }
        best
    }

    /// The currency of the money read last.
    pub(super) fn last(&self) -> Option<&'static str> {
        self.last
    }
}

/// The currency named at `at`: its entry in the table, whether it is a hundredth, and the token behind it.
fn currency(view: View<'_, '_>, at: usize) -> Option<(&'static str, bool, usize)> {
    let (row, end) = view.longest(&CURRENCIES, at, LONGEST_NAME)?;
    let word = view.str(at);
    // Codes are capitals; `da`, `mad` in small letters are words.
    let is_code = end == at + 1 && word.len() <= 3 && word.is_ascii() && word.chars().all(char::is_alphabetic);
    if is_code && word.chars().any(char::is_lowercase) && !is_one_of(row.field(0), "JPY KRW RON CHF") {
        return None;
    }
    Some((row.field(0), row.field(1) == "cent", end))
}

/// A short form of `millions`, `milliards`, `mille` before a currency: `80 Md€`, `4,5 M d'euros`, `300 k€`.
fn short_scale(view: View<'_, '_>, at: usize) -> Option<u8> {
    Some(match view.str(at) {
        "k" | "K" => 3,
        "M" | "Mio" | "mio" | "MM" => 6,
        "Md" | "Mds" | "Mrd" | "Mrds" | "md" | "mds" | "Mia" => 9,
        _ => return None,
    })
}

/// The amount of money that `measured` begins.
pub(super) fn read(view: View<'_, '_>, measured: &Measured, evidence: &mut Evidence<'_, '_>) -> Option<Found> {
    let (amount, at) = match short_scale(view, measured.end) {
        Some(power) => {
            let linked = view.is_de(measured.end + 1);
            (measured.amount.map(|n| n.times_power(power))?, measured.end + 1 + usize::from(linked))
        }
        None => (measured.amount, measured.thing(view).unwrap_or(measured.end)),
    };
    let Some((said, is_cent, mut end)) = currency(view, at) else {
        return invested(view, measured, evidence);
    };
    // `un franc succès`; `un cent`
    if measured.form == Form::Article && (is_cent || view.is(at, "franc")) {
        return None;
    }
    let mut amount = if is_cent { amount.map(|n| Some(n.over_power(2)))? } else { amount };
    // `3 euros 50`, `2 dollars et 20 cents`
    if !is_cent && amount.max.is_none() {
        let and = usize::from(view.is(end, "et"));
        if let Some((cents, cents_end)) = cents(view, end + and, and == 1) {
            amount = amount.map(|n| n.plus(Decimal::whole(cents).over_power(2)))?;
            end = cents_end;
        }
    }
    found(view, measured.start, end, amount, said, evidence)
}

/// What is counted in money when its millions stand without a currency: `109 milliards d'investissements`.
const MONEY_NOUNS: &str = "profits profit investissement investissements recettes pertes dettes dette crédits aides aide \
    bénéfice bénéfices dépenses économies subventions financements financement chiffre déficit excédent \
    ventes budget dividendes";

/// Millions of investments, in the currency that the article spoke of last.
fn invested(view: View<'_, '_>, measured: &Measured, evidence: &Evidence<'_, '_>) -> Option<Found> {
    let noun = measured.thing(view).filter(|at| measured.scale >= 6 && view.is_one_of(*at, MONEY_NOUNS))?;
    let of = of::after(view, noun - 1);
    let (start, end) = (measured.start, measured.end);
    let value = Value::Money(measured.amount, evidence.last);
    Some(Found { start, end, kind: Kind::Money, value, of, by: "money.noun", score: 0.8 })
}

/// Hundredths behind a currency: two figures alone, or a number with `centimes`.
fn cents(view: View<'_, '_>, at: usize, named: bool) -> Option<(i64, usize)> {
    let number = number::read(view, at)?;
    let value = number.value.as_whole().filter(|n| (1..100).contains(n))?;
    if view.is_one_of(number.end, "centimes centime cents cent") {
        return Some((value, number.end + 1));
    }
    let alone = !named
        && view.is_number(at)
        && view.str(at).len() == 2
        && (!view.is_word(number.end) || super::count::is_function(view, number.end))
        && !view.is_one_of(number.end, "% h heures minutes ans jours");
    alone.then_some((value, number.end))
}

/// Whether the folded `word` is a sign or code that may stand before its amount.
pub(super) fn is_sign(word: &str) -> bool {
    // Asked of every word.
    is_one_of(word, "$ € £ ¥ us$ usd eur chf gbp cad fcfa jpy")
}

/// `$10`, `€ 5`, `USD 1,23`, `CHF 50`: the sign before its amount.
pub(super) fn sign_first(view: View<'_, '_>, at: usize, evidence: &mut Evidence<'_, '_>) -> Option<Found> {
    // Codes are capitals.
    if !is_sign(view.folded(at)) || view.str(at).chars().any(char::is_lowercase) || !view.is_number(at + 1) {
        return None;
    }
    // `500 $ 20 %`: the sign belongs to what stands before it.
    if at > 0 && view.is_number(at - 1) {
        return None;
    }
    let number = number::read(view, at + 1)?;
    let (mut start, (mut said, _, _)) = (at, currency(view, at)?);
    // `US$ 15`, `C$ 20`
    if view.str(at) == "$" && view.is_glued(at) {
        let country = match view.before(at, 1) {
            "us" => "USD",
            "c" | "ca" => "CAD",
            "a" | "au" => "AUD",
            "hk" => "HKD",
            _ => return None,
        };
        (start, said) = (at - 1, country);
    }
    let (value, end) = match short_scale(view, number.end) {
        Some(power) if view.is_glued(number.end) => (number.value.times_power(power)?, number.end + 1),
        _ => (number.value, number.end),
    };
    found(view, start, end, Amount::exact(value), said, evidence)
}

fn found(
    view: View<'_, '_>,
    start: usize,
    end: usize,
    amount: Amount,
    said: &'static str,
    evidence: &mut Evidence<'_, '_>,
) -> Option<Found> {
    let code = evidence.code(said);
    evidence.last = code.or(evidence.last);
    let of = of::paid_for(view, start, end);
    Some(Found {
        start,
        end,
        kind: Kind::Money,
        value: Value::Money(amount, code),
        of,
        by: "money.currency",
        score: 0.95,
    })
}
