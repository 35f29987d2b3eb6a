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
        let bytes = text.as_bytes();
        let mut checkpoints = Vec::with_capacity(bytes.len() / STRIDE + 1);
        let mut before = 0;
        for (index, stride) in bytes.chunks(STRIDE).enumerate() {
            // A checkpoint that falls inside a character belongs to the character's start.
            let inside = &bytes[floor(text, index * STRIDE)..index * STRIDE];
            checkpoints.push(before - units(inside));
            before += units(stride);
        }
        if bytes.len().is_multiple_of(STRIDE) {
            checkpoints.push(before);
        }
        Self { text, checkpoints }
    }

    /// The UTF-16 offset of byte `at`, which must lie on a character boundary of the text.
    pub fn utf16(&self, at: u32) -> u32 {
        let at = at as usize;
        self.checkpoints[at / STRIDE] + units(&self.text.as_bytes()[floor(self.text, at / STRIDE * STRIDE)..at])
    }
}

/// The largest character boundary that is at most `at`.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// How many UTF-16 code units characters have, by their bytes: one each, two for those of four bytes. All bytes but the first of a character begin with the bits
/// 10.
fn units(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0)).sum()
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
