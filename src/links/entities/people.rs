//! Who is who: full names, surnames, given names, initials.

use super::couples::Couples;
use super::forms::{Form, Forms, spelling};
use super::{Gender, acronyms, bodies, gender, pseudonyms};
use crate::lexicon::{gazetteer, given_names};
use crate::map::Map;
use crate::mentions::{Kind, Mentions};
use crate::tokens::Tokens;

/// The longest surname, in words, that is looked up (`von der Leyen` has three).
const LONGEST_SURNAME: usize = 5;

/// How many people of one surname are told apart; an article with more is a list.
const MOST_NAMESAKES: usize = 16;

/// Words before a given name that make it a whole name: `le pape François` is no François of the article.
const OF_ONE_NAME: [&str; 14] = [
    "pape",
    "roi",
    "reine",
    "prince",
    "princesse",
    "saint",
    "sainte",
    "frère",
    "soeur",
    "mère",
    "père",
    "abbé",
    "empereur",
    "dom",
];

/// Joins the forms of people. Returns the full names of those who share a surname with the person named behind them.
pub(super) fn join(tokens: &Tokens<'_>, mentions: &Mentions, forms: &mut Forms) -> Couples {
    let people: Vec<usize> = (0..forms.list().len()).filter(|&f| forms.list()[f].kind == Kind::Person).collect();
    join_full_names(forms, &people);
    pseudonyms::join(tokens, mentions, forms);
    acronyms::join(forms, &people);
    let couples = Couples::find(tokens, mentions, forms, &people);
    // Ends and beginnings of full names → the forms that have them, each person once.
    let mut endings: Map<String, Vec<usize>> = Map::default();
    let mut beginnings: Map<String, Vec<usize>> = Map::default();
    for &form in &people {
        let words = forms.list()[form].words.clone();
        // `Jean-Michel`: a given name of two words, and no Michel.
        let given = mentions.list()[forms.list()[form].mentions[0]].tokens.len() == 1
            && words.last().is_some_and(|word| given_names::get(word).is_some());
        for start in (1..words.len()).rev().take(LONGEST_SURNAME).filter(|_| !given) {
            add(forms, endings.entry(spelling(&words[start..])).or_default(), form);
        }
        if words.len() > 1 {
            // `Jean-Luc` is a given name of two words: `Jean` alone is somebody else.
            let given = given_name(tokens, mentions, forms, form);
            add(forms, beginnings.entry(given).or_default(), form);
        }
    }
    for (form, surname) in couples.surnames() {
        if !beginnings.contains_key(&forms.list()[form].words.join("-")) {
            add(forms, endings.entry(spelling(surname)).or_default(), form);
        }
    }
    for &form in &people {
        let own = &forms.list()[form];
        let as_given_name =
            || beginnings.get(&own.words.join("-")).filter(|_| is_given_name_alone(tokens, mentions, own));
        let bearers = endings.get(&own.spelling).or_else(as_given_name);
        match bearers.map_or(&[][..], |b| &b[..]) {
            [] => {}
            [bearer] => join_bearer(tokens, mentions, forms, form, *bearer),
            several => assign_namesakes(tokens, mentions, forms, &couples, form, several),
        }
    }
    couples
}

/// Whether a given name stands for somebody of that given name, and is not the whole name of a pope or king.
fn is_given_name_alone(tokens: &Tokens<'_>, mentions: &Mentions, form: &Form) -> bool {
    let mut before =
        form.mentions.iter().take(MOST_ASKED).filter_map(|&m| mentions.list()[m].tokens.first().checked_sub(1));
    !before.any(|token| OF_ONE_NAME.contains(&tokens.folded(token)))
}

/// How many mentions of a form are looked at.
const MOST_ASKED: usize = 16;

/// Joins a surname or given name to the one person who has it; mentions that mean somebody else or several people (`Mme Morel` beside
/// Paul Morel, `les frères Morel`) stay apart.
fn join_bearer(tokens: &Tokens<'_>, mentions: &Mentions, forms: &mut Forms, form: usize, bearer: usize) {
    let own = forms.list()[form].mentions.clone();
    // The given name alone: titles nearby may be somebody else's, and here they would part one person in two.
    let given = forms.list()[bearer].mentions.first().map(|&m| mentions.list()[m].tokens);
    let gender = given.and_then(|range| gender::by_given_name(tokens, range));
    let is_other = |mention: usize| {
        let range = mentions.list()[mention].tokens;
        let civility = gender::by_word_before(tokens, range.first());
        gender::are_several(tokens, range.first()) || (civility.is_some() && gender.is_some() && civility != gender)
    };
    let (others, same): (Vec<usize>, Vec<usize>) = own.into_iter().partition(|&m| is_other(m));
    if others.is_empty() {
        forms.join(form, bearer);
        return;
    }
    for mention in same {
        forms.assign(mention, bearer);
    }
}

/// Adds `form` unless somebody joined with it is there.
fn add(forms: &Forms, list: &mut Vec<usize>, form: usize) {
    let root = forms.root(form);
    if list.len() < MOST_NAMESAKES && !list.iter().any(|&f| forms.root(f) == root) {
        list.push(form);
    }
}

/// The first token of a form's first mention, folded, without accents.
fn given_name(tokens: &Tokens<'_>, mentions: &Mentions, forms: &Forms, form: usize) -> String {
    let first = mentions.list()[forms.list()[form].mentions[0]].tokens.first();
    tokens.folded(first).chars().map(crate::text::chars::without_accent).collect()
}

/// Full names that differ in middle names and initials only: `Donald J. Trump` and `Donald Trump`, `E. Macron` and `Emmanuel Macron`.
fn join_full_names(forms: &mut Forms, people: &[usize]) {
    let surname = |words: &[String]| words[words.len() - 1].clone();
    join_alike(forms, people, surname, same_given_names);
    join_alike(forms, people, |words| words[0].clone(), same_surnames);
}

/// Joins full names that have `key` in common and are `alike`.
fn join_alike(
    forms: &mut Forms,
    people: &[usize],
    key: fn(&[String]) -> String,
    alike: fn(&[String], &[String]) -> bool,
) {
    let mut by_key: Map<String, Vec<usize>> = Map::default();
    for &form in people {
        let words = &forms.list()[form].words;
        if words.len() > 1 {
            by_key.entry(key(words)).or_default().push(form);
        }
    }
    for namesakes in by_key.values() {
        for (position, &form) in namesakes.iter().enumerate().take(MOST_NAMESAKES) {
            let of = |form: usize| &forms.list()[form].words[..];
            let same = namesakes[..position].iter().copied().find(|&other| alike(of(other), of(form)));
            if let Some(other) = same {
                forms.join(other, form);
            }
        }
    }
}

/// Whether two full names with the same first word differ in one misspelt word: `Lise Kermadec`, `Lise Kermadek`.
fn same_surnames(a: &[String], b: &[String]) -> bool {
    let mut other = a.iter().zip(b).filter(|(x, y)| x != y);
    a.len() == b.len()
        && other.next().is_some_and(|(x, y)| x.len().max(y.len()) > SHORTEST_MISSPELT && is_misspelt(x, y))
        && other.next().is_none()
}

/// Whether two full names with the same last word may be one person's.
fn same_given_names(a: &[String], b: &[String]) -> bool {
    let (first_a, first_b) = (&a[0], &b[0]);
    if first_a == first_b {
        // `Jean-Marie` and `Jean-Luc` differ in the second word; `Donald J.` and `Donald` do not.
        return a.len() != b.len()
            || a[1..].iter().zip(&b[1..]).all(|(x, y)| x == y || initial_of(x, y) || initial_of(y, x));
    }
    let same_rest = || a[1..] == b[1..] && same_gender(first_a, first_b);
    initial_of(first_a, first_b)
        || initial_of(first_b, first_a)
        || (same_rest()
            && (is_shortened(first_a, first_b) || first_a.len() == first_b.len() && is_misspelt(first_a, first_b)))
}

/// How many letters a given name has at least that may be misspelt: short ones differ in one letter all the time (`Paul`, `Saul`).
const SHORTEST_MISSPELT: usize = 5;

/// Whether two words differ in one letter only, which is another one, is missing or stands before its neighbour: `Damien` and `Damian`.
fn is_misspelt(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let common = |mut pairs: &mut dyn Iterator<Item = (&char, &char)>| (&mut pairs).take_while(|(x, y)| x == y).count();
    let before = common(&mut a.iter().zip(&b));
    let behind = common(&mut a[before..].iter().rev().zip(b[before..].iter().rev()));
    a.len().min(b.len()) >= SHORTEST_MISSPELT
        && match (&a[before..a.len() - behind], &b[before..b.len() - behind]) {
            ([_], [_]) | ([_], []) | ([], [_]) => true,
            ([x, y], [z, w]) => (x, y) == (w, z),
            _ => false,
        }
}

/// Whether one given name is the beginning of the other: `Alex` and `Alexandre`.
fn is_shortened(a: &str, b: &str) -> bool {
    a.len().min(b.len()) > 1 && (a.starts_with(b) || b.starts_with(a))
}

/// Whether two given names may be one person's: `Daniel` and `Danielle` are not.
fn same_gender(a: &str, b: &str) -> bool {
    let gender = |name| given_names::get(name).and_then(|n| n.gender);
    gender(a).is_none() || gender(b).is_none() || gender(a) == gender(b)
}

/// Whether `short` is the initial of `long` (`e.`, `emmanuel`).
fn initial_of(short: &str, long: &str) -> bool {
    short.strip_suffix('.').is_some_and(|s| s.chars().count() == 1 && long.starts_with(s))
}

/// Gives each mention of a surname that several people have to the one it most likely means: the one that its civility fits; of these the one whom
/// the news call by that surname alone (`Macron`); of these the one named in full most often; of these the one named last.
fn assign_namesakes(
    tokens: &Tokens<'_>,
    mentions: &Mentions,
    forms: &mut Forms,
    couples: &Couples,
    form: usize,
    bearers: &[usize],
) {
    let words = &forms.list()[form].words;
    let famous = gazetteer::get(words.iter().map(String::as_str))
        .and_then(|e| e.readings().find(|r| bodies::kind_of(r.kind()) == Kind::Person))
        .and_then(|r| r.name(&words.join(" ")))
        .map(|name| bodies::plain(&name));
    let namesakes: Vec<Namesake> = bearers
        .iter()
        .map(|&bearer| {
            let all = forms.list()[bearer].mentions.clone();
            Namesake {
                form: bearer,
                gender: gender::of(tokens, mentions, &all).or_else(|| couples.gender(bearer)),
                is_famous: famous.as_deref() == Some(&forms.list()[bearer].words.join(" ")),
                mentions: all,
            }
        })
        .collect();
    let own = forms.list()[form].mentions.clone();
    for mention in own {
        let range = mentions.list()[mention].tokens;
        let wanted = gender::by_word_before(tokens, range.first()).or_else(|| gender::by_title(tokens, range));
        let best = namesakes.iter().max_by_key(|namesake| {
            let fits = wanted.is_none() || namesake.gender.is_none() || namesake.gender == wanted;
            let before = namesake.mentions.partition_point(|&m| m < mention);
            // The last full mention before; else, the earlier introduced, the better.
            let last = match before.checked_sub(1) {
                Some(last) => namesake.mentions[last] as i64,
                None => -1 - namesake.mentions[0] as i64,
            };
            (fits, namesake.is_famous, namesake.mentions.len(), last)
        });
        if let Some(best) = best {
            forms.assign(mention, best.form);
        }
    }
}

/// One of several people of one surname.
struct Namesake {
    form: usize,
    gender: Option<Gender>,
    /// Whether the news call this one by the surname alone.
    is_famous: bool,
    /// The mentions in full.
    mentions: Vec<usize>,
}
