//! In what role someone speaks: by the words of a phrase, by titles and appositions beside a name, by the name itself.

use crate::lexicon::gazetteer::{self, Class};
use crate::lexicon::{RoleClass, SourceKind, role_class, source};
use crate::links::Links;
use crate::map::Map;
use crate::mentions::{Kind, Mention, Mentions};
use crate::text::TokenRange;
use crate::tokens::{TokenKind, Tokens};

use super::words;

/// The longest title or apposition that is looked at, in tokens.
const LONGEST: usize = 10;

/// How far into an apposition its noun for a person may stand, in tokens.
const HEAD: usize = 4;

/// How many mentions of one entity are asked for its title: it stands beside one of the first.
const MENTIONS: usize = 8;

/// The role of a phrase without a name.
pub(super) fn of_phrase(tokens: &Tokens<'_>, phrase: TokenRange) -> Option<RoleClass> {
    role_class(phrase.range().take(LONGEST).map(|i| tokens.folded(i)))
}

/// The roles of the entities that are asked for, which are keys of `roles`: what a title says, else the name.
pub(super) fn of_entities(
    tokens: &Tokens<'_>,
    mentions: &Mentions,
    links: &Links,
    roles: &mut Map<usize, Option<RoleClass>>,
) {
    let mut asked: Map<usize, usize> = Map::default();
    for (index, mention) in mentions.list().iter().enumerate() {
        let Some(entity) = links.entity_of(index) else { continue };
        let Some(role) = roles.get_mut(&entity).filter(|role| role.is_none()) else { continue };
        let asked = asked.entry(entity).or_default();
        *asked += 1;
        if *asked <= MENTIONS {
            *role = match mention.kind {
                Kind::Person => title(tokens, mention.tokens),
                Kind::Organisation => name(tokens, mention),
                // A country or town speaks through those who govern it.
                Kind::Place => Some(RoleClass::Politics),
                _ => None,
            };
        }
    }
}

/// The role that stands beside a person's name: `la maire de Lyon Anne Morel`, `Anne Morel, maire de Lyon`, `Anne Morel (LR)`.
fn title(tokens: &Tokens<'_>, name: TokenRange) -> Option<RoleClass> {
    let sentence = tokens.sentence_range(name.first());
    let is_word = |i: usize| tokens.kind(i) == Some(TokenKind::Word);
    let is_person = |i: usize| source(tokens.folded(i)).is_some_and(|s| s.kind == SourceKind::Person);
    let of_words = |range: std::ops::Range<usize>| role_class(range.map(|i| tokens.folded(i)));
    let floor = sentence.first().max(name.first().saturating_sub(LONGEST));
    let governed = name.first() > floor && words::is_of(tokens.folded(name.first() - 1));
    // `Le maire, Anne Morel, a …`
    let apart = name.first() > floor && tokens.is(name.first() - 1, ",") && !is_word(name.last_end());
    let edge = name.first() - usize::from(apart);
    if edge > floor && tokens.is(edge - 1, "me") {
        return Some(RoleClass::Justice);
    }
    let mut before = (floor..edge).rev().take_while(|&i| is_word(i));
    if let Some(head) = before.find(|&i| is_person(i)).filter(|_| !governed)
        && let Some(role) = of_words(head..edge)
    {
        return Some(role);
    }
    let sign = name.last_end();
    let end = (sign + 1..sentence.last_end().min(sign + 1 + LONGEST)).take_while(|&i| is_word(i)).last()? + 1;
    match tokens.folded(sign) {
        "," => (sign + 1..end.min(sign + 1 + HEAD)).find(|&i| is_person(i)).and_then(|head| of_words(head..end)),
        "(" => of_name(tokens, sign + 1).map_or_else(|| of_words(sign + 1..end), Some),
        _ => None,
    }
}

/// The role of a body, by its name or by the noun in front of it: `le tribunal de Lyon`, `Le Courrier`, `l'association Utopia`.
fn name(tokens: &Tokens<'_>, mention: &Mention) -> Option<RoleClass> {
    let range = mention.tokens;
    let noun = role_class(range.range().take(LONGEST).map(|i| tokens.folded(i)));
    // What a ministry or a court is, its own words tell better than the list of institutions.
    let listed = of_name(tokens, range.first());
    let before = range.first().checked_sub(1).filter(|&i| tokens.sentence_range(range.first()).holds(i));
    let announced = || before.and_then(|i| role_class([tokens.folded(i)]));
    match listed {
        Some(RoleClass::Administration) => noun.or(listed),
        _ => listed.or(noun).or_else(announced),
    }
}

/// What the gazetteer says of the name at token `first`.
fn of_name(tokens: &Tokens<'_>, first: usize) -> Option<RoleClass> {
    let word = |i: usize| (first + i < tokens.len()).then(|| (tokens.folded(first + i), tokens.str(first + i)));
    let (_, entry) = gazetteer::longest(&word)?;
    match entry.first()?.class {
        Class::Party => Some(RoleClass::Politics),
        Class::Institution => Some(RoleClass::Administration),
        Class::Union | Class::Association => Some(RoleClass::Society),
        Class::Media => Some(RoleClass::Media),
        Class::Company => Some(RoleClass::Business),
        Class::Club => Some(RoleClass::Sport),
        Class::School => Some(RoleClass::Science),
        Class::Band => Some(RoleClass::Culture),
        _ => None,
    }
}
