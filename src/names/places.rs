//! Where names may stand: what the gazetteer knows, noun phrases that are names by their head, capitals, and what joins them. Everything else is outside
//! of all names, and costs nothing.

use super::lookup::{self, Known};
use super::phrases::{self, Complement, Phrase};
use super::words::Words;
use crate::lexicon::gazetteer::Class;
use crate::mentions::Kind;
use crate::text::{TokenRange, around};
use crate::tokens::{TokenKind, Tokens};

/// The longest title between quotation marks, in tokens.
const LONGEST_TITLE: usize = 12;

/// A noun phrase, and all the places where it may end.
pub(super) struct Headed {
    /// Its first token.
    pub(super) first: usize,
    /// Where the longest that may be a name ends.
    end: usize,
    /// Where the last of these and of all phrases before it ends.
    reach: usize,
    /// What it is up to each place where it may end, in order.
    pub(super) stops: Box<[Phrase]>,
}

/// The tokens that may be part of names.
pub(super) struct Places {
    /// Names of the gazetteer, the longest at each place, in order.
    known: Vec<Known>,
    /// By where they begin.
    headed: Vec<Headed>,
    /// What stands between short pairs of quotation marks, by where it begins.
    marked: Vec<TokenRange>,
    /// Stretches of tokens that may be part of names, in order; each lies within a sentence.
    pub(super) runs: Vec<TokenRange>,
}

impl Places {
    pub(super) fn find(tokens: &Tokens<'_>, words: &Words<'_, '_>) -> Self {
        let mut places = Self { known: Vec::new(), headed: Vec::new(), marked: Vec::new(), runs: Vec::new() };
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
                        || tokens.is(next, ".") && tokens.str(index).chars().count() == 1
                        || tokens.is(next, "+") && touches(tokens, index))
                {
                    live[next] = true;
                }
                // `Change.org`
                if next + 1 < range.last_end()
                    && tokens.is(next, ".")
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
        let mut known_until = range.first();
        for first in range.range() {
            // The longest name at the leftmost place: what lies inside another says less than that.
            if first >= known_until {
                let shouted_function = words.is_shouted(first) && words.word(first).is_function;
                let listed = || {
                    if words.may_begin_known(first) {
                        lookup::known(tokens, words, first, end).filter(|_| !shouted_function)
                    } else if words.begins_head(first) {
                        lookup::known_in_small_letters(tokens, words, first, end)
                    } else {
                        None
                    }
                };
                let known = district(tokens, first, end).or_else(listed);
                if let Some(known) = known {
                    known_until = known.tokens.last_end();
                    live[known.tokens.range()].fill(true);
                    self.known.push(known);
                }
            }
            if !words.begins_head(first) {
                continue;
            }
            let stops = phrases::read(tokens, words, first, end);
            let Some(last) = stops.iter().rev().find(|stop| is_possible(tokens, first, stop, end)) else { continue };
            let end = last.end;
            live[first..end].fill(true);
            let reach = self.headed.last().map_or(end, |before| before.reach.max(end));
            self.headed.push(Headed { first, end, reach, stops: stops.into() });
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
            self.marked.push(TokenRange::new(first, close));
            live[first..close].fill(true);
        }
    }

    /// The longest name of the gazetteer around token `index`.
    pub(super) fn known(&self, index: usize) -> Option<&Known> {
        around(&self.known, index, |known| known.tokens)
    }

    /// The headed phrases around token `index`: the one that begins first, and the one that begins last where that is another.
    pub(super) fn headed(&self, index: usize) -> (Option<&Headed>, Option<&Headed>) {
        let begun = self.headed.partition_point(|headed| headed.first <= index);
        let near = self.headed[..begun].iter().rev().take_while(|headed| headed.reach > index);
        let mut around = near.filter(|headed| headed.end > index);
        let inner = around.next();
        match around.last() {
            Some(outer) => (Some(outer), inner),
            None => (inner, None),
        }
    }

    /// What stands between the innermost short pair of quotation marks around token `index`.
    pub(super) fn marked(&self, index: usize) -> Option<TokenRange> {
        let begun = self.marked.partition_point(|marked| marked.first() <= index);
        let near = self.marked[..begun].iter().rev().take_while(|marked| marked.first() + LONGEST_TITLE > index);
        near.copied().find(|marked| marked.holds(index))
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

/// `18e arrondissement`, `XIXe arrondissement`, from the ordinal at `first` on: as known as any place of the gazetteer.
fn district(tokens: &Tokens<'_>, first: usize, end: usize) -> Option<Known> {
    let figures = tokens.kind(first) == Some(TokenKind::Number);
    let noun = first + if figures { 2 } else { 1 };
    if noun >= end || !tokens.is(noun, "arrondissement") {
        return None;
    }
    let written = tokens.str(first);
    let number = written.trim_end_matches(['e', 'r', 'è', 'm']);
    let roman =
        !number.is_empty() && number.len() < written.len() && number.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let ordinal = if figures { touches(tokens, first) && tokens.is_one_of(first + 1, "er e ème è") } else { roman };
    let tokens = TokenRange::new(first, noun + 1);
    ordinal.then_some(Known { tokens, kind: Kind::Place, weight: 9, other: None, class: Class::Town })
}

/// Whether a phrase that ends here may be a name: one in small letters needs a name in it, or its acronym behind it.
fn is_possible(tokens: &Tokens<'_>, first: usize, phrase: &Phrase, end: usize) -> bool {
    tokens.is_capitalised(first)
        || phrase.end + 2 < end && tokens.is(phrase.end, "(") && tokens.is_all_caps(phrase.end + 1)
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
        Some(TokenKind::Word) => tokens.is_one_of(index, "de du des d' la le les l' en sur sous à au aux et van von der den ter ben bin ibn al el da do dos di del della y of the and in for pour contre a an to on with s no"),
        _ => tokens.is_one_of(index, "& - / + . : ! ' ’"),
    }
}
