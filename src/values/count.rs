//! Numbers of things: `58 pays`, `une cinquantaine de blessés`, `deux des complices`.

use super::amount::Measured;
use super::number::Form;
use super::view::View;
use super::{Decimal, Found, Value};
use crate::lexicon::measures::{FUNCTION_WORDS, PRENOMINAL};
use crate::mentions::Kind;
use crate::text::{TokenRange, is_one_of};

/// Whether token `at` is a word that names nothing.
pub(super) fn is_function(view: View<'_, '_>, at: usize) -> bool {
    FUNCTION_WORDS.has(view.folded(at))
}

/// Whether token `at` can be the plural noun that a number counts.
pub(super) fn is_plural_noun(view: View<'_, '_>, at: usize) -> bool {
    let word = view.folded(at);
    view.is_word(at)
        && !is_function(view, at)
        && !view.may_be_number(at)
        && (word.ends_with(['s', 'x', 'z']) || view.tokens().is_all_caps(at))
        && word.chars().count() > 2
}

/// Nouns before a number that number something: `article 49`, `ligne 13`. What follows them is no count.
const NUMBERED: &str = "article articles chapitre page ligne numéro n° no route chaîne saison épisode acte tome niveau phase \
    étape catégorie division ligue groupe lot station quai porte salle bus vol tram section version \
    place rang canal zone secteur type °";

/// The most words behind a counted noun between the same marks, and the mark.
const MOST_QUOTED: usize = 3;

/// The most adjectives between a number and its noun.
const MOST_ADJECTIVES: usize = 2;

/// The count that `measured` begins.
pub(super) fn read(view: View<'_, '_>, measured: &Measured) -> Option<Found> {
    if measured.form == Form::Article || is_numbered(view, measured) || measured.hyphen && !view.is_word(measured.end) {
        return None;
    }
    // `tous deux élus`
    if view.before_is(measured.start, 1, "tous toutes") {
        return None;
    }
    let (end, of) = counted(view, measured)?;
    if is_score(view, end) || is_multiple(view, measured, end) || is_postal_code(view, measured) {
        return None;
    }
    let by = if measured.takes_de { "count.nounOfNumber" } else { "count.noun" };
    let score = if measured.form == Form::Figures { 0.9 } else { 0.8 };
    Some(Found { start: measured.start, end, kind: Kind::Count, value: Value::Count(measured.amount), of, by, score })
}

/// Whether the count that ends before `end` is half of a result: `deux sets à un`, `3 buts à 1`.
fn is_score(view: View<'_, '_>, end: usize) -> bool {
    view.before_is(end, 1, "sets buts manches victoires jeux points")
        && view.is(end, "à")
        && view.may_be_number(end + 1)
}

/// Whether the count that ends before `end` compares: `trois fois supérieur`, `40 fois la norme`.
fn is_multiple(view: View<'_, '_>, measured: &Measured, end: usize) -> bool {
    let next = view.folded(end);
    // `vendre deux fois le billet`: small numbers say how often.
    let of_it = measured.form == Form::Figures && is_one_of(next, "la le l' les");
    view.before_is(end, 1, "fois") && (next.starts_with("supérieur") || next.starts_with("inférieur") || of_it)
}

/// Digits of a postal code: `75011 Paris`. Counts of that size have their thousands apart, or a small noun.
const POSTAL_DIGITS: usize = 5;

fn is_postal_code(view: View<'_, '_>, measured: &Measured) -> bool {
    let digits = view.str(measured.number);
    digits.len() == POSTAL_DIGITS && digits.bytes().all(|b| b.is_ascii_digit()) && view.is_capitalised(measured.end)
}

/// Whether the number names its noun instead of counting: `article 49`, `France 3`, `5G`, the hour of a score.
pub(super) fn is_numbered(view: View<'_, '_>, measured: &Measured) -> bool {
    let before = view.before(measured.start, 1);
    let figures = measured.form == Form::Figures;
    let glued = figures && view.is_glued(measured.end) && view.is_word(measured.end);
    let hooked = figures && view.is_glued(measured.number) && is_one_of(before, "- / . ° # x – :");
    // `iPhone 15 sorties`: only a plural noun behind it makes a number after a name a count.
    let named = figures
        && view.is_capitalised(measured.start.wrapping_sub(1))
        && !view.tokens().is_sentence_start(measured.start - 1);
    is_one_of(before, NUMBERED) && figures || glued || hooked || named && !is_plural_noun(view, measured.end)
}

/// The token behind the counted noun, and the noun itself.
fn counted(view: View<'_, '_>, measured: &Measured) -> Option<(usize, Option<TokenRange>)> {
    let mut at = measured.end;
    if measured.takes_de {
        if !view.is_one_of(at, "de d' des") {
            return None;
        }
        at += 1;
    } else if view.is_one_of(at, "des de d'") {
        // `deux des complices`, `17 d'entre eux`, `trois de ses voisins`
        let among = view.is(at + 1, "entre") && view.is_one_of(at + 2, "eux elles nous vous");
        if among {
            return Some((at + 3, None));
        }
        let part = view.is(at, "des") || view.is_one_of(at + 1, "ces ses leurs nos vos mes");
        if !part {
            return None;
        }
        at += 1;
    }
    at += usize::from(view.is_one_of(at, "ces ses leurs nos vos mes plus très"));
    let quoted = view.is_quote(at);
    at += usize::from(quoted);
    let first = at;
    let plural = measured.amount.max.is_some() || measured.amount.amount.as_whole().is_some();
    let is_noun = |at: usize| is_plural_noun(view, at) || !plural && view.is_word(at) && !is_function(view, at);
    while at < first + MOST_ADJECTIVES && PRENOMINAL.has(view.folded(at)) && is_noun(at + 1) {
        at += 1;
    }
    // Stars and corners of the world are no things that are counted.
    let idiom = view.is_one_of(at, "étoiles étoile coins");
    // `les deux premiers`, `les trois derniers`: of things named elsewhere.
    let order = view.is_one_of(at, "premiers premières derniers dernières");
    if !is_noun(at) || order || idiom && measured.amount.amount <= Decimal::whole(5) {
        return None;
    }
    let mut end = at + 1;
    // `policiers et gendarmes`
    if view.is_one_of(end, "et ou")
        && is_plural_noun(view, end + 1)
        && !view.is_capitalised(end + 1)
        && is_listed(view, end + 2)
    {
        end += 2;
    }
    // `300 gilets jaunes`, `une centaine de « gilets jaunes »`
    end += usize::from(view.is(end - 1, "gilets") && view.is_one_of(end, "jaunes rouges"));
    let noun = TokenRange::new(first, end);
    if quoted && let Some(close) = (end..end + MOST_QUOTED).find(|&i| view.is_quote(i)) {
        return Some((close + 1, Some(TokenRange::new(first, close))));
    }
    Some((end, Some(noun)))
}

/// Whether the word before `at` may end a list of nouns: no second article or noun of its own follows it.
fn is_listed(view: View<'_, '_>, at: usize) -> bool {
    !view.is_number(at)
}
