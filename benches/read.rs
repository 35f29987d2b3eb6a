//! How long reading takes, natively: the whole, and each layer with all before it given. `cargo xtask bench` runs it and the same in other readers.
//!
//! `ARTICLES` names a JSON file, a list of articles with `name` and `text`; without it the project's sample is read. Prints a line of JSON: for each article and
//! each layer the milliseconds of every reading.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use reperes::text::Text;
use reperes::{Options, facts, links, mentions, names, quotes, read, rules, tokens, values};
use serde_json::{Map, Value, json};

/// How long each text is read over and over, and at most how many times.
const TIME_EACH: Duration = Duration::from_secs(2);
const MOST_TIMES: usize = 50;
const LEAST_TIMES: usize = 5;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let articles = match env::var_os("ARTICLES") {
        Some(file) => serde_json::from_slice(&fs::read(file).expect("the articles")).expect("a list of articles"),
        None => {
            let text = fs::read_to_string(root.join("www/sample.txt")).expect("the sample");
            vec![json!({ "name": "sample", "text": text })]
        }
    };
    let begun = Instant::now();
    black_box(read("Oui.", &Options::new()).expect("a short text"));
    let start = begun.elapsed().as_secs_f64() * 1000.0;
    let of = |article: &Value| {
        let field = |key: &str| article[key].as_str().expect("a string").to_owned();
        (field("name"), Value::Object(measures(&field("text"))))
    };
    let times: Map<String, Value> = articles.iter().map(of).collect();
    println!("{}", json!({ "start": start, "memory": peak(), "times": times }));
}

/// The milliseconds of every reading, by layer.
fn measures(text: &str) -> Map<String, Value> {
    let options = Options::new().with_published("2025-02-11").expect("a date");
    let door = Text::new(text).expect("within the limit");
    let rules = rules::read(options.rules());
    let tokens = tokens::read(door);
    let mentions = mentions::choose(names::find(&tokens), values::find(&tokens));
    let links = links::read(&tokens, &mentions, options.published(), &rules);
    let quotes = quotes::read(&tokens, &mentions, &links);
    let mut all = Map::new();
    let mut add = |layer: &str, work: &mut dyn FnMut()| {
        all.insert(layer.to_owned(), json!(repeat(work)));
    };
    add("all", &mut || drop(black_box(read(black_box(text), &options))));
    add("tokens", &mut || drop(black_box(tokens::read(black_box(door)))));
    add("names", &mut || drop(black_box(names::find(black_box(&tokens)))));
    add("values", &mut || drop(black_box(values::find(black_box(&tokens)))));
    add("links", &mut || drop(black_box(links::read(&tokens, black_box(&mentions), options.published(), &rules))));
    add("quotes", &mut || drop(black_box(quotes::read(&tokens, &mentions, black_box(&links)))));
    add("facts", &mut || drop(black_box(facts::read(&tokens, &mentions, &links, black_box(&quotes)))));
    all
}

fn repeat(work: &mut dyn FnMut()) -> Vec<f64> {
    let (mut times, started) = (Vec::new(), Instant::now());
    while times.len() < LEAST_TIMES || (times.len() < MOST_TIMES && started.elapsed() < TIME_EACH) {
        let begun = Instant::now();
        work();
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    times
}

/// Megabytes of memory at most so far, where Linux tells.
fn peak() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let kilobytes: f64 =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix("kB")?.trim().parse().ok())?;
    Some(kilobytes / 1000.0)
}
