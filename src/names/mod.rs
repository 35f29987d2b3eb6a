//! Names of people, organisations, places, events and works.
//!
//! Three steps, so that what weighs the evidence may change without the rest: `candidates` says which stretches may be names, `features`
//! says what speaks for and against each (a named rule, a kind, a weight of `weights`), `decode` chooses the best set of stretches that do
//! not overlap. They are taken twice: the second reading knows what the first one found anywhere in the article (`memory`), so that `Musk`
//! is a person wherever `Elon Musk` is.

mod candidates;
mod context;
mod decode;
mod evidence;
mod features;
mod lookup;
mod memory;
mod person;
mod phrases;
mod vocabulary;
mod weights;
mod words;

use crate::mentions::Mention;
use crate::tokens::Tokens;

use decode::Chosen;
use memory::Memory;
use words::Words;

/// Every name that the evidence carries; none overlaps another.
pub fn find(tokens: &Tokens<'_>) -> Vec<Mention> {
    let words = Words::read(tokens);
    let candidates = candidates::find(tokens, &words);
    let own = features::judge(tokens, &words, &candidates);
    let first = decode::choose(tokens, &words, &candidates, &own);
    let memory = Memory::of(tokens, &words, &candidates, &own, &first);
    let with_article: Vec<_> = candidates.iter().zip(&own).map(|(c, e)| memory.remind(&words, c, e)).collect();
    decode::choose(tokens, &words, &candidates, &with_article)
        .into_iter()
        .map(|Chosen { candidate, kind, weight, rule }| {
            let range = candidates[candidate].tokens;
            Mention {
                tokens: range,
                span: tokens.span(range),
                kind,
                value: None,
                of: None,
                by: rule,
                score: weights::confidence(weight),
            }
        })
        .collect()
}
