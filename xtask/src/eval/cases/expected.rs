//! What a case wants to be found, and whether a report has it.
//!
//! The three projects answer an assistant's user, to the second; the report answers a reader, as precisely as the words are. So an expected
//! instant or span is first taken down to what the annotation guide says of such words:
//!
//! * a time of the day is a time, its day is a date; where the words name no day, none is asked for;
//! * a part of the day (`lundi matin`) is the day, the week-end is Saturday and Sunday;
//! * an edge of a period (`fin mars`, `en début de semaine`) is the period, a season the months that it touches;
//! * a distance (`il y a trois mois`) is as precise as its unit, `les deux prochaines semaines` is a length of time;
//! * `d'ici deux semaines` has an end and no beginning.

use reperes::report::{MentionEntry, ValueEntry};
use time::{Date, Duration, Month, PrimitiveDateTime, Time};

/// What is to be found, and nothing else of the kinds of values.
#[derive(Debug)]
pub(super) enum Expected {
    /// No value at all.
    Nothing,
    /// An instant, as precise as its grain.
    Moment { at: PrimitiveDateTime, grain: Grain },
    /// From the one to the other, which is left out; `last` is the last instant that belongs to it.
    Span { from: PrimitiveDateTime, to: PrimitiveDateTime, last: PrimitiveDateTime },
    /// From then on, or until then.
    Open { at: PrimitiveDateTime, grain: Grain, after: bool },
    /// ISO 8601, and whether it is an approximation.
    Duration(String, bool),
    /// An amount with its unit.
    Measure(Measure),
    /// The parts of a date and time that a test looks at, of the start and of the end.
    Parts(Parts, Option<Parts>),
    /// A date or time in these words, whatever it says.
    Words(String),
}

/// An amount and its unit in the words of the source.
#[derive(Debug)]
pub(super) struct Measure {
    /// A kind of the report.
    pub(super) kind: &'static str,
    pub(super) bounds: Bounds,
    pub(super) unit: String,
}

/// How an amount is meant; numbers are decimal strings.
#[derive(Debug)]
pub(super) enum Bounds {
    Exact(String),
    About(String),
    AtLeast(String),
    AtMost(String),
    Between(String, String),
}

/// What a test of chrono looks at.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) year: Option<i32>,
    pub(super) month: Option<i32>,
    pub(super) day: Option<i32>,
    pub(super) hour: Option<i32>,
    pub(super) minute: Option<i32>,
    pub(super) second: Option<i32>,
}

/// How precise an instant is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grain {
    Year,
    Quarter,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
}

impl Grain {
    pub(super) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "Year" => Self::Year,
            "Quarter" => Self::Quarter,
            "Month" => Self::Month,
            "Week" => Self::Week,
            "Day" => Self::Day,
            "Hour" => Self::Hour,
            "Minute" => Self::Minute,
            "Second" => Self::Second,
            _ => return None,
        })
    }

    /// Whether it is finer than a day.
    pub(super) fn is_clock(self) -> bool {
        matches!(self, Self::Hour | Self::Minute | Self::Second)
    }

    /// The last instant, of this precision, before `end`.
    pub(super) fn before(self, end: PrimitiveDateTime) -> Option<PrimitiveDateTime> {
        end.checked_sub(match self {
            Self::Hour => Duration::HOUR,
            Self::Minute => Duration::MINUTE,
            _ => Duration::SECOND,
        })
    }

    /// `number` of it in ISO 8601.
    pub(super) fn iso(self, number: i32) -> String {
        match self {
            Self::Year => format!("P{number}Y"),
            Self::Quarter => format!("P{}M", 3 * number),
            Self::Month => format!("P{number}M"),
            Self::Week => format!("P{number}W"),
            Self::Day => format!("P{number}D"),
            Self::Hour => format!("PT{number}H"),
            Self::Minute => format!("PT{number}M"),
            Self::Second => format!("PT{number}S"),
        }
    }

    /// The period of this length that holds `day`.
    fn around(self, day: Date) -> Option<(Date, Date)> {
        let (year, month) = (day.year(), day.month());
        let months = |first: Month, last: Month| {
            let end = Date::from_calendar_date(year, last, last.length(year)).ok()?;
            Some((Date::from_calendar_date(year, first, 1).ok()?, end))
        };
        match self {
            Self::Year => months(Month::January, Month::December),
            Self::Quarter => {
                let first = Month::try_from((u8::from(month) - 1) / 3 * 3 + 1).ok()?;
                months(first, first.nth_next(2))
            }
            Self::Month => months(month, month),
            Self::Week => {
                let monday = day - Duration::days(i64::from(day.weekday().number_days_from_monday()));
                Some((monday, monday + Duration::days(6)))
            }
            _ => Some((day, day)),
        }
    }

    /// `first` to `last`, widened to whole periods of this length.
    fn widen(self, (first, last): (Date, Date)) -> Option<(Date, Date)> {
        Some((self.around(first)?.0, self.around(last)?.1))
    }
}

/// The instant of `[year, month, day, hour, minute, second]`, as far as they are given and not 0.
pub(super) fn instant(numbers: &[i32]) -> Option<PrimitiveDateTime> {
    let part = |at: usize, least: i32| u8::try_from(numbers.get(at).copied().unwrap_or(least).max(least)).ok();
    let date = Date::from_calendar_date(*numbers.first()?, Month::try_from(part(1, 1)?).ok()?, part(2, 1)?).ok()?;
    Some(PrimitiveDateTime::new(date, Time::from_hms(part(3, 0)?, part(4, 0)?, part(5, 0)?).ok()?))
}

impl Expected {
    /// A bare number, read with a unit behind it.
    pub(super) fn number(number: &str) -> Self {
        Self::Measure(Measure { kind: "quantity", bounds: Bounds::Exact(number.to_owned()), unit: "kg".to_owned() })
    }

    /// Whether `found`, all values of a report on `text`, are what is expected of the case's `words` on the day `today`.
    pub(super) fn is_met(&self, words: &str, now: PrimitiveDateTime, text: &str, found: &[&MentionEntry]) -> bool {
        let said = Said::new(words);
        let values = Values::new(found);
        self.check(&said, now, text, &values).unwrap_or(false)
    }

    fn check(&self, said: &Said<'_>, now: PrimitiveDateTime, text: &str, values: &Values<'_>) -> Option<bool> {
        let midnight = |at: PrimitiveDateTime| at.time() == Time::MIDNIGHT;
        Some(match self {
            Self::Nothing => values.all.is_empty(),
            Self::Moment { at, grain } if grain.is_clock() && !said.distance => {
                values.times(&[*at]) && values.day(*at, now)
            }
            Self::Moment { at, grain } => {
                let period = if *grain == Grain::Week { Grain::Day } else { *grain }.around(at.date())?;
                let period = if *grain == Grain::Week { Grain::Week.around(period.0)? } else { period };
                values.period(&said.readings(period))
            }
            Self::Span { from, to, last } => {
                let days = (from.date(), last.date());
                if said.words.starts_with("dans les ") {
                    // `dans les 15 jours` is the length of time, by the guide.
                    let days = (to.date() - from.date()).whole_days() - i64::from(midnight(*from));
                    values.duration(&format!("P{days}D"), false)
                } else if let Some(length) = said.length(*from, *to) {
                    values.duration(&length, false)
                } else if said.until && from.date() == now.date() {
                    // Instants end on their day, days before the next.
                    let end = if midnight(*from) { last.date() } else { to.date() };
                    let ends: Vec<_> = said.readings((end, end)).iter().map(|(_, end)| (None, Some(*end))).collect();
                    values.dates(&ends)
                } else if said.words.contains("week-end") {
                    values.period(&[(from.date() + Duration::DAY, to.checked_sub(Duration::SECOND)?.date())])
                } else if midnight(*from) && midnight(*to) {
                    values.period(&said.readings(days))
                } else if !said.clock {
                    values.period(&[(from.date(), from.date())])
                } else if midnight(*from) {
                    values.times(&[*last]) && values.day(*last, now)
                } else {
                    values.times(&[*from, *last]) && values.day(*from, now)
                }
            }
            Self::Open { at, grain, .. } if grain.is_clock() => values.times(&[*at]) && values.day(*at, now),
            Self::Open { at, after: true, .. } => values.dates(&[(Some(at.date()), None)]),
            Self::Open { at, after: false, .. } => values.dates(&[(None, Some(at.date()))]),
            Self::Duration(iso, about) => values.duration(iso, *about),
            Self::Measure(measure) => measure.is_met(values),
            Self::Parts(start, end) => {
                if let (Some(day), None) = (start.instant(now), end)
                    && let Some(length) = said.length(now.min(day), now.max(day))
                {
                    return Some(values.duration(&length, false));
                }
                let days: Option<Vec<Date>> = [Some(start), end.as_ref()].iter().flatten().map(|p| p.date()).collect();
                let times: Vec<_> = [Some(start), end.as_ref()].iter().flatten().filter_map(|p| p.time()).collect();
                let dates = match days.as_deref() {
                    None => values.all.iter().all(|m| m.kind != "date"),
                    Some([day]) => values.period(&said.readings((*day, *day))),
                    Some([first, last]) if first == last => values.period(&[(*first, *last)]),
                    Some([first, last]) => values.period(&[(*first, *last)]),
                    _ => false,
                };
                dates && (times.is_empty() || !said.clock || values.clock(&times))
            }
            Self::Words(expected) => {
                let start = text.find(expected.as_str())?;
                let end = start + expected.len();
                let [one] = values.all else { return Some(false) };
                let within = (one.start as usize) < end && one.end as usize > start;
                within && matches!(one.kind, "date" | "time" | "duration")
            }
        })
    }
}

impl Parts {
    fn date(&self) -> Option<Date> {
        let month = Month::try_from(u8::try_from(self.month?).ok()?).ok()?;
        Date::from_calendar_date(self.year?, month, u8::try_from(self.day?).ok()?).ok()
    }

    /// The instant, at the time of `now` where no time is given.
    fn instant(&self, now: PrimitiveDateTime) -> Option<PrimitiveDateTime> {
        let time = self.time().unwrap_or(now.time());
        let second = u8::try_from(self.second.unwrap_or(0)).ok()?;
        Some(PrimitiveDateTime::new(self.date()?, time.replace_second(second).ok()?))
    }

    fn time(&self) -> Option<Time> {
        Time::from_hms(u8::try_from(self.hour?).ok()?, u8::try_from(self.minute.unwrap_or(0)).ok()?, 0).ok()
    }
}

impl Measure {
    fn is_met(&self, values: &Values<'_>) -> bool {
        let [one] = values.all else { return false };
        let Some(value) = one.value.as_deref() else { return false };
        let (qualifier, amount, max, unit) = match value {
            ValueEntry::Money { qualifier, amount, max, currency } => {
                (*qualifier, amount, max, currency.as_deref().unwrap_or("?"))
            }
            ValueEntry::Measure { qualifier, amount, max, unit } => (*qualifier, amount, max, unit.as_str()),
            ValueEntry::Number { qualifier, amount, max } => (*qualifier, amount, max, "%"),
            _ => return false,
        };
        let same = |wanted: &str, got: &str| decimal(wanted) == decimal(got);
        let amounts = match (&self.bounds, qualifier, max) {
            // Duckling does not tell an approximation from the number itself.
            (Bounds::Exact(wanted), "exact" | "about", None)
            | (Bounds::About(wanted), "about", None)
            | (Bounds::AtLeast(wanted), "atLeast", None)
            | (Bounds::AtMost(wanted), "atMost", None) => same(wanted, amount),
            (Bounds::Between(low, high), "between", Some(max)) => same(low, amount) && same(high, max),
            _ => false,
        };
        one.kind == self.kind && amounts && units(&self.unit).contains(&unit)
    }
}

/// A decimal without zeros that say nothing.
fn decimal(number: &str) -> &str {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { number }
}

/// The units of the report that a unit of the source may be; `?` where the words do not tell which dollar is meant.
fn units(unit: &str) -> &[&str] {
    match unit {
        "Dollar" | "$" => &["USD", "?"],
        "Pound" | "£" => &["GBP", "?"],
        "KR" | "Rial" => &["?"],
        "Riyal" => &["SAR", "QAR", "?"],
        "INR" => &["INR", "?"],
        "¥" => &["JPY", "CNY", "?"],
        "₩" => &["KRW"],
        "฿" => &["THB", "XBT"],
        "Celsius" | "celsius" => &["°C"],
        "Fahrenheit" | "fahrenheit" => &["°F"],
        "kelvin" => &["K"],
        "Degree" | "degree" => &["°", "°C"],
        "Kilometre" => &["km"],
        "Metre" => &["m"],
        "Centimetre" => &["cm"],
        "Mile" => &["mi"],
        "Millilitre" => &["mL", "ml"],
        "Centilitre" => &["cL", "cl"],
        "Litre" => &["L", "l"],
        "Hectolitre" => &["hL", "hl"],
        "Gallon" => &["gal"],
        "kg" => &["kg"],
        "%" => &["%"],
        _ => std::slice::from_ref(ISO.iter().find(|code| **code == unit).unwrap_or(&"")),
    }
}

/// The ISO 4217 codes that the cases name.
const ISO: [&str; 15] =
    ["EUR", "KRW", "USD", "GBP", "ILS", "AUD", "HKD", "CAD", "CHF", "DKK", "NOK", "SEK", "RUB", "JPY", "CNY"];

/// What a case's words say about the precision of its value.
struct Said<'w> {
    words: &'w str,
    /// `il y a`, `dans`, `prochaine`: as precise as the unit.
    distance: bool,
    /// `d'ici`: an end without a beginning.
    until: bool,
    /// An hour is named, by figures or words.
    clock: bool,
    /// `début`, `mi-`, a season: an edge of a period, or one without exact edges.
    edge: bool,
    unit: Option<Grain>,
}

impl<'w> Said<'w> {
    fn new(words: &'w str) -> Self {
        let list: Vec<&str> = words.split([' ', '\'', '’', ',', '.']).filter(|w| !w.is_empty()).collect();
        let has = |any: &[&str]| list.iter().any(|word| any.contains(&word.to_lowercase().as_str()));
        let starts = |any: &[&str]| any.iter().any(|start| words.starts_with(start));
        let figure = |word: &&str| {
            let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
            digits.len() < word.len() && digits.starts_with(['h', 'H', ':'])
        };
        let unit = if has(&["jour", "jours"]) {
            Some(Grain::Day)
        } else if has(&["semaine", "semaines"]) {
            Some(Grain::Week)
        } else if has(&["trimestre", "trimestres"]) {
            Some(Grain::Quarter)
        } else if has(&["mois"]) {
            Some(Grain::Month)
        } else if has(&["an", "ans", "année", "années", "annees"]) {
            Some(Grain::Year)
        } else if has(&["heures", "heure"]) {
            Some(Grain::Hour)
        } else if has(&["minutes", "minute"]) {
            Some(Grain::Minute)
        } else if has(&["secondes", "seconde"]) {
            Some(Grain::Second)
        } else {
            None
        };
        let adjectives = ["dernier", "dernière", "derniers", "prochain", "prochaine", "prochains", "suivante"];
        Self {
            words,
            distance: unit.is_some() && (starts(&["il y a ", "dans ", "d'ici "]) || has(&adjectives)),
            until: starts(&["d'ici "]),
            clock: list.iter().any(figure) || has(&["heures", "heure", "midi", "minuit"]),
            edge: has(&["début", "milieu", "fin", "quinzaine", "été", "hiver", "printemps", "automne"])
                || words.contains("mi-"),
            unit,
        }
    }

    /// The periods that `days` may be given as.
    fn readings(&self, days: (Date, Date)) -> Vec<(Date, Date)> {
        let mut readings = vec![days];
        if self.edge {
            readings.extend(Grain::Month.widen(days));
            readings.extend(self.season(days.0));
        }
        if (self.edge || self.distance)
            && let Some(unit) = self.unit
        {
            readings.extend(unit.widen(days));
        }
        readings
    }

    /// The months of the season that is named and holds `day`.
    fn season(&self, day: Date) -> Option<(Date, Date)> {
        let (first, last) = match self.words.rsplit(' ').next()? {
            "printemps" => (Month::March, Month::June),
            "été" => (Month::June, Month::September),
            "automne" => (Month::September, Month::December),
            _ => return None,
        };
        let first = Date::from_calendar_date(day.year(), first, 1).ok()?;
        let last = Date::from_calendar_date(day.year(), last, last.length(day.year())).ok()?;
        (first..=last).contains(&day).then_some((first, last))
    }

    /// The length of time that `les deux prochaines semaines` name.
    fn length(&self, from: PrimitiveDateTime, to: PrimitiveDateTime) -> Option<String> {
        const PLURALS: [&str; 13] = [
            "derniers",
            "dernières",
            "dernieres",
            "dernier",
            "prochains",
            "prochaines",
            "suivants",
            "suivantes",
            "suivant",
            "passés",
            "passées",
            "passee",
            "précédents",
        ];
        let plural = self.words.split(' ').any(|word| PLURALS.contains(&word));
        let counted = self.words.split(' ').next().is_some_and(|first| {
            first.bytes().all(|b| b.is_ascii_digit()) || matches!(first, "deux" | "trois" | "les")
        });
        let span = to - from;
        let unit = self.unit.filter(|_| plural && counted)?;
        let whole = |units: i64| i32::try_from(units).ok();
        let months =
            (to.year() - from.year()) * 12 + i32::from(u8::from(to.month())) - i32::from(u8::from(from.month()));
        Some(unit.iso(match unit {
            Grain::Year => months / 12,
            Grain::Quarter => months / 3,
            Grain::Month => months,
            Grain::Week => whole(span.whole_weeks())?,
            Grain::Day => whole(span.whole_days())?,
            Grain::Hour => whole(span.whole_hours())?,
            Grain::Minute => whole(span.whole_minutes())?,
            Grain::Second => whole(span.whole_seconds())?,
        }))
    }
}

/// The values that a report has.
struct Values<'f> {
    all: &'f [&'f MentionEntry],
}

type Days = (Option<Date>, Option<Date>);

impl<'f> Values<'f> {
    fn new(all: &'f [&'f MentionEntry]) -> Self {
        Self { all }
    }

    /// Whether nothing but dates and times was found.
    fn only_dates_and_times(&self) -> bool {
        self.all.iter().all(|m| matches!(m.kind, "date" | "time"))
    }

    fn found_dates(&self) -> Vec<Days> {
        let date = |m: &&MentionEntry| match m.value.as_deref() {
            Some(ValueEntry::Date { start, end, .. }) => {
                Some((start.as_deref().and_then(day), end.as_deref().and_then(day)))
            }
            _ => None,
        };
        self.all.iter().filter_map(date).collect()
    }

    /// Whether the dates are one, which is among `wanted`.
    fn dates(&self, wanted: &[Days]) -> bool {
        let found = self.found_dates();
        self.only_dates_and_times() && found.len() == 1 && wanted.contains(&found[0])
    }

    fn period(&self, wanted: &[(Date, Date)]) -> bool {
        let wanted: Vec<Days> = wanted.iter().map(|(first, last)| (Some(*first), Some(*last))).collect();
        self.dates(&wanted)
    }

    /// Whether the date is the day of `at`; within the next 24 hours the words need not name it.
    fn day(&self, at: PrimitiveDateTime, now: PrimitiveDateTime) -> bool {
        let soon = at >= now.replace_time(Time::MIDNIGHT) && at < now + Duration::DAY;
        let day = (Some(at.date()), Some(at.date()));
        let found = self.found_dates();
        self.only_dates_and_times() && (found == [day] || soon && found.is_empty())
    }

    fn times(&self, wanted: &[PrimitiveDateTime]) -> bool {
        let wanted: Vec<Time> = wanted.iter().map(|at| at.time()).collect();
        self.clock(&wanted)
    }

    fn clock(&self, wanted: &[Time]) -> bool {
        let time = |m: &&MentionEntry| match m.value.as_deref() {
            Some(ValueEntry::Time { value }) => Some(value.clone()),
            _ => None,
        };
        // `de 9h à 11h` is one time with two ends.
        let found: Vec<String> = self.all.iter().filter_map(time).collect();
        let found: Vec<&str> = found.iter().flat_map(|value| value.split("..")).collect();
        let wanted: Vec<String> = wanted.iter().map(|at| format!("{:02}:{:02}", at.hour(), at.minute())).collect();
        found == wanted
    }

    fn duration(&self, wanted: &str, about: bool) -> bool {
        let [one] = self.all else { return false };
        match one.value.as_deref() {
            Some(ValueEntry::Duration { iso, qualifier }) => {
                iso == wanted && *qualifier == if about { "about" } else { "exact" }
            }
            _ => false,
        }
    }
}

/// `2013-02-12`
fn day(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month = Month::try_from(parts.next()?.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year, month, parts.next()?.parse().ok()?).ok()
}
