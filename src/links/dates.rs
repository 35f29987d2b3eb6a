//! Dates to the calendar: what was said, counted from the publication and from the time that the story has reached.

use time::{Date, Duration, Month, Weekday};

use crate::mentions::{Mention, Mentions};
use crate::options::Published;
use crate::text::TokenRange;
use crate::text::is_one_of;
use crate::tokens::{Block, BlockKind, TokenKind, Tokens, is_stamp};
use crate::values::tense::{self, Tense};
use crate::values::{Counted, DateExpression, Feast, From, Lean, Moment, MonthSaid, Unit, Value, YearSaid};

/// What a date was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It stands on its own (`le 11 février 2025`).
    Calendar,
    /// The publication date (`hier`, `mardi`).
    Published,
    /// The time of the story (`la veille`).
    Narrated,
}

/// A date on the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDate {
    /// In the Extended Date/Time Format: `2025-02-11`, `2025-01`, `199X`, `2025-03..`.
    pub edtf: String,
    /// First day; `None` when it is open or unknown.
    pub start: Option<Date>,
    /// Last day; `None` when it is open or unknown.
    pub end: Option<Date>,
    /// What it was counted from.
    pub anchor: Anchor,
}

/// How many lines of an article may hold its date of publication.
const HEAD: usize = 12;

/// How far into its line an agency's date stands: `GDAŃSK, Pologne, 3 mars 2025 (AFP) -`.
const AGENCY_REACH: usize = 12;

/// The publication date that the head of the article states. Of `Publié le …, mis à jour le …` it is the day of the first publication,
/// in whichever order the two stand: relative dates were written for it.
pub(super) fn published(tokens: &Tokens<'_>, mentions: &Mentions) -> Option<Published> {
    let mut best: Option<(Stated, Date)> = None;
    // Menus above the article, where it was copied with its page, do not count.
    let above = tokens.blocks().iter().take_while(|block| block.kind == BlockKind::Noise).count();
    let blocks = tokens.blocks();
    let stamps = blocks.iter().skip(above + HEAD).filter(|block| is_stamp(tokens.text().slice(block.span)));
    for block in blocks.iter().take(above + HEAD).chain(stamps) {
        for mention in mentions.within(block.tokens) {
            let mention = &mentions.list()[mention];
            let Some(&Value::Date(DateExpression::At(Moment::Day { day, month, year: Some(year), .. }))) =
                mention.value.as_deref()
            else {
                continue;
            };
            let Ok(date) = Date::from_calendar_date(year, month, day) else { continue };
            let Some(stated) = stated(tokens, block, mention.tokens) else { continue };
            if best.is_none_or(|(known, _)| stated < known) {
                best = Some((stated, date));
            }
        }
    }
    best.map(|(_, date)| Published::Day(date))
}

/// How a date in the head of an article is stated, the surest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stated {
    /// `Publié le`
    Published,
    /// In a byline or dateline, or before an agency's name in brackets.
    Plainly,
    /// `mis à jour le`
    Updated,
}

/// How the date at `date` is stated as the one of publication, if it is.
fn stated(tokens: &Tokens<'_>, block: &Block, date: TokenRange) -> Option<Stated> {
    let line = block.tokens;
    let before = |back: usize| {
        let at = date.first().checked_sub(back).filter(|at| line.holds(*at));
        at.map_or("", |at| tokens.folded(at))
    };
    // The last such word rules: `publié le … mis à jour le …`.
    let word = (1..=4).map(before).find_map(|word| match word {
        "publié" | "publiée" | "publication" | "paru" | "posté" => Some(Stated::Published),
        "jour" | "modifié" | "modifiée" | "actualisé" | "actualisée" => Some(Stated::Updated),
        _ => None,
    });
    let heads =
        matches!(block.kind, BlockKind::Byline | BlockKind::Dateline) || is_stamp(tokens.text().slice(block.span));
    // `Par Claire Morel Publié le 12 mars 2025 à 10h00 La maire…`: the line goes on, the time shows what it is.
    let timed = tokens.is(date.last_end(), "à") && tokens.kind(date.last_end() + 1) == Some(TokenKind::Number);
    // `Lyon, 12 mars 2025 (AFP) -`
    let agency = tokens.is(date.last_end(), "(")
        && tokens.is_capitalised(date.last_end() + 1)
        && date.first() - line.first() <= AGENCY_REACH
        && (2..=4).any(|ahead| {
            let dash = tokens.folded(date.last_end() + ahead + 1);
            tokens.is(date.last_end() + ahead, ")") && is_one_of(dash, "- – — --")
        });
    match word {
        Some(stated) if heads || timed => Some(stated),
        None if heads || agency => Some(Stated::Plainly),
        _ => None,
    }
}

/// The calendar dates, by mention, in order.
pub(super) fn resolve(
    tokens: &Tokens<'_>,
    mentions: &Mentions,
    published: Option<Published>,
) -> Vec<(usize, CalendarDate)> {
    let mut calendar = Calendar { tokens, published, told: None, told_day: None };
    mentions.list().iter().enumerate().filter_map(|(index, m)| Some((index, calendar.resolve(m)?))).collect()
}

/// What is known while the dates are read in the order of the text.
struct Calendar<'a, 't> {
    tokens: &'a Tokens<'t>,
    published: Option<Published>,
    /// First day of the date told last.
    told: Option<Date>,
    /// The single day told last.
    told_day: Option<Date>,
}

/// The weekday that `date` really is, where `expression` says another (`mardi 12 mars 2025`).
pub(super) fn contradicted(expression: DateExpression, date: &CalendarDate) -> Option<Weekday> {
    let differs = |moment: Moment, day: Option<Date>| match (moment, day) {
        (Moment::Day { weekday: Some(said), shift, .. }, Some(day)) => {
            let real = plus_days(day, -i64::from(shift))?.weekday();
            (real != said).then_some(real)
        }
        _ => None,
    };
    match expression {
        DateExpression::At(moment) | DateExpression::From(moment) => differs(moment, date.start),
        DateExpression::Until(moment) => differs(moment, date.end),
        DateExpression::Between(first, last) => differs(first, date.start).or_else(|| differs(last, date.end)),
    }
}

/// A stretch of the calendar with its first and last day, each also as precisely as it was said.
struct Period {
    first: Date,
    last: Date,
    from: String,
    to: String,
    anchor: Anchor,
}

impl Period {
    fn day(day: Date, anchor: Anchor) -> Self {
        let text = edtf_day(day);
        Self { first: day, last: day, from: text.clone(), to: text, anchor }
    }

    fn days(first: Date, last: Date, anchor: Anchor) -> Self {
        Self { first, last, from: edtf_day(first), to: edtf_day(last), anchor }
    }

    fn month(year: i32, month: Month, anchor: Anchor) -> Option<Self> {
        Self::months(year, month, month, anchor)
    }

    /// From the first month to the last; one that comes earlier in the year lies in the next year.
    fn months(year: i32, first: Month, last: Month, anchor: Anchor) -> Option<Self> {
        let end = year + i32::from(u8::from(last) < u8::from(first));
        Some(Self {
            first: Date::from_calendar_date(year, first, 1).ok()?,
            last: Date::from_calendar_date(end, last, last.length(end)).ok()?,
            from: edtf_month(year, first),
            to: edtf_month(end, last),
            anchor,
        })
    }

    /// From the first year to the last, shown as `shown`.
    fn years(first: i32, last: i32, shown: String, anchor: Anchor) -> Option<Self> {
        Some(Self {
            first: Date::from_calendar_date(first, Month::January, 1).ok()?,
            last: Date::from_calendar_date(last, Month::December, 31).ok()?,
            from: shown.clone(),
            to: shown,
            anchor,
        })
    }

    fn year(year: i32, anchor: Anchor) -> Option<Self> {
        Self::years(year, year, format!("{year:04}"), anchor)
    }

    fn decade(decade: i32, anchor: Anchor) -> Option<Self> {
        Self::years(decade * 10, decade * 10 + 9, format!("{decade:03}X"), anchor)
    }

    /// The nineteenth century runs from 1801 to 1900.
    fn century(century: i32, anchor: Anchor) -> Option<Self> {
        let hundreds = century - 1;
        Self::years(hundreds * 100 + 1, century * 100, format!("{hundreds:02}XX"), anchor)
    }
}

fn edtf_day(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
}

fn edtf_month(year: i32, month: Month) -> String {
    format!("{year:04}-{:02}", u8::from(month))
}

fn plus_days(day: Date, days: i64) -> Option<Date> {
    day.checked_add(Duration::days(days))
}

/// The `offset`th month after the one of `day`.
fn plus_months(day: Date, offset: i32) -> Option<(i32, Month)> {
    let months = day.year() * 12 + i32::from(u8::from(day.month())) - 1 + offset;
    Some((months.div_euclid(12), Month::try_from(months.rem_euclid(12) as u8 + 1).ok()?))
}

/// The earliest day from `day` on that is a `weekday`.
fn on_or_after(day: Date, weekday: Weekday) -> Option<Date> {
    let ahead = (7 + weekday.number_days_from_monday() - day.weekday().number_days_from_monday()) % 7;
    plus_days(day, i64::from(ahead))
}

/// The Monday of the week of `day`.
fn monday(day: Date) -> Option<Date> {
    plus_days(day, -i64::from(day.weekday().number_days_from_monday()))
}

/// Easter Sunday of a year of the Gregorian calendar, by the algorithm that Nature printed in 1876 (Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let days = h + l - 7 * m + 114;
    Date::from_calendar_date(year, Month::try_from((days / 31) as u8).ok()?, (days % 31) as u8 + 1).ok()
}

impl Calendar<'_, '_> {
    fn resolve(&mut self, mention: &Mention) -> Option<CalendarDate> {
        let Some(&Value::Date(expression)) = mention.value.as_deref() else { return None };
        let range = mention.tokens;
        let date = match expression {
            DateExpression::At(moment) => {
                let period = self.period(moment, range)?;
                self.told = Some(period.first);
                if period.first == period.last {
                    self.told_day = Some(period.first);
                }
                let edtf =
                    if period.from == period.to { period.from } else { format!("{}..{}", period.from, period.to) };
                CalendarDate { edtf, start: Some(period.first), end: Some(period.last), anchor: period.anchor }
            }
            DateExpression::Between(first, last) => {
                let said = last;
                let last = self.period(said, range)?;
                let (start, last) = match (first, self.period(first, range)?) {
                    // `de vendredi à lundi`, `de vendredi à lundi 3`: the last such day before.
                    (Moment::Weekday { weekday, day: None, .. }, first)
                        if first.first > last.last || !matches!(said, Moment::Weekday { day: None, .. }) =>
                    {
                        (Period::day(on_or_after(plus_days(last.first, -7)?, weekday)?, last.anchor), last)
                    }
                    (_, first) if first.first <= last.last => (first, last),
                    // `du 27 juillet au 31 août`, of which each is nearest in another year.
                    (_, first) => {
                        let year = first.first.year();
                        let later = |year| self.period(said.with_year(Some(year)), range);
                        let last = [year, year + 1].into_iter().filter_map(later).find(|p| p.last >= first.first)?;
                        (first, last)
                    }
                };
                let edtf = format!("{}..{}", start.from, last.to);
                CalendarDate { edtf, start: Some(start.first), end: Some(last.last), anchor: start.anchor }
            }
            DateExpression::From(moment) => {
                let period = self.period(moment, range)?;
                let edtf = format!("{}..", period.from);
                CalendarDate { edtf, start: Some(period.first), end: None, anchor: period.anchor }
            }
            DateExpression::Until(moment) => {
                let period = self.period(moment, range)?;
                let edtf = format!("..{}", period.to);
                CalendarDate { edtf, start: None, end: Some(period.last), anchor: period.anchor }
            }
        };
        Some(date)
    }

    /// The day of publication, or the middle of its month where the day does not matter.
    fn today(&self) -> Option<Date> {
        match self.published? {
            Published::Day(day) => Some(day),
            Published::Month(year, month) => Date::from_calendar_date(year, month, 15).ok(),
        }
    }

    fn period(&self, moment: Moment, range: TokenRange) -> Option<Period> {
        let tense = || tense::around(self.tokens, range);
        match moment {
            Moment::Day { day, month, year: Some(year), shift, .. } => {
                let date = Date::from_calendar_date(year, month, day).ok()?;
                Some(Period::day(plus_days(date, i64::from(shift))?, Anchor::Calendar))
            }
            Moment::Day { day, month, year: None, weekday, lean, shift } => {
                let today = self.today()?;
                let days: Vec<Date> =
                    self.years()?.filter_map(|y| Date::from_calendar_date(y, month, day).ok()).collect();
                // The weekday picks the year, unless the paper has it wrong: the day is then the nearest of that name.
                let agrees = |d: &&Date| weekday == Some(d.weekday()) && (**d - today).abs() < SAME_YEAR;
                let chosen = match days.iter().find(agrees) {
                    Some(day) if lean == Lean::Unsaid => *day,
                    _ => nearest(today, &days, if weekday.is_some() { Lean::This } else { lean }, tense)?,
                };
                Some(Period::day(plus_days(chosen, i64::from(shift))?, Anchor::Published))
            }
            Moment::MonthDay { day, lean } => {
                let days = |around: Date| -> Vec<Date> {
                    let months = (-1..=1).filter_map(|offset| plus_months(around, offset));
                    months.filter_map(|(year, month)| Date::from_calendar_date(year, month, day).ok()).collect()
                };
                match self.told_day {
                    Some(told) => {
                        let day = days(told).into_iter().min_by_key(|day| (*day - told).abs())?;
                        Some(Period::day(day, Anchor::Narrated))
                    }
                    None => {
                        let today = self.published?.day()?;
                        Some(Period::day(nearest(today, &days(today), lean, tense)?, Anchor::Published))
                    }
                }
            }
            Moment::Month { month, year: Some(year), .. } => Period::month(year, month, Anchor::Calendar),
            Moment::Month { month, year: None, lean } => {
                let today = self.today()?;
                let here = Date::from_calendar_date(today.year(), today.month(), 1).ok()?;
                let first: Vec<Date> =
                    self.years()?.filter_map(|y| Date::from_calendar_date(y, month, 1).ok()).collect();
                let day = nearest(here, &first, lean, tense)?;
                Period::month(day.year(), month, Anchor::Published)
            }
            Moment::Months { first, last, year, lean } => self.months(first, last, year, lean, tense),
            Moment::Year(year) => Period::year(year, Anchor::Calendar),
            Moment::Decade(decade) => Period::decade(decade, Anchor::Calendar),
            Moment::Century(century) => Period::century(century, Anchor::Calendar),
            Moment::Weekday { weekday, day: Some(day), lean } => {
                // `mardi 11`: the nearest Tuesday that is an eleventh. One comes within two months, since months differ in length.
                let today = self.published?.day()?;
                let days: Vec<Date> = (-REACH_OF_DAY..=REACH_OF_DAY)
                    .filter_map(|days| plus_days(today, days))
                    .filter(|d| d.weekday() == weekday && d.day() == day)
                    .collect();
                nearest(today, &days, lean, tense).map(|d| Period::day(d, Anchor::Published))
            }
            Moment::Weekday { weekday, day: None, lean } => {
                // From the day that was told last, where the words say so.
                let told = if matches!(lean, Lean::Following | Lean::Preceding) { self.told_day } else { None };
                let today = told.or_else(|| self.published?.day())?;
                let anchor = if told.is_some() { Anchor::Narrated } else { Anchor::Published };
                let lean = if told.is_none() && lean == Lean::Following { Lean::Next } else { lean };
                Some(Period::day(self.weekday(today, weekday, lean, tense)?, anchor))
            }
            Moment::Nth { nth, counted, month } => self.nth(nth, counted, month, range),
            Moment::WeekOf { day, month, year } => {
                let said = Moment::Day { day, month, year, weekday: None, lean: Lean::Unsaid, shift: 0 };
                let Period { first: day, anchor, .. } = self.period(said, range)?;
                // A week goes by its Monday; one that is named by a Saturday or Sunday begins behind it.
                let monday = monday(plus_days(day, 2)?)?;
                Some(Period::days(monday, plus_days(monday, 6)?, anchor))
            }
            Moment::Relative { unit, offset, from } => self.relative(unit, offset, from, tense),
            Moment::Feast { feast, year, lean, shift } => {
                let date = |year: i32| {
                    let day = match feast {
                        Feast::Fixed { month, day } => Date::from_calendar_date(year, month, day).ok()?,
                        Feast::Easter(days) => plus_days(easter(year)?, i64::from(days))?,
                    };
                    plus_days(day, i64::from(shift))
                };
                if let Some(year) = year {
                    return date(year).map(|d| Period::day(d, Anchor::Calendar));
                }
                let days: Vec<Date> = self.years()?.filter_map(date).collect();
                nearest(self.today()?, &days, lean, tense).map(|d| Period::day(d, Anchor::Published))
            }
        }
    }

    /// The `nth` day, week, weekend or weekday of a month.
    fn nth(&self, nth: i8, counted: Counted, month: MonthSaid, range: TokenRange) -> Option<Period> {
        let Period { first, last, anchor, .. } = match month {
            MonthSaid::Named(month, year) => self.period(Moment::Month { month, year, lean: Lean::Unsaid }, range)?,
            MonthSaid::Offset(offset) => {
                let (year, month) = plus_months(self.today()?, i32::from(offset))?;
                Period::month(year, month, Anchor::Published)?
            }
        };
        // From the earliest day that can be the first one, or from the earliest that can be the last.
        let (weekday, length) = match counted {
            Counted::Day => {
                let day = if nth < 0 { last } else { plus_days(first, i64::from(nth) - 1)? };
                return Some(Period::day(day, anchor));
            }
            Counted::Week => (Weekday::Monday, 7),
            Counted::Weekend => (Weekday::Saturday, 2),
            Counted::Weekday(weekday) => (weekday, 1),
        };
        // The last week lies wholly within the month, the last weekend at least by its Saturday.
        let back = if length == 7 { 12 } else { 6 };
        let start = match nth {
            ..0 => on_or_after(plus_days(last, -back)?, weekday)?,
            _ => plus_days(on_or_after(first, weekday)?, 7 * (i64::from(nth) - 1))?,
        };
        let end = plus_days(start, length - 1)?;
        Some(if length == 1 { Period::day(start, anchor) } else { Period::days(start, end, anchor) })
    }

    /// The year of publication and its neighbours.
    fn years(&self) -> Option<impl Iterator<Item = i32> + use<>> {
        let year = self.today()?.year();
        Some([year - 1, year, year + 1].into_iter())
    }

    fn months(
        &self,
        first: Month,
        last: Month,
        year: YearSaid,
        lean: Lean,
        tense: impl Fn() -> Tense,
    ) -> Option<Period> {
        match year {
            YearSaid::Number(year) => Period::months(year, first, last, Anchor::Calendar),
            YearSaid::Offset(offset) => Period::months(self.today()?.year() + offset, first, last, Anchor::Published),
            YearSaid::Unsaid => {
                let today = self.today()?;
                // The season or quarter that is under way is `this` one; `dernier` and `prochain` leave it out.
                let periods: Vec<Period> =
                    self.years()?.filter_map(|y| Period::months(y, first, last, Anchor::Published)).collect();
                let under_way = periods.iter().position(|p| (p.first..=p.last).contains(&today));
                let past = periods.iter().rposition(|p| p.last < today);
                let ahead = periods.iter().position(|p| p.first > today);
                let chosen = match lean {
                    Lean::Last => past,
                    Lean::Next => ahead,
                    Lean::Ahead => under_way.or(ahead),
                    Lean::Behind => under_way.or(past),
                    _ => under_way.or_else(|| match tense() {
                        Tense::Future => ahead,
                        Tense::Past => past,
                        Tense::Open if lean == Lean::This => ahead,
                        Tense::Open => past,
                    }),
                };
                periods.into_iter().nth(chosen?)
            }
        }
    }

    fn weekday(&self, today: Date, weekday: Weekday, lean: Lean, tense: impl Fn() -> Tense) -> Option<Date> {
        let ahead = on_or_after(today, weekday)?;
        let behind = if ahead == today { today } else { plus_days(ahead, -7)? };
        match lean {
            Lean::Last => plus_days(on_or_after(today, weekday)?, -7),
            // `samedi prochain` on a Friday is not tomorrow.
            Lean::Next => on_or_after(plus_days(today, 2)?, weekday),
            Lean::Following => on_or_after(plus_days(today, 1)?, weekday),
            Lean::Preceding => on_or_after(plus_days(today, -7)?, weekday),
            Lean::Later(weeks) => plus_days(ahead, 7 * i64::from(weeks)),
            Lean::Week(weeks) => on_or_after(plus_days(monday(today)?, 7 * i64::from(weeks))?, weekday),
            Lean::Ahead => Some(ahead),
            Lean::Behind => Some(behind),
            Lean::This => match tense() {
                Tense::Future => Some(ahead),
                // A day that is three days away is as near behind as ahead: nearer wins.
                _ if ahead - today <= today - behind => Some(ahead),
                _ => Some(behind),
            },
            Lean::Unsaid => Some(match tense() {
                Tense::Future => ahead,
                Tense::Past => behind,
                // News is of the days around: `le maire présente mardi un plan`.
                Tense::Open if ahead - today <= today - behind => ahead,
                Tense::Open => behind,
            }),
        }
    }

    fn relative(&self, unit: Unit, offset: i32, from: From, tense: impl Fn() -> Tense) -> Option<Period> {
        let (base, anchor) = match from {
            From::Published => (self.today()?, Anchor::Published),
            From::Narrated => {
                let told = if unit == Unit::Day { self.told_day } else { self.told };
                (told.or_else(|| self.published.and_then(Published::day))?, Anchor::Narrated)
            }
        };
        let fine = matches!(unit, Unit::Day | Unit::Week | Unit::Weekend);
        if fine && anchor == Anchor::Published {
            self.published?.day()?;
        }
        match unit {
            Unit::Day => Some(Period::day(plus_days(base, i64::from(offset))?, anchor)),
            Unit::Week => {
                let first = plus_days(monday(base)?, 7 * i64::from(offset))?;
                Some(Period::days(first, plus_days(first, 6)?, anchor))
            }
            Unit::Weekend => {
                let saturday = plus_days(monday(base)?, 5)?;
                // On a Monday `ce week-end` is over, on a Tuesday too unless the sentence looks ahead.
                let monday = base == plus_days(saturday, -5)?;
                let tuesday = base == plus_days(saturday, -4)?;
                let over = offset == 0 && (monday || tuesday && tense() != Tense::Future);
                // `le week-end prochain` is the coming one until Wednesday.
                let coming = offset == 1 && base < plus_days(saturday, -2)?;
                let first = plus_days(saturday, 7 * (i64::from(offset) - i64::from(over || coming)))?;
                Some(Period::days(first, plus_days(first, 1)?, anchor))
            }
            Unit::Month => {
                let (year, month) = plus_months(base, offset)?;
                Period::month(year, month, anchor)
            }
            Unit::Quarter | Unit::Half => {
                let length = if unit == Unit::Quarter { 3 } else { 6 };
                let into = i32::from(u8::from(base.month()) - 1) % length;
                let (year, first) = plus_months(base, length * offset - into)?;
                Period::months(year, first, first.nth_next(length as u8 - 1), anchor)
            }
            Unit::Year => Period::year(base.year() + offset, anchor),
            Unit::Decade => Period::decade(base.year().div_euclid(10) + offset, anchor),
            Unit::Century => Period::century((base.year() - 1).div_euclid(100) + 1 + offset, anchor),
        }
    }
}

/// How far from the publication `mardi 11` is looked for, in days.
const REACH_OF_DAY: i64 = 200;

/// How far away the year may be that a weekday picks: in a year that is farther away another day of that name is nearer, and the paper is wrong.
const SAME_YEAR: Duration = Duration::days(240);

/// How far ahead a day or month is still the one that a tense points to: beyond, the nearer one of that name is meant whatever the verb says.
const NEAR: Duration = Duration::days(330);

/// How far back: `en février` of December tells of ten months ago.
const NOT_LONG_AGO: Duration = Duration::days(330);

/// Which of `days`, which come in order, is meant on the day `today`.
fn nearest(today: Date, days: &[Date], lean: Lean, tense: impl Fn() -> Tense) -> Option<Date> {
    let last = |strict: bool| days.iter().rev().find(|d| **d < today || !strict && **d == today).copied();
    let next = |strict: bool| days.iter().find(|d| **d > today || !strict && **d == today).copied();
    let closest = || days.iter().min_by_key(|d| (**d - today).abs()).copied();
    let told = match lean {
        Lean::Last => return last(true),
        Lean::Next => return next(true),
        Lean::Ahead => return next(false),
        Lean::Behind => return last(false),
        Lean::Unsaid => match tense() {
            Tense::Future => next(false),
            Tense::Past => last(false),
            Tense::Open => None,
        },
        _ => None,
    };
    told.filter(|d| *d - today < NEAR && today - *d < NOT_LONG_AGO).or_else(closest)
}
