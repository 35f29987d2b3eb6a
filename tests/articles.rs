//! Whole articles, written for the project, beside what is read in them: `tests/articles/NAME.txt` and `NAME.report`.
//!
//! A snapshot is written only when asked: `UPDATE=1 cargo test --test articles`. Look at the difference before you commit it: what changed should be better.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use reperes::{Options, read};

mod notation;

use notation::{Found, Item};

/// The publication date of the articles: a Tuesday.
const PUBLISHED: &str = "2025-02-11";

#[test]
fn articles_are_read_as_before() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("tests/articles");
    let mut articles: Vec<(PathBuf, PathBuf)> = std::fs::read_dir(&folder)
        .expect("tests/articles")
        .map(|e| e.expect("its entries").path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .map(|p| (p.clone(), p.with_extension("report")))
        .collect();
    // The page's sample is an article like the others; its snapshot lies with theirs.
    let sample = root.join("www/sample.txt");
    if sample.exists() {
        articles.push((sample, folder.join("sample.report")));
    }
    articles.sort();
    let update = std::env::var_os("UPDATE").is_some();
    let mut failures = String::new();
    for (article, snapshot) in articles {
        let text = std::fs::read_to_string(&article).expect("an article is UTF-8");
        let now = shown(&text);
        let before = std::fs::read_to_string(&snapshot).unwrap_or_default();
        if now == before {
            continue;
        }
        let name = snapshot.strip_prefix(root).expect("inside the project").display();
        if update {
            std::fs::write(&snapshot, now).expect("the snapshot is writable");
            println!("written: {name}");
        } else {
            write!(failures, "\n{name} (-) and what is read now (+)\n{}", difference(&before, &now))
                .expect("a string takes all");
        }
    }
    assert!(
        failures.is_empty(),
        "articles are read otherwise; if better, UPDATE=1 cargo test --test articles\n{failures}"
    );
}

/// The report as people read it: each block with the names and values in it, then quotations, facts, timeline,
/// essentials, entities, notes.
fn shown(text: &str) -> String {
    let options = Options::new().with_published(PUBLISHED).expect("a date");
    let report = read(text, &options).expect("shorter than the limit");
    let found = Found { report: &report, text };
    let mut out = String::new();
    let mut line = |words: &str| {
        out.push_str(words);
        out.push('\n');
    };
    let item = |item: &Item<'_>| format!("    {:<80} {}", found.write(item), found.by(item)).trim_end().to_owned();
    let mut mentions = report.mentions.iter().peekable();
    for block in &report.blocks {
        match block.repeat_of {
            Some(earlier) => line(&format!("[{}, repeats {earlier}]", block.kind)),
            None => line(&format!("[{}]", block.kind)),
        }
        line(found.slice(block.start, block.end));
        while let Some(mention) = mentions.next_if(|m| m.start < block.end) {
            line(&item(&Item::Mention(mention)));
        }
    }
    line("\n[quotes]");
    report.quotes.iter().for_each(|q| line(&item(&Item::Quote(q))));
    line("\n[facts]");
    report.facts.iter().for_each(|f| line(&item(&Item::Fact(f))));
    line("\n[timeline]");
    report.timeline.iter().for_each(|e| line(&item(&Item::Event(e))));
    line("\n[essentials]");
    report.essentials.iter().for_each(|e| line(&item(&Item::Essential(e))));
    line("\n[entities]");
    for entity in &report.entities {
        let gender = entity.gender.map(|g| format!(" ({g})")).unwrap_or_default();
        let aliases: String = entity.aliases.iter().map(|a| format!(", {a}")).collect();
        line(&format!("    {} {}{gender}{aliases}", entity.kind, entity.name));
    }
    line("\n[notes]");
    report.notes.iter().for_each(|n| line(&format!("    {} `{}`", n.code, found.slice(n.start, n.end))));
    out
}

/// Lines that left (-) and lines that came (+), by a longest common subsequence; an article's report has a few hundred lines.
fn difference(before: &str, now: &str) -> String {
    let (a, b): (Vec<_>, Vec<_>) = (before.lines().collect(), now.lines().collect());
    let mut longest = vec![vec![0u32; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] =
                if a[i] == b[j] { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, String::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            i += 1;
            j += 1;
        } else if j == b.len() || i < a.len() && longest[i + 1][j] >= longest[i][j + 1] {
            writeln!(out, "  - {}", a[i].trim_start()).expect("a string takes all");
            i += 1;
        } else {
            writeln!(out, "  + {}", b[j].trim_start()).expect("a string takes all");
            j += 1;
        }
    }
    out
}
