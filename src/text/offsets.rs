//! Offsets for others: UTF-8 bytes to UTF-16 code units or to characters, through an index built once.

/// What others count a text in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// UTF-16 code units: JavaScript, Java.
    Utf16,
    /// Characters, that is Unicode code points: Python, Web Annotations.
    Character,
}

/// Bytes between two checkpoints: small enough that a look-up scans one cache line, large enough that the index is a sixteenth of the text.
const STRIDE: usize = 64;

/// Converts byte offsets of one text into those of another unit. Building is O(n), each look-up O(1).
pub struct OffsetIndex<'t> {
    text: &'t str,
    unit: Unit,
    /// Length in units of the text before byte `i * STRIDE` (rounded down to a character boundary).
    checkpoints: Vec<u32>,
}

impl<'t> OffsetIndex<'t> {
    /// Indexes `text`.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let bytes = text.as_bytes();
        let mut checkpoints = Vec::with_capacity(bytes.len() / STRIDE + 1);
        let mut before = 0;
        for (index, stride) in bytes.chunks(STRIDE).enumerate() {
            // A checkpoint that falls inside a character belongs to the character's start.
            let inside = &bytes[floor(text, index * STRIDE)..index * STRIDE];
            checkpoints.push(before - unit.count(inside));
            before += unit.count(stride);
        }
        if bytes.len().is_multiple_of(STRIDE) {
            checkpoints.push(before);
        }
        Self { text, unit, checkpoints }
    }

    /// The offset in units of byte `at`, which must lie on a character boundary of the text.
    pub fn at(&self, at: u32) -> u32 {
        let at = at as usize;
        let rest = &self.text.as_bytes()[floor(self.text, at / STRIDE * STRIDE)..at];
        self.checkpoints[at / STRIDE] + self.unit.count(rest)
    }
}

/// The largest character boundary that is at most `at`.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

impl Unit {
    /// How many units characters have, by their bytes: one each, in UTF-16 two for those of four bytes. All bytes but the first of a character begin with the
    /// bits 10.
    fn count(self, bytes: &[u8]) -> u32 {
        let wide = if self == Self::Utf16 { 0xf0 } else { u16::MAX };
        bytes.iter().map(|&byte| u32::from(byte & 0xc0 != 0x80) + u32::from(u16::from(byte) >= wide)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting_from_the_start() {
        for text in ["", "déjà", "a😀b", &"é😀x".repeat(100), &"😀".repeat(64)] {
            let utf16 = OffsetIndex::new(text, Unit::Utf16);
            let characters = OffsetIndex::new(text, Unit::Character);
            for at in (0..=text.len()).filter(|&i| text.is_char_boundary(i)) {
                assert_eq!(utf16.at(at as u32) as usize, text[..at].encode_utf16().count(), "byte {at} of {text:?}");
                assert_eq!(characters.at(at as u32) as usize, text[..at].chars().count(), "byte {at} of {text:?}");
            }
        }
    }
}
