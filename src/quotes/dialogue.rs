//! Dialogue: neighbouring lines that each open with a dash and are somebody's words: `– Vous partez ? demande Anne Morel.`, `– Non, dit-il, je reste.`

use super::cues::{self, Cue, Stance};
use super::scene::{Pair, Scene};
use super::{Found, QuoteKind, Reader, Speaker, direct, inside, leaning, speaker};
use crate::lexicon::speech::Frame;
use crate::text::{TokenRange, is_one_of};
use crate::tokens::{BlockKind, TokenKind};

/// Words of one who speaks, of those spoken to, and what one answers.
const SPOKEN: &str =
    "je j' me m' moi tu te t' toi -je -tu -moi -toi -vous vous nous votre vos notre nos mon ma mes oui non merci";

/// The longest turn, in tokens: what is longer is a paragraph behind a dash.
const LONGEST: usize = 120;

/// Words that nobody but one who speaks of himself says.
const OWN: &str = "je j' -je tu -tu";

/// Verbs that tell of talk rather than of statements.
const TALK: &str = "demander dire répondre répliquer rétorquer crier lancer lâcher murmurer souffler soupirer glisser s'exclamer s'écrier";

/// Turns that are read already.
#[derive(Default)]
pub(super) struct Turns {
    /// One past the last line that the present run of turns has.
    end: usize,
    /// Whether the lines of the run are turns at all.
    spoken: bool,
    /// The verb in front of the first line's colon.
    cue: Option<TokenRange>,
    /// Who spoke in the two turns before, the nearer first.
    before: [Option<Speaker>; 2],
}

/// Reads line `block` as a turn, if it is one.
pub(super) fn read(reader: &mut Reader<'_, '_, '_>, block: usize) -> bool {
    let scene = reader.scene;
    if !is_turn(scene, block) {
        return false;
    }
    if block >= reader.turns.end {
        let blocks = scene.tokens.blocks().len();
        let end = (block..blocks).find(|&b| !is_turn(scene, b)).unwrap_or(blocks);
        let (speaker, cue) = introduced(reader, block);
        let spoken =
            cue.is_some() && end == block + 1 || (block..end).any(|b| is_own(scene, b)) || is_talk(scene, block..end);
        reader.turns = Turns { end, spoken, cue, before: [None, speaker] };
    }
    if !reader.turns.spoken {
        return false;
    }
    let range = scene.tokens.blocks()[block].tokens;
    // The words end with the line, or where the mark closes that the first line has opened.
    let stray = |&i: &usize| scene.tokens.kind(i) == Some(TokenKind::Quote) && scene.pair_at(i).is_none();
    let close = range.range().find(stray).unwrap_or(range.last_end());
    let pair = Pair { open: range.first(), close };
    let cue = reader.turns.cue.take();
    let from = reader.quotes.len();
    let sentences = scene.tokens.blocks()[block].sentences;
    for at in sentences.range() {
        reader.begin(at);
        let tokens = |s: usize| scene.tokens.sentences()[s].tokens;
        // `– Non, dit-il. Je reste.`, but no `– Non, dit-il. Le bac est parti.`
        let told = (at + 1..sentences.last_end()).find(|&s| !is_spoken(scene, tokens(s)));
        let pair = Pair { close: told.map_or(close, |s| tokens(s).first().min(close)), ..pair };
        let cues = cues::find(scene, tokens(at));
        let mut finite = cues.iter().filter(|c| c.stance == Stance::Finite);
        if finite.any(|cue| said(reader, tokens(at), block, cue, pair)) {
            break;
        }
    }
    if reader.quotes.len() == from {
        // Two who speak take turns.
        let [_, other] = reader.turns.before;
        let found = Found {
            range: scene.trim(pair.inner()),
            kind: QuoteKind::Direct,
            speaker: other,
            cue,
            by: "quote.turn",
            score: 0.6,
        };
        reader.add(block, found);
    }
    let speaker = reader.quotes[from..].first().and_then(|q| q.speaker);
    if speaker.is_none() {
        reader.last = None;
    }
    reader.turns.before = [speaker, reader.turns.before[0]];
    true
}

/// Reads the turn in `pair` as what `cue` says, where it is an incise of it.
fn said(reader: &mut Reader<'_, '_, '_>, sentence: TokenRange, block: usize, cue: &Cue, pair: Pair) -> bool {
    let scene = reader.scene;
    if cue.group < pair.close {
        return inside::split(reader, sentence, block, cue, pair).is_some();
    }
    // `– Tant mieux », dit-elle.`
    if cue.group > pair.close + 2 {
        return false;
    }
    let speaker = speaker::of_cue(scene, sentence, cue, true, reader.last(block));
    let (range, by) = (scene.trim(pair.inner()), "quote.incise");
    reader.add(block, Found { range, kind: QuoteKind::Direct, speaker, cue: Some(cue.tokens), by, score: 0.9 });
    true
}

/// Whether line `block` may be a turn: it opens with a dash, ends like a sentence and quotes nobody in marks.
fn is_turn(scene: &Scene<'_, '_>, block: usize) -> bool {
    let block = &scene.tokens.blocks()[block];
    let (first, last) = (block.tokens.first(), block.tokens.last_end() - 1);
    let dash = scene.is_one_of(first, "– —") || scene.is(first, "-") && block.kind == BlockKind::ListItem;
    dash && block.tokens.len() <= LONGEST
        && block.repeat_of.is_none()
        && matches!(block.kind, BlockKind::ListItem | BlockKind::Paragraph)
        && scene.is_one_of(last, ". ! ? … ...")
        && scene.tokens.is_capitalised(first + 1)
        && scene.pairs_in(block.tokens).is_empty()
}

/// Whether somebody speaks of himself in line `block`; what asks may be an interviewer's.
fn is_own(scene: &Scene<'_, '_>, block: usize) -> bool {
    let line = scene.tokens.blocks()[block].tokens;
    !scene.is(line.last_end() - 1, "?") && line.range().any(|i| scene.is_one_of(i, OWN))
}

/// Whether `range` holds words to somebody, or ends like them.
fn is_spoken(scene: &Scene<'_, '_>, range: TokenRange) -> bool {
    scene.is_one_of(range.last_end() - 1, "? !") || range.range().any(|i| scene.is_one_of(i, SPOKEN))
}

/// Whether an incise of the lines `blocks` tells of talk, or of words to somebody: the points of a list say neither (`– La route rouvre, indique le maire.`).
fn is_talk(scene: &Scene<'_, '_>, mut blocks: std::ops::Range<usize>) -> bool {
    let to_somebody = blocks.clone().any(|b| is_spoken(scene, scene.tokens.blocks()[b].tokens));
    blocks.any(|b| {
        let sentences = scene.tokens.blocks()[b].sentences;
        sentences.range().any(|s| {
            let sentence = scene.tokens.sentences()[s].tokens;
            cues::find(scene, sentence).iter().any(|c| {
                let before = c.group.wrapping_sub(1);
                let apart = c.group > sentence.first() && scene.is_one_of(before, ", ? ! … ...");
                let asks = || scene.is_one_of(before, "? !");
                let talk = || is_one_of(c.verb.lemma, TALK) && c.tokens.len() <= 2;
                c.stance == Stance::Finite && apart && (to_somebody || asks() || talk() && c.inverted.is_some())
            })
        })
    })
}

/// Who speaks in line `block`, by the colon at the end of the paragraph before, and the verb there that says so: `Paul Morel répond :`.
pub(super) fn introduced(reader: &Reader<'_, '_, '_>, block: usize) -> (Option<Speaker>, Option<TokenRange>) {
    let scene = reader.scene;
    let Some(before) = block.checked_sub(1).map(|b| &scene.tokens.blocks()[b]) else { return (None, None) };
    let colon = before.tokens.last_end() - 1;
    if before.kind != BlockKind::Paragraph || !scene.is(colon, ":") {
        return (None, None);
    }
    let sentence = scene.tokens.sentence_range(colon);
    // `Voici le communiqué du Palais :`
    if let Some((noun, speaker)) = direct::said_by(scene, sentence, colon) {
        return (Some(speaker), Some(noun));
    }
    let cues = cues::find(scene, sentence);
    let cue =
        cues::ending_before(&cues, colon).find(|c| c.verb.takes(Frame::Quoted) && scene.pair_at(c.group).is_none());
    match cue {
        Some(cue) => (leaning::speaker(reader, sentence, block - 1, cue, &cues), Some(cue.tokens)),
        None => (direct::main_subject(reader, sentence, block - 1, colon), None),
    }
}
