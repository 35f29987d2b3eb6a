//! Closed lists of a few words.

/// Whether `word` is one of the words of `list`, which spaces separate.
///
/// `matches!` with as many strings says the same, is faster, and compiles into some 20 bytes of code a word in each place where it stands: this
/// is for lists that are asked rarely, of which the readers of values have a hundred.
#[inline(never)]
pub fn is_one_of(word: &str, list: &str) -> bool {
    let (word, mut rest) = (word.as_bytes(), list.as_bytes());
    loop {
        if rest.first() == word.first()
            && rest.starts_with(word)
            && rest.get(word.len()).is_none_or(|&behind| behind == b' ')
        {
            return !word.is_empty();
        }
        match rest.iter().position(|&b| b == b' ') {
            Some(space) => rest = &rest[space + 1..],
            None => return false,
        }
    }
}

/// Whether `word` ends like one of `endings`. Most of a list end in another letter: the last byte tells.
pub fn ends_like(word: &str, endings: &[&str]) -> bool {
    let last = word.as_bytes().last();
    endings.iter().any(|ending| ending.as_bytes().last() == last && word.ends_with(ending))
}
