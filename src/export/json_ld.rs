//! Linked data: a schema.org `NewsArticle` with what it is about, whom it mentions in which role, and who said what.
//!
//! Ids are blank nodes, good for one document. What the article only reports, supposes or denies is left out, since schema.org has no word for that.

use super::Article;
use super::json::Json;
use crate::report::{FactEntry, MentionEntry, ValueEntry};

/// What the article is about: so many entities at most, each at least so salient.
const ABOUT: usize = 5;
const SALIENT: f32 = 0.1;

/// The article in JSON-LD, on one line; may stand in a `<script type="application/ld+json">` as it is.
pub fn json_ld(article: &Article<'_>) -> String {
    let report = article.report;
    let told = report.facts.iter().filter(|f| f.modality == "asserted");
    let mut facts: Vec<Vec<&FactEntry>> = vec![Vec::new(); report.entities.len()];
    for fact in told {
        if let Some(facts) = subject(fact).and_then(|e| facts.get_mut(e)) {
            facts.push(fact);
        }
    }
    let entities = facts.iter().enumerate().map(|(id, facts)| entity(article, id, facts));
    let values = report.mentions.iter().filter_map(|m| value(article, m));
    let about = report.entities.iter().take(ABOUT).take_while(|e| e.salience >= SALIENT).enumerate();
    let essentials: Vec<_> = report.essentials.iter().map(|e| e.fr.as_str()).collect();
    Json::Object(vec![("@context", Json::Text("https://schema.org")), ("@type", Json::Text("NewsArticle"))])
        .with_some("url", article.url.map(Json::Text))
        .with_some("headline", article.headline().map(Json::Owned))
        .with_some("datePublished", report.published.as_deref().map(Json::Text))
        .with("inLanguage", Json::Text(&report.language))
        .with_some("abstract", (!essentials.is_empty()).then(|| Json::Owned(essentials.join("\n"))))
        .with_some("about", Some(Json::List(about.map(|(id, _)| reference(id)).collect())))
        .with_some("mentions", Some(Json::List(entities.chain(values).collect())))
        .with_some("hasPart", Some(Json::List(quotations(article))))
        .write()
}

/// Who or what a fact says something of that schema.org has a property for.
fn subject(fact: &FactEntry) -> Option<usize> {
    let name = match fact.kind {
        "role" | "appointment" | "death" => "person",
        "membership" => "member",
        "founded" => "founded",
        _ => return None,
    };
    fact.arguments.iter().find(|a| a.name == name)?.entity
}

fn entity<'a>(article: &Article<'a>, id: usize, facts: &[&'a FactEntry]) -> Json<'a> {
    let entity = &article.report.entities[id];
    let kind = match entity.kind {
        "person" => "Person",
        "organisation" => "Organization",
        "place" => "Place",
        "event" => "Event",
        _ => "CreativeWork",
    };
    let (person, body) = (kind == "Person", kind == "Organization");
    // The arguments of a name that facts of a kind have: each once, as what it names or in words.
    let parts = |kinds: &[&str], name: &str, is: Option<&str>| {
        let arguments =
            facts.iter().filter(|f| kinds.contains(&f.kind)).flat_map(|f| &f.arguments).filter(|a| a.name == name);
        let mut seen = Vec::new();
        let mut list = Vec::new();
        for argument in arguments {
            let named = argument.entity.and_then(|e| Some((e, article.report.entities.get(e)?)));
            let key = (argument.entity, article.argument(argument));
            if seen.contains(&key) || is.is_some_and(|is| named.is_none_or(|(_, e)| e.kind != is)) {
                continue;
            }
            list.push(match named {
                Some((e, _)) if is.is_some() => reference(e),
                _ => Json::Owned(key.1.clone()),
            });
            seen.push(key);
        }
        Some(Json::List(list))
    };
    let gender = entity
        .gender
        .map(|g| Json::Text(if g == "f" { "https://schema.org/Female" } else { "https://schema.org/Male" }));
    let titles = |name| parts(&["role", "appointment"], name, None);
    let died = facts
        .iter()
        .filter(|f| f.kind == "death")
        .find_map(|f| article.date(f.when))
        .filter(|d| d.len() == "2025-02-11".len());
    let link = entity.wikidata.as_ref().map(|id| Json::Owned(format!("https://www.wikidata.org/entity/{id}")));
    Json::typed("@type", kind)
        .with("@id", Json::Owned(node(id)))
        .with("name", Json::Text(&entity.name))
        .with_some("alternateName", Some(Json::List(entity.aliases.iter().map(|a| Json::Text(a)).collect())))
        .with_some("sameAs", link)
        .with_some("gender", gender.filter(|_| person))
        .with_some("jobTitle", titles("role").filter(|_| person))
        .with_some("affiliation", parts(&["role"], "organisation", Some("organisation")).filter(|_| person))
        .with_some("workLocation", parts(&["role"], "organisation", Some("place")).filter(|_| person))
        .with_some("memberOf", parts(&["membership"], "group", Some("organisation")).filter(|_| person || body))
        .with_some("founder", parts(&["founded"], "founder", Some("person")).filter(|_| body))
        .with_some("deathDate", died.map(Json::Text).filter(|_| person))
}

/// An amount of money or of something else.
fn value<'a>(article: &Article<'a>, mention: &'a MentionEntry) -> Option<Json<'a>> {
    let (kind, qualifier, amount, max) = match mention.value.as_deref()? {
        ValueEntry::Money { qualifier, amount, max, .. } => ("MonetaryAmount", qualifier, amount, max),
        ValueEntry::Measure { qualifier, amount, max, .. } => ("QuantitativeValue", qualifier, amount, max),
        ValueEntry::Number { qualifier, amount, max } => ("QuantitativeValue", qualifier, amount, max),
        _ => return None,
    };
    let amount = Json::Number(amount);
    let words = Json::Text(article.words(mention.start, mention.end));
    let json = Json::typed("@type", kind).with("name", words);
    let json = match (*qualifier, max) {
        ("between", Some(max)) => json.with("minValue", amount).with("maxValue", Json::Number(max)),
        ("atLeast", _) => json.with("minValue", amount),
        ("atMost", _) => json.with("maxValue", amount),
        _ => json.with("value", amount),
    };
    let counted = mention.of.map(|of| article.line(of));
    Some(match mention.value.as_deref()? {
        ValueEntry::Money { currency, .. } => json
            .with_some("currency", currency.as_deref().map(Json::Text))
            .with_some("description", counted.map(Json::Owned)),
        ValueEntry::Measure { unit, .. } => json.with("unitText", Json::Text(unit)),
        _ if mention.kind == "percent" => json.with("unitText", Json::Text("%")),
        _ => json.with_some("unitText", counted.map(Json::Owned)),
    })
}

/// What is given in someone's own words.
fn quotations<'a>(article: &Article<'a>) -> Vec<Json<'a>> {
    let quotes = article.report.quotes.iter().filter(|q| q.kind != "indirect");
    let quotation = quotes.map(|q| {
        let speaker =
            q.speaker.as_ref().and_then(|s| s.entity).filter(|&e| {
                article.report.entities.get(e).is_some_and(|e| matches!(e.kind, "person" | "organisation"))
            });
        Json::typed("@type", "Quotation")
            .with("text", Json::Text(article.words(q.start, q.end)))
            .with_some("spokenByCharacter", speaker.map(reference))
    });
    quotation.collect()
}

fn reference<'a>(entity: usize) -> Json<'a> {
    Json::Object(vec![("@id", Json::Owned(node(entity)))])
}

fn node(entity: usize) -> String {
    format!("_:e{entity}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn read(text: &str) -> Value {
        let report = crate::read(text, &crate::Options::new().with_published("2025-02-11").unwrap()).unwrap();
        serde_json::from_str(&json_ld(&Article { report: &report, text, url: Some("https://example.org/a") })).unwrap()
    }

    #[test]
    fn people_have_their_titles_and_quotations_their_speakers() {
        let json = read(
            "« Nous signerons mardi », a déclaré Claire Morel, la ministre de la Santé. Le plan coûte 2,4 millions d'euros.",
        );
        let person = json["mentions"].as_array().unwrap().iter().find(|m| m["@type"] == "Person").unwrap();
        assert_eq!((&person["name"], &person["jobTitle"]), (&json!("Claire Morel"), &json!(["ministre de la Santé"])));
        let quotation = &json["hasPart"][0];
        assert_eq!(
            (&quotation["text"], &quotation["spokenByCharacter"]["@id"]),
            (&json!("Nous signerons mardi"), &person["@id"])
        );
        let amount = json["mentions"].as_array().unwrap().iter().find(|m| m["@type"] == "MonetaryAmount").unwrap();
        assert_eq!((&amount["value"], &amount["currency"]), (&json!(2_400_000), &json!("EUR")));
    }

    #[test]
    fn what_is_denied_is_not_said() {
        let json = read("Paul Martel n'est pas le maire de Brenne.");
        assert!(!json.to_string().contains("jobTitle"));
    }
}
