//! Who is put into an office: `person` and `office`, and of an election who lost it.
//!
//! | kind | rule | example |
//! |---|---|---|
//! | appointment | `appointment.verb` | `Télor a nommé Anne Petit à la tête de Vix`, `Paul Morel, désigné au poste de préfet` |
//! | appointment | `appointment.noun` | `l'élection de Paul Morel à la présidence de la région` |
//! | appointment | `appointment.takes` | `Anne Petit a pris la direction de Vix` |
//! | appointment | `appointment.successor` | `le préfet Paul Morel, remplacé par Anne Petit` |
//! | appointment | `appointment.role` | `Paul Morel, président de la région (élu en mai)` |
//! | defeat | `defeat.election` | `Anne Petit a été élue avec 54 % des voix contre 46 % pour Paul Morel` |

use super::clause::{self, Clause};
use super::clause_words::is_article;
use super::parties::{Party, behind_asides, parties_from};
use super::role_phrase::{self, Determiner};
use super::role_words::is_appointed;
use super::scene::Scene;
use super::subjects;
use super::{Argument, Fact, FactKind, Modality};
use crate::lexicon::demonyms;
use crate::lexicon::titles::{self, TitleClass};
use crate::mentions::Kind;
use crate::text::{Span, TokenRange, is_one_of};

/// The longest office that is taken in whole, in tokens.
const LONGEST: usize = 12;

/// The appointments that verbs and nouns state, and those that stand beside one of `roles`.
pub(super) fn find(scene: &Scene<'_, '_>, clauses: &[Clause], roles: &[Fact]) -> Vec<Fact> {
    let mut facts = Vec::new();
    for clause in clauses.iter().filter(|c| c.modality != Modality::Negated) {
        let Some(frame) = clause.reading.frames().find(|f| f.relation == "appointment") else { continue };
        let people = clause.fill(scene, frame.slots[0]);
        // `Élue maire de Nantes, Anne Petit …`: behind a comma stands the subject.
        let object =
            |p: &&Party| p.tokens.first() > clause.verb && !(clause.after..p.tokens.first()).any(|i| scene.is(i, ","));
        let behind = people.iter().filter(object).map(|p| p.tokens.last_end()).max();
        let at = behind.unwrap_or_else(|| over_predecessor(scene, clause));
        // `arrive à la tête de Vix`; one arrives at many places.
        if clause.reading.lemma == "arriver" && !scene.is_one_of(at + 2, "tête présidence direction") {
            continue;
        }
        let mut teller = Teller { scene, word: clause.verb, modality: clause.modality, facts: &mut facts };
        if !teller.appoint(&people, at, "appointment.verb") {
            teller.succeed(&people, &clause.fill(scene, frame.slots[1]), roles);
        }
        if clause.reading.lemma.ends_with("élire") {
            let losers = losers(scene, clause);
            for winner in people.iter().filter(|p| p.kind == Kind::Person) {
                for loser in losers.iter().filter(|p| p.kind == Kind::Person && p.entity != winner.entity) {
                    let arguments = vec![winner.plays("winner"), loser.plays("loser")];
                    teller.tell(FactKind::Defeat, arguments, "defeat.election");
                }
            }
        }
    }
    let states = |&i: &usize| is_one(scene.word(i)) && scene.mentions.at_token(i).is_none();
    for word in scene.spots().iter().copied().filter(states) {
        let mut teller = Teller { scene, word, modality: Modality::Asserted, facts: &mut facts };
        if is_choice(scene.word(word)) { teller.noun() } else { teller.takes() }
    }
    for role in roles.iter().filter(|f| f.kind == FactKind::Role) {
        beside(scene, role, &mut facts);
    }
    facts
}

/// Whether `word` is one of the nouns that state an appointment.
pub(super) fn is_one(word: &str) -> bool {
    is_one_of(word, "nomination élection désignation réélection arrivée tête direction présidence rênes commandes")
}

/// Whether the noun is a choice, and not what someone takes who comes into office: `prend la tête de`.
fn is_choice(word: &str) -> bool {
    word.ends_with("tion") && word != "direction" || word == "arrivée"
}

/// One past the one whose office it was: `succède à Paul Morel à la tête de Vix`, `remplace Paul Morel comme préfet`.
fn over_predecessor(scene: &Scene<'_, '_>, clause: &Clause) -> usize {
    if !matches!(clause.reading.lemma, "succéder" | "succèder" | "remplacer") {
        return clause.after;
    }
    let at = clause.after + usize::from(scene.is(clause.after, "à"));
    parties_from(scene, at, clause.end).last().map_or(clause.after, |p| p.tokens.last_end())
}

/// Who lost the election that the clause tells: `élue face à Paul Morel`, `élue avec 54 % des voix contre 46 % pour Paul Morel`.
fn losers(scene: &Scene<'_, '_>, clause: &Clause) -> Vec<Party> {
    let named = clause::behind(scene, clause.after, clause.end, "contre+face+devant");
    if !named.is_empty() {
        return named;
    }
    clause.by_share(scene)
}

struct Teller<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    /// The word that says so.
    word: usize,
    modality: Modality,
    facts: &'s mut Vec<Fact>,
}

impl Teller<'_, '_, '_> {
    fn tell(&mut self, kind: FactKind, arguments: Vec<Argument>, by: &'static str) {
        let mut fact = Fact::asserted(kind, arguments, by, 0.8);
        fact.evidence = fact.evidence.cover(self.scene.tokens.list()[self.word].span);
        fact.when = self.scene.date_near(self.word);
        fact.modality = self.modality;
        self.facts.push(fact);
    }

    /// Tells that the person of `people` gets the office that stands at `at`, dates stepped over.
    fn appoint(&mut self, people: &[Party], at: usize, by: &'static str) -> bool {
        let end = self.scene.tokens.sentence_range(self.word).last_end();
        if let [person] = people
            && person.kind == Kind::Person
            && let Some(office) = office(self.scene, behind_asides(self.scene, at, end), end)
        {
            let office = Argument { name: "office", span: self.scene.tokens.span(office), entity: None };
            self.tell(FactKind::Appointment, vec![person.plays("person"), office], by);
            return true;
        }
        false
    }

    /// `le préfet de la Somme, Paul Morel, remplacé par Anne Petit`: the office is what the other one has.
    fn succeed(&mut self, people: &[Party], others: &[Party], roles: &[Fact]) {
        let (scene, [successor]) = (self.scene, people) else { return };
        let sentence = scene.tokens.span(scene.tokens.sentence_range(self.word));
        let held =
            roles.iter().filter(|r| r.kind == FactKind::Role && sentence.contains(r.evidence)).find_map(|role| {
                let [person, words, ..] = role.arguments.as_slice() else { return None };
                let noun = scene.tokens.inside(words.span).first();
                let (_, title) = titles::longest((noun..noun + titles::LONGEST).map(|i| scene.word(i)))?;
                let theirs = others.iter().any(|p| p.entity.is_some() && p.entity == person.entity);
                (title.class == TitleClass::Office && theirs).then_some((role, person, words))
            });
        let Some((role, person, words)) = held.filter(|_| successor.kind == Kind::Person) else { return };
        let whole = role.arguments.get(2).map(|body| words.span.cover(body.span));
        let whole = whole.filter(|whole| whole.start == words.span.start && !whole.contains(person.span));
        let office = Argument { name: "office", span: whole.unwrap_or(words.span), entity: None };
        self.tell(FactKind::Appointment, vec![successor.plays("person"), office], "appointment.successor");
    }

    /// `l'élection de Paul Morel à la tête de la région`, `sa nomination comme préfet`
    fn noun(&mut self) {
        let sentence = self.scene.tokens.sentence_range(self.word);
        let before = self.word.checked_sub(1).filter(|&i| i >= sentence.first());
        let (people, at) = match before {
            Some(own) if self.scene.is_one_of(own, "sa son") => {
                (subjects::owner(self.scene, own, sentence.first()).into_iter().collect(), self.word + 1)
            }
            _ if self.scene.is_one_of(self.word + 1, "de d' du") => {
                let contracted = self.scene.is(self.word + 1, "du");
                let from = self.word + if contracted { 1 } else { 2 };
                let people = parties_from(self.scene, from, sentence.last_end());
                let at = people.last().map_or(self.word + 1, |p| p.tokens.last_end());
                (people, at)
            }
            _ => return,
        };
        self.appoint(&people, at, "appointment.noun");
    }

    /// `Anne Petit a pris la direction du théâtre de Nantes`, `le théâtre dont elle a pris la direction`
    fn takes(&mut self) {
        let first = self.scene.tokens.sentence_range(self.word).first();
        let Some(verb) = self.word.checked_sub(2).filter(|&i| i >= first && is_article(self.scene.word(i + 1))) else {
            return;
        };
        let end = self.scene.tokens.sentence_range(self.word).last_end();
        let office = body(self.scene, self.word, end);
        // `a cédé la présidence de Vix à Anne Petit`
        let given = self.scene.is_one_of(verb, "cédé cède cédera confié confie confiée laissé laisse");
        let to = office.last_end();
        if !given && !self.scene.is_one_of(verb, "pris prend prendra prenait repris reprend") {
            return;
        }
        let people = match given {
            true if self.scene.is_one_of(to, "à au") => {
                parties_from(self.scene, to + usize::from(self.scene.is(to, "à")), end)
            }
            true => Vec::new(),
            false => subjects::before_verb(self.scene, verb, first),
        };
        let whole = (first.max(verb.saturating_sub(6))..verb).any(|i| self.scene.is(i, "dont"));
        if let [person] = people.as_slice()
            && person.kind == Kind::Person
            && (whole
                || self.scene.mentions.within(office).next().is_some()
                || is_head(self.scene.word(office.last_end() - 1)))
        {
            let office = Argument { name: "office", span: self.scene.tokens.span(office), entity: None };
            self.tell(FactKind::Appointment, vec![person.plays("person"), office], "appointment.takes");
        }
    }
}

/// `la tête de la rédaction`: what is itself a place at the head.
fn is_head(word: &str) -> bool {
    is_one_of(word, "rédaction direction présidence diplomatie")
}

/// The office at `at`: `à la tête de la CFDT`, `au poste de préfet`, `comme préfet`, `préfet de la région`.
fn office(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<TokenRange> {
    let word = |i: usize| if i < end { scene.word(i) } else { "" };
    let is = |i: usize, list: &str| i < end && scene.is_one_of(i, list);
    if is(at, "à") && is(at + 1, "la") && is(at + 2, "tête présidence direction") {
        let office = body(scene, at + 2, end);
        return (office.len() > 1).then(|| TokenRange::new(at, office.last_end()));
    }
    // `nommé au Conseil constitutionnel`, `élue à l'Académie`
    let body = match word(at) {
        "au" => at + 1,
        "à" if is(at + 1, "la l'") => at + 2,
        _ => at,
    };
    let body = scene.name_from(body).filter(|(_, m)| body > at && m.kind == Kind::Organisation);
    if let Some((_, body)) = body {
        return Some(body.tokens);
    }
    let from = match (word(at), word(at + 1)) {
        ("au", "poste" | "rang" | "grade") => at + 3,
        ("aux", "fonctions") => at + 3,
        ("comme", _) => at + 1,
        ("en", "tant") => at + 3,
        _ => at,
    };
    let phrase = role_phrase::read(scene, from, end).filter(|p| p.determiner == Determiner::None && !p.plural)?;
    // `proclamé élu`: to what, is not said.
    if scene.word(phrase.noun).starts_with("élu") {
        return None;
    }
    // `élu socialiste`: of which party. `désigné figure du mouvement`: no office.
    if demonyms::party([scene.word(phrase.noun)]).is_some() || phrase.class == TitleClass::Standing {
        return None;
    }
    // `élu député Paul Morel`: another's title.
    (scene.person_from(phrase.end).is_none()).then(|| TokenRange::new(phrase.role.first(), phrase.end))
}

/// The noun at `noun` with the complement that names an organisation or place: `tête de la CFDT`; the noun alone where there is none.
fn body(scene: &Scene<'_, '_>, noun: usize, end: usize) -> TokenRange {
    let of = noun + 1;
    let alone = TokenRange::new(noun, of);
    if !scene.is_one_of(of, "de d' du des") {
        return alone;
    }
    let article = of + 1 + usize::from(is_article(scene.word(of + 1)));
    let limit = end.min(of + LONGEST);
    // `du parti Les Républicains`, `de la radio`
    let named = (article..limit).take_while(|&i| i < article + 3).find_map(|i| {
        let name = scene.name_from(i).map(|(_, m)| m).filter(|m| matches!(m.kind, Kind::Organisation | Kind::Place));
        name.map(|m| m.tokens.last_end())
    });
    let noun_there = article < limit && scene.is_small_word(article) && !scene.is_one_of(article, "que qui");
    let bare = noun_there.then_some(article + 1);
    TokenRange::new(noun, named.or(bare).unwrap_or(of).min(end))
}

/// `Paul Morel, président de la région (élu en mai)`, `Anne Petit, préfète de la Somme, nommée lundi,`: the role is what one was put into.
fn beside(scene: &Scene<'_, '_>, role: &Fact, facts: &mut Vec<Fact>) {
    let [person, words, ..] = role.arguments.as_slice() else { return };
    if person.entity.is_none() || scene.tokens.text().slice(words.span).starts_with("anc") {
        return;
    }
    let last = scene.tokens.inside(role.evidence).last_end();
    let participle = last + 1;
    let opens = scene.is_one_of(last, "( ,") && is_appointed(scene.word(participle));
    if !opens {
        return;
    }
    let end = scene.tokens.sentence_range(last).last_end();
    // `élu à Brest` was put into another.
    let before = words.span.end <= person.span.start;
    let date = scene.mentions.at_token(participle + 1).map(|m| &scene.mentions.list()[m]);
    let date = date.filter(|m| m.kind == Kind::Date).map_or(participle + 1, |m| m.tokens.last_end());
    let elsewhere = if before { "à au dans en de du sur par" } else { "de du d'" };
    if scene.is_one_of(date, elsewhere) {
        return;
    }
    if participle >= end || office(scene, behind_asides(scene, participle + 1, end), end).is_some() {
        return;
    }
    // `Le patron de la CFDT, Paul Morel, élu samedi,`: the role stands before the name.
    let held = role.arguments.get(2).map_or(words.span, |held| held.span.cover(words.span));
    let end = if before { held.end } else { role.evidence.end };
    let office = Argument { name: "office", span: Span { end, ..words.span }, entity: None };
    let person = Argument { name: "person", ..person.clone() };
    let fits = if before { end <= person.span.start } else { office.span.start >= person.span.end };
    if fits && office.span.end > office.span.start {
        let mut fact = Fact::asserted(FactKind::Appointment, vec![person, office], "appointment.role", 0.8);
        fact.evidence = fact.evidence.cover(scene.tokens.list()[participle].span);
        fact.when = scene.date_near(participle);
        facts.push(fact);
    }
}
