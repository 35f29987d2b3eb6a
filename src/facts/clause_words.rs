//! Closed classes of words in and around a verb group, as the clause rules look at them.

use crate::text::is_one_of;
/// Words between auxiliary and participle that change nothing.
pub(super) fn is_adverb(word: &str) -> bool {
    // Hardly a noun ends so, and none stands there without its article.
    const ENDINGS: [&str; 13] = [
        "ilement", "amment", "emment", "iquement", "alement", "ellement", "ivement", "eusement", "ablement",
        "iblement", "airement", "idement", "ément",
    ];
    is_one_of(
        word,
        "aussi déjà ainsi alors enfin donc largement pas jamais toujours encore bien nettement même tous deux lourdement sèchement directement \
         ouvertement sauvagement froidement",
    ) || ENDINGS.iter().any(|end| word.ends_with(end))
}

/// Pronouns and negations before the verb.
pub(super) fn is_clitic(word: &str) -> bool {
    is_one_of(word, "ne n' se s' le la l' les lui leur y en me m' nous vous")
}

/// Prepositions before a name that make it a complement.
pub(super) fn is_preposition(word: &str) -> bool {
    is_one_of(
        word,
        "devant avant depuis malgré parmi de d' du des à au aux avec contre pour par chez en sur dans selon entre sous vers sans après face",
    )
}

/// Articles and other words that begin a noun phrase.
pub(super) fn is_article(word: &str) -> bool {
    is_one_of(word, "le la l' les un une des ce cet cette ces son sa ses leur leurs deux trois")
}

/// Finite forms of `avoir`, and those that make an infinitive or a participle of the perfect.
pub(super) fn is_avoir(word: &str) -> bool {
    is_one_of(word, "a ai ont avait avaient aura auront aurait auraient eut ayant avoir")
}

/// Finite forms of `être`.
pub(super) fn is_etre(word: &str) -> bool {
    is_one_of(word, "est sont était étaient sera seront serait seraient fut furent étant")
}

/// Verbs before an infinitive that say what is wanted or expected, not what is done.
pub(super) fn is_modal(word: &str) -> bool {
    is_one_of(
        word,
        "va vont allait veut veulent voulait voudrait doit doivent devait devrait compte comptent souhaite souhaitent souhaitait envisage envisagent \
         espère propose proposé proposent pourrait pourraient peut tente cherche entend prévoit vient décide décident décidé accepte accepté choisi \
         choisit prévu réussi réussit parvenu parvient apprête apprêtent apprêtait pourra devra viennent voulu tenté promis essaie allé allée allés allées",
    )
}

/// Nouns before an infinitive that say what is wanted (`son intention de racheter`).
pub(super) fn is_plan(word: &str) -> bool {
    is_one_of(word, "intention volonté projet souhait négociation négociations discussions pourparlers")
}
