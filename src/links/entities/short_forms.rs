//! Short forms of what is no person: `la Commission`, `Oxfam` for `Oxfam International`, `Eleanor` for `la tempête Eleanor`.
//!
//! Every long name is entered under the short forms that it may have; a name that is one of them, and of one long name only, is joined to it.

use super::acronyms::is_small;
use super::bodies;
use super::forms::{Form, Forms, spelling};
use crate::map::Map;
use crate::mentions::Kind;
use crate::text::is_one_of;

/// How many words of a long name are looked at.
const MOST_WORDS: usize = 16;

/// How many long names with one first word are compared with a name that skips some of their words.
const MOST_ALIKE: usize = 8;

/// What companies have behind their names, or leave out.
const COMPANY_ENDINGS: [&str; 21] = [
    "ag",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "group",
    "groupe",
    "holding",
    "inc",
    "inc.",
    "international",
    "limited",
    "ltd",
    "motors",
    "nv",
    "partners",
    "plc",
    "sa",
    "sas",
    "se",
    "spa",
];

/// What clubs have before or behind the name of their town.
const CLUB_WORDS: [&str; 16] = [
    "ac",
    "aj",
    "as",
    "ea",
    "fc",
    "losc",
    "ogc",
    "olympique",
    "rc",
    "real",
    "sc",
    "sm",
    "stade",
    "sporting",
    "us",
    "usap",
];

/// Joins the forms of what is no person to the one long form that they shorten.
pub(super) fn join(forms: &mut Forms, others: &[usize]) {
    join_skipping(forms, others);
    let mut long_forms: Map<(Kind, String), Vec<usize>> = Map::default();
    for &form in others {
        let long = &forms.list()[form];
        for short in short_forms(long) {
            let key = spelling(short);
            let list = long_forms.entry((long.kind, key)).or_default();
            // Two are as bad as many.
            if list.len() < MOST_ALIKE {
                list.push(form);
            }
        }
    }
    for &form in others {
        let short = &forms.list()[form];
        let Some(longs) = long_forms.get(&(short.kind, short.spelling.clone())) else { continue };
        if let Some(long) = meant(forms, longs) {
            forms.join(long, form);
        }
    }
    join_given_names(forms);
}

/// Which of the long forms a short one means. What one name may shorten twice over (`Tour` for two tours) shortens neither, unless the article first and again
/// speaks of the one, and names each other once in passing.
fn meant(forms: &Forms, longs: &[usize]) -> Option<usize> {
    let (&first, rest) = longs.split_first()?;
    let others = || rest.iter().filter(|&&f| forms.root(f) != forms.root(first)).map(|&f| &forms.list()[f].mentions);
    let own = &forms.list()[first].mentions;
    let in_passing = |mentions: &Vec<usize>| own.len() > 1 && mentions.len() == 1 && own[0] < mentions[0];
    others().all(in_passing).then_some(first)
}

/// Storms have given names: `Gontran` alone looks like a person, but is the storm where the article names no person so. Festivals are taken for places: `les
/// Mirabelles` beside the `festival Mirabelles`.
fn join_given_names(forms: &mut Forms) {
    let mut events: Map<String, usize> = Map::default();
    let mut sizes = vec![0; forms.list().len()];
    for (index, form) in forms.list().iter().enumerate() {
        sizes[forms.root(index)] += 1;
        if form.kind == Kind::Event
            && let Some(name) = behind_head(form)
        {
            events.entry(spelling(name)).or_insert(index);
        }
    }
    for index in 0..forms.list().len() {
        let form = &forms.list()[index];
        let may_be_event = match form.kind {
            Kind::Person => form.words.len() == 1,
            Kind::Place | Kind::Organisation => bodies::weight(form.kind, &form.words) == 0,
            _ => false,
        };
        if may_be_event
            && sizes[forms.root(index)] == 1
            && let Some(&event) = events.get(&form.spelling)
        {
            forms.join(event, index);
        }
    }
}

/// The short forms that a long name may have.
fn short_forms(long: &Form) -> Vec<&[String]> {
    let words = &long.words[..long.words.len().min(MOST_WORDS)];
    let mut found = match long.kind {
        Kind::Organisation => of_organisation(words, long.head),
        Kind::Event => of_event(words, long.head),
        Kind::Work => of_work(words),
        Kind::Place => of_place(words, long.head),
        _ => Vec::new(),
    };
    if long.kind != Kind::Work {
        found.extend(behind_head(long));
    }
    found.retain(|short| !short.is_empty() && short.len() < words.len());
    found
}

/// How often a place's name may be the one that the gazetteer has before it is not the place's at the end of a longer name: `cap Corse` is not `Corse`.
const MOST_KNOWN: u8 = 6;

/// `lycée Lumière`, `tempête Eleanor`: the name right behind a head noun.
fn behind_head(long: &Form) -> Option<&[String]> {
    let name = long.words.get(long.head..).filter(|_| long.head > 0)?;
    // `parquet de Paris` is no `Paris`.
    let is_name = name.first().is_some_and(|w| !is_small(w));
    (is_name && (long.kind != Kind::Place || bodies::weight(Kind::Place, name) <= MOST_KNOWN)).then_some(name)
}

/// `Commission européenne`: the head alone. `Oxfam International`: without the legal form. `RC Lens`: the town.
fn of_organisation(words: &[String], head: usize) -> Vec<&[String]> {
    let mut found = Vec::new();
    // `L'Équipe` is a newspaper, and no team.
    if head > 0 && !is_one_of(&words[0], "équipe equipe") {
        // `Muséum` for `Muséum d'histoire naturelle de Lille`, whose head is three words.
        found.extend([&words[..head], &words[..1]]);
    }
    let mut end = words.len();
    while end > 1 && COMPANY_ENDINGS.contains(&words[end - 1].as_str()) {
        end -= 1;
        found.push(&words[..end]);
    }
    // `Garnier Morel` for `Garnier Morel Conseil`: all but the last words, unless the gazetteer knows it as another body.
    found.extend((2..words.len()).map(|i| &words[..i]).filter(|w| !bodies::is_known(Kind::Organisation, w)));
    if COMPANY_ENDINGS.contains(&words[0].as_str()) || CLUB_WORDS.contains(&words[0].as_str()) {
        found.push(&words[1..]);
    }
    if words.last().is_some_and(|w| CLUB_WORDS.contains(&w.as_str())) {
        found.push(&words[..words.len() - 1]);
    }
    // `Zouaves de Paris`, `direction du commerce de la wilaya`: without the complement.
    found.extend(
        (1..words.len())
            .filter(|&i| is_of(&words[i]))
            .map(|i| &words[..i])
            .filter(|w| !bodies::is_known(Kind::Organisation, w)),
    );
    found
}

/// `78e Festival de Cannes`, `Festival de Cannes 2025`: without edition and year; and the head alone.
fn of_event(words: &[String], head: usize) -> Vec<&[String]> {
    let start = usize::from(is_ordinal(&words[0]));
    let year = words.last().is_some_and(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()));
    let end = words.len() - usize::from(year);
    let mut found = Vec::new();
    if start < end {
        found.extend([&words[start..], &words[..end], &words[start..end]]);
        found.extend((head > 0).then(|| &words[..head]));
    }
    found
}

/// `Samsung Galaxy Buds3 Pro`: without the maker, of one word or two.
fn of_work(words: &[String]) -> Vec<&[String]> {
    let makers = 1..words.len().min(3);
    makers
        .map(|i| (i, &words[i..]))
        .filter(|(i, rest)| rest.len() >= *i && !is_small(&rest[0]))
        .map(|(_, rest)| rest)
        .collect()
}

/// How many letters the first half of a town's double name has at least that stands for the whole.
const SHORTEST_HALF: usize = 5;

/// `Ville de Québec`: the town. `Montigny-lès-Metz`: its first half, unless that is a well-known place itself (`Paris-Saclay`).
fn of_place(words: &[String], head: usize) -> Vec<&[String]> {
    let mut found = Vec::new();
    if words.len() > 2 && matches!(words[0].as_str(), "ville" | "commune") && is_of(&words[1]) {
        found.push(&words[2..]);
    }
    // `aéroport de Lyon-Saint-Exupéry`
    if words.len() > 3
        && words[0] == "aeroport"
        && is_of(&words[1])
        && bodies::weight(Kind::Place, &words[2..3]) > MOST_KNOWN
    {
        found.push(&words[2..]);
    }
    let is_half = head == 0 && words.len() > 1 && words[0].chars().count() >= SHORTEST_HALF;
    if is_half && bodies::weight(Kind::Place, &words[..1]) <= MOST_KNOWN {
        found.push(&words[..1]);
    }
    found
}

/// Whether a complement begins with the word.
fn is_of(word: &str) -> bool {
    is_one_of(word, "de du des d'")
}

/// Whether a word is `78e`, `2ème`, `1re`.
fn is_ordinal(word: &str) -> bool {
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    ending.len() < word.len() && is_one_of(ending, "e eme er re")
}

/// Joins names that skip words of one long name with the same head noun: `Commission de contrôle` for `Commission nationale de contrôle des
/// techniques de renseignement`.
fn join_skipping(forms: &mut Forms, others: &[usize]) {
    let mut by_first: Map<(Kind, String), Vec<usize>> = Map::default();
    let content =
        |form: &Form| form.words.iter().take(MOST_WORDS).filter(|w| !is_small(w)).cloned().collect::<Vec<String>>();
    for &form in others {
        let long = &forms.list()[form];
        if matches!(long.kind, Kind::Organisation | Kind::Place) && long.head > 0 && long.words.len() > 2 {
            let list = by_first.entry((long.kind, long.words[0].clone())).or_default();
            if list.len() < MOST_ALIKE {
                list.push(form);
            }
        }
    }
    for &form in others {
        let short = &forms.list()[form];
        let words = content(short);
        if words.len() < 2 || bodies::is_known(short.kind, &short.words) {
            continue;
        }
        let Some(longs) = by_first.get(&(short.kind, short.words[0].clone())) else { continue };
        let mut roots: Vec<usize> = longs
            .iter()
            .filter(|&&f| f != form && skips_words(&words, &content(&forms.list()[f]), short.kind))
            .map(|&f| forms.root(f))
            .collect();
        roots.sort_unstable();
        roots.dedup();
        if let [root] = roots[..] {
            forms.join(root, form);
        }
    }
}

/// Whether `short` has words of `long` only, in their order; a place its last one too, since that says where.
fn skips_words(short: &[String], long: &[String], kind: Kind) -> bool {
    let mut rest = long.iter();
    short.len() <= long.len()
        && short.iter().all(|word| rest.by_ref().any(|w| w == word))
        && (kind != Kind::Place || short.last() == long.last())
}
