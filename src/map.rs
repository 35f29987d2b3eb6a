//! The map of all layers, and the hash table under it.

use std::borrow::Borrow;
use std::hash::{Hash, Hasher};

/// Keys to values, in the order in which they came in, so that going through one is the same on every machine. Nothing is ever taken out.
///
/// Those of the standard library and of `indexmap` are written into the module anew for every pair of types, all of their search included; here that is in
/// [`Places`], which knows no type: 4 kB less in brotli.
#[derive(Clone, Debug)]
pub(crate) struct Map<K, V> {
    places: Places,
    entries: Vec<(K, V)>,
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self { places: Places::default(), entries: Vec::new() }
    }
}

impl<K: Hash + Eq, V> Map<K, V> {
    fn find<Q: Hash + Eq + ?Sized>(&self, hash: u32, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        self.places.find(hash, &|index| self.entries[index].0.borrow() == key)
    }

    /// The value of `key`.
    pub(crate) fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(hash(key), key).map(|index| &self.entries[index].1)
    }

    /// The value of `key`, to be changed.
    pub(crate) fn get_mut<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.find(hash(key), key).map(|index| &mut self.entries[index].1)
    }

    /// Whether `key` has a value.
    pub(crate) fn contains_key<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.get(key).is_some()
    }

    /// Gives `key` a value; the one that it had.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        let hash = hash(&key);
        match self.find(hash, &key) {
            Some(index) => Some(std::mem::replace(&mut self.entries[index].1, value)),
            None => {
                self.push(hash, key, value);
                None
            }
        }
    }

    /// The place of `key`, whether it has a value or not.
    pub(crate) fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        let hash = hash(&key);
        let found = self.find(hash, &key);
        Entry { map: self, hash, key, found }
    }

    /// The values, in order.
    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.entries.iter().map(|entry| &entry.1)
    }

    /// The values alone, in order.
    pub(crate) fn into_values(self) -> impl Iterator<Item = V> {
        self.entries.into_iter().map(|entry| entry.1)
    }

    /// Keys and values, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.entries.iter().map(|(key, value)| (key, value))
    }

    fn push(&mut self, hash: u32, key: K, value: V) -> usize {
        self.places.push(hash);
        self.entries.push((key, value));
        self.entries.len() - 1
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<K: Hash + Eq, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::default();
        map.extend(entries);
        map
    }
}

impl<K: Hash + Eq, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

/// The place of a key in a map.
pub(crate) struct Entry<'m, K, V> {
    map: &'m mut Map<K, V>,
    hash: u32,
    key: K,
    found: Option<usize>,
}

impl<'m, K: Hash + Eq, V> Entry<'m, K, V> {
    /// The value, `value` where there was none.
    pub(crate) fn or_insert(self, value: V) -> &'m mut V {
        self.or_insert_with_key(|_| value)
    }

    /// The value, the default one where there was none.
    pub(crate) fn or_default(self) -> &'m mut V
    where
        V: Default,
    {
        self.or_insert_with_key(|_| V::default())
    }

    /// The value, what `make` makes of the key where there was none.
    pub(crate) fn or_insert_with_key(self, make: impl FnOnce(&K) -> V) -> &'m mut V {
        let Self { map, hash, key, found } = self;
        let index = found.unwrap_or_else(|| {
            let value = make(&key);
            map.push(hash, key, value)
        });
        &mut map.entries[index].1
    }

    /// Changes the value, if there is one.
    pub(crate) fn and_modify(self, change: impl FnOnce(&mut V)) -> Self {
        if let Some(index) = self.found {
            change(&mut self.map.entries[index].1);
        }
        self
    }
}

/// Where things stand in a list, by their hashes: an open hash table with linear probing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    /// For each place, one more than the index of the thing whose hash leads there; 0 for none. Their count is a power of two, or none.
    places: Vec<u32>,
    hashes: Vec<u32>,
}

impl Places {
    /// The index of the thing with that hash that `is` the one.
    pub(crate) fn find(&self, hash: u32, is: &dyn Fn(usize) -> bool) -> Option<usize> {
        let mut place = self.place(hash);
        while let Some(index) = self.places.get(place)?.checked_sub(1) {
            let index = index as usize;
            if self.hashes[index] == hash && is(index) {
                return Some(index);
            }
            place = (place + 1) % self.places.len();
        }
        None
    }

    /// Adds the next thing of the list.
    pub(crate) fn push(&mut self, hash: u32) {
        self.hashes.push(hash);
        if self.hashes.len() * 2 > self.places.len() {
            // Twice as many places, so that a search stays short.
            self.places = vec![0; (self.places.len() * 2).max(8)];
            (0..self.hashes.len()).for_each(|index| self.settle(index));
        } else {
            self.settle(self.hashes.len() - 1);
        }
    }

    /// Gives the thing at `index` its place.
    fn settle(&mut self, index: usize) {
        let mut place = self.place(self.hashes[index]);
        while self.places[place] > 0 {
            place = (place + 1) % self.places.len();
        }
        self.places[place] = index as u32 + 1;
    }

    /// Where the search for a hash begins.
    fn place(&self, hash: u32) -> usize {
        hash as usize & self.places.len().wrapping_sub(1)
    }
}

/// A hash of anything.
pub(crate) fn hash(key: &(impl Hash + ?Sized)) -> u32 {
    let mut hasher = EightBytes(0);
    key.hash(&mut hasher);
    hasher.finish() as u32
}

/// A hash, eight bytes at a time (as in the compiler's own FxHash), its halves mixed at the end.
struct EightBytes(u64);

impl EightBytes {
    fn step(&mut self, eight: u64) {
        const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
        self.0 = (self.0.rotate_left(5) ^ eight).wrapping_mul(FACTOR);
    }
}

impl Hasher for EightBytes {
    #[inline(never)]
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        for eight in eights {
            self.step(u64::from_le_bytes(*eight));
        }
        self.step(rest.iter().fold(bytes.len() as u64, |last, &byte| last << 8 | u64::from(byte)));
    }

    fn write_u8(&mut self, number: u8) {
        self.step(number.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.step(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.step(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.step(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.step(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Against the map of the standard library, and a list of the keys in the order in which they came in.
        #[test]
        fn values_are_those_that_were_given(pairs in prop::collection::vec(("[ab]{0,3}", 0..9_u32), 0..200)) {
            let mut map: Map<String, u32> = Map::default();
            let (mut plain, mut order) = (std::collections::BTreeMap::new(), Vec::new());
            for (key, value) in pairs {
                if !order.contains(&key) {
                    order.push(key.clone());
                }
                prop_assert_eq!(map.insert(key.clone(), value), plain.insert(key, value));
            }
            prop_assert_eq!(map.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>(), order);
            for (key, value) in &plain {
                prop_assert_eq!(map.get(key.as_str()), Some(value));
            }
            prop_assert!(!map.contains_key("c"));
        }
    }

    #[test]
    fn an_entry_is_made_once() {
        let mut map: Map<&str, Vec<u32>> = Map::default();
        map.entry("le").or_default().push(1);
        map.entry("le").and_modify(|list| list.push(2)).or_insert(vec![9]).push(3);
        assert_eq!(map.get("le"), Some(&vec![1, 2, 3]));
        assert_eq!(*map.entry("la").or_insert_with_key(|key| vec![key.len() as u32]), [2]);
        map.get_mut("la").unwrap().clear();
        assert_eq!(map.into_values().collect::<Vec<_>>(), [vec![1, 2, 3], vec![]]);
    }
}
