//! Texts that repeat what the reader looks for.

use std::fmt;

use fastrand::Rng;

/// Parts that are repeated, and what stands between them.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    parts: Vec<Part>,
    shape: Shape,
}

#[derive(Clone, Debug)]
enum Part {
    Word(String),
    /// A name that no other place has: readers that compare names compare it with all.
    Name,
    /// A number that no other place has.
    Number,
}

#[derive(Clone, Copy, Debug)]
enum Shape {
    Glued,
    Spaced,
    Listed,
    Sentences,
    Lines,
    /// The first part alone up to the middle, the others behind it: what opens, then what closes.
    Halves,
}

const SHAPES: [Shape; 6] = [Shape::Glued, Shape::Spaced, Shape::Listed, Shape::Sentences, Shape::Lines, Shape::Halves];

/// The most parts: of more, the reader's rules see one after the other.
const MOST_PARTS: usize = 5;

impl Pattern {
    /// One by chance, of words of `lists`.
    pub(crate) fn random(rng: &mut Rng, lists: &[Vec<String>]) -> Self {
        let part = |rng: &mut Rng| match rng.usize(..10) {
            0 | 1 => Part::Name,
            2 => Part::Number,
            // Each list is as likely as any other, however long.
            _ => {
                let list = rng.choice(lists).expect("lists");
                Part::Word(rng.choice(list).expect("words").clone())
            }
        };
        let parts = (0..rng.usize(1..=MOST_PARTS)).map(|_| part(rng)).collect();
        Self { parts, shape: *rng.choice(&SHAPES).expect("shapes") }
    }

    /// About so many bytes of it.
    pub(crate) fn text(&self, bytes: usize) -> String {
        let mut text = String::with_capacity(bytes + 64);
        for number in 0.. {
            let parts = match self.shape {
                Shape::Halves if text.len() < bytes / 2 => &self.parts[..1],
                Shape::Halves if self.parts.len() > 1 => &self.parts[1..],
                _ => &self.parts[..],
            };
            let before = text.len();
            for (index, part) in parts.iter().enumerate() {
                if index > 0 && !matches!(self.shape, Shape::Glued) {
                    text.push(' ');
                }
                match part {
                    Part::Word(word) => text.push_str(word),
                    Part::Name => name(number, &mut text),
                    Part::Number => text.push_str(&number.to_string()),
                }
            }
            text.push_str(match self.shape {
                Shape::Glued => "",
                Shape::Spaced | Shape::Halves => " ",
                Shape::Listed => ", ",
                Shape::Sentences => ". ",
                Shape::Lines => "\n",
            });
            if text.len() > bytes {
                text.truncate(before);
                break;
            }
        }
        text
    }
}

/// Another name for each number: `Ba`, `Be`… `Babe`.
fn name(mut number: usize, text: &mut String) {
    const CONSONANTS: &[u8] = b"bcdfglmnprstv";
    const VOWELS: &[u8] = b"aeiou";
    let mut capital = true;
    loop {
        let consonant = CONSONANTS[number / VOWELS.len() % CONSONANTS.len()];
        text.push(char::from(if capital { consonant.to_ascii_uppercase() } else { consonant }));
        text.push(char::from(VOWELS[number % VOWELS.len()]));
        capital = false;
        number /= CONSONANTS.len() * VOWELS.len();
        if number == 0 {
            break;
        }
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |part: &Part| match part {
            Part::Word(word) => format!("{word:?}"),
            Part::Name => "NAME".to_owned(),
            Part::Number => "NUMBER".to_owned(),
        };
        write!(f, "{:?} {}", self.shape, self.parts.iter().map(shown).collect::<Vec<_>>().join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_have_their_length_and_names_differ() {
        let pattern = Pattern { parts: vec![Part::Word("«".into()), Part::Name, Part::Number], shape: Shape::Listed };
        assert_eq!(pattern.text(30), "« Ba 0, « Be 1, « Bi 2, ");
        let halves = Pattern { shape: Shape::Halves, ..pattern };
        assert!(halves.text(40).starts_with("« « ") && halves.text(40).ends_with(char::is_whitespace));
        let names: std::collections::BTreeSet<String> = (0..10_000)
            .map(|number| {
                let mut text = String::new();
                name(number, &mut text);
                text
            })
            .collect();
        assert!(names.len() > 9_800, "{}", names.len());
    }

    #[test]
    fn chance_comes_out_the_same() {
        let lists = [vec!["de".to_owned()], vec!["(".to_owned(), ")".to_owned()]];
        let all = |seed| {
            let mut rng = Rng::with_seed(seed);
            (0..20).map(|_| Pattern::random(&mut rng, &lists).to_string()).collect::<Vec<_>>()
        };
        assert_eq!(all(1), all(1));
        assert_ne!(all(1), all(2));
    }
}
