//! `gazetteer/*.txt` into one table. A section begins with `@class weight`; each line below is one concept: its name, then ` | ` and its other spellings.
//!
//! A spelling may end with `=N`, its own weight. In a person's name `*` stands before the surname that the news uses alone (`Angela *Merkel`).

use super::Rows;
use super::blob::PART;
use super::key;
use super::phrase::Phrase;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Classes by the name that sections use, with their letter in the payload. `gazetteer.rs` of the library reads the letters.
const CLASSES: [(&str, char); 23] = [
    ("country", 'c'),
    ("region", 'r'),
    ("town", 't'),
    ("nature", 'n'),
    ("site", 's'),
    ("institution", 'i'),
    ("party", 'p'),
    ("union", 'u'),
    ("media", 'm'),
    ("company", 'k'),
    ("club", 'b'),
    ("armed", 'a'),
    ("association", 'o'),
    ("school", 'h'),
    ("band", 'g'),
    ("man", 'M'),
    ("woman", 'F'),
    ("person", 'P'),
    ("event", 'E'),
    ("work", 'w'),
    ("product", 'x'),
    ("prize", 'z'),
    ("law", 'l'),
];

/// A full name of a person is that person, whatever weight the surname alone has.
const FULL_NAME: u8 = 9;

/// One reading of a key.
#[derive(Clone)]
struct Reading {
    class: char,
    weight: u8,
    /// Which tokens need a capital; `None` where it is the usual ones.
    capitals: Option<u32>,
    /// Whether all its letters are capitals.
    acronym: bool,
    /// The concept's name, where the key does not tell it; `*` stands for the key as it is written.
    name: Option<String>,
}

/// All lists in one table: key → its readings, the likeliest first, and in another part their names. Full names of people whom the surname tells are left out.
pub(crate) fn compile(lists: &[(String, PathBuf)]) -> Rows {
    let mut all = all(lists);
    told_by_surname(&all).iter().for_each(|key| drop(all.remove(key)));
    all.into_iter()
        .map(|(key, mut list)| {
            list.sort_by(|a, b| b.weight.cmp(&a.weight).then(a.class.cmp(&b.class)).then(a.name.cmp(&b.name)));
            let readings: Vec<String> = list.iter().map(Reading::payload).collect();
            let names: Vec<&str> = list.iter().map(|reading| reading.name.as_deref().unwrap_or_default()).collect();
            (key, format!("{}{PART}{}", readings.join("\t"), names.join("\t").trim_end_matches('\t')))
        })
        .collect()
}

/// The keys of full names of which all is known that the library makes of the surname (see `Full` in its `gazetteer.rs`): the surname's reading has the given names.
fn told_by_surname(all: &BTreeMap<String, Vec<Reading>>) -> Vec<String> {
    let mut told = Vec::new();
    for (surname, reading) in all.iter().flat_map(|(key, readings)| readings.iter().map(move |r| (key, r))) {
        let Some(given) = reading.name.as_deref().and_then(|name| name.strip_suffix(" *")) else { continue };
        let given_key: String = key::of_words(given);
        // Each word before the surname, and the surname's first, has a capital, and no name has more than two words before.
        let has_capital = |word: &str| key::has_usual_capital(0, word) && key::has_usual_capital(1, word);
        let first = surname.split(' ').next().unwrap_or_default();
        if given.split(' ').count() > 2 || !given_key.split(' ').all(has_capital) || !has_capital(first) {
            continue;
        }
        let full = format!("{given_key} {surname}");
        if let Some([only]) = all.get(&full).map(Vec::as_slice)
            && (only.class, only.weight) == (reading.class, FULL_NAME)
            && (only.capitals, only.acronym, &only.name) == (None, false, &None)
        {
            told.push(full);
        }
    }
    told
}

/// First words of names that may begin in small letters (`tour Eiffel`, `mer Noire`).
pub(crate) fn small_beginnings(lists: &[(String, PathBuf)]) -> Rows {
    let small = |reading: &Reading| reading.capitals.is_some_and(|capitals| capitals & 1 == 0);
    all(lists)
        .into_iter()
        // A figure has no capital.
        .filter(|(key, readings)| !key.starts_with(char::is_alphabetic) || readings.iter().any(small))
        .map(|(key, _)| (key.split(' ').next().unwrap_or_default().to_owned(), String::new()))
        .collect()
}

/// Every key with its readings.
fn all(lists: &[(String, PathBuf)]) -> BTreeMap<String, Vec<Reading>> {
    let mut readings = BTreeMap::new();
    for (text, path) in lists {
        read(text, path, &mut readings);
    }
    readings
}

fn read(text: &str, path: &Path, readings: &mut BTreeMap<String, Vec<Reading>>) {
    let mut section = None;
    for (number, line) in super::lines(text) {
        let fail = |why: &str| -> ! { panic!("{}:{number}: {why}: `{line}`", path.display()) };
        if let Some(head) = line.strip_prefix('@') {
            let (class, weight) = head.split_once(' ').unwrap_or((head, "8"));
            let Some(&(_, letter)) = CLASSES.iter().find(|(name, _)| *name == class) else { fail("no such class") };
            section = Some((letter, weight.trim().parse().unwrap_or_else(|_| fail("no weight"))));
            continue;
        }
        let Some((class, usual_weight)) = section else { fail("stands before the first section") };
        let mut name = None;
        for spelling in line.split(" | ") {
            let (spelling, weight) = match spelling.rsplit_once(" =") {
                Some((spelling, weight)) => (spelling, weight.trim().parse().unwrap_or_else(|_| fail("no weight"))),
                None => (spelling, usual_weight),
            };
            let whole = spelling.replacen('*', "", 1);
            let whole = whole.trim();
            let name = &*name.get_or_insert_with(|| whole.to_owned());
            match spelling.split_once('*') {
                Some((given, surname)) if !given.is_empty() => {
                    add(readings, whole, class, FULL_NAME, name);
                    add(readings, surname, class, weight, name);
                }
                _ => add(readings, whole, class, weight, name),
            }
        }
    }
}

/// Adds a reading of `written`. The same concept under the same key keeps its greater weight, and needs only the capitals that both spellings have.
fn add(readings: &mut BTreeMap<String, Vec<Reading>>, written: &str, class: char, weight: u8, name: &str) {
    assert!(weight <= 9, "`{written}`: a weight is one digit");
    let phrase = Phrase::new(written);
    let name = match name.strip_suffix(written) {
        // A surname stands at the end of the full name: what stands before it is enough.
        Some(before) if before.ends_with(' ') => Some(format!("{before}*")),
        _ => (Phrase::new(name).key != phrase.key).then(|| name.to_owned()),
    };
    let list = readings.entry(phrase.key).or_default();
    if let Some(old) = list.iter_mut().find(|r| r.class == class && r.name == name) {
        old.weight = old.weight.max(weight);
        let both = old.capitals.unwrap_or(phrase.usual) & phrase.capitals;
        old.capitals = (both != phrase.usual).then_some(both);
        old.acronym &= phrase.acronym;
    } else {
        let capitals = (phrase.capitals != phrase.usual).then_some(phrase.capitals);
        list.push(Reading { class, weight, capitals, acronym: phrase.acronym, name });
    }
}

impl Reading {
    /// Class, weight, `!` for an acronym, `^` and the capitals in hexadecimal.
    fn payload(&self) -> String {
        let mut payload = format!("{}{}", self.class, self.weight);
        if self.acronym {
            payload.push('!');
        }
        if let Some(capitals) = self.capitals {
            payload += &format!("^{capitals:x}");
        }
        payload
    }
}
