//! Who has signed a text, as the noun says it: `member`, and `group`, the text (`membership.signatory`).
//!
//! `Parmi les signataires de cette tribune : Anne Petit et Luc Roux`, `Anne Petit, signataire de l'appel`.

use super::parties::{Party, document_from, parties_from, quoted_from};
use super::scene::Scene;
use super::subjects;
use super::{Fact, FactKind};
use crate::text::is_one_of;

/// How far behind the noun its list begins, in tokens.
const FARTHEST: usize = 32;

/// The memberships that the noun states.
pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for noun in (0..scene.tokens.len()).filter(|&i| scene.word(i).starts_with("signataire") && !scene.is_noise(i)) {
        let sentence = scene.tokens.sentence_range(noun);
        let Some(group) = group(scene, noun + 1, sentence.last_end()) else { continue };
        for member in members(scene, noun, sentence.first(), sentence.last_end()) {
            let arguments = vec![member.plays("member"), group.plays("group")];
            let mut fact = Fact::asserted(FactKind::Membership, arguments, "membership.signatory", 0.75);
            fact.evidence = fact.evidence.cover(scene.tokens.list()[noun].span);
            facts.push(fact);
        }
    }
    facts
}

/// The text behind `de`: by its title, its name or its noun.
fn group(scene: &Scene<'_, '_>, of: usize, end: usize) -> Option<Party> {
    let contracted = scene.word(of) == "du";
    if !contracted && !matches!(scene.word(of), "de" | "d'") {
        return None;
    }
    let at = if contracted { of } else { of + 1 };
    let document = document_from(scene, at, end);
    let title = document.and_then(|d| quoted_from(scene, d.tokens.last_end(), end));
    title.or(document).or_else(|| parties_from(scene, at, end).into_iter().next())
}

/// Those whom the noun at `noun` is said of, unless it is denied.
fn members(scene: &Scene<'_, '_>, noun: usize, first: usize, end: usize) -> Vec<Party> {
    let denied = (first.max(noun.saturating_sub(FARTHEST))..noun).any(|i| matches!(scene.word(i), "ne" | "n'"));
    if denied {
        return Vec::new();
    }
    // `Anne Petit et Luc Roux, signataires de l'appel`
    if noun > first && scene.word(noun - 1) == "," {
        return subjects::until(scene, noun - 1, first);
    }
    let behind = noun + 1..(noun + FARTHEST).min(end);
    let list = behind.into_iter().find(|&i| is_one_of(scene.word(i), ": dont figurent comme"));
    list.map(|list| parties_from(scene, list + 1, end)).unwrap_or_default()
}
