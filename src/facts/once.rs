//! Each fact is told once: what says the same becomes one fact with all its places, and what is said more fully absorbs what is said less fully.

use super::scene::Scene;
use super::{Argument, Fact, FactKind, Modality};
use crate::map::Map;
use crate::text::fold;

/// The facts in order of their evidence, each once.
///
/// What is denied is told beside what is stated, as a pair that contradicts itself; alone it states nothing of its kind.
pub(super) fn tell(scene: &Scene<'_, '_>, facts: Vec<Fact>) -> Vec<Fact> {
    let (denied, mut facts): (Vec<_>, Vec<_>) = facts.into_iter().partition(|f| f.modality == Modality::Negated);
    // A repeated passage states nothing of its own: it comes last, and only adds places to what is known.
    facts.sort_by_key(|f| (scene.is_repeat(f.evidence), f.evidence, f.kind, f.arguments.len()));
    // What a fact is about, without where: the kept facts that share it, by index.
    let mut known: Map<(FactKind, Vec<Key>), Vec<usize>> = Map::default();
    let mut kept: Vec<Fact> = Vec::new();
    for fact in facts {
        let is_repeat = scene.is_repeat(fact.evidence);
        let keys: Vec<Key> = fact.arguments.iter().map(|a| Key::new(scene, a)).collect();
        let core = keys.iter().take(core_len(fact.kind)).cloned().collect();
        let rest = &keys[core_len(fact.kind).min(keys.len())..];
        let same = known.entry((fact.kind, core)).or_default();
        let rest_of =
            |f: &Fact| -> Vec<Key> { f.arguments.iter().skip(core_len(f.kind)).map(|a| Key::new(scene, a)).collect() };
        // A fact of few variants: a role is held at a handful of places.
        let twin = same.iter().copied().take(MOST_VARIANTS).find(|&k| {
            let other = rest_of(&kept[k]);
            other == rest || rest.is_empty() || other.is_empty()
        });
        match twin {
            Some(k) => merge(&mut kept[k], fact, is_repeat),
            None if is_repeat => {}
            None => {
                same.push(kept.len());
                kept.push(fact);
            }
        }
    }
    absorb(scene, &mut kept);
    // Once for each fact, not with each telling: an article of a million words may tell one a hundred thousand times.
    for fact in &mut kept {
        fact.also_at.sort();
        fact.also_at.dedup();
        let evidence = fact.evidence;
        fact.also_at.retain(|&place| place != evidence);
    }
    let mut told = Map::default();
    for fact in denied {
        let core: Vec<Key> = fact.arguments.iter().take(core_len(fact.kind)).map(|a| Key::new(scene, a)).collect();
        let core = (fact.kind, core);
        if known.contains_key(&core) && !scene.is_repeat(fact.evidence) && told.insert(core, ()).is_none() {
            kept.push(fact);
        }
    }
    kept.sort_by_key(|f| (f.evidence, f.kind));
    kept
}

/// What is said more fully elsewhere in words goes into the fuller telling: `juge` into `juge en chef de la Cour`, `le double` into `le double de la finale`.
fn absorb(scene: &Scene<'_, '_>, facts: &mut Vec<Fact>) {
    let mut roles_of: Map<(FactKind, usize), Vec<(usize, String)>> = Map::default();
    for (index, fact) in facts.iter().enumerate() {
        if let [person, role, ..] = fact.arguments.as_slice()
            && let (Some(entity), None) = (person.entity, role.entity)
        {
            let roles = roles_of.entry((fact.kind, entity)).or_default();
            if roles.len() < MOST_VARIANTS {
                roles.push((index, fold(scene.tokens.text().slice(role.span))));
            }
        }
    }
    let mut absorbed: Map<usize, usize> = Map::default();
    for roles in roles_of.values() {
        for (vague, words) in roles.iter().filter(|(i, _)| facts[*i].arguments.len() == 2) {
            // `ses avocats`, where `son avocat` has been told
            let one = words.strip_suffix('s').filter(|one| !one.ends_with('s'));
            // `ministre français du Travail` says all of `ministre du Travail`.
            let tells = |w: &str, words: &str| {
                let mut of = w.split(' ');
                w.len() > words.len()
                    && w.split(' ').next() == words.split(' ').next()
                    && words.split(' ').all(|word| of.any(|other| other == word))
            };
            let fuller = roles.iter().find(|(i, w)| {
                i != vague
                    && !absorbed.contains_key(i)
                    && (tells(w, words) || one.is_some_and(|one| w == one || tells(w, one)))
            });
            if let Some((fuller, _)) = fuller {
                absorbed.insert(*vague, *fuller);
            }
        }
    }
    for (&vague, &fuller) in absorbed.iter() {
        let vague = facts[vague].clone();
        merge(&mut facts[fuller], vague, true);
    }
    let mut index = 0;
    facts.retain(|_| {
        index += 1;
        !absorbed.contains_key(&(index - 1))
    });
}

/// Descriptions tell roles less surely than so.
const SURE: f32 = 0.75;

/// So many variants of one fact are compared; an article states one or two.
const MOST_VARIANTS: usize = 16;

/// How many of a kind's arguments say what it is; the others (where, how much) may be left out.
fn core_len(kind: FactKind) -> usize {
    match kind {
        FactKind::Death => 1,
        _ => 2,
    }
}

/// Takes `other` into `fact`: the fuller one stays, the other becomes one more place.
fn merge(fact: &mut Fact, mut other: Fact, is_repeat: bool) {
    // What names the person tells it better than a description that means them.
    let surer = fact.score < SURE && other.score >= SURE && other.arguments.len() == fact.arguments.len();
    if (other.arguments.len() > fact.arguments.len() || surer) && !is_repeat {
        std::mem::swap(fact, &mut other);
    }
    fact.also_at.append(&mut other.also_at);
    fact.also_at.push(other.evidence);
    // What the article states somewhere in its own name, it states.
    if other.modality < fact.modality {
        fact.modality = other.modality;
        fact.source = other.source;
    }
    fact.when = fact.when.or(other.when);
    fact.score = fact.score.max(other.score);
}

/// What an argument says: an entity, or words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key {
    Entity(usize),
    Words(String),
}

impl Key {
    fn new(scene: &Scene<'_, '_>, argument: &Argument) -> Self {
        match argument.entity {
            Some(entity) => Self::Entity(entity),
            None => Self::Words(fold(scene.tokens.text().slice(argument.span))),
        }
    }
}
