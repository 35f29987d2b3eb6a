//! `cargo xtask dist`: what ships, counted in the bytes that travel, against the budgets.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::{print, root};
use crate::wasm;

/// Brotli bytes of the module with its lexicons and weights: at 10 Mbit/s half a second.
const MODULE_BUDGET: usize = 600_000;

/// Brotli bytes of all JavaScript and style sheets together.
const SCRIPT_BUDGET: usize = 30_000;

/// Builds, then checks the sizes.
pub(crate) fn run() -> Result<()> {
    wasm::build()?;
    check()
}

/// Prints the size of every file that ships and fails over a budget.
pub(crate) fn check() -> Result<()> {
    let www = root().join("www");
    let mut over = Vec::new();
    let mut table = String::new();
    for (title, endings, budget) in
        [("module", &["wasm"][..], MODULE_BUDGET), ("scripts and styles", &["js", "css"], SCRIPT_BUDGET)]
    {
        let mut total = 0;
        for file in shipped(&www, endings)? {
            let bytes = fs::read(&file)?;
            let compressed = brotli_size(&bytes)?;
            total += compressed;
            let name = file.strip_prefix(&www).unwrap_or(&file).display().to_string();
            table += &format!("  {name:<28} {:>9} {compressed:>9}\n", bytes.len());
        }
        if total == 0 {
            bail!("no {} in {}", title, www.display());
        }
        table += &format!("{title:<40} {total:>9} of {budget}\n");
        if total > budget {
            over.push(format!("{title}: {total} brotli bytes are over the budget of {budget}"));
        }
    }
    print(&format!("  {:<28} {:>9} {:>9}\n{table}", "file", "bytes", "brotli"))?;
    if !over.is_empty() {
        bail!("{}", over.join("; "));
    }
    Ok(())
}

/// The files of `www` and `www/pkg` with one of the endings, in order.
fn shipped(www: &Path, endings: &[&str]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for folder in [www.to_path_buf(), www.join("pkg")] {
        let entries = fs::read_dir(&folder).with_context(|| format!("{} cannot be listed", folder.display()))?;
        let ships = |path: &PathBuf| path.extension().is_some_and(|e| endings.iter().any(|ending| e == *ending));
        files.extend(entries.flatten().map(|entry| entry.path()).filter(ships));
    }
    files.sort();
    Ok(files)
}

/// The length after brotli at its best, as a server that compresses beforehand sends it.
fn brotli_size(bytes: &[u8]) -> Result<usize> {
    const BUFFER: usize = 1 << 16;
    const BEST: u32 = 11;
    /// 2^24 bytes: the largest window that every browser accepts.
    const WINDOW: u32 = 24;
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, BUFFER, BEST, WINDOW);
    writer.write_all(bytes)?;
    writer.flush()?;
    drop(writer);
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
}
