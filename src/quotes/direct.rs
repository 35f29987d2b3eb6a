//! Quoted words: behind a colon, or introduced by nothing; told apart from scare quotes, titles and names in marks.

use super::apposition::with_apposition;
use super::cues::{self, Cue, Stance};
use super::scene::{Pair, Scene};
use super::speaker::Last;
use super::{
    Found, Quote, QuoteKind, Reader, Speaker, antecedent, clause, dialogue, incise, leaning, object, phrase, source,
    speaker, subject, words,
};
use crate::lexicon::speech::{Frame, readings};
use crate::lexicon::{self, SourceKind, report_words};
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::text::is_one_of;
use crate::tokens::{BlockKind, TokenKind};

/// How far in front of its colon a cue may stand, in tokens.
const COLON: usize = 60;

/// From so many words on, quoted words are speech, whatever they hold: of the marks in the training articles two in a hundred are not.
const LONG: usize = 8;

/// What shows words to everyone and may stand for who made it.
const HELD: &str = "banderole banderoles pancarte pancartes slogans affiches écriteau écriteaux";

/// Words on a wall, which nobody is known to have written.
const WALLS: &str = "tag tags graffiti graffitis inscription inscriptions";

/// What a crowd calls.
const CALLS: &str = "slogan cri cris";

/// What tells that words are shown.
const WRITTEN: &str = "écrit écrits inscrit inscrits inscrite inscrites tagué tagués taguée taguées";

/// How far in front of quoted words the banner that shows them is looked for, in tokens.
const SHOWN: usize = 16;

/// From so many words on, quoted words that hold a verb are speech.
const CLAUSE: usize = 4;

/// From so many words on, quoted words that open a headline and end in front of a colon are speech: `« Une belle journée » : la ville fête son pont`.
const HEADED: usize = 3;

/// Quoted words behind a colon: `X a déclaré : « … »`, `X : « … »`.
pub(super) fn introduced(reader: &mut Reader<'_, '_, '_>, sentence: TokenRange, block: usize, cues: &[Cue]) {
    let scene = reader.scene;
    // The pair before, where a colon introduced it: what it lists goes on (`: « … », « … » et « … »`).
    let mut listed: Option<(Pair, Found)> = None;
    for &pair in scene.pairs_in(sentence) {
        let inner = scene.trim(pair.inner());
        let behind_colon = pair.open > sentence.first() && scene.is(pair.open - 1, ":");
        let next = match listed.take() {
            Some((before, found)) if !behind_colon && goes_on(scene, before.close + 1, pair.open) => {
                Some(Found { range: inner, ..found })
            }
            _ if behind_colon => announced(reader, sentence, block, cues, pair),
            _ => None,
        };
        if let Some(found) = next {
            listed = Some((pair, found));
            if !reader.touches(inner) {
                reader.add(block, found);
            }
        }
    }
}

/// Whether nothing but commas, coordinators and `que` stands between two quotations.
fn goes_on(scene: &Scene<'_, '_>, from: usize, to: usize) -> bool {
    to - from <= 4
        && (from..to).all(|i| {
            scene.is_sign(i) && !scene.is(i, ".") || scene.is_one_of(i, "et ou que qu' encore puis mais enfin")
        })
}

/// The source right before a colon: `…, selon Paul Morel : « … »`, `Une journée noire pour Paul Morel : « … »`.
fn source_before(scene: &Scene<'_, '_>, sentence: TokenRange, colon: usize) -> Option<Speaker> {
    let floor = sentence.first().max(colon.saturating_sub(12));
    // `Même regret du côté de la mairie, mardi : « … »`
    let side = (floor..colon).rev().find(|&i| scene.is(i, "côté") && words::is_of(scene.word(i + 1)));
    if let Some(side) = side.filter(|_| !(sentence.first()..colon).any(|i| scene.is_finite(i))) {
        let phrase = phrase::read(scene, side + 2, colon, true);
        let phrase = phrase.filter(|&p| incise::speaks(scene, p))?;
        return Some(speaker::of_phrase(scene, with_apposition(scene, phrase, colon)));
    }
    let person = |i: usize| scene.voice_at(i).is_some_and(|m| scene.mentions.list()[m].kind == Kind::Person);
    // `Même son de cloche chez Paul Morel : « … »`
    let same = scene.is(sentence.first(), "même");
    let from = |i: usize| match scene.word(i) {
        "selon" => true,
        "pour" => person(i + 1),
        "chez" => person(i + 1) && same,
        "à" => same && scene.is(i + 1, "la") && scene.voice_at(i + 2).is_some(),
        _ => false,
    };
    let selon = (floor..colon).rev().find(|&i| from(i))?;
    let end = phrase::end(scene, selon + 1, colon, true);
    (end == colon && end > selon + 1).then(|| speaker::of_phrase(scene, TokenRange::new(selon + 1, end)))
}

/// The noun for words before a colon, and whose they are: `à la question d'un riverain : « … »`.
pub(super) fn said_by(scene: &Scene<'_, '_>, sentence: TokenRange, colon: usize) -> Option<(TokenRange, Speaker)> {
    let floor = sentence.first().max(colon.saturating_sub(12));
    let of = (floor + 1..colon).rev().find(|&i| words::is_of(scene.word(i)))?;
    let noun =
        (floor..of).rev().take(6).find(|&i| report_words::is_said(scene.word(i)) && !scene.tokens.is_capitalised(i))?;
    let phrase = TokenRange::new(of + 1, phrase::end(scene, of + 1, colon, true).max(of + 1));
    let speaks = !phrase.is_empty() && phrase.last_end() == colon && incise::speaks(scene, phrase);
    speaks.then(|| (TokenRange::new(noun, noun + 1), speaker::of_phrase(scene, phrase)))
}

/// The quotation in `pair`, which stands behind a colon.
fn announced(
    reader: &Reader<'_, '_, '_>,
    sentence: TokenRange,
    block: usize,
    cues: &[Cue],
    pair: Pair,
) -> Option<Found> {
    let scene = reader.scene;
    let colon = pair.open - 1;
    let cue = cues::ending_before(cues, colon).find(|c| {
        colon - c.tokens.last_end() < COLON && scene.pair_at(c.group).is_none() && c.verb.takes(Frame::Quoted)
    });
    // `sous le thème : « La ville est à tous »`
    let named = colon > sentence.first() && scene.is_one_of(colon - 1, "thème titre intitulé intitulée devise");
    if cue.is_none() && named {
        return None;
    }
    let turn = turn(scene, sentence, colon).filter(|_| cue.is_none());
    if cue.is_none() && turn.is_none() && count_words(scene, pair) < CLAUSE && !holds_verb(scene, pair.inner()) {
        return None;
    }
    let noun = if cue.is_none() { said_by(scene, sentence, colon) } else { None };
    let speaker = match cue {
        _ if noun.is_some() => noun.map(|(_, speaker)| speaker),
        _ if source_before(scene, sentence, colon).is_some() => source_before(scene, sentence, colon),
        // `La route est sûre, estime Paul Morel : « … »`
        Some(cue) if inverted(scene, sentence, cue, colon) => {
            speaker::of_cue(scene, sentence, cue, true, reader.last(block))
        }
        Some(cue) => leaning::speaker(reader, sentence, block, cue, cues)
            .or_else(|| main_subject(reader, sentence, block, colon)),
        None => named_behind(scene, sentence, pair)
            .or_else(|| source::leading(scene, sentence, colon, reader.last(block)))
            .or_else(|| agent(scene, sentence, colon))
            .or_else(|| turn.map(|p| speaker::of_noun(scene, p)))
            .or_else(|| main_subject(reader, sentence, block, colon)),
    };
    let (by, score) = if cue.is_some() { ("quote.colon", 0.95) } else { ("quote.announced", 0.7) };
    let cue = cue.map(|c| c.tokens).or(noun.map(|(noun, _)| noun));
    Some(Found { range: scene.trim(pair.inner()), kind: QuoteKind::Direct, speaker, cue, by, score })
}

/// The longest words in front of the colon of a turn, in tokens.
const TURN: usize = 14;

/// Who opens a line without a verb whose words follow a colon: `Anne Morel, 30 ans : « Jamais. »`, `Le maire : « Trop cher. »`
fn turn(scene: &Scene<'_, '_>, sentence: TokenRange, colon: usize) -> Option<TokenRange> {
    let first = sentence.first();
    let opens = scene.tokens.blocks()[scene.tokens.block_of(first)].tokens.first() == first;
    if !opens
        || colon - first > TURN
        || !scene.tokens.is_capitalised(colon + 2)
        || (first..colon).any(|i| scene.is_finite(i))
    {
        return None;
    }
    let phrase = phrase::read(scene, first, colon, true).filter(|&p| incise::speaks(scene, p))?;
    let person = |e: usize| scene.links.entities()[e].kind == Kind::Person;
    let noun = words::is_determiner(scene.word(phrase.first())) && phrase.len() > 1;
    let somebody = speaker::of_phrase(scene, phrase).entity.map_or(noun, person);
    (somebody && scene.is_one_of(phrase.last_end(), ": , (")).then_some(phrase)
}

/// Whose view a participle without a verb tells: `Un avis partagé par Anne Morel : « … »`.
fn agent(scene: &Scene<'_, '_>, sentence: TokenRange, colon: usize) -> Option<Speaker> {
    let verb = (sentence.first()..colon).find(|&i| scene.is_finite(i)).unwrap_or(colon);
    let by =
        (sentence.first() + 1..verb).find(|&i| scene.is(i, "par") && subject::is_participial(scene.word(i - 1)))?;
    let phrase = phrase::read(scene, by + 1, colon, true).filter(|&p| incise::speaks(scene, p))?;
    Some(speaker::of_phrase(scene, with_apposition(scene, phrase, colon)))
}

/// Whether whoever speaks stands between `cue`, which a comma parts from the words before it, and the colon.
fn inverted(scene: &Scene<'_, '_>, sentence: TokenRange, cue: &Cue, colon: usize) -> bool {
    let before = if cue.group > sentence.first() { scene.word(cue.group - 1) } else { "" };
    let behind = || {
        let behind = subject::behind(scene, sentence, cue.tokens.last_end(), cue.plural);
        behind.filter(|&p| cue.plural || !speaker::is_plural(scene, p))
    };
    match before {
        "," => {
            let own = || subject::before(scene, sentence, cue.group, cue.plural).is_some();
            behind().is_some_and(|p| p.last_end() == colon && (incise::speaks(scene, p) || !own()))
        }
        // `C'est ce que salue Anne Morel, élue de la ville : « … »`
        // `Comme le remarque Anne Morel dans son livre : « … »`
        "que" | "qu'" | "comme" => behind().is_some_and(|p| incise::speaks(scene, p)),
        _ => false,
    }
}

/// Quoted words that no rule before has explained.
pub(super) fn floating(reader: &mut Reader<'_, '_, '_>, sentence: TokenRange, block: usize) {
    let scene = reader.scene;
    let pairs: Vec<Pair> = scene.pairs_in(sentence).to_vec();
    let outside = words_outside(scene, sentence);
    // The quoted words before, what they list goes on: `« La paix », « du pain » et « assez »`.
    let mut listed: Option<(Pair, Option<Speaker>)> = None;
    for pair in pairs {
        let inner = scene.trim(pair.inner());
        if inner.is_empty() || reader.is_taken(inner) || reader.touches(inner) {
            let span = scene.tokens.span(inner);
            let same = reader.quotes.iter().rev().take(super::REPORTS).find(|q| q.span == span);
            listed = same.filter(|q| q.kind == QuoteKind::Direct).map(|q| (pair, q.speaker));
            continue;
        }
        let listing = listed.take().filter(|(b, _)| goes_on(scene, b.close + 1, pair.open) && !is_name(scene, pair));
        let alone = outside == 0;
        // What nobody closes may be no quotation at all.
        if !alone && (!scene.is_closed(pair) || scene.is_repeated(inner)) {
            continue;
        }
        // `a publié « Nous irons au bal » (Utopia)`
        let works = || readings(scene.word(pair.open - 1)).any(|(verb, _)| object::is_of_works(verb));
        if pair.open > sentence.first() && scene.tokens.is_capitalised(pair.open + 1) && works() {
            continue;
        }
        let named = named_behind(scene, sentence, pair).or_else(|| said_behind(scene, sentence, pair));
        let length = count_words(scene, pair);
        let kind = scene.tokens.blocks()[block].kind;
        let verb = holds_verb(scene, inner);
        let headed = kind == BlockKind::Headline
            && pair.open == scene.tokens.blocks()[block].tokens.first()
            && scene.is(pair.close + 1, ":");
        // `« Pas de travaux ici », les riverains n'en démordent pas`
        let opens = pair.open == sentence.first()
            && scene.is_one_of(pair.close + 1, ", :")
            && scene.is_sign(pair.close + 1)
            && scene.tokens.is_capitalised(inner.first());
        // `« Nous voulons la paix » : Anne, 30 ans, fait partie des riverains.`
        let behind = || {
            let clause = TokenRange::new(pair.close + 2, sentence.last_end().max(pair.close + 2));
            // `« On n'en peut plus » : pour Anne, 30 ans, …`
            let source = source::leading(scene, clause, clause.last_end(), reader.last(block));
            let subject =
                || subject::of_sentence(scene, clause, clause.last_end()).filter(|&p| incise::speaks(scene, p));
            source.or_else(|| Some(speaker::resolve(scene, subject()?, reader.last(block))))
        };
        let behind = if opens && kind == BlockKind::Paragraph { behind() } else { None };
        // `Paul Morel a dû « se décider en un jour »`, `une marche pour « réveiller la ville »`
        let acts = pair.open > 0
            && clause::infinitive_from(scene, inner.first(), inner.last_end()).is_some_and(|i| i < inner.first() + 3)
            && scene.is_one_of(
                pair.open - 1,
                "pour doit doivent devait dû veut veulent voulait peut peuvent pouvait pu va vont",
            );
        let shown = is_shown(scene, sentence, pair);
        // `« Courage, les gars ! »`: anybody may call so.
        let called = alone && !verb && (2..CLAUSE).contains(&length) && scene.is_one_of(pair.close - 1, "! ?");
        let speech = if named.is_some() {
            length >= 2
        } else if shown || listing.is_some() {
            length >= 2 || listing.is_some()
        } else if headed {
            length >= HEADED && !is_name(scene, pair)
        } else if alone {
            length >= CLAUSE
                || verb
                || matches!(kind, BlockKind::Subhead | BlockKind::Headline) && length >= 2
                || called
                || answers(scene, block, pair)
        } else {
            !is_title(scene, pair) && (length >= LONG || length >= CLAUSE && (verb || acts))
                || opens && length >= CLAUSE && !is_name(scene, pair)
        };
        if !speech {
            continue;
        }
        // `Anne Morel a réagi mardi :`, and in the next paragraph her words.
        let led = || {
            let opens = pair.open == scene.tokens.blocks()[block].tokens.first();
            opens.then(|| dialogue::introduced(reader, block).0)?
        };
        let caption = if alone && named.is_none() { captioned(scene, block, pair) } else { None };
        let named = named.or(caption).or_else(|| if alone { led() } else { None });
        let behind_it = || speaker::signed_behind(scene, pair.close + 1).or_else(|| told_after(scene, sentence, block));
        let named = named.or_else(|| if alone { behind_it() } else { None });
        let free = length >= LONG && scene.tokens.is_capitalised(inner.first());
        // `Il a été inculpé d'« association de malfaiteurs »`: nobody says so.
        // `…, a-t-il poursuivi, visant « … »`: he went on.
        let charges = |i: usize| report_words::charges(scene.word(i)) && !scene.word(i - 1).starts_with('-');
        let charged = (pair.open.saturating_sub(3).max(1)..pair.open).any(charges);
        let asked = if alone { asked(scene, pair, reader.last(block).is_some()) } else { None };
        let speaker = if named.is_some() {
            named
        } else if let Some((_, speaker)) = listing {
            speaker
        } else if shown {
            shows(reader, sentence, block, pair)
        } else if asked.is_some() {
            asked
        } else if charged && !alone {
            None
        } else if let Some(own) = own_words(scene, sentence, pair, reader.last(block)) {
            Some(own)
        } else if is_predicate(scene, pair) && !scene.is(pair.open - 1, "qui") {
            // `Paul Morel « a toute ma confiance »`: it is said of him, by who spoke before.
            reader.last(block).map(|l| l.speaker)
        } else if let Some(behind) = behind
            && (!free || behind.entity.is_some_and(|e| scene.links.entities()[e].kind == Kind::Person))
        {
            Some(behind)
        } else if alone || free && reader.last(block).is_some() {
            let before = speaker::subject_before(scene, sentence, block);
            let last = reader.last(block);
            // `Anne Morel hausse les épaules. « C'est la vie. »`: whom the text has turned to since.
            let turned = before.filter(|s| {
                let person = |e: usize| scene.links.entities()[e].kind == Kind::Person;
                s.entity.is_none_or(person) && last.is_none_or(|l| l.sentence + 1 < reader.sentence)
            });
            // Words that nobody has led to: whom the next sentence is about.
            let after = || if alone { speaker::subject_after(scene, sentence, block) } else { None };
            if called { before } else { turned.or(last.map(|l| l.speaker)).or(before).or_else(after) }
        } else {
            // `La ville bouge, dit Anne Morel, qui y voit « la preuve d'un réveil »`: whoever has spoken in the sentence already.
            let said = reader.quotes.last().filter(|q| {
                let words = scene.tokens.inside(q.span);
                sentence.holds(words.first()) && words.last_end() <= pair.open
            });
            let said = said.and_then(|q| q.speaker).filter(|s| s.entity.is_some());
            said.or_else(|| main_subject(reader, sentence, block, pair.open))
        };
        let (by, score) = if alone { ("quote.floating", 0.7) } else { ("quote.fragment", 0.5) };
        let floor = reader.last;
        reader.add(block, Found { range: inner, kind: QuoteKind::Direct, speaker, cue: None, by, score });
        listed = Some((pair, speaker));
        // Nobody without a name takes the floor by a fragment, and nobody at all by words set apart from the text.
        if !alone && speaker.is_some_and(|s| s.entity.is_none()) || caption.is_some() {
            reader.last = floor;
        }
    }
}

/// Whether quoted words stand on a banner or a wall, or are what a crowd calls: `une pancarte « Sauvez la vallée »`, `« Non au pont » est inscrit sur le mur`.
fn is_shown(scene: &Scene<'_, '_>, sentence: TokenRange, pair: Pair) -> bool {
    let behind = (pair.close + 1..sentence.last_end()).take(4).find(|&i| {
        let word = scene.word(i);
        !(scene.is_sign(i) || words::is_be(word) || words::is_have(word))
    });
    if behind.is_some_and(|i| scene.is_one_of(i, WRITTEN)) {
        return true;
    }
    // `une pancarte contre le « pont »`: no more than a part of a phrase.
    let before = pair.open.wrapping_sub(1);
    if pair.open == sentence.first() || words::is_determiner(scene.word(before)) || scene.is_group(pair) {
        return false;
    }
    for i in (sentence.first()..pair.open).rev().take(SHOWN) {
        let word = scene.word(i);
        if is_banner_noun(scene, i) || is_one_of(word, WRITTEN) && i > 0 && words::is_be(scene.word(i - 1)) {
            return !(words::is_of(scene.word(i + 1)) && scene.pair_at(i + 2).is_none());
        }
        if scene.pair_at(i).is_none() && scene.is_finite(i) && !words::is_be(word) {
            return false;
        }
    }
    false
}

/// Whom the line under quoted words that fill their own names, with nothing else: `« La route tuera »`, and below `L'entourage de la maire`.
fn captioned(scene: &Scene<'_, '_>, block: usize, pair: Pair) -> Option<Speaker> {
    let [own, line, _] = scene.tokens.blocks().get(block..block + 3)? else { return None };
    let (first, end) = (line.tokens.first(), line.tokens.last_end());
    let fills = own.tokens.first() == pair.open && own.tokens.last_end() == pair.close + 1;
    let one = scene.is_one_of(first, "le la l' un une") && line.tokens.len() <= CAPTION;
    if !fills || !one || (first..end).any(|i| scene.is_finite(i) || scene.is_sign(i)) {
        return None;
    }
    let phrase = phrase::read(scene, first, end, false)?;
    // `Une élue sur les réseaux sociaux`
    let told = phrase.last_end() == end || scene.is_one_of(phrase.last_end(), "sur à dans");
    (told && antecedent::can_speak(scene, phrase)).then(|| speaker::of_phrase(scene, phrase))
}

/// The longest line that names nobody but a speaker, in tokens.
const CAPTION: usize = 10;

/// Whose words the next sentence says that they are: `« On n'en peut plus. » Voilà ce que dit Anne Morel.`
fn told_after(scene: &Scene<'_, '_>, sentence: TokenRange, block: usize) -> Option<Speaker> {
    let after = scene.tokens.sentences().get(scene.tokens.sentence_of(sentence.first()) + 1)?;
    let first = after.tokens.first();
    let ce = first + if scene.is(first, "c'") { 2 } else { 1 };
    let told = scene.is_one_of(first, "c' voilà voici") && scene.is(ce, "ce") && scene.is_one_of(ce + 1, "que qu'");
    if !told || after.block != block {
        return None;
    }
    let cues = cues::find(scene, after.tokens);
    let cue = cues.iter().find(|c| c.stance == Stance::Finite)?;
    speaker::of_cue(scene, after.tokens, cue, true, None)
}

/// Whether line `block` opens with `pair` behind a question, as the answers of an interview do.
fn answers(scene: &Scene<'_, '_>, block: usize, pair: Pair) -> bool {
    let Some(before) = block.checked_sub(1).map(|b| &scene.tokens.blocks()[b]) else { return false };
    let asked = before.tokens.last_end() - 1;
    pair.open == asked + 1
        && before.kind != BlockKind::Headline
        && scene.is(asked, "?")
        && scene.pair_at(asked).is_none()
}

/// Who answers the question in front of quoted words, where nobody has spoken or it asks them: the one person of the headline. `Êtes-vous prête ? « Oui. »`
fn asked(scene: &Scene<'_, '_>, pair: Pair, spoken: bool) -> Option<Speaker> {
    let question = pair.open.checked_sub(1).filter(|&i| scene.is(i, "?") && scene.pair_at(i).is_none())?;
    let headline = scene.tokens.blocks().first().filter(|b| b.kind == BlockKind::Headline)?;
    let you = |i: usize| scene.is_one_of(i, "vous -vous votre vos");
    if spoken && !scene.tokens.sentence_range(question).range().any(you) {
        return None;
    }
    let mut people = scene.mentions.within(headline.tokens).filter(|&m| scene.mentions.list()[m].kind == Kind::Person);
    let first = people.next()?;
    let entity = scene.links.entity_of(first);
    let only = people.all(|m| scene.links.entity_of(m) == entity);
    only.then(|| speaker::of_phrase(scene, scene.mentions.list()[first].tokens))
}

/// Whether the quoted words begin with the verb of a clause whose subject stands outside.
pub(super) fn is_predicate(scene: &Scene<'_, '_>, pair: Pair) -> bool {
    let inner = pair.inner();
    let verb = inner.range().find(|&i| !words::is_clitic(scene.word(i)));
    // `Paul Morel « souhaite que … »` tells what he says himself.
    // `Le temps, selon Anne Morel, « était superbe »`
    let bare = verb == Some(inner.first()) && !scene.word(inner.first() + 1).starts_with('-');
    pair.open > 0
        && (!scene.is_sign(pair.open - 1) || bare && scene.is(pair.open - 1, ","))
        && verb.is_some_and(|i| scene.is_finite(i) && !scene.is_said(i))
}

/// Whose verb of saying the quoted words begin with: `un texte dans lequel la ministre, Anne Morel, « condamne cet acte »`.
fn own_words(scene: &Scene<'_, '_>, sentence: TokenRange, pair: Pair, last: Option<Last>) -> Option<Speaker> {
    let verb = pair.open + 1;
    let word = scene.word(verb);
    let says = pair.inner().len() > 1
        && scene.is_finite(verb)
        && scene.is_said(verb)
        && !words::is_be(word)
        && !words::is_have(word);
    if !says || pair.open <= sentence.first() || scene.is_one_of(pair.open - 1, "qui : et") {
        return None;
    }
    let subject = subject::before(scene, sentence, pair.open, word.ends_with("nt"))?;
    // `il attend que la ville « comprenne »`: what he wants.
    let wanted = subject.first() > sentence.first() && scene.is_one_of(subject.first() - 1, "que qu'");
    speaker::of_subject(scene, subject, last).filter(|s| s.entity.is_some() && !wanted)
}

/// The name right behind a quotation: `« … », Paul Morel, maire de la ville`, `« … » (Paul Morel)`.
fn named_behind(scene: &Scene<'_, '_>, sentence: TokenRange, pair: Pair) -> Option<Speaker> {
    let sign = pair.close + 1;
    if !scene.is_one_of(sign, ", (") || !sentence.holds(sign + 1) {
        return None;
    }
    // `« La gare doit rouvrir », par Anne Morel`: the headline of a column.
    let signed = scene.is(sign + 1, "par")
        && scene.tokens.blocks()[scene.tokens.block_of(pair.open)].kind == BlockKind::Headline;
    let sign = sign + usize::from(signed);
    // `l'un des « gilets rouges », Paul Morel`
    if scene.is_label(pair) {
        return None;
    }
    let mention = scene.voice_at(sign + 1)?;
    let tokens = scene.mentions.list()[mention].tokens;
    let end = tokens.last_end();
    let closed = !sentence.holds(end) || scene.is_one_of(end, ", ) .");
    let kind = scene.mentions.list()[mention].kind;
    // `« … » (mairie de Lens)` stands by itself; `lire « Les ponts » (Dupuis), de …` is a book and its publisher.
    let apart = |i: usize| !sentence.holds(i) || scene.is_sign(i) || scene.tokens.kind(i) == Some(TokenKind::Quote);
    let alone = || apart(pair.open.wrapping_sub(1)) && apart(end + 1);
    (closed
        && tokens.first() == sign + 1
        && (kind == Kind::Person || scene.is(sign, "(") && kind == Kind::Organisation && alone()))
    .then(|| speaker::of_phrase(scene, tokens))
}

/// The name behind a quotation and a verb that no list has: `« … », bafouille Paul Morel.`
fn said_behind(scene: &Scene<'_, '_>, sentence: TokenRange, pair: Pair) -> Option<Speaker> {
    let verb = pair.close + if scene.is(pair.close + 1, ",") { 2 } else { 1 };
    let word = scene.word(verb);
    let like_verb = sentence.holds(verb)
        && scene.tokens.kind(verb) == Some(TokenKind::Word)
        && !scene.tokens.is_capitalised(verb)
        && (word.ends_with(['e', 't', 'a']) || word.ends_with('é') && scene.is_said(verb))
        && !(words::is_preposition(word)
            || words::is_determiner(word)
            || words::is_coordinator(word)
            || words::is_subordinator(word)
            || words::is_adverb(word));
    let closes = |end: usize| !sentence.holds(end) || scene.is_sign(end);
    let named = scene.voice_at(verb + 1).map(|m| &scene.mentions.list()[m]).filter(|m| m.kind == Kind::Person);
    // `tweete un internaute`
    let someone = || {
        let phrase = phrase::read(scene, verb + 1, sentence.last_end(), false)?;
        let person = phrase
            .range()
            .take(3)
            .any(|i| lexicon::source(scene.word(i)).is_some_and(|s| s.kind == SourceKind::Person));
        (scene.is_one_of(verb + 1, "un une") && person).then_some(phrase)
    };
    let phrase = named.map(|m| m.tokens).filter(|t| t.first() == verb + 1).or_else(someone)?;
    (like_verb && closes(phrase.last_end())).then(|| speaker::of_phrase(scene, phrase))
}

/// The subject of the sentence's main clause, up to `limit`; where it names nobody, the last speaker.
pub(super) fn main_subject(
    reader: &Reader<'_, '_, '_>,
    sentence: TokenRange,
    block: usize,
    limit: usize,
) -> Option<Speaker> {
    let scene = reader.scene;
    let last = reader.last(block);
    let phrase = subject::of_sentence(scene, sentence, limit);
    // `Gilets rouges : « On tiendra »`, `300 personnes à la gare : « On tiendra »`: what a headline is about; the body tells who says so.
    let topic = |p: &TokenRange| {
        scene.tokens.blocks()[block].kind == BlockKind::Headline
            && scene.is(limit, ":")
            && !words::is_determiner(scene.word(p.first()))
            && !scene.is(p.first(), "des")
            && lexicon::titles::longest([scene.word(p.first())]).is_none()
            && scene.voice_at(p.first()).is_none()
    };
    let phrase = phrase.filter(|p| !topic(p));
    let subject = phrase.map(|p| speaker::resolve(scene, p, last));
    // `Cette ville « veut changer »` is spoken of where someone has just spoken.
    let place = |s: &Speaker| s.entity.is_some_and(|e| scene.links.entities()[e].kind == Kind::Place);
    let this = phrase.is_some_and(|p| words::is_demonstrative(scene.word(p.first())));
    let subject = subject.filter(|s| last.is_none() || !(this && place(s)));
    // A common noun that can speak is taken as written; anything else is not the one who speaks.
    // `Et 63 % guettent « un signe »`
    let share = |p: TokenRange| scene.tokens.kind(p.first()) == Some(TokenKind::Number) && scene.is(p.first() + 1, "%");
    let speaks = phrase.is_some_and(|p| p.len() > 1 && (incise::speaks(scene, p) || share(p)));
    // What stands on a banner is nobody's own words.
    let near = shown_before(sentence, limit);
    let last = last.filter(|_| !near.range().any(|i| is_banner_noun(scene, i)));
    let subject = subject.filter(|s| s.entity.is_some() || speaks).or(last.map(|l| l.speaker));
    subject.or_else(|| banner(scene, near))
}

/// Who shows or calls the words in `pair`: the subject of the verb in front of the banner, or of the clause behind them (`Aux cris de « … », des élus ont …`).
fn shows(reader: &Reader<'_, '_, '_>, sentence: TokenRange, block: usize, pair: Pair) -> Option<Speaker> {
    let scene = reader.scene;
    let last = reader.last(block);
    let before = shown_before(sentence, pair.open);
    // Nobody knows who wrote on a wall.
    if before.range().any(|i| scene.is_one_of(i, WALLS)) {
        return None;
    }
    let noun = before.range().rev().find(|&i| is_banner_noun(scene, i));
    let verb = (before.first()..noun.unwrap_or(pair.open)).rev().find(|&i| scene.is_finite(i));
    let called = noun.is_some_and(|i| scene.is_one_of(i, "cri cris"));
    let speaker = if called && verb.is_none() && scene.is(pair.close + 1, ",") {
        let rest = TokenRange::new(pair.close + 2, sentence.last_end().max(pair.close + 2));
        let subject = subject::of_sentence(scene, rest, rest.last_end());
        subject.and_then(|p| speaker::of_subject(scene, p, last))
    } else {
        verb.and_then(|v| speaker::of_verb(scene, sentence, v, last))
    };
    speaker.or_else(|| main_subject(reader, sentence, block, pair.open))
}

/// The banner in `range`, where nobody is seen to hold it: `Des banderoles pendent aux fenêtres : « … »`. Nobody knows who wrote on a wall.
fn banner(scene: &Scene<'_, '_>, range: TokenRange) -> Option<Speaker> {
    let noun = range.range().skip(1).find(|&i| scene.is_one_of(i, HELD))?;
    let words = TokenRange::new(noun - 1, noun + 1);
    words::is_determiner(scene.word(noun - 1)).then(|| Speaker { span: scene.tokens.span(words), entity: None })
}

/// Where a banner stands for what is quoted from `limit` on.
fn shown_before(sentence: TokenRange, limit: usize) -> TokenRange {
    TokenRange::new(sentence.first().max(limit.saturating_sub(SHOWN)), limit)
}

/// Whether token `at` is a noun for what shows words to everyone, or for what a crowd calls.
fn is_banner_noun(scene: &Scene<'_, '_>, at: usize) -> bool {
    [HELD, WALLS, CALLS].iter().any(|nouns| scene.is_one_of(at, nouns))
}

/// Whether `words` are a banner's.
pub(super) fn is_banner(scene: &Scene<'_, '_>, words: TokenRange) -> bool {
    words.len() == 2 && scene.is_one_of(words.last_end() - 1, HELD)
}

/// Whether the marks hold a name, or words with a capital each.
fn is_name(scene: &Scene<'_, '_>, pair: Pair) -> bool {
    let inner = pair.inner();
    let named = scene.mentions.at_token(inner.first()).is_some_and(|m| scene.mentions.list()[m].tokens == inner);
    named || inner.range().all(|i| scene.tokens.is_capitalised(i) || scene.word(i).len() <= 3)
}

/// How many words of the sentence stand outside marks.
fn words_outside(scene: &Scene<'_, '_>, sentence: TokenRange) -> usize {
    let mut at = sentence.first();
    let mut count = 0;
    while at < sentence.last_end() {
        match scene.pair_at(at) {
            Some(pair) => at = pair.close + 1,
            None => {
                count += usize::from(!scene.is_sign(at));
                at += 1;
            }
        }
    }
    count
}

/// How many words stand between the marks; counting stops where it no longer matters.
fn count_words(scene: &Scene<'_, '_>, pair: Pair) -> usize {
    pair.inner().range().take(40).filter(|&i| !scene.is_sign(i)).count()
}

/// Whether the words between marks hold a finite verb, or a pronoun that has one.
fn holds_verb(scene: &Scene<'_, '_>, inner: TokenRange) -> bool {
    inner.range().take(40).any(|i| {
        let word = scene.word(i);
        scene.is_finite(i) || is_one_of(word, "je j' il elle on nous vous ils elles c' ça n' ne qu'il tu")
    })
}

/// Whether the marks hold the title of a work, a slogan, a charge: by the noun in front of them.
fn is_title(scene: &Scene<'_, '_>, pair: Pair) -> bool {
    let before = pair.open.wrapping_sub(1);
    let named = (pair.open.saturating_sub(3)..pair.open).any(|i| report_words::announces_title(scene.word(i)));
    let charge = is_charge(scene, pair) && !holds_verb(scene, pair.inner());
    let capital = pair
        .inner()
        .range()
        .take(1)
        .any(|i| scene.tokens.is_capitalised(i) && scene.tokens.kind(i) == Some(TokenKind::Word));
    named || charge || capital && !holds_verb(scene, pair.inner()) && !scene.is(before, ":")
}

/// Whether the words between marks are what someone is prosecuted for: `une enquête pour « vol »`, `pour des « faits de vol » aggravés « par la violence »`.
fn is_charge(scene: &Scene<'_, '_>, pair: Pair) -> bool {
    let before = pair.open.wrapping_sub(1);
    let some = before - usize::from(before > 0 && scene.is(before, "des"));
    if scene.is(some, "pour") {
        return true;
    }
    before > 0
        && subject::is_participial(scene.word(before))
        && scene.pair_at(before - 1).is_some_and(|first| first.close + 1 == before && is_charge(scene, first))
}

/// Gives the paragraphs of a long quotation, each of which opens a mark that the last alone closes, to whoever the last one names.
pub(super) fn reopened(scene: &Scene<'_, '_>, quotes: &mut [Quote]) {
    for at in (1..quotes.len()).rev() {
        let block = |q: &Quote| scene.tokens.block_of(scene.tokens.inside(q.span).first());
        let (above, below) = (&quotes[at - 1], &quotes[at]);
        let open = scene.tokens.blocks()[block(above)].tokens.first();
        let whole = scene.pair_at(open).is_some_and(|p| !scene.is_closed(p));
        if above.by == "quote.floating"
            && below.kind == QuoteKind::Direct
            && block(above) + 1 == block(below)
            && whole
            && scene.tokens.reopens_below(open)
            && below.speaker.is_some_and(|s| s.entity.is_some())
        {
            quotes[at - 1].speaker = below.speaker;
        }
    }
}
