//! A table whose keys are numbers: what a word is, in one look, at two bytes a key.

use super::key::{KeyHash, fingerprint, scaled};
use super::payload::{Payload, Row, number};

/// A compiled table that keeps of each key some bits of its hash. Layout, all numbers little-endian:
///
/// | what | bytes |
/// |---|---|
/// | where the payloads begin; how many buckets; the seed of the hashes; how many places the lengths have; how many bits a fingerprint has | 4 · 5 |
/// | how many rows each bucket has | 1 each |
/// | the lengths: of the keys whose first word has its place here, how many words the longest has, where it has more than one; else 0 | 1 each |
/// | the fingerprints of all rows, in the order of their buckets: low bytes, then high bytes | 2 each |
/// | the payloads: see [`Payload`] | |
///
/// The upper half of a key's hash, scaled, says its bucket, where one key lies on average; its lowest bits are the fingerprint. With 14 of them one word in 16,000 that is no key is taken for one. The
/// build script chooses a seed by which no single word of any list is (`build/hashed.rs`). Kept letter by letter, the gazetteer's were
/// 89 kB in brotli; these are 41. Four keys in a bucket, whose order says nothing, would need two bits more to be told apart as well.
pub(super) struct HashedTable {
    blob: &'static [u8],
    buckets: usize,
    seed: u64,
    /// How many places the lengths have.
    places: usize,
    /// How many bits a fingerprint has.
    bits: u32,
    /// The number of the first row of each [`GROUP`] buckets. Kept, these would not compress.
    firsts: Vec<u32>,
    payload: Payload,
}

/// Bytes before the counts of the buckets.
const COUNTS: usize = 20;

/// Buckets whose rows are counted from one beginning, at once.
const GROUP: usize = 8;

impl HashedTable {
    /// The table in `blob`, as the build script wrote it.
    pub(super) fn new(blob: &'static [u8]) -> Self {
        let [payload, buckets, seed, places, bits] = [0, 4, 8, 12, 16].map(|at| number(blob, at));
        let mut next = 0;
        let firsts = groups(blob).iter().take(buckets / GROUP).map(|&group| {
            let first = next;
            next += sum(u64::from_le_bytes(group)) as u32;
            first
        });
        let firsts = firsts.collect();
        let payload = Payload::new(blob.get(payload..).unwrap_or(&[]));
        Self { blob, buckets, seed: seed as u64, places, bits: bits as u32, firsts, payload }
    }

    /// The payload of `key`.
    pub(super) fn get(&'static self, key: KeyHash) -> Option<Row> {
        let hash = key.all(self.seed);
        let bucket = scaled(hash, self.buckets);
        let counts = u64::from_le_bytes(*groups(self.blob).get(bucket / GROUP)?);
        let bits = 8 * (bucket % GROUP);
        let count = (counts >> bits) as usize & 0xff;
        let first = *self.firsts.get(bucket / GROUP)? as usize + sum(counts & ((1 << bits) - 1));
        let low = COUNTS + self.buckets + self.places;
        let lows = self.blob.get(low + first..low + first + count)?;
        let high = low + self.payload.len() + first;
        let [low, top] = fingerprint(hash, self.bits).to_le_bytes();
        let found = (0..count).find(|&at| lows[at] == low && self.blob.get(high + at) == Some(&top))?;
        Some(self.payload.row(first + found))
    }

    /// How many words the longest key has that has more than one and begins with the first word of `key`, at least: where there is none, 0 or the length of a key that begins otherwise.
    pub(super) fn longest(&self, key: KeyHash) -> u8 {
        let place = scaled(key.first(self.seed), self.places);
        self.blob.get(COUNTS + self.buckets + place).copied().unwrap_or(0)
    }

    /// Every row.
    #[cfg(test)]
    pub(super) fn rows(&'static self) -> impl Iterator<Item = Row> {
        let payload = &self.payload;
        (0..payload.len()).map(move |index| payload.row(index))
    }
}

/// How many rows each bucket has, a group in each, and what follows.
fn groups(blob: &'static [u8]) -> &'static [[u8; GROUP]] {
    blob.get(COUNTS..).unwrap_or(&[]).as_chunks().0
}

/// The sum of eight bytes, which is below 256.
fn sum(eight: u64) -> usize {
    (eight.wrapping_mul(0x0101_0101_0101_0101) >> 56) as usize
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::key;
    use std::sync::LazyLock;

    use super::*;

    static GIVEN_NAMES: LazyLock<HashedTable> = built_in!(HashedTable, "given_names");
    static TITLES: LazyLock<HashedTable> = built_in!(HashedTable, "titles");

    #[test]
    fn every_key_is_found_and_no_other_word_of_the_lists() {
        let rows = |list: &'static str| list.lines().filter_map(|line| line.split_once('\t'));
        let names: BTreeMap<String, &str> =
            rows(include_str!("given_names.tsv")).map(|(name, payload)| (key::of_token(name), payload)).collect();
        for (name, payload) in &names {
            assert_eq!(GIVEN_NAMES.get(KeyHash::of(name)).map(|row| row.part(0)), Some(*payload), "{name}");
        }
        for (word, _) in rows(include_str!("common_words.tsv")) {
            assert_eq!(GIVEN_NAMES.get(KeyHash::of(word)).is_some(), names.contains_key(word), "{word}");
        }
    }

    #[test]
    fn the_longest_key_is_known_by_its_first_word() {
        assert!(TITLES.longest(KeyHash::of("secrétaire général")) >= 2);
        assert!(TITLES.get(KeyHash::of("secrétaire général")).is_some());
        assert!(TITLES.get(KeyHash::of("secrétaire de travers")).is_none());
    }

    #[test]
    fn a_table_without_rows_has_nothing() {
        static EMPTY: LazyLock<HashedTable> = LazyLock::new(|| HashedTable::new(&[]));
        assert!(EMPTY.get(KeyHash::of("table")).is_none() && EMPTY.longest(KeyHash::of("table")) == 0);
    }
}
