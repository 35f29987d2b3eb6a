//! Links, credits and pleas that stand between two sentences of one line, as where a page was copied without its paragraphs.

use std::ops::Range;

use super::blocks::is_agency;
use crate::lexicon::{Inset, Opened, Opening, opening, small_words};
use crate::text::{chars, fold};

/// The longest link, in words: a headline and what opens it.
const LONGEST_LINK: usize = 24;

/// The longest credit, in words.
const LONGEST_CREDIT: usize = 8;

/// What follows a credit in front of a line is longer, in bytes: else all of it is the credit.
const BEHIND_CREDIT: usize = 120;

/// The longest plea, in words: a newsletter's form has some hundred.
const LONGEST_PLEA: usize = 160;

/// The longest link behind the last sentence of a line, in bytes.
const LONGEST_LAST: usize = 120;

/// The longest credit in brackets, in bytes.
const LONGEST_AGENCY: usize = 80;

/// The longest word that holds sentences together, in characters.
const LONGEST_SMALL: usize = 12;

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
        let start = line.len() - line[from..].trim_start().len();
        let first = in_front(&line[start..]).map(|end| start..start + end);
        let mut ends = line[from..].match_indices(' ').map(|(at, _)| from + at);
        let found = first.or_else(|| {
            ends.find_map(|space| {
                let rest = &line[space + 1..];
                let before = &line[from..space];
                // `» LIRE AUSSI`: what opens the line is what it is.
                let stopped = before.ends_with(['.', '!', '?', '…', '»', '"', '”']);
                let loud = || rest.chars().take(2).all(char::is_uppercase);
                if !(stopped && (rest.starts_with(opens) || loud()) || rest.starts_with('©')) || before.len() <= MARKS
                {
                    return None;
                }
                let length = at(rest)?;
                // `Le port dort © Anne Morel La ville respire.`: the sign says so wherever it stands, if a sentence begins in front of its stop.
                let ends = stopped || length < rest.len() && !rest[..length].ends_with(['.', '!', '?', '…']);
                ends.then_some(space + 1..space + 1 + length)
            })
        })?;
        from = found.end;
        Some(found)
    })
}

/// How many bytes the inset has that `rest` begins with, if it does.
fn at(rest: &str) -> Option<usize> {
    if let Some(length) = agency(rest) {
        return Some(length);
    }
    let opened = opening(&beginning(rest))?;
    match opened.inset {
        Some(Inset::Plea | Inset::Form) => plea(rest, opened),
        // `©Morel`: the name stands in the same word.
        Some(Inset::Credit) => length(
            rest,
            opened.words - usize::from(!rest.starts_with("© ") && rest.starts_with('©')),
            LONGEST_CREDIT,
            false,
        ),
        // `Pour aller plus loin, il faudra …`
        Some(Inset::Link) if rest[..button(rest, opened.words)].ends_with(',') => None,
        Some(Inset::Link) => length(rest, opened.words, LONGEST_LINK, true),
        Some(Inset::Button) => Some(button(rest, opened.words)),
        // `Retrouvez nos articles`, last of all and without a full stop.
        None => {
            let last = rest.len() <= LONGEST_LAST
                && !rest.ends_with(['.', '!', '?', '…', '»', '"', '”'])
                && !rest.contains(". ");
            (last && opened.opening == Opening::Noise).then_some(rest.len())
        }
    }
}

/// What of `text` says whether it opens an inset, folded.
fn beginning(text: &str) -> String {
    fold(&text[..text.char_indices().nth(OPENING).map_or(text.len(), |(at, _)| at)])
}

/// The signs that openings of insets begin with; the others are not looked up.
fn opens(c: char) -> bool {
    matches!(c, 'L' | 'À' | 'A' | 'V' | '©' | 'C' | 'N' | 'S' | 'R' | 'P' | 'E' | 'J' | 'g' | '(')
}

/// `(CLAIRE MOREL / BRENNE TV)`, `CLAIRE MOREL/BRENNE-TV`: who took a picture, and for whom.
pub(super) fn agency(rest: &str) -> Option<usize> {
    if rest.starts_with('(') {
        let end = rest.bytes().take(LONGEST_AGENCY).position(|byte| byte == b')')?;
        let names = &rest[..end];
        return (names.contains(" / ") && !names.contains(char::is_lowercase)).then_some(end + 1);
    }
    let mut end = 0;
    let mut before = "";
    for (number, word) in rest.split(' ').take(LONGEST_CREDIT).enumerate() {
        end += word.len();
        if word.contains(|c: char| !(c.is_uppercase() || matches!(c, '/' | '-' | '.'))) {
            return None;
        }
        if number > 0 && (before == "/" || word.trim_matches('/').contains('/')) {
            return word.rsplit('/').next().is_some_and(is_agency).then_some(end);
        }
        (before, end) = (word, end + 1);
    }
    None
}

/// How many bytes the plea has that `text` begins with, if what `opened` it opens one. It is whole sentences; those behind the first go on with it that speak to
/// the reader of letters and cookies.
pub(super) fn plea(text: &str, opened: Opened) -> Option<usize> {
    let form = match opened.inset? {
        Inset::Plea => false,
        Inset::Form => true,
        Inset::Link | Inset::Button | Inset::Credit => return None,
    };
    let (mut at, mut end, mut sentence) = (0, 0, 0);
    for word in text.split(' ').take(LONGEST_PLEA) {
        at += word.len() + 1;
        if word.ends_with(['.', '!', '?']) || at > text.len() {
            let said = fold(&text[sentence..at - 1]);
            let has = |words: &[&str]| words.iter().any(|w| said.contains(w));
            let asks = has(&["vous", "votre", "recevez"]);
            let wants = has(&["email", "e-mail", "newsletter", "cookies", "confidentialité"]);
            if (form || sentence > 0) && !(asks && wants) {
                break;
            }
            (end, sentence) = (at - 1, at);
        }
    }
    (end > 0).then_some(end)
}

/// `Lire aussi: Une nuit de ventLa ville respire.`: a link in front of a line, with the line's first word stuck to it, or one without a headline;
/// `© Morel/Brenne TV La ville respire.`: a credit in front of a sentence.
fn in_front(line: &str) -> Option<usize> {
    if let Some(end) = agency(line) {
        return Some(end);
    }
    let opened = opening(&beginning(line))?;
    match opened.inset? {
        Inset::Link => length(line, opened.words, LONGEST_LINK, true)
            .filter(|&end| !line[end..].starts_with(' ') || line[..end].split(' ').count() == opened.words),
        Inset::Button => Some(button(line, opened.words)),
        // `© Anne Morel Le Quai`: all of it is the credit.
        Inset::Credit => {
            length(line, opened.words, LONGEST_CREDIT, false).filter(|&end| line[end..].len() > BEHIND_CREDIT)
        }
        Inset::Plea | Inset::Form => plea(line, opened),
    }
}

/// How many bytes the first `words` of `text` have.
fn button(text: &str, words: usize) -> usize {
    text.match_indices(' ').nth(words - 1).map_or(text.len(), |(space, _)| space)
}

/// Where in `word` another sentence begins, with a word that holds sentences together: `ventLa`, `ventL'eau`.
fn stuck(word: &str) -> Option<usize> {
    let mut before = ' ';
    word.char_indices().find_map(|(at, c)| {
        let begins = c.is_uppercase() && (before.is_lowercase() || matches!(before, '?' | '!' | '»'));
        before = c;
        if !begins {
            return None;
        }
        let rest = &word[at..];
        let apostrophe = rest.char_indices().take(LONGEST_SMALL).find(|&(_, c)| chars::is_apostrophe(c));
        let first = apostrophe.map_or(rest, |(at, c)| &rest[..at + c.len_utf8()]);
        (first.len() <= 2 * LONGEST_SMALL && small_words::has(&fold(first))).then_some(at)
    })
}

/// How many bytes of `text` the inset has that begins it, with `opening` words before the headline or name, if it is not longer than `longest` words.
/// A `link` of which a whole sentence would be the headline has none: `À lire aussi Le port rouvre.` is a button in front of the article's own words.
fn length(text: &str, opening: usize, longest: usize, link: bool) -> Option<usize> {
    let (mut before, mut at, mut quoted, mut mark) = ("", 0, 0_usize, 0);
    let prose = link && text.starts_with("À lire");
    for (number, word) in text.split(' ').take(longest).enumerate() {
        let bare = word.trim_start_matches(['«', '"', '“', '\u{a0}', '\u{202f}']);
        if number > opening && quoted == 0 && bare.starts_with(char::is_uppercase) {
            let ended = before.ends_with(['.', '!', '?', '…']);
            let small = |word: &str| small_words::has(&fold(word));
            let first = bare.split_inclusive(chars::is_apostrophe).next().unwrap_or(bare);
            let glued =
                before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '»' | '"' | '”')) && !small(before);
            if ended && prose {
                return Some(button(text, opening));
            }
            if ended || glued && (small(first) || !link && word.starts_with(['"', '“'])) {
                return Some(at - 1);
            }
        }
        if link
            && number >= opening
            && let Some(end) = stuck(word)
        {
            return Some(at + end);
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
    let whole = at > text.len() && !(prose && before.ends_with(['.', '…']));
    if whole { Some(text.len()) } else { prose.then(|| button(text, opening)) }
}
