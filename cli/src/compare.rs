//! `reperes compare A B`: two versions of an article, or two papers' accounts of one story.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::ValueEnum;
use reperes::compare::{compare, markdown};
use reperes::export::Article;
use reperes::{Options, Report};
use serde_json::json;

/// What is compared, and how it is written.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A file with an article's text; `-` for the input stream
    a: PathBuf,
    /// A file with the other's
    b: PathBuf,
    /// Day or month of publication: of both, or of the first and of the second
    #[arg(long, value_name = "DATE", value_delimiter = ',', num_args = 1..=2)]
    published: Vec<String>,
    /// What is written
    #[arg(long, short, value_enum, default_value = "markdown")]
    format: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// What differs, with the words of both
    Markdown,
    /// The comparison, with both reports; offsets count UTF-16 code units
    Json,
}

/// Compares, and writes to the output stream.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let (first, last) = (arguments.published.first(), arguments.published.last());
    let (a, b) = (read(&arguments.a, first)?, read(&arguments.b, last)?);
    let [one, other] = [&a, &b].map(|(text, report)| Article { report, text, url: None });
    let comparison = compare(&one, &other);
    let written = match arguments.format {
        Kind::Markdown => {
            let names = [&arguments.a, &arguments.b].map(|path| path.display().to_string());
            markdown(&comparison, [&one, &other], [&names[0], &names[1]])
        }
        Kind::Json => {
            let comparison = comparison.to_utf16(&a.0, &b.0);
            let reports = [a, b].map(|(text, report)| report.to_utf16(&text));
            serde_json::to_string(&json!({ "comparison": comparison, "reports": reports }))? + "\n"
        }
    };
    std::io::stdout().write_all(written.as_bytes())?;
    Ok(())
}

/// The text and what is read in it.
fn read(path: &Path, published: Option<&String>) -> Result<(String, Report)> {
    let place = || path.display().to_string();
    let mut text = String::new();
    if path.as_os_str() == "-" {
        std::io::stdin().read_to_string(&mut text).context("the input stream is no UTF-8")?;
    } else {
        text = String::from_utf8(fs::read(path).with_context(place)?)
            .with_context(|| format!("{} is no UTF-8", place()))?;
    }
    let options = published.map_or(Ok(Options::new()), |day| Options::new().with_published(day))?;
    let report = reperes::read(&text, &options).with_context(place)?;
    Ok((text, report))
}
