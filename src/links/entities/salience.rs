//! How much of the article each entity is.

use super::Entity;
use crate::mentions::Mentions;
use crate::tokens::{BlockKind, Tokens};

/// What a mention in the headline weighs, against 1 for one in the middle of the text.
const HEADLINE: f32 = 4.0;
/// What a mention in the standfirst or in the first paragraph weighs: news tell the main thing first.
const OPENING: f32 = 2.5;
/// What a mention in a caption, or in a repeat of an earlier block, weighs.
const ASIDE: f32 = 0.25;
/// What each paragraph that names the entity adds: what goes through the whole article matters more than what is named often in one place.
const SPREAD: f32 = 0.5;
/// What each further mention in one block weighs, against the first.
const AGAIN: f32 = 0.5;

/// Gives each entity its share of the article.
pub(super) fn weigh(tokens: &Tokens<'_>, mentions: &Mentions, entities: &mut [Entity]) {
    let opening = tokens.blocks().iter().position(|b| b.kind == BlockKind::Paragraph);
    let weight = |block: usize| {
        let kind = tokens.blocks()[block].kind;
        match kind {
            BlockKind::Noise | BlockKind::Byline | BlockKind::Dateline => 0.0,
            _ if tokens.blocks()[block].repeat_of.is_some() => ASIDE,
            BlockKind::Caption => ASIDE,
            BlockKind::Headline => HEADLINE,
            BlockKind::Standfirst => OPENING,
            _ if Some(block) == opening => OPENING,
            _ => 1.0,
        }
    };
    for entity in &mut *entities {
        let mut last = None;
        for &mention in &entity.mentions {
            let block = tokens.block_of(mentions.list()[mention].tokens.first());
            let weight = weight(block);
            entity.salience +=
                if last == Some(block) { weight * AGAIN } else { weight + if weight > ASIDE { SPREAD } else { 0.0 } };
            last = Some(block);
        }
    }
    let total: f32 = entities.iter().map(|e| e.salience).sum();
    for entity in entities {
        // Where all stands in noise nothing is salient.
        entity.salience = if total > 0.0 { (entity.salience / total * 1000.0).round() / 1000.0 } else { 0.0 };
    }
}
