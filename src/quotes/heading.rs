//! Quotations in headings, which name nobody: the body tells who says so.

use super::Quote;
use crate::text::{Span, TokenRange};
use crate::tokens::{BlockKind, TokenKind, Tokens};

/// How many quotations behind a heading are looked at for its words.
const BEHIND: usize = 12;

/// How many bytes marks, spaces and a stop take around a quotation.
const MARKS: usize = 12;

/// How many words of a heading's quotation are compared.
const WORDS: usize = 24;

/// How many words of a quotation in the body are compared with them.
const BODY_WORDS: usize = 200;

/// Gives quotations of headings without a cue the speaker of the quotation in the body that holds their words, else of the next one. `quotes` stand in order.
pub(super) fn settle(tokens: &Tokens<'_>, quotes: &mut [Quote]) {
    for index in 0..quotes.len() {
        let quote = &quotes[index];
        let block = tokens.block_of(tokens.at_byte(quote.span.start).min(tokens.len().saturating_sub(1)));
        let kind = tokens.blocks()[block].kind;
        // A subhead is its quotation; a short paragraph that quotes among other things is none.
        let whole = quote.span.len() + MARKS >= tokens.blocks()[block].span.len();
        let doubtful = quote.cue.is_none() && (kind == BlockKind::Subhead && whole || quote.speaker.is_none());
        if !doubtful || !matches!(kind, BlockKind::Headline | BlockKind::Standfirst | BlockKind::Subhead) {
            continue;
        }
        let words = content(tokens, quote.span, WORDS);
        let end = tokens.blocks()[block].span.end;
        let body = || quotes[index + 1..].iter().filter(|q| q.span.start >= end).take(BEHIND);
        let repeated = body().find(|q| {
            let said = content(tokens, q.span, BODY_WORDS);
            let shared = words.iter().filter(|w| said.contains(w)).count();
            // Headings shorten and bend what they quote: two thirds of its words are enough.
            !words.is_empty() && 3 * shared >= 2 * words.len()
        });
        let speaker = repeated.or_else(|| body().next()).and_then(|q| q.speaker);
        if speaker.is_some() {
            quotes[index].speaker = speaker;
        }
    }
}

/// The first content words inside `span`, at most `most`.
fn content<'a>(tokens: &'a Tokens<'_>, span: Span, most: usize) -> Vec<&'a str> {
    let range: TokenRange = tokens.inside(span);
    range
        .range()
        .filter(|&i| tokens.kind(i) == Some(TokenKind::Word))
        .map(|i| tokens.folded(i))
        .filter(|w| w.chars().count() > 3)
        .take(most)
        .collect()
}
