//! `cargo xtask dist`: what ships, in `dist/`, and its size in the bytes that travel, against the budgets.
//!
//! `dist/` is `www/` with scripts bundled and minified, as the style sheet is. What a page names keeps its name and place, so that one
//! written against the one works with the other.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::{command, find, npm_install, print, root, run as run_command, say};
use crate::wasm;

/// What is counted together: a title, the endings of the files, and the most brotli bytes that they may have.
const BUDGETS: [(&str, &[&str], usize); 2] = [
    // With lexicons and weights: half a second at 10 Mbit/s.
    ("module", &["wasm"], 600_000),
    ("scripts and style sheets", &["js", "css"], 30_000),
];

/// For the editor and for the README, not for the browser.
const NOT_SHIPPED: [&str; 1] = ["jsconfig.json"];

/// Builds, then packs and checks.
pub(crate) fn run() -> Result<()> {
    wasm::build()?;
    pack()
}

/// Writes `dist/` from `www/`, prints the size of every file that has a budget, and fails over a budget.
pub(crate) fn pack() -> Result<()> {
    let (www, dist, xtask) = (root().join("www"), root().join("dist"), root().join("xtask"));
    let (Some(node), Some(npm)) = (find(&["node"]), find(&["npm"])) else {
        bail!("minifying needs Node and npm: install them (any Node from 20 on)");
    };
    npm_install(&npm, &xtask)?;
    if dist.exists() {
        fs::remove_dir_all(&dist).context("the old dist/ could not be removed")?;
    }
    for file in files(&www)?.into_iter().filter(|file| {
        !minified(file) && !ends_in(file, &["png"]) && !NOT_SHIPPED.iter().any(|name| file.ends_with(name))
    }) {
        let copy = dist.join(file.strip_prefix(&www)?);
        fs::create_dir_all(copy.parent().expect("it lies in dist/"))?;
        fs::copy(file, copy)?;
    }
    run_command(command(node).arg(xtask.join("minify.mjs")).arg(&www).arg(&dist), "minifying")?;
    measure(&dist)?;
    say("dist/ is what ships");
    Ok(())
}

/// Prints sizes and fails over a budget.
fn measure(dist: &Path) -> Result<()> {
    let files = files(dist)?;
    let mut over = Vec::new();
    let mut table = format!("  {:<28} {:>9} {:>9}\n", "file", "bytes", "brotli");
    for (title, endings, budget) in BUDGETS {
        let mut total = 0;
        for file in files.iter().filter(|file| ends_in(file, endings)) {
            let bytes = fs::read(file)?;
            let compressed = brotli_size(&bytes)?;
            total += compressed;
            let name = file.strip_prefix(dist)?.display().to_string();
            table += &format!("  {name:<28} {:>9} {compressed:>9}\n", bytes.len());
        }
        table += &format!("{title:<40} {total:>9} of {budget}\n");
        match total {
            0 => over.push(format!("{title}: there are none in dist/")),
            _ if total > budget => over.push(format!("{title}: {total} brotli bytes are over the budget of {budget}")),
            _ => {}
        }
    }
    print(&table)?;
    if !over.is_empty() {
        bail!("{}", over.join("; "));
    }
    Ok(())
}

/// Every file below a folder, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be listed", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(self::files(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn minified(file: &Path) -> bool {
    ends_in(file, &["js", "css"])
}

fn ends_in(file: &Path, endings: &[&str]) -> bool {
    file.extension().is_some_and(|ending| endings.iter().any(|e| ending == *e))
}

/// The length after brotli at its best, as a server that compresses beforehand sends it.
pub(crate) fn brotli_size(bytes: &[u8]) -> Result<usize> {
    const BUFFER: usize = 1 << 16;
    const BEST: u32 = 11;
    /// 2^24 bytes: the largest window that every browser accepts.
    const WINDOW: u32 = 24;
    let mut compressed = Vec::new();
    brotli::CompressorWriter::new(&mut compressed, BUFFER, BEST, WINDOW).write_all(bytes)?;
    Ok(compressed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_repeats_is_small() {
        let size = brotli_size("Lire aussi. ".repeat(1000).as_bytes()).unwrap();
        assert!((1..100).contains(&size), "{size}");
    }

    #[test]
    fn declarations_are_copied_as_they_are() {
        assert!(minified(Path::new("www/reperes.js")) && minified(Path::new("www/style.css")));
        assert!(!minified(Path::new("www/report.d.ts")) && !minified(Path::new("www/sample.txt")));
    }
}
