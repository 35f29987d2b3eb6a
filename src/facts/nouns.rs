//! Relations that a noun states: `le rachat de Télor par Novaline`, `la mort de Paul Morel`.
//!
//! | kind | rules |
//! |---|---|
//! | acquisition | `acquisition.noun`: `le rachat de Télor par Novaline`, `Novaline a annoncé le rachat de Télor`; `acquisition.offer`: `une offre de Novaline sur Télor` |
//! | ownership | `ownership.noun`: `Télor, filiale de Novaline`, `Novaline et ses marques Télor et Vix` |
//! | death | `death.noun`: `la mort de Paul Morel`, `l'assassinat de la juge Anne Petit` |
//! | defeat | `defeat.noun`: `la victoire de Lens sur Nantes`, `la défaite de Nantes face à Lens` |
//! | victory | `victory.noun`: `la victoire de Lens en Coupe de France` |

use super::clause::{Party, before_verb, parties_from};
use super::relations::fits;
use super::scene::Scene;
use super::{Argument, Fact, FactKind, Modality};
use crate::lexicon::speech::{self, Form};
use crate::mentions::Kind;
use crate::text::TokenRange;

/// How far behind its noun a complement with `par`, `sur`, `face à` stands, in tokens.
const FARTHEST: usize = 12;

/// The facts that nouns state.
pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for noun in (0..scene.tokens.len()).filter(|&i| !scene.is_noise(i) && scene.mentions.at_token(i).is_none()) {
        let reader = Reader { scene, noun, end: scene.tokens.sentence_range(noun).last_end() };
        match scene.word(noun) {
            "rachat" | "acquisition" | "reprise" => reader.purchase(&mut facts),
            "offre" | "opa" => reader.offer(&mut facts),
            "filiale" => reader.subsidiary(&mut facts),
            "mort" | "décès" | "assassinat" | "meurtre" | "suicide" => reader.death(&mut facts),
            "victoire" | "succès" => reader.contest(true, &mut facts),
            "défaite" => reader.contest(false, &mut facts),
            "marques" | "filiales" | "réseau" | "plateforme" | "marque" => reader.possession(&mut facts),
            _ => {}
        }
    }
    facts
}

struct Reader<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    noun: usize,
    end: usize,
}

impl Reader<'_, '_, '_> {
    fn word(&self, index: usize) -> &str {
        self.scene.word(index)
    }

    fn tell(&self, kind: FactKind, arguments: Vec<Argument>, by: &'static str, facts: &mut Vec<Fact>) {
        let mut fact = Fact::asserted(kind, arguments, by, 0.75);
        fact.evidence = fact.evidence.cover(self.scene.tokens.list()[self.noun].span);
        fact.when = self.scene.date_near(self.noun);
        facts.push(fact);
    }

    /// The names of the complement with `de` at token `at`, and the first token behind it.
    fn of(&self, at: usize) -> Option<(Vec<Party>, usize)> {
        // `la nette victoire surprise de Lens`: adjectives may stand between.
        let of = (at..(at + 3).min(self.end)).find(|&i| matches!(self.word(i), "de" | "d'" | "du" | "des"))?;
        if !(at..of).all(|i| self.scene.is_small_word(i)) {
            return None;
        }
        let contracted = matches!(self.word(of), "du" | "des");
        let parties = parties_from(self.scene, if contracted { of } else { of + 1 }, self.end);
        let end = parties.last()?.tokens.last_end();
        Some((parties, end))
    }

    /// The names behind the first of `prepositions` from token `at` on.
    fn behind(&self, at: usize, prepositions: &[&str]) -> Vec<Party> {
        let found = (at..(at + FARTHEST).min(self.end))
            .take_while(|&i| !matches!(self.word(i), "," | ":" | ";" | "qui" | "que"))
            .find(|&i| prepositions.contains(&self.word(i)));
        let Some(mut at) = found else { return Vec::new() };
        if self.word(at) == "face" {
            at += 1;
        }
        let contracted = matches!(self.word(at), "au" | "aux");
        parties_from(self.scene, if contracted { at } else { at + 1 }, self.end)
    }

    fn purchase(&self, facts: &mut Vec<Fact>) {
        let Some((targets, after)) = self.of(self.noun + 1) else { return };
        let mut buyers = self.behind(after, &["par"]);
        if buyers.is_empty() {
            buyers = self.announcer();
        }
        self.acquisitions(&buyers, &targets, "acquisition.noun", Modality::Asserted, facts);
    }

    /// `Novaline a annoncé (jeudi) le rachat`: the organisation that says so does it; a person would speak for one.
    fn announcer(&self) -> Vec<Party> {
        let first = self.scene.tokens.sentence_range(self.noun).first();
        let nearest = first.max(self.noun.saturating_sub(5));
        let verb = (nearest..self.noun).rev().find(|&i| {
            let announces = |lemma: &str| matches!(lemma, "annoncer" | "confirmer" | "officialiser");
            let others = ["finalisé", "finalise", "négocie", "bouclé", "boucle"];
            speech::readings(self.word(i)).any(|(v, form)| announces(v.lemma) && form != Form::Infinitive)
                || others.contains(&self.word(i))
        });
        let mut announcers = verb.map(|verb| before_verb(self.scene, verb, first)).unwrap_or_default();
        announcers.retain(|p| p.kind == Kind::Organisation);
        announcers
    }

    fn offer(&self, facts: &mut Vec<Fact>) {
        // `une offre (publique d'achat | de rachat | non sollicitée) de Novaline(,) sur Télor`
        let Some(at) = (self.noun + 1..(self.noun + 6).min(self.end)).find(|&i| {
            matches!(self.word(i), "de" | "d'" | "du")
                && !parties_from(self.scene, if self.word(i) == "du" { i } else { i + 1 }, self.end).is_empty()
        }) else {
            return;
        };
        let buyers = parties_from(self.scene, if self.word(at) == "du" { at } else { at + 1 }, self.end);
        let Some(last) = buyers.last() else { return };
        let mut after = last.tokens.last_end();
        after += usize::from(self.word(after) == ",");
        if self.word(after) == "sur" {
            let targets = parties_from(self.scene, after + 1, self.end);
            self.acquisitions(&buyers, &targets, "acquisition.offer", Modality::Conditional, facts);
        }
    }

    fn acquisitions(
        &self,
        buyers: &[Party],
        targets: &[Party],
        by: &'static str,
        modality: Modality,
        facts: &mut Vec<Fact>,
    ) {
        for buyer in buyers.iter().filter(|p| fits("buyer", p.kind)) {
            for target in targets.iter().filter(|p| fits("target", p.kind) && p.entity != buyer.entity) {
                let mut arguments = vec![buyer.plays("buyer"), target.plays("target")];
                let behind = TokenRange::new(self.noun, (self.noun + 2 * FARTHEST).min(self.end));
                let money = self.scene.mentions.within(behind).map(|m| &self.scene.mentions.list()[m]);
                let price = money.into_iter().find(|m| m.kind == Kind::Money);
                arguments.extend(price.map(|m| Argument { name: "amount", span: m.span, entity: None }));
                self.tell(FactKind::Acquisition, arguments, by, facts);
                if let Some(fact) = facts.last_mut() {
                    fact.modality = modality;
                }
            }
        }
    }

    /// `Télor, (une) filiale (française) (à 100 %) de Novaline`
    fn subsidiary(&self, facts: &mut Vec<Fact>) {
        let first = self.scene.tokens.sentence_range(self.noun).first();
        let article = self.noun > first && matches!(self.word(self.noun - 1), "une" | "la");
        let comma = self.noun.checked_sub(1 + usize::from(article)).filter(|&i| i > first && self.word(i) == ",");
        let Some(comma) = comma else { return };
        let owned = self.scene.name_at(comma - 1).filter(|(_, m)| m.tokens.last_end() == comma);
        if let Some((owned, _)) = owned
            && let Some((owners, _)) = self.of(self.noun + 1)
        {
            self.owns(&owners[..1], &[Party::of(self.scene, owned)], facts);
        }
    }

    /// `Novaline et ses marques Télor et Vix`, `Anne Petit sur son réseau Télor`
    fn possession(&self, facts: &mut Vec<Fact>) {
        let first = self.scene.tokens.sentence_range(self.noun).first();
        if self.noun < first + 3 || !matches!(self.word(self.noun - 1), "ses" | "son" | "sa") {
            return;
        }
        let joint = self.noun - 2;
        if !matches!(self.word(joint), "et" | "sur" | "," | "via" | "avec") {
            return;
        }
        let owner = self.scene.name_at(joint - 1).filter(|(_, m)| m.tokens.last_end() == joint);
        let social = usize::from(self.word(self.noun + 1) == "social");
        let owned = parties_from(self.scene, self.noun + 1 + social, self.end);
        if let Some((owner, _)) = owner {
            self.owns(&[Party::of(self.scene, owner)], &owned, facts);
        }
    }

    fn owns(&self, owners: &[Party], owned: &[Party], facts: &mut Vec<Fact>) {
        for owner in owners.iter().filter(|p| fits("owner", p.kind)) {
            for thing in owned.iter().filter(|p| fits("owned", p.kind) && p.kind != Kind::Place) {
                self.tell(
                    FactKind::Ownership,
                    vec![owner.plays("owner"), thing.plays("owned")],
                    "ownership.noun",
                    facts,
                );
            }
        }
    }

    fn death(&self, facts: &mut Vec<Fact>) {
        // `la peine de mort`, `menaces de mort`, `tentative d'assassinat`: nobody has died.
        if self.noun == 0 || !matches!(self.word(self.noun - 1), "la" | "le" | "l'" | "du" | "au" | "sa" | "son") {
            return;
        }
        if matches!(self.word(self.noun + 1), "de" | "d'" | "du")
            && let Some((dead, _)) = self.of(self.noun + 1)
        {
            for person in dead.iter().filter(|p| p.kind == Kind::Person) {
                self.tell(FactKind::Death, vec![person.plays("person")], "death.noun", facts);
            }
        }
    }

    fn contest(&self, subject_wins: bool, facts: &mut Vec<Fact>) {
        let Some((subjects, after)) = self.of(self.noun + 1) else { return };
        let opponents = self.behind(after, &["sur", "contre", "face", "devant"]);
        for subject in subjects.iter().filter(|p| fits("winner", p.kind)) {
            for opponent in opponents.iter().filter(|p| fits("loser", p.kind) && p.entity != subject.entity) {
                let (winner, loser) = if subject_wins { (subject, opponent) } else { (opponent, subject) };
                self.tell(FactKind::Defeat, vec![winner.plays("winner"), loser.plays("loser")], "defeat.noun", facts);
            }
        }
        if !subject_wins || !opponents.is_empty() {
            return;
        }
        if matches!(self.word(after), "à" | "au" | "aux" | "en" | "dans" | "lors") {
            let from = if self.word(after) == "lors" { after + 1 } else { after };
            let contracted = matches!(self.word(from), "au" | "aux" | "du" | "des");
            let contests = parties_from(self.scene, if contracted { from } else { from + 1 }, self.end);
            for winner in subjects.iter().filter(|p| fits("winner", p.kind)) {
                for contest in contests.iter().filter(|p| fits("contest", p.kind)) {
                    let arguments = vec![winner.plays("winner"), contest.plays("contest")];
                    self.tell(FactKind::Victory, arguments, "victory.noun", facts);
                }
            }
        }
    }
}
