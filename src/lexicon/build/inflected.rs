//! `*.txt` beside the build script: words with their inflected forms. A section begins with `@` and what its lines share; each line is one concept.
//!
//! - titles: `président, présidente` is masculine, feminine (a single form serves both genders in `@… mf` sections); then the plurals, where they are not formed by `s`;
//! - demonyms: `États-Unis | américain`: the place, then masculine, feminine and plurals, formed by rule where they are not given;
//! - heads: `préfecture, préfectures`: singular and plural, in sections by what they begin.
//!
//! The payload is one or more readings, in the order of the lines, of two fields: the section's words; what the form is, `m`, `f` or `x` (either) and `s` or `p`; and in another part of
//! one field, the place, where there is one; the last one stands for all that follow.

use super::Rows;
use super::blob::PART;
use super::phrase::Phrase;
use std::collections::BTreeMap;
use std::path::Path;

/// The rows of a list of inflected words. A form that several lines have gets a reading from each: lists go from the usual sense to the rare.
pub(crate) fn compile(text: &str, path: &Path) -> Rows {
    let mut rows: BTreeMap<String, Vec<Reading<'_>>> = BTreeMap::new();
    let mut section = "";
    for (number, line) in super::lines(text) {
        if let Some(head) = line.strip_prefix('@') {
            section = head;
            continue;
        }
        let fail = |why: &str| -> ! { panic!("{}:{number}: {why}: `{line}`", path.display()) };
        if section.is_empty() {
            fail("stands before the first section");
        }
        let (place, words) = line.split_once(" | ").map_or((None, line), |(place, words)| (Some(place), words));
        for (form, gender, number) in forms(words, place.is_some()) {
            if form.trim().is_empty() {
                fail("an empty form");
            }
            let readings = rows.entry(Phrase::word_key(&form)).or_default();
            let reading = Reading { section, form: format!("{gender}{number}"), place: place.unwrap_or_default() };
            // One meaning for each section and place: a second line that says the same adds nothing.
            if !readings.iter().any(|r| r.section == section && r.place == reading.place) {
                readings.push(reading);
            }
        }
    }
    rows.into_iter().map(|(key, readings)| (key, payload(&readings))).collect()
}

/// What the phrases of `rows` begin with, without their last words.
pub(crate) fn beginnings(rows: &Rows) -> Rows {
    let before_spaces = |key: &String| key.match_indices(' ').map(|(at, _)| key[..at].to_owned()).collect::<Vec<_>>();
    rows.keys().flat_map(before_spaces).map(|beginning| (beginning, String::new())).collect()
}

/// One meaning of a form.
struct Reading<'l> {
    section: &'l str,
    form: String,
    place: &'l str,
}

fn payload(readings: &[Reading<'_>]) -> String {
    let forms: Vec<String> = readings.iter().map(|r| format!("{}\t{}", r.section, r.form)).collect();
    let mut places: Vec<&str> = readings.iter().map(|r| r.place).collect();
    while places.len() > 1 && places[places.len() - 1] == places[places.len() - 2] {
        places.pop();
    }
    format!("{}{PART}{}", forms.join("\t"), places.join("\t"))
}

/// The forms that `words` stands for, with gender and number. `words` is up to four forms: masculine, feminine, masculine plural, feminine plural.
fn forms(words: &str, make_feminine: bool) -> Vec<(String, char, char)> {
    let given: Vec<&str> = words.split(", ").collect();
    let masculine = given[0].to_owned();
    let feminine = match given.get(1) {
        Some(&form) => form.to_owned(),
        None if make_feminine => feminine(&masculine),
        None => masculine.clone(),
    };
    let plural =
        |index: usize, singular: &str| given.get(index).map_or_else(|| plural(singular), |&form| form.to_owned());
    let (men, women) = (plural(2, &masculine), plural(3, &feminine));
    let mut forms = Vec::new();
    let mut add = |form: String, gender: char, number: char| {
        match forms.iter_mut().find(|(known, _, _): &&mut (String, char, char)| *known == form) {
            // One form for both genders, or for both numbers (`français`): the singular is kept, which promises less.
            Some((_, known, _)) if *known != gender => *known = 'x',
            Some(_) => {}
            None => forms.push((form, gender, number)),
        }
    };
    if masculine != "-" {
        add(masculine, 'm', 's');
        add(men, 'm', 'p');
    }
    if feminine != "-" {
        add(feminine, 'f', 's');
        add(women, 'f', 'p');
    }
    forms
}

/// The feminine of an adjective of origin.
fn feminine(masculine: &str) -> String {
    if masculine.ends_with(['e', 'a', 'o', 'u']) && !masculine.ends_with("eu") {
        return masculine.to_owned();
    }
    let doubles = ["ien", "éen", "on", "el", "yen"].iter().any(|end| masculine.ends_with(end));
    match masculine.chars().next_back() {
        Some(last) if doubles => format!("{masculine}{last}e"),
        _ => format!("{masculine}e"),
    }
}

/// The plural of a word, or of the first word of a phrase whose second is a preposition (`chef d'orchestre`).
fn plural(singular: &str) -> String {
    let (head, rest) = match singular.find(' ') {
        Some(space) if is_complement(&singular[space + 1..]) => singular.split_at(space),
        _ => (singular, ""),
    };
    let head = match head.rsplit_once(' ') {
        // `ancien combattant`: both agree.
        Some((first, second)) => format!("{} {}", plural(first), plural(second)),
        None if head.ends_with(['s', 'x', 'z']) => head.to_owned(),
        None if head.ends_with("eau") => format!("{head}x"),
        None if head.ends_with("al") => format!("{}aux", &head[..head.len() - 2]),
        None => format!("{head}s"),
    };
    head + rest
}

/// Whether what follows a noun is its complement, which does not agree.
fn is_complement(rest: &str) -> bool {
    ["de ", "d'", "du ", "des ", "à ", "au ", "en ", "aux "].iter().any(|start| rest.starts_with(start))
}
