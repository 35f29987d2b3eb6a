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

/// Adds what the sentence around the candidate says.
pub(super) fn judge(tokens: &Tokens<'_>, words: &Words<'_>, candidate: &Candidate, e: &mut Evidence) {
    let sentence = tokens.sentence_range(candidate.tokens.first());
    // What stands around the marks of a title counts.
    let mark = usize::from(candidate.marked);
    let (first, end) = (candidate.tokens.first() - mark, candidate.tokens.last_end() + mark);
    let before = |n: usize| (first >= sentence.first() + n).then(|| first - n).map_or("", |i| tokens.folded(i));
    let after = |n: usize| {
        let at = end + n;
        if at < sentence.last_end() { tokens.folded(at) } else { "" }
    };
    left(tokens, words, candidate, first, &before, e);
    right(tokens, candidate, end, &after, e);
}

/// The words before.
fn left<'a>(
    tokens: &'a Tokens<'_>,
    words: &Words<'_>,
    candidate: &Candidate,
    first: usize,
    before: &dyn Fn(usize) -> &'a str,
    e: &mut Evidence,
) {
    let (one, two) = (before(1), before(2));
    if lookup::is_civility(one) {
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
    let at = first.wrapping_sub(1 + usize::from(linked));
    if !noun.is_empty()
        && candidate.phrase.is_none()
        && let Some(head) = lookup::head(tokens, at, at + 1)
        && head.announces
        && (!linked || head.kind == Kind::Place)
    {
        e.add(head.kind, w::NOUN_BEFORE, "names.noun");
    }
    if linked && (one == "de" || one == "d'" || one == "du" || one == "des") {
        if lookup::is_portfolio_title(two) {
            e.against_all(w::PORTFOLIO);
        } else if lookup::is_place_title(two) {
            e.add(Kind::Place, w::OFFICE_OF, "names.officeOf");
            e.against(Kind::Person, w::OFFICE_OF);
        } else if lookup::is_person_title(two) {
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
    let said = |word: &str| lookup::is_saying(word);
    if said(one) || one.starts_with('-') && said(two) {
        e.add(Kind::Person, w::SAYING, "names.saying");
        e.add(Kind::Organisation, w::SAYING * 0.4, "names.saying");
    }
}

/// The words behind.
fn right<'a>(
    tokens: &'a Tokens<'_>,
    candidate: &Candidate,
    end: usize,
    after: &dyn Fn(usize) -> &'a str,
    e: &mut Evidence,
) {
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
        let noun = if matches!(two, "le" | "la" | "l'" | "un" | "une" | "ancien" | "ancienne") { three } else { two };
        if lookup::is_person_title(noun) {
            e.add(Kind::Person, w::APPOSITION, "names.apposition");
        }
    }
    let verb = match one {
        "a" | "avait" | "n'" | "ne" | "lui" | "s'" | "se" => two,
        "l'" | "en" | "y" => three,
        _ => one,
    };
    if lookup::is_saying(verb) {
        e.add(Kind::Person, w::SAYING, "names.saying");
        e.add(Kind::Organisation, w::SAYING * 0.5, "names.saying");
    }
}

/// How many tokens stand between a title in small letters and the candidate at `first`: none, adjectives, or the title's complement.
fn title_before(tokens: &Tokens<'_>, words: &Words<'_>, first: usize) -> Option<usize> {
    let start = tokens.sentence_range(first).first().max(first.saturating_sub(TITLE_REACH));
    let mut complement = false;
    for (distance, index) in (start..first).rev().enumerate() {
        let word = tokens.folded(index);
        if lookup::is_person_title(word) {
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
        if small && !complement && distance < 2 && !super::words::is_function_word(word) && !lookup::is_saying(word) {
            continue;
        }
        if words.is_name(index) || small && !super::words::is_function_word(word) && !lookup::is_saying(word) {
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
