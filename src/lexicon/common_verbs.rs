//! Finite forms of frequent verbs: by them a clause is told from a phrase.

use std::sync::LazyLock;

use super::speech::{self, Form, Frame};
use super::verbs::Uses;
use super::{Table, report_words};
use crate::text::{ends_like, is_one_of};

/// Forms that are better known as something else.
static DOUBTFUL: LazyLock<Table> = built_in!(Table, "common_verbs");

/// Whether a folded word of these `uses` is surely a finite verb in the third person: of the verbs listed, or of a verb of saying. Forms that may be nouns
/// (`porte`, `demande`) or participles (`dit`) are in doubt and do not count.
pub fn is_finite(word: &str, uses: Uses) -> bool {
    // `va`, `vainc`, `prend`, `parle`, `dit`: no third person ends in another letter, and most words do.
    word.ends_with(['a', 'c', 'd', 'e', 't']) && (uses.third && !DOUBTFUL.has(word) || uses.says && is_said(word))
}

/// Whether a folded word of these `uses` is surely a finite verb: one of those, an auxiliary, or a word with an ending that only verbs have.
pub fn is_finite_by_form(word: &str, uses: Uses) -> bool {
    (is_have(word) && !matches!(word, "ayant" | "avoir"))
        || (is_be(word) && !is_one_of(word, "étant être été"))
        || is_finite(word, uses)
        || (word.len() > 4 && ends_like(word, &["aient", "ait", "èrent", "irent"]) && !report_words::is_noun(word))
        || (word.len() > 5
            && ends_like(
                word,
                &["era", "eront", "iront", "dra", "tra", "vra", "rra", "ira", "dront", "tront", "vront", "rront"],
            )
            && !report_words::is_noun(word))
        || matches!(word, "faut" | "fallait")
}

/// Forms of `avoir` that make compound tenses.
pub fn is_have(word: &str) -> bool {
    // Most words are let go by their first letter.
    word.starts_with(['a', 'o', 'e'])
        && is_one_of(
            word,
            "a ont avait avaient aura auront aurait auraient ai as avons avez avais avions eut eurent ait aient ayant avoir",
        )
}

/// Forms of `être`.
pub fn is_be(word: &str) -> bool {
    word.starts_with(['e', 's', 'é', 'ê', 'f'])
        && is_one_of(
            word,
            "est sont était étaient sera seront serait seraient fut furent suis sommes êtes étais soit soient étant être été",
        )
}

/// Whether a folded word of these `uses` may be one: also where it is better known as something else (`porte`).
pub fn may_be_finite(word: &str, uses: Uses) -> bool {
    uses.third || uses.says && speech::readings(word).any(|(_, f)| matches!(f, Form::Singular | Form::Plural))
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
    use crate::lexicon::verbs;

    #[test]
    fn finite_forms_and_nothing_else() {
        for word in ["devient", "prennent", "affirme", "ouvrira", "souhaitaient"] {
            assert!(is_finite(word, verbs::uses(word)), "{word}");
        }
        for word in ["porte", "demande", "dit", "ouvrir", "maison", "annonce"] {
            assert!(!is_finite(word, verbs::uses(word)), "{word}");
        }
    }

    /// Rules ask of any word whether it is a verb, and look no further.
    #[test]
    fn words_that_hold_sentences_together_are_no_verbs() {
        let closed = "le la l' les un une de du des d' à au aux dans par pour sur sous en vers avec sans chez entre contre depuis pendant durant lors dès \
            avant après devant derrière selon malgré parmi via outre hors et mais ou puis or donc ni voire";
        for word in closed.split_whitespace() {
            let uses = verbs::uses(word);
            assert!(!uses.says && !is_finite_by_form(word, uses), "{word}");
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
