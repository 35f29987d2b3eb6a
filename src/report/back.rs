//! A report that comes back from JSON, as JavaScript has it.
//!
//! Kinds, rules and the like are read-only words in the contract: each that comes back is kept once, for as long as the program runs. There are as many as
//! there are kinds and rules; a text with more is no report.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Error, Value};

use super::{Report, VERSION, ValueEntry};

/// How many words are kept at most, and how long each may be: ten times what all layers know.
const MOST_WORDS: usize = 5_000;
const LONGEST_WORD: usize = 64;

impl Report {
    /// The report in `json`, with UTF-16 offsets into `text`, as [`Report::to_utf16`] and serde write it; its offsets are UTF-8 bytes then, as those of any
    /// report in Rust. Offsets that lie outside of the text, or inside a character, become the nearest ones before that do not.
    ///
    /// ```
    /// let text = "🎈 Claire Morel, la ministre de la Santé, a dit oui.";
    /// let report = reperes::read(text, &reperes::Options::new())?;
    /// let json = serde_json::to_string(&report.clone().to_utf16(text))?;
    /// assert_eq!(reperes::Report::from_json(&json, text)?, report);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When it is no report, or one of another version of the contract.
    pub fn from_json(json: &str, text: &str) -> Result<Self, Error> {
        let value: Value = serde_json::from_str(json)?;
        let version = value.get("version").and_then(Value::as_u64);
        if version != Some(VERSION.into()) {
            return Err(Error::custom(format!("expected a report of version {VERSION}")));
        }
        let mut report = Self::deserialize(Given(value))?;
        let bytes = Bytes::new(text);
        report.convert(|start, end| {
            *start = bytes.at(*start);
            *end = bytes.at(*end).max(*start);
        });
        Ok(report)
    }
}

/// A value whose borrowed strings live as long as the program.
struct Given(Value);

impl Deserializer<'static> for Given {
    type Error = Error;

    fn deserialize_any<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Array(list) => SeqDeserializer::new(list.into_iter().map(Given)).deserialize_any(visitor),
            Value::Object(fields) => MapDeserializer::new(fields.into_iter().map(|(key, value)| (key, Given(value))))
                .deserialize_any(visitor),
            plain => plain.deserialize_any(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::String(word) => visitor.visit_borrowed_str(kept(&word)?),
            other => other.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_enum<V: Visitor<'static>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        <V: Visitor<'static>>
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char string bytes byte_buf unit unit_struct newtype_struct seq tuple tuple_struct map struct identifier
        ignored_any
    }
}

impl IntoDeserializer<'static, Error> for Given {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

thread_local! {
    static WORDS: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
}

/// The word, kept.
fn kept(word: &str) -> Result<&'static str, Error> {
    WORDS.with_borrow_mut(|words| {
        if let Some(known) = words.get(word) {
            return Ok(*known);
        }
        if words.len() >= MOST_WORDS || word.len() > LONGEST_WORD {
            return Err(Error::custom("these are not the words of a report"));
        }
        let word: &'static str = Box::leak(word.to_owned().into_boxed_str());
        words.insert(word);
        Ok(word)
    })
}

/// All fields that some value has; which are there tells which one it is.
#[derive(serde::Deserialize)]
struct AnyValue {
    qualifier: Option<&'static str>,
    amount: Option<String>,
    max: Option<String>,
    #[serde(default, deserialize_with = "there")]
    currency: Option<Option<String>>,
    unit: Option<String>,
    edtf: Option<String>,
    start: Option<String>,
    end: Option<String>,
    anchor: Option<&'static str>,
    iso: Option<String>,
    value: Option<String>,
}

/// A field that is there, whatever it holds.
fn there<'de, D: Deserializer<'de>>(field: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(field).map(Some)
}

impl<'de: 'static> Deserialize<'de> for ValueEntry {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        AnyValue::deserialize(value).map(Self::from)
    }
}

impl From<AnyValue> for ValueEntry {
    fn from(any: AnyValue) -> Self {
        let qualifier = any.qualifier.unwrap_or("exact");
        match any {
            AnyValue { amount: Some(amount), max, currency: Some(currency), .. } => {
                Self::Money { qualifier, amount, max, currency }
            }
            AnyValue { amount: Some(amount), max, unit: Some(unit), .. } => {
                Self::Measure { qualifier, amount, max, unit }
            }
            AnyValue { amount: Some(amount), max, .. } => Self::Number { qualifier, amount, max },
            AnyValue { iso: Some(iso), .. } => Self::Duration { iso, qualifier },
            AnyValue { value: Some(value), .. } => Self::Time { value },
            AnyValue { edtf, start, end, anchor, .. } => Self::Date { edtf, start, end, anchor },
        }
    }
}

/// From UTF-16 code units back to UTF-8 bytes: the inverse of [`crate::text::OffsetIndex`].
pub(crate) struct Bytes<'t> {
    text: &'t str,
    /// The code unit and the byte at which a character begins, of every so many characters.
    checkpoints: Vec<(u32, u32)>,
}

/// Characters from one checkpoint to the next.
const STRIDE: usize = 32;

impl<'t> Bytes<'t> {
    /// Indexes `text`.
    pub(crate) fn new(text: &'t str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut unit = 0;
        for (index, (byte, c)) in text.char_indices().enumerate() {
            if index % STRIDE == 0 {
                checkpoints.push((unit, byte as u32));
            }
            unit += c.len_utf16() as u32;
        }
        Self { text, checkpoints }
    }

    /// The byte at which the character begins that holds code unit `unit`; the length of the text for what lies behind it.
    pub(crate) fn at(&self, unit: u32) -> u32 {
        let before = self.checkpoints.partition_point(|&(at, _)| at <= unit).checked_sub(1);
        let Some((mut at, byte)) = before.map(|index| self.checkpoints[index]) else { return 0 };
        for (offset, c) in self.text[byte as usize..].char_indices() {
            at += c.len_utf16() as u32;
            if at > unit {
                return byte + offset as u32;
            }
        }
        self.text.len() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value_comes_back_as_it_was() {
        let text = "🎈 Le 11 février 2025 à 9 h 30, 2,4 millions d'euros, 3 dollars, 12 %, 5 km et 40 élèves pendant deux jours. « Oui », dit Paul Martel.";
        let report = crate::read(text, &crate::Options::new()).unwrap();
        let json = serde_json::to_string(&report.clone().to_utf16(text)).unwrap();
        assert_eq!(Report::from_json(&json, text).unwrap(), report);
    }

    #[test]
    fn a_report_of_another_text_has_its_offsets_in_this_one() {
        let text = "Claire Morel, la ministre de la Santé, a dit « oui ».";
        let json = serde_json::to_string(&crate::read(text, &crate::Options::new()).unwrap().to_utf16(text)).unwrap();
        for other in ["", "é", "🎈🎈🎈"] {
            let report = Report::from_json(&json, other).unwrap();
            for m in &report.mentions {
                assert!(other.get(m.start as usize..m.end as usize).is_some());
            }
        }
    }

    #[test]
    fn what_is_no_report_is_refused() {
        for json in ["", "[]", "{}", r#"{"version":1}"#, r#"{"version":2}"#] {
            assert!(Report::from_json(json, "").is_err(), "{json}");
        }
    }
}
