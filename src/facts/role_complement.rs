//! What the noun of a role governs: `de la Santé`, `d'OpenAI`, `auprès de la ministre`, `des « gilets jaunes »`.

use super::clause_words::is_adverb;
use super::role_phrase::{LONGEST_MARKED, RolePhrase, hold, is_office, take};
use super::role_words::{is_adjective, is_field, is_little, is_organisation_noun};
use super::scene::Scene;
use crate::lexicon::demonyms;
use crate::lexicon::report_words;
use crate::lexicon::speech::{self, Form};
use crate::lexicon::titles::{self, TitleClass};
use crate::mentions::Kind;
use crate::text::is_one_of;
use crate::tokens::TokenKind;

/// What links a complement to its noun.
#[derive(Clone, Copy, PartialEq)]
enum Link {
    /// `de`, `chargé de`, `auprès de`, `à`, `au sein de`: before a name or a noun.
    Of,
    /// `en`: before a noun (`expert en sécurité`); a name would say where something happens.
    In,
    /// `chez`, `pour`: before a name alone.
    For,
}

/// The link at token `at` and the first token behind it, articles included.
fn link(scene: &Scene<'_, '_>, at: usize, limit: usize) -> Option<(Link, usize)> {
    let word = |i: usize| if i < limit { scene.word(i) } else { "" };
    let is = |i: usize, list: &str| i < limit && scene.is_one_of(i, list);
    let is_of = |i: usize| is(i, "de du des d'");
    let (link, mut core) = match word(at) {
        "en" if is(at + 1, "charge") && is_of(at + 2) => (Link::Of, at + 3),
        "au" if is(at + 1, "sein") && is_of(at + 2) => (Link::Of, at + 3),
        "en" => (Link::In, at + 1),
        word if is_of(at + 1) && is_one_of(word, "auprès près chargé chargée chargés chargées issu issue") => {
            (Link::Of, at + 2)
        }
        word if is_one_of(word, "de d' du des à au aux") => (Link::Of, at + 1),
        word if is_one_of(word, "chez pour") => (Link::For, at + 1),
        _ => return None,
    };
    if is(core, "la l' le les son sa ses") {
        core += 1;
    }
    (core < limit).then_some((link, core))
}

/// Takes in `de la Santé`, `d'OpenAI`, `à l'université`, `et de la Culture`.
pub(super) fn complement(scene: &Scene<'_, '_>, phrase: &mut RolePhrase, limit: usize) -> bool {
    let mut at = phrase.end;
    if scene.is(at, "et") {
        // `de la Culture et de la Communication`: a bare noun would be another role.
        if phrase.end == phrase.noun + 1 || !scene.is_one_of(at + 1, "de du des d'") {
            return false;
        }
        at += 1;
    }
    // `a réagi une élue du syndicat auprès de la revue`: to whom she spoke.
    let craft = matches!(phrase.class, TitleClass::Job | TitleClass::Party | TitleClass::Standing);
    if scene.is(at, "auprès") && (craft || phrase.named && scene.word(phrase.noun).starts_with("élu")) {
        return false;
    }
    let Some((link, core)) = link(scene, at, limit) else { return false };
    if link == Link::Of && scene.tokens.kind(core) == Some(TokenKind::Quote) {
        return marked(scene, phrase, at, core, limit);
    }
    // `le ministre à l'issue de la réunion`, `le ministre en arrivant`
    let adverbial = match scene.word(at) {
        // `la première présidente à répondre`
        "à" if core == at + 1
            && scene.is_small_word(core)
            && ["er", "ir"].iter().any(|e| scene.word(core).ends_with(e)) =>
        {
            true
        }
        "à" => scene.is_one_of(core, "issue place suite occasion demande"),
        "en" => {
            let visits = scene.is_one_of(core, "région visite marge réponse référence");
            // `La cuisinière en est fière`
            (visits || scene.is_finite(core) || scene.word(core).ends_with("ant"))
                && scene.is_small_word(core)
                && scene.name_from(core + 1).is_none()
        }
        _ => false,
    };
    if adverbial {
        return false;
    }
    if let Some((mention, name)) = scene.name_at(core) {
        // A determiner may belong to the name (`patron du Monde` does not, `patron de La Poste` does).
        if name.tokens.first() > core || name.tokens.first() + 1 < core || name.tokens.last_end() > limit {
            return false;
        }
        match name.kind {
            // `l'avocat de Claire Morel`: whose, and no organisation.
            Kind::Person if link == Link::Of => {
                take(phrase, name.tokens.last_end());
                phrase.named = true;
            }
            Kind::Person => return false,
            // `l'ambassadeur de France en Égypte`, `directrice générale pour la France`: a country where it is held elsewhere.
            Kind::Place if link != Link::Of && (phrase.named || link == Link::For) && is_office(phrase.class) => {
                take(phrase, name.tokens.last_end());
                phrase.named = true;
            }
            Kind::Place if link != Link::Of => return false,
            _ => hold(scene, phrase, mention),
        }
        return true;
    }
    let is_free = |i: usize| scene.tokens.kind(i) == Some(TokenKind::Word) && scene.mentions.at_token(i).is_none();
    // `le médiateur chargé de dénouer la crise`: what someone is to do, not what they are.
    // `et le syndicaliste d'ajouter`: what they do.
    let infinitive = scene.word(at).starts_with("charg")
        && core == at + 2
        && ["er", "ir", "re"].iter().any(|end| scene.word(core).ends_with(end))
        || core == at + 1 && speech::readings(scene.word(core)).any(|(_, form)| form == Form::Infinitive);
    // A common noun: small letters, or a capital that made no name (`ministre de l'Intérieur`).
    if link == Link::For || infinitive || !is_free(core) || is_little(scene.word(core)) {
        return false;
    }
    // `d'extrême droite`, `de la haute autorité`.
    let qualified = scene.is_one_of(core, "extrême plusieurs nombreux nombreuses célèbres haute grande petite jeune première libre principal principale nouveau nouvelle prestigieux prestigieuse autre actuel ancien premier grandes") && core + 1 < limit
        && is_free(core + 1)
        && !is_little(scene.word(core + 1))
        && (scene.word(at), scene.word(core + 1)) != ("au", "ministre");
    let mut end = core + 1 + usize::from(qualified);
    // `transition écologique et solidaire`, `Jeunesse et Sports`.
    let joins = |i: usize| {
        let word = scene.word(i);
        // `de l'organisation conservatrice Novaline`: of what has a name of its own an adjective of origin says what it is.
        let of_origin = demonyms::party([word]).is_some() || demonyms::place(word).is_some();
        let body = of_origin && is_organisation_noun(scene.word(core)) && scene.name_from(i + 1).is_some();
        // `ministre des Affaires européennes`, `de la Transition écologique et solidaire`
        let affairs = of_origin && scene.is_one_of(core, "affaires transition");
        let known = body || affairs || is_adjective(word) && !of_origin;
        is_free(i) && (scene.tokens.is_capitalised(i) || is_field(word) || known)
    };
    while end < limit {
        if joins(end) {
            end += 1;
        } else if scene.is(end, "et")
            && end + 1 < limit
            && joins(end + 1)
            && titles::longest([scene.word(end + 1)]).is_none()
        {
            end += 2;
        } else {
            break;
        }
    }
    // `de la lutte contre les discriminations`, `de la direction antidrogue, …`
    if scene.is(core, "lutte") && scene.is(end, "contre") {
        let noun = end + 1 + usize::from(scene.is_one_of(end + 1, "la l' le les"));
        end = if noun < limit && is_free(noun) { noun + 1 } else { end };
    } else if end < limit && scene.is(end + 1, ",") && is_unknown_adjective(scene, end) {
        end += 1;
    }
    // `rédactrice en chef de l'émission « La Route »`
    let titled = report_words::announces_title(scene.word(core)) && scene.tokens.kind(end) == Some(TokenKind::Quote);
    if let Some(close) = scene.marks_end(end).filter(|&close| titled && close <= limit && close <= end + LONGEST_MARKED)
    {
        end = close;
    }
    // `chargé des Relations avec le Parlement`
    if scene.is(core, "relations") && scene.is(end, "avec") && end + 3 <= limit {
        end += 3;
    }
    phrase.before_complement = phrase.role.last_end();
    take(phrase, end);
    true
}

/// Takes in what stands between the marks that open at `open`: `figure des « gilets jaunes »`, `patron de « Télor »`.
fn marked(scene: &Scene<'_, '_>, phrase: &mut RolePhrase, link: usize, open: usize, limit: usize) -> bool {
    let is_mark = |i: &usize| scene.tokens.kind(*i) == Some(TokenKind::Quote);
    let Some(close) = (open + 2..limit.min(open + LONGEST_MARKED)).find(is_mark) else { return false };
    // `accuser le ministre de « lâcheté »`: of what he is accused.
    let group = open > link + 1 || scene.is_one_of(link, "du des");
    match scene.name_from(open + 1) {
        Some((_, name)) if name.kind == Kind::Person => return false,
        Some((mention, _)) => hold(scene, phrase, mention),
        None if group => take(phrase, close + 1),
        None => return false,
    }
    phrase.end = close + 1;
    true
}

/// Whether the word before a comma may be an adjective that no list and no ending knows (`antidrogue`): it is none of the common verbs.
fn is_unknown_adjective(scene: &Scene<'_, '_>, at: usize) -> bool {
    let word = scene.word(at);
    word.len() > 5
        && scene.is_small_word(at)
        && !is_adverb(word)
        && !scene.is_past_participle(at)
        && !scene.tokens.is_common_verb(at)
        && !scene.tokens.uses(at).says
        && titles::longest([word]).is_none()
        && demonyms::place(word).is_none()
        && demonyms::party([word]).is_none()
}
