//! What both texts have word for word, wherever it stands in each.

use serde::Serialize;

use super::words::Words;
use crate::map::Map;
use crate::report::Range;

/// So many words in a row are no chance: with four, `le président de la` is a passage in common; with ten, a sentence that was changed in its middle has none.
const SHORTEST: usize = 7;

/// Places of one run of words that are looked at; the rest of what stands there so often is a refrain.
const PLACES: usize = 8;

/// A passage in both texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Passage {
    /// Where it stands in the first.
    pub a: Range,
    /// Where it stands in the second.
    pub b: Range,
}

/// The passages in common, in the order of the second text, the longest at each of its words. Each word of the second text is in one at most. Linear in both.
pub(super) fn find(a: &Words, b: &Words) -> Vec<Passage> {
    let mut places: Map<[u32; SHORTEST], Vec<u32>> = Map::default();
    for (at, run) in runs(&a.numbers) {
        let known = places.entry(run).or_default();
        if known.len() < PLACES {
            known.push(at as u32);
        }
    }
    let mut passages = Vec::new();
    let mut at = 0;
    while let Some(run) = b.numbers[at..].first_chunk::<SHORTEST>() {
        let longest = places.get(run).into_iter().flatten().map(|&from| {
            let (from, to) = (from as usize, at);
            let pairs = a.numbers[from..].iter().zip(&b.numbers[to..]);
            (pairs.take_while(|(x, y)| x == y).count(), std::cmp::Reverse(from))
        });
        match longest.max() {
            Some((length, std::cmp::Reverse(from))) => {
                passages.push(Passage { a: a.range(from, from + length), b: b.range(at, at + length) });
                at += length;
            }
            None => at += 1,
        }
    }
    passages
}

fn runs(numbers: &[u32]) -> impl Iterator<Item = (usize, [u32; SHORTEST])> {
    numbers.array_windows::<SHORTEST>().copied().enumerate()
}

/// How many of the words stand in one of the `ranges`, of 1.
pub(super) fn share(words: &Words, ranges: impl Iterator<Item = Range>) -> f32 {
    let mut within = vec![false; words.numbers.len()];
    ranges.for_each(|range| within[words.at(range)].fill(true));
    let count = within.iter().filter(|&&w| w).count();
    if within.is_empty() { 0.0 } else { (count as f32 / within.len() as f32 * 1000.0).round() / 1000.0 }
}
