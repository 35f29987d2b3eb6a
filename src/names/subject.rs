//! What an article is about, as far as its names depend on it.

use super::words::Words;
use crate::lexicon::sport_words;
use crate::tokens::{TokenKind, Tokens};

/// How many words of a thousand speak of matches where an article is a little, rather and wholly about sport. Towns are clubs in the last, and seldom
/// in the first.
const SHARES: [usize; 3] = [5, 12, 25];

/// How much an article is about sport: 0 for hardly, 3 for wholly.
pub(super) fn sport(tokens: &Tokens<'_>, words: &Words<'_, '_>) -> u32 {
    let (mut all, mut found) = (0, 0);
    // Each different word is asked for once.
    let mut answers: Vec<Option<bool>> = vec![None; tokens.word_count()];
    for index in (0..tokens.len()).filter(|&i| tokens.kind(i) == Some(TokenKind::Word)) {
        all += 1;
        if !words.has_capital(index) {
            let answer = &mut answers[tokens.word(index)];
            found += usize::from(*answer.get_or_insert_with(|| sport_words::has(tokens.folded(index))));
        }
    }
    SHARES.iter().filter(|&&share| found * 1000 >= share * all.max(1)).count() as u32
}
