//! Posts of networks set into an article: what its account says, in front of `— Anne Morel (@anne_morel) 12 février 2025`.

use super::scene::Scene;
use super::{Quote, QuoteKind, Speaker, nouns};
use crate::lexicon::gazetteer::Class;
use crate::lexicon::source;
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::tokens::TokenKind;

/// The longest name of an account, in tokens.
const NAME: usize = 8;

/// The longest post, in tokens.
const LONGEST: usize = 100;

/// The longest date, in tokens.
const DATE: usize = 4;

/// What the tokens `block` say as a post, if they are one whose account speaks for itself: it ends with who posts and when.
pub(super) fn read(scene: &Scene<'_, '_>, block: TokenRange) -> Option<Quote> {
    let tokens = scene.tokens;
    if block.len() > LONGEST {
        return None;
    }
    let from = block.last_end().saturating_sub(DATE + 2).max(block.first() + 1);
    let handle = (from..block.last_end()).find(|&i| tokens.kind(i) == Some(TokenKind::Handle))?;
    let open = handle - 1;
    if !scene.is(open, "(") || !scene.is(handle + 1, ")") || date_end(scene, handle + 2)? != block.last_end() {
        return None;
    }
    let dash = (block.first()..open).rev().take(NAME).find(|&i| scene.is_one_of(i, "— –"))?;
    let content = scene.trim(TokenRange::new(block.first(), content_end(scene, block.first(), dash)));
    let speaker = account(scene, TokenRange::new(dash + 1, open)).filter(|_| !content.is_empty())?;
    Some(Quote {
        span: tokens.span(content),
        kind: QuoteKind::Direct,
        speaker: Some(speaker),
        cue: None,
        by: "quote.post",
        score: 0.8,
    })
}

/// Who posts, where it is a person or a body that speaks for itself: a paper's account tells its own headlines, and one that no list has may be a paper's.
fn account(scene: &Scene<'_, '_>, name: TokenRange) -> Option<Speaker> {
    let mention = scene.mentions.within(name).find(|&m| {
        let kind = scene.mentions.list()[m].kind;
        matches!(kind, Kind::Person | Kind::Organisation)
    })?;
    let entity = scene.links.entity_of(mention)?;
    let mention = &scene.mentions.list()[mention];
    // `Préfecture de Brenne`
    let told = || source(scene.word(mention.tokens.first())).is_some();
    let known = |media: bool| nouns::is_known(scene, entity, &|class| (class == Class::Media) == media);
    let speaks = mention.kind == Kind::Person || !known(true) && (told() || known(false));
    speaks.then_some(Speaker { span: scene.tokens.span(mention.tokens), entity: Some(entity) })
}

/// Where the date at token `at` ends: `12 février 2025`, `May 17, 2025`.
fn date_end(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let number = |i: usize| scene.tokens.kind(i) == Some(TokenKind::Number);
    let english = number(at + 1) && scene.is(at + 2, ",") && number(at + 3);
    scene.time_end(at).or(english.then_some(at + 4))
}

/// Where what the post says ends, without the script, addresses and handles behind it.
fn content_end(scene: &Scene<'_, '_>, start: usize, dash: usize) -> usize {
    let tokens = scene.tokens;
    let script = (start..dash).find(|&i| scene.is(i, "function") && scene.is(i + 1, "("));
    let end = script.map_or(dash, |i| (start..=i).rev().find(|&i| tokens.spaced_before(i)).unwrap_or(start));
    let via = |i: usize| scene.is_one_of(i, "via cc") && scene.is_link(i + 1);
    (start..end).rev().find(|&i| !scene.is_link(i) && !via(i)).map_or(start, |last| last + 1)
}
