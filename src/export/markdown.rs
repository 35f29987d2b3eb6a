//! A fact sheet in Markdown, in French: what a desk would put in the box beside the story.

use std::fmt::Write as _;

use crate::report::{ArgumentEntry, FactEntry, MentionEntry, QuoteEntry, Range, Report, TimelineEntry, ValueEntry};

/// The fact sheet of `report`, whose offsets are the UTF-8 bytes of `text`, as [`crate::read`] returns them. Sections without content are left out.
///
/// ```
/// let text = "« Nous signerons mardi », a déclaré Claire Morel, la ministre de la Santé.";
/// let report = reperes::read(text, &reperes::Options::new())?;
/// assert!(reperes::export::markdown(&report, text).starts_with("# Repères\n"));
/// # Ok::<(), reperes::Error>(())
/// ```
pub fn markdown(report: &Report, text: &str) -> String {
    let sheet = Sheet { report, text };
    let mut out = String::new();
    let title = report.blocks.iter().find(|b| b.kind == "headline");
    let title = title.map_or_else(|| "Repères".to_owned(), |b| sheet.words(b.start, b.end));
    // Writing to a string never fails.
    let _ = writeln!(out, "# {title}");
    if let Some(published) = &report.published {
        let _ = writeln!(out, "\nPublié : {published}");
    }
    let facts = report.facts.iter().filter(|f| !matches!(f.kind, "role" | "figure")).map(|f| sheet.fact(f));
    section(&mut out, "L'essentiel", report.essentials.iter().map(|e| escape(&e.fr)));
    section(&mut out, "Qui est qui", sheet.people());
    section(&mut out, "Faits", facts);
    section(&mut out, "Ils l'ont dit", report.quotes.iter().map(|q| sheet.quote(q)));
    section(&mut out, "Chiffres", sheet.values(&["money", "percent", "quantity", "count"]));
    section(&mut out, "Chronologie", report.timeline.iter().map(|e| sheet.event(e)));
    section(&mut out, "Dates", sheet.values(&["date"]));
    section(&mut out, "Organisations", sheet.names("organisation"));
    section(&mut out, "Lieux", sheet.names("place"));
    out
}

fn section(out: &mut String, title: &str, lines: impl IntoIterator<Item = String>) {
    let mut lines = lines.into_iter().peekable();
    if lines.peek().is_some() {
        let _ = writeln!(out, "\n## {title}\n");
        for line in lines {
            let _ = writeln!(out, "- {line}");
        }
    }
}

struct Sheet<'r> {
    report: &'r Report,
    text: &'r str,
}

impl<'r> Sheet<'r> {
    /// The words there, safe in Markdown.
    fn words(&self, start: u32, end: u32) -> String {
        escape(self.text.get(start as usize..end as usize).unwrap_or_default())
    }

    fn range(&self, range: Range) -> String {
        self.words(range.start, range.end)
    }

    fn name(&self, entity: Option<usize>) -> Option<String> {
        self.report.entities.get(entity?).map(|e| escape(&e.name))
    }

    fn argument(&self, argument: &ArgumentEntry) -> String {
        self.name(argument.entity).unwrap_or_else(|| escape(&argument.text))
    }

    /// Each person with their roles, in order of the roles' evidence; people without a role by name alone.
    fn people(&self) -> Vec<String> {
        let people = self.report.entities.iter().enumerate().filter(|(_, e)| e.kind == "person");
        let mut roles: Vec<Vec<String>> = vec![Vec::new(); self.report.entities.len()];
        for fact in self.report.facts.iter().filter(|f| f.kind == "role") {
            let part = |name: &str| fact.arguments.iter().find(|a| a.name == name);
            let person = part("person").and_then(|a| a.entity);
            if let (Some(person), Some(role)) = (person.and_then(|p| roles.get_mut(p)), part("role")) {
                let place = part("organisation").map(|a| format!(" ({})", self.argument(a))).unwrap_or_default();
                person.push(format!("{}{place}{}", escape(&role.text), hedge(fact.modality)));
            }
        }
        people
            .map(|(id, person)| {
                let name = escape(&person.name);
                let roles = std::mem::take(&mut roles[id]);
                if roles.is_empty() { format!("**{name}**") } else { format!("**{name}** : {}", roles.join(" ; ")) }
            })
            .collect()
    }

    fn fact(&self, fact: &FactEntry) -> String {
        let arguments: Vec<_> = fact.arguments.iter().map(|a| self.argument(a)).collect();
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
        format!("{label} : {}{} — « {} »", arguments.join(", "), hedge(fact.modality), self.range(fact.evidence))
    }

    fn event(&self, event: &TimelineEntry) -> String {
        let date = self.report.mentions.get(event.date).and_then(|m| m.value.as_ref());
        let day = if let Some(ValueEntry::Date { edtf: Some(day), .. }) = date { day } else { "?" };
        format!("{day} : {}{}", self.range(event.what), hedge(event.modality))
    }

    fn quote(&self, quote: &QuoteEntry) -> String {
        let speaker = quote.speaker.as_ref();
        let speaker = speaker.map(|s| self.name(s.entity).unwrap_or_else(|| self.words(s.start, s.end)));
        let content = self.words(quote.start, quote.end);
        let content = if quote.kind == "direct" { format!("« {content} »") } else { content };
        format!("{} : {content}", speaker.as_deref().unwrap_or("?"))
    }

    /// The values of these kinds as written, each once, with what they measure.
    fn values(&self, kinds: &[&str]) -> Vec<String> {
        let mut told = std::collections::BTreeSet::new();
        let mut lines = Vec::new();
        for mention in self.report.mentions.iter().filter(|m| kinds.contains(&m.kind)) {
            let line = self.value(mention);
            if told.insert(line.clone()) {
                lines.push(line);
            }
        }
        lines
    }

    fn value(&self, mention: &MentionEntry) -> String {
        let words = self.words(mention.start, mention.end);
        let outside = mention.of.filter(|of| of.start < mention.start || mention.end < of.end);
        match (&mention.value, outside) {
            (Some(ValueEntry::Date { edtf: Some(date), .. }), _) => format!("{date} ({words})"),
            (_, Some(of)) => format!("{words} : {}", self.range(of)),
            _ => words,
        }
    }

    fn names(&self, kind: &str) -> Vec<String> {
        self.report.entities.iter().filter(|e| e.kind == kind).map(|e| escape(&e.name)).collect()
    }
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

/// `text` on one line, its signs of Markdown and HTML escaped.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' | '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn signs_of_markdown_are_escaped() {
        assert_eq!(super::escape("a*b <i> [x]\nc"), "a\\*b \\<i\\> \\[x\\] c");
    }
}
