//! What happened when: every date that the article gives to something, with the clause that says what, in the order of time.
//!
//! | rule | the date stands | what happened |
//! |---|---|---|
//! | `timeline.clause` | in a main or coordinated clause | the clause: `Le maire a démissionné mardi` |
//! | `timeline.described` | in a relative clause, behind a participle | the noun with it: `le rapport publié mardi`, `Novaline, fondée en 2011` |
//! | `timeline.noun` | in a complement of time (`après la mort de Paul Morel en 2015`) | its noun phrase |
//!
//! Dates that name their noun (`la loi de 1905`, `la saison 2018-2019`), those in brackets, in noise and in repeats say of nothing when it happened.

use time::Date;

use super::essentials;
use super::passage::{self, Parts, Sort};
use super::scene::Scene;
use super::{Fact, FactKind, Modality, Source};
use crate::lexicon::is_conditional;
use crate::links::Anchor;
use crate::mentions::Kind;
use crate::quotes::QuoteKind;
use crate::text::{Span, TokenRange, is_one_of};
use crate::tokens::{BlockKind, Bounded, TokenKind};
use crate::values::tense;

/// Something on the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Index of the date mention.
    pub date: usize,
    /// The words that say what happened, the date mostly among them.
    pub what: Span,
    /// Indices of the facts that this tells, figures among them.
    pub facts: Vec<usize>,
    /// How sure the article is.
    pub modality: Modality,
    /// Whom it rests on.
    pub source: Option<Source>,
    /// The rule that found it.
    pub by: &'static str,
    /// How sure the rule is, 0 to 1.
    pub score: f32,
}

/// The longest clause that is told, in tokens.
const LONGEST: usize = 60;

/// The events in order of time; of one day in the order of the text.
pub(super) fn read(scene: &Scene<'_, '_>, facts: &[Fact]) -> Vec<Event> {
    let mut events: Vec<(Key, Event)> = Vec::new();
    let mut told: Vec<(Key, Vec<u16>)> = Vec::new();
    for (index, mention) in scene.mentions.list().iter().enumerate() {
        let token = mention.tokens.first();
        let Some(key) = key(scene, index).filter(|_| mention.kind == Kind::Date && tells(scene, token)) else {
            continue;
        };
        let parts = scene.parts(statement(scene, token));
        let Some((what, by, score)) = happened(scene, &parts, mention.tokens) else { continue };
        if what.len() > LONGEST {
            continue;
        }
        let span = scene.tokens.span(what);
        // A clause with two names of one day tells it once, and so do two clauses in nearly the same words.
        let words = buckets(scene, what);
        let mut known = told.iter().rev().take(NEAR).filter(|(k, _)| *k == key);
        if known.any(|(_, known)| resemble(known, &words)) {
            continue;
        }
        told.push((key, words));
        let (modality, source) = standing(scene, span, what);
        let from = facts.partition_point(|f| f.evidence.start < span.start);
        let inside = facts[from..].iter().take_while(|f| f.evidence.start < span.end).enumerate();
        let ours = |f: &Fact| !matches!(f.kind, FactKind::Role | FactKind::FigureCheck) && span.contains(f.evidence);
        let facts_told = inside.filter(|(_, f)| ours(f) && f.when.is_none_or(|w| w == index)).map(|(i, _)| from + i);
        events.push((key, Event { date: index, what: span, facts: facts_told.collect(), modality, source, by, score }));
    }
    events.sort_by(|(a, x), (b, y)| (a, x.what).cmp(&(b, y.what)));
    events.into_iter().map(|(_, event)| event).collect()
}

/// So many events back an event is compared with those of the same date.
const NEAR: usize = 24;

/// The words of `range`, as `essentials` counts them, each once.
fn buckets(scene: &Scene<'_, '_>, range: TokenRange) -> Vec<u16> {
    let mut words: Vec<u16> = range.range().filter_map(|i| essentials::bucket(scene, i)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Whether most words of the shorter of two clauses stand in the other.
fn resemble(one: &[u16], other: &[u16]) -> bool {
    let shared = one.iter().filter(|w| other.binary_search(w).is_ok()).count();
    10 * shared >= 7 * one.len().min(other.len())
}

/// Where a date stands on the calendar: first and last day; an open end leaves the other alone.
type Key = (Date, Date);

fn key(scene: &Scene<'_, '_>, mention: usize) -> Option<Key> {
    let date = scene.links.date_of(mention)?;
    let first = date.start.or(date.end)?;
    Some((first, date.end.unwrap_or(first)))
}

/// Whether the block of `token` tells what happened: headlines only announce what the body tells, captions describe a picture.
pub(super) fn tells(scene: &Scene<'_, '_>, token: usize) -> bool {
    let block = scene.tokens.block_of(token);
    let kind = scene.tokens.blocks()[block].kind;
    scene.tokens.tells_facts(block)
        && matches!(kind, BlockKind::Standfirst | BlockKind::Paragraph | BlockKind::ListItem)
}

/// So many quotations before a word are asked whether they hold it: quotations are nested two or three deep.
const NESTED: usize = 8;

/// The innermost quotation that holds `span`.
pub(super) fn quote_around(scene: &Scene<'_, '_>, span: Span) -> Option<usize> {
    let after = scene.quotes.partition_point(|q| q.span.start <= span.start);
    (after.saturating_sub(NESTED)..after).rev().find(|&q| scene.quotes[q].span.contains(span))
}

/// What is taken apart around `token`: its sentence, or what a source says of it (`selon X, …`, `« … », dit X`), whose clause is not that of the article.
pub(super) fn statement(scene: &Scene<'_, '_>, token: usize) -> TokenRange {
    let sentence = scene.tokens.sentence_range(token);
    let quote = quote_around(scene, scene.tokens.list()[token].span).map(|q| &scene.quotes[q]);
    let apart = |by: &str| matches!(by, "quote.source" | "quote.incise");
    match quote.filter(|q| q.kind == QuoteKind::Direct || apart(q.by)) {
        Some(quote) => {
            let inside = scene.tokens.inside(quote.span);
            TokenRange::new(inside.first().max(sentence.first()), inside.last_end().min(sentence.last_end()))
        }
        None => sentence,
    }
}

/// Who says what stands at `span`, and how sure that is.
pub(super) fn standing(scene: &Scene<'_, '_>, span: Span, tokens: TokenRange) -> (Modality, Option<Source>) {
    if let Some(quote) = quote_around(scene, span) {
        return (Modality::Reported, Some(Source::Quote(quote)));
    }
    let verb = tokens.range().find(|&i| scene.is_finite(i));
    let word = verb.map_or("", |v| scene.word(v));
    let denied = verb.is_some_and(|v| {
        let ne = (v.saturating_sub(3)..v).any(|i| scene.is_one_of(i, "ne n'"));
        ne && (v + 1..v + 5).any(|i| scene.is_one_of(i, "pas plus jamais aucun aucune"))
    });
    let modality = match word {
        _ if is_conditional(word) => Modality::Conditional,
        _ if denied => Modality::Negated,
        "va" | "vont" | "doit" | "doivent" => Modality::Planned,
        _ if tense::is_future(word) => Modality::Planned,
        _ => Modality::Asserted,
    };
    (modality, None)
}

/// What happened at the date of `date`, the rule that says so, and how sure it is.
fn happened(scene: &Scene<'_, '_>, parts: &Parts, date: TokenRange) -> Option<(TokenRange, &'static str, f32)> {
    let chunk = parts.chunks[parts.chunk_of(date.first())?];
    let words = Bounded { tokens: scene.tokens, range: chunk.tokens };
    let before = |back: usize| words.before(date.first(), back);
    let before_is = |back: usize, list: &str| words.before_is(date.first(), back, list);
    // `contre 12 en 2018`, `plus qu'en 2022`, `les années 1970 ou 1990`, `de samedi en samedi`: no time of what is told.
    let compares = before_is(1, "ou que qu' sur dont")
        || (1..=4).any(|back| before_is(back, "contre"))
        || before_is(2, "que qu' rapport") && before_is(1, "en au à");
    let repeats = |i: usize| scene.mentions.at_token(i).is_some_and(|m| scene.mentions.list()[m].kind == Kind::Date);
    let again = before_is(1, "en") && date.first() > 1 && repeats(date.first() - 2)
        || scene.is(date.last_end(), "en") && repeats(date.last_end() + 1) && before_is(1, "de");
    // `pour des faits remontant à 2012`
    let apart = (1..=3)
        .any(|back| before(back).ends_with("ant") && before_is(back, "remontant datant allant courant couvrant"));
    // `Autrice en 2004 d'un livre, Anne Morel …`
    let first = scene.word(chunk.tokens.first());
    let apposed = chunk.sort == Sort::Plain
        && parts.chunks.first().is_some_and(|c| c.tokens == chunk.tokens)
        && chunk.tokens.first() < date.first()
        && before_is(1, "en au le")
        && !scene.tokens.is_capitalised(chunk.tokens.first() + 1)
        && scene.name_at(chunk.tokens.first()).is_none()
        && !passage::is_determiner(first)
        && !is_one_of(first, LEADING);
    // `à ce jour`
    let so_far = match scene.word(date.last_end() - 1) {
        "jour" => scene.is(date.first(), "à"),
        // `la fin de mois`
        "mois" => scene.is(date.last_end().wrapping_sub(2), "de"),
        _ => false,
    };
    if so_far || compares || again || apart || apposed {
        return None;
    }
    // `le rapport publié mardi`, `le chanteur condamné en 2017`, not `a publié mardi`
    let led = usize::from(before_is(1, "en le au dès depuis fin"));
    let participle = passage::is_past_participle(before(1 + led)) && date.first() > chunk.tokens.first() + 1 + led;
    if participle
        && !is_auxiliary(before(2 + led))
        && !before_is(2 + led, "été pas plus")
        && !before(2 + led).ends_with("ment")
    {
        let noun = passage::described(scene, date.first() - 1 - led);
        // `au cours de l'année écoulée`
        let start = noun.filter(|s| *s >= chunk.tokens.first() && !scene.is(*s, "cours"))?;
        return Some((TokenRange::new(start, date.last_end()), "timeline.described", 0.8));
    }
    // `la loi de 1905`, `le budget 2025`
    let from_news = scene
        .mentions
        .at_token(date.first())
        .and_then(|m| scene.links.date_of(m))
        .is_some_and(|d| d.anchor == Anchor::Published);
    let names_noun = before_is(1, "de d' du des") && !from_news;
    if names_noun {
        return None;
    }
    // `après la mort de Paul Morel en 2015, …`
    if let Some(start) = behind_time(scene, chunk.tokens, date.first()) {
        return Some((TokenRange::new(start, date.last_end()), "timeline.noun", 0.7));
    }
    let passage = parts.around(scene, date.first())?;
    // `« … », a-t-il dit mardi`: told among the quotations.
    if scene.tokens.kind(passage.tokens.first()) == Some(TokenKind::Quote) {
        return None;
    }
    if !passage.whole {
        return Some((passage.tokens, "timeline.described", 0.8));
    }
    // `c'est trois fois plus qu'en 2022`: of what?
    let first = passage.tokens.first();
    // `fêter Noël`, `les élections de mai` behind the verb, and all dates of a clause but the first may be those of something else in it.
    let ahead = TokenRange::new(first, date.first());
    let behind = ahead.range().any(|i| scene.is_finite(i));
    let other = scene.mentions.within(ahead).any(|m| scene.mentions.list()[m].kind == Kind::Date);
    let led = before_is(1, "de d' du des") && behind || ["er", "ir", "re"].iter().any(|e| before(1).ends_with(e));
    let unreadable =
        other || led || scene.is_one_of(first, "c' ce ça cela ceci celui-ci celle-ci on") || scene.is_finite(first);
    let joined = usize::from(scene.is_one_of(passage.tokens.first(), "et mais or car"));
    let tokens = TokenRange::new(passage.tokens.first() + joined, passage.tokens.last_end());
    Some((tokens, "timeline.clause", if unreadable { 0.6 } else { 0.85 }))
}

/// Words that begin an adverbial: the date behind them is that of the clause.
pub(super) const LEADING: &str = "à a en au aux dans de d' du depuis dès lors pour sur par après avant chez selon vers pendant durant déjà puis et mais hier si devant \
     lundi mardi mercredi jeudi vendredi samedi dimanche";

/// Whether token `mark` is the mark behind which a direct quotation begins.
pub(super) fn begins_quote(scene: &Scene<'_, '_>, mark: usize) -> bool {
    if scene.tokens.kind(mark) != Some(TokenKind::Quote) {
        return false;
    }
    let end = scene.tokens.list()[mark].span.end;
    let next = scene.quotes.get(scene.quotes.partition_point(|q| q.span.start < end));
    next.is_some_and(|q| q.kind == QuoteKind::Direct && scene.tokens.at_byte(q.span.start) == mark + 1)
}

fn is_auxiliary(word: &str) -> bool {
    is_one_of(
        word,
        "a ont est sont avait avaient était étaient sera seront aura auront serait seraient aurait auraient fut soit être avoir",
    )
}

/// Where the noun phrase begins that the date at `date` is part of, behind a preposition of time: `après |la mort de Paul Morel en 2015`.
fn behind_time(scene: &Scene<'_, '_>, chunk: TokenRange, date: usize) -> Option<usize> {
    /// The longest such phrase before its date, in tokens.
    const LONGEST: usize = 14;
    let first = chunk.first().max(date.saturating_sub(LONGEST));
    let noun = (first..date).rev().take_while(|&i| !scene.is_finite(i)).find(|&i| {
        let is =
            |back: usize, list: &str| i.checked_sub(back).is_some_and(|b| chunk.holds(b) && scene.is_one_of(b, list));
        passage::is_determiner(scene.word(i)) && (is(1, "après depuis avant dès") || is(1, "de d'") && is(2, "lors"))
    })?;
    (noun + 1 < date).then_some(noun)
}
