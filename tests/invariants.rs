//! What holds for any string whatever: nothing lost, nothing invented, no panic, no time that grows faster than the text.

use std::time::Duration;

use proptest::prelude::*;
use reperes::{MAX_BYTES, MAX_RULES, Options, Rule, read};

mod sound;

use sound::{check, check_ruled, time};

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

/// A rule for pieces of articles; none where they can't be names.
fn rule() -> impl Strategy<Value = Option<Rule>> {
    let kinds = [None, Some("person"), Some("organisation"), Some("place"), Some("none")];
    let form = || prop::sample::select(PIECES).prop_map(str::to_owned);
    (form(), prop::sample::select(kinds.to_vec()), prop::collection::vec(form(), 0..3))
        .prop_map(|(name, kind, aliases)| Rule::new(name, kind, aliases).ok())
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

    #[test]
    fn any_article_is_read_by_any_rules(text in article(), rules in prop::collection::vec(rule(), 0..5)) {
        check_ruled(&text, rules.into_iter().flatten().collect());
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
        ("one long quotation", |n| format!("« {} », dit Paul Morel.", "La route est sûre. ".repeat(n / 20))),
        ("an interview", |n| "Quand partez-vous ?\nPaul Morel : « Nous partons demain. »\n".repeat(n / 58)),
        ("every mark unclosed", |n| "Le maire a dit : « La route est sûre.\n".repeat(n / 41)),
        ("unclosed marks in one paragraph", |n| "Le maire dit : « La route est sûre. ".repeat(n / 39)),
        ("quotations in one standfirst", |n| {
            format!("Titre\n{}\nFin.", "« La route est sûre et belle. » ".repeat(n / 34))
        }),
        ("incises", |n| "« La route est sûre », dit le maire, ".repeat(n / 40)),
        ("reports in reports", |n| "le maire affirme que ".repeat(n / 21)),
        ("the society", |n| "La société affirme que la route est sûre. ".repeat(n / 44)),
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

/// Texts on which a reader once failed.
#[test]
fn texts_that_once_failed_are_read() {
    // A report inside a quotation that stays open, with nothing behind its cue.
    check("« Claire MorelClaire MorelClaire Morel a rappelé que , ");
    // A role at the very end of the text.
    check("Le prix est allé à Paul Martel, maire de Brenne");
}

#[test]
fn hard_texts_are_read() {
    for (what, text) in hard_texts() {
        println!("{what}");
        check(&text(8_000));
    }
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

/// What a rule may say, and how much all may hold, is said where it is refused.
#[test]
fn rules_are_refused_in_plain_words() {
    let refused = |name: &str, kind, aliases: &[&str]| {
        let aliases = aliases.iter().map(|&alias| alias.to_owned()).collect();
        Rule::new(name.to_owned(), kind, aliases).expect_err("no rule").to_string()
    };
    assert_eq!(refused("…", None, &[]), "option `rules`: expected names with letters or figures, got `…`");
    assert_eq!(refused("Lyon", None, &[""]), "option `rules`: expected names with letters or figures, got ``");
    assert!(refused("Lyon", Some("ville"), &[]).ends_with("event, work or none as the type of a name, got `ville`"));
    let long = Rule::new("a".repeat(MAX_RULES + 1), None, Vec::new());
    let message = Options::new().with_rules(long).expect_err("over the limit").to_string();
    assert_eq!(message, "option `rules`: expected at most 1 MB of names, got `1000001 bytes`");
}

/// Many rules cost a text little: of each form the first word leads to it.
#[test]
fn many_rules_are_read() {
    let rules =
        (0..20_000).map(|i| Rule::new(format!("Paul Roy {i}"), Some("person"), vec![format!("Paul Roy {i} du Nord")]));
    let rules: Vec<Rule> = rules.collect::<Result<_, _>>().expect("good rules");
    let options = Options::new().with_rules(rules).expect("under the limit");
    let report = read(&"Paul Roy 777 attend. ".repeat(5_000), &options).expect("a short text");
    assert_eq!(report.entities[0].name, "Paul Roy 777");
    assert_eq!(report.entities[0].mentions.len(), 5_000);
}
