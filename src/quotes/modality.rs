//! Whether the article itself says what a sentence says: asserted, reported by someone, in the conditional, or denied.

use super::{Quote, words};
use crate::lexicon::is_conditional;
use crate::text::TokenRange;
use crate::text::is_one_of;
use crate::tokens::{Asked, TokenKind, Tokens};

/// How sure the article is of what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Modality {
    /// Stated by the article itself.
    Asserted,
    /// Stated by someone whom the article quotes.
    Reported,
    /// Wanted, expected or to come. Of facts alone: the future of a sentence is asserted.
    Planned,
    /// In the conditional or as a possibility.
    Conditional,
    /// Denied.
    Negated,
}

/// How a sentence stands to what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How sure the article is.
    pub modality: Modality,
    /// Index of the quotation that most of the reported words belong to, where the sentence is reported: more than a third of its words are.
    pub quote: Option<usize>,
}

/// How many quotations that began before a sentence are asked whether they reach into it: quotations are nested two or three deep.
const NESTED: usize = 4;

/// How many quotations of one sentence are weighed.
const MOST: usize = 64;

/// How far behind its verb a negation ends, in tokens: `n'a toujours pas`.
const NEGATION: usize = 5;

/// The standing of each sentence. `quotes` stand in order of the text.
pub fn standings(tokens: &Tokens<'_>, quotes: &[Quote]) -> Vec<Standing> {
    let finite = Asked::new(tokens);
    tokens.sentences().iter().map(|s| standing(tokens, &finite, quotes, s.tokens)).collect()
}

fn standing(tokens: &Tokens<'_>, finite: &Asked, quotes: &[Quote], sentence: TokenRange) -> Standing {
    let span = tokens.span(sentence);
    let first = quotes.partition_point(|q| q.span.start < span.start).saturating_sub(NESTED);
    let near = quotes.iter().enumerate().skip(first).take(MOST).take_while(|(_, q)| q.span.start < span.end);
    // Where nobody has reported anything yet, which is said by most words, and how many.
    let (mut free, mut reported) = (sentence.first(), 0);
    let mut most: Option<(usize, usize)> = None;
    let mut outside: Vec<TokenRange> = Vec::new();
    for (index, quote) in near {
        let inside = tokens.inside(quote.span);
        let (start, end) = (inside.first().max(free), inside.last_end().min(sentence.last_end()));
        if start >= end {
            continue;
        }
        let words = count(tokens, TokenRange::new(start, end));
        reported += words;
        if most.is_none_or(|(_, w)| words > w) {
            most = Some((index, words));
        }
        outside.push(TokenRange::new(free, start));
        free = end;
    }
    outside.push(TokenRange::new(free, sentence.last_end()));
    // The cue and the one who speaks take a good half of a short sentence.
    if 3 * reported > count(tokens, sentence) {
        return Standing { modality: Modality::Reported, quote: most.map(|(index, _)| index) };
    }
    let own = || outside.iter().flat_map(|r| r.range());
    let modality = if own().any(|i| is_supposed(tokens.folded(i))) {
        Modality::Conditional
    } else {
        match own().find(|&i| finite.is(tokens, i, words::is_finite)) {
            Some(verb) if is_conditional(tokens.folded(verb)) => Modality::Conditional,
            Some(verb) if is_denied(tokens, sentence, verb) => Modality::Negated,
            _ => Modality::Asserted,
        }
    };
    Standing { modality, quote: None }
}

fn count(tokens: &Tokens<'_>, range: TokenRange) -> usize {
    range.range().filter(|&i| matches!(tokens.kind(i), Some(TokenKind::Word | TokenKind::Number))).count()
}

/// Words by which a newspaper leaves a charge open: `présumé`, `soupçonnées`.
fn is_supposed(word: &str) -> bool {
    let endings = ["présumé", "soupçonné", "suspecté"].iter().find_map(|stem| word.strip_prefix(stem));
    endings.is_some_and(|ending| matches!(ending, "" | "e" | "s" | "es"))
}

/// Whether the verb stands between `ne` and `pas`.
fn is_denied(tokens: &Tokens<'_>, sentence: TokenRange, verb: usize) -> bool {
    let before = sentence.first().max(verb.saturating_sub(3))..verb;
    let mut behind = verb + 1..sentence.last_end().min(verb + 1 + NEGATION);
    before.rev().take_while(|&i| words::is_clitic(tokens.folded(i))).any(|i| matches!(tokens.folded(i), "ne" | "n'"))
        && behind.any(|i| is_one_of(tokens.folded(i), "pas plus jamais rien aucun aucune ni"))
}

#[cfg(test)]
mod tests {
    use crate::{Options, read};

    fn modality(text: &str) -> Vec<&'static str> {
        read(text, &Options::new()).unwrap().sentences.iter().map(|s| s.modality).collect()
    }

    #[test]
    fn a_sentence_is_asserted_reported_supposed_or_denied() {
        assert_eq!(modality("La route a été rouverte mardi matin."), ["asserted"]);
        assert_eq!(modality("« La route est rouverte », a dit Anne Morel."), ["reported"]);
        assert_eq!(modality("Selon la préfecture, la route est coupée."), ["reported"]);
        assert_eq!(modality("Le chantier serait achevé en mai."), ["conditional"]);
        assert_eq!(modality("L'auteur présumé des menaces a été arrêté."), ["conditional"]);
        assert_eq!(modality("La route n'a toujours pas été rouverte."), ["negated"]);
        assert_eq!(modality("Le barrage durait encore mardi."), ["asserted"]);
        assert_eq!(
            modality("Selon la préfecture, la route serait coupée. Le pont aurait été touché."),
            ["reported"; 2]
        );
    }

    #[test]
    fn what_someone_denies_is_reported() {
        assert_eq!(modality("Anne Morel affirme que la route n'a pas été coupée."), ["reported"]);
    }

    #[test]
    fn a_few_quoted_words_leave_the_sentence_to_the_article() {
        assert_eq!(
            modality("Le maire de la ville a visité le chantier mardi avec les riverains et déploré un « retard »."),
            ["asserted"]
        );
    }
}
