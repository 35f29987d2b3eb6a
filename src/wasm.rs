//! JavaScript's door: the only file that says `wasm_bindgen`. With the feature `export-module` it is that of exports alone, which take what the other has read:
//! a second module, without lexicon and weights, that is loaded when someone exports.

use wasm_bindgen::prelude::*;

#[cfg(not(feature = "export-module"))]
mod options;

#[cfg(not(feature = "export-module"))]
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
import type { Report } from "../report";
/** What the caller knows of the text. */
export interface Options { /** Day (YYYY-MM-DD) or month (YYYY-MM) of publication. */ published?: string | null;
  /** What the markup says of each line. */ lines?: ("headline" | "subhead" | "listItem" | "caption" | "noise" | null)[] | null;
  /** What the house says of names; of two rules for one form the later one holds. */ rules?: readonly Rule[] | null }
/** What a house says of a name: in full, what it is (`none`: no name; else as it is read), its other forms. */
export interface Rule { name: string; type?: "person" | "organisation" | "place" | "event" | "work" | "none" | null; aliases?: string[] | null }
/** Reads an article. Throws a TypeError that says in plain words which option is wrong, or a RangeError where the text is too long.
 * `marksOnly`: names and values, of which no entity, quotation or fact is made yet; where the module has yet to be compiled they are there in less than half the time. */
export function read(text: string, options?: Options | null, marksOnly?: boolean): Report;
"#;

/// Reads an article, or with `marks_only` its names and values alone ([`crate::mark`]). Offsets of the report slice `text`; see `report.d.ts`.
///
/// # Errors
/// A JavaScript `TypeError` whose message names the option, or a `RangeError` whose message names the limit.
#[cfg(not(feature = "export-module"))]
#[wasm_bindgen(skip_typescript)]
pub fn read(text: &str, options: JsValue, marks_only: bool) -> Result<JsValue, JsValue> {
    use serde::Serialize as _;
    let begin = now();
    let options = options::parse(&options).map_err(|error| js_sys::TypeError::new(&error.to_string()))?;
    let read = if marks_only { crate::mark } else { crate::read };
    let report = read(text, &options).map_err(|error| js_sys::RangeError::new(&error.to_string()))?;
    let mut report = report.to_utf16(text);
    report.elapsed_ms = begin.zip(now()).map(|(begin, end)| end - begin);
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    Ok(report.serialize(&serializer)?)
}

/// Writes an article and its report, as JSON has it, in one of [`crate::export::FORMATS`]. With an address, links lead there.
///
/// # Errors
/// A JavaScript `TypeError` that says in plain words what is no report, or which formats there are.
#[cfg(feature = "export-module")]
#[wasm_bindgen(js_name = exportReport)]
pub fn export_report(text: &str, report: &str, format: &str, url: Option<String>) -> Result<String, JsValue> {
    use crate::export::{self, Article, FORMATS};
    let report = crate::Report::from_json(report, text).map_err(|error| js_sys::TypeError::new(&error.to_string()))?;
    let article = Article { report: &report, text, url: url.as_deref() };
    let expected = || js_sys::TypeError::new(&format!("expected one of the formats {}", FORMATS.join(", "))).into();
    export::write(&article, format).ok_or_else(expected)
}

/// Text fragments (`#:~:text=…`) that lead to places of a text: two numbers each, UTF-16 offsets; an empty one where there is no word.
#[cfg(feature = "export-module")]
#[wasm_bindgen]
pub fn fragments(text: &str, places: &[u32]) -> Vec<String> {
    crate::export::fragments_in_utf16(text, places)
}

/// Compares two articles, each a text and its report; the JSON of a [`crate::compare::Comparison`].
///
/// # Errors
/// A JavaScript `TypeError` that says in plain words what is no report.
#[cfg(feature = "export-module")]
#[wasm_bindgen(js_name = compareReports)]
pub fn compare_reports(a: &str, report_a: &str, b: &str, report_b: &str) -> Result<String, JsValue> {
    crate::compare::from_json([(a, report_a), (b, report_b)])
        .map_err(|error| js_sys::TypeError::new(&error.to_string()).into())
}

/// The version of the crate.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

#[cfg(not(feature = "export-module"))]
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = performance, js_name = now)]
    fn clock() -> Result<f64, JsValue>;
}

/// Milliseconds of the browser's own clock, in a page or in a worker; `None` where there is none.
#[cfg(not(feature = "export-module"))]
fn now() -> Option<f64> {
    clock().ok()
}

/// How many tokens an article has, how many names, values, quotations or facts, and the milliseconds of finding them: see `read_alone`.
#[cfg(feature = "bench")]
#[wasm_bindgen(js_name = findAlone)]
pub fn find_alone(text: &str, times: u32, layer: &str) -> Result<Vec<f64>, JsValue> {
    let measured = crate::read_alone(text, times, layer, now);
    Ok(measured.map_err(|error| js_sys::RangeError::new(&error.to_string()))?.to_vec())
}
