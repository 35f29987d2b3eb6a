//! Closed lists of a few words.

use super::which_are;

/// Whether `word` is one of the words of `list`, which spaces separate.
///
/// `matches!` with as many strings says the same, and compiles into some 20 bytes of code a word in each place where it stands; there are five hundred such
/// lists. The list is searched for the first letter of `word` behind a space, sixteen bytes at once: few words of an article get further.
#[inline(never)]
pub fn is_one_of(word: &str, list: &str) -> bool {
    let (word, list) = (word.as_bytes(), list.as_bytes());
    let Some(&first) = word.first() else { return false };
    let stands_at = |at: usize| {
        let end = at + word.len();
        list.get(end).is_none_or(|&behind| behind == b' ')
            && list.get(at..end).is_some_and(|there| there.iter().eq(word))
    };
    // Whether the byte before the sixteen ends a word, as the edge of the list does.
    let mut behind = 1;
    let mut any_of = |sixteen: &[u8; 16], at: usize| {
        let spaces = which_are(sixteen, b' ');
        let mut begins = (spaces << 1 | behind) & which_are(sixteen, first);
        behind = spaces >> 15;
        while begins > 0 {
            if stands_at(at + begins.trailing_zeros() as usize) {
                return true;
            }
            begins &= begins - 1;
        }
        false
    };
    let (sixteens, rest) = list.as_chunks::<16>();
    for (nth, sixteen) in sixteens.iter().enumerate() {
        if any_of(sixteen, nth * 16) {
            return true;
        }
    }
    let mut last = [0; 16];
    last[..rest.len()].copy_from_slice(rest);
    any_of(&last, list.len() - rest.len())
}

/// Whether `word` ends like one of `endings`. Most of a list end in another letter: the last byte tells.
pub fn ends_like(word: &str, endings: &[&str]) -> bool {
    let last = word.as_bytes().last();
    endings.iter().any(|ending| ending.as_bytes().last() == last && word.ends_with(ending))
}
