//! Normal forms.

use super::{DateExpression, Decimal};

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

impl Amount {
    /// The number as it stands.
    pub fn exact(amount: Decimal) -> Self {
        Self { qualifier: Qualifier::Exact, amount, max: None }
    }

    /// The amount with `change` made to its number, or to both ends of its range.
    pub fn map(self, change: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        let max = match self.max {
            Some(max) => Some(change(max)?),
            None => None,
        };
        Some(Self { qualifier: self.qualifier, amount: change(self.amount)?, max })
    }

    /// The amount, meant as `qualifier` says unless that says nothing.
    pub fn qualified(self, qualifier: Qualifier) -> Self {
        match qualifier {
            Qualifier::Exact => self,
            _ if self.max.is_some() => self,
            _ => Self { qualifier, ..self },
        }
    }
}

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
    /// Hour and minute of the day; of a stretch also those of its end.
    Time((u8, u8), Option<(u8, u8)>),
    /// ISO 8601 duration (`P2D`; of a range both ends, `P2D..P3D`) and how it is meant.
    Duration(String, Qualifier),
}

impl Value {
    /// The value, meant as `qualifier` says.
    pub(super) fn qualified(self, qualifier: Qualifier) -> Self {
        match self {
            Self::Money(amount, code) => Self::Money(amount.qualified(qualifier), code),
            Self::Percent(amount, points) => Self::Percent(amount.qualified(qualifier), points),
            Self::Quantity(amount, unit) => Self::Quantity(amount.qualified(qualifier), unit),
            Self::Count(amount) => Self::Count(amount.qualified(qualifier)),
            Self::Duration(iso, Qualifier::Exact) => Self::Duration(iso, qualifier),
            other => other,
        }
    }
}
