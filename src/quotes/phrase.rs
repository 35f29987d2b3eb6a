//! Noun phrases: where one begins and ends, read with closed word classes, names and dates alone.

use super::clause;
use super::nouns::is_press;
use super::scene::Scene;
use super::words;
use crate::lexicon::speech::{self, Form};
use crate::lexicon::titles;
use crate::lexicon::{SourceKind, is_medium, source};
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::text::is_one_of;
use crate::tokens::TokenKind;

/// The longest noun phrase, in tokens.
const LONGEST: usize = 24;

/// Whether a noun phrase may begin at token `index`.
pub(super) fn begins(scene: &Scene<'_, '_>, index: usize) -> bool {
    let word = scene.word(index);
    match scene.tokens.kind(index) {
        Some(TokenKind::Word) => {
            scene.time_end(index).is_none()
                && (words::is_determiner(word)
                    || words::is_subject_pronoun(word)
                    || matches!(word, "des" | "du")
                    || word == "d'" && scene.is(index + 1, "autres")
                    || is_one_of(word, "deux trois quatre cinq six sept huit neuf dix")
                    || word == "de" && scene.is_one_of(index + 1, "nombreux nombreuses rares multiples jeunes hauts")
                    || scene.voice_at(index).is_some()
                    || scene.tokens.is_capitalised(index) && !words::is_preposition(word) && !words::is_adverb(word)
                    || is_title(word))
        }
        Some(TokenKind::Number) => scene.time_end(index).is_none(),
        Some(TokenKind::Handle) => true,
        _ => false,
    }
}

/// `M.`, `Mme`…
pub(super) fn is_title(word: &str) -> bool {
    is_one_of(word, "m. mm. mme mmes mlle me dr pr mgr maître monsieur madame")
}

/// End of the noun phrase that begins at `start`, at most `limit`. With `joint`, `A et B` is one phrase.
pub(super) fn end(scene: &Scene<'_, '_>, start: usize, limit: usize, joint: bool) -> usize {
    let limit = limit.min(start + LONGEST);
    let mut at = start;
    // Up to here nothing but determiners and adjectives may have been read: the head is still to come.
    let mut noun = false;
    while at < limit {
        if let Some(name) = scene.name_at(at) {
            at = scene.mentions.list()[name].tokens.last_end();
            noun = true;
            continue;
        }
        let word = scene.word(at);
        match scene.tokens.kind(at) {
            Some(TokenKind::Quote) => match scene.pair_at(at) {
                Some(pair) if pair.open == at && pair.close < limit && pair.close - at <= 8 => {
                    at = pair.close + 1;
                    noun = true;
                    // `des « riverains » scandent …`: a verb, no adjective of several.
                    if scene.word(at).ends_with("ent") && scene.word(at - 2).ends_with('s') {
                        break;
                    }
                }
                _ => break,
            },
            Some(TokenKind::Word) if at == start && is_title(word) => at += 1,
            // `son avocate Me Anne Morel`: no pronoun.
            Some(TokenKind::Word)
                if word == "me" && scene.tokens.is_capitalised(at) && scene.name_at(at + 1).is_some() =>
            {
                at += 1;
            }
            // `M. de Villiers`: in front of a small letter the stop stands apart.
            Some(TokenKind::Word) if at == start && word == "m" && scene.is(at + 1, ".") => at += 2,
            Some(TokenKind::Sign) if word == "(" && noun => {
                match (at + 1..limit.min(at + 8)).find(|&i| scene.is(i, ")")) {
                    Some(close) => at = close + 1,
                    None => break,
                }
            }
            Some(TokenKind::Sign) if is_one_of(word, "/ & % °") && noun => at += 1,
            Some(TokenKind::Sign) => break,
            // `celle de la mairie`, but no `celle d'Anne Morel`: that is something of hers.
            _ if at == start
                && is_one_of(word, "celui celle ceux celles")
                && words::is_of(scene.word(at + 1))
                && scene.voice_at(at + 2).is_none_or(|m| scene.mentions.list()[m].kind == Kind::Organisation) =>
            {
                at += 1;
                noun = true;
            }
            _ if at == start && words::is_subject_pronoun(word) && !words::is_determiner(word) => return at + 1,
            _ if scene.time_end(at).is_some() => break,
            _ if word == "d'" && at == start && scene.is(at + 1, "autres") => at += 2,
            _ if noun && let Some(end) = title_end(scene, at) => at = end.min(limit),
            _ if words::is_of(word) => {
                // `demande au président de quelle manière …`: an indirect question.
                // `dit la maire d'une voix calme`: how it is said.
                let manner =
                    || scene.is_one_of(at + 1, "un une") && scene.is_one_of(at + 2, "voix ton air geste trait");
                if at + 1 >= limit || is_which(scene.word(at + 1)) || manner() {
                    break;
                }
                at += 1;
                while at < limit
                    && (words::is_article(scene.word(at))
                        || words::is_possessive(scene.word(at))
                        || words::is_demonstrative(scene.word(at)))
                {
                    at += 1;
                }
                noun = false;
            }
            // `le numéro un du parti`
            _ if noun && is_one_of(word, "un deux trois") && scene.is(at - 1, "numéro") => at += 1,
            _ if words::is_determiner(word) => {
                // `le quotidien régional |le Courrier`
                let paper = || is_medium(scene.word(start + 1)) && scene.name_at(at + 1).is_some();
                if noun && !(words::is_article(word) && paper()) {
                    break;
                }
                at += 1;
            }
            // `la ministre chargée des Relations avec le Parlement`
            _ if word == "avec" && noun && scene.is(at - 1, "relations") => {
                at += 1;
                noun = false;
            }
            // `le ministre de l'Action et des Comptes publics`
            // `les ministères de l'Économie et de l'Agriculture`
            _ if word == "et"
                && noun
                && (!joint || scene.is(start, "les"))
                && words::is_of(scene.word(at + 1))
                && (start..at).any(|i| words::is_of(scene.word(i))) =>
            {
                at += 1;
            }
            // `le politologue et spécialiste des routes Paul Morel`: one person.
            _ if word == "et"
                && noun
                && at + 1 < limit
                && !scene.is_one_of(start, "les des")
                && source(scene.word(at + 1))
                    .is_some_and(|s| s.kind == SourceKind::Person && s.plural != Some(true)) =>
            {
                at += 1;
                noun = false;
            }
            _ if word == "et" && noun && joint && (begins(scene, at + 1) || is_bare_plural(scene, at + 1)) => {
                at += 1;
                noun = false;
            }
            // `des riverains |accourent`: what agrees with several is no adjective.
            _ if noun && word.ends_with("ent") && scene.word(at - 1).ends_with('s') && is_several(scene, start) => {
                break;
            }
            // `la loi |interdit la vente`, `le journal |va plus loin`
            _ if noun
                && (words::is_article(scene.word(start))
                    && at > start + 1
                    && !(start > 0 && words::is_preposition(scene.word(start - 1)))
                    && is_verbal(scene, at)
                    || matches!(word, "va" | "vont")) =>
            {
                break;
            }
            // `une élue |perchée sur un banc`, `un riverain |interrogé par …`
            _ if noun
                && ["é", "ée", "és", "ées"].iter().any(|e| word.ends_with(e))
                && scene.is_one_of(at + 1, "par sur lors dans") =>
            {
                break;
            }
            _ if is_one_of(word, "à au aux en chez pour") && noun => {
                // `ministre aux Armées`, `rédactrice en chef`, `professeure à l'université`.
                let next = if words::is_article(scene.word(at + 1)) { at + 2 } else { at + 1 };
                let goes_on = next < limit
                    && (scene.tokens.is_capitalised(next)
                        && scene.voice_at(next).is_none_or(|m| scene.mentions.list()[m].kind != Kind::Person)
                        || scene
                            .is_one_of(next, "chef université exercice intérieur ligne retraite élection élections")
                        // `le cabinet de conseil en stratégie Utopia`
                        || word == "en" && (is_body_named(scene, next + 1) || scene.is(next, "eau")));
                // `explique l'élu au Monde`: whom he tells it.
                let told = || {
                    let entity = scene.voice_at(next).and_then(|m| scene.links.entity_of(m));
                    is_one_of(word, "à au aux") && entity.is_some_and(|e| is_press(scene, e))
                };
                if !goes_on || told() {
                    break;
                }
                at = next;
            }
            _ if words::is_preposition(word)
                || words::is_subordinator(word)
                || words::is_coordinator(word)
                || words::is_clitic(word)
                // `un chef d'équipe`
                || scene.is_finite(at)
                    && !(at == start + 1 && is_noun_here(scene, at))
                    && !(at == start + 2 && scene.is(at - 1, "même") && source(word).is_some())
                    && !(at > start && scene.is_one_of(at - 1, "son sa ses leur leurs"))
                    && !(at > start && words::is_of(scene.word(at - 1)))
                || word.starts_with('-')
                || noun && words::is_adverb(word)
                || noun && is_one_of(word, "je j' tu il ils elle elles on")
                || noun
                    && (is_other_verb(scene, at)
                        || clause::is_infinitive(scene, at) && !word.ends_with("ier") && source(word).is_none()) =>
            {
                break;
            }
            // `le toujours très bien informé journaliste Paul Morel`
            Some(TokenKind::Word) if at > start && words::is_adverb(word) => at += 1,
            Some(TokenKind::Word | TokenKind::Number | TokenKind::Handle) => {
                at += 1;
                noun = true;
            }
            _ => break,
        }
    }
    // No article or preposition stands last.
    while at > start && (words::is_of(scene.word(at - 1)) || words::is_article(scene.word(at - 1))) {
        at -= 1;
    }
    at
}

/// End of the title that goes on with the preposition at `at`, behind which a phrase would end: `le metteur en scène`, `l'adjointe au maire`, `le gardien de but`.
fn title_end(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let word = scene.word(at);
    let ends = is_one_of(word, "par au en")
        || words::is_of(word) && (scene.is_finite(at + 1) || words::is_coordinator(scene.word(at + 1)));
    let from = |start: usize| titles::longest((start..start + titles::LONGEST).map(|i| scene.word(i)));
    let end = |back: usize| at.checked_sub(back).and_then(|start| Some(start + from(start)?.0));
    (1..=2).filter(|_| ends).filter_map(end).find(|&end| end > at)
}

/// Whether token `at`, which may be a verb, is a noun behind its article: `l'équipe`, `l'enseigne`.
fn is_noun_here(scene: &Scene<'_, '_>, at: usize) -> bool {
    words::is_article(scene.word(at - 1)) && source(scene.word(at)).is_some()
}

/// Whether the name of a body begins at `at`.
fn is_body_named(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.name_at(at).is_some_and(|m| {
        let name = &scene.mentions.list()[m];
        name.kind == Kind::Organisation && name.tokens.first() == at
    })
}

/// Whether the phrase at `start` is of several, by its first word: `des riverains`, `trois voisines`.
fn is_several(scene: &Scene<'_, '_>, start: usize) -> bool {
    scene.is_one_of(start, "les des ces ses leurs plusieurs certains certaines quelques") || scene.is_counted(start)
}

/// Whether the word at `at`, with an article behind it, can only be a verb: no name, no adjective of what stands before (`la rue commerçante la plus longue`).
fn is_verbal(scene: &Scene<'_, '_>, at: usize) -> bool {
    let word = scene.word(at);
    scene.is_one_of(at + 1, "le la l' les")
        && !scene.tokens.is_capitalised(at + 1)
        && !scene.is_one_of(at + 2, "plus moins mieux")
        && word.ends_with(['e', 't'])
        && word.len() > 3
        && !scene.tokens.is_capitalised(at)
        && scene.mentions.at_token(at).is_none()
        && source(word).is_none()
        && !words::is_of(scene.word(at - 1))
        && !words::is_article(scene.word(at - 1))
}

/// `quel`, `quelles`…
pub(super) fn is_which(word: &str) -> bool {
    is_one_of(word, "quel quelle quels quelles")
}

/// `experts et riverains`, without article.
pub(super) fn is_bare_plural(scene: &Scene<'_, '_>, at: usize) -> bool {
    source(scene.word(at)).is_some_and(|s| s.plural == Some(true))
}

/// Whether token `index` is a form of a verb of saying that can't be taken for a noun or adjective: `le ministre affirme`.
fn is_other_verb(scene: &Scene<'_, '_>, index: usize) -> bool {
    speech::readings(scene.word(index)).any(|(verb, form)| {
        matches!(form, Form::Singular | Form::Plural | Form::Gerund)
            && !verb.takes(speech::Frame::MaybeNoun)
            && !speech::readings(scene.word(index)).any(|(_, f)| f == Form::Participle)
    })
}

/// The noun phrase that begins at `start`, if one does.
pub(super) fn read(scene: &Scene<'_, '_>, start: usize, limit: usize, joint: bool) -> Option<TokenRange> {
    if start >= limit || !begins(scene, start) {
        return None;
    }
    let end = end(scene, start, limit, joint);
    (end > start).then(|| TokenRange::new(start, end))
}

/// End of `de son côté`, `pour sa part`, `à son tour`, `quant à lui`, `en substance` at `at`.
pub(super) fn set_phrase_end(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    match (scene.word(at), scene.word(at + 1), scene.word(at + 2)) {
        // How it is said: `avec le sourire`, `sans ciller`, `d'une voix blanche`, `du bout des lèvres`.
        ("avec", "le" | "un", "sourire") => Some(at + 3),
        (
            "sans",
            "ciller" | "hésiter" | "trembler" | "broncher" | "sourire" | "rire" | "détour" | "ambages" | "surprise",
            _,
        ) => Some(at + 2),
        ("d'", "une" | "un", "voix" | "ton" | "air") => {
            Some(at + 3 + usize::from(!words::is_determiner(scene.word(at + 3))))
        }
        ("du", "bout", "des") if scene.is(at + 3, "lèvres") => Some(at + 4),
        ("de", "son" | "leur", "côté")
        | ("pour", "sa" | "leur", "part")
        | ("à", "son" | "leur", "tour")
        | ("à", "plusieurs", "reprises")
        | ("quant", "à", "lui" | "elle" | "eux" | "elles") => Some(at + 3),
        ("quelques", unit, behind)
            if is_one_of(unit, "heures minutes jours semaines mois instants")
                && is_one_of(behind, "plus après avant auparavant") =>
        {
            Some(at + 3 + usize::from(behind == "plus"))
        }
        ("par", "exemple", _) => Some(at + 2),
        ("à", "juste", "titre") => Some(at + 3),
        ("un", "peu", "plus" | "avant" | "après" | "partout") => Some(at + 2),
        ("en", "substance" | "outre" | "effet" | "revanche" | "conséquence" | "clair" | "somme" | "interne", _) => {
            Some(at + 2)
        }
        _ => None,
    }
}
