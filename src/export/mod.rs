//! The report in formats that others read. Each is a pure function of an [`Article`]: the report, the text that was read, and its address if it has one.
//!
//! | module | writes | for |
//! |---|---|---|
//! | `json_ld` | a schema.org `NewsArticle` | search engines, knowledge graphs |
//! | `annotations` | W3C Web Annotations | annotation tools |
//! | `csv` | tables of facts, quotations, figures | spreadsheets, data frames |
//! | `html` | the article with its marks and facts, without JavaScript | newsletters, archives |
//! | `markdown` | the facts alone | pasting into a story |
//! | `fragment` | links to the words that prove something | anything above, and people |
//! | `sheet` | the sections of a fact sheet, for HTML and Markdown alike | |
//! | `json` | JSON's syntax | |
//!
//! The report itself is JSON by way of serde: `serde_json::to_string(&report.to_utf16(text))`; with the feature `from-json` `Report::from_json` takes it back.

mod annotations;
mod article;
mod csv;
mod fragment;
mod html;
mod json;
mod json_ld;
mod markdown;
mod sheet;

pub use self::csv::{Dialect, Table, csv, header, rows};
pub use annotations::annotations;
pub use article::Article;
pub use fragment::Fragments;
#[cfg(feature = "from-json")]
pub use fragment::fragments_in_utf16;
pub use html::html;
pub use json_ld::json_ld;
pub(crate) use markdown::escape as escape_markdown;
pub use markdown::markdown;

/// The names of the formats that [`write()`] knows; `fr` has semicolons and decimal commas.
pub const FORMATS: [&str; 10] = [
    "json-ld",
    "annotations",
    "html",
    "markdown",
    "facts.csv",
    "quotes.csv",
    "figures.csv",
    "facts.fr.csv",
    "quotes.fr.csv",
    "figures.fr.csv",
];

/// The article in the format of that name, one of [`FORMATS`]; none where there is no such format.
///
/// ```
/// use reperes::export::{self, Article};
///
/// let text = "« Nous signerons mardi », a déclaré Claire Morel.";
/// let report = reperes::read(text, &reperes::Options::new())?;
/// let article = Article { report: &report, text, url: None };
/// assert!(export::FORMATS.iter().all(|format| export::write(&article, format).is_some()));
/// assert_eq!(export::write(&article, "quotes.csv").unwrap().lines().count(), 2);
/// # Ok::<(), reperes::Error>(())
/// ```
pub fn write(article: &Article<'_>, format: &str) -> Option<String> {
    let (table, dialect) = match format {
        "json-ld" => return Some(json_ld(article)),
        "annotations" => return Some(annotations(article)),
        "html" => return Some(html(article)),
        "markdown" => return Some(markdown(article)),
        _ => {
            let name = format.strip_suffix(".csv")?;
            name.strip_suffix(".fr").map_or((name, Dialect::Comma), |name| (name, Dialect::Semicolon))
        }
    };
    let table = match table {
        "facts" => Table::Facts,
        "quotes" => Table::Quotes,
        "figures" => Table::Figures,
        _ => return None,
    };
    Some(csv(article, table, dialect))
}
