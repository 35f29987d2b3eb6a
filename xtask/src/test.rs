//! `cargo xtask test`: everything, from a machine with nothing but Rust and Node.
//!
//! Each step is announced and timed. A step that fails does not stop the others, except those that need what it makes; these
//! fail with it. Nothing is skipped in silence: the one part that needs files from outside the project says so where they
//! are not. The last line counts.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, anyhow, bail};

use crate::bench::instructions;
use crate::project::{cargo, find, run as run_command};
use crate::{audit, browser, consumers, dist, floor, fuzz, hunt, wasm, wire};

/// What became of a step that did not fail.
enum Outcome {
    Passed,
    /// Why it was not run.
    NotRun(String),
}

/// A step and whether it needs the module in `www/pkg`.
struct Step {
    title: &'static str,
    needs_module: bool,
    run: fn() -> Result<Outcome>,
}

const fn step(title: &'static str, run: fn() -> Result<Outcome>) -> Step {
    Step { title, needs_module: false, run }
}

const fn module_step(title: &'static str, run: fn() -> Result<Outcome>) -> Step {
    Step { title, needs_module: true, run }
}

/// Cheap ones first; the module is built by the last of the steps that do not need it.
const STEPS: [Step; 16] = [
    step("format", || passed(run_command(cargo().args(["fmt", "--all", "--check"]), "formatting"))),
    step("clippy", || passed(run_command(cargo().args(CLIPPY), "clippy"))),
    step("unit, spec, invariant, house and type tests", || {
        passed(run_command(cargo().args(["test", "--workspace", "--no-fail-fast", "--quiet"]), "cargo test"))
    }),
    step("the crate as it is packed", || passed(run_command(cargo().args(PACKAGE), "cargo package"))),
    step("licences, duplicates, build scripts and sources of what is built in", || passed(audit::check())),
    step("fuzz targets, thirty seconds each", || passed(fuzz::check())),
    step("no text takes more than its time", || passed(hunt::check())),
    step("instructions a token, against their budget", instructions),
    step("gold articles, against tests/floor.tsv", gold),
    step(BUILD, build),
    module_step("wire: the module's reports are the native ones", || passed(wire::check())),
    module_step("what ships, against its budgets", || passed(dist::pack())),
    module_step("what is exported and shipped, in other programs", || passed(consumers::check())),
    module_step("the page in Chromium, and its helpers", || page("chromium", "test", "CHROMIUM", browser::chromium()?)),
    module_step("the page in Firefox", || page("firefox", "engine", "FIREFOX", browser::firefox()?)),
    module_step("the page in WebKit", || page("webkit", "engine", "WEBKIT", browser::webkit()?)),
];

const PACKAGE: [&str; 5] = ["package", "--package", "reperes", "--allow-dirty", "--quiet"];
const BUILD: &str = "build for the browser";
const CLIPPY: [&str; 7] = ["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"];

pub(crate) fn run() -> ExitCode {
    let started = Instant::now();
    let (mut passed, mut failed, mut not_run) = (0, 0, 0);
    let mut module = true;
    for step in &STEPS {
        println!("\n── {}", step.title);
        let step_started = Instant::now();
        let outcome = if step.needs_module && !module {
            Err(anyhow!("it needs the module, which was not built"))
        } else {
            (step.run)()
        };
        let seconds = step_started.elapsed().as_secs_f32();
        match outcome {
            Ok(Outcome::Passed) => {
                passed += 1;
                println!("   passed in {seconds:.1} s");
            }
            Ok(Outcome::NotRun(why)) => {
                not_run += 1;
                println!("   not run: {why}");
            }
            Err(error) => {
                failed += 1;
                module &= step.title != BUILD;
                println!("   FAILED in {seconds:.1} s: {error:#}");
            }
        }
    }
    println!("\n{} s in all", started.elapsed().as_secs());
    let skipped = if not_run == 0 { String::new() } else { format!(", {not_run} skipped") };
    println!("{passed} passed, {failed} failed{skipped}");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn passed(result: Result<()>) -> Result<Outcome> {
    result.map(|()| Outcome::Passed)
}

/// The module as it ships. Without Node it would stay unoptimised, and neither it nor the page could be tested.
fn build() -> Result<Outcome> {
    if find(&["node"]).is_none() || find(&["npm"]).is_none() {
        bail!("Node and npm are missing: install them (any Node from 20 on)");
    }
    passed(wasm::build())
}

fn instructions() -> Result<Outcome> {
    match instructions::obstacle() {
        None => passed(instructions::run()),
        Some(obstacle) => Ok(Outcome::NotRun(obstacle.to_owned())),
    }
}

fn gold() -> Result<Outcome> {
    match floor::gold() {
        Some(folder) => passed(floor::check(&folder)),
        None => Ok(Outcome::NotRun(format!("{} does not lie beside the project", floor::GOLD))),
    }
}

/// The page's own tests in a real browser: its scripts by their types and its helpers with the first, the page in each.
fn page(engine: &str, script: &str, variable: &'static str, program: PathBuf) -> Result<Outcome> {
    let mut variables = vec![("ENGINE", OsString::from(engine)), (variable, program.into_os_string())];
    if let Some(gold) = floor::gold() {
        variables.extend([("PAGES", gold.with_file_name("pages").into()), ("GOLD", gold.into())]);
    }
    passed(browser::script(script, variables))
}
