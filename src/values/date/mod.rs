//! Dates as the text says them: absolute, counted from the publication, counted from the story, periods and open ends.

use crate::text::is_one_of;
mod absolute;
mod expression;
mod relative;
pub(super) mod words;

pub use expression::{Counted, DateExpression, Feast, From, Lean, Moment, MonthSaid, Unit, YearSaid};

use super::view::View;
use absolute::{
    century, counts_something, day_month, day_number, decade, ends_day, english, feast, month, month_day, nth, numeric,
    part_of_year, season, week_of, weekday, year, year_figures,
};
use relative::{ahead, deictic, distance, edge, narrated};

/// A date that stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    /// First token.
    pub(super) start: usize,
    /// The token behind it.
    pub(super) end: usize,
    /// What it says.
    pub(super) expression: DateExpression,
    /// The rule.
    pub(super) by: &'static str,
}

/// A year whose February has 28 days, as most have.
const FEBRUARY: i32 = 2023;

/// A moment, the token behind it, and the rule that read it.
type Core = (Moment, usize, &'static str);

/// The date that begins at token `at`.
pub(super) fn read(view: View<'_, '_>, at: usize) -> Option<Dated> {
    open(view, at).or_else(|| between(view, at)).or_else(|| {
        let (moment, end, by) = moment(view, at)?;
        Some(Dated { start: at, end, expression: DateExpression::At(moment), by })
    })
}

/// `depuis mars`, `dès lundi`, `d'ici 2030`, `jusqu'à vendredi`, `avant la fin de l'année`.
fn open(view: View<'_, '_>, at: usize) -> Option<Dated> {
    let next = view.folded(at + 1);
    let (length, since, lean) = match view.folded(at) {
        "depuis" => (1, true, Lean::Behind),
        "dès" => (1, true, Lean::Unsaid),
        "à" if matches!(next, "partir" | "compter") && view.is_one_of(at + 2, "de du d' des") => {
            (3, true, Lean::Ahead)
        }
        "après" => (1, true, Lean::Unsaid),
        "jusqu'" if is_one_of(next, "à au en aux") => (2, false, Lean::Ahead),
        "d'" if next == "ici" && view.is_one_of(at + 2, "à au aux") => (3, false, Lean::Ahead),
        "d'" if next == "ici" => (2, false, Lean::Ahead),
        "avant" => (1, false, Lean::Ahead),
        _ => return None,
    };
    let mut inner = at + length;
    if view.is_one_of(inner, "le la l' les au début") && moment(view, inner).is_none() {
        inner += 1;
    }
    // `d'ici trois mois`; `à partir du 8`
    let far = || if next == "ici" { ahead(view, inner) } else { None };
    let day = || {
        let (day, end) = day_number(view, inner).filter(|(_, end)| view.is_number(inner) && ends_day(view, *end))?;
        view.before_is(inner, 1, "le du au").then_some((
            Moment::MonthDay { day, lean: Lean::Unsaid },
            end,
            "date.monthDay",
        ))
    };
    let (moment, end, _) = moment(view, inner).or_else(far).or_else(day)?;
    // `après`, `avant` also order events: only with a day, month or year of its own do they open a period.
    let weak = view.is_one_of(at, "après avant");
    if weak && matches!(moment, Moment::Relative { .. } | Moment::Weekday { .. }) && !view.is(inner, "fin") {
        let whole = matches!(moment, Moment::Relative { unit: Unit::Year, offset: 0, .. });
        if !whole {
            return None;
        }
    }
    let moment = moment.leaning(lean);
    let expression = if since { DateExpression::From(moment) } else { DateExpression::Until(moment) };
    Some(Dated { start: at, end, expression, by: if since { "date.since" } else { "date.until" } })
}

/// `du 3 au 7 mars`, `entre 2015 et 2018`, `de janvier à mars`, `19 et 20 avril`, `2018-2019`, `la nuit de lundi à mardi`.
fn between(view: View<'_, '_>, at: usize) -> Option<Dated> {
    let found =
        |end, first, last, by| Some(Dated { start: at, end, expression: DateExpression::Between(first, last), by });
    let night = view.is(at, "nuit") && view.is_one_of(at + 1, "de du");
    let opening = if night { at + 1 } else { at };
    let joints: &[&str] = match view.folded(opening) {
        "du" | "de" => &["au", "à"],
        "entre" => &["et"],
        _ => &["et", "ou", "-", "–"],
    };
    let opened = view.is_one_of(opening, "du de entre");
    let start = opening + usize::from(opened);
    let start = start + usize::from(opened && view.is_one_of(start, "le fin début"));
    // `du 3 au 7 mars`, `du samedi 3 au mercredi 7 mars`: the first day borrows the month of the second.
    let named = usize::from(words::weekday(view.folded(start)).is_some());
    if let Some((first, end)) = day_number(view, start + named)
        && let Some(second) = joined(view, end, joints, opened)
    {
        let second = second + usize::from(view.is(second, "le"));
        if let Some((last @ Moment::Day { day, month, year, lean, .. }, end, _)) =
            weekday(view, second).or_else(|| day_month(view, second))
            && first < day
        {
            let weekday = words::weekday(view.folded(start)).filter(|_| named > 0);
            return found(end, Moment::Day { day: first, month, year, weekday, lean, shift: 0 }, last, "date.range");
        }
    }
    // `du 13 au 18`, `entre le 7 et le 10`
    if opened
        && let Some((first, end)) = day_number(view, start)
        && let Some(second) = joined(view, end, joints, opened)
        && let Some((last, end)) = day_number(view, second + usize::from(view.is(second, "le")))
        && first < last
        && matches!(view.folded(end), "" | "." | ";" | ")" | ",")
        && (view.is(opening, "du") || view.before_is(start, 1, "le"))
    {
        let day = |day| Moment::MonthDay { day, lean: Lean::Unsaid };
        return found(end, day(first), day(last), "date.monthDay");
    }
    // `première quinzaine de mars`
    if let Some(half @ 1..=2) = words::ordinal(view.folded(at), 2)
        && view.is(at + 1, "quinzaine")
        && view.is_de(at + 2)
        && let Some((Moment::Month { month, year, lean }, end, _)) = month(view, at + 3)
    {
        let last = month.length(year.unwrap_or(FEBRUARY));
        let day = |day| Moment::Day { day, month, year, weekday: None, lean, shift: 0 };
        return found(end, day(if half == 1 { 1 } else { 16 }), day(if half == 1 { 15 } else { last }), "date.range");
    }
    // `février-mars`
    if let Some((first, last)) = view.folded(at).split_once('-')
        && let (Some(first), Some(last)) = (words::month(first), words::month(last))
    {
        let month = |month| Moment::Month { month, year: None, lean: Lean::Unsaid };
        return found(at + 1, month(first), month(last), "date.range");
    }
    let (first, end, _) = simple(view, start)?;
    let mut second = joined(view, end, joints, opened)?;
    second += usize::from(opened && view.is_one_of(second, "le fin début"));
    // `2018-19`
    if let Moment::Year(year) = first
        && view.is_glued(end)
        && view.is_glued(second)
        && view.str(second).len() == 2
        && let Ok(short) = view.str(second).parse::<i32>()
        && year % 100 + 1 == short
    {
        return found(second + 1, first, Moment::Year(year + 1), "date.range");
    }
    let (last, last_end, _) = simple(view, second)?;
    let ordered = match (first, last) {
        (Moment::Year(a), Moment::Year(b)) => a < b && (opened || view.is_glued(second)),
        (Moment::Month { .. }, Moment::Month { .. }) => opened || !view.is(end, "et"),
        (Moment::Day { .. }, Moment::Day { .. }) => opened || !view.is_one_of(end, "et ou"),
        // `du lundi au jeudi 13 mars`
        (Moment::Weekday { .. }, Moment::Weekday { .. })
        | (Moment::Weekday { day: None, .. }, Moment::Day { weekday: Some(_), .. }) => opened,
        _ => false,
    };
    if !ordered {
        return None;
    }
    let first = first.with_year(last.year());
    found(last_end, first, last, if night { "date.night" } else { "date.range" })
}

/// The token behind what joins the ends of a range at `at`: one of `joints`, or between days also `au` and `jusqu'au`.
fn joined(view: View<'_, '_>, at: usize, joints: &[&str], opened: bool) -> Option<usize> {
    let word = view.folded(at);
    if joints.contains(&word) || !opened && word == "au" {
        return Some(at + 1);
    }
    (word == "jusqu'" && view.is(at + 1, "au")).then_some(at + 2)
}

/// What may stand at either end of a range.
fn simple(view: View<'_, '_>, at: usize) -> Option<Core> {
    weekday(view, at).or_else(|| day_month(view, at)).or_else(|| month(view, at)).or_else(|| {
        let (year, end) = year_figures(view, at)?;
        (!counts_something(view, end)).then_some((Moment::Year(year), end, "date.year"))
    })
}

/// One moment, or the period that holds an edge of one.
fn moment(view: View<'_, '_>, at: usize) -> Option<Core> {
    edge(view, at).or_else(|| whole(view, at))
}

/// One moment in full: the readers in order, the most telling first.
fn whole(view: View<'_, '_>, at: usize) -> Option<Core> {
    const READERS: [fn(View<'_, '_>, usize) -> Option<Core>; 17] = [
        numeric,
        feast,
        nth,
        week_of,
        weekday,
        day_month,
        english,
        month,
        part_of_year,
        season,
        decade,
        century,
        deictic,
        narrated,
        distance,
        year,
        month_day,
    ];
    READERS.iter().find_map(|reader| reader(view, at))
}

impl Moment {
    /// The moment, leaning as `lean` says unless it already leans.
    fn leaning(mut self, to: Lean) -> Self {
        match &mut self {
            Self::Day { lean, .. }
            | Self::Month { lean, .. }
            | Self::MonthDay { lean, .. }
            | Self::Months { lean, .. }
            | Self::Weekday { lean, .. }
            | Self::Feast { lean, .. }
                if *lean == Lean::Unsaid =>
            {
                *lean = to;
            }
            _ => {}
        }
        self
    }

    /// The year that is said with it.
    fn year(self) -> Option<i32> {
        match self {
            Self::Day { year, .. } | Self::Month { year, .. } => year,
            _ => None,
        }
    }

    /// The moment with `said` for its year where it has none.
    pub(crate) fn with_year(mut self, said: Option<i32>) -> Self {
        if let Self::Day { year, .. } | Self::Month { year, .. } = &mut self {
            *year = year.or(said);
        }
        self
    }
}
