//! Words around numbers: approximators, currencies, units, and the words that tell a counted noun.

use super::Table;

/// Words before a number that say how exactly it is meant; field 0 is `~`, `>` or `<`.
pub const APPROXIMATORS: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/approximators.bin")));

/// Currencies; field 0 is the ISO 4217 code, or `?` and the family whose member the article's countries tell, field 1 `cent` for hundredths.
pub const CURRENCIES: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/currencies.bin")));

/// Words of a country and the currency paid there, in field 0.
pub const CURRENCY_PLACES: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/currency_places.bin")));

/// Units of measure; field 0 is the symbol.
pub const UNITS: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/units.bin")));

/// Words that never name what a number counts.
pub const FUNCTION_WORDS: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/function_words.bin")));

/// Adjectives that stand before their noun.
pub const PRENOMINAL: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/prenominal.bin")));

/// Words between a figure and what it measures; field 0 holds a letter for each use, as the head of the list says.
pub const MEASURING: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/measuring.bin")));
