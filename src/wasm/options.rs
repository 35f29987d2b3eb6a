//! Options from a JavaScript object. Keys are checked by hand: serde would pass over a misspelt one.

use super::{JsCast, JsValue};
use crate::{Error, Options, Rule};

/// The keys that `options` may have.
const KEYS: [&str; 3] = ["published", "lines", "rules"];

/// The keys that a rule may have.
const RULE: [&str; 3] = ["name", "type", "aliases"];

/// Reads `options`; nothing given is the default.
pub(super) fn parse(options: &JsValue) -> Result<Options, Error> {
    let mut parsed = Options::new();
    for (key, value) in entries("options", options, &KEYS)? {
        parsed = match key {
            "published" => parsed.with_published(&words(&value))?,
            "lines" => {
                parsed.with_lines(list(key, &value)?.iter().map(|kind| (!kind.is_null()).then(|| words(&kind))))?
            }
            _ => parsed
                .with_rules(list(key, &value)?.iter().map(|value| rule(&value)).collect::<Result<Vec<_>, _>>()?)?,
        };
    }
    Ok(parsed)
}

fn rule(value: &JsValue) -> Result<Rule, Error> {
    let (mut name, mut kind, mut aliases) = (String::new(), None, Vec::new());
    let string = |value: &JsValue| {
        value.as_string().ok_or_else(|| Error::option("rules", &words(value), "a string for each name, type and alias"))
    };
    for (key, value) in entries("rules", value, &RULE)? {
        match key {
            "name" => name = string(&value)?,
            "type" => kind = Some(string(&value)?),
            _ => aliases = list("rules", &value)?.iter().map(|alias| string(&alias)).collect::<Result<_, _>>()?,
        }
    }
    Rule::new(name, kind.as_deref(), aliases)
}

/// What an object holds under the keys that it may have, without what is null or undefined.
fn entries(option: &str, value: &JsValue, keys: &[&'static str]) -> Result<Vec<(&'static str, JsValue)>, Error> {
    if value.is_undefined() || value.is_null() {
        return Ok(Vec::new());
    }
    let object = value.dyn_ref::<js_sys::Object>().ok_or_else(|| Error::option(option, &words(value), "an object"))?;
    let entry = |entry: JsValue| {
        let entry = js_sys::Array::from(&entry);
        let (key, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        let known = keys.iter().find(|known| **known == key).ok_or_else(|| Error::unknown_option(&key, keys))?;
        Ok((*known, value))
    };
    let all: Result<Vec<_>, _> = js_sys::Object::entries(object).iter().map(entry).collect();
    Ok(all?.into_iter().filter(|(_, value)| !value.is_undefined() && !value.is_null()).collect())
}

fn list<'v>(option: &str, value: &'v JsValue) -> Result<&'v js_sys::Array, Error> {
    value.dyn_ref().ok_or_else(|| Error::option(option, &words(value), "a list"))
}

/// A value for a message: a string as it is.
fn words(value: &JsValue) -> String {
    value.as_string().unwrap_or_else(|| String::from(js_sys::Object::from(value.clone()).to_string()))
}
