//! Subjects of several: a list in front of its verb, those of whom `dont` names some.

use super::antecedent::{can_speak, of_noun};
use super::incise::speaks;
use super::phrase;
use super::scene::Scene;
use super::speaker::is_plural;
use super::subject::segment_start;
use super::words;
use crate::text::TokenRange;
use crate::tokens::TokenKind;

/// The whole list that `head` begins or ends, where that joins two in front of the plural verb at `group`: `la CGT, la FSU et les parents d'élèves`.
pub(super) fn list(scene: &Scene<'_, '_>, bound: usize, group: usize, head: TokenRange) -> Option<TokenRange> {
    let joins = |p: TokenRange| p.range().any(|i| scene.is(i, "et"));
    let mut whole = if joins(head) {
        head
    } else if scene.is(head.last_end(), ",") && !is_plural(scene, head) {
        let rest = phrase::read(scene, head.last_end() + 1, group, true).filter(|&p| joins(p))?;
        TokenRange::new(head.first(), rest.last_end())
    } else {
        return None;
    };
    // Back over the members before, each of which fills what stands between its commas.
    while whole.first() > bound && scene.is(whole.first() - 1, ",") {
        let comma = whole.first() - 1;
        let start = segment_start(scene, bound, comma);
        let named = scene.voice_at(start).is_some() || words::is_determiner(scene.word(start));
        match phrase::read(scene, start, comma, false) {
            Some(member) if member.last_end() == comma && named => whole = TokenRange::new(start, whole.last_end()),
            _ => break,
        }
    }
    (whole != head).then_some(whole)
}

/// Two, of each of whom commas tell more, in front of the plural verb at `group`: `le préfet, Paul Morel, et la maire, Anne Petit,`.
pub(super) fn apposed(scene: &Scene<'_, '_>, group: usize, head: TokenRange) -> Option<TokenRange> {
    let comma = head.last_end();
    if !scene.is(comma, ",") || is_plural(scene, head) {
        return None;
    }
    let and = (comma + 1..group).find(|&i| scene.is(i, "et") && scene.is(i - 1, ","))?;
    let second = phrase::read(scene, and + 1, group, false).filter(|&p| can_speak(scene, p))?;
    let apart = second.last_end() == group || scene.is(second.last_end(), ",");
    let told = (comma + 1..and).chain(second.last_end()..group).any(|i| scene.is_finite(i));
    (apart && !told && can_speak(scene, head))
        .then(|| TokenRange::new(head.first(), group - usize::from(scene.is(group - 1, ","))))
}

/// The list that `first` begins behind a plural verb: `confirment Utopia, la CGT et Anne Morel`.
pub(super) fn listed_behind(scene: &Scene<'_, '_>, first: TokenRange, limit: usize) -> Option<TokenRange> {
    let mut end = first.last_end();
    if first.range().any(|i| scene.is(i, "et")) {
        return None;
    }
    while scene.is(end, ",") && scene.voice_at(end - 1).is_some() {
        let next = phrase::read(scene, end + 1, limit, true).filter(|&p| speaks(scene, p))?;
        end = next.last_end();
        if next.range().any(|i| scene.is(i, "et")) {
            return Some(TokenRange::new(first.first(), end));
        }
    }
    None
}

/// Those of whom `dont` names some, in front of the plural verb at `group`: `58 pays, dont la Chine et l'Inde, ont …`.
pub(super) fn counted_with(scene: &Scene<'_, '_>, bound: usize, group: usize) -> Option<TokenRange> {
    let some = (bound..group).find(|&i| scene.is(i, "dont"))?;
    // `…, ont signé un texte et ont appelé à …`: the second verb shares the subject of the first.
    if !scene.is(group - 1, "et") && (bound..group).any(|i| scene.is_finite(i)) {
        return None;
    }
    let several = |p: &TokenRange| scene.tokens.kind(p.first()) == Some(TokenKind::Number) || is_plural(scene, *p);
    of_noun(scene, bound, some).filter(several)
}
