//! An article and what was read in it, as all exports look at it.

use crate::report::{ArgumentEntry, QuoteEntry, Range, Report, SourceEntry, ValueEntry};

/// An article and what was read in it.
///
/// ```
/// use reperes::{Options, export::{self, Article}};
///
/// let text = "« Nous signerons mardi », a déclaré Claire Morel, la ministre de la Santé.";
/// let report = reperes::read(text, &Options::new())?;
/// let article = Article { report: &report, text, url: Some("https://example.org/a") };
/// assert!(export::json_ld(&article).contains("\"jobTitle\":[\"ministre de la Santé\"]"));
/// # Ok::<(), reperes::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// As [`crate::read`] returned it: with offsets in UTF-8 bytes.
    pub report: &'a Report,
    /// The text that was read.
    pub text: &'a str,
    /// Its address, to which exports that can do so link.
    pub url: Option<&'a str>,
}

impl<'a> Article<'a> {
    /// The words there; none where the report is not about this text.
    pub(super) fn words(&self, start: u32, end: u32) -> &'a str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The words there, on one line.
    pub(crate) fn line(&self, range: Range) -> String {
        self.words(range.start, range.end).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The headline, if the article has one.
    pub(super) fn headline(&self) -> Option<String> {
        let headline = self.report.blocks.iter().find(|b| b.kind == "headline")?;
        Some(self.line(Range { start: headline.start, end: headline.end }))
    }

    /// The fullest name of an entity.
    pub(crate) fn name(&self, entity: Option<usize>) -> Option<&'a str> {
        Some(&self.report.entities.get(entity?)?.name)
    }

    /// The fullest name of an argument, else its words.
    pub(super) fn argument(&self, argument: &'a ArgumentEntry) -> String {
        let range = Range { start: argument.start, end: argument.end };
        self.name(argument.entity).map_or_else(|| self.line(range), str::to_owned)
    }

    /// Who speaks: by name, else by the words that the text has for them.
    pub(crate) fn speaker(&self, quote: &QuoteEntry) -> Option<String> {
        let speaker = quote.speaker.as_ref()?;
        let range = Range { start: speaker.start, end: speaker.end };
        Some(self.name(speaker.entity).map_or_else(|| self.line(range), str::to_owned))
    }

    /// Whom something rests on.
    pub(super) fn source(&self, source: Option<SourceEntry>) -> Option<String> {
        match source? {
            SourceEntry::Quote(quote) => self.speaker(self.report.quotes.get(quote)?),
            SourceEntry::Entity(entity) => self.name(Some(entity)).map(str::to_owned),
        }
    }

    /// The day or period of a date mention, in the Extended Date/Time Format.
    pub(super) fn date(&self, mention: Option<usize>) -> Option<&'a str> {
        match self.report.mentions.get(mention?)?.value.as_deref()? {
            ValueEntry::Date { edtf, .. } => edtf.as_deref(),
            _ => None,
        }
    }

    /// The value of the mention that stands exactly there.
    pub(super) fn value(&self, start: u32, end: u32) -> Option<&'a ValueEntry> {
        let mentions = &self.report.mentions;
        let mention = mentions.get(mentions.partition_point(|m| m.start < start))?;
        (mention.start == start && mention.end == end).then_some(mention.value.as_deref())?
    }
}
