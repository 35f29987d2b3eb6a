//! `cargo xtask bench values`: how long values take alone, in WebAssembly.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;

use crate::project::{find, print, target};
use crate::wasm;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The gold folder: NNN.txt with NNN.ann [default: ../shared/gold/dev, seen from the project]
    folder: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let gold = super::gold(arguments.folder.as_deref())?;
    let node = find(&["node"]).context("the measure in WebAssembly needs Node")?;
    let job = json!({ "articles": gold.articles()?, "module": wasm::build_for_bench()? });
    let measures: Measures = super::measure(&node, "values", &target().join("bench-values"), &job)?;
    print(&format!(
        "gold `{}`, {} tokens; Node {}; the median of {} rounds after {} to warm up\n\n{:.2} µs a token, values alone\n",
        gold.name(),
        measures.tokens,
        measures.node,
        measures.rounds,
        measures.warm_up,
        measures.microseconds
    ))
}

/// What `values.mjs` prints.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Measures {
    node: String,
    rounds: usize,
    warm_up: usize,
    /// Tokens of all articles.
    tokens: u64,
    /// Microseconds a token: from tokens to values.
    microseconds: f64,
}
