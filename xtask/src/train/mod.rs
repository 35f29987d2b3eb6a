//! `cargo xtask train`: learns the weights of the names model from annotated articles, and writes them with their model card.
//!
//! Every number is the same each time: articles come in order of their ids, features in order of their numbers, runs in an order mixed by a fixed seed, and each model is
//! learnt on one core.

mod blob;
mod card;
pub(crate) mod corpus;
mod crf;
mod examples;
mod neural;
mod readings;
mod tally;

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result};
use reperes::text::TokenRange;

use crate::project::{print, root, say};
use card::Card;
use corpus::{Article, TYPES};
use crf::{Learner, Settings};
use examples::{Example, tokens_of};
use neural::Neural;
use readings::{Learnt, Pair, Recipe, Refit, cross_validate, learn};
use tally::Name;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Annotated articles to learn from: NNN.txt with NNN.ann
    #[arg(long, value_name = "DIR", default_value = "../shared/gold/train")]
    gold: PathBuf,
    /// The collection of articles that the project's own annotations name, in JSON Lines
    #[arg(long, value_name = "FILE", default_value = "../shared/corpora/press/news.jsonl")]
    press: PathBuf,
    /// Annotated articles that only measure
    #[arg(long, value_name = "DIR", default_value = "../shared/gold/dev")]
    dev: PathBuf,
    /// Only measure, with one model, and write nothing
    #[arg(long)]
    dry: bool,
    /// Write the model, but leave the card as it is: for trying out
    #[arg(long)]
    quick: bool,
    /// Only cross-validate, and write nothing
    #[arg(long)]
    cross: bool,
    /// With --dry or --cross: list every difference from the annotations
    #[arg(long)]
    errors: bool,
    /// In how many parts the press articles are cut to cross-validate: the more, the nearer each model is to the one that learnt from all, and the longer it takes
    #[arg(long, default_value_t = 4)]
    folds: usize,
    /// How often each article is seen
    #[arg(long, default_value_t = 10)]
    epochs: usize,
    /// The learning rate
    #[arg(long, default_value_t = 0.05)]
    rate: f32,
    /// The L1 penalty: higher leaves fewer weights
    #[arg(long, default_value_t = 1.25)]
    l1: f32,
    /// The smallest weights that are learnt anew; 0 for none
    #[arg(long, default_value_t = 0.08)]
    refit: f32,
    /// The L1 penalty then
    #[arg(long, default_value_t = 0.5)]
    refit_l1: f32,
    /// In how many orders the articles are learnt from
    #[arg(long, default_value_t = 3)]
    orders: usize,
    /// Features whose weights sum to less are dropped
    #[arg(long, default_value_t = 0.3)]
    least_sum: f32,
    /// How often a feature must come
    #[arg(long, default_value_t = 2)]
    least: u32,
}

impl Arguments {
    fn recipe(&self) -> Recipe {
        let first = Settings { epochs: self.epochs, rate: self.rate, l1: self.l1, l2: 1.0, orders: self.orders };
        Recipe {
            first,
            // Slower than the first: a name's kind changes only where the article says so clearly.
            second: Settings { epochs: 10, rate: 0.02, l1: 1.0, l2: 1.0, orders: 1 },
            learner: Learner::Crf,
            refit: (self.refit > 0.0).then_some(Refit { least: self.refit, l1: self.refit_l1 }),
            least: self.least,
            parts: 4,
            step: 0.1,
            least_sum: self.least_sum,
            without: Vec::new(),
            twice: true,
        }
    }
}

/// The project's own annotations of press articles, its own articles, and what training writes.
const ANNOTATIONS: &str = "xtask/annotations";
const ARTICLES: &str = "xtask/articles";
const MODEL: &str = "src/names/model.bin";
const CARD: &str = "src/names/model-card.md";

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let started = Instant::now();
    let gold = corpus::gold(&arguments.gold)?;
    let own = corpus::press(&arguments.press, &root().join(ANNOTATIONS))?;
    let written = corpus::written(&root().join(ARTICLES))?;
    let counts = [corpus::count(&gold), corpus::count(&own), corpus::count(&written)];
    let press = gold.len() + own.len();
    let train: Vec<Article> = gold.into_iter().chain(own).chain(written).collect();
    let dev = corpus::gold(&arguments.dev)?;
    let (train_examples, dev_examples) = (examples::observe(&train), examples::observe(&dev));
    say(format!("{} articles to learn from: {}", train.len(), reach(&train_examples)));
    say(format!("{} articles to measure: {}", dev.len(), reach(&dev_examples)));
    let train: Vec<Pair<'_>> = train.iter().zip(&train_examples).collect();
    let dev: Vec<Pair<'_>> = dev.iter().zip(&dev_examples).collect();
    let recipe = arguments.recipe();
    let told = |what: &str, line: String| say(format!("{what}: {line}; {:.0} s", started.elapsed().as_secs_f32()));
    if arguments.cross {
        let (tally, names) = cross_validate(&train, press, &recipe, arguments.folds);
        told("cross-validation", tally.line());
        return if arguments.errors {
            names.iter().try_for_each(|(i, names)| print_errors(train[*i], names))
        } else {
            Ok(())
        };
    }
    let learnt = learn(&train, &recipe);
    told("measured", learnt.score(&dev).line());
    let bytes = blob::write(&learnt, recipe.step)?;
    blob::check(&bytes, &learnt)?;
    say(format!("the model has {} bytes, {} in brotli", bytes.len(), crate::dist::brotli_size(&bytes)?));
    if arguments.dry {
        return if arguments.errors {
            dev.iter().try_for_each(|&pair| print_errors(pair, &learnt.names(pair)))
        } else {
            Ok(())
        };
    }
    fs::write(root().join(MODEL), &bytes).context("the model cannot be written")?;
    if arguments.quick {
        return Ok(());
    }
    let (cross, _) = cross_validate(&train, press, &recipe, arguments.folds);
    told("cross-validation", cross.line());
    let mut card = Card::new(&counts, &bytes, &learnt, learnt.score(&dev), cross, arguments.folds)?;
    for (title, recipe) in card::ablations(&recipe) {
        let other: Learnt = learn(&train, &recipe);
        let (dev, bytes) = (other.score(&dev), blob::write(&other, recipe.step)?);
        told(&title, dev.line());
        // What sums the same features in the same way takes the same time.
        card.compare(title, dev, &bytes, recipe.without.is_empty().then_some(1.0))?;
    }
    let neural = Neural::learn(&train, recipe.least);
    let (score, times) = (neural.score(&dev), neural.times_as_long(&learnt, &dev));
    told(card::NEURAL, score.line());
    card.compare(card::NEURAL.to_owned(), score, &neural.bytes(), Some(times))?;
    fs::write(root().join(CARD), card.text()).context("the model card cannot be written")
}

/// How much of the gold the runs hold.
fn reach(examples: &[Example]) -> String {
    let sum = |of: fn(&Example) -> usize| examples.iter().map(of).sum::<usize>();
    let (names, lost) = (sum(|e| e.gold.len()), sum(|e| e.out_of_reach));
    let tokens = sum(|e| e.labels.iter().map(Vec::len).sum());
    format!("{names} names, {lost} of them out of reach, {tokens} tokens that may be part of one")
}

/// What the model finds otherwise than the annotation, with the words around.
fn print_errors((article, example): Pair<'_>, found: &[Name]) -> Result<()> {
    let tokens = tokens_of(article);
    let text = |first: usize, end: usize| if first < end { tokens.range_str(TokenRange::new(first, end)) } else { "" };
    let missed = example.gold.iter().filter(|name| !found.contains(name)).map(|name| (name, '-'));
    let wrong = found.iter().filter(|name| !example.gold.contains(name)).map(|name| (name, '+'));
    let mut all: Vec<_> = missed.chain(wrong).collect();
    all.sort_unstable();
    for (&(first, end, kind), sign) in all {
        let sentence = tokens.sentence_range(first);
        let before = text(sentence.first().max(first.saturating_sub(5)), first);
        let behind = text(end, sentence.last_end().min(end + 4));
        print(&format!("{} {sign} {} {before} [{}] {behind}\n", article.id, TYPES[kind], text(first, end)))?;
    }
    Ok(())
}
