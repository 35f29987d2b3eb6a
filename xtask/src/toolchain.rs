//! A compiler that can build for WebAssembly, found or installed.
//!
//! Three ways lead there, tried in this order; what is there already is never installed again:
//!
//! 1. the compiler of this project has the standard library, as source or compiled for the target;
//! 2. rustup brings the one or the other, where its server can be reached;
//! 3. Debian's `rustc-web` with the library's source: a second compiler. The source must match the compiler, so Debian's
//!    compiler and cargo are called by full name and the project's own are left alone.
//!
//! Where none works, one message names the three.
//!
//! From source, the standard library is built together with the crate (`-Z build-std`) and small: with plain sorting, and
//! without the texts and places of panics, which a browser does not show. The module is then 27 kB smaller in brotli (474 kB
//! rather than 501) and reads as fast.

use std::env;
use std::fs;
use std::io::{IsTerminal, stdin};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::project::{self, command, find, output, say};

/// The target that browsers run.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's packages of the third way.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// Debian's compiler and cargo. Full names: the path may lead to rustup's instead.
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";

/// A way to compile for [`TARGET`].
pub(crate) enum Compiler {
    /// The compiler of this project builds the standard library from source.
    OwnFromSource,
    /// The compiler of this project has the target's standard library, compiled for speed.
    Own,
    /// Debian's compiler builds the standard library from source and links with this `wasm-ld`.
    Debian { linker: PathBuf },
}

impl Compiler {
    /// `cargo build` for [`TARGET`]; the caller adds what to build.
    pub(crate) fn cargo_build(&self) -> Command {
        let mut cargo = match self {
            Compiler::OwnFromSource | Compiler::Own => project::cargo(),
            Compiler::Debian { .. } => command(DEBIAN_CARGO),
        };
        cargo.args(["build", "--target", TARGET]);
        // Where the builder keeps libraries stands in the places of panics: the module would differ from one machine to the next.
        let homes = [env::var_os("CARGO_HOME"), env::var_os("RUSTUP_HOME"), env::var_os("HOME")];
        let remap = homes.iter().flatten().map(|home| format!("'--remap-path-prefix={}=~'", home.display()));
        let remap: Vec<String> = remap.collect();
        cargo.arg("--config").arg(format!("target.{TARGET}.rustflags=[{}]", remap.join(",")));
        if !matches!(self, Compiler::Own) {
            cargo.args(["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"]);
            cargo.args(["-Z", "panic-immediate-abort"]).env("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort");
            // `-Z` on a released compiler: the flag of the compiler's own build, meant for distributions.
            cargo.env("RUSTC_BOOTSTRAP", "1");
        }
        if let Compiler::Debian { linker } = self {
            cargo.env("RUSTC", DEBIAN_RUSTC);
            cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            // Set by the cargo that runs us, and would lead this compiler to the other one's libraries.
            cargo.env_remove("LD_LIBRARY_PATH").env_remove("RUSTUP_TOOLCHAIN").env_remove("RUSTC_WRAPPER");
        }
        cargo
    }

    /// In plain words.
    pub(crate) fn describe(&self) -> &'static str {
        match self {
            Compiler::OwnFromSource => "with the project's compiler and a standard library built from source",
            Compiler::Own => {
                "with the project's compiler and its ready-made standard library \
                 (from source, which `rustup component add rust-src` brings, the module would be smaller)"
            }
            Compiler::Debian { .. } => "with Debian's compiler and a standard library built from source",
        }
    }
}

/// A compiler for [`TARGET`], installed if need be.
pub(crate) fn find_or_install() -> Result<Compiler> {
    if let Some(compiler) = own().or_else(debian) {
        return Ok(compiler);
    }
    say(format!("this compiler lacks the standard library for {TARGET}"));
    if find(&["rustup"]).is_some() {
        for arguments in [["component", "add", "rust-src"], ["target", "add", TARGET]] {
            say(format!("rustup {}", arguments.join(" ")));
            let added = command("rustup").args(arguments).status();
            if let (true, Some(compiler)) = (added.is_ok_and(|status| status.success()), own()) {
                return Ok(compiler);
            }
        }
        say("rustup could not bring it");
    }
    if find(&["apt-get"]).is_some() {
        if apt_install(&PACKAGES)
            && let Some(compiler) = debian()
        {
            return Ok(compiler);
        }
        say("Debian's packages could not be installed");
    }
    bail!(
        "no compiler here builds for WebAssembly. Any one of these ways will do:\n\
         \x20 1. a Rust that has the target: `rustc --print target-libdir --target {TARGET}` names a folder that exists\n\
         \x20 2. rustup, where its server can be reached: rustup component add rust-src\n\
         \x20 3. Debian or Ubuntu, as root or with sudo: apt-get install {}",
        PACKAGES.join(" ")
    )
}

/// Installs Debian packages, as root or with sudo. Says what it does; whether it worked is the answer.
pub(crate) fn apt_install(packages: &[&str]) -> bool {
    let root = output(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    let apt = |arguments: &[&str]| {
        let mut apt = if root { Command::new("apt-get") } else { Command::new("sudo") };
        if !root {
            // Without a terminal nobody can type a password: then sudo fails instead of waiting for one.
            apt.args(if stdin().is_terminal() { &["apt-get"][..] } else { &["-n", "apt-get"] });
        }
        apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::inherit()).stdout(Stdio::null());
        apt.status().is_ok_and(|status| status.success())
    };
    if !root && find(&["sudo"]).is_none() {
        return false;
    }
    let how = if root { "" } else { ", with sudo" };
    say(format!("apt-get install {} (a minute or two{how})", packages.join(" ")));
    let install = [&["install", "--yes", "--no-install-recommends", "--quiet"], packages].concat();
    // A list of packages that was never fetched knows none of them, an old one names files that are gone. Whether every
    // source of packages answered is not ours to judge: installing tells.
    apt(&["update", "--quiet"]);
    apt(&install)
}

/// The compiler of this project, if it has the standard library: rather as source, for a small module.
fn own() -> Option<Compiler> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let ask = |arguments: &[&str]| output(command(&rustc).args(arguments).stderr(Stdio::null()));
    if has_source(&ask(&["--print", "sysroot"])?) {
        return Some(Compiler::OwnFromSource);
    }
    let folder = ask(&["--print", "target-libdir", "--target", TARGET])?;
    let has_core =
        fs::read_dir(folder).ok()?.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libcore-"));
    has_core.then_some(Compiler::Own)
}

/// Debian's compiler, if it and the rest of the third way are installed.
fn debian() -> Option<Compiler> {
    let sysroot = output(Command::new(DEBIAN_RUSTC).args(["--print", "sysroot"]).env_remove("LD_LIBRARY_PATH"))?;
    // The newest linker first; the plain name is whatever the distribution prefers.
    let versioned: Vec<String> = (15..=40).rev().map(|version| format!("wasm-ld-{version}")).collect();
    let names: Vec<&str> = versioned.iter().map(String::as_str).chain(["wasm-ld"]).collect();
    let linker = find(&names)?;
    (Path::new(DEBIAN_CARGO).is_file() && has_source(&sysroot)).then_some(Compiler::Debian { linker })
}

/// Whether the source of the standard library lies with the compiler in `sysroot`.
fn has_source(sysroot: &str) -> bool {
    Path::new(sysroot).join("lib/rustlib/src/rust/library/std/Cargo.toml").is_file()
}
