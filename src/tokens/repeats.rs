//! Blocks that repeat an earlier block, verbatim or nearly: agencies send updates that carry whole paragraphs again.

use std::collections::HashMap;

use super::Tokens;

/// Blocks of fewer words are never called a repeat: `Partager` or a speaker's name may well stand twice.
const FEWEST_WORDS: usize = 8;

/// Two blocks are nearly the same when they share this part of their distinct words (Jaccard index). Lower would catch rewritten paragraphs that say something new; 1 would miss a corrected typing error.
const SAME: f32 = 0.9;

/// At most so many earlier blocks of the same opening are compared word by word, so that a text of one line a million times stays linear.
const CANDIDATES: usize = 4;

/// For each block the earlier block that it repeats.
pub(super) fn find(tokens: &Tokens<'_>) -> Vec<Option<usize>> {
    let mut verbatim: HashMap<&str, usize> = HashMap::new();
    // Nearly the same: blocks that share their first or their last four words.
    let mut by_edge: HashMap<Vec<&str>, Vec<usize>> = HashMap::new();
    let mut words_of: Vec<Vec<&str>> = Vec::with_capacity(tokens.blocks().len());
    let mut repeats = Vec::with_capacity(tokens.blocks().len());
    for (index, block) in tokens.blocks().iter().enumerate() {
        let words: Vec<&str> =
            block.tokens.range().map(|i| tokens.folded(i)).filter(|w| w.starts_with(char::is_alphanumeric)).collect();
        let mut repeat_of = None;
        if words.len() >= FEWEST_WORDS {
            let text = tokens.text().slice(block.span);
            let mut set = words.clone();
            set.sort_unstable();
            set.dedup();
            let edges = [words[..4].to_vec(), words[words.len() - 4..].to_vec()];
            repeat_of = verbatim.get(text).copied().or_else(|| {
                let earlier = edges.iter().filter_map(|edge| by_edge.get(edge)).flatten();
                earlier.copied().find(|&e| jaccard(&words_of[e], &set) >= SAME)
            });
            if repeat_of.is_none() {
                verbatim.insert(text, index);
                for edge in edges {
                    let earlier = by_edge.entry(edge).or_default();
                    if earlier.len() < CANDIDATES {
                        earlier.push(index);
                    }
                }
            }
            words_of.push(set);
        } else {
            words_of.push(Vec::new());
        }
        repeats.push(repeat_of);
    }
    repeats
}

/// Shared part of two sorted lists without doubles; 0 where their lengths alone forbid [`SAME`], so that a long block is not walked for every short one.
fn jaccard(a: &[&str], b: &[&str]) -> f32 {
    if (a.len().min(b.len()) as f32) < SAME * a.len().max(b.len()) as f32 {
        return 0.0;
    }
    let shared = a.iter().filter(|w| b.binary_search(w).is_ok()).count();
    shared as f32 / (a.len() + b.len() - shared).max(1) as f32
}
