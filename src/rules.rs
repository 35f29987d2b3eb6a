//! The rules of a house: what it says of a name goes before what is read of it, wherever the name stands.

use crate::map::Map;
use crate::mentions::{Kind, Mention, Mentions};
use crate::options::{Rule, RuledKind};
use crate::text::{Text, TokenRange};
use crate::tokens::{self, Tokens};

/// The longest name that is looked for, in tokens: a bound for the search at each token.
const LONGEST: usize = 12;

/// Rules, by the forms that they speak of.
#[derive(Debug)]
pub struct Rules<'o> {
    list: &'o [Rule],
    /// The rule of each form: its folded tokens, spaced, and whether it begins with a capital. Of two rules the later one holds.
    forms: Map<(String, bool), usize>,
    /// How many tokens the longest form has that begins with a token.
    longest: Map<String, usize>,
}

/// Makes ready what `list` says.
pub fn read(list: &[Rule]) -> Rules<'_> {
    let mut rules = Rules { list, forms: Map::default(), longest: Map::default() };
    for (index, rule) in list.iter().enumerate() {
        // The options have seen to it that none is too long.
        for tokens in rule.forms().filter_map(|form| Text::new(form).ok()).map(tokens::read) {
            rules.forms.insert(form(&tokens, TokenRange::new(0, tokens.len())), index);
            let longest = rules.longest.entry(tokens.folded(0).to_owned()).or_default();
            *longest = tokens.len().min(LONGEST).max(*longest);
        }
    }
    rules
}

/// What two spellings of a form have in common.
fn form(tokens: &Tokens<'_>, range: TokenRange) -> (String, bool) {
    let words: Vec<&str> = range.range().map(|index| tokens.folded(index)).collect();
    (words.join(" "), tokens.is_capitalised(range.first()))
}

impl<'o> Rules<'o> {
    fn of(&self, tokens: &Tokens<'_>, range: TokenRange) -> Option<usize> {
        self.forms.get(&form(tokens, range)).copied()
    }

    /// Candidates for names, with what the rules say in the place of what it contradicts. A longer name that holds a ruled one stays: a rule for
    /// `Claire Morel` says nothing of the `Fondation Claire Morel`.
    pub fn over(&self, tokens: &Tokens<'_>, names: Vec<Mention>) -> Vec<Mention> {
        let mut places: Vec<(TokenRange, RuledKind)> = Vec::new();
        let mut at = 0;
        while at < tokens.len() && !self.list.is_empty() {
            let longest = self.longest.get(tokens.folded(at)).map_or(0, |&n| n.min(tokens.len() - at));
            let found = (1..=longest).rev().map(|n| TokenRange::new(at, at + n)).find_map(|range| {
                let kind = self.list[self.of(tokens, range)?].kind()?;
                Some((range, kind))
            });
            at = found.map_or(at + 1, |(range, _)| range.last_end());
            places.extend(found);
        }
        let stays = |name: &Mention| {
            let first = places.partition_point(|(place, _)| place.end <= name.tokens.start);
            places[first..].iter().take_while(|(place, _)| place.start < name.tokens.end).all(|(place, _)| {
                place.len() < name.tokens.len() && place.start >= name.tokens.start && place.end <= name.tokens.end
            })
        };
        let mut all: Vec<Mention> = names.into_iter().filter(stays).collect();
        all.extend(places.iter().filter_map(|&(range, ruled)| {
            let (span, kind) = (tokens.span(range), kind(ruled)?);
            Some(Mention { tokens: range, span, kind, value: None, of: None, by: "name.rule", score: 1.0 })
        }));
        all
    }

    /// Groups of mentions that name one thing, as the rules have them, each with its rule. Whatever shares a group with the form of a rule follows it, but for
    /// the forms of other rules.
    pub fn regroup(
        &self,
        tokens: &Tokens<'_>,
        mentions: &Mentions,
        groups: Vec<Vec<usize>>,
    ) -> Vec<(Vec<usize>, Option<&'o Rule>)> {
        let rule = |&mention: &usize| {
            self.of(tokens, mentions.list()[mention].tokens)
                .filter(|&rule| self.list[rule].kind() != Some(RuledKind::NoName))
        };
        let mut regrouped = Vec::new();
        let mut ruled: Map<usize, Vec<usize>> = Map::default();
        for group in groups {
            match group.iter().find_map(rule) {
                Some(first) => group.iter().for_each(|m| ruled.entry(rule(m).unwrap_or(first)).or_default().push(*m)),
                None => regrouped.push((group, None)),
            }
        }
        for (rule, mut group) in ruled {
            group.sort_unstable();
            regrouped.push((group, Some(&self.list[rule])));
        }
        regrouped
    }
}

/// The kind of the mentions that a rule makes.
pub fn kind(ruled: RuledKind) -> Option<Kind> {
    Some(match ruled {
        RuledKind::Person => Kind::Person,
        RuledKind::Organisation => Kind::Organisation,
        RuledKind::Place => Kind::Place,
        RuledKind::Event => Kind::Event,
        RuledKind::Work => Kind::Work,
        RuledKind::NoName => return None,
    })
}
