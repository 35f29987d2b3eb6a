//! `cargo xtask types`: `www/report.d.ts`, the report's TypeScript declarations, written from the Rust types so that they are
//! never typed twice, and `www/report.schema.json`, its JSON Schema, written from these. Tests fail when one of the two is stale.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use reperes::Report;
use reperes::compare::Comparison;
use ts_rs::{Config, TS, TypeVisitor};

use crate::project::{command, find, npm_install, output, root, say};

const HEADER: &str = "\
// The report: what reading an article returns. Offsets are UTF-16 code units: `text.slice(start, end)`.
// Written by `cargo xtask types` from src/report.rs; change it there.
";

pub(crate) fn run() -> Result<()> {
    let file = file();
    fs::write(&file, declarations()).with_context(|| format!("{} could not be written", file.display()))?;
    fs::write(schema_file(), schema()?)?;
    say(format!("wrote {} and the schema beside it", file.display()));
    Ok(())
}

/// Fails when the JSON Schema is not that of the declarations.
pub(crate) fn check_schema() -> Result<()> {
    let written = fs::read_to_string(schema_file()).unwrap_or_default();
    ensure!(written == schema()?, "www/report.schema.json is stale: run `cargo xtask types`");
    Ok(())
}

fn schema_file() -> PathBuf {
    root().join("www/report.schema.json")
}

/// The JSON Schema of the declarations, as another program makes it. Fields that it does not name are allowed: they come with any release.
fn schema() -> Result<String> {
    let (node, npm) = (find(&["node"]).context("Node is missing")?, find(&["npm"]).context("npm is missing")?);
    let xtask = root().join("xtask");
    npm_install(&npm, &xtask)?;
    let mut generator = command(node);
    generator.arg(xtask.join("node_modules/ts-json-schema-generator/bin/ts-json-schema-generator.js"));
    generator.arg("--path").arg(file()).args(["--type", "Report", "--no-type-check", "--additional-properties"]);
    Ok(output(&mut generator).context("the JSON Schema could not be made")? + "\n")
}

fn file() -> PathBuf {
    root().join("www/report.d.ts")
}

/// The whole file: the report, then the types that it is made of and those of a comparison, by name.
fn declarations() -> String {
    // Every integer of the report is a length, an offset or an index: all stay far below 2^53.
    let config = Config::new().with_large_int("number");
    let mut found = Declarations { config, by_name: BTreeMap::new() };
    found.visit::<Report>();
    found.visit::<Comparison>();
    let report = found.by_name.remove(&Report::ident(&found.config)).expect("it was visited");
    [HEADER.to_owned(), report].into_iter().chain(found.by_name.into_values()).collect::<Vec<_>>().join("\n")
}

struct Declarations {
    config: Config,
    /// Sorted, since the order in which types are visited differs from one compilation to the next.
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // A type without a file of its own (a number, a list) is written out where it is used.
        let name = T::ident(&self.config);
        if T::output_path().is_none() || self.by_name.contains_key(&name) {
            return;
        }
        let declaration = T::docs().unwrap_or_default() + "export " + &T::decl(&self.config);
        self.by_name.insert(name, lay_out(&declaration));
        T::visit_dependencies(self);
    }
}

/// Gives each field its line, indented, after a comment on one line.
fn lay_out(declaration: &str) -> String {
    let lines = declaration.replace("/**\n * ", "/** ").replace("\n */", " */").replace(", }", ",\n}");
    let mut depth = 0;
    let mut laid_out = String::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        depth -= usize::from(line.starts_with('}'));
        laid_out += &format!("{:1$}{line}\n", "", depth * 2);
        depth += usize::from(line.ends_with('{'));
    }
    laid_out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_have_their_lines() {
        let raw = "/**\n * A pair.\n */\nexport type Pair = { \n/**\n * One.\n */\na: number, \nb: string, };";
        assert_eq!(
            lay_out(raw),
            "/** A pair. */\nexport type Pair = {\n  /** One. */\n  a: number,\n  b: string,\n};\n"
        );
    }

    #[test]
    fn the_declarations_are_those_of_the_rust_types() {
        let written = fs::read_to_string(file()).unwrap_or_default();
        assert!(written == declarations(), "www/report.d.ts is stale: run `cargo xtask types`");
    }
}
