//! Which keys a table surely does not have: most words of an article are in none of the small tables, and are let go without a search. Shared with the build script.
//!
//! A Bloom filter (Bloom 1970) with one hash, over how the first words of the keys begin. The beginnings are few, so that the filter is small: the 14,500 forms of verbs of saying
//! have fewer than a thousand, and yet nine words in ten that are no such form begin otherwise.

/// So many bytes of a key's first word are hashed. Fewer tell less: with 4, twice as many words pass. More make the filter larger: with 6, by half.
const BEGINNING: usize = 5;

/// How the first word of `key` begins, as a number. The word ends before a space and behind an apostrophe, where a token ends (`l'`).
fn beginning(key: &[u8]) -> u64 {
    let mut beginning = 0;
    for &byte in key.iter().take(BEGINNING).take_while(|&&byte| byte != b' ') {
        beginning = beginning << 8 | u64::from(byte);
        if byte == b'\'' {
            break;
        }
    }
    beginning
}

/// The bit of a filter of `bytes` bytes that stands for `beginning`.
fn bit(beginning: u64, bytes: usize) -> usize {
    // The upper half of a product with an odd constant (Knuth's: 2^64 over the golden ratio) depends on all bits; it is scaled to the number of bits.
    let hash = beginning.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    ((hash * (bytes as u64 * 8)) >> 32) as usize
}

/// Whether a key may begin like `key`, by `filter`; an empty filter knows nothing.
pub(super) fn passes(filter: &[u8], key: &[u8]) -> bool {
    let bit = bit(beginning(key), filter.len());
    filter.get(bit / 8).is_none_or(|byte| byte >> (bit % 8) & 1 == 1)
}

/// The filter for `keys`: six bits a beginning, where one word in seven passes that should not. None for tables with so many beginnings that most words pass.
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
        let bit = bit(beginning, filter.len());
        filter[bit / 8] |= 1 << (bit % 8);
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
