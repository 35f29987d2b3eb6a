//! The reader's own words: what its code compares with, and what its tables hold. Whoever wants to make it slow begins there.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use regex_lite::Regex;

use crate::project::root;

/// Longer literals are messages and sentences.
const LONGEST: usize = 24;

/// So many words of a table, evenly spread: the others are treated alike.
const OF_TABLE: usize = 60;

/// A list for each source file and each table.
pub(crate) fn lists() -> Result<Vec<Vec<String>>> {
    let mut lists = Vec::new();
    for file in files(&root().join("src"))? {
        let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let text = || fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()));
        let mut list = match ending {
            "rs" => in_code(&text()?),
            "tsv" | "txt" => in_table(&text()?),
            _ => continue,
        };
        list.sort();
        list.dedup();
        if !list.is_empty() {
            lists.push(list);
        }
    }
    ensure!(lists.len() > 50, "the sources have moved: there are {} lists of words", lists.len());
    Ok(lists)
}

/// What stands in quotation marks, each word of it, and the signs; up to the tests of the file.
fn in_code(code: &str) -> Vec<String> {
    let literal = Regex::new(r#""((?:[^"\\]|\\.)*)"|'([^'\\]|\\u\{[0-9A-Fa-f]+\})'"#).expect("an expression");
    let lines = code.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    let code: String =
        lines.filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect();
    let found = literal.captures_iter(&code).filter_map(|found| found.get(1).or(found.get(2)));
    let words = found.flat_map(|found| found.as_str().split(' ').map(unescaped).collect::<Vec<_>>());
    words.filter(|word| (1..=LONGEST).contains(&word.len()) && !word.contains(['{', '\\'])).collect()
}

/// `\u{A0}` as the character that it stands for.
fn unescaped(literal: &str) -> String {
    let character = literal.strip_prefix("\\u{").and_then(|code| code.strip_suffix('}'));
    let character = character.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
    character.map_or_else(|| literal.to_owned(), String::from)
}

/// Some of the words that lines begin with.
fn in_table(table: &str) -> Vec<String> {
    let lines = table.lines().filter(|line| !line.starts_with(['#', '[']) && !line.is_empty());
    let words: Vec<&str> = lines
        .filter_map(|line| line.split(['\t', '|', ';', '=']).next())
        .map(str::trim)
        .filter(|w| !w.is_empty())
        .collect();
    words.iter().step_by(words.len().div_ceil(OF_TABLE).max(1)).map(|&word| word.to_owned()).collect()
}

/// Every file below a folder, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be listed", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_signs_of_the_code_are_found() {
        let code = "/// `\"not this\"`\nmatches!(c, '«' | '\\u{A0}') && is_one_of(word, \"le la\") // x\n#[cfg(test)]\n\"nor this\"";
        assert_eq!(in_code(code), ["«", "\u{A0}", "le", "la"]);
        let lists = lists().unwrap();
        let has = |word: &str| lists.iter().any(|list| list.iter().any(|w| w == word));
        assert!(has("de") && has("«") && has("("));
    }
}
