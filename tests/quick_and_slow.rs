//! The quick ways of finding something against the slow and obvious ones, on words and texts by chance.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use reperes::lexicon::{gazetteer, given_names};
use reperes::names::training::{LABELS, OUTSIDE, Scores, Transitions, best, marginals, may_follow, steps};
use reperes::text::{OffsetIndex, Text, Unit, chars, ends_like, fold, is_one_of};
use reperes::tokens;

/// Letters of all lengths in both encodings.
fn letters() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&["a", "b", "é", "œ", "—", "日", "😀", " ", "e\u{301}"][..]), 0..300)
        .prop_map(|letters| letters.concat())
}

/// Words that are like each other, and the empty one.
fn word() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&["a", "b", "c", "é", "à", "-", "'"][..]), 0..5)
        .prop_map(|letters| letters.concat())
}

/// What the property below seldom draws: lists that begin or end with a space, or hold two in a row, and words that just fit.
#[test]
fn lists_with_empty_words() {
    for list in [" mot", "mot ", "  mot", " un  mot", " mot un", "mot  un"] {
        assert!(is_one_of("mot", list), "{list:?}");
        assert!(!is_one_of("", list) && !is_one_of("mo", list) && !is_one_of("mots", list), "{list:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Offsets by the index, and by counting from the start.
    #[test]
    fn offsets_are_counted(text in letters()) {
        let (utf16, characters) = (OffsetIndex::new(&text, Unit::Utf16), OffsetIndex::new(&text, Unit::Character));
        for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            prop_assert_eq!(utf16.at(at as u32) as usize, text[..at].encode_utf16().count());
            prop_assert_eq!(characters.at(at as u32) as usize, text[..at].chars().count());
        }
    }

    /// A word in a list of words, sixteen bytes at once, and word by word.
    #[test]
    fn words_are_compared(word in word(), list in prop::collection::vec(word(), 0..40)) {
        prop_assert_eq!(is_one_of(&word, &list.join(" ")), !word.is_empty() && list.contains(&word));
        let endings: Vec<&str> = list.iter().map(String::as_str).filter(|ending| !ending.is_empty()).collect();
        prop_assert_eq!(ends_like(&word, &endings), endings.iter().any(|ending| word.ends_with(ending)));
    }

    /// The likeliest labels, and how likely each is, by dynamic programming and by trying all labellings.
    #[test]
    fn labels_are_tried(
        emissions in prop::collection::vec(prop::array::uniform::<_, LABELS>(-3.0_f32..3.0), 0..4),
        transitions in prop::array::uniform::<_, LABELS>(prop::array::uniform::<_, LABELS>(-2.0_f32..2.0)),
    ) {
        let labellings = labellings(emissions.len());
        let scores: Vec<f64> = labellings.iter().map(|labels| score(labels, &emissions, &transitions)).collect();
        let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let found = score(&best(&emissions, &transitions), &emissions, &transitions);
        prop_assert!((found - most).abs() < 1e-4, "{found} rather than {most}");
        let total: f64 = scores.iter().map(|score| (score - most).exp()).sum();
        for (index, likely) in marginals(&emissions, &steps(&transitions)).iter().enumerate() {
            for (label, &likely) in likely.iter().enumerate() {
                let with = labellings.iter().zip(&scores).filter(|(labels, _)| labels[index] == label);
                let slow = with.map(|(_, score)| (score - most).exp()).sum::<f64>() / total;
                prop_assert!((f64::from(likely) - slow).abs() < 1e-3, "label {label} of {index}: {likely} rather than {slow}");
            }
        }
    }

    /// The longest name that the gazetteer knows, by its first words, and by looking for the longest stretch that is all of one name.
    #[test]
    fn names_are_looked_up(words in prop::collection::vec(prop::sample::select(NAMES), 1..6)) {
        let text = words.join(" ");
        let tokens = tokens::read(Text::new(&text).expect("a short text"));
        let words: Vec<(&str, &str)> = (0..tokens.len()).map(|index| (tokens.folded(index), tokens.str(index))).collect();
        for first in 0..words.len() {
            let known = |end: usize| {
                let stretch = &words[first..end];
                let found = gazetteer::longest(&|index| stretch.get(index).copied());
                found.is_some_and(|(length, _)| length == stretch.len())
            };
            let slow = (first + 1..=words.len()).rev().find(|&end| known(end)).map(|end| end - first);
            let found = gazetteer::longest(&|index| words.get(first + index).copied()).map(|(length, _)| length);
            prop_assert_eq!(found, slow, "at {} of {}", first, text);
        }
    }
}

/// A table that knows its words as numbers, and the list that it was made of. Of other words one in some 65,536 is taken for a name, since keys are numbers of sixteen
/// bits beside their place.
#[test]
fn a_table_has_the_words_of_its_list_and_hardly_others() {
    let list = list();
    for (name, payload) in &list {
        let found = given_names::get(name).expect(name);
        assert_eq!(Some(found.weight), payload[1..2].parse().ok(), "{name}");
        assert_eq!(found.is_word, payload.contains('w'), "{name}");
    }
    let plain: BTreeSet<String> = list.keys().map(|name| without_accents(name)).collect();
    let letters = || 'a'..='z';
    let others =
        letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| String::from_iter([a, b, c]))));
    let taken: Vec<String> = others.filter(|word| !plain.contains(word) && given_names::get(word).is_some()).collect();
    assert!(taken.len() < 5, "{taken:?}");
}

/// Names that begin alike, that hold each other, and what stands between names.
const NAMES: &[&str] = &[
    "New",
    "York",
    "Times",
    "Côte",
    "d'Ivoire",
    "Stade",
    "de",
    "France",
    "Paris",
    "Saint-Germain",
    "Emmanuel",
    "Macron",
    "la",
    "La",
    "Croix",
    "ONU",
    "Nations",
    "unies",
    "Organisation",
    "des",
    "Union",
    "européenne",
    "et",
    "Angela",
    "Merkel",
    "Seine-Saint-Denis",
];

/// All labellings that may be.
fn labellings(length: usize) -> Vec<Vec<usize>> {
    let mut all = vec![vec![]];
    for _ in 0..length {
        let longer = |labels: Vec<usize>| {
            let before = labels.last().copied().unwrap_or(OUTSIDE);
            (0..LABELS)
                .filter(move |&label| may_follow(before, label))
                .map(move |label| [&labels[..], &[label]].concat())
        };
        all = all.into_iter().flat_map(longer).collect();
    }
    all
}

fn score(labels: &[usize], emissions: &[Scores], transitions: &Transitions) -> f64 {
    let around = [&[OUTSIDE], labels, &[OUTSIDE]].concat();
    let steps: f64 = around.windows(2).map(|pair| f64::from(transitions[pair[0]][pair[1]])).sum();
    steps + labels.iter().zip(emissions).map(|(&label, scores)| f64::from(scores[label])).sum::<f64>()
}

/// The given names as the list has them, of one word each.
fn list() -> BTreeMap<&'static str, &'static str> {
    let lines = include_str!("../src/lexicon/given_names.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).filter(|(name, _)| !name.contains([' ', '-'])).collect()
}

/// As keys are.
fn without_accents(word: &str) -> String {
    fold(word).chars().map(chars::without_accent).collect()
}
