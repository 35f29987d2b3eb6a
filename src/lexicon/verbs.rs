//! The forms of the verbs of all lists, as stems with their endings: `déclar` with those of the first group. [`super::speech`], [`super::relations`] and [`super::common_verbs`] say what
//! the verbs mean.

use std::sync::LazyLock;

use super::filter;
use super::payload::{line_end, number};
use super::speech::Form;

/// The compiled stems, in their order. Layout, all numbers little-endian:
///
/// | what | bytes |
/// |---|---|
/// | how many stems; bytes of the rests, of the lists, of the beginnings of the endings | 4 · 4 |
/// | heads: the first four bytes of each stem, zeros where it is shorter | 4 each |
/// | for each stem, its set of endings; whether its verb is in the list of frequent ones; its rows in that of speech and in that of relations, two columns each | 1 each |
/// | the rests: what follows the head of each stem, and a line feed | |
/// | lists of rows: how many; the rows | 1, 2 each |
/// | where each set of endings begins; sets of endings: how many; of each its length, what the forms are (the bit of each in [`Form::ALL`]), and its letters | 2 each |
///
/// A verb's rows in a list are 0 for none, one above the row for a single one, and for several the place of the list, with the uppermost bit set. A stem that several verbs have stands
/// several times.
static VERBS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/verbs.bin"));

/// How the forms of all lists begin: see [`filter`].
static FORMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/verb_forms.bin"));

/// The stems that share a head.
#[derive(Clone, Copy, Default)]
struct Group {
    head: [u8; HEAD],
    /// How many stems; 0 where no group has its place.
    stems: u8,
    /// The first of them.
    first: u16,
    /// Where its rest begins.
    rest: u16,
}

/// The stems by their heads: an open hash table with linear probing, half of it empty or more.
static GROUPS: LazyLock<Vec<Group>> = LazyLock::new(|| {
    let mut groups = vec![Group::default(); PLACES];
    let rests = part(RESTS, 0);
    let mut rest = 0;
    for (stem, &head) in heads().iter().enumerate() {
        let mut place = place(head);
        while groups[place].stems > 0 && groups[place].head != head {
            place = (place + 1) % PLACES;
        }
        let group = &mut groups[place];
        if group.stems == 0 {
            *group = Group { head, stems: 0, first: stem as u16, rest: rest as u16 };
        }
        group.stems += 1;
        rest += line_end(&rests[rest..]) + 1;
    }
    groups
});

/// Where the search for a head begins in [`GROUPS`].
fn place(head: [u8; HEAD]) -> usize {
    // The upper bits of the product depend on all of the head (Knuth's factor).
    u32::from_le_bytes(head).wrapping_mul(0x9E37_79B1) as usize >> 16 & (PLACES - 1)
}

/// Twice as many as there are heads, and more.
const PLACES: usize = 2048;

const COUNTS: usize = 16;
const HEAD: usize = 4;

/// The first of the columns of each list.
const ENDINGS: usize = 0;
const IS_COMMON: usize = 1;
const OF_SPEECH: usize = 2;
const OF_RELATIONS: usize = 4;
const COLUMNS: usize = 6;

/// A list of verbs.
#[derive(Clone, Copy)]
pub(super) enum List {
    Speech,
    Relations,
}

impl List {
    /// The verbs of the list that have the folded `form`: what the form is of each, and the row of its lemma.
    pub(super) fn readings(self, form: &str) -> impl Iterator<Item = (Form, usize)> + use<> {
        let mut stems = Vec::new();
        if filter::passes(FORMS, form.as_bytes()) {
            let column = if let Self::Speech = self { OF_SPEECH } else { OF_RELATIONS };
            each_stem(form.as_bytes(), &mut |stem, forms| {
                let rows = of_stem(stem, column) | of_stem(stem, column + 1) << 8;
                if rows != 0 {
                    stems.push((rows, forms));
                }
            });
        }
        let mut readings = Vec::new();
        for form in Form::ALL {
            for &(rows, _) in stems.iter().filter(|&(_, forms)| forms & form.bit() != 0) {
                if rows & 0x8000 == 0 {
                    readings.push((form, rows - 1));
                    continue;
                }
                let list = part(LISTS, rows & 0x7fff);
                let count = list.first().map_or(0, |&count| usize::from(count));
                readings.extend((0..count).map(|row| (form, two_bytes(list, 1 + 2 * row))));
            }
        }
        readings.into_iter()
    }
}

/// Of which lists a form is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// Whether it is a form of a verb of saying: see [`super::speech::readings`].
    pub says: bool,
    /// Whether it may state a relation: see [`super::relations::readings`].
    pub relates: bool,
    /// Whether it is a third person of a frequent verb.
    pub third: bool,
}

/// Of which lists the folded `form` is, all found in one search.
pub fn uses(form: &str) -> Uses {
    let mut uses = Uses::default();
    // Asked of all words, few of which get further.
    if filter::passes(FORMS, form.as_bytes()) {
        each_stem(form.as_bytes(), &mut |stem, forms| {
            let is_of = |column: usize| of_stem(stem, column) | of_stem(stem, column + 1) != 0;
            uses.says |= is_of(OF_SPEECH);
            uses.relates |= is_of(OF_RELATIONS) && forms & !Form::Other.bit() != 0;
            uses.third |= of_stem(stem, IS_COMMON) != 0 && forms & (Form::Singular.bit() | Form::Plural.bit()) != 0;
        });
    }
    uses
}

/// The parts behind the columns, in their order.
const RESTS: usize = 0;
const LISTS: usize = 1;
const ENDING_STARTS: usize = 2;
const SETS: usize = 3;

fn stems() -> usize {
    number(VERBS, 0)
}

/// The first four bytes of each stem.
fn heads() -> &'static [[u8; HEAD]] {
    VERBS.get(COUNTS..COUNTS + HEAD * stems()).unwrap_or(&[]).as_chunks().0
}

/// Part `part` from `offset` on.
fn part(part: usize, offset: usize) -> &'static [u8] {
    let before: usize = (0..part).map(|part| number(VERBS, 4 + 4 * part)).sum();
    VERBS.get(COUNTS + (HEAD + COLUMNS) * stems() + before + offset..).unwrap_or(&[])
}

fn two_bytes(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..).and_then(|bytes| bytes.first_chunk()).map_or(0, |&two| usize::from(u16::from_le_bytes(two)))
}

fn of_stem(stem: usize, column: usize) -> usize {
    VERBS.get(COUNTS + (HEAD + column) * stems() + stem).map_or(0, |&byte| usize::from(byte))
}

/// Every stem of which `form` is a form, and what the form is.
fn each_stem(form: &[u8], found: &mut dyn FnMut(usize, u8)) {
    // Stems shorter than a head, and those that go on behind it.
    for length in 1..=form.len().min(HEAD) {
        let head: [u8; HEAD] = std::array::from_fn(|at| if at < length { form[at] } else { 0 });
        let mut at = place(head);
        while GROUPS[at].stems > 0 && GROUPS[at].head != head {
            at = (at + 1) % PLACES;
        }
        let group = GROUPS[at];
        let mut rests = part(RESTS, group.rest.into());
        for stem in usize::from(group.first)..usize::from(group.first) + usize::from(group.stems) {
            let end = line_end(rests);
            // In the order of the alphabet: what follows goes on otherwise.
            let (next, wanted) = (rests.first(), form.get(length));
            if end > 0 && wanted.is_none_or(|wanted| next > Some(wanted)) {
                break;
            }
            if (end == 0 || next == wanted)
                && let Some(ending) = form[length..].strip_prefix(&rests[..end])
            {
                let forms = forms_with(of_stem(stem, ENDINGS), ending);
                if forms != 0 {
                    found(stem, forms);
                }
            }
            rests = rests.get(end + 1..).unwrap_or(&[]);
        }
    }
}

/// What the form with `ending` is, by a set of endings: the bits of [`Form::ALL`].
fn forms_with(set: usize, ending: &[u8]) -> u8 {
    let mut endings = part(SETS, two_bytes(part(ENDING_STARTS, 0), 2 * set));
    let Some((&count, rest)) = endings.split_first() else { return 0 };
    endings = rest;
    for _ in 0..count {
        let Some((&[length, forms], rest)) = endings.split_first_chunk() else { break };
        let length = usize::from(length);
        if length == ending.len() && (ending.is_empty() || rest.first() == ending.first()) && rest.starts_with(ending) {
            return forms;
        }
        endings = rest.get(length..).unwrap_or(&[]);
    }
    0
}

#[cfg(test)]
#[path = "conjugation.rs"]
pub(super) mod conjugation;

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    fn of_code(code: char) -> Form {
        let place = ['g', 'i', 'o', 'p', 's', 'x'].iter().position(|&known| known == code);
        Form::ALL[place.unwrap()]
    }

    /// Stems and endings against a map of all forms: the forms themselves, and words that are none.
    #[test]
    fn every_form_is_found_and_nothing_else() {
        let lines = include_str!("speech.tsv").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let lemmas: BTreeSet<String> = lines.map(|line| crate::text::fold(line.split('\t').next().unwrap())).collect();
        let mut slow: BTreeMap<String, BTreeSet<(String, usize)>> = BTreeMap::new();
        for (row, lemma) in lemmas.iter().enumerate() {
            let pronoun = ["se ", "s'", "l'", "nous "].iter().find_map(|pronoun| lemma.strip_prefix(pronoun));
            let verb = pronoun.unwrap_or(lemma).split(' ').next().unwrap();
            for (form, code) in conjugation::conjugate(verb) {
                slow.entry(form).or_default().insert((format!("{:?}", of_code(code)), row));
            }
        }
        let known = |form: &str| {
            List::Speech.readings(form).map(|(form, row)| (format!("{form:?}"), row)).collect::<BTreeSet<_>>()
        };
        for (form, readings) in &slow {
            assert_eq!(&known(form), readings, "{form}");
        }
        let others = include_str!("common_words.tsv").lines().filter_map(|line| line.split('\t').next());
        for word in others.chain(["", "a", "ache", "affirmera tout", "ét", "affirmât"]) {
            assert_eq!(known(word), slow.get(word).cloned().unwrap_or_default(), "{word}");
        }
    }

    #[test]
    fn conjugation_follows_the_grammar() {
        let has = |verb: &str, form: &str, code: char| {
            assert!(
                conjugation::conjugate(verb).contains(&(form.to_owned(), code)),
                "{verb}: {form} {code} is not in {:?}",
                conjugation::conjugate(verb)
            );
        };
        for (verb, form, code) in [
            ("dire", "dites", 'o'),
            ("dire", "dit", 's'),
            ("dire", "dit", 'x'),
            ("contredire", "contredisez", 'o'),
            ("maudire", "maudissent", 'p'),
            ("écrire", "écrivait", 's'),
            ("lever", "lève", 's'),
            ("éluder", "élude", 's'),
            ("alléguer", "allègue", 's'),
            ("espérer", "espèrent", 'p'),
            ("appuyer", "appuie", 's'),
            ("avertir", "avertissent", 'p'),
            ("répondre", "répondu", 'x'),
            ("admettre", "admis", 'x'),
            ("reconnaître", "reconnaissait", 's'),
            ("craindre", "craignent", 'p'),
            ("soutenir", "soutinrent", 'p'),
            ("prévoir", "prévoira", 's'),
            ("faire", "ferait", 's'),
            ("être", "étaient", 'p'),
            ("vouloir", "voudrait", 's'),
            ("requérir", "requiert", 's'),
            ("comprendre", "comprennent", 'p'),
            ("recevoir", "reçoivent", 'p'),
            ("avoir", "aurait", 's'),
            ("devoir", "devait", 's'),
            ("pouvoir", "pourront", 'p'),
            ("disparaître", "disparaissent", 'p'),
            ("détruire", "détruit", 's'),
            ("mourir", "meurt", 's'),
            ("sortir", "sortent", 'p'),
            ("souffrir", "souffre", 's'),
            ("ralentir", "ralentissait", 's'),
        ] {
            has(verb, form, code);
        }
    }
}
