//! Each different word of the article, asked of the lexicon once, and only where a name may stand near it.

use std::cell::OnceCell;

use super::hash::{self, Hash};
use crate::lexicon::gazetteer::{self, Beginning, NameKind};
use crate::lexicon::heads::{self, Combines};
use crate::lexicon::speech::{self, Form, Frame};
use crate::lexicon::titles::{self, TitleClass};
use crate::lexicon::verbs::Uses;
use crate::lexicon::{common_words, demonyms, given_names, name_endings, no_names, small_words};
use crate::text::{Numbers, chars};
use crate::tokens::{TokenKind, Tokens};

/// What the lexicon knows of one word, whatever its capitals.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Its number, from its letters.
    pub(super) hash: Hash,
    /// How sure it is a given name, 0 to 1.
    pub(super) given: f32,
    /// How often the press writes it with a capital in mid-sentence, in tenths; `None` for a word that the language does not have.
    pub(super) capital: Option<u8>,
    /// How rare it is, 0 to 9; 10 for a word that the language does not have.
    pub(super) rarity: u8,
    /// It only holds sentences together.
    pub(super) is_function: bool,
    /// It alone names nothing, for all its capitals (`Gouvernement`, `lundi`).
    pub(super) is_no_name: bool,
    /// A noun that its bearer's name follows or precedes.
    pub(super) title: Option<TitleClass>,
    /// An adjective or noun of origin.
    pub(super) is_origin: bool,
    /// A form of a verb of saying that is no noun.
    pub(super) is_saying: bool,
    /// Built like the name of a town.
    pub(super) is_place_shaped: bool,
    /// What a name that ends with it is of.
    pub(super) ending: Option<NameKind>,
    /// What a name that it alone heads is of, and how it combines.
    pub(super) head: Option<(NameKind, Combines)>,
}

/// What stands beyond the edges, and what signs and numbers are.
const NOTHING: Word = Word {
    hash: 0,
    given: 0.0,
    capital: None,
    rarity: 10,
    is_function: false,
    is_no_name: false,
    title: None,
    is_origin: false,
    is_saying: false,
    is_place_shaped: false,
    ending: None,
    head: None,
};

static BEYOND: Word = NOTHING;

impl Word {
    /// Asks the lexicon for the folded `word` of these `uses` as a verb.
    fn ask(word: &str, uses: Uses) -> Self {
        let common = common_words::get(word);
        Self {
            hash: hash::word(word),
            given: given_names::get(word).map_or(0.0, |name| {
                let sure = 0.6 + f32::from(name.weight.min(4)) * 0.1;
                if name.is_word { sure * 0.6 } else { sure }
            }),
            capital: common.map(|w| w.capital),
            rarity: common.map_or(10, |w| w.rarity),
            is_function: small_words::has(word),
            is_no_name: no_names::has(word),
            title: titles::single(word).map(|title| title.class),
            is_origin: demonyms::place(word).is_some(),
            is_saying: uses.says && is_saying(word),
            is_place_shaped: is_place_shaped(word),
            ending: name_endings::kind(word),
            head: heads::single(word).map(|head| (head.kind, head.combines)),
        }
    }

    /// `M.`, `Mme`, `Me`.
    pub(super) fn is_civility(&self) -> bool {
        self.title == Some(TitleClass::Civil)
    }

    /// A noun that says what somebody is.
    pub(super) fn is_title(&self) -> bool {
        self.title.is_some_and(|t| t != TitleClass::Civil)
    }
}

/// Whether the folded word is a form of a verb of saying (`déclare`, `affirmé`) that is no noun.
fn is_saying(word: &str) -> bool {
    speech::readings(word).any(|(verb, form)| {
        matches!(form, Form::Singular | Form::Plural | Form::Participle)
            && !verb.is_reflexive()
            && verb.further_words().next().is_none()
            && !verb.takes(Frame::MaybeNoun)
            && !verb.takes(Frame::Weak)
    })
}

/// Whether the folded word is built like the name of a town.
fn is_place_shaped(word: &str) -> bool {
    const INSIDE: [&str; 9] = ["-sur-", "-sous-", "-lès-", "-les-", "-lez-", "-en-", "-aux-", "-la-", "-le-"];
    const ENDINGS: [&str; 6] = ["bourg", "ville", "court", "ghem", "heim", "stan"];
    word.contains('-')
        && (INSIDE.iter().any(|p| word.contains(p)) || ["saint-", "sainte-"].iter().any(|p| word.starts_with(p)))
        || ENDINGS.iter().any(|p| word.ends_with(p) && word.len() > p.len() + 2)
}

/// A different word of an article.
struct Entry {
    /// A token that is this word.
    token: usize,
    /// A number, the same for words that differ in accents only.
    name: u32,
    /// A head noun may begin with it.
    begins_head: bool,
    /// A name that the gazetteer has in small letters may begin with it.
    begins_small_name: bool,
    /// What else the lexicon knows of it, once somebody asked.
    word: OnceCell<Word>,
    /// The names of the gazetteer that begin with it, once somebody asked.
    beginning: OnceCell<Beginning>,
}

/// The different words of an article.
pub(super) struct Vocabulary<'a, 't> {
    tokens: &'a Tokens<'t>,
    /// By the number of the word.
    entries: Vec<Entry>,
    count_of_names: usize,
}

impl<'a, 't> Vocabulary<'a, 't> {
    pub(super) fn read(tokens: &'a Tokens<'t>) -> Self {
        let mut entries: Vec<Entry> = Vec::with_capacity(tokens.word_count());
        let mut numbers = Numbers::default();
        let mut unaccented = String::new();
        for index in 0..tokens.len() {
            let word = tokens.word(index);
            if word == entries.len() {
                let form = tokens.folded(index);
                let name = if form.is_ascii() {
                    form
                } else {
                    unaccented.clear();
                    unaccented.extend(form.chars().map(chars::without_accent));
                    &unaccented
                };
                let asks = is_asked(tokens, index);
                entries.push(Entry {
                    token: index,
                    name: numbers.of(name).0,
                    begins_head: asks && heads::may_begin(form),
                    begins_small_name: asks && gazetteer::may_begin_small(form),
                    word: OnceCell::new(),
                    beginning: OnceCell::new(),
                });
            }
        }
        Self { tokens, entries, count_of_names: numbers.len() }
    }

    /// What is known of the word of token `index`; nothing beyond the edges.
    fn entry(&self, index: usize) -> Option<&Entry> {
        (index < self.tokens.len()).then(|| &self.entries[self.tokens.word(index)])
    }

    /// The word of token `index`; a word that nothing is known of beyond the edges.
    pub(super) fn word(&self, index: usize) -> &Word {
        let Some(entry) = self.entry(index) else { return &BEYOND };
        entry.word.get_or_init(|| {
            let form = self.tokens.folded(entry.token);
            if is_asked(self.tokens, entry.token) {
                Word::ask(form, self.tokens.uses(entry.token))
            } else {
                Word { hash: hash::word(form), ..NOTHING }
            }
        })
    }

    /// The names of the gazetteer that begin with token `index`.
    pub(super) fn beginning(&self, index: usize) -> Beginning {
        let entry = &self.entries[self.tokens.word(index)];
        *entry.beginning.get_or_init(|| Beginning::of(self.tokens.folded(entry.token)))
    }

    /// Whether a head noun may begin with token `index`.
    pub(super) fn begins_head(&self, index: usize) -> bool {
        self.entry(index).is_some_and(|entry| entry.begins_head)
    }

    /// Whether a name that the gazetteer has in small letters may begin with token `index`.
    pub(super) fn begins_small_name(&self, index: usize) -> bool {
        self.entry(index).is_some_and(|entry| entry.begins_small_name)
    }

    /// How many numbers [`Self::name_of`] has.
    pub(super) fn count_of_names(&self) -> usize {
        self.count_of_names
    }

    /// The word of token `index` as a number, the same for words that differ in case and accents only.
    pub(super) fn name_of(&self, index: usize) -> u32 {
        self.entries[self.tokens.word(index)].name
    }
}

/// Whether the lexicon is asked of token `index`: neither of signs, nor of words longer than any of a list, as a text without spaces has them.
fn is_asked(tokens: &Tokens<'_>, index: usize) -> bool {
    matches!(tokens.kind(index), Some(TokenKind::Word | TokenKind::Number))
        && tokens.folded(index).len() <= LONGEST_WORD
}

/// The longest word that a list may have, in bytes.
const LONGEST_WORD: usize = 64;
