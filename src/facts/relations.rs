//! Relations that a verb states (see [`super::clause`]).
//!
//! | kind | arguments | rules |
//! |---|---|---|
//! | founded | `founder`, `founded` | `founded.verb`: `Anne Petit a fondé Novaline`, `Novaline, fondée en 1998 par Anne Petit` |
//! | acquisition | `buyer`, `target`, `amount` | `acquisition.verb`: `Novaline rachète Télor pour 85 millions d'euros`, `veut racheter`, `Vix cède Télor à Novaline` |
//! | ownership | `owner`, `owned` | `ownership.verb`: `Novaline possède Télor` |
//! | victory | `winner`, `contest` | `victory.verb`: `Anne Petit a remporté la Coupe du monde`, `l'élection présidentielle` |
//! | defeat | `winner`, `loser` | `defeat.verb`: `Lens a battu Nantes`, `Nantes s'est incliné face à Lens` |
//! | membership | `member`, `group` | `membership.verb`: `Anne Petit a rejoint la CFDT`, `appartient à`, `fait partie de` |
//! | accusation | `accuser`, `accused` | `accusation.verb`: `Anne Petit accuse Novaline de …`, `a porté plainte contre` |
//! | death | `person` | `death.verb`: `Paul Morel est mort`, `a été tué`, `s'est donné la mort` |

use super::clause::{self, Clause};
use super::clause_words::is_adverb;
use super::membership;
use super::parties::{Party, capitals_from, contest_from, is_host, parties_from, quoted_from};
use super::results;
use super::scene::Scene;
use super::{Argument, Fact, FactKind};
use crate::lexicon::relations::{Frame, Slot};
use crate::lexicon::speech::Form;
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::text::is_one_of;

/// A kind of fact that verbs state: its name in the list, the parts of its arguments, the rule.
struct Told {
    name: &'static str,
    kind: FactKind,
    parts: [&'static str; 2],
    by: &'static str,
}

const TOLD: [Told; 8] = [
    told("founded", FactKind::Founded, ["founder", "founded"], "founded.verb"),
    told("acquisition", FactKind::Acquisition, ["buyer", "target"], "acquisition.verb"),
    told("ownership", FactKind::Ownership, ["owner", "owned"], "ownership.verb"),
    told("victory", FactKind::Victory, ["winner", "contest"], "victory.verb"),
    told("defeat", FactKind::Defeat, ["winner", "loser"], "defeat.verb"),
    told("membership", FactKind::Membership, ["member", "group"], "membership.verb"),
    told("accusation", FactKind::Accusation, ["accuser", "accused"], "accusation.verb"),
    told("death", FactKind::Death, ["person", ""], "death.verb"),
];

const fn told(name: &'static str, kind: FactKind, parts: [&'static str; 2], by: &'static str) -> Told {
    Told { name, kind, parts, by }
}

/// The facts that clauses state.
pub(super) fn find(scene: &Scene<'_, '_>, clauses: &[Clause]) -> Vec<Fact> {
    let mut facts = Vec::new();
    for clause in clauses {
        for frame in clause.reading.frames() {
            if let Some(told) = TOLD.iter().find(|t| t.name == frame.relation) {
                Teller { scene, clause, told }.tell(frame, &mut facts);
            }
        }
    }
    facts
}

/// Who else is of it, behind the group at token `at`: `aux côtés notamment d'Anne Petit et Luc Roux`.
fn companions(scene: &Scene<'_, '_>, at: usize, end: usize) -> Vec<Party> {
    let at = at + usize::from(scene.is(at, ","));
    if !scene.is(at, "aux") || !scene.is(at + 1, "côtés") {
        return Vec::new();
    }
    let of = at + 2 + usize::from(is_adverb(scene.word(at + 2)));
    let people = if scene.is_one_of(of, "de d'") { parties_from(scene, of + 1, end) } else { Vec::new() };
    people.into_iter().filter(|p| p.kind == Kind::Person).collect()
}

/// Each of `firsts` with each of `seconds` that can play the two parts; nobody does something to themselves.
pub(super) fn pairs<'p>(
    parts: [&'static str; 2],
    firsts: &'p [Party],
    seconds: &'p [Party],
) -> impl Iterator<Item = (&'p Party, &'p Party)> {
    let firsts = firsts.iter().filter(move |first| fits(parts[0], first.kind));
    firsts.flat_map(move |first| {
        let others = seconds.iter().filter(move |p| p.entity.is_none() || p.entity != first.entity);
        others.filter(move |second| fits(parts[1], second.kind)).map(move |second| (first, second))
    })
}

/// Whether a name of kind `kind` can play the part `part`.
pub(super) fn fits(part: &str, kind: Kind) -> bool {
    let actor = matches!(kind, Kind::Person | Kind::Organisation);
    match part {
        "founder" | "owner" => actor,
        "founded" | "owned" => matches!(kind, Kind::Organisation | Kind::Work | Kind::Event | Kind::Place),
        "target" => matches!(kind, Kind::Organisation | Kind::Work),
        "contest" => matches!(kind, Kind::Event | Kind::Work),
        "buyer" | "winner" | "loser" | "accuser" | "accused" | "member" => actor || kind == Kind::Place,
        "person" => kind == Kind::Person,
        "group" => kind == Kind::Organisation,
        _ => false,
    }
}

/// Whether the first argument of a fact of kind `fact` goes with the second.
fn go_together(fact: FactKind, first: &Party, second: &Party) -> bool {
    if first.entity.is_some() && first.entity == second.entity {
        return false;
    }
    match fact {
        // People beat people, teams beat teams.
        FactKind::Defeat => (first.kind == Kind::Person) == (second.kind == Kind::Person),
        _ => true,
    }
}

struct Teller<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    clause: &'s Clause,
    told: &'s Told,
}

impl Teller<'_, '_, '_> {
    /// One fact for each pair of those who fill the slots of `frame`.
    fn tell(&self, frame: Frame, facts: &mut Vec<Fact>) {
        let [first, second] = self.told.parts;
        let mut firsts = self.clause.fill(self.scene, frame.slots[0]);
        // Films win prizes.
        let made = |p: &Party| self.told.kind == FactKind::Victory && p.kind == Kind::Work;
        firsts.retain(|p| fits(first, p.kind) || made(p));
        if self.told.kind == FactKind::Death {
            // Whom a description or a pronoun in a report means is too often another than the dead.
            let by_name = |p: &Party| self.scene.name_at(p.tokens.first()).is_some();
            let pronoun = |p: &Party| self.scene.is_one_of(p.tokens.first(), "il elle");
            let reported = |p: &Party| p.tokens.first() > 0 && self.scene.is(p.tokens.first() - 1, "qu'");
            // `Elle sera enterrée ici`, `il a été décapité par la presse`: said of things too.
            let bodily = is_one_of(self.clause.reading.lemma, "enterrer décapiter");
            firsts.retain(|p| by_name(p) || pronoun(p) && !reported(p) && !bodily);
        }
        // `Luc Roux a été enterré`; one buries many things.
        let ill = |i: usize| self.scene.is_one_of(i, "cancer maladie crise infarctus covid covid-19 leucémie");
        let after = self.clause.after;
        let figurative = self.clause.reading.lemma == "enterrer" && self.clause.is_active()
            || self.clause.reading.lemma == "emporter" && !(after..self.clause.end.min(after + 6)).any(ill);
        if firsts.is_empty() || figurative {
            return;
        }
        if frame.slots[1] == Slot::Nobody {
            if !self.is_borne_out(&[]) {
                return;
            }
            for party in &firsts {
                self.push(vec![party.plays(first)], facts);
            }
            return;
        }
        // `le mouvement rejoint par Télor`: one meets the other.
        // `le cortège rallie la gare à la mairie`: nor does one place join another; who is `ralliée au parti` does.
        let joins = (frame.slots[0] == Slot::Subject) == self.clause.is_active();
        if self.told.kind == FactKind::Membership && !joins && !self.gathers(&firsts) {
            return;
        }
        let mut seconds = self.clause.fill(self.scene, frame.slots[1]);
        if self.told.kind == FactKind::Founded {
            // An event that is launched is held, and a product sold: neither is founded.
            // But an application that a person launches.
            let person = firsts.iter().all(|p| p.kind == Kind::Person);
            let made = |p: &Party| p.kind == Kind::Organisation || person && p.kind == Kind::Work;
            let bid = |p: &Party| self.scene.is_one_of(p.tokens.first(), "opa ope");
            let host = |p: &Party| is_host(self.scene, p.tokens.first());
            seconds.retain(|p| {
                (made(p) || !is_one_of(self.clause.reading.lemma, "lancer initier")) && !bid(p) && !host(p)
            });
            if seconds.is_empty() && self.clause.is_active() {
                let at = self.clause.object_start(self.scene);
                // `le collectif qu'elle a fondé, Les Lilas`
                let at = at + usize::from(self.scene.is(at, ",") && self.clause.is_relative(self.scene));
                let thing = quoted_from(self.scene, at, self.clause.end);
                seconds.extend(thing.or_else(|| capitals_from(self.scene, at, self.clause.end)).filter(|p| !bid(p)));
            }
        }
        if self.told.kind == FactKind::Membership {
            // Whoever joins a company works there.
            seconds.retain(|p| !membership::is_company(self.scene, p));
            if let Some(group) = seconds.last() {
                firsts.extend(companions(self.scene, group.tokens.last_end(), self.clause.end));
            }
        }
        if !self.is_borne_out(&seconds) {
            return;
        }
        // What one signs is found by its noun.
        seconds.retain(|p| frame.slots[1] == Slot::Document || fits(second, p.kind));
        if self.told.kind == FactKind::Victory {
            if seconds.is_empty() && self.clause.is_active() {
                seconds.extend(contest_from(self.scene, self.clause.object_start(self.scene), self.clause.end));
            }
            // `a décroché son deuxième titre à l'Eurovision`
            let title = (self.clause.after..self.clause.end.min(self.clause.after + 6))
                .find(|&i| self.scene.is_one_of(i, "titre sacre trophée"));
            if let Some(title) = title.filter(|_| seconds.is_empty() && self.clause.is_active()) {
                seconds = clause::behind(self.scene, title + 1, self.clause.end, "à+lors+en");
                seconds.retain(|p| fits(second, p.kind));
            }
            // One receives many things, prizes among them.
            let receives = is_one_of(
                self.clause.reading.lemma,
                "recevoir obtenir honorer décorer récompenser distinguer couronner",
            );
            seconds.retain(|p| !receives || p.tokens.range().any(|i| is_prize(self.scene.word(i))));
        }
        // `des villageois en Syrie appartenant à un groupe`: not the country does.
        let owns = self.told.kind == FactKind::Ownership;
        let described = owns && self.clause.reading.form == Form::Gerund;
        // `possède une Vix`: one of many that are called so.
        let one_of = |p: &Party| owns && self.scene.is_one_of(p.tokens.first().wrapping_sub(1), "un une des");
        seconds.retain(|p| (!described || p.kind != Kind::Place) && !one_of(p));
        for first_party in &firsts {
            for second_party in seconds.iter().filter(|s| go_together(self.told.kind, first_party, s)) {
                let mut arguments = vec![first_party.plays(first), second_party.plays(second)];
                // What belongs to a company is no member of it.
                if self.told.kind == FactKind::Membership
                    && self.clause.reading.lemma == "appartenir"
                    && first_party.kind != Kind::Person
                {
                    continue;
                }
                if self.told.kind == FactKind::Acquisition {
                    arguments.extend(price(self.scene, self.clause.verb, self.clause.end));
                }
                self.push(arguments, facts);
            }
        }
    }

    /// Whether the verb tells of which `members` a group is made up: `Télor regroupe la CFDT et Vix`, `Télor est composé de`. People who are brought together
    /// may only meet.
    fn gathers(&self, members: &[Party]) -> bool {
        let made_up = is_one_of(self.clause.reading.lemma, "composer constituer");
        let brings = is_one_of(self.clause.reading.lemma, "regrouper rassembler réunir fédérer");
        let bodies = members.iter().all(|p| p.kind != Kind::Person);
        members.len() > 1 && (made_up && !self.clause.is_active() || brings && self.clause.is_active() && bodies)
    }

    /// Whether words around the verb bear out what it says only in some of its senses, where it has others.
    fn is_borne_out(&self, seconds: &[Party]) -> bool {
        /// How far behind the verb a score stands, in tokens.
        const FARTHEST: usize = 24;
        let behind = seconds.last().map_or(self.clause.after, |p| p.tokens.last_end());
        let is = |i: usize, list: &str| i < self.clause.end && self.scene.is_one_of(i, list);
        let score = |i| results::score(self.scene, i).is_some_and(|(_, after)| after <= self.clause.end);
        let scored = || (self.clause.after..self.clause.end.min(self.clause.after + FARTHEST)).any(score);
        match self.clause.reading.lemma {
            // One surprises and gets rid of many; with a score it was a game.
            "surprendre" | "prendre la mesure" | "disposer" | "se débarrasser" | "rebondir" => scored(),
            // `Macron corrige son ministre`: people do so with words.
            "étriller" | "corriger" | "écarter" | "balayer" | "écraser" | "humilier" => {
                seconds.iter().all(|p| p.kind != Kind::Person) || scored()
            }
            // `poursuit Télor en justice`; of one who goes on talking, or runs behind, it says something else.
            "poursuivre" => {
                let reason = |i| is(i, "pour") || is(i, "en") && is(i + 1, "justice") || is(i, "devant");
                // `est poursuivie par Novaline pour vol`
                let agent = (self.clause.after..self.clause.after + 6).any(|i| !self.clause.is_active() && reason(i));
                // `Télor, poursuivi par Vix`: companies do so in court.
                let bodies = !self.clause.is_active()
                    && seconds
                        .iter()
                        .chain(&self.clause.fill(self.scene, Slot::Subject))
                        .all(|p| p.kind == Kind::Organisation);
                reason(behind) || reason(self.clause.after) || agent || bodies
            }
            // `reproche à Télor d'avoir menti`: of what one says of others only deeds are accusations.
            "reprocher" => is(behind, "de d'") && is(behind + 1, "avoir être s'être"),
            // `disparu lundi à l'âge de 92 ans`; others are looked for.
            "disparaître" => (self.clause.after..self.clause.end.min(self.clause.after + 10))
                .any(|i| self.scene.is(i, "l'") && self.scene.is(i + 1, "âge") && self.scene.is(i - 1, "à")),
            // One takes up many things, of companies the company itself.
            "reprendre" => seconds.iter().all(|p| membership::is_company(self.scene, p)),
            _ => true,
        }
    }

    fn push(&self, arguments: Vec<Argument>, facts: &mut Vec<Fact>) {
        // What is signed or ratified is no group to most readers.
        let score = if self.told.kind == FactKind::Membership { 0.75 } else { 0.8 };
        let mut fact = Fact::asserted(self.told.kind, arguments, self.told.by, score);
        fact.modality = self.clause.modality;
        fact.evidence = fact.evidence.cover(self.scene.tokens.list()[self.clause.verb].span);
        fact.when = self.scene.date_near(self.clause.verb);
        facts.push(fact);
    }
}

/// First words of the names of prizes.
pub(super) fn is_prize(word: &str) -> bool {
    is_one_of(
        word,
        "award awards miss prix palme césar oscar médaille légion ordre ours lion victoire trophée ballon grammy nobel goncourt molière titre",
    )
}

/// The price: an amount of money behind the word `at` that says so, in its sentence, before another's could come.
pub(super) fn price(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<Argument> {
    /// How far behind the word the price stands, in tokens.
    const FARTHEST: usize = 24;
    let range = TokenRange::new(at, end.min(at + FARTHEST));
    let money = scene.mentions.within(range).map(|m| &scene.mentions.list()[m]).find(|m| m.kind == Kind::Money)?;
    Some(Argument { name: "amount", span: money.span, entity: None })
}

impl Party {
    /// The party as an argument.
    pub(super) fn plays(&self, name: &'static str) -> Argument {
        Argument { name, span: self.span, entity: self.entity }
    }
}
