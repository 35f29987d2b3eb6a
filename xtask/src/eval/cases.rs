//! `cargo xtask eval --cases FILE`: the French cases of other people's readers of dates, numbers and money (Duckling, rustling, chrono).
//!
//! A line of the file is a JSON object: `source`, `dim`, `input` and `value`, the latter in the project's own notation. What lies outside of
//! news scope, and why, stands in `cases/out_of_scope.tsv`; what is within is read and compared as `cases/expected.rs` says.

mod chrono;
mod duckling;
mod expected;
mod rustling;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use regex_lite::Regex;
use reperes::Options;
use reperes::report::MentionEntry;
use serde::Deserialize;
use time::{Date, Month, PrimitiveDateTime, Time};

use crate::project::print;
use crate::read;
use expected::Expected;

/// The groups of cases that are out of scope.
const GROUPS: &str = include_str!("cases/out_of_scope.tsv");

/// A case as the file gives it.
#[derive(Deserialize)]
struct Case {
    source: String,
    dim: String,
    input: String,
    value: Option<serde_json::Value>,
}

/// Cases that are left out, for a reason of their own.
struct Group {
    name: &'static str,
    /// What `source dim` is.
    of: Regex,
    /// What the input is, in lower case.
    input: Regex,
}

/// What came of a case.
enum Outcome {
    Passed,
    /// What was found instead.
    Failed(String),
    /// The group that it is in.
    OutOfScope(&'static str),
}

/// Reads every case of the file; the tally, after the list of all that failed if `errors` are asked for.
pub(super) fn run(file: &Path, errors: bool) -> Result<()> {
    let groups = groups()?;
    let (table, list) = read_all(file, &groups)?;
    if errors {
        print(&list)?;
    }
    print(&table.write(&groups))
}

/// Of the cases of the file, how many pass, and how many are in scope.
pub(crate) fn passed(file: &Path) -> Result<(usize, usize)> {
    let [passed, failed, _] = read_all(file, &groups()?)?.0.all();
    Ok((passed, passed + failed))
}

/// What came of every case, and the list of those that failed.
fn read_all(file: &Path, groups: &[Group]) -> Result<(Table, String)> {
    let text = read::article(file)?;
    let mut table = Table::default();
    let mut list = String::new();
    for (at, line) in text.lines().enumerate() {
        let case: Case = serde_json::from_str(line).with_context(|| format!("{}:{}", file.display(), at + 1))?;
        let outcome = case.outcome(groups).with_context(|| format!("{}:{}", file.display(), at + 1))?;
        if let Outcome::Failed(found) = &outcome {
            let value = case.value.as_ref().map(ToString::to_string).unwrap_or_default();
            writeln!(list, "{} {}: {}\n    wanted {value}\n    found  {found}", case.source, case.dim, case.input)?;
        }
        table.add(&case, &outcome);
    }
    Ok((table, list))
}

fn groups() -> Result<Vec<Group>> {
    let rows = GROUPS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.map(|row| {
        let mut fields = row.split('\t');
        let mut field = || fields.next().ok_or_else(|| anyhow!("out_of_scope.tsv: `{row}` lacks a field"));
        let name = field()?;
        let whole = |pattern: &str| Regex::new(&format!("^(?:{pattern})$"));
        let (of, input) = (whole(field()?)?, whole(field()?)?);
        field()?;
        Ok(Group { name, of, input })
    })
    .collect()
}

impl Case {
    fn outcome(&self, groups: &[Group]) -> Result<Outcome> {
        let of = format!("{} {}", self.source, self.dim);
        let input = self.input.trim().to_lowercase();
        if let Some(group) = groups.iter().find(|g| g.of.is_match(&of) && g.input.is_match(&input)) {
            return Ok(Outcome::OutOfScope(group.name));
        }
        let Some((expected, now)) = self.expected() else {
            // chrono's table leaves out what its tests compute.
            let unsaid = groups.iter().find(|g| g.of.is_match(&of) && g.input.is_match(""));
            let group = unsaid.ok_or_else(|| anyhow!("the value of `{}` is in no known form", self.input))?;
            return Ok(Outcome::OutOfScope(group.name));
        };
        let text = self.sentence();
        let options = Options::new().with_published(&now.date().to_string())?;
        let report = reperes::read(&text, &options)?;
        let words = self.words(&text);
        let within = |m: &&MentionEntry| (m.start as usize) < words.end && m.end as usize > words.start;
        let found: Vec<&MentionEntry> = report.mentions.iter().filter(|m| self.is_judged(m)).filter(within).collect();
        if expected.is_met(self.input.trim(), now, &text, &found) {
            return Ok(Outcome::Passed);
        }
        let mut list = String::new();
        for mention in found {
            let words = &text[mention.start as usize..mention.end as usize];
            write!(list, "{} `{words}` {:?}; ", mention.kind, mention.value.as_ref().expect("a value"))?;
        }
        Ok(Outcome::Failed(if list.is_empty() { "nothing".to_owned() } else { list }))
    }

    /// The part of the text that the case is about: chrono names the words that its value is for.
    fn words(&self, text: &str) -> Range<usize> {
        let words = self.value.as_ref().and_then(|v| v.get("text")).and_then(|t| t.as_str()).map(str::trim);
        let start = words.and_then(|words| text.find(words));
        start.map_or(0..text.len(), |start| start..start + words.map_or(0, str::len))
    }

    /// Whether a mention is of a kind that the case says something about: a negative case only denies its own.
    fn is_judged(&self, mention: &MentionEntry) -> bool {
        let durations = self.dim == "Duration:negative";
        match mention.kind {
            "duration" => durations || !self.dim.ends_with(":negative"),
            "date" | "time" => !durations,
            _ => mention.value.is_some() && !self.dim.ends_with(":negative"),
        }
    }

    /// What is expected, and the moment from which relative dates are counted.
    fn expected(&self) -> Option<(Expected, PrimitiveDateTime)> {
        // The reference time of Duckling, which rustling took over.
        let now = Date::from_calendar_date(2013, Month::February, 12).ok()?.with_time(Time::from_hms(4, 30, 0).ok()?);
        let value = self.value.as_ref().filter(|v| !v.is_null());
        match self.source.as_str() {
            "duckling" => Some((duckling::parse(&self.dim, value.and_then(|v| v.as_str()))?, now)),
            "rustling" => Some((rustling::parse(value?.as_str()?)?, now)),
            "chrono" => match value {
                None => Some((Expected::Nothing, now)),
                Some(value) => {
                    let case = chrono::Case::deserialize(value).ok()?;
                    let now = case.now()?;
                    Some((case.expected()?, now))
                }
            },
            _ => None,
        }
    }

    /// The text that is read. The projects read fragments, a newspaper has sentences: Duckling and rustling hear an assistant's user plan
    /// ahead, so their dates stand behind a verb in the future; and a bare number, which the guide does not report, gets a unit.
    fn sentence(&self) -> String {
        let input = self.input.trim();
        let value = self.value.as_ref().and_then(|v| v.as_str()).unwrap_or_default();
        let number = ["NumeralValue", "check_integer", "check_float"].iter().any(|start| value.starts_with(start));
        let dated = ["datetime", "check_moment"].iter().any(|start| value.starts_with(start));
        if number {
            let of = if input.ends_with("million") || input.ends_with("millions") { "de " } else { "" };
            format!("Il en faut {input} {of}kilos.")
        } else if dated {
            format!("Il viendra {input}")
        } else {
            input.to_owned()
        }
    }
}

/// Passed, failed and out of scope, by source and dimension, and by group.
#[derive(Default)]
struct Table {
    rows: BTreeMap<String, [usize; 3]>,
    groups: BTreeMap<&'static str, usize>,
}

impl Table {
    fn add(&mut self, case: &Case, outcome: &Outcome) {
        let row = self.rows.entry(format!("{} {}", case.source, case.dim)).or_default();
        match outcome {
            Outcome::Passed => row[0] += 1,
            Outcome::Failed(_) => row[1] += 1,
            Outcome::OutOfScope(group) => {
                row[2] += 1;
                *self.groups.entry(group).or_default() += 1;
            }
        }
    }

    /// Passed, failed and out of scope, all rows together.
    fn all(&self) -> [usize; 3] {
        self.rows.values().fold([0; 3], |all, row| std::array::from_fn(|i| all[i] + row[i]))
    }

    fn write(&self, groups: &[Group]) -> String {
        let mut out = format!("{:<48}{:>8}{:>8}{:>14}\n", "source and dimension", "passed", "failed", "out of scope");
        let all = self.all();
        for (name, counts) in &self.rows {
            out += &format!("{name:<48}{:>8}{:>8}{:>14}\n", counts[0], counts[1], counts[2]);
        }
        let share = all[0] as f64 / (all[0] + all[1]).max(1) as f64;
        out += &format!("{:<48}{:>8}{:>8}{:>14}\n", "all", all[0], all[1], all[2]);
        out += &format!("passed of those in scope: {share:.3}\n\nout of scope (reasons: out_of_scope.tsv)\n");
        let mut names: Vec<&str> = groups.iter().map(|g| g.name).collect();
        names.dedup();
        for name in names {
            out += &format!("{:>6}  {name}\n", self.groups.get(name).copied().unwrap_or(0));
        }
        out
    }
}
