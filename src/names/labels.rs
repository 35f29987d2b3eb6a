//! What the model says of a token: that it stands outside of all names, begins one, or continues one.

use crate::mentions::Kind;

/// The kinds of names, in the order of the labels.
pub const KINDS: [Kind; 5] = [Kind::Person, Kind::Organisation, Kind::Place, Kind::Event, Kind::Work];

/// How many labels there are: outside, and two for each kind.
pub const LABELS: usize = 1 + 2 * KINDS.len();

/// Outside of all names.
pub const OUTSIDE: usize = 0;

/// The label of a token that begins a name of the kind in `slot` of [`KINDS`].
pub const fn begin(slot: usize) -> usize {
    1 + 2 * slot
}

/// The label of a token that continues one.
pub const fn inside(slot: usize) -> usize {
    2 + 2 * slot
}

/// The position in [`KINDS`] of the kind that a label speaks of.
pub const fn slot(label: usize) -> Option<usize> {
    if label == OUTSIDE { None } else { Some((label - 1) / 2) }
}

/// Whether a label begins a name.
pub const fn begins(label: usize) -> bool {
    label % 2 == 1
}

/// Whether label `next` may stand behind label `label`: a name continues only what is of its kind.
pub const fn may_follow(label: usize, next: usize) -> bool {
    next == OUTSIDE || begins(next) || label == next || label + 1 == next
}

/// A number for each label.
pub type Scores = [f32; LABELS];

/// Adds `more` to `scores`, label by label.
pub(super) fn add(scores: &mut Scores, more: &Scores) {
    for (score, more) in scores.iter_mut().zip(more) {
        *score += more;
    }
}
