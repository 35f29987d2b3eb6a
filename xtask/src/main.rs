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
//! | `types` | the report's TypeScript declarations |
//!
//! Progress is told on the error stream, results on the output stream. A command that was called wrongly exits with 2,
//! one that failed with 1.

mod eval;
mod project;
mod read;
mod serve;
mod toolchain;
mod types;
mod view;
mod wasm;

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
    /// Write the report's TypeScript declarations, www/report.d.ts
    Types,
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
        Command::Types => types::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            if error.is::<project::Misuse>() { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}
