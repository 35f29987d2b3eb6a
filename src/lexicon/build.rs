//! The build script: compiles each `*.tsv` of this folder into a blob of the same name that [`table::Table`] searches in place.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

#[allow(unreachable_pub, reason = "public in the crate, which shares this file")]
#[path = "../text/fold.rs"]
mod fold;

#[path = "conjugation.rs"]
mod conjugation;

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
            if path.file_stem().is_some_and(|s| s == "speech") {
                let forms = compile(&speech_forms(&text), &path);
                fs::write(Path::new(&out).join("speech_forms.bin"), forms).expect("the build folder is writable");
            }
        }
    }
}

/// A table of every form of the verbs in `text`: form, then one field a reading, the form's code (see [`conjugation::Form`]) and the row of its
/// lemma. Of an expression (`faire savoir`) the first word is conjugated; a reflexive (`se dire`, `s'indigner`) is listed under the verb's own forms.
fn speech_forms(text: &str) -> String {
    let lemmas = text.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    let lemmas: std::collections::BTreeSet<String> =
        lemmas.map(|l| fold::fold(l.split('\t').next().unwrap_or(l))).collect();
    let mut forms: BTreeMap<String, std::collections::BTreeSet<String>> = BTreeMap::new();
    for (row, lemma) in lemmas.iter().enumerate() {
        let verb = lemma.strip_prefix("se ").or_else(|| lemma.strip_prefix("s'")).unwrap_or(lemma);
        let verb = verb.split(' ').next().unwrap_or(verb);
        for (form, code) in conjugation::conjugate(verb) {
            forms.entry(form).or_default().insert(format!("{code}{row}"));
        }
    }
    let mut table = String::new();
    for (form, readings) in forms {
        table.push_str(&form);
        for reading in readings {
            table.push('\t');
            table.push_str(&reading);
        }
        table.push('\n');
    }
    table
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
