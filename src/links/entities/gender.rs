//! Gender, from what stands before a name and from the given name.

use super::{Entity, Gender};
use crate::lexicon::titles::{self, TitleClass};
use crate::lexicon::{Number, given_names};
use crate::mentions::{Kind, Mentions};
use crate::text::{TokenRange, fold};
use crate::tokens::{TokenKind, Tokens};

/// How many mentions of one person are asked.
const MOST_MENTIONS: usize = 12;

/// How far before a name its title may stand, in tokens: `la ministre française de la Santé Anne Morel`.
const TITLE_REACH: usize = 6;

/// How much a civility and a given name count for the gender, where a title, which may be somebody else's, counts for one.
const BY_CIVILITY: i32 = 3;
const BY_GIVEN_NAME: i32 = 2;

/// The gender of the person behind `group`, mentions in order, by civilities, titles and the given name: `la ministre` close by is not always hers.
pub(super) fn of(tokens: &Tokens<'_>, mentions: &Mentions, group: &[usize]) -> Option<Gender> {
    let ranges = || group.iter().take(MOST_MENTIONS).map(|&m| mentions.list()[m].tokens);
    // `Julie` alone has no other name; `Martin` beside `Anne Martin` is hers.
    let longest = ranges().map(|r| r.len()).max().unwrap_or(1);
    let given = ranges().filter(|r| r.len() > 1 || longest == 1).find_map(|range| by_given_name(tokens, range));
    let told = ranges().filter_map(|range| {
        let civility = by_civility(tokens, range.first()).map(|gender| (gender, BY_CIVILITY));
        civility.or_else(|| Some((by_title(tokens, range)?, 1)))
    });
    let balance: i32 = told
        .chain(given.map(|gender| (gender, BY_GIVEN_NAME)))
        .map(|(gender, weight)| if gender == Gender::Feminine { weight } else { -weight })
        .sum();
    match balance {
        1.. => Some(Gender::Feminine),
        ..=-1 => Some(Gender::Masculine),
        0 => given,
    }
}

/// What the civility or title before a name says (`Mme`, `la ministre`, `le président`), or the title behind its comma (`Anne Morel, la ministre`).
pub(super) fn by_title(tokens: &Tokens<'_>, range: TokenRange) -> Option<Gender> {
    let sentence = tokens.sentence_range(range.first());
    let start = sentence.first().max(range.first().saturating_sub(TITLE_REACH));
    for index in (start..range.first()).rev() {
        // `la ministre a voté avec Paul Morel`: not his title.
        let other =
            || tokens.is_one_of(index, "a ont est avec par pour contre chez sur dans sans selon que qu' qui et");
        if tokens.kind(index) != Some(TokenKind::Word) || other() {
            break;
        }
        if let Some(gender) = gender_of_title(tokens, index) {
            return Some(gender);
        }
    }
    let end = range.last_end();
    if tokens.is(end, ",") && end + 3 < sentence.last_end() {
        // `Anne Morel, interpelle le président`: a verb stands between.
        let opens = tokens.is_one_of(end + 1, "le la l' un une ancien ancienne jeune autre");
        return (end + 1..end + if opens { 4 } else { 2 })
            .take_while(|&i| tokens.kind(i) == Some(TokenKind::Word))
            .find_map(|i| gender_of_title(tokens, i));
    }
    None
}

/// What the civility right before token `first` says: `M.`, `Mme`.
pub(super) fn by_civility(tokens: &Tokens<'_>, first: usize) -> Option<Gender> {
    let (_, title) = titles::longest([tokens.folded(first.checked_sub(1)?)])?;
    (title.class == TitleClass::Civil && title.number == Number::Singular).then_some(title.gender?.into())
}

/// What the word right before token `first` says for sure: a civility, `le père`, or a title in the feminine. Of a woman newspapers also say `le ministre`.
pub(super) fn by_word_before(tokens: &Tokens<'_>, first: usize) -> Option<Gender> {
    let before = first.checked_sub(1)?;
    by_civility(tokens, first).or_else(|| match tokens.folded(before) {
        "père" | "abbé" => Some(Gender::Masculine),
        _ => gender_of_title(tokens, before).filter(|&gender| gender == Gender::Feminine),
    })
}

/// Whether the noun right before token `first` speaks of several people of one name: `les frères`. (`MM.` has a name for each.)
pub(super) fn are_several(tokens: &Tokens<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    titles::longest([tokens.folded(before)])
        .is_some_and(|(_, t)| t.number == Number::Plural && t.class == TitleClass::Kin)
}

/// The gender of the title at `index`; where it has one form for both, that of its article.
fn gender_of_title(tokens: &Tokens<'_>, index: usize) -> Option<Gender> {
    let (_, title) = titles::longest([tokens.folded(index)])?;
    if title.number == Number::Plural || title.class == TitleClass::Kin {
        return None;
    }
    title.gender.map(Gender::from).or_else(|| match index.checked_sub(1).map(|i| tokens.folded(i)) {
        Some("le" | "un" | "du" | "au") => Some(Gender::Masculine),
        Some("la" | "une") => Some(Gender::Feminine),
        _ => None,
    })
}

/// What the given name says.
pub(super) fn by_given_name(tokens: &Tokens<'_>, range: TokenRange) -> Option<Gender> {
    of_given_name(tokens.folded(range.first()))
}

/// What a folded given name says.
fn of_given_name(name: &str) -> Option<Gender> {
    given_names::get(name)?.gender.map(Gender::from)
}

/// Gives people whose own mentions tell no gender the one of the titles that speak of them (`la ministre`), by entity.
pub(in crate::links) fn settle(entities: &mut [Entity], by_titles: &[Option<Gender>]) {
    for (entity, gender) in entities.iter_mut().zip(by_titles).filter(|(e, _)| e.kind == Kind::Person) {
        // A title close by may be somebody else's: `la maire, Thierry Morel et …`.
        let given = entity.name.split(' ').next().and_then(|first| of_given_name(&fold(first)));
        let agrees = |gender: &Gender| given.is_none_or(|given| given == *gender);
        entity.gender = entity.gender.or(gender.filter(agrees));
    }
}

impl From<titles::Gender> for Gender {
    fn from(gender: titles::Gender) -> Self {
        match gender {
            titles::Gender::Masculine => Self::Masculine,
            titles::Gender::Feminine => Self::Feminine,
        }
    }
}
