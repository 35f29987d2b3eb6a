//! Keys of phrases. Shared with the build script, so that a list's spelling and the tokens of a text make the same key.

use crate::text::{chars, fold};

/// Words that names hold in lower case (`Côte d'Ivoire`, `Stade de France`, `Ursula von der Leyen`).
const SMALL: [&str; 36] = [
    "de", "du", "des", "d'", "la", "le", "les", "l'", "et", "en", "sur", "sous", "à", "au", "aux", "pour", "par",
    "dans", "of", "the", "and", "for", "in", "y", "von", "van", "der", "den", "di", "da", "do", "dos", "del", "el",
    "al", "ben",
];

/// What a key is written to: its letters, or at once the number that stands for it.
pub(super) trait Key: Default {
    /// Whether nothing was written yet.
    fn is_empty(&self) -> bool;
    /// One more sign.
    fn push(&mut self, c: char);
    /// More signs, no space among them.
    fn push_str(&mut self, signs: &str);
}

impl Key for String {
    fn is_empty(&self) -> bool {
        str::is_empty(self)
    }

    fn push(&mut self, c: char) {
        String::push(self, c);
    }

    fn push_str(&mut self, signs: &str) {
        String::push_str(self, signs);
    }
}

/// A key as a number, without its letters: 64 bits of FNV-1a (Fowler, Noll, Vo), which takes one byte after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KeyHash {
    hash: u64,
    /// The same of the first word, while there is only one.
    first: u64,
    /// How many words.
    pub(super) words: u8,
}

impl KeyHash {
    const NOTHING: u64 = 0xcbf2_9ce4_8422_2325;

    /// The number of a key that is written out.
    pub(super) fn of(key: &str) -> Self {
        let mut hash = Self::default();
        for (index, word) in key.split(' ').enumerate() {
            if index > 0 {
                hash.space();
            }
            hash.push_str(word);
        }
        hash
    }

    /// The key of the first word alone.
    pub(super) fn first_word(self) -> Self {
        if self.words > 1 { Self { hash: self.first, first: Self::NOTHING, words: 1 } } else { self }
    }

    /// The number of all words, by `seed`.
    pub(super) fn all(self, seed: u64) -> u64 {
        mix(self.hash ^ seed)
    }

    /// The number of the first word, by `seed`.
    pub(super) fn first(self, seed: u64) -> u64 {
        mix(self.first_word().hash ^ seed)
    }

    fn space(&mut self) {
        if self.words == 1 {
            self.first = self.hash;
        }
        self.words = self.words.saturating_add(1);
        self.hash = step(self.hash, b' ');
    }
}

fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

impl Default for KeyHash {
    fn default() -> Self {
        Self { hash: Self::NOTHING, first: Self::NOTHING, words: 0 }
    }
}

impl Key for KeyHash {
    fn is_empty(&self) -> bool {
        self.words == 0
    }

    fn push(&mut self, c: char) {
        if c == ' ' { self.space() } else { self.push_str(c.encode_utf8(&mut [0; 4])) }
    }

    fn push_str(&mut self, signs: &str) {
        self.words = self.words.max(1);
        self.hash = signs.bytes().fold(self.hash, step);
    }
}

/// The lowest `bits` of a key's number, at most 16, which tell it from those of its bucket.
pub(super) fn fingerprint(hash: u64, bits: u32) -> u16 {
    hash as u16 & ((1_u32 << bits) - 1) as u16
}

/// The upper half of `hash`, scaled to 0..`count`.
pub(super) fn scaled(hash: u64, count: usize) -> usize {
    (((hash >> 32) * count as u64) >> 32) as usize
}

/// Mixes the bits of a hash, so that any of them may be taken: the last step of MurmurHash3 (Appleby), for 64 bits.
fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ bits >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    bits = (bits ^ bits >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    bits ^ bits >> 33
}

/// Appends a token's folded form to the key of a phrase. Tokens are joined by one space and lose their accents, since capitals often stand without (`Etats-Unis`, `EGYPTE`) and foreign
/// names with or without (`Erdoğan`); hyphens are spaces, since names have either (`Tel-Aviv`, `Tel Aviv`).
pub(super) fn push_token(key: &mut impl Key, folded: &str) {
    if !key.is_empty() {
        key.push(' ');
    }
    if is_plain(folded) {
        key.push_str(folded);
    } else {
        folded.chars().for_each(|c| key.push(if c == '-' { ' ' } else { chars::without_accent(c) }));
    }
}

/// The key of words as they are written, with a space between any two.
pub(super) fn of_words<K: Key>(written: &str) -> K {
    let mut key = K::default();
    written.split(' ').for_each(|word| push_token(&mut key, &fold(word)));
    key
}

/// The key of a phrase of one token: see [`push_token`].
#[allow(dead_code, reason = "for the crate")]
pub(super) fn of_token<K: Key>(folded: &str) -> K {
    let mut key = K::default();
    push_token(&mut key, folded);
    key
}

/// The key of a noun or adjective of one token: see [`push_word`].
#[allow(dead_code, reason = "for the crate")]
pub(super) fn of_word<K: Key>(folded: &str) -> K {
    let mut key = K::default();
    push_word(&mut key, folded);
    key
}

/// Appends a token's folded form to the key of a noun or adjective, which is written in small letters as a rule, so that its accents tell words apart (`côte`, `côté`): only first letters lose
/// theirs, for the sake of capitals (`Ecole`).
pub(super) fn push_word(key: &mut impl Key, folded: &str) {
    if !key.is_empty() {
        key.push(' ');
    }
    if is_plain_word(folded) {
        key.push_str(folded);
        return;
    }
    let mut first = true;
    for c in folded.chars() {
        key.push(match c {
            '-' => ' ',
            c if first => chars::without_accent(c),
            c => c,
        });
        first = c == '-';
    }
}

/// Whether a key takes `folded` as it is, as it takes most words: there is no accent to lose and no hyphen to part.
fn is_plain(folded: &str) -> bool {
    folded.bytes().all(|b| b.is_ascii() && b != b'-')
}

/// The same for nouns and adjectives, which lose no accents but on first letters.
fn is_plain_word(folded: &str) -> bool {
    let first = folded.chars().next();
    first.is_none_or(|c| chars::without_accent(c) == c) && folded.bytes().all(|byte| byte != b'-')
}

/// Whether a name usually has a capital on its token `index`, whose folded form is `folded`: on its first word, and on each that is not small.
pub(super) fn has_usual_capital(index: usize, folded: &str) -> bool {
    folded.starts_with(char::is_alphabetic) && (index == 0 || folded.len() > 4 || !SMALL.contains(&folded))
}
