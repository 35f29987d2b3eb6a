//! Clauses around a verb that states a relation (see [`crate::lexicon::relations`]): who does it, to whom, and how sure that is.

use super::Modality;
use super::clause_words::{is_adverb, is_article, is_avoir, is_clitic, is_etre, is_modal, is_plan, is_preposition};
use super::parties::{Party, behind_asides, document_from, listed_from, parties_from, quoted_until};
use super::results;
use super::scene::Scene;
use super::subjects;
use crate::lexicon::is_conditional;
use crate::lexicon::relations::{self, RelationVerb, Slot};
use crate::lexicon::speech::Form;
use crate::mentions::Kind;
use crate::text::is_one_of;
use crate::tokens::TokenKind;

/// Who does what the verb says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Voice {
    /// The subject.
    Active,
    /// The agent; the subject undergoes it.
    Passive,
}

/// A verb with those around it.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// Token of the verb.
    pub(super) verb: usize,
    /// First token of its group.
    start: usize,
    /// First token behind it and the words that belong to it (`plainte` of `porter plainte`).
    pub(super) after: usize,
    /// One past its sentence.
    pub(super) end: usize,
    pub(super) reading: RelationVerb,
    pub(super) modality: Modality,
    voice: Voice,
    subjects: Vec<Party>,
}

/// The clauses of the article, in order of their verbs.
pub(super) fn read(scene: &Scene<'_, '_>) -> Vec<Clause> {
    let verbs = (0..scene.tokens.len())
        .filter(|&i| scene.mentions.at_token(i).is_none() && scene.relates(i) && !scene.is_noise(i));
    verbs
        .flat_map(|verb| relations::readings(scene.word(verb)).filter_map(move |reading| clause(scene, verb, reading)))
        .collect()
}

fn clause(scene: &Scene<'_, '_>, verb: usize, reading: RelationVerb) -> Option<Clause> {
    let sentence = scene.tokens.sentence_range(verb);
    let end = sentence.last_end();
    let after = further(scene, verb + 1, end, reading)?;
    // A question states nothing.
    if end > sentence.first() && scene.is(end - 1, "?") {
        return None;
    }
    let mut group = Group::read(scene, verb, reading.form, sentence.first())?;
    if group.reflexive != (reading.pronoun() == "se")
        || matches!(reading.pronoun(), "l'" | "nous")
            && !(group.start..verb).any(|i| scene.word(i) == reading.pronoun())
    {
        return None;
    }
    // `est mort`, `est tombé`: the auxiliary of a verb that nobody undergoes makes no passive.
    let undergone = reading.frames().any(|f| f.slots.contains(&Slot::Object));
    if !undergone {
        group.voice = Voice::Active;
    }
    // `probablement tué`, `présumé mort`
    if (sentence.first().max(group.start.saturating_sub(1))..verb).any(|i| scene.is_one_of(i, HEDGES)) {
        group.modality = group.modality.max(Modality::Conditional);
    }
    let subjects = group.subjects(scene, verb, sentence.first(), end);
    // `si Télor appartenait à Novaline`
    let supposed = |p: &Party| {
        let start = scene.person_start(p.tokens);
        (1..=3).filter_map(|back| start.checked_sub(back)).any(|i| i >= sentence.first() && scene.is(i, "si"))
    };
    // `« Si tu pars, Luc Roux est mort »`
    let opening = sentence.first() + usize::from(scene.tokens.kind(sentence.first()) == Some(TokenKind::Quote));
    if subjects.iter().any(supposed) || !group.bare && scene.is_one_of(opening, "si s'") {
        return None;
    }
    Some(Clause {
        verb,
        start: group.start,
        after,
        end,
        reading,
        modality: group.modality,
        voice: group.voice,
        subjects,
    })
}

/// Words beside a verb by which it may be or not.
const HEDGES: &str = "probablement vraisemblablement possiblement peut-être présumé présumée présumés";

/// One past the further words of the verb, which stand close behind it: `a déposé mardi une plainte`.
fn further(scene: &Scene<'_, '_>, at: usize, end: usize, reading: RelationVerb) -> Option<usize> {
    /// How many other words stand between the verb and the first of them.
    const BETWEEN: usize = 4;
    let mut words = reading.further_words();
    let Some(first) = words.next() else { return Some(at) };
    let found = (at..(at + BETWEEN + 1).min(end)).find(|&i| scene.word(i) == first)?;
    words.zip(found + 1..).all(|(word, i)| scene.word(i) == word).then(|| found + reading.further_words().count())
}

impl Clause {
    /// Those who fill `slot`.
    pub(super) fn fill(&self, scene: &Scene<'_, '_>, slot: Slot) -> Vec<Party> {
        match (slot, self.voice) {
            // `Le groupe « Les Lilas » a été créé par Anne Petit`
            (Slot::Object, Voice::Passive) if self.subjects.is_empty() => {
                self.apposed(scene).or_else(|| quoted_until(scene, self.start)).into_iter().collect()
            }
            (Slot::Subject, Voice::Active) | (Slot::Object, Voice::Passive) => self.subjects.clone(),
            (Slot::Object, Voice::Active) => {
                let mut objects = parties_from(scene, self.object_start(scene), self.end);
                // `attaque Télor en justice`: the object stands before the further words.
                if objects.is_empty() && self.after > self.verb + 2 {
                    objects = parties_from(scene, self.verb + 1, self.after);
                }
                if objects.is_empty() {
                    let at = self.object_start(scene);
                    objects.extend(self.relative_object(scene).or_else(|| self.meant(scene, at)));
                }
                objects
            }
            (Slot::Subject, Voice::Passive) => {
                let agents = agents(scene, self.after, self.end);
                // `battu 2-1 à Lens`
                let away = agents.is_empty() && self.reading.lemma == "battre";
                if away { self::away(scene, self.after, self.end) } else { agents }
            }
            (Slot::Behind(prepositions), _) => {
                // `a fait partie, en 2010, de la CFDT`
                let aside = scene.is(self.after, ",");
                let at = if aside { self.object_start(scene) } else { self.after };
                let others = behind(scene, at, self.end, prepositions);
                let unnamed = others.is_empty() && prepositions.contains("face");
                let faced = if unnamed { faced(scene, self.verb) } else { others };
                if unnamed && faced.is_empty() { self.by_share(scene) } else { faced }
            }
            (Slot::Document, Voice::Active) => {
                document_from(scene, self.object_start(scene), self.end).into_iter().collect()
            }
            (Slot::Document | Slot::Nobody, _) => Vec::new(),
        }
    }

    /// Who had the smaller share of the votes: `avec 54 % des voix contre 46 % pour Paul Morel`.
    pub(super) fn by_share(&self, scene: &Scene<'_, '_>) -> Vec<Party> {
        /// How far behind the verb the other's share stands, in tokens.
        const FARTHEST: usize = 40;
        let share = |i: usize| {
            let share = scene.mentions.at_token(i + 1).map(|m| &scene.mentions.list()[m])?;
            let to = share.tokens.last_end();
            (share.kind == Kind::Percent && scene.is_one_of(to, "pour à")).then_some(to + 1)
        };
        let near = self.after..(self.after + FARTHEST).min(self.end);
        let at = near.filter(|&i| scene.is_one_of(i, "contre à")).find_map(share);
        at.map(|at| parties_from(scene, at, self.end)).unwrap_or_default()
    }

    /// What is named behind the agent of a participle that describes a common noun: `le réseau fondé par Anne Petit, Novaline, …`.
    fn apposed(&self, scene: &Scene<'_, '_>) -> Option<Party> {
        let comma = agents(scene, self.after, self.end).last().map(|p| p.tokens.last_end())?;
        let at = comma + 1 + usize::from(scene.is_one_of(comma + 1, "le la l' les"));
        let (mention, name) = scene.name_from(at).filter(|_| scene.is(comma, ","))?;
        let closed = name.tokens.last_end() >= self.end || scene.is_one_of(name.tokens.last_end(), ", . ; ( )");
        let thing = matches!(name.kind, Kind::Organisation | Kind::Work);
        (closed && thing).then(|| Party::of(scene, mention))
    }

    /// Whether `que` stands before its subject: `qu'elle a fondée`.
    pub(super) fn is_relative(&self, scene: &Scene<'_, '_>) -> bool {
        self.que(scene).is_some()
    }

    fn que(&self, scene: &Scene<'_, '_>) -> Option<usize> {
        let subject = self.subjects.first()?.tokens.first();
        (1..=2).filter_map(|back| subject.checked_sub(back)).find(|&i| scene.is_one_of(i, "que qu'"))
    }

    /// The object of a relative clause: `Télor, que Novaline a rachetée`, `la société qu'elle a créée, Télor`.
    fn relative_object(&self, scene: &Scene<'_, '_>) -> Option<Party> {
        let que = self.que(scene)?;
        let before = que.checked_sub(1)?;
        let name = match scene.word(before) {
            "," => scene.name_at(before.checked_sub(1)?).filter(|(_, m)| m.tokens.last_end() == before),
            _ if scene.is_small_word(before) && scene.is(self.after, ",") => scene.name_from(self.after + 1),
            // `assure sur Télor qu'il possède`: not what is owned.
            _ => scene.name_at(before).filter(|(_, m)| {
                let start = m.tokens.first();
                m.tokens.last_end() == que && !(start > 0 && scene.is_one_of(start - 1, "sur dans chez"))
            }),
        };
        name.map(|(mention, _)| Party::of(scene, mention))
    }

    /// The object that is described, `accuse le ministre`, or a pronoun: where people are accused, beaten or appointed, and companies bought, it is one of
    /// those that the article names; what is founded or joined is mostly another.
    fn meant(&self, scene: &Scene<'_, '_>, at: usize) -> Option<Party> {
        let known = ["accusation", "defeat", "appointment", "acquisition"];
        let of_people = self.reading.frames().any(|f| known.contains(&f.relation));
        let meant = || subjects::described_from(scene, at, self.end).or_else(|| self.pronoun(scene));
        of_people.then(meant).flatten()
    }

    /// The object that stands as a pronoun before the verb: `l'a battu`.
    fn pronoun(&self, scene: &Scene<'_, '_>) -> Option<Party> {
        let pronoun = (self.start..self.verb).find(|&i| scene.is_one_of(i, "le la l'"))?;
        let feminine = match scene.word(pronoun) {
            "l'" if self.reading.form == Form::Participle => scene.word(self.verb).ends_with('e'),
            "la" => true,
            "le" => false,
            _ => return None,
        };
        subjects::other(scene, pronoun, &self.subjects, feminine)
    }

    /// Where the object begins, dates and other asides stepped over.
    pub(super) fn object_start(&self, scene: &Scene<'_, '_>) -> usize {
        behind_asides(scene, self.after, self.end)
    }

    /// Whether the subject does what the verb says.
    pub(super) fn is_active(&self) -> bool {
        self.voice == Voice::Active
    }
}

/// The names behind the `par` that follows the participle.
fn agents(scene: &Scene<'_, '_>, at: usize, end: usize) -> Vec<Party> {
    /// How far behind the participle `par` stands (`fondée à Lyon en 2011 par`), in tokens.
    const FARTHEST: usize = 10;
    let by = (at..(at + FARTHEST).min(end))
        // `fondée en 1998 et rachetée par`: of the second alone; `fondée et dirigée par` has one agent.
        .take_while(|&i| {
            let other = i > at && scene.is(i, "et") && scene.is_past_participle(i + 1);
            !other && !scene.is_one_of(i, ", qui : ;")
        })
        .find(|&i| scene.is(i, "par"));
    by.map(|by| listed_from(scene, by + 1, end)).unwrap_or_default()
}

/// The side at whose place a game was played, where its result stands beside it: `s'impose à Lens (2-1)`, `battu 2-1 à Lens`.
fn away(scene: &Scene<'_, '_>, at: usize, end: usize) -> Vec<Party> {
    /// How far the result stands, in tokens: `2-1 samedi à`.
    const FARTHEST: usize = 6;
    let to = (at..(at + FARTHEST).min(end)).find(|&i| scene.is_one_of(i, "à au"));
    let side =
        to.and_then(|to| parties_from(scene, if scene.is(to, "au") { to } else { to + 1 }, end).into_iter().next());
    let scored = |p: &Party| {
        let behind = p.tokens.last_end() + usize::from(scene.is(p.tokens.last_end(), "("));
        results::score(scene, behind).is_some() || (at..p.tokens.first()).any(|i| results::score(scene, i).is_some())
    };
    side.filter(|p| p.kind != Kind::Person && scored(p)).into_iter().collect()
}

/// `Face à Lens, Nantes s'est imposée`: the other side, named before.
fn faced(scene: &Scene<'_, '_>, verb: usize) -> Vec<Party> {
    let first = scene.tokens.sentence_range(verb).first();
    let at = match scene.word(first) {
        "face" => first + 1 + usize::from(scene.is(first + 1, "à")),
        "contre" => first + 1,
        _ => return Vec::new(),
    };
    let sides = parties_from(scene, at, verb);
    if sides.last().is_some_and(|p| scene.is(p.tokens.last_end(), ",")) { sides } else { Vec::new() }
}

/// The names behind the first of `prepositions`, joined by `+`, from token `at` on.
pub(super) fn behind(scene: &Scene<'_, '_>, at: usize, end: usize, prepositions: &str) -> Vec<Party> {
    /// How far the preposition stands (`3-1 à domicile samedi`, `plainte mardi pour vol contre`), in tokens.
    const FARTHEST: usize = 24;
    const CLOSE: usize = 8;
    let is = |i: usize| {
        let word = match scene.word(i) {
            "au" | "aux" => "à",
            "du" | "des" | "d'" => "de",
            "encontre" => "contre",
            word => word,
        };
        prepositions.split('+').any(|p| p == word)
    };
    // `à` and `de` are everywhere: theirs stands close (`appartient depuis 2010 à`).
    let against = prepositions.contains("contre");
    let farthest = if against { FARTHEST } else { CLOSE };
    // `sur la pelouse de Lens`
    let lawn = |i: usize| against && scene.is_one_of(i, "pelouse terrain") && scene.is(i.wrapping_sub(2), "sur");
    let found = (at..(at + farthest).min(end))
        .take_while(|&i| !scene.is_one_of(i, ": ; qui que qu'") && (against || !scene.is(i, ",")))
        .find_map(|i| if lawn(i) { Some(i + 1) } else { is(i).then_some(i) });
    let Some(mut at) = found else { return if against { away(scene, at, end) } else { Vec::new() } };
    at += usize::from(scene.is_one_of(at, "face encontre"));
    // `face aux Belges`, `au Medef` hold the article.
    let contracted = scene.is_one_of(at, "au aux du des");
    listed_from(scene, if contracted { at } else { at + 1 }, end)
}

/// How sure the tense of a finite verb is: `rachètera`, `sera`, `rachèterait`.
fn tense(word: &str) -> Modality {
    if is_conditional(word) {
        Modality::Conditional
    } else if word.ends_with("ra") || word.ends_with("ront") {
        Modality::Planned
    } else {
        Modality::Asserted
    }
}

/// `a permis à Lens de battre Nantes`: who does what the infinitive behind `de` at token `of` says.
fn permitted(scene: &Scene<'_, '_>, of: usize, first: usize) -> Option<Party> {
    let (mention, name) = scene.name_at(of.checked_sub(1)?).filter(|_| scene.is_one_of(of, "de d'"))?;
    let start = name.tokens.first();
    let article = usize::from(scene.is_one_of(start.checked_sub(1)?, "la l'"));
    let to = start.checked_sub(1 + article).filter(|&i| i > first && scene.is_one_of(i, "à au aux"))?;
    scene.word(to - 1).starts_with("perm").then(|| Party::of(scene, mention))
}

/// The verb with its auxiliaries and the little words between them.
pub(super) struct Group {
    /// Its first token.
    pub(super) start: usize,
    voice: Voice,
    reflexive: bool,
    modality: Modality,
    /// Whether it is a participle alone.
    pub(super) bare: bool,
    /// Whether it has no subject of its own: an infinitive, a gerund.
    controlled: bool,
}

impl Group {
    pub(super) fn read(scene: &Scene<'_, '_>, verb: usize, form: Form, first: usize) -> Option<Self> {
        let word = |i: usize| scene.word(i);
        // Adverbs between auxiliary and participle, or modal and infinitive, and `pour sa part`, `à son tour`.
        let before = |mut at: usize, most: usize| {
            let stop = at.saturating_sub(most).max(first);
            while at > stop && is_adverb(word(at - 1)) {
                at -= 1;
            }
            let set = at >= first + 4
                && match word(at - 1) {
                    "part" | "côté" => scene.is_one_of(at - 2, "sa leur son") && scene.is_one_of(at - 3, "pour de"),
                    "tour" => scene.is_one_of(at - 2, "son leur") && scene.is(at - 3, "à"),
                    _ => false,
                };
            if set { at - 3 } else { at }
        };
        let mut group = match form {
            Form::Singular | Form::Plural => Self::simple(verb, tense(word(verb))),
            Form::Participle => {
                let at = before(verb, 3);
                let aux = if at > first { word(at - 1) } else { "" };
                if is_avoir(aux) {
                    let controlled = matches!(aux, "avoir" | "ayant");
                    Self { controlled, ..Self::simple(at - 1, tense(aux)) }
                } else if is_etre(aux) {
                    Self { voice: Voice::Passive, ..Self::simple(at - 1, tense(aux)) }
                } else if aux == "été" {
                    let at = before(at - 1, 3);
                    let start = if at > first && is_avoir(word(at - 1)) { at - 1 } else { at };
                    Self { voice: Voice::Passive, ..Self::simple(start, tense(word(start))) }
                } else if aux == "être" {
                    // `vient d'être nommée`, `pourrait être racheté`
                    let modal = Self::read(scene, at - 1, Form::Infinitive, first)?;
                    return Some(Self { voice: Voice::Passive, ..modal });
                } else if is_one_of(aux, "retrouvé retrouvée découvert découverte") {
                    // `a été retrouvé mort`
                    return Self::read(scene, at - 1, Form::Participle, first);
                } else if is_preposition(aux) || is_article(aux) {
                    // `condamné à mort`, `un mort`: a noun.
                    return None;
                } else {
                    Self { voice: Voice::Passive, bare: true, ..Self::simple(verb, Modality::Asserted) }
                }
            }
            Form::Infinitive => {
                let mut at = before(verb, 3);
                let mut reflexive = false;
                if at > first && scene.is_one_of(at - 1, "se s'") {
                    reflexive = true;
                    at -= 1;
                }
                if at > first && scene.is_one_of(at - 1, "de d' à pour") {
                    at -= 1;
                }
                // `a annoncé son intention de racheter`, `est en négociations exclusives pour racheter`
                let mut near = (first.max(at.saturating_sub(3))..at).rev();
                if near.any(|i| is_plan(word(i))) && scene.is_one_of(at, "de d' pour") {
                    return Some(Self { controlled: true, reflexive, ..Self::simple(at, Modality::Planned) });
                }
                if permitted(scene, at, first).is_some() {
                    return Some(Self { controlled: true, reflexive, ..Self::simple(at, Modality::Asserted) });
                }
                // `a quitté la CFDT pour fonder Novaline`
                let founds = scene.is(at, "pour")
                    && relations::readings(word(verb)).flat_map(|v| v.frames()).any(|f| f.relation == "founded");
                if founds && at > first {
                    return Some(Self { controlled: true, reflexive, ..Self::simple(at, Modality::Planned) });
                }
                if scene.is(at, "pour") || at == first || !is_modal(word(at - 1)) {
                    return None;
                }
                // `vient de racheter`, `a réussi à racheter` has done it.
                let done = scene.is(at - 1, "vient") && scene.is_one_of(at, "de d'")
                    || scene.is_one_of(at - 1, "réussi parvenu réussit parvient allé allée allés allées");
                // `a décidé de racheter`, `s'apprête à racheter`
                let mut start = before(at - 1, 2);
                let auxiliary = start > first && (is_avoir(word(start - 1)) || is_etre(word(start - 1)));
                start = if auxiliary { start - 1 } else { at - 1 };
                if scene.is_one_of(at - 1, "apprête apprêtent apprêtait") && start > first {
                    start -= 1;
                }
                let modality = match word(at - 1) {
                    _ if done => Modality::Asserted,
                    "peut" | "peuvent" => Modality::Conditional,
                    modal => tense(modal).max(Modality::Planned),
                };
                Self { reflexive, ..Self::simple(start, modality) }
            }
            // `Télor appartenant à Novaline` describes the name before it, `en battant Nantes` the subject.
            Form::Gerund if verb > first && scene.name_at(verb - 1).is_some() => {
                Self { bare: true, ..Self::simple(verb, Modality::Asserted) }
            }
            // `un article accusant Télor`: of a noun, whoever wrote it; `des élus siégeant à`.
            Form::Gerund
                if verb > first
                    && scene.is_small_word(verb - 1)
                    && !scene.is_one_of(verb - 1, "en et ou ne n' s' se l' le la les")
                    && !is_adverb(word(verb - 1)) =>
            {
                return None;
            }
            Form::Gerund => Self { controlled: true, ..Self::simple(verb, Modality::Asserted) },
            Form::Other => return None,
        };
        while group.start > first && is_clitic(word(group.start - 1)) {
            group.start -= 1;
            match word(group.start) {
                "ne" | "n'" => group.modality = Modality::Negated,
                "se" | "s'" => {
                    group.reflexive = true;
                    group.voice = Voice::Active;
                }
                _ => {}
            }
        }
        Some(group)
    }

    /// Whether the subject undergoes it.
    pub(super) fn is_passive(&self) -> bool {
        self.voice == Voice::Passive
    }

    fn simple(start: usize, modality: Modality) -> Self {
        Self { start, voice: Voice::Active, reflexive: false, modality, bare: false, controlled: false }
    }

    /// Whose verb it is.
    pub(super) fn subjects(&mut self, scene: &Scene<'_, '_>, verb: usize, first: usize, end: usize) -> Vec<Party> {
        if self.controlled {
            if let Some(party) = permitted(scene, self.start, first) {
                return vec![party];
            }
            // `pour un soldat ayant rejoint Télor`: of a noun, whoever the sentence speaks of.
            let noun =
                self.start.checked_sub(1).filter(|&i| i >= first && scene.is_small_word(i) && !scene.is_joint(i));
            if scene.is(self.start, "ayant") && noun.is_some() {
                return Vec::new();
            }
            return subjects::controller(scene, self.start, first, end);
        }
        if !self.bare {
            return subjects::before(scene, self.start, first);
        }
        // `a fondé Novaline et racheté Télor`: the participle shares auxiliary and subject.
        if verb > first
            && scene.is(verb - 1, "et")
            && subjects::first_conjunct(scene, verb - 1, first).is_none()
            && let Some(finite) = subjects::finite_before(scene, verb - 1, first)
            && (is_avoir(scene.word(finite)) || is_etre(scene.word(finite)))
        {
            self.voice = if is_avoir(scene.word(finite)) { Voice::Active } else { Voice::Passive };
            return subjects::before(scene, subjects::group_start(scene, finite, first), first);
        }
        let described = subjects::described(scene, verb, first);
        // `À peine élu président, Luc Roux …`
        let just = verb == first + 2 && scene.is(first, "à") && scene.is(first + 1, "peine");
        if described.is_empty() && (just || scene.tokens.is_sentence_start(verb)) {
            return subjects::fronted(scene, verb, end).into_iter().collect();
        }
        described
    }
}
