//! `reperes`: the reader for archives. Files, folders or JSON Lines in; JSON Lines, CSV, Markdown, HTML, JSON-LD or Web Annotations out.
//!
//! | module | what it does |
//! |---|---|
//! | `input` | what is to be read, one record after the other, none held longer than needed |
//! | `record` | a line or a file → an article's text, date, address |
//! | `pool` | all cores at work, results in the order of the input |
//! | `output` | an article → the bytes of one format |
//! | `compare` | two articles side by side |
//! | `sink` | where these bytes go, and how far a run that was broken off had come |
//!
//! Results go to the output stream or to files, everything else to the error stream. A record that can't be read is told with its line, and the rest goes on: the
//! exit status is 0 then, 1 with `--strict`; 1 where the run itself failed, 2 where the command was called wrongly.

mod compare;
mod input;
mod output;
mod pool;
mod record;
mod sink;

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Parser;
use indicatif::{ProgressBar, ProgressStyle};

/// Reads French news articles: names, values, quotations, roles and facts, each with the words that prove it.
#[derive(Parser)]
#[command(name = "reperes", version, max_term_width = 100, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Files and folders: `.jsonl` and `.ndjson` hold one article a line, of other files each is one; of folders `.txt` too. Without any, or for `-`, JSON Lines from
    /// the input stream
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    fields: record::Fields,
    #[command(flatten)]
    format: output::Format,
    #[command(flatten)]
    target: sink::Target,
    /// Articles that are read at the same time; without it as many as there are processors
    #[arg(long, short, value_name = "N")]
    jobs: Option<std::num::NonZero<usize>>,
    /// Exit with 1 when a record could not be read
    #[arg(long)]
    strict: bool,
    /// No progress and no summary
    #[arg(long, short)]
    quiet: bool,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Compare two articles: versions of one, or two papers' accounts of one story
    Compare(compare::Arguments),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match &arguments.command {
        Some(Command::Compare(arguments)) => compare::run(arguments).map(|()| 0),
        None => run(&arguments),
    };
    match done {
        Ok(bad) if arguments.strict && bad > 0 => ExitCode::FAILURE,
        Ok(_) => ExitCode::SUCCESS,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("reperes: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Reads everything; how many records could not be read.
fn run(arguments: &Arguments) -> Result<u64> {
    let started = Instant::now();
    let jobs = arguments.jobs.or_else(|| available_parallelism().ok()).map_or(1, std::num::NonZero::get);
    let input = input::Input::new(&arguments.inputs)?;
    let bar = progress(arguments.quiet, input.bytes);
    let mut sink = sink::Sink::open(&arguments.target, &arguments.format)?;
    let (skip, last) = sink.done();
    let items = input.items(skip, last)?;
    let (mut articles, mut bad) = (0_u64, 0_u64);
    let work = |item: input::Item| {
        let (place, bytes) = (item.place.clone(), item.bytes());
        let article = item.record(&arguments.fields);
        let written = article.and_then(|article| {
            if sink::is_there(&arguments.target, &arguments.format, &article.id) {
                return Ok(None);
            }
            Ok(Some((arguments.format.write(&article)?, article.id, article.doubt)))
        });
        (place, bytes, written)
    };
    pool::in_order(jobs, items, work, |(place, bytes, written)| {
        bar.inc(bytes);
        match written {
            Ok(Some((text, id, doubt))) => {
                articles += 1;
                if let Some(doubt) = doubt {
                    bar.suspend(|| eprintln!("{place}: {doubt}"));
                }
                sink.write(&place, &id, &text)?;
            }
            Ok(None) => sink.pass(&place)?,
            Err(error) => {
                bad += 1;
                bar.suspend(|| eprintln!("{place}: {error:#}"));
                sink.pass(&place)?;
            }
        }
        Ok(())
    })?;
    sink.close()?;
    bar.finish_and_clear();
    if !arguments.quiet {
        let seconds = started.elapsed().as_secs_f64();
        let rate = articles as f64 / seconds.max(f64::MIN_POSITIVE);
        let before = if skip > 0 { format!(", {skip} records done before") } else { String::new() };
        let unread = if bad > 0 { format!(", {bad} records not read") } else { String::new() };
        eprintln!("{articles} articles in {seconds:.1} s, {rate:.0} a second{before}{unread}");
    }
    Ok(bad)
}

/// A bar of bytes where the error stream is a terminal; else one that nobody sees.
fn progress(quiet: bool, bytes: Option<u64>) -> ProgressBar {
    if quiet || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let (bar, template) = match bytes {
        Some(bytes) => (ProgressBar::new(bytes), "{elapsed} {wide_bar} {bytes} of {total_bytes}, {eta} left"),
        None => (ProgressBar::new_spinner(), "{elapsed} {spinner} {bytes}, {bytes_per_sec}"),
    };
    bar.enable_steady_tick(Duration::from_millis(250));
    bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// Whoever read the output has seen enough (`| head`).
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
}
