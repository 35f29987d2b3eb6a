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

/// ISO 639-1 code of the language, or `und`. A text of fewer than five words is taken for French: it is too short to tell.
pub(super) fn guess(tokens: &Tokens<'_>) -> &'static str {
    let words: Vec<&str> = (0..tokens.len())
        .filter(|&i| tokens.kind(i) == Some(TokenKind::Word))
        .take(LOOKED_AT)
        .map(|i| tokens.folded(i))
        .collect();
    if words.len() < 5 {
        return "fr";
    }
    // By first byte, so that a word is compared with a dozen little words and not with all two hundred.
    let mut little = vec![Vec::new(); 256];
    for (language, (_, words)) in LITTLE_WORDS.iter().enumerate() {
        for word in *words {
            little[usize::from(word.as_bytes()[0])].push((*word, language));
        }
    }
    let mut counts = [0; LITTLE_WORDS.len()];
    for word in words.iter().filter(|word| word.len() <= LONGEST) {
        let candidates = word.as_bytes().first().map_or(&[][..], |&first| &little[usize::from(first)]);
        for (_, language) in candidates.iter().filter(|(little, _)| little == word) {
            counts[*language] += 1;
        }
    }
    let (mut best, mut most) = ("und", LEAST * words.len() as f32);
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
