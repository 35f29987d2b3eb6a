//! The name behind a noun that it belongs to: `le maire de la ville, Jeanne Morel`.

use super::phrase;
use super::scene::Scene;
use super::speaker::of_phrase;
use super::subject::holds_person;
use super::words;
use crate::lexicon::{SourceKind, source};
use crate::mentions::Kind;
use crate::text::TokenRange;

/// How far behind a phrase the comma before its apposition may stand, in tokens.
const APPOSITION: usize = 10;

/// `phrase`, or the person's name in apposition to it: `le maire de la ville, Jeanne Morel`.
pub(super) fn with_apposition(scene: &Scene<'_, '_>, phrase: TokenRange, limit: usize) -> TokenRange {
    let known = of_phrase(scene, phrase).entity.is_some_and(|e| scene.links.entities()[e].kind == Kind::Person);
    // `le cabinet de la ministre, Anne Morel`: it is the body that speaks.
    let of = phrase.range().find(|&i| words::is_of(scene.word(i)));
    let mut head = phrase.range().take_while(|&i| Some(i) < of);
    let body = head.any(|i| source(scene.word(i)).is_some_and(|s| s.kind == SourceKind::Body));
    if known && holds_person(scene, phrase) || body || words::is_subject_pronoun(scene.word(phrase.first())) {
        return phrase;
    }
    // `le préfet maritime, le vice-amiral Paul Morel`
    let person =
        |i: usize| source(scene.word(i)).is_some_and(|s| s.kind == SourceKind::Person && s.plural != Some(true));
    let one = phrase.range().take(3).any(person);
    let titled =
        |at: usize| one && scene.is_one_of(at, "le la l'") && person(at + 1) && scene.voice_at(at + 1).is_none();
    // `…, le sénateur PCF Paul Morel`: over the party.
    let title = |at: usize| if titled(at) { at + 2 + usize::from(scene.tokens.is_all_caps(at + 2)) } else { at };
    // The comma may stand behind more of the phrase: `sa directrice chargée des ventes (FDV), Jeanne Morel`, `le procureur du comté, en Floride, Paul Morel.`
    let reach = limit.min(phrase.last_end() + APPOSITION);
    let (mut at, mut commas) = (phrase.last_end(), 0);
    while commas < 2 {
        let comma = (at..reach)
            .take_while(|&i| !scene.is_finite(i) && !words::is_subordinator(scene.word(i)))
            .find(|&i| scene.is_sign(i));
        match comma {
            Some(comma) if scene.is(comma, ",") => {
                let name = title(comma + 1);
                let mention = scene.voice_at(name + usize::from(phrase::is_title(scene.word(name))));
                let mention = mention.map(|m| &scene.mentions.list()[m]).filter(|m| m.kind == Kind::Person);
                if let Some(mention) = mention.filter(|_| name < limit) {
                    let closing = scene.word(mention.tokens.last_end());
                    // `un autre élu, la sénatrice Anne Morel`
                    let other = titled(comma + 1) && scene.is_one_of(phrase.first(), "un une");
                    let near = comma == phrase.last_end() && (other || name == comma + 1)
                        || scene.is_sign(mention.tokens.last_end());
                    let named = if commas == 0 { near } else { one && closing == "." };
                    return if named { TokenRange::new(name, phrase::end(scene, name, limit, false)) } else { phrase };
                }
                (at, commas) = (comma + 1, commas + 1);
            }
            Some(open) if scene.is(open, "(") && scene.is(open + 2, ")") => at = open + 3,
            _ => break,
        }
    }
    phrase
}
