//! Finite forms of frequent verbs: by them a clause is told from a phrase.

use std::sync::LazyLock;

use super::Table;
use super::speech::{self, Form, Frame};
use super::verbs;

/// Forms that are better known as something else.
static DOUBTFUL: LazyLock<Table> = built_in!(Table, "common_verbs");

/// Whether a folded word is surely a finite verb in the third person: of the verbs listed, or of a verb of saying. Forms that may be nouns
/// (`porte`, `demande`) or participles (`dit`) are in doubt and do not count.
pub fn is_finite(word: &str) -> bool {
    // `va`, `vainc`, `prend`, `parle`, `dit`: no third person ends in another letter, and most words do.
    word.ends_with(['a', 'c', 'd', 'e', 't']) && (verbs::is_finite(word) && !DOUBTFUL.has(word) || is_said(word))
}

/// Whether a folded word may be one: also where it is better known as something else (`porte`).
pub fn may_be_finite(word: &str) -> bool {
    verbs::is_finite(word) || speech::readings(word).any(|(_, f)| matches!(f, Form::Singular | Form::Plural))
}

fn is_said(word: &str) -> bool {
    let mut finite = false;
    for (verb, form) in speech::readings(word) {
        match form {
            Form::Participle => return false,
            // A plural in `-ent` is no noun: `annoncent`.
            _ if verb.takes(Frame::MaybeNoun) && !(form == Form::Plural && word.ends_with("ent")) => return false,
            Form::Singular | Form::Plural => finite = true,
            _ => {}
        }
    }
    finite
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finite_forms_and_nothing_else() {
        for word in ["devient", "prennent", "affirme", "ouvrira", "souhaitaient"] {
            assert!(is_finite(word), "{word}");
        }
        for word in ["porte", "demande", "dit", "ouvrir", "maison", "annonce"] {
            assert!(!is_finite(word), "{word}");
        }
    }

    #[test]
    fn third_persons_end_in_five_letters() {
        let lists = [include_str!("common_verbs.tsv"), include_str!("speech.tsv")].map(str::lines);
        let lemmas = lists.into_iter().flatten().filter(|line| !line.is_empty() && !line.starts_with(['#', '-']));
        for lemma in lemmas.filter_map(|line| line.split('\t').next()) {
            let verb = lemma.trim_start_matches("se ").trim_start_matches("s'").split(' ').next().unwrap();
            for (form, code) in verbs::conjugation::conjugate(verb) {
                assert!(!matches!(code, 's' | 'p') || form.ends_with(['a', 'c', 'd', 'e', 't']), "{verb}: {form}");
            }
        }
    }
}
