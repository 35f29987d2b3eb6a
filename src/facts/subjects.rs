//! Whose verb it is: the name right before a verb group, or before an apposition or a relative pronoun; a pronoun or description that is resolved; for
//! what has no subject of its own, the subject of the clause around it.

use super::clause::Group;
use super::clause_words::{is_adverb, is_article, is_avoir, is_clitic, is_etre, is_preposition};
use super::parties::{LONGEST_LIST, Party, is_container, parties_from, quoted_until};
use super::pronouns::Pronouns;
use super::role_phrase;
use super::role_words::is_organisation_noun;
use super::scene::Scene;
use crate::lexicon::relations;
use crate::lexicon::speech::{self, Form};
use crate::lexicon::titles;
use crate::links::Gender;
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::text::is_one_of;

/// How far a subject is looked for before its verb, an apposition in between, in tokens.
const FARTHEST: usize = 30;

/// What is someone's and does not die.
const LIFELESS: &str = "livre livres roman romans oeuvre oeuvres film films album albums disque chanson chansons biographie musique pièce tableau héritage mémoire tombe";

/// The longest title before a name, in tokens.
const FARTHEST_TITLE: usize = 10;

/// Who stands before the verb whose group begins at `start`.
pub(super) fn before(scene: &Scene<'_, '_>, start: usize, first: usize) -> Vec<Party> {
    let word = |i: usize| scene.word(i);
    let stop = first.max(start.saturating_sub(FARTHEST));
    let mut at = start;
    if at > stop && scene.is(at - 1, "qui") {
        at -= 1;
        // `Anne Petit (qui possède Télor)`
        at -= usize::from(at > stop && scene.is(at - 1, "("));
    }
    let pointed = at > stop && scene.is_one_of(at - 1, "il elle celui celle celui-ci celle-ci dernier dernière");
    let sure = || {
        if scene.is_one_of(at - 1, "il elle") {
            Pronouns::new(scene).meant(at - 1)
        } else {
            scene.links.antecedent(at - 1)
        }
    };
    if pointed && let Some(entity) = sure() {
        return vec![Party::meant(scene, TokenRange::new(at - 1, at), entity)];
    }
    // `« J'ai fondé Novaline », dit Anne Petit`: whoever speaks.
    if at > stop
        && scene.is_one_of(at - 1, "je j'")
        && let Some(speaker) = scene.speaker_at(at - 1)
    {
        return vec![Party::meant(scene, TokenRange::new(at - 1, at), speaker)];
    }
    // `A a battu B et remporte le tournoi`
    if at == start && at > stop + 1 && scene.is_one_of(at - 1, "et puis mais") {
        return match finite_before(scene, at - 1, stop) {
            Some(finite) => before(scene, group_start(scene, finite, stop), stop),
            // `Morel, 56 ans, rejette l'offre et accuse …`: a verb that no list knows; who opens the sentence does both.
            None if stop == first => opening(scene, first, at - 1),
            None => Vec::new(),
        };
    }
    if at > stop && scene.is(at - 1, ",") {
        let comma = at - 1;
        let own = until(scene, comma, stop);
        // `Le préfet, Paul Morel, a …`: the name is the apposition; in `Paul Morel, élu à Nantes, a …` it stands before the first comma.
        // `58 pays, dont la Chine et l'Inde, ont …`: so are examples.
        let apposed = own.first().is_some_and(|p| {
            let start = scene.person_start(p.tokens);
            let start = start - usize::from(start > stop && is_article(word(start - 1)));
            start > stop && scene.is_one_of(start - 1, ", dont")
        });
        if at == start && !apposed || own.is_empty() {
            let before = (stop + 1..comma).rev().filter(|&i| scene.is(i, ",")).find_map(|i| {
                let people = until(scene, before_bracket(scene, i, stop), stop);
                people.first().is_some_and(|p| heads_phrase(scene, p, stop)).then_some(people)
            });
            // `Le chanteur et acteur Luc Roux, est mort`: a comma too many.
            let heads = own.first().is_some_and(|p| heads_phrase(scene, p, stop));
            return before.unwrap_or(if heads { own } else { Vec::new() });
        }
        return own;
    }
    let at = over_participle(scene, before_bracket(scene, at, stop), stop);
    let relative = at < start && scene.is(start - 1, "qui");
    let named = until(scene, at, stop);
    // `la belle saison de Lens, qui a battu Nantes`: what describes a team or body may be said of it wherever it stands.
    let last = at.checked_sub(1).and_then(|i| scene.name_at(i)).filter(|(_, m)| m.kind == Kind::Organisation);
    if let Some((mention, name)) = last.filter(|_| named.is_empty() && relative)
        && name.tokens.last_end() == at
    {
        return vec![Party::of(scene, mention)];
    }
    if !named.is_empty() {
        return named;
    }
    if let Some(person) = affiliated(scene, at, stop) {
        return vec![person];
    }
    if let Some(described) = description(scene, at, stop) {
        return vec![described];
    }
    // `l'agence de la mer (ADM) accuse`: a body by its short form.
    let bracket = at + 1 < start && scene.is(at, "(");
    let short = if bracket { scene.name_from(at + 1) } else { None };
    short.map(|(mention, _)| Party::of(scene, mention)).into_iter().collect()
}

/// The person whose affiliation ends right before token `end`: `Anne Petit de la CFDT accuse`.
fn affiliated(scene: &Scene<'_, '_>, end: usize, stop: usize) -> Option<Party> {
    /// How many words stand between the preposition and the name (`du syndicat agricole`).
    const MOST: usize = 4;
    let group = scene.name_at(end.checked_sub(1)?).map(|(_, m)| m.tokens.first())?;
    let near = stop.max(group.saturating_sub(MOST))..group;
    let mut words = near.rev().take_while(|&i| scene.is_small_word(i));
    let of = words.find(|&i| scene.is_one_of(i, "de du des d'")).filter(|&i| i > stop)?;
    let (mention, person) = scene.name_at(of - 1)?;
    (person.kind == Kind::Person && heads_phrase(scene, &Party::of(scene, mention), stop))
        .then(|| Party::of(scene, mention))
}

/// The names that open the sentence at `first` as its subject.
fn opening(scene: &Scene<'_, '_>, first: usize, end: usize) -> Vec<Party> {
    let parties = parties_from(scene, first, end);
    let behind = parties.last().map_or(first, |p| p.tokens.last_end());
    // A headline's colon and a place's preposition make it no subject.
    let goes_on = scene.is(behind, ",") || scene.is_small_word(behind) && !is_preposition(scene.word(behind));
    if goes_on { parties } else { Vec::new() }
}

/// Where the bracket opens that closes right before token `end`; `end` where none does.
pub(super) fn before_bracket(scene: &Scene<'_, '_>, end: usize, stop: usize) -> usize {
    let closes = end > stop && scene.is(end - 1, ")");
    closes.then(|| (stop..end - 1).rev().find(|&i| scene.is(i, "("))).flatten().unwrap_or(end)
}

/// The participle before token `end` whose agent ends there, `fondée par Anne Petit`; `end` where there is none.
fn over_participle(scene: &Scene<'_, '_>, end: usize, stop: usize) -> usize {
    let name = end.checked_sub(1).and_then(|i| scene.name_at(i)).filter(|(_, m)| m.tokens.last_end() == end);
    let by = name.and_then(|(_, m)| scene.person_start(m.tokens).checked_sub(1)).filter(|&i| i > stop + 1);
    let participle = by.filter(|&i| scene.is(i, "par")).map(|i| i - 1);
    let is = |i: usize| ["é", "ée", "és", "ées", "it", "ite", "u", "ue"].iter().any(|e| scene.word(i).ends_with(e));
    participle.filter(|&i| is(i) && scene.is_small_word(i) && !is_finite(scene, i - 1)).unwrap_or(end)
}

/// Whether the name is the head of its phrase: alone, or behind an article and a common noun (`la société Novaline`). In `un garagiste habitant Brest,` it
/// is not.
fn heads_phrase(scene: &Scene<'_, '_>, party: &Party, stop: usize) -> bool {
    /// How many words stand between article and name.
    const MOST: usize = 4;
    let start = scene.person_start(party.tokens);
    let words = (stop.max(start.saturating_sub(MOST))..start).rev();
    let article =
        words.take_while(|&i| scene.is_small_word(i) && !is_preposition(scene.word(i)) && !is_finite(scene, i));
    let mut article = article.peekable();
    article.peek().is_none() || article.any(|i| is_article(scene.word(i))) || start == stop || {
        // `le ministre de la Santé Luc Roux`
        let near = stop.max(start.saturating_sub(FARTHEST_TITLE))..start;
        let title =
            |i: usize| is_article(scene.word(i)) && role_phrase::read(scene, i, start).is_some_and(|p| p.end == start);
        near.into_iter().any(title)
    }
}

/// The noun phrase before token `end` that speaks of someone: `le milliardaire proche du pouvoir`.
fn description(scene: &Scene<'_, '_>, end: usize, stop: usize) -> Option<Party> {
    /// The longest such phrase, in tokens.
    const LONGEST: usize = 12;
    let noun = (stop.max(end.saturating_sub(LONGEST))..end)
        .rev()
        .take_while(|&i| !scene.is_one_of(i, ", : ; qui que dont") && !is_finite(scene, i))
        .find(|&i| scene.links.antecedent(i).is_some())?;
    let article = (1..=2).filter_map(|back| noun.checked_sub(back)).find(|&i| is_article(scene.word(i)))?;
    if article < stop || article > stop && is_preposition(scene.word(article - 1)) {
        return None;
    }
    let entity = scene.links.antecedent(noun)?;
    // `le rival de Morel` is not Morel.
    let named = |i: usize| scene.mentions.at_token(i).and_then(|m| scene.links.entity_of(m)) == Some(entity);
    (!(noun..end).any(named)).then(|| Party::meant(scene, TokenRange::new(article, noun + 1), entity))
}

/// The definite noun phrase at token `at` that speaks of someone: `accuse le ministre`.
pub(super) fn described_from(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<Party> {
    /// How far behind its article the noun stands, in tokens.
    const FARTHEST: usize = 3;
    let definite = scene.is_one_of(at, "le la l' ce cet cette");
    let words = (at + 1..end.min(at + 1 + FARTHEST)).take_while(|&i| scene.is_small_word(i));
    let noun = words.into_iter().find(|&i| definite && scene.links.antecedent(i).is_some())?;
    let meant = Party::meant(scene, TokenRange::new(at, noun + 1), scene.links.antecedent(noun)?);
    // `la banque Télor` is Télor; a government is more than the place that it is called by.
    (meant.kind != Kind::Place && scene.name_at(noun + 1).is_none()).then_some(meant)
}

/// Whom the pronoun at `pronoun` means that is none of `subjects`: the only other person of its gender whom the sentence, or the one before, has spoken of.
pub(super) fn other(scene: &Scene<'_, '_>, pronoun: usize, subjects: &[Party], feminine: bool) -> Option<Party> {
    /// How far back someone is looked for, in tokens.
    const FARTHEST_BACK: usize = 60;
    let sentence = scene.tokens.sentence_range(pronoun).first();
    let before = scene.tokens.sentence_range(sentence.saturating_sub(1));
    let same_block = scene.tokens.block_of(before.first()) == scene.tokens.block_of(pronoun);
    let first = if same_block { before.first() } else { sentence }.max(pronoun.saturating_sub(FARTHEST_BACK));
    let mut found = None;
    let subject = subjects.first()?.entity?;
    for i in first..pronoun {
        let named = scene.name_from(i).and_then(|(mention, _)| scene.links.entity_of(mention));
        let Some(entity) = named.or_else(|| scene.links.antecedent(i)).filter(|&e| e != subject) else { continue };
        let it = &scene.links.entities()[entity];
        if it.kind != Kind::Person || it.gender == Some(if feminine { Gender::Masculine } else { Gender::Feminine }) {
            continue;
        }
        if found.is_some_and(|e| e != entity) {
            return None;
        }
        found = Some(entity);
    }
    found.map(|entity| Party::meant(scene, TokenRange::new(pronoun, pronoun + 1), entity))
}

/// The list of names that ends right before token `end`; empty where it is a complement (`le patron de Novaline rachète`).
pub(super) fn until(scene: &Scene<'_, '_>, end: usize, stop: usize) -> Vec<Party> {
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
        if at > stop + 1 && scene.is_one_of(at - 1, "le la les l'") {
            at -= 1;
        }
        // A capital article begins a line of its own.
        let opens = at < scene.person_start(name.tokens) && scene.tokens.is_capitalised(at);
        if at > stop && !opens && (is_preposition(scene.word(at - 1)) || is_titled_complement(scene, at, stop)) {
            // `le duo composé de A et B`
            // `les joueurs de Lens`
            let stands_for = at > stop + 1
                && (["composé", "formé", "constitué"].iter().any(|p| scene.word(at - 2).starts_with(p))
                    || is_container(scene.word(at - 2)) && scene.is_one_of(at - 1, "de d' du des"));
            if !stands_for {
                return Vec::new();
            }
            break;
        }
        match scene.word(at.wrapping_sub(1)) {
            _ if at <= stop => break,
            "et" | "/" => at -= 1,
            "," if parties.len() > 1 => at -= 1,
            "que" if at > stop + 1 && scene.is(at - 2, "ainsi") => {
                at -= 2 + usize::from(at > stop + 2 && scene.is(at - 3, ","));
            }
            _ => break,
        }
    }
    parties.reverse();
    parties
}

/// Whether the name that begins at `start` is a complement behind its title or noun: `l'effigie du président Luc Roux`, `le patron du groupe Novaline`.
fn is_titled_complement(scene: &Scene<'_, '_>, start: usize, stop: usize) -> bool {
    /// How many words stand between the preposition and the name.
    const MOST: usize = 4;
    let mut noun = false;
    for i in (stop.max(start.saturating_sub(MOST))..start).rev() {
        let word = scene.word(i);
        if noun && (is_one_of(word, "du des au aux") || is_article(word)) {
            let of = i > stop && scene.is_one_of(i - 1, "de d' à");
            return of || is_one_of(word, "du des au aux");
        }
        if !scene.is_small_word(i) || is_preposition(word) {
            return false;
        }
        noun |= is_organisation_noun(word) || titles::longest([word]).is_some();
    }
    false
}

/// Whom the participle at `verb` describes: `Novaline, fondée en 1998`, `Novaline, une société fondée par …`, `la société Novaline fondée par …`.
pub(super) fn described(scene: &Scene<'_, '_>, verb: usize, first: usize) -> Vec<Party> {
    /// The most words of the noun phrase between the name and the participle.
    const MOST_WORDS: usize = 8;
    let stop = first.max(verb.saturating_sub(FARTHEST));
    let mut at = verb;
    while at > stop && at + MOST_WORDS > verb && scene.is_small_word(at - 1) && !scene.is_one_of(at - 1, "qui que et") {
        at -= 1;
    }
    let phrase = at < verb;
    let words = at;
    // `Anne Petit, née à Nantes et assassinée`: what is said before `et` is said of the same.
    if !phrase
        && at > stop
        && scene.is(at - 1, "et")
        && let Some(comma) = first_conjunct(scene, at - 1, stop)
    {
        at = comma + 1;
    }
    // `Anne Petit, la sœur du prêtre assassiné`: it describes the nearest noun.
    let kills = relations::readings(scene.word(verb)).flat_map(|v| v.frames()).any(|f| f.relation == "death");
    if kills && (words..verb).any(|i| is_preposition(scene.word(i))) {
        return Vec::new();
    }
    let end = match at > stop && scene.is_one_of(at - 1, ", ( – — -- -") {
        true if !scene.is(at - 1, ",") => at - 1,
        true => before_bracket(scene, over_asides(scene, at - 1, stop), stop),
        false if phrase => return Vec::new(),
        false => at,
    };
    // Whatever part the name plays in its sentence: `à Novaline, fondée en 1998`. Of a list the participle describes the last one.
    let last = end.checked_sub(1).filter(|&last| last >= first);
    let name = last.and_then(|last| scene.name_at(last)).filter(|(_, m)| m.tokens.last_end() == end);
    // `un pantin à l'effigie d'Anne Petit brûlé`: nor whose name its complement is.
    let complement = |start: usize| start > first && scene.is_one_of(start - 1, "de d' du des");
    // `la famille de Luc Roux, tué …`: but not where the noun before does not agree with the participle.
    let agrees = |of: usize| {
        let feminine = scene.word(verb).trim_end_matches('s').ends_with('e');
        let noun = (first.max(of.saturating_sub(3))..of).rev().map(|i| scene.word(i));
        let article = noun.into_iter().find(|w| is_one_of(w, "la le les sa son ses une un des"));
        article.is_none_or(|w| match w {
            "la" | "sa" | "une" => feminine,
            "le" | "un" => !feminine,
            "les" | "ses" | "des" => scene.word(verb).ends_with('s'),
            _ => true,
        })
    };
    // `l'avocat d'Anne Petit, bénévole tuée lundi`: the noun between says who.
    let noun = phrase && role_phrase::read(scene, at, verb).is_some_and(|p| p.end == verb);
    // `le roman de Luc Roux, mort lundi`: no book dies.
    let lives = |of: usize| !(first.max(of.saturating_sub(2))..of).any(|i| scene.is_one_of(i, LIFELESS));
    let ambiguous = |start: usize| !noun && complement(start) && (end == at || agrees(start - 1)) && lives(start - 1);
    let name = name.filter(|(_, m)| !kills || !ambiguous(scene.person_start(m.tokens)));
    // `Luc Roux et Anne Petit, tués lundi`
    let joint = name.filter(|_| scene.word(verb).ends_with("és")).and_then(|(_, m)| {
        let joint = scene.person_start(m.tokens).checked_sub(1).filter(|&i| i > stop && scene.is(i, "et"))?;
        scene.name_at(joint - 1).filter(|(_, other)| other.kind == m.kind && other.tokens.last_end() == joint)
    });
    let named = name.map(|(mention, _)| Party::of(scene, mention));
    let named = named.or_else(|| quoted_until(scene, end));
    joint.map(|(mention, _)| Party::of(scene, mention)).into_iter().chain(named).collect()
}

/// The comma before the participle or role that `et` at `joint` joins to what follows: `, née à Nantes et …`, `, maire de Brest et …`.
pub(super) fn first_conjunct(scene: &Scene<'_, '_>, joint: usize, stop: usize) -> Option<usize> {
    /// The longest such phrase, in tokens.
    const LONGEST: usize = 12;
    let near = stop.max(joint.saturating_sub(LONGEST))..joint;
    let comma = near.rev().find(|&i| scene.is(i, ","))?;
    let opens = scene.is_past_participle(comma + 1)
        || role_phrase::read(scene, comma + 1, joint).is_some_and(|p| p.end == joint);
    (opens && !(comma..joint).any(|i| is_finite(scene, i))).then_some(comma)
}

/// The comma before the ages and roles that stand between a name and the comma at `comma`: `Luc Roux, 22 ans, étudiant à Brest, tué …`.
fn over_asides(scene: &Scene<'_, '_>, comma: usize, stop: usize) -> usize {
    /// The most asides, and the longest one, in tokens.
    const MOST: usize = 3;
    const LONGEST: usize = 12;
    let mut comma = comma;
    for _ in 0..MOST {
        let near = stop.max(comma.saturating_sub(LONGEST))..comma;
        let Some(before) = near.rev().find(|&i| scene.is(i, ",")) else { return comma };
        let age = comma == before + 3 && scene.is(comma - 1, "ans");
        // `président du parti et bête noire des éleveurs`, `un jeune homme de 23 ans`, `torturée`
        let plain = |i: usize| scene.name_at(i).is_none() && !is_finite(scene, i);
        let role = || {
            role_phrase::read(scene, before + 1, comma)
                .is_some_and(|p| p.end == comma || scene.is(p.end, "et") && (p.end..comma).all(plain))
        };
        let man = || scene.is_one_of(before + 1, "un une") && (before + 1..comma).all(plain);
        let participle = comma == before + 2 && scene.is_past_participle(before + 1);
        if !age && !participle && !role() && !man() {
            return comma;
        }
        comma = before;
    }
    comma
}

/// Whom a participle at the head of the sentence describes: `Fondée en 2011 par Anne Petit, Novaline …`, `…, l'association …`.
pub(super) fn fronted(scene: &Scene<'_, '_>, verb: usize, end: usize) -> Option<Party> {
    /// The longest participle clause, in tokens.
    const LONGEST: usize = 24;
    let comma = (verb + 1..(verb + LONGEST).min(end)).find(|&i| scene.is(i, ","))?;
    if let Some(party) = parties_from(scene, comma + 1, end).into_iter().next() {
        return Some(party);
    }
    let noun = (comma + 1..(comma + 3).min(end)).find(|&i| scene.links.antecedent(i).is_some())?;
    Some(Party::meant(scene, TokenRange::new(noun, noun + 1), scene.links.antecedent(noun)?))
}

/// Who does what an infinitive of the perfect or a gerund at `start` says: `annonce avoir racheté`, `après avoir battu Nantes, Lens …`, `en battant Nantes`.
pub(super) fn controller(scene: &Scene<'_, '_>, start: usize, first: usize, end: usize) -> Vec<Party> {
    // `annonce avoir racheté`, `accusé d'avoir racheté`
    let of = start > first && scene.is_one_of(start - 1, "de d'");
    let verb = start.checked_sub(1 + usize::from(of)).filter(|&i| i >= first);
    let said = |form: Form| form != Form::Infinitive && form != Form::Gerund;
    if let Some(verb) = verb.filter(|&i| speech::readings(scene.word(i)).any(|(_, form)| said(form))) {
        return before_verb(scene, verb, first);
    }
    if let Some(finite) = finite_before(scene, start, first) {
        return before(scene, group_start(scene, finite, first), first);
    }
    // At the head of the sentence: the subject follows.
    fronted(scene, start, end).into_iter().collect()
}

/// The nearest finite verb before token `end`, auxiliaries among them, in its clause.
pub(super) fn finite_before(scene: &Scene<'_, '_>, end: usize, first: usize) -> Option<usize> {
    let stop = first.max(end.saturating_sub(FARTHEST));
    (stop..end)
        .rev()
        .take_while(|&i| !matches!(scene.word(i), ":" | ";" | "«" | "»" | "\"" | "“" | "”"))
        .find(|&i| is_finite(scene, i))
}

fn is_finite(scene: &Scene<'_, '_>, index: usize) -> bool {
    let word = scene.word(index);
    if scene.mentions.at_token(index).is_some() {
        return false;
    }
    let is_auxiliary = is_avoir(word) && !matches!(word, "avoir" | "ayant") || is_etre(word) && word != "étant";
    // `la porte`, `une lance`: a noun.
    let behind_article = || index > 0 && (is_article(scene.word(index - 1)) || is_preposition(scene.word(index - 1)));
    is_auxiliary
        || scene.tokens.is_common_verb(index)
        || scene.relates(index)
            && relations::readings(word).any(|v| matches!(v.form, Form::Singular | Form::Plural))
            && !is_preposition(word)
            && !relations::readings(word).any(|v| v.form == Form::Participle)
            && !behind_article()
}

/// Where the group of the finite verb at `verb` begins, pronouns before it included.
pub(super) fn group_start(scene: &Scene<'_, '_>, verb: usize, first: usize) -> usize {
    let mut start = verb;
    while start > first && is_clitic(scene.word(start - 1)) {
        start -= 1;
    }
    start
}

/// Who stands before the finite verb or participle `verb`, auxiliaries in between.
pub(super) fn before_verb(scene: &Scene<'_, '_>, verb: usize, first: usize) -> Vec<Party> {
    let auxiliary = |word: &str| is_avoir(word) || is_etre(word) || is_adverb(word);
    let form = if verb > first && auxiliary(scene.word(verb - 1)) { Form::Participle } else { Form::Singular };
    Group::read(scene, verb, form, first).filter(|g| !g.bare).map(|g| before(scene, g.start, first)).unwrap_or_default()
}

/// The one whom a possessive at token `at` speaks of: the subject of the verb before it, in its clause; where there is none, the name right before.
pub(super) fn owner(scene: &Scene<'_, '_>, at: usize, first: usize) -> Option<Party> {
    match owners(scene, at, first).as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// Those whom a possessive at token `at` speaks of, of which `leur` has several.
pub(super) fn owners(scene: &Scene<'_, '_>, at: usize, first: usize) -> Vec<Party> {
    /// How far before the possessive that name stands (`Luc Roux, chanteur connu par son groupe`), in tokens.
    const NEAR: usize = 10;
    let Some(finite) = finite_before(scene, at, first) else {
        let Some(named) = (first.max(at.saturating_sub(NEAR))..at).rev().find_map(|i| scene.name_at(i)) else {
            // `Après sa victoire contre Nantes, Lens …`
            let opens = at <= first + 1 && scene.is_one_of(first, "après avec depuis malgré")
                || at == first + 2 && scene.is_one_of(first, "grâce fort forte forts fortes auréolé auréolés");
            let subject = opens.then(|| fronted(scene, at, scene.tokens.sentence_range(at).last_end()));
            return subject.flatten().into_iter().collect();
        };
        let start = scene.person_start(named.1.tokens);
        // `… appeler Luc Roux pour annoncer sa victoire`: the subject is another.
        let infinitive =
            |i: usize| scene.is_small_word(i) && (scene.word(i).ends_with("er") || scene.word(i).ends_with("ir"));
        if (first.max(start.saturating_sub(FARTHEST))..start).any(infinitive) {
            return Vec::new();
        }
        let governed = start > first && is_preposition(scene.word(start - 1));
        let owner = (!governed || named.1.kind == Kind::Person).then(|| Party::of(scene, named.0));
        return owner.into_iter().collect();
    };
    let subjects = before(scene, group_start(scene, finite, first), first);
    if !subjects.is_empty() || !scene.is(finite.wrapping_sub(2), "comme") {
        return subjects;
    }
    // `comme le note la ministre sur son réseau`: the subject follows its verb.
    let noun = finite + 2;
    let meant = scene.links.antecedent(noun).filter(|_| noun < at && is_article(scene.word(noun - 1)));
    meant.map(|entity| Party::meant(scene, TokenRange::new(finite + 1, noun + 1), entity)).into_iter().collect()
}
