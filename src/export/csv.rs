//! Tables for spreadsheets and data frames, in CSV (RFC 4180): facts, quotations, figures.
//!
//! Words of the article never become a formula: a cell that would begin one begins with an apostrophe, as OWASP advises.

use super::{Article, Fragments};
use crate::report::{ArgumentEntry, FactEntry, QuoteEntry, Range, ValueEntry};
use crate::text::{OffsetIndex, Unit};

/// What has a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Each fact but figures. `role` is a role or an office, `amount` an amount; what else a fact is about is its `subject`, then its `object`.
    Facts,
    /// Each quotation and each reported speech.
    Quotes,
    /// Each figure that means something by itself, with its normal form.
    Figures,
}

/// How cells and decimals are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// Comma between cells and point before decimals: data frames, databases.
    #[default]
    Comma,
    /// Semicolon between cells and comma before decimals: what a spreadsheet set to French opens by double click.
    Semicolon,
}

/// The columns. `start` and `end` count characters; `link` leads to the words in the article, where that has an address.
const FACTS: &str = "kind subject role object amount date modality source evidence start end by score link";
const QUOTES: &str = "kind speaker cue words start end by score link";
const FIGURES: &str = "measure outcome amount value max unit qualifier change compared since place date modality source evidence start end by score link";

/// A table of an article, with its header. The mark before it tells spreadsheets that it is UTF-8. Rows end in CR LF.
pub fn csv(article: &Article<'_>, table: Table, dialect: Dialect) -> String {
    let mut out = String::from("\u{feff}");
    header(table, dialect, &[], &mut out);
    out + &rows(article, table, dialect, &[])
}

/// Appends the names of a table's columns, behind the names `before`.
pub fn header(table: Table, dialect: Dialect, before: &[&str], out: &mut String) {
    let columns = match table {
        Table::Facts => FACTS,
        Table::Quotes => QUOTES,
        Table::Figures => FIGURES,
    };
    let mut row = Row { dialect, out, empty: true };
    before.iter().copied().chain(columns.split(' ')).for_each(|name| row.words(name));
    row.end();
}

/// The rows of an article, each behind the cells `before`: which article it is, in a table of several.
pub fn rows(article: &Article<'_>, table: Table, dialect: Dialect, before: &[&str]) -> String {
    let mut out = String::new();
    let offsets = OffsetIndex::new(article.text, Unit::Character);
    let writer = Writer { article, offsets, fragments: article.url.map(|url| (url, Fragments::new(article.text))) };
    let mut write = |cells: &dyn Fn(&mut Row<'_>)| {
        let mut row = Row { dialect, out: &mut out, empty: true };
        before.iter().for_each(|cell| row.words(cell));
        cells(&mut row);
        row.end();
    };
    if table == Table::Quotes {
        article.report.quotes.iter().for_each(|q| write(&|row| writer.quote(q, row)));
    } else {
        let facts = article.report.facts.iter().filter(|f| (f.kind == "figure") == (table == Table::Figures));
        facts.for_each(|f| {
            write(&|row| {
                if table == Table::Figures { writer.figure(f, row) } else { writer.fact(f, row) }
            })
        });
    }
    out
}

struct Writer<'a> {
    article: &'a Article<'a>,
    offsets: OffsetIndex<'a>,
    fragments: Option<(&'a str, Fragments<'a>)>,
}

impl Writer<'_> {
    fn fact(&self, fact: &FactEntry, row: &mut Row<'_>) {
        let words = |argument: Option<&ArgumentEntry>| argument.map_or_else(String::new, |a| self.article.argument(a));
        let named = |names: &[&str]| words(fact.arguments.iter().find(|a| names.contains(&a.name)));
        let mut others = fact.arguments.iter().filter(|a| !matches!(a.name, "role" | "office" | "amount"));
        row.words(fact.kind);
        row.words(&words(others.next()));
        row.words(&named(&["role", "office"]));
        row.words(&words(others.next()));
        row.words(&named(&["amount"]));
        self.standing(fact, row);
    }

    fn figure(&self, fact: &FactEntry, row: &mut Row<'_>) {
        let argument = |name: &str| fact.arguments.iter().find(|a| a.name == name);
        let words = |name: &str| argument(name).map_or_else(String::new, |a| self.article.argument(a));
        ["measure", "outcome", "amount"].into_iter().for_each(|name| row.words(&words(name)));
        let value = argument("amount").and_then(|a| self.article.value(a.start, a.end));
        let (amount, max, unit, qualifier) = match value {
            Some(ValueEntry::Money { qualifier, amount, max, currency }) => {
                (amount.as_str(), max.as_deref(), currency.as_deref().unwrap_or_default(), *qualifier)
            }
            Some(ValueEntry::Measure { qualifier, amount, max, unit }) => {
                (amount.as_str(), max.as_deref(), unit.as_str(), *qualifier)
            }
            Some(ValueEntry::Number { qualifier, amount, max }) => (amount.as_str(), max.as_deref(), "", *qualifier),
            _ => ("", None, "", ""),
        };
        row.number(amount);
        row.number(max.unwrap_or_default());
        row.words(unit);
        row.words(qualifier);
        ["change", "compared", "since", "place"].into_iter().for_each(|name| row.words(&words(name)));
        self.standing(fact, row);
    }

    /// When and by whose word, and where.
    fn standing(&self, fact: &FactEntry, row: &mut Row<'_>) {
        row.words(self.article.date(fact.when).unwrap_or_default());
        row.words(fact.modality);
        row.words(&self.article.source(fact.source).unwrap_or_default());
        row.words(&self.article.line(fact.evidence));
        self.place(fact.evidence, fact.by, fact.score, row);
    }

    fn quote(&self, quote: &QuoteEntry, row: &mut Row<'_>) {
        let range = Range { start: quote.start, end: quote.end };
        row.words(quote.kind);
        row.words(&self.article.speaker(quote).unwrap_or_default());
        row.words(&quote.cue.map_or_else(String::new, |cue| self.article.line(cue)));
        row.words(&self.article.line(range));
        self.place(range, quote.by, quote.score, row);
    }

    /// Where it stands and what found it.
    fn place(&self, range: Range, by: &str, score: f32, row: &mut Row<'_>) {
        row.number(&self.offsets.at(range.start).to_string());
        row.number(&self.offsets.at(range.end).to_string());
        row.words(by);
        row.number(&format!("{score:.2}"));
        let link = self.fragments.as_ref().and_then(|(url, f)| Some(format!("{url}{}", f.find(range)?)));
        row.words(&link.unwrap_or_default());
    }
}

/// A row as it is written.
struct Row<'o> {
    dialect: Dialect,
    out: &'o mut String,
    /// Whether nothing stands in it.
    empty: bool,
}

impl Row<'_> {
    /// Words, in quotation marks where the syntax asks for them.
    fn words(&mut self, words: &str) {
        self.separate();
        // In a spreadsheet these begin a formula, as do their wide forms in an East Asian one.
        let formula = words.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
        let apostrophe = if formula { "'" } else { "" };
        if words.contains([',', ';', '"', '\n', '\r']) {
            self.out.extend(["\"", apostrophe, &words.replace('"', "\"\""), "\""]);
        } else {
            self.out.extend([apostrophe, words]);
        }
    }

    /// A number of ours, never words of the article.
    fn number(&mut self, number: &str) {
        self.separate();
        match self.dialect {
            Dialect::Comma => self.out.push_str(number),
            Dialect::Semicolon => self.out.push_str(&number.replace('.', ",")),
        }
    }

    fn separate(&mut self) {
        if !std::mem::take(&mut self.empty) {
            self.out.push(if self.dialect == Dialect::Comma { ',' } else { ';' });
        }
    }

    fn end(self) {
        self.out.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;

    const TEXT: &str = "=Alerte à Brenne\n\nLe maire de Brenne, Paul Martel, a dit : « Nous attendons ; \"tous\" attendent. »\n\n\
        Le chiffre d'affaires d'Armorpont a atteint 2,4 millions d'euros en 2024.";

    fn read(table: Table, dialect: Dialect) -> Vec<::csv::StringRecord> {
        let report = crate::read(TEXT, &Options::new()).unwrap();
        let written = csv(&Article { report: &report, text: TEXT, url: Some("https://example.org/a") }, table, dialect);
        let written = written.strip_prefix('\u{feff}').unwrap();
        let delimiter = if dialect == Dialect::Comma { b',' } else { b';' };
        let mut reader =
            ::csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(written.as_bytes());
        reader.records().map(Result::unwrap).collect()
    }

    fn cell<'r>(rows: &'r [::csv::StringRecord], row: usize, column: &str) -> &'r str {
        let at = rows[0].iter().position(|c| c == column).unwrap();
        &rows[row][at]
    }

    #[test]
    fn another_reader_of_csv_gets_the_words_back() {
        for dialect in [Dialect::Comma, Dialect::Semicolon] {
            let quotes = read(Table::Quotes, dialect);
            let words = cell(&quotes, 1, "words");
            assert_eq!((words, cell(&quotes, 1, "speaker")), ("Nous attendons ; \"tous\" attendent", "Paul Martel"));
            let place = |name| cell(&quotes, 1, name).parse::<usize>().unwrap();
            let there: String = TEXT.chars().skip(place("start")).take(place("end") - place("start")).collect();
            assert_eq!(there, words);
            assert!(cell(&quotes, 1, "link").starts_with("https://example.org/a#:~:text="));
            let facts = read(Table::Facts, dialect);
            assert_eq!(
                [cell(&facts, 1, "subject"), cell(&facts, 1, "role"), cell(&facts, 1, "object")],
                ["Paul Martel", "maire", "Brenne"]
            );
            let figures = read(Table::Figures, dialect);
            assert_eq!([cell(&figures, 1, "value"), cell(&figures, 1, "unit")], ["2400000", "EUR"]);
        }
    }

    #[test]
    fn what_would_be_a_formula_is_words() {
        let mut out = String::new();
        let mut row = Row { dialect: Dialect::Semicolon, out: &mut out, empty: true };
        ["=1+1", "-2;\"3\"", "@a", "l'été"].into_iter().for_each(|words| row.words(words));
        row.number("-2.5");
        row.end();
        assert_eq!(out, "'=1+1;\"'-2;\"\"3\"\"\";'@a;l'été;-2,5\r\n");
    }
}
