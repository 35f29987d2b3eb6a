//! Offices that every reader knows the holder of: `le président français`, `le chef de l'État` (`role.incumbent`). Whom the article names says who is meant: the
//! one of the lately known holders (see [`crate::lexicon::incumbents`]) whom it names, where it names just one.

use super::Fact;
use super::role_phrase::{self, Determiner, RolePhrase};
use super::role_references::{tell, timeless};
use super::scene::Scene;
use crate::lexicon::{demonyms, incumbents};
use crate::text::{fold, is_one_of};

/// The roles that such descriptions tell.
pub(super) fn find(scene: &Scene<'_, '_>, roles: &[Fact]) -> Vec<Fact> {
    let mut found = Vec::new();
    // The one head of state whom the article names, where it calls nobody else a president: `le président` is that one.
    let presides = |f: &Fact| fold(scene.tokens.text().slice(f.arguments[1].span)).starts_with("président");
    let president = || match heads(scene) {
        &[head] => roles.iter().all(|f| f.arguments[0].entity == Some(head) || !presides(f)).then_some(head),
        _ => None,
    };
    // `le président`, `l'actuel président`: before most words stands nothing of the kind.
    let definite =
        |i: usize| scene.is_one_of(i - 1, "le la l' du au aux ce cet cette actuel actuelle nouveau nouvelle");
    let may_be = |i: usize| incumbents::may_be_office(scene.word(i)) && scene.begins_role(i) && definite(i);
    for &noun in scene.spots().iter().filter(|&&i| i > 0 && may_be(i)) {
        let sentence = scene.tokens.sentence_range(noun);
        let phrase = role_phrase::around(scene, noun, sentence.first(), sentence.last_end())
            .filter(|p| p.determiner == Determiner::Definite && !p.plural && !names_someone(scene, p));
        let Some(phrase) = phrase.map(|p| timeless(scene, p)) else { continue };
        let office = office(scene, &phrase);
        let bare = if office == "président" { president() } else { None };
        let Some(holder) = bare.or_else(|| scene.links.holder(&office)) else { continue };
        // Where the article itself has called someone so, that one is meant.
        if scene.links.antecedent(noun).is_none_or(|e| e == holder) {
            found.push(Fact { by: "role.incumbent", ..tell(scene, &phrase, holder) });
        }
    }
    found
}

/// The heads of state whom the article names, of those that newspapers call just `le président`.
pub(super) fn heads<'s>(scene: &'s Scene<'_, '_>) -> &'s [usize] {
    let offices = ["président république", "président états-unis", "président russie", "président ukraine"];
    scene.heads.get_or_init(|| offices.into_iter().filter_map(|office| scene.links.holder(office)).collect())
}

/// Whether `phrase` hardly means a head of state: `le président du syndicat`, `le philosophe`.
pub(super) fn is_no_head(scene: &Scene<'_, '_>, phrase: &RolePhrase) -> bool {
    let complement = (phrase.noun + 1..phrase.role.last_end()).find(|&i| scene.is_one_of(i, "de du des d'"));
    let of = complement.map_or("", |i| scene.word(i + 1 + usize::from(scene.is_one_of(i + 1, "la l'"))));
    !(scene.is_one_of(phrase.noun, "président chef candidat dirigeant locataire")
        && (complement.is_none() || is_one_of(of, "république état etat exécutif riches")))
}

/// Whether the phrase is a name's title.
fn names_someone(scene: &Scene<'_, '_>, phrase: &RolePhrase) -> bool {
    let next = phrase.end + usize::from(scene.is_one_of(phrase.end, ", )"));
    scene.person_from(next).is_some()
}

/// Whether the office of `phrase` is known to be another's than that of `entity`.
pub(super) fn is_another(scene: &Scene<'_, '_>, phrase: &RolePhrase, entity: usize) -> bool {
    scene.links.is_office_of_another(&office(scene, phrase), entity)
}

/// The office as the list has it: the role's words and the place or body where it is held.
fn office(scene: &Scene<'_, '_>, phrase: &RolePhrase) -> String {
    let office = fold(scene.tokens.text().slice(scene.tokens.span(phrase.role)));
    let Some(held) = phrase.held.first() else { return office };
    let words = fold(scene.tokens.text().slice(held.span));
    let place = demonyms::place(&words).map(|d| fold(d.of));
    let name = held.entity.map(|e| fold(&scene.links.entities()[e].name));
    format!("{office} {}", place.or(name).unwrap_or(words))
}
