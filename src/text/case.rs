//! Capitals and small letters of the alphabets in which names stand in French news: Latin, Greek, Cyrillic, Armenian.
//!
//! Computed rather than looked up: the standard library's tables know every script there ever was, and are 8 kB of the module in brotli. Letters that are not
//! computed (phonetic and polytonic ones, other scripts) stay as they are, and are then found only as they are written. Tests compare with those tables.

/// The small letter of `c`, or `c`.
pub fn lower(c: char) -> char {
    let code = c as u32;
    let small = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE => code + 0x20,
        // `ÿ` stands in Latin-1, its capital does not; `İ` is the capital of `i` in Turkish names, `ẞ` of `ß`, `Ə` of `ə` in those of Azerbaijan.
        0x130 => 0x69,
        0x178 => 0xFF,
        0x18F => 0x259,
        0x1E9E => 0xDF,
        // Capital and small letter in turn, the capital even…
        0x100..=0x137
        | 0x14A..=0x177
        | 0x1DE..=0x1EF
        | 0x1F8..=0x21F
        | 0x222..=0x233
        | 0x1E00..=0x1E95
        | 0x1EA0..=0x1EFF => code | 1,
        0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F => code | 1,
        // … or odd.
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC | 0x4C1..=0x4CE => code + (code & 1),
        // Greek, with and without accent, and Cyrillic.
        0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => code + 0x20,
        0x386 => 0x3AC,
        0x388..=0x38A => code + 0x25,
        0x38C => 0x3CC,
        0x38E | 0x38F => code + 0x3F,
        0x400..=0x40F => code + 0x50,
        0x4C0 => 0x4CF,
        // Armenian, Roman figures in one character, letters as wide as a Chinese character.
        0x531..=0x556 => code + 0x30,
        0x2160..=0x216F => code + 0x10,
        0xFF21..=0xFF3A => code + 0x20,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// The capital of `c`, where it is one letter and stands at the distance that most capitals have; else `c`.
pub fn upper(c: char) -> char {
    let capital =
        |distance: u32| char::from_u32((c as u32).checked_sub(distance)?).filter(|&capital| lower(capital) == c);
    [0x20, 0x01, 0x50, 0x30].into_iter().find_map(capital).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::{lower, upper};
    use std::ops::RangeInclusive;

    /// What Unicode calls Latin-1, Latin extended A and additional, the accented and plain Greek letters, Cyrillic with its supplement, Armenian.
    const ALPHABETS: [RangeInclusive<u32>; 5] =
        [0..=0x17F, 0x386..=0x3CE, 0x400..=0x52F, 0x531..=0x556, 0x1E00..=0x1EFF];

    /// The one character that `all` is.
    fn only(mut all: impl Iterator<Item = char>) -> Option<char> {
        all.next().filter(|_| all.next().is_none())
    }

    #[test]
    fn the_alphabets_of_names_have_the_small_letters_that_unicode_gives_them() {
        for c in ALPHABETS.into_iter().flatten().filter_map(char::from_u32).filter(|&c| c != 'İ') {
            assert_eq!(Some(lower(c)), only(c.to_lowercase()), "{c} U+{:04X}", c as u32);
        }
        assert_eq!(lower('İ'), 'i');
    }

    #[test]
    fn other_letters_have_theirs_or_stay() {
        for c in ('\0'..=char::MAX).filter(|&c| c != 'İ') {
            assert!(lower(c) == c || Some(lower(c)) == only(c.to_lowercase()), "{c} U+{:04X}", c as u32);
        }
    }

    #[test]
    fn a_capital_is_that_of_unicode_or_none() {
        for c in '\0'..=char::MAX {
            assert!(upper(c) == c || Some(upper(c)) == only(c.to_uppercase()), "{c} U+{:04X}", c as u32);
        }
        let (small, capital) =
            ("abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüžабвё", "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŽАБВЁ");
        assert_eq!(small.chars().map(upper).collect::<String>(), capital);
        assert_eq!(capital.chars().map(upper).collect::<String>(), capital);
    }
}
