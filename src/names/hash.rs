//! Features as numbers: a template and its values, hashed.

/// A feature: 24 bits of a hash. With some 30,000 of them in the model, any other has the number of one of these in one of some 550 cases, in training
/// and reading alike.
pub type Feature = u32;

/// How many bits a feature has.
pub const FEATURE_BITS: u32 = 24;

/// Half of a feature: a template or a value of one.
pub(super) type Hash = u32;

/// The hash of a word (FNV-1a, 32 bits).
pub(super) fn word(word: &str) -> Hash {
    word.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// `hash` with one more value.
pub(super) fn with(hash: Hash, value: u32) -> Hash {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x9e37_79b1)
}

/// The feature that a hash stands for: its bits mixed once more (the last step of MurmurHash3), so that similar values lie far apart.
pub(super) fn feature(hash: Hash) -> Feature {
    let mut bits = hash;
    bits = (bits ^ bits >> 16).wrapping_mul(0x85eb_ca6b);
    bits = (bits ^ bits >> 13).wrapping_mul(0xc2b2_ae35);
    (bits ^ bits >> 16) >> (32 - FEATURE_BITS)
}

/// The feature of a template and its values; `seed` keeps templates of different layers apart.
pub(super) fn of<'v>(seed: Hash, template: u32, values: impl IntoIterator<Item = &'v u32>) -> Feature {
    feature(values.into_iter().fold(with(seed, template), |hash, &value| with(hash, value)))
}
