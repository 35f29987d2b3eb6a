//! The build script: compiles the lists of this folder into blobs that [`table::Table`] searches in place.
//!
//! `*.tsv` are tables as they are, one row a line: see `build/plain.rs`. The other lists are written for people, one concept a line:
//! `gazetteer/*.txt` (`build/gazetteer.rs`), and the nouns and adjectives of `*.txt` (`build/inflected.rs`).
//!
//! The script shares the library's tokenizer and folding, so that keys and questions are split and folded alike.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use blob::Keys;

#[path = "build/blob.rs"]
mod blob;
#[path = "build/gazetteer.rs"]
mod gazetteer;
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

/// Tables of verbs by lemma, which get a second table of their forms.
const VERBS: [&str; 2] = ["speech", "relations"];

fn main() {
    let folder = Path::new(&env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("src/lexicon");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/text");
    println!("cargo::rerun-if-changed=src/tokens/split.rs");
    for path in files(&folder) {
        let compile = match path.extension().and_then(|e| e.to_str()) {
            Some("tsv") => plain::compile,
            Some("txt") => inflected::compile,
            _ => continue,
        };
        let name = path.with_extension("bin");
        let rows = compile(&read(&path), &path);
        let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        if VERBS.contains(&stem) {
            // Who speaks may say `je` and `vous`; facts are of third persons.
            let forms = verbs::forms(&rows, |code| stem == "speech" || code != 'o');
            write(&out.join(format!("{stem}_forms.bin")), &forms, Keys::Shared);
            write(&out.join(format!("{stem}.bin")), &rows, Keys::Whole);
        } else if stem == "common_verbs" {
            write(&out.join("common_verbs.bin"), &verbs::finite(&rows), Keys::Shared);
        } else {
            write(&out.join(name.file_name().expect("a table has a name")), &rows, Keys::Shared);
        }
    }
    let lists: Vec<_> = files(&folder.join("gazetteer")).into_iter().map(|path| (read(&path), path)).collect();
    write(&out.join("gazetteer.bin"), &gazetteer::compile(&lists), Keys::Shared);
    write(&out.join("small_beginnings.bin"), &gazetteer::small_beginnings(&lists), Keys::Shared);
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

fn write(path: &Path, rows: &Rows, keys: Keys) {
    fs::write(path, blob::of(rows, keys)).expect("the build folder is writable");
}

/// The lines that say something, with their numbers: neither empty nor a comment (`#`).
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines().map(str::trim_end)).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}
