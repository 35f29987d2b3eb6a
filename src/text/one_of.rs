//! Closed lists of a few words.

use super::which_are;

/// Whether `word` is one of the words of `list`, which spaces separate.
///
/// `matches!` with as many strings says the same, and compiles into some 20 bytes of code a word in each place where it stands; there are five hundred such
/// lists. The list is searched for the first letter of `word`, sixteen bytes at once: few words of an article get further.
#[inline(never)]
pub fn is_one_of(word: &str, list: &str) -> bool {
    const AT_ONCE: usize = 16;
    let (word, list) = (word.as_bytes(), list.as_bytes());
    let Some(&first) = word.first() else { return false };
    let stands_at = |at: usize| {
        let end = at + word.len();
        list.get(end).is_none_or(|&behind| behind == b' ')
            && list.get(at..end).is_some_and(|there| there.iter().eq(word))
    };
    let any_of = |sixteen: &[u8; AT_ONCE], at: usize| {
        let letters = which_are(sixteen, first);
        if letters == 0 {
            return false;
        }
        // Whether the byte before the sixteen ends a word, as the edge of the list does.
        let behind = u32::from(at == 0 || list[at - 1] == b' ');
        let mut begins = (which_are(sixteen, b' ') << 1 | behind) & letters;
        while begins > 0 {
            if stands_at(at + begins.trailing_zeros() as usize) {
                return true;
            }
            begins &= begins - 1;
        }
        false
    };
    let (sixteens, rest) = list.as_chunks();
    for (nth, sixteen) in sixteens.iter().enumerate() {
        if any_of(sixteen, nth * AT_ONCE) {
            return true;
        }
    }
    if rest.is_empty() {
        return false;
    }
    if let Some(last) = list.last_chunk() {
        return any_of(last, list.len() - AT_ONCE);
    }
    let mut all = [0; AT_ONCE];
    all[..rest.len()].copy_from_slice(rest);
    any_of(&all, 0)
}

/// Whether `word` ends like one of `endings`. Most of a list end in another letter: the last byte tells.
pub fn ends_like(word: &str, endings: &[&str]) -> bool {
    let last = word.as_bytes().last();
    endings.iter().any(|ending| ending.as_bytes().last() == last && word.ends_with(ending))
}
