//! Who has signed a text, as the noun says it: `member`, and `group`, the text (`membership.signatory`).
//!
//! `Parmi les signataires de cette tribune : Anne Petit et Luc Roux`, `Anne Petit, signataire de l'appel`, `l'accord signé entre Vix et Télor`.

use super::parties::{Party, document_from, parties_from, quoted_from};
use super::scene::Scene;
use super::subjects;
use super::{Fact, membership};
use crate::text::TokenRange;

/// How far behind the noun its list begins, in tokens.
const FARTHEST: usize = 32;

/// The memberships that the noun states.
pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for &noun in scene.spots() {
        let word = scene.word(noun);
        let sentence = scene.tokens.sentence_range(noun);
        if word.starts_with("signé") || word.starts_with("conclu") {
            signed(scene, noun, sentence, &mut facts);
        }
        if !word.starts_with("signataire") {
            continue;
        }
        let Some(group) = group(scene, noun + 1, sentence.last_end()) else { continue };
        for member in members(scene, noun, sentence.first(), sentence.last_end()) {
            tell(scene, noun, member, group, &mut facts);
        }
    }
    facts
}

/// Whether `word` is said of what is signed, or of those who sign.
pub(super) fn is_one(word: &str) -> bool {
    word.starts_with("sign") || word.starts_with("conclu")
}

fn tell(scene: &Scene<'_, '_>, word: usize, member: Party, group: Party, facts: &mut Vec<Fact>) {
    let mut fact = membership::fact(member, group, "membership.signatory");
    fact.evidence = fact.evidence.cover(scene.tokens.list()[word].span);
    fact.when = scene.date_near(word);
    facts.push(fact);
}

/// The text that the participle at `verb` is said of, and between whom, or by whom: `des conventions ont été signées entre la CFDT et Vix`.
fn signed(scene: &Scene<'_, '_>, verb: usize, sentence: TokenRange, facts: &mut Vec<Fact>) {
    /// How far before the participle its noun stands, and how far behind it the parties, in tokens.
    const NEAR: usize = 8;
    let end = sentence.last_end();
    // `pourrait être signé` is not yet.
    if verb == sentence.first() || scene.is(verb - 1, "être") {
        return;
    }
    let mut noun = verb;
    let document = loop {
        if noun == sentence.first() || noun + NEAR == verb {
            return;
        }
        noun -= 1;
        if let Some(document) = document_from(scene, noun, verb).filter(|d| d.tokens.first() == noun) {
            break document;
        }
    };
    let joint = (verb + 1..end.min(verb + NEAR)).find(|&i| scene.is_one_of(i, "entre par , :"));
    let Some(mut at) = joint.filter(|&i| scene.is_one_of(i, "entre par")) else { return };
    // Between whom it is, a list says, with an `et` or without.
    let between = scene.is(at, "entre");
    loop {
        let parties = parties_from(scene, at + 1, end);
        let Some(last) = parties.last() else { return };
        at = last.tokens.last_end();
        for party in parties {
            tell(scene, verb, party, document, facts);
        }
        if !between || !scene.is(at, ",") {
            return;
        }
    }
}

/// The text behind `de`: by its title, its name or its noun.
fn group(scene: &Scene<'_, '_>, of: usize, end: usize) -> Option<Party> {
    let contracted = scene.is(of, "du");
    if !contracted && !scene.is_one_of(of, "de d'") {
        return None;
    }
    let at = if contracted { of } else { of + 1 };
    let document = document_from(scene, at, end);
    let title = document.and_then(|d| quoted_from(scene, d.tokens.last_end(), end));
    title.or(document).or_else(|| parties_from(scene, at, end).into_iter().next())
}

/// Those whom the noun at `noun` is said of, unless it is denied.
fn members(scene: &Scene<'_, '_>, noun: usize, first: usize, end: usize) -> Vec<Party> {
    let denied = (first.max(noun.saturating_sub(FARTHEST))..noun).any(|i| scene.is_one_of(i, "ne n'"));
    if denied {
        return Vec::new();
    }
    // `Anne Petit et Luc Roux, signataires de l'appel`
    if noun > first && scene.is(noun - 1, ",") {
        return subjects::until(scene, noun - 1, first);
    }
    let behind = noun + 1..(noun + FARTHEST).min(end);
    let list = behind.into_iter().find(|&i| scene.is_one_of(i, ": dont figurent comme"));
    list.map(|list| parties_from(scene, list + 1, end)).unwrap_or_default()
}
