//! Closed lists of a few words.

use super::sixteen::which_are_both;

/// Whether `word` is one of the words of `list`, which spaces separate.
///
/// `matches!` with as many strings says the same, and compiles into some 20 bytes of code a word in each place where it stands; there are five hundred such
/// lists. The list is searched for the first letter of `word` behind a space, sixteen bytes at once: few words of an article get further.
#[inline(never)]
pub fn is_one_of(word: &str, list: &str) -> bool {
    let (word, list) = (word.as_bytes(), list.as_bytes());
    let (Some(&first), Some((&begins, behind))) = (word.first(), list.split_first()) else { return false };
    if begins == first && stands_at(list, 0, word) {
        return true;
    }
    // There must be room for it behind a space, of which the first may begin the list: most lists of one word end here.
    if behind.len() < word.len() {
        return false;
    }
    // Where the sixteen bytes begin that end the list; shorter lists are of a few words.
    let Some(last) = behind.len().checked_sub(AT_ONCE) else { return is_one_of_few(word, list) };
    let mut at = 0;
    loop {
        // Words that begin in `here`: `before` are the bytes one to the left.
        let (Some(before), Some(here)) = (chunk(list, at), chunk(behind, at)) else { return false };
        let mut begins = which_are_both(here, first, before, b' ');
        while begins > 0 {
            if stands_at(list, at + 1 + begins.trailing_zeros() as usize, word) {
                return true;
            }
            begins &= begins - 1;
        }
        if at == last {
            return false;
        }
        at = last.min(at + AT_ONCE);
    }
}

/// So many bytes are looked at together.
const AT_ONCE: usize = 16;

#[inline(always)]
fn chunk(bytes: &[u8], at: usize) -> Option<&[u8; AT_ONCE]> {
    bytes.get(at..)?.first_chunk()
}

/// Whether `word` is the word that begins at `at`.
#[inline(always)]
fn stands_at(list: &[u8], at: usize, word: &[u8]) -> bool {
    let end = at + word.len();
    list.get(end).is_none_or(|&behind| behind == b' ') && list.get(at..end).is_some_and(|there| there == word)
}

/// The same in a list that is too short for sixteen bytes: its first eight bytes and its last eight, or one by one.
#[inline(always)]
fn is_one_of_few(word: &[u8], list: &[u8]) -> bool {
    let behind = &list[1..];
    let ends = |bytes: &[u8]| {
        let (begin, end) = (bytes.first_chunk::<8>()?, bytes.last_chunk::<8>()?);
        let mut both = [0; AT_ONCE];
        both[..8].copy_from_slice(begin);
        both[8..].copy_from_slice(end);
        Some(both)
    };
    let Some((before, here)) = ends(&list[..behind.len()]).zip(ends(behind)) else {
        return (1..list.len()).any(|at| list[at - 1] == b' ' && stands_at(list, at, word));
    };
    let begins = which_are_both(&here, word[0], &before, b' ');
    let place = |bit: usize| if bit < 8 { 1 + bit } else { list.len() + bit - AT_ONCE };
    begins > 0 && (0..AT_ONCE).any(|bit| begins >> bit & 1 == 1 && stands_at(list, place(bit), word))
}

/// Whether `word` ends like one of `endings`. Most of a list end in another letter: the last byte tells.
pub fn ends_like(word: &str, endings: &[&str]) -> bool {
    let last = word.as_bytes().last();
    endings.iter().any(|ending| ending.as_bytes().last() == last && word.ends_with(ending))
}
