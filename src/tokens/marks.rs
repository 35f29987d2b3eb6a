//! Quotation marks into pairs: by their form where it tells opening from closing, by spacing where it does not, never by parity alone.

use super::{Token, TokenKind};
use crate::text::{TokenRange, chars};

/// A pair of quotation marks within one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkPair {
    /// Token of the opening mark.
    pub open: usize,
    /// Token of the closing mark; `None` where the block ends before one comes.
    pub close: Option<usize>,
}

/// How deep a closing mark looks for its partner. Real nesting is two or three deep; more is a broken text, in which looking further would cost time and find nothing.
const DEPTH: usize = 8;

/// The longest stretch, in tokens, that single marks (`'…'`) may hold: beyond it they are stray apostrophes.
const LONGEST_SINGLE: usize = 60;

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Open,
    Close,
    Either,
}

/// Pairs the marks of each line; the pairs come in order of their opening mark. Beside them, the closing marks that nothing opens.
pub(super) fn pair(text: &str, tokens: &[Token], lines: &[TokenRange]) -> (Vec<MarkPair>, Vec<usize>) {
    let (mut pairs, mut unopened) = (Vec::new(), Vec::new());
    for line in lines {
        // Open pairs of this line: index into `pairs` and the family of the mark.
        let mut stack: Vec<(usize, char)> = Vec::new();
        for index in line.range() {
            if tokens[index].kind != TokenKind::Quote {
                continue;
            }
            let mark = text[tokens[index].span.range()].chars().next().unwrap_or('"');
            let family = family(mark);
            let partner = stack.iter().rev().take(DEPTH).position(|&(_, open)| open == family);
            let side = match side(text, tokens, *line, index, mark) {
                Side::Either if partner.is_some() => Side::Close,
                Side::Either => Side::Open,
                side => side,
            };
            match (side, partner) {
                (Side::Close, Some(back)) => {
                    let at = stack.len() - 1 - back;
                    let (pair, _) = stack[at];
                    // What was opened inside and never closed stays unclosed.
                    stack.truncate(at);
                    let pair: &mut MarkPair = &mut pairs[pair];
                    if family != '\'' || index - pair.open <= LONGEST_SINGLE {
                        pair.close = Some(index);
                    }
                }
                (Side::Open, _) => {
                    stack.push((pairs.len(), family));
                    pairs.push(MarkPair { open: index, close: None });
                }
                (Side::Close, None) if family != '\'' => unopened.push(index),
                _ => {}
            }
        }
    }
    // Single marks that never closed are apostrophes.
    pairs.retain(|p| p.close.is_some() || !text[tokens[p.open].span.range()].starts_with(chars::is_apostrophe));
    (pairs, unopened)
}

/// One sign for all marks that close each other; texts mix `“`, `”` and `"`.
fn family(mark: char) -> char {
    match mark {
        '«' | '»' => '«',
        '‹' | '›' => '‹',
        m if chars::is_apostrophe(m) => '\'',
        _ => '"',
    }
}

fn side(text: &str, tokens: &[Token], line: TokenRange, index: usize, mark: char) -> Side {
    let span = tokens[index].span;
    let previous = (index > line.first()).then(|| tokens[index - 1]);
    let next = (index + 1 < line.last_end()).then(|| tokens[index + 1]);
    let word = |token: Token| &text[token.span.range()];
    let space_before = previous.is_none_or(|p| p.span.end < span.start);
    let space_after = next.is_none_or(|n| n.span.start > span.end);
    match mark {
        '«' | '‹' | '„' => Side::Open,
        '»' | '›' => Side::Close,
        // Opens like an opening mark unless it stands where only a closing one can.
        '“' | '‘' if !space_before && space_after => Side::Close,
        '“' | '‘' => Side::Open,
        '”' if space_before && !space_after => Side::Open,
        '”' => Side::Close,
        _ => {
            let after_opening = previous.is_some_and(|p| {
                word(p).ends_with(chars::is_apostrophe) && p.kind == TokenKind::Word
                    || matches!(word(p), "(" | "[" | "«" | "“" | "\"" | "-" | "–" | "—" | ":" | "/") && !space_after
            });
            let before_closing = next.is_some_and(|n| {
                !space_after && matches!(word(n), "," | "." | ")" | "]" | ";" | ":" | "!" | "?" | "»" | "…" | "...")
            });
            if before_closing && !space_before {
                Side::Close
            } else if before_closing {
                // `" oui ", dit-elle` closes, `"… oui"` opens: whether one is open tells.
                Side::Either
            } else if (space_before || after_opening) && !space_after {
                Side::Open
            } else if !space_before && space_after {
                Side::Close
            } else {
                Side::Either
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn quoted(text: &str) -> Vec<String> {
        let tokens = crate::tokens::read(Text::new(text).unwrap());
        tokens
            .marks()
            .iter()
            .map(|p| match p.close {
                Some(close) => tokens.range_str(crate::text::TokenRange::new(p.open + 1, close)).to_owned(),
                None => "∅".to_owned(),
            })
            .collect()
    }

    #[test]
    fn pairs_by_form_and_by_spacing() {
        assert_eq!(quoted("Il a dit « oui » puis \"non\"."), ["oui", "non"]);
        assert_eq!(quoted("Il a dit “oui”, puis ‘non’."), ["oui", "non"]);
        assert_eq!(quoted("Il ne veut qu'\"aider\", dit-il."), ["aider"]);
        assert_eq!(quoted("Un \" vrai choix \", dit-elle, \"... ou presque\"."), ["vrai choix", "... ou presque"]);
        assert_eq!(quoted("« Un mot \"fort\" ici »"), ["Un mot \"fort\" ici", "fort"]);
    }

    #[test]
    fn closing_marks_that_nothing_opens_are_told() {
        let unopened = |text| crate::tokens::read(Text::new(text).unwrap()).unopened().to_vec();
        assert_eq!(unopened("oui » et « non »"), [1]);
        assert_eq!(unopened("« oui » et l'école d'hier"), Vec::<usize>::new());
    }

    #[test]
    fn apostrophes_are_no_marks() {
        assert_eq!(quoted("l'école d'hier et les années '80"), Vec::<String>::new());
    }

    #[test]
    fn a_mark_without_partner_stays_open_and_breaks_nothing_else() {
        assert_eq!(quoted("Il a dit « oui et \"non\" puis rien"), ["∅", "non"]);
        assert_eq!(quoted("oui » et « non »"), ["non"]);
    }
}
