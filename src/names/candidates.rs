//! Stretches that may be names.

use super::lookup::{self, Known};
use super::phrases::{self, Phrase};
use super::words::Words;
use crate::text::TokenRange;
use crate::tokens::{TokenKind, Tokens};

/// The longest name, in tokens, that capitals and connectors alone may build.
const LONGEST_CHAIN: usize = 9;

/// The longest title between quotation marks, in tokens.
const LONGEST_TITLE: usize = 12;

/// A stretch that may be a name, and how it was found. Features look at the rest.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its tokens.
    pub(super) tokens: TokenRange,
    /// How many connectors (`de`, `la`…) stand between its capitals.
    pub(super) gaps: u8,
    /// What the gazetteer knows of the whole of it.
    pub(super) known: Option<Known>,
    /// The longest name of the gazetteer that it begins with, where it knows no more.
    pub(super) known_prefix: Option<Known>,
    /// The noun phrase that it is (`tribunal correctionnel de Lille`).
    pub(super) phrase: Option<Phrase>,
    /// Whether it fills a pair of quotation marks.
    pub(super) marked: bool,
}

impl Candidate {
    fn new(first: usize, end: usize) -> Self {
        Self {
            tokens: TokenRange::new(first, end),
            gaps: 0,
            known: None,
            known_prefix: None,
            phrase: None,
            marked: false,
        }
    }
}

/// All candidates, in order of their first token, then of their end. At most a constant number begins at one token.
pub(super) fn find(tokens: &Tokens<'_>, words: &Words<'_>) -> Vec<Candidate> {
    let mut all = Vec::new();
    let mut marks = tokens.marks().iter().peekable();
    for sentence in tokens.sentences() {
        let end = sentence.tokens.last_end();
        for first in sentence.tokens.range() {
            let start = all.len();
            if words.is_name(first) {
                chains(tokens, words, first, end, &mut all);
            }
            known(tokens, words, first, end, &mut all, start);
            for phrase in phrases::read(tokens, words, first, end) {
                at(&mut all, start, first, phrase.end).phrase = Some(phrase);
            }
            while let Some(pair) = marks.next_if(|p| p.open < first) {
                if pair.open + 1 == first
                    && let Some(close) = pair.close.filter(|&c| c > first && c - first <= LONGEST_TITLE && c <= end)
                    && tokens.str(first).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                {
                    at(&mut all, start, first, close).marked = true;
                }
            }
            all[start..].sort_by_key(|c| c.tokens);
        }
    }
    all
}

/// The candidate from `first` to `end` among those from index `start` on, made if there is none.
fn at(all: &mut Vec<Candidate>, start: usize, first: usize, end: usize) -> &mut Candidate {
    let range = TokenRange::new(first, end);
    let index = all[start..].iter().position(|c| c.tokens == range).map_or(all.len(), |i| start + i);
    if index == all.len() {
        all.push(Candidate::new(first, end));
    }
    &mut all[index]
}

/// Capitals from `first` on, with connectors between them.
fn chains(tokens: &Tokens<'_>, words: &Words<'_>, first: usize, end: usize, all: &mut Vec<Candidate>) {
    let end = end.min(first + LONGEST_CHAIN);
    let mut gaps = 0;
    let mut index = first;
    loop {
        index += 1;
        all.push(Candidate { gaps, ..Candidate::new(first, index) });
        let gap = connector(tokens, words, index, end);
        if index + gap >= end {
            return;
        }
        if gap > 0 {
            gaps += 1;
            index += gap;
        } else if !words.is_name(index) && !is_model_number(tokens, index) {
            return;
        }
    }
}

/// A number that may be part of a name (`Windows 11`, `Mondial 2026`).
fn is_model_number(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.kind(index) == Some(TokenKind::Number) && tokens.str(index).len() <= 4
}

/// How many tokens from `index` on connect two capitals; 0 where none do or no capital follows.
fn connector(tokens: &Tokens<'_>, words: &Words<'_>, index: usize, end: usize) -> usize {
    let follows = |at: usize| at < end && words.is_name(at);
    let one = tokens.folded(index);
    let two = tokens.folded(index + 1);
    match one {
        "&" | "-" | "/" => usize::from(follows(index + 1) && one == "&"),
        "de" | "à" if matches!(two, "la" | "l'" | "los" | "las") && follows(index + 2) => 2,
        "van" | "von" if matches!(two, "de" | "der" | "den" | "dem") && follows(index + 2) => 2,
        "of" if two == "the" && follows(index + 2) => 2,
        "de" | "du" | "des" | "d'" | "la" | "le" | "les" | "l'" | "en" | "sur" | "sous" | "à" | "au" | "aux" | "et"
        | "van" | "von" | "der" | "den" | "ben" | "bin" | "ibn" | "al" | "el" | "da" | "do" | "dos" | "di" | "del"
        | "y" | "of" | "the" | "and" | "in" | "for" | "pour"
            if follows(index + 1) =>
        {
            1
        }
        _ => 0,
    }
}

/// Names of the gazetteer that begin at `first`.
fn known(tokens: &Tokens<'_>, words: &Words<'_>, first: usize, end: usize, all: &mut Vec<Candidate>, start: usize) {
    if !words.word(first).begins_known {
        return;
    }
    for known in lookup::from(tokens, first, end) {
        // A word whose capital the sentence explains is no name for all that the list has it (`Ces`, `Orange`).
        if known.end == first + 1 && !words.is_name(first) && tokens.is_capitalised(first) {
            continue;
        }
        // Nor `LE POINT` in a line of capitals.
        if words.is_shouted(first) && words.word(first).is_function {
            continue;
        }
        for longer in all[start..].iter_mut().filter(|c| c.tokens.last_end() > known.end) {
            longer.known_prefix = Some(known.clone());
        }
        let end = known.end;
        at(all, start, first, end).known = Some(known);
    }
}
