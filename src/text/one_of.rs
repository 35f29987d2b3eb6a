//! Closed lists of a few words.

use super::which_are;

/// Whether `word` is one of the words of `list`, which spaces separate.
///
/// `matches!` with as many strings says the same, and compiles into some 20 bytes of code a word in each place where it stands; there are four hundred such
/// lists. The list is searched for a space before the first letter of `word`, sixteen bytes at once: few words of an article get further.
#[inline(never)]
pub fn is_one_of(word: &str, list: &str) -> bool {
    let (word, list) = (word.as_bytes(), list.as_bytes());
    let Some(&first) = word.first() else { return false };
    let stands_at = |at: usize| {
        list.get(at..).is_some_and(|rest| rest.starts_with(word))
            && list.get(at + word.len()).is_none_or(|&behind| behind == b' ')
    };
    if stands_at(0) {
        return true;
    }
    let mut spaces = 0;
    while let Some((sixteen, letters)) = chunk(list, spaces).zip(chunk(list, spaces + 1)) {
        let mut begins = which_are(sixteen, b' ') & which_are(letters, first);
        while begins > 0 {
            if stands_at(spaces + begins.trailing_zeros() as usize + 1) {
                return true;
            }
            begins &= begins - 1;
        }
        spaces += 16;
    }
    (spaces..list.len()).any(|space| list[space] == b' ' && stands_at(space + 1))
}

/// The sixteen bytes from `at` on.
fn chunk(list: &[u8], at: usize) -> Option<&[u8; 16]> {
    list.get(at..)?.first_chunk()
}

/// Whether `word` ends like one of `endings`. Most of a list end in another letter: the last byte tells.
pub fn ends_like(word: &str, endings: &[&str]) -> bool {
    let last = word.as_bytes().last();
    endings.iter().any(|ending| ending.as_bytes().last() == last && word.ends_with(ending))
}
