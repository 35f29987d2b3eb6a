//! Results as tables and asides write them: `Lens - Nantes 2 - 1`, `Lens 2-1 Nantes`, `Lens – Nantes (0-3)`: `winner`, `loser` (`defeat.score`). A draw has
//! no winner.

use super::parties::Party;
use super::scene::Scene;
use super::{Fact, FactKind};
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::tokens::TokenKind;

/// The highest number of points of one side; more would be years.
const MOST_POINTS: u16 = 199;

/// The defeats that results state.
pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (index, name) in scene.mentions.list().iter().enumerate() {
        if matches!(name.kind, Kind::Person | Kind::Organisation | Kind::Place) && !scene.is_noise(name.tokens.first())
        {
            facts.extend(result(scene, index, name.tokens.last_end()));
        }
    }
    facts
}

/// The result of the game of which the first side's name ends before token `at`.
fn result(scene: &Scene<'_, '_>, first: usize, at: usize) -> Option<Fact> {
    let end = scene.tokens.sentence_range(at.checked_sub(1)?).last_end();
    let (second, score, after) = match score(scene, at) {
        // `Lens 2-1 Nantes`
        Some((score, behind)) => {
            let (second, name) = scene.name_from(behind)?;
            (second, score, name.tokens.last_end())
        }
        // `Lens - Nantes : 2-1`
        None => {
            // `le match entre Lens et Nantes (2-1)`
            let between = scene.is(at, "et") && opens_pair(scene, first);
            let joint = between || scene.is_one_of(at, "- – — /");
            let (second, name) = joint
                .then(|| scene.name_from(at + 1 + usize::from(scene.is_one_of(at + 1, "le la l' les"))))
                .flatten()?;
            let behind = name.tokens.last_end();
            let (score, after) = score(scene, behind + usize::from(scene.is_one_of(behind, ": ( ,")))?;
            (second, score, after)
        }
    };
    // `Lens - Nantes 2 - 3 heures`: whatever goes on is no result.
    let closed = after >= end || scene.tokens.kind(after) != Some(TokenKind::Word);
    let (one, other) = (Party::of(scene, first), Party::of(scene, second));
    let alike = (one.kind == Kind::Person) == (other.kind == Kind::Person)
        && matches!(other.kind, Kind::Person | Kind::Organisation | Kind::Place)
        && one.entity != other.entity;
    if !closed || !alike || after > end || score.0 == score.1 {
        return None;
    }
    let (winner, loser) = if score.0 > score.1 { (one, other) } else { (other, one) };
    let arguments = vec![winner.plays("winner"), loser.plays("loser")];
    let mut fact = Fact::asserted(FactKind::Defeat, arguments, "defeat.score", 0.8);
    fact.evidence = fact.evidence.cover(scene.tokens.span(TokenRange::new(at, after)));
    fact.when = scene.date_near(at);
    Some(fact)
}

/// Whether `entre` stands before the name `mention`, an article in between.
fn opens_pair(scene: &Scene<'_, '_>, mention: usize) -> bool {
    let start = scene.mentions.list()[mention].tokens.first();
    let article = start > 0 && scene.is_one_of(start - 1, "le la l' les");
    start.checked_sub(1 + usize::from(article)).is_some_and(|i| scene.is(i, "entre"))
}

/// Both sides' points at token `at`, `2 - 1` or `2 à 1`, and the first token behind.
pub(super) fn score(scene: &Scene<'_, '_>, at: usize) -> Option<((u16, u16), usize)> {
    let points = |i: usize| {
        let digits = scene.tokens.folded(i); // which the end of the text does not have
        let number = (!digits.starts_with('0') || digits == "0").then(|| digits.parse().ok()).flatten()?;
        (number <= MOST_POINTS).then_some(number)
    };
    let joint = scene.is_one_of(at + 1, "- – — à");
    let score = joint.then(|| points(at).zip(points(at + 2))).flatten()?;
    // `12-05-2024`
    (!scene.is_one_of(at + 3, "- /")).then_some((score, at + 3))
}
