//! `cargo xtask dist`: what ships, in `dist/`, and its size in the bytes that travel, against the budgets.
//!
//! | in `dist/` | what |
//! |---|---|
//! | itself | `www/` with scripts bundled and minified, as the style sheet is: what a page names keeps its name and place, so that one written against the one works with the other |
//! | `embed.html`, `integrity.json` | the lines to embed it, and the hash of each file |
//! | `reperes.html` | the whole page in one file, which needs no network |
//! | `npm/` | the npm package, for `npm pack` |
//!
//! The same sources give the same bytes: packing names no time, place or machine, and `--twice` compiles and packs again to see.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::project::{command, find, npm_install, print, root, run as run_command, say, target};
use crate::wasm;

/// What is counted together: a title, a folder of `dist/`, the endings of its files, and the most brotli bytes that they may have.
const BUDGETS: [(&str, &str, &[&str], usize); 3] = [
    // With lexicons and weights: half a second at 10 Mbit/s.
    ("module", "", &["wasm"], 600_000),
    ("scripts and style sheets", "", &["js", "css"], 30_000),
    // Two entries and a worker: what reads is in both.
    ("npm package: scripts and style sheet", "npm", &["js", "css"], 36_000),
];

/// For the editor and for the README, not for the browser.
const NOT_SHIPPED: [&str; 1] = ["jsconfig.json"];

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Compile and pack a second time, elsewhere, and compare the bytes
    #[arg(long)]
    twice: bool,
}

/// Builds, then packs and checks.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    wasm::build()?;
    pack()?;
    if arguments.twice {
        let package = wasm::build_again()?;
        same(&root().join("www/pkg"), &package)?;
        say("compiled twice, and got the same bytes");
    }
    Ok(())
}

/// Writes `dist/` from `www/`, prints the size of every file that has a budget, and fails over a budget, or where packing again gives other bytes.
pub(crate) fn pack() -> Result<()> {
    let (dist, again) = (root().join("dist"), target().join("dist-again"));
    pack_into(&dist)?;
    measure(&dist)?;
    pack_into(&again)?;
    same(&dist, &again)?;
    fs::remove_dir_all(again)?;
    say("dist/ is what ships; packed twice, and got the same bytes");
    Ok(())
}

fn pack_into(dist: &Path) -> Result<()> {
    let (www, xtask) = (root().join("www"), root().join("xtask"));
    let (Some(node), Some(npm)) = (find(&["node"]), find(&["npm"])) else {
        bail!("minifying needs Node and npm: install them (any Node from 20 on)");
    };
    npm_install(&npm, &xtask)?;
    if dist.exists() {
        fs::remove_dir_all(dist).context("the old dist/ could not be removed")?;
    }
    for file in files(&www)?
        .into_iter()
        .filter(|file| !ends_in(file, &["js", "css", "png"]) && !NOT_SHIPPED.iter().any(|name| file.ends_with(name)))
    {
        let copy = dist.join(file.strip_prefix(&www)?);
        fs::create_dir_all(copy.parent().expect("it lies in dist/"))?;
        fs::copy(file, copy)?;
    }
    let pack = |script: &str, arguments: &[&Path], what: &str| {
        run_command(command(&node).arg(xtask.join("pack").join(script)).args(arguments), what)
    };
    pack("site.mjs", &[&www, dist], "packing the page")?;
    pack("one-file.mjs", &[&www, &dist.join("reperes.html")], "packing the page into one file")?;
    pack("npm.mjs", &[&root(), &dist.join("npm"), Path::new(env!("CARGO_PKG_VERSION"))], "packing for npm")
}

/// Fails unless two folders hold the same files with the same bytes.
fn same(one: &Path, other: &Path) -> Result<()> {
    let names = |folder: &Path| -> Result<Vec<PathBuf>> {
        files(folder)?.into_iter().map(|file| Ok(file.strip_prefix(folder)?.to_path_buf())).collect()
    };
    let (names, others) = (names(one)?, names(other)?);
    ensure!(names == others, "the second time there were other files: {names:?} and {others:?}");
    for name in names {
        ensure!(
            fs::read(one.join(&name))? == fs::read(other.join(&name))?,
            "{} came out otherwise the second time",
            name.display()
        );
    }
    Ok(())
}

/// Prints sizes and fails over a budget.
fn measure(dist: &Path) -> Result<()> {
    let mut over = Vec::new();
    let mut table = format!("  {:<28} {:>9} {:>9}\n", "file", "bytes", "brotli");
    for (title, folder, endings, budget) in BUDGETS {
        let mut total = 0;
        let inside = |file: &Path| folder.is_empty() != file.starts_with(dist.join("npm"));
        for file in files(dist)?.iter().filter(|file| inside(file) && ends_in(file, endings)) {
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
    fn other_bytes_and_other_files_are_seen() {
        let folder = |name: &str, text: &str| {
            let folder = std::env::temp_dir().join(format!("reperes-dist-{}-{text}", std::process::id()));
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(name), text).unwrap();
            folder
        };
        let (one, other, renamed) = (folder("a", "one"), folder("a", "other"), folder("b", "third"));
        assert!(same(&one, &one).is_ok() && same(&one, &other).is_err() && same(&one, &renamed).is_err());
        [one, other, renamed].iter().for_each(|folder| fs::remove_dir_all(folder).unwrap());
    }
}
