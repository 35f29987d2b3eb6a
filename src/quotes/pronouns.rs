//! Whom a pronoun means that speaks: `il`, `a-t-elle ajouté`, `selon eux`, `on`.

use super::Speaker;
use super::apposition::with_apposition;
use super::cues::{Cue, pronoun};
use super::nouns::{body_taken_up, is_press};
use super::phrase;
use super::scene::Scene;
use super::speaker::{Last, gender, is_person, is_person_entity, is_plural, is_someone, of_phrase, resolve};
use super::subject::{holds_person, of_sentence};
use super::words;
use crate::lexicon::{SourceKind, source};
use crate::links::Gender;
use crate::mentions::Kind;
use crate::text::{Span, TokenRange, ends_like, is_one_of};

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

/// Those whom `speaker` names, nobody where a pronoun that nobody could resolve speaks of one person: `-t-il`, `-vous`. Several are told as written, without the
/// hyphen: `ils`.
pub(super) fn as_told(scene: &Scene<'_, '_>, speaker: Speaker) -> Option<Speaker> {
    let phrase = scene.tokens.inside(speaker.span);
    let (token, word) = (scene.word(phrase.first()), pronoun(scene.word(phrase.first())));
    let one = match agreement(word) {
        _ if speaker.entity.is_some() => false,
        Some((_, plural)) => phrase.len() == 1 && !plural,
        None => {
            // `celle de la mairie` tells who it is.
            is_one_of(word, "celui celle") && !words::is_of(scene.word(phrase.first() + 1))
                || phrase.len() == 1 && word == "vous"
        }
    };
    let start = speaker.span.start + (token.len() - word.len()) as u32;
    (!one).then_some(Speaker { span: Span { start, ..speaker.span }, ..speaker })
}

/// Whom a sentence names first and its pronoun at `pronoun` takes up: `Quant au préfet, il a indiqué que …`.
pub(super) fn topic(scene: &Scene<'_, '_>, pronoun: usize) -> Option<TokenRange> {
    let (wanted, plural) = agreement(scene.word(pronoun))?;
    let start = scene
        .tokens
        .sentence_range(pronoun)
        .range()
        .take(2)
        .find(|&i| scene.is(i, "quant") && words::is_preposition(scene.word(i + 1)))?;
    let phrase = TokenRange::new(start + 2, phrase::end(scene, start + 2, pronoun, true).max(start + 2));
    let gender = gender(scene, of_phrase(scene, phrase));
    let several = scene.is(start + 1, "aux") || is_plural(scene, phrase);
    // `Quant au préfet, Paul Morel, il …`
    let phrase = if several || phrase.is_empty() { phrase } else { with_apposition(scene, phrase, pronoun) };
    (!phrase.is_empty() && gender.is_none_or(|g| g == wanted) && (plural || !several)).then_some(phrase)
}

/// Among whom `on` says so: `Du côté des riverains, on se dit inquiet`, `Chez Renault, on assure que …`.
/// `Sur les pancartes, on peut lire : « … »` as well, and behind the verb: `On apprend de la mairie que …`.
pub(super) fn among(scene: &Scene<'_, '_>, sentence: TokenRange, on: usize, cue: &Cue) -> Option<Speaker> {
    // Where the noun begins, and whether it is the side that speaks.
    let place = |at: usize| match (scene.word(at), scene.word(at + 1)) {
        // `Du côté de chez Utopia`
        ("du", "côté") | ("au", "sein") => Some((at + 3 + usize::from(scene.is(at + 3, "chez")), true)),
        ("dans", "l'") if scene.is(at + 2, "entourage") => Some((at + 1, false)),
        ("chez" | "à" | "au", _) => Some((at + 1, false)),
        ("dans" | "sur", _) if cue.verb.lemma == "lire" => Some((at + 1, false)),
        _ => None,
    };
    let first = scene.trim_coordinator(sentence).first();
    // `On nous indique du côté de la mairie que …`
    let behind = || place(cue.tokens.last_end()).map(|found| (found, sentence.last_end()));
    let ((start, side), limit) = match place(first).map(|found| (found, on)) {
        Some(found) => found,
        None if is_one_of(cue.verb.lemma, "apprendre lire") => {
            return learnt_from(scene, sentence, cue.tokens.last_end(), cue, None);
        }
        None => behind()?,
    };
    let phrase = TokenRange::new(start, phrase::end(scene, start, limit, true).max(start));
    let body = |i: usize| source(scene.word(i)).is_some_and(|s| s.kind != SourceKind::Document);
    let named = scene.mentions.within(phrase).any(|m| match scene.mentions.list()[m].kind {
        Kind::Organisation => true,
        kind => matches!(kind, Kind::Person | Kind::Place) && side,
    });
    let speaks = named || cue.verb.lemma == "lire" || phrase.range().take(3).any(body);
    (!phrase.is_empty() && speaks).then(|| of_phrase(scene, phrase))
}

/// The plural subject of the sentence before sentence `here`, or before those whose subject it is as well: `ils` takes it up.
pub(super) fn plural_before(scene: &Scene<'_, '_>, here: usize) -> Option<TokenRange> {
    let mut before = (here.saturating_sub(NARRATION)..here).rev().map(|index| {
        let sentence = scene.tokens.sentences()[index].tokens;
        of_sentence(scene, sentence, sentence.last_end())
    });
    let phrase = before.find(|p| !p.is_some_and(|p| p.len() == 1 && is_they(scene.word(p.first()))))??;
    let named = || scene.mentions.within(phrase).filter(|&m| scene.mentions.list()[m].kind == Kind::Person).count() > 1;
    let several = (phrase.range().take(6).any(|i| are_people(scene.word(i))) || named()) && is_plural(scene, phrase);
    several.then_some(phrase)
}

fn is_they(word: &str) -> bool {
    matches!(word, "ils" | "elles")
}

/// Whether `word` is a plural noun for people, by the list or by an ending that those for what people do have: `des apiculteurs`.
fn are_people(word: &str) -> bool {
    source(word).map_or(ends_like(word, &["teurs", "trices", "istes", "iens", "iennes"]), |s| s.plural == Some(true))
        || matches!(word, "ceux" | "celles")
}

/// The people named last in front of token `at`, in its sentence or the one before: `Le préfet a reçu des élus. Ces derniers affirment que …`
pub(super) fn people_before(scene: &Scene<'_, '_>, at: usize) -> Option<TokenRange> {
    let floor = scene.tokens.sentences()[scene.tokens.sentence_of(at).saturating_sub(1)].tokens.first();
    let women = scene.is(at + 1, "dernières");
    let agrees = |i: usize| !women || source(scene.word(i)).is_some_and(|s| s.feminine != Some(false));
    let noun = (floor + 1..at).rev().take(PEOPLE).find(|&i| are_people(scene.word(i)) && agrees(i))?;
    let start =
        (floor..noun).rev().take(DETERMINER).find(|&i| scene.is_one_of(i, "les des ces ses leurs plusieurs"))?;
    let end = phrase::end(scene, start + 1, at, true);
    (end > noun).then(|| TokenRange::new(start, end))
}

/// How far before `ces derniers` the noun for them is looked for, in tokens.
const PEOPLE: usize = 60;

/// How far before its noun a determiner may stand, in tokens: `des députés et sénateurs`.
const DETERMINER: usize = 4;

pub(super) fn agrees(last: Last, word: &str) -> bool {
    agreement(word).is_none_or(|(gender, plural)| last.gender.is_none_or(|g| g == gender) && last.plural == plural)
}

/// Who `selon lui`, `selon eux` names: who spoke last where they agree, else of a plural the subject before it.
pub(super) fn of_disjunctive(scene: &Scene<'_, '_>, pronoun: usize, last: Option<Last>) -> Option<Speaker> {
    let plural = scene.is_one_of(pronoun, "eux elles");
    let here = scene.tokens.sentence_of(pronoun);
    let people =
        |p: &TokenRange| p.range().take(4).any(|i| source(scene.word(i)).is_some_and(|s| s.plural == Some(true)));
    let own = of_sentence(scene, scene.tokens.sentences()[here].tokens, pronoun).filter(|p| plural && people(p));
    let words = |p| Speaker { span: scene.tokens.span(p), entity: None };
    let singular = || {
        let entity = scene.links.antecedent(pronoun).or_else(|| only_before(scene, pronoun))?;
        Some(Speaker { span: scene.tokens.list()[pronoun].span, entity: Some(entity) })
    };
    let newly = if plural { None } else { named_since(scene, pronoun, last, false) };
    // `Anne Morel conteste la décision, selon elle, du maire`: its own subject, where nobody has spoken in the sentence.
    let subject = || {
        let subject = of_sentence(scene, scene.tokens.sentences()[here].tokens, pronoun)?;
        let speaker = of_phrase(scene, subject);
        let named = holds_person(scene, subject)
            && gender(scene, speaker).is_none_or(|g| agreement(scene.word(pronoun)).is_some_and(|(w, _)| g == w));
        (named && speaker.entity.is_some()).then_some(speaker)
    };
    let wanted = agreement(scene.word(pronoun)).map(|(gender, _)| gender);
    let fits = |l: Last| wanted.is_none() || l.gender.is_none() || l.gender == wanted;
    let fresh = last.is_none_or(|l| l.sentence < here);
    let subject = if fresh && !plural { subject() } else { None };
    match last {
        _ if own.is_some() => own.map(words),
        _ if subject.is_some() => subject,
        _ if newly.is_some() => newly,
        // `« … », dit Anne Morel. Le pont est, selon lui, usé.`: somebody else.
        Some(last) if !plural && !fits(last) => singular(),
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
/// With `leads` the sentence before may end the paragraph before.
fn named_since(scene: &Scene<'_, '_>, pronoun: usize, last: Option<Last>, leads: bool) -> Option<Speaker> {
    let last = last?;
    let here = scene.tokens.sentence_of(pronoun);
    let before = scene.tokens.sentences()[here.checked_sub(1)?];
    if here <= last.sentence + 1 || scene.tokens.sentences()[here].block > before.block + usize::from(leads) {
        return None;
    }
    let subject = of_sentence(scene, before.tokens, before.tokens.last_end()).map(|p| resolve(scene, p, Some(last)));
    if subject.is_some_and(|s| s.entity.is_some() && s.entity == last.speaker.entity) {
        return None;
    }
    Some(Speaker { span: scene.tokens.list()[pronoun].span, entity: Some(only_before(scene, pronoun)?) })
}

/// The one person of whom the sentence before `pronoun` tells, by name or by a pronoun of its own: `Il est au syndicat. Pour lui, …`.
fn only_before(scene: &Scene<'_, '_>, pronoun: usize) -> Option<usize> {
    let before = scene.tokens.sentences()[scene.tokens.sentence_of(pronoun).checked_sub(1)?].tokens;
    only_person(scene, before, scene.word(pronoun)).or_else(|| {
        let subject = scene.trim_coordinator(before).first();
        let same = matches!((scene.word(subject), scene.word(pronoun)), ("il", "lui") | ("elle", "elle"));
        scene.links.antecedent(subject).filter(|_| same)
    })
}

/// Whether the sentence before `pronoun` names `speaker` as a complement alone: `l'hommage de la ville à la mémoire d'Anne Morel`.
fn is_in_passing(scene: &Scene<'_, '_>, pronoun: usize, speaker: &Speaker) -> bool {
    let before = scene.tokens.sentences()[scene.tokens.sentence_of(pronoun).saturating_sub(1)].tokens;
    scene.mentions.within(before).any(|m| {
        let first = scene.mentions.list()[m].tokens.first();
        let first = first - usize::from(first > before.first() && phrase::is_title(scene.word(first - 1)));
        scene.links.entity_of(m) == speaker.entity && first > before.first() && words::is_of(scene.word(first - 1))
    })
}

/// How many mentions are looked at for the one person among them: no sentence that people write has more.
const NAMED: usize = 64;

/// The one person named in `range` whom `pronoun` may mean.
pub(super) fn only_person(scene: &Scene<'_, '_>, range: TokenRange, pronoun: &str) -> Option<usize> {
    let (wanted, _) = agreement(pronoun).filter(|&(_, plural)| !plural)?;
    only_other(scene, range, Some(wanted), None)
}

/// The one person named in `range` beside `but`, of the gender `wanted` where it is known.
pub(super) fn only_other(
    scene: &Scene<'_, '_>,
    range: TokenRange,
    wanted: Option<Gender>,
    but: Option<usize>,
) -> Option<usize> {
    let named = scene.mentions.within(range).rev().take(NAMED);
    let mut people = named.filter_map(|m| scene.links.entity_of(m)).filter(|&e| {
        let entity = &scene.links.entities()[e];
        let agrees = wanted.is_none() || entity.gender.is_none() || entity.gender == wanted;
        Some(e) != but && entity.kind == Kind::Person && agrees
    });
    let only = people.next()?;
    people.all(|e| e == only).then_some(only)
}

/// Whether `speaker` is a single person.
fn is_one_person(scene: &Scene<'_, '_>, speaker: Speaker) -> bool {
    let phrase = scene.tokens.inside(speaker.span);
    is_person(scene, phrase, speaker) && (speaker.entity.is_some() || !is_plural(scene, phrase))
}

/// From whom something was learnt, behind its verb or behind who learnt it: `a-t-on appris auprès de la préfecture`, `de source policière`.
pub(super) fn learnt_from(
    scene: &Scene<'_, '_>,
    sentence: TokenRange,
    at: usize,
    cue: &Cue,
    last: Option<Last>,
) -> Option<Speaker> {
    let mut at = at;
    // `a-t-on appris, mardi soir, auprès de la préfecture`
    let when = |i: usize| scene.time_end(i).is_some() || words::is_adverb(scene.word(i));
    let inserted = |i: usize| scene.is(i, ",") && (when(i + 1) || when(i - 1));
    let set = |i: usize| phrase::set_phrase_end(scene, i);
    while at < sentence.last_end() && (when(at) || inserted(at) || set(at).is_some()) {
        at = set(at).unwrap_or(at + 1);
    }
    let start = at;
    // `confie-t-on dans l'entourage du maire`
    let inside = scene.is(at, "dans") && (at + 1..at + 4).any(|i| source(scene.word(i)).is_some());
    at += usize::from(inside);
    while at < sentence.last_end()
        && (scene.is_one_of(at, "auprès de du des d' par via chez à au aux")
            || cue.verb.lemma == "lire" && scene.is_one_of(at, "dans sur"))
    {
        at += 1;
    }
    let joint = scene.is(at.wrapping_sub(1), "de") && scene.is(at.wrapping_sub(2), "auprès");
    let end = if at > start { phrase::end(scene, at, sentence.last_end(), joint) } else { at };
    // `peut-on lire sur la page Facebook du maire Paul Morel`: whose page it is.
    let owned = scene.is_one_of(at + 1, "page compte profil site blog") && scene.is(at.wrapping_sub(1), "sur");
    let of = (at + 2..end.min(at + 5)).find(|&i| owned && words::is_of(scene.word(i)));
    at = of.map_or(at, |of| of + 1);
    let phrase = || with_apposition(scene, TokenRange::new(at, end), sentence.last_end());
    (end > at).then(|| resolve(scene, phrase(), last))
}

/// The document in which something is said, which `at` names: `est-il écrit dans le communiqué`.
pub(super) fn written_in(
    scene: &Scene<'_, '_>,
    sentence: TokenRange,
    at: usize,
    last: Option<Last>,
) -> Option<Speaker> {
    let phrase = phrase::read(scene, at + 1, sentence.last_end(), false).filter(|_| scene.is(at, "dans"))?;
    let written = phrase.range().take(3).any(|i| source(scene.word(i)).is_some_and(|s| s.kind == SourceKind::Document));
    written.then(|| resolve(scene, phrase, last))
}

pub(super) fn of_pronoun(
    scene: &Scene<'_, '_>,
    sentence: TokenRange,
    inverted: usize,
    cue: &Cue,
    last: Option<Last>,
) -> Option<Speaker> {
    let word = pronoun(scene.word(inverted));
    if matches!(word, "on" | "nous") {
        if let Some(source) = learnt_from(scene, sentence, cue.tokens.last_end(), cue, last) {
            return Some(source);
        }
        // `« … », lit-on`, `indique-t-on`: the source goes on, where it is no single person; what was learnt has another.
        let read = matches!(cue.verb.lemma, "lire" | "écrire");
        let goes_on =
            !is_one_of(cue.verb.lemma, "apprendre savoir dire demander croire penser entendre voir rappeler constater");
        return last.map(|l| l.speaker).filter(|s| word == "on" && (read || goes_on && !is_one_person(scene, *s)));
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
    // `Voilà qui agace le maire, Paul Morel : « … », dit-il`: the one person whom the sentence has named before its words.
    // The incise may stand inside the words: `…, Paul Morel : « Rien, dit-il, n'est prêt »`.
    let apart = apart || pairs.first().is_some_and(|p| p.close > inverted && p.open > 0 && scene.is(p.open - 1, ":"));
    if let Some(pair) =
        pairs.first().filter(|p| apart && last.is_none_or(|l| l.sentence < scene.tokens.sentence_of(p.open)))
        && let Some(only) = only_person(scene, TokenRange::new(sentence.first(), pair.open), scene.word(inverted))
    {
        return Some(Speaker { span, entity: Some(only) });
    }
    // Whom the text has turned to since the last speech, else who spoke last.
    let antecedent = scene.links.antecedent(inverted);
    let subject = turned_to(scene, sentence, scene.word(inverted), last, cue.continues());
    if let Some(subject) = subject.filter(|s| s.entity.is_some() || antecedent.is_none()) {
        return Some(carried(subject));
    }
    if subject.is_some() {
        return Some(Speaker { span, entity: antecedent });
    }
    // `Le club a jugé que … La ville a réagi par la voix de sa maire, Anne Morel. « … », a-t-elle dit`: no body is meant beside a person.
    let body = last.filter(|l| !is_person(scene, scene.tokens.inside(l.speaker.span), l.speaker));
    let named = body.and_then(|l| {
        let sure = |s: &Speaker| l.gender.is_none() || !is_in_passing(scene, inverted, s);
        let here = scene.tokens.sentence_of(sentence.first());
        // The paragraph before may end with them: `Ce recul ne surprend pas Anne Morel.`
        let sentences = scene.tokens.sentences();
        let opens = here > 0 && sentences[here].block > sentences[here - 1].block;
        let since = named_since(scene, inverted, last, opens && !cue.continues());
        let since = since.filter(|s| sure(s) && (!opens || s.entity == antecedent));
        // `Selon Radio Bleue, Paul Morel a reçu deux plaintes. « … », raconte-t-il`: the medium only tells of him.
        let told = || {
            let medium = l.sentence + 1 == here && l.speaker.entity.is_some_and(|e| is_press(scene, e));
            let only = only_person(scene, sentences[l.sentence].tokens, scene.word(inverted)).filter(|_| medium);
            only.map(|e| Speaker { span, entity: Some(e) })
        };
        since.or_else(told)
    });
    if let Some(named) = named {
        return Some(named);
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
                // `L'association a proposé un plan. « … », ont-ils expliqué`: those of the body.
                .or_else(|| if last.is_some() && !plural || group.is_some() { None } else { body() });
            Some(Speaker { span: group.map_or(span, |p| scene.tokens.span(p)), entity })
        }
    }
}

/// How many sentences of narration before a pronoun are looked at for someone new.
const NARRATION: usize = 3;

/// The subject of the nearest sentence since the last speech, in the same block or at the end of the one before, that `pronoun` agrees with; with `continues` its verb goes on with that speech.
pub(super) fn turned_to(
    scene: &Scene<'_, '_>,
    sentence: TokenRange,
    pronoun: &str,
    last: Option<Last>,
    continues: bool,
) -> Option<Speaker> {
    let (wanted, plural) = agreement(pronoun)?;
    let here = scene.tokens.sentence_of(sentence.first());
    let block = scene.tokens.sentences()[here].block;
    let floor = last.map_or(0, |l| l.sentence + 1);
    for index in (floor..here).rev().take(NARRATION) {
        let before = scene.tokens.sentences()[index];
        // The last sentence of the paragraph before leads to a quotation that opens the next one: `…, a-t-elle déclaré`, but no `…, a-t-elle ajouté`.
        let leads = before.block + 1 == block && index + 1 == here && !continues;
        if before.block != block && !leads {
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
        if !plural && own == Some(wanted) {
            if let Some(body) = body_taken_up(scene, phrase, last) {
                return Some(Speaker { entity: Some(body), ..speaker });
            }
            // `La préfecture a fermé la route. Elle indique que …`
            let is_body = speaker.entity.map_or_else(
                || source(scene.word(phrase.first() + 1)).is_some_and(|s| s.kind == SourceKind::Body),
                |e| scene.links.entities()[e].kind == Kind::Organisation,
            );
            if is_body && index + 1 == here && !is_plural(scene, phrase) {
                return Some(speaker);
            }
        }
    }
    None
}
