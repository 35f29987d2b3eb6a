//! Who said what: marks and reported speech, each with its cue and its speaker.

use crate::links::Links;
use crate::mentions::Mentions;
use crate::text::Span;
use crate::tokens::Tokens;

/// How speech is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteKind {
    /// The words between marks.
    Direct,
    /// Reported without marks.
    Indirect,
    /// A reported clause that holds quoted words.
    Mixed,
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The words that name the speaker here (`il`, `Sam Altman`, `un porte-parole`).
    pub span: Span,
    /// The entity, if resolved.
    pub entity: Option<usize>,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The content alone, without marks.
    pub span: Span,
    /// How it is given.
    pub kind: QuoteKind,
    /// Who speaks, if known.
    pub speaker: Option<Speaker>,
    /// The verb or marker.
    pub cue: Option<Span>,
    /// The rule that found it.
    pub by: &'static str,
    /// How sure it is, 0 to 1.
    pub score: f32,
}

/// Finds the quotations, in order of the text.
pub fn read(tokens: &Tokens<'_>, mentions: &Mentions, links: &Links) -> Vec<Quote> {
    let _ = (tokens, mentions, links);
    Vec::new()
}
