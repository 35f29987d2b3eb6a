//! Where the output goes: the output stream, one file, or a file an article in a folder; and how far a run had come that was broken off.
//!
//! Beside the file `OUT` stands `OUT.resume`: how many records were dealt with, how long `OUT` was then, and the last record's place. It is written behind `OUT`,
//! so that whatever `OUT` has beyond is cut off and written again. In a folder what is there is done, for files come whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};

use crate::input::Place;
use crate::output::Format;

/// At most so much work is done twice when a run goes on.
const EVERY: Duration = Duration::from_secs(1);

/// Where the output goes.
#[derive(clap::Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct Target {
    /// Into this file; without it to the output stream
    #[arg(long, short, value_name = "FILE", conflicts_with = "into")]
    output: Option<PathBuf>,
    /// Into this folder, a file an article, named by its id
    #[arg(long, value_name = "FOLDER")]
    into: Option<PathBuf>,
    /// Go on where a run into the same file or folder was broken off
    #[arg(long)]
    resume: bool,
    /// Write over what is there
    #[arg(long, conflicts_with = "resume")]
    overwrite: bool,
}

/// How far a run had come.
#[derive(Serialize, Deserialize)]
struct Mark {
    records: u64,
    bytes: u64,
    last: String,
    format: String,
}

/// The output, open.
pub(crate) struct Sink {
    writer: Writer,
    records: u64,
    before: u64,
    last: String,
    format: String,
}

enum Writer {
    Stream(BufWriter<io::Stdout>),
    File { file: BufWriter<File>, mark: PathBuf, written: u64, marked: Instant },
    Folder { folder: PathBuf, ending: &'static str, head: String },
}

impl Sink {
    /// Opens the output, behind what an earlier run has done.
    ///
    /// # Errors
    /// When something is there that nobody said may be overwritten, or that another run has written.
    pub(crate) fn open(target: &Target, format: &Format) -> Result<Self> {
        let mut sink = Self {
            writer: Writer::Stream(BufWriter::new(io::stdout())),
            records: 0,
            before: 0,
            last: String::new(),
            format: format.describe(),
        };
        if let Some(folder) = &target.into {
            fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
            if !target.resume && !target.overwrite && fs::read_dir(folder)?.next().is_some() {
                bail!("{} is not empty: --resume goes on, --overwrite begins anew", folder.display());
            }
            sink.writer = Writer::Folder { folder: folder.clone(), ending: format.ending(), head: format.head() };
            return Ok(sink);
        }
        let Some(path) = &target.output else {
            if target.resume {
                bail!("--resume needs --output or --into");
            }
            if let Writer::Stream(stream) = &mut sink.writer {
                stream.write_all(format.head().as_bytes())?;
            }
            return Ok(sink);
        };
        let mark = path.with_added_extension("resume");
        let earlier = if target.resume { read_mark(&mark)? } else { None };
        if path.exists() && !target.overwrite && earlier.is_none() {
            bail!(
                "{} is there: --overwrite begins anew{}",
                path.display(),
                if mark.exists() { ", --resume goes on" } else { "" }
            );
        }
        let shown = || format!("{} cannot be written", path.display());
        let mut file =
            OpenOptions::new().create(true).write(true).truncate(earlier.is_none()).open(path).with_context(shown)?;
        let mut written = 0;
        if let Some(earlier) = earlier {
            if earlier.format != sink.format || file.metadata()?.len() < earlier.bytes {
                bail!("{} was written by another command; --overwrite begins anew", path.display());
            }
            file.set_len(earlier.bytes)?;
            file.seek(SeekFrom::End(0))?;
            (written, sink.records, sink.last) = (earlier.bytes, earlier.records, earlier.last);
            sink.before = sink.records;
        } else {
            file.write_all(format.head().as_bytes())?;
            written += format.head().len() as u64;
        }
        sink.writer = Writer::File { file: BufWriter::new(file), mark, written, marked: Instant::now() };
        Ok(sink)
    }

    /// How many records an earlier run has dealt with, and where the last of them stands.
    pub(crate) fn done(&self) -> (u64, &str) {
        (self.before, &self.last)
    }

    /// Writes what a record gave.
    pub(crate) fn write(&mut self, place: &Place, id: &str, text: &str) -> Result<()> {
        match &mut self.writer {
            Writer::Stream(stream) => {
                stream.write_all(text.as_bytes())?;
                // Whoever waits for a line in a pipe gets it when it is there.
                stream.flush()?;
            }
            Writer::File { file, written, .. } => {
                file.write_all(text.as_bytes())?;
                *written += text.len() as u64;
            }
            Writer::Folder { folder, ending, head } => {
                let path = folder.join(file_name(id, ending));
                let aside = path.with_added_extension("part");
                let written = fs::write(&aside, format!("{head}{text}")).and_then(|()| fs::rename(&aside, &path));
                written.with_context(|| format!("{} cannot be written", path.display()))?;
            }
        }
        self.pass(place)
    }

    /// Notes that a record is dealt with.
    pub(crate) fn pass(&mut self, place: &Place) -> Result<()> {
        self.records += 1;
        self.last = place.to_string();
        match &self.writer {
            Writer::File { marked, .. } if marked.elapsed() >= EVERY => self.mark(),
            _ => Ok(()),
        }
    }

    /// Brings everything to its place.
    pub(crate) fn close(mut self) -> Result<()> {
        if let Writer::Stream(stream) = &mut self.writer {
            stream.flush()?;
        }
        self.mark()
    }

    fn mark(&mut self) -> Result<()> {
        if let Writer::File { file, mark, written, marked } = &mut self.writer {
            file.flush()?;
            let (records, bytes) = (self.records, *written);
            let now = Mark { records, bytes, last: self.last.clone(), format: self.format.clone() };
            let aside = mark.with_added_extension("part");
            fs::write(&aside, serde_json::to_vec(&now)?).and_then(|()| fs::rename(&aside, mark))?;
            *marked = Instant::now();
        }
        Ok(())
    }
}

/// Whether an earlier run has written this article's file.
pub(crate) fn is_there(target: &Target, format: &Format, id: &str) -> bool {
    let folder = target.into.as_ref().filter(|_| target.resume);
    folder.is_some_and(|folder| folder.join(file_name(id, format.ending())).exists())
}

fn read_mark(mark: &Path) -> Result<Option<Mark>> {
    match fs::read(mark) {
        Ok(bytes) => {
            Ok(Some(serde_json::from_slice(&bytes).with_context(|| format!("{} is damaged", mark.display()))?))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// A file's name that no other id has: bytes that some system does not take are written in hexadecimal.
fn file_name(id: &str, ending: &str) -> String {
    let mut name = String::new();
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_".contains(&byte) || (byte == b'.' && !name.is_empty()) {
            name.push(char::from(byte));
        } else {
            name += &format!("%{byte:02x}");
        }
    }
    format!("{name}.{ending}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn ids_become_names_that_stay_in_the_folder() {
        assert_eq!(super::file_name("../a/b.txt", "md"), "%2e.%2fa%2fb.txt.md");
        assert_ne!(super::file_name("a/b", "md"), super::file_name("a%2fb", "md"));
    }
}
