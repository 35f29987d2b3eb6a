//! `cargo xtask dist`: what ships, in `dist/`, and its size in the bytes that travel, against the budgets.
//!
//! | in `dist/` | what |
//! |---|---|
//! | itself | `www/` with scripts bundled and minified, as the style sheet is: what a page names keeps its name and place, so that one written against the one works with the other |
//! | `embed.html`, `integrity.json` | the lines to embed it, and the hash of each file |
//! | `reperes.html` | the whole page in one file, which needs no network |
//! | `npm/` | the npm package, for `npm pack` |
//! | `sbom.cdx.json` | what is compiled into the module, with licences and hashes |
//!
//! The same sources give the same bytes: packing names no time, place or machine, and `--twice` compiles and packs again to see.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use brotlic::{BrotliEncoderOptions, CompressorWriter, Quality, WindowSize};

use crate::project::{command, find, npm_install, print, root, run as run_command, say, target};
use crate::sbom;
use crate::wasm;

/// Files that are counted together.
struct Budget {
    title: &'static str,
    part: Part,
    endings: &'static [&'static str],
    /// The most bytes that they may have together, in brotli.
    most: usize,
}

/// What a file of `dist/` belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// What reads an article and shows it: the page loads it at once.
    Start,
    /// What the page loads only when someone exports, shares or compares.
    Asked,
    /// The npm package.
    Npm,
}

/// What begins the names of [`Part::Asked`].
const ASKED: [&str; 3] = ["pkg/export/", "exporter.", "more."];

const BUDGETS: [Budget; 5] = [
    // With lexicons and weights: half a second at 10 Mbit/s.
    Budget { title: "module", part: Part::Start, endings: &["wasm"], most: 600_000 },
    Budget { title: "scripts and style sheets", part: Part::Start, endings: &["js", "css"], most: 30_000 },
    Budget { title: "when asked: module of exports", part: Part::Asked, endings: &["wasm"], most: 105_000 },
    Budget { title: "when asked: scripts and style sheet", part: Part::Asked, endings: &["js", "css"], most: 12_000 },
    // Three entries and a worker: what reads is in two of them, what exports in two others.
    Budget { title: "npm package: scripts and style sheet", part: Part::Npm, endings: &["js", "css"], most: 39_500 },
];

impl Part {
    /// What the file of that name, from `dist/` on, belongs to.
    fn of(name: &Path) -> Self {
        match name.to_str() {
            Some(_) if name.starts_with("npm") => Self::Npm,
            Some(name) if ASKED.iter().any(|begin| name.starts_with(begin)) => Self::Asked,
            _ => Self::Start,
        }
    }
}

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
    pack("npm.mjs", &[&root(), &dist.join("npm"), Path::new(env!("CARGO_PKG_VERSION"))], "packing for npm")?;
    sbom::write(dist)
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
    for Budget { title, part, endings, most: budget } in BUDGETS {
        let mut total = 0;
        for file in files(dist)?.iter().filter(|file| ends_in(file, endings)) {
            let name = file.strip_prefix(dist)?;
            if Part::of(name) != part {
                continue;
            }
            let bytes = fs::read(file)?;
            let compressed = brotli_size(&bytes)?;
            total += compressed;
            let name = name.display().to_string();
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

/// The length after brotli at its best, as a server that compresses beforehand sends it: by the library that servers have.
pub(crate) fn brotli_size(bytes: &[u8]) -> Result<usize> {
    // 2^24 bytes: the largest window that every browser accepts.
    let encoder = BrotliEncoderOptions::new().quality(Quality::best()).window_size(WindowSize::new(24)?).build()?;
    let mut compressed = CompressorWriter::with_encoder(encoder, Vec::new());
    compressed.write_all(bytes)?;
    Ok(compressed.into_inner()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_loaded_at_once_is_counted_elsewhere() {
        let of = |name: &str| Part::of(Path::new(name));
        let start = ["reperes.js", "worker.js", "page.js", "style.css", "pkg/reperes.js", "pkg/reperes_bg.wasm"];
        assert!(start.iter().all(|name| of(name) == Part::Start));
        let asked = ["pkg/export/reperes_bg.wasm", "pkg/export/reperes.js", "exporter.js", "more.js", "more.css"];
        assert!(asked.iter().all(|name| of(name) == Part::Asked));
        assert!(of("npm/export.js") == Part::Npm);
    }

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
