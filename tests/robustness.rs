//! Text as it also comes: in lower case, in capitals, without accents, out of a scanner. Names may be lost there; nothing else is, and it
//! takes about the time that the clean text takes.

use std::path::Path;
use std::time::Duration;

mod clock;
mod sound;

use clock::time;
use sound::check;

/// A name, and what it makes of a clean text.
type Change = (&'static str, fn(&str) -> String);

const CHANGES: [Change; 5] = [
    ("lower case", |text| text.to_lowercase()),
    ("capitals", |text| text.to_uppercase()),
    ("without accents", without_accents),
    ("scanned well", |text| scanned(text, 50, 1)),
    ("scanned badly", |text| scanned(text, 4, 2)),
];

/// The project's own articles, by name.
fn articles() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries =
        ["tests/articles", "www"].iter().flat_map(|folder| std::fs::read_dir(root.join(folder)).expect("a folder"));
    let mut articles: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).expect("an article is UTF-8")))
        .collect();
    articles.sort();
    assert!(articles.len() > 1, "the articles have moved");
    articles
}

fn without_accents(text: &str) -> String {
    const ACCENTED: &str = "àâäçéèêëîïôöùûüÿÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ";
    const PLAIN: &str = "aaaceeeeiioouuuyAAACEEEEIIOOUUUY";
    text.chars().map(|c| ACCENTED.chars().position(|a| a == c).map_or(c, |at| PLAIN.as_bytes()[at] as char)).collect()
}

/// What a scanner takes for something else.
const CONFUSIONS: [(&str, &str); 16] = [
    ("rn", "m"),
    ("m", "rn"),
    ("cl", "d"),
    ("d", "cl"),
    ("é", "e"),
    ("è", "é"),
    ("ê", "e"),
    ("ç", "c"),
    ("l", "1"),
    ("I", "l"),
    ("O", "0"),
    ("S", "5"),
    ("5", "S"),
    ("« ", "<<"),
    ("’", "'"),
    (".", ","),
];

/// The text as a scanner gives it that is mistaken about one time in `every`: letters confused, words broken at the end of a line, capitals
/// where there are none, spaces dropped. The same `seed` gives the same text.
fn scanned(text: &str, every: u64, seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        match if dice.throw(every) == 0 { Some(dice.throw(4)) } else { None } {
            Some(0) if c.is_alphabetic() && out.ends_with(char::is_alphabetic) => {
                out.push_str("-\n");
                out.push(c);
            }
            Some(1) => out.extend(c.to_uppercase()),
            Some(_) if c == ' ' => {}
            Some(_) => match CONFUSIONS.iter().find(|(seen, _)| rest.starts_with(seen)) {
                Some((seen, taken_for)) => {
                    taken = seen.len();
                    out.push_str(taken_for);
                }
                None => out.push(c),
            },
            None => out.push(c),
        }
        rest = &rest[taken..];
    }
    out
}

/// Chance that comes out the same each time: the generator SplitMix64 (Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % sides
    }
}

#[test]
fn changed_articles_are_read() {
    for (name, article) in articles() {
        for (what, change) in CHANGES {
            println!("{name}, {what}");
            let changed = change(&article);
            assert_ne!(changed, article, "{name}: {what} changes nothing, so that nothing is tested");
            check(&changed);
        }
    }
}

/// A scanner is mistaken in many ways: other mistakes each time, from few to nearly everywhere.
#[test]
fn scanned_articles_are_read() {
    const SEEDS: u64 = 20;
    for (name, article) in articles() {
        for seed in 0..SEEDS {
            for every in [2, 8, 30] {
                println!("{name}, seed {seed}, one mistake in {every}");
                check(&scanned(&article, every, seed));
            }
        }
    }
}

/// No change makes reading dear. Capitals everywhere, or lines everywhere, give some rules more to look at, so the bound is wide; what it
/// shall catch (every word a candidate, each compared with each) costs far more in a text of this length. The shortest of several
/// readings counts, by this thread's own time.
#[test]
fn changed_articles_take_no_longer() {
    const MOST: f64 = 3.0;
    const COPIES: usize = 6;
    const TRIES: usize = 8;
    let clean: String = articles().into_iter().map(|(_, text)| text + "\n").collect::<String>().repeat(COPIES);
    let mut slow = Vec::new();
    for (what, change) in CHANGES {
        let changed = change(&clean);
        let (mut before, mut after, mut ratio) = (Duration::MAX, Duration::MAX, f64::INFINITY);
        for _ in 0..TRIES {
            (before, after) = (before.min(time(&clean)), after.min(time(&changed)));
            ratio = after.as_secs_f64() / before.as_secs_f64();
            if ratio < MOST {
                break;
            }
        }
        println!("{what}: {ratio:.2}");
        if ratio >= MOST {
            slow.push(format!("{what}: {ratio:.1} times the time of the clean text"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

#[test]
fn changes_are_what_they_say() {
    assert_eq!(without_accents("Élodie reçoit l’œuvre à Nîmes"), "Elodie recoit l’œuvre a Nimes");
    let text = "Le maire de Lyon a signé l'accord mercredi, selon Claire Morel.".repeat(20);
    let scan = scanned(&text, 4, 7);
    assert_eq!(scan, scanned(&text, 4, 7));
    assert_ne!(scan, scanned(&text, 4, 8));
    for mark in ["1", "-\n", "rn", "e cl", "R"] {
        assert!(scan.contains(mark), "no {mark:?} in {scan}");
    }
    assert_eq!(scanned(&text, u64::MAX, 7), text, "a scanner that is never mistaken gives the text");
}
