//! `cargo xtask read`: one article, natively, as JSON or as a view for people.

use std::fs;
use std::io::{Read, stdin};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use reperes::Options;

use crate::project::{Misuse, print};
use crate::view;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The article, a UTF-8 text file; `-` reads it from the input stream
    file: PathBuf,
    /// When it appeared: YYYY-MM-DD, or YYYY-MM
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// Print the report as it goes over the wire (offsets in UTF-16 code units)
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let options = options(arguments.published.as_deref())?;
    let text = if arguments.file == Path::new("-") {
        let mut bytes = Vec::new();
        stdin().read_to_end(&mut bytes).context("the input stream could not be read")?;
        decode(bytes, "the input stream")?
    } else {
        article(&arguments.file)?
    };
    let report = reperes::read(&text, &options).map_err(Misuse::new)?;
    if arguments.json {
        print(&(serde_json::to_string_pretty(&report.to_utf16(&text))? + "\n"))
    } else {
        print(&view::of(&text, &report))
    }
}

/// The options of a reading.
pub(crate) fn options(published: Option<&str>) -> Result<Options> {
    match published {
        Some(date) => Ok(Options::new().with_published(date).map_err(Misuse::new)?),
        None => Ok(Options::new()),
    }
}

/// The text of a file.
pub(crate) fn article(file: &Path) -> Result<String> {
    let name = file.display().to_string();
    let bytes = fs::read(file).map_err(|error| Misuse::new(format!("{name} could not be read: {error}")))?;
    decode(bytes, &name)
}

fn decode(bytes: Vec<u8>, name: &str) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Misuse::new(format!("{name} is not UTF-8 text: the byte at offset {at} belongs to no character")).into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_input_is_told_in_plain_words() {
        let told = |error: anyhow::Error| {
            assert!(error.is::<Misuse>());
            error.to_string()
        };
        assert_eq!(
            told(decode(b"caf\xe9".to_vec(), "a.txt").unwrap_err()),
            "a.txt is not UTF-8 text: the byte at offset 3 belongs to no character"
        );
        assert!(told(options(Some("2025-02-30")).unwrap_err()).contains("published"));
        assert!(told(article(Path::new("no such file")).unwrap_err()).starts_with("no such file could not be read"));
    }
}
