//! What speaks for each kind of name, and which rule says so.

use crate::mentions::Kind;

/// The kinds of names, in the order of [`Evidence`].
pub(super) const KINDS: [Kind; 5] = [Kind::Person, Kind::Organisation, Kind::Place, Kind::Event, Kind::Work];

/// Position of a kind of name in [`KINDS`].
fn slot(kind: Kind) -> usize {
    KINDS.iter().position(|&k| k == kind).unwrap_or(0)
}

/// Weights for and against one candidate, by kind.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    weight: [f32; 5],
    /// For each kind, the weight and the name of the rule that speaks most for it.
    top: [(f32, &'static str); 5],
}

impl Evidence {
    /// Rule `rule` speaks for `kind` (against it, where `weight` is negative).
    pub(super) fn add(&mut self, kind: Kind, weight: f32, rule: &'static str) {
        let slot = slot(kind);
        self.weight[slot] += weight;
        if weight > self.top[slot].0 {
            self.top[slot] = (weight, rule);
        }
    }

    /// Something speaks against `kind`.
    pub(super) fn against(&mut self, kind: Kind, weight: f32) {
        self.weight[slot(kind)] -= weight;
    }

    /// Something speaks against the candidate being a name of any kind.
    pub(super) fn against_all(&mut self, weight: f32) {
        for w in &mut self.weight {
            *w -= weight;
        }
    }

    /// What speaks for `kind`.
    pub(super) fn of(&self, kind: Kind) -> f32 {
        self.weight[slot(kind)]
    }

    /// The kind that most speaks for, how much, and the rule that decided.
    pub(super) fn best(&self) -> (Kind, f32, &'static str) {
        let mut best = 0;
        for slot in 1..KINDS.len() {
            if self.weight[slot] > self.weight[best] {
                best = slot;
            }
        }
        (KINDS[best], self.weight[best], self.top[best].1)
    }
}
