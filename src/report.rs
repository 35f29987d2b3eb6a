//! The report: what reading an article returns, as plain owned data. This is the public contract.
//!
//! In Rust all offsets are UTF-8 bytes of the text that was read; [`Report::to_utf16`] gives the same report in UTF-16 code units, which is
//! what goes over the wire. Ids are indices into the lists of the report. Amounts are decimal strings.

#[cfg(feature = "from-json")]
mod back;
mod figures;
mod notes;
mod offsets;
mod order;
mod told;

use serde::Serialize;

#[cfg(feature = "from-json")]
pub(crate) use self::back::Bytes;
use self::order::Order;
use self::told::Told;
pub use self::told::{EssentialEntry, TimelineEntry};
use crate::facts::{self, Facts, Modality};
use crate::links::{Anchor, Gender, Links};
use crate::mentions::{Kind, Mentions};
use crate::quotes::{self, Quote, QuoteKind, RoleClass, VoiceKind};
use crate::text::Span;
use crate::tokens::{BlockKind, Tokens};
use crate::values::{Amount, Qualifier, Value};

/// The version of the contract; a rename or a removal raises it.
pub const VERSION: u32 = 1;

/// What reading an article returns.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "from-json", derive(serde::Deserialize), serde(bound(deserialize = "'de: 'static")))]
pub struct Report {
    /// The version of this contract.
    pub version: u32,
    /// What the text seems to be written in: an ISO 639-1 code, or `und`.
    pub language: String,
    /// The day (`2025-02-11`) or month (`2025-02`) of publication: given by the caller, else found in the text.
    pub published: Option<String>,
    /// Every line of the text that holds more than white space, in order.
    pub blocks: Vec<BlockEntry>,
    /// The sentences, in order.
    pub sentences: Vec<SentenceEntry>,
    /// Names and values, in order; none overlaps another.
    pub mentions: Vec<MentionEntry>,
    /// What the names name, most salient first.
    pub entities: Vec<EntityEntry>,
    /// Quotations and reported speech, in order.
    pub quotes: Vec<QuoteEntry>,
    /// Whose words the quotations are, whoever has most first.
    pub voices: Vec<VoiceEntry>,
    /// What the article states, each told once.
    pub facts: Vec<FactEntry>,
    /// What happened when, in order of time; of one day in the order of the text.
    pub timeline: Vec<TimelineEntry>,
    /// The five to seven things to know, most important first; fewer where the article has no more.
    pub essentials: Vec<EssentialEntry>,
    /// What the reader should know about the reading: 300 notes at most.
    pub notes: Vec<NoteEntry>,
    /// How long reading took, in milliseconds; only where a clock is at hand, that is in a browser or in Node.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub elapsed_ms: Option<f64>,
}

/// One line of the text, or a piece of one: what is no part of it, as a link or a credit, and a heading that ran into it stand apart.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "from-json", derive(serde::Deserialize))]
pub struct BlockEntry {
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// `headline`, `standfirst`, `byline`, `dateline`, `subhead`, `paragraph`, `listItem`, `caption`, `noise`.
    #[cfg_attr(
        feature = "typescript",
        ts(
            type = "\"headline\" | \"standfirst\" | \"byline\" | \"dateline\" | \"subhead\" | \"paragraph\" | \"listItem\" | \"caption\" | \"noise\""
        )
    )]
    pub kind: &'static str,
    /// The earlier block that this one repeats.
    pub repeat_of: Option<usize>,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "from-json", derive(serde::Deserialize))]
pub struct SentenceEntry {
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Its block.
    pub block: usize,
    /// Whether the article itself says so: `asserted`, `reported`, `conditional`, `negated`.
    #[cfg_attr(feature = "typescript", ts(type = "\"asserted\" | \"reported\" | \"conditional\" | \"negated\""))]
    pub modality: &'static str,
    /// The quotation that most of a reported sentence belongs to.
    pub quote: Option<usize>,
}

/// A half-open stretch of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "from-json", derive(serde::Deserialize))]
pub struct Range {
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

/// A name or a value.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "from-json", derive(serde::Deserialize))]
pub struct MentionEntry {
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Names: `person`, `organisation`, `place`, `event`, `work`. Values: `money`, `percent`, `quantity`, `count`, `date`, `time`, `duration`.
    #[cfg_attr(
        feature = "typescript",
        ts(
            type = "\"person\" | \"organisation\" | \"place\" | \"event\" | \"work\" | \"money\" | \"percent\" | \"quantity\" | \"count\" | \"date\" | \"time\" | \"duration\""
        )
    )]
    pub kind: &'static str,
    /// The entity that a name names.
    pub entity: Option<usize>,
    /// The normal form of a value; apart, since most mentions are names and have none.
    pub value: Option<Box<ValueEntry>>,
    /// What a value counts or pays for.
    pub of: Option<Range>,
    /// The rule or model that found it.
    pub by: &'static str,
    /// How sure it is, 0 to 1.
    pub score: f32,
}

/// The normal form of a value; its fields depend on the kind of the mention.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum ValueEntry {
    /// Of a money amount.
    Money {
        /// `exact`, `about`, `atLeast`, `atMost`, `between`.
        qualifier: &'static str,
        /// The amount in full, a decimal string.
        amount: String,
        /// The upper end of a range.
        max: Option<String>,
        /// ISO 4217; null where the text does not tell which dollar or franc.
        currency: Option<String>,
    },
    /// Of a quantity, and of percentage points (`unit` is then `pt`).
    Measure {
        /// `exact`, `about`, `atLeast`, `atMost`, `between`.
        qualifier: &'static str,
        /// A decimal string.
        amount: String,
        /// The upper end of a range.
        max: Option<String>,
        /// SI or customary symbol.
        unit: String,
    },
    /// Of a count or percentage.
    Number {
        /// `exact`, `about`, `atLeast`, `atMost`, `between`.
        qualifier: &'static str,
        /// A decimal string.
        amount: String,
        /// The upper end of a range.
        max: Option<String>,
    },
    /// Of a date.
    Date {
        /// Extended Date/Time Format, after resolution; null where it can't be resolved.
        edtf: Option<String>,
        /// First day, `YYYY-MM-DD`; null when open or unknown.
        start: Option<String>,
        /// Last day; null when open or unknown.
        end: Option<String>,
        /// `calendar`, `published`, `narrated`: what it was counted from; null where it can't be resolved.
        anchor: Option<&'static str>,
    },
    /// Of a duration.
    Duration {
        /// ISO 8601.
        iso: String,
        /// `exact`, `about`, `atLeast`, `atMost`.
        qualifier: &'static str,
    },
    /// Of a time of the day.
    Time {
        /// `HH:MM`; of a stretch both ends, `09:00..11:00`.
        value: String,
    },
}

/// Someone or something that the article names.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "from-json", derive(serde::Deserialize))]
pub struct EntityEntry {
    /// `person`, `organisation`, `place`, `event`, `work`.
    #[cfg_attr(feature = "typescript", ts(type = "\"person\" | \"organisation\" | \"place\" | \"event\" | \"work\""))]
    pub kind: &'static str,
    /// The fullest form in the article; of a person's two names the usual one.
    pub name: String,
    /// The other forms, in order of appearance.
    pub aliases: Vec<String>,
    /// `m`, `f`; null where nothing tells it.
    #[cfg_attr(feature = "typescript", ts(type = "\"m\" | \"f\" | null"))]
    pub gender: Option<&'static str>,
    /// 0 to 1; entities come most salient first.
    pub salience: f32,
    /// Its mentions, in order.
    pub mentions: Vec<usize>,
    /// Its Wikidata id, where one is known.
    pub wikidata: Option<String>,
}

/// A quotation or reported speech.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "from-json", derive(serde::Deserialize))]
pub struct QuoteEntry {
    /// Where the content begins, without its mark.
    pub start: u32,
    /// Where the content ends.
    pub end: u32,
    /// `direct`, `indirect`, `mixed`.
    #[cfg_attr(feature = "typescript", ts(type = "\"direct\" | \"indirect\" | \"mixed\""))]
    pub kind: &'static str,
    /// Who speaks.
    pub speaker: Option<SpeakerEntry>,
    /// The verb or marker.
    pub cue: Option<Range>,
    /// The rule that found it.
    pub by: &'static str,
    /// How sure it is, 0 to 1.
    pub score: f32,
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "from-json", derive(serde::Deserialize))]
pub struct SpeakerEntry {
    /// The entity, if resolved.
    pub entity: Option<usize>,
    /// Where the words that name the speaker begin.
    pub start: u32,
    /// Where they end.
    pub end: u32,
}

/// Someone whose words the article gives.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "from-json", derive(serde::Deserialize))]
pub struct VoiceEntry {
    /// The entity; null for those without a name.
    pub entity: Option<usize>,
    /// Those without a name as the text calls them first; null with an entity, and for words of which the text does not say whose they are.
    pub text: Option<String>,
    /// `person`, `body` (an institution, a company, a country), `document`, `unknown`.
    #[cfg_attr(feature = "typescript", ts(type = "\"person\" | \"body\" | \"document\" | \"unknown\""))]
    pub kind: &'static str,
    /// `m` or `f`, of people, where a given name, a title or agreement shows it.
    #[cfg_attr(feature = "typescript", ts(type = "\"m\" | \"f\" | null"))]
    pub gender: Option<&'static str>,
    /// In what role they speak, where their words, their title or their name tell: `politics`, `administration` (of the state), `justice` (police and rescuers too),
    /// `business`, `society` (unions and associations), `science` (teaching and medicine too), `culture`, `sport`, `media`, `religion`, `citizen` (for nobody but
    /// themselves); null where nothing tells.
    #[cfg_attr(
        feature = "typescript",
        ts(
            type = "\"politics\" | \"administration\" | \"justice\" | \"business\" | \"society\" | \"science\" | \"culture\" | \"sport\" | \"media\" | \"religion\" | \"citizen\" | null"
        )
    )]
    pub role: Option<&'static str>,
    /// How many quotations and reports.
    pub quotes: usize,
    /// How many words they hold together; words inside another quotation count for the one around it.
    pub words: usize,
}

/// Something that the article states.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "from-json", derive(serde::Deserialize))]
pub struct FactEntry {
    /// `role`, `founded`, `acquisition`, `ownership`, `membership`, `appointment`, `death`, `victory`, `defeat`, `accusation`,
    /// `figure`, `figureCheck`.
    #[cfg_attr(
        feature = "typescript",
        ts(
            type = "\"role\" | \"founded\" | \"acquisition\" | \"ownership\" | \"membership\" | \"appointment\" | \"death\" | \"victory\" | \"defeat\" | \"accusation\" | \"figure\" | \"figureCheck\""
        )
    )]
    pub kind: &'static str,
    /// About whom and what.
    pub arguments: Vec<ArgumentEntry>,
    /// The words that prove it.
    pub evidence: Range,
    /// Other places that state the same.
    pub also_at: Vec<Range>,
    /// The date mention that says when.
    pub when: Option<usize>,
    /// `asserted`, `reported`, `planned`, `conditional`, `negated`.
    #[cfg_attr(
        feature = "typescript",
        ts(type = "\"asserted\" | \"reported\" | \"planned\" | \"conditional\" | \"negated\"")
    )]
    pub modality: &'static str,
    /// Whom the fact rests on.
    pub source: Option<SourceEntry>,
    /// The rule that found it.
    pub by: &'static str,
    /// How sure it is, 0 to 1.
    pub score: f32,
}

/// One part of a fact.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "from-json", derive(serde::Deserialize))]
pub struct ArgumentEntry {
    /// The part it plays: `person`, `role`, `organisation`…
    pub name: &'static str,
    /// The entity, if it is one.
    pub entity: Option<usize>,
    /// Where its words begin.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// Its words.
    pub text: String,
}

/// Whom or what a fact rests on: a quotation or an entity.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "from-json", derive(serde::Deserialize))]
pub enum SourceEntry {
    /// Index of the quotation.
    Quote(usize),
    /// Index of the entity.
    Entity(usize),
}

/// What the reader should know about the reading; never an error.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "from-json", derive(serde::Deserialize))]
pub struct NoteEntry {
    /// `noPublicationDate`, `notFrench`, `unclosedQuotation`, `unopenedQuotation`, `doubledQuotation`, `figureCheck`, `weekdayMismatch`.
    pub code: &'static str,
    /// Where it applies.
    pub start: u32,
    /// Where that ends.
    pub end: u32,
    /// In French, for people.
    pub message: String,
}

impl Report {
    /// Puts the layers' results into the contract.
    pub(crate) fn assemble(
        tokens: &Tokens<'_>,
        mentions: &Mentions,
        links: &Links,
        quotes: &[Quote],
        facts: &Facts,
    ) -> Self {
        let range = |span: Span| Range { start: span.start, end: span.end };
        let text = tokens.text();
        let order = Order::of(links, quotes);
        let id = |entity: usize| order.id(entity);
        let source = |source| match source {
            facts::Source::Quote(q) => SourceEntry::Quote(q),
            facts::Source::Entity(e) => SourceEntry::Entity(id(e)),
        };
        let told = Told { tokens, links, quotes, facts, source: &source };
        Self {
            version: VERSION,
            language: tokens.language().to_owned(),
            published: links.published().map(|p| p.to_string()),
            blocks: tokens
                .blocks()
                .iter()
                .map(|b| BlockEntry {
                    start: b.span.start,
                    end: b.span.end,
                    kind: block_kind(b.kind),
                    repeat_of: b.repeat_of,
                })
                .collect(),
            sentences: tokens
                .sentences()
                .iter()
                .zip(quotes::standings(tokens, quotes))
                .map(|(s, standing)| {
                    let span = tokens.span(s.tokens);
                    SentenceEntry {
                        start: span.start,
                        end: span.end,
                        block: s.block,
                        modality: modality(standing.modality),
                        quote: standing.quote,
                    }
                })
                .collect(),
            mentions: mentions
                .list()
                .iter()
                .enumerate()
                .map(|(index, m)| MentionEntry {
                    start: m.span.start,
                    end: m.span.end,
                    // A festival's or storm's name alone looks like a place or person: elsewhere the article says what it is.
                    kind: kind(match links.entity_of(index) {
                        Some(e) if links.entities()[e].kind == Kind::Event => Kind::Event,
                        _ => m.kind,
                    }),
                    entity: links.entity_of(index).map(id),
                    value: m.value.as_ref().map(|v| Box::new(value(v, links, index))),
                    of: m.of.map(range),
                    by: m.by,
                    score: m.score,
                })
                .collect(),
            entities: order
                .entities()
                .map(|(index, salience)| (&links.entities()[index], salience))
                .map(|(e, salience)| EntityEntry {
                    kind: kind(e.kind),
                    name: e.name.clone(),
                    aliases: e.aliases.clone(),
                    gender: e.gender.map(gender),
                    salience,
                    mentions: e.mentions.clone(),
                    wikidata: None,
                })
                .collect(),
            quotes: quotes
                .iter()
                .map(|q| QuoteEntry {
                    start: q.span.start,
                    end: q.span.end,
                    kind: match q.kind {
                        QuoteKind::Direct => "direct",
                        QuoteKind::Indirect => "indirect",
                        QuoteKind::Mixed => "mixed",
                    },
                    speaker: q.speaker.map(|s| SpeakerEntry {
                        entity: s.entity.map(id),
                        start: s.span.start,
                        end: s.span.end,
                    }),
                    cue: q.cue.map(range),
                    by: q.by,
                    score: q.score,
                })
                .collect(),
            voices: quotes::voices(tokens, mentions, links, quotes)
                .iter()
                .map(|v| VoiceEntry {
                    entity: v.entity.map(id),
                    text: v.span.map(|span| text.slice(span).to_owned()),
                    kind: match v.kind {
                        VoiceKind::Person => "person",
                        VoiceKind::Body => "body",
                        VoiceKind::Document => "document",
                        VoiceKind::Unknown => "unknown",
                    },
                    gender: v.gender.map(gender),
                    role: v.role.map(RoleClass::name),
                    quotes: v.quotes,
                    words: v.words,
                })
                .collect(),
            facts: facts
                .list
                .iter()
                .map(|f| FactEntry {
                    kind: told::fact_kind(f.kind),
                    arguments: f
                        .arguments
                        .iter()
                        .map(|a| ArgumentEntry {
                            name: a.name,
                            entity: a.entity.map(id),
                            start: a.span.start,
                            end: a.span.end,
                            text: text.slice(a.span).to_owned(),
                        })
                        .collect(),
                    evidence: range(f.evidence),
                    also_at: f.also_at.iter().copied().map(range).collect(),
                    when: f.when,
                    modality: modality(f.modality),
                    source: f.source.map(source),
                    by: f.by,
                    score: f.score,
                })
                .collect(),
            timeline: told.timeline(),
            essentials: told.essentials(),
            notes: figures::noted(tokens, &facts.list, notes::all(tokens, mentions, links)),
            elapsed_ms: None,
        }
    }
}

fn gender(gender: Gender) -> &'static str {
    match gender {
        Gender::Masculine => "m",
        Gender::Feminine => "f",
    }
}

fn block_kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Standfirst => "standfirst",
        BlockKind::Byline => "byline",
        BlockKind::Dateline => "dateline",
        BlockKind::Subhead => "subhead",
        BlockKind::Paragraph => "paragraph",
        BlockKind::ListItem => "listItem",
        BlockKind::Caption => "caption",
        BlockKind::Noise => "noise",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "person",
        Kind::Organisation => "organisation",
        Kind::Place => "place",
        Kind::Event => "event",
        Kind::Work => "work",
        Kind::Money => "money",
        Kind::Percent => "percent",
        Kind::Quantity => "quantity",
        Kind::Count => "count",
        Kind::Date => "date",
        Kind::Time => "time",
        Kind::Duration => "duration",
    }
}

fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Asserted => "asserted",
        Modality::Reported => "reported",
        Modality::Planned => "planned",
        Modality::Conditional => "conditional",
        Modality::Negated => "negated",
    }
}

fn qualifier(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "exact",
        Qualifier::About => "about",
        Qualifier::AtLeast => "atLeast",
        Qualifier::AtMost => "atMost",
        Qualifier::Between => "between",
    }
}

/// The wire form of `value`, which mention `mention` has.
fn value(value: &Value, links: &Links, mention: usize) -> ValueEntry {
    let parts = |a: &Amount| (qualifier(a.qualifier), a.amount.to_string(), a.max.map(|m| m.to_string()));
    match value {
        Value::Money(amount, currency) => {
            let (qualifier, amount, max) = parts(amount);
            ValueEntry::Money { qualifier, amount, max, currency: currency.map(str::to_owned) }
        }
        Value::Percent(amount, points) => {
            let (qualifier, amount, max) = parts(amount);
            if *points {
                ValueEntry::Measure { qualifier, amount, max, unit: "pt".to_owned() }
            } else {
                ValueEntry::Number { qualifier, amount, max }
            }
        }
        Value::Quantity(amount, unit) => {
            let (qualifier, amount, max) = parts(amount);
            ValueEntry::Measure { qualifier, amount, max, unit: unit.clone() }
        }
        Value::Count(amount) => {
            let (qualifier, amount, max) = parts(amount);
            ValueEntry::Number { qualifier, amount, max }
        }
        Value::Date(_) => {
            let date = links.date_of(mention);
            ValueEntry::Date {
                edtf: date.map(|d| d.edtf.clone()),
                start: date.and_then(|d| d.start).map(day),
                end: date.and_then(|d| d.end).map(day),
                anchor: date.map(|d| match d.anchor {
                    Anchor::Calendar => "calendar",
                    Anchor::Published => "published",
                    Anchor::Narrated => "narrated",
                }),
            }
        }
        Value::Time(from, to) => {
            let clock = |(hour, minute): (u8, u8)| format!("{hour:02}:{minute:02}");
            ValueEntry::Time { value: to.map_or_else(|| clock(*from), |to| format!("{}..{}", clock(*from), clock(to))) }
        }
        Value::Duration(iso, how) => ValueEntry::Duration { iso: iso.clone(), qualifier: qualifier(*how) },
    }
}

fn day(date: time::Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}
