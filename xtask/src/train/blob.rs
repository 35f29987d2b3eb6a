//! A learnt model in the form that reading searches in place: see `src/names/model.rs`.

use anyhow::{Result, ensure};
use reperes::names::training::{self, BUCKET_BITS, FEATURE_BITS, Feature, LABELS, MAGIC, Scores};

use super::readings::Learnt;

/// How many bits of a feature stand beside its bucket.
const REST_BITS: u32 = FEATURE_BITS - BUCKET_BITS;

/// Writes the model; weights are whole multiples of `step`.
pub(crate) fn write(learnt: &Learnt, step: f32) -> Result<Vec<u8>> {
    let mut features: Vec<(Feature, Scores)> = Vec::new();
    for (numbers, model) in [(&learnt.numbers, &learnt.model), (&learnt.second_numbers, &learnt.second)] {
        let all = numbers.sorted().into_iter().map(|(feature, number)| (feature, model.weights[number as usize]));
        features.extend(all.filter(|(_, weights)| weights.iter().any(|&w| w != 0.0)));
    }
    features.sort_by_key(|f| f.0);
    ensure!(features.len() < 1 << 16, "{} features are more than a model can have", features.len());
    let (mut masks, mut weights) = (Vec::new(), Vec::new());
    for (_, scores) in &features {
        let mut mask = 0_u32;
        for (label, &score) in scores.iter().enumerate().filter(|&(_, &score)| score != 0.0) {
            mask |= 1 << label;
            weights.push((score / step).round() as i8 as u8);
        }
        masks.push(mask);
    }
    let features: Vec<Feature> = features.into_iter().map(|f| f.0).collect();
    let mut bytes = MAGIC.to_vec();
    bytes.extend(training::fingerprint().to_le_bytes());
    bytes.extend((features.len() as u32).to_le_bytes());
    bytes.extend((weights.len() as u32).to_le_bytes());
    bytes.extend(step.to_le_bytes());
    for before in 0..LABELS {
        for label in 0..LABELS {
            bytes.extend(learnt.model.transitions[before][label].to_le_bytes());
        }
    }
    let counts = counts(&features);
    ensure!(counts.iter().all(|&count| count < 16), "a bucket has more features than half a byte can count");
    bytes.extend(halves(&counts));
    bytes.extend(rests(&features));
    columns(&mut bytes, &masks, 2);
    bytes.extend(weights);
    Ok(bytes)
}

/// How many of the sorted `features` each bucket has.
pub(super) fn counts(features: &[Feature]) -> Vec<u8> {
    let mut counts = vec![0_u8; 1 << BUCKET_BITS];
    features.iter().for_each(|feature| {
        let count = &mut counts[(feature >> REST_BITS) as usize];
        *count = count.saturating_add(1);
    });
    counts
}

/// Counts of half a byte each, the largest at most 15.
pub(super) fn halves(counts: &[u8]) -> Vec<u8> {
    counts.chunks(2).map(|pair| pair[0].min(15) | pair[1].min(15) << 4).collect()
}

/// What their buckets do not tell of `features`: eight bits, and then the ninth.
pub(super) fn rests(features: &[Feature]) -> Vec<u8> {
    const { assert!(REST_BITS == 9) };
    let mut bytes: Vec<u8> = features.iter().map(|&feature| feature as u8).collect();
    let ninth = |eight: &[Feature]| eight.iter().rev().fold(0, |bits, feature| bits << 1 | (feature >> 8 & 1) as u8);
    bytes.extend(features.chunks(8).map(ninth));
    bytes
}

/// Appends numbers in columns: all low bytes, then all that are next, `count` of them.
pub(super) fn columns(bytes: &mut Vec<u8>, numbers: &[u32], count: u32) {
    for column in 0..count {
        bytes.extend(numbers.iter().map(|number| (number >> (8 * column)) as u8));
    }
}

/// Whether the model in `bytes` says of each feature what was learnt.
pub(crate) fn check(bytes: &[u8], learnt: &Learnt) -> Result<()> {
    let model = training::Model::new(bytes);
    ensure!(model.is_some(), "what was written is no model");
    let model = model.expect("checked");
    ensure!(model.transitions() == learnt.model.transitions, "the transitions are not those that were learnt");
    let mut differences = 0;
    for (feature, number) in learnt.numbers.sorted() {
        let mut scores = [0.0; LABELS];
        model.add(feature, &mut scores);
        let wanted = learnt.model.weights[number as usize];
        differences += usize::from(scores.iter().zip(&wanted).any(|(a, b)| (a - b).abs() > 1e-3));
    }
    ensure!(differences == 0, "{differences} features have other weights than were learnt");
    Ok(())
}
