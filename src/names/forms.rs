//! Each different written form of the article: what a word says of itself, wherever it stands.

use std::cell::OnceCell;

use super::hash::{self, Hash};
use super::vocabulary::Word;
use super::words::Words;
use crate::text::{Numbers, chars};
use crate::tokens::{TokenKind, Tokens};

/// What the letters of a written form tell, whatever the word.
#[derive(Clone, Copy, Default)]
pub(super) struct Letters {
    /// A capital stands in it.
    pub(super) has_capital: bool,
    /// It begins with a capital.
    pub(super) begins_capital: bool,
    /// It has two letters or more, all of them capitals.
    pub(super) all_caps: bool,
    /// It is one character.
    pub(super) single: bool,
    /// It ends with an apostrophe.
    pub(super) is_elided: bool,
}

impl Letters {
    fn of(written: &str) -> Self {
        let (mut letters, mut capitals, mut other) = (0, 0, false);
        let (mut count, mut first, mut last) = (0, None, ' ');
        for c in written.chars() {
            let upper = c.is_uppercase();
            capitals += usize::from(upper);
            if upper || c.is_alphabetic() {
                letters += 1;
                other |= !upper;
            }
            count += 1;
            first = first.or(Some(upper));
            last = c;
        }
        Self {
            has_capital: capitals > 0,
            begins_capital: first == Some(true),
            all_caps: letters > 1 && !other,
            single: count == 1,
            is_elided: chars::is_apostrophe(last),
        }
    }
}

/// What one written form says.
pub(super) struct Form {
    /// Halves of features, to be completed by how far the word stands from the token that is judged. Those before `near` reach two tokens, those
    /// before `here` one.
    pub(super) attributes: Vec<Hash>,
    pub(super) near: usize,
    pub(super) here: usize,
    /// The class of the word, coarser than the word and finer than its part of speech.
    pub(super) class: Hash,
}

impl Form {
    /// The attributes that a token `distance` tokens away looks at.
    pub(super) fn reaching(&self, distance: usize) -> &[Hash] {
        match distance {
            0 => &self.attributes,
            1 => &self.attributes[..self.here],
            _ => &self.attributes[..self.near],
        }
    }
}

/// The different written forms of an article, each read when somebody looks at it.
pub(super) struct Forms {
    /// A token of each form, and what it says. The first stands for what is beyond the edges of a sentence.
    list: Vec<(usize, OnceCell<Form>)>,
    letters: Vec<Letters>,
    of: Vec<u32>,
}

impl Forms {
    pub(super) fn find(tokens: &Tokens<'_>) -> Self {
        // The form of each word in small letters, which most tokens have; and of what is written otherwise. 0 until it is met.
        let mut small = vec![0; tokens.word_count()];
        let (mut numbers, mut others) = (Numbers::default(), Vec::new());
        let beyond = Form { attributes: vec![hash::word("")], near: 1, here: 1, class: hash::word("") };
        let mut list = vec![(usize::MAX, OnceCell::from(beyond))];
        let mut letters = vec![Letters::default()];
        let mut of = Vec::with_capacity(tokens.len());
        for index in 0..tokens.len() {
            let written = tokens.str(index);
            let number: &mut u32 = if written == tokens.folded(index) {
                &mut small[tokens.word(index)]
            } else {
                let (other, is_new) = numbers.of(written);
                if is_new {
                    others.push(0);
                }
                &mut others[other as usize]
            };
            if *number == 0 {
                *number = list.len() as u32;
                list.push((index, OnceCell::new()));
                letters.push(Letters::of(written));
            }
            of.push(*number);
        }
        Self { list, letters, of }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The form with number `number`.
    pub(super) fn get(&self, tokens: &Tokens<'_>, words: &Words<'_, '_>, number: usize) -> &Form {
        let (token, form) = &self.list[number];
        form.get_or_init(|| read(tokens, words.word(*token), *token))
    }

    /// The number of the form of token `index`; 0 where there is none.
    pub(super) fn number(&self, index: usize) -> usize {
        self.of.get(index).map_or(0, |&number| number as usize)
    }

    /// What the letters of token `index` tell; nothing beyond the edges.
    pub(super) fn letters(&self, index: usize) -> Letters {
        self.letters[self.number(index)]
    }

    /// The class of the word of token `index`.
    pub(super) fn class(&self, tokens: &Tokens<'_>, words: &Words<'_, '_>, index: usize) -> Hash {
        self.get(tokens, words, self.number(index)).class
    }
}

/// Templates of [`Form::attributes`].
mod template {
    pub(super) const WORD: u32 = 1;
    pub(super) const SHAPE: u32 = 2;
    pub(super) const CLASS: u32 = 3;
    pub(super) const WORD_SHAPE: u32 = 4;
    pub(super) const SUFFIX3: u32 = 5;
    pub(super) const SUFFIX2: u32 = 6;
    pub(super) const SUFFIX4: u32 = 7;
    pub(super) const PREFIX3: u32 = 8;
    pub(super) const PREFIX2: u32 = 9;
    pub(super) const COMMON: u32 = 10;
    pub(super) const GIVEN: u32 = 11;
    pub(super) const TITLE: u32 = 12;
    pub(super) const HEAD: u32 = 13;
    pub(super) const FLAGS: u32 = 14;
    pub(super) const ENDING: u32 = 15;
    pub(super) const LENGTH: u32 = 16;
    pub(super) const PART: u32 = 17;
}

fn read(tokens: &Tokens<'_>, word: &Word, index: usize) -> Form {
    use template as t;
    let written = tokens.str(index);
    let folded = tokens.folded(index);
    let kind = tokens.kind(index);
    let shape = shape(written);
    let class = class(tokens, word, index);
    let half = |template, value| hash::with(template, value);
    let mut a = Vec::with_capacity(20);
    let is_number = kind == Some(TokenKind::Number);
    let name = if is_number { hash::word(&"0".repeat(written.chars().count().min(5))) } else { word.hash };
    a.push(half(t::WORD, name));
    a.push(half(t::CLASS, class));
    let near = a.len();
    a.push(half(t::SHAPE, shape));
    if kind == Some(TokenKind::Word) {
        a.push(half(t::SUFFIX3, hash::word(tail(folded, 3))));
        a.push(half(t::COMMON, word.capital.map_or(11, u32::from) * 16 + u32::from(word.rarity)));
        if word.given > 0.0 {
            a.push(half(t::GIVEN, (word.given * 10.0) as u32));
        }
        if let Some(title) = word.title {
            a.push(half(t::TITLE, title as u32));
        }
        if let Some((kind, combines)) = word.head {
            a.push(half(t::HEAD, kind as u32 * 8 + combines as u32));
        }
    }
    let here = a.len();
    if kind == Some(TokenKind::Word) {
        a.push(half(t::WORD_SHAPE, hash::with(name, shape)));
        a.push(half(t::SUFFIX2, hash::word(tail(folded, 2))));
        a.push(half(t::SUFFIX4, hash::word(tail(folded, 4))));
        a.push(half(t::PREFIX3, hash::word(start(folded, 3))));
        a.push(half(t::PREFIX2, hash::word(start(folded, 2))));
        a.push(half(t::LENGTH, hash::with(shape, written.chars().count().min(12) as u32)));
        let flags = [word.is_no_name, word.is_origin, word.is_saying, word.is_place_shaped, word.is_function];
        a.push(half(t::FLAGS, flags.iter().fold(0, |all, &flag| all * 2 + u32::from(flag))));
        if let Some(kind) = word.ending {
            a.push(half(t::ENDING, kind as u32));
        }
        // `Paris-Nice`, `Air-France`: what the parts of a compound are.
        if folded.contains('-') {
            let mut parts = folded.split('-');
            let (first, last) = (parts.next().unwrap_or(""), parts.next_back().unwrap_or(""));
            a.push(half(t::PART, hash::word(first)));
            a.push(half(t::PART + 32, hash::word(last)));
        }
    }
    Form { attributes: a, near, here, class }
}

/// The last `count` characters of `word`.
fn tail(word: &str, count: usize) -> &str {
    let from = word.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
    &word[from..]
}

/// The first `count` characters of `word`.
fn start(word: &str, count: usize) -> &str {
    let to = word.char_indices().nth(count).map_or(word.len(), |(at, _)| at);
    &word[..to]
}

/// The shape of a word: capitals, small letters, digits, signs; what repeats counts once, but that two capitals are more than one.
fn shape(word: &str) -> u32 {
    let mut hash = 0;
    let (mut last, mut run, mut steps) = (' ', 0, 0);
    for c in word.chars() {
        let class = if c.is_uppercase() {
            'X'
        } else if c.is_alphabetic() {
            'x'
        } else if c.is_numeric() {
            '0'
        } else {
            c
        };
        run = if class == last { run + 1 } else { 1 };
        last = class;
        if run <= if class == 'X' { 2 } else { 1 } && steps < 8 {
            hash = hash::with(hash, class as u32);
            steps += 1;
        }
    }
    hash
}

/// `IV`, `XIX`
fn is_roman_number(word: &str) -> bool {
    word.len() > 1 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// The class of a word: small words and signs are classes of their own.
fn class(tokens: &Tokens<'_>, word: &Word, index: usize) -> Hash {
    let of = |number: u32| hash::with(0x51a5, number);
    match tokens.kind(index) {
        Some(TokenKind::Number) => return of(1),
        Some(TokenKind::Word) => {}
        _ => return word.hash,
    }
    if is_roman_number(tokens.str(index)) {
        return of(6);
    }
    let capital = tokens.str(index).chars().any(char::is_uppercase);
    if !capital {
        return if word.is_function {
            word.hash
        } else if let Some(title) = word.title {
            of(10 + title as u32)
        } else if word.is_saying {
            of(2)
        } else if let Some((kind, combines)) = word.head {
            of(32 + kind as u32 * 8 + combines as u32)
        } else if word.is_origin {
            of(3)
        } else if word.capital.is_none() && word.rarity > 9 {
            of(4)
        } else {
            of(5)
        };
    }
    let initials = tokens.str(index).ends_with('.') && tokens.str(index).chars().count() <= 6;
    let base = 128;
    let number = if word.is_civility() {
        0
    } else if initials {
        1
    } else if word.is_function {
        2
    } else if word.is_no_name {
        3
    } else if word.is_origin {
        4
    } else if word.given > 0.7 {
        5
    } else if tokens.is_all_caps(index) {
        if tokens.str(index).len() <= 6 { 6 } else { 7 }
    } else if tokens.str(index).chars().any(|c| c.is_ascii_digit()) {
        8
    } else if word.given > 0.0 {
        9
    } else if let Some((kind, _)) = word.head {
        16 + kind as u32
    } else if word.title.is_some() {
        10
    } else {
        match word.capital {
            None => 11,
            Some(0..=2) => 12,
            Some(3..=6) => 13,
            Some(_) => 14,
        }
    };
    of(base + number)
}
