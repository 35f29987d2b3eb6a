//! Sixteen bytes at once, by the vectors of the browser or the processor.

use wide::u8x16;

/// Which of sixteen bytes are `byte`: a bit each, the lowest for the first.
#[inline(always)]
pub(crate) fn which_are(bytes: &[u8; 16], byte: u8) -> u32 {
    u8x16::new(*bytes).simd_eq(u8x16::splat(byte)).to_bitmask()
}

/// Which of sixteen bytes are `byte` while the same of `before` are `other`: a bit each, the lowest for the first.
#[inline(always)]
pub(crate) fn which_are_both(bytes: &[u8; 16], byte: u8, before: &[u8; 16], other: u8) -> u32 {
    let here = u8x16::new(*bytes).simd_eq(u8x16::splat(byte));
    (here & u8x16::new(*before).simd_eq(u8x16::splat(other))).to_bitmask()
}

#[cfg(test)]
mod tests {
    use super::{which_are, which_are_both};

    #[test]
    fn each_byte_has_its_bit() {
        let bytes = *b"a b\xe2c  \x80d\x01\0 efg ";
        for byte in 0..=255 {
            let slow = (0..16).filter(|&i| bytes[i] == byte).fold(0, |bits, i| bits | 1 << i);
            assert_eq!(which_are(&bytes, byte), slow, "{byte:02x}");
            let slow = (0..16).filter(|&i| bytes[i] == byte && bytes[15 - i] == b' ').fold(0, |bits, i| bits | 1 << i);
            let mut turned = bytes;
            turned.reverse();
            assert_eq!(which_are_both(&bytes, byte, &turned, b' '), slow, "{byte:02x}");
        }
    }
}
