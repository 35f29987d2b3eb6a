//! JavaScript's door: the only file that says `wasm_bindgen`.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::{Error, Options};

/// The keys that `options` may have.
const KEYS: [&str; 2] = ["published", "lines"];

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
import type { Report } from "../report";
/** What the caller knows of the text. */
export interface Options { /** Day (YYYY-MM-DD) or month (YYYY-MM) of publication. */ published?: string | null;
  /** What the markup says of each line. */ lines?: ("headline" | "subhead" | "listItem" | "caption" | "noise" | null)[] | null }
/** Reads an article. Throws a TypeError that says in plain words which option is wrong, or a RangeError where the text is too long. */
export function read(text: string, options?: Options | null): Report;
"#;

/// Reads an article. Offsets of the report slice `text`; see `report.d.ts`.
///
/// # Errors
/// A JavaScript `TypeError` whose message names the option, or a `RangeError` whose message names the limit.
#[wasm_bindgen(skip_typescript)]
pub fn read(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let begin = now();
    let options = parse(&options).map_err(|error| js_sys::TypeError::new(&error.to_string()))?;
    let report = crate::read(text, &options).map_err(|error| js_sys::RangeError::new(&error.to_string()))?;
    let mut report = report.to_utf16(text);
    report.elapsed_ms = begin.zip(now()).map(|(begin, end)| end - begin);
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    Ok(report.serialize(&serializer)?)
}

/// The version of the crate.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Options from a JavaScript object. Keys are checked by hand: serde would pass over a misspelt one.
fn parse(options: &JsValue) -> Result<Options, Error> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::new());
    }
    let Some(object) = options.dyn_ref::<js_sys::Object>() else {
        let got = String::from(js_sys::Object::from(options.clone()).to_string());
        return Err(Error::option("options", &got, "an object"));
    };
    let mut parsed = Options::new();
    for entry in js_sys::Object::entries(object).iter() {
        let entry = js_sys::Array::from(&entry);
        let (key, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        if !KEYS.contains(&key.as_str()) {
            return Err(Error::unknown_option(&key, &KEYS));
        }
        if value.is_undefined() || value.is_null() {
            continue;
        }
        let words = |value: &JsValue| value.as_string().unwrap_or_else(|| format!("{value:?}"));
        parsed = if key == "published" {
            parsed.with_published(&words(&value))?
        } else if let Some(lines) = value.dyn_ref::<js_sys::Array>() {
            parsed.with_lines(lines.iter().map(|kind| (!kind.is_null()).then(|| words(&kind))))?
        } else {
            return Err(Error::option("lines", &words(&value), "a list"));
        };
    }
    Ok(parsed)
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = performance, js_name = now)]
    fn clock() -> Result<f64, JsValue>;
}

/// Milliseconds of the browser's own clock, in a page or in a worker; `None` where there is none.
fn now() -> Option<f64> {
    clock().ok()
}

/// How many tokens an article has, how many names, values or quotations, as `layer` says, and the milliseconds of finding them `times`
/// times, without those of the layers before. For `cargo xtask bench names`, `… values` and `… quotes`.
#[cfg(feature = "bench")]
#[wasm_bindgen(js_name = findAlone)]
pub fn find_alone(text: &str, times: u32, layer: &str) -> Result<Vec<f64>, JsValue> {
    let text = crate::text::Text::new(text).map_err(|error| js_sys::RangeError::new(&error.to_string()))?;
    let tokens = crate::tokens::read(text);
    let before = (layer == "quotes").then(|| {
        let mentions = crate::mentions::choose(crate::names::find(&tokens), crate::values::find(&tokens));
        let links = crate::links::read(&tokens, &mentions, &crate::Options::new());
        (mentions, links)
    });
    let (mut found, begin) = (0, now());
    for _ in 0..times {
        let tokens = std::hint::black_box(&tokens);
        found = match (&before, layer) {
            (Some((mentions, links)), _) => std::hint::black_box(crate::quotes::read(tokens, mentions, links)).len(),
            (None, "values") => std::hint::black_box(crate::values::find(tokens)).len(),
            (None, _) => std::hint::black_box(crate::names::find(tokens)).len(),
        };
    }
    let elapsed = begin.zip(now()).map_or(f64::NAN, |(begin, end)| end - begin);
    Ok(vec![tokens.len() as f64, found as f64, elapsed])
}
