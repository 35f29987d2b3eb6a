//! Words around numbers: approximators, currencies, units, and the words that tell a counted noun.

use std::sync::LazyLock;

use super::Table;

/// Words before a number that say how exactly it is meant; field 0 is `~`, `>` or `<`.
pub static APPROXIMATORS: LazyLock<Table> = built_in!(Table, "approximators");

/// Currencies; field 0 is the ISO 4217 code, or `?` and the family whose member the article's countries tell, field 1 `cent` for hundredths.
pub static CURRENCIES: LazyLock<Table> = built_in!(Table, "currencies");

/// Words of a country and the currency paid there, in field 0.
pub static CURRENCY_PLACES: LazyLock<Table> = built_in!(Table, "currency_places");

/// Units of measure; field 0 is the symbol.
pub static UNITS: LazyLock<Table> = built_in!(Table, "units");

/// Words that never name what a number counts.
pub static FUNCTION_WORDS: LazyLock<Table> = built_in!(Table, "function_words");

/// Adjectives that stand before their noun.
pub static PRENOMINAL: LazyLock<Table> = built_in!(Table, "prenominal");

/// Words between a figure and what it measures; field 0 holds a letter for each use, as the head of the list says.
pub static MEASURING: LazyLock<Table> = built_in!(Table, "measuring");
