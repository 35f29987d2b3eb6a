//! Views that a participle tells with whose they are: `accusé par la mairie d'avoir menti`, `une loi décrite comme « injuste » par Anne Morel`.

use super::cues::Cue;
use super::scene::Scene;
use super::{Found, QuoteKind, Reader, antecedent, clause, incise, object, phrase, speaker, words};
use crate::lexicon::speech::{Form, Frame, readings};
use crate::text::{TokenRange, is_one_of};

/// How far behind `comme` or `de` the quoted words open, in tokens.
const NEAR: usize = 3;

/// Reads every participle of a verb of saying that has its agent beside it.
pub(super) fn read(reader: &mut Reader<'_, '_, '_>, sentence: TokenRange, block: usize, cues: &[Cue]) {
    let scene = reader.scene;
    for at in sentence.range().skip(1) {
        if !scene.is(at, "par") || scene.pair_at(at).is_some() {
            continue;
        }
        let agent = phrase::read(scene, at + 1, sentence.last_end(), true);
        let Some(agent) = agent.filter(|&p| incise::speaks(scene, p) || antecedent::can_speak(scene, p)) else {
            continue;
        };
        // What the verb governs is no complement of the agent.
        let governed = |&i: &usize| {
            scene.is_one_of(i, "de d'") && clause::infinitive_from(scene, i + 1, sentence.last_end()).is_some()
        };
        // Nor are quoted words, which the phrase may have run into.
        let opens = |&i: &usize| {
            let marks = |i: usize| scene.pair_at(i).is_some_and(|p| p.open == i);
            marks(i) || scene.is_one_of(i, "de d' comme") && marks(i + 1)
        };
        let end = agent.range().skip(1).find(|i| governed(i) || opens(i)).unwrap_or(agent.last_end());
        let agent = TokenRange::new(agent.first(), end);
        let Some((verb, range)) =
            in_front(scene, sentence, at).or_else(|| behind(scene, sentence, at, agent.last_end(), cues))
        else {
            continue;
        };
        let marked =
            scene.pair_at(range.first()).is_some_and(|p| p.open == range.first() && p.close + 1 == range.last_end());
        let range = scene.trim(if marked { TokenRange::new(range.first() + 1, range.last_end() - 1) } else { range });
        let kind = if marked { QuoteKind::Direct } else { reader.kind_of(range) };
        let speaker = Some(speaker::resolve(scene, agent, reader.last(block)));
        let cue = Some(TokenRange::new(verb, verb + 1));
        // Whoever is told of does not take the floor.
        let floor = reader.last;
        reader.add(block, Found { range, kind, speaker, cue, by: "quote.passive", score: 0.7 });
        reader.last = floor;
    }
}

/// Whether token `index` is the participle of a verb that reports in the way of `frame`.
fn tells(scene: &Scene<'_, '_>, index: usize, frame: Frame) -> bool {
    readings(scene.word(index)).any(|(verb, form)| {
        form == Form::Participle && verb.takes(frame) && !verb.is_reflexive() && verb.further_words().next().is_none()
    })
}

/// `décrite comme « injuste » par`: the verb, and the quoted words in front of `par` at `at`.
fn in_front(scene: &Scene<'_, '_>, sentence: TokenRange, at: usize) -> Option<(usize, TokenRange)> {
    let pair = scene.pair_at(at - 1)?;
    // `une loi jugée « injuste » par Anne Morel`
    if pair.open > sentence.first() && is_judged(scene.word(pair.open - 1)) {
        return Some((pair.open - 1, TokenRange::new(pair.open, pair.close + 1)));
    }
    let link = (sentence.first() + 1..pair.open).rev().take(NEAR).find(|&i| scene.is_one_of(i, "comme de d'"))?;
    // `la crainte de`: a noun.
    let noun = link > 1 && words::is_determiner(scene.word(link - 2));
    (!noun && tells(scene, link - 1, Frame::Object)).then(|| (link - 1, TokenRange::new(link + 1, pair.close + 1)))
}

/// Whether the participle `word` has what is held of something right behind it.
fn is_judged(word: &str) -> bool {
    is_one_of(word.trim_end_matches(['e', 's']), "jugé estimé considéré")
}

/// `accusé par X d'avoir menti`, `présenté par X comme un « héros »`: the verb, and what stands behind its agent.
fn behind(
    scene: &Scene<'_, '_>,
    sentence: TokenRange,
    at: usize,
    end: usize,
    cues: &[Cue],
) -> Option<(usize, TokenRange)> {
    let verb = at - 1 - usize::from(at > sentence.first() + 1 && words::is_adverb(scene.word(at - 1)));
    // `était jugé par la ministre « préoccupant »`
    if let Some(pair) = scene.pair_at(end).filter(|p| p.open == end && p.close < sentence.last_end())
        && is_judged(scene.word(verb))
    {
        return Some((verb, TokenRange::new(end, pair.close + 1)));
    }
    if !scene.is_one_of(end, "comme de d'") {
        return None;
    }
    let quoted =
        scene.pairs_in(TokenRange::new(end + 1, end + 1 + NEAR)).first().filter(|p| p.close < sentence.last_end());
    let range = if let Some(pair) = quoted.filter(|_| tells(scene, verb, Frame::Object)) {
        // `Le texte pointé par la gauche comme « injuste » a été adopté`: the main clause goes on.
        let main = scene.is_finite(pair.close + 1 + usize::from(scene.is(pair.close + 1, ",")));
        let object = if main { pair.close + 1 } else { object::end(scene, sentence, pair.open, &[]) };
        TokenRange::new(end + 1, object)
    } else if !scene.is(end, "comme")
        && tells(scene, verb, Frame::InfinitiveDe)
        && clause::infinitive_from(scene, end + 1, sentence.last_end()).is_some()
    {
        TokenRange::new(end + 1, clause::end(scene, sentence, end + 1, cues, true))
    } else {
        return None;
    };
    Some((verb, range))
}
