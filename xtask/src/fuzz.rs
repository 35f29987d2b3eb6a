//! `cargo xtask fuzz`: libFuzzer, which looks for inputs that lead to code no other input has led to, reads what `fuzz/` asks of the reader: ten minutes for each target.
//!
//! It begins with the project's own texts (the cases of `tests/spec`, the articles, the sample) and knows the reader's own words (its dictionary). What it found on the way
//! is kept in `target/fuzz/corpus` and is where the next run begins; an input that fails lies in `target/fuzz/failed`, and the message says how to run it again.
//!
//! `cargo fuzz` builds the targets, and is installed below `target/` where it is missing. It is told to leave out its sanitizers: the crate forbids unsafe code, so that they would find
//! nothing, and they alone need a nightly compiler.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread::available_parallelism;

use anyhow::{Context, Result, bail, ensure};
use rayon::prelude::*;

use crate::hunt::{hard, literals};
use crate::project::{cargo, command, find, output, run as run_command, say, target};
use crate::{toolchain, wire};

/// The version that the flags below were written for.
const CARGO_FUZZ: &str = "0.13.2";

/// The targets of `fuzz/`, and whether the project's texts are inputs for them; the others build their texts themselves.
const TARGETS: [(&str, bool); 9] = [
    ("article", false),
    ("export", true),
    ("lookups", true),
    ("names", true),
    ("options", false),
    ("quotes", true),
    ("reading", true),
    ("tokens", true),
    ("values", true),
];

/// Seconds after which one input counts as one without an end.
const LONGEST: u32 = 20;

/// Bytes of the longest input: longer ones `cargo xtask hunt` reads.
const MOST_BYTES: u32 = 4096;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The targets; without any, all
    targets: Vec<String>,
    /// Seconds for each target; as many as there are processors run at the same time
    #[arg(long, default_value_t = 600)]
    seconds: u64,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let known = |name: &String| TARGETS.iter().find(|(target, _)| target == name);
    let missing =
        || crate::project::Misuse::new(format!("the targets are {}", TARGETS.map(|(name, _)| name).join(", ")));
    let named: Option<Vec<_>> = arguments.targets.iter().map(known).collect();
    let named = named.with_context(missing)?;
    let targets = if named.is_empty() { TARGETS.iter().collect() } else { named };
    smoke(&targets, arguments.seconds)
}

/// Thirty seconds for each target: what the tests run.
pub(crate) fn check() -> Result<()> {
    smoke(&TARGETS.iter().collect::<Vec<_>>(), 30)
}

fn smoke(targets: &[&(&str, bool)], seconds: u64) -> Result<()> {
    let programs = build()?;
    let folder = folder();
    seed(&folder)?;
    let threads = available_parallelism()?.get();
    say(format!("{} targets for {seconds} s each, {threads} at the same time", targets.len()));
    let failed = Mutex::new(Vec::new());
    rayon::ThreadPoolBuilder::new().num_threads(threads).build()?.install(|| {
        targets.par_iter().for_each(|(name, reads_text)| match fuzz(&programs, &folder, name, *reads_text, seconds) {
            Ok(what) => say(format!("{name}: {what}")),
            Err(error) => failed.lock().expect("nobody panics with it").push(format!("{name}: {error:#}")),
        });
    });
    let failed = failed.into_inner().expect("nobody panicked with it");
    ensure!(failed.is_empty(), "{}", failed.join("\n"));
    Ok(())
}

fn folder() -> PathBuf {
    target().join("fuzz")
}

/// Builds all targets; the folder with their programs.
fn build() -> Result<PathBuf> {
    let tools = target().join("tools");
    let program =
        match find(&["cargo-fuzz"]).or_else(|| Some(tools.join("bin/cargo-fuzz")).filter(|file| file.is_file())) {
            Some(program) => program,
            None => {
                say(format!("cargo install cargo-fuzz {CARGO_FUZZ} (a minute)"));
                let mut install = cargo();
                install
                    .args(["install", "cargo-fuzz", "--version", CARGO_FUZZ, "--locked", "--quiet", "--root"])
                    .arg(&tools);
                run_command(&mut install, "installing cargo-fuzz")?;
                tools.join("bin/cargo-fuzz")
            }
        };
    if find(&["c++", "g++", "clang++"]).is_none() {
        // libFuzzer is written in C++.
        toolchain::apt_install(&["g++"]);
    }
    say("building the fuzz targets (a minute or two)");
    let mut build = command(program);
    build.args(["fuzz", "build", "--release", "--sanitizer", "none", "--target-dir"]).arg(folder());
    run_command(&mut build, "building the fuzz targets")?;
    let host = output(command("rustc").args(["--print", "host-tuple"])).context("rustc does not tell its host")?;
    Ok(folder().join(host).join("release"))
}

/// Writes the project's texts, one a file, and the dictionary.
fn seed(folder: &Path) -> Result<()> {
    let seeds = folder.join("seeds");
    fs::create_dir_all(&seeds)?;
    let mut texts: Vec<String> = wire::texts()?.into_iter().map(|(_, text)| text).collect();
    for file in fs::read_dir(crate::project::root().join("tests/spec"))? {
        texts.extend(cases(&fs::read_to_string(file?.path())?));
    }
    for (number, text) in texts.iter().enumerate() {
        fs::write(seeds.join(format!("{number:04}")), text)?;
    }
    let pieces = hard::PIECES.iter().map(|&piece| piece.to_owned());
    let words = literals::lists()?.into_iter().flatten().chain(pieces);
    fs::write(folder.join("french.dict"), words.map(|word| entry(&word)).collect::<String>())?;
    Ok(())
}

/// The texts of a file of cases: lines that begin with `>`, one below the other.
fn cases(spec: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    for line in spec.lines() {
        match (line.strip_prefix('>'), texts.last_mut()) {
            (Some(line), Some(text)) => *text = text.clone() + line.trim_start() + "\n",
            (None, Some(text)) if !text.is_empty() => texts.push(String::new()),
            _ => {}
        }
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// A line of libFuzzer's dictionary.
fn entry(word: &str) -> String {
    let escaped = word.bytes().map(|byte| match byte {
        b'"' | b'\\' => format!("\\{}", char::from(byte)),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("\\x{byte:02X}"),
    });
    format!("\"{}\"\n", escaped.collect::<String>())
}

/// Runs one target; how much it read.
fn fuzz(programs: &Path, folder: &Path, name: &str, reads_text: bool, seconds: u64) -> Result<String> {
    let (corpus, failed, log) =
        (folder.join("corpus").join(name), folder.join("failed").join(name), folder.join(format!("{name}.log")));
    fs::create_dir_all(&corpus)?;
    fs::create_dir_all(&failed)?;
    let mut fuzzer = Command::new(programs.join(name));
    fuzzer.arg(&corpus).args(reads_text.then(|| folder.join("seeds")));
    fuzzer.arg(format!("-artifact_prefix={}/", failed.display()));
    fuzzer
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-timeout={LONGEST}"))
        .arg(format!("-max_len={MOST_BYTES}"));
    if reads_text {
        fuzzer.arg(format!("-dict={}", folder.join("french.dict").display()));
    } else {
        // Long from the start: an article of three pieces is none.
        fuzzer.arg("-len_control=0");
    }
    let file = File::create(&log)?;
    let status = fuzzer
        .stdout(file.try_clone()?)
        .stderr(file)
        .status()
        .with_context(|| format!("{name} could not be started"))?;
    let said = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
    if status.success() {
        let last = |what: &str| said.lines().rev().find(|line| line.contains(what)).unwrap_or_default().to_owned();
        let covered = last("cov: ").split("cov: ").nth(1).and_then(|rest| rest.split(' ').next().map(str::to_owned));
        return Ok(format!("{}, {} places of the code", last("Done "), covered.unwrap_or_default()));
    }
    let told = said.lines().skip_while(|line| !line.contains("panicked at") && !line.contains("ERROR")).take(4);
    let told = told.collect::<Vec<_>>().join("\n  ");
    let input = said.lines().find_map(|line| line.split("Test unit written to ").nth(1)).unwrap_or("(no input)");
    // Of a machine that is gone nothing is left but what was said.
    let bytes = said.lines().find(|line| line.starts_with("Base64: ")).unwrap_or_default();
    bail!(
        "{told}\n  again: {} {input}\n  {bytes}\n  all that was said: {}",
        programs.join(name).display(),
        log.display()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_its_file() {
        let files = fs::read_dir(crate::project::root().join("fuzz/targets")).unwrap();
        let mut files: Vec<String> = files.map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
        files.sort();
        assert_eq!(files, TARGETS.map(|(name, _)| format!("{name}.rs")));
    }

    #[test]
    fn cases_and_entries_are_as_the_fuzzer_takes_them() {
        assert_eq!(cases("Prose.\n> Un.\n> Deux.\n- nothing\n> Trois.\n"), ["Un.\nDeux.\n", "Trois.\n"]);
        assert_eq!(entry("a\"é"), "\"a\\\"\\xC3\\xA9\"\n");
    }
}
