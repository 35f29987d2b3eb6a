//! What a verb of saying has for its object, where that holds quoted words: `a dénoncé une « mascarade »`.

use super::cues::{Cue, Stance};
use super::scene::{Pair, Scene};
use super::{clause, phrase, subject, words};
use crate::lexicon::speech::{Class, Frame, Verb};
use crate::lexicon::{Source, SourceKind, source};
use crate::text::{TokenRange, is_one_of};

/// How far behind `comme` the quoted words stand by which someone describes themselves, in tokens.
const LIKENED: usize = 2;

/// `il y a deux ans`, in tokens.
const AGO: usize = 5;

/// Whether the quoted words opening at `open` are what `cue` calls somebody: `traite les élus de « parasites »`.
pub(super) fn calls(scene: &Scene<'_, '_>, cue: &Cue, open: usize) -> bool {
    is_one_of(cue.verb.lemma, "accuser traiter taxer") && scene.is_one_of(open - 1, "de d'")
}

/// Whether a title is what `verb` has in marks beside it.
pub(super) fn is_of_works(verb: Verb) -> bool {
    is_one_of(verb.lemma, "publier présenter lire chanter")
}

/// The object of `cue` that holds the quoted words opening at `open`.
pub(super) fn of(
    scene: &Scene<'_, '_>,
    sentence: TokenRange,
    cue: &Cue,
    open: usize,
    start: usize,
    further: &[Cue],
) -> Option<(TokenRange, &'static str)> {
    let verb = cue.verb;
    let adjacent = open == start;
    // `dénonce des « lenteurs »`: here `des` is the plural of `une`.
    let some = scene.is(open - 1, "des")
        && (start..open - 1).all(|i| words::is_adverb(scene.word(i)) || scene.time_end(i).is_some());
    // `se définit comme un « rêveur »`: right behind, and no group or party that has such a name.
    let group = |p: Pair| scene.is_group(p) || scene.word(open + 1).starts_with("gilet") || is_name(scene, p.inner());
    let named = scene.pair_at(open).is_some_and(group);
    if verb.lemma.ends_with(" comme") && (named || open > start + LIKENED) {
        return None;
    }
    // Without those who are called so.
    if calls(scene, cue, open) {
        return Some((TokenRange::new(open, end(scene, sentence, open, further)), "quote.object"));
    }
    // A name in marks (`une information de « L'Union »`) is no speech.
    if !adjacent && scene.pair_at(open).is_some_and(|p| is_name(scene, p.inner()))
        || scene.pair_at(open).is_some_and(|p| scene.is_label(p)) && !some
    {
        return None;
    }
    // `Jean M., 41 ans, dit « Petit Loup », est venu`: what they are called.
    let named = |pair: Pair| {
        is_name(scene, pair.inner()) && pair.inner().len() <= 3 && scene.is_one_of(pair.close + 1, ", ) : .")
    };
    if adjacent
        && verb.lemma == "dire"
        && scene.is(cue.group.wrapping_sub(1), ",")
        && cue.tokens.len() == 1
        && scene.pair_at(open).is_some_and(named)
    {
        return None;
    }
    // `le collectif dit des « bonnets verts »`
    if verb.lemma == "dire" && open == start + 1 && scene.is_one_of(start, "des du") && cue.tokens.len() == 1 {
        return None;
    }
    // `lancent « Le Comptoir du port »`: what they have founded.
    if adjacent
        && verb.lemma == "lancer"
        && scene.is_one_of(open + 1, "le la les l'")
        && scene.tokens.is_capitalised(open + 2)
    {
        return None;
    }
    // `a publié « Nous irons au bal »`: a title.
    if adjacent && is_of_works(verb) && scene.tokens.is_capitalised(open + 1) {
        return None;
    }
    if !(verb.takes(Frame::Object) || adjacent && verb.takes(Frame::Quoted) || verb.takes(Frame::Attribute)) {
        return None;
    }
    // `propose un service « premium »`
    // `refusent l'« agribashing »`
    let offers = verb.lemma == "proposer" || verb.lemma == "refuser" && words::is_article(scene.word(start));
    let weak = verb.takes(Frame::Weak)
        && !verb.takes(Frame::Quoted)
        && !(verb.lemma.ends_with(" comme") && cue.stance == Stance::Finite);
    if (weak || offers)
        && !adjacent
        && scene.pair_at(open).is_some_and(|p| p.close - p.open <= 3 + usize::from(offers))
        && !((verb.takes(Frame::InfinitiveA) || offers)
            && (open - 2..open).chain([start]).any(|i| scene.is_one_of(i, if offers { "à" } else { "à au aux" })))
    {
        return None;
    }
    // `invite les voyageurs « à rester chez eux »`: who is asked stands before, what is asked in the marks.
    if scene.is_one_of(open + 1, "à de d' que qu'")
        && (scene.is_one_of(open + 1, "que qu'") || clause::infinitive_from(scene, open + 2, open + 6).is_some())
    {
        return Some((TokenRange::new(open, end(scene, sentence, open, further)), "quote.object"));
    }
    // `invite les maires à la « prudence »`: who is asked.
    let link = open - 1 - usize::from(words::is_article(scene.word(open - 1)));
    let asks = is_one_of(verb.lemma, "inviter exhorter appeler alerter prévenir avertir encourager inciter presser")
        || verb.lemma == "mettre en garde";
    if asks
        && link > start
        && scene.is_one_of(link, "à au contre sur de d'")
        && phrase::read(scene, start, link, false).is_some_and(|p| p.last_end() == link)
    {
        return Some((TokenRange::new(link + 1, end(scene, sentence, open, further)), "quote.object"));
    }
    // The object begins behind dates, adverbs and the preposition, and behind what commas insert.
    let comma = (start + 1..open).find(|&i| scene.is(i, ",") && scene.is(start, ","));
    let mut from = comma.map_or(start, |i| i + 1);
    while from < open {
        let word = scene.word(from);
        // `a décrit sur la radio un homme « loyal »`: where.
        let told = is_one_of(word, "à au aux sur dans lors devant");
        let asked = if told { subject::behind_inserted(scene, from, open) } else { from };
        // `a proclamé sur Twitter « … »`, `a déclaré à l'AFP « … »`: the name alone.
        let whom = word != "à" || verb.class == Class::Assert && verb.takes(Frame::Quoted);
        let place = told && whom && asked == open && !words::is_determiner(scene.word(open - 1));
        if let Some(time) = scene.time_end(from) {
            from = time;
        } else if let Some(end) = phrase::set_phrase_end(scene, from).filter(|&end| end <= open) {
            from = end;
        } else if subject::is_emphatic(scene, from) {
            from += 2;
        } else if word == "il" && scene.is(from + 1, "y") && from + AGO <= open {
            // `a évoqué il y a deux ans une « méprise »`
            from += AGO;
        } else if from < asked && (asked < open || place) {
            // `demande au gouvernement plus de « moyens »`: who is asked. `propose à partager « le travail »`: nobody.
            from = asked;
        } else if words::is_adverb(word)
            || is_one_of(word, "de d' à sur , pour comme")
            || word == "autres" && scene.is(from - 2, "comme")
        {
            from += 1;
        } else {
            break;
        }
    }
    // `a annoncé, dans un entretien, sa candidature pour « … »`: what stands between commas is inserted.
    if words::is_preposition(scene.word(from))
        && let Some(comma) = (from..open).rev().find(|&i| scene.is(i, ","))
    {
        from = comma + 1;
    }
    Some((TokenRange::new(from.min(open), end(scene, sentence, open, further)), "quote.object"))
}

/// Where an object whose first quoted words open at `open` ends.
pub(super) fn end(scene: &Scene<'_, '_>, sentence: TokenRange, open: usize, further: &[Cue]) -> usize {
    let mut end = clause::end(scene, sentence, open, further, false);
    end = clause::coordinated(scene, TokenRange::new(open, end)).unwrap_or(end);
    // `a reconnu « une erreur » en expliquant que …`
    let mut within = further.iter().take_while(|c| c.group < end);
    let explains = |c: &&Cue| c.group > open && scene.is(c.group, "en") && scene.pair_at(c.group).is_none();
    end = within.find(explains).map_or(end, |c| c.group);
    // A comma behind the last quoted words ends the object.
    let mut at = open;
    while at < end {
        if let Some(pair) = scene.pair_at(at) {
            at = pair.close + 1;
            // `appelle à la « patience » après l'incendie`: when it was said.
            let when = scene.is_one_of(at, "après avant lors") || scene.time_end(at).is_some();
            // `dénonce un « mensonge » au cours d'un entretien`, `dans un communiqué`: where it was said.
            let during = scene.is(at, "au") && scene.is_one_of(at + 1, "cours micro terme sortir");
            let medium = |i: usize| {
                let said = |s: Source| s.kind == SourceKind::Document || crate::lexicon::is_medium(scene.word(i));
                source(scene.word(i)).is_some_and(said)
                    || scene.is_one_of(i, "entretien interview discours allocution interviews")
            };
            let place = scene.is_one_of(at, "dans sur") && (medium(at + 2) || medium(at + 3));
            if (when || during || place)
                && !scene.is_label(pair)
                && at < end
                && scene.pairs_in(TokenRange::new(at, end)).is_empty()
            {
                return at;
            }
            continue;
        }
        // `la « fermeture » des ponts, accusés d'être des « dangers »`
        let goes_on = || {
            scene.pairs_in(TokenRange::new(at, end)).first().is_some_and(|p| {
                let also = || (at + 1..p.open).any(|i| scene.is(i, "ainsi") && scene.is(i + 1, "que"));
                let participle = subject::is_participial(scene.word(at + 1)) && scene.voice_at(at + 1).is_none();
                p.open <= at + 3 || participle || also()
            })
        };
        if scene.is(at, ",") && !goes_on() {
            end = at;
            break;
        }
        at += 1;
    }
    end
}

/// Whether all words between marks but articles and prepositions begin with capitals.
fn is_name(scene: &Scene<'_, '_>, inner: TokenRange) -> bool {
    inner.len() <= 8
        && inner.range().all(|i| {
            scene.tokens.is_capitalised(i)
                || words::is_article(scene.word(i))
                || words::is_preposition(scene.word(i))
                || scene.is(i, "et")
        })
        && inner.range().any(|i| scene.tokens.is_capitalised(i))
}
