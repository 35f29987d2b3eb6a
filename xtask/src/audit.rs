//! `cargo xtask audit`: what is built in, and whether it may be.
//!
//! `cargo deny` checks licences, sources, duplicates and build scripts by `deny.toml`, and the RustSec advisories where their database can be fetched; `npm audit` asks the npm
//! registry about each lock file. What could not be asked is said. That every dependency has its reason in `DEPENDENCIES.md` the tests of this file check.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::project::{cargo_tool, command, find, root, run as run_command, say, target};

/// The version that `deny.toml` was written for.
const CARGO_DENY: &str = "0.20.2";

/// Folders with npm packages of their own.
const NPM: [&str; 3] = ["xtask", "tests/browser", "tests/consumers"];

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Address of the database of advisories; a mirror or a clone will do, as file:///…
    #[arg(long, value_name = "URL", default_value = "https://github.com/rustsec/advisory-db")]
    database: String,
}

/// What no network is needed for: licences, duplicates, build scripts and sources, by `deny.toml`.
pub(crate) fn check() -> Result<()> {
    ask(&cargo_tool("cargo-deny", CARGO_DENY)?, &root().join("deny.toml"), &["check", "licenses", "bans", "sources"])
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let deny = cargo_tool("cargo-deny", CARGO_DENY)?;
    let (mut failed, mut unasked) = (Vec::new(), Vec::new());
    if let Err(error) = check() {
        failed.push(format!("{error:#}"));
    }
    // The same rules, with the database where it is.
    let config = target().join("deny.toml");
    let rules = fs::read_to_string(root().join("deny.toml"))?;
    let heading = "[advisories]\n";
    ensure!(rules.contains(heading), "deny.toml has no advisories");
    fs::write(&config, rules.replace(heading, &format!("{heading}db-urls = [{:?}]\n", arguments.database)))?;
    if ask(&deny, &config, &["fetch", "db"]).is_err() {
        unasked.push(format!("advisories of crates: {} can't be fetched", arguments.database));
    } else if let Err(error) = ask(&deny, &config, &["check", "advisories"]) {
        failed.push(format!("{error:#}"));
    }
    let npm = find(&["npm"]).context("npm is missing")?;
    for folder in NPM {
        say(format!("npm audit in {folder}"));
        let output = command(&npm).current_dir(root().join(folder)).args(["audit", "--audit-level=low"]).output()?;
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        if output.status.success() {
            say(said.trim());
        } else if said.contains("audit endpoint returned an error") || said.contains("ENOTFOUND") {
            unasked.push(format!("advisories of npm packages in {folder}: the registry does not answer"));
        } else {
            failed.push(format!("npm audit in {folder}:\n{}", said.trim()));
        }
    }
    unasked.iter().for_each(|what| say(format!("NOT CHECKED: {what}")));
    ensure!(failed.is_empty(), "{}", failed.join("\n"));
    Ok(())
}

/// Runs `cargo deny` over all packages of the project, those of the tests and of the commands too.
fn ask(deny: &Path, config: &Path, arguments: &[&str]) -> Result<()> {
    let mut asked = command(deny);
    asked.arg("--config").arg(config).args(["--manifest-path", "Cargo.toml", "--workspace"]).args(arguments);
    run_command(&mut asked, &format!("cargo deny {}", arguments.join(" ")))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::project::{cargo, output};

    /// What a manifest names.
    fn named(manifest: &str) -> BTreeSet<String> {
        let file = root().join(manifest);
        if manifest.ends_with(".json") {
            let package: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
            return package["devDependencies"].as_object().unwrap().keys().cloned().collect();
        }
        let mut metadata = cargo();
        metadata.args(["metadata", "--no-deps", "--format-version=1", "--manifest-path"]).arg(&file);
        let metadata: Value = serde_json::from_str(&output(&mut metadata).expect("cargo metadata")).unwrap();
        let packages = metadata["packages"].as_array().unwrap();
        let package = packages.iter().find(|package| package["manifest_path"] == file.display().to_string()).unwrap();
        package["dependencies"].as_array().unwrap().iter().map(|d| d["name"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn every_dependency_has_its_reason() {
        let reasons = fs::read_to_string(root().join("DEPENDENCIES.md")).unwrap();
        let mut manifests: Vec<String> =
            ["Cargo.toml", "cli/Cargo.toml", "xtask/Cargo.toml", "fuzz/Cargo.toml"].map(str::to_owned).into();
        manifests.extend(NPM.map(|folder| format!("{folder}/package.json")));
        for manifest in manifests {
            let sections = reasons.split("\n## ").filter(|section| {
                section.lines().next().is_some_and(|heading| heading.ends_with(&format!(": `{manifest}`")))
            });
            let rows = sections.flat_map(|section| section.lines().filter_map(|line| line.strip_prefix("| ")));
            let explained: BTreeSet<String> = rows
                .filter_map(|row| row.split_once(" | "))
                .filter(|(name, why)| !name.is_empty() && !why.trim_end_matches('|').trim().is_empty())
                .map(|(name, _)| name.to_owned())
                .filter(|name| name != "|")
                .collect();
            assert_eq!(explained, named(&manifest), "DEPENDENCIES.md and {manifest}");
        }
    }
}
