//! Numbers for different strings: 0 for the first, 1 for the next other one.

use crate::map::{Places, hash};

/// The strings that have a number: nothing of the order of a hash table reaches the outside, numbers only follow the order of asking.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    places: Places,
    strings: Vec<Box<str>>,
}

impl Numbers {
    /// How many strings have one.
    pub(crate) fn len(&self) -> usize {
        self.strings.len()
    }

    /// The number of `string`, and whether it is new.
    pub(crate) fn of(&mut self, string: &str) -> (u32, bool) {
        let hash = hash(string.as_bytes());
        let known = self.places.find(hash, &|number| *self.strings[number] == *string);
        let number = known.unwrap_or_else(|| {
            self.places.push(hash);
            self.strings.push(string.into());
            self.len() - 1
        });
        (number as u32, known.is_none())
    }

    /// The string of that number.
    pub(crate) fn string(&self, number: usize) -> &str {
        &self.strings[number]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_strings_have_equal_numbers() {
        let mut numbers = Numbers::default();
        assert_eq!(numbers.of("le"), (0, true));
        assert_eq!(numbers.of("maire"), (1, true));
        assert_eq!(numbers.of("le"), (0, false));
        assert_eq!(numbers.of(""), (2, true));
        let words: Vec<String> = (0..5000).map(|n| format!("mot{n}")).collect();
        for (number, word) in (3..).zip(&words) {
            assert_eq!(numbers.of(word), (number, true));
        }
        for (number, word) in (3..).zip(&words) {
            assert_eq!(numbers.of(word), (number, false));
        }
        assert_eq!((numbers.len(), numbers.string(1)), (5003, "maire"));
    }
}
