//! Clauses around a verb that states a relation (see [`crate::lexicon::relations`]): who does it, to whom, and how sure that is.
//!
//! Only names stand in a clause, and pronouns that are resolved. A subject is the name right before the verb, or before an apposition or a relative
//! pronoun; an object the name right behind it, a common noun stepped over (`rachète le groupe Novaline`); an agent the name behind `par`.

use super::Modality;
use super::role_phrase;
use super::scene::Scene;
use crate::lexicon::relations::{self, Relation, RelationVerb};
use crate::lexicon::speech::Form;
use crate::mentions::Kind;
use crate::text::{Span, TokenRange};

/// How far a subject is looked for before its verb, an apposition in between, in tokens.
const FARTHEST_SUBJECT: usize = 30;

/// How many words stand between a verb or preposition and the name that belongs to it (`la jeune société lyonnaise`).
const MOST_BETWEEN: usize = 4;

/// How many names a list holds at most.
const LONGEST_LIST: usize = 10;

/// A name, or a pronoun that is resolved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Party {
    pub(super) tokens: TokenRange,
    pub(super) span: Span,
    pub(super) entity: Option<usize>,
    pub(super) kind: Kind,
}

impl Party {
    /// The name `mention`.
    pub(super) fn of(scene: &Scene<'_, '_>, mention: usize) -> Self {
        let name = &scene.mentions.list()[mention];
        Self { tokens: name.tokens, span: name.span, entity: scene.links.entity_of(mention), kind: name.kind }
    }
}

/// Who does what the verb says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
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
    pub(super) relation: Relation,
    pub(super) voice: Voice,
    pub(super) subjects: Vec<Party>,
    pub(super) objects: Vec<Party>,
    pub(super) agents: Vec<Party>,
    pub(super) modality: Modality,
}

impl Clause {
    /// Those who do it.
    pub(super) fn doers(&self) -> &[Party] {
        match self.voice {
            Voice::Active => &self.subjects,
            Voice::Passive => &self.agents,
        }
    }

    /// Those to whom it is done.
    pub(super) fn undergoers(&self) -> &[Party] {
        match self.voice {
            Voice::Active => &self.objects,
            Voice::Passive => &self.subjects,
        }
    }
}

/// The clauses of the article, in order of their verbs.
pub(super) fn read(scene: &Scene<'_, '_>) -> Vec<Clause> {
    let verbs = (0..scene.tokens.len()).filter(|&i| !scene.is_noise(i) && scene.mentions.at_token(i).is_none());
    verbs
        .filter_map(|verb| relations::readings(scene.word(verb)).find_map(|reading| clause(scene, verb, reading)))
        .collect()
}

fn clause(scene: &Scene<'_, '_>, verb: usize, reading: RelationVerb) -> Option<Clause> {
    let sentence = scene.tokens.sentence_range(verb);
    let group = Group::read(scene, verb, reading.form, sentence.first())?;
    if group.reflexive != reading.reflexive {
        return None;
    }
    let end = sentence.last_end();
    let subjects = if group.bare {
        let described = described(scene, verb, sentence.first());
        let heads_sentence = described.is_empty() && scene.tokens.is_sentence_start(verb);
        if heads_sentence { fronted(scene, verb, end).into_iter().collect() } else { described }
    } else {
        subjects(scene, group.start, sentence.first())
    };
    let objects = if group.voice == Voice::Active { parties_from(scene, verb + 1, end) } else { Vec::new() };
    let agents = if group.voice == Voice::Passive { agents(scene, verb + 1, end) } else { Vec::new() };
    Some(Clause {
        verb,
        relation: reading.relation,
        voice: group.voice,
        subjects,
        objects,
        agents,
        modality: group.modality,
    })
}

/// The verb with its auxiliaries and the little words between them.
struct Group {
    /// Its first token.
    start: usize,
    voice: Voice,
    reflexive: bool,
    modality: Modality,
    /// Whether it is a participle alone.
    bare: bool,
}

impl Group {
    fn read(scene: &Scene<'_, '_>, verb: usize, form: Form, first: usize) -> Option<Self> {
        let word = |i: usize| scene.word(i);
        // Adverbs between auxiliary and participle, or modal and infinitive.
        let before = |mut at: usize, most: usize| {
            let stop = at.saturating_sub(most).max(first);
            while at > stop && is_adverb(word(at - 1)) {
                at -= 1;
            }
            at
        };
        let mut group = match form {
            Form::Singular | Form::Plural => Self::simple(verb, is_conditional(word(verb))),
            Form::Participle => {
                let at = before(verb, 3);
                let aux = if at > first { word(at - 1) } else { "" };
                if is_avoir(aux) {
                    Self::simple(at - 1, is_conditional(aux))
                } else if is_etre(aux) {
                    Self { voice: Voice::Passive, ..Self::simple(at - 1, is_conditional(aux)) }
                } else if aux == "été" {
                    let at = before(at - 1, 3);
                    let start = if at > first && is_avoir(word(at - 1)) { at - 1 } else { at };
                    Self { voice: Voice::Passive, ..Self::simple(start, is_conditional(word(start))) }
                } else if is_preposition(aux) || is_article(aux) {
                    // `condamné à mort`, `un mort`: a noun.
                    return None;
                } else {
                    Self { voice: Voice::Passive, bare: true, ..Self::simple(verb, false) }
                }
            }
            Form::Infinitive => {
                let mut at = before(verb, 3);
                if at > first && matches!(word(at - 1), "de" | "d'" | "à") {
                    at -= 1;
                }
                let modal = at > first && is_modal(word(at - 1));
                let clitic = at > first + 1 && matches!(word(at - 1), "se" | "s'") && is_modal(word(at - 2));
                let start = if modal {
                    at - 1
                } else if clitic {
                    at - 2
                } else {
                    return None;
                };
                Self { modality: Modality::Conditional, reflexive: clitic, ..Self::simple(start, true) }
            }
            Form::Gerund | Form::Other => return None,
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

    fn simple(start: usize, conditional: bool) -> Self {
        let modality = if conditional { Modality::Conditional } else { Modality::Asserted };
        Self { start, voice: Voice::Active, reflexive: false, modality, bare: false }
    }
}

/// Whom the participle at `verb` describes: `Novaline, fondée en 1998`, `Novaline, une société fondée par …`, `la société Novaline fondée par …`.
fn described(scene: &Scene<'_, '_>, verb: usize, first: usize) -> Vec<Party> {
    /// The most words of the noun phrase between the name and the participle.
    const MOST_WORDS: usize = 8;
    let stop = first.max(verb.saturating_sub(FARTHEST_SUBJECT));
    let mut at = verb;
    while at > stop
        && at + MOST_WORDS > verb
        && scene.is_small_word(at - 1)
        && !matches!(scene.word(at - 1), "qui" | "que" | "et")
    {
        at -= 1;
    }
    let phrase = at < verb;
    // `Anne Petit, la sœur du prêtre assassiné`: it describes the nearest noun.
    let kills = relations::readings(scene.word(verb)).any(|v| matches!(v.relation, Relation::Kill | Relation::Die));
    if kills && (at..verb).any(|i| is_preposition(scene.word(i))) {
        return Vec::new();
    }
    let end = match at > stop && scene.word(at - 1) == "," {
        true => at - 1,
        false if phrase => return Vec::new(),
        false => at,
    };
    // Whatever part the name plays in its sentence: `à Novaline, fondée en 1998`. Of a list the participle describes the last one.
    let last = end.checked_sub(1).filter(|&last| last >= first);
    let name = last.and_then(|last| scene.name_at(last)).filter(|(_, m)| m.tokens.last_end() == end);
    name.map(|(mention, _)| Party::of(scene, mention)).into_iter().collect()
}

/// Whom a participle at the head of the sentence describes: `Fondée en 2011 par Anne Petit, Novaline …`, `…, l'association …`.
fn fronted(scene: &Scene<'_, '_>, verb: usize, end: usize) -> Option<Party> {
    /// The longest participle clause, in tokens.
    const LONGEST: usize = 24;
    let comma = (verb + 1..(verb + LONGEST).min(end)).find(|&i| scene.word(i) == ",")?;
    if let Some(party) = parties_from(scene, comma + 1, end).into_iter().next() {
        return Some(party);
    }
    let noun = (comma + 1..(comma + 3).min(end)).find(|&i| scene.links.antecedent(i).is_some())?;
    let entity = scene.links.antecedent(noun)?;
    let tokens = TokenRange::new(noun, noun + 1);
    let kind = scene.links.entities()[entity].kind;
    Some(Party { tokens, span: scene.tokens.span(tokens), entity: Some(entity), kind })
}

/// Who stands before the verb whose group begins at `start`.
fn subjects(scene: &Scene<'_, '_>, start: usize, first: usize) -> Vec<Party> {
    let word = |i: usize| scene.word(i);
    let stop = first.max(start.saturating_sub(FARTHEST_SUBJECT));
    let mut at = start;
    if at > stop && matches!(word(at - 1), "qui") {
        at -= 1;
    }
    if at > stop
        && matches!(word(at - 1), "il" | "elle" | "ils" | "elles")
        && let Some(entity) = scene.links.antecedent(at - 1)
    {
        let tokens = TokenRange::new(at - 1, at);
        let kind = scene.links.entities()[entity].kind;
        return vec![Party { tokens, span: scene.tokens.span(tokens), entity: Some(entity), kind }];
    }
    if at > stop && word(at - 1) == "," {
        let comma = at - 1;
        let own = until(scene, comma, stop);
        // `Le préfet, Paul Morel, a …`: the name is the apposition; in `Paul Morel, élu à Nantes, a …` it stands before the first comma.
        let apposed = own
            .first()
            .is_some_and(|p| scene.person_start(p.tokens) > stop && word(scene.person_start(p.tokens) - 1) == ",");
        if at == start && !apposed || own.is_empty() {
            let before = (stop + 1..comma).rev().filter(|&i| word(i) == ",").find_map(|i| {
                let people = until(scene, i, stop);
                (!people.is_empty()).then_some(people)
            });
            return before.unwrap_or_default();
        }
        return own;
    }
    if at > stop
        && word(at - 1) == ")"
        && let Some(open) = (stop..at - 1).rev().find(|&i| word(i) == "(")
    {
        at = open;
    }
    until(scene, at, stop)
}

/// The list of names that ends right before token `end`; empty where it is a complement (`le patron de Novaline rachète`).
fn until(scene: &Scene<'_, '_>, end: usize, stop: usize) -> Vec<Party> {
    let mut parties = Vec::new();
    let mut at = end;
    while parties.len() < LONGEST_LIST && at > stop {
        let Some((mention, name)) =
            scene.name_at(at - 1).filter(|(_, m)| m.tokens.last_end() == at && m.tokens.first() >= stop)
        else {
            break;
        };
        parties.push(Party::of(scene, mention));
        at = scene.person_start(name.tokens);
        if at > stop + 1 && matches!(scene.word(at - 1), "le" | "la" | "les" | "l'") {
            at -= 1;
        }
        if at > stop && is_preposition(scene.word(at - 1)) {
            return Vec::new();
        }
        if at <= stop || scene.word(at - 1) != "et" && !(scene.word(at - 1) == "," && parties.len() > 1) {
            break;
        }
        at -= 1;
    }
    parties.reverse();
    parties
}

/// The list of names that begins at token `at`, articles and a common noun stepped over.
pub(super) fn parties_from(scene: &Scene<'_, '_>, at: usize, end: usize) -> Vec<Party> {
    let mut parties = Vec::new();
    let Some(mut at) = name_start(scene, at, end) else { return parties };
    while parties.len() < LONGEST_LIST {
        let Some((mention, name)) = scene.name_from(at).or_else(|| scene.person_from(at)) else { break };
        if name.tokens.last_end() > end {
            break;
        }
        parties.push(Party::of(scene, mention));
        let next = name.tokens.last_end();
        // `A, B et C`: a comma joins only where the list goes on to an `et`.
        let joined = match scene.word(next) {
            "et" | "ainsi" => true,
            "," => list_goes_on(scene, next, end),
            _ => false,
        };
        let Some(start) = joined.then(|| name_start(scene, next + 1, end)).flatten() else { break };
        at = start;
    }
    parties
}

/// Whether behind the comma at `comma` more names and an `et` before the last one follow.
fn list_goes_on(scene: &Scene<'_, '_>, comma: usize, end: usize) -> bool {
    let mut at = comma;
    for _ in 0..LONGEST_LIST {
        let Some(start) = name_start(scene, at + 1, end) else { return false };
        let Some((_, name)) = scene.name_from(start).or_else(|| scene.person_from(start)) else { return false };
        at = name.tokens.last_end();
        match scene.word(at) {
            "et" => return true,
            "," => {}
            _ => return false,
        }
    }
    false
}

/// Where the name begins that a noun phrase at `at` ends with: right there, behind an article, or behind a noun or title (`le groupe`, `la ministre`).
fn name_start(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let starts = |i: usize| i < end && (scene.name_from(i).is_some() || scene.person_from(i).is_some());
    let has_article = matches!(
        scene.word(at),
        "le" | "la" | "l'" | "les" | "son" | "sa" | "ses" | "leur" | "un" | "une" | "du" | "des" | "au" | "aux"
    );
    let from = if has_article { at + 1 } else { at };
    if starts(from) {
        return Some(from);
    }
    if !has_article {
        return None;
    }
    let nouns = (from..(from + MOST_BETWEEN).min(end))
        .take_while(|&i| scene.is_small_word(i) && !is_preposition(scene.word(i)) && !is_clitic(scene.word(i)));
    let behind = nouns.last().map(|i| i + 1).filter(|&i| starts(i));
    behind.or_else(|| role_phrase::read(scene, at, end).map(|p| p.end).filter(|&i| starts(i)))
}

/// Who stands before the finite verb or participle `verb`, auxiliaries in between.
pub(super) fn before_verb(scene: &Scene<'_, '_>, verb: usize, first: usize) -> Vec<Party> {
    let form = if verb > first && (is_avoir(scene.word(verb - 1)) || is_adverb(scene.word(verb - 1))) {
        Form::Participle
    } else {
        Form::Singular
    };
    Group::read(scene, verb, form, first)
        .filter(|g| !g.bare)
        .map(|g| subjects(scene, g.start, first))
        .unwrap_or_default()
}

/// The names behind the `par` that follows the participle.
fn agents(scene: &Scene<'_, '_>, at: usize, end: usize) -> Vec<Party> {
    /// How far behind the participle `par` stands (`fondée à Lyon en 2011 par`), in tokens.
    const FARTHEST: usize = 10;
    let by = (at..(at + FARTHEST).min(end))
        .take_while(|&i| !matches!(scene.word(i), "," | "qui" | ":" | ";"))
        .find(|&i| scene.word(i) == "par");
    by.map(|by| parties_from(scene, by + 1, end)).unwrap_or_default()
}

/// Words between auxiliary and participle that change nothing.
fn is_adverb(word: &str) -> bool {
    const WORDS: [&str; 22] = [
        "aussi",
        "également",
        "déjà",
        "ainsi",
        "alors",
        "notamment",
        "finalement",
        "récemment",
        "officiellement",
        "enfin",
        "donc",
        "largement",
        "pas",
        "jamais",
        "toujours",
        "encore",
        "bien",
        "nettement",
        "facilement",
        "même",
        "tous",
        "deux",
    ];
    WORDS.contains(&word)
}

/// Pronouns and negations before the verb.
fn is_clitic(word: &str) -> bool {
    matches!(
        word,
        "ne" | "n'"
            | "se"
            | "s'"
            | "le"
            | "la"
            | "l'"
            | "les"
            | "lui"
            | "leur"
            | "y"
            | "en"
            | "me"
            | "m'"
            | "nous"
            | "vous"
    )
}

/// Prepositions before a name that make it a complement.
pub(super) fn is_preposition(word: &str) -> bool {
    const WORDS: [&str; 22] = [
        "de", "d'", "du", "des", "à", "au", "aux", "avec", "contre", "pour", "par", "chez", "en", "sur", "dans",
        "selon", "entre", "sous", "vers", "sans", "après", "face",
    ];
    WORDS.contains(&word)
}

fn is_article(word: &str) -> bool {
    matches!(
        word,
        "le" | "la" | "l'" | "les" | "un" | "une" | "des" | "ce" | "cette" | "ces" | "son" | "sa" | "deux" | "trois"
    )
}

fn is_avoir(word: &str) -> bool {
    matches!(word, "a" | "ont" | "avait" | "avaient" | "aura" | "auront" | "aurait" | "auraient" | "eut" | "ayant")
}

fn is_etre(word: &str) -> bool {
    matches!(
        word,
        "est" | "sont" | "était" | "étaient" | "sera" | "seront" | "serait" | "seraient" | "fut" | "furent" | "étant"
    )
}

/// Verbs before an infinitive that say what is wanted or expected, not what is done.
fn is_modal(word: &str) -> bool {
    const WORDS: [&str; 30] = [
        "va",
        "vont",
        "allait",
        "veut",
        "veulent",
        "voulait",
        "voudrait",
        "doit",
        "doivent",
        "devait",
        "devrait",
        "compte",
        "comptent",
        "souhaite",
        "souhaitent",
        "souhaitait",
        "envisage",
        "envisagent",
        "espère",
        "propose",
        "proposé",
        "proposent",
        "pourrait",
        "pourraient",
        "peut",
        "tente",
        "cherche",
        "entend",
        "prévoit",
        "vient",
    ];
    WORDS.contains(&word)
}

/// `rachèterait`, `aurait`: the third persons of the conditional end so, and those of hardly any other form of the listed verbs.
fn is_conditional(word: &str) -> bool {
    word.ends_with("rait") || word.ends_with("raient")
}
