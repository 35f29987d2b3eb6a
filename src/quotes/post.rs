//! Posts of networks set into an article: what its account says, in front of `— Anne Morel (@anne_morel) 12 février 2025`.

use super::scene::Scene;
use super::{Quote, QuoteKind, Speaker, nouns};
use crate::lexicon::gazetteer::Class;
use crate::mentions::Kind;
use crate::text::{TokenRange, is_one_of};
use crate::tokens::TokenKind;

/// The longest name of an account, in tokens.
const NAME: usize = 8;

/// The longest post, in tokens.
const LONGEST: usize = 120;

/// So many words at the start of a copy tell where the post begins.
const ALIKE: usize = 4;

/// A post, and where what belongs to it ends: its date, or the copy behind the date.
pub(super) struct Post {
    pub(super) quote: Option<Quote>,
    pub(super) range: TokenRange,
}

/// Finds the posts, in order.
pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<Post> {
    let tokens = scene.tokens;
    let mut posts: Vec<Post> = Vec::new();
    for handle in 0..tokens.len() {
        if tokens.kind(handle) != Some(TokenKind::Handle) || scene.word(handle + 1) != ")" {
            continue;
        }
        let from = posts.last().map_or(0, |p| p.range.last_end());
        posts.extend(at(scene, from, handle));
    }
    posts
}

/// The post that is signed with token `handle`, and begins at token `from` or behind it.
fn at(scene: &Scene<'_, '_>, from: usize, handle: usize) -> Option<Post> {
    let tokens = scene.tokens;
    let open = handle.checked_sub(1).filter(|&i| scene.word(i) == "(")?;
    let block = tokens.blocks()[tokens.block_of(handle)].tokens;
    let earliest = from.max(block.first());
    let dash = (earliest..open).rev().take(NAME).find(|&i| is_one_of(scene.word(i), "— – -"))?;
    let dated = date_end(scene, handle + 2)?;
    let begins = copy_of(scene, dated, earliest, dash);
    // A line of its own is all post.
    let line = dated == block.last_end() && dash - earliest <= LONGEST && earliest == block.first();
    let start = begins.or(line.then_some(earliest))?;
    let content = scene.trim(TokenRange::new(start, content_end(scene, start, dash)));
    let copied = if begins.is_some() { dash - start } else { 0 };
    let end = (dated + copied).min(tokens.len());
    let speaker = account(scene, TokenRange::new(dash + 1, open)).filter(|_| !content.is_empty());
    let quote = speaker.map(|speaker| Quote {
        span: tokens.span(content),
        kind: QuoteKind::Direct,
        speaker: Some(speaker),
        cue: None,
        by: "quote.post",
        score: 0.8,
    });
    Some(Post { quote, range: TokenRange::new(start, end) })
}

/// Who posts, where it is a person or a body that speaks for itself: a paper's account tells its own headlines.
fn account(scene: &Scene<'_, '_>, name: TokenRange) -> Option<Speaker> {
    let mention = scene.mentions.within(name).find(|&m| {
        let kind = scene.mentions.list()[m].kind;
        matches!(kind, Kind::Person | Kind::Organisation)
    })?;
    let entity = scene.links.entity_of(mention)?;
    let speaks = !nouns::is_known(scene, entity, Class::Media);
    let span = scene.tokens.span(scene.mentions.list()[mention].tokens);
    speaks.then_some(Speaker { span, entity: Some(entity) })
}

/// Where the date at token `at` ends: `12 février 2025`, `May 17, 2025`.
fn date_end(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let number = |i: usize| scene.tokens.kind(i) == Some(TokenKind::Number);
    let english = number(at + 1) && scene.word(at + 2) == "," && number(at + 3);
    scene.time_end(at).or(english.then_some(at + 4))
}

/// Where the words in front of `dash` begin that are copied from token `copy` on, as the text of an embedded post often is.
fn copy_of(scene: &Scene<'_, '_>, copy: usize, earliest: usize, dash: usize) -> Option<usize> {
    let tokens = scene.tokens;
    let alike =
        |start: usize| (0..ALIKE).all(|i| copy + i < tokens.len() && tokens.str(start + i) == tokens.str(copy + i));
    (earliest.max(dash.saturating_sub(LONGEST))..dash.saturating_sub(ALIKE)).find(|&start| alike(start))
}

/// Where what the post says ends, without the script, addresses and handles behind it.
fn content_end(scene: &Scene<'_, '_>, start: usize, dash: usize) -> usize {
    let tokens = scene.tokens;
    let script = (start..dash).find(|&i| scene.word(i) == "function" && scene.word(i + 1) == "(");
    let end = script.map_or(dash, |i| (start..=i).rev().find(|&i| tokens.spaced_before(i)).unwrap_or(start));
    let via = |i: usize| is_one_of(scene.word(i), "via cc") && scene.is_link(i + 1);
    (start..end).rev().find(|&i| !scene.is_link(i) && !via(i)).map_or(start, |last| last + 1)
}
