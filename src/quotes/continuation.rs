//! Free indirect speech: a sentence that stays in the conditional behind a report has the same source: `Selon la préfecture, la route serait coupée. Le pont
//! aurait été touché.`

use super::scene::Scene;
use super::{Found, QuoteKind, Reader, Speaker, subject, words};
use crate::lexicon::is_conditional;
use crate::text::TokenRange;

/// Conditionals of what can, should or must be, which the article says of itself, too.
const MODAL: &str = "pourrait pourraient devrait devraient faudrait voudrait voudraient aimerait saurait vaudrait";

/// Words by which a sentence supposes, asks, or turns to somebody else.
const APART: &str = "si s'il s'ils sans sinon avec n'était ? je j' nous vous on quant";

/// The report that a sentence may go on with.
#[derive(Clone, Copy)]
pub(super) struct Running {
    speaker: Speaker,
    /// The sentence that it ends.
    sentence: usize,
    /// Whether the next sentence is known to be more of it by its mood alone.
    open: bool,
    /// Whether it is where it tells what is said to have happened: `Le parquet dit que l'homme a agi seul. Il aurait acheté une arme.`
    hearsay: bool,
}

/// Reads `sentence`, which nothing has been found to report, as more of the report in the one before; `from` is the first quotation of the sentence.
pub(super) fn read(reader: &mut Reader<'_, '_, '_>, sentence: TokenRange, block: usize, from: usize) {
    let scene = reader.scene;
    let before = reader.running.take();
    if reader.quotes.len() > from {
        reader.running = running(reader, sentence, from);
        return;
    }
    let follows =
        |r: &Running| r.sentence + 1 == reader.sentence && scene.tokens.sentences()[r.sentence].block == block;
    let Some(running) = before.filter(follows) else { return };
    let supposes = sentence.range().any(|i| scene.is_one_of(i, APART));
    let verb = mood(scene, sentence).unwrap_or(sentence.last_end());
    // `Ce qui serait une première`: a remark on it.
    let main = !(sentence.first()..verb).any(|i| words::is_relative(scene.word(i)));
    let open = running.open || running.hearsay && is_hearsay(scene, verb);
    if !open || supposes || !main || !is_conditional(scene.word(verb)) || scene.is_one_of(verb, MODAL) {
        return;
    }
    let range = scene.trim_coordinator(scene.trim(sentence));
    let kind = reader.kind_of(range);
    let (speaker, by) = (Some(running.speaker), "quote.continued");
    reader.add(block, Found { range, kind, speaker, cue: None, by, score: 0.6 });
    reader.running = Some(Running { sentence: reader.sentence, ..running });
}

/// What the sentence that has just been read reports last, where that is most of what it says.
fn running(reader: &Reader<'_, '_, '_>, sentence: TokenRange, from: usize) -> Option<Running> {
    let scene = reader.scene;
    let quote = reader.quotes[from..].last().filter(|q| q.kind != QuoteKind::Direct)?;
    let range = scene.tokens.inside(quote.span);
    let verb = mood(scene, range);
    // `pour X` gives an opinion, which the article may weigh.
    let told =
        quote.by == "quote.source" && quote.cue.is_some_and(|c| !scene.is(scene.tokens.inside(c).first(), "pour"));
    let open = told || verb.is_some_and(|v| is_conditional(scene.word(v)));
    let hearsay = quote.by == "quote.que";
    (3 * range.len() > sentence.len()).then_some(Running {
        speaker: quote.speaker?,
        sentence: reader.sentence,
        open,
        hearsay,
    })
}

/// Whether the verb at `at` tells what is said to have happened, not what might have been: `aurait acheté`, but no `aurait dû`.
fn is_hearsay(scene: &Scene<'_, '_>, at: usize) -> bool {
    let participle = (at + 1..at + 5).find(|&i| !words::is_adverb(scene.word(i)) && !scene.is(i, "été"));
    scene.is_one_of(at, "aurait auraient")
        && participle.is_some_and(|i| {
            subject::is_participial(scene.word(i))
                && !scene.is_one_of(i, "dû pu voulu aimé préféré souhaité fallu mérité suffi")
        })
}

/// The first verb of `range`, whose mood is the clause's.
fn mood(scene: &Scene<'_, '_>, range: TokenRange) -> Option<usize> {
    range.range().find(|&i| scene.is_finite(i))
}
