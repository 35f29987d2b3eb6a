//! The words of two texts as numbers: the same number for the same word, whatever its case, its apostrophes and what stands around it.

use crate::map::Map;
use crate::report::Range;
use crate::text::fold;

/// Numbers of words, given in order of appearance.
#[derive(Default)]
pub(super) struct Numbering {
    numbers: Map<String, u32>,
    next: u32,
}

/// The words of a text.
pub(super) struct Words {
    /// Their numbers.
    pub(super) numbers: Vec<u32>,
    /// Where they stand, in UTF-8 bytes.
    pub(super) places: Vec<Range>,
}

impl Numbering {
    /// The words of `text`: runs of letters and digits.
    pub(super) fn words(&mut self, text: &str) -> Words {
        let mut words = Words { numbers: Vec::new(), places: Vec::new() };
        let mut start = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            match (start, c.is_alphanumeric()) {
                (None, true) => start = Some(at),
                (Some(from), false) => {
                    let number = *self.numbers.entry(fold(&text[from..at])).or_insert(self.next);
                    self.next = self.next.max(number + 1);
                    words.numbers.push(number);
                    words.places.push(Range { start: from as u32, end: at as u32 });
                    start = None;
                }
                _ => {}
            }
        }
        words
    }
}

impl Words {
    /// The indices of the words at `range`.
    pub(super) fn at(&self, range: Range) -> std::ops::Range<usize> {
        let first = self.places.partition_point(|w| w.end <= range.start);
        let end = self.places.partition_point(|w| w.start < range.end);
        first..end.max(first)
    }

    /// From the beginning of one word to the end of another, `end` not among them.
    pub(super) fn range(&self, first: usize, end: usize) -> Range {
        Range { start: self.places[first].start, end: self.places[end - 1].end }
    }
}
