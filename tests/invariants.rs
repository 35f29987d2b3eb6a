//! What holds for any string whatever: nothing lost, nothing invented, no panic, no time that grows faster than the text.

use std::path::Path;
use std::time::Duration;

use proptest::prelude::*;
use reperes::text::chars::is_space;
use reperes::{MAX_BYTES, MAX_RULES, Options, Rule, read};

mod clock;
mod hard;
mod sound;

use clock::time;
use hard::{PIECES, texts};
use sound::{check, check_ruled};

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

/// Texts on which a reader once failed.
#[test]
fn texts_that_once_failed_are_read() {
    // A report inside a quotation that stays open, with nothing behind its cue.
    check("« Claire MorelClaire MorelClaire Morel a rappelé que , ");
    // A role at the very end of the text.
    check("Le prix est allé à Paul Martel, maire de Brenne");
    // Whose union stands on the line below.
    check("Claire Morel\ndes CGT");
    check("Claire Morel,\nde la CGT, a dit non.");
    // What is counted, with a complement in the next paragraph.
    let sentence = "Le maire de Lens a présenté mardi son budget devant le conseil municipal. ";
    check(&[&sentence.repeat(3), "La ville emploie 300 agents des\n\nécoles"].concat());
}

/// The lines of the specified texts, with a line break in place of each space in turn: what stands on two lines then is no statement of the article.
#[test]
fn lines_broken_anywhere_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    for file in std::fs::read_dir(folder).expect("a folder") {
        let spec = std::fs::read_to_string(file.expect("an entry").path()).expect("a spec file is UTF-8");
        for line in spec.lines().filter_map(|line| line.strip_prefix("> ")) {
            for (at, space) in line.match_indices(is_space) {
                check(&[&line[..at], "\n", &line[at + space.len()..]].concat());
            }
        }
    }
}

#[test]
fn hard_texts_are_read() {
    for (what, text) in texts() {
        println!("{what}");
        check(&text(8_000));
    }
}

/// Eight times the text takes about eight times the time of this thread's processor, whatever else the machine does; quadratic time would take sixty-four times.
/// The bound lies between, twice as high as linear: of two lengths so far apart the caches, which others on the machine empty, change the ratio less than it leaves
/// room for. What takes no time is not compared, and the shortest of several readings counts. `cargo xtask hunt` does the same with far longer texts, and many more.
#[test]
fn time_grows_linearly() {
    const SHORT: usize = 20_000;
    const TIMES: usize = 8;
    const MOST: f64 = 2.0 * TIMES as f64;
    const TRIES: usize = 8;
    const NO_TIME: Duration = Duration::from_millis(1);
    let mut slow = Vec::new();
    for (what, text) in texts() {
        let (short, long) = (text(SHORT), text(TIMES * SHORT));
        let (mut of_short, mut of_long, mut ratio) = (Duration::MAX, Duration::MAX, f64::INFINITY);
        for _ in 0..TRIES {
            (of_short, of_long) = (of_short.min(time(&short)), of_long.min(time(&long)));
            ratio = of_long.as_secs_f64() / of_short.max(NO_TIME).as_secs_f64();
            if ratio < MOST {
                break;
            }
        }
        println!("{what}: {ratio:.1}");
        if ratio >= MOST {
            slow.push(format!("{what}: {TIMES} times the text takes {ratio:.1} times the time"));
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
