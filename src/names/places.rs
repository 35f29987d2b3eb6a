//! Where names may stand: what the gazetteer knows, noun phrases that are names by their head, capitals, and what joins them. Everything else is outside
//! of all names, and costs nothing.

use super::lookup::{self, Known};
use super::phrases::{self, Complement, Phrase};
use super::words::Words;
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::tokens::{TokenKind, Tokens};

/// The longest title between quotation marks, in tokens.
const LONGEST_TITLE: usize = 12;

/// A noun phrase, and all the places where it may end.
pub(super) struct Headed {
    /// Its first token.
    pub(super) first: usize,
    /// What it is up to each place where it may end, in order.
    pub(super) stops: Vec<Phrase>,
}

/// The tokens that may be part of names.
pub(super) struct Places {
    /// Names of the gazetteer, the longest at each place, in order.
    known: Vec<(usize, Known)>,
    known_at: Vec<u32>,
    headed: Vec<Headed>,
    /// For each token, one more than the index of the phrase around it that begins first, and of the one that begins last; 0 for none.
    headed_at: Vec<(u32, u32)>,
    /// For each token, how far it stands behind the mark that opens a short pair, and how long that pair is; 0 for none.
    marked: Vec<(u8, u8)>,
    /// Stretches of tokens that may be part of names, in order; each lies within a sentence.
    pub(super) runs: Vec<TokenRange>,
}

impl Places {
    pub(super) fn find(tokens: &Tokens<'_>, words: &Words<'_, '_>) -> Self {
        let mut places = Self {
            known: Vec::new(),
            known_at: vec![0; tokens.len()],
            headed: Vec::new(),
            headed_at: vec![(0, 0); tokens.len()],
            marked: vec![(0, 0); tokens.len()],
            runs: Vec::new(),
        };
        let mut live = vec![false; tokens.len()];
        for sentence in tokens.sentences() {
            let range = sentence.tokens;
            places.look_up(tokens, words, range, &mut live);
            for index in range.range().filter(|&i| words.has_capital(i)) {
                live[index] = true;
                let next = index + 1;
                // `Flandre orientale`, `Amir S.`, `Canal+`
                if next < range.last_end()
                    && (words.is_name(index) && phrases::is_adjective(tokens, words, next)
                        || tokens.folded(next) == "." && tokens.str(index).chars().count() == 1
                        || tokens.folded(next) == "+" && touches(tokens, index))
                {
                    live[next] = true;
                }
                // `Change.org`
                if next + 1 < range.last_end()
                    && tokens.folded(next) == "."
                    && touches(tokens, index)
                    && touches(tokens, next)
                    && is_domain(tokens.folded(next + 1))
                {
                    live[next..next + 2].fill(true);
                }
            }
        }
        places.read_marks(tokens, &mut live);
        for sentence in tokens.sentences() {
            join(tokens, sentence.tokens, &mut live);
            let mut index = sentence.tokens.first();
            while index < sentence.tokens.last_end() {
                let start = index;
                while index < sentence.tokens.last_end() && live[index] {
                    index += 1;
                }
                if index > start {
                    places.runs.push(TokenRange::new(start, index));
                }
                index += 1;
            }
        }
        places
    }

    /// The gazetteer's names and the headed phrases of a sentence.
    fn look_up(&mut self, tokens: &Tokens<'_>, words: &Words<'_, '_>, range: TokenRange, live: &mut [bool]) {
        let end = range.last_end();
        for first in range.range() {
            // The longest name at the leftmost place: what lies inside another says less than that.
            if self.known_at[first] == 0 {
                let shouted_function = words.is_shouted(first) && words.word(first).is_function;
                let known = if words.may_begin_known(first) {
                    lookup::known(tokens, words, first, end).filter(|_| !shouted_function)
                } else if words.begins_head(first) {
                    lookup::known_in_small_letters(tokens, words, first, end)
                } else {
                    None
                };
                if let Some(known) = known {
                    self.known_at[first..known.end].fill(self.known.len() as u32 + 1);
                    live[first..known.end].fill(true);
                    self.known.push((first, known));
                }
            }
            // `18e arrondissement`
            if first > range.first() && tokens.folded(first) == "arrondissement" && is_ordinal(tokens, first - 1) {
                live[first - 1..=first].fill(true);
            }
            if !words.begins_head(first) {
                continue;
            }
            let stops = phrases::read(tokens, words, first, end);
            let Some(last) = stops.iter().rev().find(|stop| is_possible(tokens, first, stop, end)) else { continue };
            let end = last.end;
            let number = self.headed.len() as u32 + 1;
            for (around, at) in self.headed_at[first..end].iter_mut().zip(&mut live[first..end]) {
                if around.0 == 0 {
                    around.0 = number;
                }
                around.1 = number;
                *at = true;
            }
            self.headed.push(Headed { first, stops });
        }
    }

    /// Short stretches between quotation marks that begin with a capital.
    fn read_marks(&mut self, tokens: &Tokens<'_>, live: &mut [bool]) {
        for pair in tokens.marks() {
            let first = pair.open + 1;
            let Some(close) = pair.close.filter(|&c| c > first && c - first <= LONGEST_TITLE) else { continue };
            if !tokens.str(first).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
                continue;
            }
            if tokens.sentence_range(first).last_end() < close {
                continue;
            }
            for (place, index) in (1..).zip(first..close) {
                self.marked[index] = (place, (close - first) as u8);
            }
            live[first..close].fill(true);
        }
    }

    /// The longest name of the gazetteer around token `index`: its first token, and what it is.
    pub(super) fn known(&self, index: usize) -> Option<(usize, &Known)> {
        let number = *self.known_at.get(index)?;
        let (first, known) = self.known.get(number.checked_sub(1)? as usize)?;
        Some((*first, known))
    }

    /// The headed phrases around token `index`: the one that begins first, and the one that begins last where that is another.
    pub(super) fn headed(&self, index: usize) -> (Option<&Headed>, Option<&Headed>) {
        let (outer, inner) = self.headed_at[index];
        let get = |number: u32| number.checked_sub(1).map(|n| &self.headed[n as usize]);
        (get(outer), get(inner).filter(|_| inner != outer))
    }

    /// How far token `index` stands behind the mark that opens a short pair, and how many tokens that pair holds.
    pub(super) fn marked(&self, index: usize) -> Option<(u8, u8)> {
        self.marked.get(index).copied().filter(|m| m.0 > 0)
    }
}

/// Whether nothing stands between token `index` and the next.
fn touches(tokens: &Tokens<'_>, index: usize) -> bool {
    let end = |i: usize| tokens.list()[i].span;
    end(index).end == end(index + 1).start
}

/// The last part of an address on the web that a medium or a firm has in its name.
fn is_domain(word: &str) -> bool {
    matches!(
        word,
        "com" | "fr" | "be" | "ch" | "ca" | "org" | "net" | "eu" | "info" | "tv" | "io" | "ai" | "dz" | "ma" | "tn"
    )
}

/// Whether token `index` is an ordinal in figures, Arabic or Roman: `18e`, `XIXe`.
fn is_ordinal(tokens: &Tokens<'_>, index: usize) -> bool {
    let number = tokens.str(index).trim_end_matches(['e', 'r', 'è', 'm']);
    number.len() < tokens.str(index).len()
        && !number.is_empty()
        && (number.bytes().all(|b| b.is_ascii_digit()) || number.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')))
}

/// Whether a phrase that ends here may be a name: one in small letters needs a name in it, or its acronym behind it.
fn is_possible(tokens: &Tokens<'_>, first: usize, phrase: &Phrase, end: usize) -> bool {
    tokens.is_capitalised(first)
        || phrase.end + 2 < end && tokens.folded(phrase.end) == "(" && tokens.is_all_caps(phrase.end + 1)
        || phrase.head.takes_complement && phrase.head.kind == Kind::Work && phrase.adjectives > 0
        || phrase.inner_names > 0 && phrase.complement != Complement::Bare
        || lookup::has_portfolio(tokens.folded(first)) && phrase.complement != Complement::Bare
        || phrase.head.takes_complement && phrase.complements > 0
}

/// Joins what small words, signs and numbers stand between (`Ursula von der Leyen`, `Marks & Spencer`, `Windows 11`).
fn join(tokens: &Tokens<'_>, range: TokenRange, live: &mut [bool]) {
    let mut last: Option<usize> = None;
    for index in range.range() {
        if live[index] {
            if let Some(last) = last.filter(|&l| l + 1 < index && index - l <= 1 + LONGEST_JOINT)
                && (last + 1..index).all(|i| is_joint(tokens, i))
            {
                live[last + 1..index].fill(true);
            }
            last = Some(index);
        } else if last == Some(index.wrapping_sub(1))
            && tokens.kind(index) == Some(TokenKind::Number)
            && tokens.str(index).len() <= 4
        {
            live[index] = true;
            last = Some(index);
        }
    }
}

/// How many tokens may stand between two words of one name.
const LONGEST_JOINT: usize = 3;

/// Whether token `index` may stand inside a name in small letters.
fn is_joint(tokens: &Tokens<'_>, index: usize) -> bool {
    match tokens.kind(index) {
        Some(TokenKind::Number) => tokens.str(index).len() <= 4,
        Some(TokenKind::Word) => matches!(
            tokens.folded(index),
            "de" | "du"
                | "des"
                | "d'"
                | "la"
                | "le"
                | "les"
                | "l'"
                | "en"
                | "sur"
                | "sous"
                | "à"
                | "au"
                | "aux"
                | "et"
                | "van"
                | "von"
                | "der"
                | "den"
                | "ter"
                | "ben"
                | "bin"
                | "ibn"
                | "al"
                | "el"
                | "da"
                | "do"
                | "dos"
                | "di"
                | "del"
                | "della"
                | "y"
                | "of"
                | "the"
                | "and"
                | "in"
                | "for"
                | "pour"
                | "contre"
                | "a"
                | "an"
                | "to"
                | "on"
                | "with"
                | "s"
                | "no"
        ),
        _ => matches!(tokens.folded(index), "&" | "-" | "/" | "+" | "." | ":" | "!" | "'" | "’"),
    }
}
