//! Facts that one article alone states.

use super::people::Same;
use super::words::Words;
use crate::export::Article;
use crate::map::Map;
use crate::report::{ArgumentEntry, FactEntry, Range};
use crate::text::fold;

/// Facts of one kind about one thing that are looked at.
const SEEN: usize = 64;

/// What is the same in both articles: entities by the number of the first article's, or else by words.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Part {
    Entity(usize),
    Words(String),
}

/// Facts of each article, by index, that the other does not state. Figures are compared elsewhere, and what stands in a passage in common is stated by both.
pub(super) fn alone(
    articles: [&Article<'_>; 2],
    words: [&Words; 2],
    same: &Same,
    common: [&[Range]; 2],
) -> [Vec<usize>; 2] {
    let sides = [0, 1].map(|side| Side::new(articles[side], side, same));
    [0, 1].map(|side| {
        let mut within = vec![false; words[side].numbers.len()];
        common[side].iter().for_each(|&range| within[words[side].at(range)].fill(true));
        let facts = articles[side].report.facts.iter().enumerate().filter(|(_, f)| is_told(f));
        let lone = facts.filter(|(_, fact)| {
            let evidence = words[side].at(fact.evidence);
            let shared = !evidence.is_empty() && within[evidence].iter().all(|&w| w);
            !shared && !sides[1 - side].states(fact, &sides[side])
        });
        lone.map(|(index, _)| index).collect()
    })
}

fn is_told(fact: &FactEntry) -> bool {
    !matches!(fact.kind, "figure" | "figureCheck")
}

struct Side<'a> {
    article: &'a Article<'a>,
    side: usize,
    same: &'a Same,
    /// Facts by kind and first argument.
    facts: Map<(&'static str, Part), Vec<usize>>,
}

impl<'a> Side<'a> {
    fn new(article: &'a Article<'a>, side: usize, same: &'a Same) -> Self {
        let mut this = Self { article, side, same, facts: Map::default() };
        for (index, fact) in article.report.facts.iter().enumerate().filter(|(_, f)| is_told(f)) {
            if let Some(first) = fact.arguments.first() {
                let known = this.facts.entry((fact.kind, this.part(first))).or_default();
                if known.len() < SEEN {
                    known.push(index);
                }
            }
        }
        this
    }

    fn part(&self, argument: &ArgumentEntry) -> Part {
        let entity = argument.entity.and_then(|e| {
            // Those of the second article that the first has not begin behind all of the first's.
            let count = self.same.forward.len();
            if self.side == 0 { Some(e) } else { self.same.backward.get(e).map(|a| a.unwrap_or(count + e)) }
        });
        entity.map_or_else(
            || Part::Words(fold(&self.article.line(Range { start: argument.start, end: argument.end }))),
            Part::Entity,
        )
    }

    /// Whether some fact here says the same as `fact` of the other article, or more, or less: what both have agrees.
    fn states(&self, fact: &FactEntry, other: &Side<'_>) -> bool {
        let Some(first) = fact.arguments.first() else { return true };
        let candidates = self.facts.get(&(fact.kind, other.part(first))).into_iter().flatten();
        candidates.map(|&index| &self.article.report.facts[index]).any(|candidate| {
            (candidate.modality == "negated") == (fact.modality == "negated")
                && fact.arguments.iter().skip(1).all(|argument| {
                    let counterpart = candidate.arguments.iter().find(|c| c.name == argument.name);
                    counterpart.is_none_or(|counterpart| agree(&other.part(argument), &self.part(counterpart)))
                })
        })
    }
}

/// Whether two parts are the same, or one says the other with more words.
fn agree(one: &Part, other: &Part) -> bool {
    match (one, other) {
        (Part::Words(one), Part::Words(other)) => one.contains(other.as_str()) || other.contains(one.as_str()),
        _ => one == other,
    }
}
