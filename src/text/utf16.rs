//! Offsets for JavaScript: UTF-8 bytes to UTF-16 code units through an index built once.

/// Bytes between two checkpoints: small enough that a look-up scans one cache line, large enough that the index is a sixteenth of the text.
const STRIDE: usize = 64;

/// Converts byte offsets of one text into UTF-16 offsets. Building is O(n), each look-up O(1).
pub struct Utf16Index<'t> {
    text: &'t str,
    /// UTF-16 length of the text before byte `i * STRIDE` (rounded down to a character boundary).
    checkpoints: Vec<u32>,
}

impl<'t> Utf16Index<'t> {
    /// Indexes `text`.
    pub fn new(text: &'t str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut units = 0u32;
        for (at, c) in text.char_indices() {
            while checkpoints.len() * STRIDE <= at {
                checkpoints.push(units);
            }
            // A checkpoint that falls inside this character belongs to the character's start.
            let end = at + c.len_utf8();
            while checkpoints.len() * STRIDE < end {
                checkpoints.push(units);
            }
            units += c.len_utf16() as u32;
        }
        while checkpoints.len() * STRIDE <= text.len() {
            checkpoints.push(units);
        }
        Self { text, checkpoints }
    }

    /// The UTF-16 offset of byte `at`, which must lie on a character boundary of the text.
    pub fn utf16(&self, at: u32) -> u32 {
        let at = at as usize;
        let mut from = at / STRIDE * STRIDE;
        let units = self.checkpoints[at / STRIDE];
        while !self.text.is_char_boundary(from) {
            from -= 1;
        }
        units + self.text[from..at].chars().map(|c| c.len_utf16() as u32).sum::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting_from_the_start() {
        for text in ["", "déjà", "a😀b", &"é😀x".repeat(100), &"😀".repeat(64)] {
            let index = Utf16Index::new(text);
            for at in (0..=text.len()).filter(|&i| text.is_char_boundary(i)) {
                assert_eq!(index.utf16(at as u32) as usize, text[..at].encode_utf16().count(), "byte {at} of {text:?}");
            }
        }
    }
}
