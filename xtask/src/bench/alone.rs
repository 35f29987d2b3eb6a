//! `cargo xtask bench values`, `… quotes` and `… facts`: how long one layer takes alone, in WebAssembly.

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

pub(crate) fn run(layer: &str, arguments: &Arguments) -> Result<()> {
    let gold = super::gold(arguments.folder.as_deref())?;
    let node = find(&["node"]).context("the measure in WebAssembly needs Node")?;
    let job = json!({ "articles": gold.articles()?, "module": wasm::build_for_bench()?, "layer": layer });
    let measures: Measures = super::measure(&node, "alone", &target().join("bench-alone"), &job)?;
    print(&format!(
        "gold `{}`, {} tokens; Node {}; the median of {} rounds after {} to warm up\n\n{:.2} µs a token, {layer} alone\n",
        gold.name(),
        measures.tokens,
        measures.node,
        measures.rounds,
        measures.warm_up,
        measures.microseconds
    ))
}

/// What `alone.mjs` prints.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Measures {
    node: String,
    rounds: usize,
    warm_up: usize,
    /// Tokens of all articles.
    tokens: u64,
    /// Microseconds a token: from the layers before to the one that is measured.
    microseconds: f64,
}
