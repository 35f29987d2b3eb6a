//! The mood of verbs by their endings, whatever the verb.

use crate::text::{ends_like, is_one_of};

/// Whether a folded word is surely a third person of the conditional: `montrerait`, `seraient`, `vivrait`. Imperfects that end like one are none (`montrait`,
/// `ouvraient`), nor are nouns (`retrait`): of the words that end so in the news one in eight.
pub fn is_conditional(word: &str) -> bool {
    let Some(stem) = word.strip_suffix("rait").or_else(|| word.strip_suffix("raient")) else { return false };
    if ends_like(stem, &["e", "omp", "ainc", "clu", "our", "ver", "quer"]) {
        return !ends_like(stem, &["bour", "four"]);
    }
    if ends_like(stem, &["i"]) {
        return !is_one_of(
            stem,
            "ti atti reti éti vi chavi mi admi expi inspi aspi respi conspi soupi transpi empi dési ci déchi",
        );
    }
    if ends_like(stem, &["d", "tt", "aît", "ait", "oît", "ev", "iv"]) {
        return !is_one_of(stem, "att cad encad engend effond liv déliv eniv giv sev");
    }
    matches!(stem, "au" | "sau")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditionals_and_no_imperfects() {
        let conditional = "serait aurait auraient saurait pourrait verrait enverrait mourraient acquerrait montrerait irait \
            tirerait partirait aboutirait dirait conduirait prendrait viendraient vaudrait mettrait battraient naîtrait devrait \
            recevrait vivrait suivraient romprait vaincrait conclurait";
        for word in conditional.split_whitespace() {
            assert!(is_conditional(word), "{word}");
        }
        let other = "montrait entraient ouvrait livrait durait assurait déclarait ignorait tirait retiraient admirait espérait \
            courait serrait encadrait effondrait consacrait bourrait retrait attrait portrait trait pleuvait sera";
        for word in other.split_whitespace() {
            assert!(!is_conditional(word), "{word}");
        }
    }
}
