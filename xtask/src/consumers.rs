//! Other people's programs that open what is exported and what ships: `tests/consumers/`, run by Node.
//!
//! The native exports of the project's texts are written to `target/consumers/cases.json`, and what is built there from the npm package a browser opens.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use reperes::export::{self, Article, Dialect, Fragments, Table};
use reperes::report::Range;
use reperes::text::Unit;
use serde_json::{Value, json};

use crate::project::{command, find, npm_install, root, run, target};
use crate::{browser, read, types, wire};

/// Where the cases and what is built from the package lie.
pub(crate) fn folder() -> PathBuf {
    target().join("consumers")
}

/// Needs `dist/`.
pub(crate) fn check() -> Result<()> {
    types::check_schema()?;
    let (folder, tests) = (folder(), root().join("tests/consumers"));
    fs::create_dir_all(&folder)?;
    let cases = folder.join("cases.json");
    fs::write(&cases, serde_json::to_vec(&self::cases()?)?)?;
    npm_install(&find(&["npm"]).context("npm is missing")?, &tests)?;
    let mut node = command(find(&["node"]).context("Node is missing")?);
    node.current_dir(tests).args(["--test", "--test-reporter=spec"]).env("CASES", &cases).env("WORK", &folder);
    run(&mut node, "the consumers' tests")?;
    let variables = [("CHROMIUM", browser::chromium()?.into_os_string()), ("WORK", folder.into_os_string())];
    browser::script("shipped", variables)
}

/// The texts of the project with what is exported of them.
fn cases() -> Result<Value> {
    let options = read::options(Some(wire::PUBLISHED))?;
    let case = |(name, text): (String, String)| {
        let report = reperes::read(&text, &options)?;
        let article = Article { report: &report, text: &text, url: Some("https://example.org/article") };
        let tables = |dialect| {
            let csv = |table| export::csv(&article, table, dialect);
            json!({ "facts": csv(Table::Facts), "quotes": csv(Table::Quotes), "figures": csv(Table::Figures) })
        };
        let fragments = Fragments::new(&text);
        let evidence = report.facts.iter().map(|f| f.evidence);
        let quoted = report.quotes.iter().map(|q| Range { start: q.start, end: q.end });
        let links: Vec<Value> = evidence
            .chain(quoted)
            .map(|range| {
                let block = report.blocks.partition_point(|b| b.end <= range.start);
                json!({ "block": block, "fragment": fragments.find(range) })
            })
            .collect();
        let blocks: Vec<&str> = report.blocks.iter().map(|b| &text[b.start as usize..b.end as usize]).collect();
        Ok(json!({
            "name": name,
            "text": text,
            "jsonLd": export::json_ld(&article),
            "annotations": export::annotations(&article),
            "csv": { "comma": tables(Dialect::Comma), "semicolon": tables(Dialect::Semicolon) },
            "html": export::html(&article),
            "markdown": export::markdown(&article),
            "blocks": blocks,
            "links": links,
            "report": report.clone().in_units(&text, Unit::Utf16),
        }))
    };
    wire::texts()?.into_iter().map(case).collect()
}
