//! Incises inside the marks: `« Nous partons, a-t-il dit, dès demain »`.

use super::cues::Cue;
use super::incise::{is_apposition, speaks};
use super::scene::Pair;
use super::{Found, QuoteKind, Reader, pronouns, speaker, subject};
use crate::lexicon::{self, SourceKind};
use crate::text::TokenRange;
use crate::tokens::TokenKind;

/// The most appositions behind the name of an incise: `…, 28 ans, libraire à Lens`.
const APPOSITIONS: usize = 3;

/// An incise inside the marks: `« Nous partons, a-t-il dit, dès demain »` is two spans.
pub(super) fn split(
    reader: &mut Reader<'_, '_, '_>,
    sentence: TokenRange,
    block: usize,
    cue: &Cue,
    pair: Pair,
) -> Option<usize> {
    let scene = reader.scene;
    let before = cue.group.checked_sub(1).filter(|&i| i > pair.open)?;
    // Some leave the comma out: `« Nous partons a-t-elle ajouté. »`
    let bare = || {
        cue.inverted.is_some_and(|i| pronouns::agreement(scene.word(i)).is_some())
            && scene.tokens.kind(before) == Some(TokenKind::Word)
            && scene.is_sign(cue.tokens.last_end())
            && !scene.is(cue.tokens.last_end(), "?")
    };
    let comma = if scene.is_one_of(before, ", ! ? … – — -") {
        before
    } else if bare() {
        cue.group
    } else {
        return None;
    };
    let inside = TokenRange::new(sentence.first(), pair.close.min(sentence.last_end()));
    let end = match cue.inverted {
        Some(inverted) if !scene.is_one_of(inverted, "-je -vous -nous -tu -ce -on") => cue.tokens.last_end(),
        Some(_) => return None,
        None => {
            let subject = subject::behind(scene, inside, cue.tokens.last_end(), cue.plural)?;
            if !speaks(scene, subject) {
                return None;
            }
            subject.last_end()
        }
    };
    // The incise ends at a comma, or with the quotation; an apposition is part of it.
    let sign = |from: usize| (from..(from + 20).min(pair.close)).find(|&i| scene.is_one_of(i, ", . : ! ? – — -"));
    let first = sign(end);
    let mut resume = first;
    for _ in 0..APPOSITIONS {
        let comma = resume.filter(|&i| scene.is(i, ",") && is_apposition(scene, i + 1));
        let Some(behind) = comma.and_then(|i| sign(i + 1)) else { break };
        resume = Some(behind);
    }
    // `…, Anne Morel, venue avec sa fille. On …`: what tells of the speaker ends with its sentence.
    let described = |comma: usize| {
        let participle = scene.word(comma + 1);
        let stop = (comma..(comma + 20).min(pair.close)).find(|&i| scene.is_one_of(i, ". ! ?"))?;
        let past = subject::is_participial(participle) && !participle.ends_with("ant") && participle != "alors";
        // `…, Anne Morel, la présidente du club. On …`, `l'une des voisines`
        let noun = lexicon::source(scene.word(comma + 2)).is_some_and(|s| s.kind == SourceKind::Person);
        let who = scene.is_one_of(comma + 1, "le la l'") && (noun || scene.is_one_of(comma + 2, "un une"));
        let bare = !(comma + 1..stop).any(|i| scene.is_finite(i) || scene.pair_at(i) != Some(pair));
        (scene.is(comma, ",") && (past || who) && bare).then_some(stop)
    };
    let resume = resume.and_then(described).or(resume).unwrap_or(pair.close.min(sentence.last_end()));
    if cue.inverted.is_none() && first.unwrap_or(resume) > end + 12 {
        return None;
    }
    let last = reader.last(block);
    let speaker = if cue.impersonal { None } else { speaker::of_cue(scene, inside, cue, true, last) };
    // `« Nous partons, dit Anne Morel. La route est coupée.`, where nobody closes the mark: the article goes on, but for the paragraphs of a long quotation.
    let unclosed = scene.tokens.kind(pair.open) == Some(TokenKind::Quote) && !scene.is_closed(pair);
    let over = unclosed && scene.is(resume, ".") && !scene.tokens.reopens_below(pair.open);
    let rest = if over { resume } else { pair.close };
    for range in [TokenRange::new(pair.open + 1, comma), TokenRange::new(resume.min(rest), rest)] {
        let found = Found {
            range: scene.trim(range),
            kind: QuoteKind::Direct,
            speaker,
            cue: Some(cue.tokens),
            by: "quote.inside",
            score: 0.9,
        };
        reader.add(block, found);
    }
    Some(pair.close.min(sentence.last_end()))
}
