//! Sentences: a stop, then a capital, never inside quotation marks or an abbreviation.

use super::{MarkPair, Token, TokenKind};
use crate::text::TokenRange;

/// A sentence: tokens of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: TokenRange,
    /// Index of its block.
    pub block: usize,
}

/// Splits each line; also returns the sentences of each line.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    lines: &[TokenRange],
    marks: &[MarkPair],
) -> (Vec<Sentence>, Vec<TokenRange>) {
    let mut sentences = Vec::new();
    let mut of_lines = Vec::with_capacity(lines.len());
    let mut marks = marks.iter().peekable();
    for (block, line) in lines.iter().enumerate() {
        let first_sentence = sentences.len();
        let mut start = line.first();
        // Up to here the text stands inside quotation marks.
        let mut quoted_until = 0;
        for index in line.range() {
            while let Some(pair) = marks.next_if(|p| p.open <= index) {
                quoted_until = quoted_until.max(pair.close.unwrap_or(0));
            }
            if index + 1 < line.last_end() && index >= quoted_until && ends(text, tokens, index) {
                sentences.push(Sentence { tokens: TokenRange::new(start, index + 1), block });
                start = index + 1;
            }
        }
        if start < line.last_end() {
            sentences.push(Sentence { tokens: TokenRange::new(start, line.last_end()), block });
        }
        of_lines.push(TokenRange::new(first_sentence, sentences.len()));
    }
    (sentences, of_lines)
}

/// Whether a sentence ends with token `index`, given that another token follows on the line.
fn ends(text: &str, tokens: &[Token], index: usize) -> bool {
    let word = |i: usize| &text[tokens[i].span.range()];
    let next = index + 1;
    let spaced = tokens[index].span.end < tokens[next].span.start;
    let closes = |i: usize| matches!(word(i), ")" | "]" | "»" | "”" | "\"" | "›");
    // A stop before a closing sign hands the sentence's end over to that sign.
    let stop = if closes(index) && index > 0 { index - 1 } else { index };
    if !word(stop).starts_with(['.', '!', '?', '…']) || tokens[stop].kind != TokenKind::Sign {
        return false;
    }
    if !spaced {
        // `…la fin.Le maire`: two sentences glued by a lost line break.
        return stop == index
            && word(stop) == "."
            && stop > 0
            && tokens[stop - 1].kind == TokenKind::Word
            && word(stop - 1).chars().all(char::is_lowercase)
            && tokens[next].kind == TokenKind::Word
            && word(next).chars().next().is_some_and(char::is_uppercase);
    }
    if closes(next) && tokens.get(next + 1).is_none_or(|t| t.span.start > tokens[next].span.end) && word(next) != "\"" {
        return false;
    }
    match tokens[next].kind {
        TokenKind::Word => word(next).chars().next().is_some_and(|c| !c.is_lowercase()),
        TokenKind::Number | TokenKind::Quote | TokenKind::Url | TokenKind::Handle => true,
        TokenKind::Sign => !matches!(word(next), "," | ";" | ":" | ")" | "]" | "?" | "!" | "." | "…" | "..."),
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn sentences(text: &str) -> Vec<String> {
        let tokens = crate::tokens::read(Text::new(text).unwrap());
        tokens.sentences().iter().map(|s| tokens.range_str(s.tokens).to_owned()).collect()
    }

    #[test]
    fn a_stop_and_a_capital_end_a_sentence() {
        assert_eq!(sentences("Il pleut. Le vent tourne ! Et après ?"), ["Il pleut.", "Le vent tourne !", "Et après ?"]);
        assert_eq!(
            sentences("M. Morel a vu J.D. Keller. Ils ont signé."),
            ["M. Morel a vu J.D. Keller.", "Ils ont signé."]
        );
        assert_eq!(sentences("La hausse atteint 97,4 %. Puis rien…"), ["La hausse atteint 97,4 %.", "Puis rien…"]);
    }

    #[test]
    fn stops_inside_marks_end_nothing() {
        assert_eq!(
            sentences("\"Il hésite. C'est un choix\", a dit Anne Morel. Elle part."),
            ["\"Il hésite. C'est un choix\", a dit Anne Morel.", "Elle part."]
        );
        assert_eq!(sentences("« Non. » Elle est partie."), ["« Non. »", "Elle est partie."]);
        assert_eq!(sentences("« Quoi ? » demande-t-il. Rien."), ["« Quoi ? » demande-t-il.", "Rien."]);
    }

    #[test]
    fn an_ellipsis_before_a_small_letter_goes_on() {
        assert_eq!(sentences("Il hésite… puis signe."), ["Il hésite… puis signe."]);
    }
}
