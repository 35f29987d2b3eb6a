//! Who speaks: the entity that a noun phrase names or takes up, and the one who spoke last.

use super::Speaker;
use super::cues::{Cue, pronoun};
use super::nouns::{MEDIA, TOPIC, body_taken_up, is_called, is_introduced, just_named, kept, named_lately, taken_up};
use super::phrase;
use super::scene::Scene;
use super::subject::{before, behind, of_sentence};
use super::words;
use crate::lexicon::{SourceKind, is_medium, source};
use crate::links::Gender;
use crate::mentions::Kind;
use crate::text::is_one_of;
use crate::text::{TokenRange, fold};

/// The speaker that the noun phrase `phrase` names: a name in it that no preposition governs, else what its head refers to, else the words.
pub(super) fn of_phrase(scene: &Scene<'_, '_>, phrase: TokenRange) -> Speaker {
    let span = scene.tokens.span(phrase);
    let mut best: Option<(usize, u8)> = None;
    for index in scene.mentions.within(phrase) {
        let mention = &scene.mentions.list()[index];
        let first = mention.tokens.first();
        let rank = match mention.kind {
            // Whoever is named beside a body speaks for it: `le Défenseur des droits Paul Morel`.
            Kind::Person => 7,
            Kind::Organisation => 2,
            Kind::Place => 1,
            _ => continue,
        };
        let head =
            (phrase.first()..first).all(|i| words::is_determiner(scene.word(i)) || phrase::is_title(scene.word(i)));
        if is_governed(scene, phrase, first) || !head && mention.kind == Kind::Place {
            continue;
        }
        // `l'élu PS`: the party is not the one who speaks.
        let person = |i: usize| source(scene.word(i)).is_some_and(|s| s.kind == SourceKind::Person);
        if !head && mention.kind == Kind::Organisation && (phrase.first()..first).any(person) {
            continue;
        }
        // `l'association Utopia`: the name beside a common noun says who it is; a head name comes first.
        let rank = rank + if head { 4 } else { 0 };
        if best.is_none_or(|(_, r)| rank > r) {
            best = Some((index, rank));
        }
    }
    if let Some((index, _)) = best {
        if is_joint(scene, phrase, index) {
            return Speaker { span, entity: None };
        }
        return Speaker {
            span: scene.tokens.span(scene.mentions.list()[index].tokens),
            entity: scene.links.entity_of(index),
        };
    }
    // The head, not its complement: in `une cadre du parti` the party does not speak.
    let mut head = phrase.range().take(6).take_while(|&i| i == phrase.first() || !words::is_preposition(scene.word(i)));
    // Behind a name that nobody has recognised, nobody else is meant.
    let unknown = |i: usize| scene.tokens.is_capitalised(i) && scene.name_at(i).is_none() && scene.word(i).len() > 3;
    let unnamed = !phrase.range().skip(2).any(|i| unknown(i) && unknown(i + 1));
    let entity = head.find_map(|i| scene.links.antecedent(i)).filter(|_| unnamed);
    Speaker { span, entity }
}

/// Whether the person or body at mention `index` speaks together with the next one: `Anne et Paul Morel`, `la mairie de Lyon et la Croix-Rouge`. Two are no
/// entity; their words say who they are.
fn is_joint(scene: &Scene<'_, '_>, phrase: TokenRange, index: usize) -> bool {
    let list = scene.mentions.list();
    let (first, Some(second)) = (&list[index], list.get(index + 1)) else { return false };
    let next = first.tokens.last_end() + 1;
    matches!(first.kind, Kind::Person | Kind::Organisation)
        && second.kind == first.kind
        && second.tokens.last_end() <= phrase.last_end()
        && scene.word(next - 1) == "et"
        && second.tokens.first() == next + usize::from(words::is_article(scene.word(next)))
}

/// Whether the name at `first` belongs to a complement of the phrase's head: `le porte-parole de Paul Morel`, `le conseiller du président Morel`.
fn is_governed(scene: &Scene<'_, '_>, phrase: TokenRange, first: usize) -> bool {
    let mut at = first;
    // `un élu pro-Morel`
    if at > phrase.first() && scene.word(at - 1).ends_with('-') {
        return true;
    }
    let person =
        |i: usize| source(scene.word(i)).is_some_and(|s| s.kind == SourceKind::Person && s.plural != Some(true));
    // Back over the article and over the name's own title.
    for _ in 0..4 {
        if at == phrase.first() {
            return false;
        }
        let word = scene.word(at - 1);
        if words::is_preposition(word) {
            // `le chef de file des Verts Paul Morel`: `des` governs no single person.
            return word != "des"
                || scene.voice_at(first).is_none_or(|m| scene.mentions.list()[m].kind != Kind::Person);
        }
        if !(words::is_determiner(word) || person(at - 1) || phrase::is_title(word)) {
            return false;
        }
        at -= 1;
    }
    false
}

/// Who spoke last, for `a-t-il ajouté` and quotations that name nobody.
#[derive(Clone, Copy, Debug)]
pub(super) struct Last {
    pub(super) speaker: Speaker,
    /// Block and sentence in which they spoke.
    pub(super) block: usize,
    pub(super) sentence: usize,
    /// The gender of the entity, or of the phrase, when known.
    pub(super) gender: Option<Gender>,
    /// Whether it is a plural phrase.
    pub(super) plural: bool,
}

/// How many blocks a voice carries without being named again.
pub(super) const CARRY: usize = 4;

/// The gender that a pronoun asks for, and whether it is plural.
pub(super) fn agreement(word: &str) -> Option<(Gender, bool)> {
    match pronoun(word) {
        "il" | "lui" | "celui-ci" => Some((Gender::Masculine, false)),
        "elle" | "celle-ci" => Some((Gender::Feminine, false)),
        "ils" | "eux" | "ceux-ci" => Some((Gender::Masculine, true)),
        "elles" | "celles-ci" => Some((Gender::Feminine, true)),
        "ce" | "cet" => Some((Gender::Masculine, false)),
        _ => None,
    }
}

/// The gender of a speaker: of the entity, else of the determiner.
pub(super) fn gender(scene: &Scene<'_, '_>, speaker: Speaker) -> Option<Gender> {
    if let Some(entity) = speaker.entity {
        let entity = &scene.links.entities()[entity];
        // `ministère de la Santé`: a body has the gender of its noun.
        let noun = || source(&fold(entity.name.split(' ').next()?))?.feminine.map(gender_of);
        return entity.gender.or_else(|| if entity.kind == Kind::Organisation { noun() } else { None });
    }
    let first = scene.tokens.inside(speaker.span).first();
    match scene.word(first) {
        "le" | "un" | "ce" | "cet" | "il" | "m." => Some(Gender::Masculine),
        "la" | "une" | "cette" | "elle" | "mme" => Some(Gender::Feminine),
        // `l'entreprise`: the noun alone tells.
        "l'" => source(scene.word(first + 1))?.feminine.map(gender_of),
        _ => None,
    }
}

pub(super) fn gender_of(feminine: bool) -> Gender {
    if feminine { Gender::Feminine } else { Gender::Masculine }
}

/// The speaker of `cue`: its inverted pronoun, its subject before or, where `incise` says so, behind it.
pub(super) fn of_cue(
    scene: &Scene<'_, '_>,
    sentence: TokenRange,
    cue: &Cue,
    incise: bool,
    last: Option<Last>,
) -> Option<Speaker> {
    if let Some(inverted) = cue.inverted {
        return of_pronoun(scene, sentence, inverted, cue, last);
    }
    if incise && let Some(phrase) = behind(scene, sentence, cue.tokens.last_end(), cue.plural) {
        let speaker = resolve(scene, phrase, last);
        // Whom the article only names further on is not the one who goes on speaking.
        let to_come = |e: usize| {
            let named = scene.links.entities()[e].mentions.first();
            named.is_some_and(|&m| scene.mentions.list()[m].tokens.first() > phrase.last_end())
        };
        // `…, ajoute le dirigeant`: nobody new.
        let goes_on = is_one_of(cue.verb.lemma, "ajouter poursuivre conclure insister reprendre compléter")
            && !scene.mentions.within(phrase).any(|m| scene.is_voice(m));
        let open = goes_on || speaker.entity.is_none_or(|e| to_come(e) || is_guess(scene, phrase, e, last));
        return Some(if open {
            taken_up(scene, phrase, last).unwrap_or_else(|| renamed(scene, phrase, speaker))
        } else {
            speaker
        });
    }
    // `« … », dit Anne Morel. Le président lui répond : « … »`: someone else.
    let answers = (cue.group..cue.tokens.first()).any(|i| matches!(scene.word(i), "lui" | "leur"))
        && is_one_of(cue.verb.lemma, "répondre rétorquer répliquer objecter demander");
    let last_but = if answers { None } else { last };
    let phrase = before(scene, sentence, cue.group, cue.plural).or_else(|| of_sentence(scene, sentence, cue.group))?;
    if scene.word(phrase.first()) == "on" {
        return among(scene, sentence, phrase.first());
    }
    if is_one_of(scene.word(phrase.first()), "je j' nous vous tu") {
        return None;
    }
    let speaker = resolve(scene, phrase, last);
    let open = speaker.entity.is_none();
    Some(if open {
        taken_up(scene, phrase, last_but).unwrap_or_else(|| renamed(scene, phrase, speaker))
    } else {
        speaker
    })
}

/// Whether `phrase` has been taken for `entity` though the article calls them nothing like it, and someone else has just spoken: `« … », dit Anne Morel, qui
/// loue Paul Durand. « … », ajoute la dirigeante`.
fn is_guess(scene: &Scene<'_, '_>, phrase: TokenRange, entity: usize, last: Option<Last>) -> bool {
    let Some(last) = last.filter(|l| l.speaker.entity != Some(entity) && is_person_entity(scene, l.speaker.entity))
    else {
        return false;
    };
    last.sentence + 1 >= scene.tokens.sentence_of(phrase.first())
        && !scene.mentions.within(phrase).any(|m| scene.is_voice(m))
        && !is_called(scene, entity, scene.word(phrase.first() + 1))
}

/// `speaker`, whom `phrase` names, or where that is nobody known, whoever was named just before.
fn renamed(scene: &Scene<'_, '_>, phrase: TokenRange, speaker: Speaker) -> Speaker {
    let entity = speaker.entity.or_else(|| just_named(scene, phrase));
    Speaker { entity, ..speaker }
}

/// Whom a sentence names first and its pronoun at `pronoun` takes up: `Quant au préfet, il a indiqué que …`.
fn topic(scene: &Scene<'_, '_>, pronoun: usize) -> Option<TokenRange> {
    let (wanted, plural) = agreement(scene.word(pronoun))?;
    let start = scene
        .tokens
        .sentence_range(pronoun)
        .range()
        .take(2)
        .find(|&i| scene.word(i) == "quant" && words::is_preposition(scene.word(i + 1)))?;
    let phrase = TokenRange::new(start + 2, phrase::end(scene, start + 2, pronoun, true).max(start + 2));
    let gender = gender(scene, of_phrase(scene, phrase));
    let several = scene.word(start + 1) == "aux" || is_plural(scene, phrase);
    (!phrase.is_empty() && gender.is_none_or(|g| g == wanted) && (plural || !several)).then_some(phrase)
}

/// Among whom `on` says so: `Du côté des riverains, on se dit inquiet`, `Chez Renault, on assure que …`.
fn among(scene: &Scene<'_, '_>, sentence: TokenRange, on: usize) -> Option<Speaker> {
    let first = sentence.first();
    let start = match (scene.word(first), scene.word(first + 1)) {
        ("du", "côté") => first + 3,
        ("chez" | "à" | "au", _) => first + 1,
        _ => return None,
    };
    let phrase = TokenRange::new(start, phrase::end(scene, start, on, true).max(start));
    let body = |i: usize| source(scene.word(i)).is_some_and(|s| s.kind != SourceKind::Document);
    let named = scene.mentions.within(phrase).any(|m| scene.mentions.list()[m].kind == Kind::Organisation);
    let speaks = named || phrase.range().take(3).any(body);
    (!phrase.is_empty() && speaks).then(|| of_phrase(scene, phrase))
}

/// The person or body that is the subject of the sentence before, in the same block: `Le Courrier a aimé la pièce. « Une belle soirée. »`
pub(super) fn subject_before(scene: &Scene<'_, '_>, sentence: TokenRange, block: usize) -> Option<Speaker> {
    let before = scene.tokens.sentences()[scene.tokens.sentence_of(sentence.first()).checked_sub(1)?];
    let subject = of_sentence(scene, before.tokens, before.tokens.last_end()).filter(|_| before.block == block)?;
    let speaker = of_phrase(scene, subject);
    let kind = |e: usize| scene.links.entities()[e].kind;
    // `la famille Morel` is not the one of it whom the article names so.
    let body = source(scene.word(subject.first() + 1)).is_some_and(|s| s.kind == SourceKind::Body);
    let speaks = |e: usize| kind(e) == Kind::Organisation || kind(e) == Kind::Person && !body;
    speaker.entity.is_some_and(speaks).then_some(speaker)
}

/// The person who is the subject of the sentence behind, in the same block: `« Une honte ! » Anne Morel ne décolère pas.`
pub(super) fn subject_after(scene: &Scene<'_, '_>, sentence: TokenRange, block: usize) -> Option<Speaker> {
    let after = scene.tokens.sentences().get(scene.tokens.sentence_of(sentence.first()) + 1)?;
    let subject = of_sentence(scene, after.tokens, after.tokens.last_end()).filter(|_| after.block == block)?;
    let speaker = of_phrase(scene, subject);
    speaker.entity.is_some_and(|e| scene.links.entities()[e].kind == Kind::Person).then_some(speaker)
}

/// A phrase's speaker; of a pronoun, the one it refers to or the last one.
pub(super) fn resolve(scene: &Scene<'_, '_>, phrase: TokenRange, last: Option<Last>) -> Speaker {
    let topic = if phrase.len() == 1 { topic(scene, phrase.first()) } else { None };
    let phrase = topic.unwrap_or(phrase);
    let first = phrase.first();
    let word = scene.word(first);
    let mut speaker = of_phrase(scene, phrase);
    if is_introduced(scene, phrase) {
        speaker.entity = None;
    }
    // `« … », dit X. Il poursuit : « … »`: right behind a speech the pronoun is its speaker.
    let here = scene.tokens.sentence_of(first);
    let goes_on = |last: &Last| phrase.len() == 1 && agreement(word).is_some() && last.sentence + 1 == here;
    // `Une élue dit que … Selon cette responsable, …`: who spoke since the one of that name was told of.
    let fresher = |e: usize| {
        let spoke = last.filter(|l| l.speaker.entity.is_none() && here <= l.sentence + TOPIC);
        let named = scene.mentions.within(TokenRange::new(0, first)).rev().take(MEDIA);
        let mut named = named.filter(|&m| scene.links.entity_of(m) == Some(e));
        let told = |m: usize| scene.mentions.list()[m].tokens.first();
        words::is_demonstrative(word)
            && spoke.is_some_and(|l| {
                (word != "cette" || l.gender != Some(Gender::Masculine))
                    && named.next().is_none_or(|m| told(m) < scene.tokens.inside(l.speaker.span).first())
            })
    };
    let takes_up = || speaker.entity.is_none_or(fresher) && is_anaphoric(scene, phrase);
    let author = if speaker.entity.is_none() && words::is_article(word) { of_document(scene, phrase) } else { None };
    let medium = phrase.len() > 1 && is_medium(scene.word(first + 1));
    let body = if speaker.entity.is_none() || medium { body_taken_up(scene, phrase, last) } else { None };
    if body.is_some() {
        return Speaker { entity: body, ..speaker };
    }
    if phrase.len() == 1
        && !last.is_some_and(|l| goes_on(&l))
        && let Some(subject) = turned_to(scene, scene.tokens.sentences()[here].tokens, word, last)
    {
        if subject.entity.is_some() {
            return Speaker { entity: subject.entity, ..speaker };
        }
        // `L'un des riverains filme la scène. Il affirme que …`: rather than the newspaper named before.
        if !is_person_entity(scene, speaker.entity) {
            return subject;
        }
    }
    match last {
        Some(last)
            if (goes_on(&last) || takes_up())
                && agrees(last, word)
                && (speaker.entity.is_none() || is_someone(scene, last)) =>
        {
            // A noun without a name speaks as it is written; a pronoun has no words of its own.
            let own = last.speaker.entity.is_some() || source(scene.word(first + 1)).is_some() && phrase.len() > 1;
            Speaker { span: if own { speaker.span } else { last.speaker.span }, entity: last.speaker.entity }
        }
        _ if speaker.entity.is_some() => speaker,
        _ if author.is_some() => Speaker { entity: author, ..speaker },
        _ if kept(scene, phrase).is_some() => Speaker { entity: kept(scene, phrase), ..speaker },
        _ if is_agent(scene, phrase) => {
            let spoke = last.filter(|l| here <= l.sentence + 1 && is_person_entity(scene, l.speaker.entity));
            let entity = spoke.and_then(|l| l.speaker.entity).or_else(|| named_last(scene, phrase));
            Speaker { entity, ..speaker }
        }
        _ if phrase.len() == 1 && agreement(word).is_some_and(|(_, plural)| plural) => {
            let span = plural_before(scene, here).map_or(speaker.span, |p| scene.tokens.span(p));
            Speaker { span, entity: None }
        }
        _ => speaker,
    }
}

/// How far behind the noun for a document its author is looked for, in tokens.
const DOCUMENT: usize = 8;

/// Who speaks in a document: `les chiffres de l'Insee`, `les données publiées mardi par l'Insee`.
fn of_document(scene: &Scene<'_, '_>, phrase: TokenRange) -> Option<usize> {
    let document = |i: usize| {
        source(scene.word(i)).is_some_and(|s| s.kind == SourceKind::Document)
            || is_one_of(
                scene.word(i),
                "chiffres données éléments informations projections calculs mots termes propos dires paroles",
            )
    };
    if !phrase.range().take(3).any(document) {
        return None;
    }
    let end = scene.tokens.sentence_range(phrase.first()).last_end().min(phrase.last_end() + DOCUMENT);
    let behind = (phrase.first() + 1..end)
        .take_while(|&i| i < phrase.last_end() || !scene.is_sign(i) && !scene.is_finite(i) && scene.word(i) != "et")
        .filter(|&i| {
            let before = scene.word(i - 1);
            words::is_of(before) || words::is_article(before) || before == "par" || source(before).is_some()
        });
    behind
        .filter_map(|i| scene.links.antecedent(i).or_else(|| scene.links.entity_of(scene.voice_at(i)?)))
        .find(|&e| matches!(scene.links.entities()[e].kind, Kind::Person | Kind::Organisation))
}

/// Whether a phrase takes up a person by what they do, in words that no list has: `ce vieil amateur de la région`.
fn is_agent(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    let ending = |word: &str| ["teur", "trice", "iste", "ien", "ienne"].iter().any(|e| word.ends_with(e));
    is_one_of(scene.word(phrase.first()), "ce cet cette")
        && phrase.range().skip(1).take(2).any(|i| ending(scene.word(i)))
        && !phrase.range().skip(1).take(2).any(|i| source(scene.word(i)).is_some())
}

/// The person named last in front of `phrase`, in its sentence or the one before.
fn named_last(scene: &Scene<'_, '_>, phrase: TokenRange) -> Option<usize> {
    named_lately(scene, phrase.first())
        .find(|&m| scene.mentions.list()[m].kind == Kind::Person)
        .and_then(|m| scene.links.entity_of(m))
}

/// The plural subject of the sentence before sentence `here`, which `ils` takes up.
fn plural_before(scene: &Scene<'_, '_>, here: usize) -> Option<TokenRange> {
    let sentence = scene.tokens.sentences()[here.checked_sub(1)?].tokens;
    let phrase = of_sentence(scene, sentence, sentence.last_end())?;
    let people = phrase.range().take(6).any(|i| source(scene.word(i)).is_some_and(|s| s.plural == Some(true)));
    let named = || scene.mentions.within(phrase).filter(|&m| scene.mentions.list()[m].kind == Kind::Person).count() > 1;
    ((people || named()) && is_plural(scene, phrase)).then_some(phrase)
}

/// Whether a phrase that names nobody takes up the last speaker: `il`, `ce dernier`, `cette chercheuse`, `la même source`.
fn is_anaphoric(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    let (first, second) = (scene.word(phrase.first()), scene.word(phrase.first() + 1));
    phrase.len() == 1 && agreement(first).is_some()
        || phrase.len() <= 2 && matches!(second, "dernier" | "dernière")
        || matches!(second, "même" | "mêmes") && words::is_article(first)
        || words::is_demonstrative(first)
            && first != "ces"
            && phrase.len() > 1
            && source(second).is_some_and(|s| s.plural != Some(true))
}

/// Whether a pronoun may well mean who spoke last: an entity, or a person or body without a name; `l'assistance` is none.
fn is_someone(scene: &Scene<'_, '_>, last: Last) -> bool {
    let voice = |i: usize| source(scene.word(i)).is_some_and(|s| s.kind != SourceKind::Document);
    let span = scene.tokens.inside(last.speaker.span);
    let mut words = span.range().take(4);
    last.speaker.entity.is_some()
        || words.any(|i| voice(i) || words::is_demonstrative(scene.word(i)))
        // `un cordiste`: whom no list has, but no `l'assistance` and no document.
        || is_one_of(scene.word(span.first()), "un une") && source(scene.word(span.first() + 1)).is_none()
}

fn agrees(last: Last, word: &str) -> bool {
    agreement(word).is_none_or(|(gender, plural)| last.gender.is_none_or(|g| g == gender) && last.plural == plural)
}

/// Who `selon lui`, `selon eux` names: who spoke last where they agree, else of a plural the subject before it.
pub(super) fn of_disjunctive(scene: &Scene<'_, '_>, pronoun: usize, last: Option<Last>) -> Option<Speaker> {
    let plural = matches!(scene.word(pronoun), "eux" | "elles");
    let here = scene.tokens.sentence_of(pronoun);
    let people =
        |p: &TokenRange| p.range().take(4).any(|i| source(scene.word(i)).is_some_and(|s| s.plural == Some(true)));
    let own = of_sentence(scene, scene.tokens.sentences()[here].tokens, pronoun).filter(|p| plural && people(p));
    let words = |p| Speaker { span: scene.tokens.span(p), entity: None };
    let singular = || {
        let entity = scene.links.antecedent(pronoun)?;
        Some(Speaker { span: scene.tokens.list()[pronoun].span, entity: Some(entity) })
    };
    let newly = if plural { None } else { named_since(scene, pronoun, last) };
    match last {
        _ if own.is_some() => own.map(words),
        _ if newly.is_some() => newly,
        Some(last) if last.plural == plural || !plural => Some(last.speaker),
        _ if plural => {
            // One person is not `eux`.
            let several = last
                .map(|l| l.speaker)
                .filter(|s| s.entity.is_none_or(|e| scene.links.entities()[e].kind != Kind::Person));
            let before = (here.saturating_sub(NARRATION)..=here).rev().find_map(|index| plural_before(scene, index));
            before.map(words).or(several).or(Some(words(TokenRange::new(pronoun, pronoun + 1))))
        }
        _ => singular(),
    }
}

/// The one person whom the sentence before `pronoun` names since the last speech, where it does not go on with who spoke: `Un avis que partage Anne Morel.
/// Selon elle, …`.
fn named_since(scene: &Scene<'_, '_>, pronoun: usize, last: Option<Last>) -> Option<Speaker> {
    let last = last?;
    let here = scene.tokens.sentence_of(pronoun);
    let before = scene.tokens.sentences()[here.checked_sub(1)?];
    if here <= last.sentence + 1 || scene.tokens.sentences()[here].block != before.block {
        return None;
    }
    let subject = of_sentence(scene, before.tokens, before.tokens.last_end()).map(|p| resolve(scene, p, Some(last)));
    if subject.is_some_and(|s| s.entity.is_some() && s.entity == last.speaker.entity) {
        return None;
    }
    let wanted = if scene.word(pronoun) == "elle" { Gender::Feminine } else { Gender::Masculine };
    let mut people = scene.mentions.within(before.tokens).filter_map(|m| scene.links.entity_of(m)).filter(|&e| {
        let entity = &scene.links.entities()[e];
        entity.kind == Kind::Person && entity.gender.is_none_or(|g| g == wanted)
    });
    let only = people.next()?;
    people.all(|e| e == only).then(|| Speaker { span: scene.tokens.list()[pronoun].span, entity: Some(only) })
}

fn of_pronoun(
    scene: &Scene<'_, '_>,
    sentence: TokenRange,
    inverted: usize,
    cue: &Cue,
    last: Option<Last>,
) -> Option<Speaker> {
    let word = pronoun(scene.word(inverted));
    if matches!(word, "on" | "nous") {
        // `a-t-on appris auprès de la préfecture`, `de source policière`.
        let mut at = cue.tokens.last_end();
        while at < sentence.last_end() && (scene.time_end(at).is_some() || words::is_adverb(scene.word(at))) {
            at += 1;
        }
        let mut source = false;
        while at < sentence.last_end()
            && (is_one_of(scene.word(at), "auprès de du des d' par chez à au aux")
                || cue.verb.lemma == "lire" && matches!(scene.word(at), "dans" | "sur"))
        {
            source = true;
            at += 1;
        }
        if source {
            let end = phrase::end(scene, at, sentence.last_end(), false);
            if end > at {
                return Some(of_phrase(scene, TokenRange::new(at, end)));
            }
        }
        // `« … », lit-on`, `indique-t-on`: the source goes on; what was learnt has another.
        return last.map(|l| l.speaker).filter(|_| matches!(cue.verb.lemma, "lire" | "écrire") && word == "on");
    }
    let span = scene.tokens.list()[inverted].span;
    let carried = |speaker: Speaker| Speaker {
        span: if speaker.entity.is_some() { span } else { speaker.span },
        entity: speaker.entity,
    };
    // `Il a choisi son camp : « … », a-t-il dit`: the sentence's own subject.
    let pairs = scene.pairs_in(TokenRange::new(sentence.first(), inverted));
    let apart = pairs.last().is_some_and(|p| p.close < inverted && p.open > 0 && scene.is_sign(p.open - 1));
    if let Some(pair) = pairs.first().filter(|p| apart && p.open > sentence.first())
        && let Some(subject) = of_sentence(scene, sentence, pair.open)
    {
        let speaker = of_phrase(scene, subject);
        let person = is_person(scene, subject, speaker) && !is_plural(scene, subject);
        let agrees = agreement(scene.word(inverted))
            .is_some_and(|(wanted, plural)| !plural && gender(scene, speaker).is_none_or(|g| g == wanted));
        if person && agrees {
            return Some(carried(speaker));
        }
    }
    // Whom the text has turned to since the last speech, else who spoke last.
    let antecedent = scene.links.antecedent(inverted);
    let subject = turned_to(scene, sentence, scene.word(inverted), last);
    if let Some(subject) = subject.filter(|s| s.entity.is_some() || antecedent.is_none()) {
        return Some(carried(subject));
    }
    if subject.is_some() {
        return Some(Speaker { span, entity: antecedent });
    }
    match last {
        Some(last)
            if agrees(last, scene.word(inverted))
                && (antecedent.is_none() && !last.plural || is_someone(scene, last)) =>
        {
            Some(carried(last.speaker))
        }
        _ => {
            let here = scene.tokens.sentence_of(sentence.first());
            let plural = agreement(scene.word(inverted)).is_some_and(|(_, plural)| plural);
            let group = if plural { plural_before(scene, here) } else { None };
            // `Utopia ouvre un bureau. Le loyer est bas, a-t-elle indiqué`: where nobody has spoken, the body of which the text speaks.
            let body = || {
                let before = scene.tokens.sentences()[here.checked_sub(1)?].tokens;
                let speaker = of_phrase(scene, of_sentence(scene, before, before.last_end())?);
                speaker.entity.filter(|&e| scene.links.entities()[e].kind == Kind::Organisation)
            };
            // `La banque en ligne va ouvrir un bureau, a-t-elle annoncé`: the body of which its own sentence speaks.
            let own = || {
                let subject = of_sentence(scene, sentence, inverted)?;
                let speaker = resolve(scene, subject, last);
                let body = speaker.entity.is_some() && !is_person_entity(scene, speaker.entity);
                let wanted = agreement(scene.word(inverted))?.0;
                let gender = gender(scene, Speaker { span: scene.tokens.span(subject), entity: None });
                speaker.entity.filter(|_| body && gender == Some(wanted))
            };
            let entity = antecedent
                .or_else(|| if plural { None } else { own() })
                .or_else(|| if plural || last.is_some() { None } else { body() });
            Some(Speaker { span: group.map_or(span, |p| scene.tokens.span(p)), entity })
        }
    }
}

/// How many sentences of narration before a pronoun are looked at for someone new.
const NARRATION: usize = 3;

/// The subject of the nearest sentence since the last speech, in the same block, that `pronoun` agrees with.
fn turned_to(scene: &Scene<'_, '_>, sentence: TokenRange, pronoun: &str, last: Option<Last>) -> Option<Speaker> {
    let (wanted, plural) = agreement(pronoun)?;
    let here = scene.tokens.sentence_of(sentence.first());
    let block = scene.tokens.sentences()[here].block;
    let floor = last.filter(|l| l.block == block).map_or(0, |l| l.sentence + 1);
    for index in (floor..here).rev().take(NARRATION) {
        let before = scene.tokens.sentences()[index];
        if before.block != block {
            break;
        }
        let Some(phrase) = of_sentence(scene, before.tokens, before.tokens.last_end()) else { continue };
        let speaker = of_phrase(scene, phrase);
        let person = is_person(scene, phrase, speaker);
        let fits = gender(scene, speaker).is_none_or(|g| g == wanted) && is_plural(scene, phrase) == plural;
        if person && fits {
            return Some(speaker);
        }
        // `L'entreprise a annulé dix vols. Elle assure que …`
        let own = gender(scene, Speaker { span: scene.tokens.span(phrase), entity: None });
        if !plural
            && own == Some(wanted)
            && let Some(body) = body_taken_up(scene, phrase, last)
        {
            return Some(Speaker { entity: Some(body), ..speaker });
        }
    }
    None
}

fn is_person_entity(scene: &Scene<'_, '_>, entity: Option<usize>) -> bool {
    entity.is_some_and(|e| scene.links.entities()[e].kind == Kind::Person)
}

/// Whether `speaker`, whom `phrase` names, is a person, known or not.
fn is_person(scene: &Scene<'_, '_>, phrase: TokenRange, speaker: Speaker) -> bool {
    match speaker.entity {
        Some(entity) => scene.links.entities()[entity].kind == Kind::Person,
        None => phrase.range().take(4).any(|i| source(scene.word(i)).is_some_and(|s| s.kind == SourceKind::Person)),
    }
}

/// Whether a phrase is a plural, by its determiner or a coordination.
pub(super) fn is_plural(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    is_one_of(
        scene.word(phrase.first()),
        "les des ces ses leurs nos plusieurs certains certaines quelques d' deux trois quatre mm. ils elles",
    ) || phrase.range().any(|i| scene.word(i) == "et")
}
