//! `cargo xtask bench`: how long the project's own articles take, natively and in WebAssembly under Node; and, as
//! `cargo xtask bench names`, names beside those of another library.

mod names;

use anyhow::{Context, Result};

use crate::project::{cargo, command, find, run as run_command, say};
use crate::wasm;

#[derive(clap::Args)]
#[command(disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(clap::Subcommand)]
enum What {
    /// Names beside those of fr-compromise (npm), in one Node run: bytes, time a token, F1 on a gold folder
    Names(names::Arguments),
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    match &arguments.what {
        Some(What::Names(arguments)) => names::run(arguments),
        None => reading(),
    }
}

fn reading() -> Result<()> {
    let node = find(&["node"]).context("the measure in WebAssembly needs Node")?;
    wasm::build()?;
    say("natively");
    run_command(cargo().args(["bench", "--quiet", "--package", "reperes", "--bench", "read"]), "the native measure")?;
    say("in WebAssembly");
    run_command(command(node).arg("tests/wire/bench.mjs"), "the measure in WebAssembly")
}
