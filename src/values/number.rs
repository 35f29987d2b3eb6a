//! Numbers: in figures, in words, and as nouns (`une dizaine`, `des milliers`).

use super::view::View;
use super::{Decimal, Qualifier};
use crate::lexicon::numerals::{Numeral, numeral};
use crate::text::is_one_of;

/// A number that stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// The token behind it.
    pub(super) end: usize,
    /// Its value.
    pub(super) value: Decimal,
    /// How it is written.
    pub(super) form: Form,
    /// Power of ten of the noun that it ends with (`millions`: 6), else 0.
    pub(super) scale: u8,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `3 000`, `2,3 millions`.
    Figures,
    /// `trois mille`.
    Words,
    /// `un`, `une`: more often an article than a number.
    Article,
    /// `une dizaine` (about), `des milliers` (at least).
    Noun(Qualifier),
}

impl Number {
    /// Whether what it counts follows behind `de`: `un million de personnes`.
    pub(super) fn takes_de(&self) -> bool {
        self.scale >= 6 || matches!(self.form, Form::Noun(_))
    }
}

/// The longest number in words, in tokens: `deux cent quatre vingt dix sept mille trois cent quarante et un`.
const LONGEST_WORDS: usize = 16;

/// The longest figure, in bytes: 24 digits with their separators.
const LONGEST_FIGURE: usize = 48;

/// Whether the folded `word`, which stands for `numeral`, can begin a number, alone or with what follows.
pub(super) fn begins(word: &str, numeral: Option<Numeral>) -> bool {
    match numeral {
        Some(Numeral::Power(_)) => word.ends_with('s'),
        Some(Numeral::Part(_)) => false,
        Some(_) => !matches!(word, "un" | "une"),
        // `vingt-deux`
        None => word.bytes().position(|byte| byte == b'-').is_some_and(|hyphen| Sum::default().add(&word[..hyphen])),
    }
}

/// Whether the folded `word` is an article or determiner that begins numbers such as `un million`, `des dizaines`.
pub(super) fn is_determiner(word: &str) -> bool {
    is_one_of(word, "un une des plusieurs quelques")
}

/// The number that begins at token `at`.
pub(super) fn read(view: View<'_, '_>, at: usize) -> Option<Number> {
    if !view.may_be_number(at) {
        return None;
    }
    noun(view, at).or_else(|| plain(view, at))
}

/// A number in figures or words, with `millions` and the like.
fn plain(view: View<'_, '_>, at: usize) -> Option<Number> {
    let (mut value, mut end, form) = simple(view, at)?;
    let mut scale = 0;
    let mut total = Decimal::whole(0);
    let mut smallest = u8::MAX;
    while let Some((power, next)) = scale_noun(view, end, form) {
        if power >= smallest {
            break;
        }
        total = total.plus(value.times_power(power)?)?;
        (smallest, scale, end) = (power, power, next);
        value = Decimal::whole(0);
        if view.is(end, "et") && view.is_one_of(end + 1, "demi demie") {
            total = total.plus(Decimal::new(5, 1).times_power(power)?)?;
            end += 2;
            break;
        }
        // `deux millions trois cent mille`
        match simple(view, end) {
            Some((more, next, Form::Words)) if power > 3 => {
                (value, end) = (more, next);
                scale = 0;
            }
            _ => break,
        }
    }
    let value = total.plus(value)?;
    let form = if form == Form::Article && value != Decimal::whole(1) { Form::Words } else { form };
    Some(Number { end, value, form, scale })
}

fn simple(view: View<'_, '_>, at: usize) -> Option<(Decimal, usize, Form)> {
    if view.is_number(at) {
        let (value, end) = figures(view, at)?;
        return Some((value, end, Form::Figures));
    }
    let (value, end) = words(view, at)?;
    let form = if view.is_one_of(at, "un une") && end == at + 1 { Form::Article } else { Form::Words };
    Some((value, end, form))
}

/// `mille` behind figures, `million`, `milliard`…: its power of ten and the token behind it.
fn scale_noun(view: View<'_, '_>, at: usize, form: Form) -> Option<(u8, usize)> {
    match view.folded(at) {
        "mille" if form == Form::Figures => Some((3, at + 1)),
        _ => match view.numeral(at)? {
            Numeral::Power(power) => Some((power, at + 1)),
            _ => None,
        },
    }
}

/// A number in figures at `at`, groups of thousands joined, and the token behind it.
#[inline(never)] // nearly everywhere a number is looked for there is none: see `.cargo/config.toml`
fn figures(view: View<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    let first = view.str(at);
    let mut end = at + 1;
    let groups = first.len() <= 3 && !first.starts_with('0') && first.bytes().all(|b| b.is_ascii_digit());
    if !groups {
        return Some((figure(first)?, end));
    }
    let mut whole = first.to_owned();
    let mut part = "";
    while part.is_empty() && whole.len() <= 15 && view.is_number(end) && view.has_digit_space(end) {
        let (group, decimals) = split_decimals(view.str(end));
        if group.len() != 3 || !group.bytes().all(|b| b.is_ascii_digit()) || decimals.contains(['.', ',']) {
            break;
        }
        whole.push_str(group);
        part = decimals;
        end += 1;
    }
    Some((Decimal::parse(&whole, part)?, end))
}

/// Digits before and behind the first comma or point.
fn split_decimals(word: &str) -> (&str, &str) {
    word.split_once([',', '.']).unwrap_or((word, ""))
}

/// The value of one token of digits: `97,4`, `3.5`, `28.600`, `3.243,63`, `10'000`.
fn figure(word: &str) -> Option<Decimal> {
    if word.len() > LONGEST_FIGURE {
        return None;
    }
    let is_group = |part: &str| part.len() == 3;
    let is_head = |part: &str| (1..=3).contains(&part.len()) && !part.starts_with('0');
    let thousands = |whole: &str, mark: fn(char) -> bool| {
        let mut parts = whole.split(mark);
        (parts.next().is_some_and(is_head) && parts.all(is_group))
            .then(|| whole.chars().filter(char::is_ascii_digit).collect::<String>())
    };
    let is_apostrophe: fn(char) -> bool = crate::text::chars::is_apostrophe;
    if word.contains(is_apostrophe) {
        let (whole, part) = split_decimals(word);
        return Decimal::parse(&thousands(whole, is_apostrophe)?, part);
    }
    match (word.matches('.').count(), word.matches(',').count()) {
        (0, 0) => Decimal::parse(word, ""),
        // `0.125` and `3.5` are decimals, `28.600` a number of thousands.
        (1.., 0) => match thousands(word, |c| c == '.') {
            Some(whole) => Decimal::parse(&whole, ""),
            None => word.split_once('.').and_then(|(whole, part)| Decimal::parse(whole, part)),
        },
        // `300,000` is a number of thousands as English writes it; French decimals do not end in three zeros.
        (0, 1) => match word.split_once(',')? {
            (whole, "000") if is_head(whole) => Decimal::parse(&format!("{whole}000"), ""),
            (whole, part) => Decimal::parse(whole, part),
        },
        (0, _) => Decimal::parse(&thousands(word, |c| c == ',')?, ""),
        (_, 1) => {
            let (whole, part) = word.split_once(',')?;
            Decimal::parse(&thousands(whole, |c| c == '.')?, part)
        }
        _ => None,
    }
}

/// A number in words at `at`, with or without hyphens, and the token behind it.
fn words(view: View<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    let mut sum = Sum::default();
    let mut end = at;
    while end < at + LONGEST_WORDS {
        let word = view.folded(end);
        // `vingt et un`, `soixante et onze`
        let joined = word == "et" && sum.takes_et() && view.is_one_of(end + 1, "un une onze");
        let before = sum;
        let next = if joined { end + 1 } else { end };
        let goes_on = match view.numeral(next) {
            Some(numeral) => sum.add_numeral(numeral),
            None => {
                let parts = view.folded(next);
                parts.as_bytes().contains(&b'-') && parts.split('-').all(|part| part == "et" || sum.add(part))
            }
        };
        if !goes_on {
            sum = before;
            break;
        }
        end = next + 1;
    }
    Some((Decimal::whole(i64::from(sum.value()?)), end)).filter(|_| end > at)
}

/// The sum that number words build: `deux` `cent` `quatre` `vingt` `dix` `sept`.
#[derive(Clone, Copy, Default)]
struct Sum {
    thousands: u32,
    below: u32,
    /// What may still be added is smaller than this; `None` before the first word.
    room: Option<u32>,
    /// After `dix` and `soixante-dix` only `sept`, `huit`, `neuf` follow.
    after_ten: bool,
}

impl Sum {
    fn value(self) -> Option<u32> {
        self.room.map(|_| self.thousands + self.below)
    }

    /// Whether `et un` may follow: after `vingt` … `soixante`, `septante`, `nonante`.
    fn takes_et(self) -> bool {
        matches!(self.room, Some(10 | 20)) && self.below % 100 != 80
    }

    /// Adds one word; `false`, and the sum then means nothing, when it does not go on the number.
    fn add(&mut self, word: &str) -> bool {
        numeral(word).is_some_and(|numeral| self.add_numeral(numeral))
    }

    /// Adds what one word stands for.
    fn add_numeral(&mut self, numeral: Numeral) -> bool {
        let unit = match numeral {
            Numeral::Unit(0) => return self.room.is_none() && self.put(0, 0),
            Numeral::Unit(10) => return self.put(10, 1) && self.open_ten(),
            Numeral::Unit(unit @ 0..10) => unit,
            Numeral::Unit(teen) => return self.put(teen, 1),
            // `quatre-vingts`
            Numeral::Ten(20, _) if self.below % 100 == 4 && self.room == Some(1) => {
                self.below += 76;
                self.room = Some(20);
                return true;
            }
            Numeral::Ten(ten, room) => return self.put(ten, room),
            Numeral::Hundred => return self.hundred(),
            Numeral::Thousand => return self.thousand(),
            _ => return false,
        };
        if self.after_ten {
            self.after_ten = false;
            self.room = Some(1);
            self.below += unit;
            return unit >= 7;
        }
        self.put(unit, 1)
    }

    fn put(&mut self, value: u32, room: u32) -> bool {
        if self.room.is_some_and(|room| value >= room) || self.after_ten {
            return false;
        }
        self.below += value;
        self.room = Some(room);
        true
    }

    fn open_ten(&mut self) -> bool {
        self.after_ten = true;
        true
    }

    /// `cent`, `deux cents`.
    fn hundred(&mut self) -> bool {
        if self.after_ten {
            return false;
        }
        match (self.room, self.below) {
            (None, _) | (Some(1000), 0) => self.below = 100,
            (Some(1), 2..=9) => self.below *= 100,
            _ => return false,
        }
        self.room = Some(100);
        true
    }

    /// `mille`, `trois cent mille`.
    fn thousand(&mut self) -> bool {
        if self.thousands > 0 {
            return false;
        }
        self.thousands = self.below.max(1) * 1000;
        *self = Self { thousands: self.thousands, below: 0, room: Some(1000), after_ten: false };
        true
    }
}

/// What the noun at `at` stands for, and whether it is a plural.
fn noun_value(view: View<'_, '_>, at: usize) -> Option<(i64, bool)> {
    match view.numeral(at)? {
        Numeral::Noun(value, plural) => Some((i64::from(value), plural)),
        Numeral::Power(power) if view.folded(at).ends_with('s') => Some((10i64.pow(u32::from(power)), true)),
        _ => None,
    }
}

/// `une dizaine`, `une petite centaine`, `des milliers`, `plusieurs dizaines de milliers`, `deux douzaines`.
fn noun(view: View<'_, '_>, at: usize) -> Option<Number> {
    let first = view.folded(at);
    // `un demi-million`
    if first == "un" && view.is_one_of(at + 1, "demi-million demi-milliard") {
        let (digits, scale) = if view.is(at + 1, "demi-million") { (500_000, 6) } else { (500_000_000, 9) };
        return Some(Number { end: at + 2, value: Decimal::whole(digits), form: Form::Words, scale });
    }
    if matches!(first, "un" | "une") {
        let adjective = view.is_one_of(at + 1, "petite bonne grosse petit bon gros");
        let noun = at + 1 + usize::from(adjective);
        let (value, false) = noun_value(view, noun)? else { return None };
        // `en quarantaine`, `la dernière quinzaine`: only what takes `de` counts something.
        if view.is(noun, "quarantaine") && !view.is_de(noun + 1) {
            return None;
        }
        // `une centaine de milliers`
        let (value, end) = match noun_value(view, noun + 2) {
            Some((factor, true)) if view.is_de(noun + 1) && factor >= 1000 => (value * factor, noun + 3),
            _ => (value, noun + 1),
        };
        return Some(Number { end, value: Decimal::whole(value), form: Form::Noun(Qualifier::About), scale: 0 });
    }
    let determined = is_one_of(first, "des plusieurs quelques");
    let mut end = at + usize::from(determined);
    if let Some((mut value, true)) = noun_value(view, end) {
        // `de milliers de`: what stands before `millions` is a number, or they are indefinite and take `de`.
        end += 1;
        while view.is_de(end)
            && let Some((factor, true)) = noun_value(view, end + 1)
        {
            value = value.checked_mul(factor).filter(|v| *v < 1_000_000_000_000_000)?;
            end += 2;
        }
        let indefinite = view.is_de(end) || determined && value < 1_000_000;
        return indefinite.then_some(Number {
            end,
            value: Decimal::whole(value),
            form: Form::Noun(Qualifier::AtLeast),
            scale: 0,
        });
    }
    // `deux douzaines`
    let (factor, end, form) = simple(view, at)?;
    let (value, true) = noun_value(view, end)? else { return None };
    (form != Form::Article && value < 1_000_000).then_some(())?;
    Some(Number {
        end: end + 1,
        value: factor.times(Decimal::whole(value))?,
        form: Form::Noun(Qualifier::Exact),
        scale: 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Text, TokenRange};

    /// The number at the start of `text`, and the words that it leaves.
    fn check(text: &str, expected: &str) {
        let tokens = crate::tokens::read(Text::new(text).unwrap());
        let triggers = super::super::triggers::Triggers::read(&tokens);
        let view = View::new(&tokens, &triggers, TokenRange::new(0, tokens.len()));
        let found = read(view, 0).map_or("-".to_owned(), |n| {
            let rest = TokenRange::new(n.end, tokens.len());
            format!("{} | {}", n.value, tokens.range_str(rest))
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn figures_with_every_separator() {
        check("97,4 milliards", "97400000000 | ");
        check("3 000 milliards de", "3000000000000 | de");
        check("12\u{202F}345,60 euros", "12345.6 | euros");
        check("28.600 entreprises", "28600 | entreprises");
        check("3.5 %", "3.5 | %");
        check("3.243,63 points", "3243.63 | points");
        check("10'000 personnes", "10000 | personnes");
        check("1,000,000 voix", "1000000 | voix");
        check("300,000 voix", "300000 | voix");
        check("0.125 g", "0.125 | g");
        check("2018 300 fois", "2018 | 300 fois");
        check("06.12.34.56.78", "-");
    }

    #[test]
    fn words_in_all_spellings() {
        check("quatre-vingt-dix-sept voix", "97 | voix");
        check("quatre vingt dix sept voix", "97 | voix");
        check("soixante et onze", "71 | ");
        check("vingt-et-un", "21 | ");
        check("vingt et un ans", "21 | ans");
        check("vingt et quelques", "20 | et quelques");
        check("septante-deux", "72 | ");
        check("nonante", "90 | ");
        check("deux cents personnes", "200 | personnes");
        check("trois cent mille euros", "300000 | euros");
        check("mille neuf cent quatre-vingt-quatre", "1984 | ");
        check("deux millions trois cent mille", "2300000 | ");
        check("un million et demi de", "1500000 | de");
        check("mille milliards", "1000000000000 | ");
        check("cent", "100 | ");
        check("dix-huit", "18 | ");
        check("deux trois", "2 | trois");
        check("vingt quarante", "20 | quarante");
        check("dixième", "-");
        check("dix-neuvième", "-");
    }

    #[test]
    fn nouns_of_number() {
        check("une petite centaine de", "100 | de");
        check("des dizaines de milliers de", "10000 | de");
        check("une centaine de milliers de", "100000 | de");
        check("plusieurs milliers de", "1000 | de");
        check("trois douzaines d'œufs", "36 | d'œufs");
        check("une quarantaine stricte", "1 | quarantaine stricte");
        check("des voisins", "-");
    }
}
