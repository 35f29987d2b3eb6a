//! Quotations in headings, which name nobody: the body tells who says so.

use super::nouns::is_called;
use super::scene::{Pair, Scene};
use super::{Quote, QuoteKind, Speaker, speaker};
use crate::lexicon::{SourceKind, source};
use crate::map::Map;
use crate::mentions::Kind;
use crate::text::{Span, TokenRange, fold};
use crate::tokens::{BlockKind, TokenKind, Tokens};

/// How many quotations behind a heading are looked at for its words.
const BEHIND: usize = 12;

/// How many are looked at where a whole heading asks for who says it.
const FAR: usize = 40;

/// How many bytes marks, spaces and a stop take around a quotation.
const MARKS: usize = 12;

/// How many words of a heading's quotation are compared.
const WORDS: usize = 24;

/// How many words of a quotation in the body are compared with them.
const BODY_WORDS: usize = 200;

/// The longest bracket that says who speaks in a heading, in tokens.
const SIGNED: usize = 8;

/// So many tokens are looked at for one content word: French has one in two or three. A quotation of little words alone is as long as it likes, and
/// many headings may ask for its content.
const TOKENS: usize = 8;

/// The most tokens of quoted words that a heading lifts out of the body.
const LIFTED: usize = 6;

/// Finds short quoted words of headings that a quotation further on holds: `« Peu d'espoir » pour le pont`. `quotes` stand in order, and so do those that
/// are returned.
pub(super) fn lifted(scene: &Scene<'_, '_>, quotes: &[Quote]) -> Vec<Quote> {
    let tokens = scene.tokens;
    let mut found = Vec::new();
    for &pair in scene.pairs_in(TokenRange::new(0, tokens.len())) {
        let inner = scene.trim(pair.inner());
        if inner.is_empty()
            || inner.len() > LIFTED
            || is_group(scene, pair)
            || scene.is_repeated(inner)
            || !is_heading(scene, pair)
        {
            continue;
        }
        let span = tokens.span(inner);
        let next = quotes.partition_point(|q| q.span.start < span.start);
        let around =
            quotes[next.saturating_sub(2)..].iter().take(3).any(|q| q.span.start < span.end && span.start < q.span.end);
        let words = content(tokens, span, WORDS);
        if around || words.is_empty() || inner.range().any(|i| scene.name_at(i).is_some()) {
            continue;
        }
        let said = quotes[next..].iter().take(BEHIND).find(|q| {
            let said = content(tokens, q.span, BODY_WORDS);
            q.kind != QuoteKind::Indirect && words.iter().all(|w| said.contains(w))
        });
        let Some(said) = said else { continue };
        let predicate = predicate(scene, pair, said);
        let kind = if predicate.is_some() { QuoteKind::Mixed } else { QuoteKind::Direct };
        let span = predicate.map_or(span, |range| tokens.span(range));
        if found.last().is_none_or(|q: &Quote| q.span.end <= span.start) {
            found.push(Quote { span, kind, speaker: said.speaker, cue: None, by: "quote.heading", score: 0.6 });
        }
    }
    found
}

/// What a heading reports whose quoted words are its verb: all of it, less the subject where that is who speaks: `Paul Morel « ferme la porte » à un accord`.
fn predicate(scene: &Scene<'_, '_>, pair: Pair, said: &Quote) -> Option<TokenRange> {
    let block = &scene.tokens.blocks()[scene.tokens.block_of(pair.open)];
    if !super::direct::is_predicate(scene, pair) || block.kind == BlockKind::Paragraph {
        return None;
    }
    let subject = scene.voice_at(block.tokens.first());
    let own = subject.filter(|&m| {
        let entity = scene.links.entity_of(m);
        entity.is_some() && entity == said.speaker.and_then(|s| s.entity)
    });
    let start = own.map_or(block.tokens.first(), |m| scene.mentions.list()[m].tokens.last_end());
    Some(scene.trim(TokenRange::new(start, block.tokens.last_end())))
}

/// Whether the marks hold a name for a group: `les « gilets rouges »`, `3 000 « gilets rouges »`, and `« Gilets rouges » :` in front of a heading.
fn is_group(scene: &Scene<'_, '_>, pair: Pair) -> bool {
    let inner = pair.inner();
    let plural = inner.len() <= 2 && inner.range().all(|i| scene.word(i).ends_with(['s', 'x']));
    let before = pair.open.wrapping_sub(1);
    let counted =
        scene.is_one_of(before, "les des aux ces de d'") || scene.tokens.kind(before) == Some(TokenKind::Number);
    scene.is(pair.close + 1, ":") || plural && counted
}

/// Whether a pair stands in a heading; some are glued to the paragraph that they head: `« Peu d'espoir » Depuis mardi, …`.
fn is_heading(scene: &Scene<'_, '_>, pair: Pair) -> bool {
    let tokens = scene.tokens;
    let block = tokens.block_of(pair.open);
    let next = pair.close + 1;
    let glued = tokens.kind(next) == Some(TokenKind::Word)
        && tokens.is_capitalised(next)
        && scene.name_at(next).is_none()
        && tokens.block_of(next.min(tokens.len() - 1)) == block;
    tokens.tells_facts(block)
        && (glued || matches!(tokens.blocks()[block].kind, BlockKind::Headline | BlockKind::Subhead))
}

/// Gives quotations of headings without a cue the speaker of the quotation in the body that holds their words, else of the next one. `quotes` stand in order.
///
/// `scene` tells whom a bracket at the end names: `« Un nouvel élan » pour le port (Morel)`.
pub(super) fn settle(scene: &Scene<'_, '_>, quotes: &mut [Quote]) {
    let tokens = scene.tokens;
    // The first quotations of the body behind a heading, with their words: those of one heading ask for the same ones.
    let mut body: (usize, Vec<(usize, Vec<&str>)>) = (usize::MAX, Vec::new());
    for index in 0..quotes.len() {
        let quote = &quotes[index];
        let block = tokens.block_of(tokens.at_byte(quote.span.start).min(tokens.len().saturating_sub(1)));
        let kind = tokens.blocks()[block].kind;
        // A subhead is its quotation; a short paragraph that quotes among other things is none.
        let whole = quote.span.len() + MARKS >= tokens.blocks()[block].span.len();
        let glued = quote.by == "quote.fragment" && is_glued(scene, quote.span);
        // `« La route tuera »`, and `Une élue` on a line of her own below.
        let below = |s: Speaker| {
            let line = tokens.blocks().get(block + 1);
            s.span.start > quote.span.end && line.is_some_and(|b| b.tokens.first() == tokens.inside(s.span).first())
        };
        let doubtful = quote.cue.is_none()
            && (kind == BlockKind::Subhead && whole || quote.speaker.is_none() || glued)
            && !quote.speaker.is_some_and(below);
        // `Une élue dénonce des « lenteurs »`: the body names her.
        let unnamed = kind == BlockKind::Headline
            && quote.speaker.is_some_and(|s| s.entity.is_none() && is_someone(tokens, tokens.inside(s.span)));
        let signed = if kind == BlockKind::Headline && quote.cue.is_none() {
            signed(scene, tokens.blocks()[block].tokens)
        } else {
            None
        };
        if signed.is_some() {
            quotes[index].speaker = signed;
            continue;
        }
        let heading = matches!(kind, BlockKind::Headline | BlockKind::Standfirst | BlockKind::Subhead);
        if !(doubtful || unnamed) || !(heading || glued) {
            continue;
        }
        let words = content(tokens, quote.span, WORDS);
        let end = if heading { tokens.blocks()[block].span.end } else { quote.span.end };
        let next = quotes.partition_point(|q| q.span.start < end);
        if body.0 != next {
            let behind = quotes.iter().enumerate().skip(next).take(FAR);
            body = (next, behind.map(|(i, q)| (i, content(tokens, q.span, BODY_WORDS))).collect());
        }
        // Headings shorten and bend what they quote: two thirds of its words are enough where no quotation holds all.
        let holding = |share: usize| {
            body.1.iter().find(|(i, said)| {
                // `La route est coupée, selon le préfet`: who says so in the body by name.
                let named = doubtful || quotes[*i].speaker.is_some_and(|s| s.entity.is_some());
                let shared = words.iter().filter(|w| said.contains(w)).count();
                named && !words.is_empty() && 3 * shared >= share * words.len()
            })
        };
        let repeated = if doubtful { holding(3) } else { None }.or_else(|| holding(2));
        // `Une élue dénonce …` means the first one whom the body quotes and calls so.
        let noun = quote.speaker.map(|s| scene.word(tokens.inside(s.span).first() + 1));
        let called = |i: usize| {
            quotes[i].speaker.and_then(|s| s.entity).is_some_and(|e| noun.is_some_and(|n| is_called(scene, e, n)))
        };
        let nearest = body.1.first().filter(|&&(i, _)| heading && (doubtful || called(i)));
        let speaker = repeated.or(nearest).and_then(|&(i, _)| quotes[i].speaker);
        let speaker = speaker.or_else(|| if quote.speaker.is_none() { behind(scene, quote.span) } else { None });
        if let Some(speaker) = speaker.filter(|s| doubtful || s.entity.is_some()) {
            let own = quotes[index].speaker.filter(|_| !doubtful);
            quotes[index].speaker = Some(Speaker { span: own.map_or(speaker.span, |s| s.span), ..speaker });
        }
    }
}

/// The shortest phrase that means the same one wherever it stands, in tokens: `le chef de l'armée`.
const TOLD: usize = 4;

/// Gives those whom the article calls by the very words for someone known, elsewhere, the same speaker.
pub(super) fn alike(scene: &Scene<'_, '_>, quotes: &mut [Quote]) {
    let phrase = |speaker: Speaker| {
        let range = scene.tokens.inside(speaker.span);
        let told = range.len() >= TOLD && scene.is_one_of(range.first(), "le la l'");
        told.then(|| fold(scene.tokens.text().slice(speaker.span)))
    };
    let mut known: Map<String, Option<usize>> = Map::default();
    for speaker in quotes.iter().filter_map(|q| q.speaker).filter(|s| s.entity.is_some()) {
        if let Some(words) = phrase(speaker) {
            known.entry(words).or_insert(speaker.entity);
        }
    }
    for speaker in quotes.iter_mut().filter_map(|q| q.speaker.as_mut()).filter(|s| s.entity.is_none()) {
        speaker.entity = phrase(*speaker).and_then(|words| *known.get(&words)?);
    }
}

/// Whether the quotation is a heading that runs into its paragraph, without a stop: `« Nous avons peur » Les riverains ont …`.
fn is_glued(scene: &Scene<'_, '_>, span: Span) -> bool {
    let quoted = scene.tokens.inside(span);
    scene.pair_at(quoted.first()).is_some_and(|p| {
        let next = p.close + 1;
        scene.tokens.is_sentence_start(p.open)
            && scene.tokens.kind(next) == Some(TokenKind::Word)
            && scene.tokens.is_capitalised(next)
            && scene.name_at(next).is_none()
            && scene.tokens.kind(p.close - 1) == Some(TokenKind::Word)
    })
}

/// The person right behind the colon that follows a quotation: `« Le pont tiendra » : Anne Morel répond`.
fn behind(scene: &Scene<'_, '_>, span: Span) -> Option<Speaker> {
    let close = scene.pair_at(scene.tokens.inside(span).first())?.close;
    let mention = scene.voice_at(close + 2).filter(|_| scene.is(close + 1, ":"))?;
    let mention = &scene.mentions.list()[mention];
    (mention.kind == Kind::Person && mention.tokens.first() == close + 2)
        .then(|| speaker::of_phrase(scene, mention.tokens))
}

/// Whom the bracket at the end of a heading names first: `(Morel, UD)`.
fn signed(scene: &Scene<'_, '_>, heading: TokenRange) -> Option<Speaker> {
    let close = heading.last_end().checked_sub(1).filter(|&i| scene.is(i, ")"))?;
    let open = (heading.first()..close).rev().take(SIGNED).find(|&i| scene.is(i, "(")).filter(|&i| i > 0)?;
    // `selon Morel (UD)`
    let person = |&m: &usize| scene.mentions.list()[m].kind == Kind::Person;
    let mention = scene.voice_at(open - 1).filter(person).or_else(|| scene.voice_at(open + 1))?;
    let span = scene.tokens.span(scene.mentions.list()[mention].tokens);
    Some(Speaker { span, entity: scene.links.entity_of(mention) })
}

/// Whether a phrase speaks of one person: `une élue`, `l'ambassadrice du Canada`.
fn is_someone(tokens: &Tokens<'_>, phrase: TokenRange) -> bool {
    phrase
        .range()
        .take(3)
        .any(|i| source(tokens.folded(i)).is_some_and(|s| s.kind == SourceKind::Person && s.plural != Some(true)))
}

/// The first content words inside `span`, at most `most`.
fn content<'a>(tokens: &'a Tokens<'_>, span: Span, most: usize) -> Vec<&'a str> {
    let range: TokenRange = tokens.inside(span);
    range
        .range()
        .take(TOKENS * most)
        .filter(|&i| tokens.kind(i) == Some(TokenKind::Word))
        .map(|i| tokens.folded(i))
        .filter(|w| w.chars().count() > 3)
        .take(most)
        .collect()
}
