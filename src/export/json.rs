//! JSON's syntax: what the two JSON formats need of it. The report itself goes through serde.

use std::fmt::Write as _;

/// A value of JSON.
pub(super) enum Json<'a> {
    /// A string.
    Text(&'a str),
    /// A string of its own.
    Owned(String),
    /// A number, as it is to be written.
    Number(&'a str),
    /// A whole number.
    Count(u32),
    /// A list.
    List(Vec<Json<'a>>),
    /// An object; keys keep their order.
    Object(Vec<(&'static str, Json<'a>)>),
}

impl<'a> Json<'a> {
    /// An object whose first key says what it is.
    pub(super) fn typed(key: &'static str, kind: &'static str) -> Self {
        Json::Object(vec![(key, Json::Text(kind))])
    }

    /// With one more key.
    pub(super) fn with(mut self, key: &'static str, value: Json<'a>) -> Self {
        if let Json::Object(fields) = &mut self {
            fields.push((key, value));
        }
        self
    }

    /// With one more key where there is a value that is more than an empty list.
    pub(super) fn with_some(self, key: &'static str, value: Option<Json<'a>>) -> Self {
        match value {
            Some(Json::List(list)) if list.is_empty() => self,
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// The text of it, on one line.
    pub(super) fn write(&self) -> String {
        let mut out = String::new();
        self.write_to(&mut out);
        out
    }

    fn write_to(&self, out: &mut String) {
        match self {
            Json::Text(text) => quote(text, out),
            Json::Owned(text) => quote(text, out),
            Json::Number(number) => out.push_str(number),
            Json::Count(count) => {
                let _ = write!(out, "{count}");
            }
            Json::List(list) => {
                let mut separator = '[';
                for value in list {
                    out.push(separator);
                    value.write_to(out);
                    separator = ',';
                }
                out.push_str(if list.is_empty() { "[]" } else { "]" });
            }
            Json::Object(fields) => {
                let mut separator = '{';
                for (key, value) in fields {
                    out.push(separator);
                    quote(key, out);
                    out.push(':');
                    value.write_to(out);
                    separator = ',';
                }
                out.push('}');
            }
        }
    }
}

/// `text` as a string of JSON that may also stand in a script element of HTML.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\0'..'\u{20}' | '<' | '\u{7f}' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_reader_of_json_gets_the_same_back() {
        let text = "« l'\u{a0}été » \"\\/ \n\t\u{0}\u{1f}</script>\u{2028} 🎈";
        let json = Json::typed("t", text).with("n", Json::List(vec![Json::Number("-1.50"), Json::Count(7)]));
        let json =
            json.with_some("none", None).with_some("empty", Some(Json::List(vec![]))).with("e", Json::List(vec![]));
        assert!(!json.write().contains('<'));
        let read: serde_json::Value = serde_json::from_str(&json.write()).unwrap();
        assert_eq!(read, serde_json::json!({ "t": text, "n": [-1.5, 7], "e": [] }));
    }
}
