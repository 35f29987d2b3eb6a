//! The article as evidence: what the first reading found elsewhere, as features of the second.

use super::Found;
use super::hash::{self, Feature, Hash};
use super::labels::{self, KINDS, Scores};
use super::words::Words;
use crate::map::Map;
use crate::text::{TokenRange, around};

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

/// What was found with one word in it.
#[derive(Clone, Copy, Default)]
struct OfWord {
    /// Of the word itself, wherever it stands.
    word: Votes,
    /// Of longer names that begin with it.
    beginning: Votes,
    /// The length of the longest name that begins with it.
    longest: usize,
    /// How likely all names of people together are that it ends, of several words, or begins.
    surname: f32,
    given: f32,
}

/// The words of all runs as numbers: equal for two names that differ in case and accents only.
pub(super) struct Keys<'r> {
    runs: &'r [TokenRange],
    /// Where the numbers of each run begin.
    starts: Vec<u32>,
    numbers: Vec<u32>,
}

impl<'r> Keys<'r> {
    /// Those of `runs`, which lie in order.
    pub(super) fn of(words: &Words<'_, '_>, runs: &'r [TokenRange]) -> Self {
        let mut numbers = Vec::with_capacity(runs.iter().map(|run| run.len()).sum());
        let mut starts = Vec::with_capacity(runs.len());
        for run in runs {
            starts.push(numbers.len() as u32);
            numbers.extend(run.range().map(|index| words.name_of(index)));
        }
        Self { runs, starts, numbers }
    }

    /// The words of `range`, which lies inside a run.
    fn get(&self, range: TokenRange) -> &[u32] {
        let run = self.runs.partition_point(|run| run.last_end() <= range.first());
        let start = self.starts[run] as usize + range.first() - self.runs[run].first();
        &self.numbers[start..start + range.len()]
    }
}

/// What the first reading found, by name and by word.
pub(super) struct Memory<'m> {
    /// In order.
    found: &'m [Found],
    keys: &'m Keys<'m>,
    names: Map<&'m [u32], Votes>,
    /// For each number of a word: see [`Words::name_of`].
    words: Vec<OfWord>,
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

impl<'m> Memory<'m> {
    /// What was `found` in an article of `count` tokens.
    pub(super) fn of(words: &Words<'_, '_>, count: usize, keys: &'m Keys<'_>, found: &'m [Found]) -> Self {
        let no_words = vec![OfWord::default(); words.count_of_names()];
        let mut memory = Self { found, keys, names: Map::default(), words: no_words };
        for name in found {
            let key = keys.get(name.tokens);
            if key.len() > LONGEST {
                continue;
            }
            memory.names.entry(key).or_default().add(name, 1.0);
            let first = &mut memory.words[key[0] as usize];
            first.longest = key.len().max(first.longest);
            if key.len() > 1 {
                first.beginning.add(name, 1.0);
                if name.slot == 0 {
                    first.given += name.likely;
                    memory.words[key[key.len() - 1] as usize].surname += name.likely;
                }
            }
        }
        for index in (0..count).filter(|&i| words.has_capital(i)) {
            let own = memory.found(index);
            let votes = &mut memory.words[words.name_of(index) as usize].word;
            match own {
                Some(own) => votes.add(own, 1.0),
                None => votes.outside += f32::from(u8::from(words.is_strong(index))),
            }
        }
        memory
    }

    /// The name that was found around token `index`.
    fn found(&self, index: usize) -> Option<&'m Found> {
        around(self.found, index, |found| found.tokens)
    }

    /// Tells `add` the features of the second reading for the tokens of a run, each with how far its token stands behind the first: what was found elsewhere,
    /// without what was found here.
    pub(super) fn features(
        &self,
        words: &Words<'_, '_>,
        run: TokenRange,
        first: &[u8],
        add_to: &mut dyn FnMut(usize, Feature),
    ) {
        let keys = self.keys.get(run);
        for (offset, &key) in keys.iter().enumerate() {
            let index = run.first() + offset;
            let own = self.found(index);
            let label = u32::from(first[offset]);
            let mut add = |template: u32, values: &[u32]| {
                add_to(offset, hash::of(SEED, template, values));
            };
            let sure = own.map_or(0, |o| 1 + u32::from(o.likely > 0.6) + u32::from(o.likely > 0.9));
            add(template::OWN, &[label, sure]);
            let of_word = &self.words[key as usize];
            if words.has_capital(index) {
                let mut votes = of_word.word;
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
            if of_word.surname - at_end > 0.4 {
                add(template::SURNAME, &[label, sure]);
            }
            if of_word.given - at_start > 0.4 {
                add(template::GIVEN, &[label, sure]);
            }
            let mut votes = of_word.beginning;
            if let Some(own) = own.filter(|o| o.tokens.len() > 1 && o.tokens.first() == index) {
                votes.add(own, -1.0);
            }
            if let Some([kind, share, _]) = votes.majority() {
                add(template::BEGINNING, &[kind, share, label]);
            }
        }
        // The longest name found elsewhere, at the leftmost place.
        let mut offset = 0;
        while offset < run.len() {
            let longest = self.words[keys[offset] as usize].longest.min(run.len() - offset);
            let Some((length, votes)) = (1..=longest).rev().find_map(|length| {
                let range = TokenRange::new(run.first() + offset, run.first() + offset + length);
                let mut votes = *self.names.get(&keys[offset..offset + length])?;
                if let Some(own) = self.found(range.first()).filter(|o| o.tokens == range) {
                    votes.add(own, -1.0);
                }
                votes.majority().map(|majority| (length, majority))
            }) else {
                offset += 1;
                continue;
            };
            for place in 0..length {
                let label = u32::from(first[offset + place]);
                let position = [u32::from(place > 0), length.min(3) as u32];
                let mut add = |template: u32, values: &[u32]| {
                    add_to(offset + place, hash::of(SEED, template, values.iter().chain(&position)));
                };
                add(template::NAME, &votes);
                add(template::NAME_OWN, &[votes[0], votes[1], label]);
            }
            offset += length;
        }
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
