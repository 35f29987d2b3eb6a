//! Names that the news world shares: countries, towns, institutions, companies, people, events, works. Lists: `gazetteer/*.txt`.

use std::sync::LazyLock;

use super::hashed::HashedTable;
use super::key::{self, KeyHash};
use super::payload::{Row, split};

static TABLE: LazyLock<HashedTable> = built_in!(HashedTable, "gazetteer");

static SMALL_BEGINNINGS: LazyLock<HashedTable> = built_in!(HashedTable, "small_beginnings");

/// The longest name in the lists, in tokens.
const LONGEST: usize = 14;

/// What a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// One person.
    Person,
    /// A company, institution, party, media, team.
    Organisation,
    /// A country, town, natural place, building.
    Place,
    /// A named event.
    Event,
    /// A named work, product, prize, law.
    Work,
}

/// What a name is, more closely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A state, or a territory that the news treats like one.
    Country,
    /// A region, department, canton, province, continent.
    Region,
    /// A town, or a part of one.
    Town,
    /// A river, sea, range, mountain, island.
    Nature,
    /// A building, street, facility, airport.
    Site,
    /// A public body, court, ministry, international organisation.
    Institution,
    /// A political party or group.
    Party,
    /// A trade union or employers' association.
    Union,
    /// A newspaper, channel, agency, site.
    Media,
    /// A company, brand, platform.
    Company,
    /// A sports club, team, league, federation.
    Club,
    /// An armed or criminal group.
    Armed,
    /// An association, NGO, foundation, think tank.
    Association,
    /// A university, school, research institute.
    School,
    /// A music group.
    Band,
    /// A man.
    Man,
    /// A woman.
    Woman,
    /// A person of unknown gender, a fictional one included.
    Person,
    /// An event.
    Event,
    /// A film, book, series, song, programme.
    Work,
    /// A product, model, software, vehicle.
    Product,
    /// A prize or distinction.
    Prize,
    /// A law, plan, treaty.
    Law,
}

impl Class {
    /// The letters are those of `build/gazetteer.rs`.
    fn from_letter(letter: char) -> Option<Self> {
        Some(match letter {
            'c' => Self::Country,
            'r' => Self::Region,
            't' => Self::Town,
            'n' => Self::Nature,
            's' => Self::Site,
            'i' => Self::Institution,
            'p' => Self::Party,
            'u' => Self::Union,
            'm' => Self::Media,
            'k' => Self::Company,
            'b' => Self::Club,
            'a' => Self::Armed,
            'o' => Self::Association,
            'h' => Self::School,
            'g' => Self::Band,
            'M' => Self::Man,
            'F' => Self::Woman,
            'P' => Self::Person,
            'E' => Self::Event,
            'w' => Self::Work,
            'x' => Self::Product,
            'z' => Self::Prize,
            'l' => Self::Law,
            _ => return None,
        })
    }

    /// The kind of name that the class belongs to.
    pub fn kind(self) -> NameKind {
        match self {
            Self::Country | Self::Region | Self::Town | Self::Nature | Self::Site => NameKind::Place,
            Self::Institution
            | Self::Party
            | Self::Union
            | Self::Media
            | Self::Company
            | Self::Club
            | Self::Armed
            | Self::Association
            | Self::School
            | Self::Band => NameKind::Organisation,
            Self::Man | Self::Woman | Self::Person => NameKind::Person,
            Self::Event => NameKind::Event,
            Self::Work | Self::Product | Self::Prize | Self::Law => NameKind::Work,
        }
    }
}

/// One thing that a phrase can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What it is.
    pub class: Class,
    /// How often the phrase, with its capitals, is really this name: 9 always, 5 about half of the time, 1 rarely.
    pub weight: u8,
    /// Where the name stands: see [`Self::name`].
    of: (Row, usize),
    /// Which tokens need a capital; `None` for the usual ones.
    capitals: Option<u32>,
    /// Whether all its letters are capitals: `UN` is an organisation, `Un` is not.
    acronym: bool,
}

impl Reading {
    /// The readings of `row`, as `build/gazetteer.rs` wrote them.
    fn all(row: Row) -> impl Iterator<Item = Self> {
        row.fields().enumerate().filter_map(move |(place, field)| Self::new(field, (row, place)))
    }

    fn new(field: &str, of: (Row, usize)) -> Option<Self> {
        let (&class, rest) = field.as_bytes().split_first()?;
        let (&weight, rest) = rest.split_first()?;
        let (acronym, rest) = rest.strip_prefix(b"!").map_or((false, rest), |rest| (true, rest));
        let digit = |&byte: &u8| char::from(byte).to_digit(16);
        let capitals = rest.strip_prefix(b"^").map(|digits| digits.iter().filter_map(digit).fold(0, |n, d| n << 4 | d));
        let class = Class::from_letter(char::from(class))?;
        Some(Self { class, weight: weight.wrapping_sub(b'0'), of, capitals, acronym })
    }

    /// What it is.
    pub fn kind(self) -> NameKind {
        self.class.kind()
    }

    /// The usual name, where `written` is another spelling of it or only a part: `ONU` has `Organisation des Nations unies`, `Merkel` has `Angela Merkel`.
    pub fn name(self, written: &str) -> Option<String> {
        let (row, place) = self.of;
        let name = split(row.part(1)).nth(place).filter(|name| !name.is_empty())?;
        Some(match name.strip_suffix('*') {
            Some(before) => format!("{before}{written}"),
            None => name.to_owned(),
        })
    }
}

/// What was found.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    row: Row,
    words: Written,
    full: Option<Full>,
}

/// The full name of a person, of which the table has the surname alone, with the given names in one of its readings: of `Angela Merkel` the row `merkel`, which says `Angela *`.
#[derive(Clone, Copy, Debug)]
struct Full {
    /// Which of the surname's readings it is.
    place: usize,
}

impl Full {
    /// A full name is that person, whatever weight the surname alone has.
    const WEIGHT: u8 = 9;

    /// The most tokens before a surname.
    const MOST_GIVEN: usize = 2;

    /// The most words in these: a hyphen parts one.
    const MOST_WORDS: usize = 5;

    /// The reading of the surname's `row` that has these given names, whose key is `given`.
    fn find(row: Row, given: KeyHash) -> Option<Self> {
        let is_given = |name: &str| name.strip_suffix(" *").is_some_and(|name| key::of_words::<KeyHash>(name) == given);
        Some(Self { place: split(row.part(1)).position(is_given)? })
    }

    /// The surname's row, and which of its readings the key of a full name is.
    fn within(key: &str) -> Option<(Row, Self)> {
        key.match_indices(' ').take(Self::MOST_WORDS).find_map(|(space, _)| {
            let row = TABLE.get(KeyHash::of(&key[space + 1..]))?;
            Some((row, Self::find(row, KeyHash::of(&key[..space]))?))
        })
    }

    /// What the full name is.
    fn reading(self, row: Row) -> Option<Reading> {
        let reading = Reading::new(row.fields().nth(self.place)?, (row, usize::MAX))?;
        Some(Reading { weight: Self::WEIGHT, capitals: None, acronym: false, ..reading })
    }
}

impl Entry {
    /// What the phrase can name, the likeliest first.
    pub fn readings(self) -> impl Iterator<Item = Reading> {
        let (full, others) = match self.full {
            Some(full) => (full.reading(self.row), None),
            None => (None, Some(Reading::all(self.row))),
        };
        full.into_iter().chain(others.into_iter().flatten()).filter(move |r| self.words.has_capitals_of(r))
    }

    /// The likeliest reading.
    pub fn first(self) -> Option<Reading> {
        self.readings().next()
    }
}

/// Which tokens of a phrase have a capital, and which should in a usual name.
#[derive(Clone, Copy, Debug, Default)]
struct Written {
    capitals: u32,
    usual: u32,
    /// Whether the first token is all capitals.
    acronym: bool,
}

impl Written {
    /// Whether every capital that the reading needs is there. `La Croix` is a newspaper, `La croix` is not.
    fn has_capitals_of(self, reading: &Reading) -> bool {
        let needed = reading.capitals.unwrap_or(self.usual);
        needed & !self.capitals == 0 && (self.acronym || !reading.acronym)
    }
}

/// What the lists have of one token: the beginning of a look-up, the same wherever an article has the word.
#[derive(Clone, Copy, Debug)]
pub struct Beginning {
    /// The name that the token is by itself.
    row: Option<Row>,
    /// How many words the longest has that may begin with it.
    longest: u8,
}

impl Beginning {
    /// The names that begin with the token `folded`.
    pub fn of(folded: &str) -> Self {
        let key = key::of_token(folded);
        Self { row: TABLE.get(key), longest: TABLE.longest(key) }
    }

    /// Whether there are none.
    fn is_none(self) -> bool {
        self.row.is_none() && self.longest == 0
    }
}

/// The longest name that begins with token 0 of `words`, and its length in tokens. `words` tells a token's folded form and the token as written, which tells the capitals; accents and
/// hyphens do not matter.
///
/// ```
/// use reperes::lexicon::gazetteer::{self, NameKind};
/// let words = [("côte", "Côte"), ("d'", "d'"), ("ivoire", "Ivoire"), ("et", "et")];
/// let (length, entry) = gazetteer::longest(&|index| words.get(index).copied()).unwrap();
/// assert_eq!(length, 3);
/// assert_eq!(entry.first().unwrap().kind(), NameKind::Place);
/// ```
pub fn longest<'w>(words: &dyn Fn(usize) -> Option<(&'w str, &'w str)>) -> Option<(usize, Entry)> {
    longest_of(words, &|index| Beginning::of(words(index).unwrap_or_default().0))
}

/// The same for a reader that keeps the [`Beginning`] of each token.
pub fn longest_of<'w>(
    words: &dyn Fn(usize) -> Option<(&'w str, &'w str)>,
    beginning: &dyn Fn(usize) -> Beginning,
) -> Option<(usize, Entry)> {
    let mut start = Start::default();
    let mut found = start.longest(words, beginning, |_| Some(None));
    if found.is_none() && words(0)?.0.contains(['-', ' ']) {
        // `lycée Victor-Hugo`
        let mut alone = start;
        alone.push(words(0)?);
        let full = Full::within(&key::of_token::<String>(words(0)?.0));
        let entry = full.map(|(row, full)| (1, Entry { row, words: alone.written, full: Some(full) }));
        found = entry.filter(|(_, entry)| entry.first().is_some());
    }
    // Full names: a surname behind one word or two with a capital.
    for given in 1..=Full::MOST_GIVEN {
        let has_capital = |index| words(index).is_some_and(|(_, written)| written.contains(char::is_uppercase));
        if !has_capital(given - 1) || !has_capital(given) {
            break;
        }
        if beginning(given).is_none() {
            continue;
        }
        while start.length < given {
            start.push(words(start.length)?);
        }
        let surname = Start { key: KeyHash::default(), ..start };
        let full = surname.longest(words, beginning, |row| Full::find(row, start.key).map(Some));
        if full.as_ref().map(|full| full.0) > found.as_ref().map(|found| found.0) {
            found = full;
        }
    }
    found
}

/// The first tokens of a phrase.
#[derive(Clone, Copy, Default)]
struct Start {
    /// How many.
    length: usize,
    /// How many of them are more than a hyphen.
    words: usize,
    /// Their key, or that of the surname among them.
    key: KeyHash,
    written: Written,
}

impl Start {
    /// One more token, as folded and as written.
    fn push(&mut self, (folded, written): (&str, &str)) {
        self.length += 1;
        // A hyphen that is a token of its own does not matter either.
        if folded == "-" && self.words > 0 {
            return;
        }
        key::push_token(&mut self.key, folded);
        let is_capital = |c: char| c.is_uppercase();
        self.written.capitals |= u32::from(written.contains(is_capital)) << self.words;
        if self.words == 0 {
            self.written.acronym = written.chars().filter(|c| c.is_alphabetic()).all(is_capital);
        }
        self.written.usual |= u32::from(key::has_usual_capital(self.words, folded)) << self.words;
        self.words += 1;
    }

    /// The longest name that goes on from here, of those whose row `is_meant`, which tells too whether it is a full name.
    fn longest<'w>(
        mut self,
        words: &dyn Fn(usize) -> Option<(&'w str, &'w str)>,
        beginning: &dyn Fn(usize) -> Beginning,
        is_meant: impl Fn(Row) -> Option<Option<Full>>,
    ) -> Option<(usize, Entry)> {
        let mut found = None;
        let mut longest = 0;
        while self.length < LONGEST {
            let Some(word) = words(self.length).filter(|(folded, _)| folded.len() <= 64) else { break };
            let first = self.key.words == 0;
            let begins = first.then(|| beginning(self.length));
            if begins.is_some_and(Beginning::is_none) {
                break;
            }
            let before = self.words;
            self.push(word);
            if self.words == before {
                continue;
            }
            longest = begins.map_or(longest, |begins| begins.longest);
            let row = begins.map_or_else(|| TABLE.get(self.key), |begins| begins.row);
            if let Some((row, full)) = row.and_then(|row| Some((row, is_meant(row)?))) {
                let entry = Entry { row, words: self.written, full };
                if entry.first().is_some() {
                    found = Some((self.length, entry));
                }
            }
            if self.key.words >= longest {
                break;
            }
        }
        found
    }
}

/// Whether some name may begin with the token `folded` in small letters (`tour`, for the `tour Eiffel`). Where not, none does.
pub fn may_begin_small(folded: &str) -> bool {
    let key: KeyHash = key::of_token(folded);
    SMALL_BEGINNINGS.get(key.first_word()).is_some()
}

/// The name `written`, whatever its capitals: for a name that was found otherwise. `words` are the folded forms of its tokens.
pub fn get<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<Entry> {
    let mut phrase = String::new();
    for folded in words.into_iter().take(LONGEST + 1).filter(|&word| word != "-") {
        key::push_token(&mut phrase, folded);
    }
    let entry = |row, full| Entry { row, words: Written { capitals: u32::MAX, usual: 0, acronym: true }, full };
    if let Some(row) = TABLE.get(KeyHash::of(&phrase)) {
        return Some(entry(row, None));
    }
    Full::within(&phrase).map(|(row, full)| entry(row, Some(full)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    /// Length and first reading of the longest name at the beginning of `text`.
    fn at(text: &str) -> Option<(usize, Reading)> {
        let tokens = crate::tokens::read(Text::new(text).unwrap());
        let (length, entry) = longest(&|i| (i < tokens.len()).then(|| (tokens.folded(i), tokens.str(i))))?;
        Some((length, entry.first()?))
    }

    #[test]
    fn the_longest_name_counts() {
        let (length, reading) = at("Côte d’Ivoire et Ghana").unwrap();
        assert_eq!((length, reading.class), (3, Class::Country));
        let (length, reading) = at("Agence France-Presse hier").unwrap();
        assert_eq!((length, reading.class), (2, Class::Media));
        assert_eq!(at("Afrique australe").unwrap().0, 2);
        assert_eq!(at("Afrique verte").unwrap().0, 1);
    }

    #[test]
    fn capitals_that_a_name_needs_must_be_there() {
        assert_eq!(at("Le Monde").unwrap().1.class, Class::Media);
        assert!(at("Le monde").is_none());
        assert_eq!(at("mer Noire").unwrap().1.class, Class::Nature);
        assert!(at("mer noire").is_none());
        // More capitals than usual do no harm.
        assert!(at("Mer Noire").is_some());
        assert!(at("afp").is_some());
        // An acronym is all capitals.
        assert!(at("CGT").is_some() && at("Cgt").is_none());
    }

    #[test]
    fn a_full_name_is_told_by_the_surname() {
        let (length, reading) = at("Angela Merkel").unwrap();
        assert_eq!((length, reading.class, reading.weight), (2, Class::Woman, 9));
        assert_eq!(reading.name("Angela Merkel"), None);
        assert_eq!(at("Angela merkel").map(|(length, _)| length), None);
        assert!(at("Merkel").unwrap().1.weight < 9);
        assert_eq!(get(["angela", "merkel"]).and_then(Entry::first).unwrap().class, Class::Woman);
        assert!(get(["gerhard", "merkel"]).is_none());
    }

    #[test]
    fn accents_and_hyphens_do_not_matter() {
        assert_eq!(at("Etats-Unis").unwrap().1, at("États-Unis").unwrap().1);
        assert_eq!(at("EGYPTE").unwrap().1.class, Class::Country);
        assert_eq!(at("Tel Aviv").unwrap().0, 2);
        assert_eq!(at("Tel-Aviv").unwrap().0, 1);
    }

    #[test]
    fn another_spelling_tells_the_name() {
        let name = |written| at(written).unwrap().1.name(written);
        assert_eq!(name("USA").as_deref(), Some("États-Unis"));
        assert_eq!(name("États-Unis"), None);
        assert_eq!(name("Merkel").as_deref(), Some("Angela Merkel"));
    }

    #[test]
    fn the_likeliest_reading_comes_first() {
        for row in TABLE.rows() {
            let weights: Vec<u8> = Reading::all(row).map(|reading| reading.weight).collect();
            assert!(!weights.is_empty() && weights.len() == row.fields().count() && weights.iter().all(|&w| w < 10));
            assert!(weights.is_sorted_by(|a, b| a >= b), "{row:?}");
        }
    }

    /// Every spelling in the lists leads to the name of its concept, which is itself in the table.
    #[test]
    fn every_spelling_leads_to_its_name() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon/gazetteer");
        let lists =
            std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        let mut spellings = 0;
        for list in lists {
            for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '@'])) {
                let written = |spelling: &str| spelling.split(" =").next().unwrap_or_default().replace('*', "");
                let name = written(line.split(" | ").next().unwrap_or_default());
                for spelling in line.split(" | ").map(written) {
                    // Taken apart as an article is. A point behind an initial hangs on the capital that follows.
                    let folded = |words: &str| {
                        let text = format!("{words} Xxx");
                        let tokens = crate::tokens::read(Text::new(&text).unwrap());
                        (0..tokens.len() - 1)
                            .map(|i| tokens.folded(i).to_owned())
                            .filter(|word| word != "-")
                            .collect::<Vec<_>>()
                    };
                    let entry = get(folded(&spelling).iter().map(String::as_str));
                    let key = |words: &str| key::of_words::<String>(&folded(words).join(" "));
                    let leads = |entry: Entry| {
                        entry.readings().any(|r| key(r.name(&spelling).as_deref().unwrap_or(&spelling)) == key(&name))
                    };
                    assert!(entry.is_some_and(leads), "{spelling} does not lead to {name}");
                    spellings += 1;
                }
            }
        }
        assert!(spellings > 20_000);
    }
}
