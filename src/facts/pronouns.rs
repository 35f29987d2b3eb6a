//! Whom a pronoun surely means.
//!
//! [`crate::links`] says whom a pronoun most likely means: good enough to say who speaks, where the words say that somebody does. A line of its own
//! with the name in the pronoun's place is wrong in the reader's eyes when the name is, so it is made only where the text leaves no choice: the
//! sentence before, or the beginning of this one, is about the same person, whose gender is known.

use super::scene::Scene;
use super::timeline::tells;
use super::{Fact, FactKind};
use crate::links::Gender;
use crate::mentions::Kind;
use crate::text::{Span, TokenRange, is_one_of};
use crate::tokens::TokenKind;

/// So many sentences are followed back that are about a pronoun each: `Il … Il … Il …`
const CHAIN: usize = 4;

/// So many sentences before are looked at, captions and the like among them or left out.
const FARTHEST_BACK: usize = 8;
const SENTENCES: usize = 3;

/// How far into a sentence its subject is looked for, in tokens.
const FARTHEST: usize = 24;

/// Where the article says what someone is: there a noun (`la ministre`) surely means them.
#[derive(Default)]
pub(super) struct Described(Vec<(Span, usize)>);

impl Described {
    pub(super) fn of(facts: &[Fact]) -> Self {
        let roles = facts.iter().filter(|f| f.kind == FactKind::Role);
        let mut places: Vec<_> = roles
            .filter_map(|f| Some((f, f.arguments.first()?.entity?)))
            .flat_map(|(f, entity)| f.also_at.iter().chain([&f.evidence]).map(move |&span| (span, entity)))
            .collect();
        places.sort_unstable();
        Self(places)
    }

    /// Whether `entity` is described where `noun` stands.
    fn has(&self, noun: Span, entity: usize) -> bool {
        /// Descriptions that begin before it and are asked: some overlap.
        const BEFORE: usize = 4;
        let behind = self.0.partition_point(|&(span, _)| span.start <= noun.start);
        self.0[behind.saturating_sub(BEFORE)..behind].iter().any(|&(span, who)| who == entity && span.contains(noun))
    }
}

/// Reads whom pronouns mean.
pub(super) struct Pronouns<'s, 'a, 't> {
    pub(super) scene: &'s Scene<'a, 't>,
    pub(super) described: Described,
}

impl<'s, 'a, 't> Pronouns<'s, 'a, 't> {
    /// Before it is known what the article says that people are.
    pub(super) fn new(scene: &'s Scene<'a, 't>) -> Self {
        Self { scene, described: Described::default() }
    }

    /// The person whom the pronoun at token `at` (`il`, `elle`) means, where that is sure.
    pub(super) fn meant(&self, at: usize) -> Option<usize> {
        self.meant_within(at, CHAIN)
    }

    fn meant_within(&self, at: usize, chain: usize) -> Option<usize> {
        let scene = self.scene;
        let entity = scene.links.antecedent(at)?;
        let person = &scene.links.entities()[entity];
        // Most people whose gender nobody knows are men in the press.
        let agrees = if scene.is(at, "elle") {
            person.gender == Some(Gender::Feminine)
        } else {
            person.gender != Some(Gender::Feminine)
        };
        if person.kind != Kind::Person || !agrees {
            return None;
        }
        let first = scene.tokens.sentence_range(at).first();
        let about = match self.about(first, at, chain) {
            About::Nothing => self.before(first, chain),
            about => about,
        };
        (about == About::Entity(entity)).then_some(entity)
    }

    /// What the sentences before the one that begins at token `first` are about. Captions and the like are passed over, and what is about several things:
    /// no `il` means them.
    fn before(&self, first: usize, chain: usize) -> About {
        let scene = self.scene;
        let sentences = &scene.tokens.sentences()[..scene.tokens.sentence_of(first)];
        let told = |range: &TokenRange| !range.is_empty() && tells(scene, range.first());
        let earlier = sentences.iter().rev().take(FARTHEST_BACK).map(|s| s.tokens).filter(told);
        for range in earlier.take(SENTENCES) {
            let about = self.about(range.first(), range.last_end(), chain);
            let several = scene.is_one_of(
                range.first(),
                "les des ces ses leurs certains certaines plusieurs quelques tous toutes ils elles deux trois",
            );
            if !(about == About::Something && several) {
                return about;
            }
        }
        About::Nothing
    }

    /// What the words from `first` on, as far as `end`, are about: their first subject.
    fn about(&self, first: usize, end: usize, chain: usize) -> About {
        let scene = self.scene;
        // `« … », a déclaré Paul Morel`
        if scene.tokens.kind(first) == Some(TokenKind::Quote) && first + 1 < end {
            return scene.speaker_at(first + 1).map_or(About::Something, About::Entity);
        }
        let (mut governed, mut behind_governed) = (false, false);
        let mut at = first;
        while at < end.min(first + FARTHEST) {
            let word = scene.word(at);
            if let Some(mention) = scene.mentions.at_token(at) {
                let (kind, tokens) = (scene.mentions.list()[mention].kind, scene.mentions.list()[mention].tokens);
                let next = tokens.last_end().max(at + 1);
                // `Après la mort d'une amie, Anne Petit, le groupe …`: in apposition to what the preposition governs.
                let apposed = behind_governed && scene.is(at - 1, ",") && scene.is(next, ",");
                // `Installée place du Marché, …`: where, not who.
                let adverbial = kind == Kind::Place && at > first + 1 && !scene.is(at - 1, ",");
                if kind.is_name() && !governed && !apposed && !adverbial {
                    // `PAUL MOREL Il y a …`: who answers.
                    let answers =
                        next < end && scene.tokens.is_capitalised(next) && scene.mentions.at_token(next).is_none();
                    let entity = scene.links.entity_of(mention).filter(|_| !answers);
                    return entity.map_or(About::Something, About::Entity);
                }
                at = next;
                continue;
            }
            if scene.is_finite(at) {
                return About::Something;
            }
            if is_one_of(word, "il elle") {
                let known = (chain > 0).then(|| self.meant_within(at, chain - 1)).flatten();
                return known.map_or(About::Something, About::Entity);
            }
            if !governed && let Some(entity) = scene.links.antecedent(at) {
                let known = self.described.has(scene.tokens.list()[at].span, entity);
                return if known { About::Entity(entity) } else { About::Something };
            }
            if is_one_of(word, "qui que qu' je j' nous on ils elles c' ce cela ça") {
                return About::Something;
            }
            // `Selon Paul Morel, …`, `Célébré par le maire Paul Morel, …`: spoken of, until the comma; the complement of a title (`le maire de Lyon Paul
            // Morel`) leaves the subject open, unless it opens the line (`De notre envoyé Paul Morel`).
            let opens = at == first && matches!(word, "de" | "du");
            if opens
                || is_one_of(
                    word,
                    "à au aux avec par pour sur chez entre selon en dans contre après avant depuis dès sans sous malgré comme face",
                )
            {
                governed = true;
            } else if word == "," {
                behind_governed = governed;
                governed = false;
            }
            at += 1;
        }
        About::Nothing
    }
}

/// What words are about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    /// No subject stands among them: `Hier à Lyon, …`
    Nothing,
    Entity(usize),
    /// Something without a name.
    Something,
}
