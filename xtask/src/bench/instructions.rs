//! `cargo xtask bench instructions`: how many instructions reading takes natively, a token, by callgrind. What else the machine does changes nothing about them, and
//! so `cargo xtask test` holds them against [`BUDGET`].

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use reperes::text::Text;
use serde_json::Value;

use crate::project::{cargo, cargo_tool, find, print, root, target};
use crate::toolchain;

/// The version of the harness, that of `gungraun` in `Cargo.toml`: the two speak one private format.
const RUNNER: &str = "0.20.0";

/// What `benches/instructions.rs` measures, what of it is read, and the most instructions a token: a tenth above what they were when last set, for compilers and C
/// libraries differ.
const BUDGET: [(&str, &str, u64); 7] = [
    ("all_layers", "whole reading", 25_100),
    ("tokens_alone", "tokens", 2_770),
    ("names_alone", "names", 9_120),
    ("values_alone", "values", 3_400),
    ("links_alone", "links", 2_670),
    ("quotes_alone", "quotes", 1_840),
    ("facts_alone", "facts", 3_960),
];

/// Why instructions can't be counted here, if they can't. Installs callgrind where that is possible.
pub(crate) fn obstacle() -> Option<&'static str> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return Some("the budget is that of x86-64 under Linux");
    }
    let missing = find(&["valgrind"]).is_none() && !toolchain::apt_install(&["valgrind"]);
    missing.then_some("valgrind is missing, and could not be installed: apt-get install valgrind")
}

/// Counts, prints, and fails where a layer takes more than its budget.
pub(crate) fn run() -> Result<()> {
    if let Some(obstacle) = obstacle() {
        bail!("{obstacle}");
    }
    let counts = count()?;
    let sample = fs::read_to_string(root().join("www/sample.txt"))?;
    let tokens = reperes::tokens::read(Text::new(&sample)?).len() as u64;
    let mut table =
        format!("the project's sample, {tokens} tokens\n\n| | instructions a token | at most |\n|---|---|---|\n");
    let mut over = Vec::new();
    for (function, layer, most) in BUDGET {
        let (_, count) = counts.iter().find(|(name, _)| name == function).context("a bench is missing")?;
        let each = count / tokens;
        table += &format!("| {layer} | {each} | {most} |\n");
        if each > most {
            over.push(layer);
        }
    }
    print(&table)?;
    ensure!(over.is_empty(), "more instructions than the budget: {}", over.join(", "));
    Ok(())
}

/// The instructions of each bench, by its function.
fn count() -> Result<Vec<(String, u64)>> {
    let runner = cargo_tool("gungraun-runner", RUNNER)?;
    // What was counted before would be compared.
    let _ = fs::remove_dir_all(target().join("gungraun"));
    let mut bench = cargo();
    bench.args(["bench", "--quiet", "--package", "reperes", "--bench", "instructions", "--", "--output-format=json"]);
    let output = bench.env("GUNGRAUN_RUNNER", runner).output().context("cargo bench could not be started")?;
    ensure!(output.status.success(), "counting failed:\n{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout)?;
    lines.lines().map(of_line).collect()
}

/// The function and its instructions, of what the harness says of one bench.
fn of_line(line: &str) -> Result<(String, u64)> {
    let said: Value = serde_json::from_str(line).with_context(|| format!("not what the harness says: {line}"))?;
    let count = said.pointer("/profiles/0/data/parts/0/metrics/Ir/values/new");
    let named = said["function_name"].as_str().zip(count.and_then(Value::as_u64));
    named
        .map(|(name, count)| (name.to_owned(), count))
        .context("the harness does not say how many instructions there were")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_harness_says_is_read() {
        let line = r#"{"function_name":"all_layers","profiles":[{"data":{"parts":[{"metrics":{"Ir":{"values":{"new":42}}}}]}}]}"#;
        assert_eq!(of_line(line).unwrap(), ("all_layers".to_owned(), 42));
        assert!(of_line("{}").is_err() && of_line("Ir: 42").is_err());
    }

    #[test]
    fn the_harness_has_the_version_of_the_library() {
        let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
        assert!(manifest.contains(&format!("gungraun = \"={RUNNER}\"")), "{manifest}");
    }
}
