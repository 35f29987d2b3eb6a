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
use super::labels::{self, LABELS, Scores};

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
        let group = bucket / GROUP;
        let counts: &[u8; GROUP / 2] = self.counts.get(group * GROUP / 2..)?.first_chunk()?;
        let place = bucket % GROUP;
        let count = usize::from(counts[place / 2] >> (4 * (place % 2)) & 0xf);
        if count == 0 {
            return None;
        }
        let column = |columns: &[u8], column: usize| {
            columns.get(column * GROUPS + group).map_or(0, |&byte| usize::from(byte) << (8 * column))
        };
        let first = column(self.first_features, 0) | column(self.first_features, 1);
        let start = first + sum_of_halves(counts, place);
        let (low, high) = (feature as u8, (feature >> 8) as u8 & 1);
        let is_high = |at: usize| self.highs.get(at / 8).is_some_and(|bits| bits >> (at % 8) & 1 == high);
        let lows = self.lows.get(start..start + count)?;
        let found = start + (0..count).find(|&at| lows[at] == low && is_high(start + at))?;
        let weight = column(self.first_weights, 0) | column(self.first_weights, 1) | column(self.first_weights, 2);
        let [low_masks, high_masks] = self.masks;
        let mask = u16::from_le_bytes([*low_masks.get(found)?, *high_masks.get(found)?]);
        Some((mask, weight + ones(low_masks.get(first..)?, high_masks.get(first..)?, found - first)))
    }
}

/// A model, and what was asked of it lately: an article has many features again and again.
pub(super) struct Asked<'m> {
    model: Model<'m>,
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
    pub(super) fn of(model: Model<'m>) -> Self {
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

/// The sum of the first `count` half bytes of a group, the lower half of each byte first.
fn sum_of_halves(bytes: &[u8; GROUP / 2], count: usize) -> usize {
    const LOWER: u64 = 0x0f0f_0f0f_0f0f_0f0f;
    let mut sum = 0;
    for (index, &eight) in bytes.as_chunks::<8>().0.iter().enumerate() {
        let Some(left @ 1..) = count.checked_sub(16 * index) else { break };
        let mut eight = u64::from_le_bytes(eight);
        if left < 16 {
            eight &= (1 << (4 * left)) - 1;
        }
        // Each byte is at most 30, and all eight together are less than a byte holds: their sum is the uppermost byte of the product.
        let pairs = (eight & LOWER) + (eight >> 4 & LOWER);
        sum += (pairs.wrapping_mul(0x0101_0101_0101_0101) >> 56) as usize;
    }
    sum
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
