//! Sixteen bytes at once.

/// Which of sixteen bytes are `byte`: a bit each, the lowest for the first.
#[cfg(target_feature = "simd128")]
#[inline(always)]
pub(crate) fn which_are(bytes: &[u8; 16], byte: u8) -> u32 {
    use std::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, u64x2};
    let all = u128::from_le_bytes(*bytes);
    let bytes = u64x2(all as u64, (all >> 64) as u64);
    u32::from(u8x16_bitmask(u8x16_eq(bytes, u8x16_splat(byte))))
}

/// Which of sixteen bytes are `byte`: a bit each, the lowest for the first.
///
/// Where the lower seven bits of a byte are none, adding `7f` does not set the top bit (Hacker's Delight, 6-1): what has no bit set then was zero in the
/// difference to eight times `byte`. The product moves the top bits, each to a place of its own, into the uppermost byte.
#[cfg(not(target_feature = "simd128"))]
#[inline(always)]
pub(crate) fn which_are(bytes: &[u8; 16], byte: u8) -> u32 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const LOW: u64 = EACH * 0x7f;
    let all = u128::from_le_bytes(*bytes);
    let of_eight = |eight: u64| {
        let difference = eight ^ (EACH * u64::from(byte));
        let equal = !(((difference & LOW) + LOW) | difference | LOW);
        ((equal >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32
    };
    of_eight(all as u64) | of_eight((all >> 64) as u64) << 8
}

#[cfg(test)]
mod tests {
    use super::which_are;

    #[test]
    fn each_byte_has_its_bit() {
        let bytes = *b"a b\xe2c  \x80d\x01\0 efg ";
        for byte in 0..=255 {
            let slow = (0..16).filter(|&i| bytes[i] == byte).fold(0, |bits, i| bits | 1 << i);
            assert_eq!(which_are(&bytes, byte), slow, "{byte:02x}");
        }
    }
}
