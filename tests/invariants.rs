//! What holds for any string whatever: nothing lost, nothing invented, no panic, no time that grows faster than the text.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use reperes::report::{Report, ValueEntry};
use reperes::text::Text;
use reperes::{MAX_BYTES, Options, export, read, tokens};

/// Pieces of French articles, and of what breaks readers of them. Strung together at random they reach every rule.
const PIECES: &[&str] = &[
    "Claire Morel",
    "Anne-Marie Le Goff",
    "M. Durand",
    "Mme Petit",
    "J.D. Keller",
    "Le Havre",
    "OpenData SA",
    "CGT",
    "l'Insee",
    "L’Élysée",
    "la ministre de la Santé",
    "le président",
    "ancien maire de ",
    "vice-présidente",
    "le patron d'",
    "la CFDT",
    "(CFDT)",
    "(LR)",
    "député socialiste",
    " a déclaré ",
    " a-t-il ajouté",
    " selon ",
    " d'après ",
    " estime que ",
    "qu'",
    " affirme avoir ",
    " a rappelé que ",
    " dit-elle",
    " a été nommé ",
    " rachète ",
    " le rachat de ",
    " fondé par ",
    " a battu ",
    " est mort ",
    " accuse ",
    " membre de ",
    " dont ",
    " remporte ",
    "« ",
    " »",
    "\"",
    "“",
    "”",
    "'",
    "‘",
    "’",
    "‹",
    "›",
    "„",
    "»",
    "«",
    "2,3 millions d'euros",
    "97,4 %",
    "3 000",
    "3\u{202F}000 personnes",
    "1.000",
    "10'000",
    "deux mille",
    "une cinquantaine de ",
    "entre 3 et ",
    "de 5 à ",
    "$",
    "€",
    "£",
    "km/h",
    "°C",
    "17h30",
    "8 heures",
    "0",
    "999999999999999999999999999999999999999999",
    "1e9",
    "½",
    "lundi",
    "mardi soir",
    "hier",
    "la veille",
    "le 11 février 2025",
    "en 2023",
    "31 février",
    "30/02/2025",
    "d'ici 2030",
    "depuis mars",
    "XIXe siècle",
    " et ",
    " ou ",
    ", ",
    ". ",
    ".",
    "…",
    "...",
    " : ",
    " ; ",
    "?",
    "!",
    "(",
    ")",
    "[",
    "]",
    " - ",
    " – ",
    "—",
    "/",
    "&",
    "@reperes",
    "#sommet",
    "https://exemple.fr/a?b=1",
    "Lire aussi : ",
    "Publicité",
    "Par ",
    "Publié le ",
    "© AFP",
    "Crédits photo : ",
    "• ",
    "(AFP) -",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\0",
    "\t",
    "\u{A0}",
    "\u{202F}",
    "\u{2009}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{AD}",
    "\u{2028}",
    "\u{85}",
    "😀",
    "👩‍👩‍👧",
    "🇫🇷",
    "e\u{301}",
    "ǆ",
    "İ",
    "ß",
    "ﬁ",
    "שלום",
    "مرحبا",
    "日本",
    "\u{202E}",
    "ŒUVRE",
    "œ",
    "l'",
    "d'",
    "qu'",
    "de ",
    "la ",
    "le ",
    "des ",
];

fn article() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(PIECES), prop::sample::select(&["", " ", " "][..])), 0..80)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(a, b)| [a, b]).collect())
}

fn check(text: &str) {
    let options = Options::new().with_published("2025-02-11").expect("a date");
    let report = read(text, &options).expect("shorter than the limit");
    covers(text);
    bytes_are_sound(text, &report);
    ids_are_in_range(&report);
    same_words_in_utf16(text, &report);
    assert!(export::markdown(&report, text).starts_with("# "));
    assert_eq!(report, read(text, &options).expect("as before"), "reading twice gives two reports of {text:?}");
}

proptest! {
    // More cases: PROPTEST_CASES=10000 cargo test --test invariants any_
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string_is_read(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_article_is_read(text in article()) {
        check(&text);
    }
}

/// Blocks, and the tokens in each block, cover the text in order; between them stands white space alone. Sentences cover the tokens of their block.
fn covers(text: &str) {
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
        let block = report
            .blocks
            .iter()
            .find(|b| b.start <= f.evidence.start && f.evidence.end <= b.end)
            .expect("evidence lies inside one block");
        assert!(block.kind != "noise" && block.repeat_of.is_none(), "{f:?} is told by noise or a repeat");
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
        if let Some(ValueEntry::Date { start: Some(start), end: Some(end), .. }) = &m.value {
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

fn same_words_in_utf16(text: &str, report: &Report) {
    let units: Vec<u16> = text.encode_utf16().collect();
    for ((what, start, end), (_, start16, end16)) in
        spans(report).into_iter().zip(spans(&report.clone().to_utf16(text)))
    {
        let words = String::from_utf16(&units[start16 as usize..end16 as usize]).expect("whole characters");
        assert_eq!(words, text[start as usize..end as usize], "{what} in UTF-16");
    }
}

/// What a text is, and the text of about so many bytes.
type HardText = (&'static str, fn(usize) -> String);

/// Texts that break readers.
fn hard_texts() -> Vec<HardText> {
    vec![
        ("letters without a space", |n| "x".repeat(n)),
        ("capitals without a space", |n| "X".repeat(n)),
        ("digits", |n| "7".repeat(n)),
        ("single digits", |n| "7 ".repeat(n / 2)),
        ("thousands", |n| "000 ".repeat(n / 4)),
        ("decimal points", |n| "1.".repeat(n / 2)),
        ("opening marks", |n| "«".repeat(n / 2)),
        ("closing marks", |n| "»".repeat(n / 2)),
        ("straight marks", |n| "\"".repeat(n)),
        ("straight marks and words", |n| "\" a ".repeat(n / 4)),
        ("opening marks and words", |n| "« a ".repeat(n / 5)),
        ("apostrophes", |n| "’".repeat(n / 3)),
        ("et", |n| "et ".repeat(n / 3)),
        ("de", |n| "de ".repeat(n / 3)),
        ("que", |n| "que ".repeat(n / 4)),
        ("l'", |n| "l'".repeat(n / 2)),
        ("capitalised words", |n| "Paul ".repeat(n / 5)),
        ("all capitals", |n| "ABC ".repeat(n / 4)),
        ("capitals joined by de", |n| "Paul de ".repeat(n / 8)),
        ("capitals joined by hyphens", |n| "Paul-".repeat(n / 5)),
        ("initials", |n| "J.".repeat(n / 2)),
        ("hyphens", |n| "-".repeat(n)),
        ("pronouns", |n| "dit-il ".repeat(n / 7)),
        ("opening brackets", |n| "(".repeat(n)),
        ("brackets", |n| "Paul (X) ".repeat(n / 9)),
        ("commas", |n| ", ".repeat(n / 2)),
        ("a list of names", |n| "Paul Morel, ".repeat(n / 12)),
        ("a list of numbers", |n| "deux, trois, ".repeat(n / 13)),
        ("number words", |n| "cent ".repeat(n / 5)),
        ("titles", |n| "le président ".repeat(n / 14)),
        ("apposition upon apposition", |n| "Paul Morel, président de Lyon, ".repeat(n / 31)),
        ("cues", |n| "selon Paul Morel, ".repeat(n / 18)),
        ("money", |n| "3 millions d'euros ".repeat(n / 19)),
        ("days", |n| "lundi 11 février ".repeat(n / 18)),
        ("stops", |n| ".".repeat(n)),
        ("short sentences", |n| "Oui. ".repeat(n / 5)),
        ("short lines", |n| "Oui\n".repeat(n / 4)),
        ("the same paragraph", |n| "Le maire de Lyon a vu Paul Morel lundi.\n".repeat(n / 40)),
        ("line breaks", |n| "\n".repeat(n)),
        ("lone carriage returns", |n| "a\r".repeat(n / 2)),
        ("spaces", |n| " ".repeat(n)),
        ("no-break spaces", |n| "\u{A0}".repeat(n / 2)),
        ("NUL", |n| "\0".repeat(n)),
        ("zero-width", |n| "\u{200B}".repeat(n / 3)),
        ("combining accents", |n| format!("e{}", "\u{301}".repeat(n / 2))),
        ("emoji", |n| "👩‍👩‍👧".repeat(n / 18)),
        ("right-to-left", |n| "שלום مرحبا ".repeat(n / 20)),
        ("addresses", |n| "https://a.fr/".repeat(n / 13)),
        ("handles", |n| "@a".repeat(n / 2)),
        ("ampersands", |n| "A&".repeat(n / 2)),
        ("slashes", |n| "a/".repeat(n / 2)),
    ]
}

#[test]
fn hard_texts_are_read() {
    for (what, text) in hard_texts() {
        println!("{what}");
        check(&text(8_000));
    }
}

/// The shorter of two readings: what the machine does beside it only ever adds time.
fn time(text: &str) -> Duration {
    let once = || {
        let start = Instant::now();
        std::hint::black_box(read(text, &Options::new()).expect("shorter than the limit"));
        start.elapsed()
    };
    (0..2).map(|_| once()).min().expect("two readings")
}

/// Four times the text takes about four times the time. Quadratic time would take sixteen times: the bound lies between, with room for caches
/// that overflow. What takes no time is not compared; a text that fails is measured again, so that a busy machine does not fail it.
#[test]
fn time_grows_linearly() {
    const SHORT: usize = 20_000;
    const MOST: f64 = 9.0;
    const NO_TIME: Duration = Duration::from_millis(5);
    let mut slow = Vec::new();
    for (what, text) in hard_texts() {
        let (short, long) = (text(SHORT), text(4 * SHORT));
        let mut ratio = f64::INFINITY;
        for _ in 0..4 {
            let before = time(&short);
            ratio = ratio.min(time(&long).as_secs_f64() / before.max(NO_TIME).as_secs_f64());
            if ratio < MOST {
                break;
            }
        }
        println!("{what}: {ratio:.1}");
        if ratio >= MOST {
            slow.push(format!("{what}: four times the text takes {ratio:.1} times the time"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// Ten megabytes are read, one byte more is refused.
#[test]
fn the_limit_is_named() {
    let text = "a".repeat(MAX_BYTES);
    assert!(read(&text, &Options::new()).is_ok());
    let message = read(&(text + "a"), &Options::new()).expect_err("over the limit").to_string();
    assert!(message.contains("10 MB") && message.contains("10000001"), "{message}");
}
