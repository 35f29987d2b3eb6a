//! Normal forms.

use std::fmt;

/// How exactly an amount is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Qualifier {
    /// As it stands.
    #[default]
    Exact,
    /// `environ`, `près de`, `une cinquantaine`.
    About,
    /// `plus de`, `au moins`, `des centaines`.
    AtLeast,
    /// `moins de`, `jusqu'à`.
    AtMost,
    /// A range from `amount` to `max`.
    Between,
}

/// An exact decimal number: `digits` × 10^-`scale`. Money is never a float.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    digits: i128,
    scale: u8,
}

impl Decimal {
    /// `digits` × 10^-`scale`, trailing zeros behind the point dropped.
    pub fn new(mut digits: i128, mut scale: u8) -> Self {
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        Self { digits, scale }
    }

    /// The whole number `value`.
    pub fn whole(value: i128) -> Self {
        Self::new(value, 0)
    }

    /// The product with 10^`power`; `None` when it does not fit.
    pub fn times_power(self, power: u8) -> Option<Self> {
        let down = power.min(self.scale);
        let digits = self.digits.checked_mul(10i128.checked_pow(u32::from(power - down))?)?;
        Some(Self::new(digits, self.scale - down))
    }

    /// The whole number, if it is one.
    pub fn as_whole(self) -> Option<i128> {
        (self.scale == 0).then_some(self.digits)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.digits);
        }
        let sign = if self.digits < 0 { "-" } else { "" };
        let digits = format!("{:0width$}", self.digits.unsigned_abs(), width = usize::from(self.scale) + 1);
        let (whole, part) = digits.split_at(digits.len() - usize::from(self.scale));
        write!(f, "{sign}{whole}.{part}")
    }
}

/// An amount with how it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// How exactly it is meant.
    pub qualifier: Qualifier,
    /// The number; the lower end of a range.
    pub amount: Decimal,
    /// The upper end of a range.
    pub max: Option<Decimal>,
}

/// What a date expression says, before the calendar is asked. [`crate::links`] resolves it against the publication date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateExpression {}

/// The normal form of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// An amount in full and its ISO 4217 currency; `None` where the text does not tell which dollar or franc.
    Money(Amount, Option<&'static str>),
    /// A percentage; in points when the flag is set.
    Percent(Amount, bool),
    /// A measure and its unit, SI or customary symbol.
    Quantity(Amount, String),
    /// A number of things.
    Count(Amount),
    /// A date as written.
    Date(DateExpression),
    /// Hour and minute of the day.
    Time(u8, u8),
    /// ISO 8601 duration and how it is meant.
    Duration(String, Qualifier),
}
