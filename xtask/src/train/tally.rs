//! How many names were found: exact span and kind.

use reperes::names::training::KINDS;

use super::corpus::TYPES;

/// A name: its first token, one past its last, its kind.
pub(crate) type Name = (usize, usize, usize);

/// Names that are right, were found, and are in the gold, by kind.
#[derive(Clone, Copy, Default)]
pub(crate) struct Tally {
    right: [usize; KINDS.len()],
    found: [usize; KINDS.len()],
    gold: [usize; KINDS.len()],
}

/// People, organisations, places.
const CORE: [usize; 3] = [0, 1, 2];

impl Tally {
    pub(crate) fn of(gold: &[Name], found: &[Name]) -> Self {
        let mut tally = Self::default();
        for name in found {
            tally.found[name.2] += 1;
            tally.right[name.2] += usize::from(gold.contains(name));
        }
        for name in gold {
            tally.gold[name.2] += 1;
        }
        tally
    }

    pub(crate) fn add(&mut self, other: &Self) {
        for kind in 0..KINDS.len() {
            self.right[kind] += other.right[kind];
            self.found[kind] += other.found[kind];
            self.gold[kind] += other.gold[kind];
        }
    }

    fn f1_of(&self, kinds: &[usize]) -> f32 {
        let sum = |counts: &[usize]| kinds.iter().map(|&kind| counts[kind]).sum::<usize>() as f32;
        2.0 * sum(&self.right) / (sum(&self.found) + sum(&self.gold)).max(1.0)
    }

    /// F1 of people, organisations and places together.
    pub(crate) fn core(&self) -> f32 {
        self.f1_of(&CORE)
    }

    /// F1 of all kinds together.
    pub(crate) fn all(&self) -> f32 {
        self.f1_of(&[0, 1, 2, 3, 4])
    }

    /// F1 of one kind.
    pub(crate) fn f1(&self, kind: usize) -> f32 {
        self.f1_of(&[kind])
    }

    /// All of it in a line.
    pub(crate) fn line(&self) -> String {
        let each: Vec<String> = (0..KINDS.len()).map(|kind| format!("{} {:.3}", TYPES[kind], self.f1(kind))).collect();
        format!("PER+ORG+LOC {:.4}, all {:.4} ({})", self.core(), self.all(), each.join(", "))
    }
}
