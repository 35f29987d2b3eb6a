//! The words of the calendar: months, weekdays, seasons, feasts, decades, centuries.

use time::{Month, Weekday};

use super::expression::{Feast, Unit};
use crate::lexicon::Row;
use crate::lexicon::calendar::FEASTS;
use crate::text::is_one_of;

/// The month that `word`, folded, names.
pub(in crate::values) fn month(word: &str) -> Option<Month> {
    Some(match word {
        "janvier" => Month::January,
        "février" | "fevrier" => Month::February,
        "mars" => Month::March,
        "avril" => Month::April,
        "mai" => Month::May,
        "juin" => Month::June,
        "juillet" => Month::July,
        "août" | "aout" => Month::August,
        "septembre" => Month::September,
        "octobre" => Month::October,
        "novembre" => Month::November,
        "décembre" | "decembre" => Month::December,
        _ => return None,
    })
}

/// The month that a short form names; only behind a day is it surely one.
pub(super) fn short_month(word: &str) -> Option<Month> {
    Some(match word {
        "janv" | "jan" => Month::January,
        "févr" | "fév" | "fev" => Month::February,
        "avr" => Month::April,
        "juil" => Month::July,
        "sept" | "sep" => Month::September,
        "oct" => Month::October,
        "nov" => Month::November,
        "déc" | "dec" => Month::December,
        _ => return None,
    })
}

/// The month of an English date (`May 14, 2025`), as embedded posts have them.
pub(super) fn english_month(word: &str) -> Option<Month> {
    Some(match word {
        "january" => Month::January,
        "february" => Month::February,
        "march" => Month::March,
        "april" => Month::April,
        "may" => Month::May,
        "june" => Month::June,
        "july" => Month::July,
        "august" => Month::August,
        "september" => Month::September,
        "october" => Month::October,
        "november" => Month::November,
        "december" => Month::December,
        _ => return None,
    })
}

/// The weekday that `word`, folded, names.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "lundi" => Weekday::Monday,
        "mardi" => Weekday::Tuesday,
        "mercredi" => Weekday::Wednesday,
        "jeudi" => Weekday::Thursday,
        "vendredi" => Weekday::Friday,
        "samedi" => Weekday::Saturday,
        "dimanche" => Weekday::Sunday,
        _ => return None,
    })
}

/// First and last month of a season, as far as months tell: it begins on the 20th or so of the first.
pub(super) fn season(word: &str) -> Option<(Month, Month)> {
    Some(match word {
        "printemps" => (Month::March, Month::June),
        "été" => (Month::June, Month::September),
        "automne" => (Month::September, Month::December),
        "hiver" => (Month::December, Month::March),
        _ => return None,
    })
}

/// The feast of a row of the table.
pub(super) fn feast(row: Row) -> Option<Feast> {
    let said = row.field(0);
    if let Some(days) = said.strip_prefix('E') {
        return Some(Feast::Easter(days.parse().ok()?));
    }
    let (month, day) = said.split_once('-')?;
    Some(Feast::Fixed { month: Month::try_from(month.parse::<u8>().ok()?).ok()?, day: day.parse().ok()? })
}

/// What a noun of the calendar counts.
pub(in crate::values) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "jour" | "jours" => Unit::Day,
        "semaine" | "semaines" => Unit::Week,
        "week-end" | "weekend" => Unit::Weekend,
        "mois" => Unit::Month,
        "trimestre" | "trimestres" => Unit::Quarter,
        "semestre" | "semestres" => Unit::Half,
        "an" | "ans" | "année" | "années" => Unit::Year,
        "décennie" | "décennies" => Unit::Decade,
        "siècle" | "siècles" => Unit::Century,
        _ => return None,
    })
}

/// The number of a century written in Roman figures with its ending: `XIXe`, `XXIème`, `Ier`.
pub(super) fn roman_century(word: &str) -> Option<i32> {
    let figures = ["ème", "er", "e"].iter().find_map(|ending| word.strip_suffix(ending))?;
    let digit = |c: char| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    if figures.is_empty() || figures.len() > 5 {
        return None;
    }
    let mut total = 0;
    let mut last = i32::MAX;
    for c in figures.chars() {
        let value = digit(c)?;
        total += if last < value { value - 2 * last } else { value };
        last = value;
    }
    (1..=21).contains(&total).then_some(total)
}

/// The ordinal that `word`, folded, names; `dernier` counts from the end of `of`.
pub(super) fn ordinal(word: &str, of: u8) -> Option<u8> {
    let number = match word {
        "premier" | "première" | "premiere" | "1er" | "1re" | "1ère" => 1,
        "deuxième" | "deuxieme" | "second" | "seconde" => 2,
        "troisième" => 3,
        "quatrième" => 4,
        "dernier" | "dernière" => of,
        _ => match word.strip_suffix("eme").or_else(|| word.strip_suffix("ème")).or_else(|| word.strip_suffix('e'))? {
            "2" => 2,
            "3" => 3,
            "4" => 4,
            _ => return None,
        },
    };
    (number <= of).then_some(number)
}

/// Whether the folded `word` names a date by itself, or surely begins one.
pub(in crate::values) fn is_trigger(word: &str) -> bool {
    const OTHERS: [&str; 34] = [
        "hier",
        "avant-hier",
        "aujourd'hui",
        "demain",
        "après-demain",
        "veille",
        "avant-veille",
        "lendemain",
        "surlendemain",
        "même",
        "fin",
        "début",
        "milieu",
        "courant",
        "mi",
        "soirée",
        "matinée",
        "nuit",
        "après-midi",
        "soir",
        "matin",
        "jour",
        "jour-là",
        "année-là",
        "semaine-là",
        "mois-ci",
        "midi",
        "minuit",
        "moitié",
        "premier",
        "demi-heure",
        "demi-journée",
        "demi-siècle",
        "quart",
    ];
    let first = word.bytes().position(|byte| byte == b'-').map_or(word, |hyphen| &word[..hyphen]);
    month(first).is_some()
        || first == "mi"
        || weekday(word).is_some()
        || season(word).is_some()
        || FEASTS.may_begin_with(word) && FEASTS.has_prefix(word)
        || unit(word).is_some()
        || ordinal(word, 4).is_some()
        || english_month(word).is_some()
        || OTHERS.contains(&word)
        || is_roman_or_part(word)
}

/// `xixe`, `t1`: figures that the folded form hides.
fn is_roman_or_part(word: &str) -> bool {
    // Most words have other letters, and need not be written in capitals to know.
    let is_figure = word.starts_with(['i', 'v', 'x', 'ı'])
        && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'ı' | 'e' | 'r' | 'è' | 'm'));
    let figure = |c: char| match c {
        'i' | 'ı' => 'I',
        'v' => 'V',
        'x' => 'X',
        c => c,
    };
    is_figure && roman_century(&word.chars().map(figure).collect::<String>()).is_some()
        || matches!(word.as_bytes(), [b't' | b's', b'1'..=b'4'])
}

/// Whether the folded `word` may stand before a date and belong to it; articles and `il` do so as well.
pub(in crate::values) fn is_opener(word: &str) -> bool {
    is_one_of(word, "du de d' entre dans à a depuis dès après avant jusqu' peu juste vers aux autour ( [")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_figures_name_centuries() {
        let centuries = ["XIXe", "XXIe", "XVIIIème", "Ier", "IVe", "XLe", "Vie", "e", "XXXe"].map(roman_century);
        assert_eq!(centuries, [Some(19), Some(21), Some(18), Some(1), Some(4), None, None, None, None]);
    }
}
