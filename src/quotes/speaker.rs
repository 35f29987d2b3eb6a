//! Who speaks: the entity that a noun phrase names or takes up, and the one who spoke last.

use super::Speaker;
use super::cues::Cue;
use super::incise;
use super::nouns::{
    MEDIA, TOPIC, body_taken_up, colleagues, is_called, is_called_elsewhere, is_introduced, just_named, kept,
    named_lately, nouns_near, product, reports_else, taken_up,
};
use super::phrase;
use super::pronouns::{
    agreement, agrees, among, learnt_from, of_pronoun, only_other, only_person, people_before, plural_before, topic,
    turned_to,
};
use super::scene::Scene;
use super::subject::{before, behind, holds_person, of_condition, of_sentence};
use super::words;
use crate::lexicon::role_kinds::generalises;
use crate::lexicon::{SourceKind, is_hosted, is_medium, is_office, source};
use crate::links::Gender;
use crate::mentions::Kind;
use crate::text::is_one_of;
use crate::text::{TokenRange, fold};

/// The speaker that the noun phrase `phrase` names: a name in it that no preposition governs, else what its head refers to, else the words.
pub(super) fn of_phrase(scene: &Scene<'_, '_>, phrase: TokenRange) -> Speaker {
    let phrase = uncited(scene, phrase);
    // `celui-ci` is two tokens.
    let whole = phrase.len() == 1 && scene.is_one_of(phrase.last_end(), "-ci -là");
    let span = scene.tokens.span(TokenRange::new(phrase.first(), phrase.last_end() + usize::from(whole)));
    // `la CGT, la FSU et les parents d'élèves`: together they are no entity; their words say who they are.
    let mut open = phrase.range().take_while(|&i| !scene.is(i, "("));
    let comma = open.find(|&i| scene.is(i, ",") && scene.name_at(i).is_none());
    if comma.is_some_and(|comma| (comma..phrase.last_end()).any(|i| scene.is(i, "et"))) {
        return Speaker { span, entity: None };
    }
    if let Some((medium, own)) = colleagues(scene, phrase) {
        let tokens = if own { scene.mentions.list()[medium].tokens } else { phrase };
        return Speaker { span: scene.tokens.span(tokens), entity: scene.links.entity_of(medium) };
    }
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
        // `cette page Facebook`
        if !head && is_hosted(scene.word(first - 1), scene.word(first)) {
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
    let open = holds_unknown(scene, phrase) || is_group(scene, phrase);
    let entity = head.find_map(|i| scene.links.antecedent(i)).filter(|_| !open);
    Speaker { span, entity }
}

/// Whether `phrase` tells of others beside its first noun: `la présidente et les autres élues`, `le maire et ses adjoints`.
pub(super) fn is_group(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    let others = |i: usize| scene.is(i, "et") && scene.is_one_of(i + 1, "le la l' les ses son sa");
    (phrase.first() + 1..phrase.last_end().saturating_sub(2)).any(others)
}

/// Whether `phrase` holds a name that nobody has recognised: nobody else is meant then.
pub(super) fn holds_unknown(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    let unknown = |i: usize| scene.tokens.is_capitalised(i) && scene.name_at(i).is_none() && scene.word(i).len() > 3;
    // `le parti Utopia`, but no `le ministre de l'Intérieur`.
    let last = |i: usize| i + 1 == phrase.last_end() && source(scene.word(i - 1)).is_some();
    phrase.range().skip(2).any(|i| unknown(i) && (unknown(i + 1) || last(i)))
}

/// The longest party in brackets behind a name, the brackets with it, in tokens.
const PARTY: usize = 4;

/// Whether the person or body at mention `index` speaks together with others: `Anne et Paul Morel`, `la mairie de Lyon et la Croix-Rouge`, `Anne Morel (PS) et
/// plusieurs élues`. Several are no entity; their words say who they are.
fn is_joint(scene: &Scene<'_, '_>, phrase: TokenRange, index: usize) -> bool {
    let tokens = |m: usize| scene.mentions.list()[m].tokens;
    let speaks = |&m: &usize| {
        matches!(scene.mentions.list()[m].kind, Kind::Person | Kind::Organisation | Kind::Place)
            && !scene.is(tokens(m).first().wrapping_sub(1), "(")
    };
    // The `et` behind a name, and behind the party in brackets.
    let joint = |m: usize| {
        let end = tokens(m).last_end();
        let close =
            (end..phrase.last_end().min(end + PARTY)).find(|&i| scene.is(i, ")")).filter(|_| scene.is(end, "("));
        Some(close.map_or(end, |i| i + 1)).filter(|&et| scene.is(et, "et") && et + 1 < phrase.last_end())
    };
    // `l'association Utopia et le journaliste Paul Morel`, but no `… et le maire de Lyon`.
    let apart = |i: usize| words::is_preposition(scene.word(i)) || scene.is_sign(i);
    let mut voices = scene.mentions.within(phrase).filter(speaks).peekable();
    while let Some(first) = voices.next() {
        if let (Some(et), Some(&second)) = (joint(first), voices.peek())
            && (first == index || second == index)
            && !(et + 1..tokens(second).first()).any(apart)
        {
            return true;
        }
    }
    joint(index).is_some_and(|et| scene.is_one_of(et + 1, "plusieurs des ses leurs son sa"))
}

/// Whether the name at `first` belongs to a complement of the phrase's head: `le porte-parole de Paul Morel`, `le conseiller du président Morel`.
fn is_governed(scene: &Scene<'_, '_>, phrase: TokenRange, first: usize) -> bool {
    let mut at = first;
    // `une étude parue dans la revue Nature`: the journal only prints it.
    let head = source(scene.word(phrase.first() + 1)).map(|s| s.kind);
    if head == Some(SourceKind::Document) && (phrase.first() + 2..first).any(|i| scene.is(i, "dans")) {
        return true;
    }
    // `un élu pro-Morel`
    if at > phrase.first() && scene.word(at - 1).ends_with('-') {
        return true;
    }
    let person =
        |i: usize| source(scene.word(i)).is_some_and(|s| s.kind == SourceKind::Person && s.plural != Some(true));
    // `un conseiller du président du club Paul Morel`: whoever has no article of their own.
    let governs = |i: usize| person(i) && scene.is_one_of(i - 1, "du d'");
    let one = scene.is_one_of(phrase.first(), "un une") && person(phrase.first() + 1)
        // `l'équipe de campagne du candidat d'opposition Paul Morel`
        || scene.is_one_of(phrase.first() + 1, "équipe entourage cabinet");
    if one && (phrase.first() + 2..first).any(governs) {
        return true;
    }
    // Back over the article and over the name's own title.
    for _ in 0..4 {
        if at == phrase.first() {
            return false;
        }
        let word = scene.word(at - 1);
        // `reprend du président Morel`, whose article the phrase begins with.
        if at - 1 == phrase.first() && word == "du" && at > 1 && scene.is_sign(at - 2) {
            return false;
        }
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
    /// The body that spoke last, they themselves or one before them: `la même source` are no people.
    pub(super) body: Option<usize>,
}

/// How many blocks a voice carries without being named again.
pub(super) const CARRY: usize = 4;

/// The gender of a speaker: of the entity, else of the determiner.
pub(super) fn gender(scene: &Scene<'_, '_>, speaker: Speaker) -> Option<Gender> {
    let first = scene.tokens.inside(speaker.span).first();
    if let Some(entity) = speaker.entity.map(|e| &scene.links.entities()[e]) {
        // `ministère de la Santé`: a body has the gender of its noun.
        let noun = || source(&fold(entity.name.split(' ').next()?))?.feminine.map(gender_of);
        if entity.gender.is_some() || entity.kind != Kind::Person {
            return entity.gender.or_else(|| if entity.kind == Kind::Organisation { noun() } else { None });
        }
    }
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
    // `« … », dit Anne Morel. Le président lui répond : « … »`: someone else.
    let answers = (cue.group..cue.tokens.first()).any(|i| scene.is_one_of(i, "lui leur"))
        && is_one_of(cue.verb.lemma, "répondre rétorquer répliquer objecter demander");
    let last_but = if answers { None } else { last };
    // `« … », a encore assuré le religieux`
    let again = || (cue.tokens.first()..=cue.tokens.last_end()).any(|i| scene.is(i, "encore"));
    let continues = cue.continues() || incise && again();
    if incise && let Some(phrase) = behind(scene, sentence, cue.tokens.last_end(), cue.plural) {
        // `…, a appris l'Agence de source policière`: not who learnt it.
        let name = scene.mentions.within(phrase).find(|&m| scene.is_voice(m));
        if cue.verb.lemma == "apprendre"
            && !holds_person(scene, phrase)
            && let Some(name) = name
            && let Some(source) = learnt_from(scene, sentence, scene.mentions.list()[name].tokens.last_end(), cue, last)
        {
            return Some(source);
        }
        let speaker = resolve_of(scene, phrase, last, continues);
        // Whom the article only names further on is not the one who goes on speaking.
        let to_come = |e: usize| {
            let named = scene.links.entities()[e].mentions.first();
            named.is_some_and(|&m| scene.mentions.list()[m].tokens.first() > phrase.last_end())
        };
        // `…, ajoute le dirigeant`: nobody new.
        let goes_on = continues && !is_named(scene, phrase);
        let open = (goes_on || speaker.entity.is_none_or(|e| to_come(e) || is_guess(scene, phrase, e, last)))
            && !speaker.entity.is_some_and(|e| is_known(scene, phrase, e));
        return Some(if open {
            taken_up(scene, phrase, last_but, goes_on).unwrap_or_else(|| renamed(scene, phrase, speaker))
        } else {
            speaker
        });
    }
    let phrase = before(scene, sentence, cue.group, cue.plural).or_else(|| of_sentence(scene, sentence, cue.group))?;
    if scene.is(phrase.first(), "on") {
        return among(scene, sentence, phrase.first(), cue);
    }
    if phrase.len() == 1 && scene.is_one_of(phrase.first(), "je j' nous vous tu ce c' cela ça ceci")
        || scene.is_one_of(phrase.first(), "mon ma mes")
    {
        return None;
    }
    let speaker = resolve_of(scene, phrase, last, continues);
    // `« … », dit Anne Morel. La dirigeante note que …`: rather than one whom the article calls nothing like it.
    // `le président` alone is rather the country's.
    let president = phrase.len() == 2 && scene.is_one_of(phrase.first() + 1, "président présidente");
    let told_of = president || scene.is_one_of(phrase.first() + 1, ONE_TOLD_OF);
    let definite = scene.is_one_of(phrase.first(), "le la l'") && !told_of && !answers;
    // `Le maire Paul Durand … L'élu …`
    let such = |e: usize| nouns_near(scene, e).any(|noun| generalises(scene.word(phrase.first() + 1), noun));
    let guess = |e: usize| definite && is_guess(scene, phrase, e, last) && !is_known(scene, phrase, e) && !such(e);
    let open = speaker.entity.is_none_or(guess);
    Some(if open {
        taken_up(scene, phrase, last_but, false).unwrap_or_else(|| renamed(scene, phrase, speaker))
    } else {
        speaker
    })
}

/// Whether the head of `phrase` is a name, or it holds a person's: `le ministère de la Santé`, `la maire Anne Morel`. `poursuit le Brennois`, with an article of
/// one person, is no name.
fn is_named(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    let article = scene.is_one_of(phrase.first(), "le la l'");
    scene.mentions.within(phrase).filter(|&m| scene.is_voice(m)).any(|m| {
        let mention = &scene.mentions.list()[m];
        let opens = mention.tokens.first() <= phrase.first() + 1;
        let alone = article && mention.tokens.first() == phrase.first() + 1 && mention.tokens.len() == 1;
        match mention.kind {
            Kind::Person => !alone,
            Kind::Place => opens && !(alone && mention.by != "names.gazetteer"),
            _ => opens,
        }
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

/// Whether the list of offices knows that `entity` holds the one of `phrase`: `« … », dit Anne Morel. « … », martèle encore le porte-parole du gouvernement`.
fn is_known(scene: &Scene<'_, '_>, phrase: TokenRange, entity: usize) -> bool {
    scene.links.holds(scene.tokens, phrase.first() + 1, phrase.last_end(), entity)
}

/// Nouns for whoever it is about, not for who tells of it.
const ONE_TOLD_OF: &str = "accusé accusée prévenu prévenue intéressé intéressée suspect victime";

/// `speaker`, whom `phrase` names, or where that is nobody known, whoever was named just before.
fn renamed(scene: &Scene<'_, '_>, phrase: TokenRange, speaker: Speaker) -> Speaker {
    let entity = speaker.entity.or_else(|| just_named(scene, phrase));
    Speaker { entity, ..speaker }
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
    // `Le procureur voit les choses autrement. « … »`
    let somebody = scene.is_one_of(subject.first(), "le la l'") && is_office(scene.word(subject.first() + 1));
    speaker.entity.map_or(somebody, speaks).then_some(speaker)
}

/// Who is the subject of the finite verb at `verb`, where that is a noun that can speak.
pub(super) fn of_verb(scene: &Scene<'_, '_>, sentence: TokenRange, verb: usize, last: Option<Last>) -> Option<Speaker> {
    let clitics = (sentence.first()..verb).rev().take_while(|&i| words::is_clitic(scene.word(i)));
    let group = clitics.last().unwrap_or(verb);
    of_subject(scene, before(scene, sentence, group, scene.word(verb).ends_with("nt"))?, last)
}

/// Whom the subject `phrase` means, where it is a noun that can speak.
pub(super) fn of_subject(scene: &Scene<'_, '_>, phrase: TokenRange, last: Option<Last>) -> Option<Speaker> {
    (phrase.len() > 1 && incise::speaks(scene, phrase)).then(|| resolve(scene, phrase, last))
}

/// How far behind a name the medium may stand to which someone spoke, and how long a line is that holds a name alone, in tokens.
const SIGNATURE: usize = 12;

/// The person whose name is set under words that stand alone: `« … » Anne Morel, pharmacienne, à Radio Bleue`. `at` is the token behind their mark.
pub(super) fn signed_behind(scene: &Scene<'_, '_>, at: usize) -> Option<Speaker> {
    // `- Anne Morel, pharmacienne`
    let dash = usize::from(scene.is_one_of(at, "- – —"));
    let name = scene.mentions.list()[scene.voice_at(at + dash)?].tokens;
    let line = scene.tokens.blocks()[scene.tokens.block_of(at)].tokens;
    let end = line.last_end().min(name.last_end() + SIGNATURE);
    let verb = (name.last_end()..end).find(|&i| scene.is_finite(i) || scene.is_one_of(i, "( : ;"));
    let media = (name.last_end()..verb.unwrap_or(end)).filter(|&i| scene.is_one_of(i, "à dans sur"));
    let medium = |m: usize| matches!(scene.mentions.list()[m].kind, Kind::Organisation | Kind::Work);
    // The last line of all is the author's.
    let alone = line.first() == at && line.last_end() == end && verb.is_none() && end + 1 < scene.tokens.len();
    // `« … » Anne Morel Le pont a été …`, where the lines of a page have run together.
    let next = name.last_end();
    let glued = scene.tokens.is_capitalised(next) && scene.name_at(next).is_none()
        || scene.is(next, "à") && scene.is(next + 1, "propos");
    let signs = alone || glued || media.filter_map(|i| scene.name_at(i + 1)).any(medium);
    let speaker = of_phrase(scene, name);
    (signs && name.first() == at + dash && is_person_entity(scene, speaker.entity)).then_some(speaker)
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
    resolve_of(scene, phrase, last, false)
}

/// The speaker of a line whose `phrase` names them or calls them what the article does; of anybody else its words.
pub(super) fn of_noun(scene: &Scene<'_, '_>, phrase: TokenRange) -> Speaker {
    let speaker = of_phrase(scene, phrase);
    let named = scene.mentions.within(phrase).any(|m| scene.links.entity_of(m) == speaker.entity);
    let entity = speaker.entity.filter(|&e| named || is_called_elsewhere(scene, e, phrase));
    Speaker { entity, ..speaker }
}

/// `phrase` without the medium that passes on what it says: `un rapport |cité par Le Courrier`.
fn uncited(scene: &Scene<'_, '_>, phrase: TokenRange) -> TokenRange {
    let cites = |&i: &usize| {
        scene.is_one_of(i, "par dans")
            && is_one_of(scene.word(i - 1).trim_end_matches(['e', 's']), "cité consulté relayé")
    };
    // The phrase may end with the participle.
    let end = (phrase.first() + 2..phrase.last_end() + 1).find(cites).map_or(phrase.last_end(), |par| par - 1);
    TokenRange::new(phrase.first(), end)
}

/// As [`resolve`]; with `continues` the verb goes on with a speech: `il a ajouté`.
fn resolve_of(scene: &Scene<'_, '_>, phrase: TokenRange, last: Option<Last>, continues: bool) -> Speaker {
    let topic = if phrase.len() == 1 { topic(scene, phrase.first()) } else { None };
    let phrase = uncited(scene, topic.unwrap_or(phrase));
    let first = phrase.first();
    // `celui-ci` is two tokens.
    let word = match (scene.word(first), scene.word(first + 1)) {
        ("celui", "-ci") => "il",
        ("celle", "-ci") => "elle",
        ("ceux", "-ci") => "ils",
        ("celles", "-ci") => "elles",
        (word, _) => word,
    };
    let mut speaker = of_phrase(scene, phrase);
    if is_introduced(scene, phrase) || speaker.entity.is_some_and(|e| reports_else(scene, phrase, e)) {
        speaker.entity = None;
    }
    // `… selon la mairie. … », disent des élus. … », ajoute la même source.`
    if speaker.entity.is_none()
        && phrase.range().take(3).any(|i| scene.is(i, "source"))
        && is_anaphoric(scene, phrase)
        && let Some(l) = last.filter(|l| l.body.is_some())
        && (l.plural || word == "la" && scene.is(first + 1, "source") && is_person_entity(scene, l.speaker.entity))
    {
        return Speaker { entity: l.body, ..speaker };
    }
    // `« … », dit X. Il poursuit : « … »`: right behind a speech the pronoun is its speaker.
    let here = scene.tokens.sentence_of(first);
    let goes_on =
        |last: &Last| phrase.len() == 1 && agreement(word).is_some() && (continues || last.sentence + 1 == here);
    // `Une élue dit que … Selon cette responsable, …`: who spoke since the one of that name was told of.
    let fresher = |e: usize| {
        let spoke = last.filter(|l| l.speaker.entity.is_none() && here <= l.sentence + TOPIC);
        let named = scene.mentions.within(TokenRange::new(0, first)).rev().take(MEDIA);
        let mut named = named.filter(|&m| scene.links.entity_of(m) == Some(e));
        let told = |m: usize| scene.mentions.list()[m].tokens.first();
        // `Anne Morel juge que Paul Durand ment. Cette élue ajoute que …`: nor one who was only spoken of.
        let other = last
            .filter(|l| here <= l.sentence + TOPIC && is_guess(scene, phrase, e, last))
            .filter(|_| !nouns_near(scene, e).any(|noun| generalises(scene.word(first + 1), noun)));
        let latest = scene.is_one_of(first + 1, "dernier dernière");
        if let Some(other) = other.filter(|_| words::is_demonstrative(word) && !latest) {
            // Unless a sentence since then tells of them.
            return (other.sentence + 1..here).all(|index| {
                let sentence = scene.tokens.sentences()[index].tokens;
                let subject = of_sentence(scene, sentence, sentence.last_end());
                subject.is_none_or(|p| of_phrase(scene, p).entity != Some(e))
            });
        }
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
    let body = body.or_else(|| if speaker.entity.is_none() { product(scene, phrase, last) } else { None });
    if body.is_some() {
        return Speaker { entity: body, ..speaker };
    }
    // `L'association a écrit au maire une lettre dans laquelle elle rappelle que …`
    if let Some((wanted, plural)) = agreement(word).filter(|_| phrase.len() == 1)
        && last.is_none_or(|l| l.sentence != here)
        && let sentence = scene.tokens.sentences()[here].tokens
        && let Some(own) = of_sentence(scene, sentence, first).or_else(|| of_condition(scene, sentence, first))
        && is_plural(scene, own) == plural
        && let named = of_phrase(scene, own)
        && let words = (Speaker { span: scene.tokens.span(own), entity: None })
        && gender(scene, named).or(gender(scene, words)) == Some(wanted)
    {
        let entity = named.entity.or_else(|| body_taken_up(scene, own, last));
        if entity.is_some() {
            return Speaker { entity, ..speaker };
        }
    }
    if phrase.len() == 1
        && !last.is_some_and(|l| goes_on(&l) && l.sentence + 1 == here)
        && let Some(subject) = turned_to(scene, scene.tokens.sentences()[here].tokens, word, last, continues)
    {
        if subject.entity.is_some() {
            return Speaker { entity: subject.entity, ..speaker };
        }
        // `L'un des riverains filme la scène. Il affirme que …`: rather than the newspaper named before.
        if !is_person_entity(scene, speaker.entity) {
            return subject;
        }
    }
    let kept = if speaker.entity.is_none() { kept(scene, phrase, last) } else { None };
    match last {
        Some(last)
            if (goes_on(&last) || takes_up())
                && agrees(last, word)
                && (speaker.entity.is_none() || is_someone(scene, last))
                // `la source` is no person who has a name.
                && !(word == "la" && scene.is(first + 1, "source") && is_person_entity(scene, last.speaker.entity)) =>
        {
            // A noun without a name speaks as it is written; a pronoun has no words of its own.
            let noun = |i: usize| source(scene.word(i)).is_some();
            let own = last.speaker.entity.is_some() || phrase.len() > 1 && (noun(first + 1) || noun(first + 2));
            Speaker { span: if own { speaker.span } else { last.speaker.span }, entity: last.speaker.entity }
        }
        _ if speaker.entity.is_some() => speaker,
        _ if author.is_some() => Speaker { entity: author, ..speaker },
        _ if kept.is_some() => Speaker { entity: kept, ..speaker },
        _ if is_agent(scene, phrase) => {
            let spoke = last.filter(|l| here <= l.sentence + 1 && is_person_entity(scene, l.speaker.entity));
            let entity = spoke.and_then(|l| l.speaker.entity).or_else(|| named_last(scene, phrase));
            Speaker { entity, ..speaker }
        }
        _ if word == "ces" && scene.is_one_of(first + 1, "derniers dernières")
            || scene.is(first, "ceux") && word == "ils" =>
        {
            let span = people_before(scene, first).map_or(speaker.span, |p| scene.tokens.span(p));
            Speaker { span, entity: None }
        }
        // `Le maire accuse le parti d'Anne Morel. Celle-ci affirme que …`
        _ if scene.is_one_of(first, "celui celle") && here > 0 => {
            let start = scene.tokens.sentences()[here - 1].tokens.first();
            Speaker { entity: only_person(scene, TokenRange::new(start, first), word), ..speaker }
        }
        // `Tous deux affirment …`
        _ if phrase.len() == 1 && agreement(word).is_some_and(|(_, plural)| plural)
            || matches!(word, "tous" | "toutes") && scene.is(phrase.last_end() - 1, "deux") =>
        {
            let span = plural_before(scene, here).map_or(speaker.span, |p| scene.tokens.span(p));
            Speaker { span, entity: None }
        }
        _ => speaker,
    }
}

/// How far behind the noun for a document its author is looked for, in tokens.
const DOCUMENT: usize = 8;

/// Nouns for the very words of someone: `selon les mots de Paul Morel`.
pub(super) const WORDING: &str = "mot mots expression formule termes dires";

/// Whether token `at` is a noun for words or for what holds some.
pub(super) fn is_document(scene: &Scene<'_, '_>, at: usize) -> bool {
    source(scene.word(at)).is_some_and(|s| s.kind == SourceKind::Document)
        || scene.is_one_of(at, WORDING)
        || scene.is_one_of(at, "annonces chiffres données statistiques éléments information informations infos estimations projections calculs décompte décomptes constatations observations essais propos dires paroles")
}

/// Who speaks in a document: `les chiffres de l'Insee`, `les données publiées mardi par l'Insee`.
fn of_document(scene: &Scene<'_, '_>, phrase: TokenRange) -> Option<usize> {
    if !phrase.range().take(3).any(|i| is_document(scene, i)) {
        return None;
    }
    let end = scene.tokens.sentence_range(phrase.first()).last_end().min(phrase.last_end() + DOCUMENT);
    let mut behind = (phrase.first() + 1..end)
        .take_while(|&i| i < phrase.last_end() || !scene.is_sign(i) && !scene.is_finite(i) && !scene.is(i, "et"));
    behind.find_map(|i| {
        let before = scene.word(i - 1);
        // `un document que l'Agence a vu`: who read it did not write it.
        let seen = before == "par"
            && ["consult", "obten", "vu", "reç", "révél"].iter().any(|w| scene.word(i - 2).starts_with(w));
        let entity = if seen {
            None
        } else if words::is_of(before) || before == "par" {
            // `une information relayée par la chaîne locale Radio Bleue`
            of_phrase(scene, phrase::read(scene, i, end, false)?).entity
        } else if source(before).is_some() && scene.name_at(i - 1).is_none() && !scene.is(i.wrapping_sub(3), "dans") {
            scene.links.antecedent(i).or_else(|| scene.links.entity_of(scene.voice_at(i)?))
        } else {
            None
        };
        // `une étude dirigée par Anne Morel`: she did not write it alone.
        let led = before == "par"
            && ["dirigé", "mené", "conduit", "réalisé", "coordonné"].iter().any(|w| scene.word(i - 2).starts_with(w));
        entity.filter(|&e| match scene.links.entities()[e].kind {
            Kind::Person => !led,
            kind => kind == Kind::Organisation,
        })
    })
}

/// Whether a phrase takes up a person by what they do, in words that no list has: `ce vieil amateur de la région`.
fn is_agent(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    let ending = |word: &str| ["teur", "trice", "iste", "ien", "ienne"].iter().any(|e| word.ends_with(e));
    scene.is_one_of(phrase.first(), "ce cet cette")
        && phrase.range().skip(1).take(2).any(|i| ending(scene.word(i)))
        && !phrase.range().skip(1).take(2).any(|i| source(scene.word(i)).is_some())
}

/// The person named last in front of `phrase`, in its sentence or the one before.
fn named_last(scene: &Scene<'_, '_>, phrase: TokenRange) -> Option<usize> {
    named_lately(scene, phrase.first())
        .find(|&m| scene.mentions.list()[m].kind == Kind::Person)
        .and_then(|m| scene.links.entity_of(m))
}

/// Whether a phrase that names nobody takes up the last speaker: `il`, `ce dernier`, `cette chercheuse`, `la même source`.
fn is_anaphoric(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    let (first, second) = (scene.word(phrase.first()), scene.word(phrase.first() + 1));
    phrase.len() == 1 && agreement(first).is_some()
        || phrase.len() <= 2 && matches!(second, "dernier" | "dernière")
        || first == "notre" && is_one_of(second, "interlocuteur interlocutrice expert experte témoin guide spécialiste")
        || matches!(second, "même" | "mêmes") && words::is_article(first)
        || first == "même"
        || phrase.len() == 2
            && (first == "la" && second == "source"
                || is_one_of(first, "ces ses son sa") && is_document(scene, phrase.first() + 1))
        || words::is_demonstrative(first)
            && first != "ces"
            && phrase.len() > 1
            && source(second).is_some_and(|s| s.plural != Some(true))
}

/// Whether a pronoun may well mean who spoke last: an entity, or a person or body without a name; `l'assistance` is none.
pub(super) fn is_someone(scene: &Scene<'_, '_>, last: Last) -> bool {
    let voice = |i: usize| source(scene.word(i)).is_some_and(|s| s.kind != SourceKind::Document);
    let span = scene.tokens.inside(last.speaker.span);
    let mut words = span.range().take(4);
    last.speaker.entity.is_some()
        // `Anne Morel et Paul Durand`
        || scene.mentions.within(span).any(|m| scene.mentions.list()[m].kind == Kind::Person)
        || words.any(|i| voice(i) || words::is_demonstrative(scene.word(i)))
        // `un cordiste`: whom no list has, but no `l'assistance` and no document.
        || scene.is_one_of(span.first(), "un une") && source(scene.word(span.first() + 1)).is_none()
}

/// `speaker`, unless the words in `range` call them by their name and nothing but a pronoun, or nobody, says that they speak: people say `je`. Then the one
/// other person whom the text has just named, if there is one: `Un mot qui fâche Paul Morel. « Anne Durand exagère », dit-il.`
pub(super) fn unless_spoken_of(scene: &Scene<'_, '_>, speaker: Speaker, range: TokenRange) -> Option<Speaker> {
    let Some(entity) = speaker.entity.filter(|&e| is_person_entity(scene, Some(e))) else { return Some(speaker) };
    let is = |m: usize| scene.links.entity_of(m) == Some(entity);
    let phrase = scene.tokens.inside(speaker.span);
    let here = scene.tokens.sentence_of(range.first());
    // Who is named beside the words may well speak of themselves, and so may `le président`.
    let beside = scene.tokens.sentence_of(phrase.first()) == here;
    let named = beside && scene.mentions.within(phrase).any(is);
    // `un vote anti-Morel`: an adjective.
    let called = |m: usize| {
        let first = scene.mentions.list()[m].tokens.first();
        is(m) && (first == 0 || !scene.word(first - 1).ends_with('-'))
    };
    let this = words::is_demonstrative(scene.word(phrase.first()));
    let head = |i: usize| !this && scene.is_one_of(i, "président présidente chef cheffe ministre");
    if !scene.mentions.within(range).any(called) || named || phrase.range().take(3).any(head) {
        return Some(speaker);
    }
    // `l'humoriste` is whom the article calls so; `la voisine` who speaks of somebody is another one.
    if phrase.len() > 1 && beside {
        let known = !this && is_called_elsewhere(scene, entity, phrase);
        return Some(Speaker { entity: speaker.entity.filter(|_| known), ..speaker });
    }
    let wanted = agreement(scene.word(phrase.first())).map(|(gender, _)| gender);
    let start = scene.tokens.sentences()[here.saturating_sub(1)].tokens.first();
    let before = TokenRange::new(start.min(range.first()), range.first());
    only_other(scene, before, wanted, Some(entity)).map(|other| Speaker { entity: Some(other), ..speaker })
}

pub(super) fn is_person_entity(scene: &Scene<'_, '_>, entity: Option<usize>) -> bool {
    entity.is_some_and(|e| scene.links.entities()[e].kind == Kind::Person)
}

/// Whether `speaker`, whom `phrase` names, is a person, known or not.
pub(super) fn is_person(scene: &Scene<'_, '_>, phrase: TokenRange, speaker: Speaker) -> bool {
    match speaker.entity {
        Some(entity) => scene.links.entities()[entity].kind == Kind::Person,
        None => {
            // `l'une des neuf élues`
            let one = scene.is(phrase.first(), "l'") && scene.is_one_of(phrase.first() + 1, "un une");
            let mut head = phrase.range().skip(usize::from(one)).take(4);
            head.any(|i| source(scene.word(i)).is_some_and(|s| s.kind == SourceKind::Person))
        }
    }
}

/// Whether a phrase is a plural, by its determiner or a coordination.
pub(super) fn is_plural(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    scene.is_one_of(phrase.first(), "les des ces ses leurs nos plusieurs certains certaines quelques d' deux trois quatre mm. ils elles -ils -elles") || phrase.range().any(|i| scene.is(i, "et"))
}
