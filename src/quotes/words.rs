//! Closed classes of French words, folded, as the rules of speech look at them.

pub(super) use crate::lexicon::common_verbs::{is_be, is_have};
use crate::lexicon::report_words;
use crate::text::is_one_of;

/// Whether `word` begins a noun phrase as a determiner.
pub(super) fn is_determiner(word: &str) -> bool {
    is_article(word) || is_possessive(word) || is_demonstrative(word) || is_quantifier(word)
}

/// `le`, `une`, `des`… (`du` and `des` are counted as prepositions: see [`is_of`]).
pub(super) fn is_article(word: &str) -> bool {
    is_one_of(word, "le la l' les un une")
}

/// `son`, `leurs`…
pub(super) fn is_possessive(word: &str) -> bool {
    is_one_of(word, "mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs")
}

/// `les`, `ces`…: those of which the noun is told to be several.
pub(super) fn is_plural_determiner(word: &str) -> bool {
    is_one_of(word, "les des ces ses leurs")
}

/// `ce`, `cette`…
pub(super) fn is_demonstrative(word: &str) -> bool {
    is_one_of(word, "ce cet cette ces")
}

fn is_quantifier(word: &str) -> bool {
    is_one_of(
        word,
        "plusieurs certains certaines quelque quelques aucun aucune chaque tous toutes nombre beaucoup deux trois quatre cinq six dix",
    )
}

/// `de` and its fused forms, which tie a complement to its noun.
pub(super) fn is_of(word: &str) -> bool {
    is_one_of(word, "de du des d'")
}

/// Whether `word` is a preposition.
pub(super) fn is_preposition(word: &str) -> bool {
    is_of(word)
        || is_one_of(
            word,
            "à au aux dans par pour sur sous en vers avec sans chez entre contre depuis pendant durant lors dès avant après devant derrière selon malgré parmi via outre hors auprès face suite grâce près jusqu' jusque concernant suivant hormis envers dixit",
        )
}

/// Pronouns that are the subject of the verb behind them.
pub(super) fn is_subject_pronoun(word: &str) -> bool {
    is_one_of(word, "je j' tu il elle on nous vous ils elles ce c' ça cela ceci") || is_demonstrative_pronoun(word)
}

/// `celui-ci`, `ce dernier` without its `ce`…
pub(super) fn is_demonstrative_pronoun(word: &str) -> bool {
    is_one_of(
        word,
        "celui-ci celle-ci ceux-ci celles-ci celui-là celle-là celui celle ceux celles certains certaines d'autres beaucoup tous toutes personne quelqu'un chacun chacune",
    )
}

/// Words between subject and verb: negation and object pronouns.
pub(super) fn is_clitic(word: &str) -> bool {
    is_one_of(word, "ne n' se s' me m' te t' le la l' les lui leur y en nous vous")
}

/// Reflexive pronouns.
pub(super) fn is_reflexive(word: &str) -> bool {
    is_one_of(word, "se s' me m'")
}

/// Words that begin a relative or other subordinate clause.
pub(super) fn is_subordinator(word: &str) -> bool {
    is_one_of(
        word,
        "qui que qu' dont où lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels desquelles si s'il quand lorsque lorsqu' comme puisque puisqu' car quoique tandis afin",
    )
}

/// Words that begin a relative clause.
pub(super) fn is_relative(word: &str) -> bool {
    is_one_of(
        word,
        "qui que qu' dont où lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels desquelles",
    )
}

/// Words that open an indirect question.
pub(super) fn is_question_word(word: &str) -> bool {
    is_one_of(word, "si s' pourquoi comment combien quand où quel quelle quels quelles qui")
}

/// `et`, `mais`…
pub(super) fn is_coordinator(word: &str) -> bool {
    is_one_of(word, "et mais ou puis or donc ni voire")
}

/// Adverbs that stand between the parts of a verb group or before a subject. Most end in `-ment`.
pub(super) fn is_adverb(word: &str) -> bool {
    (word.len() > 6 && word.ends_with("ment") && !report_words::is_noun(word))
        || is_one_of(
            word,
            "aussi encore déjà certes ainsi alors ensuite enfin hier lundi mardi mercredi jeudi vendredi samedi dimanche aujourd'hui demain pourtant toutefois cependant néanmoins notamment toujours même bien d'abord plutôt souvent parfois jamais pas plus point tout tôt tard depuis là ici donc puis surtout d'ailleurs ailleurs quasi presque désormais maintenant auparavant maintes fois dernièrement sitôt aussitôt bientôt volontiers mieux beaucoup peu trop très non loin",
        )
}

/// Adverbs of negation, which stand before an infinitive as part of it.
pub(super) fn is_negation(word: &str) -> bool {
    is_one_of(word, "pas plus jamais point bien mieux rien")
}
