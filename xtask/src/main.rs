//! The developer commands of Repères: `cargo xtask` lists them.
//!
//! | module | what it does |
//! |---|---|
//! | `project` | where things lie, and how another program is called |
//! | `toolchain` | a compiler that can build for WebAssembly: found, or installed |
//! | `wasm` | crate → `www/pkg`: compile, bind, optimise, each only when its input changed |
//! | `serve` | `www/` on a local address |
//! | `read`, `view` | one article, as JSON or for people |
//! | `eval` | a gold folder, scored |
//! | `floor` | the scores below which the gold may not fall |
//! | `types` | the report's TypeScript declarations |
//! | `wire` | the module against the crate |
//! | `dist` | what ships, against the budgets of size |
//! | `consumers` | other people's programs, which open what is exported and what ships |
//! | `bench` | how long reading takes; names beside another library's |
//! | `audit`, `sbom` | what is built in: whether it may be, and the list of it |
//! | `fuzz` | inputs that break the reader, looked for by libFuzzer |
//! | `hunt` | texts that take more than twice the time when they are twice as long |
//! | `browser` | the browsers: found, or installed; the pictures of the README |
//! | `test` | everything |
//!
//! Progress is told on the error stream, results on the output stream. A command that was called wrongly exits with 2,
//! one that failed with 1.

mod audit;
mod bench;
mod browser;
mod consumers;
mod dist;
mod eval;
mod floor;
mod fuzz;
mod hunt;
mod project;
mod read;
mod sbom;
mod serve;
mod test;
mod toolchain;
mod train;
mod types;
mod view;
mod wasm;
mod wire;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

/// The developer commands of Repères.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Build the crate and its glue for the browser, into www/pkg
    Build,
    /// Build, then serve the page on http://127.0.0.1:8080
    Serve(serve::Arguments),
    /// Read an article: what was found in each sentence and by which rule, then the facts
    Read(read::Arguments),
    /// Read the articles of a gold folder and print the scores
    Eval(eval::Arguments),
    /// Compare the gold's scores with tests/floor.tsv, or raise it
    Floor(floor::Arguments),
    /// Write the report's TypeScript declarations and JSON Schema, www/report.d.ts and www/report.schema.json
    Types,
    /// Run everything: format, lints, tests, gold, wire, sizes, and the page in three browsers
    Test,
    /// Build what ships into dist/ and check its size
    Dist(dist::Arguments),
    /// Open what is exported, and what lies in dist/, with other people's programs
    Consumers,
    /// Measure how long reading takes; `bench names`: names beside another library's; `bench page`: the page in a browser
    Bench(bench::Arguments),
    /// Check licences, sources, duplicates, build scripts and advisories of all that is built in
    Audit(audit::Arguments),
    /// Look for inputs that break the reader: ten minutes for each fuzz target
    Fuzz(fuzz::Arguments),
    /// Look for texts that make reading slow out of proportion, or that end it
    Hunt(hunt::Arguments),
    /// Take the pictures of the README anew
    Screenshots,
    /// Learn the weights of the names model
    Train(train::Arguments),
}

fn main() -> ExitCode {
    let Some(command) = Arguments::parse().command else {
        // Bare `cargo xtask` is the question "what is there?", not a mistake.
        print!("{}", Arguments::command().render_help());
        return ExitCode::SUCCESS;
    };
    let done = match command {
        Command::Build => wasm::build(),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Read(arguments) => read::run(&arguments),
        Command::Eval(arguments) => eval::run(&arguments),
        Command::Floor(arguments) => floor::run(&arguments),
        Command::Types => types::run(),
        Command::Test => return test::run(),
        Command::Dist(arguments) => dist::run(&arguments),
        Command::Consumers => consumers::check(),
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Audit(arguments) => audit::run(&arguments),
        Command::Fuzz(arguments) => fuzz::run(&arguments),
        Command::Hunt(arguments) => hunt::run(&arguments),
        Command::Screenshots => browser::screenshots(),
        Command::Train(arguments) => train::run(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            if error.is::<project::Misuse>() { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commands_are_sound() {
        Arguments::command().debug_assert();
    }
}
