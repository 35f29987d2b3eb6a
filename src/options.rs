//! What the caller may say about the text, and the one error that reading has.

use std::fmt;

use time::{Date, Month};

/// The longest text that is read: 10 MB, about 1.6 million words.
pub const MAX_BYTES: usize = 10_000_000;

/// What the caller knows of the text. The default knows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    published: Option<Published>,
    lines: Vec<Option<LineKind>>,
    rules: Vec<Rule>,
}

/// What the markup that a text was taken from says of one of its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// The title of the article.
    Headline,
    /// Another heading.
    Subhead,
    /// An item of a list.
    ListItem,
    /// The words under a picture.
    Caption,
    /// Not part of the article: menus, notices, what else there is to read.
    Noise,
}

impl LineKind {
    /// The names, as in the report.
    const NAMES: [(&str, Self); 5] = [
        ("headline", Self::Headline),
        ("subhead", Self::Subhead),
        ("listItem", Self::ListItem),
        ("caption", Self::Caption),
        ("noise", Self::Noise),
    ];
}

/// The most that the names of all rules may hold together: 1 MB, some 30,000 rules.
pub const MAX_RULES: usize = 1_000_000;

/// What a house says of one name, in every article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    name: String,
    kind: Option<RuledKind>,
    aliases: Vec<String>,
}

/// What a rule says that a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuledKind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A place.
    Place,
    /// An event.
    Event,
    /// A work.
    Work,
    /// No name at all.
    NoName,
}

impl RuledKind {
    /// The names, as in the report.
    const NAMES: [(&str, Self); 6] = [
        ("person", Self::Person),
        ("organisation", Self::Organisation),
        ("place", Self::Place),
        ("event", Self::Event),
        ("work", Self::Work),
        ("none", Self::NoName),
    ];
}

impl Rule {
    /// A rule for `name`, in full and as it is to be called, and for `aliases`, the other forms of it. `kind` is `person`, `organisation`, `place`, `event`,
    /// `work`, or `none` for what is no name; without one, what the name is stays as it is read.
    ///
    /// # Errors
    /// When a form holds neither letter nor figure, or `kind` is none of these.
    pub fn new(name: String, kind: Option<&str>, aliases: Vec<String>) -> Result<Self, Error> {
        if let Some(form) = [&name].into_iter().chain(&aliases).find(|form| !form.contains(char::is_alphanumeric)) {
            return Err(Error::option("rules", form, "names with letters or figures"));
        }
        let known = |kind| RuledKind::NAMES.iter().find(|(known, _)| *known == kind).map(|&(_, kind)| kind);
        let expected = "person, organisation, place, event, work or none as the type of a name";
        let kind = kind.map(|kind| known(kind).ok_or_else(|| Error::option("rules", kind, expected))).transpose()?;
        Ok(Self { name, kind, aliases })
    }

    /// The name in full.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is, where the rule says so.
    pub fn kind(&self) -> Option<RuledKind> {
        self.kind
    }

    /// The name and its other forms.
    pub(crate) fn forms(&self) -> impl Iterator<Item = &str> {
        [&self.name].into_iter().chain(&self.aliases).map(String::as_str)
    }
}

/// When the article appeared, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// The day.
    Day(Date),
    /// Only the month is known: days of the week stay unresolved.
    Month(i32, Month),
}

impl Published {
    /// Reads `2025-02-11` or `2025-02`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let number = |part: Option<&str>, digits: usize| {
            part.filter(|p| p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()))?.parse::<u16>().ok()
        };
        let year = i32::from(number(parts.next(), 4)?);
        let month = Month::try_from(number(parts.next(), 2)? as u8).ok()?;
        match (parts.next(), parts.next()) {
            (None, _) => Some(Self::Month(year, month)),
            (Some(day), None) => Date::from_calendar_date(year, month, number(Some(day), 2)? as u8).ok().map(Self::Day),
            _ => None,
        }
    }

    /// The day, where it is known.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Day(date) => Some(date),
            Self::Month(..) => None,
        }
    }
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(d) => write!(f, "{:04}-{:02}-{:02}", d.year(), u8::from(d.month()), d.day()),
            Self::Month(year, month) => write!(f, "{year:04}-{:02}", u8::from(*month)),
        }
    }
}

impl Options {
    /// Options that know nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the day (`2025-02-11`) or month (`2025-02`) on which the article appeared. Relative dates are counted from it.
    ///
    /// # Errors
    /// When `date` is no such date: the message names the key and what was expected.
    pub fn with_published(mut self, date: &str) -> Result<Self, Error> {
        self.published = Some(Published::parse(date).ok_or_else(|| {
            Error::option("published", date, "a day of the calendar as YYYY-MM-DD, or a month as YYYY-MM")
        })?);
        Ok(self)
    }

    /// Sets what the markup says of the lines of the text, which end with `\n`, by the names of the report's blocks: `headline`, `subhead`,
    /// `listItem`, `caption`, `noise`. Of a line with `None`, and of those behind the last, the words alone decide.
    ///
    /// # Errors
    /// When a name is none of these.
    pub fn with_lines<S: AsRef<str>>(mut self, names: impl IntoIterator<Item = Option<S>>) -> Result<Self, Error> {
        let kind = |name: S| {
            let found = LineKind::NAMES.iter().find(|(known, _)| *known == name.as_ref());
            found.map(|&(_, kind)| kind).ok_or_else(|| {
                Error::option(
                    "lines",
                    name.as_ref(),
                    "headline, subhead, listItem, caption, noise or null for each line",
                )
            })
        };
        self.lines = names.into_iter().map(|name| name.map(kind).transpose()).collect::<Result<_, _>>()?;
        Ok(self)
    }

    /// Sets what the house says of names. It goes before what is read of them; of two rules for one form the later one holds.
    ///
    /// # Errors
    /// When the names hold more than [`MAX_RULES`] bytes together.
    pub fn with_rules(mut self, rules: impl IntoIterator<Item = Rule>) -> Result<Self, Error> {
        self.rules = rules.into_iter().collect();
        let bytes: usize = self.rules.iter().flat_map(Rule::forms).map(str::len).sum();
        if bytes > MAX_RULES {
            return Err(Error::option("rules", &format!("{bytes} bytes"), "at most 1 MB of names"));
        }
        Ok(self)
    }

    /// What the house says of names.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// What the markup says of each line, as far as the caller gave it.
    pub fn lines(&self) -> &[Option<LineKind>] {
        &self.lines
    }

    /// When the article appeared, if the caller said so.
    pub fn published(&self) -> Option<Published> {
        self.published
    }
}

/// Why a text was not read. Its message, in plain English, says what was wrong and what was expected; that is all there is to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    message: String,
}

impl Error {
    pub(crate) fn too_long(bytes: usize) -> Self {
        Self { message: format!("the text is {bytes} bytes long; at most {MAX_BYTES} bytes (10 MB) are read") }
    }

    /// An option `key` that was given as `got`.
    pub(crate) fn option(key: &str, got: &str, expected: &str) -> Self {
        Self { message: format!("option `{key}`: expected {expected}, got `{got}`") }
    }

    /// An option that does not exist.
    #[cfg_attr(
        any(not(target_arch = "wasm32"), feature = "export-module"),
        allow(dead_code, reason = "only JavaScript can misspell a key")
    )]
    pub(crate) fn unknown_option(key: &str, known: &[&str]) -> Self {
        Self { message: format!("option `{key}` is not known; the options are: {}", known.join(", ")) }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
