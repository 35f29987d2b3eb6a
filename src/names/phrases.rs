//! Noun phrases that are names by their head: `tribunal correctionnel de Lille`, `Fédération du bâtiment`, `rue de Rivoli`, `Coupe du monde`.

use super::lookup::{self, Head};
use super::words::Words;
use crate::mentions::Kind;
use crate::tokens::{TokenKind, Tokens};

/// A noun phrase whose head may make it a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    /// One past its last token.
    pub(super) end: usize,
    /// What its head makes of it.
    pub(super) head: Head,
    /// What stands behind the head last.
    pub(super) complement: Complement,
    /// How many complements it has.
    pub(super) complements: u8,
    /// How many tokens of it the gazetteer knows, where a second complement follows them (`ministère de l'Économie` in `ministère de l'Économie et des Finances`).
    pub(super) known: usize,
    /// Whether a name stands in it.
    pub(super) holds_name: bool,
    /// How many adjectives stand behind the head.
    pub(super) adjectives: u8,
}

/// What the last complement of a head is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complement {
    /// None: the head alone, with a capital.
    Bare,
    /// Adjectives only (`Assemblée nationale`, `police fédérale`).
    Adjective,
    /// A name without a preposition (`lycée Lumière`, `tour Eiffel`).
    Direct,
    /// A name behind a preposition (`parquet de Paris`).
    Named,
    /// A common noun behind a preposition (`Fédération du bâtiment`).
    Common,
}

/// How many complements a name has at most (`Agence nationale de sécurité sanitaire de l'alimentation, de l'environnement et du travail`).
const MOST_COMPLEMENTS: u8 = 6;

/// How many adjectives stand in a row at most (`Conseil national économique et social` has two and two).
const MOST_ADJECTIVES: usize = 3;

/// The longest name in a complement, in tokens, where capitals alone tell its extent.
const LONGEST_NAME: usize = 4;

/// The phrases that begin at `first`, within the sentence that ends at `end`: one for each place where the name may stop.
pub(super) fn read(tokens: &Tokens<'_>, words: &Words<'_>, first: usize, end: usize) -> Vec<Phrase> {
    if !words.word(first).begins_head {
        return Vec::new();
    }
    let Some(head) = lookup::head(tokens, first, end) else { return Vec::new() };
    let capital = tokens.is_capitalised(first) && words.is_name(first);
    let mut phrases = Vec::new();
    let mut adjectives = 0;
    let mut linked_known = 0;
    let mut holds_name = false;
    let mut push = |end: usize, complement: Complement, complements: u8, adjectives: u8, linked_known: usize| {
        holds_name |= matches!(complement, Complement::Direct | Complement::Named);
        phrases.push(Phrase { end, head, complement, complements, known: linked_known, holds_name, adjectives });
    };
    if capital {
        push(head.end, Complement::Bare, 0, 0, linked_known);
    }
    let mut at = head.end;
    for _ in 0..MOST_ADJECTIVES {
        let next = if tokens.folded(at) == "et" { at + 1 } else { at };
        if next >= end || !is_adjective(tokens, words, next) {
            break;
        }
        at = next + 1;
        adjectives += 1;
        push(at, Complement::Adjective, 0, adjectives, linked_known);
    }
    if at < end && words.is_name(at) {
        at = name_end(tokens, words, at, end);
        push(at, Complement::Direct, 0, adjectives, linked_known);
    }
    // In small letters a head with common nouns is mostly no name: only bodies have one before their place (`service de police de Lyon`).
    let small_commons = match head.kind {
        Kind::Organisation if lookup::has_portfolio(tokens.folded(first)) => MOST_COMPLEMENTS,
        Kind::Organisation if head.takes_complement => 1,
        _ => 0,
    };
    let mut complements = 0;
    while complements < MOST_COMPLEMENTS {
        // `…, de l'environnement et du travail`: the first complement's preposition comes again.
        let linked = complements > 0 && matches!(tokens.folded(at), "," | "et");
        let from = if linked { at + 1 } else { at };
        let preposition = preposition(tokens, from, end);
        // `la Fédération du bâtiment à Lyon`: where it is; only embassies have it in their name.
        let place = matches!(tokens.folded(from), "à" | "au" | "aux" | "en");
        if place
            && head.kind == Kind::Organisation
            && !matches!(tokens.folded(first), "ambassade" | "consulat" | "parti")
        {
            break;
        }
        if preposition == 0 || linked && !tokens.folded(from).starts_with('d') {
            break;
        }
        if linked && lookup::longest(tokens, first, end) == Some(at) {
            linked_known = at - first;
        }
        let core = from + preposition;
        complements += 1;
        if core >= end {
            break;
        }
        if words.is_name(core) {
            let known = lookup::longest(tokens, core, end).is_some();
            at = name_end(tokens, words, core, end);
            push(at, Complement::Named, complements, adjectives, linked_known);
            // `ministère des Affaires étrangères`; but `parquet de Paris` has its name whole.
            while !known && at < end && is_adjective(tokens, words, at) {
                at += 1;
                adjectives += 1;
                push(at, Complement::Named, complements, adjectives, linked_known);
            }
            if head.kind == Kind::Event && is_year(tokens, at, end) {
                push(at + 1, Complement::Named, complements, adjectives + 1, linked_known);
            }
        } else if is_common_noun(tokens, words, core, preposition)
            && (capital || complements <= small_commons && tokens.folded(from).starts_with('d'))
        {
            at = core + 1;
            push(at, Complement::Common, complements, adjectives, linked_known);
            while at < end && is_adjective(tokens, words, at) {
                at += 1;
                adjectives += 1;
                push(at, Complement::Common, complements, adjectives, linked_known);
            }
            // `Coupe du monde 2026`
            if head.kind == Kind::Event && is_year(tokens, at, end) {
                push(at + 1, Complement::Common, complements, adjectives + 1, linked_known);
            }
        } else {
            break;
        }
    }
    phrases
}

/// One past the name that begins at `first`: the gazetteer's longest match, else capitals in a row.
fn name_end(tokens: &Tokens<'_>, words: &Words<'_>, first: usize, end: usize) -> usize {
    let known = lookup::longest(tokens, first, end).unwrap_or(first + 1);
    let capitals = (first + 1..end.min(first + LONGEST_NAME))
        .find(|&i| !words.is_name(i))
        .unwrap_or(end.min(first + LONGEST_NAME));
    known.max(if known > first + 1 { known } else { capitals }).min(end)
}

/// Whether token `index` is a year.
fn is_year(tokens: &Tokens<'_>, index: usize, end: usize) -> bool {
    index < end
        && tokens.kind(index) == Some(TokenKind::Number)
        && tokens.str(index).len() == 4
        && tokens.str(index).starts_with(['1', '2'])
}

/// How many tokens of preposition and article stand at `at`.
fn preposition(tokens: &Tokens<'_>, at: usize, end: usize) -> usize {
    if at >= end {
        return 0;
    }
    let article = matches!(tokens.folded(at + 1), "la" | "l'" | "le" | "les");
    match tokens.folded(at) {
        "de" | "à" | "pour" | "contre" if article => 2,
        "de" | "d'" | "du" | "des" | "à" | "au" | "aux" | "pour" | "contre" | "en" => 1,
        _ => 0,
    }
}

/// A word in small letters that reads like an adjective of institutions: by its ending, or by origin.
fn is_adjective(tokens: &Tokens<'_>, words: &Words<'_>, index: usize) -> bool {
    const ENDINGS: [&str; 37] = [
        "al", "ale", "aux", "ales", "ien", "ienne", "iens", "iennes", "éen", "éenne", "ain", "aine", "ains", "aines",
        "ais", "aise", "aises", "ois", "oise", "ique", "iques", "if", "ive", "ifs", "ives", "aire", "aires", "el",
        "elle", "els", "elles", "ier", "ière", "iers", "iste", "eur", "ieure",
    ];
    const WORDS: [&str; 22] = [
        "public",
        "publique",
        "publics",
        "publiques",
        "civil",
        "civile",
        "civils",
        "uni",
        "unie",
        "unis",
        "unies",
        "islamique",
        "suprême",
        "étrangères",
        "étrangers",
        "mixte",
        "vert",
        "rouge",
        "libre",
        "insoumise",
        "blanche",
        "antiterroriste",
    ];
    if tokens.kind(index) != Some(TokenKind::Word) || tokens.first_char(index).is_none_or(char::is_uppercase) {
        return false;
    }
    let word = tokens.folded(index);
    WORDS.contains(&word)
        || words.word(index).is_origin
        || word.chars().count() > 4 && ENDINGS.iter().any(|e| word.ends_with(e)) && !NOT_ADJECTIVES.contains(&word)
}

/// Nouns, verbs and function words that end like adjectives.
const NOT_ADJECTIVES: [&str; 30] = [
    "mais",
    "jamais",
    "désormais",
    "parfois",
    "trois",
    "fois",
    "leur",
    "plusieurs",
    "ailleurs",
    "hier",
    "lundi",
    "faire",
    "taire",
    "travail",
    "appel",
    "lequel",
    "laquelle",
    "quelle",
    "elle",
    "celle",
    "quel",
    "tel",
    "demain",
    "train",
    "lendemain",
    "affaire",
    "dernier",
    "premier",
    "première",
    "maire",
];

/// A word in small letters that may be the noun of a complement: not a verb's infinitive, not a function word.
fn is_common_noun(tokens: &Tokens<'_>, words: &Words<'_>, index: usize, preposition: usize) -> bool {
    if tokens.kind(index) != Some(TokenKind::Word) || tokens.first_char(index).is_none_or(char::is_uppercase) {
        return false;
    }
    let word = tokens.folded(index);
    let article = preposition > 1 || matches!(tokens.folded(index - 1), "du" | "des" | "au" | "aux");
    let infinitive = ["er", "ir", "oir", "re"].iter().any(|e| word.ends_with(e));
    word.chars().count() > 2 && !words.word(index).is_function && (article || !infinitive)
}
