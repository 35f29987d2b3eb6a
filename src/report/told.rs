//! What happened when, and what matters most, in the contract: the timeline and the essentials.

use std::iter::once;

use serde::Serialize;

use super::{Range, SourceEntry, modality};
use crate::facts::{Argument, Essential, Event, Fact, FactKind, Facts, Line, Piece, Source};
use crate::links::Links;
use crate::mentions::Kind;
use crate::quotes::{Quote, Speaker};
use crate::text::{Span, fold, is_one_of, upper};
use crate::tokens::Tokens;

/// Something that happened, or will, on a day or in a period.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "from-json", derive(serde::Deserialize))]
pub struct TimelineEntry {
    /// Index of the date mention, whose value has first and last day; one of the two may be open.
    pub date: usize,
    /// The words that say what happened: a clause, or a noun with what describes it.
    pub what: Range,
    /// Indices of the facts that these words tell, figures among them, roles not.
    pub facts: Vec<usize>,
    /// `asserted`, `reported`, `planned`, `conditional`, `negated`.
    #[cfg_attr(
        feature = "typescript",
        ts(type = "\"asserted\" | \"reported\" | \"planned\" | \"conditional\" | \"negated\"")
    )]
    pub modality: &'static str,
    /// Whom it rests on.
    pub source: Option<SourceEntry>,
    /// The rule that found it.
    pub by: &'static str,
    /// How sure it is, 0 to 1.
    pub score: f32,
}

/// One of the five to seven things to know.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "from-json", derive(serde::Deserialize))]
pub struct EssentialEntry {
    /// `clause`, `quote`, `figure`.
    #[cfg_attr(feature = "typescript", ts(type = "\"clause\" | \"quote\" | \"figure\""))]
    pub kind: &'static str,
    /// The line for a reader of French.
    pub fr: String,
    /// The line for a reader of English: the words of the article stay French, those around them are English.
    pub en: String,
    /// The words that prove it.
    pub evidence: Range,
    /// The fact that a figure is.
    pub fact: Option<usize>,
    /// `asserted`, `reported`, `planned`, `conditional`, `negated`.
    #[cfg_attr(
        feature = "typescript",
        ts(type = "\"asserted\" | \"reported\" | \"planned\" | \"conditional\" | \"negated\"")
    )]
    pub modality: &'static str,
    /// Whom it rests on.
    pub source: Option<SourceEntry>,
    /// The rule that found it.
    pub by: &'static str,
    /// How important it is beside the first line, 0 to 1.
    pub score: f32,
}

/// Brings both lists into the contract.
pub(super) struct Told<'a, 't> {
    pub(super) tokens: &'a Tokens<'t>,
    pub(super) links: &'a Links,
    pub(super) quotes: &'a [Quote],
    pub(super) facts: &'a Facts,
    /// Whom or what a source is, in the ids of the report.
    pub(super) source: &'a dyn Fn(Source) -> SourceEntry,
}

impl Told<'_, '_> {
    pub(super) fn timeline(&self) -> Vec<TimelineEntry> {
        let entry = |e: &Event| TimelineEntry {
            date: e.date,
            what: range(e.what),
            facts: e.facts.clone(),
            modality: modality(e.modality),
            source: e.source.map(self.source),
            by: e.by,
            score: e.score,
        };
        self.facts.timeline.iter().map(entry).collect()
    }

    pub(super) fn essentials(&self) -> Vec<EssentialEntry> {
        self.facts.essentials.iter().map(|e| self.essential(e)).collect()
    }

    fn essential(&self, essential: &Essential) -> EssentialEntry {
        let (kind, [fr, en]) = match &essential.line {
            Line::Clause(pieces) => ("clause", self.clause(pieces, essential.source)),
            Line::Quote(who, span) => ("quote", {
                let (who, words) = (self.piece(*who), self.words(*span));
                [format!("{who}\u{a0}: «\u{a0}{words}\u{a0}»"), format!("{who}: “{words}”")]
            }),
            Line::Figure(fact) => ("figure", self.figure(&self.facts.list[*fact])),
        };
        EssentialEntry {
            kind,
            fr: capitalised(&fr),
            en: capitalised(&en),
            evidence: range(essential.evidence),
            fact: if let Line::Figure(fact) = essential.line { Some(fact) } else { None },
            modality: modality(essential.modality),
            source: essential.source.map(self.source),
            by: essential.by(),
            score: (essential.score * 100.0).round() / 100.0,
        }
    }

    /// The words there, on one line, without the space that some newspapers leave before a comma.
    fn words(&self, span: Span) -> String {
        let words: Vec<&str> = self.tokens.text().slice(span).split_whitespace().collect();
        words.join(" ").replace(" ,", ",").replace(" .", ".")
    }

    fn piece(&self, piece: Piece) -> String {
        match piece {
            Piece::Words(span) => self.words(span),
            Piece::Name(entity) => self.links.entities()[entity].name.clone(),
        }
    }

    /// The pieces, and who says so.
    fn clause(&self, pieces: &[Piece], source: Option<Source>) -> [String; 2] {
        let line = pieces.iter().map(|&p| self.piece(p)).collect::<Vec<_>>().join(" ").replace(" ,", ",");
        let speaker = match source {
            Some(Source::Quote(quote)) => match self.quotes[quote].speaker {
                Some(speaker) => self.speaker(speaker),
                None => return [format!("{line} (selon une source)"), format!("{line} (according to a source)")],
            },
            _ => None,
        };
        // Who is named in the line already needs no second naming.
        match speaker.filter(|s| !line.contains(s.as_str())) {
            Some(speaker) => [format!("{line} (selon {speaker})"), format!("{line} (according to {speaker})")],
            None => [line.clone(), line],
        }
    }

    /// Who speaks, with the article that the text has before it: `le ministère de la Santé`.
    fn speaker(&self, speaker: Speaker) -> Option<String> {
        let entity = speaker.entity.map(|e| &self.links.entities()[e]);
        let words = self.words(speaker.span);
        if let Some(entity) = entity.filter(|e| e.kind == Kind::Person || is_pronoun(&words)) {
            return Some(entity.name.clone());
        }
        let first = self.tokens.at_byte(speaker.span.start);
        let article = match first.checked_sub(1).map_or("", |at| self.tokens.folded(at)) {
            "le" | "du" | "au" => "le ",
            "la" => "la ",
            "l'" => "l'",
            "les" | "des" | "aux" => "les ",
            _ => "",
        };
        (!is_pronoun(&words)).then(|| format!("{article}{words}"))
    }

    /// `Chiffre d'affaires : 12 millions d'euros, en hausse de 3 % sur un an (contre 11 en 2018)`.
    fn figure(&self, fact: &Fact) -> [String; 2] {
        let argument = |name: &str| fact.arguments.iter().find(|a| a.name == name);
        let words = |name: &str| argument(name).map(|a: &Argument| self.words(a.span));
        let (measure, amount) = (words("measure").unwrap_or_default(), words("amount").unwrap_or_default());
        let change = words("change");
        let [mut fr, mut en] = match &change {
            Some(change) if fact.by == "figure.change" => {
                let falls = FALLING.iter().any(|f| fold(change).starts_with(f));
                let (fr, en) = if falls { ("baisse", "down") } else { ("hausse", "up") };
                let de = if fold(&amount).starts_with(['e', 'u', 'o', 'à', 'a']) { "d'" } else { "de " };
                [format!("{measure}\u{a0}: en {fr} {de}{amount}"), format!("{measure}: {en} {amount}")]
            }
            Some(change) => [format!("{measure}\u{a0}: {amount}, {change}"), format!("{measure}: {amount}, {change}")],
            None => [format!("{measure}\u{a0}: {amount}"), format!("{measure}: {amount}")],
        };
        if let Some(compared) = argument("compared") {
            let span = argument("since").map_or(compared.span, |since| compared.span.cover(since.span));
            let words = self.words(span);
            fr += &format!(" (contre {words})");
            en += &format!(" (against {words})");
        }
        [fr, en]
    }
}

/// Beginnings of the words by which something falls; all others of a move say that it rises.
const FALLING: [&str; 14] = [
    "baiss",
    "abaiss",
    "rédui",
    "recul",
    "chut",
    "repli",
    "diminu",
    "perte",
    "réduction",
    "effondr",
    "contraction",
    "céd",
    "tomb",
    "perd",
];

/// The name of a kind of fact.
pub(super) fn fact_kind(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Role => "role",
        FactKind::Founded => "founded",
        FactKind::Acquisition => "acquisition",
        FactKind::Ownership => "ownership",
        FactKind::Membership => "membership",
        FactKind::Appointment => "appointment",
        FactKind::Death => "death",
        FactKind::Victory => "victory",
        FactKind::Defeat => "defeat",
        FactKind::Accusation => "accusation",
        FactKind::Figure => "figure",
        FactKind::FigureCheck => "figureCheck",
    }
}

fn is_pronoun(words: &str) -> bool {
    is_one_of(&fold(words), "il elle ils elles on -t-il -t-elle -t-on -il -elle -ils -elles je nous qui")
}

fn range(span: Span) -> Range {
    Range { start: span.start, end: span.end }
}

fn capitalised(line: &str) -> String {
    let mut letters = line.chars();
    letters.next().map_or_else(String::new, |first| once(upper(first)).chain(letters).collect())
}
