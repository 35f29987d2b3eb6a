//! Pronouns and titles (`il`, `la ministre`) to the entity that they speak of.

use super::entities::Entity;
use crate::mentions::Mentions;
use crate::tokens::Tokens;

/// Pairs of token and entity, in order of the token.
pub(super) fn find(
    tokens: &Tokens<'_>,
    mentions: &Mentions,
    entities: &[Entity],
    entity_of: &[Option<usize>],
) -> Vec<(usize, usize)> {
    let _ = (tokens, mentions, entities, entity_of);
    Vec::new()
}
