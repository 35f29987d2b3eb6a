//! `cargo xtask bench`: how long the project's own articles take, natively and in WebAssembly under Node.

use anyhow::{Context, Result};

use crate::project::{cargo, command, find, run as run_command, say};
use crate::wasm;

pub(crate) fn run() -> Result<()> {
    let node = find(&["node"]).context("the measure in WebAssembly needs Node")?;
    wasm::build()?;
    say("natively");
    run_command(cargo().args(["bench", "--quiet", "--package", "reperes", "--bench", "read"]), "the native measure")?;
    say("in WebAssembly");
    run_command(command(node).arg("tests/wire/bench.mjs"), "the measure in WebAssembly")
}
