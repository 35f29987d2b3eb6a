//! The two readings of an article, learnt one after the other.

use rayon::prelude::*;
use reperes::names::training::{self, Feature, Found, LABELS, Observed, Scores, Transitions};
use reperes::text::TokenRange;

use super::corpus::Article;
use super::crf::{self, Learner, Model, Run, Settings};
use super::examples::{Example, Numbers, tokens_of};
use super::tally::{Name, Tally};

/// How the model is learnt.
#[derive(Clone)]
pub(crate) struct Recipe {
    /// How the weights of the first reading are learnt.
    pub(crate) first: Settings,
    /// How those of the second.
    pub(crate) second: Settings,
    pub(crate) learner: Learner,
    /// How the weights of the first reading are learnt once more, by fewer features.
    pub(crate) refit: Option<Refit>,
    /// How often a feature must come to have a weight.
    pub(crate) least: u32,
    /// The articles that the second reading learns from were first read by models that had not seen them: in so many parts.
    pub(crate) parts: usize,
    /// Weights are whole multiples of this.
    pub(crate) step: f32,
    /// A feature whose weights sum to less, whatever their sign, is dropped.
    pub(crate) least_sum: f32,
    /// Which groups of features the model does not see.
    pub(crate) without: Vec<usize>,
    /// Whether there is a second reading.
    pub(crate) twice: bool,
}

/// The L1 penalty leaves many small weights, which take as many bytes as large ones and say little: the large ones alone are learnt anew, and take over what the others said.
/// The penalty need not choose any longer, and hardly pulls them to zero (Meinshausen 2007, "Relaxed Lasso").
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refit {
    /// The smallest weights, whatever their sign, that are learnt anew.
    pub(crate) least: f32,
    /// The L1 penalty.
    pub(crate) l1: f32,
}

/// A learnt model.
pub(crate) struct Learnt {
    pub(crate) numbers: Numbers,
    pub(crate) model: Model,
    pub(crate) second_numbers: Numbers,
    pub(crate) second: Model,
    twice: bool,
    without: Vec<usize>,
}

/// The labels of a reading, and how likely each label of each token is.
pub(super) struct Reading {
    emissions: Vec<Vec<Scores>>,
    labels: Vec<Vec<usize>>,
    found: Vec<Found>,
}

/// An article and what was observed in it.
pub(crate) type Pair<'a> = (&'a Article, &'a Example);

/// Learns from `articles`.
pub(crate) fn learn(articles: &[Pair<'_>], recipe: &Recipe) -> Learnt {
    let first = |members: &[usize], settings: &Settings| {
        let kept = |g: usize| !recipe.without.contains(&g);
        let features = members.iter().flat_map(|&i| articles[i].1.features.iter().flatten().flatten());
        let numbers = Numbers::learn(features.filter(|f| kept(f.0)).map(|f| &f.1), recipe.least);
        let runs: Vec<Run> =
            members.iter().flat_map(|&i| first_runs(&numbers, articles[i].1, &recipe.without)).collect();
        let runs: Vec<&Run> = runs.iter().collect();
        let mut model = crf::train(&runs, &crf::all(numbers.len()), settings, recipe.learner, None);
        if let Some(Refit { least, l1 }) = recipe.refit {
            let bit = |(label, weight): (usize, &f32)| u16::from(weight.abs() >= least) << label;
            let support =
                model.weights.iter().map(|weights| weights.iter().enumerate().map(bit).sum()).collect::<Vec<u16>>();
            model = crf::train(&runs, &support, &Settings { l1, ..*settings }, recipe.learner, None);
        }
        compact(&mut model, recipe.step, recipe.least_sum);
        (numbers, model)
    };
    // The whole, and for each part all the others.
    let parts = if recipe.twice { recipe.parts } else { 0 };
    let jobs: Vec<Vec<usize>> = std::iter::once((0..articles.len()).collect())
        .chain((0..parts).map(|part| (0..articles.len()).filter(|i| i % parts != part).collect()))
        .collect();
    // What the second reading learns from need not be the best.
    let quick = Settings { orders: 1, ..recipe.first };
    let settings = |job: usize| if job == 0 { &recipe.first } else { &quick };
    let models: Vec<(Numbers, Model)> =
        jobs.par_iter().enumerate().map(|(job, members)| first(members, settings(job))).collect();
    let mut learnt = Learnt {
        numbers: Numbers::default(),
        model: Model::default(),
        second_numbers: Numbers::default(),
        second: Model::default(),
        twice: recipe.twice,
        without: recipe.without.clone(),
    };
    if recipe.twice {
        let seen: Vec<(SecondFeatures, Vec<Vec<Scores>>)> = (0..articles.len())
            .into_par_iter()
            .map(|i| {
                let (numbers, model) = &models[1 + i % parts];
                let (article, example) = articles[i];
                let reading = read(model, first_runs(numbers, example, &recipe.without), &example.starts);
                (second_features(article, &reading), reading.emissions)
            })
            .collect();
        // A feature that by chance has the number of one of the first reading has no weight.
        let taken = &models[0].0;
        let features = seen.iter().flat_map(|s| s.0.iter().flatten().flatten()).filter(|&&f| !taken.has(f));
        learnt.second_numbers = Numbers::learn(features, recipe.least);
        let mut runs = Vec::new();
        for ((features, emissions), (_, example)) in seen.into_iter().zip(articles) {
            let mut own = learnt.second_numbers.runs(&example.labels, &features);
            own.iter_mut().zip(emissions).for_each(|(run, base)| run.base = base);
            runs.extend(own);
        }
        let runs: Vec<&Run> = runs.iter().collect();
        learnt.second = crf::train(
            &runs,
            &crf::all(learnt.second_numbers.len()),
            &recipe.second,
            recipe.learner,
            Some(&models[0].1.transitions),
        );
        compact(&mut learnt.second, recipe.step, 0.0);
    }
    (learnt.numbers, learnt.model) = models.into_iter().next().expect("the whole");
    learnt
}

/// The runs of an article for the first reading.
fn first_runs(numbers: &Numbers, example: &Example, without: &[usize]) -> Vec<Run> {
    if without.is_empty() {
        return numbers.runs(&example.labels, &example.features);
    }
    let kept: Vec<Vec<Vec<_>>> = example
        .features
        .iter()
        .map(|run| {
            run.iter().map(|token| token.iter().filter(|f| !without.contains(&f.0)).copied().collect()).collect()
        })
        .collect();
    numbers.runs(&example.labels, &kept)
}

/// Rounds weights, and drops features that say little.
fn compact(model: &mut Model, step: f32, least_sum: f32) {
    for weights in &mut model.weights {
        weights.iter_mut().for_each(|weight| *weight = ((*weight / step).round().clamp(-127.0, 127.0)) * step);
        if weights.iter().map(|w| w.abs()).sum::<f32>() < least_sum {
            *weights = [0.0; LABELS];
        }
    }
}

fn read(model: &Model, runs: Vec<Run>, starts: &[usize]) -> Reading {
    Reading::of(runs.iter().map(|run| model.emissions(run)).collect(), &model.transitions, starts)
}

impl Reading {
    /// The likeliest labels of runs that begin at `starts`, and the names that they make.
    pub(super) fn of(emissions: Vec<Vec<Scores>>, transitions: &Transitions, starts: &[usize]) -> Self {
        let labels: Vec<_> = emissions.iter().map(|e| training::best(e, transitions)).collect();
        let steps = training::steps(transitions);
        let found = starts
            .iter()
            .zip(&emissions)
            .zip(&labels)
            .flat_map(|((&start, emissions), labels)| {
                let run = TokenRange::new(start, start + labels.len());
                training::names(run, labels, &training::marginals(emissions, &steps))
            })
            .collect();
        Self { emissions, labels, found }
    }

    /// The names, as they are tallied.
    pub(super) fn names(&self) -> Vec<Name> {
        self.found.iter().map(|name| (name.tokens.first(), name.tokens.last_end(), name.slot)).collect()
    }
}

/// The further features of each token of each run.
type SecondFeatures = Vec<Vec<Vec<Feature>>>;

fn second_features(article: &Article, reading: &Reading) -> SecondFeatures {
    let tokens = tokens_of(article);
    Observed::of(&tokens).second(&reading.found, &reading.labels)
}

impl Learnt {
    /// The names that the model finds in an article.
    pub(crate) fn names(&self, (article, example): Pair<'_>) -> Vec<Name> {
        let mut reading = read(&self.model, first_runs(&self.numbers, example, &self.without), &example.starts);
        if self.twice {
            let features = second_features(article, &reading);
            let mut runs = self.second_numbers.runs(&example.labels, &features);
            runs.iter_mut().zip(reading.emissions).for_each(|(run, base)| run.base = base);
            let second = Model { transitions: self.model.transitions, ..self.second.clone() };
            reading = read(&second, runs, &example.starts);
        }
        reading.names()
    }

    /// How well it reads articles.
    pub(crate) fn score(&self, articles: &[Pair<'_>]) -> Tally {
        let tallies: Vec<Tally> = articles.par_iter().map(|&pair| Tally::of(&pair.1.gold, &self.names(pair))).collect();
        let mut sum = Tally::default();
        tallies.iter().for_each(|tally| sum.add(tally));
        sum
    }
}

/// Scores on articles that the model has not seen: each of `folds` parts of the first `press` is read by a model that learnt from the others. What follows them, the
/// project's own articles, is only learnt from: it says nothing of how the press is read.
pub(crate) fn cross_validate(
    articles: &[Pair<'_>],
    press: usize,
    recipe: &Recipe,
    folds: usize,
) -> (Tally, Vec<(usize, Vec<Name>)>) {
    let mut order: Vec<usize> = (0..press).collect();
    crf::shuffle(&mut order, 77);
    let mut sum = Tally::default();
    let mut names = Vec::new();
    for fold in 0..folds {
        let part = |held: bool| {
            order
                .iter()
                .enumerate()
                .filter(|(place, _)| (place % folds == fold) == held)
                .map(|(_, &i)| i)
                .collect::<Vec<_>>()
        };
        let members: Vec<_> = part(false).into_iter().chain(press..articles.len()).map(|i| articles[i]).collect();
        let learnt = learn(&members, recipe);
        let found: Vec<_> = part(true).par_iter().map(|&i| (i, learnt.names(articles[i]))).collect();
        for (i, found) in found {
            sum.add(&Tally::of(&articles[i].1.gold, &found));
            names.push((i, found));
        }
    }
    (sum, names)
}
