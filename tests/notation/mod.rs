//! What a report holds, in the notation of the spec files: shared by the tests that people read.

#![allow(dead_code, reason = "each test that includes this file uses a part of it")]

use reperes::report::{EssentialEntry, FactEntry, MentionEntry, QuoteEntry, Report, TimelineEntry, ValueEntry};

/// One thing that was found.
pub(crate) enum Item<'r> {
    Mention(&'r MentionEntry),
    Quote(&'r QuoteEntry),
    Fact(&'r FactEntry),
    Event(&'r TimelineEntry),
    Essential(&'r EssentialEntry),
}

/// A report beside its text.
pub(crate) struct Found<'r> {
    /// In UTF-8 offsets.
    pub(crate) report: &'r Report,
    /// The text that was read.
    pub(crate) text: &'r str,
}

impl<'r> Found<'r> {
    /// Mentions, quotations, facts, events and essentials of the kinds, in this order.
    pub(crate) fn all(&self, kinds: &[String]) -> Vec<Item<'r>> {
        let wanted = |kind: &str| kinds.iter().any(|k| k == kind);
        let mentions = self.report.mentions.iter().filter(|m| wanted(m.kind)).map(Item::Mention);
        let quotes = self.report.quotes.iter().filter(|q| wanted(q.kind)).map(Item::Quote);
        let facts = self.report.facts.iter().filter(|f| wanted(f.kind)).map(Item::Fact);
        let events = self.report.timeline.iter().filter(|_| wanted("timeline")).map(Item::Event);
        let essentials = self.report.essentials.iter().filter(|_| wanted("essential")).map(Item::Essential);
        mentions.chain(quotes).chain(facts).chain(events).chain(essentials).collect()
    }

    /// The words there.
    pub(crate) fn slice(&self, start: u32, end: u32) -> &'r str {
        &self.text[start as usize..end as usize]
    }

    /// The entity's name.
    pub(crate) fn entity(&self, entity: Option<usize>) -> Option<&'r str> {
        entity.map(|e| self.report.entities[e].name.as_str())
    }

    /// The rule that found it.
    pub(crate) fn by(&self, item: &Item<'_>) -> &'static str {
        match item {
            Item::Mention(m) => m.by,
            Item::Quote(q) => q.by,
            Item::Fact(f) => f.by,
            Item::Event(e) => e.by,
            Item::Essential(e) => e.by,
        }
    }

    /// The item in the notation of the cases, every part given.
    pub(crate) fn write(&self, item: &Item<'_>) -> String {
        match item {
            Item::Mention(m) => {
                let mut out = format!("{} `{}`", m.kind, self.slice(m.start, m.end));
                if let Some(value) = &m.value {
                    out += &format!(" = {}", notation(value));
                }
                if let Some(of) = m.of {
                    out += &format!(" of `{}`", self.slice(of.start, of.end));
                }
                if let Some(name) = self.entity(m.entity) {
                    out += &format!(" → {name}");
                }
                out
            }
            Item::Quote(q) => {
                let speaker = q.speaker.as_ref();
                let name = speaker.map_or("?", |s| self.entity(s.entity).unwrap_or_else(|| self.slice(s.start, s.end)));
                let cue = q.cue.map_or("-", |c| self.slice(c.start, c.end));
                format!("{} `{}` | {name} | {cue}", q.kind, self.slice(q.start, q.end))
            }
            Item::Fact(f) => {
                let mut parts: Vec<_> = f
                    .arguments
                    .iter()
                    .map(|a| format!("{}={}", a.name, self.entity(a.entity).unwrap_or(&a.text)))
                    .collect();
                if f.modality != "asserted" {
                    parts.push(format!("modality={}", f.modality));
                }
                if let Some(when) = self.when(f) {
                    parts.push(format!("when={when}"));
                }
                format!("{}: {}", f.kind, parts.join(", "))
            }
            Item::Event(e) => {
                let date = self.report.mentions[e.date].value.as_deref().map_or_else(|| "?".to_owned(), notation);
                let hedge = if e.modality == "asserted" { String::new() } else { format!(" | {}", e.modality) };
                format!("timeline `{}` = {date}{hedge}", self.slice(e.what.start, e.what.end))
            }
            Item::Essential(e) => {
                let english = if e.en == e.fr { String::new() } else { format!(" / `{}`", e.en) };
                format!("essential `{}`{english}", e.fr)
            }
        }
    }

    /// The date of a fact.
    pub(crate) fn when(&self, fact: &FactEntry) -> Option<String> {
        fact.when.and_then(|m| self.report.mentions[m].value.as_deref()).map(notation)
    }
}

/// A value as the cases write it: `~` about, `>` at least, `<` at most, `a..b` between; then currency or unit.
pub(crate) fn notation(value: &ValueEntry) -> String {
    let number = |qualifier: &str, amount: &str, max: &Option<String>| {
        let sign = sign(qualifier);
        match max {
            Some(max) => format!("{amount}..{max}"),
            None => format!("{sign}{amount}"),
        }
    };
    match value {
        ValueEntry::Money { qualifier, amount, max, currency } => {
            format!("{} {}", number(qualifier, amount, max), currency.as_deref().unwrap_or("?"))
        }
        ValueEntry::Measure { qualifier, amount, max, unit } => format!("{} {unit}", number(qualifier, amount, max)),
        ValueEntry::Number { qualifier, amount, max } => number(qualifier, amount, max),
        ValueEntry::Date { edtf, .. } => edtf.clone().unwrap_or_else(|| "?".to_owned()),
        ValueEntry::Duration { iso, qualifier } => format!("{}{iso}", sign(qualifier)),
        ValueEntry::Time { value } => value.clone(),
    }
}

fn sign(qualifier: &str) -> &'static str {
    match qualifier {
        "about" => "~",
        "atLeast" => ">",
        "atMost" => "<",
        _ => "",
    }
}
