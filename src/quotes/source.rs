//! Sources named by a preposition: `selon X, …`, `…, d'après X`, `pour X, …`.

use super::apposition::with_apposition;
use super::cues::{self, Cue};
use super::scene::{Pair, Scene};
use super::speaker::Last;
use super::{Found, QuoteKind, Reader, Speaker, antecedent, clause, incise, phrase, pronouns, speaker, subject, words};
use crate::lexicon::{SourceKind, report_words, source};
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::text::{ends_like, is_one_of};
use crate::tokens::TokenKind;

/// How far behind those of whom `pour` tells the verb of what befalls them is looked for, in tokens.
const BEFALLS: usize = 16;

/// From so many tokens on, quoted words behind a comma stand for themselves.
const APPOSITION: usize = 5;

/// How many insertions between commas are stepped over behind a source: `Selon X, élue de Y, qui préside Z, …`.
const APPOSITIONS: usize = 4;

/// The longest adverbial in front of a source, in tokens.
const ADVERBIAL: usize = 8;

/// The longest clause that a source stands behind, in tokens.
const REPORTED: usize = 160;

/// What those who write have found out themselves: `selon nos mesures`.
const OWN: &str = "mesures tests test essais essai calculs relevés comparatif comparatifs labo laboratoire expérience";

/// Reads every source of the sentence.
pub(super) fn read(reader: &mut Reader<'_, '_, '_>, sentence: TokenRange, block: usize, cues: &[Cue]) {
    let scene = reader.scene;
    let mut at = sentence.first();
    while at < sentence.last_end() {
        if let Some(pair) = scene.pair_at(at) {
            at = pair.close + 1;
            continue;
        }
        let next = marker(scene, sentence, at).and_then(|noun| one(reader, sentence, block, at, noun, cues));
        at = next.unwrap_or(at + 1);
    }
}

/// Where the noun phrase behind a source marker at `at` begins.
fn marker(scene: &Scene<'_, '_>, sentence: TokenRange, at: usize) -> Option<usize> {
    let first = at == sentence.first() || scene.is_sign(at - 1) && at - 1 == sentence.first();
    // `Route coupée : pour le maire, « le pont doit tenir »`
    // `La route coupée Pour Paul Morel, …`: a heading runs into it.
    let first = first || scene.tokens.is_capitalised(at) && scene.tokens.kind(at - 1) == Some(TokenKind::Word);
    let first =
        first || scene.is_clause_sign(at - 1) && !scene.pairs_in(TokenRange::new(at, at + ADVERBIAL)).is_empty();
    let apart = first || scene.is_sign(at - 1);
    match (scene.word(at), scene.word(at + 1), scene.word(at + 2)) {
        // `entre 200 et 500 selon les sources`: each says something else.
        ("selon", "les", "sources" | "estimations" | "cas") if scene.is_sign(at + 3) => None,
        // `que selon lui la route est sûre`: of whoever says so already.
        ("selon", "lui" | "elle" | "eux" | "elles", _)
            if at > sentence.first() && scene.is_one_of(at - 1, "que qu'") && scene.is_said(at - 2) =>
        {
            None
        }
        ("selon", ..) => Some(at + 1),
        ("d'", "après", _) => Some(at + 2),
        ("à", "en", "croire") => Some(at + 3),
        ("dixit", ..) => Some(at + 1),
        // Not inside a clause: `se passer de l'avis du maire`, `beau aux yeux des riverains`.
        ("de", "source" | "sources", _) if apart => Some(at + 1),
        ("de", "l'", "avis" | "aveu" | "opinion") if apart => {
            behind_of(scene, at + 3 + usize::from(scene.is(at + 3, "même")))
        }
        ("si", "l'", "on") if scene.is(at + 3, "en") && scene.is(at + 4, "croit") => Some(at + 5),
        ("de", "son" | "leur", "avis") if apart => Some(at + 3),
        ("aux", "yeux" | "dires", _) | ("au", "dire", _) if apart => behind_of(scene, at + 2),
        // A capital often goes without its accent: `A ses yeux`.
        ("à" | "a", "ses" | "leurs", "yeux") => Some(at + 3),
        ("pour", "sa" | "leur", "part") => None,
        ("pour", "qui", _) if at > sentence.first() && scene.is(at - 1, ",") => Some(at + 1),
        ("pour", ..)
            if first
                || scene.is_one_of(sentence.first(), "mais et seulement")
                    && at <= sentence.first() + 2
                    && scene.is_one_of(at - 1, "mais et ,")
                || is_sided(scene, sentence, at) =>
        {
            Some(at + 1)
        }
        _ => None,
    }
}

/// Where the noun begins that `de` at `at` governs; `des` is its article as well.
fn behind_of(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    match scene.word(at) {
        "de" | "d'" | "du" => Some(at + 1),
        "des" => Some(at),
        _ => None,
    }
}

/// Whether `pour` at `at` tells beside quoted words who says them.
fn is_sided(scene: &Scene<'_, '_>, sentence: TokenRange, at: usize) -> bool {
    quoted_before(scene, sentence, at) || named_behind_quoted(scene, sentence, at) || named_amid(scene, sentence, at)
}

/// Whether quoted words that stand for themselves end right before `at`: `« Un succès » pour la ville, « un échec » pour les riverains`.
fn quoted_before(scene: &Scene<'_, '_>, sentence: TokenRange, at: usize) -> bool {
    let Some(pair) = at.checked_sub(1).and_then(|i| scene.pair_at(i)).filter(|p| p.close + 1 == at) else {
        return false;
    };
    pair.inner().len() > 1
        && (pair.open == sentence.first() || scene.is_one_of(pair.open - 1, ", : ;") && scene.is_sign(pair.open - 1))
}

/// Whether `pour` at `at` names a person, and nothing more, behind quoted words and a comma: `Voilà une « honte », pour Paul Morel.`
fn named_behind_quoted(scene: &Scene<'_, '_>, sentence: TokenRange, at: usize) -> bool {
    let person = |i: usize| {
        let mention = &scene.mentions.list()[scene.voice_at(i)?];
        (mention.kind == Kind::Person).then(|| mention.tokens.last_end())
    };
    at > sentence.first() + 1
        && scene.is(at - 1, ",")
        && scene.pair_at(at - 2).is_some_and(|p| {
            p.close + 2 == at && p.inner().len() > 1 && p.open > 0 && words::is_determiner(scene.word(p.open - 1))
        })
        && scene.pairs_in(TokenRange::new(sentence.first(), at)).len() == 1
        && person(at + 1).is_some_and(|end| closes(scene, sentence, end))
}

/// Whether `pour` at `at` names a person between the commas behind `est`, in front of quoted words: `Il s'agit, pour Anne Morel, de « tenir ».`
fn named_amid(scene: &Scene<'_, '_>, sentence: TokenRange, at: usize) -> bool {
    let is = at > sentence.first() + 1
        && scene.is(at - 1, ",")
        && scene.is_one_of(at - 2, "est était sera sont étaient reste restait agit agissait");
    let person = || {
        let mention = &scene.mentions.list()[scene.voice_at(at + 1)?];
        (mention.kind == Kind::Person).then(|| mention.tokens.last_end())
    };
    let quotes = |end: usize| !scene.pairs_in(TokenRange::new(end, sentence.last_end())).is_empty();
    is && person().is_some_and(|end| scene.is(end, ",") && quotes(end))
}

/// The source that opens `range`, and where what it says begins: `Selon elle, la route est sûre`.
pub(super) fn opening(scene: &Scene<'_, '_>, range: TokenRange, last: Option<Last>) -> Option<(Speaker, usize)> {
    let start = scene.trim_coordinator(range).first();
    let noun = start + 1;
    let by_pour = scene.is(start, "pour");
    if !by_pour && !scene.is(start, "selon") {
        return None;
    }
    let (speaker, end) = if scene.is_one_of(noun, "lui elle eux elles") {
        (pronouns::of_disjunctive(scene, noun, last)?, noun + 1)
    } else {
        let phrase = phrase::read(scene, noun, range.last_end(), true)?;
        if by_pour && !is_voice(scene, phrase) {
            return None;
        }
        let named = with_name(scene, phrase, range.last_end());
        let phrase = if scene.is(named.last_end(), ",") { named } else { phrase };
        (speaker::resolve(scene, phrase, last), phrase.last_end())
    };
    (scene.is(end, ",")).then(|| Some((speaker, behind_apposition(scene, range, end)?)))?
}

/// `phrase`, or the name behind it: `Selon Reuters, le maire Paul Morel a …` names its subject behind the comma, `Pour un ancien élu, Paul Morel, …` who says so.
/// `Selon l'acte d'accusation, Paul Morel est …`: no document has a person's name.
fn with_name(scene: &Scene<'_, '_>, phrase: TokenRange, limit: usize) -> TokenRange {
    let kind = |i: usize| source(scene.word(i)).map(|s| s.kind);
    let written = |i: usize| kind(i) == Some(SourceKind::Document) || scene.is(i, "acte");
    let document = phrase.range().take(3).any(written) && !phrase.range().any(|i| kind(i) == Some(SourceKind::Person));
    if document { phrase } else { with_apposition(scene, phrase, limit) }
}

/// The person or body that the sentence names as its source before `limit`: `Pour Paul Morel, tout va bien : « … »`, `Selon lui, tout va bien : « … »`.
pub(super) fn leading(
    scene: &Scene<'_, '_>,
    sentence: TokenRange,
    limit: usize,
    last: Option<Last>,
) -> Option<Speaker> {
    let start = scene.trim_coordinator(sentence).first();
    if !scene.is_one_of(start, "pour selon") {
        return None;
    }
    if scene.is_one_of(start + 1, "lui elle") && scene.is(start + 2, ",") {
        return pronouns::of_disjunctive(scene, start + 1, last);
    }
    let phrase = phrase::read(scene, start + 1, limit, true)?;
    is_voice(scene, phrase).then(|| speaker::of_phrase(scene, phrase))
}

fn one(
    reader: &mut Reader<'_, '_, '_>,
    sentence: TokenRange,
    block: usize,
    at: usize,
    noun: usize,
    cues: &[Cue],
) -> Option<usize> {
    let scene = reader.scene;
    let limit = sentence.last_end();
    let last = reader.last(block);
    let word = scene.word(noun);
    let by_pour = scene.is(at, "pour");
    // `selon moi`: whoever writes, or is quoted already; `selon votre âge` names nobody.
    if is_one_of(word, "moi nous vous toi votre vos") || is_one_of(word, "nos notre") && scene.is_one_of(noun + 1, OWN)
    {
        return None;
    }
    let whose = noun > 1 && scene.is_one_of(noun - 2, "son ses leur leurs");
    // `selon ses propres mots`
    let worded = (noun + 1..noun + 3).find(|&i| words::is_possessive(word) && scene.is_one_of(i, speaker::WORDING));
    let (speaker, end) = if whose && scene.is_one_of(noun - 1, "yeux avis") || worded.is_some() {
        // `Le maire a fait un geste, inutile à ses yeux`: the sentence's own subject.
        // `Selon ses propres dires, Paul Morel était là.`
        let comma = worded.map(|i| i + 1).filter(|&i| at == sentence.first() && scene.is(i, ","));
        let main = comma.map(|comma| TokenRange::new(comma + 1, sentence.last_end()));
        let own = subject::of_sentence(scene, main.unwrap_or(sentence), main.map_or(at, |m| m.last_end()));
        let own = own.map(|p| speaker::of_phrase(scene, p));
        let own = own.filter(|s| s.entity.is_some_and(|e| scene.links.entities()[e].kind == Kind::Person));
        (own.or(last.map(|l| l.speaker)), worded.map_or(noun, |i| i + 1))
    } else if is_one_of(word, "lui elle eux elles") {
        (pronouns::of_disjunctive(scene, noun, last), noun + 1)
    } else if word == "qui" || is_which(word) {
        // `…, a dit Paul Morel, pour qui la route …`
        // Without a comma it is the noun alone: `une impression selon laquelle …`.
        let apart = at > sentence.first() && scene.is(at - 1, ",");
        let said = last.filter(|_| apart && reader.has_said(at)).map(|l| l.speaker);
        let named = || {
            let noun = antecedent::of_noun(scene, sentence.first(), at)?;
            let noun = antecedent::named_by(scene, noun).unwrap_or(noun);
            // `Paul Morel répète sa thèse selon laquelle …`
            if scene.is_one_of(noun.first(), "son sa ses leur leurs") {
                let mut near = (sentence.first()..noun.first()).rev().take(ADVERBIAL + ADVERBIAL);
                let Some(verb) = near.find(|&i| scene.is_finite(i)) else { return last.map(|l| l.speaker) };
                let own = subject::before(scene, sentence, verb, scene.word(verb).ends_with("nt"))?;
                let own = speaker::resolve(scene, own, last);
                return Some(own).filter(|s| s.entity.is_some());
            }
            (word == "qui" || incise::speaks(scene, noun)).then(|| speaker::resolve(scene, noun, last))
        };
        (said.or_else(named), noun + 1)
    } else {
        let end = phrase::end(scene, noun, limit, true);
        let found = TokenRange::new(noun, end.max(noun));
        // `selon l'expression d'Anne Morel`, but no `selon l'expression du visage`.
        let whose = || scene.mentions.within(found).any(|m| scene.is_voice(m));
        let measure =
            |i: usize| report_words::is_measure(scene.word(i)) && !(speaker::is_document(scene, i) && whose());
        if found.is_empty() || (noun..end.min(noun + 3)).any(measure) {
            return None;
        }
        let named = with_name(scene, found, limit);
        let comma = scene.is(named.last_end(), ",");
        // `Aux yeux de la maire, Paul Morel, ancien élu, est …`, `selon Le Monde, Paul Morel est …`: whom it is said of.
        let inserted = subject::inserted_end(scene, named.last_end(), limit).filter(|&end| scene.is_finite(end));
        let known = |phrase| speaker::of_phrase(scene, phrase).entity;
        let other = || !comma && known(found).is_some_and(|e| Some(e) != known(named));
        let named = if inserted.is_some() || other() { found } else { named };
        let closed = comma && !speaker::is_plural(scene, found);
        let found = if at > sentence.first() || closed { named } else { found };
        // `Pour les riverains, le pont leur a épargné un détour`: what befalls them.
        let befalls = || {
            let verb = (found.last_end()..limit).take(BEFALLS).find(|&i| scene.is_finite(i));
            verb.is_some_and(|v| scene.is_one_of(v - 1, "leur lui"))
        };
        // `Pour un coureur, la côte est rude`: in such a case. `Pour un élu, « la côte est rude »` quotes.
        let any = matches!(word, "un" | "une")
            && !scene.is_one_of(noun + 1, "ancien ancienne autre")
            && scene.pairs_in(TokenRange::new(end, limit)).is_empty();
        if by_pour && (!is_voice(scene, found) || clause::is_infinitive(scene, noun) || any || befalls()) {
            return None;
        }
        // `varie selon les heures`: by what measure, inside its clause.
        if at > sentence.first()
            && scene.is(at, "selon")
            && !scene.is_sign(at - 1)
            && !scene.tokens.is_capitalised(at)
            && !words::is_coordinator(scene.word(at - 1))
            && is_one_of(word, "le la l' les leur leurs")
            && !incise::speaks(scene, found)
            && !found.range().any(|i| scene.tokens.is_capitalised(i))
            && !found.range().take(3).any(|i| speaker::is_document(scene, i))
            && speaker::resolve(scene, found, last).entity.is_none()
        {
            return None;
        }
        let speaker = speaker::resolve(scene, found, last);
        let over = behind_participle(scene, found.last_end(), limit);
        // `selon un bilan donné lundi par la préfecture`: a participle says which.
        let last = found.last_end() - usize::from(subject::is_participial(scene.word(found.last_end() - 1)));
        let says =
            speaker.entity.is_none() && ends_like(scene.word(last), &["é", "ée", "és", "ées", "ue", "ues", "ie"]);
        let whole = TokenRange::new(noun, if says { over } else { found.last_end() });
        let span = if says { scene.tokens.span(whole) } else { speaker.span };
        (Some(Speaker { span, ..speaker }), over)
    };
    // Where a heading or a post runs into it without a stop, its capital tells that a sentence begins.
    let comma = at - usize::from(at > sentence.first() && scene.is(at - 1, ","));
    let adverb = comma > sentence.first() + 1
        && scene.tokens.is_capitalised(comma - 1)
        && (words::is_adverb(scene.word(comma - 1)) || words::is_coordinator(scene.word(comma - 1)));
    let opens = at > sentence.first() && scene.tokens.is_capitalised(at);
    // `La route est coupée, mais selon le maire, le pont tient.`, `puisque, selon lui, …`
    let behind = |back: usize, words| at > sentence.first() + back && scene.is_one_of(at - 1 - back, words);
    let coordinated = scene.is(end, ",")
        && (behind(0, "mais et car or puisque") || behind(1, "car or puisque") && scene.is(at - 1, ","));
    let start = if opens || adverb {
        comma - usize::from(adverb)
    } else if coordinated {
        at
    } else {
        boundary(scene, sentence, at)
    };
    let lead = scene.trim(TokenRange::new(start, at));
    let leads = scene.pairs_in(lead).is_empty()
        && lead
            .range()
            .all(|i| words::is_coordinator(scene.word(i)) || words::is_adverb(scene.word(i)) || scene.is_sign(i));
    let cue = TokenRange::new(at, noun.min(at + 3));
    let relative = word == "qui" || is_which(word);
    let mut figure = false;
    let found = if leads || relative {
        // `Selon X, …`: the clause behind, after what tells more of X.
        // `Selon la direction il s'agit d'une erreur`
        let bare = relative || scene.is(at, "selon") && scene.is_one_of(end, "il elle ils elles on c' ce");
        // `Selon le résumé : une jeune femme quitte Paris.`
        let colon = scene.is(end, ":") && scene.pair_at(end + 1).is_none();
        let from = if bare || colon { end + usize::from(colon) } else { behind_apposition(scene, sentence, end)? };
        // `Selon elle, la route est sûre, a-t-elle déclaré`: up to there.
        let inverted: Vec<Cue> = cues.iter().filter(|c| c.inverted.is_some()).copied().collect();
        let stop = clause::end(scene, sentence, from, &inverted, false);
        // `Le maire, selon lequel la route est sûre, a …`: the main clause goes on.
        let main = if relative { own_clause(scene, from, stop) } else { None };
        scene.trim(TokenRange::new(from, main.unwrap_or(stop)))
    } else {
        if by_pour && !is_sided(scene, sentence, at) {
            return None;
        }
        // `…, toujours selon le parquet`
        let adverb = at > start + 1 && scene.is_one_of(at - 1, "toujours encore") && scene.is(at - 2, ",");
        let before = scene.trim(TokenRange::new(start, at - usize::from(adverb)));
        // `« … », a dit X, selon une vidéo`: where it was said, not who says so.
        let told = cues::ending_before(cues, at).any(|c| {
            before.holds(c.group)
                && c.stance == super::cues::Stance::Finite
                && reader.used.contains_key(&c.tokens.first())
                && c.group > before.first()
                && scene.is_sign(c.group - 1)
        });
        if told {
            return None;
        }
        // Quoted words right before the source are what it says, and all of it where it is `le mot de X`.
        let worded = (noun..end.min(noun + 2)).any(|i| scene.is_one_of(i, speaker::WORDING));
        if let Some(pair) = scene
            .pair_at(at - 1)
            .or_else(|| scene.pair_at(at.saturating_sub(2)).filter(|_| scene.is(at - 1, ",")))
            .filter(|p| p.close < at && (worded || !scene.is_repeated(p.inner())))
        {
            // `« Drôle », « agréable », d'après ceux qui le connaissent`: a list of them.
            let alone = incise::is_all_quoted(scene, TokenRange::new(start, pair.open));
            // `Ce n'est pas un travail « sérieux » selon le maire`: the word alone would say the opposite.
            let near = start.max(pair.open.saturating_sub(ADVERBIAL))..pair.open;
            let part = near.into_iter().any(|i| scene.is(i, "pas")) && pair.inner().len() <= APPOSITION;
            if alone || worded || !part && !scene.is(at - 1, ",") {
                let listed: Vec<Pair> = if alone && !worded { scene.pairs_in(before).to_vec() } else { vec![pair] };
                for pair in listed {
                    let range = scene.trim(pair.inner());
                    let (kind, by) = (QuoteKind::Direct, "quote.source");
                    reader.add(block, Found { range, kind, speaker, cue: Some(cue), by, score: 0.85 });
                }
                return Some(end);
            }
        }
        figure = is_figure(scene, start, at);
        let opens = scene.pair_at(end).is_some_and(|p| p.open == end);
        let bare = !scene.is(at - 1, ",") && (opens || !closes(scene, sentence, end));
        // `En interne, selon X, la route …`: an adverbial before it is no part of what X says.
        let adverbial = before.len() <= ADVERBIAL
            && words::is_preposition(scene.word(scene.trim_coordinator(before).first()))
            && scene.is(end, ",")
            && !before.range().any(|i| scene.is_finite(i))
            && phrase::begins(scene, end + 1)
            && cues::beginning_at(cues, end + 1).is_none();
        if figure {
            before
        } else if adverbial {
            scene.trim(TokenRange::new(end + 1, clause::end(scene, sentence, end + 1, cues, false)))
        } else if scene.is(end, ",") && before.last_end() > start && is_dangling(scene.word(before.last_end() - 1)) {
            // `crée une agence avec, selon lui, l'appui de la ville`: what the preposition governs.
            scene.trim(TokenRange::new(end + 1, clause::end(scene, sentence, end + 1, cues, false)))
        } else if bare || scene.is(end, ",") && is_split(scene, before, end + 1, cues) {
            // Inside its clause (`la ville est, selon lui, en danger`) the whole clause is reported.
            let from = if bare { clause_before(scene, start, at) } else { relative_before(scene, start, at) };
            scene.trim(TokenRange::new(from, clause::end(scene, sentence, end + 1, cues, bare).max(end)))
        } else {
            last_clause(scene, before)
        }
    };
    let kind = reader.kind_of(found);
    if figure || found.len() > 2 {
        reader.add(block, Found { range: found, kind, speaker, cue: Some(cue), by: "quote.source", score: 0.85 });
    }
    Some(end)
}

/// Where a relative clause that begins at `from` ends in front of the verb of the main clause: at its first comma behind a verb.
fn own_clause(scene: &Scene<'_, '_>, from: usize, stop: usize) -> Option<usize> {
    let mut verb = false;
    let mut end = None;
    for i in (from..stop).filter(|&i| scene.pair_at(i).is_none()) {
        verb |= scene.is_finite(i);
        if verb && scene.is(i, ",") {
            end = end.or(Some(i));
            let main = (i + 1..stop).find(|&v| !words::is_clitic(scene.word(v)));
            if main.is_some_and(|v| scene.is_finite(v)) {
                return end;
            }
        }
    }
    None
}

/// `lequel`, of `selon lequel`.
fn is_which(word: &str) -> bool {
    is_one_of(word, "lequel laquelle lesquels lesquelles")
}

/// Where what a participle tells of the source that ends at `end` is over: `selon un sondage | publié mardi, …`.
fn behind_participle(scene: &Scene<'_, '_>, end: usize, limit: usize) -> usize {
    let participle = |i: usize| subject::is_participial(scene.word(i)) && scene.name_at(i).is_none();
    let sign = (end..limit.min(end + ADVERBIAL + ADVERBIAL))
        .find(|&i| scene.is_sign(i) || scene.is_finite(i))
        .unwrap_or(limit);
    let over = sign == limit || scene.is(sign, ",");
    if over && (participle(end - 1) || participle(end)) { sign } else { end }
}

/// Prepositions and relative pronouns that a source between commas parts from what they govern.
fn is_dangling(word: &str) -> bool {
    words::is_relative(word)
        || words::is_preposition(word) && !is_one_of(word, "avant après depuis contre devant derrière près")
}

/// The part of `before` that a source behind it vouches for: where words are quoted in its last relative clause or apposition alone, that
/// (`…, où elle sera parmi « les siens », selon X`).
fn last_clause(scene: &Scene<'_, '_>, before: TokenRange) -> TokenRange {
    let Some(open) = scene.pairs_in(before).first().map(|p| p.open) else { return before };
    let long = scene.pair_at(open).is_some_and(|p| p.close - p.open > APPOSITION);
    let verb = |end: usize| (before.first()..end).any(|i| scene.is_finite(i));
    let start = (before.first() + 1..=open).rev().take(ADVERBIAL).find(|&i| {
        scene.is(i - 1, "où") || i == open && scene.is(i - 1, ",") && !words::is_preposition(scene.word(open + 1))
    });
    match start {
        Some(start) if verb(start) && (start != open || long) => TokenRange::new(start, before.last_end()),
        _ => before,
    }
}

fn closes(scene: &Scene<'_, '_>, sentence: TokenRange, at: usize) -> bool {
    at >= sentence.last_end() || scene.is_sign(at)
}

/// Whether `pour X` may name someone who holds a view: a person or a body.
fn is_voice(scene: &Scene<'_, '_>, phrase: TokenRange) -> bool {
    // `Pour les utilisateurs, l'application propose …`: whom something is for.
    if scene.is_one_of(phrase.first() + 1, "utilisateurs clients consommateurs acheteurs abonnés amateurs joueurs") {
        return false;
    }
    // `Pour Anne Morel et sa majorité, …`
    let named = |m: usize| matches!(scene.mentions.list()[m].kind, Kind::Person | Kind::Organisation);
    scene.voice_at(phrase.first()).is_some_and(named) && phrase.range().any(|i| scene.is(i, "et"))
        || speaker::of_phrase(scene, phrase)
            .entity
            .is_some_and(|e| matches!(scene.links.entities()[e].kind, Kind::Person | Kind::Organisation))
        || !words::is_possessive(scene.word(phrase.first()))
            && (phrase.len() == 1 && scene.is_one_of(phrase.first(), "certains certaines beaucoup")
                || phrase.len() == 2 && scene.is(phrase.first(), "d'") && scene.is(phrase.first() + 1, "autres")
                || source(scene.word(phrase.first() + 1)).is_some()
                || (words::is_determiner(scene.word(phrase.first() + 1))
                    || scene.is_one_of(phrase.first() + 1, "ancien ancienne anciens jeune nombreux"))
                    && source(scene.word(phrase.first() + 2)).is_some())
}

/// Start of the clause that a source behind it reports.
fn boundary(scene: &Scene<'_, '_>, sentence: TokenRange, at: usize) -> usize {
    let floor = sentence.first().max(at.saturating_sub(REPORTED));
    let mut back = at;
    while back > floor {
        if let Some(pair) = scene.pair_at(back - 1) {
            if pair.open < floor {
                return floor;
            }
            back = pair.open;
            continue;
        }
        if is_figure(scene, back, at) {
            return back;
        }
        let apart = || scene.is_link(back - 1) || scene.is_one_of(back - 1, "– —");
        if scene.is_clause_sign(back - 1) || apart() || scene.is_glued(back) {
            return back;
        }
        back -= 1;
    }
    floor
}

/// Whether `start` begins a figure that the source at `at` stands behind, in a bracket or behind another source: `(900 marcheurs selon la mairie, 1 600
/// selon les syndicats)`.
fn is_figure(scene: &Scene<'_, '_>, start: usize, at: usize) -> bool {
    let before = start.wrapping_sub(1);
    start < at
        && at - start <= ADVERBIAL
        && !(start..at).any(|i| scene.is_finite(i) || scene.is_sign(i) && i + 1 < at)
        && (scene.is(before, "(")
            || scene.is_one_of(before, ", et")
                && (before.saturating_sub(ADVERBIAL)..before).any(|i| scene.is(i, "selon")))
        && (start..at).any(|i| scene.tokens.kind(i) == Some(TokenKind::Number))
}

/// Where the clause behind `selon X` begins: behind the comma, and behind an apposition (`selon X, porte-parole de Y, …`).
pub(super) fn behind_apposition(scene: &Scene<'_, '_>, sentence: TokenRange, end: usize) -> Option<usize> {
    let limit = sentence.last_end().min(end + 60);
    let mut next = comma_from(scene, end, limit)? + 1;
    for nth in 0..APPOSITIONS {
        let Some(second) = comma_from(scene, next, limit) else { break };
        let word = scene.word(next);
        let verbless = !(next..second).take_while(|&i| !words::is_relative(scene.word(i))).any(|i| scene.is_finite(i));
        let named = || (next..second).any(|i| scene.voice_at(i).is_some());
        let inserted = words::is_relative(word)
            || nth == 0 && words::is_of(word) && verbless && named()
            || subject::is_participial(word) && !scene.tokens.is_capitalised(next)
            || nth > 0 && scene.is_finite(next);
        let bare = scene.tokens.kind(next) == Some(TokenKind::Word)
            && !words::is_determiner(word)
            && !words::is_subject_pronoun(word)
            && !words::is_preposition(word)
            && !words::is_adverb(word)
            && !words::is_clitic(word)
            && !scene.tokens.is_capitalised(next);
        // `Selon Reuters, le ministre, …`: a person is no apposition of a body.
        let body = scene.voice_at(end.saturating_sub(1)).is_some_and(|m| scene.mentions.list()[m].kind != Kind::Person);
        let person = source(scene.word(next + 1)).is_some_and(|s| s.kind == SourceKind::Person);
        let article = is_one_of(word, "le la l' un une")
            && !(body && person)
            && verbless
            && nth == 0
            && scene.voice_at(end.saturating_sub(1)).is_some();
        if !(inserted || verbless && (bare || article) && (nth > 0 || second - next > 1)) {
            break;
        }
        next = second + 1;
    }
    Some(next)
}

/// The first comma from `start` on that stands neither in marks nor in brackets.
fn comma_from(scene: &Scene<'_, '_>, start: usize, limit: usize) -> Option<usize> {
    let mut depth = 0usize;
    (start..limit).find(|&i| {
        match scene.word(i) {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && scene.is(i, ",") && scene.pair_at(i).is_none()
    })
}

/// Whether a source between commas splits one clause: nothing but a phrase stands before it, or a verb whose complement follows.
fn is_split(scene: &Scene<'_, '_>, before: TokenRange, next: usize, cues: &[Cue]) -> bool {
    if cues::beginning_at(cues, next).is_some() || before.is_empty() {
        return false;
    }
    // Behind `ne` stands a verb, whatever else the word may be: `ne fait, selon lui, l'objet d'aucune plainte`.
    let verb = |i: usize| scene.is_finite(i) || i > before.first() && scene.is_one_of(i - 1, "ne n'");
    let phrase = before.len() < 14 && !before.range().any(verb);
    let last = (before.first()..before.last_end()).rev().find(|&i| !words::is_adverb(scene.word(i)));
    // `où cent personnes, selon la préfecture, ont défilé`: the relative clause has no verb yet.
    let relative = relative_before(scene, before.first(), before.last_end());
    let open = relative > before.first()
        && !scene.is_one_of(relative - 1, "que qu'")
        && !(relative..before.last_end()).any(verb);
    phrase
        || open
        || last.is_some_and(|i| verb(i) || scene.is(i, "être") || wants_object(scene, i, next))
        || words::is_of(scene.word(next))
        || scene.is_one_of(next, "que qu' si lors")
}

/// Whether `participle` has no object yet, which may begin at `next`: `a perdu, selon X, « la moitié » de ses bateaux`.
pub(super) fn wants_object(scene: &Scene<'_, '_>, participle: usize, next: usize) -> bool {
    subject::is_participial(scene.word(participle))
        && words::is_have(scene.word(participle - 1))
        && (scene.pair_at(next).is_some_and(|p| p.open == next)
            || scene.is_one_of(next, "un une plusieurs") && scene.time_end(next).is_none())
}

/// Where the clause around `at` begins: behind its comma or relative pronoun, at least `start`.
fn clause_before(scene: &Scene<'_, '_>, start: usize, at: usize) -> usize {
    relative_before(scene, comma_before(scene, start, at), at)
}

/// Where the relative or `que` clause around `at` begins, else `start`.
fn relative_before(scene: &Scene<'_, '_>, start: usize, at: usize) -> usize {
    let relative = (start..at).rev().find(|&i| words::is_relative(scene.word(i)) && scene.pair_at(i).is_none());
    // With a verb of its own the relative clause is over: `l'article sur lequel il se fonde est, selon lui, …`.
    let over = |i: usize| (i..at).filter(|&v| scene.is_finite(v)).count() > 1;
    relative.filter(|&i| i + 1 < at && !over(i)).map_or(start, |i| i + 1)
}

/// The token behind the last comma before `at`, at least `start`.
fn comma_before(scene: &Scene<'_, '_>, start: usize, at: usize) -> usize {
    (start..at).rev().find(|&i| scene.is(i, ",") && scene.pair_at(i).is_none()).map_or(start, |i| i + 1)
}
