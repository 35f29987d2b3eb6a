//! What a verb of saying governs: `que` clauses, indirect questions, infinitives, attributes, and objects that hold quoted words.

use super::cues::{self, Cue, Stance};
use super::scene::Scene;
use super::{
    Found, Quote, QuoteKind, REPORTS, Reader, Speaker, antecedent, clause, incise, leaning, nouns, object, phrase,
    subject, words,
};
use crate::lexicon::speech::{Class, Frame};
use crate::lexicon::{SourceKind, report_words, source};
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::text::{ends_like, is_one_of};
use crate::tokens::TokenKind;

/// How far behind its verb a complement may begin, in tokens: dates, places and the one spoken to stand between.
const COMPLEMENT: usize = 28;

/// How far `ne` stands before its `que`, in tokens.
const RESTRICTED: usize = 4;

/// How far into a phrase its noun for a document may stand, in tokens.
pub(super) const DOCUMENT: usize = 5;

/// How far before a verb its `on` may stand, in tokens: `on peut dire`.
const MODAL: usize = 3;

/// The longest subject of a relative clause, with the pronoun that opens it, in tokens.
const RELATIVE: usize = 20;

/// Reads the complement of every cue of the sentence.
pub(super) fn read(reader: &mut Reader<'_, '_, '_>, sentence: TokenRange, block: usize, cues: &[Cue]) {
    let scene = reader.scene;
    for (nth, cue) in cues.iter().enumerate() {
        if scene.pair_at(cue.group).is_some() {
            continue;
        }
        // `Elle assure que la route est sûre : « On y roule bien. »`: it governs both.
        let quoted = reader.quotes.iter().rev().take(REPORTS).find(|q| q.cue == Some(scene.tokens.span(cue.tokens)));
        let whole = sentence;
        let sentence = match quoted {
            Some(q) if q.by == "quote.colon" => {
                TokenRange::new(sentence.first(), scene.tokens.inside(q.span).first().saturating_sub(2))
            }
            _ if reader.used.contains_key(&cue.tokens.first()) => continue,
            _ => sentence,
        };
        let Some((range, by)) = complement(scene, sentence, cue, &cues[nth + 1..]) else { continue };
        let quoted = quoted.map(|q| q.speaker);
        // `assure que non : « … »`
        let told =
            is_one_of(by, "quote.infinitive quote.object quote.question") || by == "quote.que" && range.len() > 3;
        if quoted.is_some_and(|speaker| speaker.is_none() || !told) {
            continue;
        }
        let before = cue.group.wrapping_sub(1);
        // `Il faut être fou pour affirmer que …`, `en apprenant que …`: nobody says so.
        let obliged = || (sentence.first()..cue.group).any(|i| scene.is_one_of(i, "faut suffit faudrait suffirait"));
        if scene.is(before, "pour") && by == "quote.que" && obliged()
            || cue.verb.lemma == "apprendre" && scene.is(cue.group, "en")
        {
            continue;
        }
        // `Sans dire que la rue est sale, …`
        if scene.is(before, "sans") && by != "quote.object" && !scene.is(before.wrapping_sub(1), "non") {
            continue;
        }
        // `je crois que …` outside marks: the author speaks, or an answer of an interview.
        let person = |i: usize| is_one_of(cues::pronoun(scene.word(i)), "je j' nous tu vous");
        // `nous avons trouvé que …`
        let we = person(cue.group) && ["ons", "ez"].iter().any(|e| scene.word(cue.group + 1).ends_with(e));
        if cue.group > sentence.first() && person(cue.group - 1) || we || cue.inverted.is_some_and(person) {
            continue;
        }
        // `a promis que le pont serait peint mais a écarté …`
        let same = |q: &&Quote| {
            let end = scene.tokens.inside(q.span).last_end();
            scene.is(before, "mais") && (end == before || end + 1 == before)
        };
        let speaker = match reader.quotes.last().filter(same) {
            Some(quote) => quote.speaker,
            None => quoted.unwrap_or_else(|| leaning::speaker(reader, whole, block, cue, cues)),
        };
        // `on parle de « résilience »`, `on comprend que …`, `on peut dire que …`, `on notera que …`, `Qui a dit que …`: nobody says so.
        let verb = cue.tokens.first();
        let on = (sentence.first().max(cue.group.saturating_sub(MODAL))..verb).find(|&i| scene.is(i, "on"));
        let asks = scene.trim_coordinator(sentence).first();
        let question = scene.is(asks, "qui") && cue.group == asks + 1 && scene.is(sentence.last_end() - 1, "?");
        let nobody = on.is_some_and(|i| {
            by == "quote.object"
                || cue.verb.class == Class::Think
                || scene.is_one_of(i + 1, "vous peut pourrait doit devrait")
                || scene.word(verb).ends_with("ra")
                || is_one_of(cue.verb.lemma, "constater observer")
        });
        // `Il est certain que …`: nobody in person.
        if cue.verb.lemma.starts_with("être ") && scene.is(before, "il") && speaker.is_none_or(|s| s.entity.is_none())
        {
            continue;
        }
        // `Peut-on parler de « révolte » ?`
        let asked = (verb..cue.tokens.last_end() - 1).any(|i| scene.is_one_of(i, "-on -t-on"));
        if asked || speaker.is_none() && (nobody || question) || on.is_some_and(|i| i > 0 && scene.is(i - 1, "l'")) {
            continue;
        }
        // `Le verbe signifie « … »`; `le maire lui signifie que …` and `a signifié que …` report.
        if cue.verb.lemma == "signifier"
            && cue.stance == Stance::Finite
            && cue.group == cue.tokens.first()
            && cue.tokens.len() == 1
        {
            continue;
        }
        // `ce qui signifie que …`, `cela prouve que …`: the article concludes. `Le maire apprend que …`: others say so. `La vie nous invite à …`
        let dative = !scene.is(cue.group, "s'") && cue.group < cue.tokens.first();
        if by == "quote.que"
            && (scene.is(before, "qui") && scene.is(before.wrapping_sub(1), "ce")
                || scene.is_one_of(before, "cela ça")
                || cue.verb.lemma == "apprendre" && on.is_none() && !dative)
            || cue.verb.lemma == "inviter" && scene.is_one_of(cue.group, "nous vous")
        {
            continue;
        }
        // `L'étude montre que …` and `les chercheurs ont montré que …` report, `l'orage montre que …` does not.
        let shows = cue.verb.lemma.ends_with("montrer");
        if shows && !speaker.is_some_and(|s| is_document(scene, s) || nouns::is_science(scene, s))
            || is_one_of(by, "quote.held quote.colon") && speaker.is_none()
        {
            continue;
        }
        // `une région voulant grandir`: what she is like, not what she says; `…, le juge estimant que …` reports.
        let likes = cue.verb.class == Class::Think && by != "quote.que";
        // `Réduire la vitesse suppose que …`, `Personne ne croit que …`
        let does = speaker.is_some_and(|s| {
            let first = scene.tokens.inside(s.span).first();
            let verb = ends_like(scene.word(first), &["er", "ir", "re"]) && words::is_article(scene.word(first + 1));
            s.entity.is_none()
                && (verb && scene.tokens.is_sentence_start(first)
                    || scene.is_one_of(first, "personne nul aucun aucune"))
        });
        // `Ce chiffre explique pourquoi …`, `l'appareil promet de …`: no thing says so.
        let thing = speaker.is_some_and(|s| {
            let phrase = scene.tokens.inside(s.span);
            s.entity.is_none()
                && words::is_determiner(scene.word(phrase.first()))
                && !antecedent::can_speak(scene, phrase)
                && !incise::speaks(scene, phrase)
                && !is_document(scene, s)
        });
        let acts = is_one_of(cue.verb.lemma, "promettre inciter expliquer menacer");
        let nobody = thing || speaker.is_none() && scene.is_one_of(before, "il elle");
        // `Ces premiers mois confirment ce que l'on savait.`
        let acts = acts || by == "quote.question" && scene.is(range.first(), "ce");
        // `C'est son silence qui explique qu'on l'ait cherchée`: why, and nobody says so.
        let causes = thing && by == "quote.que" && cue.verb.lemma == "expliquer" && scene.is(before, "qui");
        if does || causes || nobody && acts && matches!(by, "quote.infinitive" | "quote.question") {
            continue;
        }
        if leaning::is_attached(scene, sentence, cue) && (speaker.is_none() || likes) {
            continue;
        }
        let range = scene.trim(range);
        let kind = reader.kind_of(range);
        // `veut partir` is no speech, `veut « partir »` is.
        let governed = matches!(by, "quote.que" | "quote.held" | "quote.colon") || cue.verb.takes(Frame::InfinitiveA);
        // `n'exclut pas d'être candidate`
        let open = cue.verb.lemma == "exclure" && (cue.group..cue.tokens.last_end()).any(|i| scene.is(i, "pas"));
        // `reconnaît ne rien savoir`
        let perfect = open || cue.verb.class == Class::Assert && scene.is_one_of(range.first(), "avoir être ne");
        let quotes = scene.pairs_in(range).iter().any(|&p| !scene.is_group(p) || object::calls(scene, cue, p.open));
        if cue.verb.takes(Frame::Weak) && !quotes && !governed && !perfect {
            continue;
        }
        let score = if kind == QuoteKind::Mixed { 0.85 } else { 0.75 };
        // `Selon le maire, un riverain avait averti que …`: a report inside a report, with a speaker of its own.
        if reader.is_taken(range) {
            let told = by == "quote.que"
                && cue.stance == Stance::Finite
                && cue.verb.class != Class::Think
                && !cue.verb.takes(Frame::Weak)
                && subject::before(scene, sentence, cue.group, cue.plural).is_some_and(|s| incise::speaks(scene, s));
            if told {
                reader.push(Found { range, kind, speaker, cue: Some(cue.tokens), by: "quote.inner", score: 0.6 });
            }
            continue;
        }
        // Whoever is told of beside a report does not take the floor.
        let floor =
            reader.last.filter(|l| l.sentence == reader.sentence && clause::is_subordinate(scene, sentence, cue.group));
        // Nor does a body that a relative clause tells of: `… la commission, qui recommande un « code ». « On verra. »`
        let body = |s: Speaker| s.entity.is_some_and(|e| scene.links.entities()[e].kind != Kind::Person);
        let relative = cue.group > sentence.first() && scene.is(cue.group - 1, "qui") && speaker.is_some_and(body);
        let floor = floor.or(reader.last.filter(|_| relative || shows));
        reader.add(block, Found { range, kind, speaker, cue: Some(cue.tokens), by, score });
        reader.last = floor.or(reader.last);
    }
}

/// What `cue` governs.
pub(super) fn complement(
    scene: &Scene<'_, '_>,
    sentence: TokenRange,
    cue: &Cue,
    further: &[Cue],
) -> Option<(TokenRange, &'static str)> {
    let verb = cue.verb;
    let start = cue.tokens.last_end();
    let limit = sentence.last_end().min(start + COMPLEMENT);
    let mut at = start;
    // Behind a date and the one spoken to (`a annoncé lundi à la presse vouloir …`) a complement may begin as well.
    let inserted = subject::behind_inserted(scene, start, limit);
    // A report inside a relative clause, or in an adverbial before the main clause, ends at its comma.
    let all = usize::from(cue.group > sentence.first() && scene.is_one_of(cue.group - 1, "tous toutes"));
    let relative = cue.group > sentence.first() + all && scene.is(cue.group - 1 - all, "qui")
        || is_subordinate(scene, sentence, cue)
        || is_relative(scene, sentence, cue);
    let opens = cue.stance == Stance::Leaning
        && !(sentence.first().max(cue.group.saturating_sub(40))..cue.group).any(|i| scene.is_finite(i));
    let clause = |from: usize| {
        let rest = TokenRange::new(from, sentence.last_end());
        let main = if opens { clause::main_comma(scene, rest) } else { None };
        let end = clause::end(scene, sentence, from, further, relative || opens && main.is_none());
        TokenRange::new(from, main.map_or(end, |comma| end.min(comma)))
    };
    // An infinitive has no finite verb beside it but in clauses that depend on it.
    let infinitive = |from: usize| {
        let mut range = clause(from);
        let subordinate = |i: usize| words::is_subordinator(scene.word(i)) && scene.pair_at(i).is_none();
        if let Some(end) = clause::coordinated(scene, range).filter(|&end| !(from..end).any(subordinate)) {
            range = TokenRange::new(from, end);
        }
        if relative && let Some(end) = clause::main_verb(scene, range) {
            range = TokenRange::new(from, end);
        }
        range
    };
    // Whether the preposition at `i` begins an infinitive that the verb takes.
    let governs = |i: usize| {
        let frame = match scene.word(i) {
            "à" => Frame::InfinitiveA,
            "de" | "d'" => Frame::InfinitiveDe,
            _ => return false,
        };
        verb.takes(frame) && clause::infinitive_from(scene, i + 1, limit).is_some()
    };
    while at < limit {
        let word = scene.word(at);
        if let Some(pair) = scene.pair_at(at).filter(|p| p.open == at) {
            // `se sont déclarés comme « participants »`
            if at == start + 1 && scene.is(start, "comme") && verb.takes(Frame::Attribute) {
                return None;
            }
            // `appelle les « gilets rouges » à partir`: the one spoken to.
            let next = pair.close + 1;
            let that = scene.is_one_of(next, "que qu'") && (informs(cue) || scene.is(pair.open - 1, "aux"));
            if (that || governs(next)) && scene.is_group(pair) {
                at = next;
                continue;
            }
            // `annonce dans « Le Courrier » que …`
            if at > start
                && scene.is_one_of(at - 1, "dans à sur au chez")
                && scene.name_at(at + 1).is_some_and(|m| scene.mentions.list()[m].tokens == pair.inner())
            {
                at = next;
                continue;
            }
            // `exigent, sous le titre « Mer vide », un « plan »`
            if at > start && report_words::announces_title(scene.word(at - 1)) {
                at = pair.close + 1;
                continue;
            }
            // `Pour avancer, « il faut … »`: what comes behind the comma is the main clause.
            let purpose = scene.is(cue.group.wrapping_sub(1), "pour");
            if purpose && at == start + 1 && scene.is(start, ",") {
                return None;
            }
            let (object, by) = object::of(scene, sentence, cue, pair.open, start, further)?;
            // `Ceux qui dénoncent « un scandale » ne votent plus.`
            let main =
                if relative { clause::main_verb(scene, TokenRange::new(pair.close, object.last_end())) } else { None };
            return Some((TokenRange::new(object.first(), main.unwrap_or(object.last_end())), by));
        }
        // `a annoncé, il y a deux ans, que …`
        if word == "il" && scene.is(at + 1, "y") && scene.is(at + 2, "a") {
            at += 3;
            continue;
        }
        // `rappelle à juste titre que …`
        if at == start
            && let Some(end) = phrase::set_phrase_end(scene, at).filter(|_| word == "à")
        {
            at = end;
            continue;
        }
        // Behind an address another text begins.
        if further.first().is_some_and(|c| c.group <= at) || scene.tokens.kind(at) == Some(TokenKind::Url) {
            return None;
        }
        // `affirme, dans une lettre que nous avons lue, que …`: the relative clause belongs to what is inserted.
        if at > start + 1
            && scene.is(start, ",")
            && words::is_relative(word)
            && let Some(comma) = (start + 1..limit).find(|&i| scene.is(i, ","))
            && comma > at
            && scene.is_one_of(comma + 1, "que qu'")
        {
            at = comma;
            continue;
        }
        match word {
            // `…, que d'aucuns invoquent, et que les élus …`: the relative clause goes on.
            "que" | "qu'" if at > start && scene.is_one_of(at - 1, "et ou") => return None,
            // `… confirme sa force, qu'il s'agisse de la route ou du rail`
            "qu'" if scene.is(at + 3, "agisse") => return None,
            "que" | "qu'"
                if !is_restrictive(scene, cue.group, at) && (at == start || !is_other_que(scene, start, at)) =>
            {
                // `énonce les domaines que …`: a relative clause.
                if at > start && is_object(scene, cue, start.max(inserted), at)
                    || (at > start || verb.takes(Frame::MaybeNoun)) && is_inverted(scene, at + 1)
                {
                    return None;
                }
                // `affirme que, selon lui, la route est sûre`
                let comma = usize::from(scene.is(at + 1, ","));
                let own = scene.is(at + 1 + comma, "selon")
                    && scene.is_one_of(at + 2 + comma, "lui elle eux elles")
                    && (comma == 0 || scene.is(at + 4, ","));
                let range = clause(at + 1 + if own { 2 + 2 * comma } else { 0 });
                let main = if relative { clause::main_verb_behind(scene, range) } else { None };
                // `a dit que « le pont est sûr » et avait promis de …`: what is quoted is the whole clause.
                let pair = scene
                    .pair_at(range.first())
                    .filter(|p| p.open == range.first() && clause::is_whole(scene, p.inner(), false));
                let next =
                    pair.map(|p| p.close + 1).filter(|&i| scene.is_one_of(i, "et mais") && scene.is_finite(i + 1));
                let range = TokenRange::new(range.first(), main.or(next).unwrap_or(range.last_end()));
                return verb.takes(Frame::Clause).then_some((range, "quote.que"));
            }
            // `il a ajouté : La route restera coupée.`
            ":" if (at == start || at == inserted)
                && verb.takes(Frame::Quoted)
                && (!verb.takes(Frame::Weak) || is_it(scene, cue) || is_one_of(verb.lemma, "prévenir trancher")) =>
            {
                let said = scene.trim(TokenRange::new(at + 1, sentence.last_end()));
                // `Le maire l'a confirmé mardi : la route rouvrira.`
                // `Le maire prévient : le pont restera fermé.`
                let clause = matches!(verb.class, Class::Assert | Class::Think | Class::Judge)
                    && !informs(cue)
                    && cue.stance == Stance::Finite
                    && at == start
                    && phrase::begins(scene, said.first());
                let speech = (clause || is_it(scene, cue) || scene.tokens.is_capitalised(said.first()))
                    && scene.pairs_in(said).first().is_none_or(|p| p.open > said.first())
                    && said.range().take(COMPLEMENT).any(|i| scene.is_finite(i));
                return speech.then_some((said, "quote.colon"));
            }
            // `Elle l'assure, la rue rouvrira.`
            "," if at == start
                && verb.class == Class::Assert
                && cue.stance == Stance::Finite
                && further.is_empty()
                && !(sentence.first()..cue.group).any(|i| words::is_subordinator(scene.word(i)))
                && is_it(scene, cue)
                && phrase::begins(scene, at + 1)
                && clause::main_comma(scene, TokenRange::new(at, sentence.last_end())) == Some(at) =>
            {
                return Some((clause(at + 1), "quote.colon"));
            }
            ":" | ";" | "." | "?" | "!" => return None,
            // `demande à ce que …`, `plaide pour que …`
            "à" if scene.is(at + 1, "ce") && !scene.is(at - 1, "jusqu'") && scene.is_one_of(at + 2, "que qu'") => {
                return verb.takes(Frame::Clause).then(|| (clause(at + 3), "quote.que"));
            }
            "pour" if at == start && scene.is_one_of(at + 1, "que qu'") && cue.verb.class != Class::Order => {
                return verb.takes(Frame::Clause).then(|| (clause(at + 2), "quote.que"));
            }
            // `déplore le fait que …`
            "le" if at == start && scene.is(at + 1, "fait") && scene.is_one_of(at + 2, "que qu'") => {
                let said = verb.takes(Frame::Clause)
                    && matches!(verb.class, Class::Assert | Class::Judge)
                    && verb.lemma != "ajouter"
                    && !scene.is(cue.group.wrapping_sub(1), "pour");
                return said.then(|| (clause(at + 3), "quote.que"));
            }
            "à" if governs(at) && !(scene.is(at + 1, "partir") && words::is_of(scene.word(at + 2))) => {
                return Some((infinitive(at + 1), "quote.infinitive"));
            }
            "de" | "d'" if scene.is(at - 1, "afin") => return None,
            // `il convient de`
            "de" | "d'" if verb.lemma == "convenir" && !cue.plural && scene.is(cue.group.wrapping_sub(1), "il") => {
                return None;
            }
            "de" | "d'"
                if !scene.is_one_of(at - 1, "avant lieu loin susceptible susceptibles capable capables")
                    && governs(at) =>
            {
                return Some((infinitive(at + 1), "quote.infinitive"));
            }
            _ => {}
        }
        if at == start || at == inserted {
            let comma = scene.is(at - 1, ",");
            let close = |i: usize| clause::infinitive_from(scene, i, limit).is_some();
            if verb.takes(Frame::Infinitive) && close(at) {
                // `affirme lundi avoir …`, `ajoute toutefois vouloir …`: when and how it is said.
                // `ne conteste pas avoir …`
                let denied = matches!(verb.lemma, "contester" | "nier")
                    && (cue.group..start).any(|i| scene.is_one_of(i, "ne n'"));
                let said = |i: usize| words::is_adverb(scene.word(i)) && (denied || !words::is_negation(scene.word(i)));
                let from = (at..limit).find(|&i| !said(i)).unwrap_or(at);
                return Some((infinitive(from), "quote.infinitive"));
            }
            if verb.takes(Frame::Clause)
                && !comma
                && (word != "qui" || at == start)
                && (words::is_question_word(word)
                    || word == "ce" && scene.is_one_of(at + 1, "qui que qu'") && verb.lemma != "dire"
                    || words::is_preposition(word) && phrase::is_which(scene.word(at + 1)))
                && !(word == "s'" && !scene.is(at + 1, "il") || word == "si" && scene.is(at + 1, "bien"))
                && !matches!(verb.class, Class::Manner | Class::Judge)
            {
                return Some((clause(at), "quote.question"));
            }
            // `se dit, de son côté, ouvert à …`
            if (at == start || comma || scene.time_start(at - 1).is_some())
                && verb.takes(Frame::Attribute)
                && !scene.is_sign(at)
                && !words::is_preposition(word)
                && !words::is_determiner(word)
                && word != "comme"
                && scene.time_end(at).is_none()
                && !scene.is_finite(at)
            {
                // `se dit toutefois satisfait`
                let from = at + usize::from(is_connective(word));
                return Some((clause(from), "quote.attribute"));
            }
        }
        if (at == start || at == inserted) && is_held(scene, cue, at, limit) {
            return Some((clause(at), "quote.held"));
        }
        // `a annoncé par avance que …`, `exige, dans un manifeste, un …`
        let noun = || {
            let before = scene.word(at - 1);
            words::is_preposition(before) && before != "en" || is_one_of(before, "un une ce cette son sa")
        };
        let verb = || scene.is_finite(at) && at > start && !noun();
        if words::is_relative(word) || verb() {
            return None;
        }
        at += 1;
    }
    None
}

/// Whether the object of `cue` is what is said: `l'a confirmé`.
fn is_it(scene: &Scene<'_, '_>, cue: &Cue) -> bool {
    !informs(cue) && (cue.group..cue.tokens.first()).any(|i| scene.is_one_of(i, "le l'"))
}

/// Whether `speaker` is something written: `une étude`, `les résultats du sondage`.
fn is_document(scene: &Scene<'_, '_>, speaker: Speaker) -> bool {
    let kind = |i: usize| source(scene.word(i)).map(|s| s.kind);
    scene.tokens.inside(speaker.span).range().take(DOCUMENT).any(|i| kind(i) == Some(SourceKind::Document))
}

/// Whether the object at `at` is held to be something: `jugeant la situation déplorable`, `considère la loi comme injuste`, `estime le prix trop élevé`.
fn is_held(scene: &Scene<'_, '_>, cue: &Cue, at: usize, limit: usize) -> bool {
    if !is_one_of(cue.verb.lemma, "juger estimer considérer trouver") || !words::is_determiner(scene.word(at)) {
        return false;
    }
    let end = phrase::end(scene, at, limit, true);
    // `trouve la clé plus tard` finds.
    let degrees =
        if cue.verb.lemma == "trouver" { "trop très" } else { "comme trop très plus moins assez peu aussi" };
    let degree = scene.is_one_of(end, degrees) && !scene.is_one_of(end + 1, "que qu'");
    // Behind a gerund an adjective closes the clause.
    let gerund =
        scene.is_one_of(cue.tokens.first(), "jugeant estimant considérant") && end > at + 2 && scene.is_sign(end);
    (degree || gerund) && scene.pairs_in(TokenRange::new(at, end + 2)).is_empty()
}

/// Adverbs that tie a sentence to the one before.
fn is_connective(word: &str) -> bool {
    is_one_of(word, "toutefois également aussi notamment cependant pourtant néanmoins donc")
}

/// Whether the cue stands in a subordinate clause that opens its sentence: `Alors que le maire affirme que …, les habitants`.
fn is_subordinate(scene: &Scene<'_, '_>, sentence: TokenRange, cue: &Cue) -> bool {
    let opens = scene.is_one_of(sentence.first(), "alors tandis si s' quand lorsque lorsqu' puisque tant");
    opens && cue.group - sentence.first() < 20 && !(sentence.first()..cue.group).any(|i| scene.is(i, ","))
}

/// Whether the cue is the verb of a relative clause whose subject is another: `Le pont, dont le maire affirme qu'il est sûr, sera fermé`.
fn is_relative(scene: &Scene<'_, '_>, sentence: TokenRange, cue: &Cue) -> bool {
    // Few verbs have such a word before them at all.
    let near = sentence.first().max(cue.group.saturating_sub(RELATIVE))..cue.group;
    if !near.into_iter().any(|i| scene.is_one_of(i, "dont que qu'")) {
        return false;
    }
    let Some(subject) = subject::before(scene, sentence, cue.group, cue.plural) else { return false };
    let at = subject.first().wrapping_sub(1);
    if subject.first() < sentence.first() + 2 || subject.last_end() != cue.group {
        return false;
    }
    let before = at - 1;
    let noun = || {
        scene.tokens.kind(before) == Some(TokenKind::Word)
            && !(scene.is_finite(before)
                || scene.is_said(before)
                || subject::is_participial(scene.word(before))
                || words::is_adverb(scene.word(before))
                || scene.is_one_of(before, "manière façon")
                || report_words::takes_que(scene.word(before)))
    };
    match scene.word(at) {
        "dont" => true,
        "que" | "qu'" => scene.is(before, ",") && !scene.is_said(before.wrapping_sub(1)) || noun(),
        _ => false,
    }
}

/// Whether `que` at `index` behind the verb that ends at `start` belongs to a conjunction or comparison: `alors que`, `plus que`, `la même que`.
fn is_other_que(scene: &Scene<'_, '_>, start: usize, index: usize) -> bool {
    // `a dit pour la première fois que …` reports.
    let first = || scene.is(index - 1, "fois") && scene.is(index.saturating_sub(4), "pour");
    // `a précisé plus tôt que …`
    let when = |i: usize| i == start && scene.is_one_of(i + 1, "tôt tard");
    report_words::takes_que(scene.word(index - 1)) && !first()
        || (start..index - 1)
            .rev()
            .take(3)
            .any(|i| scene.is_one_of(i, "plus moins aussi autant tant davantage") && !when(i))
        || (1..5).any(|back| {
            index > back && scene.is(index - back, "même") && words::is_article(scene.word(index - back - 1))
        })
}

/// Whether `que` at `index` belongs to a `ne` right before it: `n'offre que …`.
fn is_restrictive(scene: &Scene<'_, '_>, group: usize, index: usize) -> bool {
    let near = || group.max(index.saturating_sub(RESTRICTED))..index;
    near().any(|i| scene.is_one_of(i, "ne n'"))
        // `ne cesse de répéter que`
        && !near().any(|i| scene.is_one_of(i, "pas jamais plus rien") || scene.word(i).starts_with("cess"))
}

/// Whether the object of a cue's verb is the one spoken to.
fn informs(cue: &Cue) -> bool {
    is_one_of(cue.verb.lemma, "prévenir informer avertir alerter rassurer menacer")
}

/// Whether a direct object stands from `start` up to `end`, and nothing else: a noun phrase that names nobody, behind a verb that informs nobody.
fn is_object(scene: &Scene<'_, '_>, cue: &Cue, start: usize, end: usize) -> bool {
    let determiner = words::is_article(scene.word(start)) || words::is_demonstrative(scene.word(start));
    // `a dit ces derniers jours que …`
    let when = scene.is_one_of(end - 1, "jours semaines mois années temps heures");
    determiner
        && !when
        && !informs(cue)
        && cue.inverted.is_none()
        && phrase::read(scene, start, end, true).is_some_and(|p| p.last_end() == end && !incise::speaks(scene, p))
}

/// Whether the clause at `at` begins with its verb, as relative clauses do: `énonce les domaines que suit le ministère`; `demande que soit ouverte une enquête` reports.
fn is_inverted(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.is_finite(at) && !scene.is_one_of(at, "soit soient")
}
