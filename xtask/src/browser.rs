//! The browsers that the page is tested, measured and shown in: found, or installed; and the Node programs that drive them.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::{command, find, npm_install, root, run as run_command};
use crate::toolchain;

/// Runs a script of `tests/browser/package.json`.
pub(crate) fn script(name: &str, variables: impl IntoIterator<Item = (&'static str, OsString)>) -> Result<()> {
    let folder = root().join("tests/browser");
    let npm = find(&["npm"]).context("npm is missing")?;
    npm_install(&npm, &folder)?;
    let mut script = command(npm);
    script.current_dir(folder).args(["run", name]).envs(variables);
    run_command(&mut script, &format!("npm run {name} in tests/browser"))
}

/// The pictures of the README, taken anew.
pub(crate) fn screenshots() -> Result<()> {
    crate::wasm::build()?;
    script("screenshot", [("CHROMIUM", chromium()?.into_os_string())])
}

/// Chromium, installed if need be. `CHROMIUM` in the environment names another one.
pub(crate) fn chromium() -> Result<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    program("CHROMIUM", &["chromium"], || find(&names))
}

/// Firefox, likewise: `FIREFOX`.
pub(crate) fn firefox() -> Result<PathBuf> {
    program("FIREFOX", &["firefox-esr"], || find(&["firefox-esr", "firefox"]))
}

/// WebKitGTK's small browser, likewise: `WEBKIT`. It is driven by WebDriver, on a display of its own.
pub(crate) fn webkit() -> Result<PathBuf> {
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
