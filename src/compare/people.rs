//! Which entity of one article is which of the other, and who speaks in one alone.

use crate::export::Article;
use crate::map::Map;
use crate::report::{EntityEntry, VoiceEntry};
use crate::text::fold;

/// Whatever the kind.
const ANY: &str = "";

/// The entities of the second article that those of the first are.
pub(super) struct Same {
    /// By entity of the first.
    pub(super) forward: Vec<Option<usize>>,
    /// By entity of the second.
    pub(super) backward: Vec<Option<usize>>,
}

/// Entities are the same that have the same name, if need be as another kind (`Brenne` the town and the council), else a form in common: `Morel` and `Claire Morel`, but not `Paul Morel` and `Claire Morel`. The most salient come first.
pub(super) fn same(a: &[EntityEntry], b: &[EntityEntry]) -> Same {
    let mut same = Same { forward: vec![None; a.len()], backward: vec![None; b.len()] };
    let mut names: Map<(&str, String), usize> = Map::default();
    let mut forms: Map<(&str, String), usize> = Map::default();
    for (id, entity) in b.iter().enumerate() {
        for kind in [entity.kind, ANY] {
            names.entry((kind, fold(&entity.name))).or_insert(id);
        }
        for form in all(entity) {
            forms.entry((entity.kind, fold(form))).or_insert(id);
        }
    }
    for by_kind in [true, false] {
        for (id, entity) in a.iter().enumerate() {
            if let Some(&other) = names.get(&(if by_kind { entity.kind } else { ANY }, fold(&entity.name))) {
                same.join(id, other);
            }
        }
    }
    for (id, entity) in a.iter().enumerate().filter(|(_, e)| !e.name.is_empty()) {
        let other = all(entity).find_map(|form| {
            let other = *forms.get(&(entity.kind, fold(form)))?;
            may_be(entity, &b[other]).then_some(other)
        });
        if let Some(other) = other {
            same.join(id, other);
        }
    }
    same
}

impl Same {
    fn join(&mut self, a: usize, b: usize) {
        if self.forward[a].is_none() && self.backward[b].is_none() {
            self.forward[a] = Some(b);
            self.backward[b] = Some(a);
        }
    }
}

fn all(entity: &EntityEntry) -> impl Iterator<Item = &str> {
    [&entity.name].into_iter().chain(&entity.aliases).map(String::as_str)
}

/// Whether two with a form in common can be one: of people with two full names the given names must agree.
fn may_be(one: &EntityEntry, other: &EntityEntry) -> bool {
    let full = |entity: &EntityEntry| entity.kind == "person" && entity.name.contains(' ');
    let given = |entity: &EntityEntry| entity.name.split(' ').next().map(fold);
    !(full(one) && full(other)) || given(one) == given(other)
}

/// Voices of each article, by index, that the other does not have; of those whose words nobody is named for there are none.
pub(super) fn speakers(a: &Article<'_>, b: &Article<'_>, same: &Same) -> [Vec<usize>; 2] {
    let (ours, theirs) = (&a.report.voices, &b.report.voices);
    [alone(ours, theirs, &same.forward), alone(theirs, ours, &same.backward)]
}

fn alone(voices: &[VoiceEntry], others: &[VoiceEntry], same: &[Option<usize>]) -> Vec<usize> {
    let known = |voice: &VoiceEntry| match (voice.entity, &voice.text) {
        (Some(entity), _) => {
            same.get(entity).is_none_or(|other| other.is_some_and(|o| others.iter().any(|v| v.entity == Some(o))))
        }
        (None, Some(text)) => {
            let text = fold(text);
            others.iter().filter_map(|v| v.text.as_ref()).any(|other| fold(other) == text)
        }
        (None, None) => true,
    };
    voices.iter().enumerate().filter(|(_, voice)| !known(voice)).map(|(index, _)| index).collect()
}
