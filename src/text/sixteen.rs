//! Sixteen bytes at once.

/// Which of sixteen bytes are `byte`: a bit each, the lowest for the first.
#[inline(always)]
pub(crate) fn which_are(bytes: &[u8; 16], byte: u8) -> u32 {
    which::zeros(which::differ(bytes, byte))
}

/// Which of sixteen bytes are `byte` while the same of `before` are `other`: a bit each, the lowest for the first.
#[inline(always)]
pub(crate) fn which_are_both(bytes: &[u8; 16], byte: u8, before: &[u8; 16], other: u8) -> u32 {
    which::zeros(which::either(which::differ(bytes, byte), which::differ(before, other)))
}

/// Whether any of sixteen bytes may be `byte` while the same of `before` is `other`. Sooner told than which, where the compiler turns it into vectors and this module has none.
#[inline(always)]
pub(crate) fn may_be_both(bytes: &[u8; 16], byte: u8, before: &[u8; 16], other: u8) -> bool {
    let both = |(&one, &left)| (one == byte) & (left == other);
    cfg!(target_feature = "simd128") || bytes.iter().zip(before).fold(false, |any, pair| any | both(pair))
}

/// How many of sixteen bytes are `byte`.
#[inline(always)]
pub(crate) fn count_of(bytes: &[u8; 16], byte: u8) -> usize {
    if cfg!(target_feature = "simd128") {
        return which_are(bytes, byte).count_ones() as usize;
    }
    usize::from(bytes.iter().map(|&one| u8::from(one == byte)).sum::<u8>())
}

/// With vectors.
#[cfg(target_feature = "simd128")]
mod which {
    use std::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, u64x2, v128, v128_or, v128_xor};

    /// Zero where `bytes` are `byte`.
    #[inline(always)]
    pub(super) fn differ(bytes: &[u8; 16], byte: u8) -> v128 {
        let all = u128::from_le_bytes(*bytes);
        v128_xor(u64x2(all as u64, (all >> 64) as u64), u8x16_splat(byte))
    }

    /// Zero where both are.
    #[inline(always)]
    pub(super) fn either(one: v128, other: v128) -> v128 {
        v128_or(one, other)
    }

    /// A bit for each zero.
    #[inline(always)]
    pub(super) fn zeros(bytes: v128) -> u32 {
        u32::from(u8x16_bitmask(u8x16_eq(bytes, u8x16_splat(0))))
    }
}

/// With two words of eight bytes.
#[cfg(not(target_feature = "simd128"))]
mod which {
    /// Zero where `bytes` are `byte`.
    #[inline(always)]
    pub(super) fn differ(bytes: &[u8; 16], byte: u8) -> [u64; 2] {
        let (all, byte) = (u128::from_le_bytes(*bytes), 0x0101_0101_0101_0101 * u64::from(byte));
        [all as u64 ^ byte, (all >> 64) as u64 ^ byte]
    }

    /// Zero where both are.
    #[inline(always)]
    pub(super) fn either(one: [u64; 2], other: [u64; 2]) -> [u64; 2] {
        [one[0] | other[0], one[1] | other[1]]
    }

    /// A bit for each zero.
    ///
    /// Where the lower seven bits of a byte are none, adding `7f` does not set the top bit (Hacker's Delight, 6-1): what has no bit set then was zero. The
    /// product moves the top bits, each to a place of its own, into the uppermost byte.
    #[inline(always)]
    pub(super) fn zeros(bytes: [u64; 2]) -> u32 {
        const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
        let [low, high] = bytes.map(|eight| !(((eight & LOW) + LOW) | eight | LOW));
        if low | high == 0 {
            return 0;
        }
        let bits = |tops: u64| ((tops >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32;
        bits(low) | bits(high) << 8
    }
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
