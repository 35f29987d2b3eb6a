//! Quotations whose words are not the same in both articles.

use std::collections::BTreeSet;

use serde::Serialize;

use super::people::Same;
use super::words::Words;
use crate::export::Article;
use crate::map::Map;
use crate::report::Range;

/// Of the pairs of words of the shorter quotation so many stand in the other too: below, two people may have said like things.
const ALIKE: f32 = 0.5;

/// Of one and the same speaker so many of the words are enough, in whatever order: a word in the middle of a short quotation leaves no pair.
const WORDS_ALIKE: f32 = 0.65;

/// Places of one pair of words that are looked at.
const PLACES: usize = 16;

/// Longer quotations are said to differ without saying where: the table of their words would be larger than this.
const LARGEST: usize = 1 << 18;

/// A quotation that stands in both articles in other words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ChangedQuote {
    /// Index of the quotation in the first article.
    pub a: usize,
    /// Index of the quotation in the second.
    pub b: usize,
    /// Words that the first alone has.
    pub removed: Vec<Range>,
    /// Words that the second alone has.
    pub added: Vec<Range>,
}

/// What becomes of the quotations.
pub(super) struct Quotes {
    pub(super) changed: Vec<ChangedQuote>,
    /// In the first, and in the second article alone.
    pub(super) alone: [Vec<usize>; 2],
}

/// The words in marks of an article.
struct Said<'a> {
    words: &'a Words,
    /// Index of the quotation, its words, its speaker.
    quotes: Vec<(usize, std::ops::Range<usize>, Option<usize>)>,
    /// Which of `quotes` have a pair of words.
    pairs: Map<[u32; 2], Vec<u32>>,
    /// Which of `quotes` a speaker has said, the first ones.
    by_speaker: Map<usize, Vec<u32>>,
}

impl<'a> Said<'a> {
    fn new(article: &Article<'_>, words: &'a Words) -> Self {
        let quotes = article.report.quotes.iter().enumerate().filter(|(_, q)| q.kind != "indirect");
        let quotes: Vec<_> = quotes
            .map(|(index, q)| {
                let speaker = q.speaker.as_ref().and_then(|s| s.entity);
                (index, words.at(Range { start: q.start, end: q.end }), speaker)
            })
            .filter(|(_, words, _)| words.len() > 1)
            .collect();
        let mut pairs: Map<[u32; 2], Vec<u32>> = Map::default();
        let mut by_speaker: Map<usize, Vec<u32>> = Map::default();
        for (id, (_, range, speaker)) in quotes.iter().enumerate() {
            if let Some(speaker) = speaker {
                let said = by_speaker.entry(*speaker).or_default();
                if said.len() < PLACES {
                    said.push(id as u32);
                }
            }
            for pair in words.numbers[range.clone()].array_windows::<2>() {
                let places = pairs.entry(*pair).or_default();
                if places.len() < PLACES && places.last() != Some(&(id as u32)) {
                    places.push(id as u32);
                }
            }
        }
        Self { words, quotes, pairs, by_speaker }
    }

    fn numbers(&self, id: usize) -> &[u32] {
        &self.words.numbers[self.quotes[id].1.clone()]
    }

    /// How many pairs of words each quotation shares with `numbers`.
    fn shared(&self, numbers: &[u32]) -> Map<u32, usize> {
        let mut counts = Map::default();
        for pair in numbers.array_windows::<2>() {
            self.pairs.get(pair).into_iter().flatten().for_each(|&id| *counts.entry(id).or_default() += 1);
        }
        counts
    }

    /// Of what `speaker` says here, how much of the words of the shorter of the two stands in `numbers` too.
    fn said_alike(&self, speaker: usize, numbers: &[u32]) -> Vec<(f32, usize)> {
        let has: BTreeSet<u32> = numbers.iter().copied().collect();
        let share = |id: usize| {
            let others: BTreeSet<u32> = self.numbers(id).iter().copied().collect();
            others.intersection(&has).count() as f32 / others.len().min(has.len()) as f32
        };
        let said = self.by_speaker.get(&speaker).into_iter().flatten().map(|&id| (share(id as usize), id as usize));
        said.filter(|&(share, _)| share >= WORDS_ALIKE).collect()
    }

    /// Whether all these words are quoted here, be it in several quotations.
    fn has(&self, numbers: &[u32]) -> bool {
        let pairs = numbers.array_windows::<2>();
        numbers.len() > 1 && pairs.filter(|&pair| !self.pairs.contains_key(pair)).count() == 0
    }
}

/// Finds for each quotation of the first article the one in the second that has most of its words.
pub(super) fn compare(articles: [&Article<'_>; 2], words: [&Words; 2], same: &Same) -> Quotes {
    let (a, b) = (Said::new(articles[0], words[0]), Said::new(articles[1], words[1]));
    let mut found = Quotes { changed: Vec::new(), alone: [Vec::new(), Vec::new()] };
    let mut told = vec![false; b.quotes.len()];
    for (index, range, speaker) in &a.quotes {
        let numbers = &a.words.numbers[range.clone()];
        let alike = b.shared(numbers).into_iter().map(|(id, shared)| {
            let id = id as usize;
            let shorter = numbers.len().min(b.numbers(id).len()) - 1;
            (shared as f32 / shorter as f32, id)
        });
        // Of two that are as much alike the earlier one.
        let best = alike.filter(|&(share, id)| share >= ALIKE && may_be_said_by(*speaker, b.quotes[id].2, same));
        let first = |x: &(f32, usize), y: &(f32, usize)| x.0.total_cmp(&y.0).then(y.1.cmp(&x.1));
        let best = best.max_by(first).or_else(|| {
            let speaker = same.forward.get((*speaker)?).copied().flatten()?;
            b.said_alike(speaker, numbers).into_iter().max_by(first)
        });
        match best {
            Some((_, id)) => {
                told[id] = true;
                let (removed, added) = differences(&a, range.clone(), &b, b.quotes[id].1.clone());
                if !(removed.is_empty() && added.is_empty()) {
                    found.changed.push(ChangedQuote { a: *index, b: b.quotes[id].0, removed, added });
                }
            }
            None if !b.has(numbers) => found.alone[0].push(*index),
            None => {}
        }
    }
    for (id, (index, ..)) in b.quotes.iter().enumerate() {
        if !told[id] && !a.has(b.numbers(id)) {
            found.alone[1].push(*index);
        }
    }
    found
}

fn may_be_said_by(a: Option<usize>, b: Option<usize>, same: &Same) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => {
            let (there, back) = (same.forward.get(a).copied().flatten(), same.backward.get(b).copied().flatten());
            there == Some(b) || (there.is_none() && back.is_none())
        }
        _ => true,
    }
}

/// The words of each that the other has not, by the longest common subsequence; what another quotation of the other article has is not missing.
fn differences(
    a: &Said<'_>,
    one: std::ops::Range<usize>,
    b: &Said<'_>,
    other: std::ops::Range<usize>,
) -> (Vec<Range>, Vec<Range>) {
    let (x, y) = (&a.words.numbers[one.clone()], &b.words.numbers[other.clone()]);
    let (kept_x, kept_y) = common(x, y);
    let lone = |said: &Said<'_>, first: usize, kept: &[bool], elsewhere: &Said<'_>| {
        let mut ranges = Vec::new();
        let mut at = 0;
        while at < kept.len() {
            let length = kept[at..].iter().take_while(|&&k| k == kept[at]).count();
            let words = first + at..first + at + length;
            if !kept[at] && !elsewhere.has(&said.words.numbers[words.clone()]) {
                ranges.push(said.words.range(words.start, words.end));
            }
            at += length;
        }
        ranges
    };
    (lone(a, one.start, &kept_x, b), lone(b, other.start, &kept_y, a))
}

/// Which elements of each belong to the longest common subsequence.
fn common(x: &[u32], y: &[u32]) -> (Vec<bool>, Vec<bool>) {
    let (mut in_x, mut in_y) = (vec![false; x.len()], vec![false; y.len()]);
    if x.len() * y.len() > LARGEST {
        let equal = x == y;
        in_x.fill(equal);
        in_y.fill(equal);
        return (in_x, in_y);
    }
    let width = y.len() + 1;
    let mut lengths = vec![0_u32; (x.len() + 1) * width];
    for i in (0..x.len()).rev() {
        for j in (0..y.len()).rev() {
            lengths[i * width + j] = if x[i] == y[j] {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < x.len() && j < y.len() {
        if x[i] == y[j] {
            (in_x[i], in_y[j]) = (true, true);
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    (in_x, in_y)
}
