//! What the lexicon knows of the words of an article.

use super::words::Words;
use crate::lexicon::Number;
use crate::lexicon::gazetteer::{self, NameKind};
use crate::lexicon::heads::{self, Combines};
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::tokens::Tokens;

/// A name of the gazetteer in the article.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// One past its last token.
    pub(super) end: usize,
    /// What it can be, and how often it is, 0 to 1; the likeliest first.
    pub(super) readings: Vec<(Kind, f32)>,
}

impl Known {
    /// How often it is a name at all.
    pub(super) fn share(&self) -> f32 {
        self.readings.iter().map(|r| r.1).fold(0.0, f32::max)
    }
}

pub(super) fn kind_of(kind: NameKind) -> Kind {
    match kind {
        NameKind::Person => Kind::Person,
        NameKind::Organisation => Kind::Organisation,
        NameKind::Place => Kind::Place,
        NameKind::Event => Kind::Event,
        NameKind::Work => Kind::Work,
    }
}

/// The tokens from `first` to `end` as the gazetteer asks for them.
fn written<'a>(tokens: &'a Tokens<'_>, first: usize, end: usize) -> impl Iterator<Item = (&'a str, &'a str)> {
    (first..end).map(|i| (tokens.folded(i), tokens.str(i)))
}

/// All names of the gazetteer that begin at `first` within the sentence that ends at `end`.
pub(super) fn from(tokens: &Tokens<'_>, first: usize, end: usize) -> Vec<Known> {
    gazetteer::all(written(tokens, first, end))
        .into_iter()
        .map(|(length, entry)| {
            let mut readings: Vec<(Kind, f32)> = Vec::new();
            for reading in entry.readings() {
                let (kind, share) = (kind_of(reading.kind()), f32::from(reading.weight) / 9.0);
                match readings.iter_mut().find(|r| r.0 == kind) {
                    Some(known) => known.1 = known.1.max(share),
                    None => readings.push((kind, share)),
                }
            }
            Known { end: first + length, readings }
        })
        .collect()
}

/// The length of the longest product or work of the gazetteer that `range` begins with.
pub(super) fn work_at(tokens: &Tokens<'_>, words: &Words<'_>, range: TokenRange) -> Option<usize> {
    if !words.word(range.first()).begins_known {
        return None;
    }
    let (length, entry) = gazetteer::longest(written(tokens, range.first(), range.last_end()))?;
    entry.first().is_some_and(|r| r.kind() == NameKind::Work).then_some(length)
}

/// Whether token `index` is a country's name.
pub(super) fn is_country(tokens: &Tokens<'_>, words: &Words<'_>, index: usize) -> bool {
    words.word(index).begins_known
        && gazetteer::longest(written(tokens, index, index + 1))
            .and_then(|(_, entry)| entry.first())
            .is_some_and(|r| r.class == gazetteer::Class::Country)
}

/// One past the longest name of the gazetteer that begins at `first`.
pub(super) fn longest(tokens: &Tokens<'_>, first: usize, end: usize) -> Option<usize> {
    gazetteer::longest(written(tokens, first, end)).map(|(length, _)| first + length)
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

/// A title whose complement is a portfolio (`ministre de la Santé`), no name.
pub(super) fn is_portfolio_title(word: &str) -> bool {
    matches!(word, "ministre" | "ministres" | "ministère")
}

/// A title whose complement is a place.
pub(super) fn is_place_title(word: &str) -> bool {
    matches!(
        word,
        "maire"
            | "préfet"
            | "préfète"
            | "procureur"
            | "procureure"
            | "habitant"
            | "habitants"
            | "roi"
            | "reine"
            | "évêque"
            | "archevêque"
            | "ville"
            | "capitale"
            | "frontière"
    )
}

/// Whether token `index` names a region or department.
pub(super) fn is_region(tokens: &Tokens<'_>, index: usize) -> bool {
    gazetteer::longest(written(tokens, index, index + 1))
        .and_then(|(_, e)| e.first())
        .is_some_and(|r| r.kind() == NameKind::Place)
}

/// Whether the folded word is a party's acronym.
pub(super) fn is_party(word: &str) -> bool {
    gazetteer::get([word]).is_some_and(|e| e.readings().any(|r| r.class == gazetteer::Class::Party))
}

/// Whether a head in small letters makes a name with common nouns too (`ministère de la santé`).
pub(super) fn has_portfolio(word: &str) -> bool {
    matches!(word, "ministère" | "secrétariat")
}
