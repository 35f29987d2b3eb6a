//! From an article to the bytes of one format.

use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::{Result, anyhow};
use clap::ValueEnum;
use reperes::Report;
use reperes::export::{self, Article, Dialect};
use reperes::text::Unit;
use serde::Serialize;

use crate::record::Record;

/// What is written, and how.
#[derive(clap::Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct Format {
    /// What is written of an article
    #[arg(long, short, value_enum, default_value = "jsonl")]
    format: Kind,
    /// What has a row in CSV
    #[arg(long, value_enum, default_value = "facts")]
    table: Table,
    /// CSV with semicolons and decimal commas, which spreadsheets set to French open by double click
    #[arg(long)]
    semicolon: bool,
    /// What offsets of the report in JSON Lines count
    #[arg(long, value_enum, default_value = "utf16")]
    offsets: Offsets,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// {"id": …, "report": …} a line; the report as report.d.ts and report.schema.json have it
    Jsonl,
    /// One row a fact, a quotation or a figure, with the article's id
    Csv,
    /// A fact sheet
    Markdown,
    /// The article with its marks and facts, without JavaScript
    Html,
    /// A schema.org NewsArticle a line
    JsonLd,
    /// A W3C AnnotationPage a line
    Annotations,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Table {
    Facts,
    Quotes,
    Figures,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Offsets {
    /// UTF-16 code units: JavaScript, Java, Scala
    Utf16,
    /// Characters: Python
    Characters,
    /// UTF-8 bytes: Rust, Go
    Bytes,
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    report: Report,
}

impl Format {
    /// What files of this format end in.
    pub(crate) fn ending(&self) -> &'static str {
        match self.format {
            Kind::Jsonl => "json",
            Kind::Csv => "csv",
            Kind::Markdown => "md",
            Kind::Html => "html",
            Kind::JsonLd | Kind::Annotations => "jsonld",
        }
    }

    /// What stands once before all articles.
    pub(crate) fn head(&self) -> String {
        let mut head = String::new();
        if self.format == Kind::Csv {
            head.push('\u{feff}');
            export::header(self.table(), self.dialect(), &["article"], &mut head);
        }
        head
    }

    /// All choices in words, by which a run that goes on knows that it is the same.
    pub(crate) fn describe(&self) -> String {
        format!("{:?} {:?} {:?} {}", self.format, self.table, self.offsets, self.semicolon)
    }

    /// Reads an article and writes what was read.
    ///
    /// # Errors
    /// When it is longer than the reader takes, or the reader fails on it.
    pub(crate) fn write(&self, record: &Record) -> Result<String> {
        // A reader that panics is at fault, but an archive should not wait for its mending.
        let report = catch_unwind(AssertUnwindSafe(|| reperes::read(&record.text, &record.options)))
            .map_err(|_| anyhow!("the reader failed on this article"))??;
        let article = Article { report: &report, text: &record.text, url: record.url.as_deref() };
        Ok(match self.format {
            Kind::Jsonl => {
                let report = match self.offsets {
                    Offsets::Utf16 => report.in_units(&record.text, Unit::Utf16),
                    Offsets::Characters => report.in_units(&record.text, Unit::Character),
                    Offsets::Bytes => report,
                };
                serde_json::to_string(&Line { id: &record.id, report })? + "\n"
            }
            Kind::Csv => export::rows(&article, self.table(), self.dialect(), &[&record.id]),
            Kind::Markdown => export::markdown(&article) + "\n",
            Kind::Html => export::html(&article),
            Kind::JsonLd => export::json_ld(&article) + "\n",
            Kind::Annotations => export::annotations(&article) + "\n",
        })
    }

    fn table(&self) -> export::Table {
        match self.table {
            Table::Facts => export::Table::Facts,
            Table::Quotes => export::Table::Quotes,
            Table::Figures => export::Table::Figures,
        }
    }

    fn dialect(&self) -> Dialect {
        if self.semicolon { Dialect::Semicolon } else { Dialect::Comma }
    }
}
