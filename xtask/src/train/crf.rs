//! A linear-chain conditional random field, trained by FTRL-Proximal (McMahan et al. 2013, "Ad click prediction: a view from the trenches",
//! algorithm 1): a step for each run of tokens, with a learning rate of its own for each weight, and an L1 penalty that leaves few of them.

use rayon::prelude::*;
use reperes::names::training::{self, LABELS, OUTSIDE, Scores, Steps, Transitions, normalise};

/// A run of tokens: the features of each, and its label.
#[derive(Clone, Default)]
pub(crate) struct Run {
    /// Indices into the weights; those of token `i` end at `ends[i]`.
    pub(crate) features: Vec<u32>,
    pub(crate) ends: Vec<u32>,
    pub(crate) labels: Vec<u8>,
    /// What is already known of each token; empty for nothing.
    pub(crate) base: Vec<Scores>,
}

impl Run {
    pub(crate) fn of(&self, token: usize) -> &[u32] {
        let start = if token == 0 { 0 } else { self.ends[token - 1] };
        &self.features[start as usize..self.ends[token] as usize]
    }
}

/// How a model is trained.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    /// How often each run is seen.
    pub(crate) epochs: usize,
    /// The learning rate: higher is faster and less steady.
    pub(crate) rate: f32,
    /// The L1 penalty: higher leaves fewer weights.
    pub(crate) l1: f32,
    /// The L2 penalty: higher leaves smaller ones.
    pub(crate) l2: f32,
    /// In how many orders the runs are learnt from; the weights are the mean. Of one order alone the scores on a few articles hang by half a point.
    pub(crate) orders: usize,
}

/// A weight in training: its value, and what FTRL remembers of its gradients.
#[derive(Clone, Copy, Default)]
struct Cell {
    z: f32,
    n: f32,
}

impl Cell {
    fn weight(self, s: &Settings) -> f32 {
        if self.z.abs() <= s.l1 {
            return 0.0;
        }
        -(self.z - self.z.signum() * s.l1) / ((1.0 + self.n.sqrt()) / s.rate + s.l2)
    }

    fn step(&mut self, weight: f32, gradient: f32, s: &Settings) {
        let n = self.n + gradient * gradient;
        let sigma = (n.sqrt() - self.n.sqrt()) / s.rate;
        self.z += gradient - sigma * weight;
        self.n = n;
    }
}

/// What the weights are learnt by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Learner {
    /// The likelihood of the right labels, over all labellings.
    Crf,
    /// The best labelling against the right one, where they differ (Collins 2002, with the same steps): a structured perceptron.
    Perceptron,
}

/// A trained model.
#[derive(Clone, Default)]
pub(crate) struct Model {
    pub(crate) weights: Vec<Scores>,
    pub(crate) transitions: Transitions,
}

impl Model {
    /// How many features have a weight, and how many weights there are.
    pub(crate) fn size(&self) -> (usize, usize) {
        let weights = |scores: &Scores| scores.iter().filter(|&&w| w != 0.0).count();
        let each: Vec<usize> = self.weights.iter().map(weights).collect();
        (each.iter().filter(|&&n| n > 0).count(), each.iter().sum())
    }

    /// What the features of each token of a run say of each label.
    pub(crate) fn emissions(&self, run: &Run) -> Vec<Scores> {
        let sum = |token: usize| {
            let mut sum = run.base.get(token).copied().unwrap_or_default();
            for &feature in run.of(token) {
                for (sum, weight) in sum.iter_mut().zip(&self.weights[feature as usize]) {
                    *sum += weight;
                }
            }
            sum
        };
        (0..run.labels.len()).map(sum).collect()
    }
}

/// The order in which runs are seen: mixed, but the same each time.
pub(crate) fn shuffle(order: &mut [usize], seed: u64) {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for last in (1..order.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        order.swap(last, (state % (last as u64 + 1)) as usize);
    }
}

/// The weights are the mean of those after each of the last epochs: less hangs on the order of the runs.
const AVERAGED: usize = 6;

/// For each feature, the labels for which it may have a weight, a bit each.
pub(crate) type Support = Vec<u16>;

/// Any feature may have any weight.
pub(crate) fn all(features: usize) -> Support {
    vec![u16::MAX; features]
}

/// Trains on `runs`, whose features are those of `support`. Where `fixed` transitions are given they stay.
pub(crate) fn train(
    runs: &[&Run],
    support: &[u16],
    settings: &Settings,
    learner: Learner,
    fixed: Option<&Transitions>,
) -> Model {
    let features = support.len();
    let in_order = |order: usize| train_in_order(runs, support, settings, learner, fixed, order);
    let models: Vec<Model> = (0..settings.orders).into_par_iter().map(in_order).collect();
    let share = 1.0 / models.len() as f32;
    let mut mean = Model { weights: vec![[0.0; LABELS]; features], transitions: [[0.0; LABELS]; LABELS] };
    let add = |sums: &mut Scores, more: &Scores| sums.iter_mut().zip(more).for_each(|(s, m)| *s += share * m);
    for model in &models {
        mean.weights.iter_mut().zip(&model.weights).for_each(|(sums, more)| add(sums, more));
        mean.transitions.iter_mut().zip(&model.transitions).for_each(|(sums, more)| add(sums, more));
    }
    mean
}

/// Trains on the runs in the `number`th of all mixed orders.
fn train_in_order(
    runs: &[&Run],
    support: &[u16],
    settings: &Settings,
    learner: Learner,
    fixed: Option<&Transitions>,
    number: usize,
) -> Model {
    let features = support.len();
    let mut cells = vec![[Cell::default(); LABELS]; features];
    let mut steps = [[Cell::default(); LABELS]; LABELS];
    let free = Settings { l1: 0.0, ..*settings };
    let mut order: Vec<usize> = (0..runs.len()).collect();
    let mut emissions: Vec<Scores> = Vec::new();
    let mut mean = Model { weights: vec![[0.0; LABELS]; features], transitions: [[0.0; LABELS]; LABELS] };
    for epoch in 0..settings.epochs {
        shuffle(&mut order, (epoch + number * settings.epochs) as u64 + 1);
        for &number in &order {
            let run = runs[number];
            let transitions = fixed.copied().unwrap_or_else(|| steps.map(|row| row.map(|cell| cell.weight(&free))));
            emissions.clear();
            for token in 0..run.labels.len() {
                let mut sum = run.base.get(token).copied().unwrap_or_default();
                for &feature in run.of(token) {
                    for (sum, cell) in sum.iter_mut().zip(&cells[feature as usize]) {
                        *sum += cell.weight(settings);
                    }
                }
                emissions.push(sum);
            }
            let (likely, pairs) = match learner {
                Learner::Crf => expectations(&emissions, &transitions),
                Learner::Perceptron => best(&emissions, &transitions),
            };
            for (token, likely) in likely.iter().enumerate() {
                let mut gradient = *likely;
                gradient[usize::from(run.labels[token])] -= 1.0;
                for &feature in run.of(token) {
                    let cells = cells[feature as usize].iter_mut().zip(&gradient).enumerate();
                    for (label, (cell, &gradient)) in cells {
                        if gradient.abs() > 1e-4 && support[feature as usize] >> label & 1 == 1 {
                            let weight = cell.weight(settings);
                            cell.step(weight, gradient, settings);
                        }
                    }
                }
            }
            if fixed.is_none() {
                let mut gradient = pairs;
                let mut before = OUTSIDE;
                for &label in run.labels.iter().chain(&[OUTSIDE as u8]) {
                    gradient[before][usize::from(label)] -= 1.0;
                    before = usize::from(label);
                }
                for (cells, (gradient, weights)) in steps.iter_mut().zip(gradient.iter().zip(&transitions)) {
                    for (cell, (&gradient, &weight)) in cells.iter_mut().zip(gradient.iter().zip(weights)) {
                        cell.step(weight, gradient, &free);
                    }
                }
            }
        }
        if epoch + AVERAGED >= settings.epochs {
            let share = 1.0 / AVERAGED.min(settings.epochs) as f32;
            for (sums, cells) in mean.weights.iter_mut().zip(&cells) {
                sums.iter_mut().zip(cells).for_each(|(sum, cell)| *sum += share * cell.weight(settings));
            }
            for (sums, cells) in mean.transitions.iter_mut().zip(&steps) {
                sums.iter_mut().zip(cells).for_each(|(sum, cell)| *sum += share * cell.weight(&free));
            }
        }
    }
    Model { weights: mean.weights, transitions: fixed.copied().unwrap_or(mean.transitions) }
}

/// The best labelling, as [`expectations`] gives likelihoods.
fn best(emissions: &[Scores], transitions: &Transitions) -> (Vec<Scores>, Transitions) {
    let labels = training::best(emissions, transitions);
    let mut pairs = [[0.0; LABELS]; LABELS];
    let mut before = OUTSIDE;
    for &label in labels.iter().chain(&[OUTSIDE]) {
        pairs[before][label] += 1.0;
        before = label;
    }
    (labels.iter().map(|&label| std::array::from_fn(|l| f32::from(u8::from(l == label)))).collect(), pairs)
}

/// How likely each label of each token is, and how often each label is expected to stand before each other.
pub(super) fn expectations(emissions: &[Scores], transitions: &Transitions) -> (Vec<Scores>, Transitions) {
    let steps = training::steps(transitions);
    let (potentials, forward) = training::forward(emissions, &steps);
    let Steps(step) = steps;
    let mut pairs = [[0.0; LABELS]; LABELS];
    let mut likely = vec![[0.0; LABELS]; emissions.len()];
    let mut behind: Scores = std::array::from_fn(|label| step[label][OUTSIDE]);
    for (label, share) in behind.iter().enumerate() {
        pairs[label][OUTSIDE] += forward.last().map_or(0.0, |f| f[label]) * share;
    }
    let sum: f32 = pairs.iter().flatten().sum();
    if sum > 0.0 {
        pairs.iter_mut().flatten().for_each(|p| *p /= sum);
    }
    for index in (0..emissions.len()).rev() {
        let mut here: Scores = std::array::from_fn(|label| forward[index][label] * behind[label]);
        normalise(&mut here);
        likely[index] = here;
        let weighted: Scores = std::array::from_fn(|label| behind[label] * potentials[index][label]);
        let before =
            if index == 0 { std::array::from_fn(|l| f32::from(u8::from(l == OUTSIDE))) } else { forward[index - 1] };
        let mut total = 0.0;
        let mut both = [[0.0; LABELS]; LABELS];
        for from in 0..LABELS {
            for label in 0..LABELS {
                both[from][label] = before[from] * step[from][label] * weighted[label];
                total += both[from][label];
            }
        }
        if total > 0.0 {
            for from in 0..LABELS {
                for label in 0..LABELS {
                    pairs[from][label] += both[from][label] / total;
                }
            }
        }
        behind = std::array::from_fn(|label| (0..LABELS).map(|next| step[label][next] * weighted[next]).sum());
        normalise(&mut behind);
    }
    (likely, pairs)
}
