//! A report as a person reads it in a terminal: each sentence with what was found in it and by which rule, then the
//! quotations with their speakers, the facts, the entities and the notes.

use std::fmt::Write;

use reperes::Report;
use reperes::report::{
    ArgumentEntry, EssentialEntry, FactEntry, MentionEntry, QuoteEntry, SourceEntry, TimelineEntry, ValueEntry,
};

/// The view of `report`, whose offsets are bytes of `text`.
pub(crate) fn of(text: &str, report: &Report) -> String {
    View { text, report, out: String::new() }.write()
}

struct View<'a> {
    text: &'a str,
    report: &'a Report,
    out: String,
}

impl View<'_> {
    fn write(mut self) -> String {
        let published = self.report.published.as_deref().unwrap_or("unknown");
        self.line(0, format_args!("language {}, published {published}", self.report.language));
        self.sentences();
        self.section("quotations", |view, quotes| quotes.iter().for_each(|q| view.quote(q)), &self.report.quotes);
        self.section("facts", |view, facts| facts.iter().for_each(|f| view.fact(f)), &self.report.facts);
        self.section("timeline", |view, events| events.iter().for_each(|e| view.event(e)), &self.report.timeline);
        self.section("essentials", |view, lines| lines.iter().for_each(|l| view.essential(l)), &self.report.essentials);
        self.section("entities", |view, _| view.entities(), &self.report.entities);
        self.section("notes", |view, _| view.notes(), &self.report.notes);
        self.out
    }

    /// The blocks in order; a block without sentences is shown by its kind and words.
    fn sentences(&mut self) {
        let mut sentences = self.report.sentences.iter().peekable();
        let mut mentions = self.report.mentions.iter().peekable();
        for (index, block) in self.report.blocks.iter().enumerate() {
            let repeats = block.repeat_of.map(|other| format!(", repeats block {other}")).unwrap_or_default();
            self.line(0, format_args!("\n[{index}] {}{repeats}", block.kind));
            let mut shown = false;
            while let Some(sentence) = sentences.next_if(|s| s.block <= index) {
                shown = true;
                let words = self.words(sentence.start, sentence.end);
                self.line(1, words);
                while let Some(mention) = mentions.next_if(|m| m.start < sentence.end) {
                    self.mention(mention);
                }
            }
            if !shown {
                let words = self.words(block.start, block.end);
                self.line(1, words);
            }
        }
    }

    fn mention(&mut self, mention: &MentionEntry) {
        let words = self.words(mention.start, mention.end);
        let normal = match (&mention.value, mention.entity) {
            (Some(value), _) => normal_form(value),
            (None, Some(entity)) => self.entity(entity),
            (None, None) => "–".to_owned(),
        };
        let of = mention.of.map(|of| format!(" of “{}”", self.words(of.start, of.end))).unwrap_or_default();
        let (kind, by, score) = (mention.kind, mention.by, mention.score);
        self.line(2, format_args!("{kind:<12} {words:<32} = {normal}{of}  ({by} {score:.2})"));
    }

    fn quote(&mut self, quote: &QuoteEntry) {
        let speaker = match &quote.speaker {
            Some(speaker) => {
                let words = self.words(speaker.start, speaker.end);
                match speaker.entity {
                    Some(entity) => format!("{} (“{words}”)", self.entity(entity)),
                    None => format!("“{words}”"),
                }
            }
            None => "unknown".to_owned(),
        };
        let cue = quote.cue.map(|cue| format!(", cue “{}”", self.words(cue.start, cue.end))).unwrap_or_default();
        self.line(1, format_args!("{speaker}{cue}, {}  ({} {:.2})", quote.kind, quote.by, quote.score));
        let words = self.words(quote.start, quote.end);
        self.line(2, words);
    }

    fn fact(&mut self, fact: &FactEntry) {
        let argument = |a: &ArgumentEntry| {
            let named = a.entity.map(|e| self.entity(e)).filter(|name| *name != a.text);
            let named = named.map(|name| format!(" = {name}")).unwrap_or_default();
            format!("{}: {}{named}", a.name, one_line(&a.text))
        };
        let arguments: Vec<String> = fact.arguments.iter().map(argument).collect();
        let mut also = String::new();
        if fact.modality != "asserted" {
            write!(also, ", {}", fact.modality).expect("a string takes everything");
        }
        match fact.source {
            Some(SourceEntry::Quote(quote)) => write!(also, ", from quotation {quote}"),
            Some(SourceEntry::Entity(entity)) => write!(also, ", from {}", self.entity(entity)),
            None => Ok(()),
        }
        .expect("a string takes everything");
        if let Some(date) = fact.when.map(|when| &self.report.mentions[when]) {
            write!(also, ", {}", self.words(date.start, date.end)).expect("a string takes everything");
        }
        if !fact.also_at.is_empty() {
            write!(also, ", told {} times", fact.also_at.len() + 1).expect("a string takes everything");
        }
        self.line(1, format_args!("{}  {}{also}  ({} {:.2})", fact.kind, arguments.join(" · "), fact.by, fact.score));
        let words = self.words(fact.evidence.start, fact.evidence.end);
        self.line(2, format_args!("“{words}”"));
    }

    fn event(&mut self, event: &TimelineEntry) {
        let date = self.report.mentions[event.date].value.as_deref().map_or_else(String::new, normal_form);
        let hedge = if event.modality == "asserted" { String::new() } else { format!(", {}", event.modality) };
        let (by, score, what) = (event.by, event.score, self.words(event.what.start, event.what.end));
        self.line(1, format_args!("{date:<24} {what}{hedge}  ({by} {score:.2})"));
    }

    fn essential(&mut self, essential: &EssentialEntry) {
        let hedge = if essential.modality == "asserted" { String::new() } else { format!(", {}", essential.modality) };
        let (by, score) = (essential.by, essential.score);
        self.line(1, format_args!("{}{hedge}  ({by} {score:.2})", essential.fr));
        if essential.en != essential.fr {
            self.line(2, essential.en.as_str());
        }
    }

    fn entities(&mut self) {
        for (index, entity) in self.report.entities.iter().enumerate() {
            let gender = entity.gender.map(|gender| format!(" ({gender})")).unwrap_or_default();
            let aliases =
                if entity.aliases.is_empty() { String::new() } else { format!(", also {}", entity.aliases.join(", ")) };
            let (kind, times, name) = (entity.kind, entity.mentions.len(), &entity.name);
            self.line(
                1,
                format_args!("{index:>3} {kind:<12} {:.2} ×{times:<3} {name}{gender}{aliases}", entity.salience),
            );
        }
    }

    fn notes(&mut self) {
        for note in &self.report.notes {
            let words = self.words(note.start, note.end);
            self.line(1, format_args!("{}: {} “{}”", note.code, note.message, shortened(&words)));
        }
    }

    /// A headed list, left out when it is empty.
    fn section<T>(&mut self, title: &str, write: impl FnOnce(&mut Self, &[T]), list: &[T]) {
        if !list.is_empty() {
            self.line(0, format_args!("\n{title}"));
            write(self, list);
        }
    }

    fn entity(&self, index: usize) -> String {
        self.report.entities[index].name.clone()
    }

    fn words(&self, start: u32, end: u32) -> String {
        one_line(&self.text[start as usize..end as usize])
    }

    fn line(&mut self, depth: usize, words: impl std::fmt::Display) {
        writeln!(self.out, "{:1$}{words}", "", depth * 4).expect("a string takes everything");
    }
}

/// White space as single spaces.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first words of a long stretch.
fn shortened(words: &str) -> String {
    /// About a line of a terminal.
    const MOST: usize = 60;
    match words.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", words[..at].trim_end()),
        None => words.to_owned(),
    }
}

/// A value in one line, in the notation that annotators use: `~` about, `>` at least, `<` at most, `a..b` between.
fn normal_form(value: &ValueEntry) -> String {
    let number = |qualifier: &str, amount: &str, max: &Option<String>| match (max, qualifier) {
        (Some(max), _) => format!("{amount}..{max}"),
        (None, "about") => format!("~{amount}"),
        (None, "atLeast") => format!(">{amount}"),
        (None, "atMost") => format!("<{amount}"),
        (None, _) => amount.to_owned(),
    };
    match value {
        ValueEntry::Money { qualifier, amount, max, currency } => {
            format!("{} {}", number(qualifier, amount, max), currency.as_deref().unwrap_or("?"))
        }
        ValueEntry::Measure { qualifier, amount, max, unit } => format!("{} {unit}", number(qualifier, amount, max)),
        ValueEntry::Number { qualifier, amount, max } => number(qualifier, amount, max),
        ValueEntry::Date { edtf, anchor, .. } => match (edtf, anchor) {
            (Some(edtf), Some(anchor)) => format!("{edtf} ({anchor})"),
            (Some(edtf), None) => edtf.clone(),
            (None, _) => "?".to_owned(),
        },
        ValueEntry::Duration { iso, qualifier } => number(qualifier, iso, &None),
        ValueEntry::Time { value } => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_one_line() {
        let money = ValueEntry::Money {
            qualifier: "about",
            amount: "97400000000".to_owned(),
            max: None,
            currency: Some("EUR".to_owned()),
        };
        assert_eq!(normal_form(&money), "~97400000000 EUR");
        let range = ValueEntry::Number { qualifier: "between", amount: "3".to_owned(), max: Some("5".to_owned()) };
        assert_eq!(normal_form(&range), "3..5");
        assert_eq!(normal_form(&ValueEntry::Duration { iso: "P2D".to_owned(), qualifier: "atLeast" }), ">P2D");
    }

    #[test]
    fn long_stretches_are_shortened_between_characters() {
        assert_eq!(shortened("été"), "été");
        assert_eq!(shortened(&"é".repeat(61)), format!("{}…", "é".repeat(60)));
    }
}
