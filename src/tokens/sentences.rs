//! Sentences: a stop, then a capital, never inside quotation marks or an abbreviation; and headings that run into their paragraph.

use super::{MarkPair, Token, TokenKind};
use crate::lexicon::{report_words, small_words};
use crate::text::{Span, TokenRange, fold, is_one_of};

/// A sentence: tokens of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: TokenRange,
    /// Index of its block.
    pub block: usize,
}

/// A line, or what of one stands in front of a heading that runs into its paragraph, or behind it, or is that heading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Its sentences.
    pub sentences: TokenRange,
    /// Whether it is a heading that runs into its paragraph.
    pub heads: bool,
}

impl Line {
    /// Takes off what stands in front of token `at`, and of the sentence of that number.
    fn take_front(&mut self, tokens: &[Token], at: usize, sentence: usize, heads: bool) -> Self {
        let front = Self {
            span: Span { end: tokens[at - 1].span.end, ..self.span },
            tokens: TokenRange::new(self.tokens.first(), at),
            sentences: TokenRange::new(self.sentences.first(), sentence),
            heads,
        };
        self.span.start = tokens[at].span.start;
        self.tokens = TokenRange::new(at, self.tokens.last_end());
        self.sentences = TokenRange::new(sentence, sentence);
        front
    }
}

/// Splits each line into sentences, and parts it at headings that run into their paragraph.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    spans: &[Span],
    lines: &[TokenRange],
    marks: &[MarkPair],
) -> (Vec<Sentence>, Vec<Line>) {
    let mut sentences = Vec::new();
    let mut parted = Vec::with_capacity(lines.len());
    let mut marks = marks.iter().peekable();
    for (&span, &line) in spans.iter().zip(lines) {
        let none = TokenRange::new(sentences.len(), sentences.len());
        let mut rest = Line { span, tokens: line, sentences: none, heads: false };
        let mut start = line.first();
        // Up to here the text stands inside quotation marks.
        let mut quoted_until = 0;
        for index in line.range() {
            while let Some(pair) = marks.next_if(|p| p.open <= index) {
                quoted_until = quoted_until.max(pair.close.unwrap_or(0));
            }
            if index + 1 == line.last_end() || index < quoted_until {
                continue;
            }
            let words = TokenRange::new(start, index + 1);
            let heads = line.len() > HEADED && is_heading(text, tokens, words);
            if heads && rest.tokens.first() < start {
                parted.push(rest.take_front(tokens, start, sentences.len(), false));
            }
            if heads || ends(text, tokens, index) || is_label(text, tokens, TokenRange::new(line.first(), index)) {
                sentences.push(Sentence { tokens: words, block: parted.len() });
                start = index + 1;
            }
            if heads {
                parted.push(rest.take_front(tokens, start, sentences.len(), true));
            }
        }
        if start < line.last_end() {
            sentences.push(Sentence { tokens: TokenRange::new(start, line.last_end()), block: parted.len() });
        }
        parted.push(Line { sentences: TokenRange::new(rest.sentences.first(), sentences.len()), ..rest });
    }
    (sentences, parted)
}

/// The longest label in front of a line, in tokens.
const LABEL: usize = 4;

/// Whether `words`, which open a line, only say where it was written or what it is: `Lens | Le maire a …`, `TRIBUNE - Le maire a …`.
fn is_label(text: &str, tokens: &[Token], words: TokenRange) -> bool {
    let capitals = || {
        words.range().all(|i| {
            // `13 - 15 juillet`
            tokens[i].kind != TokenKind::Number && !text[tokens[i].span.range()].contains(char::is_lowercase)
        })
    };
    (1..=LABEL).contains(&words.len())
        && match &text[tokens[words.last_end()].span.range()] {
            "|" => true,
            "-" | "–" | "—" => capitals(),
            _ => false,
        }
}

/// A line of so many tokens is no heading, and may have one in it.
const HEADED: usize = 60;

/// The longest heading that runs into its paragraph, in tokens.
const HEADING: usize = 14;

/// Whether `words` are a heading that runs into its paragraph, as where a page was copied without its lines: `Les routes coupées Le maire a annoncé …`. In names
/// and titles another capital follows or a noun announces them (`le film Les amis`).
fn is_heading(text: &str, tokens: &[Token], words: TokenRange) -> bool {
    let word = |i: usize| &text[tokens[i].span.range()];
    let capital = |i: usize| word(i).starts_with(char::is_uppercase);
    let next = words.last_end();
    let after = next + 1;
    if !(1..=HEADING).contains(&words.len())
        || tokens[next].kind != TokenKind::Word
        || !capital(next)
        || word(next).chars().nth(1).is_some_and(char::is_uppercase)
        || !word(words.first()).starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '"' | '“'))
        // `Elle a publié Le dernier pont`: a sentence of its own.
        || is_one_of(&fold(word(words.first())), "il elle on ils elles")
        // `les députés En marche !`, `Ce que je veux dire`: a name and a title.
        || tokens.get(after).is_none_or(|t| t.kind != TokenKind::Word || is_one_of(word(after), "marche que qu qui"))
    {
        return false;
    }
    let first = fold(word(next));
    let sure = report_words::opens_no_name(&first);
    if !(sure || report_words::begins_sentence(&first) && !capital(after)) {
        return false;
    }
    match tokens[next - 1].kind {
        // `Elle publie, chez Morel Les quais d'ici`: a comma is seldom in a heading, and often in a sentence that tells of a title. `Kim Jong Un` is a name.
        TokenKind::Word if words.len() > 1 && capital(next - 1) => {
            sure || first != "un" && words.range().all(|i| word(i) != ",")
        }
        TokenKind::Word => {
            let last = fold(word(next - 1));
            !small_words::has(&last) && !report_words::announces_title(&last)
        }
        // `Les quais « oubliés » La mairie a parlé`
        TokenKind::Quote => words.len() > 1 && tokens[next - 2].kind == TokenKind::Word,
        _ => false,
    }
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
    fn a_heading_that_runs_into_its_paragraph_is_a_sentence() {
        let rest = "et les ferries circulent. ".repeat(12);
        let rest = rest.trim_end();
        let first = |heading: &str| sentences(&format!("{heading} {rest}"))[0].clone();
        assert_eq!(first("Les quais fermés La mairie a parlé"), "Les quais fermés");
        assert_eq!(first("Une grue penche sur le quai Depuis mardi, le port dort"), "Une grue penche sur le quai");
        // Names, titles and parties.
        let whole = |start: &str| assert!(first(start).starts_with(start), "{start}");
        whole("Les lecteurs aiment le journal Le Soir de Brenne");
        whole("Les lecteurs aiment le film Les amis");
        whole("Il vient de publier Le dernier quai");
        whole("Les députés En marche de Brenne");
        whole("Anne Morel publie Ce que je veux dire");
        // A short line is a heading or a sentence itself.
        assert_eq!(sentences("Les quais fermés La mairie a parlé"), ["Les quais fermés La mairie a parlé"]);
    }

    #[test]
    fn an_ellipsis_before_a_small_letter_goes_on() {
        assert_eq!(sentences("Il hésite… puis signe."), ["Il hésite… puis signe."]);
    }
}
