//! What stands around a candidate: titles, prepositions, nouns that say what follows, verbs, brackets.

use super::candidates::Candidate;
use super::evidence::Evidence;
use super::lookup;
use super::weights as w;
use super::words::Words;
use crate::mentions::Kind;
use crate::tokens::{TokenKind, Tokens};

/// How far back a title may stand before its bearer: `ministre de l'Intérieur et des Outre-mer Jean Morel`.
const TITLE_REACH: usize = 10;

/// Adds what the words before say.
pub(super) fn left(tokens: &Tokens<'_>, words: &Words<'_>, candidate: &Candidate, e: &mut Evidence) {
    // What stands before the mark of a title counts.
    let first = candidate.tokens.first() - usize::from(candidate.marked);
    let start = tokens.sentence_range(candidate.tokens.first()).first();
    // Nothing, the empty word, stands before the sentence.
    let at = |n: usize| if first >= start + n { first - n } else { tokens.len() };
    let before = |n: usize| tokens.folded(at(n));
    let (one, two) = (before(1), before(2));
    if words.word(at(1)).is_civility {
        e.add(Kind::Person, w::CIVILITY, "names.civility");
        return;
    }
    // A title: right before, or with its complement between.
    match title_before(tokens, words, first) {
        Some(0) => e.add(Kind::Person, w::TITLE, "names.title"),
        Some(_) => e.add(Kind::Person, w::TITLE_FAR, "names.title"),
        None => {}
    }
    // A noun that says what follows: `le groupe X`, `la ville de X`, `le film X`.
    let (noun, linked) = match one {
        "de" | "d'" | "du" | "des" | "l'" => (two, true),
        _ => (one, false),
    };
    let noun_at = at(1 + usize::from(linked));
    if !noun.is_empty()
        && words.word(noun_at).begins_head
        && let Some(head) = lookup::head(tokens, noun_at, noun_at + 1)
        && head.announces
        && (!linked || head.kind == Kind::Place)
    {
        e.add(head.kind, w::NOUN_BEFORE, "names.noun");
    } else if is_adjective_here(tokens, words, at(1))
        && words.word(at(2)).begins_head
        && let Some(head) = lookup::head(tokens, at(2), at(2) + 1)
        && head.announces
    {
        // `le groupe hydroélectrique X`, `la chaîne publique X`.
        e.add(head.kind, w::NOUN_BEFORE, "names.noun");
    }
    if linked && (one == "de" || one == "d'" || one == "du" || one == "des") {
        if lookup::is_portfolio_title(two) {
            e.against_all(w::PORTFOLIO);
        } else if lookup::is_place_title(two) {
            e.add(Kind::Place, w::OFFICE_OF, "names.officeOf");
            e.against(Kind::Person, w::OFFICE_OF);
        } else if words.word(at(2)).is_title {
            e.add(Kind::Organisation, w::OFFICE_OF, "names.officeOf");
            e.against(Kind::Person, w::OFFICE_OF);
        }
    }
    match one {
        "à" | "vers" | "depuis" | "jusqu'à" | "près" => e.add(Kind::Place, w::AT, "names.preposition"),
        "en" => {
            e.add(Kind::Place, w::IN, "names.preposition");
            e.against(Kind::Person, w::IN);
        }
        "au" | "aux" => {
            e.add(Kind::Place, w::TO_THE, "names.preposition");
            e.against(Kind::Person, w::WITH_ARTICLE);
        }
        "dans" | "sur" => {
            e.against(Kind::Person, w::WITH_ARTICLE * 0.5);
            if one == "sur" {
                e.add(Kind::Organisation, w::ARTICLE_BEFORE, "names.preposition");
            }
        }
        "chez" => {
            e.add(Kind::Organisation, w::AT, "names.preposition");
            e.add(Kind::Person, w::AT * 0.5, "names.preposition");
        }
        "selon" | "avec" => {
            e.add(Kind::Person, w::SAYING * 0.5, "names.source");
            e.add(Kind::Organisation, w::SAYING * 0.5, "names.source");
        }
        "le" | "la" | "l'" | "du" | "les" | "des" | "cette" | "ce" | "cet" | "un" | "une" | "ces" | "leur" | "son"
        | "sa" | "notre" => {
            e.against(Kind::Person, w::WITH_ARTICLE);
            e.add(Kind::Organisation, w::ARTICLE_BEFORE, "names.article");
        }
        "de" | "d'" | "et" | "ou" | "comme" | "par" | "pour" | "que" | "qu'" | "contre" | "entre" => {}
        _ => e.add(Kind::Person, w::BARE, "names.bare"),
    }
    if (one == "à" || one == "de") && two == "près"
        || one == "à"
            && matches!(
                two,
                "né" | "née" | "nés" | "arrivé" | "basé" | "basée" | "installé" | "installée" | "situé" | "située"
            )
    {
        e.add(Kind::Place, w::AT, "names.preposition");
    }
    let said = |n: usize| words.word(at(n)).is_saying;
    if said(1) || one.starts_with('-') && said(2) {
        e.add(Kind::Person, w::SAYING, "names.saying");
        e.add(Kind::Organisation, w::SAYING * 0.4, "names.saying");
    }
}

/// Adds what the words behind say.
pub(super) fn right(tokens: &Tokens<'_>, words: &Words<'_>, candidate: &Candidate, e: &mut Evidence) {
    let end = candidate.tokens.last_end() + usize::from(candidate.marked);
    let last = tokens.sentence_range(candidate.tokens.first()).last_end();
    let at = |n: usize| if end + n < last { end + n } else { tokens.len() };
    let after = |n: usize| tokens.folded(at(n));
    let (one, two, three) = (after(0), after(1), after(2));
    // `X (Somme)`, `X (80)`: a town; `X (PS)`: a politician; `X (FFB)`: what its acronym stands for.
    if one == "(" && three == ")" {
        if tokens.kind(end + 1) == Some(TokenKind::Number) && two.len() <= 3 || lookup::is_region(tokens, end + 1) {
            e.add(Kind::Place, w::DEPARTMENT_BEHIND, "names.department");
        } else if tokens.is_all_caps(end + 1) {
            if is_acronym_of(tokens, candidate, tokens.str(end + 1)) {
                let (kind, _, _) = e.best();
                let kind = if kind == Kind::Person { Kind::Organisation } else { kind };
                e.add(kind, w::ACRONYM_BEHIND, "names.acronym");
            } else if lookup::is_party(two) {
                e.add(Kind::Person, w::PARTY_BEHIND, "names.party");
            }
        }
    }
    if one == "," {
        // `X, 27 ans,`
        if tokens.kind(end + 1) == Some(TokenKind::Number) && three == "ans" {
            e.add(Kind::Person, w::AGE_BEHIND, "names.age");
        }
        let article = matches!(two, "le" | "la" | "l'" | "un" | "une" | "ancien" | "ancienne");
        if words.word(at(1 + usize::from(article))).is_title {
            e.add(Kind::Person, w::APPOSITION, "names.apposition");
        }
    }
    let verb = match one {
        "a" | "avait" | "n'" | "ne" | "lui" | "s'" | "se" => 1,
        "l'" | "en" | "y" => 2,
        _ => 0,
    };
    if words.word(at(verb)).is_saying {
        e.add(Kind::Person, w::SAYING, "names.saying");
        e.add(Kind::Organisation, w::SAYING * 0.5, "names.saying");
    }
}

/// Whether token `index`, between a noun and a name, can be an adjective: a small word that is neither function word, title, nor verb of saying.
fn is_adjective_here(tokens: &Tokens<'_>, words: &Words<'_>, index: usize) -> bool {
    let word = words.word(index);
    tokens.kind(index) == Some(TokenKind::Word)
        && tokens.first_char(index).is_some_and(char::is_lowercase)
        && !word.is_function
        && !word.is_title
        && !word.is_saying
}

/// How many tokens stand between a title in small letters and the candidate at `first`: none, adjectives, or the title's complement.
fn title_before(tokens: &Tokens<'_>, words: &Words<'_>, first: usize) -> Option<usize> {
    let start = tokens.sentence_range(first).first().max(first.saturating_sub(TITLE_REACH));
    let mut complement = false;
    for (distance, index) in (start..first).rev().enumerate() {
        let word = tokens.folded(index);
        if words.word(index).is_title {
            // `le président de X`: the complement itself is no bearer.
            return Some(distance);
        }
        match tokens.kind(index) {
            Some(TokenKind::Word) => {}
            _ => return None,
        }
        let preposition = matches!(
            word,
            "de" | "d'"
                | "du"
                | "des"
                | "la"
                | "l'"
                | "le"
                | "les"
                | "à"
                | "au"
                | "aux"
                | "en"
                | "et"
                | "chargé"
                | "chargée"
        );
        if preposition && distance == 0 {
            return None;
        }
        if preposition {
            complement = true;
            continue;
        }
        let small = tokens.first_char(index).is_some_and(char::is_lowercase);
        // Between title and bearer stand adjectives, or a complement that a preposition begins.
        if small && !complement && distance < 2 && !words.word(index).is_function && !words.word(index).is_saying {
            continue;
        }
        if words.is_name(index) || small && !words.word(index).is_function && !words.word(index).is_saying {
            continue;
        }
        return None;
    }
    None
}

/// Whether `acronym` is made of the first letters of the candidate's words, in order, small words skipped or not.
fn is_acronym_of(tokens: &Tokens<'_>, candidate: &Candidate, acronym: &str) -> bool {
    let letters: Vec<char> = acronym
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .map(crate::text::chars::without_accent)
        .collect();
    if letters.len() < 2 || candidate.tokens.len() < 2 {
        return false;
    }
    let mut wanted = letters.iter();
    let mut next = wanted.next();
    let mut matched = 0;
    for index in candidate.tokens.range() {
        let initial = tokens.folded(index).chars().next().map(crate::text::chars::without_accent);
        if next.is_some() && initial == next.copied() {
            matched += 1;
            next = wanted.next();
        }
    }
    let first_fits = tokens.folded(candidate.tokens.first()).chars().next().map(crate::text::chars::without_accent)
        == letters.first().copied();
    first_fits && matched + 1 >= letters.len()
}
