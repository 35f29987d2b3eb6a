//! Relations that a noun states: `le rachat de Télor par Novaline`, `la mort de Paul Morel`.
//!
//! | kind | rules |
//! |---|---|
//! | founded | `founded.noun`: `la création de Novaline par Anne Petit`, `Télor annonce la création de Novaline`, `Anne Petit, à l'origine de Novaline` |
//! | acquisition | `acquisition.noun`: `le rachat de Télor par Novaline`, `Novaline a annoncé le rachat de Télor`; `acquisition.offer`: `une offre de Novaline sur Télor`, `Novaline lance une OPA sur Télor` |
//! | death | `death.noun`: `la mort de Paul Morel`, `l'assassinat de la juge Anne Petit`, `l'assassin de`, `le regretté`, `trois morts : …`; `death.lifespan`: `Paul Morel (1886-1960)` |
//! | defeat | `defeat.noun`: `la victoire de Lens sur Nantes`, `sa défaite face à Lens`, `Lens, vainqueur de Nantes`, `l'élimination de Nantes par Lens` |
//! | victory | `victory.noun`: `la victoire de Lens en Coupe de France`, `Lens, vainqueur de la Coupe de France`; `victory.title`: `le prix Nobel de la paix Anne Petit` |
//! | accusation | `accusation.noun`: `une plainte d'Anne Petit contre Novaline`, `Novaline fait l'objet d'une plainte de la CFDT` |

use super::clause;
use super::clause_words::is_article;
use super::parties::{Party, behind_asides, contest_from, listed_from, parties_from, quoted_from};
use super::relations::{fits, is_prize, pairs, price};
use super::results;
use super::scene::Scene;
use super::subjects;
use super::{Argument, Fact, FactKind, Modality};
use crate::lexicon::speech::{self, Form};
use crate::mentions::Kind;
use crate::text::{TokenRange, is_one_of};
use crate::tokens::TokenKind;

/// How far behind its noun a complement with `par` stands, in tokens.
const FARTHEST: usize = 12;

/// What stands against whom a victory is won.
const AGAINST: &str = "contre+sur+face+devant";

/// Verbs that say who gets a prize.
const GIVEN: &str = "va allé allée revenu revenue revient attribué attribuée décerné décernée remis remise";

/// The facts that nouns state.
pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for &noun in scene.spots() {
        let sentence = scene.tokens.sentence_range(noun);
        let mut reader = Reader { scene, noun, first: sentence.first(), end: sentence.last_end(), facts: &mut facts };
        if let Some((mention, name)) = scene.name_from(noun).filter(|_| !scene.is_one_of(noun, "opa ope")) {
            match name.kind {
                Kind::Person => reader.lifespan(mention, name.tokens.last_end()),
                Kind::Work | Kind::Event => reader.prize(mention, name.tokens.last_end()),
                _ => {}
            }
            continue;
        }
        if let Some(tell) = teller(scene.word(noun)) {
            tell(&mut reader);
        }
    }
    facts
}

/// Whether `word` is one of the nouns.
pub(super) fn is_one(word: &str) -> bool {
    teller(word).is_some()
}

/// What reads what the noun `word` states.
fn teller<'s, 'a, 't>(word: &str) -> Option<fn(&mut Reader<'s, 'a, 't>)> {
    let tell: fn(&mut Reader<'s, 'a, 't>) = match word {
        "rachat" | "acquisition" | "reprise" => Reader::purchase,
        "création" | "fondation" | "lancement" => Reader::creation,
        "offre" | "opa" | "ope" => Reader::offer,
        "repreneur" | "acquéreur" => Reader::purchaser,
        "origine" => Reader::origin,
        "mort" | "décès" | "assassinat" | "assassinats" | "meurtre" | "suicide" | "obsèques" | "funérailles"
        | "dépouille" | "décapitation" | "lynchage" | "exécution" | "féminicide" => Reader::death,
        "assassin" | "assassins" | "meurtrier" | "meurtriers" | "meurtrière" => Reader::victim,
        "morts" | "victimes" => Reader::dead_by_name,
        "regretté" | "regrettée" | "feu" | "défunt" | "défunte" => Reader::late,
        "veuve" | "veuf" => Reader::widow,
        "corps" => Reader::body,
        "victoire" | "succès" | "triomphe" => |reader| reader.contest(true),
        "défaite" => |reader| reader.contest(false),
        "vainqueur" | "vainqueurs" | "tombeur" | "tombeuse" | "victorieux" | "victorieuse" => Reader::winner,
        "élimination" => Reader::elimination,
        "prix" | "trophée" | "médaille" => Reader::award,
        "mortellement" => Reader::mortally,
        "plainte" | "plaintes" | "accusation" | "accusations" => Reader::complaint,
        _ => return None,
    };
    Some(tell)
}

struct Reader<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    noun: usize,
    /// First token of the sentence.
    first: usize,
    /// One past the sentence.
    end: usize,
    facts: &'s mut Vec<Fact>,
}

impl Reader<'_, '_, '_> {
    fn word(&self, index: usize) -> &str {
        self.scene.word(index)
    }

    fn is(&self, index: usize, word: &str) -> bool {
        self.scene.is(index, word)
    }

    fn is_one_of(&self, index: usize, list: &str) -> bool {
        self.scene.is_one_of(index, list)
    }

    fn tell(&mut self, kind: FactKind, arguments: Vec<Argument>, by: &'static str, modality: Modality) {
        let mut fact = Fact::asserted(kind, arguments, by, 0.75);
        fact.evidence = fact.evidence.cover(self.scene.tokens.list()[self.noun].span);
        // `les obsèques de Paul Morel sont célébrées samedi`: only a date right behind says when someone died.
        fact.when = if kind == FactKind::Death {
            let behind = self.scene.tokens.at_byte(fact.evidence.end);
            let mut near = self.scene.mentions.within(TokenRange::new(behind, behind + 3));
            near.find(|&m| self.scene.mentions.list()[m].kind == Kind::Date)
        } else {
            self.scene.date_near(self.noun)
        };
        fact.modality = modality;
        self.facts.push(fact);
    }

    /// One fact for each of `firsts` with each of `seconds`.
    fn pairs(
        &mut self,
        kind: FactKind,
        parts: [&'static str; 2],
        by: &'static str,
        firsts: &[Party],
        seconds: &[Party],
    ) {
        for (first, second) in pairs(parts, firsts, seconds) {
            self.tell(kind, vec![first.plays(parts[0]), second.plays(parts[1])], by, Modality::Asserted);
        }
    }

    /// The names of the complement with `de` at token `at`, and the first token behind it.
    fn of(&self, at: usize) -> Option<(Vec<Party>, usize)> {
        // `la nette victoire surprise de Lens`: adjectives may stand between.
        // Dates and other asides may, too: `le décès, en avril, de son épouse Anne Petit`.
        let aside = behind_asides(self.scene, at, self.end);
        // `la victoire 3-1 de Lens`
        let scored = results::score(self.scene, at).is_some();
        let at = if self.is(at, ",") || scored { aside } else { at };
        let of = (at..(at + 3).min(self.end)).find(|&i| self.is_one_of(i, "de d' du des"))?;
        if !(at..of).all(|i| self.scene.is_small_word(i) || self.scene.tokens.kind(i) == Some(TokenKind::Quote)) {
            return None;
        }
        let contracted = self.is_one_of(of, "du des");
        let parties = parties_from(self.scene, if contracted { of } else { of + 1 }, self.end);
        let end = parties.last()?.tokens.last_end();
        Some((parties, end))
    }

    /// The names behind the `par` from token `at` on.
    fn by(&self, at: usize) -> Vec<Party> {
        let mut at = at;
        let mut by = None;
        for _ in 0..FARTHEST {
            // `déposée pour « complicité de crimes » par`
            at = self.scene.marks_end(at).unwrap_or(at);
            if at >= self.end || self.is_one_of(at, ", : ; qui que") {
                break;
            }
            if self.is(at, "par") {
                by = Some(at);
                break;
            }
            at = self.scene.bracket_end(at).unwrap_or(at + 1);
        }
        by.map(|by| listed_from(self.scene, by + 1, self.end)).unwrap_or_default()
    }

    /// Whose the noun is: the complement with `de`, or the one whom a possessive before it speaks of; and the first token behind.
    fn whose(&self) -> Option<(Vec<Party>, usize)> {
        let own = (1..=2)
            .filter_map(|back| self.noun.checked_sub(back))
            .find(|&i| i >= self.first && self.is_one_of(i, "sa son leur"));
        match own {
            Some(own) => {
                let mut owners = subjects::owners(self.scene, own, self.first);
                if !self.is(own, "leur") {
                    owners.truncate(usize::from(owners.len() == 1));
                }
                Some((owners, self.noun + 1))
            }
            None => self.of(self.noun + 1),
        }
    }

    fn purchase(&mut self) {
        let Some((targets, after)) = self.of(self.noun + 1) else { return };
        let mut buyers = self.by(after);
        if buyers.is_empty() {
            buyers = self.announcer();
        }
        self.acquisitions(&buyers, &targets, "acquisition.noun", Modality::Asserted);
    }

    fn creation(&mut self) {
        let Some((founded, after)) = self.of(self.noun + 1) else { return };
        let mut founders = self.by(after);
        if founders.is_empty() {
            founders = self.announcer();
        }
        // An event that is launched is held.
        let launched = self.is(self.noun, "lancement");
        let made = |p: &Party| p.kind != Kind::Place && (!launched || p.kind == Kind::Organisation);
        let things: Vec<Party> = founded.into_iter().filter(made).collect();
        self.pairs(FactKind::Founded, ["founder", "founded"], "founded.noun", &founders, &things);
    }

    /// `Novaline a annoncé (jeudi) le rachat`: the organisation that says so does it; a person would speak for one. Whoever takes part in it does.
    fn announcer(&self) -> Vec<Party> {
        let nearest = self.first.max(self.noun.saturating_sub(5));
        let announces = |i: usize| {
            let announces = |lemma: &str| is_one_of(lemma, "annoncer confirmer officialiser");
            let others = ["finalisé", "finalise", "négocie", "bouclé", "boucle", "fait"];
            speech::readings(self.word(i)).any(|(v, form)| announces(v.lemma) && form != Form::Infinitive)
                || others.contains(&self.word(i))
        };
        let takes_part = |i: usize| self.is_one_of(i, "participé participe participait contribué");
        let Some(verb) = (nearest..self.noun).rev().find(|&i| announces(i) || takes_part(i)) else { return Vec::new() };
        let mut announcers = subjects::before_verb(self.scene, verb, self.first);
        announcers.retain(|p| p.kind == Kind::Organisation || takes_part(verb));
        announcers
    }

    /// Whom the noun phrase around the noun is said of: `Lens, vainqueur de`, `Vainqueur de Nantes, Lens`, `Luc Roux est le repreneur de`.
    fn said_of(&self, start: usize) -> Vec<Party> {
        let start = start - usize::from(start > self.first && self.is_one_of(start - 1, "le la l' les"));
        if start == self.first {
            return subjects::fronted(self.scene, self.noun, self.end).into_iter().collect();
        }
        match self.word(start - 1) {
            "," => subjects::until(self.scene, start - 1, self.first),
            "est" | "sont" | "était" | "étaient" | "fut" | "furent" => {
                subjects::before_verb(self.scene, start - 1, self.first)
            }
            _ => Vec::new(),
        }
    }

    /// `Novaline, repreneur de Télor`
    fn purchaser(&mut self) {
        if let Some((targets, _)) = self.of(self.noun + 1) {
            self.acquisitions(&self.said_of(self.noun), &targets, "acquisition.noun", Modality::Asserted);
        }
    }

    /// `Anne Petit, à l'origine de Novaline`, `est à l'origine de la création de Novaline`: of products the possessions tell it.
    fn origin(&mut self) {
        let Some(start) = self.noun.checked_sub(2).filter(|&i| i >= self.first && self.is(i, "à")) else { return };
        let creation = (self.noun + 2..(self.noun + 4).min(self.end)).find(|&i| self.is(i, "création"));
        let Some((things, after)) = self.of(creation.map_or(self.noun + 1, |i| i + 1)) else { return };
        // `à l'origine du groupe Facebook « Les Lilas »`
        let quoted = match self.scene.tokens.kind(after) {
            Some(TokenKind::Quote) => quoted_from(self.scene, after, self.end),
            _ => None,
        };
        let things = quoted.map_or(things, |thing| vec![thing]);
        let things: Vec<Party> = things.into_iter().filter(|p| p.kind == Kind::Organisation).collect();
        let founders = self.said_of(start);
        self.pairs(FactKind::Founded, ["founder", "founded"], "founded.noun", &founders, &things);
    }

    /// `Lens, vainqueur de Nantes`, `tombeur de Nantes samedi`
    fn winner(&mut self) {
        let losers = match self.of(self.noun + 1) {
            Some((losers, _)) => losers,
            None => clause::behind(self.scene, self.noun + 1, self.end, "contre+face+devant"),
        };
        // `large vainqueur`
        let adjective = self.noun > self.first && self.is_one_of(self.noun - 1, "large facile net logique beau");
        let winners = self.said_of(self.noun - usize::from(adjective));
        self.defeats(&winners, &losers);
        // `Lens, vainqueur de la Coupe de France`: of people their roles tell it.
        let sides: Vec<Party> = winners.into_iter().filter(|p| p.kind == Kind::Organisation).collect();
        let parts = ["winner", "contest"];
        self.pairs(FactKind::Victory, parts, "victory.noun", &sides, &losers);
    }

    /// `l'élimination de Nantes par Lens`
    fn elimination(&mut self) {
        if let Some((losers, after)) = self.of(self.noun + 1) {
            self.defeats(&self.by(after), &losers);
        }
    }

    fn defeats(&mut self, winners: &[Party], losers: &[Party]) {
        let alike = |a: &Party, b: &Party| (a.kind == Kind::Person) == (b.kind == Kind::Person) && a.entity != b.entity;
        for winner in winners.iter().filter(|p| fits("winner", p.kind)) {
            for loser in losers.iter().filter(|p| fits("loser", p.kind) && alike(winner, p)) {
                let arguments = vec![winner.plays("winner"), loser.plays("loser")];
                self.tell(FactKind::Defeat, arguments, "defeat.noun", Modality::Asserted);
            }
        }
    }

    fn offer(&mut self) {
        // `une offre (publique d'achat | de rachat | non sollicitée) de Novaline(,) sur Télor`
        let Some(at) = (self.noun + 1..(self.noun + 6).min(self.end)).find(|&i| {
            self.is_one_of(i, "de d' du")
                && !parties_from(self.scene, if self.is(i, "du") { i } else { i + 1 }, self.end).is_empty()
        }) else {
            return self.bid();
        };
        let buyers = parties_from(self.scene, if self.is(at, "du") { at } else { at + 1 }, self.end);
        let Some(last) = buyers.last() else { return };
        // `dépose une offre de reprise de Télor`
        if (self.noun + 1..at).any(|i| self.is_one_of(i, "reprise rachat")) {
            let verb = self.noun.checked_sub(2).filter(|&i| i >= self.first && is_article(self.word(i + 1)));
            let bidders = verb.map(|verb| subjects::before_verb(self.scene, verb, self.first)).unwrap_or_default();
            return self.acquisitions(&bidders, &buyers, "acquisition.offer", Modality::Conditional);
        }
        let mut after = last.tokens.last_end();
        after += usize::from(self.is(after, ","));
        if self.is(after, "sur") {
            let targets = parties_from(self.scene, after + 1, self.end);
            self.acquisitions(&buyers, &targets, "acquisition.offer", Modality::Conditional);
        }
    }

    /// `Novaline lance une OPA sur Télor`, `a déposé une offre publique d'achat sur Télor`
    fn bid(&mut self) {
        let bid = !self.is(self.noun, "offre")
            || (self.noun + 1..(self.noun + 5).min(self.end)).any(|i| self.is_one_of(i, "achat rachat reprise"));
        let sur = (self.noun + 1..(self.noun + 8).min(self.end)).find(|&i| self.is(i, "sur"));
        let article = self.noun.checked_sub(2).filter(|&i| i >= self.first && bid && is_article(self.word(i + 1)));
        if let Some((sur, verb)) = sur.zip(article) {
            let buyers = subjects::before_verb(self.scene, verb, self.first);
            let targets = parties_from(self.scene, sur + 1, self.end);
            self.acquisitions(&buyers, &targets, "acquisition.offer", Modality::Conditional);
        }
    }

    fn acquisitions(&mut self, buyers: &[Party], targets: &[Party], by: &'static str, modality: Modality) {
        for buyer in buyers.iter().filter(|p| fits("buyer", p.kind)) {
            for target in targets.iter().filter(|p| fits("target", p.kind) && p.entity != buyer.entity) {
                let mut arguments = vec![buyer.plays("buyer"), target.plays("target")];
                arguments.extend(price(self.scene, self.noun, self.end));
                self.tell(FactKind::Acquisition, arguments, by, modality);
            }
        }
    }

    fn death(&mut self) {
        // `la peine de mort`, `menaces de mort`, `tentative d'assassinat`: nobody has died.
        let article = self.noun.checked_sub(1).filter(|&i| i >= self.first);
        let known = |i: usize| self.is_one_of(i, "la le l' du au les des aux");
        /// How far before the noun, in tokens, stands the plan that names it, perhaps as the last of several things.
        const PLAN: usize = 32;
        // `le projet prévoyait l'assassinat de …`: nor where it was only planned.
        let planned = |i: usize| {
            let word = self.word(i);
            ["prév", "projet", "planifi", "tent"].iter().any(|p| word.starts_with(p))
                || matches!(word, "plan" | "menace")
        };
        // `réclame la mort de`
        let wished = (self.first.max(self.noun.saturating_sub(3))..self.noun).any(|i| {
            ["réclam", "demand", "souhait", "exig", "appel", "vot"].iter().any(|p| self.word(i).starts_with(p))
        });
        if wished {
            return;
        }
        let near = self.first.max(self.noun.saturating_sub(PLAN))..self.noun;
        // `Décès de Paul Morel`, `Justice : mort de Paul Morel`
        let headline = self.noun == self.first || article.is_some_and(|i| self.is_one_of(i, ", : ; - –"));
        if !headline && !article.is_some_and(known) || near.into_iter().any(planned) {
            return;
        }
        let relative = article.and_then(|i| i.checked_sub(1)).filter(|&i| i > self.first && self.is(i, "dont"));
        let dead = match relative {
            // `Anne Petit, dont les obsèques ont été célébrées`
            // Whatever part the name plays in its own clause.
            Some(dont) => {
                let end = dont - usize::from(self.is(dont - 1, ","));
                let name = end.checked_sub(1).and_then(|i| self.scene.name_at(i));
                name.map(|(mention, _)| Party::of(self.scene, mention)).into_iter().collect()
            }
            None if self.is_one_of(self.noun + 1, ", de d' du des") || self.is_described() => {
                match self.of(self.noun + 1) {
                    Some((mut dead, after)) => {
                        // `la mort d'Anne Petit et celle de Luc Roux`
                        if self.is(after, "et") && self.is_one_of(after + 1, "celle celui") {
                            dead.extend(self.of(after + 2).into_iter().flat_map(|(others, _)| others));
                        }
                        dead
                    }
                    None => self.apposed(),
                }
            }
            None => Vec::new(),
        };
        self.dies(&dead);
    }

    /// `la mort brutale de Paul Morel`: whether an adjective says how someone died; `la mort politique` is none.
    fn is_described(&self) -> bool {
        let adjective = self.noun + 1;
        if self.is(adjective, "sans") && self.is(adjective + 1, "vie") {
            return true;
        }
        self.scene.is_small_word(adjective)
            && self.is_one_of(adjective + 1, "de d' du des")
            && !self.is_one_of(
                adjective,
                "politique symbolique annoncée annoncé médiatique programmée présumée supposée possible",
            )
    }

    fn dies(&mut self, dead: &[Party]) {
        for person in dead.iter().filter(|p| p.kind == Kind::Person) {
            self.tell(FactKind::Death, vec![person.plays("person")], "death.noun", Modality::Asserted);
        }
    }

    /// `l'assassin de Paul Morel`; of one who is only called so nobody need have died.
    fn victim(&mut self) {
        if self.is_one_of(self.noun + 1, "de d'")
            && let Some((dead, _)) = self.of(self.noun + 1)
            // `les meurtriers de Brest, Luc Roux et …` are named themselves.
            && dead.first().is_some_and(|p| !(self.noun..p.tokens.first()).any(|i| self.is(i, ",")))
        {
            self.dies(&dead);
        }
    }

    /// `a fait trois morts : Anne Petit, Luc Roux et Paul Morel`
    fn dead_by_name(&mut self) {
        let counted = self.scene.mentions.at_token(self.noun).is_some_and(|m| {
            let count = &self.scene.mentions.list()[m];
            count.kind == Kind::Count && count.tokens.last_end() == self.noun + 1
        });
        if counted && self.is(self.noun, "morts") && self.is_one_of(self.noun + 1, ": , (") {
            let dead = parties_from(self.scene, self.noun + 2, self.end);
            // `huit morts, la ministre a …`
            if !self.is(self.noun + 1, ",") || dead.len() > 1 {
                self.dies(&dead);
            }
        }
    }

    /// `feu Paul Morel`, `le regretté Paul Morel`
    fn late(&mut self) {
        let article = self.noun > self.first && self.is_one_of(self.noun - 1, "le la du au");
        if article || self.is(self.noun, "feu") {
            let person = self.scene.person_from(self.noun + 1);
            self.dies(&person.map(|(mention, _)| Party::of(self.scene, mention)).into_iter().collect::<Vec<_>>());
        }
    }

    /// `la veuve de Paul Morel`
    fn widow(&mut self) {
        let of = self.noun + 1;
        let person = self.is_one_of(of, "de d'").then(|| self.scene.person_from(of + 1)).flatten();
        self.dies(&person.map(|(mention, _)| Party::of(self.scene, mention)).into_iter().collect::<Vec<_>>());
    }

    /// `la découverte du corps de Paul Morel`, `le corps de Paul Morel a été retrouvé`, `sans vie`
    fn body(&mut self) {
        let mut near = self.first.max(self.noun.saturating_sub(4))..self.end.min(self.noun + FARTHEST);
        let found = near.any(|i| {
            let word = self.word(i);
            word == "découverte" || word.starts_with("retrouv") || word == "sans" && self.is(i + 1, "vie")
        });
        if found {
            self.death();
        }
    }

    /// `a été mortellement blessé`, `touchée mortellement`
    fn mortally(&mut self) {
        let after = self.noun + 1;
        let verb = if self.scene.tokens.folded(after).ends_with(['é', 'e', 's', 't']) {
            after
        } else {
            self.noun.saturating_sub(1)
        };
        let group = clause::Group::read(self.scene, verb, Form::Participle, self.first);
        let Some(mut group) = group.filter(|g| g.is_passive()) else { return };
        let dead = group.subjects(self.scene, self.noun.min(verb), self.first, self.end);
        self.dies(&dead);
    }

    /// `du décès des deux pilotes, Paul Morel et Anne Petit`: the names that say who the several people are.
    fn apposed(&self) -> Vec<Party> {
        let of = self.noun + 1;
        if self.is(of, "des") { listed_from(self.scene, of, self.end) } else { Vec::new() }
    }

    /// `Paul Morel (1886-1960)`: a life, where it is long enough not to be a term of office.
    fn lifespan(&mut self, person: usize, open: usize) {
        /// The shortest and the longest, in years.
        const LIFE: std::ops::RangeInclusive<u32> = 30..=110;
        let Some(close) = self.scene.bracket_end(open) else { return };
        let years: Vec<u32> = (open + 1..close - 1)
            .flat_map(|i| self.scene.tokens.str(i).split(['-', '–']))
            .filter(|word| !word.is_empty())
            .map_while(|word| word.parse().ok())
            .collect();
        let numbers = (open + 1..close - 1).filter(|&i| self.scene.tokens.kind(i) == Some(TokenKind::Number)).count();
        if let [born, died] = years.as_slice()
            && numbers <= 2
            && *born > 1000
            && died.checked_sub(*born).is_some_and(|life| LIFE.contains(&life))
        {
            let person = Party::of(self.scene, person);
            self.tell(FactKind::Death, vec![person.plays("person")], "death.lifespan", Modality::Asserted);
        }
    }

    /// `le prix Nobel de la paix Anne Petit`, `Anne Petit, prix Nobel de la paix,`: whoever is called by a prize has won it.
    fn prize(&mut self, prize: usize, after: usize) {
        if !is_prize(self.word(self.noun)) {
            return;
        }
        // `Le prix Nobel de la paix (2019) revient à Anne Petit`
        let given = behind_asides(self.scene, after, self.end);
        let given = (given..(given + 3).min(self.end)).find(|&i| self.is_one_of(i, GIVEN));
        if let Some(at) = given.map(|i| i + 1).filter(|&i| self.is_one_of(i, "à au aux")) {
            let winners = parties_from(self.scene, if self.is(at, "à") { at + 1 } else { at }, self.end);
            let prize = Party::of(self.scene, prize);
            return self.pairs(FactKind::Victory, ["winner", "contest"], "victory.noun", &winners, &[prize]);
        }
        // `Anne Petit (Goncourt 2017)`
        let before = self.noun.checked_sub(2).filter(|&i| i >= self.first && self.is_one_of(i + 1, ", ("));
        // `Anne Petit (n° 8), prix Goncourt`
        let before = before.and_then(|i| subjects::before_bracket(self.scene, i + 1, self.first).checked_sub(1));
        let winner = self.scene.person_from(after).or_else(|| before.and_then(|i| self.scene.name_at(i)));
        if let Some((winner, _)) = winner.filter(|(_, m)| m.kind == Kind::Person) {
            let (winner, prize) = (Party::of(self.scene, winner), Party::of(self.scene, prize));
            let arguments = vec![winner.plays("person"), Argument { entity: None, ..prize.plays("role") }];
            self.tell(FactKind::Role, arguments, "victory.title", Modality::Asserted);
            self.pairs(FactKind::Victory, ["winner", "contest"], "victory.title", &[winner], &[prize]);
        }
    }

    /// `Le prix du public est allé à Anne Petit`
    fn award(&mut self) {
        let article = self.noun.checked_sub(1).filter(|&i| i >= self.first);
        let contest = article.and_then(|i| contest_from(self.scene, i, self.end));
        let Some(contest) = contest else { return };
        let behind = contest.tokens.last_end();
        let given = (behind..(behind + 5).min(self.end))
            .find(|&i| self.is_one_of(i, "à au aux") && self.is_one_of(i - 1, GIVEN));
        if let Some(given) = given {
            let winners = parties_from(self.scene, if self.is(given, "à") { given + 1 } else { given }, self.end);
            self.pairs(FactKind::Victory, ["winner", "contest"], "victory.noun", &winners, &[contest]);
        }
    }

    fn contest(&mut self, subject_wins: bool) {
        // `a infligé une lourde défaite à Nantes`
        let near = self.first.max(self.noun.saturating_sub(4))..self.noun;
        if let Some(verb) = near.rev().find(|&i| self.word(i).starts_with("inflig")).filter(|_| !subject_wins) {
            let losers = clause::behind(self.scene, self.noun + 1, self.end.min(self.noun + 4), "à");
            return self.defeats(&subjects::before_verb(self.scene, verb, self.first), &losers);
        }
        let Some((subjects, after)) = self.whose().or_else(|| self.played()) else { return };
        let opponents = clause::behind(self.scene, after, self.end, AGAINST);
        let (winners, losers) = if subject_wins { (&subjects, &opponents) } else { (&opponents, &subjects) };
        self.defeats(winners, losers);
        if !subject_wins || !opponents.is_empty() {
            return;
        }
        // `Coupe de France : victoire de Lens`
        let colon = (1..=2).filter_map(|back| self.noun.checked_sub(back)).find(|&i| i > self.first && self.is(i, ":"));
        if let Some((contest, _)) = colon.and_then(|colon| self.scene.name_at(colon - 1)) {
            let contest = Party::of(self.scene, contest);
            self.pairs(FactKind::Victory, ["winner", "contest"], "victory.noun", &subjects, &[contest]);
        }
        if self.is_one_of(after, "à au aux en dans lors") {
            let from = if self.is(after, "lors") { after + 1 } else { after };
            let contracted = self.is_one_of(from, "au aux du des");
            let from = if contracted { from } else { from + 1 };
            let mut contests = parties_from(self.scene, from, self.end);
            if contests.is_empty() {
                contests.extend(contest_from(self.scene, from, self.end));
            }
            self.pairs(FactKind::Victory, ["winner", "contest"], "victory.noun", &subjects, &contests);
        }
    }

    /// `Nantes reste sur une victoire contre Lens`: whose it is, by the verb before.
    fn played(&self) -> Option<(Vec<Party>, usize)> {
        let near = self.first.max(self.noun.saturating_sub(3))..self.noun;
        near.rev().find(|&i| self.is(i, "une"))?;
        let finite = subjects::finite_before(self.scene, self.noun, self.first)?;
        let start = subjects::group_start(self.scene, finite, self.first);
        Some((subjects::before(self.scene, start, self.first), self.noun + 1))
    }

    /// `une plainte d'Anne Petit contre Novaline`, `plainte déposée par`, `Novaline fait l'objet d'une plainte de la CFDT`.
    fn complaint(&mut self) {
        // The complement ends within the noun phrase, or behind the participle.
        let accusers = match self.of(self.noun + 1) {
            Some((accusers, _)) => accusers,
            None => self.by(self.noun + 1),
        };
        let mut accused = clause::behind(self.scene, self.noun + 1, self.end, "contre");
        // `fait l'objet d'une plainte`
        // `Novaline, contre laquelle une plainte a été déposée`
        let against = (2..=4)
            .filter_map(|back| self.noun.checked_sub(back))
            .find(|&i| i > self.first && self.is(i, "contre") && self.is_one_of(i + 1, "laquelle lequel qui"));
        if let Some(against) = against {
            let comma = usize::from(self.is(against - 1, ","));
            accused = subjects::until(self.scene, against - comma, self.first);
        }
        // `Novaline est visée par une plainte de la CFDT`
        let aimed = self.noun.checked_sub(3).filter(|&i| i > self.first && self.is(i + 1, "par"));
        if let Some(aimed) = aimed.filter(|&i| accused.is_empty() && self.word(i).starts_with("visé")) {
            let group = clause::Group::read(self.scene, aimed, Form::Participle, self.first);
            accused = group.map(|mut g| g.subjects(self.scene, aimed, self.first, self.end)).unwrap_or_default();
        }
        let object = self.noun.checked_sub(3).filter(|&i| i > self.first + 1 && self.is(i, "objet"));
        if let Some(object) = object.filter(|_| accused.is_empty()) {
            let verb = object - 2 - usize::from(self.word(object - 2).ends_with("-même"));
            accused = subjects::before(self.scene, subjects::group_start(self.scene, verb, self.first), self.first);
        }
        self.pairs(FactKind::Accusation, ["accuser", "accused"], "accusation.noun", &accusers, &accused);
    }
}
