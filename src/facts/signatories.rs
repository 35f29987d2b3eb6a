//! Who has signed a text, as the noun says it: `member`, and `group`, the text (`membership.signatory`).
//!
//! `Parmi les signataires de cette tribune : Anne Petit et Luc Roux`, `Anne Petit, signataire de l'appel`, `l'accord signé entre Vix et Télor`.

use super::parties::{LONGEST_LIST, Party, document_from, listed_from, parties_from, quoted_from};
use super::scene::Scene;
use super::subjects;
use super::{Fact, FactKind};
use crate::text::is_one_of;

/// How far behind the noun its list begins, in tokens.
const FARTHEST: usize = 32;

/// The memberships that the noun states.
pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    let signs = |i: usize| ["signataire", "signé", "conclu"].iter().any(|s| scene.word(i).starts_with(s));
    for noun in (0..scene.tokens.len()).filter(|&i| signs(i) && !scene.is_noise(i)) {
        let sentence = scene.tokens.sentence_range(noun);
        if !scene.word(noun).starts_with("signa") {
            if let Some((document, parties)) = signed(scene, noun, sentence.first(), sentence.last_end()) {
                for party in parties {
                    let arguments = vec![party.plays("member"), document.plays("group")];
                    let mut fact = Fact::asserted(FactKind::Membership, arguments, "membership.signed", 0.75);
                    fact.when = scene.date_near(noun);
                    facts.push(fact);
                }
            }
            continue;
        }
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

/// The text that the participle at `verb` is said of, and between whom, or by whom: `des conventions ont été signées entre la CFDT et Vix`.
fn signed(scene: &Scene<'_, '_>, verb: usize, first: usize, end: usize) -> Option<(Party, Vec<Party>)> {
    /// How far before the participle its noun stands, and how far behind it the parties, in tokens.
    const NEAR: usize = 8;
    let before = first.max(verb.saturating_sub(NEAR))..verb;
    let document = before.rev().find_map(|i| document_from(scene, i, verb).filter(|d| d.tokens.first() == i))?;
    let joint = (verb + 1..end.min(verb + NEAR)).find(|&i| is_one_of(scene.word(i), "entre par , :"))?;
    // `pourrait être signé` is not yet.
    if scene.word(verb - 1) == "être" {
        return None;
    }
    match scene.word(joint) {
        "par" => Some((document, listed_from(scene, joint + 1, end))),
        "entre" => {
            // Between whom it is, a list says, with an `et` or without.
            let (mut parties, mut at) = (Vec::new(), joint);
            while let Some(last) =
                parties_from(scene, at + 1, end).last().copied().filter(|_| parties.len() < LONGEST_LIST)
            {
                parties.extend(parties_from(scene, at + 1, end));
                at = last.tokens.last_end();
                if scene.word(at) != "," {
                    break;
                }
            }
            (parties.len() > 1).then_some((document, parties))
        }
        _ => None,
    }
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
