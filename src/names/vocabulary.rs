//! Each different word of the article, asked of the lexicon once.

use std::collections::BTreeMap;

use super::hash::{self, Hash};
use crate::lexicon::gazetteer::{self, NameKind};
use crate::lexicon::heads::{self, Combines};
use crate::lexicon::speech::{self, Form, Frame};
use crate::lexicon::titles::{self, TitleClass};
use crate::lexicon::{common_words, demonyms, given_names, name_endings, no_names, small_words};
use crate::text::{TokenRange, chars};
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
    /// A head noun may begin with it.
    pub(super) begins_head: bool,
    /// A name of the gazetteer may begin with it.
    pub(super) begins_known: bool,
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
    begins_head: false,
    begins_known: false,
};

static BEYOND: Word = NOTHING;

impl Word {
    /// Asks the lexicon for the folded `word`.
    fn ask(word: &str) -> Self {
        let common = common_words::get(word);
        let begins_head = heads::may_begin(word);
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
            title: titles::longest([word]).map(|(_, t)| t.class),
            is_origin: demonyms::place(word).is_some(),
            is_saying: is_saying(word),
            is_place_shaped: is_place_shaped(word),
            ending: name_endings::kind(word),
            head: begins_head
                .then(|| heads::longest([word]))
                .flatten()
                .and_then(|(_, mut heads)| heads.next())
                .map(|h| (h.kind, h.combines)),
            begins_head,
            begins_known: gazetteer::may_begin(word),
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
    INSIDE.iter().any(|p| word.contains(p))
        || ["saint-", "sainte-"].iter().any(|p| word.starts_with(p))
        || ENDINGS.iter().any(|p| word.ends_with(p) && word.len() > p.len() + 2)
}

/// The different words of an article.
pub(super) struct Vocabulary {
    words: Vec<Word>,
    /// Word of each token, as an index into `words`.
    of: Vec<u32>,
    /// A number for each token, the same for tokens that differ in case and accents only.
    names: Vec<u32>,
}

impl Vocabulary {
    pub(super) fn read(tokens: &Tokens<'_>) -> Self {
        let mut words = Vec::new();
        let mut by_form: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        let mut by_name: BTreeMap<String, u32> = BTreeMap::new();
        let mut of = Vec::with_capacity(tokens.len());
        let mut names = Vec::with_capacity(tokens.len());
        for index in 0..tokens.len() {
            let form = tokens.folded(index);
            let (word, name) = *by_form.entry(form).or_insert_with(|| {
                let asks = matches!(tokens.kind(index), Some(TokenKind::Word | TokenKind::Number));
                // Longer than any word of a list: a text without spaces.
                let asks = asks && form.len() <= LONGEST_WORD;
                words.push(if asks { Word::ask(form) } else { Word { hash: hash::word(form), ..NOTHING } });
                let next = by_name.len() as u32;
                let name = *by_name.entry(form.chars().map(chars::without_accent).collect()).or_insert(next);
                (words.len() as u32 - 1, name)
            });
            of.push(word);
            names.push(name);
        }
        Self { words, of, names }
    }

    /// The word of token `index`; a word that nothing is known of beyond the edges.
    pub(super) fn word(&self, index: usize) -> &Word {
        self.of.get(index).map_or(&BEYOND, |&word| &self.words[word as usize])
    }

    /// The words of `range` as numbers: equal for two names that differ in case and accents only.
    pub(super) fn name(&self, range: TokenRange) -> &[u32] {
        &self.names[range.range()]
    }
}

/// The longest word that a list may have, in bytes.
const LONGEST_WORD: usize = 64;
