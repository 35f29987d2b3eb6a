//! `cargo xtask eval FOLDER --essentials FILE`: how many of the facts that an editor would print the essentials tell.
//!
//! The file gives for each article the facts in order of importance, in the editor's own words, and for each fact its keys: names and values that a
//! telling of it must hold. A fact is told where one line of the essentials, alone, holds all its keys; a line that says half of it tells nothing.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

use super::Gold;
use crate::project::{Misuse, print};
use crate::read;

/// A fact that an editor would print.
struct Wanted<'f> {
    article: &'f str,
    words: &'f str,
    /// All of these stand in a line that tells it; of each one of its variants.
    keys: Vec<Vec<String>>,
}

impl<'f> Wanted<'f> {
    /// `article TAB rank TAB words TAB key | key/variant | …`
    fn parse(line: &'f str) -> Option<Self> {
        let mut fields = line.split('\t');
        let (article, _rank, words, keys) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
        let variants = |key: &str| key.split('/').map(|v| folded(v.trim())).collect();
        Some(Self { article, words, keys: keys.split(" | ").map(variants).collect() })
    }

    fn is_told_by(&self, line: &str) -> bool {
        let line = folded(line);
        self.keys.iter().all(|key| key.iter().any(|variant| holds(&line, variant)))
    }
}

/// Letter case, apostrophes and spaces as one.
fn folded(text: &str) -> String {
    let plain = text.to_lowercase().replace(['\u{2019}', '\u{2bc}'], "'");
    plain.split(|c: char| c.is_whitespace()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether `key` stands in `line`; a number not inside a longer one.
fn holds(line: &str, key: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let number = key.chars().all(|c| c.is_ascii_digit());
    !key.is_empty()
        && line.match_indices(key).any(|(at, _)| {
            let (before, behind) = (&line[..at], &line[at + key.len()..]);
            !number || !digit(before.chars().next_back()) && !digit(behind.chars().next())
        })
}

pub(super) fn run(gold: &Gold, file: &Path, errors: bool) -> Result<()> {
    let list = read::article(file)?;
    let lines = list.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    let wanted: Vec<Wanted<'_>> = lines
        .map(|l| Wanted::parse(l).ok_or_else(|| Misuse::new(format!("{}: {l:?} has not four fields", file.display()))))
        .collect::<Result<_, _>>()?;
    let mut articles: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for id in wanted.iter().map(|w| w.article) {
        if !articles.contains_key(id) {
            let article = gold.article(id)?;
            let options = read::options(article.published.as_deref())?;
            let report = reperes::read(&article.text, &options).with_context(|| format!("article {id}"))?;
            articles.insert(id, report.essentials.into_iter().map(|e| e.fr).collect());
        }
    }
    let told = |w: &Wanted<'_>| articles[w.article].iter().any(|line| w.is_told_by(line));
    let mut out = String::new();
    if errors {
        for (id, lines) in &articles {
            out += &format!("{id}\n");
            out += &lines.iter().map(|l| format!("    {l}\n")).collect::<String>();
            let facts = wanted.iter().filter(|w| w.article == *id);
            out += &facts.map(|w| format!("  {} {}\n", if told(w) { "+" } else { "-" }, w.words)).collect::<String>();
        }
    }
    let (found, all) = (wanted.iter().filter(|w| told(w)).count(), wanted.len());
    let shown: usize = articles.values().map(Vec::len).sum();
    out += &format!("{found} of {all} facts told, in {shown} lines of {} articles\n", articles.len());
    print(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_a_fact_when_it_holds_all_its_keys() {
        let wanted = Wanted::parse("012\t1\tLe maire de Lens s'en va en mai.\tLens | démission/départ | 50").unwrap();
        assert!(wanted.is_told_by("Le départ du maire de Lens coûtera 50 euros"));
        assert!(!wanted.is_told_by("Le maire de Lens coûtera 50 euros"));
        assert!(!wanted.is_told_by("Le départ du maire de Lens coûtera 350 euros"));
    }

    #[test]
    fn apostrophes_and_spaces_are_one() {
        assert!(holds(&folded("L\u{2019}eau  de\u{a0}Lens"), &folded("l'eau de lens")));
    }
}
