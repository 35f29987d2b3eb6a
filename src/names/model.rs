//! The trained weights, searched in place: nothing is parsed or copied before reading.
//!
//! A feature has 24 bits. Its upper 15 are its bucket, which has one feature on average; of the features in a bucket, in order, the lower 9 are kept. Each has a
//! mask that says for which labels it has a weight, and one signed byte for each of these, in steps of [`Model::step`]. Columns stand apart, which brotli likes
//! better. All numbers are little-endian.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `RNM2` |
//! | 4 | fingerprint of the features that it was trained on, see [`super::training::fingerprint`] |
//! | 4 + 4 | how many features *f* and weights *w* |
//! | 4 | the step of a weight, `f32` |
//! | 4 · 11 · 11 | transitions: what it says that one label stands before another, `f32` |
//! | 16384 | how many features each bucket has, half a byte each, the lower half first |
//! | 512 · 2 + 512 · 3 | for each group of 64 buckets, the number of its first feature (low bytes, then high bytes), and of its first weight (three columns) |
//! | *f* + *f* / 8 | lower bits of each feature: low bytes, then the ninth bits, eight in a byte, the lowest first |
//! | *f* + *f* | masks: low bytes, then high bytes |
//! | *w* | weights |

use super::decode::Transitions;
use super::hash::{FEATURE_BITS, Feature};
use super::labels::{LABELS, Scores};

/// The weights that reading uses. `cargo xtask train` writes them.
static BUILT_IN: &[u8] = include_bytes!("model.bin");

/// How many bits of a feature tell its bucket. More make the counts larger and looking up hardly faster, fewer leave more bits of each feature that no compression takes away.
pub const BUCKET_BITS: u32 = 15;
/// How many buckets make a group. Larger ones have fewer numbers, and looking up counts for longer.
pub const GROUP: usize = 64;
/// What a model begins with.
pub const MAGIC: [u8; 4] = *b"RNM2";

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
    lows: &'m [u8],
    highs: &'m [u8],
    masks: [&'m [u8]; 2],
    weights: &'m [u8],
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
            lows: &[],
            highs: &[],
            masks: [&[]; 2],
            weights: &[],
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
        let (counts, rest) = rest.split_at_checked(BUCKETS / 2)?;
        let (first_features, rest) = rest.split_at_checked(2 * GROUPS)?;
        let (first_weights, rest) = rest.split_at_checked(3 * GROUPS)?;
        let (lows, rest) = rest.split_at_checked(features)?;
        let (highs, rest) = rest.split_at_checked(features.div_ceil(8))?;
        let (low_masks, rest) = rest.split_at_checked(features)?;
        let (high_masks, weights_and_more) = rest.split_at_checked(features)?;
        let step = f32::from_bits(number(head, 16)?);
        (weights_and_more.len() == weights).then_some(Self {
            head,
            counts,
            first_features,
            first_weights,
            lows,
            highs,
            masks: [low_masks, high_masks],
            weights: weights_and_more,
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
        let Some(&pair) = self.counts.get(bucket / 2) else { return };
        let count = usize::from(if bucket.is_multiple_of(2) { pair & 0xf } else { pair >> 4 });
        if count == 0 {
            return;
        }
        let group = bucket / GROUP;
        let column = |columns: &[u8], column: usize| usize::from(columns[column * GROUPS + group]) << (8 * column);
        let first = column(self.first_features, 0) | column(self.first_features, 1);
        let halves = sum_of_halves(&self.counts[group * GROUP / 2..], bucket / 2 - group * GROUP / 2);
        let start = first + halves + if bucket.is_multiple_of(2) { 0 } else { usize::from(pair & 0xf) };
        let (low, high) = (feature as u8, (feature >> 8) as u8 & 1);
        let is_here = |&at: &usize| self.lows[at] == low && self.highs[at / 8] >> (at % 8) & 1 == high;
        let Some(found) = (start..start + count).find(is_here) else { return };
        let before = ones(&self.masks[0][first..], found - first) + ones(&self.masks[1][first..], found - first);
        let mut weight = (0..3).map(|n| column(self.first_weights, n)).sum::<usize>() + before;
        let mut mask = u32::from(self.masks[0][found]) | u32::from(self.masks[1][found]) << 8;
        while mask != 0 {
            let label = mask.trailing_zeros() as usize;
            scores[label] += f32::from(self.weights[weight] as i8) * self.step;
            weight += 1;
            mask &= mask - 1;
        }
    }
}

/// The sum of the half bytes of the first `count` bytes; fewer than 64 half bytes, as a group has.
fn sum_of_halves(bytes: &[u8], count: usize) -> usize {
    const LOWER: u64 = 0x0f0f_0f0f_0f0f_0f0f;
    const EVEN: u64 = 0x00ff_00ff_00ff_00ff;
    let mut sum = 0;
    // Each byte of the sum is at most 4 · 30.
    eights(bytes, count, |eight| sum += (eight & LOWER) + (eight >> 4 & LOWER));
    // In sixteens, so that their sum, the upper quarter of the product, may be more than a byte.
    let sum = (sum & EVEN) + (sum >> 8 & EVEN);
    (sum.wrapping_mul(0x0001_0001_0001_0001) >> 48) as usize
}

/// How many bits of the first `count` bytes are set.
fn ones(bytes: &[u8], count: usize) -> usize {
    let mut ones = 0;
    eights(bytes, count, |eight| ones += eight.count_ones() as usize);
    ones
}

/// The first `count` bytes as numbers of eight, zeros behind the last.
#[inline(always)]
fn eights(bytes: &[u8], count: usize, mut each: impl FnMut(u64)) {
    let mut at = 0;
    while at < count {
        // Only at the end of a column are there fewer than eight.
        let eight = match bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
            Some(eight) => u64::from_le_bytes(*eight),
            None => bytes[at..].iter().rev().fold(0, |last, &byte| last << 8 | u64::from(byte)),
        };
        each(if count - at < 8 { eight & ((1 << (8 * (count - at))) - 1) } else { eight });
        at += 8;
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
