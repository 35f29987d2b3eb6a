//! The comparison in Markdown, in French, with the words of both articles.

use std::fmt::Write as _;

use super::Comparison;
use crate::export::{Article, escape_markdown};
use crate::report::{MentionEntry, Range};

/// What differs, as a sheet whose sections without content are left out. `names` is what the two articles are called.
pub fn markdown(comparison: &Comparison, articles: [&Article<'_>; 2], names: [&str; 2]) -> String {
    let [one, other] = names.map(escape_markdown);
    // Rounded down: what differs in one word is not all in common.
    let percent = |share: f32| (share * 100.0).floor();
    let [a, b] = comparison.shared.map(percent);
    let mut out = format!("# {one} / {other}\n\nEn commun, mot pour mot : {a} % de {one}, {b} % de {other}.\n");
    let said = |side: usize, range: Range| format!("« {} »", escape_markdown(&articles[side].line(range)));
    let mut section = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            // Writing to a string never fails.
            let _ = writeln!(out, "\n## {title}\n");
            lines.iter().for_each(|line| {
                let _ = writeln!(out, "- {line}");
            });
        }
    };
    let figure = |side: usize, index: usize| sentence(articles[side], &articles[side].report.mentions[index]);
    let figures = comparison.figures.iter().map(|figure_pair| {
        let [x, y] = [figure(0, figure_pair.a), figure(1, figure_pair.b)];
        format!(
            "**{}** : {one} {} ; {other} {}",
            escape_markdown(&articles[0].line(figure_pair.what)),
            said(0, x),
            said(1, y)
        )
    });
    section("Chiffres qui diffèrent", figures.collect());
    let quote = |side: usize, index: usize| {
        let quote = &articles[side].report.quotes[index];
        let speaker = articles[side].speaker(quote).unwrap_or_else(|| "?".to_owned());
        (escape_markdown(&speaker), said(side, Range { start: quote.start, end: quote.end }))
    };
    let quotes = comparison.quotes.iter().map(|pair| {
        let ((speaker, words), (_, others)) = (quote(0, pair.a), quote(1, pair.b));
        format!("**{speaker}** : {one} {words} ; {other} {others}")
    });
    section("Citations dont les mots ont changé", quotes.collect());
    for (side, name) in [(0, &one), (1, &other)] {
        let alone = &comparison.alone[side];
        let report = articles[side].report;
        let voices = alone.voices.iter().map(|&voice| {
            let voice = &report.voices[voice];
            let named = articles[side].name(voice.entity).or(voice.text.as_deref()).unwrap_or("?");
            format!("**{}**", escape_markdown(named))
        });
        section(&format!("Ne parlent que dans {name}"), voices.collect());
        let facts = alone.facts.iter().map(|&fact| said(side, report.facts[fact].evidence));
        section(&format!("Faits seulement dans {name}"), facts.collect());
        let quotes = alone.quotes.iter().map(|&index| {
            let (speaker, words) = quote(side, index);
            format!("**{speaker}** : {words}")
        });
        section(&format!("Citations seulement dans {name}"), quotes.collect());
    }
    out
}

/// The sentence that a figure stands in.
fn sentence(article: &Article<'_>, mention: &MentionEntry) -> Range {
    let sentences = &article.report.sentences;
    let index = sentences.partition_point(|s| s.end <= mention.start);
    sentences
        .get(index)
        .map_or(Range { start: mention.start, end: mention.end }, |s| Range { start: s.start, end: s.end })
}
