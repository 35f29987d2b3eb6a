//! The forms of the listed verbs, conjugated from their lemmas, as stems and endings: what `verbs.rs` of the crate searches. The forms themselves, one a row, were three times as large.

use super::{Rows, conjugation};
use std::collections::{BTreeMap, BTreeSet};

/// The lists of verbs by lemma.
pub(crate) struct Lists<'l> {
    pub speech: &'l Rows,
    pub relations: &'l Rows,
    /// Verbs whose finite third persons count; behind `-`, forms that do not.
    pub common: &'l Rows,
}

/// What a form may be, see [`conjugation::Form`], in the order of their bits: that of `Form::ALL` in `speech.rs`.
const CODES: [char; 6] = ['g', 'i', 'o', 'p', 's', 'x'];

/// The list of frequent verbs, among the three.
const COMMON: usize = 2;

/// The rows of a verb in each of the lists.
#[derive(Clone, Default)]
struct Verb {
    lists: [Vec<usize>; 3],
}

impl Lists<'_> {
    /// Every verb that is conjugated. Of an expression (`faire savoir`) it is the first word; one with a pronoun (`se dire`, `s'indigner`, `l'emporter`) is the verb without.
    fn verbs(&self) -> BTreeMap<&str, Verb> {
        let mut verbs: BTreeMap<&str, Verb> = BTreeMap::new();
        for (list, lemmas) in [self.speech, self.relations, self.common].into_iter().enumerate() {
            for (row, lemma) in lemmas.keys().enumerate().filter(|(_, lemma)| !lemma.starts_with('-')) {
                let pronouns = ["se ", "s'", "l'", "nous "];
                let verb = pronouns.iter().find_map(|pronoun| lemma.strip_prefix(pronoun)).unwrap_or(lemma);
                verbs.entry(verb.split(' ').next().unwrap_or(verb)).or_default().lists[list].push(row);
            }
        }
        verbs
    }

    /// The forms that a list knows: all of the verbs of saying, since who speaks may say `je` and `vous`; third persons and participles of those of facts; finite third persons.
    pub(crate) fn forms(&self) -> BTreeSet<String> {
        let mut forms = BTreeSet::new();
        for (verb, Verb { lists }) in self.verbs() {
            for (form, code) in conjugation::conjugate(verb) {
                let known =
                    [true, code != 'o', matches!(code, 's' | 'p') && !self.common.contains_key(&format!("-{form}"))];
                if (0..3).any(|list| known[list] && !lists[list].is_empty()) {
                    forms.insert(form);
                }
            }
        }
        forms
    }

    /// The stems of all verbs: the layout is described in `verbs.rs`.
    pub(crate) fn stems(&self) -> Vec<u8> {
        let mut stems: Vec<(String, Vec<u8>, Verb)> = Vec::new();
        for (verb, rows) in self.verbs() {
            let of_verb = stems_of(&conjugation::conjugate(verb));
            stems.extend(of_verb.into_iter().map(|(stem, endings)| (stem, endings, rows.clone())));
        }
        stems.sort_by(|a, b| a.0.cmp(&b.0));
        let mut known: Vec<&[u8]> = Vec::new();
        let mut lists = Vec::new();
        let (mut heads, mut rests, mut columns) = (Vec::new(), Vec::new(), [const { Vec::new() }; 6]);
        for (row, (stem, endings, verb)) in stems.iter().enumerate() {
            let (head, rest) = stem.as_bytes().split_at(stem.len().min(HEAD));
            heads.extend_from_slice(head);
            heads.resize((row + 1) * HEAD, 0);
            rests.extend_from_slice(rest);
            rests.push(b'\n');
            let place = known.iter().position(|other| *other == endings).unwrap_or(known.len());
            if place == known.len() {
                known.push(endings);
            }
            let [speech, relations] = [0, 1].map(|list| two_bytes(rows_of(&verb.lists[list], &mut lists)));
            let flags = u8::from(!verb.lists[COMMON].is_empty());
            let place = u8::try_from(place).expect("verbs have fewer sets of endings than 256");
            for (column, byte) in
                columns.iter_mut().zip([place, flags, speech[0], speech[1], relations[0], relations[1]])
            {
                column.push(byte);
            }
        }
        let mut ending_starts = Vec::new();
        let mut place = 0;
        for endings in &known {
            ending_starts.extend(two_bytes(place));
            place += endings.len();
        }
        let mut blob = [stems.len(), rests.len(), lists.len(), ending_starts.len()].map(super::blob::number).concat();
        for part in [&[heads][..], &columns[..], &[rests, lists, ending_starts]].concat() {
            blob.extend(part);
        }
        blob.extend(known.concat());
        blob
    }
}

/// Bytes of a head: as in `verbs.rs`.
const HEAD: usize = 4;

fn two_bytes(n: usize) -> [u8; 2] {
    u16::try_from(n).expect("the table of stems is small").to_le_bytes()
}

/// How the rows of a verb are written: 0 for none, one above the row for a single one; several are appended to `lists`, and the uppermost bit is set beside their place.
fn rows_of(rows: &[usize], lists: &mut Vec<u8>) -> usize {
    match rows {
        [] => 0,
        [row] => row + 1,
        _ => {
            let place = lists.len();
            lists.push(u8::try_from(rows.len()).expect("a verb has few rows"));
            lists.extend(rows.iter().flat_map(|&row| two_bytes(row)));
            place | 0x8000
        }
    }
}

/// Stems of this many letters or more are not cut further: shorter ones begin most words.
const SHORTEST: usize = 2;

/// The stems of a verb's forms, each with its endings as bytes: how many there are; and of each its length, what the forms are, one bit each in the order of [`CODES`], and its letters.
/// Forms that have no stem long enough in common (`suis`, `était`) have several.
fn stems_of(forms: &[conjugation::Form]) -> Vec<(String, Vec<u8>)> {
    let Some((first, _)) = forms.first() else { return Vec::new() };
    let common = |stem: &str| forms.iter().all(|(form, _)| form.starts_with(stem));
    let ends = first.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let stem = ends.map(|end| &first[..end]).take_while(|stem| common(stem)).last().unwrap_or("");
    if stem.chars().count() >= SHORTEST || forms.iter().all(|(form, _)| form == stem) {
        let mut endings: BTreeMap<&str, u8> = BTreeMap::new();
        for (form, code) in forms {
            let bit = CODES.iter().position(|known| known == code).expect("a known code");
            *endings.entry(&form[stem.len()..]).or_default() |= 1 << bit;
        }
        let mut bytes = vec![endings.len() as u8];
        for (ending, codes) in endings {
            bytes.extend([ending.len() as u8, codes]);
            bytes.extend(ending.bytes());
        }
        return vec![(stem.to_owned(), bytes)];
    }
    let next = |form: &str| form[stem.len()..].chars().next();
    let mut groups: BTreeMap<Option<char>, Vec<conjugation::Form>> = BTreeMap::new();
    for form in forms {
        groups.entry(next(&form.0)).or_default().push(form.clone());
    }
    groups.values().flat_map(|forms| stems_of(forms)).collect()
}
