//! Reports inside quoted words: `« Le maire nous a dit que la route serait rouverte », raconte Anne Morel`.

use super::cues::{Cue, Stance};
use super::{Found, QuoteKind, Reader, Speaker, incise, indirect, phrase, speaker, subject, words};
use crate::lexicon::speech::{Class, Form, Frame, readings};
use crate::text::TokenRange;

/// How far before a cue its sentence's beginning is looked for, in tokens.
const SENTENCE: usize = 60;

/// How far behind a cue the colon in front of its quoted words stands, in tokens.
const ADVERB: usize = 3;

/// Reads what the quotations of the sentence report.
pub(super) fn read(reader: &mut Reader<'_, '_, '_>, sentence: TokenRange, cues: &[Cue]) {
    let scene = reader.scene;
    for at in sentence.range() {
        if scene.is(at, "selon") {
            sourced(reader, sentence, at);
        }
    }
    for (nth, cue) in cues.iter().enumerate() {
        let Some(pair) = scene.pair_at(cue.group) else { continue };
        if reader.used.contains_key(&cue.tokens.first()) {
            continue;
        }
        // The quotation that holds it: its speaker is `je`.
        let Some(outer) = reader.quotes.iter().rev().take(super::REPORTS).find(|q| {
            let range = scene.tokens.inside(q.span);
            q.kind != QuoteKind::Indirect && range.holds(cue.group) && range.first() >= sentence.first()
        }) else {
            continue;
        };
        let (whole, saying) = (scene.tokens.inside(outer.span), outer.speaker);
        if outer.kind != QuoteKind::Direct && whole.last_end() > pair.close + 1 {
            continue;
        }
        // A quotation holds several sentences.
        let start = whole.first().max(pair.open + 1);
        let stop = (start..cue.group).rev().take(SENTENCE).find(|&i| scene.is_one_of(i, ". ? ! …"));
        let inside = TokenRange::new(stop.map_or(start, |i| i + 1), whole.last_end().min(pair.close));
        let quoted = quoted(reader, inside, cue);
        let complement = || indirect::complement(scene, inside, cue, &cues[nth + 1..]);
        let Some((range, by)) = quoted.map(|range| (range, "quote.que")).or_else(complement) else { continue };
        // `avait réclamé une réponse et que …`: the clause of another verb.
        let between = TokenRange::new(cue.tokens.last_end(), range.first().max(cue.tokens.last_end()));
        let apart = between.range().any(|i| {
            scene.is_one_of(i, ", ; . …") || words::is_coordinator(scene.word(i)) && !scene.is_one_of(i + 1, "au aux à")
        });
        if apart || by != "quote.que" && by != "quote.infinitive" {
            continue;
        }
        // `Le parquet « considère que … »`: the subject stands in front of the marks.
        let opens =
            || (cue.group == pair.open + 1).then(|| subject::before(scene, sentence, pair.open, cue.plural)).flatten();
        let outside = || opens().filter(|&s| incise::speaks(scene, s)).map(|s| speaker::of_phrase(scene, s));
        let Some(speaker) = of_cue(reader, inside, cue, saying).or_else(outside) else { continue };
        // `Le parquet « considère que … »`: a view is told of others alone.
        let views = cue.verb.class == Class::Think && cue.group == pair.open + 1;
        let tells = quoted.is_some() && cue.stance == Stance::Finite && cue.inverted.is_none();
        if !tells && !says(reader, cue, views) {
            continue;
        }
        let end = range.range().find(|&i| scene.is_one_of(i, ". ? ! …")).unwrap_or(range.last_end());
        let range = scene.trim(TokenRange::new(range.first(), end.min(pair.close)));
        // Whoever is told of does not take the floor: no word of it counts as who spoke last.
        reader.push(Found {
            range,
            kind: if quoted.is_some() { QuoteKind::Direct } else { QuoteKind::Indirect },
            speaker: Some(speaker),
            cue: Some(cue.tokens),
            by: "quote.inner",
            score: 0.6,
        });
    }
}

/// The words between marks within the marks, behind `cue` and a colon: `« Ils m'ont dit : "Reste ici" », raconte Anne Morel`.
fn quoted(reader: &Reader<'_, '_, '_>, inside: TokenRange, cue: &Cue) -> Option<TokenRange> {
    let scene = reader.scene;
    let end = cue.tokens.last_end();
    let colon = (end..inside.last_end()).take(ADVERB).find(|&i| scene.is(i, ":"))?;
    let marks = scene.tokens.marks();
    let mark = marks[marks.binary_search_by_key(&(colon + 1), |m| m.open).ok()?];
    Some(TokenRange::new(mark.open + 1, mark.close?))
}

/// Whether the cue tells of speech, not of a view: `a dit que`, `dire que` behind `voulu`; `je pense que` is the speaker's own.
fn says(reader: &Reader<'_, '_, '_>, cue: &Cue, views: bool) -> bool {
    let told = cue.tokens.len() > 1
        || readings(reader.scene.word(cue.tokens.first())).any(|(_, f)| matches!(f, Form::Singular | Form::Plural));
    (views || matches!(cue.verb.class, Class::Assert | Class::Order))
        && !cue.verb.takes(Frame::Weak)
        && cue.stance == Stance::Finite
        && cue.inverted.is_none()
        && told
}

/// What a source says that opens a sentence of a quotation: `« Selon la mairie, la route est sûre », dit le préfet`.
fn sourced(reader: &mut Reader<'_, '_, '_>, sentence: TokenRange, at: usize) {
    let scene = reader.scene;
    let Some(pair) = scene.pair_at(at) else { return };
    let first = at == sentence.first() || scene.is_sign(at - 1) && !scene.is(at - 1, ",");
    let stop = (at..pair.close).take(SENTENCE).find(|&i| scene.is_one_of(i, ". ? ! …")).unwrap_or(pair.close);
    if !first || stop > sentence.last_end() {
        return;
    }
    let Some(noun) = phrase::read(scene, at + 1, stop, true).filter(|&p| incise::speaks(scene, p)) else { return };
    let start = noun.last_end();
    if !scene.is(start, ",") {
        return;
    }
    let speaker = speaker::of_phrase(scene, noun);
    reader.push(Found {
        range: scene.trim(TokenRange::new(start, stop)),
        kind: QuoteKind::Indirect,
        speaker: Some(speaker),
        cue: Some(TokenRange::new(at, at + 1)),
        by: "quote.inner",
        score: 0.6,
    });
}

/// Who speaks inside a quotation of `saying`.
fn of_cue(reader: &Reader<'_, '_, '_>, inside: TokenRange, cue: &Cue, saying: Option<Speaker>) -> Option<Speaker> {
    let scene = reader.scene;
    let before = subject::before(scene, inside, cue.group, cue.plural)?;
    match scene.word(before.first()) {
        // `je rappelle que` says so now: it is the quotation itself.
        "je" | "j'" => saying.filter(|_| cue.tokens.len() > 1),
        "il" if cue.verb.class == Class::Assert => {
            let entity = scene.links.antecedent(before.first());
            Some(Speaker { span: scene.tokens.span(before), entity })
        }
        "il" | "on" | "ce" | "c'" | "cela" | "ça" | "vous" | "tu" => None,
        _ if words::is_subject_pronoun(scene.word(before.first())) => {
            Some(Speaker { span: scene.tokens.span(before), entity: None })
        }
        _ => incise::speaks(scene, before).then(|| speaker::of_phrase(scene, before)),
    }
}
