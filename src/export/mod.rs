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
//! The report itself is JSON by way of serde: `serde_json::to_string(&report.to_utf16(text))`.

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
pub use html::html;
pub use json_ld::json_ld;
pub use markdown::markdown;
