//! What the lexicon knows of the words of an article.

use super::words::Words;
use crate::lexicon::Number;
use crate::lexicon::gazetteer::{self, Class, NameKind};
use crate::lexicon::heads::{self, Combines};
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::tokens::Tokens;

/// A name of the gazetteer in the article.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// Its tokens.
    pub(super) tokens: TokenRange,
    /// What it likely is.
    pub(super) kind: Kind,
    /// How often it is that, 0 to 9.
    pub(super) weight: u8,
    /// What else it may be.
    pub(super) other: Option<Kind>,
    /// What it likely is, more closely.
    pub(super) class: Class,
}

fn kind_of(kind: NameKind) -> Kind {
    match kind {
        NameKind::Person => Kind::Person,
        NameKind::Organisation => Kind::Organisation,
        NameKind::Place => Kind::Place,
        NameKind::Event => Kind::Event,
        NameKind::Work => Kind::Work,
    }
}

/// The longest name of the gazetteer that begins at `first` within the sentence that ends at `end`.
pub(super) fn known(tokens: &Tokens<'_>, words: &Words<'_, '_>, first: usize, end: usize) -> Option<Known> {
    known_as(first, entry(tokens, words, first, end, Start::AsWritten)?)
}

/// The same for a name of several words whose first one the article writes in small letters: `parti socialiste`, `conseil d'État`.
pub(super) fn known_in_small_letters(
    tokens: &Tokens<'_>,
    words: &Words<'_, '_>,
    first: usize,
    end: usize,
) -> Option<Known> {
    known_as(first, entry(tokens, words, first, end, Start::AsWithCapital)?).filter(|known| known.tokens.len() > 1)
}

fn known_as(first: usize, (length, entry): (usize, gazetteer::Entry)) -> Option<Known> {
    let likeliest = entry.first()?;
    let tokens = TokenRange::new(first, first + length);
    let kind = kind_of(likeliest.kind());
    let mut known = Known { tokens, kind, weight: likeliest.weight, other: None, class: likeliest.class };
    for reading in entry.readings() {
        let kind = kind_of(reading.kind());
        if kind == known.kind {
            known.weight = known.weight.max(reading.weight);
        } else {
            known.other = known.other.or(Some(kind));
        }
    }
    Some(known)
}

/// One past the longest name of the gazetteer that begins at `first`.
pub(super) fn longest(tokens: &Tokens<'_>, words: &Words<'_, '_>, first: usize, end: usize) -> Option<usize> {
    entry(tokens, words, first, end, Start::AsWritten).map(|(length, _)| first + length)
}

/// How the gazetteer takes the first word of a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    /// With the letters that it has.
    AsWritten,
    /// As if it had a capital.
    AsWithCapital,
}

fn entry(
    tokens: &Tokens<'_>,
    words: &Words<'_, '_>,
    first: usize,
    end: usize,
    start: Start,
) -> Option<(usize, gazetteer::Entry)> {
    /// Any word with a capital that is no acronym.
    const CAPITAL: &str = "Ab";
    let word = |index| {
        let written = |token| if index == 0 && start == Start::AsWithCapital { CAPITAL } else { tokens.str(token) };
        let token = first + index;
        (token < end).then(|| (tokens.folded(token), written(token)))
    };
    gazetteer::longest_of(&word, &|index| words.beginning(first + index))
}

/// A noun that begins or announces a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Head {
    /// One past its last token.
    pub(super) end: usize,
    /// What it makes of the name.
    pub(super) kind: Kind,
    /// Whether, in small letters, it only says what follows and stays outside (`la ville de Lille`, `le groupe Accor`).
    pub(super) announces: bool,
    /// Whether, in small letters, it makes a name with a name behind a preposition (`parquet de Paris`).
    pub(super) takes_complement: bool,
}

/// Plurals that names begin with.
const PLURAL_NAMES: [&str; 12] = [
    "championnats",
    "attentats",
    "îles",
    "gorges",
    "éditions",
    "laboratoires",
    "jeux",
    "journées",
    "rencontres",
    "pompiers",
    "sapeurs-pompiers",
    "allées",
];

/// The head noun that begins at token `first`, in the sense that its letter case makes likelier.
pub(super) fn head(tokens: &Tokens<'_>, first: usize, end: usize) -> Option<Head> {
    let (length, senses) = heads::longest((first..end).map(|i| tokens.folded(i)))?;
    let senses: Vec<_> = senses.collect();
    let capital = tokens.is_capitalised(first) && !tokens.is_all_caps(first);
    // `Stade` with a capital is a club, `stade` is a place.
    let head = senses.iter().copied().reduce(|best, other| {
        let rank = |h: heads::Head| match h.combines {
            Combines::AsBody => {
                if capital {
                    2
                } else {
                    0
                }
            }
            Combines::WithComplement => {
                if capital {
                    1
                } else {
                    2
                }
            }
            Combines::WithCapital | Combines::Announces => 1,
        };
        if rank(other) > rank(best) { other } else { best }
    })?;
    // `la mise en garde`: a body's noun in small letters is no body.
    if head.combines == Combines::AsBody && !tokens.str(first).chars().any(char::is_uppercase) {
        return None;
    }
    let plural = head.number == Number::Plural && !PLURAL_NAMES.contains(&tokens.folded(first));
    Some(Head {
        end: first + length,
        kind: kind_of(head.kind),
        announces: !capital && (plural || head.combines == Combines::Announces),
        takes_complement: head.combines == Combines::WithComplement,
    })
}

/// Whether a head in small letters makes a name with common nouns too (`ministère de la santé`).
pub(super) fn has_portfolio(word: &str) -> bool {
    matches!(word, "ministère" | "secrétariat")
}
