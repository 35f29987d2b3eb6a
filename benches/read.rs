//! How long reading takes, natively: `cargo xtask bench` runs this and the same in WebAssembly.
//!
//! Prints one line a text: milliseconds for the text, and for a thousand words of it. The median of many readings, since a
//! machine has other things to do now and then.

use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, hint};

use reperes::{MAX_BYTES, Options, read};

/// How long each text is read over and over.
const TIME_EACH: Duration = Duration::from_secs(1);

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = ["tests/articles", "www"]
        .iter()
        .filter_map(|folder| fs::read_dir(root.join(folder)).ok())
        .flat_map(|entries| entries.flatten().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    let mut all = String::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("the project's articles are UTF-8");
        measure(&file.file_stem().expect("it has a name").to_string_lossy(), &text);
        all += &text;
        all += "\n";
    }
    if !all.is_empty() {
        measure("all, over and over to 10 MB", &all.repeat(MAX_BYTES / all.len()));
    }
}

fn measure(name: &str, text: &str) {
    let options = Options::new().with_published("2025-02-11").expect("a date");
    let mut times = Vec::new();
    let started = Instant::now();
    while times.is_empty() || started.elapsed() < TIME_EACH {
        let begun = Instant::now();
        hint::black_box(read(hint::black_box(text), &options).expect("within the limit"));
        times.push(begun.elapsed());
    }
    times.sort();
    let words = text.split_whitespace().count();
    let milliseconds = times[times.len() / 2].as_secs_f64() * 1000.0;
    println!(
        "{name:<32} {words:>9} words {milliseconds:>10.2} ms {:>8.2} ms per 1,000 words",
        milliseconds / words as f64 * 1000.0
    );
}
