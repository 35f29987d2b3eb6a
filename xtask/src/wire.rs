//! The wire: what the module hands to JavaScript is what the crate reads natively.
//!
//! The native reports are written to `target/wire/cases.json`; `tests/wire/wire.test.mjs`, run by Node, reads the same texts
//! through `www/pkg` and compares.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::project::{command, find, root, run, target};
use crate::read;

/// The day on which the texts are read, so that relative dates have a meaning.
pub(crate) const PUBLISHED: &str = "2025-02-11";

/// Texts in which UTF-8 and UTF-16 drift apart, or that have next to nothing in them.
const ODD: [(&str, &str); 6] = [
    ("empty", ""),
    ("white space", " \u{a0}\n\u{202f}\r\n\t"),
    ("outside the basic plane", "🇫🇷 « Merci 🙏 », a écrit Claire Morel 👩‍⚖️ lundi. Elle a versé 1\u{202f}200 € 💶."),
    ("right to left", "قال الرئيس : « نعم », a rapporté Léa Martin."),
    ("combining marks", "E\u{301}mile Durand, le maire d'Orle\u{301}ans, a dit non."),
    ("control characters", "Paris\u{0}\rLyon\u{b}« Oui\u{85}»"),
];

/// Compares the module with the crate.
pub(crate) fn check() -> Result<()> {
    let file = target().join("wire/cases.json");
    fs::create_dir_all(file.parent().expect("it lies in a folder"))?;
    fs::write(&file, serde_json::to_vec(&cases()?)?)?;
    let node = find(&["node"]).context("Node is missing")?;
    run(
        command(node).args(["--test", "--test-reporter=spec", "tests/wire/wire.test.mjs"]).env("WIRE_CASES", file),
        "the wire tests",
    )
}

/// The texts of the project by name, and odd ones.
pub(crate) fn texts() -> Result<Vec<(String, String)>> {
    let mut texts: Vec<(String, String)> =
        ODD.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    for file in articles()? {
        texts.push((file.display().to_string(), read::article(&file)?));
    }
    Ok(texts)
}

/// The texts with their native reports.
fn cases() -> Result<Value> {
    let texts = texts()?;
    let options = read::options(Some(PUBLISHED))?;
    let cases: Result<Vec<Value>> = texts
        .iter()
        .map(|(name, text)| {
            let report = reperes::read(text, &options)?.to_utf16(text);
            Ok(json!({ "name": name, "text": text, "published": PUBLISHED, "report": report }))
        })
        .collect();
    Ok(Value::Array(cases?))
}

/// The articles that lie in the project, in order.
fn articles() -> Result<Vec<PathBuf>> {
    let mut articles = Vec::new();
    for folder in ["tests/articles", "www"] {
        let Ok(entries) = fs::read_dir(root().join(folder)) else { continue };
        articles
            .extend(entries.flatten().map(|entry| entry.path()).filter(|p| p.extension().is_some_and(|e| e == "txt")));
    }
    articles.sort();
    Ok(articles)
}
