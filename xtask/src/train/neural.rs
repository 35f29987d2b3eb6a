//! A small neural tagger, to measure the model against: one embedding for each feature, their sum through tanh, and a linear chain over what a matrix makes of it.
//! The same features, labels and decoding as the model's first reading; in place of one weight for each feature and label, a few units for each feature that all labels share.
//!
//! Trained by AdaGrad with an L1 penalty (Duchi, Hazan and Singer 2011, "Adaptive subgradient methods", composite mirror descent) on the likelihood of the right labels.

use std::time::Instant;

use reperes::names::training::{self, Feature, LABELS, OUTSIDE, Scores, Transitions};

use super::blob;
use super::crf::{self, Run};
use super::examples::{Example, Numbers};
use super::readings::{Learnt, Pair, Reading};
use super::tally::Tally;

/// Units of an embedding.
const UNITS: usize = 8;
/// How often each run is seen, and the last of them, of which the weights are the mean.
const EPOCHS: usize = 10;
const AVERAGED: usize = 6;
/// The learning rate, and the L1 penalty of embeddings.
const RATE: f32 = 0.1;
const L1: f32 = 0.004;
/// Units of an embedding are whole multiples of this; one whose units sum to less than `LEAST_SUM`, whatever their sign, is dropped.
const STEP: f32 = 0.02;
const LEAST_SUM: f32 = 0.08;

type Units = [f32; UNITS];

/// The weights, or what AdaGrad remembers of their gradients.
struct Net {
    embeddings: Vec<Units>,
    bias: Units,
    output: [Units; LABELS],
    output_bias: Scores,
    transitions: Transitions,
}

/// A learnt tagger.
pub(crate) struct Neural {
    numbers: Numbers,
    net: Net,
}

impl Net {
    /// Weights that `value` gives from how far they may lie from zero.
    fn filled(features: usize, mut value: impl FnMut(f32) -> f32) -> Self {
        Self {
            embeddings: (0..features).map(|_| std::array::from_fn(|_| value(0.05))).collect(),
            bias: [value(0.0); UNITS],
            output: std::array::from_fn(|_| std::array::from_fn(|_| value(1.0))),
            output_bias: [value(0.0); LABELS],
            transitions: [[value(0.0); LABELS]; LABELS],
        }
    }

    fn hidden(&self, features: &[u32]) -> Units {
        let mut sum = self.bias;
        for &feature in features {
            sum.iter_mut().zip(&self.embeddings[feature as usize]).for_each(|(sum, unit)| *sum += unit);
        }
        sum.map(f32::tanh)
    }

    fn scores(&self, hidden: &Units) -> Scores {
        let dot = |label: usize| self.output[label].iter().zip(hidden).map(|(a, b)| a * b).sum::<f32>();
        std::array::from_fn(|label| self.output_bias[label] + dot(label))
    }

    fn emissions(&self, run: &Run) -> Vec<Scores> {
        (0..run.labels.len()).map(|token| self.scores(&self.hidden(run.of(token)))).collect()
    }

    /// Every row of weights.
    fn rows(&mut self) -> impl Iterator<Item = &mut [f32]> {
        let Self { embeddings, bias, output, output_bias, transitions } = self;
        let units = embeddings.iter_mut().chain(output).chain([bias]).map(|row| row.as_mut_slice());
        units.chain(transitions.iter_mut().chain([output_bias]).map(|row| row.as_mut_slice()))
    }

    /// One step for a run; `squares` holds the sums of squared gradients so far.
    fn learn(&mut self, squares: &mut Self, run: &Run) {
        let hidden: Vec<Units> = (0..run.labels.len()).map(|token| self.hidden(run.of(token))).collect();
        let emissions: Vec<Scores> = hidden.iter().map(|hidden| self.scores(hidden)).collect();
        let (mut errors, mut pairs) = crf::expectations(&emissions, &self.transitions);
        errors.iter_mut().zip(&run.labels).for_each(|(error, &label)| error[usize::from(label)] -= 1.0);
        let output = self.output;
        for (token, (error, hidden)) in errors.iter().zip(&hidden).enumerate() {
            let back: Units = std::array::from_fn(|unit| {
                let sum: f32 = error.iter().zip(&output).map(|(error, row)| error * row[unit]).sum();
                sum * (1.0 - hidden[unit] * hidden[unit])
            });
            for &feature in run.of(token) {
                let feature = feature as usize;
                step(&mut self.embeddings[feature], &mut squares.embeddings[feature], &back, L1);
            }
            step(&mut self.bias, &mut squares.bias, &back, 0.0);
            for (label, &error) in error.iter().enumerate() {
                step(&mut self.output[label], &mut squares.output[label], &hidden.map(|h| error * h), 0.0);
            }
            step(&mut self.output_bias, &mut squares.output_bias, error, 0.0);
        }
        let mut before = OUTSIDE;
        for label in run.labels.iter().map(|&label| usize::from(label)).chain([OUTSIDE]) {
            pairs[before][label] -= 1.0;
            before = label;
        }
        for (label, gradient) in pairs.iter().enumerate() {
            step(&mut self.transitions[label], &mut squares.transitions[label], gradient, 0.0);
        }
    }
}

/// A step of AdaGrad, each weight at a rate of its own, and then towards zero by the L1 penalty.
fn step<const N: usize>(weights: &mut [f32; N], squares: &mut [f32; N], gradient: &[f32; N], l1: f32) {
    for ((weight, square), gradient) in weights.iter_mut().zip(squares).zip(gradient) {
        *square += gradient * gradient;
        let rate = RATE / square.sqrt();
        let moved = *weight - rate * gradient;
        *weight = moved - moved.clamp(-rate * l1, rate * l1);
    }
}

impl Neural {
    /// Learns from `articles`, from features that come at least `least` times.
    pub(crate) fn learn(articles: &[Pair<'_>], least: u32) -> Self {
        let features = articles.iter().flat_map(|(_, example)| example.features.iter().flatten().flatten());
        let numbers = Numbers::learn(features.map(|f| &f.1), least);
        let runs: Vec<Run> = articles.iter().flat_map(|(_, e)| numbers.runs(&e.labels, &e.features)).collect();
        // Numbers without order, but the same each time.
        let mut state = 7_u32;
        let mut net = Net::filled(numbers.len(), |reach| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            reach * ((state >> 8) as f32 / (1 << 23) as f32 - 1.0)
        });
        // Squares begin at one, so that the first steps of a rare feature are small.
        let mut squares = Net::filled(numbers.len(), |_| 1.0);
        let mut mean = Net::filled(numbers.len(), |_| 0.0);
        let mut order: Vec<usize> = (0..runs.len()).collect();
        for epoch in 0..EPOCHS {
            crf::shuffle(&mut order, epoch as u64 + 1);
            order.iter().for_each(|&number| net.learn(&mut squares, &runs[number]));
            if epoch + AVERAGED >= EPOCHS {
                for (sums, weights) in mean.rows().zip(net.rows()) {
                    sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += *weight / AVERAGED as f32);
                }
            }
        }
        for units in &mut mean.embeddings {
            *units = units.map(|unit| (unit / STEP).round().clamp(-127.0, 127.0) * STEP);
            if units.iter().map(|unit| unit.abs()).sum::<f32>() < LEAST_SUM {
                *units = [0.0; UNITS];
            }
        }
        Self { numbers, net: mean }
    }

    /// How well it reads articles.
    pub(crate) fn score(&self, articles: &[Pair<'_>]) -> Tally {
        let mut sum = Tally::default();
        for (_, example) in articles {
            let runs = self.numbers.runs(&example.labels, &example.features);
            let emissions = runs.iter().map(|run| self.net.emissions(run)).collect();
            sum.add(&Tally::of(&example.gold, &Reading::of(emissions, &self.net.transitions, &example.starts).names()));
        }
        sum
    }

    /// What reading would need: features in the columns of [`super::blob`], a column of signed bytes for each unit, and the other weights.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let all =
            self.numbers.sorted().into_iter().map(|(feature, number)| (feature, self.net.embeddings[number as usize]));
        let kept: Vec<(Feature, Units)> = all.filter(|(_, units)| units.iter().any(|&unit| unit != 0.0)).collect();
        let features: Vec<Feature> = kept.iter().map(|f| f.0).collect();
        let mut bytes = blob::halves(&blob::counts(&features));
        bytes.extend(blob::rests(&features));
        for unit in 0..UNITS {
            bytes.extend(kept.iter().map(|f| (f.1[unit] / STEP).round() as i8 as u8));
        }
        let Net { bias, output, output_bias, transitions, .. } = &self.net;
        let others = bias.iter().chain(output.iter().flatten()).chain(output_bias).chain(transitions.iter().flatten());
        bytes.extend(others.flat_map(|weight| weight.to_le_bytes()));
        bytes
    }

    /// How many times as long as the model's first reading it takes from the features of each token to its label: the median of several rounds, in each of
    /// which both read all of `articles` on one core.
    pub(crate) fn times_as_long(&self, linear: &Learnt, articles: &[Pair<'_>]) -> f32 {
        const ROUNDS: usize = 51;
        let runs = |numbers: &Numbers| -> Vec<Run> {
            let of = |example: &Example| numbers.runs(&example.labels, &example.features);
            articles.iter().flat_map(|(_, example)| of(example)).collect()
        };
        let (own, others) = (runs(&self.numbers), runs(&linear.numbers));
        let mut ratios: Vec<f32> = (0..ROUNDS)
            .map(|_| {
                let linear = seconds(&others, &linear.model.transitions, |run| linear.model.emissions(run));
                seconds(&own, &self.net.transitions, |run| self.net.emissions(run)) / linear
            })
            .collect();
        ratios.sort_by(f32::total_cmp);
        ratios[ROUNDS / 2]
    }
}

/// How long it takes to label `runs`.
fn seconds(runs: &[Run], transitions: &Transitions, emissions: impl Fn(&Run) -> Vec<Scores>) -> f32 {
    let started = Instant::now();
    for run in runs {
        std::hint::black_box(training::best(&emissions(run), transitions));
    }
    started.elapsed().as_secs_f32()
}
