//! `cargo xtask hunt`: looks for texts that take more than twice the time when they are twice as long.
//!
//! | step | texts | up to |
//! |---|---|---|
//! | known | those that the tests read too, `tests/hard`, and the project's articles | 10 MB, four times as long each time |
//! | wide | patterns by chance, of words that the reader's code compares with or that its tables hold, and of names and numbers that are all different | 1 MB, eight times the first |
//! | deep | of these, what took too much longer, and the slowest | 10 MB, likewise |
//!
//! Time is that of the processor, and of several readings the shortest counts: what else the machine does does not. A text that makes the reader panic, run out of
//! stack or never end is told as such, since each reading has a process of its own. The same seed gives the same patterns. `--short` looks at less, for tests;
//! `cargo run --release --package xtask -- hunt` looks at more in the same time.

mod cost;
#[path = "../../tests/hard/mod.rs"]
pub(crate) mod hard;
pub(crate) mod literals;
mod pattern;

use std::fmt::Write;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use fastrand::Rng;
use rayon::prelude::*;
use reperes::MAX_BYTES;

use self::cost::{Cost, Reader};
use self::pattern::Pattern;
use crate::project::{print, root, say};
use crate::train::corpus;

/// The most times the time that twice the text may take.
///
/// Told by four times the text, of which each doubling has its half: what caches do to a single doubling is less of it.
const MOST_TIME: f64 = 2.3;

/// The same of the short version. In a test other programs share the caches, of which the longer text needs more; what is quadratic takes four times the time.
const MOST_TIME_SHORT: f64 = 3.0;

/// Bytes of memory for a byte of text, the report included. The aim is 20: the project's articles take 16 at 10 MB (30 at 1 MB, since each different word costs the same
/// in both), single digits, a token for two bytes, and straight marks without a space some 80, carriage returns alone 100. Higher is a leak, or something new that each token holds.
const MOST_MEMORY: f64 = 150.0;

/// The longest text of the short version: the memory of shorter ones is that of tables and stacks.
const LONG: usize = 1_000_000;

/// Bytes of the shortest text that is compared: below, what is done once for any text counts.
const SHORTEST: usize = 100_000;

/// How many times as long the longer text of the wide search is.
const WIDE: usize = 8;

/// What took so many times the time for [`WIDE`] times the text is looked at more closely.
const SUSPICIOUS: f64 = WIDE as f64 * 1.3;

/// So many of the slowest, byte for byte, are looked at more closely too.
const SLOWEST: usize = 6;

/// Readings of one text, when the first say that it takes too long.
const TRIES: usize = 5;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Seconds of the wide search
    #[arg(long, default_value_t = 300)]
    seconds: u64,
    /// Other patterns
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// A minute, for tests: texts up to 1 MB
    #[arg(long)]
    short: bool,
    /// Read the text of the input stream and tell what it costs
    #[arg(long, hide = true)]
    pub(crate) one: bool,
}

/// How far each text is doubled, and the most times the time that twice the text may take.
#[derive(Clone, Copy)]
struct Reach {
    longest: usize,
    most: f64,
}

/// A text at any length, and its name.
type Text<'a> = (String, Box<dyn Fn(usize) -> String + Sync + Send + 'a>);

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    if arguments.one {
        return cost::read_one();
    }
    let reader = Reader::find()?;
    let (reach, seconds) = if arguments.short {
        (Reach { longest: LONG, most: MOST_TIME_SHORT }, 20)
    } else {
        (Reach { longest: MAX_BYTES, most: MOST_TIME }, arguments.seconds)
    };
    let megabytes = reach.longest / 1_000_000;
    let mut failed = Vec::new();

    say(format!("known texts, up to {megabytes} MB"));
    let articles = articles()?;
    let mut known: Vec<Text<'_>> =
        vec![("the project's articles".to_owned(), Box::new(|bytes| distinct(&articles, bytes)))];
    known.extend(hard::texts().into_iter().map(|(what, text)| -> Text<'_> { (what.to_owned(), Box::new(text)) }));
    chase_all(&reader, known, reach, &mut failed)?;

    say(format!("patterns, seed {}, for {seconds} s", arguments.seed));
    let found = wide(&reader, arguments.seed, Duration::from_secs(seconds), &mut failed)?;
    say(format!("{} of them looked at more closely, up to {megabytes} MB", found.len()));
    let found = found
        .into_iter()
        .map(|pattern| -> Text<'_> { (pattern.to_string(), Box::new(move |bytes| pattern.text(bytes))) });
    chase_all(&reader, found.collect(), reach, &mut failed)?;

    if !failed.is_empty() {
        bail!("{}", failed.join("\n"));
    }
    say(format!(
        "nothing takes more than {} times the time for twice the text, nor {MOST_MEMORY} times its memory",
        reach.most
    ));
    Ok(())
}

/// The short version, which the tests run.
pub(crate) fn check() -> Result<()> {
    run(&Arguments { seconds: 0, seed: 1, short: true, one: false })
}

/// Patterns by chance, all cores, until the time is over: those worth a closer look.
fn wide(reader: &Reader, seed: u64, time: Duration, failed: &mut Vec<String>) -> Result<Vec<Pattern>> {
    let lists = literals::lists()?;
    let (rng, begun) = (Mutex::new(Rng::with_seed(seed)), Instant::now());
    let measured = Mutex::new(Vec::new());
    rayon::broadcast(|_| {
        while begun.elapsed() < time {
            let pattern = Pattern::random(&mut rng.lock().expect("nobody panics with it"), &lists);
            let ratio = ratio(reader, &|bytes| pattern.text(bytes), SHORTEST * 10 / WIDE, SHORTEST * 10, SUSPICIOUS);
            measured.lock().expect("nobody panics with it").push((pattern, ratio));
        }
    });
    let measured = measured.into_inner().expect("nobody panicked with it");
    say(format!("{} patterns", measured.len()));
    let mut kept = Vec::new();
    let mut others = Vec::new();
    for (pattern, ratio) in measured {
        match ratio {
            Ok((ratio, _)) if ratio > SUSPICIOUS => kept.push(pattern),
            Ok((_, cost)) => others.push((cost.seconds, pattern)),
            Err(error) => failed.push(format!("{pattern}: {error:#}")),
        }
    }
    others.sort_by(|a, b| b.0.total_cmp(&a.0));
    kept.extend(others.into_iter().take(SLOWEST).map(|(_, pattern)| pattern));
    Ok(kept)
}

/// Doubles each text as far as `reach`, all cores, and prints what it costs.
fn chase_all(reader: &Reader, texts: Vec<Text<'_>>, reach: Reach, failed: &mut Vec<String>) -> Result<()> {
    let measured = |(what, text): &Text<'_>| {
        let row = chase(reader, text, reach);
        if let Ok(Row { ratio, seconds, .. }) = &row {
            say(format!("{ratio:.2} times for twice, {seconds:.2} s for 1 MB: {what}"));
        }
        (what.clone(), row)
    };
    let rows: Vec<_> = texts.par_iter().map(measured).collect();
    let mut table = format!("{:>8} {:>9} {:>8}  text\n", "doubled", "s for MB", "memory");
    for (what, row) in rows {
        match row {
            Ok(row) => {
                let _ = writeln!(table, "{:>8.2} {:>9.2} {:>8.1}  {what}", row.ratio, row.seconds, row.memory);
                if row.ratio > reach.most {
                    failed.push(format!(
                        "{what}: twice the text, {} bytes, takes {:.2} times the time",
                        row.at, row.ratio
                    ));
                }
                if row.memory > MOST_MEMORY {
                    failed.push(format!("{what}: {:.0} bytes of memory for a byte of text", row.memory));
                }
            }
            Err(error) => failed.push(format!("{what}: {error:#}")),
        }
    }
    print(&table)
}

/// The worst of one text.
struct Row {
    /// How many times the time twice the text takes, and how long the longer one is.
    ratio: f64,
    at: usize,
    /// Seconds for a million bytes of the longest.
    seconds: f64,
    /// Bytes of memory for a byte of the longest.
    memory: f64,
}

fn chase(reader: &Reader, text: &(dyn Fn(usize) -> String + Sync), reach: Reach) -> Result<Row> {
    let mut row = Row { ratio: 0.0, at: 0, seconds: 0.0, memory: 0.0 };
    let mut length = reach.longest;
    while length / 4 >= SHORTEST {
        let (ratio, cost) = ratio(reader, text, length / 4, length, reach.most * reach.most)?;
        let doubled = ratio.sqrt();
        if doubled > row.ratio {
            (row.ratio, row.at) = (doubled, length);
        }
        if length == reach.longest {
            row.seconds = cost.seconds / (length as f64 / 1e6);
            row.memory = cost.memory as f64 / length as f64;
        }
        length /= 4;
    }
    Ok(row)
}

/// How many times the time of `short` bytes `long` bytes take, and what these cost. More than `most` is measured again.
fn ratio(reader: &Reader, text: &dyn Fn(usize) -> String, short: usize, long: usize, most: f64) -> Result<(f64, Cost)> {
    /// What takes less is not compared, in seconds.
    const NO_TIME: f64 = 0.01;
    let (short, long) = (text(short), text(long));
    let (mut of_short, mut of_long) = (reader.cost(&short)?, reader.cost(&long)?);
    let ratio = |short: Cost, long: Cost| long.seconds / short.seconds.max(NO_TIME);
    for _ in 1..TRIES {
        if ratio(of_short, of_long) <= most {
            break;
        }
        of_short.seconds = of_short.seconds.min(reader.cost(&short)?.seconds);
        of_long.seconds = of_long.seconds.min(reader.cost(&long)?.seconds);
    }
    Ok((ratio(of_short, of_long), of_long))
}

/// The project's articles, which were written to train the names model: some 90,000 words.
fn articles() -> Result<String> {
    let articles = corpus::written(&root().join("xtask/articles"))?;
    Ok(articles.into_iter().map(|article| article.text + "\n\n").collect())
}

/// So many bytes of them; each time over with other numbers at the end of each line, since lines that are repeated are set aside and cost little.
fn distinct(articles: &str, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes);
    for time in 0.. {
        for line in articles.lines() {
            if text.len() + line.len() + 16 > bytes {
                return text;
            }
            text.push_str(line);
            if time > 0 && !line.is_empty() {
                let _ = write!(text, " {time}.");
            }
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hard_texts_are_as_long_as_asked_and_not_longer() {
        for (what, text) in hard::texts() {
            for bytes in [100, 1_000, MAX_BYTES] {
                let length = text(bytes).len();
                assert!(length <= bytes && length > bytes - 100, "{what}: {length} of {bytes}");
            }
        }
    }

    #[test]
    fn articles_are_long_and_differ_each_time() {
        let articles = articles().unwrap();
        assert!(articles.split_whitespace().count() > 80_000);
        let text = distinct(&articles, 2 * articles.len());
        assert!(text.len() > 19 * articles.len() / 10 && text.contains(" 1.\n"));
    }
}
