//! What a value measures: a short noun phrase beside it.

use super::count::is_function;
use super::view::View;
use crate::text::TokenRange;

/// The most tokens of such a phrase.
const LONGEST: usize = 6;

/// The phrase behind `de`, `des`, `du` at `at`: `de travaux`, `d'investissements dans l'IA`.
pub(super) fn after(view: View<'_, '_>, at: usize) -> Option<TokenRange> {
    let start = match view.folded(at) {
        "de" | "d'"
            if matches!(
                view.folded(at + 1),
                "la" | "l'"
                    | "ce"
                    | "cet"
                    | "cette"
                    | "ces"
                    | "son"
                    | "sa"
                    | "ses"
                    | "leur"
                    | "leurs"
                    | "notre"
                    | "nos"
            ) =>
        {
            at + 2
        }
        "de" | "d'" | "du" | "des" => at + 1,
        _ => return None,
    };
    phrase(view, start)
}

/// The noun phrase that begins at `start`: its words, and what `de` joins to them.
fn phrase(view: View<'_, '_>, start: usize) -> Option<TokenRange> {
    if !view.is_word(start) || is_function(view, start) {
        return None;
    }
    let mut end = start + 1;
    while end < start + LONGEST {
        let joined = matches!(view.folded(end), "de" | "d'" | "du" | "des");
        let article = usize::from(joined && matches!(view.folded(end + 1), "la" | "l'"));
        let next = end + usize::from(joined) + article;
        let goes_on = view.is_word(next)
            && !is_function(view, next)
            && (joined || !view.is_capitalised(next) && is_adjective(view, next));
        if !goes_on {
            break;
        }
        end = next + 1;
    }
    Some(TokenRange::new(start, end))
}

/// Whether token `at` looks like an adjective behind its noun: by the endings that French adjectives of relation have, or as a plural
/// behind a plural.
fn is_adjective(view: View<'_, '_>, at: usize) -> bool {
    const ENDINGS: [&str; 16] = [
        "ique", "iques", "ien", "iens", "ienne", "iennes", "al", "aux", "ale", "ales", "aire", "aires", "ais", "aise",
        "if", "ifs",
    ];
    let plural = |i: usize| view.folded(i).ends_with(['s', 'x']);
    ENDINGS.iter().any(|e| view.folded(at).ends_with(e)) || at > 0 && plural(at) && plural(at - 1)
}

/// How far back the phrase before a value may begin.
const REACH: usize = 10;

fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "un" | "une"
            | "le"
            | "la"
            | "les"
            | "l'"
            | "des"
            | "du"
            | "au"
            | "ce"
            | "cet"
            | "cette"
            | "ces"
            | "son"
            | "sa"
            | "ses"
            | "leur"
            | "leurs"
            | "notre"
            | "nos"
            | "votre"
            | "vos"
            | "mon"
            | "ma"
    )
}

/// The noun phrase that ends before token `end`: back to its determiner.
fn phrase_before(view: View<'_, '_>, end: usize) -> Option<TokenRange> {
    let mut start = None;
    for back in 1..=REACH {
        let at = end.checked_sub(back)?;
        let word = view.folded(at);
        if is_determiner(word) {
            // `l'IA` inside `investissements dans l'IA`: the phrase goes on to the left.
            let joined = matches!(view.before(at, 1), "de" | "dans" | "à" | "en" | "sur");
            start = (at + 1 < end).then_some(at + 1);
            if !joined {
                break;
            }
            continue;
        }
        let links = matches!(word, "de" | "d'" | "dans" | "à" | "en" | "et");
        if !view.is_word(at) || is_function(view, at) && !links || super::tense::is_future(word) {
            break;
        }
        // Without a determiner a phrase begins a sentence.
        if at == view.range().first() && view.is_capitalised(at) {
            start = Some(at);
        }
    }
    let start = start?;
    (!is_function(view, start) && view.is_word(start)).then(|| TokenRange::new(start, end))
}

/// Verbs and expressions between what is measured and its measure: `s'élève à`, `atteint`, `représente`.
const LINKS: [&str; 16] = [
    "atteint",
    "atteignait",
    "atteindra",
    "représente",
    "représentent",
    "représentait",
    "coûte",
    "coûtera",
    "coûterait",
    "vaut",
    "valait",
    "pèse",
    "mesure",
    "totalise",
    "est",
    "était",
];

/// Participles of growing and shrinking: what changed stands before them.
const CHANGES: [&str; 10] =
    ["augmenté", "baissé", "chuté", "progressé", "reculé", "diminué", "grimpé", "bondi", "crû", "cédé"];

/// What stands before the value from `start` and is measured by it: `un plan de`, `un budget à hauteur de`, `la facture s'élève à`.
fn before(view: View<'_, '_>, start: usize) -> Option<TokenRange> {
    let mut end = start;
    match (view.before(end, 3), view.before(end, 2), view.before(end, 1)) {
        ("à", "hauteur", "de" | "d'") => end -= 3,
        ("d'", "un", "montant") => end -= 3,
        (_, "élève" | "élevait" | "élèvera" | "monte" | "chiffre", "à") => {
            end -= 2;
            end -= usize::from(matches!(view.before(end, 1), "s'" | "se"));
        }
        (_, "estimé" | "estimée" | "évalué" | "évaluée" | "fixé" | "fixée" | "porté" | "portée", "à") => {
            end -= 2;
            end -= usize::from(matches!(view.before(end, 1), "est" | "été" | "était"));
            end -= usize::from(matches!(view.before(end, 1), "a" | "," | "avait"));
        }
        // `la richesse a augmenté de`, `le cours a chuté de`
        ("a" | "ont" | "avait" | "avaient" | "aurait", verb, "de" | "d'")
            if CHANGES.iter().any(|c| verb.starts_with(c)) =>
        {
            end -= 3;
        }
        (_, _, "de" | "d'" | ":" | "(") => end -= 1,
        // `sa fortune a atteint`
        (_, "a" | "ont" | "avait" | "aurait", "atteint" | "coûté" | "représenté" | "totalisé" | "dépassé") => {
            end -= 2
        }
        (_, "correspond" | "équivaut", "à") => end -= 2,
        (_, "est" | "était", "à") => end -= 2,
        (_, _, word) if LINKS.contains(&word) => end -= 1,
        _ => return None,
    }
    phrase_before(view, end)
}

/// What money pays for.
pub(super) fn paid_for(view: View<'_, '_>, start: usize, end: usize) -> Option<TokenRange> {
    after(view, end).or_else(|| before(view, start)).or_else(|| {
        (view.folded(end) == "pour" && is_determiner(view.folded(end + 1))).then(|| phrase(view, end + 2)).flatten()
    })
}

/// The whole of which a percentage is a part, or what grew by it.
pub(super) fn part_of(view: View<'_, '_>, start: usize, end: usize) -> Option<TokenRange> {
    // `les 10 % les plus pauvres`
    if view.folded(end) == "les" && view.folded(end + 1) == "plus" && view.is_word(end + 2) {
        return Some(TokenRange::new(end, end + 3));
    }
    // `augmenter de 50 % le chiffre d'affaires`, `12 % chez les adultes`, `22 % pour les femmes`
    let link = usize::from(matches!(view.folded(end), "pour" | "chez" | "parmi"));
    let beside = || is_determiner(view.folded(end + link)).then(|| phrase(view, end + link + 1)).flatten();
    after(view, end).or_else(|| before(view, start)).or_else(beside)
}

/// What a measure measures.
pub(super) fn measured(view: View<'_, '_>, start: usize, end: usize) -> Option<TokenRange> {
    after(view, end).or_else(|| before(view, start))
}

/// Whose age stands from `start`: the name or noun before it.
pub(super) fn holder(view: View<'_, '_>, start: usize) -> Option<TokenRange> {
    let end = match view.before(start, 1) {
        "," | "(" => {
            let end = start - 1;
            let named = (1..=3).take_while(|&back| view.is_capitalised(end.wrapping_sub(back))).count();
            return (named > 0).then(|| TokenRange::new(end - named, end));
        }
        "de" | "d'" if matches!(view.before(start, 2), "âgé" | "âgée" | "âgés" | "âgées") => start - 2,
        "de" | "d'" => start - 1,
        _ => return None,
    };
    phrase_before(view, end)
}
