//! Reports whose verb of saying is left out or no finite verb of its own: `17 % que …`, `accusé par X de …`, `convaincu que …`, `qui y voit une « … »`.

use super::cues::{Cue, Stance};
use super::scene::Scene;
use super::{Found, Reader, Speaker, clause, direct, incise, indirect, phrase, speaker, subject, words};
use crate::lexicon::speech::{self, Form, Frame};
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::text::is_one_of;

/// The longest noun phrase between `y voit` and its quoted words, in tokens.
const SEEN: usize = 6;

/// Reads the sentence for reports without a cue.
pub(super) fn read(reader: &mut Reader<'_, '_, '_>, sentence: TokenRange, block: usize, cues: &[Cue]) {
    let scene = reader.scene;
    for at in sentence.range() {
        if scene.pair_at(at).is_some() {
            continue;
        }
        let found = match scene.word(at) {
            "que" | "qu'" => shared(reader, sentence, at, cues).or_else(|| held(reader, sentence, block, at, cues)),
            "par" => passive(scene, sentence, at, cues),
            "y" => seen(reader, sentence, block, at),
            _ => None,
        };
        let Some((range, speaker, cue, by)) = found else { continue };
        let range = scene.trim(range);
        if !reader.is_taken(range) {
            let kind = reader.kind_of(range);
            let last = reader.last;
            reader.add(block, Found { range, kind, speaker: Some(speaker), cue: Some(cue), by, score: 0.7 });
            reader.last = last;
        }
    }
}

/// What is reported, who says so, the words that show it, and the rule.
type Report = (TokenRange, Speaker, TokenRange, &'static str);

/// The verb before serves again: `22 % estiment que …, 17 % que …`. `at` is the token of the second `que`.
fn shared(reader: &Reader<'_, '_, '_>, sentence: TokenRange, at: usize, cues: &[Cue]) -> Option<Report> {
    let scene = reader.scene;
    let group = TokenRange::new(share_before(scene, at)?, at);
    let verb = super::cues::ending_before(cues, group.first())
        .find(|c| c.stance == Stance::Finite && c.verb.takes(Frame::Clause) && scene.pair_at(c.group).is_none())?;
    let range = TokenRange::new(at + 1, clause::end(scene, sentence, at + 1, cues, false));
    Some((range, Speaker { span: scene.tokens.span(group), entity: None }, verb.tokens, "quote.shared"))
}

/// Start of the share of people that ends in front of token `at`: `17 %`, `43 % des sondés`.
fn share_before(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let mention = scene.mentions.within(TokenRange::new(at.saturating_sub(SEEN), at)).next_back()?;
    let first = scene.mentions.list()[mention].tokens.first();
    (share_end(scene, first) == Some(at)).then_some(first)
}

/// Whether a share of people begins at `at` or behind `et`, and what they say: `et 17 % que …`, `43 % des sondés disent …`.
pub(super) fn is_share(scene: &Scene<'_, '_>, at: usize) -> bool {
    let end = share_end(scene, at + usize::from(scene.word(at) == "et"));
    end.is_some_and(|end| matches!(scene.word(end), "que" | "qu'") || scene.is_said(end) && scene.is_finite(end))
}

/// Where the share of people that begins at `first` ends.
fn share_end(scene: &Scene<'_, '_>, first: usize) -> Option<usize> {
    let share = &scene.mentions.list()[scene.mentions.at_token(first)?];
    let end = share.tokens.last_end();
    (share.kind == Kind::Percent && share.tokens.first() == first)
        .then(|| phrase::end(scene, first, end + SEEN, false).max(end))
}

/// `…, convaincu que la route est sûre`: what whoever speaks or acts in the sentence holds.
fn held(reader: &Reader<'_, '_, '_>, sentence: TokenRange, block: usize, at: usize, cues: &[Cue]) -> Option<Report> {
    let scene = reader.scene;
    let sure = at.checked_sub(1)?;
    let word = scene.word(sure).trim_end_matches('s').trim_end_matches('e');
    if sure <= sentence.first() + 1 || scene.word(sure - 1) != "," || !is_one_of(word, "convaincu persuadé certain") {
        return None;
    }
    let spoke = reader.quotes.last().filter(|_| !reader.taken.is_empty()).and_then(|q| q.speaker);
    let speaker = spoke.or_else(|| direct::main_subject(reader, sentence, block, sure - 1))?;
    let range = TokenRange::new(at + 1, clause::end(scene, sentence, at + 1, cues, false));
    Some((range, speaker, TokenRange::new(sure, at), "quote.held"))
}

/// Verbs whose passive reports what its agent calls or reproaches someone.
const CALLS: &str = "accuser soupçonner qualifier présenter décrire traiter taxer";

/// Whom someone accuses of what, or what they call it: `accusé par deux élus d'avoir …`, `présenté par la presse comme un « … »`, `qualifié de « … » par la
/// presse`. `at` is the token of `par`.
fn passive(scene: &Scene<'_, '_>, sentence: TokenRange, at: usize, cues: &[Cue]) -> Option<Report> {
    let before = at.checked_sub(1).filter(|&i| i >= sentence.first())?;
    let whole = phrase::read(scene, at + 1, sentence.last_end(), true)?;
    let deed = |&i: &usize| words::is_of(scene.word(i)) && clause::is_infinitive(scene, i + 1);
    let agent = TokenRange::new(at + 1, whole.range().find(deed).unwrap_or(whole.last_end()));
    let passed = agent.len() == 2 && scene.word(agent.first() + 1) == "passé";
    if passed || !incise::speaks(scene, agent) && !words::is_demonstrative_pronoun(scene.word(agent.first())) {
        return None;
    }
    let called = |i: usize| {
        speech::readings(scene.word(i)).find(|(v, form)| *form == Form::Participle && is_one_of(v.lemma, CALLS))
    };
    let quoted = scene.pair_at(before).filter(|p| p.close == before && p.open > sentence.first() + 1);
    let (participle, start) = match quoted {
        // `qualifié de « … » par la presse`
        Some(pair) => {
            let of = pair.open - 1 - usize::from(words::is_article(scene.word(pair.open - 1)));
            (is_one_of(scene.word(of), "de d' comme").then(|| of.checked_sub(1))??, of + 1)
        }
        None => (before, agent.last_end()),
    };
    let (verb, _) = called(participle)?;
    let cue = TokenRange::new(participle, participle + 1);
    let speaker = speaker::of_phrase(scene, agent);
    if quoted.is_some() {
        return Some((TokenRange::new(start, at), speaker, cue, "quote.passive"));
    }
    let start = match scene.word(start) {
        "de" | "d'" | "comme" => start + 1,
        _ if scene.pair_at(start).is_some_and(|p| p.open == start) => start,
        _ => return None,
    };
    let range = TokenRange::new(start, clause::end(scene, sentence, start, cues, true));
    let accuses = verb.lemma == "accuser" && scene.word(start - 1) != "comme";
    (accuses || !scene.pairs_in(range).is_empty()).then_some((range, speaker, cue, "quote.passive"))
}

/// What someone makes of a thing: `Anne Morel, qui y voit une « mascarade »`. `at` is the token of `y`.
fn seen(reader: &Reader<'_, '_, '_>, sentence: TokenRange, block: usize, at: usize) -> Option<Report> {
    let scene = reader.scene;
    let verb = at + 1 + usize::from(is_one_of(scene.word(at + 1), "a ont avait avaient"));
    if !is_one_of(scene.word(verb), "voit voient voyait voyaient voyant vu") {
        return None;
    }
    let open = (verb + 1..sentence.last_end().min(verb + SEEN)).find(|&i| scene.pair_at(i).is_some())?;
    let start = (verb + 1..open).find(|&i| words::is_article(scene.word(i)) || scene.word(i) == "des")?;
    // `Anne Morel (UD) y voyant …`
    let attached = scene.word(verb) == "voyant" && scene.word(at.wrapping_sub(1)) != ",";
    let near = if attached {
        subject::antecedent(scene, sentence.first(), at)
    } else {
        subject::before(scene, sentence, at, scene.word(verb).ends_with("nt"))
    };
    let speaker = match near {
        Some(noun) => speaker::resolve(scene, noun, reader.last(block)),
        None => direct::main_subject(reader, sentence, block, at)?,
    };
    let range = TokenRange::new(start, indirect::object_end(scene, sentence, open, &[]));
    Some((range, speaker, TokenRange::new(verb, verb + 1), "quote.seen"))
}
