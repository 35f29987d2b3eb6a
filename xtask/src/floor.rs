//! `tests/floor.tsv`: the scores below which the gold articles may not fall, a ratchet.
//!
//! The gold lies beside the project, not in it: its articles are other people's. `cargo xtask floor` compares,
//! `cargo xtask floor --raise` writes today's scores where they are higher.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::eval::{Gold, cases};
use crate::project::{Misuse, print, root, say};

/// Where the gold articles lie, seen from the project.
pub(crate) const GOLD: &str = "../shared/gold/dev";

/// Where the cases of other people's readers of values lie, seen from the project.
const CASES: &str = "../shared/corpora/values/cases.jsonl";

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Raise each floor to today's score; none is ever lowered
    #[arg(long)]
    raise: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let gold = gold().ok_or_else(|| Misuse::new(format!("{GOLD} does not lie beside the project")))?;
    if !arguments.raise {
        return check(&gold);
    }
    let old = fs::read_to_string(file())?;
    let new = raised(&old, &score(&gold)?)?;
    fs::write(file(), &new)?;
    say(if new == old { "no floor rose" } else { "tests/floor.tsv is raised" });
    Ok(())
}

/// The gold articles, where they lie beside the project.
pub(crate) fn gold() -> Option<PathBuf> {
    Some(root().join(GOLD)).filter(|folder| folder.is_dir())
}

/// Scores the gold articles, prints the table and fails below a floor.
pub(crate) fn check(gold: &Path) -> Result<()> {
    let table = score(gold)?;
    print(&table)?;
    let below = below(&fs::read_to_string(file())?, &table)?;
    if !below.is_empty() {
        bail!("the floors of tests/floor.tsv are not reached:\n   {}", below.join("\n   "));
    }
    Ok(())
}

fn file() -> PathBuf {
    root().join("tests/floor.tsv")
}

/// The table of scores, whose last row is the share of other people's cases that pass.
fn score(gold: &Path) -> Result<String> {
    let gold = Gold::open(gold, None)?;
    let reports = gold.default_reports();
    gold.read(&reports)?;
    let (passed, cases) = cases::passed(&root().join(CASES))?;
    let share = passed as f64 / cases.max(1) as f64;
    Ok(format!(
        "{}{:<30}{share:>9.3}{share:>7.3}{share:>7.3}{cases:>7}\n",
        gold.score(&reports, false)?,
        "values of others' cases"
    ))
}

/// Which tasks of the floor file score less than they must.
fn below(floors: &str, table: &str) -> Result<Vec<String>> {
    let mut below = Vec::new();
    for (task, floor) in floors.lines().filter_map(row) {
        let (score, floor) = (f1(table, task)?, floor.parse::<f64>().with_context(|| format!("the floor of {task}"))?);
        if score < floor {
            below.push(format!("{task}: {score:.3} is below {floor:.3}"));
        }
    }
    Ok(below)
}

/// The floor file with higher scores in place of lower floors; all else stands.
fn raised(floors: &str, table: &str) -> Result<String> {
    let mut text = String::new();
    for line in floors.lines() {
        match row(line) {
            Some((task, floor)) => {
                let floor: f64 = floor.parse().with_context(|| format!("the floor of {task}"))?;
                text += &format!("{task}\t{:.3}\n", floor.max(f1(table, task)?));
            }
            None => text += &format!("{line}\n"),
        }
    }
    Ok(text)
}

/// The task and the floor of a line; `None` for a comment or an empty line.
fn row(line: &str) -> Option<(&str, &str)> {
    line.split_once('\t').filter(|_| !line.starts_with('#'))
}

/// The F1 of a task in the table of `score.py`, whose rows end in precision, recall, F1 and the number of gold items.
pub(crate) fn f1(table: &str, task: &str) -> Result<f64> {
    let score = table.lines().find_map(|line| {
        let numbers = line.trim_start().strip_prefix(task)?;
        let numbers: Vec<&str> = numbers.split_whitespace().collect();
        // Otherwise the row of a task whose name only begins like this one's.
        if numbers.len() == 4 { numbers[2].parse().ok() } else { None }
    });
    score.with_context(|| format!("score.py prints no task `{task}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "\
3 articles
task                                  P      R     F1   gold
names all                         0.810  0.700  0.751    116
  PER                             0.900  0.900  0.900     32
quotes (overlap .3)               0.500  0.500  0.500     35
roles                             0.400  0.400  0.400     15
";

    #[test]
    fn rows_are_found_by_their_whole_name() {
        assert_eq!(f1(TABLE, "names all").unwrap(), 0.751);
        assert_eq!(f1(TABLE, "PER").unwrap(), 0.9);
        assert_eq!(f1(TABLE, "quotes (overlap .3)").unwrap(), 0.5);
        assert!(f1(TABLE, "quotes").is_err());
        assert!(f1(TABLE, "facts").is_err());
    }

    #[test]
    fn scores_below_their_floor_are_named() {
        assert_eq!(below("# F1\nroles\t0.400\nPER\t0.950\n", TABLE).unwrap(), ["PER: 0.900 is below 0.950"]);
        assert!(below("roles\thigh\n", TABLE).is_err());
    }

    #[test]
    fn floors_only_rise() {
        let floors = "# Reached on 3 articles.\nroles\t0.350\nPER\t0.950\n";
        assert_eq!(raised(floors, TABLE).unwrap(), "# Reached on 3 articles.\nroles\t0.400\nPER\t0.950\n");
    }
}
