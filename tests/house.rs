//! The rules of the house that the compiler does not check: who may know whom, what stays out, how long a file may grow.

use std::fs;
use std::path::{Path, PathBuf};

/// A module of the crate and the others that it may name, in reading order. A candidate's type stands in `mentions`, where candidates are
/// decided, and a value's in `values`: these two know each other's types, and `names` and `values` that of a candidate. The door finds names
/// and values, and what is quoted, alone where they are measured (feature `bench`).
const MAY_KNOW: [(&str, &[&str]); 17] = [
    ("options", &[]),
    ("map", &[]),
    ("text", &["map", "options"]),
    ("lexicon", &["text"]),
    ("tokens", &["map", "options", "text", "lexicon"]),
    ("names", &["map", "text", "lexicon", "tokens", "mentions"]),
    ("values", &["text", "lexicon", "tokens", "mentions"]),
    ("mentions", &["text", "lexicon", "tokens", "values"]),
    ("rules", &["map", "options", "text", "tokens", "mentions"]),
    ("links", &["map", "options", "text", "lexicon", "tokens", "values", "rules", "mentions"]),
    ("quotes", &["map", "text", "lexicon", "tokens", "values", "mentions", "links"]),
    ("facts", &["map", "text", "lexicon", "tokens", "values", "mentions", "links", "quotes"]),
    ("report", &["options", "text", "tokens", "values", "mentions", "links", "quotes", "facts"]),
    ("export", &["report", "text"]),
    ("compare", &["map", "report", "text", "export"]),
    ("wasm", &["options", "text", "report", "export", "compare"]),
    (
        "lib",
        &[
            "options", "text", "tokens", "names", "values", "rules", "mentions", "links", "quotes", "facts", "report",
            "export", "compare",
        ],
    ),
];

/// What stays out of everything left of the report: formats, JavaScript, clocks, input and output, chance, global state.
const FOREIGN: [&str; 20] = [
    "serde",
    "wasm_bindgen",
    "js_sys",
    "web_sys",
    "ts_rs",
    "std::time",
    "std::fs",
    "std::io",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "Instant",
    "SystemTime",
    "rand::",
    "static mut",
    "Mutex",
    "OnceLock",
    "println!",
    "unsafe",
];

/// Longer files hold more than one concept.
const LONGEST_FILE: usize = 700;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files under `folder` with one of the extensions, in order, what is built apart.
fn files(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("its name").to_string_lossy();
            if path.is_dir() {
                if !matches!(name.as_ref(), "pkg" | "node_modules" | "target") {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|e| extensions.iter().any(|&x| e == x)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).expect("inside the project").display().to_string()
}

/// The code of a source file before its tests, comments blanked, with line numbers from 1.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).expect("a source file is UTF-8");
    text.lines()
        .enumerate()
        .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
        .map(|(index, line)| {
            // A `//` inside a string is an address, behind a colon.
            let end =
                line.match_indices("//").map(|(at, _)| at).find(|&at| !line[..at].ends_with(':')).unwrap_or(line.len());
            (index + 1, line[..end].to_owned())
        })
        .collect()
}

/// The module that a source file belongs to, and how deep in it the file's own module stands (1: the module itself).
fn module_of(path: &Path) -> (String, usize) {
    let inner = path.strip_prefix(root().join("src")).expect("a source file").with_extension("");
    let mut parts: Vec<String> = inner.iter().map(|p| p.to_string_lossy().into_owned()).collect();
    if parts.len() > 1 && parts.last().is_some_and(|p| p == "mod") {
        parts.pop();
    }
    (parts[0].clone(), parts.len())
}

/// The crate's modules that `line` names: `crate::text::Span` names `text`, `crate::{Error, text::Span}` both.
fn named_modules(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        if line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
            continue;
        }
        let path = &line[at + "crate::".len()..];
        let word =
            |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        match path.strip_prefix('{') {
            Some(group) => {
                let mut depth = 0;
                let mut start = 0;
                for (i, c) in group.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth > 0 => depth -= 1,
                        ',' | '}' if depth == 0 => {
                            found.push(word(&group[start..i]));
                            start = i + 1;
                            if c == '}' {
                                break;
                            }
                        }
                        _ => {}
                    }
                }
            }
            None => found.push(word(path)),
        }
    }
    found.retain(|w| !w.is_empty());
    found
}

#[test]
fn layers_know_only_what_stands_left_of_them() {
    let mut faults = Vec::new();
    for file in files("src", &["rs"]) {
        if file.ends_with("lexicon/build.rs") {
            continue;
        }
        let (module, depth) = module_of(&file);
        let Some((_, allowed)) = MAY_KNOW.iter().find(|(name, _)| *name == module) else {
            faults.push(format!("{}: the module `{module}` is not in the table of who may know whom", shown(&file)));
            continue;
        };
        for (line, text) in code(&file) {
            if text.trim_end().ends_with("crate::{") {
                faults
                    .push(format!("{}:{line}: one `use` a module, on one line, lets this test read it", shown(&file)));
            }
            for other in named_modules(&text) {
                // The crate's own items that `options` defines and the root re-exports.
                let other = match other.as_str() {
                    "Error" | "LineKind" | "MAX_BYTES" | "Options" | "Published" | "Rule" => "options",
                    "Report" => "report",
                    "mark" | "read" | "read_alone" => "lib",
                    other => other,
                };
                if other != module && !allowed.contains(&other) && !(module == "wasm" && other == "lib") {
                    faults.push(format!("{}:{line}: `{module}` may not know `{other}`", shown(&file)));
                }
            }
            let supers = "super::".repeat(depth);
            if module != "lib" && text.contains(&supers) {
                faults.push(format!("{}:{line}: `{supers}` leaves the layer; write `crate::`", shown(&file)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn left_of_the_report_nothing_foreign_stands() {
    let mut faults = Vec::new();
    for file in files("src", &["rs"]) {
        let (module, _) = module_of(&file);
        if matches!(module.as_str(), "report" | "export" | "compare" | "wasm" | "lib")
            || file.ends_with("lexicon/build.rs")
        {
            continue;
        }
        for (line, text) in code(&file) {
            faults.extend(
                FOREIGN
                    .iter()
                    .filter(|f| text.contains(*f))
                    .map(|f| format!("{}:{line}: `{f}` stays out of `{module}`", shown(&file))),
            );
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is laid out at the first question is a constant only where it is made of what is built in, whoever asks.
#[test]
fn only_built_in_bytes_are_laid_out_once() {
    let may = ["src/lexicon/", "src/names/model.rs"];
    let faults: Vec<String> = files("src", &["rs"])
        .iter()
        .filter(|file| !may.iter().any(|place| shown(file).starts_with(place)))
        .flat_map(|file| code(file).into_iter().map(|(line, text)| (shown(file), line, text)))
        .filter(|(.., text)| text.contains("LazyLock"))
        .map(|(file, line, _)| format!("{file}:{line}: a constant that is laid out once, but not of built-in bytes"))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A hash map may be asked; to walk it would bring its order into the output.
#[test]
fn no_hash_map_is_walked() {
    let mut faults = Vec::new();
    for file in files("src", &["rs"]) {
        let lines = code(&file);
        let names: Vec<String> = lines
            .iter()
            .filter(|(_, text)| ["HashMap<", "HashSet<", "HashMap::", "HashSet::"].iter().any(|h| text.contains(h)))
            .filter_map(|(_, text)| {
                let before = text.split(['=', ':']).next()?.trim_start_matches("pub ");
                let name = before.split_whitespace().next_back()?;
                name.chars().all(|c| c.is_alphanumeric() || c == '_').then(|| name.to_owned())
            })
            .collect();
        for (line, text) in &lines {
            for name in &names {
                let walks = [".iter()", ".keys()", ".values()", ".into_iter()", ".drain(", ".retain("];
                let walked = walks.iter().any(|w| text.contains(&format!("{name}{w}")))
                    || ["in &", "in &mut ", "in "]
                        .iter()
                        .any(|i| text.trim_end_matches(" {").ends_with(&format!("{i}{name}")));
                if walked {
                    faults.push(format!("{}:{line}: `{name}` is a hash map; its order may not matter", shown(&file)));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn wasm_bindgen_is_said_in_one_short_file() {
    for file in files("src", &["rs"]) {
        if file.ends_with("src/wasm.rs") {
            let lines = fs::read_to_string(&file).expect("UTF-8").lines().count();
            assert!(lines < 100, "src/wasm.rs has {lines} lines; what is more than a door belongs elsewhere");
        } else {
            for (line, text) in code(&file) {
                assert!(
                    !text.contains("wasm_bindgen"),
                    "{}:{line}: `wasm_bindgen` is said in wasm.rs alone",
                    shown(&file)
                );
            }
        }
    }
}

#[test]
fn the_page_never_parses_text_as_markup() {
    for file in files("www", &["js", "mjs", "html", "ts"]) {
        let text = fs::read_to_string(&file).expect("UTF-8");
        for (index, line) in text.lines().enumerate() {
            for way in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
                assert!(
                    !line.contains(way),
                    "{}:{}: `{way}` turns an article's text into markup",
                    shown(&file),
                    index + 1
                );
            }
        }
    }
}

#[test]
fn files_stay_short() {
    let mut faults = Vec::new();
    for file in files("src", &["rs"]) {
        let lines = fs::read_to_string(&file).expect("UTF-8").lines().count();
        if lines > LONGEST_FILE {
            faults.push(format!(
                "{} has {lines} lines, more than {LONGEST_FILE}: which of its concepts is a file of its own?",
                shown(&file)
            ));
        }
    }
    let readme = fs::read_to_string(root().join("README.md")).expect("the README").lines().count();
    if readme >= 200 {
        faults.push(format!("README.md has {readme} lines; under 200 are read"));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_table_has_its_source_and_licence() {
    // Until the folder has its README, the head of a table says where it comes from.
    let Ok(readme) = fs::read_to_string(root().join("src/lexicon/README.md")) else { return };
    for table in files("src/lexicon", &["tsv"]) {
        let name = table.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(readme.contains(&name), "src/lexicon/README.md does not say where {name} comes from");
    }
}

/// Every kind of name, value and fact has cases that people can read and amend.
#[test]
fn every_kind_has_its_cases() {
    let mut listed = String::new();
    for file in files("tests/spec", &["md"]) {
        let text = fs::read_to_string(&file).expect("UTF-8");
        for kinds in text.lines().filter_map(|l| l.strip_prefix("kinds:")) {
            let kinds = kinds
                .replace("names", "person, organisation, place, event, work")
                .replace("values", "money, percent, quantity, count, date, time, duration");
            listed.push_str(&kinds);
            listed.push(',');
        }
    }
    let listed: Vec<&str> = listed.split(',').map(str::trim).collect();
    let kinds = [
        "person",
        "organisation",
        "place",
        "event",
        "work",
        "money",
        "percent",
        "quantity",
        "count",
        "date",
        "time",
        "duration",
        "role",
        "founded",
        "acquisition",
        "ownership",
        "membership",
        "appointment",
        "death",
        "victory",
        "defeat",
        "accusation",
        "figure",
        "figureCheck",
    ];
    let missing: Vec<&str> = kinds.into_iter().filter(|k| !listed.contains(k)).collect();
    assert!(missing.is_empty(), "no file of tests/spec lists the cases of {}", missing.join(", "));
}

/// The map in the crate's documentation names every module.
#[test]
fn the_map_is_whole() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).expect("the crate's root");
    for module in lib.lines().filter_map(|l| l.strip_prefix("pub mod ")?.strip_suffix(';')) {
        assert!(
            lib.contains(&format!("//! | [`{module}`] |")) || lib.contains(&format!("//! | `{module}` |")),
            "src/lib.rs: the map does not name `{module}`"
        );
    }
}
