//! The best set of candidates that do not overlap: a shortest path through each sentence.

use super::candidates::Candidate;
use super::evidence::Evidence;
use super::weights;
use super::words::Words;
use crate::mentions::Kind;
use crate::tokens::Tokens;

/// A candidate that was chosen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chosen {
    /// Index of the candidate.
    pub(super) candidate: usize,
    /// What it is.
    pub(super) kind: Kind,
    /// What speaks for it.
    pub(super) weight: f32,
    /// The rule that decided.
    pub(super) rule: &'static str,
}

/// The best total up to a token, and how it was reached.
#[derive(Clone, Copy)]
struct Step {
    total: f32,
    /// The candidate that ends here, if the best path ends with one.
    candidate: Option<usize>,
}

/// Chooses among `candidates`, which come in order of their first token. Time is linear in tokens and candidates.
pub(super) fn choose(
    tokens: &Tokens<'_>,
    words: &Words<'_>,
    candidates: &[Candidate],
    evidence: &[Evidence],
) -> Vec<Chosen> {
    let bests: Vec<_> = evidence.iter().map(Evidence::best).collect();
    // `steps[t]` is the best reading of everything before token `t`.
    let mut steps = vec![Step { total: f32::NEG_INFINITY, candidate: None }; tokens.len() + 1];
    steps[0].total = 0.0;
    let mut next = 0;
    for token in 0..tokens.len() {
        let here = steps[token];
        let skipped = here.total - if words.is_strong(token) { weights::UNEXPLAINED_CAPITAL } else { 0.0 };
        if skipped >= steps[token + 1].total {
            steps[token + 1] = Step { total: skipped, candidate: None };
        }
        while let Some(candidate) = candidates.get(next).filter(|c| c.tokens.first() == token) {
            let (kind, weight, _) = bests[next];
            let mut total = here.total + weight - weights::NAME_COST;
            if let Some(before) = here.candidate {
                total -= touching(bests[before].0, kind);
            }
            let end = candidate.tokens.last_end();
            if weight > weights::NAME_COST && total > steps[end].total {
                steps[end] = Step { total, candidate: Some(next) };
            }
            next += 1;
        }
    }
    let mut chosen = Vec::new();
    let mut at = tokens.len();
    while at > 0 {
        if let Some(candidate) = steps[at].candidate {
            let (kind, weight, rule) = bests[candidate];
            chosen.push(Chosen { candidate, kind, weight, rule });
            at = candidates[candidate].tokens.first();
        } else {
            at -= 1;
        }
    }
    chosen.reverse();
    chosen
}

/// What two names side by side cost, without a word between them: rather they are one name, but for `le patron de Tesla Elon Musk`.
fn touching(before: Kind, kind: Kind) -> f32 {
    match (before, kind) {
        (Kind::Person, _) => weights::TOUCHING_PERSON,
        (_, Kind::Person) => weights::PERSON_BEHIND_NAME,
        (Kind::Organisation, Kind::Work) => weights::PRODUCT_BEHIND_MAKER,
        _ => weights::TOUCHING_NAMES,
    }
}
