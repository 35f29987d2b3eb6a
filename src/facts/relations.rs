//! Relations that a verb states between two names (see [`super::clause`]).
//!
//! | kind | arguments | rules |
//! |---|---|---|
//! | founded | `founder`, `founded` | `founded.verb`: `Anne Petit a fondé Novaline`, `Novaline, fondée en 1998 par Anne Petit` |
//! | acquisition | `buyer`, `target`, `amount` | `acquisition.verb`: `Novaline rachète Télor pour 85 millions d'euros`, `veut racheter` |
//! | ownership | `owner`, `owned` | `ownership.verb`: `Novaline possède Télor` |
//! | victory | `winner`, `contest` | `victory.verb`: `Anne Petit a remporté la Coupe du monde` |
//! | defeat | `winner`, `loser` | `defeat.verb`: `Lens a battu Nantes`, `Nantes s'est incliné face à Lens` |
//! | membership | `member`, `group` | `membership.verb`: `Anne Petit a rejoint la CFDT`, `appartient à` |
//! | accusation | `accuser`, `accused` | `accusation.verb`: `Anne Petit accuse Novaline de …`; `accusation.complaint`: `a porté plainte contre` |
//! | death | `person` | `death.verb`: `Paul Morel est mort`, `a été tué` |

use super::clause::{Clause, Party, Voice, parties_from};
use super::scene::Scene;
use super::{Argument, Fact, FactKind, Modality};
use crate::lexicon::relations::Relation;
use crate::mentions::Kind;

/// The facts that clauses state.
pub(super) fn find(scene: &Scene<'_, '_>, clauses: &[Clause]) -> Vec<Fact> {
    let mut facts = Vec::new();
    for clause in clauses {
        let teller = Teller { scene, clause };
        match clause.relation {
            Relation::Found => teller.pairs(FactKind::Founded, ["founder", "founded"], "founded.verb", &mut facts),
            Relation::Buy => teller.pairs(FactKind::Acquisition, ["buyer", "target"], "acquisition.verb", &mut facts),
            Relation::Own => teller.pairs(FactKind::Ownership, ["owner", "owned"], "ownership.verb", &mut facts),
            Relation::Win => teller.pairs(FactKind::Victory, ["winner", "contest"], "victory.verb", &mut facts),
            Relation::Beat => teller.pairs(FactKind::Defeat, ["winner", "loser"], "defeat.verb", &mut facts),
            Relation::Lose => teller.opposed(false, &mut facts),
            Relation::Prevail => teller.opposed(true, &mut facts),
            Relation::Complain => teller.complaint(&mut facts),
            Relation::Join => teller.pairs(FactKind::Membership, ["member", "group"], "membership.verb", &mut facts),
            Relation::Belong => teller.belongs(&mut facts),
            Relation::Accuse => {
                teller.pairs(FactKind::Accusation, ["accuser", "accused"], "accusation.verb", &mut facts)
            }
            Relation::Die => teller.deaths(&clause.subjects, &mut facts),
            Relation::Kill => teller.deaths(clause.undergoers(), &mut facts),
        }
    }
    facts
}

/// Whether a name of kind `kind` can play the part `part`.
pub(super) fn fits(part: &str, kind: Kind) -> bool {
    let actor = matches!(kind, Kind::Person | Kind::Organisation);
    match part {
        "founder" | "buyer" | "owner" | "accuser" => actor,
        "founded" | "owned" => matches!(kind, Kind::Organisation | Kind::Work | Kind::Event | Kind::Place),
        "target" => matches!(kind, Kind::Organisation | Kind::Work),
        "contest" => matches!(kind, Kind::Event | Kind::Work),
        "winner" | "loser" | "accused" => actor || kind == Kind::Place,
        "person" => kind == Kind::Person,
        "member" => actor || kind == Kind::Place,
        "group" => kind == Kind::Organisation,
        _ => false,
    }
}

struct Teller<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    clause: &'s Clause,
}

impl Teller<'_, '_, '_> {
    fn tell(&self, kind: FactKind, arguments: Vec<Argument>, by: &'static str, facts: &mut Vec<Fact>) {
        let mut fact = Fact::asserted(kind, arguments, by, 0.8);
        // A verb that is denied states nothing of its kind.
        if self.clause.modality == Modality::Negated {
            return;
        }
        fact.modality = self.clause.modality;
        fact.evidence = fact.evidence.cover(self.scene.tokens.list()[self.clause.verb].span);
        fact.when = self.scene.date_near(self.clause.verb);
        facts.push(fact);
    }

    /// One fact for each doer and each undergoer.
    fn pairs(&self, kind: FactKind, parts: [&'static str; 2], by: &'static str, facts: &mut Vec<Fact>) {
        for doer in self.clause.doers().iter().filter(|p| fits(parts[0], p.kind)) {
            for undergoer in self.clause.undergoers().iter().filter(|p| fits(parts[1], p.kind)) {
                if doer.entity.is_some() && doer.entity == undergoer.entity {
                    continue;
                }
                let mut arguments = vec![doer.plays(parts[0]), undergoer.plays(parts[1])];
                if kind == FactKind::Acquisition {
                    arguments.extend(self.amount());
                }
                self.tell(kind, arguments, by, facts);
            }
        }
    }

    /// `Nantes s'est incliné face à Lens`, `Lens s'est imposé 3-1 face à Nantes`.
    fn opposed(&self, subject_wins: bool, facts: &mut Vec<Fact>) {
        /// How far behind the verb the opponent is named (`3-1 à domicile`), in tokens.
        const FARTHEST: usize = 10;
        for opponent in self.behind(&["contre", "devant", "face"], FARTHEST).iter().filter(|p| fits("loser", p.kind)) {
            for subject in self.clause.subjects.iter().filter(|p| fits("winner", p.kind)) {
                let (winner, loser) = if subject_wins { (subject, opponent) } else { (opponent, subject) };
                self.tell(FactKind::Defeat, vec![winner.plays("winner"), loser.plays("loser")], "defeat.verb", facts);
            }
        }
    }

    /// `Anne Petit a porté plainte contre Novaline`.
    fn complaint(&self, facts: &mut Vec<Fact>) {
        /// How far behind the verb the accused is named (`plainte mardi pour vol contre`), in tokens.
        const FARTHEST: usize = 16;
        let complains = (1..=3).any(|i| matches!(self.scene.word(self.clause.verb + i), "plainte" | "plaintes"));
        if !complains || self.clause.voice == Voice::Passive {
            return;
        }
        for accused in self.behind(&["contre"], FARTHEST).iter().filter(|p| fits("accused", p.kind)) {
            for accuser in self.clause.subjects.iter().filter(|p| fits("accuser", p.kind)) {
                self.tell(
                    FactKind::Accusation,
                    vec![accuser.plays("accuser"), accused.plays("accused")],
                    "accusation.complaint",
                    facts,
                );
            }
        }
    }

    /// `Anne Petit appartient à la CFDT`; of a company it says who owns it.
    fn belongs(&self, facts: &mut Vec<Fact>) {
        for whole in self.behind(&["à", "au", "aux"], 2).iter().filter(|p| p.kind == Kind::Organisation) {
            for part in &self.clause.subjects {
                match part.kind {
                    Kind::Person => self.tell(
                        FactKind::Membership,
                        vec![part.plays("member"), whole.plays("group")],
                        "membership.verb",
                        facts,
                    ),
                    Kind::Organisation => {
                        self.tell(
                            FactKind::Ownership,
                            vec![whole.plays("owner"), part.plays("owned")],
                            "ownership.verb",
                            facts,
                        );
                    }
                    _ => {}
                }
            }
        }
    }

    /// The names behind the first of `prepositions` that follows the verb within `farthest` tokens.
    fn behind(&self, prepositions: &[&str], farthest: usize) -> Vec<Party> {
        let end = self.scene.tokens.sentence_range(self.clause.verb).last_end();
        let from = self.clause.verb + 1;
        let preposition = (from..(from + farthest).min(end)).find(|&i| prepositions.contains(&self.scene.word(i)));
        let Some(mut at) = preposition else { return Vec::new() };
        if self.scene.word(at) == "face" {
            at += 1;
            // `face aux Belges` holds the article.
            if self.scene.word(at) != "à" {
                return parties_from(self.scene, at, end);
            }
        }
        let contracted = matches!(self.scene.word(at), "au" | "aux");
        parties_from(self.scene, if contracted { at } else { at + 1 }, end)
    }

    fn deaths(&self, dead: &[Party], facts: &mut Vec<Fact>) {
        for person in dead.iter().filter(|p| p.kind == Kind::Person) {
            self.tell(FactKind::Death, vec![person.plays("person")], "death.verb", facts);
        }
    }

    /// The price: an amount of money behind the verb, in its sentence, before another verb's could come.
    fn amount(&self) -> Option<Argument> {
        /// How far behind the verb the price stands, in tokens.
        const FARTHEST: usize = 24;
        let end = self.scene.tokens.sentence_range(self.clause.verb).last_end().min(self.clause.verb + FARTHEST);
        let range = crate::text::TokenRange::new(self.clause.verb, end.max(self.clause.verb));
        let money = self
            .scene
            .mentions
            .within(range)
            .map(|m| &self.scene.mentions.list()[m])
            .find(|m| m.kind == Kind::Money)?;
        Some(Argument { name: "amount", span: money.span, entity: None })
    }
}

impl Party {
    /// The party as an argument.
    pub(super) fn plays(&self, name: &'static str) -> Argument {
        Argument { name, span: self.span, entity: self.entity }
    }
}
