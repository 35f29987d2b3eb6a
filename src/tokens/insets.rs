//! Links and credits that stand between two sentences of one line, as where a page was copied without its paragraphs.

use std::ops::Range;

use crate::lexicon::{Opening, inset, small_words};
use crate::text::{chars, fold};

/// The longest link, in words: a headline and what opens it.
const LONGEST_LINK: usize = 24;

/// The longest credit, in words.
const LONGEST_CREDIT: usize = 8;

/// So many bytes are marks and no sentence.
const MARKS: usize = 4;

/// How much of a sentence says whether it opens an inset, in characters.
const OPENING: usize = 44;

/// The insets of `line`, in bytes of it, in order.
///
/// `Le port rouvre. LIRE AUSSI - Une nuit de vent La ville respire.`: an inset begins where a sentence does. A headline has no full stop, so it ends where a word that only holds sentences together
/// has a capital without reason; where there is none it is as long as its sentence or the line, if that is short enough.
pub(super) fn all(line: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let mut ends = line[from..].match_indices(' ').map(|(at, _)| from + at);
        let found = ends.find_map(|space| {
            let rest = &line[space + 1..];
            let before = &line[from..space];
            // `» LIRE AUSSI`: what opens the line is what it is.
            if !before.ends_with(['.', '!', '?', '…', '»', '"', '”'])
                || !rest.starts_with(opens)
                || before.len() <= MARKS
            {
                return None;
            }
            let start = fold(&rest[..rest.char_indices().nth(OPENING).map_or(rest.len(), |(at, _)| at)]);
            let (kind, words) = inset(&start)?;
            let longest = if kind == Opening::Caption { LONGEST_CREDIT } else { LONGEST_LINK };
            Some(space + 1..space + 1 + length(rest, words, longest)?)
        })?;
        from = found.end;
        Some(found)
    })
}

/// The signs that openings of insets begin with; the others are not looked up.
fn opens(c: char) -> bool {
    matches!(c, 'L' | 'À' | 'A' | 'V' | '©' | 'C')
}

/// How many bytes of `text` the inset has that begins it, with `opening` words before the headline or name, if it is not longer than `longest` words.
fn length(text: &str, opening: usize, longest: usize) -> Option<usize> {
    let (mut before, mut at, mut quoted, mut mark) = ("", 0, 0_usize, 0);
    for (number, word) in text.split(' ').take(longest).enumerate() {
        let bare = word.trim_start_matches(['«', '"', '“', '\u{a0}', '\u{202f}']);
        if number > opening && quoted == 0 && bare.starts_with(char::is_uppercase) {
            let ended = before.ends_with(['.', '!', '?', '…']);
            let small = |word: &str| small_words::has(&fold(word));
            let first = bare.split_inclusive(chars::is_apostrophe).next().unwrap_or(bare);
            let glued =
                before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '»' | '"' | '”')) && !small(before);
            if ended || glued && small(first) {
                return Some(at - 1);
            }
        }
        // `Le port rouvre « Enfin », a dit Anne Morel`: no headline goes on so behind words in marks.
        if mark > 0 && word.ends_with("»,") {
            return Some(mark - 1);
        }
        if word.starts_with('«') && number > opening {
            mark = at;
        }
        quoted += word.matches('«').count();
        quoted = quoted.saturating_sub(word.matches('»').count());
        (before, at) = (word, at + word.len() + 1);
    }
    (at > text.len()).then_some(text.len())
}
