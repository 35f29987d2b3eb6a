//! Whether a sentence tells what was or what will be: enough of its verbs to know which `mardi` is meant.

use crate::lexicon::is_conditional;
use crate::text::{TokenRange, ends_like, is_one_of};
use crate::tokens::{TokenKind, Tokens};

/// The time that a sentence speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// `a signé`, `signait`.
    Past,
    /// `signera`, `va signer`, `est prévu`.
    Future,
    /// `signe`, or no verb at all.
    Open,
}

/// How far around the date a verb is looked for.
const REACH: usize = 10;

/// So many tokens at most stand in front of a date that opens its sentence: `Le samedi 26 mai`.
const OPENING: usize = 3;

/// The tense of the verb nearest to the tokens of `range`, within its sentence.
pub(crate) fn around(tokens: &Tokens<'_>, range: TokenRange) -> Tense {
    let sentence = tokens.sentence_range(range.first());
    let from = sentence.first().max(range.first().saturating_sub(REACH));
    let to = sentence.last_end().min(range.last_end() + REACH);
    // `une liste de noms pour le vote, le 26 mai, a circulé`: what the commas close in is apart from the verb behind them.
    let inserted = range.first() > sentence.first() + OPENING
        && tokens.is(range.last_end(), ",")
        && (1..=2).any(|back| tokens.is(range.first() - back, ","));
    let to = if inserted { range.last_end() } else { to };
    let mut best = (usize::MAX, Tense::Open);
    for at in (from..range.first()).chain(range.last_end()..to) {
        let distance = if at < range.first() { range.first() - at } else { at + 1 - range.last_end() };
        if distance >= best.0 {
            continue;
        }
        if let Some(tense) = verb(tokens, at) {
            best = (distance, tense);
        } else if distance == 1 && at < range.first() && is_participle(tokens.folded(at)) {
            // `interpellé mardi`, but `sera annoncé mardi`, `qu'il soit annoncé mardi`
            let ahead = (1..=3).filter_map(|back| at.checked_sub(back)).any(|i| {
                let word = tokens.folded(i);
                is_future(word) || is_one_of(word, "être soit soient serait seraient")
            });
            best = (distance, if ahead { Tense::Future } else { Tense::Past });
        }
    }
    best.1
}

/// The tense of the verb form at token `at`, if it surely is one.
fn verb(tokens: &Tokens<'_>, at: usize) -> Option<Tense> {
    if tokens.kind(at) != Some(TokenKind::Word) || tokens.is_capitalised(at) && !tokens.is_sentence_start(at) {
        return None;
    }
    let word = tokens.folded(at);
    // Adverbs and pronouns stand between the auxiliary and the rest: `n'a pas encore été signé`.
    let follows = |test: fn(&str) -> bool| (at + 1..at + 4).any(|i| test(tokens.folded(i)));
    match word {
        "va" | "vont" | "devrait" | "devraient" | "doit" | "doivent" => follows(is_infinitive).then_some(Tense::Future),
        "prévu" | "prévue" | "prévus" | "prévues" | "programmé" | "programmée" | "attendu" | "attendue"
        | "attendus" | "attendues" | "attendre" => Some(Tense::Future),
        "a" | "ont" | "est" | "sont" | "ai" | "avons" | "sommes" | "s'est" => {
            follows(is_participle).then_some(Tense::Past)
        }
        "avait" | "avaient" | "était" | "étaient" | "fut" | "furent" | "eut" | "venait" => Some(Tense::Past),
        _ if is_future(word) => Some(Tense::Future),
        // `a dit qu'il signerait mardi`
        _ if word.len() > 6 && is_conditional(word) => Some(Tense::Future),
        _ if is_imperfect(word) => Some(Tense::Past),
        _ => None,
    }
}

fn is_infinitive(word: &str) -> bool {
    word.len() > 3 && ["er", "ir", "re"].iter().any(|e| word.ends_with(e)) || matches!(word, "être" | "avoir")
}

/// Whether `word`, folded, ends like a past participle.
pub(crate) fn is_participle(word: &str) -> bool {
    const ENDINGS: [&str; 14] = ["é", "ée", "és", "ées", "i", "ie", "is", "it", "u", "ue", "us", "ues", "ert", "int"];
    word.len() > 2 && ENDINGS.iter().any(|e| word.ends_with(e)) && !is_one_of(word, "qui lui plus puis ici du dit-il")
}

/// Whether `word`, folded, ends like a future.
pub(crate) fn is_future(word: &str) -> bool {
    const ENDINGS: [&str; 19] = [
        "era", "ira", "dra", "ttra", "îtra", "vra", "rra", "aura", "eront", "iront", "dront", "ttront", "îtront",
        "vront", "rront", "auront", "erons", "erez", "erai",
    ];
    word.len() > 3 && ends_like(word, &ENDINGS)
}

fn is_imperfect(word: &str) -> bool {
    ends_like(word, &["ait", "aient"])
        && word.len() > 5
        && !is_conditional(word)
        && !is_one_of(word, "parfait souhait extrait retrait portrait attrait abstrait distrait satisfait")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    /// The tense around the word `mardi`.
    fn check(text: &str, expected: Tense) {
        let tokens = crate::tokens::read(Text::new(text).unwrap());
        let at = (0..tokens.len()).find(|&i| tokens.is(i, "mardi")).unwrap();
        assert_eq!(around(&tokens, TokenRange::new(at, at + 1)), expected, "{text}");
    }

    #[test]
    fn the_nearest_verb_tells() {
        check("Le maire a annoncé mardi un plan.", Tense::Past);
        check("Le maire annoncera mardi un plan.", Tense::Future);
        check("Le maire, qui a été réélu, va présenter mardi un plan.", Tense::Future);
        check("Le sommet, prévu mardi, a été reporté.", Tense::Future);
        check("Mardi, le maire présente un plan.", Tense::Open);
        check("La liste des noms pour le vote, mardi, a circulé.", Tense::Open);
        check("La pluie ne fait pas attendre mardi.", Tense::Future);
        check("Il attendait mardi une réponse.", Tense::Past);
    }
}
