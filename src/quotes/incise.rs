//! Incises: `« … », a déclaré X`, `« …, dit-il, … »`, `…, a indiqué la préfecture`.

use super::cues::{self, Cue, Stance};
use super::scene::{Pair, Scene};
use super::{Found, QuoteKind, Reader, clause, inside, phrase, pronouns, source, speaker, subject, words};
use crate::lexicon::speech::{Class, Frame};
use crate::lexicon::{self, SourceKind};
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::text::is_one_of;
use crate::tokens::TokenKind;

/// How far in front of an incise the clause that it reports may begin, in tokens.
const REPORTED: usize = 160;

/// How far behind an incise what tells of the speaker is looked through, in tokens.
const TOLD: usize = 12;

/// The longest adverbial in front of `comme`, in tokens: `Au final, comme l'a dit le maire, …`.
const OPENING: usize = 4;

/// How many tokens an address is split into at most, behind its host.
const LINK: usize = 4;

/// Reads every incise of the sentence.
pub(super) fn read(reader: &mut Reader<'_, '_, '_>, sentence: TokenRange, block: usize, cues: &[Cue]) {
    // Where the incise before ended: the next one reports what stands behind it.
    let mut start = sentence.first();
    for cue in cues {
        if cue.stance == Stance::Finite
            && cue.group >= start
            && let Some(end) = one(reader, sentence, block, cue, start, cues)
        {
            start = end;
        }
    }
}

/// Reads the incise of `cue`, if it is one; returns where it ends.
fn one(
    reader: &mut Reader<'_, '_, '_>,
    sentence: TokenRange,
    block: usize,
    cue: &Cue,
    start: usize,
    cues: &[Cue],
) -> Option<usize> {
    let scene = reader.scene;
    // `Ceux qui parlent de « honte » ne trouvent plus la force …`: nobody says so.
    let verb = cue.tokens.last_end();
    if scene.is_one_of(cue.group, "ne n'")
        && cue.tokens.first() == cue.group + 1
        && scene.is_one_of(verb, "plus pas jamais aucun aucune guère")
    {
        return None;
    }
    // `…, nous évoquions la rue`: whoever writes. `…, peut-on penser que la rue est sûre ?`: no incise.
    let we = scene.is_one_of(cue.group, "nous vous") && ["ons", "ez"].iter().any(|e| scene.word(verb - 1).ends_with(e));
    if we || cue.inverted.is_some() && scene.is_one_of(verb, "que qu'") {
        return None;
    }
    let inside = scene.pair_at(cue.group);
    if let Some(pair) = inside {
        return inside::split(reader, sentence, block, cue, pair);
    }
    if let Some(end) = as_said(reader, sentence, block, cue, start) {
        return Some(end);
    }
    let before = left_edge(scene, cue.group, start)?;
    let quoted = closing_before(scene, before, start);
    let subject = subject::behind(scene, sentence, cue.tokens.last_end(), cue.plural)
        .filter(|&s| cue.plural || !is_plural_noun(scene, s))
        .filter(|&s| !is_abstract(scene, s));
    // `Le plan, souligne le maire, sera de « rouvrir la route »`: the clause goes on behind the incise.
    let over = subject.filter(|_| cue.inverted.is_none()).map_or(cue.tokens.last_end(), |s| s.last_end());
    // `Le maire, a précisé son adjoint, s'est entretenu avec elle.`
    let verb = over + 1 + usize::from(words::is_reflexive(scene.word(over + 1)));
    let resumes = scene.is(over, ",") && scene.is_finite(verb);
    let quotes = if resumes && cues::beginning_at(cues, over + 1).is_none() { sentence.last_end() } else { before };
    if quoted.is_none()
        && let Some(end) = amid(reader, sentence, block, cue, TokenRange::new(start, before), over)
    {
        return Some(end);
    }
    let is_incise = cue.inverted.is_some()
        || quoted.is_some_and(|p| !is_own_subject(scene, p, cue.group))
            && cue.verb.takes(Frame::Quoted)
            && subject.is_some_and(|s| !is_partitive_object(scene, s))
            && (subject.is_some_and(|s| speaks(scene, s))
                || quoted.is_some_and(|p| p.close - p.open > 4)
                || is_all_quoted(scene, TokenRange::new(start, before)))
        || quoted.is_none()
            && reports(cue, scene, start, quotes)
            && before < cue.group
            && subject.is_some_and(|s| {
                speaks(scene, s) && closes(scene, sentence, s.last_end()) && !(cue.plural && is_single(scene, s))
            });
    if !is_incise || quoted.is_none() && cue.inverted.is_some() && !reports(cue, scene, start, quotes) {
        return None;
    }
    // `L'autre prévenu, jugé pour « recel », avait récité un texte`: what he says, not who says so.
    if quoted.is_some()
        && cue.inverted.is_none()
        && subject.is_some_and(|s| {
            let one = scene.is_one_of(s.first(), "un une") && scene.is(s.first() + 1, "des");
            scene.is_one_of(s.first(), "un une des")
                && lexicon::source(scene.word(s.first() + 1 + usize::from(one)))
                    .is_none_or(|s| s.kind == SourceKind::Document)
                && scene.mentions.within(s).is_empty()
        })
        && begins_like_subject(scene, TokenRange::new(scene.trim(TokenRange::new(start, before)).first(), before))
    {
        return None;
    }
    let last = reader.last(block);
    let speaker = match cue.impersonal {
        // `« … », est-il écrit dans le communiqué`
        true => pronouns::written_in(scene, sentence, cue.tokens.last_end(), last),
        false => speaker::of_cue(scene, sentence, cue, true, last),
    };
    let end = match (cue.inverted, subject) {
        (None, Some(subject)) => subject.last_end(),
        _ => cue.tokens.last_end(),
    };
    let left = boundary(scene, start, before);
    // `Selon elle, la route est sûre, a-t-elle déclaré`
    let source =
        source::opening(scene, scene.trim(TokenRange::new(left, before)), last).filter(|_| cue.inverted.is_some());
    let speaker = source.map(|(speaker, _)| speaker).or(speaker);
    let left = source.map_or(left, |(_, start)| start);
    let reported = scene.trim(TokenRange::new(left, before));
    // `Le maire, Paul Morel, a salué la victime`: what stands before is the verb's own subject, no clause.
    if quoted.is_none()
        && cue.inverted.is_none()
        && !resumes
        && reported.len() < 40
        && !reported.is_empty()
        && !is_clause(scene, reported)
        && begins_like_subject(scene, reported)
    {
        return None;
    }
    let (by, score) = ("quote.incise", 0.95);
    let frame = quoted.is_none() && !reported.is_empty() && is_frame(scene, reported, end);
    match quoted {
        Some(_) if is_all_quoted(scene, reported) => {
            let pairs: Vec<Pair> = scene.pairs_in(reported).to_vec();
            for pair in pairs {
                reader.add(
                    block,
                    Found {
                        range: scene.trim(pair.inner()),
                        kind: QuoteKind::Direct,
                        speaker,
                        cue: Some(cue.tokens),
                        by,
                        score,
                    },
                );
            }
        }
        Some(pair) => {
            // `Cette « ruche », souligne le maire, sera gratuite`
            let verbless = !reported.range().any(|i| scene.is_finite(i));
            let (range, kind) = if says_all(scene, pair, reported) {
                (scene.trim(pair.inner()), QuoteKind::Direct)
            } else if verbless && quotes > before {
                (scene.trim(TokenRange::new(left, sentence.last_end())), QuoteKind::Mixed)
            } else {
                (reported, QuoteKind::Mixed)
            };
            reader.add(block, Found { range, kind, speaker, cue: Some(cue.tokens), by, score });
        }
        None if !reported.is_empty() && !frame => {
            let whole = goes_on(scene, sentence, end, reported, cues);
            // `Mardi, rapporte la préfecture, la route a rouvert.`
            if reported.len() == 1 && !whole && !scene.is_one_of(reported.first(), "oui non") {
                return Some(end);
            }
            let range = if whole { scene.trim(TokenRange::new(left, sentence.last_end())) } else { reported };
            let kind = reader.kind_of(range);
            reader.add(block, Found { range, kind, speaker, cue: Some(cue.tokens), by: "quote.unmarked", score: 0.8 });
        }
        None => {}
    }
    // `« … », a-t-il dit, « … »` and `… a-t-il ajouté : « … »`.
    let mut at = end;
    while at < sentence.last_end() && at < end + 12 {
        match scene.pair_at(at) {
            Some(next) if next.open == at && (quoted.is_some() || frame) => {
                let follows = scene.is_one_of(at - 1, ", : . ; et mais") || at == end;
                if follows && !followed_by_cue(scene, next, cues) && !scene.is_repeated(next.inner()) {
                    reader.add(
                        block,
                        Found {
                            range: scene.trim(next.inner()),
                            kind: QuoteKind::Direct,
                            speaker,
                            cue: Some(cue.tokens),
                            by,
                            score: 0.9,
                        },
                    );
                    return Some(next.close + 1);
                }
                break;
            }
            Some(_) => break,
            // `« … », dit-il, tandis qu'un riverain lui répond : « … »`
            None if scene.is_one_of(at, "tandis alors") && scene.is_one_of(at + 1, "que qu'") => break,
            None => at += 1,
        }
    }
    Some(end)
}

/// Whether `cue` reports a clause that no marks surround, or that holds quoted words: `La pause « ne suffira pas » à la ville, abonde le maire`.
fn reports(cue: &Cue, scene: &Scene<'_, '_>, start: usize, before: usize) -> bool {
    let quotes = || scene.pairs_in(TokenRange::new(start, before)).iter().any(|&p| !scene.is_group(p));
    cue.verb.takes(Frame::Unquoted) || cue.verb.takes(Frame::Quoted) && quotes()
}

/// `Comme l'explique le maire, la route est coupée`; `La route est coupée, comme l'a indiqué le maire`.
fn as_said(
    reader: &mut Reader<'_, '_, '_>,
    sentence: TokenRange,
    block: usize,
    cue: &Cue,
    start: usize,
) -> Option<usize> {
    let scene = reader.scene;
    // `ainsi que l'a dit le maire`
    let as_well = |i: usize| i > start && scene.is(i, "que") && scene.is(i - 1, "ainsi");
    let before = cue.group.checked_sub(1).filter(|&i| i >= start)?;
    let comme = before - usize::from(as_well(before));
    if comme == before && !scene.is(comme, "comme") {
        return None;
    }
    // `comme l'espère le maire`, `comme leur avait dit le maire`: what he wants, and to whom he said another thing.
    let told = (comme + 1..cue.tokens.first()).any(|i| scene.is_one_of(i, "leur lui"));
    // `comme l'en accuse le maire`: what he denies.
    if told
        || cue.verb.lemma == "accuser"
        || matches!(cue.verb.class, Class::Think | Class::Order)
            && !matches!(cue.verb.lemma, "estimer" | "penser" | "suggérer")
    {
        return None;
    }
    let subject = subject::behind(scene, sentence, cue.tokens.last_end(), cue.plural).filter(|&s| speaks(scene, s))?;
    let speaker = speaker::resolve(scene, subject, reader.last(block));
    let end = subject.last_end();
    let before = scene.trim(TokenRange::new(boundary(scene, start, comme), comme));
    let light = |i: usize| words::is_coordinator(scene.word(i)) || words::is_adverb(scene.word(i));
    let last = scene.word(before.last_end().saturating_sub(1));
    // `Sans surprise, comme l'a dit le maire, …`, `Reste que, comme l'a dit le maire, …`
    let opens = before.range().all(light)
        || before.len() <= OPENING && words::is_preposition(scene.word(before.first()))
        || is_one_of(last, "que qu' si");
    let range = if opens {
        let comma = (end..sentence.last_end().min(end + 30)).find(|&i| scene.is_one_of(i, ", :"))?;
        let from =
            if comma == end && scene.is(comma, ",") { source::behind_apposition(scene, sentence, end) } else { None };
        let from = from.unwrap_or(comma + 1);
        scene.trim(TokenRange::new(from, clause::end(scene, sentence, from, &[], false)))
    } else {
        // `La paix, comme l'a dit le maire, commence à l'école.`, `Le pont est, comme l'a dit le maire, « une honte ».`
        let subject = scene.is_finite(end + 1) && !before.range().any(|i| scene.is_finite(i));
        let behind = scene.trim(TokenRange::new(end + 1, sentence.last_end()));
        if !scene.is(end, ",") || !(subject || words::is_be(last) || words::is_have(last)) {
            before
        } else if is_all_quoted(scene, behind) {
            behind
        } else {
            scene.trim(TokenRange::new(before.first(), sentence.last_end()))
        }
    };
    let (range, kind) = match scene.pairs_in(range).first() {
        Some(pair) if is_all_quoted(scene, range) => (scene.trim(pair.inner()), QuoteKind::Direct),
        _ => (range, reader.kind_of(range)),
    };
    reader
        .add(block, Found { range, kind, speaker: Some(speaker), cue: Some(cue.tokens), by: "quote.as", score: 0.85 });
    Some(if opens { sentence.last_end() } else { end })
}

/// `Anne Morel, nous dit Le Courrier, « prépare son retour »`, `Car, affirme le maire, « il faut partir »`: the incise of `cue`, which ends at `over`, stands
/// in front of the quoted words. `lead` stands before it. Returns where the quoted words end.
fn amid(
    reader: &mut Reader<'_, '_, '_>,
    sentence: TokenRange,
    block: usize,
    cue: &Cue,
    lead: TokenRange,
    over: usize,
) -> Option<usize> {
    /// The longest words that only lead to the incise: `Mais non, car`.
    const LEAD: usize = 5;
    let scene = reader.scene;
    let pair = scene.pair_at(over + 1).filter(|p| p.open == over + 1 && p.close < sentence.last_end())?;
    let apart = scene.is(over, ",") && scene.is(cue.group.checked_sub(1)?, ",") && !pair.inner().is_empty();
    let subject = subject::behind(scene, sentence, cue.tokens.last_end(), cue.plural);
    let told = cue.inverted.is_some() || subject.is_some_and(|s| s.last_end() == over && speaks(scene, s));
    if !apart || !told || !cue.verb.takes(Frame::Quoted) || !scene.pairs_in(lead).is_empty() {
        return None;
    }
    let lead = scene.trim(lead);
    let predicate = scene.is_finite(pair.open + 1);
    // `Anne Morel, présidente du club, cite l'exemple d'un client, « un hôtel »`: her own verb.
    if cue.inverted.is_none() && !predicate && !is_clause(scene, lead) && begins_like_subject(scene, lead) {
        return None;
    }
    let last = reader.last(block);
    let speaker = if cue.impersonal { None } else { speaker::of_cue(scene, sentence, cue, true, last) };
    // `Le plan est prêt, mais, précise le maire, « il reste du travail »`
    let joint = scene.word(cue.group.wrapping_sub(2));
    let joined = words::is_coordinator(joint) || words::is_subordinator(joint);
    // A capital often goes without its accent: `A cette occasion`.
    let finite = |i: usize| scene.is_finite(i) && !(i == lead.first() && scene.is(i, "a"));
    let light = joined || lead.len() <= LEAD && !lead.range().any(|i| finite(i) || scene.voice_at(i).is_some());
    let (range, kind) = if light {
        (scene.trim(pair.inner()), QuoteKind::Direct)
    } else {
        (
            scene.trim(TokenRange::new(lead.first(), clause::end(scene, sentence, pair.open, &[], false))),
            QuoteKind::Mixed,
        )
    };
    reader.add(block, Found { range, kind, speaker, cue: Some(cue.tokens), by: "quote.incise", score: 0.85 });
    Some(range.last_end().max(pair.close + 1))
}

/// Whether the quoted words right before a verb, without a comma between them, belong to its subject: `les « gilets rouges » ont déploré le retard`.
fn is_own_subject(scene: &Scene<'_, '_>, pair: Pair, group: usize) -> bool {
    let short = pair.close - pair.open <= 4;
    let before = pair.open.wrapping_sub(1);
    let in_phrase = words::is_determiner(scene.word(before))
        || (words::is_of(scene.word(before)) || scene.is_one_of(before, "aux au")) && !scene.is_sign(before);
    pair.close + 1 == group && short && in_phrase && !scene.is_one_of(pair.close - 1, "? ! …")
}

/// Whether a phrase is plural by its determiner: no subject of `a révélé des sources`.
fn is_plural_noun(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    let first = phrase.first();
    scene.voice_at(first).is_none() && words::is_plural_determiner(scene.word(first))
}

/// Whether a phrase is headed by a noun for a quality or an event, which says nothing itself: `la nécessité d'un accord`, `l'existence d'un réseau`, or tells of
/// none at all: `ne trouvent aucun accord`.
fn is_abstract(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    let first = phrase.first();
    let head = scene.word(first + usize::from(words::is_determiner(scene.word(first))));
    // `veut parler du pouvoir d'achat`
    phrase.range().any(|i| scene.is(i, "pouvoir") && scene.is(i + 1, "d'"))
        || scene.is_one_of(first, "aucun aucune")
        || ["ence", "ance", "ité", "tion", "sion"].iter().any(|e| head.ends_with(e))
            && lexicon::source(head).is_none()
            && scene.links.antecedent(first + 1).is_none()
            && scene.name_at(first).is_none()
            && scene.name_at(first + 1).is_none()
            && !is_one_of(head, "majorité quantité assistance")
}

/// Whether what follows a verb is its object: `déploraient des « lenteurs »`.
fn is_partitive_object(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    scene.is_one_of(phrase.first(), "des du") && !speaks(scene, phrase)
}

/// Whether the quoted words say all by themselves and what stands before them is the scene: `Le soir venu, « nous partons », dit le maire`.
fn says_all(scene: &Scene<'_, '_>, pair: Pair, reported: TokenRange) -> bool {
    // Without a scene there is nothing to be apart from.
    if pair.open <= reported.first() {
        return false;
    }
    let inner = scene.trim(pair.inner());
    let before = pair.open - 1;
    // `À lire aussi Un pont ferme « Nous dormons mal », dit le maire`
    let link = (reported.first().saturating_sub(2)..pair.open)
        .take(4)
        .any(|i| scene.is(i, "lire") && scene.is(i + 1, "aussi"));
    // `Un quartier en travaux « Nous dormons mal », dit le maire`: a heading runs into it.
    let glued = scene.tokens.is_capitalised(inner.first())
        && scene.tokens.kind(before) == Some(TokenKind::Word)
        && !(words::is_preposition(scene.word(before))
            || words::is_determiner(scene.word(before))
            || words::is_subordinator(scene.word(before)))
        && (link || !(reported.first()..pair.open).any(|i| scene.is_finite(i)));
    let apart = glued
        || scene.is_one_of(before, ", - – — mais")
        || (before.saturating_sub(LINK)..=before).any(|i| scene.is_link(i));
    let alone = scene.pairs_in(TokenRange::new(reported.first(), pair.open)).is_empty();
    // `Avec cet accord, « le conflit est fini »` is one clause, `Le soir venu, « on part »` two.
    let verb = (reported.first()..pair.open).any(|i| scene.is_finite(i));
    let before = TokenRange::new(reported.first(), pair.open);
    let bound = !glued && !verb && phrase_only(scene, before) && !is_moment(scene, before);
    apart && alone && clause::is_whole(scene, inner, bound)
}

/// Whether a stretch ends in a sentence's opening that says when: `Puis dimanche,`.
fn is_moment(scene: &Scene<'_, '_>, range: TokenRange) -> bool {
    let mut at = range.last_end() - usize::from(scene.is(range.last_end() - 1, ","));
    while at > range.first() {
        let word = scene.word(at - 1);
        at = match scene.time_start(at - 1) {
            Some(start) => start.max(range.first()),
            None if words::is_adverb(word) || words::is_coordinator(word) || words::is_article(word) => at - 1,
            None => return false,
        };
        if scene.tokens.is_capitalised(at) {
            return true;
        }
    }
    true
}

/// Whether nothing but words stands there: no address, no dash.
fn phrase_only(scene: &Scene<'_, '_>, range: TokenRange) -> bool {
    range.range().all(|i| !scene.is_link(i) && !scene.is_one_of(i, "- – —"))
}

/// Whether `reported` holds a verb of its own, outside what relative clauses between commas insert. A verb that no list has shows in a stretch without
/// commas, by the words behind its subject: `Le préfet tergiverse encore, regrette le maire`.
fn is_clause(scene: &Scene<'_, '_>, reported: TokenRange) -> bool {
    let relative = |i: usize| {
        words::is_relative(scene.word(i))
            || words::is_preposition(scene.word(i)) && words::is_relative(scene.word(i + 1))
    };
    let (mut commas, mut inserted) = (0, false);
    for i in reported.range() {
        if scene.is(i, ",") {
            commas += 1;
            inserted = relative(i + 1);
        } else if !inserted && scene.is_finite(i) {
            return true;
        }
    }
    let subject = phrase::read(scene, reported.first(), reported.last_end(), false);
    commas == 0 && subject.is_some_and(|s| s.last_end() + 2 < reported.last_end())
}

/// Whether a verbless stretch may be a subject with its apposition: it begins with someone who can speak.
fn begins_like_subject(scene: &Scene<'_, '_>, reported: TokenRange) -> bool {
    let first = scene.trim_coordinator(reported).first();
    phrase::read(scene, first, reported.last_end(), false).is_some_and(|p| speaks(scene, p))
}

/// Whether an incise of its own follows the pair.
fn followed_by_cue(scene: &Scene<'_, '_>, pair: Pair, cues: &[Cue]) -> bool {
    let next = pair.close + 1;
    let next = if scene.is(next, ",") { next + 1 } else { next };
    cues::beginning_at(cues, next).is_some_and(|c| c.stance == Stance::Finite)
}

/// Whether the words at `at` tell what the speaker is: `a dit Anne Morel, directrice de l'école. « …`, `…, chargée de l'eau`, `…, une Lensoise de 52 ans`.
pub(super) fn is_apposition(scene: &Scene<'_, '_>, at: usize) -> bool {
    let article = scene.is_one_of(at, "un une");
    let noun = at + usize::from(article);
    let person = lexicon::source(scene.word(noun)).is_some_and(|s| s.kind == SourceKind::Person)
        || scene.is_one_of(noun, "chargé chargée âgé âgée")
        // `…, 28 ans, libraire à Lens`
        || scene.is(at + 1, "ans");
    if scene.tokens.is_capitalised(noun) { article } else { person }
}

/// The token where what an incise reports ends, if the token before its verb group is a comma, a mark or the like.
fn left_edge(scene: &Scene<'_, '_>, group: usize, start: usize) -> Option<usize> {
    let previous = group.checked_sub(1).filter(|&i| i >= start)?;
    if scene.pair_at(previous).is_some_and(|p| p.close == previous) {
        return Some(group);
    }
    scene.is_one_of(previous, ", ! ? … ... – — - (").then_some(previous)
}

/// The pair that closes right before `edge`.
fn closing_before(scene: &Scene<'_, '_>, edge: usize, start: usize) -> Option<Pair> {
    let mut at = edge;
    for _ in 0..3 {
        if at <= start {
            return None;
        }
        at -= 1;
        match scene.pair_at(at) {
            Some(pair) if pair.close == at => return Some(pair),
            _ if scene.is_one_of(at, ", . ! ? … ...") => {}
            _ => return None,
        }
    }
    None
}

/// Start of what an incise reports: behind the last colon or semicolon outside marks.
fn boundary(scene: &Scene<'_, '_>, start: usize, edge: usize) -> usize {
    let floor = start.max(edge.saturating_sub(REPORTED));
    let mut at = edge;
    while at > floor {
        if let Some(pair) = scene.pair_at(at - 1) {
            if pair.open < floor {
                return floor;
            }
            at = pair.open;
            continue;
        }
        // Behind an address another text begins.
        if scene.is_clause_sign(at - 1) || scene.is_link(at - 1) || scene.is_glued(at) {
            return at;
        }
        at -= 1;
    }
    floor
}

/// Whether all words of `range` stand between marks, but for coordinators and commas.
pub(super) fn is_all_quoted(scene: &Scene<'_, '_>, range: TokenRange) -> bool {
    let mut at = range.first();
    while at < range.last_end() {
        match scene.pair_at(at) {
            Some(pair) if pair.close < range.last_end() => at = pair.close + 1,
            Some(_) => return true,
            // `« … » ou encore « … »`
            None if scene.is_sign(at) || words::is_coordinator(scene.word(at)) || scene.is(at, "encore") => at += 1,
            None => return false,
        }
    }
    true
}

/// Whether what stands before an incise only leads to the quoted words behind it: `Ce jour-là, dit-il, « nous sommes partis »`, `… mais, dit-il, « … »`.
fn is_frame(scene: &Scene<'_, '_>, reported: TokenRange, end: usize) -> bool {
    let next = end + usize::from(scene.is(end, ","));
    let quotes = scene.pair_at(next).is_some_and(|p| p.open == next);
    // A capital often goes without its accent: `A cette heure`.
    let first = scene.word(reported.first());
    let leads =
        || (words::is_preposition(first) || first == "a") && !reported.range().skip(1).any(|i| scene.is_finite(i));
    quotes && (words::is_coordinator(scene.word(reported.last_end() - 1)) || leads())
}

/// Whether the clause around an incise goes on behind it: `La route, précise le maire, restera fermée`.
fn goes_on(scene: &Scene<'_, '_>, sentence: TokenRange, end: usize, reported: TokenRange, cues: &[Cue]) -> bool {
    // `Le pont, dit-on mardi à la mairie, ouvrira`
    let over = if scene.is(end, ",") { end } else { subject::behind_inserted(scene, end, sentence.last_end()) };
    let next = if scene.is(over, ",") { over + 1 } else { return false };
    let apart = || scene.is(next, "alors") || words::is_subordinator(scene.word(next));
    if over > end && (scene.pair_at(next).is_some() || apart()) {
        return false;
    }
    // What stands before is no clause yet: a short phrase, or no verb in it; or its verb still wants what follows (`permet, dit-il, de choisir`).
    let opens = scene.trim_coordinator(reported).first();
    let since = scene.is_one_of(reported.last_end() - 1, "longtemps ans mois semaines jours");
    let ago = (opens..reported.last_end().min(opens + 4)).find(|&i| since && scene.is(i, "y") && scene.is(i + 1, "a"));
    // `Il n'y a pas si longtemps, rappelle le maire, la ville …`
    let verb = reported.range().take(60).any(|i| scene.is_finite(i) && ago.is_none_or(|y| i > y + 1));
    // `Les éboueurs, a-t-il dit, ont repris le travail`: `reprendre` may also mean to say.
    let another = |cue: &Cue| verb || cue.inverted.is_some() || cue.stance != Stance::Finite;
    if next >= sentence.last_end() || cues::beginning_at(cues, next).is_some_and(another) {
        return false;
    }
    // `S'il est parti, dit-il, c'est par prudence`: the main clause is still to come.
    let subordinate = scene.is_one_of(opens, "si quand lorsque lorsqu' puisque puisqu' comme")
        || scene.is(opens, "s'") && scene.is_one_of(opens + 1, "il ils");
    let main = || !reported.range().any(|i| scene.is(i, ","));
    let light = |i: usize| words::is_preposition(scene.word(i)) || words::is_adverb(scene.word(i));
    // `Il ne s'agit pas d'ouvrir, précise le maire, mais de réparer`
    let corrects = scene.is(next, "mais")
        && reported.range().any(|i| scene.is(i, "pas") && (reported.first()..i).any(|n| scene.is_one_of(n, "ne n'")))
        && !scene.tokens.sentence_range(next).range().skip_while(|&i| i < next).any(|i| scene.is_finite(i));
    // `Le wali a effectué, a-t-on dit, plusieurs visites`; `permettra l'augmentation, a-t-on dit, du débit`
    let last = reported.last_end() - 1;
    let on = cues.iter().any(|c| c.tokens.last_end() == end && c.inverted.is_some());
    let governs = source::wants_object(scene, last, next)
        || on
            && scene.is(next, "du")
            && scene.tokens.kind(last) == Some(TokenKind::Word)
            && !scene.is_finite(last)
            && !subject::is_participial(scene.word(last))
            && phrase::read(scene, next, sentence.last_end(), false).is_some();
    corrects
        || governs
        || subordinate && main()
        || !verb
            && reported.len() < 14
            && (light(opens) || !is_of_speaker(scene, TokenRange::new(next, sentence.last_end())))
        || scene.is_one_of(next, "de d'") && clause::infinitive_from(scene, next + 1, sentence.last_end()).is_some()
}

/// Whether `rest`, behind the incise, tells more of the one who speaks: `Une honte, dit Anne Morel, la présidente du club`, `…, dit le maire, qui a voté`.
fn is_of_speaker(scene: &Scene<'_, '_>, rest: TokenRange) -> bool {
    let at = rest.first();
    let noun = at + usize::from(words::is_article(scene.word(at)));
    let told = scene.is(at, "qui") || is_apposition(scene, noun);
    // `…, dit le maire, le préfet a refusé`: the main clause.
    let main = |i: usize| scene.is_finite(i) && !(at..i).any(|i| words::is_subordinator(scene.word(i)));
    let mut far = rest.range().take(TOLD);
    let clause = |i: usize| scene.is_finite(i) || words::is_subject_pronoun(scene.word(i));
    told && !scene.word(at - 2).starts_with('-') && !far.any(|i| main(i) || scene.is(i, ",") && clause(i + 1))
}

/// Whether the phrase can speak at all: a name, or a common noun for someone or some body.
pub(super) fn speaks(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    let first = phrase.first();
    if words::is_possessive(scene.word(first)) && lexicon::source(scene.word(first + 1)).is_none()
        || is_abstract(scene, phrase)
    {
        return false;
    }
    let named = scene
        .mentions
        .within(phrase)
        .any(|m| matches!(scene.mentions.list()[m].kind, Kind::Person | Kind::Organisation | Kind::Place));
    named
        // `glisse l'un`
        || phrase.len() == 2 && scene.is(first, "l'") && scene.is_one_of(first + 1, "un une")
        // `ce dernier`
        || words::is_demonstrative(scene.word(first)) && scene.word(first + 1).starts_with("derni")
        || phrase.range().any(|i| {
            scene.links.antecedent(i).is_some()
                // `a proposé une « coalition »`: what is quoted speaks for nobody.
                || lexicon::source(scene.word(i)).is_some_and(|s| {
                    let several = |i: usize| {
                        let word = scene.word(i);
                        words::is_determiner(word) || words::is_of(word) || scene.is_counted(i)
                    };
                    // `plusieurs « riverains »`
                    let people = s.kind == SourceKind::Person && s.plural == Some(true);
                    let named = |p: Pair| people && scene.is_group(p) && (first..p.open).all(several);
                    scene.pair_at(i).is_none_or(|p| p.open < first || named(p))
                })
        })
        || phrase.range().all(|i| scene.tokens.is_capitalised(i) || words::is_of(scene.word(i)))
}

/// Whether `phrase` is one thing, of no several people: no subject of a plural verb.
fn is_single(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    let head = phrase.first() + 1;
    scene.is_one_of(phrase.first(), "le la l' un ce cet cette son sa")
        && lexicon::source(scene.word(head)).is_none()
        && scene.voice_at(head).is_none()
        && !phrase.range().any(|i| scene.is_one_of(i, "et des les plupart majorité"))
        && !scene.is_one_of(phrase.last_end(), ", et")
}

/// Whether nothing that a verb governs follows: the incise ends at a comma, a stop, a bracket, a preposition.
fn closes(scene: &Scene<'_, '_>, sentence: TokenRange, at: usize) -> bool {
    at >= sentence.last_end()
        || scene.is_sign(at) && !scene.is(at, ":")
        || scene.time_end(at).is_some()
        || words::is_preposition(scene.word(at))
        || words::is_adverb(scene.word(at))
        || scene.is_one_of(at, "qui dont où et le ce")
}
