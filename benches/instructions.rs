//! How many instructions reading takes, natively: the whole, and each layer with all before it given. They depend on the compiler alone, not on what else the
//! machine does. `cargo xtask bench instructions` runs it, and holds the counts against a budget.

#![allow(missing_docs, reason = "the macros make public modules")]

use gungraun::{Callgrind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main};
use reperes::facts::{self, Facts};
use reperes::links::{self, Links};
use reperes::mentions::{self, Mention, Mentions};
use reperes::quotes::{self, Quote};
use reperes::text::Text;
use reperes::tokens::{self, Tokens};
use reperes::{Options, Report, names, read, rules, values};

/// The project's own sample article.
const TEXT: &str = include_str!("../www/sample.txt");

fn door() -> Text<'static> {
    Text::new(TEXT).expect("within the limit")
}

fn options() -> Options {
    Options::new().with_published("2025-02-11").expect("a date")
}

/// The article as the layers before it hand it to each.
struct Before {
    tokens: Tokens<'static>,
    mentions: Mentions,
    links: Links,
    quotes: Vec<Quote>,
}

/// What stands left of the facts. Never freed, so that freeing it is not counted.
fn before() -> &'static Before {
    let tokens = tokens::read(door());
    let mentions = mentions::choose(names::find(&tokens), values::find(&tokens));
    let links = links_of(&tokens, &mentions);
    let quotes = quotes::read(&tokens, &mentions, &links);
    Box::leak(Box::new(Before { tokens, mentions, links, quotes }))
}

fn only_tokens() -> &'static Tokens<'static> {
    Box::leak(Box::new(tokens::read(door())))
}

fn links_of(tokens: &Tokens<'_>, mentions: &Mentions) -> Links {
    let options = options();
    links::read(tokens, mentions, options.published(), &rules::read(options.rules()))
}

#[library_benchmark]
#[bench::sample(options())]
fn all_layers(options: Options) -> Report {
    read(TEXT, &options).expect("within the limit")
}

#[library_benchmark]
#[bench::sample(door())]
fn tokens_alone(door: Text<'static>) -> Tokens<'static> {
    tokens::read(door)
}

#[library_benchmark]
#[bench::sample(only_tokens())]
fn names_alone(tokens: &'static Tokens<'static>) -> Vec<Mention> {
    names::find(tokens)
}

#[library_benchmark]
#[bench::sample(only_tokens())]
fn values_alone(tokens: &'static Tokens<'static>) -> Vec<Mention> {
    values::find(tokens)
}

#[library_benchmark]
#[bench::sample(before())]
fn links_alone(before: &'static Before) -> Links {
    links_of(&before.tokens, &before.mentions)
}

#[library_benchmark]
#[bench::sample(before())]
fn quotes_alone(before: &'static Before) -> Vec<Quote> {
    quotes::read(&before.tokens, &before.mentions, &before.links)
}

#[library_benchmark]
#[bench::sample(before())]
fn facts_alone(before: &'static Before) -> Facts {
    facts::read(&before.tokens, &before.mentions, &before.links, &before.quotes)
}

library_benchmark_group!(
    name = layers,
    benchmarks = [all_layers, tokens_alone, names_alone, values_alone, links_alone, quotes_alone, facts_alone]
);

main!(
    config = LibraryBenchmarkConfig::default().tool(Callgrind::with_args(["cache-sim=no"])),
    library_benchmark_groups = layers
);
