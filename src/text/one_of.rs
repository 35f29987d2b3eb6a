//! Closed lists of a few words.

use super::sixteen::which_are_both;

/// Whether `word` is one of the words of `list`, which spaces separate.
///
/// `matches!` with as many strings says the same, and compiles into some 20 bytes of code a word in each place where it stands; there are five hundred such
/// lists. The list is searched for the first letter of `word` behind a space, sixteen bytes at once: few words of an article get further.
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
    if stands_at(0) {
        return true;
    }
    // Words that begin in `here`: `before` are the bytes one to the left.
    let any_of = |before: &[u8; AT_ONCE], here: &[u8; AT_ONCE], at: usize| {
        let mut begins = which_are_both(here, first, before, b' ');
        while begins > 0 {
            if stands_at(at + begins.trailing_zeros() as usize) {
                return true;
            }
            begins &= begins - 1;
        }
        false
    };
    let Some((_, behind)) = list.split_first() else { return false };
    let ((befores, _), (heres, rest)) = (list.as_chunks(), behind.as_chunks());
    for (nth, (before, here)) in befores.iter().zip(heres).enumerate() {
        if any_of(before, here, 1 + nth * AT_ONCE) {
            return true;
        }
    }
    if rest.is_empty() {
        return false;
    }
    if let (Some(before), Some(here)) = (list[..behind.len()].last_chunk(), behind.last_chunk()) {
        return any_of(before, here, list.len() - AT_ONCE);
    }
    // A list of few words: its first eight bytes and its last eight, or one by one.
    let ends = |bytes: &[u8]| {
        let (begin, end) = (bytes.first_chunk::<8>()?, bytes.last_chunk::<8>()?);
        let mut both = [0; AT_ONCE];
        both[..8].copy_from_slice(begin);
        both[8..].copy_from_slice(end);
        Some(both)
    };
    let Some((before, here)) = ends(&list[..behind.len()]).zip(ends(behind)) else {
        return (1..list.len()).any(|at| list[at - 1] == b' ' && stands_at(at));
    };
    let begins = which_are_both(&here, first, &before, b' ');
    let place = |bit: usize| if bit < 8 { 1 + bit } else { list.len() + bit - AT_ONCE };
    begins > 0 && (0..AT_ONCE).any(|bit| begins >> bit & 1 == 1 && stands_at(place(bit)))
}

/// Whether `word` ends like one of `endings`. Most of a list end in another letter: the last byte tells.
pub fn ends_like(word: &str, endings: &[&str]) -> bool {
    let last = word.as_bytes().last();
    endings.iter().any(|ending| ending.as_bytes().last() == last && word.ends_with(ending))
}
