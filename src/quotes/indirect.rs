//! What a verb of saying governs: `que` clauses, indirect questions, infinitives, attributes, and objects that hold quoted words.

use super::cues::{Cue, Stance};
use super::scene::Scene;
use super::{Found, QuoteKind, Reader, Speaker, clause, speaker, words};
use crate::lexicon::speech::Frame;
use crate::text::TokenRange;

/// How far behind its verb a complement may begin, in tokens: dates, places and the one spoken to stand between.
const COMPLEMENT: usize = 28;

/// Reads the complement of every cue of the sentence.
pub(super) fn read(reader: &mut Reader<'_, '_, '_>, sentence: TokenRange, block: usize, cues: &[Cue]) {
    let scene = reader.scene;
    // The subject that a leaning cue shares: of the last finite one.
    let mut shared: Option<Speaker> = None;
    for (nth, cue) in cues.iter().enumerate() {
        if scene.pair_at(cue.group).is_some() {
            continue;
        }
        let Some((range, by)) = complement(scene, sentence, cue, &cues[nth + 1..]) else { continue };
        let last = reader.last(block);
        let speaker = match cue.stance {
            Stance::Finite => speaker::of_cue(scene, sentence, cue, false, last),
            Stance::Leaning => shared.or_else(|| leaning(reader, sentence, block, cue)),
        };
        if cue.stance == Stance::Finite {
            shared = speaker;
        }
        let range = scene.trim(range);
        let kind = reader.kind_of(range);
        let score = if kind == QuoteKind::Mixed { 0.85 } else { 0.75 };
        reader.add(block, Found { range, kind, speaker, cue: Some(cue.tokens), by, score });
    }
}

/// The speaker of a cue that leans on its sentence: the one who spoke in it, else its subject.
fn leaning(reader: &Reader<'_, '_, '_>, sentence: TokenRange, block: usize, cue: &Cue) -> Option<Speaker> {
    if !reader.taken.is_empty()
        && let Some(last) = reader.last(block)
    {
        return Some(last.speaker);
    }
    super::direct::main_subject(reader, sentence, block, cue.group)
}

/// What `cue` governs.
fn complement(
    scene: &Scene<'_, '_>,
    sentence: TokenRange,
    cue: &Cue,
    further: &[Cue],
) -> Option<(TokenRange, &'static str)> {
    let verb = cue.verb;
    let start = cue.tokens.last_end();
    let limit = sentence.last_end().min(start + COMPLEMENT);
    let mut at = start;
    let clause = |from: usize| TokenRange::new(from, clause::end(scene, sentence, from, further));
    while at < limit {
        let word = scene.word(at);
        if let Some(pair) = scene.pair_at(at).filter(|p| p.open == at) {
            return object(scene, sentence, cue, pair.open, start, further);
        }
        if further.first().is_some_and(|c| c.group <= at) {
            return None;
        }
        match word {
            "que" | "qu'"
                if !matches!(scene.word(at - 1), "ce" | "plus" | "moins" | "autre" | "tant" | "même" | "ne")
                    || at == start =>
            {
                return verb.takes(Frame::Clause).then(|| (clause(at + 1), "quote.que"));
            }
            ":" | ";" | "." | "?" | "!" => return None,
            "à" if verb.takes(Frame::InfinitiveA) && clause::infinitive_from(scene, at + 1, limit).is_some() => {
                return Some((clause(at + 1), "quote.infinitive"));
            }
            "de" | "d'"
                if verb.takes(Frame::InfinitiveDe) && clause::infinitive_from(scene, at + 1, limit).is_some() =>
            {
                return Some((clause(at + 1), "quote.infinitive"));
            }
            _ => {}
        }
        if at == start {
            let close = |i: usize| clause::infinitive_from(scene, i, limit).is_some();
            if verb.takes(Frame::Infinitive) && close(at) {
                return Some((clause(at), "quote.infinitive"));
            }
            if verb.takes(Frame::Clause)
                && words::is_question_word(word)
                && !(word == "s'" && scene.word(at + 1) != "il")
                && verb.class != crate::lexicon::speech::Class::Manner
            {
                return Some((clause(at), "quote.question"));
            }
            if verb.takes(Frame::Attribute)
                && !scene.is_sign(at)
                && !words::is_preposition(word)
                && !words::is_determiner(word)
            {
                return Some((clause(at), "quote.attribute"));
            }
        }
        if words::is_relative(word) || words::is_finite(word) && at > start {
            return None;
        }
        at += 1;
    }
    None
}

/// The object of `cue` that holds the quoted words opening at `open`.
fn object(
    scene: &Scene<'_, '_>,
    sentence: TokenRange,
    cue: &Cue,
    open: usize,
    start: usize,
    further: &[Cue],
) -> Option<(TokenRange, &'static str)> {
    let verb = cue.verb;
    let adjacent = open == start;
    if !(verb.takes(Frame::Object) || adjacent && verb.takes(Frame::Quoted) || verb.takes(Frame::Attribute)) {
        return None;
    }
    if verb.takes(Frame::Weak)
        && !adjacent
        && scene.pair_at(open).is_some_and(|p| p.close - p.open <= 3)
        && !verb.takes(Frame::Quoted)
    {
        return None;
    }
    // The object begins behind dates, adverbs and the preposition.
    let mut from = start;
    while from < open {
        let word = scene.word(from);
        if let Some(time) = scene.time_end(from) {
            from = time;
        } else if words::is_adverb(word) || matches!(word, "de" | "d'" | "à" | "sur" | "," | "pour") {
            from += 1;
        } else {
            break;
        }
    }
    let mut end = clause::end(scene, sentence, open, further);
    // A comma behind the last quoted words ends the object.
    let mut at = open;
    while at < end {
        if let Some(pair) = scene.pair_at(at) {
            at = pair.close + 1;
            continue;
        }
        if scene.word(at) == "," && !scene.pairs_in(TokenRange::new(at, end)).iter().any(|p| p.open <= at + 3) {
            end = at;
            break;
        }
        at += 1;
    }
    Some((TokenRange::new(from.min(open), end), "quote.object"))
}
