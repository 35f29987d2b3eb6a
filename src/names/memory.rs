//! The article as evidence: what the first reading found elsewhere, as features of the second.

use std::collections::BTreeMap;

use super::Found;
use super::hash::{self, Feature, Hash};
use super::labels::{self, KINDS, Scores};
use super::words::Words;
use crate::text::TokenRange;

/// What was found under one name or word: the sum of how likely each kind was, and how often.
#[derive(Clone, Copy, Default)]
struct Votes {
    sums: [f32; KINDS.len()],
    /// Occurrences that are no name.
    outside: f32,
}

impl Votes {
    fn add(&mut self, found: &Found, sign: f32) {
        self.sums[found.slot] += sign * found.likely;
    }

    /// The kind that most occurrences are of, how much of the whole it is (0 to 2), and how often it was found (1 to 3). `None` where there are none.
    fn majority(&self) -> Option<[u32; 3]> {
        let mut best = 0;
        for slot in 1..KINDS.len() {
            if self.sums[slot] > self.sums[best] {
                best = slot;
            }
        }
        let total = self.sums.iter().sum::<f32>() + self.outside;
        let (kind, votes) =
            if self.outside > self.sums[best] { (KINDS.len(), self.outside) } else { (best, self.sums[best]) };
        if total < 0.3 {
            return None;
        }
        let share = if votes > 0.9 * total { 2 } else { u32::from(votes > 0.6 * total) };
        let often = if votes < 1.5 { 1 } else { 2 + u32::from(votes > 3.5) };
        Some([kind as u32, share, often])
    }
}

/// What the first reading found, by name and by word.
pub(super) struct Memory {
    names: BTreeMap<Vec<u32>, Votes>,
    /// The length of the longest name that begins with a word.
    longest: BTreeMap<u32, usize>,
    words: BTreeMap<u32, Votes>,
    /// Last words of names of several words that are people's, and first words of them.
    surnames: BTreeMap<u32, f32>,
    given: BTreeMap<u32, f32>,
    /// First words of longer names.
    beginnings: BTreeMap<u32, Votes>,
    /// Index of the found name of each token, one more; 0 for none.
    found_at: Vec<u32>,
}

/// The longest name that is remembered, in tokens: a stretch of capitals without end is none.
const LONGEST: usize = 12;

/// Keeps the features here apart from those of the first reading.
const SEED: Hash = 0x0dd;

/// Templates of the features here.
mod template {
    pub(super) const NAME: u32 = 0x200;
    pub(super) const NAME_OWN: u32 = 0x201;
    pub(super) const WORD: u32 = 0x202;
    pub(super) const WORD_OWN: u32 = 0x203;
    pub(super) const SURNAME: u32 = 0x204;
    pub(super) const GIVEN: u32 = 0x205;
    pub(super) const BEGINNING: u32 = 0x206;
    pub(super) const OWN: u32 = 0x207;
}

impl Memory {
    pub(super) fn of(words: &Words<'_, '_>, count: usize, found: &[Found]) -> Self {
        let mut memory = Self {
            names: BTreeMap::new(),
            longest: BTreeMap::new(),
            words: BTreeMap::new(),
            surnames: BTreeMap::new(),
            given: BTreeMap::new(),
            beginnings: BTreeMap::new(),
            found_at: vec![0; count],
        };
        for (number, name) in found.iter().enumerate() {
            memory.found_at[name.tokens.range()].fill(number as u32 + 1);
            let key = words.name(name.tokens);
            if key.len() > LONGEST {
                continue;
            }
            memory.names.entry(key.to_vec()).or_default().add(name, 1.0);
            let longest = memory.longest.entry(key[0]).or_default();
            *longest = key.len().max(*longest);
            if key.len() > 1 {
                memory.beginnings.entry(key[0]).or_default().add(name, 1.0);
                if name.slot == 0 {
                    *memory.surnames.entry(key[key.len() - 1]).or_default() += name.likely;
                    *memory.given.entry(key[0]).or_default() += name.likely;
                }
            }
        }
        for index in (0..count).filter(|&i| words.has_capital(i)) {
            let own = memory.found(found, index);
            let votes = memory.words.entry(words.name_of(index)).or_default();
            match own {
                Some(own) => votes.add(own, 1.0),
                None => votes.outside += f32::from(u8::from(words.is_strong(index))),
            }
        }
        memory
    }

    /// The name that was found around token `index`.
    fn found<'f>(&self, found: &'f [Found], index: usize) -> Option<&'f Found> {
        self.found_at[index].checked_sub(1).map(|number| &found[number as usize])
    }

    /// The features of the second reading for the tokens of a run: what was found elsewhere, without what was found here.
    pub(super) fn features(
        &self,
        words: &Words<'_, '_>,
        found: &[Found],
        run: TokenRange,
        first: &[usize],
    ) -> Vec<Vec<Feature>> {
        let mut features = vec![Vec::new(); run.len()];
        let keys = words.name(run);
        for (offset, features) in features.iter_mut().enumerate() {
            let index = run.first() + offset;
            let own = self.found(found, index);
            let label = first[offset] as u32;
            let mut add = |template: u32, values: &[u32]| {
                features.push(hash::of(SEED, template, values));
            };
            let sure = own.map_or(0, |o| 1 + u32::from(o.likely > 0.6) + u32::from(o.likely > 0.9));
            add(template::OWN, &[label, sure]);
            let key = keys[offset];
            if words.has_capital(index) {
                let mut votes = self.words.get(&key).copied().unwrap_or_default();
                match own {
                    Some(own) => votes.add(own, -1.0),
                    None => votes.outside -= f32::from(u8::from(words.is_strong(index))),
                }
                if let Some([kind, share, often]) = votes.majority() {
                    add(template::WORD, &[kind, share, often]);
                    add(template::WORD_OWN, &[kind, share, label, sure]);
                }
            }
            let whole = |o: &&Found| o.tokens.len() > 1 && o.slot == 0;
            let at_end = own.filter(whole).filter(|o| o.tokens.last_end() == index + 1).map_or(0.0, |o| o.likely);
            let at_start = own.filter(whole).filter(|o| o.tokens.first() == index).map_or(0.0, |o| o.likely);
            if self.surnames.get(&key).is_some_and(|&sum| sum - at_end > 0.4) {
                add(template::SURNAME, &[label, sure]);
            }
            if self.given.get(&key).is_some_and(|&sum| sum - at_start > 0.4) {
                add(template::GIVEN, &[label, sure]);
            }
            if let Some(mut votes) = self.beginnings.get(&key).copied() {
                if let Some(own) = own.filter(|o| o.tokens.len() > 1 && o.tokens.first() == index) {
                    votes.add(own, -1.0);
                }
                if let Some([kind, share, _]) = votes.majority() {
                    add(template::BEGINNING, &[kind, share, label]);
                }
            }
        }
        // The longest name found elsewhere, at the leftmost place.
        let mut offset = 0;
        while offset < run.len() {
            let longest = self.longest.get(&keys[offset]).copied().unwrap_or(0).min(run.len() - offset);
            let Some((length, votes)) = (1..=longest).rev().find_map(|length| {
                let range = TokenRange::new(run.first() + offset, run.first() + offset + length);
                let mut votes = *self.names.get(&keys[offset..offset + length])?;
                if let Some(own) = self.found(found, range.first()).filter(|o| o.tokens == range) {
                    votes.add(own, -1.0);
                }
                votes.majority().map(|majority| (length, majority))
            }) else {
                offset += 1;
                continue;
            };
            for place in 0..length {
                let label = first[offset + place] as u32;
                let position = [u32::from(place > 0), length.min(3) as u32];
                let mut add = |template: u32, values: &[u32]| {
                    features[offset + place].push(hash::of(SEED, template, values.iter().chain(&position)));
                };
                add(template::NAME, &votes);
                add(template::NAME_OWN, &[votes[0], votes[1], label]);
            }
            offset += length;
        }
        features
    }
}

/// The names that labels say, with how likely each is: the least likely of its tokens.
pub fn names(run: TokenRange, labels: &[usize], likely: &[Scores]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (offset, &label) in labels.iter().enumerate() {
        let Some(slot) = labels::slot(label) else { continue };
        let index = run.first() + offset;
        let score = likely[offset][label];
        if labels::begins(label) {
            found.push(Found { tokens: TokenRange::new(index, index + 1), slot, likely: score });
        } else if let Some(name) = found.last_mut() {
            name.tokens = TokenRange::new(name.tokens.first(), index + 1);
            name.likely = name.likely.min(score);
        }
    }
    found
}
