//! Repères reads a French news article: its people, organisations, places, dates and amounts, who said what, who is who, each with the words that prove it.
//!
//! ```
//! let options = reperes::Options::new().with_published("2025-02-11")?;
//! let report = reperes::read("« Nous signerons mardi », a déclaré Claire Morel, la ministre de la Santé.", &options)?;
//! assert_eq!(report.language, "fr");
//! # Ok::<(), reperes::Error>(())
//! ```
//!
//! # The map
//!
//! ```text
//! text → tokens → names, values → rules → mentions → links → quotes → facts → report → export → compare → wasm
//! ```
//!
//! What stands on the left never learns of what stands on its right; `lexicon` and `map` know no layer and serve all. A layer returns a new value
//! and never writes into an earlier one. `tests/house.rs` checks both, and what follows.
//!
//! | module | turns | into |
//! |---|---|---|
//! | [`text`] | a string | [`text::Text`], with positions in it |
//! | [`lexicon`] | tables (`*.tsv`) | read-only look-ups |
//! | [`tokens`] | the text | blocks, sentences, tokens, pairs of marks; lossless |
//! | [`names`] | tokens | candidate names |
//! | [`values`] | tokens | candidate amounts, counts, dates, times, durations |
//! | [`rules`] | what the house says of names | what goes before what is read |
//! | [`mentions`] | candidates | mentions that do not overlap |
//! | [`links`] | mentions | entities, pronouns, calendar dates |
//! | [`quotes`] | all of that | who said what |
//! | [`facts`] | all of that | roles, relations and figures with their evidence, what happened when, the essentials |
//! | [`report`] | all of that | the public contract, plain owned data |
//! | [`export`] | the report | JSON-LD, Web Annotations, CSV, HTML, a fact sheet in Markdown, links to words |
//! | [`compare`] | two reports | what both articles have, what one alone has, what differs |
//! | `map` | | the map that all layers use |
//! | `wasm` | the report | JavaScript |
//!
//! # Invariants
//!
//! - Reading never fails: only the door refuses, in [`text::Text::new`] and [`Options`]. What is doubtful becomes a note.
//! - Nothing is lost and nothing invented: blocks, sentences and tokens cover the text but for white space, and every span lies on character boundaries.
//! - Time grows linearly with the text. Every look-back and look-ahead has an end that is a constant or the sentence.
//! - Left of [`report`] there is no serde, no JavaScript, no clock, no randomness, no input or output, no global mutable state,
//!   and no order of a hash map that reaches the output. Today's date arrives in [`Options`].
//! - `wasm_bindgen` is said in `wasm.rs` alone.

#![deny(missing_docs)]

mod options;
mod map;

pub mod text;
pub mod lexicon;
pub mod tokens;
pub mod names;
pub mod values;
pub mod rules;
pub mod mentions;
pub mod links;
pub mod quotes;
pub mod facts;
pub mod report;
pub mod export;
pub mod compare;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

/// As fast as that of the standard library, and 1.2 kB of brotli smaller.
#[cfg(all(target_arch = "wasm32", feature = "allocator"))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

pub use options::{Error, LineKind, MAX_BYTES, MAX_RULES, Options, Published, Rule, RuledKind};
pub use report::Report;

/// Reads the article `text`. Offsets of the report are UTF-8 bytes of it; see [`Report::to_utf16`].
///
/// # Errors
/// When `text` is longer than [`MAX_BYTES`].
pub fn read(text: &str, options: &Options) -> Result<Report, Error> {
    let tokens = tokens::read_marked_up(text::Text::new(text)?, options.lines());
    let rules = rules::read(options.rules());
    let mentions = find_mentions(&tokens, &rules);
    let links = links::read(&tokens, &mentions, options.published(), &rules);
    let quotes = quotes::read(&tokens, &mentions, &links);
    let facts = facts::read(&tokens, &mentions, &links, &quotes);
    Ok(Report::assemble(&tokens, &mentions, &links, &quotes, &facts))
}

/// The names and values of [`read`] alone, in a report that has neither entities, quotations nor facts, nor dates that the text does not say itself: what a page
/// can show while the rest is read.
///
/// # Errors
/// As [`read`].
pub fn mark(text: &str, options: &Options) -> Result<Report, Error> {
    let tokens = tokens::read_marked_up(text::Text::new(text)?, options.lines());
    let rules = rules::read(options.rules());
    let mentions = find_mentions(&tokens, &rules);
    Ok(Report::assemble(&tokens, &mentions, &links::Links::default(), &[], &facts::Facts::default()))
}

fn find_mentions(tokens: &tokens::Tokens<'_>, rules: &rules::Rules<'_>) -> mentions::Mentions {
    mentions::choose(rules.over(tokens, names::find(tokens)), values::find(tokens))
}

/// How many tokens an article has, how many names, values, quotations or facts, as `layer` says, and the milliseconds by `clock` of finding them
/// `times` times, without those of the layers before. For `cargo xtask bench names`, `… values`, `… quotes` and `… facts`.
///
/// # Errors
/// When `text` is longer than [`MAX_BYTES`].
#[cfg(feature = "bench")]
pub fn read_alone(text: &str, times: u32, layer: &str, clock: impl Fn() -> Option<f64>) -> Result<[f64; 3], Error> {
    use std::hint::black_box;
    let tokens = tokens::read(text::Text::new(text)?);
    let before = matches!(layer, "quotes" | "facts").then(|| {
        let mentions = mentions::choose(names::find(&tokens), values::find(&tokens));
        let options = Options::new();
        let links = links::read(&tokens, &mentions, options.published(), &rules::read(options.rules()));
        (mentions, links)
    });
    let quoted = before.as_ref().filter(|_| layer == "facts");
    let quoted = quoted.map(|(mentions, links)| (mentions, links, quotes::read(&tokens, mentions, links)));
    let (mut found, begin) = (0, clock());
    for _ in 0..times {
        let tokens = black_box(&tokens);
        found = match (&before, &quoted) {
            (_, Some((mentions, links, quotes))) => black_box(facts::read(tokens, mentions, links, quotes)).list.len(),
            (Some((mentions, links)), None) => black_box(quotes::read(tokens, mentions, links)).len(),
            _ if layer == "values" => black_box(values::find(tokens)).len(),
            _ => black_box(names::find(tokens)).len(),
        };
    }
    let elapsed = begin.zip(clock()).map_or(f64::NAN, |(begin, end)| end - begin);
    Ok([tokens.len() as f64, found as f64, elapsed])
}
