//! From a line or a file to an article.

use std::fs;

use anyhow::{Context, Result, bail};
use reperes::Options;
use serde_json::{Map, Value};

use crate::input::{Content, Item};

/// The names that a record's fields have.
#[derive(clap::Args)]
#[command(next_help_heading = "Fields of a line")]
pub(crate) struct Fields {
    /// The text; of several fields the texts are joined, with an empty line between: `title,text`. Offsets count in what was joined
    #[arg(long, value_name = "FIELD", default_value = "text", value_delimiter = ',')]
    text: Vec<String>,
    /// Which article it is; without such a field the place of its line
    #[arg(long, value_name = "FIELD", default_value = "id")]
    id: String,
    /// Day or month of publication, or a time that begins with it; the first of several fields that is there
    #[arg(long, value_name = "FIELD", default_value = "published,date", value_delimiter = ',')]
    published: Vec<String>,
    /// Its address, to which links lead
    #[arg(long, value_name = "FIELD", default_value = "url")]
    url: String,
}

/// An article to be read.
pub(crate) struct Record {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) options: Options,
    pub(crate) url: Option<String>,
    /// What could not be used, though the article is read.
    pub(crate) doubt: Option<String>,
}

impl Item {
    /// The article in it.
    ///
    /// # Errors
    /// When it is no JSON object or has no text.
    pub(crate) fn record(self, fields: &Fields) -> Result<Record> {
        let place = self.place.to_string();
        match self.content {
            Content::Line(line) => line_record(&line, place, fields),
            Content::File(path, _) => {
                let text = String::from_utf8(fs::read(path)?).context("this is no UTF-8")?;
                Ok(Record { id: place, text, options: Options::new(), url: None, doubt: None })
            }
            Content::Missing(error, _) => Err(error),
        }
    }
}

fn line_record(line: &[u8], place: String, fields: &Fields) -> Result<Record> {
    let record: Map<String, Value> = serde_json::from_slice(line).context("this is no JSON object")?;
    let mut texts = Vec::new();
    for field in &fields.text {
        match record.get(field) {
            Some(Value::String(text)) => texts.push(text.as_str()),
            None | Some(Value::Null) => {}
            Some(_) => bail!("the field \"{field}\" is no text"),
        }
    }
    if texts.is_empty() {
        bail!("there is no field \"{}\"", fields.text.join("\" or \""));
    }
    let word = |field: &str| match record.get(field) {
        Some(Value::String(word)) if !word.trim().is_empty() => Some(word.trim().to_owned()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    // A date that can't be used is no reason not to read.
    let published = fields.published.iter().find_map(|field| word(field));
    let options = published.map_or(Ok(Options::new()), |published| Options::new().with_published(day(&published)));
    let (options, doubt) = match options {
        Ok(options) => (options, None),
        Err(error) => (Options::new(), Some(format!("read without its date: {error}"))),
    };
    Ok(Record {
        doubt,
        id: word(&fields.id).unwrap_or(place),
        text: texts.join("\n\n"),
        options,
        url: word(&fields.url),
    })
}

/// The day of a point in time: `2025-02-11T08:30:00Z`.
fn day(time: &str) -> &str {
    match time.get(..10) {
        Some(day) if time[10..].starts_with(['T', ' ']) => day,
        _ => time,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Alone {
        #[command(flatten)]
        fields: Fields,
    }

    fn read(line: &str, arguments: &[&str]) -> Result<Record> {
        let fields = Alone::parse_from([""].iter().chain(arguments)).fields;
        line_record(line.as_bytes(), "a.jsonl:7".to_owned(), &fields)
    }

    #[test]
    fn fields_have_their_usual_names_or_those_that_are_given() {
        let record = read(r#"{"id": 12, "text": "Oui.", "date": "2025-02-11T08:30:00Z", "url": ""}"#, &[]).unwrap();
        assert_eq!((record.id.as_str(), record.text.as_str(), record.url), ("12", "Oui.", None));
        assert_eq!(record.options, Options::new().with_published("2025-02-11").unwrap());
        let record = read(r#"{"titre": "Un pont", "corps": "Oui."}"#, &["--text", "titre,corps"]).unwrap();
        assert_eq!((record.id.as_str(), record.text.as_str()), ("a.jsonl:7", "Un pont\n\nOui."));
    }

    #[test]
    fn what_is_wrong_is_said_in_plain_words() {
        let error = |line: &str| format!("{:#}", read(line, &[]).err().unwrap());
        assert!(error("[1]").starts_with("this is no JSON object"));
        assert_eq!(error("{}"), "there is no field \"text\"");
        assert_eq!(error(r#"{"text": 1}"#), "the field \"text\" is no text");
        let doubt = read(r#"{"text": "", "date": "hier"}"#, &[]).unwrap().doubt;
        assert!(doubt.unwrap().contains("hier"));
    }
}
