//! The forms of the listed verbs, conjugated from their lemmas, as stems and endings: what `verbs.rs` of the crate searches. The forms themselves, one a row, were three times as large.

use super::blob::PART;
use super::{Rows, conjugation};
use std::collections::{BTreeMap, BTreeSet};

/// The lists of verbs by lemma.
pub(crate) struct Lists<'l> {
    pub speech: &'l Rows,
    pub relations: &'l Rows,
    /// Verbs whose finite third persons count; behind `-`, forms that do not.
    pub common: &'l Rows,
}

/// The list of frequent verbs, among the three.
const COMMON: usize = 2;

/// The rows of a verb in each of the lists, in the order of `verbs.rs`, between spaces.
#[derive(Clone, Default)]
struct Verb {
    lists: [String; 3],
}

impl Lists<'_> {
    /// Every verb that is conjugated. Of an expression (`faire savoir`) it is the first word; one with a pronoun (`se dire`, `s'indigner`, `l'emporter`) is the verb without.
    fn verbs(&self) -> BTreeMap<&str, Verb> {
        let mut verbs: BTreeMap<&str, Verb> = BTreeMap::new();
        for (list, lemmas) in [self.speech, self.relations, self.common].into_iter().enumerate() {
            for (row, lemma) in lemmas.keys().enumerate().filter(|(_, lemma)| !lemma.starts_with('-')) {
                let pronouns = ["se ", "s'", "l'", "nous "];
                let verb = pronouns.iter().find_map(|pronoun| lemma.strip_prefix(pronoun)).unwrap_or(lemma);
                let rows = &mut verbs.entry(verb.split(' ').next().unwrap_or(verb)).or_default().lists[list];
                if !rows.is_empty() {
                    rows.push(' ');
                }
                // Of a frequent verb nothing else is told: one row stands for all.
                *rows += &if list == COMMON { 0 } else { row }.to_string();
            }
        }
        verbs
    }

    /// The forms that each list knows: all of the verbs of saying, since who speaks may say `je` and `vous`; third persons and participles of those of facts; finite third persons.
    pub(crate) fn forms(&self) -> [BTreeSet<String>; 3] {
        let mut forms = [const { BTreeSet::new() }; 3];
        for (verb, Verb { lists }) in self.verbs() {
            for (form, code) in conjugation::conjugate(verb) {
                let known =
                    [true, code != 'o', matches!(code, 's' | 'p') && !self.common.contains_key(&format!("-{form}"))];
                for list in (0..3).filter(|&list| known[list] && !lists[list].is_empty()) {
                    forms[list].insert(form.clone());
                }
            }
        }
        forms
    }

    /// The table of stems: stem → its endings, the rows of the verb in each list, and how many rows above stands the longest other stem with which this one begins. Where several
    /// verbs have a stem, each has a field in every part but the last.
    pub(crate) fn stems(&self) -> Rows {
        let mut stems: BTreeMap<String, Vec<(String, Verb)>> = BTreeMap::new();
        for (verb, lists) in self.verbs() {
            for (stem, endings) in stems_of(&conjugation::conjugate(verb)) {
                stems.entry(stem).or_default().push((endings, lists.clone()));
            }
        }
        let mut above: Vec<&str> = Vec::new();
        let mut places: Vec<usize> = Vec::new();
        let mut rows = Rows::new();
        for (row, (stem, verbs)) in stems.iter().enumerate() {
            while above.last().is_some_and(|other| !stem.starts_with(other)) {
                above.pop();
                places.pop();
            }
            let up = places.last().map_or(String::new(), |place| (row - place).to_string());
            above.push(stem);
            places.push(row);
            let part = |of: &dyn Fn(&(String, Verb)) -> String| verbs.iter().map(of).collect::<Vec<_>>().join("\t");
            let mut parts = vec![part(&|(endings, _)| endings.clone())];
            parts.extend((0..3).map(|list| part(&|(_, verb)| verb.lists[list].clone())));
            parts.push(up);
            rows.insert(stem.clone(), parts.join(&PART.to_string()));
        }
        rows
    }
}

/// Stems of this many letters or more are not cut further: shorter ones begin most words.
const SHORTEST: usize = 2;

/// The stems of a verb's forms, each with its endings and what the forms are: `e:os ent:p`. Forms that have no stem long enough in common (`suis`, `était`) have several.
fn stems_of(forms: &[conjugation::Form]) -> Vec<(String, String)> {
    let Some((first, _)) = forms.first() else { return Vec::new() };
    let common = |stem: &str| forms.iter().all(|(form, _)| form.starts_with(stem));
    let ends = first.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let stem = ends.map(|end| &first[..end]).take_while(|stem| common(stem)).last().unwrap_or("");
    if stem.chars().count() >= SHORTEST || forms.iter().all(|(form, _)| form == stem) {
        let mut endings: BTreeMap<&str, String> = BTreeMap::new();
        for (form, code) in forms {
            endings.entry(&form[stem.len()..]).or_default().push(*code);
        }
        let endings: Vec<String> = endings.iter().map(|(ending, codes)| format!("{ending}:{codes}")).collect();
        return vec![(stem.to_owned(), endings.join(" "))];
    }
    let next = |form: &str| form[stem.len()..].chars().next();
    let mut groups: BTreeMap<Option<char>, Vec<conjugation::Form>> = BTreeMap::new();
    for form in forms {
        groups.entry(next(&form.0)).or_default().push(form.clone());
    }
    groups.values().flat_map(|forms| stems_of(forms)).collect()
}
