//! Blocks that repeat an earlier block, verbatim or nearly, or of which each sentence stands in earlier blocks: agencies send updates that carry whole paragraphs
//! again, and pages show an article once more in other paragraphs.

use crate::map::Map;
use std::cell::OnceCell;

use super::Tokens;

/// Blocks of fewer words are never called a repeat: `Partager` or a speaker's name may well stand twice.
const FEWEST_WORDS: usize = 8;

/// Two blocks are nearly the same when they share this part of their distinct words (Jaccard index). Lower would catch rewritten paragraphs that say something new; 1 would miss a corrected typing error.
const SAME: f32 = 0.9;

/// At most so many earlier blocks of the same opening are compared word by word, so that a text of one line a million times stays linear.
const CANDIDATES: usize = 4;

/// How many words tell that two blocks may be nearly the same.
const EDGE: usize = 4;

/// For each block the earlier block that it repeats.
pub(super) fn find(tokens: &Tokens<'_>) -> Vec<Option<usize>> {
    let mut verbatim: Map<&str, usize> = Map::default();
    // Nearly the same: blocks that share their first or their last four words.
    let mut by_edge: Map<[&str; EDGE], Vec<usize>> = Map::default();
    // Where each sentence was said first.
    let mut said: Map<&str, usize> = Map::default();
    // The different words of each block, in order, once somebody asked.
    let words_of: Vec<OnceCell<Vec<&str>>> = vec![OnceCell::new(); tokens.blocks().len()];
    let words = |index: usize| {
        let folded = tokens.blocks()[index].tokens.range().map(|i| tokens.folded(i));
        folded.filter(|word| word.starts_with(char::is_alphanumeric))
    };
    let set = |index: usize| {
        let mut set: Vec<&str> = words(index).collect();
        set.sort_unstable();
        set.dedup();
        set
    };
    let sentences = |index: usize| {
        let sentences = &tokens.sentences()[tokens.blocks()[index].sentences.range()];
        sentences.iter().map(|s| tokens.range_str(s.tokens))
    };
    let mut repeats = Vec::with_capacity(tokens.blocks().len());
    for (index, block) in tokens.blocks().iter().enumerate() {
        let mut repeat_of = None;
        if words(index).nth(FEWEST_WORDS - 1).is_some() {
            let text = tokens.text().slice(block.span);
            let mut last = edge(words(index).rev());
            last.reverse();
            let edges = [edge(words(index)), last];
            repeat_of = verbatim.get(text).copied().or_else(|| {
                let earlier = edges.iter().filter_map(|edge| by_edge.get(edge)).flatten();
                let words = |index: usize| words_of[index].get_or_init(|| set(index));
                earlier.copied().find(|&e| jaccard(words(e), words(index)) >= SAME)
            });
            repeat_of = repeat_of.or_else(|| {
                let mut earlier = sentences(index).map(|sentence| said.get(sentence).copied());
                let first = earlier.next()??;
                earlier.all(|block| block.is_some()).then_some(first)
            });
            if repeat_of.is_none() {
                verbatim.insert(text, index);
                for sentence in sentences(index) {
                    said.entry(sentence).or_insert(index);
                }
                for edge in edges {
                    let earlier = by_edge.entry(edge).or_default();
                    if earlier.len() < CANDIDATES {
                        earlier.push(index);
                    }
                }
            }
        }
        repeats.push(repeat_of);
    }
    repeats
}

/// The next [`EDGE`] words.
fn edge<'w>(mut words: impl Iterator<Item = &'w str>) -> [&'w str; EDGE] {
    std::array::from_fn(|_| words.next().unwrap_or_default())
}

/// Shared part of two sorted lists without doubles; 0 where their lengths alone forbid [`SAME`], so that a long block is not walked for every short one.
fn jaccard(a: &[&str], b: &[&str]) -> f32 {
    if (a.len().min(b.len()) as f32) < SAME * a.len().max(b.len()) as f32 {
        return 0.0;
    }
    let shared = a.iter().filter(|w| b.binary_search(w).is_ok()).count();
    shared as f32 / (a.len() + b.len() - shared).max(1) as f32
}
