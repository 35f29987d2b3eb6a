//! `cargo xtask test`: everything, from a machine with nothing but Rust and Node.
//!
//! Each step is announced and timed. A step that fails does not stop the others, except those that need what it makes; these
//! fail with it. Nothing is skipped in silence: the one part that needs files from outside the project says so where they
//! are not. The last line counts.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail};

use crate::project::{cargo, command, find, npm_install, root, run as run_command};
use crate::{dist, floor, toolchain, wasm, wire};

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
const STEPS: [Step; 10] = [
    step("format", || passed(run_command(cargo().args(["fmt", "--all", "--check"]), "formatting"))),
    step("clippy", || passed(run_command(cargo().args(CLIPPY), "clippy"))),
    step("unit, spec, invariant, house and type tests", || {
        passed(run_command(cargo().args(["test", "--workspace", "--no-fail-fast", "--quiet"]), "cargo test"))
    }),
    step("gold articles, against tests/floor.tsv", gold),
    step(BUILD, build),
    module_step("wire: the module's reports are the native ones", || passed(wire::check())),
    module_step("what ships, against its budgets", || passed(dist::pack())),
    module_step("the page in Chromium, and its helpers", || page("chromium", "test", "CHROMIUM", chromium()?)),
    module_step("the page in Firefox", || page("firefox", "engine", "FIREFOX", firefox()?)),
    module_step("the page in WebKit", || page("webkit", "engine", "WEBKIT", webkit()?)),
];

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

fn gold() -> Result<Outcome> {
    match floor::gold() {
        Some(folder) => passed(floor::check(&folder)),
        None => Ok(Outcome::NotRun(format!("{} does not lie beside the project", floor::GOLD))),
    }
}

/// The page's own tests in a real browser: its scripts by their types and its helpers with the first, the page in each.
fn page(engine: &str, script: &str, variable: &str, browser: PathBuf) -> Result<Outcome> {
    let folder = root().join("tests/browser");
    let npm = find(&["npm"]).context("npm is missing")?;
    npm_install(&npm, &folder)?;
    let mut test = command(npm);
    test.current_dir(folder).args(["run", script]).env("ENGINE", engine).env(variable, browser);
    passed(run_command(&mut test, &format!("npm run {script} in tests/browser")))
}

/// Chromium, installed if need be. `CHROMIUM` in the environment names another one.
pub(crate) fn chromium() -> Result<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    program("CHROMIUM", &["chromium"], || find(&names))
}

/// Firefox, likewise: `FIREFOX`.
fn firefox() -> Result<PathBuf> {
    program("FIREFOX", &["firefox-esr"], || find(&["firefox-esr", "firefox"]))
}

/// WebKitGTK's small browser, likewise: `WEBKIT`. It is driven by WebDriver, on a display of its own.
fn webkit() -> Result<PathBuf> {
    let folders = |parent: &Path| fs::read_dir(parent).into_iter().flatten().flatten().map(|entry| entry.path());
    program("WEBKIT", &["webkit2gtk-driver", "xvfb", "xauth"], || {
        find(&["WebKitWebDriver"])?;
        find(&["xvfb-run"])?;
        ["/usr/lib", "/usr/libexec"]
            .iter()
            .flat_map(|library| folders(Path::new(library)).flat_map(|folder| folders(&folder).chain([folder.clone()])))
            .map(|folder| folder.join("MiniBrowser"))
            .find(|browser| browser.is_file())
    })
}

/// What the variable names, else what is found, else what is found once the packages are installed.
fn program(variable: &str, packages: &[&str], find: impl Fn() -> Option<PathBuf>) -> Result<PathBuf> {
    let there = || env::var_os(variable).map(PathBuf::from).or_else(&find);
    there()
        .or_else(|| {
            toolchain::apt_install(packages);
            find()
        })
        .with_context(|| format!("not here: install {}, or name the browser in {variable}", packages.join(" ")))
}
