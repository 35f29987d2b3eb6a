//! Where things lie, and how another program is called.

use std::env;
use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The folder of the workspace, in which every command runs.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().expect("xtask lies in the workspace").to_path_buf()
}

/// Where cargo puts what it builds for this machine.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The cargo that called this program, else the one on the path.
pub(crate) fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A command in the project's folder.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// A program on the path, by any of the names it goes by; `None` when it is not installed.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    // npm is a script, and Windows knows scripts by their ending.
    const ENDINGS: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let files = names.iter().flat_map(|name| ENDINGS.iter().map(move |ending| format!("{name}{ending}")));
    files.flat_map(|file| folders.iter().map(move |folder| folder.join(&file))).find(|candidate| candidate.is_file())
}

/// Runs a command to its end and fails, with `what` it was for, unless it succeeded.
pub(crate) fn run(command: &mut Command, what: &str) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{what}: {program} could not be started"))?;
    if !status.success() {
        bail!("{what} failed ({status})");
    }
    Ok(())
}

/// Installs the npm packages of a folder exactly as its lock file names them, unless they are there.
pub(crate) fn npm_install(npm: &Path, folder: &Path) -> Result<()> {
    // npm writes this file last, as its record of what it installed.
    let record = folder.join("node_modules/.package-lock.json");
    let modified = |path: &Path| fs::metadata(path).and_then(|data| data.modified());
    if let (Ok(installed), Ok(locked)) = (modified(&record), modified(&folder.join("package-lock.json")))
        && installed >= locked
    {
        return Ok(());
    }
    let name = folder.strip_prefix(root()).unwrap_or(folder).display().to_string();
    say(format!("npm ci in {name}"));
    let mut install = command(npm);
    install.current_dir(folder).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).stdout(io::stderr());
    run(&mut install, &format!("npm ci in {name}"))
}

/// A program that cargo installs, in the version that the project was written for: on the path, or below the target folder, installed there if need be.
pub(crate) fn cargo_tool(name: &str, version: &str) -> Result<PathBuf> {
    let tools = target().join("tools");
    let own = tools.join("bin").join(format!("{name}{}", env::consts::EXE_SUFFIX));
    let fits = |program: &PathBuf| {
        let said = output(command(program).arg("--version"));
        said.is_some_and(|said| said.split_whitespace().any(|word| word == version))
    };
    if let Some(program) = find(&[name]).into_iter().chain([own.clone()]).find(fits) {
        return Ok(program);
    }
    say(format!("cargo install {name} {version} (some minutes)"));
    let mut install = cargo();
    install.args(["install", name, "--version", version, "--locked", "--quiet", "--root"]).arg(&tools);
    run(&mut install, &format!("installing {name}"))?;
    Ok(own)
}

/// What a command printed, or `None` when it could not be started or failed.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Tells the person at the terminal what happens now.
pub(crate) fn say(what: impl AsRef<str>) {
    eprintln!("· {}", what.as_ref());
}

/// Writes a result to the output stream. A reader that has seen enough (`| head`) is no error.
pub(crate) fn print(result: &str) -> Result<()> {
    match io::stdout().write_all(result.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// The command was called wrongly: with a file that is not there, a date that no calendar has.
#[derive(Debug)]
pub(crate) struct Misuse(String);

impl Misuse {
    /// What was wrong, in plain words.
    pub(crate) fn new(message: impl fmt::Display) -> Self {
        Self(message.to_string())
    }
}

impl fmt::Display for Misuse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misuse {}
