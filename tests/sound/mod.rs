//! What must hold of the reading of any text, for the tests that read texts of many sorts.

use reperes::export::{Article, Dialect, Table};
use reperes::report::{Report, ValueEntry};
use reperes::text::Text;
use reperes::{Options, Rule, export, mark, read, tokens};

/// Nothing lost, nothing invented, places that slice the text, numbers of what is there, and the same report twice.
pub(crate) fn check(text: &str) {
    check_ruled(text, Vec::new());
}

/// The same, where a house has rules.
pub(crate) fn check_ruled(text: &str, rules: Vec<Rule>) {
    let options = Options::new().with_published("2025-02-11").and_then(|o| o.with_rules(rules)).expect("good options");
    let report = check_reading(text, &options);
    exports_are_sound(text, &report, "https://example.org/a");
}

/// The same, under any options and without what is exported.
pub(crate) fn check_reading(text: &str, options: &Options) -> Report {
    let report = read(text, options).expect("shorter than the limit");
    covers(text);
    bytes_are_sound(text, &report);
    ids_are_in_range(&report);
    what_is_told_is_sound(&report);
    same_words_in_utf16(text, &report);
    marks_are_those_of_the_whole(&mark(text, options).expect("shorter than the limit"), &report);
    assert_eq!(report, read(text, options).expect("as before"), "reading twice gives two reports of {text:?}");
    report
}

/// Names and values read alone stand where they stand when all is read. What kind a name has the entity may say; which day a date is, what was linked.
fn marks_are_those_of_the_whole(marks: &Report, whole: &Report) {
    assert_eq!(marks.blocks, whole.blocks);
    let places =
        |report: &Report| report.mentions.iter().map(|m| (m.start, m.end, m.value.is_some(), m.by)).collect::<Vec<_>>();
    assert_eq!(places(marks), places(whole));
    assert!(marks.quotes.is_empty() && marks.facts.is_empty() && marks.entities.is_empty());
}

/// Blocks, and the tokens in each block, cover the text in order; between them stands white space alone. Sentences cover the tokens of their block.
pub(crate) fn covers(text: &str) {
    let tokens = tokens::read(Text::new(text).expect("shorter than the limit"));
    let only_space = |from: usize, to: usize, what: &str| {
        let between = &text[from..to];
        assert!(
            between.chars().all(|c| reperes::text::chars::is_space(c) || reperes::text::chars::is_line_break(c)),
            "{between:?} lost between {what} of {text:?}"
        );
    };
    let (mut block_end, mut token, mut sentence) = (0, 0, 0);
    for (index, block) in tokens.blocks().iter().enumerate() {
        only_space(block_end, block.span.start as usize, "blocks");
        assert_eq!(block.tokens.first(), token, "block {index} begins at the next token");
        let mut end = block.span.start as usize;
        for span in tokens.list()[block.tokens.range()].iter().map(|t| t.span) {
            only_space(end, span.start as usize, "tokens");
            assert!(!span.is_empty());
            end = span.end as usize;
        }
        only_space(end, block.span.end as usize, "tokens");
        assert_eq!(block.sentences.first(), sentence, "block {index} begins at the next sentence");
        for s in &tokens.sentences()[block.sentences.range()] {
            assert_eq!((s.tokens.first(), s.block), (token, index), "sentences of block {index} follow each other");
            assert!(!s.tokens.is_empty());
            token = s.tokens.last_end();
        }
        assert_eq!(block.tokens.last_end(), token, "the sentences of block {index} end with it");
        sentence = block.sentences.last_end();
        block_end = block.span.end as usize;
    }
    only_space(block_end, text.len(), "blocks");
    assert_eq!((token, sentence), (tokens.len(), tokens.sentences().len()));
}

/// Every stretch of the report, named.
fn spans(report: &Report) -> Vec<(&'static str, u32, u32)> {
    let mut spans = Vec::new();
    spans.extend(report.blocks.iter().map(|b| ("block", b.start, b.end)));
    spans.extend(report.sentences.iter().map(|s| ("sentence", s.start, s.end)));
    for m in &report.mentions {
        spans.push(("mention", m.start, m.end));
        spans.extend(m.of.iter().map(|r| ("of", r.start, r.end)));
    }
    for q in &report.quotes {
        spans.push(("quote", q.start, q.end));
        spans.extend(q.speaker.iter().map(|s| ("speaker", s.start, s.end)));
        spans.extend(q.cue.iter().map(|r| ("cue", r.start, r.end)));
    }
    for f in &report.facts {
        spans.extend(f.arguments.iter().map(|a| ("argument", a.start, a.end)));
        spans.push(("evidence", f.evidence.start, f.evidence.end));
        spans.extend(f.also_at.iter().map(|r| ("alsoAt", r.start, r.end)));
    }
    spans.extend(report.timeline.iter().map(|t| ("what", t.what.start, t.what.end)));
    spans.extend(report.essentials.iter().map(|e| ("essential", e.evidence.start, e.evidence.end)));
    spans.extend(report.notes.iter().map(|n| ("note", n.start, n.end)));
    spans
}

fn bytes_are_sound(text: &str, report: &Report) {
    for (what, start, end) in spans(report) {
        let (start, end) = (start as usize, end as usize);
        assert!(start <= end && text.get(start..end).is_some(), "{what} {start}..{end} does not slice {text:?}");
        assert!(start < end || what == "note", "{what} at {start} is empty in {text:?}");
    }
    for pair in report.blocks.windows(2) {
        assert!(pair[0].end <= pair[1].start, "blocks are in order");
    }
    for pair in report.sentences.windows(2) {
        assert!(pair[0].end <= pair[1].start, "sentences are in order");
    }
    for s in &report.sentences {
        let block = &report.blocks[s.block];
        assert!(block.start <= s.start && s.end <= block.end, "a sentence lies inside its block");
    }
    for pair in report.mentions.windows(2) {
        assert!(pair[0].end <= pair[1].start, "mentions are in order and apart: {pair:?} in {text:?}");
    }
    for pair in report.quotes.windows(2) {
        assert!(pair[0].start <= pair[1].start, "quotations are in order");
    }
    for f in &report.facts {
        for a in &f.arguments {
            assert!(
                f.evidence.start <= a.start && a.end <= f.evidence.end,
                "the evidence holds the argument {a:?} in {text:?}"
            );
            assert_eq!(a.text, text[a.start as usize..a.end as usize]);
        }
        let block = report.blocks.iter().find(|b| b.start <= f.evidence.start && f.evidence.end <= b.end);
        let block = block.unwrap_or_else(|| panic!("the evidence of {f:?} lies inside one block of {text:?}"));
        assert!(block.kind != "noise" && block.repeat_of.is_none(), "{f:?} is told by noise or a repeat");
    }
    let told = report.timeline.iter().map(|t| t.what).chain(report.essentials.iter().map(|e| e.evidence));
    for range in told {
        let block = &report.blocks[report.blocks.partition_point(|b| b.end <= range.start)];
        assert!(
            block.kind != "noise" && block.repeat_of.is_none(),
            "{range:?} is told by noise or a repeat in {text:?}"
        );
    }
}

/// `money.sign`, `role.apposition`: a family and a rule.
fn is_rule(by: &str) -> bool {
    by.split_once('.').is_some_and(|(family, rule)| {
        [family, rule].iter().all(|w| !w.is_empty() && w.chars().all(char::is_alphabetic))
    })
}

fn ids_are_in_range(report: &Report) {
    let entity = |e: &Option<usize>| e.is_none_or(|e| e < report.entities.len());
    for (index, m) in report.mentions.iter().enumerate() {
        assert!(entity(&m.entity));
        assert!((0.0..=1.0).contains(&m.score) && is_rule(m.by), "{m:?}");
        if let Some(e) = m.entity {
            assert!(report.entities[e].mentions.contains(&index), "entity {e} knows its mention {index}");
        }
        if let Some(ValueEntry::Date { start: Some(start), end: Some(end), .. }) = m.value.as_deref() {
            assert!(start <= end, "{m:?}");
        }
    }
    for e in &report.entities {
        assert!(e.mentions.iter().all(|&m| m < report.mentions.len()) && e.mentions.is_sorted(), "{e:?}");
        assert!((0.0..=1.0).contains(&e.salience), "{e:?}");
    }
    assert!(report.entities.is_sorted_by(|a, b| a.salience >= b.salience), "entities come most salient first");
    for (index, b) in report.blocks.iter().enumerate() {
        assert!(b.repeat_of.is_none_or(|r| r < index));
    }
    for q in &report.quotes {
        assert!(q.speaker.as_ref().is_none_or(|s| entity(&s.entity)));
        assert!((0.0..=1.0).contains(&q.score) && is_rule(q.by), "{q:?}");
    }
    for f in &report.facts {
        assert!(f.arguments.iter().all(|a| entity(&a.entity)));
        assert!(f.when.is_none_or(|m| m < report.mentions.len()));
        assert!((0.0..=1.0).contains(&f.score) && is_rule(f.by), "{f:?}");
        match f.source {
            Some(reperes::report::SourceEntry::Quote(q)) => assert!(q < report.quotes.len()),
            Some(reperes::report::SourceEntry::Entity(e)) => assert!(e < report.entities.len()),
            None => {}
        }
    }
}

fn what_is_told_is_sound(report: &Report) {
    let day = |mention: usize| match report.mentions[mention].value.as_deref() {
        Some(ValueEntry::Date { start, end, .. }) => start.clone().or_else(|| end.clone()).expect("a day"),
        other => panic!("{other:?} is no date"),
    };
    assert!(report.timeline.is_sorted_by(|a, b| day(a.date) <= day(b.date)), "events come in order of time");
    for t in &report.timeline {
        assert!(t.facts.iter().all(|&f| f < report.facts.len()));
        assert!((0.0..=1.0).contains(&t.score) && is_rule(t.by), "{t:?}");
    }
    assert!(report.essentials.len() <= 7, "what matters most is not much");
    for (index, e) in report.essentials.iter().enumerate() {
        assert!(!e.fr.is_empty() && !e.fr.contains('\n') && !e.en.is_empty(), "{e:?}");
        assert!((0.0..=1.0).contains(&e.score) && is_rule(e.by), "{e:?}");
        assert!(report.essentials[..index].iter().all(|other| other.fr != e.fr), "{e:?} is told twice");
    }
}

/// Other programs' parsers read what is exported, and find the words again.
pub(crate) fn exports_are_sound(text: &str, report: &Report, url: &str) {
    let article = Article { report, text, url: Some(url) };
    assert!(export::markdown(&article).starts_with("# "));
    let json = |written: String| serde_json::from_str::<serde_json::Value>(&written).expect("JSON");
    assert_eq!(json(export::json_ld(&article))["@type"], "NewsArticle");
    let annotations = json(export::annotations(&article));
    let items = annotations["items"].as_array().expect("a list");
    assert_eq!(items.len(), report.mentions.len() + report.quotes.len() + report.facts.len());
    let figures = report.facts.iter().filter(|f| f.kind == "figure").count();
    let tables =
        [(Table::Facts, report.facts.len() - figures), (Table::Quotes, report.quotes.len()), (Table::Figures, figures)];
    for (table, rows) in tables {
        let written = export::csv(&article, table, Dialect::Comma);
        assert_eq!(
            csv::Reader::from_reader(written.as_bytes()).records().filter(Result::is_ok).count(),
            rows,
            "{table:?}"
        );
    }
    let html = scraper::Html::parse_document(&export::html(&article));
    let block = scraper::Selector::parse("article > *").expect("a selector");
    let written: Vec<String> = html.select(&block).map(|b| b.text().collect()).collect();
    let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let blocks = report.blocks.iter().map(|b| words(&text[b.start as usize..b.end as usize]));
    assert!(blocks.eq(written.iter().map(|b| words(b))), "{text:?} has other words in HTML");
}

fn same_words_in_utf16(text: &str, report: &Report) {
    let units: Vec<u16> = text.encode_utf16().collect();
    for ((what, start, end), (_, start16, end16)) in
        spans(report).into_iter().zip(spans(&report.clone().to_utf16(text)))
    {
        let words = String::from_utf16(&units[start16 as usize..end16 as usize]).expect("whole characters");
        assert_eq!(words, text[start as usize..end as usize], "{what} in UTF-16");
    }
}
