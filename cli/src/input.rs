//! What is to be read, one record after the other. No file is held whole but one that is an article itself, and no more than one line.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

/// A longer line is not read: six times the longest article, for what JSON escapes and for other fields.
const LONGEST_LINE: u64 = 6 * reperes::MAX_BYTES as u64;

/// The files, and the input stream, in the order in which they are read.
pub(crate) struct Input {
    sources: Vec<Option<PathBuf>>,
    /// How long all of them are together, where that is known.
    pub(crate) bytes: Option<u64>,
}

/// Where a record stands.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    source: Arc<str>,
    /// From 1; none of a file that is one article.
    line: Option<u64>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.source),
            None => f.write_str(&self.source),
        }
    }
}

/// A record as it comes.
pub(crate) struct Item {
    /// Where it stands.
    pub(crate) place: Place,
    pub(crate) content: Content,
}

/// What there is of it so far.
pub(crate) enum Content {
    /// A line of JSON Lines.
    Line(Vec<u8>),
    /// A file that is one article, not yet opened.
    File(PathBuf, u64),
    /// What kept it from being there, and how long it is.
    Missing(anyhow::Error, u64),
}

impl Item {
    /// How long it is.
    pub(crate) fn bytes(&self) -> u64 {
        match &self.content {
            Content::Line(line) => line.len() as u64,
            Content::File(_, bytes) | Content::Missing(_, bytes) => *bytes,
        }
    }
}

impl Input {
    /// Looks at what was named, in folders by name.
    ///
    /// # Errors
    /// When something is not there.
    pub(crate) fn new(named: &[PathBuf]) -> Result<Self> {
        let mut sources = Vec::new();
        for path in named {
            if path.as_os_str() == "-" {
                sources.push(None);
            } else if path.is_dir() {
                let files = WalkDir::new(path).sort_by_file_name().into_iter();
                for file in files {
                    let file = file.with_context(|| format!("{} cannot be listed", path.display()))?.into_path();
                    if file.is_file() && (is_lines(&file) || file.extension().is_some_and(|e| e == "txt")) {
                        sources.push(Some(file));
                    }
                }
            } else if path.exists() {
                sources.push(Some(path.clone()));
            } else {
                bail!("{} is not there", path.display());
            }
        }
        if named.is_empty() {
            sources.push(None);
        }
        let bytes = sources.iter().map(|s| Some(fs::metadata(s.as_ref()?).ok()?.len())).sum();
        Ok(Self { sources, bytes })
    }

    /// The records behind the first `skip`, the last of which must stand at `last`.
    ///
    /// # Errors
    /// When another record stands there: the input is not what it was.
    pub(crate) fn items(self, skip: u64, last: &str) -> Result<impl Iterator<Item = Item> + Send + use<>> {
        let mut items = self.sources.into_iter().flat_map(records);
        if let Some(skipped) = skip.checked_sub(1) {
            let found = items.nth(usize::try_from(skipped)?).map(|item| item.place.to_string());
            if found.as_deref() != Some(last) {
                bail!("the input is not what it was: record {skip} stood at {last}; --overwrite begins anew");
            }
        }
        Ok(items)
    }
}

/// Whether a file holds one article a line.
fn is_lines(file: &Path) -> bool {
    file.extension().is_some_and(|e| e == "jsonl" || e == "ndjson")
}

fn records(source: Option<PathBuf>) -> Box<dyn Iterator<Item = Item> + Send> {
    let name: Arc<str> = source.as_ref().map_or("-".into(), |path| path.display().to_string().into());
    let one = |content| -> Box<dyn Iterator<Item = Item> + Send> {
        Box::new(std::iter::once(Item { place: Place { source: Arc::clone(&name), line: None }, content }))
    };
    match source {
        None => Box::new(Lines { source: name, reader: Box::new(BufReader::new(io::stdin())), line: 0 }),
        Some(path) if is_lines(&path) => match File::open(&path) {
            Ok(file) => Box::new(Lines { source: name, reader: Box::new(BufReader::new(file)), line: 0 }),
            Err(error) => one(Content::Missing(error.into(), 0)),
        },
        Some(path) => {
            let bytes = fs::metadata(&path).map_or(0, |data| data.len());
            one(Content::File(path, bytes))
        }
    }
}

/// The lines of a file that are not blank.
struct Lines {
    source: Arc<str>,
    reader: Box<dyn BufRead + Send>,
    line: u64,
}

impl Iterator for Lines {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        loop {
            self.line += 1;
            let mut line = Vec::new();
            let read = self.reader.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line);
            let content = match read {
                Ok(0) => return None,
                Ok(length) if length as u64 == LONGEST_LINE && line.last() != Some(&b'\n') => {
                    drop(line);
                    let rest = self.reader.skip_until(b'\n').unwrap_or(0);
                    Content::Missing(
                        anyhow::anyhow!("a line of more than {LONGEST_LINE} bytes"),
                        LONGEST_LINE + rest as u64,
                    )
                }
                Ok(_) if line.trim_ascii().is_empty() => continue,
                Ok(_) => Content::Line(line),
                Err(error) => {
                    // What comes behind is not to be had either.
                    self.reader = Box::new(io::empty());
                    Content::Missing(error.into(), 0)
                }
            };
            return Some(Item { place: Place { source: Arc::clone(&self.source), line: Some(self.line) }, content });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: impl Read + Send + 'static) -> Vec<(u64, Option<String>)> {
        let lines = Lines { source: "s".into(), reader: Box::new(BufReader::new(bytes)), line: 0 };
        let told = |content| match content {
            Content::Line(line) => Some(String::from_utf8(line.trim_ascii().to_vec()).unwrap()),
            _ => None,
        };
        lines.map(|item| (item.place.line.unwrap(), told(item.content))).collect()
    }

    #[test]
    fn blank_lines_count_and_the_last_may_lack_its_end() {
        assert_eq!(lines(&b"a\n\n  \r\nb"[..]), [(1, Some("a".to_owned())), (4, Some("b".to_owned()))]);
    }

    #[test]
    fn an_endless_line_is_passed_over_without_being_held() {
        let long = io::repeat(b'x').take(LONGEST_LINE * 2).chain(&b"\nb\n"[..]);
        assert_eq!(lines(long), [(1, None), (2, Some("b".to_owned()))]);
    }
}
