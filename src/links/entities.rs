//! Mentions of one thing into one entity.

use crate::mentions::{Kind, Mentions};
use crate::tokens::Tokens;

/// Grammatical and social gender of a person, where given name or agreement tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Masculine.
    Masculine,
    /// Feminine.
    Feminine,
}

/// Someone or something that the article names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// The fullest form in the article.
    pub name: String,
    /// The other forms, in order of appearance.
    pub aliases: Vec<String>,
    /// For people.
    pub gender: Option<Gender>,
    /// 0 to 1; the entities of an article come most salient first.
    pub salience: f32,
    /// Its mentions in order.
    pub mentions: Vec<usize>,
}

/// Joins mentions with the same name. Returns the entities, most salient first, and the entity of each mention.
pub(super) fn join(tokens: &Tokens<'_>, mentions: &Mentions) -> (Vec<Entity>, Vec<Option<usize>>) {
    let mut entities: Vec<Entity> = Vec::new();
    let mut by_name = std::collections::BTreeMap::new();
    let mut entity_of = Vec::with_capacity(mentions.list().len());
    for (index, mention) in mentions.list().iter().enumerate() {
        if !mention.kind.is_name() {
            entity_of.push(None);
            continue;
        }
        let name = tokens.text().slice(mention.span);
        let entity = *by_name.entry((mention.kind, name)).or_insert_with(|| {
            entities.push(Entity {
                kind: mention.kind,
                name: name.to_owned(),
                aliases: Vec::new(),
                gender: None,
                salience: 0.0,
                mentions: Vec::new(),
            });
            entities.len() - 1
        });
        entities[entity].mentions.push(index);
        entity_of.push(Some(entity));
    }
    (entities, entity_of)
}
