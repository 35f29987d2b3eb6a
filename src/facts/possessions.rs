//! What belongs to whom, as noun phrases say it.
//!
//! | kind | rule | example |
//! |---|---|---|
//! | ownership | `ownership.noun` | `Télor, filiale de Novaline`, `Novaline, propriétaire de Télor`, `Télor, la start-up d'Anne Petit` |
//! | ownership | `ownership.possessive` | `Novaline et ses marques Télor et Vix`, `Anne Petit écrit sur son réseau Télor` |
//! | membership | `membership.possessive` | `Anne Petit et son groupe Télor` |
//! | membership | `membership.part` | `la CFDT, membre de Novaline` |

use super::clause_words::{is_article, is_clitic, is_preposition};
use super::parties::{Party, parties_from, quoted_from};
use super::relations::pairs;
use super::role_words::is_adjective;
use super::scene::Scene;
use super::subjects;
use super::{Fact, FactKind};
use crate::lexicon::titles;
use crate::mentions::{Kind, Mention};
use crate::text::is_one_of;
use crate::tokens::TokenKind;

/// The longest noun phrase before its complement (`la start-up française d'intelligence artificielle de`), in tokens.
const LONGEST: usize = 8;

/// The facts that possessives and appositions state.
pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for &noun in scene.spots().iter().filter(|&&i| scene.mentions.at_token(i).is_none()) {
        let Some(sort) = sort(scene.word(noun)) else { continue };
        let sentence = scene.tokens.sentence_range(noun);
        let mut reader =
            Reader { scene, noun, sort, first: sentence.first(), end: sentence.last_end(), facts: &mut facts };
        if !reader.possessive() {
            reader.apposition();
        }
    }
    facts
}

/// What a noun says of the thing that it calls, or of whose it is.
#[derive(Clone, Copy, PartialEq)]
enum Sort {
    /// It is someone's: `sa plateforme`, `la start-up de`.
    Thing,
    /// One is a member of it: `son groupe`.
    Group,
    /// It is someone's, whatever stands before: `filiale`.
    Subsidiary,
    /// It owns what its complement names: `propriétaire de`.
    Owner,
    /// It is a part of what its complement names: `membre de`.
    Part,
}

/// Whether `word` is one of the nouns.
pub(super) fn is_one(word: &str) -> bool {
    sort(word).is_some()
}

fn sort(word: &str) -> Option<Sort> {
    Some(match word {
        "plateforme" | "réseau" | "marque" | "marques" | "enseignes" | "chaînes" | "entreprise" | "société"
        | "start-up" | "startup" | "ia" | "chatbot" | "robot" | "application" | "chaîne" | "fonds" | "messagerie"
        | "assistant" | "outil" | "logiciel" | "service" | "appli" | "page" | "blog" | "enseigne" | "label"
        | "fondation" | "magazine" | "parc" | "média" => Sort::Thing,
        "groupe" | "collectif" | "parti" | "mouvement" | "association" | "syndicat" | "club" | "équipe" => Sort::Group,
        "filiale" | "filiales" | "propriété" => Sort::Subsidiary,
        "propriétaire" | "copropriétaire" | "co-propriétaire" | "mère" | "maison-mère" | "actionnaires"
        | "actionnaire" | "éditeur" | "origine" => Sort::Owner,
        "membre" | "membres" | "pays" | "agence" | "agences" | "branche" | "composante" => Sort::Part,
        _ => return None,
    })
}

fn is_copula(word: &str) -> bool {
    is_one_of(
        word,
        "est sont était étaient constitue constituait reste restent devient deviennent devenu devenue devenus devenues",
    )
}

struct Reader<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    noun: usize,
    sort: Sort,
    first: usize,
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

    fn tell(
        &mut self,
        kind: FactKind,
        parts: [&'static str; 2],
        by: &'static str,
        firsts: &[Party],
        seconds: &[Party],
    ) {
        // Of two that are no entities nobody knows whether they are two.
        for (first, second) in pairs(parts, firsts, seconds).filter(|(a, b)| a.entity.or(b.entity).is_some()) {
            let mut fact = Fact::asserted(kind, vec![first.plays(parts[0]), second.plays(parts[1])], by, 0.75);
            fact.evidence = fact.evidence.cover(self.scene.tokens.list()[self.noun].span);
            self.facts.push(fact);
        }
    }

    fn owns(&mut self, by: &'static str, owners: &[Party], owned: &[Party]) {
        let owned: Vec<Party> = owned.iter().copied().filter(|p| p.kind != Kind::Place).collect();
        self.tell(FactKind::Ownership, ["owner", "owned"], by, owners, &owned);
    }

    /// `son réseau social Télor`, `sa propre start-up d'IA, Télor`: whether a possessive stands before the noun.
    fn possessive(&mut self) -> bool {
        let own = (1..=2)
            .filter_map(|back| self.noun.checked_sub(back))
            .find(|&i| i >= self.first && self.is_one_of(i, "sa son ses leur leurs"));
        let Some(own) = own else { return false };
        // `Télor et sa maison mère Novaline`
        if self.is_one_of(self.noun, "mère maison-mère") && !self.is_one_of(self.noun + 1, "de d'") {
            let at = self.noun + 1 + usize::from(self.is(self.noun + 1, ","));
            let mut owners = parties_from(self.scene, at, self.end);
            owners.retain(|p| p.kind == Kind::Organisation);
            let owned: Vec<Party> = self.owner(own).into_iter().collect();
            self.owns("ownership.possessive", &owners, &owned);
        }
        if !matches!(self.sort, Sort::Thing | Sort::Group | Sort::Subsidiary) {
            return true;
        }
        // Adjectives and a complement without a name stand before the name (`d'intelligence artificielle`, `social`), or a comma.
        let name = (self.noun + 1..(self.noun + LONGEST).min(self.end))
            .take_while(|&i| {
                let word = self.word(i);
                let ends = is_preposition(word) && !matches!(word, "de" | "d'") || is_clitic(word) || is_article(word);
                self.scene.tokens.kind(i) == Some(TokenKind::Word)
                    && self.scene.mentions.at_token(i).is_none()
                    && !(ends || is_one_of(word, "et ou qui que"))
                    || matches!(self.word(i), "," | "\"" | "«")
            })
            .last()
            .map_or(self.noun + 1, |i| i + 1);
        if name > self.noun + 1 && is_preposition(self.word(name - 1)) {
            return true;
        }
        // `sa chaîne YouTube`, `sa page Facebook`: where it stands.
        let host = self.scene.name_from(self.noun + 1).filter(|_| self.is_one_of(self.noun, "chaîne page groupe"));
        let host =
            host.map(|(_, m)| m.tokens.last_end()).filter(|&end| self.scene.tokens.kind(end) == Some(TokenKind::Quote));
        // `son parti, le PCF`
        let apposed = name > self.noun + 1 && self.is(name - 1, ",");
        let name = name + usize::from(apposed && self.is_one_of(name, "le la l' les"));
        let begins = self.scene.name_from(name).is_some() || self.scene.person_from(name).is_some();
        let mut named = if begins && host.is_none() { parties_from(self.scene, name, self.end) } else { Vec::new() };
        let quoted = || quoted_from(self.scene, host.unwrap_or(self.noun + 1), self.end);
        if named.is_empty() {
            named.extend(quoted());
        }
        if self.is_one_of(self.noun, "chaîne page") {
            named.retain(|p| p.tokens.first() > self.noun + 1);
        }
        // `A et B ont fermé leur entreprise Télor`
        let owners = match self.word(own) {
            "leur" | "leurs" => {
                Some(subjects::owners(self.scene, own, self.first)).filter(|o| o.len() > 1).unwrap_or_default()
            }
            _ => self.owner(own).into_iter().collect(),
        };
        if self.sort != Sort::Group {
            self.owns("ownership.possessive", &owners, &named);
        } else if owners.iter().all(|o| o.kind == Kind::Person) {
            self.tell(FactKind::Membership, ["member", "group"], "membership.possessive", &owners, &named);
        }
        true
    }

    /// Of whom the possessive at `own` speaks.
    fn owner(&self, own: usize) -> Option<Party> {
        let beside = match own.checked_sub(2) {
            // `Novaline et ses marques`
            Some(before) if before >= self.first && self.is_one_of(own - 1, "et via avec") => {
                self.scene.name_at(before).map(|(mention, _)| Party::of(self.scene, mention))
            }
            // `Novaline, à travers son fonds`
            Some(before) if self.is(own - 1, "travers") && before > self.first + 1 && self.is(before - 1, ",") => {
                self.scene.name_at(before - 2).map(|(mention, _)| Party::of(self.scene, mention))
            }
            _ => None,
        };
        beside.or_else(|| subjects::owner(self.scene, own, self.first))
    }

    /// `Télor, (une) filiale (française) (à 100 %) de Novaline`, `Novaline, maison mère de Télor`, `la start-up de Paul Morel, Télor,`
    fn apposition(&mut self) {
        let Some((complement, behind)) = self.of() else { return };
        let mut start = self.noun;
        while start > self.first.max(self.noun.saturating_sub(5)) && self.stands_before(start - 1) {
            start -= 1;
        }
        let bare = start == self.noun;
        // A thing that is someone's is said with its article: `Télor, la start-up de`; of a club or group it would tell where it is.
        let fits = match self.sort {
            Sort::Thing => !bare,
            Sort::Group => false,
            _ => true,
        };
        if !fits {
            return;
        }
        let closed = behind >= self.end || !self.scene.is_small_word(behind) || self.is(behind, "et");
        let before = start.checked_sub(2).filter(|&i| i >= self.first && self.is_one_of(start - 1, ", ("));
        // `Novaline, quant à elle, propriétaire de …`
        let aside = before.filter(|&i| i >= self.first + 4 && self.is(i - 2, "quant") && self.is(i - 3, ","));
        let before = aside.map(|i| i - 4).or(before);
        // `Novaline (groupe Vix), filiale de …`
        let before = before.and_then(|i| subjects::before_bracket(self.scene, i + 1, self.first).checked_sub(1));
        let before = before.and_then(|i| self.scene.name_at(i).filter(|(_, m)| m.tokens.last_end() == i + 1));
        // `la sénatrice LR, membre de …` is said of her.
        let before = before.filter(|(_, m)| {
            m.tokens.first() == self.first || titles::longest([self.word(m.tokens.first() - 1)]).is_none()
        });
        // `économiste à Novaline, membre de la CFDT`: what someone is, whom the name before says more of.
        let governed = |m: &Mention| {
            let start = m.tokens.first();
            let article = usize::from(start > 0 && self.is_one_of(start - 1, "la l' le les"));
            start.checked_sub(1 + article).is_some_and(|i| i >= self.first && is_preposition(self.word(i)))
        };
        let before = before.filter(|(_, m)| self.sort != Sort::Part || !governed(m));
        let plural = self.is_one_of(self.noun, "marques filiales enseignes chaînes membres pays");
        let apposed = match before {
            // `Anne Petit et Luc Roux, tous deux membres de`
            Some(_) if closed && plural => subjects::until(self.scene, start - 1, self.first),
            Some((mention, _)) if closed => vec![Party::of(self.scene, mention)],
            // `l'un des actionnaires de Novaline`
            _ if start > self.first && is_copula(self.word(start - 1)) => {
                subjects::before_verb(self.scene, start - 1, self.first)
            }
            // `les marques du groupe Novaline, dont Télor et Vix`
            _ if plural && self.is(behind, ",") && self.is(behind + 1, "dont") => {
                parties_from(self.scene, behind + 2, self.end)
            }
            // `deux États membres de l'Union, la Hongrie et la Pologne`
            _ if plural && self.is(behind, ",") && parties_from(self.scene, behind + 1, self.end).len() > 1 => {
                parties_from(self.scene, behind + 1, self.end)
            }
            // `Filiale de Novaline, Télor recrute`
            _ if self.is(behind, ",") && (!bare || start == self.first) => {
                let name = self.scene.name_from(behind + 1);
                name.map(|(mention, _)| Party::of(self.scene, mention)).into_iter().collect()
            }
            _ => Vec::new(),
        };
        // Someone's roles are read as roles.
        let all = self.is_one_of(start, "tous toutes");
        let things: Vec<Party> = apposed.into_iter().filter(|p| all || p.kind != Kind::Person).collect();
        match self.sort {
            Sort::Owner => {
                // `à l'origine de` is said of products; of a complaint or a movement it says something else.
                let made = |p: &Party| !self.is(self.noun, "origine") || p.kind == Kind::Work;
                let complement: Vec<Party> = complement.into_iter().filter(made).collect();
                self.owns("ownership.noun", &things, &complement);
            }
            Sort::Part => self.tell(FactKind::Membership, ["member", "group"], "membership.part", &things, &complement),
            _ => self.owns("ownership.noun", &complement[..1], &things),
        }
    }

    /// Whether the word at `index` belongs to the noun phrase before its noun: `l'un des principaux`, `la maison`.
    fn stands_before(&self, index: usize) -> bool {
        let word = self.word(index);
        is_article(word)
            || is_adjective(word)
            || is_one_of(
                word,
                "maison société pays tous toutes à principaux principal premier première seul nouveau nouvelle déjà aussi aujourd'hui désormais",
            )
    }

    /// The names of the complement with `de`, adjectives and complements without names in between, and the first token behind them.
    fn of(&self) -> Option<(Vec<Party>, usize)> {
        let limit = (self.noun + LONGEST).min(self.end);
        for of in self.noun + 1..limit {
            if self.is_one_of(of, "de d' du des") {
                let contracted = self.is_one_of(of, "du des");
                let parties = parties_from(self.scene, if contracted { of } else { of + 1 }, self.end);
                if let Some(last) = parties.last() {
                    let behind = last.tokens.last_end();
                    return Some((parties, behind));
                }
            } else if sort(self.word(of)) == Some(Sort::Owner)
                || !self.scene.is_small_word(of) && !self.is(of, "%") && self.scene.mentions.at_token(of).is_none()
            {
                return None;
            }
        }
        None
    }
}
