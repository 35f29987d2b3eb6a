//! Relations that a role implies: whoever is `fondatrice de Novaline` has founded it. The arguments are those of the kind, the words those of the role.
//!
//! | kind | rule | role |
//! |---|---|---|
//! | founded | `founded.role` | `fondateur`, `cofondatrice`, `créateur` of an organisation, work or event |
//! | ownership | `ownership.role` | `propriétaire`, `actionnaire` |
//! | membership | `membership.role` | `membre` |
//! | victory | `victory.role` | `vainqueur`, `lauréate` of an event or prize |

use super::scene::Scene;
use super::{Fact, FactKind};
use crate::mentions::Kind;
use crate::text::fold;

/// The relations that `roles` imply.
pub(super) fn find(scene: &Scene<'_, '_>, roles: &[Fact]) -> Vec<Fact> {
    roles.iter().filter_map(|role| relation(scene, role)).collect()
}

fn relation(scene: &Scene<'_, '_>, fact: &Fact) -> Option<Fact> {
    let [person, role, held] = fact.arguments.as_slice() else { return None };
    let kind = scene.links.entities().get(held.entity?)?.kind;
    let words = fold(scene.tokens.text().slice(role.span));
    let thing = matches!(kind, Kind::Organisation | Kind::Work | Kind::Event);
    // A former owner owns no more; a former founder is still the founder.
    let noun = words.split(' ').find(|w| !matches!(*w, "jeune" | "principal" | "premier" | "première"))?;
    let (relation, [first, second], by) = match noun.trim_end_matches('s') {
        "fondateur" | "fondatrice" | "cofondateur" | "cofondatrice" | "co-fondateur" | "co-fondatrice" | "créateur"
        | "créatrice"
            if thing =>
        {
            (FactKind::Founded, ["founder", "founded"], "founded.role")
        }
        "propriétaire" | "copropriétaire" | "actionnaire" if thing => {
            (FactKind::Ownership, ["owner", "owned"], "ownership.role")
        }
        "membre" if kind == Kind::Organisation => (FactKind::Membership, ["member", "group"], "membership.role"),
        "vainqueur" | "lauréat" | "lauréate" if matches!(kind, Kind::Event | Kind::Work) => {
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
