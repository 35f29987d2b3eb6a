//! The article as evidence: a name found by strong evidence in one place is that name everywhere.

use std::collections::BTreeMap;

use super::candidates::Candidate;
use super::decode::Chosen;
use super::evidence::{Evidence, KINDS};
use super::words::Words;
use super::{person, weights};
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::tokens::Tokens;

/// What the first reading found, by name.
pub(super) struct Memory {
    /// Name, as the numbers of its words → what all its occurrences together say, by kind.
    names: BTreeMap<Vec<u32>, Votes>,
    /// Folded surname, with and without its particle → what the full names with it say.
    surnames: BTreeMap<Vec<u32>, f32>,
    /// Folded acronym or short form → kind of what it stands for.
    short: BTreeMap<Vec<u32>, Kind>,
    /// First token of each full name that was chosen → one past its last.
    full: BTreeMap<usize, usize>,
}

/// Sums over the occurrences of one name.
#[derive(Clone, Copy, Default)]
struct Votes {
    sums: [f32; 5],
    occurrences: f32,
}

impl Memory {
    /// Remembers what was `chosen`; all candidates of a remembered name vote, chosen or not.
    pub(super) fn of(
        tokens: &Tokens<'_>,
        words: &Words<'_>,
        candidates: &[Candidate],
        evidence: &[Evidence],
        chosen: &[Chosen],
    ) -> Self {
        let mut memory =
            Self { names: BTreeMap::new(), surnames: BTreeMap::new(), short: BTreeMap::new(), full: BTreeMap::new() };
        for found in chosen {
            let range = candidates[found.candidate].tokens;
            memory.names.entry(words.name(range).to_vec()).or_default();
            if found.kind == Kind::Person
                && let Some(name) = person::full_name(tokens, words, range)
            {
                memory.full.insert(range.first(), range.last_end());
                let sure = (found.weight - weights::NAME_COST).clamp(0.0, weights::SUREST);
                // With its particle (`de Gaulle`, `Le Pen`) and, where that is written small, without.
                for start in name.surname..range.last_end() {
                    let surname = words.name(TokenRange::new(start, range.last_end())).to_vec();
                    let best = memory.surnames.entry(surname).or_default();
                    *best = best.max(sure);
                }
                let given = words.name(TokenRange::new(range.first(), range.first() + 1)).to_vec();
                if name.given > 0.3 && !person::is_initials(tokens, range.first()) {
                    let best = memory.surnames.entry(given).or_default();
                    *best = best.max(sure * 0.5);
                }
            }
            memory.remember_acronym(tokens, words, found.kind, range);
        }
        for (candidate, evidence) in candidates.iter().zip(evidence) {
            if let Some(votes) = memory.names.get_mut(words.name(candidate.tokens)) {
                votes.occurrences += 1.0;
                for (sum, kind) in votes.sums.iter_mut().zip(KINDS) {
                    *sum += evidence.of(kind).clamp(-weights::SUREST, weights::SUREST);
                }
            }
        }
        memory
    }

    /// An acronym in brackets behind its expansion, or the expansion behind its acronym.
    fn remember_acronym(&mut self, tokens: &Tokens<'_>, words: &Words<'_>, kind: Kind, range: TokenRange) {
        let end = range.last_end();
        if tokens.folded(end) == "(" && tokens.folded(end + 2) == ")" && tokens.is_all_caps(end + 1) {
            self.short.insert(words.name(TokenRange::new(end + 1, end + 2)).to_vec(), kind);
        }
    }

    /// The evidence for candidate `candidate` with what the rest of the article adds.
    pub(super) fn remind(&self, words: &Words<'_>, candidate: &Candidate, own: &Evidence) -> Evidence {
        let mut evidence = own.clone();
        let key = words.name(candidate.tokens);
        if let Some(&sure) = self.surnames.get(key)
            && !self.is_inside_full_name(candidate.tokens)
        {
            settle(&mut evidence, Kind::Person, |_| weights::SURNAME * sure);
        } else if let Some(votes) = self.names.get(key)
            && votes.occurrences > 1.0
        {
            // What the other occurrences say on average.
            let own_part = |kind| own.of(kind).clamp(-weights::SUREST, weights::SUREST);
            let others = |slot: usize| (votes.sums[slot] - own_part(KINDS[slot])) / (votes.occurrences - 1.0);
            let best = (1..KINDS.len()).fold(0, |best, slot| if others(slot) > others(best) { slot } else { best });
            settle(&mut evidence, KINDS[best], |slot| weights::REPEAT * (others(best) - others(slot)));
        }
        if let Some(&kind) = self.short.get(key) {
            evidence.add(kind, weights::INTRODUCED_ACRONYM, "names.acronym");
        }
        evidence
    }

    /// Whether `range` is a part of a full name, which the whole name remembers.
    fn is_inside_full_name(&self, range: TokenRange) -> bool {
        let name = self.full.range(..=range.first()).next_back();
        name.is_some_and(|(&first, &end)| end >= range.last_end() && end - first > range.len())
    }
}

/// Lets `kind` win over the others by what `lead` says for each slot of [`KINDS`]. It gains little itself: that a name comes again says what it is, not
/// that it is a name of its own here (`Nantes` inside `mairie de Nantes`).
fn settle(evidence: &mut Evidence, kind: Kind, lead: impl Fn(usize) -> f32) {
    for (slot, other) in KINDS.into_iter().enumerate().filter(|&(_, other)| other != kind) {
        evidence.against(other, lead(slot).max(0.0));
    }
    evidence.add(kind, weights::AGAIN, "names.repeat");
}
