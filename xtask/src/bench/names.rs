//! `cargo xtask bench names`: the names of Repères beside those of `fr-compromise`, the other library that finds French names
//! in a browser without a server.
//!
//! Both are asked in one Node run, `xtask/bench/names.mjs`, which writes a report for each article and reader. Both readers'
//! reports are scored by the gold's `score.py`, and both readers' files are counted as `cargo xtask dist` counts.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;

use crate::dist::brotli_size;
use crate::floor::f1;
use crate::project::{command, find, npm_install, print, root, run as run_command, target};
use crate::wasm;

/// The other library's file for browsers: its `package.json` names it as `unpkg`, and its README says to load it.
const PEER: &str = "node_modules/fr-compromise/builds/fr-compromise.min.js";

/// Rows of the table of `score.py`.
const TASKS: [&str; 4] = ["names PER+ORG+LOC", "PER", "ORG", "LOC"];

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The gold folder: NNN.txt with NNN.ann [default: ../shared/gold/dev, seen from the project]
    folder: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let gold = super::gold(arguments.folder.as_deref())?;
    let (Some(node), Some(npm)) = (find(&["node"]), find(&["npm"])) else {
        bail!("comparing names needs Node and npm: install them (any Node from 20 on)");
    };
    npm_install(&npm, &root().join("xtask"))?;
    wasm::build()?;
    let bench = wasm::build_for_bench()?;

    let work = target().join("bench-names");
    fs::create_dir_all(&work).with_context(|| format!("{} cannot be made", work.display()))?;
    let (shipped, peer) = (root().join("www/pkg"), root().join("xtask").join(PEER));
    let (own_reports, peer_reports) = (work.join("reperes"), work.join("fr-compromise"));
    let job = json!({
        "articles": gold.articles()?,
        "modules": { "shipped": shipped, "bench": bench },
        "peer": peer,
        "reports": { "own": own_reports, "peer": peer_reports },
    });
    let measures: Measures = super::measure(&node, "names", &work, &job)?;
    let own = Reader {
        bytes: own_bytes(&shipped, &work.join("minified"))?,
        names: Some(measures.microseconds.names),
        reading: measures.microseconds.reading,
        scores: gold.score(&own_reports, false)?,
    };
    let peer = Reader {
        bytes: brotli_of(&peer)?,
        names: None,
        reading: measures.microseconds.peer,
        scores: gold.score(&peer_reports, false)?,
    };
    print(&table(&measures, &gold.name(), &own, &peer)?)
}

/// What `names.mjs` prints.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Measures {
    /// Versions of Node and of the other library.
    node: String,
    peer: String,
    /// How many rounds count, after how many that do not.
    rounds: usize,
    warm_up: usize,
    /// Tokens of all articles, as Repères counts them.
    tokens: u64,
    microseconds: Microseconds,
}

/// Microseconds a token, the median of the rounds.
#[derive(Deserialize)]
struct Microseconds {
    /// Repères: from tokens to names.
    names: f64,
    /// Repères: from the text to the report as a JavaScript object.
    reading: f64,
    /// The other library: from the text to its three kinds of names.
    peer: f64,
}

/// Brotli bytes of the module and of its JavaScript, minified as it ships.
fn own_bytes(package: &Path, minified: &Path) -> Result<usize> {
    let glue = minified.join("reperes.js");
    let mut esbuild = command(root().join("xtask/node_modules/esbuild/bin/esbuild"));
    esbuild.arg(package.join("reperes.js")).args(["--minify", "--format=esm", "--log-level=warning"]);
    run_command(esbuild.arg(format!("--outfile={}", glue.display())), "minifying")?;
    Ok(brotli_of(&package.join("reperes_bg.wasm"))? + brotli_of(&glue)?)
}

fn brotli_of(file: &Path) -> Result<usize> {
    brotli_size(&fs::read(file).with_context(|| format!("{} is missing", file.display()))?)
}

/// A column of the table.
struct Reader {
    bytes: usize,
    /// Microseconds a token for names alone; `None` where they cannot be had alone.
    names: Option<f64>,
    /// Microseconds a token from the text to all that is read.
    reading: f64,
    /// The table of `score.py`.
    scores: String,
}

fn table(measures: &Measures, gold: &str, own: &Reader, peer: &Reader) -> Result<String> {
    let mut table = format!(
        "gold `{gold}`, {} tokens; Node {}; times are the median of {} rounds after {} to warm up\n\n",
        measures.tokens, measures.node, measures.rounds, measures.warm_up
    );
    let mut row = |title: &str, own: String, peer: String| table += &format!("{title:<36} {own:>9} {peer:>20}\n");
    row("", "Repères".into(), format!("fr-compromise {}", measures.peer));
    row("brotli bytes, glue included", own.bytes.to_string(), peer.bytes.to_string());
    let time = |time: Option<f64>| time.map_or_else(|| "–".into(), |time| format!("{time:.2}"));
    row("µs a token, names alone", time(own.names), time(peer.names));
    row("µs a token, from text to result", time(Some(own.reading)), time(Some(peer.reading)));
    for task in TASKS {
        let score = |reader: &Reader| Ok::<_, anyhow::Error>(format!("{:.3}", f1(&reader.scores, task)?));
        row(&format!("F1, {task}"), score(own)?, score(peer)?);
    }
    table += "\n\
        F1 counts exact spans of the right type. The result of Repères holds values, quotations and facts besides;\n\
        that of fr-compromise is nlp(text), which tags every word, with people(), places() and organizations(), which\n\
        need the tags.\n";
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readers_stand_beside_each_other() {
        let measures = r#"{"node":"v20.0.0","peer":"0.2.8","rounds":7,"warmUp":2,"tokens":1000,
            "microseconds":{"names":1.25,"reading":6.5,"peer":70.125}}"#;
        let measures: Measures = serde_json::from_str(measures).unwrap();
        let scores =
            |f1: f64| TASKS.iter().map(|task| format!("{task:32}  0.500  0.500 {f1:6.3}     10\n")).collect::<String>();
        let own = Reader { bytes: 500_000, names: Some(1.25), reading: 6.5, scores: scores(0.9) };
        let peer = Reader { bytes: 70_000, names: None, reading: 70.125, scores: scores(0.2) };
        let table = table(&measures, "dev", &own, &peer).unwrap();
        let row = |title: &str| -> Vec<&str> {
            let row = table.lines().find_map(|line| line.strip_prefix(title)).expect(title);
            row.split_whitespace().collect()
        };
        assert_eq!(row("brotli bytes, glue included"), ["500000", "70000"]);
        assert_eq!(row("µs a token, names alone"), ["1.25", "–"]);
        assert_eq!(row("F1, names PER+ORG+LOC"), ["0.900", "0.200"]);
        assert_eq!(row("F1, LOC"), ["0.900", "0.200"]);
    }
}
