//! W3C Web Annotations: names, values, quotations and facts, each found again by its words and by its place.

use super::Article;
use super::json::Json;
use crate::report::Range;
use crate::text::{OffsetIndex, Unit};

/// So many characters before and behind tell the words from the same words elsewhere.
const AROUND: usize = 32;

/// An `AnnotationPage` of the article, on one line. Selectors are a `TextQuoteSelector` and a `TextPositionSelector`, which counts characters as the model has
/// it. Without an address the source is `urn:reperes:text`.
pub fn annotations(article: &Article<'_>) -> String {
    let report = article.report;
    let page = Page {
        article,
        offsets: OffsetIndex::new(article.text, Unit::Character),
        source: article.url.unwrap_or("urn:reperes:text"),
    };
    let mut items = Vec::new();
    for (index, m) in report.mentions.iter().enumerate() {
        let name = article.name(m.entity).map_or_else(|| m.kind.to_owned(), |name| format!("{} : {name}", m.kind));
        let motivation = if m.entity.is_some() { "identifying" } else { "classifying" };
        items.push(page.annotation('m', index, motivation, name, m.start, m.end));
    }
    for (index, q) in report.quotes.iter().enumerate() {
        let speaker = article.speaker(q).map_or_else(|| q.kind.to_owned(), |who| format!("{} : {who}", q.kind));
        items.push(page.annotation('q', index, "describing", speaker, q.start, q.end));
    }
    for (index, f) in report.facts.iter().enumerate() {
        let parts: Vec<_> = f.arguments.iter().map(|a| format!("{}={}", a.name, article.argument(a))).collect();
        let fact = format!("{} : {}", f.kind, parts.join(", "));
        items.push(page.annotation('f', index, "describing", fact, f.evidence.start, f.evidence.end));
    }
    Json::Object(vec![
        ("@context", Json::Text("http://www.w3.org/ns/anno.jsonld")),
        ("type", Json::Text("AnnotationPage")),
    ])
    .with("id", Json::Owned(format!("{}#reperes", page.source)))
    .with("startIndex", Json::Count(0))
    .with("items", Json::List(items))
    .write()
}

struct Page<'a> {
    article: &'a Article<'a>,
    offsets: OffsetIndex<'a>,
    source: &'a str,
}

impl<'a> Page<'a> {
    fn annotation(
        &self,
        letter: char,
        index: usize,
        motivation: &'static str,
        body: String,
        start: u32,
        end: u32,
    ) -> Json<'a> {
        let body = Json::typed("type", "TextualBody")
            .with("value", Json::Owned(body))
            .with("format", Json::Text("text/plain"));
        let target =
            Json::Object(vec![("source", Json::Text(self.source)), ("selector", self.selector(Range { start, end }))]);
        Json::typed("type", "Annotation")
            .with("id", Json::Owned(format!("{}#reperes-{letter}{index}", self.source)))
            .with("motivation", Json::Text(motivation))
            .with("body", body)
            .with("target", target)
    }

    fn selector(&self, range: Range) -> Json<'a> {
        let (start, end) = (range.start as usize, range.end as usize);
        let text = self.article.text;
        let before = text.get(..start).unwrap_or_default();
        let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let behind = text.get(end..).unwrap_or_default();
        let to = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
        let quote = Json::typed("type", "TextQuoteSelector")
            .with("exact", Json::Text(self.article.words(range.start, range.end)))
            .with("prefix", Json::Text(&before[from..]))
            .with("suffix", Json::Text(&behind[..to]));
        let place = Json::typed("type", "TextPositionSelector")
            .with("start", Json::Count(self.offsets.at(range.start)))
            .with("end", Json::Count(self.offsets.at(range.end)));
        Json::List(vec![quote, place])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_selectors_lead_back_to_the_words() {
        let text = "🎈 « Nous signerons mardi 🎈 », a déclaré Claire Morel, la ministre de la Santé.";
        let report = crate::read(text, &crate::Options::new()).unwrap();
        let json: serde_json::Value =
            serde_json::from_str(&annotations(&Article { report: &report, text, url: None })).unwrap();
        let items = json["items"].as_array().unwrap();
        assert!(items.len() >= 3);
        for item in items {
            let [quote, place] = [0, 1].map(|i| &item["target"]["selector"][i]);
            let number = |key: &str| place[key].as_u64().unwrap() as usize;
            let words: String = text.chars().skip(number("start")).take(number("end") - number("start")).collect();
            assert_eq!(quote["exact"], words);
            let around = format!("{}{words}{}", quote["prefix"].as_str().unwrap(), quote["suffix"].as_str().unwrap());
            assert_eq!(text.matches(&around).count(), 1);
        }
    }
}
