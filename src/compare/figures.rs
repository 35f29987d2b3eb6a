//! Figures that differ: both articles count or measure the same thing, and not as many.

use std::collections::BTreeSet;

use serde::Serialize;

use super::words::Words;
use crate::export::Article;
use crate::map::Map;
use crate::report::{MentionEntry, Range, ValueEntry};
use crate::text::fold;

/// So many longer words around the two figures must be the same: `12 personnes` were hurt and `200 personnes` led away, and nothing differs.
const AROUND: usize = 2;

/// Words with fewer bytes say little of what a sentence is about.
const LONG: u32 = 5;

/// Two figures for one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FigurePair {
    /// What is counted or measured, in the words of the first article.
    pub what: Range,
    /// Index of the mention in the first article.
    pub a: usize,
    /// Index of the mention in the second.
    pub b: usize,
}

/// What is counted, and in what: kind, unit, words.
type Key<'a> = (&'a str, &'a str, String);

/// The pairs, in the order of the first article. A thing for which one article has two figures is left alone, and so is a figure that the other article has too.
pub(super) fn compare(articles: [&Article<'_>; 2], words: [&Words; 2]) -> Vec<FigurePair> {
    let [ours, theirs] = articles.map(counted);
    let [we_have, they_have] = articles.map(amounts);
    let mut pairs = Vec::new();
    for (key, &(a, once)) in ours.iter() {
        let Some(&(b, also_once)) = theirs.get(key) else { continue };
        let [one, other] = [&articles[0].report.mentions[a], &articles[1].report.mentions[b]];
        let (Some(what), Some(x), Some(y)) = (one.of, amount(one), amount(other)) else { continue };
        let nowhere = !they_have.contains(&(one.kind, x)) && !we_have.contains(&(other.kind, y));
        if once && also_once && nowhere && around(articles, words, [one, other]) >= AROUND {
            pairs.push(FigurePair { what, a, b });
        }
    }
    pairs.sort_by_key(|pair| pair.a);
    pairs
}

/// What an article counts, with the first mention and whether all others of the same thing have the same amount.
fn counted<'a>(article: &Article<'a>) -> Map<Key<'a>, (usize, bool)> {
    let mentions = &article.report.mentions;
    let mut counted: Map<Key<'_>, (usize, bool)> = Map::default();
    for (index, mention) in mentions.iter().enumerate() {
        if let (Some(of), Some(this)) = (mention.of, amount(mention)) {
            let key = (mention.kind, unit(mention), fold(&article.line(of)));
            let (first, once) = counted.entry(key).or_insert((index, true));
            *once &= amount(&mentions[*first]) == Some(this);
        }
    }
    counted
}

fn amounts<'a>(article: &Article<'a>) -> BTreeSet<(&'a str, (&'a str, Option<&'a str>))> {
    article.report.mentions.iter().filter_map(|m| Some((m.kind, amount(m)?))).collect()
}

/// The amount, and the upper end of a range.
fn amount(mention: &MentionEntry) -> Option<(&str, Option<&str>)> {
    match mention.value.as_deref()? {
        ValueEntry::Money { amount, max, .. }
        | ValueEntry::Measure { amount, max, .. }
        | ValueEntry::Number { amount, max, .. } => Some((amount, max.as_deref())),
        _ => None,
    }
}

fn unit(mention: &MentionEntry) -> &str {
    match mention.value.as_deref() {
        Some(ValueEntry::Money { currency, .. }) => currency.as_deref().unwrap_or_default(),
        Some(ValueEntry::Measure { unit, .. }) => unit,
        _ => "",
    }
}

/// How many longer words the sentences of both have in common, but for those of the figures themselves and of what they count.
fn around(articles: [&Article<'_>; 2], words: [&Words; 2], mentions: [&MentionEntry; 2]) -> usize {
    let [ours, theirs] = [0, 1].map(|side| -> BTreeSet<u32> {
        let (sentences, mention) = (&articles[side].report.sentences, mentions[side]);
        let index = sentences.partition_point(|s| s.end <= mention.start);
        let Some(sentence) = sentences.get(index) else { return BTreeSet::new() };
        let own = [Some(Range { start: mention.start, end: mention.end }), mention.of];
        let within = |range: Range| own.iter().flatten().any(|o| o.start <= range.start && range.end <= o.end);
        let all = words[side].at(Range { start: sentence.start, end: sentence.end });
        let long = all.filter(|&word| {
            let range = words[side].places[word];
            range.end - range.start >= LONG && !within(range)
        });
        long.map(|word| words[side].numbers[word]).collect()
    });
    ours.intersection(&theirs).count()
}
