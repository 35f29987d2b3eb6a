//! The forms of listed verbs, conjugated from their lemmas.

use super::blob::PART;
use super::{Rows, conjugation};
use std::collections::{BTreeMap, BTreeSet};

/// A table of the forms of the verbs in `lemmas` whose code (see [`conjugation::Form`]) `which` takes: form → one field a reading, the form's code (see [`conjugation::Form`]), and in another part one field a reading, the row of
/// its lemma, the last one for all that follow. Of an expression (`faire savoir`) the first word is conjugated; one with a pronoun (`se dire`, `s'indigner`, `l'emporter`) is listed under the verb's own forms.
pub(crate) fn forms(lemmas: &Rows, which: impl Fn(char) -> bool) -> Rows {
    let mut forms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (row, lemma) in lemmas.keys().enumerate() {
        let verb = ["se ", "s'", "l'", "nous "].iter().find_map(|pronoun| lemma.strip_prefix(pronoun)).unwrap_or(lemma);
        let verb = verb.split(' ').next().unwrap_or(verb);
        for (form, code) in conjugation::conjugate(verb).into_iter().filter(|&(_, code)| which(code)) {
            forms.entry(form).or_default().insert(format!("{code}{row}"));
        }
    }
    let payload = |readings: BTreeSet<String>| {
        let codes: Vec<&str> = readings.iter().map(|reading| &reading[..1]).collect();
        let mut lemmas: Vec<&str> = readings.iter().map(|reading| &reading[1..]).collect();
        while lemmas.len() > 1 && lemmas[lemmas.len() - 1] == lemmas[lemmas.len() - 2] {
            lemmas.pop();
        }
        format!("{}{PART}{}", codes.join("\t"), lemmas.join("\t"))
    };
    forms.into_iter().map(|(form, readings)| (form, payload(readings))).collect()
}

/// The finite third persons of the verbs in `lemmas`, without the forms that stand there behind `-`.
pub(crate) fn finite(lemmas: &Rows) -> Rows {
    let mut forms = Rows::new();
    for lemma in lemmas.keys().filter(|l| !l.starts_with('-')) {
        for (form, code) in conjugation::conjugate(lemma) {
            if matches!(code, 's' | 'p') && !lemmas.contains_key(&format!("-{form}")) {
                forms.insert(form, String::new());
            }
        }
    }
    forms
}
