//! Which language a text is in: by the little words that no text does without.

use super::{TokenKind, Tokens};

/// Little words of each language; a word that several share counts for each.
const LITTLE_WORDS: [(&str, &[&str]); 7] = [
    (
        "fr",
        &[
            "le", "la", "les", "l'", "d'", "de", "des", "du", "un", "une", "et", "est", "a", "à", "au", "aux", "en",
            "dans", "que", "qu'", "qui", "pour", "pas", "sur", "par", "avec", "ce", "cette", "il", "elle", "ont",
            "sont", "n'", "ne", "se", "s'", "plus", "c'", "son", "sa", "ses",
        ],
    ),
    (
        "en",
        &[
            "the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "with", "as", "was", "by", "are", "it",
            "at", "from", "be", "has", "have", "not", "this", "said", "an", "will", "his", "her", "they", "you", "i",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "das", "und", "in", "den", "von", "zu", "mit", "ist", "des", "auf", "für", "im", "dem",
            "nicht", "ein", "eine", "als", "auch", "es", "an", "er", "hat", "aus", "bei", "sich", "sie", "dass",
            "nach",
        ],
    ),
    (
        "es",
        &[
            "el", "la", "los", "las", "de", "que", "y", "en", "un", "una", "por", "con", "para", "del", "se", "no",
            "al", "lo", "su", "es", "como", "más", "ha", "sobre", "este", "pero",
        ],
    ),
    (
        "it",
        &[
            "il", "lo", "la", "gli", "le", "di", "che", "e", "un", "una", "per", "con", "del", "della", "dei", "nel",
            "è", "non", "si", "al", "ha", "sono", "da", "su", "alla", "più", "anche", "i",
        ],
    ),
    (
        "nl",
        &[
            "de", "het", "een", "van", "en", "in", "is", "dat", "op", "te", "voor", "met", "die", "zijn", "niet",
            "aan", "er", "om", "ook", "als", "bij", "door", "naar", "heeft", "werd", "uit",
        ],
    ),
    (
        "pt",
        &[
            "o", "os", "as", "a", "de", "do", "da", "que", "e", "em", "um", "uma", "para", "com", "não", "por", "no",
            "na", "dos", "das", "se", "mais", "ao", "foi", "são", "é",
        ],
    ),
];

/// So many words are looked at: enough for any text, and the same cost for a long one.
const LOOKED_AT: usize = 2_000;

/// A language whose little words make up less than this part of the words is not the language. Running French has 0.4 and more, headlines 0.2.
const LEAST: f32 = 0.12;

/// The longest little word, in bytes.
const LONGEST: usize = 5;

/// A word of so few bytes as a number, so that comparing two is one step.
const fn packed(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let (mut number, mut at) = (1, 0);
    while at < bytes.len() {
        number = number << 8 | bytes[at] as u64;
        at += 1;
    }
    number
}

/// How many little words all languages have together.
const COUNT: usize = {
    let (mut count, mut language) = (0, 0);
    while language < LITTLE_WORDS.len() {
        count += LITTLE_WORDS[language].1.len();
        language += 1;
    }
    count
};

/// All little words, packed and in order, each with the index of its language.
static PACKED: [(u64, u8); COUNT] = {
    let mut all = [(0, 0); COUNT];
    let (mut count, mut language) = (0, 0);
    while language < LITTLE_WORDS.len() {
        let words = LITTLE_WORDS[language].1;
        let mut word = 0;
        while word < words.len() {
            assert!(words[word].len() <= LONGEST);
            let packed = packed(words[word]);
            let mut at = count;
            while at > 0 && all[at - 1].0 > packed {
                all[at] = all[at - 1];
                at -= 1;
            }
            all[at] = (packed, language as u8);
            count += 1;
            word += 1;
        }
        language += 1;
    }
    all
};

/// ISO 639-1 code of the language, or `und`. A text of fewer than five words is taken for French: it is too short to tell.
pub(super) fn guess(tokens: &Tokens<'_>) -> &'static str {
    let words = (0..tokens.len()).filter(|&i| tokens.kind(i) == Some(TokenKind::Word)).take(LOOKED_AT);
    let mut counts = [0; LITTLE_WORDS.len()];
    let mut all = 0;
    for word in words.map(|i| tokens.folded(i)) {
        all += 1;
        if word.len() > LONGEST {
            continue;
        }
        let packed = packed(word);
        let first = PACKED.partition_point(|&(little, _)| little < packed);
        for (_, language) in PACKED[first..].iter().take_while(|&&(little, _)| little == packed) {
            counts[usize::from(*language)] += 1;
        }
    }
    if all < 5 {
        return "fr";
    }
    let (mut best, mut most) = ("und", LEAST * all as f32);
    for ((language, _), count) in LITTLE_WORDS.into_iter().zip(counts) {
        if count as f32 > most {
            (best, most) = (language, count as f32);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_has_each_little_word_once() {
        for (language, words) in LITTLE_WORDS {
            for (index, word) in words.iter().enumerate() {
                assert!(!words[..index].contains(word), "{language}: {word}");
            }
        }
    }
}
