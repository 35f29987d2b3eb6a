//! Nouns that take someone up: `l'élue`, `la société`, `son avocate`; and those that introduce someone new.

use super::Speaker;
use super::phrase;
use super::scene::Scene;
use super::speaker::{Last, gender_of, holds_unknown, is_group, of_phrase};
use super::subject::of_sentence;
use super::words;
use crate::lexicon::{SourceKind, demonyms, gazetteer, is_generic_body, is_medium, is_office, source};
use crate::links::{Gender, RELATIVE};
use crate::mentions::Kind;
use crate::text::{TokenRange, fold};
use crate::text::{ends_like, is_one_of};

/// How many mentions in front of a noun are looked at for the last speaker's name.
const NAMED: usize = 12;

/// The mentions in front of token `at`, in its sentence or the one before, the nearest first.
pub(super) fn named_lately(scene: &Scene<'_, '_>, at: usize) -> impl Iterator<Item = usize> {
    let here = scene.tokens.sentence_of(at);
    let before = scene.mentions.within(TokenRange::new(0, at)).rev().take(NAMED);
    before.take_while(move |&m| scene.tokens.sentence_of(scene.mentions.list()[m].tokens.first()) + 1 >= here)
}

/// How many sentences of narration may stand between a speech and the noun that takes up who spoke, where they name nobody.
const NARRATED: usize = 6;

/// Whether no other person is named between the last speech and token `at`.
fn nobody_else(scene: &Scene<'_, '_>, last: Last, at: usize) -> bool {
    let start = scene.tokens.sentences()[last.sentence].tokens.last_end().min(at);
    scene
        .mentions
        .within(TokenRange::new(start, at))
        .all(|m| scene.mentions.list()[m].kind != Kind::Person || scene.links.entity_of(m) == last.speaker.entity)
}

/// The last speaker, where a definite noun in an incise takes them up: `« … », dit la députée Morel. « … », ajoute l'élue`.
pub(super) fn taken_up(
    scene: &Scene<'_, '_>,
    phrase: TokenRange,
    last: Option<Last>,
    goes_on: bool,
) -> Option<Speaker> {
    let last = last?;
    let entity = &scene.links.entities()[last.speaker.entity?];
    // `le jeune homme qui conduisait` tells itself who is meant.
    let someone = scene.is_one_of(phrase.last_end().wrapping_sub(1), "homme femme garçon fille");
    if is_introduced(scene, phrase)
        || reports(scene, phrase)
        || holds_unknown(scene, phrase)
        || is_group(scene, phrase)
        || someone && scene.is(phrase.last_end(), "qui")
    {
        return None;
    }
    let here = scene.tokens.sentence_of(phrase.first());
    let first = scene.word(phrase.first());
    let mut head = phrase.range().skip(1).take(3).take_while(|&i| !words::is_preposition(scene.word(i)));
    let known = head.find_map(|i| Some((i, source(scene.word(i))?)));
    // Whoever goes on may be called by a noun that no list has: `« … », poursuit le cordiste`.
    let (at, noun) = match known {
        Some((at, noun)) => (at, Some(noun)),
        None if is_from_elsewhere(scene, last.speaker.entity?, scene.word(phrase.first() + 1)) => return None,
        None if goes_on || is_somebody(scene, phrase) => (phrase.first() + 1, None),
        None => return None,
    };
    let former = (phrase.first()..at).any(|i| scene.is_one_of(i, "ancien ancienne"));
    let office = is_office(scene.word(at)) && !former;
    if is_of_another(scene, last.speaker.entity?, phrase)
        || office && !(phrase.len() == 2 && here <= last.sentence + 2 && may_hold(scene, last, phrase))
    {
        return None;
    }
    let kind = match noun.map_or(SourceKind::Person, |n| n.kind) {
        // `le conseil` of someone is a lawyer.
        SourceKind::Body if scene.is(at, "conseil") && phrase.len() == 2 => is_lawyer(scene, last.speaker.entity?),
        SourceKind::Person => entity.kind == Kind::Person,
        // `la préfecture` is no agency that has just been quoted.
        SourceKind::Body => {
            let noun = scene.word(at);
            // Nor is `la préfecture maritime de Méditerranée` another one.
            let elsewhere = || scene.mentions.within(phrase).any(|m| scene.is_voice(m));
            let named = || entity.name.split(' ').any(|word| fold(word) == noun);
            // `l'entreprise de Paul Morel` may be, but no `l'association des riverains de Lyon`.
            let own = is_one_of(noun, "association syndicat collectif fédération");
            entity.kind == Kind::Organisation && (is_generic_body(noun) && !own || (own || named()) && !elsewhere())
        }
        SourceKind::Document => false,
    };
    let gender = match if former { scene.word(at - 1) } else { first } {
        "le" | "ancien" => Some(Gender::Masculine),
        "la" | "ancienne" => Some(Gender::Feminine),
        _ => noun.and_then(|n| n.feminine).map(gender_of),
    };
    let plural = noun.and_then(|n| n.plural) == Some(true);
    let agrees = gender.is_none() || entity.gender.is_none() || gender == entity.gender || scene.is(at, "conseil");
    let is_speaker = |m: usize| scene.links.entity_of(m) == last.speaker.entity;
    let near = here <= last.sentence + 2
        || named_lately(scene, phrase.first()).any(is_speaker)
        || entity.kind == Kind::Person && here <= last.sentence + NARRATED && nobody_else(scene, last, phrase.first());
    (is_one_of(first, "le la l'") && !plural && kind && agrees && near)
        .then(|| Speaker { span: scene.tokens.span(phrase), entity: last.speaker.entity })
}

/// Whether the last speaker may hold the office `phrase`, which the article does not say: nobody else is named since, nor called so before, and they by no
/// other noun. `« … », dit Paul Morel. « … », ajoute le ministre.`
fn may_hold(scene: &Scene<'_, '_>, last: Last, phrase: TokenRange) -> bool {
    let Some(entity) = last.speaker.entity else { return false };
    let noun = scene.word(phrase.first() + 1);
    let person = |word: &str| source(word).is_some_and(|s| s.kind == SourceKind::Person && s.plural != Some(true));
    let by_another = nouns_near(scene, entity).any(|word| word != noun && person(word));
    let behind = !scene.tokens.is_capitalised(phrase.first());
    (noun == "ministre" || behind && is_one_of(noun, "préfet préfète procureur procureure"))
        && !by_another
        && nobody_else(scene, last, phrase.first())
}

/// How words for those from a town or country end.
const FROM: [&str; 12] = ["ais", "aise", "ois", "oise", "ien", "ienne", "ain", "aine", "éen", "éenne", "and", "ande"];

/// Whether `phrase` means a person though no list has its noun: `le Lyonnais`.
fn is_somebody(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    let noun = phrase.first() + 1;
    let unknown = !scene.mentions.within(phrase).any(|m| scene.is_voice(m));
    scene.is_one_of(phrase.first(), "le la l'")
        && unknown
        && phrase.len() == 2
        && scene.tokens.is_capitalised(noun)
        && ends_like(scene.word(noun), &FROM)
}

/// Whether the article calls `entity` someone from another place than `noun` does: `l'Espagnol` is not `le Serbe`.
fn is_from_elsewhere(scene: &Scene<'_, '_>, entity: usize, noun: &str) -> bool {
    let from = |word: &str| demonyms::place(word).is_some();
    from(noun) && nouns_near(scene, entity).any(|word| word != noun && from(word)) && !is_called(scene, entity, noun)
}

/// Whether the article calls `entity` the same of another place: `Paul Morel, maire de Digne`, and here `le maire de Sisteron`.
fn is_of_another(scene: &Scene<'_, '_>, entity: usize, phrase: TokenRange) -> bool {
    let place = |i: usize| scene.name_at(i).is_some_and(|m| scene.mentions.list()[m].kind == Kind::Place);
    is_called(scene, entity, scene.word(phrase.first() + 1))
        && phrase.range().skip(3).find(|&i| place(i)).is_some_and(|i| {
            !nouns_near(scene, entity).any(|word| word == scene.word(i))
                && near(scene, entity).any(|at| words::is_of(scene.word(at)) && place(at + 1))
        })
}

/// Whether the article calls `entity` a lawyer.
fn is_lawyer(scene: &Scene<'_, '_>, entity: usize) -> bool {
    nouns_near(scene, entity).any(|word| is_one_of(word, "avocat avocate me"))
}

/// The one person whom the sentence before names, where a definite noun opens the next report: `C'est ce que demande Anne Morel. La présidente du club a
/// suggéré que …`, `« … », note l'auteure`.
pub(super) fn just_named(scene: &Scene<'_, '_>, phrase: TokenRange) -> Option<usize> {
    let first = phrase.first();
    // `le jeune homme` may be anybody.
    let anybody = scene.is_one_of(first + 2, "homme femme garçon fille");
    let young = !anybody && scene.is_one_of(first + 1, "jeune ancien ancienne");
    let noun = source(scene.word(first + 1 + usize::from(young)));
    let somebody = noun.is_none() && is_somebody(scene, phrase);
    if !somebody && noun.is_none_or(|s| s.kind != SourceKind::Person || s.plural == Some(true)) {
        return None;
    }
    let here = scene.tokens.sentence_of(first);
    let before = scene.tokens.sentences()[here.checked_sub(1)?];
    if !scene.is_one_of(first, "le la l'")
        || is_office(scene.word(first + 1))
        || scene.tokens.sentences()[here].block > before.block + 1
        || is_introduced(scene, phrase)
        || holds_unknown(scene, phrase)
        || is_group(scene, phrase)
        || scene.mentions.within(phrase).any(|m| scene.mentions.list()[m].kind == Kind::Person)
    {
        return None;
    }
    let gender = match scene.word(first) {
        "le" => Some(Gender::Masculine),
        "la" => Some(Gender::Feminine),
        _ => noun.and_then(|n| n.feminine).map(gender_of),
    };
    let start = before.tokens.first();
    let near = scene.mentions.within(TokenRange::new(start, first)).rev().take(MEDIA);
    let mut people = near.filter(|&m| {
        let mention = &scene.mentions.list()[m];
        mention.kind == Kind::Person && scene.pair_at(mention.tokens.first()).is_none()
    });
    let Some(named) = people.next() else {
        // `L'association d'Anne Morel a un an. Elle aide des réfugiés. « … », dit la bénévole.`
        let subject = of_phrase(scene, of_sentence(scene, before.tokens, before.tokens.last_end())?).entity?;
        let known = &scene.links.entities()[subject];
        let agrees = gender.is_some() && gender == known.gender;
        return (known.kind == Kind::Person && agrees).then_some(subject);
    };
    // `…, à l'instar d'Anne Morel. La maire affirme que …`: the last word of the sentence before, whoever else is named in it.
    let closing = scene.mentions.within(before.tokens).next_back().filter(|&m| {
        let mention = &scene.mentions.list()[m];
        mention.kind == Kind::Person && mention.tokens.last_end() + 1 >= before.tokens.last_end()
    });
    let only = scene.links.entity_of(closing.unwrap_or(named))?;
    // Whom the text has called by another noun just now is someone else.
    let called = |m: usize| {
        let name = scene.mentions.list()[m].tokens;
        let near = TokenRange::new(start.max(name.first().saturating_sub(TITLE)), name.first());
        let noun =
            |i: usize| source(scene.word(i)).is_some_and(|s| s.kind == SourceKind::Person && s.plural != Some(true));
        near.range().any(noun)
    };
    // `Paul Morel est mort. « … », dit le médecin`: whoever that is, by what they are to somebody.
    let relative = scene.is_one_of(first + 1, RELATIVE)
        || scene.is(first + 1, "avocate") && phrase.len() > 2
        || phrase.range().any(|i| scene.is(i, "république"));
    if relative && !is_called_elsewhere(scene, only, phrase) {
        return None;
    }
    let known = &scene.links.entities()[only];
    let agrees = gender.is_none() || known.gender.is_none() || gender == known.gender;
    (agrees
        && !is_from_elsewhere(scene, only, scene.word(first + 1))
        && !is_of_another(scene, only, phrase)
        // `Emmanuel Macron est venu. Le député a …`
        && !scene.links.is_head_but(scene.word(first + 1), only)
        && !called(closing.unwrap_or(named))
        && (closing.is_some() || people.all(|m| scene.links.entity_of(m) == Some(only))))
    .then_some(only)
}

/// Whether the article says `noun` beside a name of `entity`: `la maire Anne Morel`, `Anne Morel, élue et maire de la ville`.
pub(super) fn is_called(scene: &Scene<'_, '_>, entity: usize, noun: &str) -> bool {
    nouns_near(scene, entity).any(|word| word == noun)
}

/// The words beside the names of `entity`.
pub(super) fn nouns_near<'a>(scene: &'a Scene<'_, '_>, entity: usize) -> impl Iterator<Item = &'a str> {
    near(scene, entity).map(|i| scene.word(i))
}

/// The tokens of those words.
fn near(scene: &Scene<'_, '_>, entity: usize) -> impl Iterator<Item = usize> {
    scene.links.entities()[entity].mentions.iter().take(MEDIA).flat_map(|&m| {
        let name = scene.mentions.list()[m].tokens;
        let sentence = scene.tokens.sentence_range(name.first());
        name.first().saturating_sub(CALLED + 2)..(name.last_end() + CALLED).min(sentence.last_end())
    })
}

/// As [`is_called`] by a noun of `phrase`, which does not count itself.
pub(super) fn is_called_elsewhere(scene: &Scene<'_, '_>, entity: usize, phrase: TokenRange) -> bool {
    let called = |noun: &str| near(scene, entity).any(|i| !phrase.holds(i) && scene.word(i) == noun);
    phrase.range().skip(1).take(2).any(|i| called(scene.word(i)))
}

/// How far behind a name the noun may stand by which the article calls someone, in tokens; before it, two more: `la secrétaire d'État au ministère de l'Industrie, Anne Morel`.
const CALLED: usize = 6;

/// How far from a name a noun is looked for that says who it is, in tokens.
const TITLE: usize = 4;

/// How many mentions back a newspaper is looked for that `le quotidien` takes up.
pub(super) const MEDIA: usize = 24;

/// How many sentences back the subject is looked for that `la société` takes up.
pub(super) const TOPIC: usize = 2;

/// The body that a noun takes up which any body, or any medium, may be called: who spoke last, the subject of a sentence before, or the only body named
/// there. `« … », dit la société.`
pub(super) fn body_taken_up(scene: &Scene<'_, '_>, phrase: TokenRange, last: Option<Last>) -> Option<usize> {
    let first = phrase.first();
    let definite = scene.is_one_of(first, "le la l' cette ce cet");
    let mut head = phrase.range().skip(1).take(2).take_while(|&i| !words::is_preposition(scene.word(i)));
    // `la société civile` is no company.
    let generic = head.any(|i| is_generic_body(scene.word(i)) && !scene.is(i + 1, "civile"));
    if !definite || !generic || phrase.len() > 4 || scene.mentions.within(phrase).any(|m| scene.is_voice(m)) {
        return None;
    }
    let is_body = |e: usize| scene.links.entities()[e].kind == Kind::Organisation;
    let here = scene.tokens.sentence_of(first);
    let spoke = |reach: usize| {
        last.filter(|l| here <= l.sentence + reach).and_then(|l| l.speaker.entity).filter(|&e| is_body(e))
    };
    // `le quotidien` is rather a newspaper than any other body.
    if is_medium(scene.word(first + 1)) && spoke(1).is_none() {
        let near = scene.mentions.within(TokenRange::new(0, first)).rev().take(MEDIA);
        let mut bodies = near.filter_map(|m| scene.links.entity_of(m)).filter(|&e| is_body(e));
        if let Some(medium) = bodies.find(|&e| is_press(scene, e)) {
            return Some(medium);
        }
    }
    if let Some(entity) = spoke(TOPIC) {
        return Some(entity);
    }
    // `le parti` is rather a party than any other body.
    if let Some(class) = class_of(scene.word(first + 1)) {
        let mut such = named_lately(scene, first)
            .filter_map(|m| scene.links.entity_of(m))
            .filter(|&e| is_body(e) && is_known(scene, e, &|c| c == class));
        let only = such.next();
        if only.is_some() && such.all(|e| Some(e) == only) {
            return only;
        }
    }
    let subject = (here.saturating_sub(TOPIC)..here).rev().find_map(|index| {
        let sentence = scene.tokens.sentences()[index].tokens;
        of_phrase(scene, of_sentence(scene, sentence, sentence.last_end())?).entity.filter(|&e| is_body(e))
    });
    subject.or_else(|| {
        let mut named = named_lately(scene, first).filter_map(|m| scene.links.entity_of(m)).filter(|&e| is_body(e));
        let only = named.next()?;
        named.all(|e| e == only).then_some(only)
    })
}

/// The product that answers: what spoke last, else the one named last of those that the article names again and again. `Utopix a été mis à jour. Le chatbot
/// explique que …`
pub(super) fn product(scene: &Scene<'_, '_>, phrase: TokenRange, last: Option<Last>) -> Option<usize> {
    let definite = scene.is_one_of(phrase.first(), "le l' la ce cet cette");
    let named = scene.mentions.within(phrase).any(|m| scene.is_voice(m));
    if !definite || named || !scene.is_one_of(phrase.first() + 1, "chatbot robot assistant ia") {
        return None;
    }
    let is_product = |e: usize| scene.links.entities()[e].kind == Kind::Work;
    let spoke = last.and_then(|l| l.speaker.entity).filter(|&e| is_product(e));
    let mut near = scene
        .mentions
        .within(TokenRange::new(0, phrase.first()))
        .rev()
        .take(MEDIA)
        .filter_map(|m| scene.links.entity_of(m));
    spoke.or_else(|| near.find(|&e| is_product(e) && scene.links.entities()[e].mentions.len() > 2))
}

/// Whether someone without a name was introduced by the noun of `phrase` just before: `un agriculteur a appelé … L'agriculteur dit que …`.
pub(super) fn is_introduced(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    let (first, noun) = (phrase.first(), scene.word(phrase.first() + 1));
    let person = source(noun).is_some_and(|s| s.kind == SourceKind::Person);
    if !(person && phrase.len() == 2 && scene.is_one_of(first, "le la l'")) {
        return false;
    }
    let here = scene.tokens.sentence_of(first);
    let floor = scene.tokens.sentences()[here.saturating_sub(2)].tokens.first().max(first.saturating_sub(INTRODUCED));
    let last = (floor + 1..first).rev().find(|&i| scene.word(i) == noun && scene.is_one_of(i - 1, "un une"));
    last.is_some_and(|i| {
        // `une chercheuse, Anne Morel`: she has a name.
        let clause = (i..i + NAMED).find(|&v| scene.is_finite(v)).unwrap_or(i + NAMED);
        let near = scene.mentions.within(TokenRange::new(i, clause));
        // `Anne Morel, une chercheuse, …` as well.
        let before = i.checked_sub(3).filter(|&b| scene.is(b + 1, ",")).and_then(|b| scene.voice_at(b));
        let named = before.into_iter().chain(near).any(|m| scene.mentions.list()[m].kind == Kind::Person);
        // `Un pompier a tout vu. « … », dit Paul Morel. Le pompier ajoute que …`: whoever is named for the first time since then.
        let wanted = source(noun).and_then(|s| s.feminine).map(gender_of);
        let presented = scene.mentions.within(TokenRange::new(i, first)).any(|m| {
            scene.links.entity_of(m).map(|e| &scene.links.entities()[e]).is_some_and(|e| {
                e.kind == Kind::Person
                    && e.mentions.first() == Some(&m)
                    && (wanted.is_none() || e.gender.is_none() || e.gender == wanted)
            })
        });
        !named && !presented
    })
}

/// Whether someone without a name reports for a medium, and tells what they saw: `…, a constaté une journaliste de l'Agence`. Nobody's words go on so.
pub(super) fn is_reporter(scene: &Scene<'_, '_>, speaker: &Speaker) -> bool {
    speaker.entity.is_none() && reports(scene, scene.tokens.inside(speaker.span))
}

/// `le journaliste de l'Agence`, `un correspondant de Radio Bleue`
fn reports(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    phrase.range().skip(1).take(2).any(|i| {
        scene.is_one_of(
            i,
            "journaliste journalistes correspondant correspondante photographe photographes reporter reporters",
        ) && words::is_of(scene.word(i + 1))
            && scene.mentions.within(phrase).any(|m| scene.is_voice(m))
    })
}

/// Whether `phrase` is a reporter's, and the article nowhere calls `entity` one.
pub(super) fn reports_else(scene: &Scene<'_, '_>, phrase: TokenRange, entity: usize) -> bool {
    reports(scene, phrase)
        && !scene.mentions.within(phrase).any(|m| scene.links.entity_of(m) == Some(entity))
        && !is_called(scene, entity, scene.word(phrase.first() + 1))
}

/// How far into a phrase the noun for those who find things out stands, in tokens.
const SOUGHT: usize = 5;

/// Whether `speaker` are people who find things out: `des chercheurs de l'université`, `l'équipe du professeur Morel`.
pub(super) fn is_science(scene: &Scene<'_, '_>, speaker: Speaker) -> bool {
    let sought = "chercheurs chercheuses chercheur chercheuse scientifiques économistes physiciens biologistes historiens sociologues astronomes";
    scene.tokens.inside(speaker.span).range().take(SOUGHT).any(|i| scene.is_one_of(i, sought))
}

/// How far before a noun the one it takes up is looked for, in tokens.
const INTRODUCED: usize = 80;

/// What the gazetteer calls those of whom `noun` speaks.
fn class_of(noun: &str) -> Option<gazetteer::Class> {
    match noun {
        "syndicat" => Some(gazetteer::Class::Union),
        "parti" => Some(gazetteer::Class::Party),
        "club" => Some(gazetteer::Class::Club),
        "association" | "ong" => Some(gazetteer::Class::Association),
        "entreprise" | "société" | "groupe" | "constructeur" | "firme" => Some(gazetteer::Class::Company),
        _ => None,
    }
}

/// The newspaper or site for which `nos confrères` write, and whether `phrase` itself names it: `nos confrères de L'Écho`; else the one named last.
pub(super) fn colleagues(scene: &Scene<'_, '_>, phrase: TokenRange) -> Option<(usize, bool)> {
    if !scene.is(phrase.first(), "nos") || !scene.is_one_of(phrase.first() + 1, "confrères consoeurs") {
        return None;
    }
    let named = scene.mentions.within(phrase).find(|&m| scene.mentions.list()[m].kind == Kind::Organisation);
    let before = || {
        let mut near = scene.mentions.within(TokenRange::new(0, phrase.first())).rev().take(MEDIA);
        near.find(|&m| scene.links.entity_of(m).is_some_and(|e| is_press(scene, e)))
    };
    named.map(|m| (m, true)).or_else(|| if phrase.len() == 2 { Some((before()?, false)) } else { None })
}

/// Whether the gazetteer knows an entity as a newspaper, channel or site.
pub(super) fn is_press(scene: &Scene<'_, '_>, entity: usize) -> bool {
    is_known(scene, entity, &|class| class == gazetteer::Class::Media)
}

/// Whether the gazetteer knows an entity as of a class that `is` takes, a newspaper, channel or site for one.
pub(super) fn is_known(scene: &Scene<'_, '_>, entity: usize, is: &dyn Fn(gazetteer::Class) -> bool) -> bool {
    let name = &scene.links.entities()[entity].name;
    let words: Vec<(String, &str)> = name.split(' ').take(4).map(|w| (fold(w), w)).collect();
    let entry = gazetteer::longest(&|i| words.get(i).map(|(folded, word)| (folded.as_str(), *word)));
    entry.is_some_and(|(_, entry)| entry.readings().any(|r| is(r.class)))
}

/// Whom a possessive noun takes up: who has just spoken, where the article calls them so (`dit Anne Morel, présidente du club. …, ajoute sa présidente`), else
/// the person named before with the same words (`son avocate Anne Morel a … Son avocate affirme que …`).
pub(super) fn kept(scene: &Scene<'_, '_>, phrase: TokenRange, last: Option<Last>) -> Option<usize> {
    let first = phrase.first();
    let noun = scene.word(first + 1);
    if phrase.len() != 2 || !words::is_possessive(scene.word(first)) {
        return None;
    }
    let spoke = last.filter(|l| scene.tokens.sentence_of(first) <= l.sentence + TOPIC).and_then(|l| l.speaker.entity);
    if let Some(entity) = spoke.filter(|&e| is_called(scene, e, noun)) {
        return Some(entity);
    }
    let named = scene.mentions.within(TokenRange::new(0, first)).rev().take(MEDIA).find(|&m| {
        let mention = &scene.mentions.list()[m];
        let at = mention.tokens.first();
        let at = at - usize::from(at > 0 && (scene.is(at - 1, ",") || phrase::is_title(scene.word(at - 1))));
        // `son conseil` is a lawyer.
        let called = |word: &str| word == noun || noun == "conseil" && is_one_of(word, "avocat avocate");
        mention.kind == Kind::Person && at > 1 && called(scene.word(at - 1)) && words::is_possessive(scene.word(at - 2))
    })?;
    scene.links.entity_of(named)
}
