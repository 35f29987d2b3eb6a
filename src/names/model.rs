//! The trained weights, searched in place: nothing is parsed or copied before reading, but where each group of buckets begins is counted once.
//!
//! A feature has 24 bits. Its upper 15 are its bucket, which has one feature on average; of the features in a bucket, in order, the lower 9 are kept. Each has a
//! mask that says for which labels it has a weight, and one signed byte for each of these, in steps of [`Model::step`]. Columns stand apart, which brotli likes
//! better. All numbers are little-endian.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `RNM3` |
//! | 4 | fingerprint of the features that it was trained on, see [`super::training::fingerprint`] |
//! | 4 + 4 | how many features *f* and weights *w* |
//! | 4 | the step of a weight, `f32` |
//! | 4 · 11 · 11 | transitions: what it says that one label stands before another, `f32` |
//! | 16384 | how many features each bucket has, half a byte each, the lower half first |
//! | *f* + *f* / 8 | lower bits of each feature: low bytes, then the ninth bits, eight in a byte, the lowest first |
//! | *f* + *f* | masks: low bytes, then high bytes |
//! | *w* | weights |

use std::sync::LazyLock;

use super::decode::Transitions;
use super::hash::{FEATURE_BITS, Feature};
use super::labels::{self, LABELS, Scores};

/// The weights that reading uses. `cargo xtask train` writes them.
static BUILT_IN: &[u8] = include_bytes!("model.bin");

/// The model in them; one without any weight, should they be none.
static MODEL: LazyLock<Model<'static>> = LazyLock::new(|| Model::new(BUILT_IN).unwrap_or_default());

/// How many bits of a feature tell its bucket. More make the counts larger and looking up hardly faster, fewer leave more bits of each feature that no compression takes away.
pub const BUCKET_BITS: u32 = 15;
/// What a model begins with.
pub const MAGIC: [u8; 4] = *b"RNM3";

const BUCKETS: usize = 1 << BUCKET_BITS;
/// How many buckets make a group: as many as are counted at once.
const GROUP: usize = 16;
const REST_BITS: u32 = FEATURE_BITS - BUCKET_BITS;
const HEAD: usize = 20 + 4 * LABELS * LABELS;

/// A trained model.
#[derive(Default)]
pub struct Model<'m> {
    head: &'m [u8],
    /// How many features each bucket has, a group in each.
    counts: &'m [[u8; GROUP / 2]],
    /// The numbers of the first feature and the first weight of each group. Kept beside the counts they would be 2.4 kB of the module.
    firsts: Vec<(usize, usize)>,
    lows: &'m [u8],
    highs: &'m [u8],
    masks: [&'m [u8]; 2],
    weights: &'m [u8],
    /// What one step of a weight is worth.
    pub step: f32,
}

impl Model<'static> {
    /// The model that reading uses.
    pub(super) fn built_in() -> &'static Self {
        &MODEL
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
        let (lows, rest) = rest.split_at_checked(features)?;
        let (highs, rest) = rest.split_at_checked(features.div_ceil(8))?;
        let (low_masks, rest) = rest.split_at_checked(features)?;
        let (high_masks, weights_and_more) = rest.split_at_checked(features)?;
        let step = f32::from_bits(number(head, 16)?);
        let counts = counts.as_chunks().0;
        let (mut feature, mut weight) = (0, 0);
        let after = |group: &[u8; GROUP / 2]| {
            let first = (feature, weight);
            let count = sum_of_halves(u64::from_le_bytes(*group));
            weight += ones(low_masks.get(feature..)?, high_masks.get(feature..)?, count);
            feature += count;
            Some(first)
        };
        let firsts = counts.iter().map_while(after).collect();
        (weights_and_more.len() == weights).then_some(Self {
            head,
            counts,
            firsts,
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

    /// Adds what `feature` says of each label. Whether it says anything.
    pub fn add(&self, feature: Feature, scores: &mut Scores) -> bool {
        let Some((mut mask, weight)) = self.find(feature) else { return false };
        let weights = self.weights.get(weight..weight + mask.count_ones() as usize).unwrap_or(&[]);
        for &weight in weights {
            scores[(mask.trailing_zeros() as usize).min(LABELS - 1)] += f32::from(weight as i8) * self.step;
            mask &= mask - 1;
        }
        true
    }

    /// The labels for which `feature` has a weight, a bit each, and the number of the first weight.
    fn find(&self, feature: Feature) -> Option<(u16, usize)> {
        let bucket = (feature >> REST_BITS) as usize;
        let counts = u64::from_le_bytes(*self.counts.get(bucket / GROUP)?);
        let bits = 4 * (bucket % GROUP);
        let count = (counts >> bits & 0xf) as usize;
        if count == 0 {
            return None;
        }
        let (first, weight) = *self.firsts.get(bucket / GROUP)?;
        let start = first + sum_of_halves(counts & ((1 << bits) - 1));
        let (low, high) = (feature as u8, (feature >> 8) as u8 & 1);
        let is_high = |at: usize| self.highs.get(at / 8).is_some_and(|bits| bits >> (at % 8) & 1 == high);
        let lows = self.lows.get(start..start + count)?;
        let found = start + (0..count).find(|&at| lows[at] == low && is_high(start + at))?;
        let [low_masks, high_masks] = self.masks;
        let mask = u16::from_le_bytes([*low_masks.get(found)?, *high_masks.get(found)?]);
        Some((mask, weight + ones(low_masks.get(first..)?, high_masks.get(first..)?, found - first)))
    }
}

/// A model, and what was asked of it lately: an article has many features again and again.
pub(super) struct Asked<'m> {
    model: &'m Model<'m>,
    /// Features, each in the place that its lower bits say.
    places: Vec<Place>,
    said: Vec<Scores>,
}

#[derive(Clone, Copy)]
struct Place {
    feature: Feature,
    /// The number of what the features that came here said; above all where none said anything.
    number: u32,
    /// Whether the model knows the feature that is here now.
    says: bool,
}

impl<'m> Asked<'m> {
    /// How many features are kept at most: an article of 700 words has about two thousand. Fewer drive each other out, more take longer to lay out.
    const MOST: usize = 4096;

    /// The model of which nothing was asked yet.
    pub(super) fn of(model: &'m Model<'m>) -> Self {
        let place = Place { feature: Feature::MAX, number: u32::MAX, says: false };
        Self { model, places: vec![place; Self::MOST], said: Vec::new() }
    }

    /// What `feature` says of each label; `None` where it says nothing, as most do.
    pub(super) fn said(&mut self, feature: Feature) -> Option<&Scores> {
        let place = &mut self.places[feature as usize % Self::MOST];
        if place.feature != feature {
            let mut scores = [0.0; LABELS];
            place.feature = feature;
            place.says = self.model.add(feature, &mut scores);
            if place.says {
                match self.said.get_mut(place.number as usize) {
                    Some(said) => *said = scores,
                    None => {
                        place.number = self.said.len() as u32;
                        self.said.push(scores);
                    }
                }
            }
        }
        if place.says { self.said.get(place.number as usize) } else { None }
    }

    /// Adds what `feature` says to `scores`.
    pub(super) fn add(&mut self, feature: Feature, scores: &mut Scores) {
        if let Some(said) = self.said(feature) {
            labels::add(scores, said);
        }
    }
}

/// The sum of sixteen half bytes.
fn sum_of_halves(halves: u64) -> usize {
    const LOWER: u64 = 0x0f0f_0f0f_0f0f_0f0f;
    // Each byte is at most 30, and all eight together are less than a byte holds: their sum is the uppermost byte of the product.
    let pairs = (halves & LOWER) + (halves >> 4 & LOWER);
    (pairs.wrapping_mul(0x0101_0101_0101_0101) >> 56) as usize
}

/// How many bits of the first `count` bytes of both columns are set.
fn ones(mut low: &[u8], mut high: &[u8], mut count: usize) -> usize {
    let mut ones = 0;
    while count > 0 {
        let (mut lows, mut highs) = (eight(low), eight(high));
        if count < 8 {
            let first = (1 << (8 * count)) - 1;
            (lows, highs) = (lows & first, highs & first);
        }
        ones += (lows.count_ones() + highs.count_ones()) as usize;
        (low, high) = (low.get(8..).unwrap_or(&[]), high.get(8..).unwrap_or(&[]));
        count = count.saturating_sub(8);
    }
    ones
}

/// The first eight bytes as one number, zeros behind the last.
fn eight(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(&eight) => u64::from_le_bytes(eight),
        // Only at the end of a column are there fewer.
        None => bytes.iter().rev().fold(0, |last, &byte| last << 8 | u64::from(byte)),
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
