//! Which keys a table surely does not have: most words of an article are in none of the small tables, and are let go without a search. Shared with the build script.
//!
//! A Bloom filter (Bloom 1970) with two hashes, over how the first words of the keys begin. The beginnings are few, so that the filter is small: the 14,500 forms of verbs of saying
//! have fewer than a thousand, and yet nine words in ten that are no such form begin otherwise.

/// So many bytes of a key's first word are hashed. Fewer tell less: with 4, twice as many words pass. More make the filter larger: with 6, by half.
const BEGINNING: usize = 5;

/// How the first word of `key` begins, as a number. The word ends before a space and behind an apostrophe, where a token ends (`l'`).
fn beginning(key: &[u8]) -> u64 {
    let mut beginning = 0;
    for &byte in key.get(..BEGINNING).unwrap_or(key) {
        if byte == b' ' {
            break;
        }
        beginning = beginning << 8 | u64::from(byte);
        if byte == b'\'' {
            break;
        }
    }
    beginning
}

/// The two bits of a filter of `bytes` bytes that stand for `beginning`.
fn bits(beginning: u64, bytes: usize) -> [usize; 2] {
    // The upper bits of a product with an odd constant (Knuth's: 2^64 over the golden ratio) depend on all bits; they are scaled to the number of bits.
    let product = beginning.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let (first, second) = (product >> 32, product >> 20 & 0xffff_ffff);
    [((first * (bytes as u64 * 8)) >> 32) as usize, ((second * (bytes as u64 * 8)) >> 32) as usize]
}

/// Whether a key may begin like `key`, by `filter`; an empty filter knows nothing.
pub(super) fn passes(filter: &[u8], key: &[u8]) -> bool {
    let [first, second] = bits(beginning(key), filter.len());
    let is_set = |bit: usize| filter.get(bit / 8).is_none_or(|byte| byte >> (bit % 8) & 1 == 1);
    is_set(first) && is_set(second)
}

/// The filter for `keys`: six bits a beginning, where one word in twelve passes that should not. None for tables with so many beginnings that most words pass.
#[allow(dead_code, reason = "for the build script")]
pub(super) fn of<'k>(keys: impl Iterator<Item = &'k [u8]>) -> Vec<u8> {
    const BITS_EACH: usize = 6;
    const MOST: usize = 5000;
    let beginnings: std::collections::BTreeSet<u64> = keys.map(beginning).collect();
    if beginnings.len() > MOST {
        return Vec::new();
    }
    let mut filter = vec![0; (beginnings.len() * BITS_EACH).div_ceil(8)];
    for beginning in beginnings {
        for bit in bits(beginning, filter.len()) {
            filter[bit / 8] |= 1 << (bit % 8);
        }
    }
    filter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_their_first_words_pass() {
        let keys: [&[u8]; 4] = [b"de facto", b"l'un", b"maison", "élysée".as_bytes()];
        let filter = of(keys.into_iter());
        for key in keys.into_iter().chain([b"de" as &[u8], b"l'", b"l'autre", b"maisonnette"]) {
            assert!(passes(&filter, key), "{}", String::from_utf8_lossy(key));
        }
        let others = ["d", "dé", "des", "un", "mais", "table", "journal", "hier", "lundi", "elle"];
        assert!(others.into_iter().filter(|word| passes(&filter, word.as_bytes())).count() < 5);
    }

    #[test]
    fn without_a_filter_everything_passes() {
        assert!(passes(&[], b"maison") && passes(&[], b""));
    }
}
