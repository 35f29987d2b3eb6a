//! What a relative pronoun means: the noun phrase before it, or the noun before it that can speak; and which phrases can.

use super::Speaker;
use super::phrase;
use super::scene::Scene;
use super::speaker::of_phrase;
use super::words;
use crate::lexicon::{Source, SourceKind, source};
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::text::is_one_of;

/// The longest noun phrase before a relative pronoun, in tokens.
const ANTECEDENT: usize = 16;

/// How far before the relative pronoun behind an apposition the name stands of which both tell, in tokens.
const TOLD: usize = 24;

/// How far before its complement the determiner of a noun stands, in tokens.
const TITLE: usize = 4;

/// The noun phrase that ends right before the relative pronoun at `relative`: `le journal, qui dit avoir …`.
pub(super) fn of_noun(scene: &Scene<'_, '_>, bound: usize, relative: usize) -> Option<TokenRange> {
    let mut end = if relative > bound && scene.is(relative - 1, ",") { relative - 1 } else { relative };
    if end > bound
        && scene.is(end - 1, ")")
        && let Some(open) = (bound..end).rev().take(8).find(|&i| scene.is(i, "("))
    {
        end = open;
    }
    // `une loi de 2004 qui …`
    if let Some(time) =
        scene.time_start(end.wrapping_sub(1)).filter(|&t| t > bound + 1 && words::is_of(scene.word(t - 1)))
    {
        end = time - 1;
    }
    let floor = bound.max(end.saturating_sub(ANTECEDENT));
    let mut found = None;
    // The nearest phrase with an article, for heads whose complement is no part of what `phrase` reads: `les opposants au texte qui …`.
    let mut loose = None;
    for start in (floor..end).rev() {
        // No phrase begins inside a name.
        if scene.name_at(start).is_some_and(|m| scene.mentions.list()[m].tokens.first() < start) {
            continue;
        }
        let before = if start > bound { scene.word(start - 1) } else { "" };
        // `la présidente du club, qui …`
        let head = || {
            is_one_of(before, "proche proches originaire originaires")
                // `la cellule de communication du club, qui …`
                || start > bound + 3 && words::is_of(scene.word(start - 2)) && source(scene.word(start - 3)).is_some()
                || source(before).is_some_and(|s| s.kind != SourceKind::Document)
        };
        let complement = scene.is_one_of(start, "du des") && head();
        let governed = words::is_preposition(before) || words::is_article(before) || complement;
        if phrase::begins(scene, start) && phrase::end(scene, start, end, false) == end {
            found = Some(TokenRange::new(start, end));
            // The head of all is the first word of the phrase: behind a preposition stands a complement.
            if !governed {
                break;
            }
        } else if scene.pair_at(start).is_some_and(|p| p.open >= floor && p.close < end && p.close - p.open <= 4) {
            // `trois « riverains », dont Paul Morel, …`
            continue;
        } else if scene.is_sign(start) || scene.is_finite(start) {
            break;
        } else if found.is_some() && !governed && words::is_article(scene.word(start)) {
            loose = Some(TokenRange::new(start, end));
            break;
        }
    }
    loose
        .filter(|&l| {
            of_phrase(scene, l).entity.is_some() || crate::lexicon::source(scene.word(l.first() + 1)).is_some()
        })
        .or(found)
}

/// The noun that `qui` at `relative` means: the phrase before it where that can speak, else the nearest noun that can.
pub(super) fn of_relative(scene: &Scene<'_, '_>, bound: usize, relative: usize, plural: bool) -> Option<TokenRange> {
    // `Anne Morel, maire de Lens, qui …`: not the town.
    if relative > bound
        && scene.is(relative - 1, ",")
        && !plural
        && let Some(name) = named_before(scene, bound, relative - 1)
    {
        return Some(name);
    }
    let mut noun = of_noun(scene, bound, relative);
    // `le cas d'Utopia, qui a indiqué …`
    if let Some(of) = noun.filter(|n| n.len() > 3 && scene.is_one_of(n.first() + 1, "cas exemple nom"))
        && words::is_of(scene.word(of.first() + 2))
    {
        noun = Some(TokenRange::new(of.first() + 3, of.last_end()));
    }
    // `les accusations du président qui affirme que …`: not the accusations.
    let agrees = |p: TokenRange| plural || !words::is_plural_determiner(scene.word(p.first()));
    let known = noun.filter(|&p| can_speak(scene, p) && agrees(p));
    let known = known.or_else(|| speaking_noun(scene, bound, relative, plural));
    // `l'anniversaire d'Anne Morel, qui a dit …`
    let whose = || noun.and_then(|n| person_at(scene, n.last_end() - 1));
    let found = known.or_else(|| named_before(scene, bound, relative)).or_else(whose).or(noun);
    // `Anne Morel, une élue qui demande …`
    found.and_then(|n| named_by(scene, n)).or(found)
}

/// The person of whom `noun`, between commas, tells more: `Anne Morel, une élue, selon laquelle …`.
pub(super) fn named_by(scene: &Scene<'_, '_>, noun: TokenRange) -> Option<TokenRange> {
    let comma = noun.first().checked_sub(2).filter(|&i| scene.is(i + 1, ","))?;
    person_at(scene, comma).filter(|_| scene.is_one_of(noun.first(), "un une"))
}

/// The name of a person at `at`.
pub(super) fn person_at(scene: &Scene<'_, '_>, at: usize) -> Option<TokenRange> {
    let name = &scene.mentions.list()[scene.voice_at(at)?];
    (name.kind == Kind::Person).then_some(name.tokens)
}

/// The person of whom a noun without article tells more: `Anne Morel, chantre du renouveau, qui …`.
fn named_before(scene: &Scene<'_, '_>, bound: usize, relative: usize) -> Option<TokenRange> {
    let floor = bound.max(relative.saturating_sub(TOLD)) + 1;
    // `…, selon un élu, qui dit …`: of the élu.
    let told = |comma: usize| {
        !words::is_determiner(scene.word(comma + 1))
            && !scene.tokens.is_capitalised(comma + 1)
            && !scene.is_one_of(comma + 1, "selon pour")
    };
    let named = |comma: usize| person_at(scene, comma - 1).filter(|_| told(comma));
    let mut commas = (floor..relative).rev().filter(|&i| scene.is(i, ",") && i + 2 < relative);
    let nearest = commas.next()?;
    // `Anne Morel, professeure, et conseillère de Luc Roux, qui …`
    let joined = || commas.take_while(|&i| told(i)).find_map(named).filter(|_| scene.is(nearest + 1, "et"));
    named(nearest).or_else(joined)
}

/// Words for people whom nothing else names.
const SOMEONE: &str =
    "certains certaines plusieurs autre autres beaucoup tous ceux celles ils elles il elle lui personne personnes";

/// Whether a noun phrase names someone, or is headed by a noun for someone who can say something.
pub(super) fn can_speak(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    // `l'un des accusés`, `une de ses collègues`, `des milliers d'élèves`: the head stands behind.
    let one = |i: usize| i > 0 && (scene.is_one_of(i - 1, "un une") || scene.is_counted(i - 1));
    let mut head = phrase.range().take_while(|&i| i == phrase.first() || one(i) || !words::is_of(scene.word(i)));
    let someone = |i: usize| source(scene.word(i)).is_some() || scene.is_one_of(i, SOMEONE);
    of_phrase(scene, phrase).entity.is_some() || head.any(someone)
}

/// Whether `speaker` is a place in front of the words, where they were said: `Lens « … »`, but no `Londres se dit « prêt »`, `Bercy, lui, …`, `Paris et Berlin
/// ont …`.
pub(super) fn is_dateline(scene: &Scene<'_, '_>, speaker: &Speaker) -> bool {
    let name = scene.tokens.inside(speaker.span);
    let bare = (name.first().saturating_sub(1)..=name.first()).all(|i| !words::is_article(scene.word(i)));
    let behind = (name.last_end()..).take(CLITICS).find(|&i| !words::is_clitic(scene.word(i)));
    let subject = behind.is_some_and(|i| {
        scene.is_finite(i) || scene.is_one_of(i, "et ni") || scene.is(i, ",") && scene.is(i + 1, "lui")
    });
    let place = speaker.entity.is_some_and(|e| scene.links.entities()[e].kind == Kind::Place);
    place && bare && !subject
}

/// How many tokens behind a subject its verb is looked for, over `ne`, `se` and the like.
const CLITICS: usize = 4;

/// The nearest noun before the relative pronoun at `relative` that can speak and agrees with its verb: `aux questions des riverains inquiets qui
/// demandent …`, `par les voisins du stade qui redoutent …`.
fn speaking_noun(scene: &Scene<'_, '_>, bound: usize, relative: usize, plural: bool) -> Option<TokenRange> {
    let noun = (bound.max(relative.saturating_sub(ANTECEDENT))..relative)
        .rev()
        .take_while(|&i| !scene.is_sign(i) && !scene.is_finite(i) && !words::is_subordinator(scene.word(i)))
        .find(|&i| {
            // `la colère de l'un des riverains qui dit …`
            let one = !plural && i > bound && scene.is_one_of(i, "un une") && scene.is(i - 1, "l'");
            let speaks = |s: &Source| s.kind != SourceKind::Document && s.plural.is_none_or(|p| p == plural);
            one || source(scene.word(i)).is_some_and(|s| speaks(&s))
        })?;
    // `les cris d'une centaine d'ouvriers qui dénoncent …`
    let count = scene.mentions.at_token(noun).map(|m| &scene.mentions.list()[m]);
    if let Some(count) = count.filter(|c| c.kind == Kind::Count && c.tokens.first() >= bound) {
        return Some(count.tokens);
    }
    let start = noun
        .checked_sub(1)
        .filter(|&i| i >= bound && (words::is_determiner(scene.word(i)) || scene.is_one_of(i, "des du")))?;
    // `la première union du secteur, qui demande …`: the noun that it belongs to.
    let start = if scene.is(start, "du") && start > bound {
        let of = (bound..start).rev().take(TITLE).find(|&i| words::is_determiner(scene.word(i)))?;
        // `les accusations du président qui affirme que …`
        if plural || !words::is_plural_determiner(scene.word(of)) { of } else { noun }
    } else {
        start
    };
    Some(TokenRange::new(start, phrase::end(scene, noun, relative, false).max(relative)))
}
