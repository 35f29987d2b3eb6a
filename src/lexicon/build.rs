//! The build script: compiles each `*.tsv` of this folder into a blob of the same name that [`table::Table`] searches in place.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

#[allow(unreachable_pub, reason = "public in the crate, which shares this file")]
#[path = "../text/fold.rs"]
mod fold;

fn main() {
    let folder = Path::new(&env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("src/lexicon");
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/text/fold.rs");
    for entry in fs::read_dir(&folder).expect("the lexicon's folder") {
        let path = entry.expect("its entries").path();
        if path.extension().is_some_and(|e| e == "tsv") {
            let text = fs::read_to_string(&path).expect("a table is UTF-8");
            let name = path.with_extension("bin");
            let name = name.file_name().expect("a table has a name");
            fs::write(Path::new(&out).join(name), compile(&text, &path)).expect("the build folder is writable");
        }
    }
}

/// The blob of one table. A key that stands twice is an error: two people changed one fact.
fn compile(text: &str, path: &Path) -> Vec<u8> {
    let mut rows = BTreeMap::new();
    for (number, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (key, payload) = line.split_once('\t').unwrap_or((line, ""));
        let old = rows.insert(fold::fold(key), payload);
        assert!(old.is_none(), "{}:{}: `{key}` stands twice", path.display(), number + 1);
    }
    let mut ends = Vec::new();
    let mut body = Vec::new();
    for (key, payload) in &rows {
        body.extend_from_slice(key.as_bytes());
        body.push(b'\t');
        body.extend_from_slice(payload.as_bytes());
        ends.extend_from_slice(&(body.len() as u32).to_le_bytes());
    }
    let mut blob = (rows.len() as u32).to_le_bytes().to_vec();
    blob.extend(ends);
    blob.extend(body);
    blob
}
