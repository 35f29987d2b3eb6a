//! The forms of the verbs of all lists, in one table of stems: `déclar` with its endings. [`super::speech`], [`super::relations`] and [`super::common_verbs`] say what the verbs mean.

use super::Table;
use super::filter;
use super::payload::split;

static STEMS: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/verbs.bin")));

/// A list of verbs. Its number is that of its part in the table of stems, whose first part holds the endings.
#[derive(Clone, Copy)]
pub(super) enum List {
    Speech = 1,
    Relations = 2,
    Common = 3,
}

/// The part that says how many rows above the next stem stands with which this one begins.
const UP: usize = 4;

impl List {
    /// How its forms begin: see [`filter`].
    fn filter(self) -> &'static [u8] {
        match self {
            Self::Speech => include_bytes!(concat!(env!("OUT_DIR"), "/speech_forms.bin")),
            Self::Relations => include_bytes!(concat!(env!("OUT_DIR"), "/relations_forms.bin")),
            Self::Common => include_bytes!(concat!(env!("OUT_DIR"), "/common_forms.bin")),
        }
    }

    /// The verbs of the list that have the folded `form`: what the form is of each (see `conjugation.rs`), and the row of its lemma, in the order of these.
    pub(super) fn readings(self, form: &str) -> impl Iterator<Item = (char, &'static str)> + use<> {
        let mut found = Vec::new();
        let mut next = if filter::passes(self.filter(), form.as_bytes()) { STEMS.last_to(form) } else { None };
        while let Some((row, (stem, verbs))) = next.and_then(|row| Some((row, STEMS.at(row)?))) {
            if let Some(ending) = form.strip_prefix(stem) {
                for (endings, lemmas) in split(verbs.part(0)).zip(split(verbs.part(self as usize))) {
                    let codes = codes(endings, ending);
                    let lemmas = || lemmas.split(' ').filter(|lemma| !lemma.is_empty());
                    found.extend(codes.chars().flat_map(|code| lemmas().map(move |lemma| (code, lemma))));
                }
            }
            next = verbs.part(UP).parse().ok().and_then(|up| row.checked_sub(up));
        }
        found.sort_unstable();
        found.into_iter()
    }
}

/// What the form with `ending` is, by the endings of its stem (`e:os ent:p`): no code, or some.
fn codes(endings: &'static str, ending: &str) -> &'static str {
    endings.split(' ').find_map(|known| known.strip_prefix(ending)?.strip_prefix(':')).unwrap_or("")
}

#[cfg(test)]
#[path = "conjugation.rs"]
mod conjugation;

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Stems and endings against a map of all forms: the forms themselves, and words that are none.
    #[test]
    fn every_form_is_found_and_nothing_else() {
        let lines = include_str!("speech.tsv").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let lemmas: BTreeSet<String> = lines.map(|line| crate::text::fold(line.split('\t').next().unwrap())).collect();
        let mut slow: BTreeMap<String, BTreeSet<(char, String)>> = BTreeMap::new();
        for (row, lemma) in lemmas.iter().enumerate() {
            let pronoun = ["se ", "s'", "l'", "nous "].iter().find_map(|pronoun| lemma.strip_prefix(pronoun));
            let verb = pronoun.unwrap_or(lemma).split(' ').next().unwrap();
            for (form, code) in conjugation::conjugate(verb) {
                slow.entry(form).or_default().insert((code, row.to_string()));
            }
        }
        let known =
            |form: &str| List::Speech.readings(form).map(|(code, row)| (code, row.to_owned())).collect::<BTreeSet<_>>();
        for (form, readings) in &slow {
            assert_eq!(&known(form), readings, "{form}");
        }
        let others = include_str!("common_words.tsv").lines().filter_map(|line| line.split('\t').next());
        for word in others.chain(["", "a", "ache", "affirmera tout", "ét", "affirmât"]) {
            assert_eq!(known(word), slow.get(word).cloned().unwrap_or_default(), "{word}");
        }
    }

    #[test]
    fn conjugation_follows_the_grammar() {
        let has = |verb: &str, form: &str, code: char| {
            assert!(
                conjugation::conjugate(verb).contains(&(form.to_owned(), code)),
                "{verb}: {form} {code} is not in {:?}",
                conjugation::conjugate(verb)
            );
        };
        for (verb, form, code) in [
            ("dire", "dites", 'o'),
            ("dire", "dit", 's'),
            ("dire", "dit", 'x'),
            ("contredire", "contredisez", 'o'),
            ("maudire", "maudissent", 'p'),
            ("écrire", "écrivait", 's'),
            ("lever", "lève", 's'),
            ("éluder", "élude", 's'),
            ("alléguer", "allègue", 's'),
            ("espérer", "espèrent", 'p'),
            ("appuyer", "appuie", 's'),
            ("avertir", "avertissent", 'p'),
            ("répondre", "répondu", 'x'),
            ("admettre", "admis", 'x'),
            ("reconnaître", "reconnaissait", 's'),
            ("craindre", "craignent", 'p'),
            ("soutenir", "soutinrent", 'p'),
            ("prévoir", "prévoira", 's'),
            ("faire", "ferait", 's'),
            ("être", "étaient", 'p'),
            ("vouloir", "voudrait", 's'),
            ("requérir", "requiert", 's'),
            ("comprendre", "comprennent", 'p'),
            ("recevoir", "reçoivent", 'p'),
            ("avoir", "aurait", 's'),
            ("devoir", "devait", 's'),
            ("pouvoir", "pourront", 'p'),
            ("disparaître", "disparaissent", 'p'),
            ("détruire", "détruit", 's'),
            ("mourir", "meurt", 's'),
            ("sortir", "sortent", 'p'),
            ("souffrir", "souffre", 's'),
            ("ralentir", "ralentissait", 's'),
        ] {
            has(verb, form, code);
        }
    }
}
