//! Relations that a role implies: whoever is `fondatrice de Novaline` has founded it. The arguments are those of the kind, the words those of the role.
//!
//! | kind | rule | role |
//! |---|---|---|
//! | founded | `founded.role` | `fondateur`, `cofondatrice`, `créateur` of an organisation, work or event |
//! | ownership | `ownership.role` | `propriétaire`, `actionnaire` |
//! | membership | `membership.role` | `membre`, `militante`, `syndicaliste` of an organisation; `chanteur`, `guitariste` of a band; `socialiste` |
//! | victory | `victory.role` | `vainqueur`, `lauréate` of an event or prize |

use super::membership::begins_party_or_union;
use super::parties::{Party, capitals_from, contest_from, is_host, quoted_from};
use super::scene::Scene;
use super::{Argument, Fact, FactKind};
use crate::lexicon::demonyms;
use crate::mentions::Kind;
use crate::text::fold;
use crate::text::is_one_of;
use crate::tokens::TokenKind;

/// The relations that `roles` imply.
pub(super) fn find(scene: &Scene<'_, '_>, roles: &[Fact]) -> Vec<Fact> {
    roles.iter().filter(|fact| fact.kind == FactKind::Role).filter_map(|role| relation(scene, role)).collect()
}

/// What the role's own words say: `fondateur des Lilas`, `lauréate du prix des lecteurs`.
fn in_words(scene: &Scene<'_, '_>, fact: &Fact) -> Option<Fact> {
    let [person, role] = fact.arguments.as_slice() else { return None };
    let words = scene.tokens.inside(role.span);
    // `la communiste Anne Petit`, where the article names the party
    if words.len() == 1
        && let Some((_, party)) = demonyms::party([scene.word(words.first())])
        && let entity @ Some(_) = scene.entity_named(Kind::Organisation, party.of)
    {
        let member = Argument { name: "member", ..person.clone() };
        let group = Argument { name: "group", span: role.span, entity };
        return Some(Fact {
            evidence: fact.evidence,
            ..Fact::asserted(FactKind::Membership, vec![member, group], "membership.role", fact.score)
        });
    }
    // `Novaline, dont Anne Petit est la fondatrice`
    let noun = scene.word(words.first());
    let dont = scene.tokens.inside(person.span).first().checked_sub(1).filter(|&i| scene.is(i, "dont"));
    let member = noun == "membre";
    if let Some(dont) = dont.filter(|_| member || noun.starts_with("fondat") || noun.starts_with("cofondat")) {
        let end = dont.checked_sub(usize::from(dont > 0 && scene.is(dont - 1, ",")))?;
        let (mention, name) = scene.name_at(end.checked_sub(1)?)?;
        let thing = Party::of(scene, mention);
        let (kind, [first, second], by) = if member {
            (FactKind::Membership, ["member", "group"], "membership.role")
        } else {
            (FactKind::Founded, ["founder", "founded"], "founded.role")
        };
        let fits = name.kind == Kind::Organisation || !member && matches!(name.kind, Kind::Work | Kind::Event);
        let arguments = vec![Argument { name: first, ..person.clone() }, thing.plays(second)];
        return fits.then(|| Fact::asserted(kind, arguments, by, fact.score));
    }
    let of = words.first() + 1;
    let contracted = scene.is_one_of(of, "du des");
    if !contracted && !scene.is_one_of(of, "de d'") {
        return None;
    }
    let end = scene.tokens.sentence_range(of).last_end();
    let at = if contracted { of } else { of + 1 };
    let (relation, parts, thing, by) = match scene.word(words.first()) {
        "fondateur" | "fondatrice" | "cofondateur" | "cofondatrice" | "créateur" | "créatrice" => {
            let thing = quoted_from(scene, at, end).or_else(|| capitals_from(scene, at, end));
            (FactKind::Founded, "founder", thing.map(|t| t.plays("founded")), "founded.role")
        }
        // `membre des « Lilas en fleur »`
        "membre" => {
            let group = quoted_from(scene, at, end).or_else(|| capitals_from(scene, at, end));
            (FactKind::Membership, "member", group.map(|g| g.plays("group")), "membership.role")
        }
        "vainqueur" | "lauréat" | "lauréate" => {
            let contest = contest_from(scene, if contracted { of } else { at }, end);
            (FactKind::Victory, "winner", contest.map(|c| c.plays("contest")), "victory.role")
        }
        _ => return None,
    };
    let person = Argument { name: parts, ..person.clone() };
    let mut implied = Fact::asserted(relation, vec![person, thing?], by, fact.score);
    implied.evidence = implied.evidence.cover(fact.evidence);
    Some(implied)
}

fn relation(scene: &Scene<'_, '_>, fact: &Fact) -> Option<Fact> {
    let [person, role, held] = fact.arguments.as_slice() else { return in_words(scene, fact) };
    let kind = scene.links.entities().get(held.entity?)?.kind;
    let words = fold(scene.tokens.text().slice(role.span));
    let thing = matches!(kind, Kind::Organisation | Kind::Work | Kind::Event);
    let host = is_host(scene, scene.tokens.inside(held.span).first());
    // A former owner owns no more; a former founder is still the founder, and a former member has been one.
    let former = |w: &str| matches!(w, "ancien" | "ancienne") && words.contains(" membre");
    let beside = |w: &str| {
        is_one_of(w, "jeune principal premier première autre double triple quadruple quintuple sextuple multiple")
            || former(w)
    };
    let noun = words.split(' ').find(|w| !beside(w))?;
    // `président fondateur`; `fondateur des Amis de Brest` has not founded the town.
    let noun = words.split(' ').find(|w| w.contains("fondat")).and_then(|w| w.rsplit('-').next()).unwrap_or(noun);
    // `créatrice du groupe Facebook « Les Lilas »`: what stands there.
    let behind = scene.tokens.inside(held.span).last_end();
    let member = noun.starts_with("membre") || noun.starts_with("adhérent");
    if (noun.contains("fondat") || noun.starts_with("créat") || member)
        && scene.tokens.kind(behind) == Some(TokenKind::Quote)
        && let Some(thing) = quoted_from(scene, behind, scene.tokens.sentence_range(behind).last_end())
    {
        let (kind, [first, second], by) = if member {
            (FactKind::Membership, ["member", "group"], "membership.role")
        } else {
            (FactKind::Founded, ["founder", "founded"], "founded.role")
        };
        let first = Argument { name: first, ..person.clone() };
        let mut implied = Fact::asserted(kind, vec![first, thing.plays(second)], by, fact.score);
        implied.evidence = implied.evidence.cover(fact.evidence);
        return Some(implied);
    }
    if host {
        return None;
    }
    // `cofondatrice de Novaline`: what one founds is a body, whatever its name looks like, if no noun tells what it is.
    let beside = scene.tokens.inside(held.span).first().checked_sub(1).map(|i| scene.word(i));
    let thing = thing || noun.contains("fondat") && beside.is_some_and(|w| matches!(w, "de" | "d'" | "la" | "l'"));
    if noun.contains("fondat") && kind == Kind::Place && !thing {
        return in_words(scene, &Fact { arguments: vec![person.clone(), role.clone()], ..fact.clone() });
    }
    let noun = noun.strip_prefix("ex-").filter(|n| n.starts_with("membre")).unwrap_or(noun);
    // `syndicaliste CGT chez Novaline`
    let at_work = beside == Some("chez") && !begins_party_or_union(scene, scene.tokens.inside(held.span).first());
    // `guitariste du groupe Les Lilas`
    let band = is_one_of(
        noun,
        "chanteur chanteuse guitariste bassiste batteur batteuse rappeur rappeuse musicien musicienne leader membre",
    ) && (words.contains(" groupe") || beside == Some("groupe"));
    let (relation, [first, second], by) = match noun.trim_end_matches('s') {
        "fondateur" | "fondatrice" | "cofondateur" | "cofondatrice" | "co-fondateur" | "co-fondatrice" | "créateur"
        | "créatrice"
            if thing =>
        {
            (FactKind::Founded, ["founder", "founded"], "founded.role")
        }
        "propriétaire" | "copropriétaire" | "co-propriétaire" | "actionnaire" if thing => {
            (FactKind::Ownership, ["owner", "owned"], "ownership.role")
        }
        "membre" | "adhérent" | "adhérente" | "militant" | "militante" | "syndicaliste" | "syndiqué" | "syndiquée"
            if kind == Kind::Organisation && !at_work =>
        {
            (FactKind::Membership, ["member", "group"], "membership.role")
        }
        _ if band && kind == Kind::Organisation => (FactKind::Membership, ["member", "group"], "membership.role"),
        "vainqueur" | "lauréat" | "lauréate" | "récipiendaire" if matches!(kind, Kind::Event | Kind::Work) => {
            (FactKind::Victory, ["winner", "contest"], "victory.role")
        }
        _ => return None,
    };
    let (mut person, mut held) = (person.clone(), held.clone());
    (person.name, held.name) = (first, second);
    let mut implied = Fact::asserted(relation, vec![person, held], by, fact.score);
    implied.evidence = fact.evidence;
    Some(implied)
}
