//! `cargo xtask eval`: reads the articles of a gold folder and scores the reports.
//!
//! A gold folder holds `NNN.txt` and `NNN.ann`, whose `META` line gives the day of publication; `score.py` lies in the
//! folder's parent and knows how an annotation is compared with a report.

pub(crate) mod cases;
mod essentials;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail};
use rayon::prelude::*;

use crate::project::{Misuse, command, find, print, say, target};
use crate::read;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The gold folder: NNN.txt with NNN.ann
    #[arg(required_unless_present = "cases")]
    folder: Option<PathBuf>,
    /// Read the cases of other projects in this file instead of a folder
    #[arg(long, value_name = "FILE", conflicts_with_all = ["folder", "reports", "only"])]
    cases: Option<PathBuf>,
    /// Where the reports go [default: target/reports/<name of the folder>]
    #[arg(long, value_name = "DIR")]
    reports: Option<PathBuf>,
    /// Only the articles whose ids this file lists, one a line
    #[arg(long, value_name = "FILE")]
    only: Option<PathBuf>,
    /// Instead of the scores: how many of the facts of this file the essentials tell (tests/essentials.tsv)
    #[arg(long, value_name = "FILE", conflicts_with_all = ["cases", "only"])]
    essentials: Option<PathBuf>,
    /// List every difference before the table
    #[arg(long)]
    errors: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    if let Some(cases) = &arguments.cases {
        return cases::run(cases, arguments.errors);
    }
    let folder = arguments.folder.as_deref().unwrap_or(Path::new(""));
    let gold = Gold::open(folder, arguments.only.as_deref())?;
    if let Some(file) = &arguments.essentials {
        return essentials::run(&gold, file, arguments.errors);
    }
    let reports = arguments.reports.clone().unwrap_or_else(|| gold.default_reports());
    gold.read(&reports)?;
    print(&gold.score(&reports, arguments.errors)?)
}

/// An article of the gold, as a reader gets it.
#[derive(serde::Serialize)]
pub(crate) struct Article {
    id: String,
    text: String,
    /// Its day or month of publication, if the annotation gives one.
    published: Option<String>,
}

/// A gold folder, or a part of one.
pub(crate) struct Gold {
    folder: PathBuf,
    /// In order; every one has a text and an annotation.
    ids: Vec<String>,
    /// Whether `ids` are but a part of the folder.
    partial: bool,
}

impl Gold {
    /// The folder, restricted to the ids that the file `only` lists.
    pub(crate) fn open(folder: &Path, only: Option<&Path>) -> Result<Self> {
        let entries = fs::read_dir(folder)
            .map_err(|error| Misuse::new(format!("{} is not a folder that can be read: {error}", folder.display())))?;
        let paths = entries.flatten().map(|entry| entry.path());
        let annotated = paths.filter(|path| path.extension().is_some_and(|ending| ending == "ann"));
        let mut ids: Vec<String> =
            annotated.filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned())).collect();
        ids.sort();
        if let Some(only) = only {
            let list = read::article(only)?;
            let wanted: Vec<&str> = list.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            if let Some(unknown) =
                wanted.iter().find(|id| ids.binary_search_by(|known| known.as_str().cmp(id)).is_err())
            {
                let message = format!("{} lists {unknown}, but there is no {unknown}.ann", only.display());
                return Err(Misuse::new(message).into());
            }
            ids.retain(|id| wanted.contains(&id.as_str()));
        }
        if ids.is_empty() {
            return Err(Misuse::new(format!("no annotated article (NNN.ann) in {}", folder.display())).into());
        }
        let folder = folder.canonicalize()?;
        Ok(Self { folder, ids, partial: only.is_some() })
    }

    /// The name of the folder.
    pub(crate) fn name(&self) -> String {
        self.folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Below the target folder, by the name of the gold.
    pub(crate) fn default_reports(&self) -> PathBuf {
        target().join("reports").join(self.folder.file_name().unwrap_or_default())
    }

    /// Every article, in order.
    pub(crate) fn articles(&self) -> Result<Vec<Article>> {
        self.ids.iter().map(|id| self.article(id)).collect()
    }

    fn article(&self, id: &str) -> Result<Article> {
        let text = read::article(&self.folder.join(format!("{id}.txt")))?;
        let annotation = read::article(&self.folder.join(format!("{id}.ann")))?;
        Ok(Article { id: id.to_owned(), text, published: published(&annotation).map(str::to_owned) })
    }

    /// Reads every article and writes its report, in the form of the wire, as `NNN.json`.
    pub(crate) fn read(&self, reports: &Path) -> Result<()> {
        fs::create_dir_all(reports).with_context(|| format!("{} cannot be made", reports.display()))?;
        let started = Instant::now();
        self.ids.par_iter().try_for_each(|id| self.read_one(id, reports).with_context(|| format!("article {id}")))?;
        let (count, seconds) = (self.ids.len(), started.elapsed().as_secs_f32());
        say(format!("{count} articles read in {seconds:.1} s, reports in {}", reports.display()));
        Ok(())
    }

    fn read_one(&self, id: &str, reports: &Path) -> Result<()> {
        let Article { text, published, .. } = self.article(id)?;
        let options = read::options(published.as_deref())?;
        // So that the message names the article; the place in the code is printed as it panics.
        let report =
            catch_unwind(AssertUnwindSafe(|| reperes::read(&text, &options))).map_err(|_| anyhow!("panicked"))??;
        fs::write(reports.join(format!("{id}.json")), serde_json::to_vec(&report.to_utf16(&text))?)?;
        Ok(())
    }

    /// The table that `score.py` prints, after its list of differences if `errors` are asked for.
    pub(crate) fn score(&self, reports: &Path, errors: bool) -> Result<String> {
        let parent = self.folder.parent().unwrap_or(&self.folder);
        let script = parent.join("score.py");
        if !script.is_file() {
            bail!("there is no score.py in {}: the reports are written, but nothing was scored", parent.display());
        }
        let Some(python) = find(&["python3", "python"]) else {
            bail!("scoring needs Python 3 (python3 on the path): the reports are written, but nothing was scored");
        };
        let mut score = command(python);
        // The gold folder may be read-only, and is not ours to put compiled scripts into.
        score.env("PYTHONDONTWRITEBYTECODE", "1").arg(&script);
        if self.partial {
            score.arg(self.copy_of_part()?);
        } else {
            score.arg(&self.folder);
        }
        score.arg(fs::canonicalize(reports)?);
        if errors {
            score.arg("--errors");
        }
        let output = score.output().context("score.py could not be started")?;
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
        if !output.status.success() {
            bail!("score.py failed ({})", output.status);
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// A folder with the chosen articles alone, since `score.py` scores all it finds in one.
    fn copy_of_part(&self) -> Result<PathBuf> {
        let part = target().join("reports").join("part");
        let _ = fs::remove_dir_all(&part);
        fs::create_dir_all(&part)?;
        for file in self.ids.iter().flat_map(|id| [format!("{id}.txt"), format!("{id}.ann")]) {
            fs::copy(self.folder.join(&file), part.join(&file))?;
        }
        Ok(part)
    }
}

/// The day or month of publication that an annotation gives; `None` where it says `?`, and where it knows but the year, from
/// which no relative date can be counted.
fn published(annotation: &str) -> Option<&str> {
    let meta = annotation.lines().find_map(|line| line.strip_prefix("META\t"))?;
    meta.trim().strip_prefix("published=").filter(|date| date.contains('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annotations_give_the_date_of_publication() {
        assert_eq!(published("# x\nMETA\tpublished=2025-02-11\nE\tPER\tA\tA\n"), Some("2025-02-11"));
        assert_eq!(published("META\tpublished=2025-02"), Some("2025-02"));
        assert_eq!(published("META\tpublished=?"), None);
        assert_eq!(published("META\tpublished=2019"), None);
        assert_eq!(published("E\tPER\tA\tA\n"), None);
    }
}
