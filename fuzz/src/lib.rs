//! What the fuzz targets read, and what must hold of it. One function a target; `targets/*.rs` hand them to libFuzzer.
//!
//! | target | reads | asks |
//! |---|---|---|
//! | `reading` | any bytes, as text | all that `tests/sound` asks of a report |
//! | `article` | articles of French pieces, numbers and repeats | the same, and what is exported |
//! | `options` | such articles under any date, lines and rules | the same |
//! | `tokens`, `names`, `values`, `quotes` | any bytes, as text | what must hold of one layer alone |
//! | `lookups` | any bytes, as words | the quick ways of comparing, folding, counting and looking up against the obvious ones |
//! | `export` | any bytes, as text and as an address | that other programs' parsers read what is exported |

use arbitrary::Arbitrary;
use reperes::mentions::Mention;
use reperes::text::{OffsetIndex, Text, Unit, fold, is_one_of};
use reperes::tokens::{self, Tokens};
use reperes::{Options, Rule, lexicon, links, mentions, names, quotes, rules, values};

#[path = "../../tests/hard/mod.rs"]
mod hard;
#[path = "../../tests/sound/mod.rs"]
#[allow(dead_code, reason = "the tests need more of it")]
mod sound;

use hard::PIECES;

/// Bytes as the text that a browser would make of them.
fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// The whole reading of any text.
pub fn reading(bytes: &[u8]) {
    sound::check_reading(&text(bytes), &Options::new());
}

/// The whole reading of an article.
pub fn article(article: &Article) {
    sound::check(&article.text());
}

/// The whole reading under any options.
pub fn options(given: &Given) {
    let article = given.article.text();
    let mut options = Options::new();
    if let Ok(dated) = options.clone().with_published(&given.published.text()) {
        options = dated;
    }
    let lines = given.lines.iter().map(|line| line.as_ref().map(LineName::name));
    if let Ok(lined) = options.clone().with_lines(lines) {
        options = lined;
    }
    let kinds = ["person", "organisation", "place", "event", "work", "none", "", "Person"];
    let rules = given.rules.iter().filter_map(|rule| {
        let kind = rule.kind.map(|kind| kinds[usize::from(kind) % kinds.len()]);
        Rule::new(rule.name.text(), kind, rule.aliases.iter().map(Article::text).collect()).ok()
    });
    let options = options.with_rules(rules).expect("short rules");
    sound::check_reading(&article, &options);
}

/// Blocks, sentences, tokens.
pub fn tokens(bytes: &[u8]) {
    sound::covers(&text(bytes));
}

/// Names alone.
pub fn names(bytes: &[u8]) {
    let text = text(bytes);
    let tokens = tokens::read(Text::new(&text).expect("a short text"));
    let found = names::find(&tokens);
    candidates_are_sound(&tokens, &found);
    assert!(found.iter().all(|name| name.kind.is_name() && name.value.is_none()));
    assert_eq!(found, names::find(&tokens));
}

/// Values alone.
pub fn values(bytes: &[u8]) {
    let text = text(bytes);
    let tokens = tokens::read(Text::new(&text).expect("a short text"));
    let found = values::find(&tokens);
    candidates_are_sound(&tokens, &found);
    assert!(found.iter().all(|value| !value.kind.is_name() && value.value.is_some()));
    assert_eq!(found, values::find(&tokens));
}

fn candidates_are_sound(tokens: &Tokens<'_>, found: &[Mention]) {
    for mention in found {
        assert!(!mention.tokens.is_empty() && mention.tokens.last_end() <= tokens.len(), "{mention:?}");
        assert_eq!(mention.span, tokens.span(mention.tokens));
        assert!((0.0..=1.0).contains(&mention.score), "{mention:?}");
    }
}

/// Mentions, who is who, quotations.
pub fn quotes(bytes: &[u8]) {
    let text = text(bytes);
    let tokens = tokens::read(Text::new(&text).expect("a short text"));
    let mentions = mentions::choose(names::find(&tokens), values::find(&tokens));
    for pair in mentions.list().windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "{pair:?}");
    }
    let links = links::read(&tokens, &mentions, None, &rules::read(&[]));
    let quotes = quotes::read(&tokens, &mentions, &links);
    assert_eq!(quotes, quotes::read(&tokens, &mentions, &links));
}

/// The quick ways against the obvious ones.
pub fn lookups(bytes: &[u8]) {
    let text = text(bytes);
    let (word, list) = text.split_once(' ').unwrap_or((&text, ""));
    assert_eq!(
        is_one_of(word, list),
        !word.is_empty() && list.split(' ').any(|other| other == word),
        "{word:?} in {list:?}"
    );
    assert_eq!(fold(&fold(&text)), fold(&text), "folding is done once");
    for (unit, count) in [(Unit::Utf16, char::len_utf16 as fn(char) -> usize), (Unit::Character, |_| 1)] {
        let index = OffsetIndex::new(&text, unit);
        let mut slow = 0;
        for (at, c) in text.char_indices() {
            assert_eq!(index.at(at as u32) as usize, slow, "byte {at} of {text:?}");
            slow += count(c);
        }
        assert_eq!(index.at(text.len() as u32) as usize, slow);
    }
    for word in text.split_whitespace().map(fold) {
        let _ = lexicon::given_names::get(&word);
        let _ = lexicon::common_words::get(&word);
        let _ = lexicon::demonyms::place(&word);
        let _ = lexicon::titles::single(&word);
        let _ = lexicon::heads::single(&word);
        let _ = lexicon::name_endings::kind(&word);
        assert!(lexicon::speech::readings(&word).count() < 100);
    }
}

/// What is exported of any text, at any address.
pub fn export(bytes: &[u8]) {
    let text = text(bytes);
    let report = reperes::read(&text, &Options::new()).expect("a short text");
    sound::exports_are_sound(&text, &report, &text);
}

/// An article, built of pieces.
#[derive(Arbitrary, Debug)]
pub struct Article {
    pieces: Vec<Piece>,
}

#[derive(Arbitrary, Debug)]
enum Piece {
    /// One of [`PIECES`], by number.
    Known(u8),
    /// The same, with a space behind it.
    Spaced(u8),
    /// A first name and a surname out of few, so that some come again.
    Person(u8, u8),
    /// A number as the French write it, and what it counts.
    Amount(u32, u8),
    Date(u8, u8),
    /// Any letters.
    Other(char),
    Stop,
    Line,
    /// So many of the last pieces once more.
    Again(u8),
}

/// An article, and what a caller may say of it.
#[derive(Arbitrary, Debug)]
pub struct Given {
    article: Article,
    published: Day,
    lines: Vec<Option<LineName>>,
    rules: Vec<House>,
}

#[derive(Arbitrary, Debug)]
enum Day {
    Day(u16, u8, u8),
    Month(u16, u8),
    Other(String),
}

#[derive(Arbitrary, Debug)]
enum LineName {
    Headline,
    Subhead,
    ListItem,
    Caption,
    Noise,
}

#[derive(Arbitrary, Debug)]
struct House {
    name: Article,
    kind: Option<u8>,
    aliases: Vec<Article>,
}

impl Day {
    fn text(&self) -> String {
        match self {
            Self::Day(year, month, day) => format!("{:04}-{:02}-{:02}", year % 10_000, month % 13, day % 32),
            Self::Month(year, month) => format!("{:04}-{:02}", year % 10_000, month % 13),
            Self::Other(text) => text.clone(),
        }
    }
}

impl LineName {
    fn name(&self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Subhead => "subhead",
            Self::ListItem => "listItem",
            Self::Caption => "caption",
            Self::Noise => "noise",
        }
    }
}

impl Article {
    /// Longer articles bring nothing new, and each takes longer to read.
    const LONGEST: usize = 8_000;

    fn text(&self) -> String {
        const GIVEN: [&str; 4] = ["Claire", "Paul", "Anne-Marie", "J.-P."];
        const FAMILY: [&str; 4] = ["Morel", "Le Goff", "d'Ormesson", "Durand"];
        const UNITS: [&str; 6] = ["euros", "%", "personnes", "km/h", "ans", "millions de dollars"];
        const MONTHS: [&str; 4] = ["janvier", "février", "août", "décembre"];
        let of = |list: &[&'static str], number: u8| list[usize::from(number) % list.len()];
        let mut text = String::new();
        let mut begun = Vec::new();
        for piece in &self.pieces {
            if text.len() > Self::LONGEST {
                break;
            }
            begun.push(text.len());
            match piece {
                Piece::Known(number) => text += of(PIECES, *number),
                Piece::Spaced(number) => text = text + of(PIECES, *number) + " ",
                Piece::Person(given, family) => text = text + of(&GIVEN, *given) + " " + of(&FAMILY, *family) + " ",
                Piece::Amount(number, unit) => text = format!("{text}{number} {} ", of(&UNITS, *unit)),
                Piece::Date(day, month) => text = format!("{text}le {} {} ", day % 32, of(&MONTHS, *month)),
                Piece::Other(letter) => text.push(*letter),
                Piece::Stop => text += ". ",
                Piece::Line => text += "\n",
                Piece::Again(count) => {
                    let from = begun[begun.len() - 1 - usize::from(*count).min(begun.len() - 1)];
                    text = text.clone() + &text[from..];
                }
            }
        }
        text
    }
}
