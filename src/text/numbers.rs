//! Numbers for different strings: 0 for the first, 1 for the next other one.

/// The strings that have a number, in an open hash table with linear probing: nothing of its order reaches the outside, numbers only follow the order of asking.
#[derive(Debug)]
pub(crate) struct Numbers {
    /// For each place, one more than the number of the string whose hash leads there; 0 for none. Their count is a power of two.
    places: Vec<u32>,
    hashes: Vec<u32>,
    strings: Vec<Box<str>>,
}

impl Numbers {
    /// No string has a number yet.
    pub(crate) fn new() -> Self {
        Self { places: vec![0; 1024], hashes: Vec::new(), strings: Vec::new() }
    }

    /// How many strings have one.
    pub(crate) fn len(&self) -> usize {
        self.strings.len()
    }

    /// The number of `string`, and whether it is new.
    pub(crate) fn of(&mut self, string: &str) -> (u32, bool) {
        let hash = hash(string.as_bytes());
        let mut place = self.place(hash);
        while let Some(number) = self.places[place].checked_sub(1) {
            if self.hashes[number as usize] == hash && self.string(number as usize) == string {
                return (number, false);
            }
            place = (place + 1) % self.places.len();
        }
        let number = self.len() as u32;
        self.places[place] = number + 1;
        self.hashes.push(hash);
        self.strings.push(string.into());
        if self.len() * 2 > self.places.len() {
            self.grow();
        }
        (number, true)
    }

    /// The string of that number.
    pub(crate) fn string(&self, number: usize) -> &str {
        &self.strings[number]
    }

    /// Where the search for a hash begins.
    fn place(&self, hash: u32) -> usize {
        hash as usize % self.places.len()
    }

    /// Twice as many places, so that a search stays short.
    fn grow(&mut self) {
        self.places = vec![0; self.places.len() * 2];
        for (number, &hash) in (1..).zip(&self.hashes) {
            let mut place = self.place(hash);
            while self.places[place] > 0 {
                place = (place + 1) % self.places.len();
            }
            self.places[place] = number;
        }
    }
}

/// A hash, eight bytes at a time (as in the compiler's own FxHash), its halves mixed at the end.
fn hash(bytes: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = bytes.len() as u64;
    let mut step = |eight: u64| hash = (hash.rotate_left(5) ^ eight).wrapping_mul(FACTOR);
    let (eights, rest) = bytes.as_chunks::<8>();
    for eight in eights {
        step(u64::from_le_bytes(*eight));
    }
    step(rest.iter().fold(0, |last, &byte| last << 8 | u64::from(byte)));
    (hash ^ hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_strings_have_equal_numbers() {
        let mut numbers = Numbers::new();
        assert_eq!(numbers.of("le"), (0, true));
        assert_eq!(numbers.of("maire"), (1, true));
        assert_eq!(numbers.of("le"), (0, false));
        assert_eq!(numbers.of(""), (2, true));
        // More than the first places hold.
        let words: Vec<String> = (0..5000).map(|n| format!("mot{n}")).collect();
        for (number, word) in (3..).zip(&words) {
            assert_eq!(numbers.of(word), (number, true));
        }
        for (number, word) in (3..).zip(&words) {
            assert_eq!(numbers.of(word), (number, false));
        }
        assert_eq!(numbers.len(), 5003);
    }
}
