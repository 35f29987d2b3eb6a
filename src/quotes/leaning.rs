//! Who speaks by a verb that is no incise: by a finite verb its subject, by a gerund, a participle or an infinitive whoever its sentence leans it on.

use super::cues::{Cue, Stance};
use super::indirect::DOCUMENT;
use super::scene::Scene;
use super::{Reader, Speaker, antecedent, clause, direct, incise, phrase, speaker, subject, words};
use crate::lexicon::{SourceKind, source};
use crate::text::TokenRange;
use crate::text::is_one_of;

/// The longest title in front of the name that is a participle's own subject, with its comma, in tokens.
const TITLE: usize = 12;

/// How far before a gerund the verb of its clause may stand, in tokens.
const CLAUSE: usize = 40;

/// Who speaks by `cue` where it is no incise.
pub(super) fn speaker(
    reader: &Reader<'_, '_, '_>,
    sentence: TokenRange,
    block: usize,
    cue: &Cue,
    cues: &[Cue],
) -> Option<Speaker> {
    if cue.impersonal {
        return None;
    }
    // `…, explique X, directrice de Y, qui précise que …`
    let qui = cue.group.wrapping_sub(1);
    if reader.scene.is(qui, "qui")
        && qui > sentence.first()
        && reader.scene.is_one_of(qui - 1, ", et")
        && reader.has_said(qui)
        && !is_another(reader, block, qui)
    {
        return reader.last(block).map(|l| l.speaker);
    }
    // `« … », a dit X. Qui ajoute que …`
    let question = || reader.scene.is(sentence.last_end() - 1, "?");
    if qui == sentence.first() && reader.scene.is(qui, "qui") && !question() {
        return reader.last(block).map(|l| l.speaker);
    }
    // `affirme que la route est sûre et demande …`: the next report of the same speaker.
    let comma = usize::from(qui > sentence.first() && reader.scene.is(qui - 1, ","));
    let joined = qui > sentence.first()
        && reader.scene.is(qui, "et")
        && reader.taken.last().is_some_and(|t| t.last_end() + comma == qui && t.first() > sentence.first());
    if joined && cue.inverted.is_none() {
        return reader.last(block).map(|l| l.speaker);
    }
    match cue.stance {
        Stance::Finite => speaker::of_cue(reader.scene, sentence, cue, false, reader.last(block)),
        Stance::Leaning => {
            let before = cues.partition_point(|c| c.group < cue.group);
            leaning(reader, sentence, block, cue, &cues[..before])
        }
    }
}

/// Whether the name right before `, qui` is not of who spoke last: `« … », avis partagé par Anne Morel, qui souligne que …`.
fn is_another(reader: &Reader<'_, '_, '_>, block: usize, qui: usize) -> bool {
    let scene = reader.scene;
    let named = antecedent::person_at(scene, qui.saturating_sub(2)).filter(|_| scene.is(qui - 1, ","));
    named.is_some_and(|name| {
        let entity = speaker::of_phrase(scene, name).entity;
        let first = name.first() - usize::from(phrase::is_title(scene.word(name.first().saturating_sub(1))));
        // `dit l'entourage de M. Morel, qui …`, `se dit « sûr » qu'Anne Morel, qui …`
        let governed = |word: &str| words::is_of(word) || matches!(word, "que" | "qu'");
        !governed(scene.word(first.wrapping_sub(1)))
            && reader.last(block).is_some_and(|last| last.speaker.entity != entity)
    })
}

/// Whether a gerund stands right behind a noun.
pub(super) fn is_attached(scene: &Scene<'_, '_>, sentence: TokenRange, cue: &Cue) -> bool {
    let before = cue.group.wrapping_sub(1);
    cue.stance == Stance::Leaning
        && scene.word(cue.tokens.first()).ends_with("ant")
        && cue.group > sentence.first()
        && (!scene.is_sign(before) || scene.is(before, ")"))
        && !words::is_adverb(scene.word(before))
        && !words::is_coordinator(scene.word(before))
        && !words::is_clitic(scene.word(before))
        && !words::is_clitic(scene.word(cue.group))
        && !scene.is(before, "tout")
        && !scene.is(cue.group, "tout")
}

/// The speaker of a cue that leans on its sentence: the one who spoke in it, the subject of the verb of saying before it, else the sentence's subject.
fn leaning(
    reader: &Reader<'_, '_, '_>,
    sentence: TokenRange,
    block: usize,
    cue: &Cue,
    before: &[Cue],
) -> Option<Speaker> {
    let (scene, last) = (reader.scene, reader.last(block));
    // `le magistrat indiquant que …`: it says so of the noun before it.
    if is_attached(scene, sentence, cue) {
        let noun = antecedent::of_noun(scene, sentence.first(), cue.group)?;
        // `Des riverains ont défilé devant la mairie scandant …`, `ont nié l'accusation disant que …`: not the complement.
        let before = noun.first().wrapping_sub(1);
        let written =
            noun.range().take(DOCUMENT).any(|i| source(scene.word(i)).is_some_and(|s| s.kind == SourceKind::Document));
        let document = written && scene.word(noun.first()).starts_with("un");
        // `La mairie a diffusé des messages appelant à …`
        let sent = written && scene.is(noun.first(), "des") && !scene.is_sign(before);
        // `s'appuie sur des études montrant que …`
        let shows = written
            && is_one_of(cue.verb.lemma, "montrer démontrer prouver révéler suggérer attester")
            && words::is_preposition(scene.word(before));
        let object = || !document && (scene.is_finite(before) || subject::is_participial(scene.word(before)));
        let governed = noun.first() > sentence.first()
            && !shows
            && (words::is_preposition(scene.word(before)) || sent || object())
            && (sentence.first()..noun.first()).any(|i| scene.is_finite(i));
        if !governed {
            // `…, certains estimant que …, d'autres jugeant que …`
            let some = scene.is_one_of(noun.last_end() - 1, "certains certaines autres plusieurs");
            return (some || incise::speaks(scene, noun)).then(|| speaker::resolve(scene, noun, last));
        }
    }
    // `…, la ministre s'engageant à …`, `…, la ministre leur rappelant que …`: the participle has a subject of its own.
    if (words::is_reflexive(scene.word(cue.group)) || scene.is_one_of(cue.group, "leur lui"))
        && scene.word(cue.tokens.first()).ends_with("ant")
        && let Some(noun) = antecedent::of_noun(scene, sentence.first(), cue.group)
        && incise::speaks(scene, noun)
        && !scene.is(noun.first().wrapping_sub(1), "et")
        && (noun.first().saturating_sub(TITLE).max(sentence.first())..noun.first())
            .rev()
            .take_while(|&i| {
                !scene.is_finite(i) && (words::is_of(scene.word(i)) || !words::is_preposition(scene.word(i)))
            })
            .any(|i| scene.is(i, ","))
    {
        return Some(speaker::resolve(scene, noun, last));
    }
    // `La maire a écarté les tracts qui dénoncent …, assurant que …`: her again, whatever the relative clause reports.
    let qui = before.last().map_or(0, |c| c.group.wrapping_sub(1));
    let restrictive = qui > sentence.first()
        && scene.is(qui, "qui")
        && scene.is(cue.group.wrapping_sub(1), ",")
        && !scene.is_one_of(qui - 1, ", et ceux celui celle celles");
    if restrictive
        && let Some(main) = (sentence.first()..qui).find(|&i| scene.is_finite(i) && scene.pair_at(i).is_none())
    {
        let verb = before.iter().find(|c| c.tokens.first() <= main && main < c.tokens.last_end());
        let speaker = verb.and_then(|c| speaker::of_cue(scene, sentence, c, false, last));
        if let Some(speaker) = speaker.or_else(|| speaker::of_verb(scene, sentence, main, last)) {
            return Some(speaker);
        }
    }
    // `…, a dit Anne Morel, tandis que Paul Durand a demandé une enquête, jugeant que …`
    let apart = || {
        let said = reader.taken.last().map_or(sentence.first(), |t| t.last_end().min(cue.group));
        (said..cue.group).any(|i| scene.is_one_of(i, "tandis alors") && scene.is_one_of(i + 1, "que qu'"))
    };
    if !reader.taken.is_empty()
        && !apart()
        && let Some(speaker) = reader.quotes.last().and_then(|q| q.speaker)
    {
        return Some(speaker);
    }
    // The clause that it leans on: `une colère à laquelle le maire a répondu en jugeant que …`.
    let verb = (sentence.first().max(cue.group.saturating_sub(CLAUSE))..cue.group)
        .rev()
        .find(|&i| scene.is_finite(i) && scene.pair_at(i).is_none());
    let finite = before.iter().rev().take(8).find(|c| c.stance == Stance::Finite && scene.pair_at(c.group).is_none());
    // `…, blessé par un homme qui s'est enfui en criant …`: the relative clause, where no comma parts them.
    let near = |v: usize| (1..4).any(|back| v > back && scene.is(v - back, "qui")) && !scene.is(cue.group - 1, ",");
    let relative =
        |v: usize| (0..8).any(|back| v > back && scene.is_one_of(v - back, "laquelle lequel auquel")) || near(v);
    let finite = finite.filter(|c| verb.is_none_or(|v| v < c.tokens.last_end() || !relative(v)));
    if let Some(speaker) = finite.and_then(|c| speaker::of_cue(scene, sentence, c, false, last)) {
        return Some(speaker);
    }
    // `Estimant que …, le maire a …`: the subject stands behind.
    if let Some(speaker) = verb.and_then(|v| speaker::of_verb(scene, sentence, v, last)) {
        return Some(speaker);
    }
    // `La fête a été annulée par la mairie, jugeant que …`
    let by = verb.and_then(|v| {
        (v + 1..cue.group).find(|&i| scene.is(i, "par") && (v..i).any(|p| subject::is_participial(scene.word(p))))
    });
    let agent = by.and_then(|by| phrase::read(scene, by + 1, cue.group, true));
    if let Some(agent) = agent.filter(|&p| incise::speaks(scene, p)) {
        return Some(speaker::resolve(scene, agent, last));
    }
    // `Après avoir salué le « courage » des agents, le maire a …`: behind the comma.
    let behind = clause::main_comma(scene, TokenRange::new(cue.tokens.last_end(), sentence.last_end()));
    // `…, après avoir salué les agents et demandé de …, le maire`
    let joined = words::is_coordinator(scene.word(cue.tokens.first().saturating_sub(1)));
    let opens = cue.group <= sentence.first() + 1 || joined && verb.is_none() && behind.is_some();
    let behind = behind.filter(|_| opens);
    let main = behind.map_or(sentence, |comma| TokenRange::new(comma + 1, sentence.last_end()));
    direct::main_subject(reader, main, block, if opens { sentence.last_end() } else { cue.group })
}
