//! Mentions of one thing into one entity.
//!
//! Mentions with the same words (case, accents and hyphens aside) are one form. Forms are joined by kind: people by given name and surname
//! (`people`), organisations and places by acronym, short form and the gazetteer (`bodies`). The same name of two kinds is mostly one thing whose
//! kind was mistaken once (`spellings`). What can't be told from one form alone (`Macron` beside two people of that name) is decided mention by
//! mention.

mod acronyms;
mod bodies;
mod couples;
mod forms;
mod gender;
mod people;
mod pseudonyms;
mod salience;
mod short_forms;
mod spellings;

use std::cmp::Reverse;

use crate::mentions::{Kind, Mentions};
use crate::options::Rule;
use crate::rules::{self, Rules};
use crate::tokens::Tokens;
use couples::Couples;
use forms::Forms;

pub(super) use gender::settle as settle_genders;

/// Grammatical and social gender of a person, where given name or agreement tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Masculine.
    Masculine,
    /// Feminine.
    Feminine,
}

/// Someone or something that the article names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// The fullest form in the article; of a person's two names the usual one.
    pub name: String,
    /// The other forms, in order of appearance.
    pub aliases: Vec<String>,
    /// For people.
    pub gender: Option<Gender>,
    /// 0 to 1, all of an article together 1; the entities come most salient first.
    pub salience: f32,
    /// Its mentions in order.
    pub mentions: Vec<usize>,
}

/// Joins the mentions. Returns the entities, most salient first, and the entity of each mention.
pub(super) fn join(tokens: &Tokens<'_>, mentions: &Mentions, rules: &Rules<'_>) -> (Vec<Entity>, Vec<Option<usize>>) {
    let mut forms = Forms::of(tokens, mentions);
    spellings::join(&mut forms);
    let couples = people::join(tokens, mentions, &mut forms);
    bodies::join(tokens, mentions, &mut forms);
    spellings::join_across_kinds(&mut forms);
    let groups = rules.regroup(tokens, mentions, forms.groups());
    let mut entities: Vec<Entity> =
        groups.iter().map(|(group, rule)| entity(tokens, mentions, &couples, group, *rule)).collect();
    salience::weigh(tokens, mentions, &mut entities);
    // A stable sort: of two equally salient entities the one named first comes first.
    entities.sort_by(|a, b| b.salience.total_cmp(&a.salience).then(a.mentions.cmp(&b.mentions)));
    let mut entity_of = vec![None; mentions.list().len()];
    for (index, entity) in entities.iter().enumerate() {
        for &mention in &entity.mentions {
            entity_of[mention] = Some(index);
        }
    }
    (entities, entity_of)
}

/// The entity of `group`, mentions in order. Its salience comes later.
fn entity(tokens: &Tokens<'_>, mentions: &Mentions, couples: &Couples, group: &[usize], rule: Option<&Rule>) -> Entity {
    let text = |&mention: &usize| tokens.text().slice(mentions.list()[mention].span);
    let ruled = rule.and_then(Rule::kind).and_then(rules::kind);
    let kind = ruled.unwrap_or_else(|| usual_kind(mentions, group));
    // How often each stands there.
    let mut surfaces: Vec<(&str, usize)> = Vec::new();
    for surface in group.iter().map(text) {
        // An article that names one thing in very many ways is no article: what is beyond the first ones is left out of the aliases.
        if let Some((_, times)) = surfaces.iter_mut().find(|(known, _)| *known == surface) {
            *times += 1;
        } else if surfaces.len() < MOST_SURFACES {
            surfaces.push((surface, 1));
        }
    }
    let usage = if kind == Kind::Person && surfaces.len() > 1 { usage(&surfaces) } else { vec![0; surfaces.len()] };
    let fullest = surfaces
        .iter()
        .zip(usage)
        .map(|(&form, usage)| ((usage, fullness(form)), form))
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, form)| form);
    let name = rule.map(Rule::name).or(fullest.map(|(surface, _)| surface)).unwrap_or_default();
    // Whom the article names by given name alone, beside somebody of the same surname, has no fuller form.
    let (full_name, shared_gender) =
        group.iter().find_map(|&m| couples.full_name(m)).filter(|_| !name.contains(' ')).unzip();
    let full_name = full_name.or_else(|| bodies::spelled_out(kind, name)).filter(|_| rule.is_none());
    let aliases =
        surfaces.iter().filter(|&&(s, _)| full_name.is_some() || s != name).map(|(s, _)| plain_spaces(s)).collect();
    Entity {
        kind,
        name: full_name.unwrap_or_else(|| plain_spaces(name)),
        aliases,
        gender: (kind == Kind::Person)
            .then(|| gender::of(tokens, mentions, group))
            .flatten()
            .or(shared_gender.flatten()),
        salience: 0.0,
        mentions: group.to_vec(),
    }
}

/// The kind of most mentions; of two that are equally frequent, that of the fuller name (`festival Mirabelles` before `Mirabelles`), then the one that comes first.
/// Who has a given name and a surname somewhere is a person.
fn usual_kind(mentions: &Mentions, group: &[usize]) -> Kind {
    if group.iter().map(|&m| &mentions.list()[m]).any(|m| m.kind == Kind::Person && m.tokens.len() > 1) {
        return Kind::Person;
    }
    let mut counts: Vec<(Kind, usize, usize)> = Vec::new();
    for mention in group.iter().map(|&m| &mentions.list()[m]) {
        let length = mention.tokens.len();
        match counts.iter_mut().find(|(k, ..)| *k == mention.kind) {
            Some((_, count, longest)) => (*count, *longest) = (*count + 1, length.max(*longest)),
            None => counts.push((mention.kind, 1, length)),
        }
    }
    let most = counts.into_iter().reduce(|best, next| if (next.1, next.2) > (best.1, best.2) { next } else { best });
    most.map_or(Kind::Organisation, |(kind, ..)| kind)
}

/// How many different surfaces of one entity are kept.
const MOST_SURFACES: usize = 32;

/// How often a person is called by forms that share a word with each form: of two names (`Zoé, de son vrai nom Anne Morel`) the usual one counts.
fn usage(surfaces: &[(&str, usize)]) -> Vec<usize> {
    let plain: Vec<String> = surfaces.iter().map(|(surface, _)| bodies::plain(surface)).collect();
    let alike = |one: &str, other: &str| one.split(' ').any(|word| other.split(' ').any(|own| own == word));
    let times =
        |one: &String| surfaces.iter().zip(&plain).filter(|(_, other)| alike(one, other)).map(|((_, n), _)| n).sum();
    plain.iter().map(times).collect()
}

/// How full a form of a name is: words that are no mere initials in front of another, then no headline capitals, then accents; of two spellings that are as
/// full the more frequent one, then the one with fewer initials, then the longer one.
fn fullness((surface, times): (&str, usize)) -> (usize, bool, usize, usize, Reverse<usize>, usize) {
    let parts = || surface.split([' ', '-', '\u{A0}', '\u{202F}']).filter(|w| w.contains(char::is_alphanumeric));
    // `Kevin B.`: the initial of a surname tells more than none.
    let last = parts().skip(1).last();
    let words = parts().filter(|&w| w.len() > 1 && !w.ends_with('.') || Some(w) == last).count();
    let letters = || surface.chars().filter(|c| c.is_alphabetic());
    let shouted = letters().all(char::is_uppercase);
    (
        words,
        !shouted,
        letters().filter(|c| !c.is_ascii()).count(),
        times,
        Reverse(parts().count()),
        surface.chars().count(),
    )
}

/// A name on one line, with plain spaces.
fn plain_spaces(surface: &str) -> String {
    let mut name = String::with_capacity(surface.len());
    for word in surface.split(crate::text::chars::is_space).filter(|w| !w.is_empty()) {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    name
}
