//! The subject of a verb: the noun phrase before it, behind it in an inversion, or at the head of the sentence.

use super::antecedent::{of_noun, of_relative};
use super::apposition::with_apposition;
use super::clause::{self, BEFORE};
use super::lists::{apposed, counted_with, list, listed_behind};
use super::phrase;
use super::scene::Scene;
use super::speaker::of_phrase;
use super::words;
use crate::lexicon::{SourceKind, source};
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::text::is_one_of;
use crate::tokens::{BlockKind, TokenKind};

/// How far behind its verb an inverted subject is looked for, in tokens.
const BEHIND: usize = 30;

/// How far before quoted words their verb stands, in tokens.
const QUOTING: usize = 10;

/// How many verbs one goes back to the one that has the subject.
const JOINED: usize = 3;

/// How far behind its first comma the second one of an insertion stands, in tokens.
pub(super) const INSERTED: usize = 8;

/// The noun phrase that is the subject of the verb group that begins at `group`.
pub(super) fn before(scene: &Scene<'_, '_>, sentence: TokenRange, group: usize, plural: bool) -> Option<TokenRange> {
    // `les riverains, qui tous affirment que …`
    let all = group > sentence.first() + 1 && scene.is_one_of(group - 1, "tous toutes") && scene.is(group - 2, "qui");
    let mut group = group - usize::from(all);
    for _ in 0..JOINED {
        group = joined_to(scene, sentence, group).unwrap_or(group);
    }
    let bound = clause::start(scene, sentence, group);
    // `avec Paul Morel, lequel affirme que …`
    if group == bound
        && group > sentence.first() + 1
        && scene.is_one_of(group - 1, "lequel laquelle lesquels lesquelles")
        && !words::is_preposition(scene.word(group - 2))
    {
        return of_noun(scene, sentence.first(), group - 1);
    }
    if let Some(whole) = counted_with(scene, bound, group).filter(|_| plural) {
        return Some(whole);
    }
    if group > bound && scene.is(group - 1, "qui") {
        // `C'est Anne Morel, secrétaire chargée des locaux, qui a pris la parole`.
        if let Some(name) = cleft(scene, bound, group) {
            return Some(name);
        }
        // `Anne Morel est une retraitée qui demande …`
        if let Some(noun) = of_noun(scene, bound, group - 1)
            && scene.is_one_of(noun.first(), "un une")
            && noun.first() > bound
            && scene.is_one_of(noun.first() - 1, "est était")
            && let Some(known) = before(scene, sentence, noun.first() - 1, false)
            && of_phrase(scene, known).entity.is_some()
        {
            return Some(known);
        }
        return of_relative(scene, bound, group - 1, plural);
    }
    // The segments between commas and brackets, the nearest first.
    let mut chain: Vec<TokenRange> = Vec::new();
    let mut end = group;
    let mut nearest = true;
    loop {
        let start = segment_start(scene, bound, end);
        let segment = TokenRange::new(start, end);
        // `la mairie, qui, dans un communiqué, a tenu à …`
        if chain.is_empty() && start < end && scene.is(end - 1, "qui") {
            return of_relative(scene, bound, end - 1, plural);
        }
        match read_segment(scene, segment, nearest, plural) {
            // `Le maire a lu, hier, sa lettre et affirmé que …`: the object of the verb before.
            Segment::Subject(phrase)
                if nearest
                    && end == group
                    && start > bound
                    && scene.is(group - 1, "et")
                    && phrase.last_end() + 1 == group
                    && !plural => {}
            Segment::Subject(phrase) => {
                chain.push(phrase);
                if nearest {
                    break;
                }
            }
            // `La défense, menée par Anne Morel, Luc Roux et Paul Petit, a …`: names of that list.
            Segment::Inserted
                if !plural
                    && !scene.tokens.is_capitalised(segment.first())
                    && segment.range().any(|i| scene.is(i, "par")) =>
            {
                chain.clear();
            }
            Segment::Inserted => {}
            Segment::Clause => break,
        }
        // `…, et a ajouté`: the coordinated verb shares the subject of the clause before.
        nearest = nearest && !segment.is_empty() && segment.range().all(|i| words::is_coordinator(scene.word(i)));
        if start <= bound {
            break;
        }
        end = start - 1;
    }
    // `À Lens (Nord), Anne Morel, de la CGT, affirme que …`: the place stands apart.
    if chain.len() > 1 {
        chain.pop_if(|p| p.first() > bound && scene.is(p.first() - 1, "("));
    }
    // The head stands first; a name in apposition tells more than its common noun.
    let head = *chain.last()?;
    let several = || list(scene, bound, group, head).or_else(|| apposed(scene, group, head));
    let whole = if plural { several() } else { unclosed(scene, bound, head) };
    if whole.is_some() {
        return whole;
    }
    let named = |phrase: TokenRange| of_phrase(scene, phrase).entity.is_some();
    if named(head) {
        let name = chain.iter().rev().skip(1).copied().find(|&p| named(p) && is_bare_name(scene, p));
        return name.filter(|_| !holds_person(scene, head) && head.len() > 1).or(Some(head));
    }
    let body = head.range().take(3).any(|i| source(scene.word(i)).is_some_and(|s| s.kind == SourceKind::Body));
    let names = |p: TokenRange| is_bare_name(scene, p) || body && is_body_name(scene, p);
    // `les parents d'un élève, Paul Morel, …`: several people have no name of one.
    let single = !scene.is_one_of(head.first(), "les des ses leurs") && !scene.is_counted(head.first());
    // `Le bureau du ministre, Paul Morel, affirme`: the name belongs to the complement.
    let of = head.range().find(|&i| words::is_of(scene.word(i))).filter(|_| body);
    let person =
        |i: usize| source(scene.word(i)).is_some_and(|s| s.kind == SourceKind::Person && s.plural != Some(true));
    if of.is_some_and(|of| (of..head.last_end()).any(person)) {
        return Some(head);
    }
    chain.iter().rev().copied().find(|&p| named(p) && names(p) && (single || p == head)).or(Some(head))
}

/// The name in front of `head`, where that is an apposition that no comma closes: `Anne Morel, l'une des voisines a raconté …`.
fn unclosed(scene: &Scene<'_, '_>, bound: usize, head: TokenRange) -> Option<TokenRange> {
    let comma = head.first().checked_sub(1).filter(|&i| i > bound && scene.is(i, ","))?;
    let name = &scene.mentions.list()[scene.voice_at(comma - 1)?];
    let one = head.first() + usize::from(scene.is(head.first(), "l'"));
    let told = scene.is_one_of(one, "un une") && name.kind == Kind::Person;
    let first = name.tokens.first();
    // `Sans le nommer, Anne Morel, l'une des voisines a raconté …`, `« … », dit Anne Morel, une voisine qui sourit et demande …`
    let opens = first == bound || first > bound && (scene.is(first - 1, ",") || scene.is_said(first - 1));
    (told && opens && name.tokens.last_end() == comma).then_some(name.tokens)
}

/// The verb whose subject the one at `group` shares, behind what the first one quotes: `Le maire affirme : « La rue est sale », et ajoute : …`.
fn joined_to(scene: &Scene<'_, '_>, sentence: TokenRange, group: usize) -> Option<usize> {
    let and = group.checked_sub(1).filter(|&i| scene.is_one_of(i, "et mais puis"))?;
    let close = and.checked_sub(1 + usize::from(scene.is(and.wrapping_sub(1), ",")))?;
    let pair = scene.pair_at(close).filter(|p| p.close == close && p.open > sentence.first())?;
    let clause = (pair.open..close).any(|i| scene.is_finite(i));
    let floor = sentence.first().max(pair.open.saturating_sub(QUOTING));
    let mut verb = (floor..pair.open).rev().find(|&i| clause && scene.is_finite(i))?;
    while verb > floor && (words::is_clitic(scene.word(verb - 1)) || words::is_have(scene.word(verb - 1))) {
        verb -= 1;
    }
    Some(verb)
}

/// Whom `c'est` sets before the relative clause of the verb at `group`: `C'est Anne Morel, la trésorière, qui a …`, `C'est lui qui a …`.
fn cleft(scene: &Scene<'_, '_>, bound: usize, group: usize) -> Option<TokenRange> {
    // `C'est aussi lui qui a …`
    let first = bound + 2 + usize::from(scene.is(bound + 2, "aussi"));
    let him = scene.is_one_of(first, "lui eux") && first + 2 == group;
    let end = if him { first + 1 } else { phrase::end(scene, first, group, false) };
    let named = scene.voice_at(first).is_some_and(|m| scene.mentions.list()[m].kind == Kind::Person);
    let opens = scene.is_one_of(bound, "c' ce") && scene.is_one_of(bound + 1, "est sont était fut");
    ((named || him) && opens && first < group).then(|| TokenRange::new(first, end))
}

/// Whether `phrase` is a body's name, with its article or without: `une association de locataires, la Ligue du logement, …`.
fn is_body_name(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    let first = phrase.first() + usize::from(words::is_article(scene.word(phrase.first())));
    // One in brackets is the short form of the name before it.
    scene.is(phrase.first().wrapping_sub(1), ",")
        && scene.voice_at(first).is_some_and(|m| {
            let mention = &scene.mentions.list()[m];
            mention.kind == Kind::Organisation && (phrase.first()..=first).contains(&mention.tokens.first())
        })
}

/// Whether a person is named in `phrase`.
pub(super) fn holds_person(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    scene.mentions.within(phrase).any(|m| scene.mentions.list()[m].kind == Kind::Person)
}

/// Whether `phrase` is a person's name and nothing else.
fn is_bare_name(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    scene.voice_at(phrase.first()).is_some_and(|m| scene.mentions.list()[m].kind == Kind::Person)
        || phrase::is_title(scene.word(phrase.first()))
}

/// The subject of the sentence's main clause, looked for from its start up to `limit`.
pub(super) fn of_sentence(scene: &Scene<'_, '_>, sentence: TokenRange, limit: usize) -> Option<TokenRange> {
    let limit = limit.min(sentence.first() + BEFORE);
    // A heading may run into the sentence.
    let mut start = (sentence.first()..limit).rev().find(|&i| scene.is_glued(i)).unwrap_or(sentence.first());
    // `Quant à Anne Morel, réélue en mai, elle …`
    if scene.is(start, "quant") && scene.voice_at(start + 2).is_some() && phrase::begins(scene, start + 2) {
        return phrase::read(scene, start + 2, limit, true);
    }
    while start < limit {
        // A bracket in front of all holds the place or the author: `(Paris) Le maire …`.
        if scene.is(start, "(")
            && let Some(close) = (start..limit).find(|&i| scene.is(i, ")"))
        {
            start = close + 1;
            continue;
        }
        let end = (start..limit).find(|&i| scene.is_one_of(i, ", : ( ) – —")).unwrap_or(limit);
        // `Président du club, Paul Morel a …`: a title without article is no subject.
        let title = start == sentence.first()
            && scene.is(end, ",")
            && source(scene.word(start)).is_some_and(|s| s.kind == SourceKind::Person && s.plural != Some(true))
            && !(start..end).any(|i| scene.is_finite(i));
        if title && scene.name_at(start).is_none() {
            start = end + 1;
            continue;
        }
        match read_segment(scene, TokenRange::new(start, end), true, true) {
            // `Gel des salaires : le maire veut …`: what a headline is about.
            Segment::Subject(phrase)
                if end < limit
                    && scene.is(end, ":")
                    && scene.tokens.blocks()[scene.tokens.block_of(end)].kind == BlockKind::Headline
                    && of_phrase(scene, phrase).entity.is_none() =>
            {
                start = end + 1;
            }
            Segment::Subject(phrase) => return Some(with_apposition(scene, phrase, limit)),
            Segment::Inserted => start = end + 1,
            Segment::Clause => return None,
        }
    }
    None
}

/// The subject of a clause that opens `sentence` and that `si` or the like begins, in front of `limit`: `Si le club a refusé, il affirme …`.
pub(super) fn of_condition(scene: &Scene<'_, '_>, sentence: TokenRange, limit: usize) -> Option<TokenRange> {
    let start = scene.trim_coordinator(sentence).first();
    let joined = scene.is_one_of(start, "bien alors même") && scene.is_one_of(start + 1, "que qu' si");
    let opens = joined || scene.is_one_of(start, "si quand lorsque lorsqu'");
    let start = start + 1 + usize::from(joined);
    if opens { phrase::read(scene, start, limit, true) } else { None }
}

pub(super) fn segment_start(scene: &Scene<'_, '_>, bound: usize, end: usize) -> usize {
    let mut at = end;
    // `le Conseil économique, social et environnemental`: a comma within a name is part of it.
    let within = |i: usize| scene.name_at(i).is_some_and(|m| scene.mentions.list()[m].tokens.holds(i + 1));
    while at > bound {
        if scene.is_one_of(at - 1, ", ( ) – — -") && !within(at - 1) {
            return at;
        }
        at -= 1;
    }
    bound
}

enum Segment {
    /// It holds a noun phrase that may be the subject.
    Subject(TokenRange),
    /// A relative clause, a date, an adverbial: stepped over.
    Inserted,
    /// Another clause: the search ends.
    Clause,
}

fn read_segment(scene: &Scene<'_, '_>, segment: TokenRange, nearest: bool, plural: bool) -> Segment {
    let (mut at, end) = (segment.first(), segment.last_end());
    // A relative clause belongs to the noun before it; `REPORTAGE - ` says what the article is.
    if at < end && (words::is_relative(scene.word(at)) || is_rubric(scene, segment)) {
        return Segment::Inserted;
    }
    while at < end {
        let word = scene.word(at);
        // `De Villers affirme que …`, `En avant affirme que …`: no preposition, whatever a name's first word looks like.
        let named = |m: usize| {
            let mention = &scene.mentions.list()[m];
            let body = mention.kind == Kind::Organisation && words::is_preposition(word);
            mention.tokens.first() == at && (mention.kind == Kind::Person || body)
        };
        if scene.voice_at(at).is_some_and(named) {
            break;
        }
        if is_one_of(word, "beaucoup nombre bon") && words::is_of(scene.word(at + 1))
            || word == "beaucoup" && at + 1 == end
        {
            break;
        }
        if let Some(share) = about(scene, at, end) {
            return Segment::Subject(share);
        }
        if words::is_coordinator(word)
            // `Depuis, le maire …`, not `Depuis Lens, le maire …`.
            || (!words::is_preposition(word) || scene.is_one_of(at + 1, "que qu'"))
                && (words::is_adverb(word) && !scene.tokens.is_capitalised(at) || is_opening_adverb(word))
            || is_one_of(word, "même seul seule seuls seules") && words::is_determiner(scene.word(at + 1))
            || scene.is_sign(at)
            || scene.is_link(at)
        {
            at += 1;
        } else if let Some(time) = scene.time_end(at) {
            at = time.min(end);
        } else if words::is_article(word) && at + 1 < end && scene.time_start(at + 1) == Some(at + 1) {
            at += 1;
        } else if let Some(next) = phrase::set_phrase_end(scene, at) {
            at = next.min(end);
        } else if is_circumstance(scene, at, end) {
            return Segment::Inserted;
        } else if words::is_preposition(word) && !(words::is_of(word) && is_partitive(scene, at, segment)) {
            at = adverbial_end(scene, at, end);
        } else if is_participial(word) && scene.voice_at(at).is_none() {
            return Segment::Inserted;
        } else if is_one_of(word, "lui eux") && (at + 1 == end || is_emphatic(scene, at)) {
            // `Lui aussi affirme que …`
            return Segment::Subject(TokenRange::new(at, at + 1));
        } else if is_bare_opening(scene, at)
            && !scene.mentions.within(TokenRange::new(at, end)).any(|m| scene.mentions.list()[m].kind == Kind::Person)
        {
            return Segment::Inserted;
        } else if phrase::begins(scene, at) || nearest {
            break;
        } else {
            // `directrice de l'école`: an apposition without article.
            return Segment::Inserted;
        }
    }
    if at >= end {
        return Segment::Inserted;
    }
    let Some(phrase) = phrase::read(scene, at, end, plural) else { return Segment::Inserted };
    if phrase.len() == 1 && scene.is_one_of(at, "ce c' cela ça") {
        return Segment::Clause;
    }
    if !nearest
        && (phrase.last_end()..end).take(12).any(|i| scene.is_finite(i) && !words::is_relative(scene.word(i - 1)))
    {
        return Segment::Clause;
    }
    Segment::Subject(phrase)
}

/// Whether capitals alone open a sentence in front of a dash: `ENTRETIEN - `, `LE PORT EN TRAVAUX - `.
fn is_rubric(scene: &Scene<'_, '_>, segment: TokenRange) -> bool {
    let capitals = |i: usize| scene.tokens.is_all_caps(i) || scene.is_sign(i);
    scene.tokens.is_sentence_start(segment.first())
        && scene.is_one_of(segment.last_end(), "- – —")
        && segment.range().all(capitals)
        && scene.voice_at(segment.first()).is_none()
}

/// The share or number of people that begins at `at`, with how exact it is: `Près de la moitié des riverains`, `moins d'un électeur sur deux`, `un élu sur deux`.
fn about(scene: &Scene<'_, '_>, at: usize, limit: usize) -> Option<TokenRange> {
    let mention = &scene.mentions.list()[scene.mentions.at_token(at)?];
    let end = mention.tokens.last_end();
    let of = mention.tokens.first() == at
        && (scene.is_one_of(at, "près plus moins") || mention.tokens.len() > 2 && scene.is(end - 2, "sur"))
        && matches!(mention.kind, Kind::Percent | Kind::Count);
    of.then(|| TokenRange::new(at, phrase::end(scene, at + 2, limit, true).max(end)))
}

/// Whether what stands between `at` and the comma at `end` tells how or why, with objects of its own: `Sans nommer les élus,`, `En saluant les agents,`.
fn is_circumstance(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    let word = scene.word(at);
    let verb = if word == "en" {
        scene.word(at + 1).ends_with("ant")
    } else {
        is_one_of(word, "sans pour avant après") && clause::infinitive_from(scene, at + 1, end).is_some()
    };
    verb && scene.is(end, ",")
}

/// Whether a word without article opens a sentence that names nobody and governs the next one: `Municipales à Paris : …`, `Réunis mardi, …`.
fn is_bare_opening(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.tokens.is_sentence_start(at)
        && (words::is_preposition(scene.word(at + 1)) || scene.time_start(at + 1) == Some(at + 1))
        && !words::is_determiner(scene.word(at))
        && !words::is_subject_pronoun(scene.word(at))
        // `Partis du port, …`: a participle here, however the list of those who speak knows it.
        && (source(scene.word(at)).is_none() || scene.is(at, "partis"))
        && scene.name_at(at).is_none()
        && scene.mentions.at_token(at).is_none()
        && scene.tokens.kind(at) == Some(TokenKind::Word)
}

/// Adverbs that begin sentences.
fn is_opening_adverb(word: &str) -> bool {
    words::is_adverb(word) && !is_one_of(word, "tout beaucoup même")
}

/// Whether `des` or `du` at `index` begins an indefinite subject: `des habitants affirment`.
fn is_partitive(scene: &Scene<'_, '_>, index: usize, segment: TokenRange) -> bool {
    // `d'autres riverains`, `de nombreux experts`
    let plural = "autres anciens anciennes nombreux nombreuses rares multiples jeunes hauts";
    if scene.is_one_of(index, "de d'") && !scene.is_one_of(index + 1, plural) {
        return false;
    }
    index == segment.first() || words::is_coordinator(scene.word(index - 1)) || scene.is_sign(index - 1)
}

/// End of the prepositional phrase at `index`.
fn adverbial_end(scene: &Scene<'_, '_>, index: usize, end: usize) -> usize {
    let mut at = index;
    while at < end && words::is_preposition(scene.word(at)) {
        at += 1;
    }
    if at < end
        && let Some(time) = scene.time_end(at)
    {
        return time.min(end);
    }
    if at < end && phrase::begins(scene, at) {
        return phrase::end(scene, at, end, false).max(at + 1);
    }
    let of = words::is_of(scene.word(index));
    // A bare noun: `en conférence de presse`; not the name behind it: `À terme Utopia assure que …`.
    let stop = phrase::end(scene, at, end, false).max(at + 1).min(end);
    let name = |i: usize| {
        let opens = scene.voice_at(i).is_some_and(|m| scene.mentions.list()[m].tokens.first() == i);
        opens
            && !of
            && scene.pair_at(i).is_none()
            && !words::is_preposition(scene.word(i - 1))
            && !words::is_article(scene.word(i - 1))
            // `au magazine Le Courrier`
            && source(scene.word(i - 1)).is_none_or(|s| s.kind == SourceKind::Person)
    };
    (at + 1..stop).find(|&i| name(i)).unwrap_or(stop)
}

/// Participles and gerunds that begin an inserted segment: `interrogé par la presse`, `présent à Lyon`.
pub(super) fn is_participial(word: &str) -> bool {
    word.len() > 3
        && ["ant", "ants", "ante", "é", "ée", "és", "ées", "i", "ie", "u", "ue"].iter().any(|e| word.ends_with(e))
        && !words::is_adverb(word)
        && !words::is_demonstrative_pronoun(word)
        && !is_one_of(word, "avant devant pendant durant")
        || is_one_of(word, "présent présente joint jointe issus venus selon alors")
}

/// The noun phrase that follows its verb: `a déclaré à la presse, mardi, la ministre`. `at` is the token behind the verb group.
pub(super) fn behind(scene: &Scene<'_, '_>, sentence: TokenRange, at: usize, plural: bool) -> Option<TokenRange> {
    let limit = sentence.last_end().min(at + BEHIND);
    let mut at = at;
    // Whether a comma has opened an insertion: the next one closes it.
    let mut inserted = false;
    while at < limit {
        let word = scene.word(at);
        if let Some(time) = scene.time_end(at) {
            at = time;
        } else if word == "," && inserted && phrase::begins(scene, at + 1) {
            inserted = false;
            at += 1;
        } else if words::is_adverb(word) && scene.voice_at(at).is_none() && !(plural && is_count(scene, at)) {
            at += 1;
        } else if let Some(end) = phrase::set_phrase_end(scene, at) {
            at = end;
        } else if is_emphatic(scene, at) || words::is_of(word) && scene.is_one_of(at + 1, "lui elle eux elles") {
            // `dit lui aussi le maire`, `dit d'elle sa collègue`
            at += 2;
        } else if let Some(end) = parenthesis_end(scene, at, limit) {
            at = end;
        } else if word == "," && scene.is_one_of(at + 1, "sans en tout") {
            // `indique, sans la nommer, la préfecture`.
            at = (at + 2..limit).find(|&i| scene.is(i, ","))? + 1;
        } else if word == "," {
            // A comma goes on only into an inserted date or place: `a indiqué, mardi, le préfet`.
            let next = scene.word(at + 1);
            if scene.time_end(at + 1).is_some()
                || words::is_preposition(next) && !words::is_of(next)
                || words::is_adverb(next)
                || begins_after_inserted(scene, at)
            {
                inserted = true;
                at += 1;
            } else {
                return None;
            }
        } else if words::is_preposition(word) && clause::infinitive_from(scene, at + 1, limit).is_some() {
            return None;
        } else if words::is_preposition(word) && !words::is_of(word) {
            at = dative_end(scene, at, limit);
        } else if is_one_of(word, "le la l'")
            && scene.time_end(at + 1).is_some()
            && scene.time_start(at + 1) == Some(at + 1)
        {
            at += 1;
        } else if let Some(name) = name_in_marks(scene, at) {
            return Some(name);
        } else if word == "l'" && scene.is_one_of(at + 1, "un une") && scene.is_sign(at + 2) {
            // `glisse l'un.`
            return Some(TokenRange::new(at, at + 2));
        } else if word == "l'" && scene.is(at + 3, "entre") {
            // `a dit l'un d'entre eux, Paul Morel,`
            return Some(with_apposition(scene, TokenRange::new(at, at + 5), limit));
        } else if !plural && is_count(scene, at) {
            // `Anne Morel, de son côté, écrit dix messages`: not who writes.
            return None;
        } else if phrase::begins(scene, at)
            || matches!(word, "des" | "du")
            || plural && (phrase::is_bare_plural(scene, at) || is_count(scene, at))
        {
            let phrase = if matches!(word, "des" | "du") {
                let end = phrase::end(scene, at + 1, limit, plural);
                (end > at + 1).then(|| TokenRange::new(at, end))?
            } else {
                let end = phrase::end(scene, at, limit, plural);
                (end > at).then(|| TokenRange::new(at, end))?
            };
            let whole = if plural { listed_behind(scene, phrase, limit) } else { None };
            // `Comme l'écrit Le Courrier, Anne Morel a …`: no newspaper is a person.
            let body = scene.voice_at(phrase.first()).is_some_and(|m| scene.mentions.list()[m].kind != Kind::Person);
            return Some(whole.unwrap_or_else(|| if body { phrase } else { with_apposition(scene, phrase, limit) }));
        } else {
            return None;
        }
    }
    None
}

/// Whether several things are counted at `at`: `dix messages`, but no `une centaine de riverains`.
fn is_count(scene: &Scene<'_, '_>, at: usize) -> bool {
    let counted = |m: usize| {
        let mention = &scene.mentions.list()[m];
        mention.kind == Kind::Count && mention.tokens.first() == at
    };
    scene.mentions.at_token(at).is_some_and(counted) && !scene.is_one_of(at, "un une")
}

/// Whether `elle aussi` stands at `at`, which takes up the subject of a verb before it: `Le maire a salué lui aussi un « succès »`.
pub(super) fn is_emphatic(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.is_one_of(at, "lui elle eux elles") && scene.is(at + 1, "aussi")
}

/// The name that the marks at `at` hold and nothing else: `« … », résume « Le Courrier »`.
fn name_in_marks(scene: &Scene<'_, '_>, at: usize) -> Option<TokenRange> {
    let inner = scene.pair_at(at).filter(|p| p.open == at)?.inner();
    // `« … », dit « Momo », un riverain`: a nickname that no list has.
    let said = at > 2 && scene.is(at - 2, ",") && scene.pair_at(at - 3).is_some();
    if said && inner.len() == 1 && scene.tokens.is_capitalised(inner.first()) {
        return Some(inner);
    }
    let mention = &scene.mentions.list()[scene.voice_at(inner.first())?];
    // `Paul Morel, dit « Paulo »` is called so.
    let voice = mention.kind == Kind::Organisation || mention.kind == Kind::Person && !scene.is(at - 1, "dit");
    (mention.tokens == inner && voice).then_some(inner)
}

/// Where a few words between commas end, with someone behind them: `raconte, amère, une habitante`.
fn parenthesis_end(scene: &Scene<'_, '_>, at: usize, limit: usize) -> Option<usize> {
    inserted_end(scene, at, limit).filter(|&end| !phrase::begins(scene, at + 1) && phrase::begins(scene, end))
}

/// Where a few words between commas end, the first comma at `at`: `a, dans ce contexte, ajouté`.
pub(super) fn inserted_end(scene: &Scene<'_, '_>, at: usize, limit: usize) -> Option<usize> {
    if !scene.is(at, ",") {
        return None;
    }
    let close = (at + 2..limit.min(at + INSERTED)).find(|&i| scene.is(i, ","))?;
    (at + 1..close).all(|i| !scene.is_sign(i) && !scene.is_finite(i)).then_some(close + 1)
}

/// Where the words go on behind dates, adverbs and the one spoken to, from `start` on.
pub(super) fn behind_inserted(scene: &Scene<'_, '_>, start: usize, limit: usize) -> usize {
    let mut at = start;
    while at < limit {
        let word = scene.word(at);
        let skipped =
            scene.time_end(at).or_else(|| phrase::set_phrase_end(scene, at)).or_else(|| inserted_end(scene, at, limit));
        let next = if let Some(end) = skipped {
            end
        } else if words::is_adverb(word) || words::is_article(word) && scene.time_start(at + 1) == Some(at + 1) {
            at + 1
        } else if is_one_of(word, "à au aux dans lors devant sur auprès")
            && clause::infinitive_from(scene, at + 1, limit).is_none()
        {
            dative_end(scene, at, limit)
        } else {
            return at;
        };
        at = next.max(at + 1);
    }
    at
}

/// Whether the comma at `at` closes an inserted date or place: two commas back to back in `a indiqué, mardi, le préfet`.
fn begins_after_inserted(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.time_end(at.wrapping_sub(1)).is_some() && phrase::begins(scene, at + 1)
}

/// End of `à l'AFP`, `dans un communiqué`, `lors d'une conférence de presse`.
fn dative_end(scene: &Scene<'_, '_>, index: usize, limit: usize) -> usize {
    let mut at = index;
    while at < limit && words::is_preposition(scene.word(at)) {
        at += 1;
    }
    if at < limit
        && let Some(time) = scene.time_end(at)
    {
        return time;
    }
    // A name ends where it ends: in `à Bloomberg TV Sam Altman` the second one is the subject.
    let mut name = at;
    while name < limit && (words::is_determiner(scene.word(name)) || phrase::is_title(scene.word(name))) {
        name += 1;
    }
    if let Some(mention) = scene.name_at(name) {
        let end = scene.mentions.list()[mention].tokens.last_end();
        // `à l'Agence France-Presse (AFP) Anne Morel`
        return if scene.is(end, "(") && scene.is(end + 2, ")") { end + 3 } else { end };
    }
    // A common noun with its complements, up to a determiner or a person's name.
    let end = phrase::end(scene, at, limit, false).max(at + 1);
    (at + 1..end)
        .find(|&i| {
            // `demande à ses collègues pourquoi …`
            scene.is_one_of(i, "pourquoi comment combien")
                || scene.voice_at(i).is_some_and(|m| {
                    scene.mentions.list()[m].kind == Kind::Person && scene.mentions.list()[m].tokens.first() == i
                }) && !words::is_of(scene.word(i - 1))
                || phrase::is_title(scene.word(i))
        })
        .unwrap_or(end)
}
