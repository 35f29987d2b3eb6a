//! From the crate to `www/pkg`: compile for WebAssembly, bind to JavaScript, optimise. Twice: the module that reads, and, in `www/pkg/export`, the one that
//! exports what was read and is loaded when someone asks for it.
//!
//! Each step is skipped when its input has not changed since it last ran: cargo sees to the first, a stamp file beside the
//! result to the other two. The target folder is apart from the native one (`target/web`), since another compiler may be
//! at work there. `cargo xtask bench names` has the same done for a module of its own, below `target/`.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::project::{command, find, npm_install, root, run, say, target};
use crate::toolchain;

/// Name of the files in `www/pkg`: `reperes.js` loads `reperes_bg.wasm`.
const NAME: &str = "reperes";

/// The feature of the module that reads.
const READ: &str = "allocator";

/// The feature of the module of exports.
const EXPORT: &str = "export-module";

/// Brings `www/pkg`, which ships, up to date.
pub(crate) fn build() -> Result<()> {
    shipped(&target().join("web"), &root().join("www/pkg")).iter().try_for_each(Module::build)
}

/// Both modules that ship. Each has a folder of its own to work in: cargo gives both the same file name, and each would drive out the other.
fn shipped(work: &Path, package: &Path) -> [Module; 2] {
    let export = Module { feature: EXPORT, work: work.join("export"), package: package.join("export") };
    [Module { feature: READ, work: work.to_owned(), package: package.to_owned() }, export]
}

/// Builds the module that also finds names alone, which never ships; the folder with its JavaScript.
pub(crate) fn build_for_bench() -> Result<PathBuf> {
    let work = target().join("web-bench");
    let package = work.join("package");
    Module { feature: "bench", work, package: package.clone() }.build()?;
    Ok(package)
}

/// Builds what ships once more, elsewhere and from nothing; its folder.
pub(crate) fn build_again() -> Result<PathBuf> {
    let work = target().join("web-again");
    let _ = fs::remove_dir_all(&work);
    let package = work.join("package");
    shipped(&work, &package).iter().try_for_each(Module::build)?;
    Ok(package)
}

/// A module to build.
struct Module {
    /// The feature of the crate.
    feature: &'static str,
    /// Where cargo works, and where what is half done lies.
    work: PathBuf,
    /// Where the module goes, with the JavaScript that loads it.
    package: PathBuf,
}

impl Module {
    /// Brings the package up to date.
    fn build(&self) -> Result<()> {
        let compiled = self.compile()?;
        let optimiser = Optimiser::find()?;
        if optimiser.is_none() {
            say("Node is not installed: the module stays unoptimised (a tenth larger, otherwise the same)");
        }
        let stamp_file = self.work.join("pkg.stamp");
        let stamp = stamp(&compiled, optimiser.as_ref())?;
        if self.package.join(format!("{NAME}_bg.wasm")).is_file()
            && fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp)
        {
            let name = self.package.strip_prefix(root()).unwrap_or(&self.package).display();
            say(format!("{name} is up to date"));
            return Ok(());
        }
        // Made aside and moved when whole: a page that is being served never sees half a package.
        let aside = self.work.join("pkg");
        let _ = fs::remove_dir_all(&aside);
        bind(&compiled, &aside)?;
        if let Some(optimiser) = optimiser {
            optimiser.optimise(&aside.join(format!("{NAME}_bg.wasm")))?;
        }
        replace(&aside, &self.package)?;
        fs::write(&stamp_file, stamp)?;
        Ok(())
    }

    /// Compiles the crate; the path of the raw module.
    fn compile(&self) -> Result<PathBuf> {
        let compiler = toolchain::find_or_install()?;
        say(format!("compiling for the browser {}", compiler.describe()));
        let mut build = compiler.cargo_build();
        build
            .args(["--release", "--package", NAME, "--lib", "--features", self.feature, "--target-dir"])
            .arg(&self.work);
        if self.feature == EXPORT {
            // Nobody waits for it: as small as may be, rather than fast.
            build.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "s");
        }
        run(&mut build, "compiling for the browser")?;
        Ok(self.work.join(toolchain::TARGET).join("release").join(format!("{NAME}.wasm")))
    }
}

/// Writes the JavaScript that loads the module, and the module as that JavaScript expects it.
fn bind(compiled: &Path, package: &Path) -> Result<()> {
    let started = Instant::now();
    Bindgen::new()
        .input_path(compiled)
        .out_name(NAME)
        .web(true)?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(package)
        .context("wasm-bindgen could not read the compiled module")?;
    say(format!("bound to JavaScript in {:.1} s", started.elapsed().as_secs_f32()));
    Ok(())
}

/// Binaryen's `wasm-opt`, as npm ships it: JavaScript that Node runs.
struct Optimiser {
    node: PathBuf,
    script: PathBuf,
}

impl Optimiser {
    /// The optimiser, installed if need be; `None` without Node.
    fn find() -> Result<Option<Self>> {
        let (Some(node), Some(npm)) = (find(&["node"]), find(&["npm"])) else {
            return Ok(None);
        };
        let folder = root().join("xtask");
        npm_install(&npm, &folder)?;
        Ok(Some(Self { node, script: folder.join("node_modules/binaryen/bin/wasm-opt") }))
    }

    fn optimise(&self, module: &Path) -> Result<()> {
        let started = Instant::now();
        let before = fs::metadata(module)?.len();
        // What inlining costs in brotli it brings to the first reading, when the module is hardly compiled: none at all was 14 kB less on a module of
        // 1.57 MB, and that reading took twice as long (170 to 220 ms rather than 90 to 130); later ones were as fast. Small functions alone are inlined, and
        // large ones stay where they are though one place calls them: 6 kB less than with those of up to 100 instructions, which read some tenth faster.
        let inlining = ["--one-caller-inline-max-function-size=40", "--flexible-inline-max-function-size=20"];
        // Below the first kilobyte lies only the far end of the stack, so that no address overflows when a constant is added to it where memory is read: 2 kB less.
        let constants = "--optimize-added-constants-propagate";
        let small = ["--low-memory-unused", constants, "-O2", constants, "-O2"];
        // Read and written once more, it packs 1 kB smaller, for whatever order things then stand in; and 0.8 kB smaller without the hints how memory is aligned,
        // which no engine needs.
        for passes in [&small[..], &["--roundtrip", "--dealign"]] {
            let mut node = command(&self.node);
            node.arg(&self.script).args(inlining).args(passes).arg(module).arg("-o").arg(module);
            run(&mut node, "wasm-opt")?;
        }
        let (before, after) = (before / 1000, fs::metadata(module)?.len() / 1000);
        say(format!("optimised in {:.1} s: {before} kB → {after} kB", started.elapsed().as_secs_f32()));
        Ok(())
    }
}

/// What `www/pkg` was made from.
fn stamp(compiled: &Path, optimiser: Option<&Optimiser>) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    fs::read(compiled).with_context(|| format!("no module at {}", compiled.display()))?.hash(&mut hasher);
    if optimiser.is_some() {
        fs::read(root().join("xtask/package-lock.json"))?.hash(&mut hasher);
    }
    // The binder has the version of the crate's `wasm-bindgen`, whose change would change the module.
    Ok(format!("{:016x} optimised={}", hasher.finish(), optimiser.is_some()))
}

/// Moves the files of one folder into another, whose former files go.
fn replace(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(to)?.flatten() {
        if entry.file_type()?.is_file() && !from.join(entry.file_name()).exists() {
            fs::remove_file(entry.path())?;
        }
    }
    for entry in fs::read_dir(from)?.flatten() {
        fs::rename(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}
