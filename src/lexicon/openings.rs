//! Words that open a line which is not running text: `Lire aussi`, `Publié le`, `Crédit photo`.

use super::{Row, Table};

static OPENINGS: Table = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/openings.bin")));

/// The longest opening, in bytes: `vous avez une information` and the like.
const LONGEST: usize = 40;

/// What a line is that opens with certain words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// A link, button, advert, or plea.
    Noise,
    /// Who wrote it, when it appeared.
    Byline,
    /// A caption or credit.
    Caption,
}

impl Opening {
    fn of(row: Row) -> Self {
        match row.field(0) {
            "noise" => Self::Noise,
            "byline" => Self::Byline,
            _ => Self::Caption,
        }
    }
}

/// What the folded line `start` opens with, by its longest opening, and whether that is so however the line goes on.
pub fn opening(start: &str) -> Option<(Opening, bool)> {
    longest(start).map(|(_, row)| (Opening::of(row), !row.field(1).is_empty()))
}

/// What stands in the middle of a line and is no part of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inset {
    /// A link: its opening and a headline.
    Link,
    /// Who took a picture.
    Credit,
    /// Whole sentences that speak to the reader of the site.
    Plea,
}

/// What the folded `start` of a sentence within a line opens with, and how many words do that; of the openings that no sentence of an article begins with.
pub fn inset(start: &str) -> Option<(Inset, usize)> {
    let (words, row) = longest(start)?;
    let inset = match (row.field(0), row.field(1)) {
        (_, "plea") => Inset::Plea,
        ("noise", "inset") => Inset::Link,
        (_, "inset") => Inset::Credit,
        _ => return None,
    };
    Some((inset, words.split(' ').count()))
}

/// The longest opening of the folded line `start`.
fn longest(start: &str) -> Option<(&str, Row)> {
    let ends = start
        .char_indices()
        .map(|(at, c)| (at, c.is_alphanumeric() || c == '-'))
        .chain([(start.len(), false)])
        .take_while(|(at, _)| *at <= LONGEST);
    let mut found = None;
    let mut in_word = false;
    for (at, word) in ends {
        let inside_word = in_word && word;
        let words = start[..at].trim_end();
        if !inside_word && let Some(row) = OPENINGS.get(words) {
            found = Some((words, row));
        }
        in_word = word;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_opening_counts_and_only_whole_words() {
        assert_eq!(opening("lire aussi : le sommet"), Some((Opening::Noise, true)));
        assert_eq!(opening("lire la suite"), Some((Opening::Noise, false)));
        assert_eq!(opening("© photographe"), Some((Opening::Caption, true)));
        assert_eq!(opening("partagera"), None);
        assert_eq!(opening("par anne morel"), Some((Opening::Byline, false)));
        assert_eq!(opening("le sommet"), None);
    }

    #[test]
    fn some_openings_are_never_those_of_a_sentence() {
        assert_eq!(inset("lire aussi : le sommet"), Some((Inset::Link, 2)));
        assert_eq!(inset("© brenne tv le port"), Some((Inset::Credit, 1)));
        assert_eq!(inset("la lecture de ce contenu est"), Some((Inset::Plea, 5)));
        assert_eq!(inset("à voir les images, le port"), None);
    }
}
