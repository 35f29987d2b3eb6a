//! Who stands in a clause: names and lists of names, articles and the common nouns before them stepped over.

use super::clause_words::{is_adverb, is_article, is_clitic, is_preposition};
use super::results;
use super::role_phrase::{self, Determiner};
use super::role_words::{is_adjective, is_closer, is_organisation_noun};
use super::scene::{Scene, is_civility};
use crate::lexicon;
use crate::lexicon::demonyms::{self, Origin};
use crate::mentions::Kind;
use crate::text::is_one_of;
use crate::text::{Span, TokenRange};
use crate::tokens::TokenKind;

/// How many words stand between a verb or preposition and the name that belongs to it (`la jeune société lyonnaise`).
const MOST_BETWEEN: usize = 4;

/// How many names a list holds at most.
pub(super) const LONGEST_LIST: usize = 10;

/// A name, or a pronoun or description that is resolved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Party {
    pub(super) tokens: TokenRange,
    pub(super) span: Span,
    pub(super) entity: Option<usize>,
    pub(super) kind: Kind,
}

impl Party {
    /// The name `mention`.
    pub(super) fn of(scene: &Scene<'_, '_>, mention: usize) -> Self {
        let name = &scene.mentions.list()[mention];
        Self { tokens: name.tokens, span: name.span, entity: scene.links.entity_of(mention), kind: name.kind }
    }

    /// The words `tokens`, which speak of `entity`.
    pub(super) fn meant(scene: &Scene<'_, '_>, tokens: TokenRange, entity: usize) -> Self {
        let kind = scene.links.entities()[entity].kind;
        Self { tokens, span: scene.tokens.span(tokens), entity: Some(entity), kind }
    }
}

/// The list of names that begins at token `at`, articles and a common noun stepped over.
pub(super) fn parties_from(scene: &Scene<'_, '_>, at: usize, end: usize) -> Vec<Party> {
    let mut parties = Vec::new();
    let mut at = at;
    while parties.len() < LONGEST_LIST {
        let Some(party) = party_from(scene, at, end) else { break };
        let next = over_age(scene, party.tokens.last_end());
        parties.push(party);
        // `A, B et C`: a comma joins only where the list goes on to an `et`.
        let joint = match scene.word(next) {
            "et" | "ou" if scene.is_one_of(next + 1, "encore aussi notamment même autres") => 2,
            "et" | "ou" | "/" => 1,
            "ainsi" if scene.is(next + 1, "que") => 2,
            "," if scene.is(next + 1, "ainsi") && scene.is(next + 2, "que") => 3,
            "," if scene.is(next + 1, "et") && next > parties[parties.len() - 1].tokens.last_end() => 2,
            "," if list_goes_on(scene, next, end) => 1,
            _ => break,
        };
        at = next + joint;
    }
    parties
}

/// One past an age or a bracket at token `at`, behind which a list may go on: `A, 18 ans, et B (LR)`.
fn over_age(scene: &Scene<'_, '_>, at: usize) -> usize {
    let age = scene.is(at, ",") && scene.is(at + 2, "ans") && scene.tokens.kind(at + 1) == Some(TokenKind::Number);
    let behind = if age { at + 3 } else { scene.bracket_end(at).unwrap_or(at) };
    if scene.is_one_of(behind, ", et ou ainsi") { behind } else { at }
}

/// The list of names at token `at`, or the one that says behind a colon or comma whom a plural means: `par plusieurs associations : A, B et C`.
pub(super) fn listed_from(scene: &Scene<'_, '_>, at: usize, end: usize) -> Vec<Party> {
    /// The longest noun phrase before its list, in tokens.
    const LONGEST: usize = 10;
    let named = parties_from(scene, at, end);
    let plural = scene.is_one_of(at, "les des aux ces ses deux trois quatre cinq plusieurs");
    let one = scene.is_one_of(at, "le la l' son sa leur");
    if !named.is_empty() || !plural && !one {
        return named;
    }
    let phrase = |i: usize| scene.is_small_word(i) || is_count(scene, i);
    let sign = (at + 1..(at + LONGEST).min(end)).find(|&i| !phrase(i)).filter(|&i| scene.is_one_of(i, ", : ("));
    // `par son adversaire de droite, Paul Morel`: somebody who was said to be so before the name.
    if one {
        let name = sign.filter(|&i| scene.is(i, ",")).and_then(|i| scene.person_from(i + 1));
        let name = name.filter(|(_, m)| is_closer(scene.word(m.tokens.last_end())) && m.tokens.last_end() <= end);
        return name.map(|(mention, _)| Party::of(scene, mention)).into_iter().collect();
    }
    let people = sign.map(|sign| parties_from(scene, sign + 1, end)).unwrap_or_default();
    if people.len() > 1 { people } else { Vec::new() }
}

fn is_count(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.mentions.at_token(at).is_some_and(|m| scene.mentions.list()[m].kind == Kind::Count)
}

/// The name that a noun phrase at `at` ends with, or the state that it is an institution of (`l'État français`).
fn party_from(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<Party> {
    let at = share_end(scene, at);
    let at = at + usize::from(scene.tokens.kind(at) == Some(TokenKind::Quote));
    let Some(start) = name_start(scene, at, end) else { return state(scene, at, end) };
    let (mention, name) = scene.name_from(start).or_else(|| scene.person_from(start))?;
    (name.tokens.last_end() <= end).then(|| Party::of(scene, mention))
}

/// One past `15 % de` at token `at`, if a share stands there.
fn share_end(scene: &Scene<'_, '_>, at: usize) -> usize {
    let share = scene.mentions.at_token(at).map(|m| &scene.mentions.list()[m]).filter(|m| m.kind == Kind::Percent);
    match share.map(|m| m.tokens.last_end()) {
        // `du` holds the article.
        Some(of) if scene.is_one_of(of, "de d'") => of + 1,
        Some(of) if scene.is(of, "du") => of,
        _ => at,
    }
}

/// Whether behind the comma at `comma` more names and an `et` before the last one follow.
fn list_goes_on(scene: &Scene<'_, '_>, comma: usize, end: usize) -> bool {
    let mut at = comma;
    for _ in 0..LONGEST_LIST {
        let Some(party) = party_from(scene, at + 1, end) else { return false };
        at = over_age(scene, party.tokens.last_end());
        match scene.word(at) {
            "et" | "ou" | "ainsi" => return true,
            "," if scene.is_one_of(at + 1, "ainsi et") => return true,
            "," => {}
            _ => return false,
        }
    }
    false
}

/// Where the name begins that a noun phrase at `at` ends with: right there, behind an article, or behind a noun or title (`le groupe`, `la ministre`).
fn name_start(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let starts = |i: usize| i < end && (scene.name_from(i).is_some() || scene.person_from(i).is_some());
    let has_article = is_article(scene.word(at)) || scene.is_one_of(at, "du au aux leur");
    let from = if has_article { at + 1 } else { at };
    if starts(from) {
        return Some(from);
    }
    if !has_article {
        return None;
    }
    let nouns = (from..(from + MOST_BETWEEN).min(end)).take_while(|&i| {
        // `la no 1 mondiale Anne Petit`
        let rank = scene.tokens.kind(i) == Some(TokenKind::Number) && scene.is_one_of(i - 1, "no n° nº numéro");
        // `l'Espagnole Anne Petit`
        let origin = scene.mentions.at_token(i).is_none() && demonyms::place(scene.word(i)).is_some();
        rank || origin || scene.is_small_word(i) && !is_preposition(scene.word(i)) && !is_clitic(scene.word(i))
    });
    let behind = nouns.clone().last().map_or(from, |i| i + 1);
    if starts(behind) {
        return Some(behind);
    }
    // `du collectif l'Entrepont`
    let article = behind > from && is_organisation_noun(scene.word(behind - 1)) && is_article(scene.word(behind));
    if article && starts(behind + 1) {
        return Some(behind + 1);
    }
    // `le régime de Télory`, `l'équipe de Nantes`, `son rival d'extrême droite Luc Roux`
    if behind > from && scene.is_one_of(behind, "de d' du des") {
        let stands_for = nouns.clone().any(|i| is_container(scene.word(i)));
        let name = behind + 1 + usize::from(scene.is_one_of(behind + 1, "la l' le"));
        if stands_for && starts(name) {
            return Some(name);
        }
        let person = (behind + 2..(behind + MOST_BETWEEN).min(end)).find(|&i| !scene.is_small_word(i));
        if let Some(person) = person.filter(|&i| scene.person_from(i).is_some() && !is_preposition(scene.word(i - 1))) {
            return Some(person);
        }
    }
    let title = role_phrase::read(scene, at, end)?;
    if starts(title.end) {
        return Some(title.end);
    }
    // `le maire de Nantes, Luc Roux`
    let one = title.determiner == Determiner::Definite && !title.plural && scene.is(title.end, ",");
    Some(title.end + 1).filter(|&i| one && i < end && scene.person_from(i).is_some())
}

/// Nouns that stand for whatever their complement names.
pub(super) fn is_container(word: &str) -> bool {
    is_one_of(word, "régime équipe club joueurs joueuses formation gouvernement autorités armée capital")
}

/// `l'État français`, `le régime russe`: the country, where the article names it.
fn state(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<Party> {
    let noun = if is_article(scene.word(at)) { at + 1 } else { return None };
    let is_state = scene.is_one_of(noun, "état etat gouvernement régime autorités justice armée");
    if !is_state || noun + 1 >= end {
        return None;
    }
    let place = demonyms::place(scene.word(noun + 1)).filter(|d| d.origin == Origin::Country)?;
    let entity = scene.entity_named(Kind::Place, place.of)?;
    Some(Party::meant(scene, TokenRange::new(noun, noun + 2), entity))
}

/// One past the person whom `avec` or `par` at `at` names.
fn companion(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let with = scene.is_one_of(at, "avec par");
    let name = if with { scene.person_from(at + 1) } else { None };
    let title = || role_phrase::read(scene, at + 1, end).filter(|_| scene.is(at, "par")).map(|p| p.end);
    name.or_else(|| scene.person_from(title()?)).map(|(_, m)| m.tokens.last_end())
}

/// Where the words go on behind adverbs, dates and what stands between commas: `a assigné mardi, devant un tribunal, Novaline`.
pub(super) fn behind_asides(scene: &Scene<'_, '_>, at: usize, end: usize) -> usize {
    /// The longest aside, in tokens.
    const LONGEST: usize = 10;
    let mut at = at;
    while at < end {
        let date = scene.mentions.at_token(at).map(|m| &scene.mentions.list()[m]);
        if let Some((_, behind)) = results::score(scene, at) {
            // `a battu 4-0 l'équipe de Nantes`
            at = behind;
        } else if let Some(name) = companion(scene, at, end) {
            // `avec Paul Morel`, `a été nommée par le maire Paul Morel directrice`
            at = name;
        } else if let Some(date) = date.filter(|m| matches!(m.kind, Kind::Date | Kind::Time)) {
            at = date.tokens.last_end();
        } else if scene.is_one_of(at, "à en au") && scene.name_from(at + 1).is_some_and(|(_, m)| m.kind == Kind::Place)
        {
            at = scene.name_from(at + 1).map_or(at + 1, |(_, m)| m.tokens.last_end());
        } else if scene.is_one_of(at, "sans avec") && scene.is_small_word(at + 1) && scene.is_small_word(at + 2) {
            // `sans difficulté`
            at += 2;
        } else if is_adverb(scene.word(at)) || scene.is_one_of(at, "ce le en l'") && is_date(scene, at + 1) {
            at += 1;
        } else if scene.is_one_of(at, ", (")
            && (is_preposition(scene.word(at + 1))
                || is_date(scene, at + 1)
                || scene.is(at + 1, "peu")
                || scene.is(at, "("))
        {
            let sign = if scene.is(at, "(") { ")" } else { "," };
            match (at + 2..(at + LONGEST).min(end)).find(|&i| scene.word(i) == sign) {
                Some(close) => at = close + 1,
                None => return at,
            }
        } else {
            return at;
        }
    }
    at
}

/// What is named between marks: `le groupe « Les Lilas »`, one common noun and adjectives stepped over.
pub(super) fn quoted_from(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<Party> {
    /// The longest name between marks, in tokens.
    const LONGEST: usize = 12;
    let open = (at..(at + MOST_BETWEEN + 1).min(end)).find(|&i| !scene.is_small_word(i))?;
    let marks = scene.tokens.marks();
    let pair = marks.get(marks.partition_point(|m| m.open < open)).filter(|m| m.open == open)?;
    let close = pair.close.filter(|&close| close <= end && close - open <= LONGEST)?;
    between_marks(scene, open, close)
}

/// What is named between the marks that close right before token `end`: `le groupe « Les Lilas », créé par`.
pub(super) fn quoted_until(scene: &Scene<'_, '_>, end: usize) -> Option<Party> {
    /// The longest name between marks, in tokens.
    const LONGEST: usize = 12;
    let close = end.checked_sub(1).filter(|&i| scene.tokens.kind(i) == Some(TokenKind::Quote))?;
    let marks = scene.tokens.marks();
    let pair = marks[..marks.partition_point(|m| m.open < close)].last().filter(|m| m.close == Some(close))?;
    // Behind a noun: `le groupe « Les Lilas »`; bare words between marks are said by someone.
    let noun = pair.open.checked_sub(1).is_some_and(|i| is_organisation_noun(scene.word(i)));
    (noun && close - pair.open <= LONGEST).then(|| between_marks(scene, pair.open, close)).flatten()
}

/// The thing that is named by the words between `open` and `close`.
fn between_marks(scene: &Scene<'_, '_>, open: usize, close: usize) -> Option<Party> {
    if close <= open + 1 {
        return None;
    }
    let tokens = TokenRange::new(open + 1, close);
    let entity = scene.name_from(open + 1).and_then(|(mention, _)| scene.links.entity_of(mention));
    let party = Party { tokens, span: scene.tokens.span(tokens), entity, kind: Kind::Organisation };
    // `« la Fraternité »`, `« Le pain du jour »`
    let behind = open + 1 + usize::from(is_article(scene.word(open + 1)));
    (open + 1..=behind).any(|i| scene.tokens.is_capitalised(i)).then_some(party)
}

/// A thing that is named with capitals, though no name was read there: `le collectif Les Lilas`, one common noun stepped over.
pub(super) fn capitals_from(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<Party> {
    /// The longest such name, in tokens.
    const LONGEST: usize = 8;
    let is_article = |i: usize| is_article(scene.word(i)) && !scene.tokens.is_capitalised(i);
    let mut first = at + usize::from(is_article(at) || scene.is_one_of(at, "du des"));
    first += usize::from(scene.is_small_word(first) && is_organisation_noun(scene.word(first)));
    let capital =
        |i: usize| i < end.min(at + LONGEST) && scene.tokens.is_capitalised(i) && scene.mentions.at_token(i).is_none();
    // `lance M. Morel`
    if is_civility(scene.word(first)) {
        return None;
    }
    let mut last = first;
    loop {
        let joined = (last..last + 3).take_while(|&i| scene.is_one_of(i, "de d' du des la l' et"));
        let next = if last > first { joined.last().map_or(last, |i| i + 1) } else { last };
        if !capital(next) {
            break;
        }
        last = next + 1;
    }
    let tokens = TokenRange::new(first, last);
    let party = Party { tokens, span: scene.tokens.span(tokens), entity: None, kind: Kind::Organisation };
    (last > first).then_some(party)
}

/// Whether the name at token `at` only says where a page or group stands: `une page Facebook`.
pub(super) fn is_host(scene: &Scene<'_, '_>, at: usize) -> bool {
    at > 0 && lexicon::is_hosted(scene.word(at - 1), scene.word(at))
}

fn is_date(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.mentions.at_token(at).is_some_and(|m| matches!(scene.mentions.list()[m].kind, Kind::Date | Kind::Time))
}

/// A contest, prize or election that has no name of its own: `l'élection présidentielle`, `le double de la finale de la Coupe de France`.
pub(super) fn contest_from(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<Party> {
    // Which one is said: `un match` may be any.
    let definite = scene.is_one_of(at, "le la l' les du des au aux");
    definite.then(|| phrase_from(scene, at, end, is_contest, Kind::Event)).flatten()
}

/// What is signed: `une déclaration commune`, `l'accord de Paris`.
pub(super) fn document_from(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<Party> {
    // `l'accord de Paris`, where that is a name.
    let named = parties_from(scene, at, end).into_iter().next();
    let named = named.filter(|p| p.kind == Kind::Work && is_document(scene.word(p.tokens.first())));
    named.or_else(|| document_phrase(scene, at, end))
}

fn document_phrase(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<Party> {
    phrase_from(scene, at, end, is_document, Kind::Work)
}

/// The noun phrase at `at` whose noun is one of those that `is` knows, as a thing of kind `kind`.
fn phrase_from(scene: &Scene<'_, '_>, at: usize, end: usize, is: impl Fn(&str) -> bool, kind: Kind) -> Option<Party> {
    /// The longest such phrase, in tokens.
    const LONGEST: usize = 12;
    let contracted = scene.is_one_of(at, "du des au aux");
    let mut from = if contracted || is_article(scene.word(at)) { at + 1 } else { at };
    // Whoever wins the second round of an election has won it.
    if scene.is_one_of(from, "second deuxième")
        && scene.is(from + 1, "tour")
        && scene.is_one_of(from + 2, "de du des d'")
    {
        from += 3;
        from += usize::from(is_article(scene.word(from)));
    }
    let noun = (from..(from + 3).min(end))
        .take_while(|&i| is_ordinal(scene, i) || scene.is_small_word(i) && !is_preposition(scene.word(i)))
        .find(|&i| is(scene.word(i)))?;
    let limit = end.min(noun + LONGEST);
    let mut last = noun + 1;
    while last < limit {
        let word = scene.word(last);
        let joined = if is_one_of(word, "de d' du des") { last + 1 } else { last };
        let core = joined + usize::from(joined > last && is_article(scene.word(joined)));
        last = match scene.name_from(core) {
            Some((_, name)) if core > last => name.tokens.last_end(),
            // `de meilleure actrice`
            _ if core < limit && core > last && scene.is_small_word(core) => {
                core + 1 + usize::from(scene.word(core).starts_with("meilleur"))
            }
            _ if core == last && is_adjective(word) && scene.is_small_word(last) => last + 1,
            _ => break,
        };
    }
    let tokens = TokenRange::new(from, last.min(limit));
    let entity = scene.name_from(noun).and_then(|(mention, _)| scene.links.entity_of(mention));
    Some(Party { tokens, span: scene.tokens.span(tokens), entity, kind })
}

/// Whether token `at` is an ordinal in figures, or one of its two: `11e`, `1` `re`.
fn is_ordinal(scene: &Scene<'_, '_>, at: usize) -> bool {
    let ending = |i: usize| scene.is_one_of(i, "e er re ère ème");
    let number = |i: usize| scene.tokens.kind(i) == Some(TokenKind::Number);
    let whole = scene.word(at).starts_with(|c: char| c.is_ascii_digit()) && scene.word(at).ends_with(['e', 'r']);
    whole || number(at) && ending(at + 1) || ending(at) && at.checked_sub(1).is_some_and(number)
}

fn is_contest(word: &str) -> bool {
    is_one_of(
        word,
        "tour élection élections présidentielle législatives municipales primaire scrutin finale demi-finale quart huitième double match tournoi \
         championnat titre étape coupe médaille prix trophée concours derby épreuve duel",
    )
}

fn is_document(word: &str) -> bool {
    is_one_of(
        word.trim_end_matches('s'),
        "déclaration accord traité pétition tribune charte appel convention lettre texte pacte engagement manifeste protocole communiqué",
    )
}
