//! Whom a noun phrase for a person means: `le ministre de l'Intérieur`, `cette élue`.

use super::nouns::{is_alike, means, same_word};
use super::{CALLED, Gender, Kind, LEAD, Reader};
use crate::lexicon::{demonyms, is_of_another_class, role_kinds};
use crate::text::is_one_of;

/// Nouns for what somebody is to another: whom the article has named is rather the other.
pub(crate) const RELATIVE: &str = "médecin avocat suspect suspecte voisin voisine commissaire commandant commandante porte-parole entraîneur entraîneuse mari conjoint conjointe père";

/// Nouns that mean somebody in front of a name and seldom alone: `dans le cadre de`, `à l'arrière`, `le monument`.
pub(super) const NOBODY: &str = "cadre arrière agent vedette monument légende";

/// A noun phrase for a person: `le ministre de l'Intérieur`.
pub(super) struct Called<'a> {
    pub(super) noun: &'a str,
    /// The other words that tell who is meant.
    pub(super) details: &'a [&'a str],
    pub(super) gender: Option<Gender>,
    /// `ce ministre`
    pub(super) demonstrative: bool,
    /// Whether it is an office that many hold.
    pub(super) office: bool,
    /// The person of the article who is known to hold the office.
    pub(super) holder: Option<usize>,
    /// Who holds it now, where it is said of someone who did before.
    pub(super) another: Option<usize>,
    /// Whether more behind it says who is meant: `le jeune homme qui conduisait`.
    pub(super) told: bool,
}

impl Reader<'_, '_> {
    /// The person whom a noun phrase speaks of, and whether the article bears it out.
    pub(super) fn person(&self, sentence: usize, phrase: &Called<'_>) -> Option<(usize, bool)> {
        let &Called { noun, details, gender, demonstrative, office, holder, another, told } = phrase;
        // Where it is not known when the article appeared, a president is not the minister that he once was.
        let before = |&holder: &usize| self.holders.is_head_but(noun, holder) && details.first() != Some(&"premier");
        let holder = holder.filter(|holder| !before(holder));
        let fits = |n: &String| n == noun || means(noun, n) || role_kinds::generalises(noun, n);
        let mut best: Option<(i32, usize)> = None;
        for (age, recent) in self.recent.iter().enumerate() {
            if self.entities[recent.entity].kind != Kind::Person || another == Some(recent.entity) {
                continue;
            }
            let description = &self.descriptions[recent.entity];
            if !self.agrees(recent.entity, gender) || !description.nouns.iter().any(fits) {
                continue;
            }
            let known = details
                .iter()
                .filter(|d| {
                    description.details.iter().any(|k| is_alike(k, d)) || description.nouns.iter().any(|k| k == *d)
                })
                .count() as i32;
            let unknown = details.len() as i32 - known;
            // `le chef de l'État serbe` is not the one who was called `chef de l'État`.
            let foreign = |d: &&str| {
                demonyms::place(d).is_some_and(|place| place.of != "France")
                    && !description.details.iter().any(|k| same_word(k, d))
            };
            // Nor is `le président roumain` the President of the Republic.
            let french =
                || noun == "président" && self.holders.one("président république") == Some(Some(recent.entity));
            if details.iter().any(foreign) && (known > 0 || french()) {
                continue;
            }
            // `le président français` is not the one who was called `président américain`.
            if unknown > 0 && known == 0 && !description.details.is_empty() && !demonstrative {
                continue;
            }
            // `le chef de la Coalition` is no head of state who is called `président`.
            if unknown > 0 && known == 0 && self.holders.is_head(recent.entity) {
                continue;
            }
            // `le ministre de l'Intérieur` is not just any minister where it is known who is meant, nor someone called by another word.
            let called_so = description.nouns.iter().any(|n| n == noun);
            if holder.is_some() && (unknown > 0 && known == 0 || !called_so) {
                continue;
            }
            let score = 4 * known - 2 * unknown - age as i32;
            if best.is_none_or(|(s, _)| score > s) {
                best = Some((score, recent.entity));
            }
        }
        if let Some((_, entity)) = best {
            let called = self.descriptions[entity].with_name().iter().any(fits);
            return Some((entity, called));
        }
        if demonstrative {
            // `« Que Paul Morel parte ! », dit ce riverain`: not of whom the words speak.
            let told = |e: usize| self.recent.iter().any(|r| r.entity == e && !r.quoted);
            let nearest = self.nearest(sentence, gender, 2, |e| self.entities[e].kind == Kind::Person && told(e));
            return nearest.map(|e| (e, false));
        }
        // Someone whom the article describes so further on, or described so long ago: the only one.
        let called = self.called.get(noun).map_or(&[][..], Vec::as_slice);
        if let Some(only) = self.only(called, details, gender).filter(|&only| another != Some(only)) {
            return Some((only, true));
        }
        if let Some(holder) = holder {
            return Some((holder, true));
        }
        // `Le procureur de Brest a …`, and further on `Le procureur de la République, Paul Morel, …`: of these an article has one.
        if office
            && is_one_of(noun, "procureur procureure préfet préfète wali")
            && let Some(only) = self.only(called, &[], gender)
        {
            return Some((only, true));
        }
        // `Le président a promis …` opens an article that names the President of the Republic further on, and calls nobody else so.
        if noun == "président" && sentence <= LEAD && details.is_empty() && called.is_empty() && !told {
            let head = self.holders.one("président république").flatten();
            if let Some(head) = head.filter(|&head| another != Some(head)) {
                return Some((head, false));
            }
        }
        // Nobody was described so: the only one who stands out, unless the phrase says more than we know, or whose they are.
        // `le procureur`, who accuses them, `le journaliste`, who asks them
        let whose = is_one_of(noun, RELATIVE)
            || is_one_of(noun, "procureur procureure juge journaliste")
            || noun == "avocate" && !details.is_empty()
            || details.first() == Some(&"république");
        if told || whose {
            return None;
        }
        let protagonist = || self.protagonist(sentence, noun, gender).filter(|&e| another != Some(e));
        if details.len() > 1 || office {
            let first = if office && noun != "ministre" { None } else { self.first_named(sentence, gender) };
            return first.or_else(protagonist).map(|e| (e, true));
        }
        // `le Serbe` is not whom the article calls `l'Espagnol`.
        let from = |noun: &str| demonyms::place(noun).is_some();
        let elsewhere = |e: usize| from(noun) && self.descriptions[e].nouns.iter().any(|n| from(n));
        // Whoever was called so with other words is someone else; and the President of the Republic is no `député`.
        let alone = self.alone(sentence, gender, |r| {
            let called = self.descriptions[r.entity].nouns.iter().any(|n| n == noun);
            self.entities[r.entity].kind == Kind::Person
                && another != Some(r.entity)
                && !called
                && !elsewhere(r.entity)
                && !self.holders.is_head_but(noun, r.entity)
        });
        // In the sentence that names somebody the description is another's; farther away, and where the article tells something else of them, it is but
        // theirs whom the article is about.
        let fits = |&e: &usize| {
            let distance = self.recent.iter().find(|r| r.entity == e).map_or(0, |r| sentence - r.sentence);
            (if distance == 0 { self.one_person } else { distance == 1 || self.main_person == Some(e) })
                && (self.protagonist == Some(e) || !self.is_of_another_class(noun, e))
        };
        let whom = alone.filter(fits).or_else(|| protagonist().filter(|&e| !elsewhere(e)));
        whom.map(|e| (e, self.main_person == Some(e)))
    }

    /// Whom the article is about, where they stood out in one of the sentences before.
    fn protagonist(&self, sentence: usize, noun: &str, gender: Option<Gender>) -> Option<usize> {
        /// How many sentences back.
        const REACH: usize = 3;
        let person = self.protagonist?;
        let recent = self.recent.iter().find(|r| r.entity == person)?;
        let near = (1..=REACH).contains(&(sentence - recent.sentence)) && recent.weight > 1;
        (near
            && self.agrees(person, gender)
            && !self.is_of_another_class(noun, person)
            && !self.holders.is_head_but(noun, person))
        .then_some(person)
    }

    /// Whether the article calls the person by nouns of other walks of life alone.
    fn is_of_another_class(&self, noun: &str, person: usize) -> bool {
        is_of_another_class(noun, &self.descriptions[person].nouns)
    }

    /// The only person whom the article has named up to here, in its headline, and of whom it says nowhere what they are: `Morel veut rouvrir le pont`, and
    /// below it `Le ministre des Transports a …`.
    fn first_named(&self, sentence: usize, gender: Option<Gender>) -> Option<usize> {
        let mut people = self.recent.iter().filter(|r| self.entities[r.entity].kind == Kind::Person);
        let only = people.next().filter(|_| sentence <= LEAD && people.next().is_none())?.entity;
        let first = self.mentions.list()[*self.entities[only].mentions.first()?].tokens.first();
        let untold = self.agrees(only, gender) && self.descriptions[only].nouns.is_empty();
        (untold && !self.holders.is_head(only) && self.tokens.sentence_of(first) == 0).then_some(only)
    }

    /// The one of `called` that `details` fit, when no second one does.
    fn only(&self, called: &[usize], details: &[&str], gender: Option<Gender>) -> Option<usize> {
        if called.len() > CALLED {
            return None;
        }
        let mut fitting = called.iter().copied().filter(|&e| {
            let description = &self.descriptions[e];
            self.agrees(e, gender)
                && details.iter().all(|d| {
                    description.details.iter().any(|k| same_word(k, d)) || description.nouns.iter().any(|n| n == d)
                })
        });
        fitting.next().filter(|_| fitting.next().is_none())
    }
}
