//! Words that open a line which is not running text: `Lire aussi`, `Publié le`, `Crédit photo`.

use std::sync::LazyLock;

use super::{Row, Table};

static OPENINGS: LazyLock<Table> = built_in!(Table, "openings");

/// The longest opening, in bytes.
const LONGEST: usize = 46;

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

/// What stands in the middle of a line and is no part of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inset {
    /// A link: its opening and a headline.
    Link,
    /// A button: its words alone.
    Button,
    /// Who took a picture.
    Credit,
    /// Whole sentences that speak to the reader of the site.
    Plea,
    /// The same, if its first sentence does so too: `La newsletter santé … Recevez …`.
    Form,
}

/// What a line, or a sentence within a line, opens with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What the line is.
    pub opening: Opening,
    /// Whether that is so however the line goes on.
    pub strong: bool,
    /// What it is within a line; none where a sentence of an article may begin so.
    pub inset: Option<Inset>,
    /// How many words open it.
    pub words: usize,
}

/// What the folded line `start` opens with, by its longest opening.
pub fn opening(start: &str) -> Option<Opened> {
    let (words, row) = longest(start)?;
    let opening = Opening::of(row);
    let inset = match row.field(1) {
        "plea" => Some(Inset::Plea),
        "form" => Some(Inset::Form),
        "button" => Some(Inset::Button),
        "inset" if opening == Opening::Noise => Some(Inset::Link),
        "inset" => Some(Inset::Credit),
        _ => None,
    };
    Some(Opened { opening, strong: !matches!(row.field(1), "" | "form"), inset, words: words.split(' ').count() })
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
        if !inside_word {
            let (row, goes_on) = OPENINGS.get_and_goes_on(words);
            found = row.map(|row| (words, row)).or(found);
            // Most lines are let go behind a word or two; a word that goes on with a sign (`tl;dr`) is not over yet.
            let over = words.contains(' ') || start[at..].starts_with(' ');
            if over && !goes_on {
                break;
            }
        }
        in_word = word;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(start: &str) -> Option<(Opening, bool)> {
        opening(start).map(|o| (o.opening, o.strong))
    }

    fn within(start: &str) -> Option<(Inset, usize)> {
        opening(start).and_then(|o| Some((o.inset?, o.words)))
    }

    #[test]
    fn the_longest_opening_counts_and_only_whole_words() {
        assert_eq!(line("lire aussi : le sommet"), Some((Opening::Noise, true)));
        assert_eq!(line("lire la suite"), Some((Opening::Noise, false)));
        assert_eq!(line("© photographe"), Some((Opening::Caption, true)));
        assert_eq!(line("partagera"), None);
        assert_eq!(line("par anne morel"), Some((Opening::Byline, false)));
        assert_eq!(line("le sommet"), None);
    }

    #[test]
    fn some_openings_are_never_those_of_a_sentence() {
        assert_eq!(within("lire aussi : le sommet"), Some((Inset::Link, 2)));
        assert_eq!(within("© brenne tv le port"), Some((Inset::Credit, 1)));
        assert_eq!(within("la lecture de ce contenu est"), Some((Inset::Plea, 5)));
        assert_eq!(within("la newsletter santé"), Some((Inset::Form, 2)));
        assert_eq!(within("à voir les images, le port"), None);
    }
}
