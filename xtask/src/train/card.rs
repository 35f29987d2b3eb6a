//! The model card: what the model was learnt from, how, and how well it reads.

use std::fmt::Write;

use anyhow::Result;
use reperes::names::training::{self, FEATURE_BITS, GROUPS};

use super::corpus::Counts;
use super::crf::{Learner, Settings};
use super::readings::{Learnt, Recipe};
use super::tally::Tally;
use crate::dist::brotli_size;

/// The card as it grows.
pub(crate) struct Card {
    text: String,
    rows: Vec<Row>,
    cross: Tally,
    folds: usize,
}

/// A row of comparison.
struct Row {
    title: String,
    dev: Tally,
    /// Its bytes, in brotli.
    bytes: usize,
    /// How many times as long as the model's first reading it takes to label a token; `None` where that says nothing, as it sees fewer features.
    times: Option<f32>,
}

/// The row of the tagger in `neural.rs`.
pub(crate) const NEURAL: &str = "small neural tagger, one reading";

/// What is measured beside the model: the same without some part of it, or learnt otherwise.
pub(crate) fn ablations(recipe: &Recipe) -> Vec<(String, Recipe)> {
    let group = |rule: &str| GROUPS.iter().position(|&g| g == rule).expect("a group");
    let without = |title: &str, rules: &[&str]| {
        (format!("without {title}"), Recipe { without: rules.iter().map(|r| group(r)).collect(), ..recipe.clone() })
    };
    vec![
        ("without learning the large weights once more".to_owned(), Recipe { refit: None, ..recipe.clone() }),
        ("without the second reading".to_owned(), Recipe { twice: false, ..recipe.clone() }),
        without("the gazetteer", &["names.gazetteer"]),
        without("head nouns", &["names.head"]),
        without("titles and what stands around capitals in a row", &["names.chain", "names.title"]),
        without("the rest of the article, both readings", &["names.article"]),
        without("the words around", &["names.context"]),
        (
            "structured perceptron".to_owned(),
            Recipe {
                learner: Learner::Perceptron,
                first: Settings { l1: 0.0, ..recipe.first },
                refit: None,
                ..recipe.clone()
            },
        ),
    ]
    .into_iter()
    .map(|(title, mut recipe)| {
        if title.contains("both readings") {
            recipe.twice = false;
        }
        (title, recipe)
    })
    .collect()
}

impl Card {
    pub(crate) fn new(
        counts: &[Counts; 3],
        bytes: &[u8],
        learnt: &Learnt,
        dev: Tally,
        cross: Tally,
        folds: usize,
    ) -> Result<Self> {
        let mut text = String::new();
        let [gold, own, written] = counts;
        let (features, weights) = learnt.model.size();
        let (more_features, more_weights) = learnt.second.size();
        write!(
            text,
            "# Model card: names\n\n\
             Written by `cargo xtask train`, never by hand. The command learns `src/names/model.bin` anew from the folders below, the same bytes each time.\n\n\
             A linear-chain conditional random field over the tokens that may be part of a name, with labels *outside*, *begins* and *continues* for people, \
             organisations, places, events and works. The article is read twice: the second reading adds what the first one found elsewhere in it. Learnt by \
             FTRL-Proximal (McMahan et al. 2013) with an L1 penalty, as the mean of several orders of the articles; then the large weights alone, which few features have, are \
             learnt once more with a smaller penalty (Meinshausen 2007, the relaxed lasso); the second reading learns from first readings of articles that their model had not seen.\n\n\
             ## Data\n\n| what | articles | names | licence |\n|---|---|---|---|\n\
             | press articles of France, Belgium, Switzerland, Québec and Algeria, 2018 to 2025, annotated by hand (`gold/train`) | {} | {} | annotations of the project; texts of the publishers, kept private |\n\
             | press articles of the same countries, annotated for the project by the same guide (`xtask/annotations`, names alone; texts in `corpora/press`) | {} | {} | annotations of the project; texts of the publishers, kept private |\n\
             | articles written for the project, on what the press articles seldom speak of, with their names (`xtask/articles`) | {} | {} | of the project |\n\n\
             No text is in the model: a feature is {FEATURE_BITS} bits of a hash.\n\n\
             ## Model\n\n| | |\n|---|---|\n\
             | bytes | {}, {} in brotli |\n\
             | features | {features} and {more_features} of the second reading |\n\
             | weights | {weights} and {more_weights}, signed bytes |\n\
             | hash of the bytes (FNV-1a, 64 bits) | `{:016x}` |\n\
             | fingerprint of the features | `{:08x}` |\n\n\
             Features, by the name that the report gives: {}. Words, shapes, beginnings and endings of words, the lexicon's word classes, how often the press writes a word with a capital, \
             sequences of classes, names of the gazetteer, noun phrases by their head, titles, acronyms in brackets, the same word elsewhere in the article, how much the article is about sport.\n",
            gold.articles,
            gold.names,
            own.articles,
            own.names,
            written.articles,
            written.names,
            bytes.len(),
            brotli_size(bytes)?,
            fnv(bytes),
            training::fingerprint(),
            GROUPS.map(|g| format!("`{g}`")).join(", "),
        )?;
        let row = Row { title: "the model".to_owned(), dev, bytes: brotli_size(bytes)?, times: Some(1.0) };
        Ok(Self { text, rows: vec![row], cross, folds })
    }

    /// A row of comparison.
    pub(crate) fn compare(&mut self, title: String, dev: Tally, bytes: &[u8], times: Option<f32>) -> Result<()> {
        self.rows.push(Row { title, dev, bytes: brotli_size(bytes)?, times });
        Ok(())
    }

    pub(crate) fn text(&self) -> String {
        let mut text = self.text.clone();
        let head = |last: &str, rule: &str| {
            format!(
                "| | PER+ORG+LOC | all five | PER | ORG | LOC | EVT | WRK | kB in brotli |{last}\n|---|---|---|---|---|---|---|---|---|{rule}\n"
            )
        };
        let row = |title: &str, tally: &Tally, size: &str| {
            let each: Vec<String> = (0..5).map(|kind| format!("{:.3}", tally.f1(kind))).collect();
            format!("| {title} | {:.3} | {:.3} | {} | {size} |", tally.core(), tally.all(), each.join(" | "))
        };
        text += "\n## Scores\n\nF1, exact span and kind. *dev*: the 37 articles of `gold/dev`, from which no weight was learnt. *Unseen*: the press articles above in ";
        text += &format!("{} parts, each read by a model that learnt from the others.\n\n", self.folds);
        text += &head("", "");
        text += &(row("dev", &self.rows[0].dev, &kilobytes(self.rows[0].bytes)) + "\n");
        text += &(row("unseen (cross-validation)", &self.cross, "") + "\n");
        text += "\n## Without a part, and learnt otherwise\n\nF1 on dev. *Time*: how long one reading takes for a token that may be part of a name, from its features, already found and numbered, \
                 to its label, against the first reading of the model: summing what they say and finding the likeliest labels, natively, in tables of `f32`, over all of dev on one core, \
                 the median of many rounds, to the nearest whole number; what a row without some of the features would take is not measured. The neural tagger reads once, so compare \
                 it with the model without the second reading.\n\n";
        text += &head(" time |", "---|");
        for Row { title, dev, bytes, times } in &self.rows {
            let times = times.map_or(String::new(), |times| format!("×{times:.0}"));
            text += &format!("{} {times} |\n", row(title, dev, &kilobytes(*bytes)));
        }
        text
    }
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.0}", bytes as f32 / 1000.0)
}

/// FNV-1a, 64 bits.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
