//! Words of numbers: what they stand for. How they join into one number is the readers' affair.

use std::sync::LazyLock;

use super::Table;

/// Words of numbers; field 0 is what they are, field 1 their value.
static NUMERALS: LazyLock<Table> = built_in!(Table, "numerals");

/// What a word of number stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numeral {
    /// A number below twenty.
    Unit(u32),
    /// A ten, and what may follow it is smaller than the second number: `vingt` 10, `soixante` 20.
    Ten(u32, u32),
    /// `cent`.
    Hundred,
    /// `mille`.
    Thousand,
    /// `million`: the power of ten.
    Power(u8),
    /// `dizaine`: about how many, and whether it is a plural.
    Noun(u32, bool),
    /// `tiers`: into how many parts.
    Part(u32),
}

/// What the folded `word` stands for.
pub fn numeral(word: &str) -> Option<Numeral> {
    let row = NUMERALS.get(word)?;
    let number = |index: usize| row.field(index).parse().unwrap_or(0);
    Some(match row.field(0) {
        "u" => Numeral::Unit(number(1)),
        "t" => Numeral::Ten(number(1), number(2)),
        "c" => Numeral::Hundred,
        "m" => Numeral::Thousand,
        "p" => Numeral::Power(row.field(1).parse().ok()?),
        "d" => Numeral::Part(number(1)),
        kind => Numeral::Noun(number(1), kind == "N"),
    })
}
