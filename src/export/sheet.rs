//! The fact sheet: what a desk would put in the box beside the story, in French, as sections of lines.

use std::collections::BTreeSet;

use super::Article;
use crate::report::{FactEntry, MentionEntry, QuoteEntry, Range, TimelineEntry, ValueEntry};

/// One thing to know.
#[derive(Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line {
    /// Whom or what it is about.
    pub(super) head: String,
    /// What is said of it.
    pub(super) tail: String,
    /// Where the words that prove it begin, if it rests on some.
    pub(super) at: Option<u32>,
}

/// The sections that have content, each with its title.
pub(super) fn sections(article: &Article<'_>) -> Vec<(&'static str, Vec<Line>)> {
    let sheet = Sheet(article);
    let report = article.report;
    let facts = report.facts.iter().filter(|f| !matches!(f.kind, "role" | "figure"));
    let mut sections = vec![
        ("L'essentiel", report.essentials.iter().map(|e| tail(e.fr.clone(), e.evidence.start)).collect()),
        ("Qui est qui", sheet.people()),
        ("Faits", facts.map(|f| sheet.fact(f)).collect()),
        ("Ils l'ont dit", report.quotes.iter().map(|q| sheet.quote(q)).collect()),
        ("Chiffres", sheet.values(&["money", "percent", "quantity", "count"])),
        ("Chronologie", report.timeline.iter().map(|e| sheet.event(e)).collect()),
        ("Dates", sheet.values(&["date"])),
        ("Organisations", sheet.names("organisation")),
        ("Lieux", sheet.names("place")),
    ];
    sections.retain(|(_, lines): &(_, Vec<Line>)| !lines.is_empty());
    sections
}

struct Sheet<'a>(&'a Article<'a>);

impl Sheet<'_> {
    /// Each person with their roles, in order of the roles' evidence; people without a role by name alone.
    fn people(&self) -> Vec<Line> {
        let report = self.0.report;
        let mut roles: Vec<Vec<String>> = vec![Vec::new(); report.entities.len()];
        let mut at = vec![None; roles.len()];
        for fact in report.facts.iter().filter(|f| f.kind == "role") {
            let part = |name: &str| fact.arguments.iter().find(|a| a.name == name);
            let person = part("person").and_then(|a| a.entity).filter(|&p| p < roles.len());
            if let (Some(person), Some(role)) = (person, part("role")) {
                let place = part("organisation").map(|a| format!(" ({})", self.0.argument(a))).unwrap_or_default();
                roles[person].push(format!("{}{place}{}", self.0.argument(role), hedge(fact.modality)));
                at[person].get_or_insert(fact.evidence.start);
            }
        }
        let people = report.entities.iter().enumerate().filter(|(_, e)| e.kind == "person");
        people.map(|(id, e)| Line { head: e.name.clone(), tail: roles[id].join(" ; "), at: at[id] }).collect()
    }

    fn fact(&self, fact: &FactEntry) -> Line {
        let label = match fact.kind {
            "founded" => "Fondation",
            "acquisition" => "Rachat",
            "ownership" => "Propriété",
            "membership" => "Appartenance",
            "appointment" => "Nomination",
            "death" => "Décès",
            "victory" => "Victoire",
            "defeat" => "Défaite",
            "accusation" => "Accusation",
            "figureCheck" => "À vérifier",
            other => other,
        };
        let arguments: Vec<_> = fact.arguments.iter().map(|a| self.0.argument(a)).collect();
        let evidence = self.0.line(fact.evidence);
        let tail = format!("{}{} — « {evidence} »", arguments.join(", "), hedge(fact.modality));
        Line { head: label.to_owned(), tail, at: Some(fact.evidence.start) }
    }

    fn event(&self, event: &TimelineEntry) -> Line {
        let head = self.0.date(Some(event.date)).unwrap_or("?").to_owned();
        let tail = format!("{}{}", self.0.line(event.what), hedge(event.modality));
        Line { head, tail, at: Some(event.what.start) }
    }

    fn quote(&self, quote: &QuoteEntry) -> Line {
        let content = self.0.line(Range { start: quote.start, end: quote.end });
        let tail = if quote.kind == "direct" { format!("« {content} »") } else { content };
        Line { head: self.0.speaker(quote).unwrap_or_else(|| "?".to_owned()), tail, at: Some(quote.start) }
    }

    /// The values of these kinds as written, each once, with what they measure.
    fn values(&self, kinds: &[&str]) -> Vec<Line> {
        let mut told = BTreeSet::new();
        let values = self.0.report.mentions.iter().filter(|m| kinds.contains(&m.kind));
        values.map(|m| self.value(m)).filter(|line| told.insert((line.head.clone(), line.tail.clone()))).collect()
    }

    fn value(&self, mention: &MentionEntry) -> Line {
        let words = self.0.line(Range { start: mention.start, end: mention.end });
        let at = Some(mention.start);
        let outside = mention.of.filter(|of| of.start < mention.start || mention.end < of.end);
        match (mention.value.as_deref(), outside) {
            (Some(ValueEntry::Date { edtf: Some(date), .. }), _) => Line { head: date.clone(), tail: words, at },
            (_, Some(of)) => Line { head: words, tail: self.0.line(of), at },
            _ => Line { head: words, tail: String::new(), at },
        }
    }

    fn names(&self, kind: &str) -> Vec<Line> {
        let report = self.0.report;
        let first = |mentions: &[usize]| Some(report.mentions.get(*mentions.first()?)?.start);
        let entities = report.entities.iter().filter(|e| e.kind == kind);
        entities.map(|e| Line { head: e.name.clone(), tail: String::new(), at: first(&e.mentions) }).collect()
    }
}

fn tail(tail: String, at: u32) -> Line {
    Line { head: String::new(), tail, at: Some(at) }
}

/// How sure the article is, where it does not state the fact itself.
fn hedge(modality: &str) -> &'static str {
    match modality {
        "reported" => " (selon une source)",
        "planned" => " (prévu)",
        "conditional" => " (au conditionnel)",
        "negated" => " (démenti)",
        _ => "",
    }
}
