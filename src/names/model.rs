//! The trained weights, searched in place: nothing is parsed or copied before reading.
//!
//! A feature has 24 bits. Its upper 12 are its bucket; of the features in a bucket, in order, the lower 12 are kept. Each has a mask that says for which labels
//! it has a weight, and one signed byte for each of these, in steps of [`Model::step`]. Columns stand apart, which brotli likes better. All numbers are little-endian.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `RNM1` |
//! | 4 | fingerprint of the features that it was trained on, see [`super::training::fingerprint`] |
//! | 4 + 4 | how many features *f* and weights *w* |
//! | 4 | the step of a weight, `f32` |
//! | 4 · 11 · 11 | transitions: what it says that one label stands before another, `f32` |
//! | 4096 | how many features each bucket has |
//! | 1024 · 2 + 1024 · 3 | for each group of 4 buckets, the number of its first feature (low bytes, then high bytes), and of its first weight (three columns) |
//! | *f* + *f* | lower bits of each feature: low bytes, then high bytes |
//! | *f* + *f* | masks: low bytes, then high bytes |
//! | *w* | weights |

use super::decode::Transitions;
use super::hash::{FEATURE_BITS, Feature};
use super::labels::{LABELS, Scores};

/// The weights that reading uses. `cargo xtask train` writes them.
static BUILT_IN: &[u8] = include_bytes!("model.bin");

/// How many bits of a feature tell its bucket.
pub const BUCKET_BITS: u32 = 12;
/// How many buckets make a group.
pub const GROUP: usize = 4;
/// What a model begins with.
pub const MAGIC: [u8; 4] = *b"RNM1";

const BUCKETS: usize = 1 << BUCKET_BITS;
const GROUPS: usize = BUCKETS / GROUP;
const REST_BITS: u32 = FEATURE_BITS - BUCKET_BITS;
const HEAD: usize = 20 + 4 * LABELS * LABELS;

/// A trained model.
#[derive(Clone, Copy)]
pub struct Model<'m> {
    head: &'m [u8],
    counts: &'m [u8],
    first_features: &'m [u8],
    first_weights: &'m [u8],
    rests: &'m [u8],
    masks: &'m [u8],
    weights: &'m [u8],
    features: usize,
    /// What one step of a weight is worth.
    pub step: f32,
}

impl Model<'static> {
    /// The model that reading uses. One without any weight, should the built-in bytes be none.
    pub(super) fn built_in() -> Self {
        Model::new(BUILT_IN).unwrap_or(Model {
            head: &[],
            counts: &[],
            first_features: &[],
            first_weights: &[],
            rests: &[],
            masks: &[],
            weights: &[],
            features: 0,
            step: 0.0,
        })
    }
}

impl<'m> Model<'m> {
    /// The model in `bytes`; `None` where they are none.
    pub fn new(bytes: &'m [u8]) -> Option<Self> {
        let (head, rest) = bytes.split_at_checked(HEAD)?;
        if head[..4] != MAGIC {
            return None;
        }
        let (features, weights) = (number(head, 8)? as usize, number(head, 12)? as usize);
        let (counts, rest) = rest.split_at_checked(BUCKETS)?;
        let (first_features, rest) = rest.split_at_checked(2 * GROUPS)?;
        let (first_weights, rest) = rest.split_at_checked(3 * GROUPS)?;
        let (rests, rest) = rest.split_at_checked(2 * features)?;
        let (masks, rest) = rest.split_at_checked(2 * features)?;
        let step = f32::from_bits(number(head, 16)?);
        (rest.len() == weights).then_some(Self {
            head,
            counts,
            first_features,
            first_weights,
            rests,
            masks,
            weights: rest,
            features,
            step,
        })
    }

    /// Fingerprint of the features that the model was trained on.
    pub fn fingerprint(&self) -> u32 {
        number(self.head, 4).unwrap_or(0)
    }

    /// What it says that one label stands before another.
    pub fn transitions(&self) -> Transitions {
        let at = |index: usize| number(self.head, 20 + 4 * index).map_or(0.0, f32::from_bits);
        std::array::from_fn(|before| std::array::from_fn(|label| at(before * LABELS + label)))
    }

    /// Adds what `feature` says of each label.
    pub fn add(&self, feature: Feature, scores: &mut Scores) {
        let bucket = (feature >> REST_BITS) as usize;
        let rest = feature & ((1 << REST_BITS) - 1);
        let Some(&count) = self.counts.get(bucket) else { return };
        if count == 0 {
            return;
        }
        let group = bucket / GROUP;
        let first = usize::from(self.first_features[group]) | usize::from(self.first_features[GROUPS + group]) << 8;
        let before: usize = self.counts[group * GROUP..bucket].iter().map(|&c| usize::from(c)).sum();
        let start = first + before;
        let (low, high) = (rest as u8, (rest >> 8) as u8);
        let bucket_lows = &self.rests[start..start + usize::from(count)];
        let Some(found) = bucket_lows
            .iter()
            .enumerate()
            .find(|&(place, &l)| l == low && self.rests[self.features + start + place] == high)
            .map(|(place, _)| start + place)
        else {
            return;
        };
        let weights: u32 = (first..found).map(|index| self.mask(index).count_ones()).sum();
        let mut weight = weights as usize
            + (0..3).map(|c| usize::from(self.first_weights[c * GROUPS + group]) << (8 * c)).sum::<usize>();
        let mut mask = self.mask(found);
        while mask != 0 {
            let label = mask.trailing_zeros() as usize;
            scores[label] += f32::from(self.weights[weight] as i8) * self.step;
            weight += 1;
            mask &= mask - 1;
        }
    }

    /// For which labels feature number `index` has a weight.
    fn mask(&self, index: usize) -> u32 {
        u32::from(self.masks[index]) | u32::from(self.masks[self.features + index]) << 8
    }
}

/// The 32 bits at `at`.
fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::training;

    #[test]
    fn the_built_in_model_was_trained_on_the_features_that_reading_has() {
        let model = Model::new(BUILT_IN).expect("src/names/model.bin is a model");
        assert_eq!(model.fingerprint(), training::fingerprint(), "the features changed: run `cargo xtask train`");
    }

    #[test]
    fn the_card_speaks_of_the_built_in_model() {
        let hash = BUILT_IN
            .iter()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        let card = include_str!("model-card.md");
        assert!(card.contains(&format!("`{hash:016x}`")), "model-card.md is of another model: run `cargo xtask train`");
    }

    #[test]
    fn bytes_that_are_no_model_are_refused() {
        assert!(Model::new(b"").is_none());
        assert!(Model::new(&BUILT_IN[..BUILT_IN.len() - 1]).is_none());
        assert!(Model::new(&[&b"ABCD"[..], &BUILT_IN[4..]].concat()).is_none());
    }

    #[test]
    fn any_feature_can_be_asked_for() {
        let model = Model::built_in();
        let mut scores = [0.0; LABELS];
        for feature in (0..1 << FEATURE_BITS).step_by(97) {
            model.add(feature, &mut scores);
        }
        assert!(scores.iter().all(|s| s.is_finite()));
    }
}
