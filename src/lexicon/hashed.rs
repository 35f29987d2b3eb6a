//! A table whose keys are numbers: what a word is, in one look, at two bytes a key.

use super::key::{KeyHash, fingerprint, scaled};
use super::payload::{Payload, Row, in_columns, number};

/// A compiled table that keeps of each key some bits of its hash. Layout, all numbers little-endian:
///
/// | what | bytes |
/// |---|---|
/// | where the payloads begin; how many buckets; the seed of the hashes; how many places the lengths have; how many bits a fingerprint has | 4 · 5 |
/// | for each [`GROUP`] buckets, the number of their first row | 3 each, in columns |
/// | how many rows each bucket has | 1 each |
/// | the lengths: of the keys whose first word has its place here, how many words the longest has, where it has more than one; else 0 | 1 each |
/// | the fingerprints of all rows, in the order of their buckets: low bytes, then high bytes | 2 each |
/// | the payloads: see [`Payload`] | |
///
/// The upper half of a key's hash, scaled, says its bucket, where one key lies on average; its lowest bits are the fingerprint. With 14 of them one word in 16,000 that is no key is taken for one. The
/// build script chooses a seed by which no single word of any list is (`build/hashed.rs`). Kept letter by letter, the gazetteer's were
/// 89 kB in brotli; these are 41. Four keys in a bucket, whose order says nothing, would need two bits more to be told apart as well.
#[derive(Clone, Copy)]
pub(super) struct HashedTable {
    blob: &'static [u8],
}

/// Bytes before the groups.
const COUNTS: usize = 20;

/// Buckets whose rows are counted from one beginning.
const GROUP: usize = 64;

impl HashedTable {
    /// The table in `blob`, as the build script wrote it.
    pub(super) const fn new(blob: &'static [u8]) -> Self {
        Self { blob }
    }

    /// The payload of `key`.
    pub(super) fn get(self, key: KeyHash) -> Option<Row> {
        let buckets = number(self.blob, 4);
        let groups = buckets / GROUP;
        let hash = key.all(number(self.blob, 8) as u64);
        let bucket = scaled(hash, buckets);
        let counts = COUNTS + 3 * groups;
        let group: &[u8; GROUP] = self.blob.get(counts + bucket / GROUP * GROUP..)?.first_chunk()?;
        let count = usize::from(group[bucket % GROUP]);
        let first = in_columns(self.blob, COUNTS, groups, bucket / GROUP) + sum(group, bucket % GROUP);
        let payload = Payload::new(self.blob.get(number(self.blob, 0)..)?);
        let low = counts + buckets + number(self.blob, 12);
        let lows = self.blob.get(low + first..low + first + count)?;
        let high = low + payload.len() + first;
        let [low, top] = fingerprint(hash, number(self.blob, 16) as u32).to_le_bytes();
        let found = (0..count).find(|&at| lows[at] == low && self.blob.get(high + at) == Some(&top))?;
        Some(payload.row(first + found))
    }

    /// How many words the longest key has that has more than one and begins with the first word of `key`, at least: where there is none, 0 or the length of a key that begins otherwise.
    pub(super) fn longest(self, key: KeyHash) -> u8 {
        let (buckets, places) = (number(self.blob, 4), number(self.blob, 12));
        let place = scaled(key.first(number(self.blob, 8) as u64), places);
        self.blob.get(COUNTS + 3 * (buckets / GROUP) + buckets + place).copied().unwrap_or(0)
    }

    /// Every row.
    #[cfg(test)]
    pub(super) fn rows(self) -> impl Iterator<Item = Row> {
        let payload = Payload::new(&self.blob[number(self.blob, 0)..]);
        (0..payload.len()).map(move |index| payload.row(index))
    }
}

/// The sum of the first `count` bytes; that of all is below 256.
fn sum(bytes: &[u8; GROUP], count: usize) -> usize {
    let mut eights =
        bytes.chunks_exact(8).map(|eight| eight.first_chunk().map_or(0, |&eight| u64::from_le_bytes(eight)));
    // Eight sums side by side, and at the end their sum, which is the uppermost byte of the product.
    let whole = eights.by_ref().take(count / 8).fold(0, u64::wrapping_add);
    let part = eights.next().unwrap_or(0) & ((1 << (8 * (count % 8))) - 1);
    ((whole.wrapping_add(part)).wrapping_mul(0x0101_0101_0101_0101) >> 56) as usize
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::key;
    use super::*;

    static GIVEN_NAMES: HashedTable = HashedTable::new(include_bytes!(concat!(env!("OUT_DIR"), "/given_names.bin")));
    static TITLES: HashedTable = HashedTable::new(include_bytes!(concat!(env!("OUT_DIR"), "/titles.bin")));

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
        let empty = HashedTable::new(&[]);
        assert!(empty.get(KeyHash::of("table")).is_none() && empty.longest(KeyHash::of("table")) == 0);
    }
}
