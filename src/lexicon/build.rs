//! The build script: compiles the lists of this folder into blobs that the tables of the crate (`table.rs`, `hashed.rs`) search in place.
//!
//! `*.tsv` are tables as they are, one row a line: see `build/plain.rs`. The other lists are written for people, one concept a line:
//! `gazetteer/*.txt` (`build/gazetteer.rs`), and the nouns and adjectives of `*.txt` (`build/inflected.rs`).
//! The forms of verbs are made from their infinitives, and stand as stems with their endings (`build/verbs.rs`).
//!
//! The script shares the library's tokenizer and folding, so that keys and questions are split and folded alike.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use blob::Keys;

#[path = "build/blob.rs"]
mod blob;
#[path = "build/gazetteer.rs"]
mod gazetteer;
#[path = "build/hashed.rs"]
mod hashed;
#[path = "build/inflected.rs"]
mod inflected;
#[path = "build/phrase.rs"]
mod phrase;
#[path = "build/plain.rs"]
mod plain;
#[path = "build/verbs.rs"]
mod verbs;

#[path = "conjugation.rs"]
mod conjugation;
#[path = "filter.rs"]
#[allow(dead_code, reason = "the crate, which shares this file, asks the filters")]
mod filter;
#[path = "key.rs"]
mod key;
#[path = "../tokens/split.rs"]
#[allow(dead_code, unreachable_pub, reason = "the crate, which shares this file, uses all of it")]
mod split;
#[path = "."]
#[allow(dead_code, unreachable_pub, reason = "the crate, which shares these files, uses all of them")]
mod text {
    #[path = "../text/case.rs"]
    mod case;
    #[path = "../text/chars.rs"]
    pub mod chars;
    #[path = "../text/fold.rs"]
    mod fold;
    #[path = "../text/span.rs"]
    mod span;
    pub use fold::fold;
    pub use span::{Span, TokenRange};
}

/// Rows of one table: folded key → payload.
type Rows = BTreeMap<String, String>;

/// Tables of many words that are asked for most words of an article: their keys are numbers.
const HASHED: [&str; 6] = ["common_words", "demonyms", "given_names", "heads", "partisans", "titles"];

fn main() {
    let folder = Path::new(&env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("src/lexicon");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let write = |name: &str, blob: Vec<u8>| {
        fs::write(out.join(format!("{name}.bin")), blob).expect("the build folder is writable");
    };
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/text");
    println!("cargo::rerun-if-changed=src/tokens/split.rs");
    let mut lists: BTreeMap<String, Rows> = BTreeMap::new();
    for path in files(&folder) {
        let compile = match path.extension().and_then(|e| e.to_str()) {
            Some("tsv") => plain::compile,
            Some("txt") => inflected::compile,
            _ => continue,
        };
        let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        lists.insert(stem.to_owned(), compile(&read(&path), &path));
    }
    let verbs =
        verbs::Lists { speech: &lists["speech"], relations: &lists["relations"], common: &lists["common_verbs"] };
    let mut words = BTreeSet::new();
    words.extend(verbs.forms());
    write("verb_forms", filter::of(words.iter().map(String::as_bytes)));
    write("verbs", verbs.stems());
    let mut tables = vec![("head_beginnings", inflected::beginnings(&lists["heads"]), Keys::Hashed)];
    for (name, rows) in &lists {
        let rows = match name.as_str() {
            // The verbs themselves stand among the stems.
            "common_verbs" => {
                rows.keys().filter_map(|key| Some((key.strip_prefix('-')?.to_owned(), String::new()))).collect()
            }
            "role_classes" => plain::by_beginning(rows),
            _ => rows.clone(),
        };
        let keys = match name.as_str() {
            "speech" | "relations" => Keys::Whole,
            hashed if HASHED.contains(&hashed) => Keys::Hashed,
            _ => Keys::Shared,
        };
        tables.push((name, rows, keys));
    }
    let names: Vec<_> = files(&folder.join("gazetteer")).into_iter().map(|path| (read(&path), path)).collect();
    tables.push(("gazetteer", gazetteer::compile(&names), Keys::Hashed));
    tables.push(("small_beginnings", gazetteer::small_beginnings(&names), Keys::Hashed));
    words.extend(single_words(&tables));
    let words: Vec<String> = words.into_iter().collect();
    for (name, rows, keys) in tables {
        let bits = match name {
            // A rare word that passes for a common one is one sign among many.
            "common_words" => 12,
            "gazetteer" | "given_names" => 13,
            _ => 14,
        };
        write(name, if keys == Keys::Hashed { hashed::of(&rows, &words, bits) } else { blob::of(&rows, keys) });
    }
}

/// Every key of one word.
fn single_words(tables: &[(&str, Rows, Keys)]) -> impl Iterator<Item = String> {
    tables.iter().flat_map(|(_, rows, _)| rows.keys()).filter(|key| !key.contains(' ')).cloned()
}

/// The files of `folder`, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).expect("the folder").map(|e| e.expect("its entries").path()).collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The lines that say something, with their numbers: neither empty nor a comment (`#`).
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines().map(str::trim_end)).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}
