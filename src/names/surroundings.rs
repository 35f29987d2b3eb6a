//! What stands around the capitals of an article: titles, nouns that say what follows, brackets, and the same word elsewhere.

use super::features::kind_number;
use super::forms::Forms;
use super::hash::{self, Hash};
use super::lookup;
use super::places::Places;
use super::words::Words;
use crate::map::Map;
use crate::text::{TokenRange, around, chars, lower};
use crate::tokens::{TokenKind, Tokens};

/// How far back a title may stand before its bearer: `ministre de l'Intérieur et des Outre-mer Jean Morel`.
const TITLE_REACH: usize = 10;

/// Capitals in a row.
pub(super) struct Chain {
    pub(super) tokens: TokenRange,
    pub(super) word_before: Hash,
    pub(super) word_behind: Hash,
    pub(super) class_before: Hash,
    pub(super) class_behind: Hash,
    /// The classes of its first words.
    pub(super) pattern: Hash,
    /// How far before it a title stands: 0 for none, 1 for right before, 2 with words between.
    pub(super) title: u32,
    /// What a noun before it says that it is (`le groupe X`, `la ville de X`), and whether a preposition links them; 0 for nothing.
    pub(super) noun: u32,
}

/// What stands around the capitals.
pub(super) struct Surroundings {
    /// In order.
    chains: Vec<Chain>,
    /// For each token, what it is to an acronym in brackets: 0 for nothing.
    acronyms: Vec<u8>,
    /// What acronyms stand for that have it in brackets or stand in brackets behind it, in order.
    long_names: Vec<TokenRange>,
    /// For each token, what the rest of the article says of its word.
    elsewhere: Vec<u8>,
}

/// The longest name that an acronym in front of its bracket stands for, in tokens.
const LONGEST: usize = 16;

/// Bits of [`Surroundings::elsewhere`].
const AFTER_TITLE: u8 = 1;
const AFTER_GIVEN_NAME: u8 = 2;
const BEFORE_CAPITAL: u8 = 4;
const BEHIND_CAPITAL: u8 = 8;

impl Surroundings {
    pub(super) fn read(tokens: &Tokens<'_>, words: &Words<'_, '_>, forms: &Forms, places: &Places) -> Self {
        let nothing = || vec![0; tokens.len()];
        let mut around = Self { chains: Vec::new(), acronyms: nothing(), long_names: Vec::new(), elsewhere: nothing() };
        for sentence in tokens.sentences() {
            let mut index = sentence.tokens.first();
            while index < sentence.tokens.last_end() {
                let first = index;
                while index < sentence.tokens.last_end() && words.is_name(index) {
                    index += 1;
                }
                if index > first {
                    around.chains.push(chain(tokens, words, forms, sentence.tokens, TokenRange::new(first, index)));
                }
                index += 1;
            }
        }
        around.read_acronyms(tokens, places);
        around.read_expansions(tokens);
        around.long_names.sort_unstable_by_key(|name| name.first());
        around.read_elsewhere(tokens, words);
        around
    }

    /// The capitals in a row around token `index`.
    pub(super) fn chain(&self, index: usize) -> Option<&Chain> {
        around(&self.chains, index, |chain| chain.tokens)
    }

    /// What token `index` is to an acronym in brackets: a part of what it stands for, or the acronym.
    pub(super) fn acronym(&self, index: usize) -> Option<u32> {
        self.acronyms.get(index).filter(|&&a| a > 0).map(|&a| u32::from(a))
    }

    /// The end of the name that begins with token `first` and that an acronym beside it stands for.
    pub(super) fn long_name(&self, first: usize) -> Option<usize> {
        let at = self.long_names.partition_point(|name| name.first() < first);
        self.long_names.get(at).filter(|name| name.first() == first).map(|name| name.last_end())
    }

    /// What the rest of the article says of the word of token `index`.
    pub(super) fn elsewhere(&self, index: usize) -> Option<u32> {
        self.elsewhere.get(index).filter(|&&e| e > 0).map(|&e| u32::from(e))
    }

    /// `Fédération française du bâtiment (FFB)`
    fn read_acronyms(&mut self, tokens: &Tokens<'_>, places: &Places) {
        for open in 1..tokens.len().saturating_sub(2) {
            if !tokens.is(open, "(") || !tokens.is(open + 2, ")") || !tokens.is_all_caps(open + 1) {
                continue;
            }
            let start = tokens.sentence_range(open).first();
            let Some(first) = expansion(tokens, start, open, tokens.str(open + 1)) else {
                self.acronyms[open + 1] = 1;
                continue;
            };
            let kind =
                places.headed(first).0.filter(|h| h.first == first).and_then(|h| h.stops.last()).map(|s| s.head.kind);
            self.acronyms[open + 1] = 2 + kind_number(kind) as u8;
            self.acronyms[first] = 10;
            self.acronyms[first + 1..open].fill(11);
            self.long_names.push(TokenRange::new(first, open));
        }
    }

    /// `la FFB (Fédération française du bâtiment)`
    fn read_expansions(&mut self, tokens: &Tokens<'_>) {
        for open in 1..tokens.len() {
            if !tokens.is(open, "(") || !tokens.is_all_caps(open - 1) {
                continue;
            }
            let Some(close) = (open + 2..tokens.len().min(open + LONGEST)).find(|&i| tokens.is(i, ")")) else {
                continue;
            };
            let first = open + 1 + usize::from(tokens.is_one_of(open + 1, "la le les l'"));
            if tokens.is_capitalised(first) && expansion(tokens, first, close, tokens.str(open - 1)) == Some(first) {
                self.long_names.push(TokenRange::new(first, close));
            }
        }
    }

    /// What stands around the other occurrences of each word with a capital.
    fn read_elsewhere(&mut self, tokens: &Tokens<'_>, words: &Words<'_, '_>) {
        let mut seen: Map<u32, (u8, u8)> = Map::default();
        let mut own = vec![0; tokens.len()];
        for chain in &self.chains {
            for index in chain.tokens.range() {
                let before = (index > chain.tokens.first()).then(|| index - 1);
                let mut bits = 0;
                if before.is_none() && chain.title == 1 {
                    bits |= AFTER_TITLE;
                }
                if before.is_some_and(|i| words.word(i).given > 0.5) {
                    bits |= AFTER_GIVEN_NAME;
                }
                if before.is_some() {
                    bits |= BEHIND_CAPITAL;
                }
                if index + 1 < chain.tokens.last_end() {
                    bits |= BEFORE_CAPITAL;
                }
                own[index] = bits;
                // Of each bit, whether one occurrence has it, and whether several have.
                let (once, twice) = seen.entry(words.name_of(index)).or_default();
                *twice |= *once & bits;
                *once |= bits;
            }
        }
        for chain in &self.chains {
            for index in chain.tokens.range() {
                let (once, twice) = seen.get(&words.name_of(index)).copied().unwrap_or_default();
                self.elsewhere[index] = twice | once & !own[index];
            }
        }
    }
}

fn chain(tokens: &Tokens<'_>, words: &Words<'_, '_>, forms: &Forms, sentence: TokenRange, range: TokenRange) -> Chain {
    let beyond = usize::MAX;
    let before = if range.first() > sentence.first() { range.first() - 1 } else { beyond };
    let behind = if range.last_end() < sentence.last_end() { range.last_end() } else { beyond };
    let title = match title_before(tokens, words, range.first()) {
        None => 0,
        Some(0) => 1,
        Some(_) => 2,
    };
    Chain {
        tokens: range,
        word_before: words.word(before).hash,
        word_behind: words.word(behind).hash,
        class_before: forms.class(tokens, words, before),
        class_behind: forms.class(tokens, words, behind),
        pattern: range
            .range()
            .take(4)
            .fold(range.len().min(5) as u32, |hash, i| hash::with(hash, forms.class(tokens, words, i))),
        title,
        noun: noun_before(tokens, words, sentence.first(), range.first()),
    }
}

/// What a noun before the capitals at `first` says that they are.
fn noun_before(tokens: &Tokens<'_>, words: &Words<'_, '_>, start: usize, first: usize) -> u32 {
    let head = |index: usize| {
        (index >= start && index < first && words.begins_head(index))
            .then(|| lookup::head(tokens, index, index + 1))
            .flatten()
            .filter(|head| head.announces)
    };
    let before = first.wrapping_sub(1);
    if before < start || before >= first {
        return 0;
    }
    if tokens.is_one_of(before, "de d' du des l'") {
        return head(before.wrapping_sub(1)).map_or(0, |h| 16 + kind_number(Some(h.kind)));
    }
    if let Some(head) = head(before) {
        return kind_number(Some(head.kind));
    }
    let word = words.word(before);
    let small =
        tokens.kind(before) == Some(TokenKind::Word) && tokens.first_char(before).is_some_and(char::is_lowercase);
    if small && !word.is_function && !word.is_title() && !word.is_saying {
        // `le groupe hydroélectrique X`
        return head(before.wrapping_sub(1)).map_or(0, |h| 8 + kind_number(Some(h.kind)));
    }
    0
}

/// How many tokens stand between a title in small letters and the capital at `first`: none, adjectives, or the title's complement.
fn title_before(tokens: &Tokens<'_>, words: &Words<'_, '_>, first: usize) -> Option<usize> {
    let start = tokens.sentence_range(first).first().max(first.saturating_sub(TITLE_REACH));
    let mut complement = false;
    for (distance, index) in (start..first).rev().enumerate() {
        let word = words.word(index);
        if word.is_title() {
            // `le président de X`: the complement itself is no bearer.
            return Some(distance);
        }
        if tokens.kind(index) != Some(TokenKind::Word) {
            return None;
        }
        let preposition = tokens.is_one_of(index, "de d' du des la l' le les à au aux en et chargé chargée");
        if preposition && distance == 0 {
            return None;
        }
        if preposition {
            complement = true;
            continue;
        }
        let small = tokens.first_char(index).is_some_and(char::is_lowercase);
        // Between title and bearer stand adjectives, or a complement that a preposition begins.
        if small && !complement && distance < 2 && !word.is_function && !word.is_saying {
            continue;
        }
        if words.is_name(index) || small && !word.is_function && !word.is_saying {
            continue;
        }
        return None;
    }
    None
}

/// The first token of what `acronym`, in the bracket at `open`, stands for: words before it with these first letters, in order, small words skipped or not.
fn expansion(tokens: &Tokens<'_>, start: usize, open: usize, acronym: &str) -> Option<usize> {
    let letter = |c: char| chars::without_accent(lower(c));
    let letters: Vec<_> = acronym.chars().filter(|c| c.is_alphabetic()).map(letter).collect();
    if letters.len() < 2 || letters.len() > 10 {
        return None;
    }
    let initial = |index: usize| tokens.folded(index).chars().next().map(letter);
    // Backwards: each letter is the first of some word, and no more words are skipped than letters are found, two aside.
    let mut wanted = letters.len();
    let (mut skipped, mut first) = (0, None);
    for index in (start..open).rev().take(letters.len() * 3) {
        if tokens.kind(index) != Some(TokenKind::Word) && !tokens.is(index, "-") {
            return None;
        }
        if initial(index) == Some(letters[wanted - 1]) {
            wanted -= 1;
            first = Some(index);
            if wanted == 0 {
                return first;
            }
        } else {
            skipped += 1;
            if skipped > letters.len() + 2 {
                return None;
            }
        }
    }
    // One letter may come from inside a word (`Insee`).
    first.filter(|&f| wanted == 1 && letters.len() > 3 && tokens.is_capitalised(f))
}
