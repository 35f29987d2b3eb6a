//! Articles as a trainer sees them: runs of tokens with features and labels.

use std::collections::HashMap;

use rayon::prelude::*;
use reperes::names::training::{self, Feature, Grouped, OUTSIDE, Observed};
use reperes::text::Text;
use reperes::tokens::{self, Tokens};

use super::corpus::Article;
use super::crf::Run;
use super::tally::Name;

/// An article, observed.
pub(crate) struct Example {
    /// The features of each token of each run.
    pub(crate) features: Vec<Vec<Vec<Grouped>>>,
    /// The right label of each token of each run.
    pub(crate) labels: Vec<Vec<u8>>,
    /// The first token of each run.
    pub(crate) starts: Vec<usize>,
    /// The names of the gold.
    pub(crate) gold: Vec<Name>,
    /// Names of the gold that no run holds: no reading can find them.
    pub(crate) out_of_reach: usize,
}

/// The article, taken apart.
pub(crate) fn tokens_of(article: &Article) -> Tokens<'_> {
    tokens::read(Text::new(&article.text).expect("an article is short enough"))
}

/// Observes articles.
pub(crate) fn observe(articles: &[Article]) -> Vec<Example> {
    articles.par_iter().map(example).collect()
}

fn example(article: &Article) -> Example {
    let tokens = tokens_of(article);
    let observed = Observed::of(&tokens);
    let mut label_of = vec![OUTSIDE as u8; tokens.len()];
    let mut gold = Vec::new();
    for &(start, end, slot) in &article.names {
        let first = tokens.list().partition_point(|t| t.span.end as usize <= start);
        let last = tokens.list().partition_point(|t| (t.span.start as usize) < end);
        if first < last {
            label_of[first] = training::begin(slot) as u8;
            label_of[first + 1..last].fill(training::inside(slot) as u8);
            gold.push((first, last, slot));
        }
    }
    let mut reached = vec![false; tokens.len()];
    let (mut features, mut labels, mut starts) = (Vec::new(), Vec::new(), Vec::new());
    for run in observed.runs() {
        reached[run.range()].fill(true);
        features.push(run.range().map(|index| observed.features(index)).collect());
        let mut own = label_of[run.range()].to_vec();
        // A name whose beginning no run holds begins where its first token in the run stands.
        let mut before = OUTSIDE;
        for label in &mut own {
            if !training::may_follow(before, usize::from(*label)) {
                *label -= 1;
            }
            before = usize::from(*label);
        }
        labels.push(own);
        starts.push(run.first());
    }
    let out_of_reach = gold.iter().filter(|&&(first, end, _)| !reached[first..end].iter().all(|&r| r)).count();
    Example { features, labels, starts, gold, out_of_reach }
}

/// The numbers that features have in training.
#[derive(Default)]
pub(crate) struct Numbers {
    of: HashMap<Feature, u32>,
}

impl Numbers {
    /// Gives a number to each feature that comes at least `least` times.
    pub(crate) fn learn<'f>(features: impl Iterator<Item = &'f Feature>, least: u32) -> Self {
        let mut counts: HashMap<Feature, u32> = HashMap::new();
        for feature in features {
            *counts.entry(*feature).or_default() += 1;
        }
        let mut kept: Vec<Feature> = counts.into_iter().filter(|&(_, count)| count >= least).map(|(f, _)| f).collect();
        kept.sort_unstable();
        Self { of: kept.into_iter().enumerate().map(|(number, feature)| (feature, number as u32)).collect() }
    }

    /// How many features have one.
    pub(crate) fn len(&self) -> usize {
        self.of.len()
    }

    /// Whether a feature has one.
    pub(crate) fn has(&self, feature: Feature) -> bool {
        self.of.contains_key(&feature)
    }

    /// Each feature and its number, in order of the features.
    pub(crate) fn sorted(&self) -> Vec<(Feature, u32)> {
        let mut all: Vec<_> = self.of.iter().map(|(&feature, &number)| (feature, number)).collect();
        all.sort_unstable();
        all
    }

    /// The runs of an example whose tokens have `features`.
    pub(crate) fn runs<'f, T: AsRef<[Vec<F>]> + 'f, F: IsFeature + 'f>(
        &self,
        labels: &[Vec<u8>],
        features: impl IntoIterator<Item = &'f T>,
    ) -> Vec<Run> {
        labels
            .iter()
            .zip(features)
            .map(|(labels, tokens)| {
                let mut run = Run { labels: labels.clone(), ..Run::default() };
                for token in tokens.as_ref() {
                    run.features.extend(token.iter().filter_map(|f| self.of.get(&f.feature())));
                    run.ends.push(run.features.len() as u32);
                }
                run
            })
            .collect()
    }
}

/// A feature, with its group or without.
pub(crate) trait IsFeature {
    fn feature(&self) -> Feature;
}

impl IsFeature for Feature {
    fn feature(&self) -> Feature {
        *self
    }
}

impl IsFeature for Grouped {
    fn feature(&self) -> Feature {
        self.1
    }
}
