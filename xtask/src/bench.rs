//! `cargo xtask bench`: how long whole articles take, natively, in Node and in Chromium, beside other readers; and, as
//! `cargo xtask bench names`, names beside those of another library, as `cargo xtask bench values`, `… quotes` and `… facts`, one layer
//! alone; as `cargo xtask bench instructions`, the instructions of each layer; as `cargo xtask bench archive`, an archive by the command line; as `cargo xtask bench page`, the page.

mod alone;
mod archive;
mod compare;
pub(crate) mod instructions;
mod names;
mod spacy;

use std::fs;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;

use crate::browser;
use crate::dist;
use crate::eval::Gold;
use crate::floor;
use crate::project::{Misuse, command};
use crate::wasm;

#[derive(clap::Args)]
#[command(disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    compare: compare::Arguments,
}

#[derive(clap::Subcommand)]
enum What {
    /// Names beside those of fr-compromise (npm), in one Node run: bytes, time a token, F1 on a gold folder
    Names(names::Arguments),
    /// Values alone, in WebAssembly under Node: time a token on a gold folder
    Values(alone::Arguments),
    /// Quotations and their speakers alone, in WebAssembly under Node: time a token on a gold folder
    Quotes(alone::Arguments),
    /// Facts, timeline and essentials alone, in WebAssembly under Node: time a token on a gold folder
    Facts(alone::Arguments),
    /// Instructions a token, natively and by layer, against their budget
    Instructions,
    /// An archive by the command line, beside spaCy in the same run: articles a second, memory
    Archive(archive::Arguments),
    /// What ships, in headless Chromium: from navigation to the first mark, and how long a key holds the page
    Page,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    match &arguments.what {
        Some(What::Names(arguments)) => names::run(arguments),
        Some(What::Values(arguments)) => alone::run("values", arguments),
        Some(What::Quotes(arguments)) => alone::run("quotes", arguments),
        Some(What::Facts(arguments)) => alone::run("facts", arguments),
        Some(What::Instructions) => instructions::run(),
        Some(What::Archive(arguments)) => archive::run(arguments),
        Some(What::Page) => page(),
        None => compare::run(&arguments.compare),
    }
}

fn page() -> Result<()> {
    wasm::build()?;
    dist::pack()?;
    browser::script("bench", [("WWW", "dist".into()), ("CHROMIUM", browser::chromium()?.into_os_string())])
}

/// The gold folder that was named, or the one beside the project.
fn gold(named: Option<&Path>) -> Result<Gold> {
    let missing = || Misuse::new(format!("{} does not lie beside the project: name a gold folder", floor::GOLD));
    let folder = named.map(Path::to_path_buf).or_else(floor::gold).ok_or_else(missing)?;
    Gold::open(&folder, None)
}

/// What `xtask/bench/NAME.mjs` prints, given the file `job` in the folder `work`.
fn measure<M: DeserializeOwned>(node: &Path, name: &str, work: &Path, job: &serde_json::Value) -> Result<M> {
    fs::create_dir_all(work).with_context(|| format!("{} cannot be made", work.display()))?;
    let file = work.join("job.json");
    fs::write(&file, serde_json::to_vec(job)?)?;
    let mut measure = command(node);
    measure.arg(format!("xtask/bench/{name}.mjs")).arg(file).stderr(Stdio::inherit());
    let output = measure.output().context("Node could not be started")?;
    if !output.status.success() {
        bail!("measuring {name} failed ({})", output.status);
    }
    serde_json::from_slice(&output.stdout).with_context(|| format!("{name}.mjs did not print its measures"))
}
