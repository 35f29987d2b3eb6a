//! chrono's cases: an object with the reference date, the words that are to be found, and the parts of the result that a test looks at.

use std::collections::BTreeMap;

use serde::Deserialize;
use time::PrimitiveDateTime;

use super::expected::{Expected, Parts, instant};

#[derive(Deserialize)]
pub(super) struct Case {
    /// `new Date(2012, 8 - 1, 10, 12)`: the month counts from 0.
    #[serde(rename = "ref")]
    reference: String,
    pub(super) text: Option<String>,
    start: BTreeMap<String, String>,
    end: BTreeMap<String, String>,
}

impl Case {
    /// The moment from which relative dates are counted.
    pub(super) fn now(&self) -> Option<PrimitiveDateTime> {
        let numbers = self.reference.strip_prefix("new Date(")?.strip_suffix(')')?;
        let numbers: Option<Vec<i32>> = numbers.split(',').map(difference).collect();
        let mut numbers = numbers?;
        *numbers.get_mut(1)? += 1;
        instant(&numbers)
    }

    pub(super) fn expected(self) -> Option<Expected> {
        let (start, end) = (parts(&self.start), parts(&self.end));
        match self.text {
            Some(text) if start.is_none() => Some(Expected::Words(text)),
            _ => Some(Expected::Parts(start?, end)),
        }
    }
}

/// `7`, `8 - 1`
fn difference(text: &str) -> Option<i32> {
    let mut terms = text.split('-').map(|term| term.trim().parse::<i32>());
    let first = terms.next()?.ok()?;
    terms.try_fold(first, |left, term| Some(left - term.ok()?))
}

/// What a test looks at; `None` if at nothing that a report tells.
fn parts(said: &BTreeMap<String, String>) -> Option<Parts> {
    let part = |name: &str| said.get(name).and_then(|n| n.parse::<i32>().ok());
    let parts = Parts {
        year: part("year"),
        month: part("month"),
        day: part("day"),
        hour: part("hour"),
        minute: part("minute"),
        second: part("second"),
    };
    (parts != Parts::default()).then_some(parts)
}
