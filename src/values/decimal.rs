//! Exact decimal numbers. Money is never a float.

use std::cmp::Ordering;
use std::fmt;

/// An exact decimal number: `digits` × 10^-`scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: i64,
    scale: u8,
}

/// The most digits that are read behind the decimal mark.
const MOST_DECIMALS: usize = 9;

/// The most digits that are read of one number; so many fit an `i64`. What a power of ten takes beyond it is no number.
const MOST_DIGITS: usize = 18;

impl Decimal {
    /// `digits` × 10^-`scale`, trailing zeros behind the point dropped.
    pub fn new(mut digits: i64, mut scale: u8) -> Self {
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        Self { digits, scale }
    }

    /// The whole number `value`.
    pub fn whole(value: i64) -> Self {
        Self::new(value, 0)
    }

    /// Reads ASCII digits before and behind the decimal mark; `None` when they are too many to be a figure of the news.
    pub fn parse(whole: &str, part: &str) -> Option<Self> {
        if whole.is_empty() || whole.len() + part.len() > MOST_DIGITS || part.len() > MOST_DECIMALS {
            return None;
        }
        let digits = whole
            .bytes()
            .chain(part.bytes())
            .try_fold(0i64, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0')))?;
        Some(Self::new(digits, part.len() as u8))
    }

    /// The product with 10^`power`; `None` when it does not fit.
    pub fn times_power(self, power: u8) -> Option<Self> {
        let down = power.min(self.scale);
        let digits = self.digits.checked_mul(10i64.checked_pow(u32::from(power - down))?)?;
        Some(Self::new(digits, self.scale - down))
    }

    /// The number divided by 10^`power`.
    pub fn over_power(self, power: u8) -> Self {
        Self::new(self.digits, self.scale.saturating_add(power))
    }

    /// The sum; `None` when it does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let at = |number: Self| number.digits.checked_mul(10i64.checked_pow(u32::from(scale - number.scale))?);
        Some(Self::new(at(self)?.checked_add(at(other)?)?, scale))
    }

    /// The product; `None` when it does not fit.
    pub fn times(self, other: Self) -> Option<Self> {
        Some(Self::new(self.digits.checked_mul(other.digits)?, self.scale.checked_add(other.scale)?))
    }

    /// The number with its sign turned.
    pub fn negated(self) -> Self {
        Self { digits: -self.digits, scale: self.scale }
    }

    /// The whole number, if it is one.
    pub fn as_whole(self) -> Option<i64> {
        (self.scale == 0).then_some(self.digits)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        let at = |number: &Self| {
            10i64.checked_pow(u32::from(scale - number.scale)).map_or(i64::MAX, |p| number.digits.saturating_mul(p))
        };
        at(self).cmp(&at(other))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_and_shown_shortest() {
        let number = Decimal::parse("97", "40").unwrap();
        assert_eq!(number.to_string(), "97.4");
        assert_eq!(number.times_power(9).unwrap().to_string(), "97400000000");
        assert_eq!(Decimal::whole(4).over_power(2).to_string(), "0.04");
        assert_eq!(Decimal::whole(5).negated().over_power(1).to_string(), "-0.5");
    }

    #[test]
    fn numbers_compare_by_value() {
        assert!(Decimal::parse("2", "5").unwrap() < Decimal::whole(3));
        assert_eq!(Decimal::parse("3", "00").unwrap(), Decimal::whole(3));
    }

    #[test]
    fn what_does_not_fit_is_none() {
        assert_eq!(Decimal::parse(&"9".repeat(19), ""), None);
        assert!(Decimal::parse(&"9".repeat(6), "").unwrap().times_power(12).is_some());
        assert_eq!(Decimal::parse(&"9".repeat(18), "").unwrap().times_power(12), None);
        assert_eq!(Decimal::whole(i64::MAX).times_power(1), None);
        assert_eq!(Decimal::whole(i64::MAX).plus(Decimal::whole(1)), None);
    }
}
