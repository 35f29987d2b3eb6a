//! Runs the cases of `tests/spec/*.md`: prose for people, with texts and what the reader finds in them.
//!
//! ```text
//! kinds: money, percent                                what the cases list completely, from here on
//! published: 2025-03-01                                for the next text alone; else 2025-02-11, a Tuesday; `?` for unknown
//! rule: person Claire Morel | Morel                    what the house says of a name in the next text: kind (`-` for none said), name, other forms
//! > Le plan pèse 2,3 millions d'euros de travaux.      the text; several lines are several blocks
//! - money `2,3 millions d'euros` = 2300000 EUR of `travaux`
//! - date `lundi` = 2025-02-10 published                 of a date also what it was counted from
//! - person `Morel` → Claire Morel                      the entity
//! - direct `Nous partons` | Claire Morel | a déclaré   content, speaker (entity or words, `?` for none), cue (`-` for none)
//! - role: person=Claire Morel, role=ministre           a fact's arguments, in order: entity or words
//! - note weekdayMismatch `lundi 3 mars`               a note's code and place
//! - nothing                                            none of the kinds
//! ```
//!
//! Kinds are those of the report, `note`, or `names`, `values`, `quotes`, `facts` for all of a family. The cases under a text are all that is found of these
//! kinds, in order: first mentions, then quotations, then facts, then notes. `=`, `of`, `→` and the parts behind `|` are compared where a case gives them.
//! A fact may end with `modality=reported` (without it, it must be asserted), `when=2025-02-10`, `by=role.apposition`.
//! Bullets of the prose are written with `*`.
//!
//! `SPEC=roles cargo test --test spec` runs `roles.md` alone, `SPEC=roles:42` the text of its line 42.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use reperes::report::{FactEntry, MentionEntry, QuoteEntry, Report, ValueEntry};
use reperes::{Options, Rule, read};

use notation::{Found, Item, notation};

mod notation;

const NAMES: [&str; 5] = ["person", "organisation", "place", "event", "work"];
const VALUES: [&str; 7] = ["money", "percent", "quantity", "count", "date", "time", "duration"];
const QUOTES: [&str; 3] = ["direct", "indirect", "mixed"];

/// The publication date of texts that do not say another: a Tuesday.
const PUBLISHED: &str = "2025-02-11";

/// A text and what is to be found in it.
struct Case {
    line: usize,
    kinds: Vec<String>,
    published: String,
    rules: Vec<Rule>,
    text: String,
    expected: Vec<(usize, String)>,
}

impl Case {
    /// What the reader finds.
    fn read(&self) -> Report {
        let options = match self.published.as_str() {
            "?" => Options::new(),
            date => Options::new().with_published(date).unwrap_or_else(|e| panic!("line {}: {e}", self.line)),
        };
        let options = options.with_rules(self.rules.clone()).expect("a few rules");
        read(&self.text, &options).expect("a short text")
    }
}

#[test]
fn every_case_holds() {
    let wanted = std::env::var("SPEC").unwrap_or_default();
    let (wanted_file, wanted_line) = wanted.split_once(':').unwrap_or((&wanted, ""));
    let (mut failures, mut ran, mut failed) = (String::new(), 0, 0);
    for file in files("tests/spec", "md") {
        let name = file.file_name().expect("a file has a name").to_string_lossy().into_owned();
        if !wanted_file.is_empty() && name != format!("{wanted_file}.md") {
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("a spec file is UTF-8");
        let cases = parse(&text).unwrap_or_else(|(line, problem)| panic!("tests/spec/{name}:{line}: {problem}"));
        for case in cases {
            if !wanted_line.is_empty() && wanted_line != case.line.to_string() {
                continue;
            }
            ran += 1;
            if let Some(failure) = check(&case) {
                failed += 1;
                write!(failures, "\ntests/spec/{name}:{}\n{failure}", case.line).expect("a string takes all");
            }
        }
    }
    assert!(wanted.is_empty() || ran > 0, "SPEC={wanted}: no such case");
    assert!(failures.is_empty(), "{failed} of {ran} texts are read otherwise than specified\n{failures}");
}

/// A rule that no case exercises is one that nobody would miss, and a name without a rule is a slip of the pen.
#[test]
fn every_rule_of_values_has_a_case() {
    let mut rules = BTreeSet::new();
    for file in files("src/values", "rs") {
        let source = std::fs::read_to_string(&file).expect("a source file is UTF-8");
        rules.extend(source.split('"').skip(1).step_by(2).filter(|literal| is_rule(literal)).map(str::to_owned));
    }
    assert!(rules.len() > 20, "rules are named otherwise now: {rules:?}");
    let mut exercised = BTreeSet::new();
    for file in files("tests/spec", "md") {
        let text = std::fs::read_to_string(&file).expect("a spec file is UTF-8");
        for case in parse(&text).unwrap_or_default() {
            let report = case.read();
            let listed = report.mentions.iter().filter(|m| case.kinds.iter().any(|k| k == m.kind) && is_rule(m.by));
            exercised.extend(listed.map(|m| m.by.to_owned()));
        }
    }
    let missing: Vec<_> = rules.difference(&exercised).collect();
    assert!(missing.is_empty(), "no case of tests/spec exercises {missing:?}");
    let unknown: Vec<_> = exercised.difference(&rules).collect();
    assert!(unknown.is_empty(), "no source names {unknown:?}");
}

/// Whether a string is the name of a rule for values: `money.currency`.
fn is_rule(literal: &str) -> bool {
    literal.split_once('.').is_some_and(|(family, rule)| {
        (VALUES.contains(&family) || family == "elided")
            && !rule.is_empty()
            && rule.bytes().all(|b| b.is_ascii_alphabetic())
    })
}

/// The files below `folder` that end so, in order.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("the folder") {
            let path = entry.expect("its entries").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The cases of a file; else the line that can't be one, and why.
fn parse(file: &str) -> Result<Vec<Case>, (usize, String)> {
    let mut cases: Vec<Case> = Vec::new();
    let mut kinds = Vec::new();
    let (mut published, mut rules) = (None, Vec::new());
    let mut in_text = false;
    for (index, line) in file.lines().enumerate() {
        let at = index + 1;
        let was_in_text = std::mem::take(&mut in_text);
        if let Some(list) = line.strip_prefix("kinds:") {
            kinds = expand(list).map_err(|problem| (at, problem))?;
        } else if let Some(date) = line.strip_prefix("published:") {
            published = Some(date.trim().to_owned());
        } else if let Some(rule) = line.strip_prefix("rule:") {
            rules.push(house_rule(rule).map_err(|problem| (at, problem))?);
        } else if line == ">" || line.starts_with("> ") {
            let text = line[1..].trim();
            in_text = true;
            match cases.last_mut() {
                Some(case) if was_in_text => {
                    case.text.push('\n');
                    case.text.push_str(text);
                }
                _ => {
                    if kinds.is_empty() {
                        return Err((at, "a `kinds:` line comes before the first text".to_owned()));
                    }
                    cases.push(Case {
                        line: at,
                        kinds: kinds.clone(),
                        published: published.take().unwrap_or_else(|| PUBLISHED.to_owned()),
                        rules: std::mem::take(&mut rules),
                        text: text.to_owned(),
                        expected: Vec::new(),
                    });
                }
            }
        } else if let Some(item) = line.strip_prefix("- ") {
            let case = cases
                .last_mut()
                .ok_or((at, "a case without a text; bullets of the prose are written with `*`".to_owned()))?;
            case.expected.push((at, item.trim().to_owned()));
        }
    }
    match cases.iter().find(|c| c.expected.is_empty()) {
        Some(case) => Err((case.line, "a text without cases: what is found in it, or `- nothing`".to_owned())),
        None => Ok(cases),
    }
}

/// The rule in a `rule:` line.
fn house_rule(line: &str) -> Result<Rule, String> {
    let mut forms = line.split('|').map(|form| form.trim().to_owned());
    let first = forms.next().unwrap_or_default();
    let (kind, name) = first.split_once(' ').ok_or("a rule has a kind and a name")?;
    Rule::new(name.to_owned(), (kind != "-").then_some(kind), forms.collect()).map_err(|error| error.to_string())
}

/// The kinds of the report in a `kinds:` list.
fn expand(list: &str) -> Result<Vec<String>, String> {
    let mut kinds = Vec::new();
    for kind in list.split(',').map(str::trim) {
        let known = matches!(kind, "note" | "timeline" | "essential")
            || FACTS.contains(&kind)
            || NAMES.contains(&kind)
            || VALUES.contains(&kind)
            || QUOTES.contains(&kind);
        let family: &[&str] = match kind {
            "names" => &NAMES,
            "values" => &VALUES,
            "quotes" => &QUOTES,
            "facts" => &FACTS,
            _ if known => &[kind],
            _ => return Err(format!("`{kind}` is no kind of the report")),
        };
        kinds.extend(family.iter().map(|&k| k.to_owned()));
    }
    Ok(kinds)
}

const FACTS: [&str; 12] = [
    "role",
    "founded",
    "acquisition",
    "ownership",
    "membership",
    "appointment",
    "death",
    "victory",
    "defeat",
    "accusation",
    "figure",
    "figureCheck",
];

/// What differs, for people to read; `None` when the case holds.
fn check(case: &Case) -> Option<String> {
    let report = case.read();
    let found = Found { report: &report, text: &case.text };
    let got = found.all(&case.kinds);
    let is_note = |wanted: &str| wanted.starts_with("note ");
    let expected: Vec<_> = case.expected.iter().filter(|(_, e)| e != "nothing" && !is_note(e)).collect();
    let mut differences = String::new();
    if case.kinds.iter().any(|kind| kind == "note") {
        let place = |start, end| found.slice(start, end);
        let got: Vec<_> = report.notes.iter().map(|n| format!("note {} `{}`", n.code, place(n.start, n.end))).collect();
        let wanted: Vec<_> = case.expected.iter().map(|(_, e)| e.clone()).filter(|e| is_note(e)).collect();
        if got != wanted {
            writeln!(differences, "  expected  {wanted:?}\n  got       {got:?}").expect("a string takes all");
        }
    }
    // A longest common run would be finer; the order is part of the case, and the lists are short.
    let mut rest = got.iter();
    let mut pending: Vec<&Item<'_>> = Vec::new();
    for (line, wanted) in &expected {
        let ahead = rest.clone().position(|item| found.is(item, wanted));
        if let Some(ahead) = ahead {
            pending.extend(rest.by_ref().take(ahead));
            rest.next();
        } else {
            writeln!(differences, "  expected  - {wanted}   (line {line})").expect("a string takes all");
        }
    }
    pending.extend(rest);
    for item in pending {
        writeln!(differences, "  got       - {}   ({})", found.write(item), found.by(item))
            .expect("a string takes all");
    }
    (!differences.is_empty()).then(|| {
        let text = case.text.replace('\n', "\n  > ");
        format!("  > {text}\n{differences}")
    })
}

/// Whether a found item is what a case says.
trait Is {
    fn is(&self, item: &Item<'_>, wanted: &str) -> bool;
    fn is_mention(&self, mention: &MentionEntry, wanted: &str) -> Option<bool>;
    fn is_quote(&self, quote: &QuoteEntry, wanted: &str) -> Option<bool>;
    fn is_fact(&self, fact: &FactEntry, wanted: &str) -> Option<bool>;
}

impl Is for Found<'_> {
    /// Whether `item` is what `wanted` says, in the parts that it says.
    fn is(&self, item: &Item<'_>, wanted: &str) -> bool {
        match item {
            Item::Mention(m) => self.is_mention(m, wanted).unwrap_or(false),
            Item::Quote(q) => self.is_quote(q, wanted).unwrap_or(false),
            Item::Fact(f) => self.is_fact(f, wanted).unwrap_or(false),
            Item::Event(_) => self.write(item) == wanted,
            // The English line may be left out.
            Item::Essential(e) => self.write(item) == wanted || wanted == format!("essential `{}`", e.fr),
        }
    }

    fn is_mention(&self, mention: &MentionEntry, wanted: &str) -> Option<bool> {
        let (kind, rest) = wanted.split_once(" `")?;
        let (surface, mut rest) = rest.split_once('`')?;
        let mut same = kind == mention.kind && surface == self.slice(mention.start, mention.end);
        if let Some((before, name)) = rest.split_once(" → ") {
            same &= self.entity(mention.entity) == Some(name.trim());
            rest = before;
        }
        if let Some((before, of)) = rest.split_once(" of `") {
            same &= mention.of.is_some_and(|r| self.slice(r.start, r.end) == of.trim_end_matches('`'));
            rest = before;
        }
        if let Some(value) = rest.trim().strip_prefix("= ") {
            let (value, wanted) = anchor(value.trim());
            same &=
                mention.value.as_ref().is_some_and(|v| notation(v) == value && wanted.is_none_or(|a| has_anchor(v, a)));
            rest = "";
        }
        Some(same && rest.trim().is_empty())
    }

    fn is_quote(&self, quote: &QuoteEntry, wanted: &str) -> Option<bool> {
        let (kind, rest) = wanted.split_once(" `")?;
        let (content, rest) = rest.rsplit_once('`')?;
        let got = self.slice(quote.start, quote.end);
        let same_content = match content.split_once(" [...] ") {
            Some((first, last)) => got.starts_with(first) && got.ends_with(last),
            None => got == content,
        };
        let mut parts = rest.split('|').map(str::trim);
        let nothing_between = parts.next() == Some("");
        let same_speaker = match (parts.next(), &quote.speaker) {
            (None, _) | (Some("?"), None) => true,
            (Some(name), Some(s)) => self.entity(s.entity) == Some(name) || self.slice(s.start, s.end) == name,
            _ => false,
        };
        let same_cue = match (parts.next(), quote.cue) {
            (None, _) | (Some("-"), None) => true,
            (Some(cue), Some(c)) => self.slice(c.start, c.end) == cue,
            _ => false,
        };
        Some(kind == quote.kind && same_content && nothing_between && same_speaker && same_cue)
    }

    fn is_fact(&self, fact: &FactEntry, wanted: &str) -> Option<bool> {
        let (kind, rest) = wanted.split_once(": ")?;
        let mut same = kind == fact.kind;
        let mut modality = "asserted";
        let mut arguments = fact.arguments.iter();
        for (name, value) in pairs(rest) {
            match name {
                "modality" => modality = value,
                "when" => same &= self.when(fact).as_deref() == Some(value),
                "by" => same &= fact.by == value,
                _ => {
                    let argument = arguments.next()?;
                    same &= argument.name == name
                        && (self.entity(argument.entity) == Some(value) || argument.text == value);
                }
            }
        }
        Some(same && modality == fact.modality && arguments.next().is_none())
    }
}

/// The anchor behind a date, if the case gives one.
fn anchor(value: &str) -> (&str, Option<&str>) {
    match value.rsplit_once(' ') {
        Some((value, anchor @ ("calendar" | "published" | "narrated"))) => (value, Some(anchor)),
        _ => (value, None),
    }
}

fn has_anchor(value: &ValueEntry, wanted: &str) -> bool {
    matches!(value, ValueEntry::Date { anchor: Some(anchor), .. } if *anchor == wanted)
}

/// `a=x, b=y, z` into `(a, "x")`, `(b, "y, z")`: a comma separates where a name and `=` follow.
fn pairs(list: &str) -> Vec<(&str, &str)> {
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    let mut start = 0;
    let starts: Vec<usize> = list.match_indices(", ").map(|(at, _)| at).chain([list.len()]).collect();
    for &end in &starts {
        let next = list.get(end + 2..).unwrap_or("");
        let named = next.split_once('=').is_some_and(|(name, _)| name.chars().all(|c| c.is_ascii_lowercase()));
        if (end == list.len() || named)
            && let Some((name, value)) = list[start..end].split_once('=')
        {
            pairs.push((name.trim(), value.trim()));
            start = (end + 2).min(list.len());
        }
    }
    pairs
}
