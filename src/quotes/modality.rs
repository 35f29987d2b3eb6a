//! Whether the article itself says what a sentence says: asserted, reported by someone, in the conditional, or denied.

use super::{Quote, words};
use crate::lexicon::is_conditional;
use crate::text::TokenRange;
use crate::text::is_one_of;
use crate::tokens::{TokenKind, Tokens};

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

/// How far in front of its `ne` a subject that denies begins, in tokens: `aucun des trois trains de la ligne ne circule`.
const SUBJECT: usize = 10;

/// The standing of each sentence. `quotes` stand in order of the text.
pub fn standings(tokens: &Tokens<'_>, quotes: &[Quote]) -> Vec<Standing> {
    tokens.sentences().iter().map(|s| standing(tokens, quotes, s.tokens)).collect()
}

fn standing(tokens: &Tokens<'_>, quotes: &[Quote], sentence: TokenRange) -> Standing {
    let span = tokens.span(sentence);
    let first = quotes.partition_point(|q| q.span.start < span.start).saturating_sub(NESTED);
    let near = || quotes.iter().enumerate().skip(first).take(MOST).take_while(|(_, q)| q.span.start < span.end);
    // Where nobody has reported anything yet, which is said by most words, and how many.
    let (mut free, mut reported) = (sentence.first(), 0);
    let mut most: Option<(usize, usize)> = None;
    let mut outside: Vec<TokenRange> = Vec::new();
    for (index, quote) in near() {
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
    let verb = main_verb(tokens, own());
    // `La présidente du club, Anne Morel, a affirmé mardi soir que « non »`: whoever speaks may take more words than what they say.
    let says = |q: &Quote| {
        let cue = q.cue.filter(|_| is_one_of(q.by, "quote.que quote.colon quote.incise quote.question"));
        cue.zip(verb).is_some_and(|(cue, verb)| tokens.inside(cue).holds(verb))
    };
    if let Some((index, _)) = near().find(|(_, q)| says(q)) {
        return Standing { modality: Modality::Reported, quote: Some(index) };
    }
    let modality = if own().any(|i| is_supposed(tokens.folded(i))) {
        Modality::Conditional
    } else {
        match verb {
            Some(verb) if is_conditional(tokens.folded(verb)) => Modality::Conditional,
            Some(verb) if is_denied(tokens, sentence, verb) => Modality::Negated,
            _ => Modality::Asserted,
        }
    };
    Standing { modality, quote: None }
}

/// The verb of the main clause among the tokens `own`, by what opens a clause and by the verb that each such clause has; else the first verb.
fn main_verb(tokens: &Tokens<'_>, own: impl Iterator<Item = usize>) -> Option<usize> {
    let (mut first, mut open) = (None, 0u32);
    for i in own {
        let word = tokens.folded(i);
        if is_one_of(word, "qui que qu' dont où si s'il s'ils quand lorsque lorsqu' puisque puisqu'") {
            open += 1;
        } else if tokens.is_finite_by_form(i) || i > 0 && tokens.is_one_of(i - 1, "ne n'") && !words::is_clitic(word) {
            first = first.or(Some(i));
            match open.checked_sub(1) {
                Some(left) => open = left,
                None => return Some(i),
            }
        }
    }
    first
}

fn count(tokens: &Tokens<'_>, range: TokenRange) -> usize {
    range.range().filter(|&i| matches!(tokens.kind(i), Some(TokenKind::Word | TokenKind::Number))).count()
}

/// Words by which a newspaper leaves a charge open: `présumé`, `soupçonnées`, `soupçonnent`.
fn is_supposed(word: &str) -> bool {
    let endings = ["présumé", "suspecté", "supposé"].iter().find_map(|stem| word.strip_prefix(stem));
    endings.is_some_and(|ending| matches!(ending, "" | "e" | "s" | "es")) || word.starts_with("soupçonn")
}

/// Whether the verb stands between `ne` and `pas`, or between `personne` or `rien` and its `ne`.
fn is_denied(tokens: &Tokens<'_>, sentence: TokenRange, verb: usize) -> bool {
    let before = sentence.first().max(verb.saturating_sub(3))..verb;
    let mut behind = verb + 1..sentence.last_end().min(verb + 1 + NEGATION);
    let ne = before.rev().take_while(|&i| words::is_clitic(tokens.folded(i))).find(|&i| tokens.is_one_of(i, "ne n'"));
    let Some(ne) = ne else { return false };
    behind.any(|i| tokens.is_one_of(i, "pas plus jamais rien aucun aucune ni guère point personne nul nulle"))
        || (sentence.first()..ne).rev().take(SUBJECT).any(|i| {
            tokens.is_one_of(i, "personne rien nul nulle aucun aucune jamais")
                || tokens.is(i, "pas") && tokens.is_one_of(i + 1, "un une")
        })
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
    fn the_main_verb_counts() {
        assert_eq!(modality("Deux hommes, qui étaient armés, auraient pris la fuite."), ["conditional"]);
        assert_eq!(modality("Si elle fermait, la ville perdrait 400 emplois."), ["conditional"]);
        assert_eq!(
            modality("Aucun train de la ligne ne circule. Rien n'a changé. Le pont n'est guère sûr."),
            ["negated"; 3]
        );
        assert_eq!(modality("Il ne reste que deux ponts."), ["asserted"]);
        assert_eq!(modality("Les policiers le soupçonnent de vol."), ["conditional"]);
    }

    #[test]
    fn long_titles_and_short_words_are_reported() {
        let long = "La présidente du conseil départemental de la Brenne, Anne Morel, a affirmé mercredi soir que la route ouvrirait.";
        assert_eq!(modality(long), ["reported"]);
        assert_eq!(modality("Le maire a répondu : « Jamais. »"), ["reported"]);
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
