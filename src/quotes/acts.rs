//! Nouns for acts of speech with quoted words and whose they are: `l'appel de Paul Durand à « la grève »`, `son refus de « céder »`.

use super::scene::Scene;
use super::{Found, QuoteKind, Reader, Speaker, clause, incise, object, phrase, speaker, subject, words};
use crate::mentions::Kind;
use crate::text::TokenRange;

/// How far in front of the quoted words the noun stands, in tokens.
const NEAR: usize = 12;

/// Nouns with `de` and what is promised, asked or refused.
const OF: &str = "promesse promesses refus demande demandes proposition souhait engagement menace menaces";

/// Reads the quoted words of the sentence that belong to such a noun.
pub(super) fn read(reader: &mut Reader<'_, '_, '_>, sentence: TokenRange, block: usize) {
    let scene = reader.scene;
    for &pair in scene.pairs_in(sentence) {
        if pair.open < sentence.first() + 2 || reader.touches(pair.inner()) {
            continue;
        }
        let Some(link) = link(scene, pair.open) else { continue };
        let to = scene.is_one_of(link, "à au");
        let act = |i: usize| scene.is_one_of(i, if to { "appel appels" } else { OF });
        let Some(noun) = (sentence.first()..link).rev().take(NEAR).find(|&i| act(i)) else { continue };
        let infinitive = clause::infinitive_from(scene, pair.open + 1, pair.close).is_some();
        let Some(speaker) = whose(reader, sentence, block, noun, link) else { continue };
        // `la promesse du maire de « la Plaine »`
        if !(infinitive && to || speaker.is_some() && (infinitive || to)) || scene.is_label(pair) {
            continue;
        }
        let end = object::end(scene, sentence, pair.open, &[]);
        // `L'appel à « bloquer la ville » a été suivi`: the main clause goes on.
        let over = |&i: &usize| scene.pair_at(i).is_none() && (scene.is_finite(i) || scene.is(i, "("));
        let range = scene.trim(TokenRange::new(link + 1, (pair.close + 1..end).find(over).unwrap_or(end)));
        let floor = reader.last;
        let (kind, cue) = (QuoteKind::Mixed, Some(TokenRange::new(noun, noun + 1)));
        reader.add(block, Found { range, kind, speaker, cue, by: "quote.act", score: 0.7 });
        // Whoever is told of does not take the floor.
        reader.last = floor;
    }
}

/// The preposition that governs the quoted words opening at `open`, in front of their article.
fn link(scene: &Scene<'_, '_>, open: usize) -> Option<usize> {
    let link = open - 1 - usize::from(words::is_article(scene.word(open - 1)));
    scene.is_one_of(link, "à au de d'").then_some(link)
}

/// Whose act `noun` is, up to `link`: somebody's, or nobody's who is named; none if what stands between is something else.
fn whose(
    reader: &Reader<'_, '_, '_>,
    sentence: TokenRange,
    block: usize,
    noun: usize,
    link: usize,
) -> Option<Option<Speaker>> {
    let scene = reader.scene;
    let last = reader.last(block);
    if noun + 1 == link {
        // `leur demande de « céder »`: a verb.
        let own = noun > sentence.first() && words::is_possessive(scene.word(noun - 1));
        if !own || scene.is(noun - 1, "leur") && scene.is(noun, "demande") {
            return Some(None);
        }
        // `Paul Durand a renouvelé son appel à « … »`
        let own = subject::of_sentence(scene, sentence, noun - 1).map(|p| speaker::resolve(scene, p, last));
        let person = |s: &Speaker| s.entity.is_some_and(|e| scene.links.entities()[e].kind == Kind::Person);
        return Some(own.filter(person).or(last.map(|l| l.speaker)));
    }
    let by = (noun + 1..link).find(|&i| scene.is(i, "par") || words::is_of(scene.word(i)))?;
    let phrase = TokenRange::new(by + 1, phrase::end(scene, by + 1, link, true).max(by + 1));
    let somebody = phrase.last_end() == link && !phrase.is_empty() && incise::speaks(scene, phrase);
    somebody.then(|| Some(speaker::resolve(scene, phrase, last)))
}
