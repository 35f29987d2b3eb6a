//! What a date expression says, before the calendar is asked.

use time::{Month, Weekday};

/// What a date expression says. `crate::links` resolves it against the publication date and the time of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateExpression {
    /// One day, month, year or other period.
    At(Moment),
    /// From the one to the other, both included: `du 3 au 7 mars`, `entre 2015 et 2018`.
    Between(Moment, Moment),
    /// From then on: `depuis mars`, `dès lundi`.
    From(Moment),
    /// Until then: `d'ici 2030`, `jusqu'à vendredi`.
    Until(Moment),
}

/// A stretch of the calendar as words name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// `11 février`, `mardi 11 février 2025`. The weekday helps to find a year that is not said.
    Day {
        /// Day of the month.
        day: u8,
        /// Month.
        month: Month,
        /// Year, if said.
        year: Option<i32>,
        /// Weekday, if said.
        weekday: Option<Weekday>,
        /// Which one, when the year is not said.
        lean: Lean,
        /// Days to add: `le lendemain du 13 février`.
        shift: i8,
    },
    /// `le 24`: a day of the month that the story is in.
    MonthDay {
        /// Day of the month.
        day: u8,
        /// Which one, when the story names no month.
        lean: Lean,
    },
    /// `février 2025`, `en mars`.
    Month {
        /// Month.
        month: Month,
        /// Year, if said.
        year: Option<i32>,
        /// Which one, when the year is not said.
        lean: Lean,
    },
    /// The months from the first to the last of a year: seasons, quarters, halves. A season that begins in December ends in the next year.
    Months {
        /// First month.
        first: Month,
        /// Last month.
        last: Month,
        /// Year of the first month.
        year: YearSaid,
        /// Which one, when the year is not said.
        lean: Lean,
    },
    /// `2023`.
    Year(i32),
    /// `les années 1990`: 199.
    Decade(i32),
    /// `le XIXe siècle`: 19.
    Century(i32),
    /// `mardi`, `mardi 11`.
    Weekday {
        /// Weekday.
        weekday: Weekday,
        /// Day of the month, if said.
        day: Option<u8>,
        /// Which one.
        lean: Lean,
    },
    /// `le premier week-end de décembre`, `le dernier jour du mois`.
    Nth {
        /// Which one: from 1, or -1 for the last.
        nth: i8,
        /// Of what.
        counted: Counted,
        /// In which month.
        month: MonthSaid,
    },
    /// `la semaine du 6 octobre`: the week that begins nearest to that day.
    WeekOf {
        /// Day of the month.
        day: u8,
        /// Month.
        month: Month,
        /// Year, if said.
        year: Option<i32>,
    },
    /// `hier`, `l'an dernier`, `la veille`, `il y a trois ans`: counted from the publication or from the story.
    Relative {
        /// What is counted.
        unit: Unit,
        /// How many, to the past when negative.
        offset: i32,
        /// From where.
        from: From,
    },
    /// A feast, in a year or in the one that is meant.
    Feast {
        /// Which feast.
        feast: Feast,
        /// Year, if said.
        year: Option<i32>,
        /// Which one, when the year is not said.
        lean: Lean,
        /// Days to add: `la veille de Noël`.
        shift: i8,
    },
}

/// What an ordinal counts within a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Days of the month.
    Day,
    /// Weeks from Monday to Sunday, of which no day lies outside of the month.
    Week,
    /// Weekends, by their Saturday.
    Weekend,
    /// Days of that name.
    Weekday(Weekday),
}

/// How a month is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthSaid {
    /// By its name, with or without a year.
    Named(Month, Option<i32>),
    /// By its distance to the month of publication: `du mois`, `du mois prochain`.
    Offset(i8),
}

/// How a year is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearSaid {
    /// Not at all.
    Unsaid,
    /// By its number.
    Number(i32),
    /// By its distance to the year of publication: `de cette année`, `de l'an dernier`.
    Offset(i32),
}

/// Which of the recurring days or months of that name is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lean {
    /// Nothing says it: the tense of the sentence decides.
    #[default]
    Unsaid,
    /// `ce mardi`: the nearest.
    This,
    /// `mardi dernier`.
    Last,
    /// `mardi prochain`.
    Next,
    /// `lundi de la semaine dernière`: in the week so many weeks from the one of publication.
    Week(i8),
    /// `lundi en huit`: so many weeks after the next one.
    Later(u8),
    /// `le samedi suivant`: the first one after the time that the story has reached.
    Following,
    /// `le samedi précédent`: the last one before it.
    Preceding,
    /// Words around it point ahead (`jusqu'à`, `d'ici`): the next one, today included.
    Ahead,
    /// Words around it point back (`depuis`): the last one, today included.
    Behind,
}

/// What relative dates count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Day,
    /// Weeks from Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Months.
    Month,
    /// Quarters of the year, from January.
    Quarter,
    /// Halves of the year.
    Half,
    /// Years.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// What a relative date is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The day of publication: `hier`.
    Published,
    /// The time that the story has reached: `la veille`.
    Narrated,
}

/// A feast of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feast {
    /// The same day every year.
    Fixed {
        /// Month.
        month: Month,
        /// Day of the month.
        day: u8,
    },
    /// So many days after Easter Sunday.
    Easter(i16),
}
