//! Whom an office means that the article gives to nobody: `le ministre de l'Intérieur` is the person named in the article who is known to hold it.

use std::cell::OnceCell;

use crate::lexicon::{demonyms, incumbents};
use crate::links::entities::Entity;
use crate::map::Map;
use crate::mentions::Kind;
use crate::options::Published;
use crate::text::{chars, fold, is_one_of};
use crate::tokens::Tokens;

/// The longest office that is looked up, in tokens.
const LONGEST: usize = 12;

/// The offices of those whom articles name without saying what they are.
const HEADS: [&str; 4] = ["président république", "premier ministre", "président états-unis", "président russie"];

/// The people of the article, and the month in which their offices count.
#[derive(Debug, Default)]
pub(in crate::links) struct Holders {
    /// People by full name and by surname, folded; `None` where two share one.
    people: Map<String, Option<usize>>,
    month: Option<String>,
    /// Those who hold [`HEADS`].
    heads: OnceCell<Vec<usize>>,
}

impl Holders {
    pub(in crate::links) fn of(entities: &[Entity], published: Option<Published>) -> Self {
        let mut people = Map::default();
        for (index, entity) in entities.iter().enumerate().filter(|(_, e)| e.kind == Kind::Person) {
            people.entry(plain(&entity.name)).and_modify(|e| *e = None).or_insert(Some(index));
        }
        let month = published.map(|p| p.to_string()).and_then(|p| p.get(..7).map(str::to_owned));
        Self { people, month, heads: OnceCell::new() }
    }

    /// The one person of the article who holds the office that tokens `start..end` name, without their article: `ministre de l'Intérieur`, `président américain`.
    pub(in crate::links) fn of_phrase(&self, tokens: &Tokens<'_>, start: usize, end: usize) -> Option<usize> {
        let end = end.min(start + LONGEST);
        let mut words: Vec<&str> = (start..end).map(|i| tokens.folded(i)).collect();
        // `ministre allemand des Affaires étrangères`: whose minister it is comes last.
        let origin =
            words.iter().enumerate().skip(1).find_map(|(at, word)| Some((at, fold(demonyms::place(word)?.of))));
        if let Some((at, place)) = &origin {
            words.remove(*at);
            words.push(place);
        }
        if let Some(holder) = self.one(&words.join(" ")) {
            return holder;
        }
        // `ministre de l'Économie et des Finances`, `ministre français de l'Intérieur`: one of several portfolios, and the country that most offices of the list are of.
        if let Some((_, place)) = &origin {
            words.pop();
            if place != "france" {
                return None;
            }
        }
        (2..=words.len()).rev().find_map(|length| self.one(&words[..length].join(" "))).flatten()
    }

    /// Who of the article holds `office`, folded, with its country or body: `None` where the list does not have it.
    pub(in crate::links) fn one(&self, office: &str) -> Option<Option<usize>> {
        incumbents::of(office, None).next()?;
        let mut holders = incumbents::of(office, self.month.as_deref()).filter_map(|name| self.named(name));
        let only = holders.next();
        Some(only.filter(|&only| holders.all(|other| other == only)))
    }

    /// Whether `office` has known holders, none of whom is `entity`.
    pub(in crate::links) fn is_another(&self, office: &str, entity: usize) -> bool {
        let mut holders = incumbents::of(office, None).peekable();
        holders.peek().is_some() && holders.all(|name| self.named(name) != Some(entity))
    }

    /// Whether the person holds one of [`HEADS`].
    pub(in crate::links) fn is_head(&self, entity: usize) -> bool {
        let heads = || HEADS.iter().filter_map(|office| self.one(office).flatten()).collect();
        self.heads.get_or_init(heads).contains(&entity)
    }

    /// Whether the person holds one of [`HEADS`] and is hardly meant by `noun`: `le candidat`, but no `le député`.
    pub(in crate::links) fn is_head_but(&self, noun: &str, entity: usize) -> bool {
        let meant = "président chef candidat dirigeant locataire milliardaire banquier républicain ancien";
        !is_one_of(noun, meant) && self.is_head(entity)
    }

    /// The person `name`, by the full name or the surname alone.
    fn named(&self, name: &str) -> Option<usize> {
        let name = plain(name);
        let surname = || name.split_once(' ').map_or(&*name, |(_, surname)| surname);
        *self.people.get(&name).or_else(|| self.people.get(surname()))?
    }
}

/// Without capitals and accents, which capitals often lack.
fn plain(name: &str) -> String {
    fold(name).chars().map(chars::without_accent).collect()
}
