//! Descriptions by which an article speaks of someone whom it has named: `le magistrat`, `cette politologue`, `la dirigeante de la CGT`.
//!
//! Whom a description speaks of, [`crate::links`] says. It is told as a role (`role.reference`) only where something bears it out, since a wrong guess there
//! would be a wrong fact here: it generalises a known role, who speaks by it is called so by the article or is the one whom the article is about, or nothing
//! else is known of the person and the description is a craft.

use super::clause_words::is_preposition;
use super::role_incumbents;
use super::role_phrase::{self, Determiner, RolePhrase};
use super::scene::Scene;
use super::{Argument, Fact, FactKind};
use crate::lexicon::is_of_another_class;
use crate::lexicon::role_kinds::generalises;
use crate::lexicon::titles::TitleClass;
use crate::links::Reference;
use crate::map::Map;
use crate::mentions::Kind;
use crate::text::is_one_of;
use crate::text::{TokenRange, fold};

/// So many roles of one person are compared.
const MOST_ROLES: usize = 16;

/// The roles that descriptions tell, given those that are known.
pub(super) fn find(scene: &Scene<'_, '_>, roles: &[Fact]) -> Vec<Fact> {
    // First words of the roles of each, `ancien` and the like left out, folded.
    let mut known: Map<usize, Vec<String>> = Map::default();
    for fact in roles.iter().filter(|fact| fact.kind != FactKind::Membership) {
        if let [person, role, ..] = fact.arguments.as_slice()
            && let Some(entity) = person.entity
        {
            let known = known.entry(entity).or_default();
            if known.len() < MOST_ROLES {
                let words = fold(scene.tokens.text().slice(role.span));
                let noun = words.split(' ').find(|w| !is_one_of(w, "ancien ancienne ex futur future jeune"));
                known.extend(noun.map(str::to_owned));
            }
        }
    }
    let mut speaking = vec![false; scene.tokens.len()];
    for speaker in scene.quotes.iter().filter_map(|quote| quote.speaker).filter(|speaker| speaker.entity.is_some()) {
        speaking[scene.tokens.inside(speaker.span).range()].fill(true);
    }
    let mut found = Vec::new();
    for &reference in scene.links.references().iter().filter(|r| !scene.is_noise(r.token)) {
        let Reference { token: noun, entity, is_borne_out } = reference;
        if scene.links.entities()[entity].kind != Kind::Person {
            continue;
        }
        let sentence = scene.tokens.sentence_range(noun);
        let phrase = role_phrase::around(scene, noun, sentence.first(), sentence.last_end());
        let another = |p: &RolePhrase| {
            names_another(scene, p, entity)
                || role_incumbents::is_another(scene, p, entity)
                || role_incumbents::heads(scene).contains(&entity) && role_incumbents::is_no_head(scene, p)
        };
        let phrase = phrase.filter(|p| !another(p));
        let known = known.get(&entity).map_or(&[][..], Vec::as_slice);
        let speaks = speaking[noun];
        if let Some(phrase) =
            phrase.filter(|p| is_role(scene, p, known, speaks, is_borne_out)).map(|p| timeless(scene, p))
        {
            found.push(tell(scene, &phrase, entity));
        }
    }
    found
}

/// `le président à son arrivée`: without when, which is no part of what he is.
pub(super) fn timeless(scene: &Scene<'_, '_>, mut phrase: RolePhrase) -> RolePhrase {
    let mut behind = phrase.noun + 1..phrase.role.last_end();
    let when = behind.find(|&i| scene.is_one_of(i, "à au aux en auprès"));
    let leads = scene.is_one_of(phrase.noun, "président présidente chef cheffe patron");
    if let Some(end) = when.filter(|_| leads) {
        phrase.role = TokenRange::new(phrase.role.first(), end);
    }
    phrase
}

/// Whether somebody else is named behind the description and a few words that no list knows for part of it: `le député non inscrit Paul Morel`.
fn names_another(scene: &Scene<'_, '_>, phrase: &RolePhrase, entity: usize) -> bool {
    const MOST_WORDS: usize = 3;
    let ends = |i: &usize| !scene.is_small_word(*i) || is_preposition(scene.word(*i)) || scene.is_finite(*i);
    let name = (phrase.end..phrase.end + MOST_WORDS).find(ends).and_then(|i| scene.person_from(i));
    name.and_then(|(mention, _)| scene.links.entity_of(mention)).is_some_and(|named| named != entity)
}

/// Whether what is `known` of the person bears out the description, or that the person `speaks` by it: who speaks is looked for with more care.
fn is_role(scene: &Scene<'_, '_>, phrase: &RolePhrase, known: &[String], speaks: bool, is_borne_out: bool) -> bool {
    let next = scene.bracket_end(phrase.end).unwrap_or(phrase.end);
    let next = next + usize::from(scene.is(next, ","));
    // Someone's title is read as such.
    let names_someone = scene.person_from(next).is_some();
    // `à la retraite`, `au milieu`, `dans le cadre`, `la voix tremblante`: places and times and how, whatever the noun.
    let adverbial = scene.is_one_of(phrase.start, "à au") && phrase.class == TitleClass::Sport
        || scene.is_one_of(phrase.noun, "cadre figure critique voix agent agente")
        // `Télor, l'assistant de Novaline`: what something else is.
        || phrase.start > 1
            && scene.is(phrase.start - 1, ",")
            && scene.name_at(phrase.start - 2).is_some_and(|(_, m)| m.kind != Kind::Person);
    // `Il était le seul chef d'État …`: what the subject is. `Wellington le militaire`, `« Le Juge et l'Assassin »`: another, and a title.
    let before = phrase.start.wrapping_sub(1);
    let another = scene.is_one_of(before, "est était fut sera")
        || scene.name_at(before).is_some_and(|(_, m)| m.kind == Kind::Person)
        || phrase.class == TitleClass::Job
            && scene.tokens.is_capitalised(phrase.noun)
            && !scene.tokens.is_sentence_start(phrase.noun);
    if phrase.plural || phrase.determiner != Determiner::Definite || names_someone || adverbial || another {
        return false;
    }
    let noun = scene.word(phrase.noun);
    let noun = noun.strip_prefix("ex-").unwrap_or(noun);
    // What has been told with the name is not told once more with other adjectives.
    let anew = !phrase.held.is_empty() || known.iter().all(|k| k != noun);
    if speaks && is_borne_out && anew {
        return true;
    }
    if !phrase.held.is_empty() {
        return false;
    }
    if known.iter().any(|k| generalises(noun, k)) {
        return true;
    }
    // `les mains du gardien`, `avait invité le chanteur`: another, as often as not, whom the article does not name.
    let leads =
        scene.tokens.is_sentence_start(phrase.start) || scene.is_one_of(before, ", que qu' si et mais selon pour");
    let craft = matches!(phrase.class, TitleClass::Job | TitleClass::Party);
    let pointed = scene.is_one_of(phrase.start, "ce cet cette");
    // Nobody whom the article calls a minister is meant by `le boulanger`.
    let spoken = speaks && phrase.role.len() <= 2 && !is_of_another_class(noun, known);
    leads && craft && known.is_empty()
        || spoken && (craft || phrase.class == TitleClass::Sport)
        || pointed && (leads || speaks) && (craft || phrase.class == TitleClass::Office)
}

pub(super) fn tell(scene: &Scene<'_, '_>, phrase: &RolePhrase, entity: usize) -> Fact {
    let description = scene.tokens.span(TokenRange::new(phrase.start, phrase.role.last_end()));
    let mut arguments = vec![
        Argument { name: "person", span: description, entity: Some(entity) },
        Argument { name: "role", span: scene.tokens.span(phrase.role), entity: None },
    ];
    arguments.extend(phrase.held.first().map(|h| Argument { name: "organisation", span: h.span, entity: h.entity }));
    Fact::asserted(FactKind::Role, arguments, "role.reference", 0.7)
}
