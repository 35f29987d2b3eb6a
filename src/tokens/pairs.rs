//! Two names in one word: two teams, two ends of a line (`Lille-Nantes`, `Otan-Ukraine`).

use super::{Token, TokenKind};
use crate::lexicon::gazetteer::{self, Class};
use crate::lexicon::{common_words, given_names};
use crate::text::{Span, TokenRange, chars, fold};

/// The longest pair of names, in bytes.
const LONGEST: usize = 48;

/// How often, 0 to 9, a word must be the name that the gazetteer has to be one of a pair.
const SURE: u8 = 6;

/// Takes pairs of names apart: three tokens in place of one. `lines` are the tokens of each line.
pub(super) fn split(text: &str, tokens: Vec<Token>, lines: &mut [TokenRange]) -> Vec<Token> {
    // Room for a few more: a list that has to grow becomes twice as long.
    let mut apart: Vec<Token> = Vec::with_capacity(tokens.len() + tokens.len() / 64);
    for line in lines {
        let first = apart.len();
        for token in &tokens[line.range()] {
            let before = apart[first..].last().copied();
            let Some(hyphen) = hyphen(text, before, *token) else {
                apart.push(*token);
                continue;
            };
            let (start, end) = (token.span.start as usize, token.span.end as usize);
            apart.push(Token { span: Span::new(start, hyphen), kind: TokenKind::Word });
            apart.push(Token { span: Span::new(hyphen, hyphen + 1), kind: TokenKind::Sign });
            apart.push(Token { span: Span::new(hyphen + 1, end), kind: TokenKind::Word });
        }
        *line = TokenRange::new(first, apart.len());
    }
    apart
}

/// The hyphen between two names that are no name together. Behind another capital the word may well be a part of a longer name (`Air France-KLM`), though
/// behind a road's number (`A63 Lille-Nantes`) it is not.
fn hyphen(text: &str, before: Option<Token>, token: Token) -> Option<usize> {
    let word = &text[token.span.range()];
    if token.kind != TokenKind::Word || word.len() > LONGEST {
        return None;
    }
    let (first, second) = word.split_once('-')?;
    let capital = |part: &str| part.starts_with(char::is_uppercase) && part.chars().nth(1).is_some();
    if !capital(first) || !capital(second) || second.contains(chars::is_hyphen) {
        return None;
    }
    let behind_capital = before.is_some_and(|t| {
        let word = &text[t.span.range()];
        t.kind == TokenKind::Word
            && word.starts_with(char::is_uppercase)
            && !word.ends_with(|c: char| c.is_ascii_digit())
            && text[t.span.end as usize..token.span.start as usize].chars().all(chars::is_space)
    });
    if behind_capital || !is_name(&fold(first)) || !is_name(&fold(second)) {
        return None;
    }
    let whole = fold(word);
    let known = gazetteer::get([whole.as_str()]).is_some() || common_words::get(&whole).is_some();
    (!known).then_some(token.span.start as usize + first.len())
}

/// Whether the folded word is a name that stands in pairs, and hardly anything else. Regions are none: `Nord` and `Sud` begin too many names.
fn is_name(word: &str) -> bool {
    let reading = gazetteer::get([word]).and_then(|entry| entry.first());
    reading.is_some_and(|reading| {
        reading.weight >= SURE
            && matches!(
                reading.class,
                Class::Country
                    | Class::Town
                    | Class::Club
                    | Class::Party
                    | Class::Union
                    | Class::Media
                    | Class::Institution
                    | Class::Company
            )
    }) && given_names::get(word).is_none()
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn words(text: &str) -> Vec<&str> {
        let tokens = crate::tokens::read(Text::new(text).unwrap());
        (0..tokens.len()).map(|i| tokens.str(i)).collect()
    }

    #[test]
    fn two_names_are_two_words() {
        assert_eq!(words("le match Lille-Nantes"), ["le", "match", "Lille", "-", "Nantes"]);
        assert_eq!(words("l'A63 Lille-Nantes"), ["l'", "A63", "Lille", "-", "Nantes"]);
        assert_eq!(words("Otan-Ukraine"), ["Otan", "-", "Ukraine"]);
    }

    #[test]
    fn one_name_with_a_hyphen_is_one_word() {
        for name in ["Paris-Nice", "Seine-Maritime", "Jean-Paris", "Lille-Sud", "Tel-Aviv"] {
            assert_eq!(words(name), [name]);
        }
        assert_eq!(words("Air France-KLM"), ["Air", "France-KLM"]);
    }
}
