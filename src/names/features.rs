//! What speaks for and against each candidate: what it is made of, and what stands around it. Each rule has a name, which the report shows.

use super::candidates::Candidate;
use super::context;
use super::evidence::Evidence;
use super::lookup;
use super::person;
use super::phrases::{Complement, Phrase};
use super::weights as w;
use super::words::Words;
use crate::mentions::Kind;
use crate::tokens::{TokenKind, Tokens};

/// Weighs each candidate by itself and its sentence.
pub(super) fn judge(tokens: &Tokens<'_>, words: &Words<'_>, candidates: &[Candidate]) -> Vec<Evidence> {
    let mut left = Left::default();
    candidates
        .iter()
        .map(|candidate| {
            let mut evidence = left.of(tokens, words, candidate).clone();
            let e = &mut evidence;
            known(candidate, e);
            built(tokens, words, candidate, e);
            shaped(tokens, words, candidate, e);
            excluded(tokens, words, candidate, e);
            context::right(tokens, words, candidate, e);
            evidence
        })
        .collect()
}

/// What stands before, which all candidates with the same beginning share.
#[derive(Default)]
struct Left {
    of: Option<(usize, bool)>,
    evidence: Evidence,
}

impl Left {
    fn of(&mut self, tokens: &Tokens<'_>, words: &Words<'_>, candidate: &Candidate) -> &Evidence {
        let key = Some((candidate.tokens.first(), candidate.marked));
        if self.of != key {
            self.of = key;
            self.evidence = Evidence::default();
            context::left(tokens, words, candidate, &mut self.evidence);
        }
        &self.evidence
    }
}

/// What the gazetteer knows.
fn known(candidate: &Candidate, e: &mut Evidence) {
    let Some(known) = &candidate.known else { return };
    // A long name seldom means something else.
    let longer = w::KNOWN_LONGER * (candidate.tokens.len() - 1).min(4) as f32;
    for &(kind, share) in &known.readings {
        e.add(kind, share * (w::KNOWN + longer), "names.gazetteer");
    }
}

/// What the parts of the candidate say: given names, heads, connectors.
fn built(tokens: &Tokens<'_>, words: &Words<'_>, candidate: &Candidate, e: &mut Evidence) {
    let range = candidate.tokens;
    let name = person::full_name(tokens, words, range);
    if let Some(name) = name {
        let particles = f32::from(candidate.gaps) * w::PARTICLE;
        if name.given > 0.0 {
            e.add(Kind::Person, name.given * (w::GIVEN_NAME + particles), "names.givenName");
        }
        e.add(Kind::Person, w::NAME_SHAPE, "names.shape");
    } else if range.len() == 1 {
        e.add(Kind::Person, w::GIVEN_NAME_ALONE * words.word(range.first()).given, "names.givenName");
    }
    if let Some(phrase) = &candidate.phrase {
        headed(tokens, phrase, range.first(), e);
    }
    if candidate.marked {
        e.add(Kind::Work, w::MARKED, "names.marks");
    }
    let explained = candidate.phrase.is_some() || candidate.known.is_some() || candidate.marked;
    if !explained && candidate.gaps > 0 {
        let sure_person = name.is_some_and(|n| n.given > 0.3);
        if !sure_person {
            e.against_all(w::GAP * f32::from(candidate.gaps));
        }
    }
    // `Banque Postale`, `Théâtre National`: the last word may be the head of an English name (`Premier League`).
    let last = range.last_end() - 1;
    if range.len() > 1
        && candidate.gaps == 0
        && let Some(kind) = words.word(last).ending
    {
        e.add(lookup::kind_of(kind), w::ENDING, "names.ending");
    }
}

/// A noun phrase by its head.
fn headed(tokens: &Tokens<'_>, phrase: &Phrase, first: usize, e: &mut Evidence) {
    let capital = tokens.is_capitalised(first);
    // Of two ends the later one explains more words.
    let more =
        w::COMPLEMENT * f32::from(phrase.complements.min(4)) + w::ADJECTIVE * f32::from(phrase.adjectives.min(4));
    let weight = match (phrase.complement, capital) {
        _ if phrase.head.announces => -w::SMALL_HEAD_COMMON,
        (Complement::Bare, _) if phrase.head.kind == Kind::Organisation => w::HEAD_ALONE,
        (Complement::Bare, _) => 0.0,
        (Complement::Adjective | Complement::Common, true) if matches!(phrase.head.kind, Kind::Place | Kind::Work) => {
            0.0
        }
        (Complement::Adjective, true) => w::HEAD_ADJECTIVE + more,
        (Complement::Direct, true) => w::HEAD_DIRECT + more,
        (Complement::Named, true) => w::HEAD_NAMED + more,
        (Complement::Common, true) => w::HEAD_COMMON + more,
        (Complement::Direct, false) if phrase.adjectives == 0 || phrase.head.takes_complement => {
            w::SMALL_HEAD_DIRECT + more
        }
        (Complement::Named, false) if phrase.head.takes_complement => w::SMALL_HEAD_NAMED + more,
        (Complement::Common, false) if lookup::has_portfolio(tokens.folded(first)) => w::SMALL_HEAD_NAMED + more,
        (Complement::Adjective, false) => -w::SMALL_HEAD_ADJECTIVE,
        (Complement::Direct | Complement::Named | Complement::Common, false) => -w::SMALL_HEAD_COMMON,
    };
    if weight < 0.0 {
        e.against_all(-weight);
        return;
    }
    // A name inside would be found without the head: the whole has to be worth both.
    let known = if phrase.known > 0 { w::KNOWN + w::KNOWN_LONGER * (phrase.known - 1).min(4) as f32 } else { 0.0 };
    let weight = known + if phrase.holds_name { weight + w::NAME_INSIDE } else { weight };
    let rule = match phrase.head.kind {
        Kind::Organisation => "names.orgHead",
        Kind::Place => "names.placeHead",
        Kind::Event => "names.eventHead",
        _ => "names.workHead",
    };
    e.add(phrase.head.kind, weight, rule);
}

/// What the letters say.
fn shaped(tokens: &Tokens<'_>, words: &Words<'_>, candidate: &Candidate, e: &mut Evidence) {
    let range = candidate.tokens;
    let first = range.first();
    // A capital in mid-sentence is a name of some kind.
    if words.is_name(first) && candidate.gaps == 0 {
        let prior = if words.is_strong(first) { w::CAPITAL } else { w::WEAK_CAPITAL };
        let (person, organisation, place, work) = if range.len() == 1 { w::ONE_CAPITAL } else { w::MORE_CAPITALS };
        e.add(Kind::Person, prior * person, "names.capital");
        e.add(Kind::Organisation, prior * organisation, "names.capital");
        e.add(Kind::Place, prior * place, "names.capital");
        e.add(Kind::Work, prior * work, "names.capital");
    }
    let last = range.last_end() - 1;
    if range.len() > 1 && tokens.kind(last) == Some(TokenKind::Number) {
        let is_year = tokens.str(last).len() == 4 && matches!(tokens.str(last).get(..2), Some("19" | "20"));
        e.add(if is_year { Kind::Event } else { Kind::Work }, w::NUMBER_BEHIND, "names.number");
    }
    let word = tokens.str(first);
    if range.len() == 1 {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let digits = word.chars().any(|c| c.is_ascii_digit());
        if tokens.is_all_caps(first) && !words.is_shouted(first) && letters <= 6 && !digits {
            e.add(Kind::Organisation, w::ACRONYM, "names.acronym");
            e.against(Kind::Person, w::ACRONYM_IS_NO_PERSON);
            e.against(Kind::Place, 0.5);
        } else if digits {
            e.add(Kind::Work, w::CODE, "names.code");
            e.against(Kind::Person, w::ACRONYM_IS_NO_PERSON);
        }
        if word.chars().count() == 1 {
            e.against_all(w::ONE_LETTER);
        }
    }
    if has_inner_capital(word) && !tokens.is_all_caps(first) && !word.contains('.') {
        e.add(Kind::Organisation, w::INNER_CAPITAL, "names.innerCapital");
        e.add(Kind::Work, w::INNER_CAPITAL * 0.7, "names.innerCapital");
    }
    if range.range().any(|i| tokens.str(i).contains('&')) {
        e.add(Kind::Organisation, w::AMPERSAND, "names.ampersand");
    }
    if range.len() <= 2 && words.word(first).is_place_shaped {
        e.add(Kind::Place, w::PLACE_SHAPE, "names.placeShape");
    }
}

/// `OpenAI`, `iPhone`, but neither `McDonald` nor `Jean-Paul`.
fn has_inner_capital(word: &str) -> bool {
    let mut before = ' ';
    word.chars().any(|c| {
        let inner = c.is_uppercase() && before.is_lowercase();
        before = c;
        inner
    }) && !word.starts_with("Mc")
        && !word.starts_with("Mac")
        && !word.contains(crate::text::chars::is_apostrophe)
}

/// A word with a capital in mid-sentence less often than this is a common word.
const COMMON: f32 = 0.25;

/// What is no name, for all its capitals.
fn excluded(tokens: &Tokens<'_>, words: &Words<'_>, candidate: &Candidate, e: &mut Evidence) {
    let range = candidate.tokens;
    let first = range.first();
    let word = words.word(first);
    if range.len() == 1 {
        if word.is_no_name {
            e.against_all(w::NEVER);
        }
        if word.is_origin && candidate.known.as_ref().is_none_or(|k| k.share() < 0.6) {
            e.against_all(w::ORIGIN);
        }
        if word.is_function && candidate.known.is_none() {
            e.against_all(w::NEVER);
        }
        let common = word.capital_share.is_some_and(|share| share < COMMON);
        if common && candidate.known.is_none() && !tokens.is_all_caps(first) {
            e.against_all(w::COMMON_WORD);
        }
        if !words.is_name(first) && !candidate.marked && candidate.phrase.is_none() && candidate.known.is_none() {
            e.against_all(w::NEVER);
        }
    } else if word.is_civility || word.is_title && tokens.kind(first + 1) == Some(TokenKind::Word) {
        // `Président Morel`: the title stays out.
        if candidate.known.is_none() && candidate.phrase.is_none() {
            e.against_all(w::TITLE_INSIDE);
        }
    }
    if candidate.known.is_none() && candidate.phrase.is_none() && !candidate.marked && range.len() > 1 {
        // `Le Président`, `Une Française`, `Il Macron`
        if word.is_function && !(tokens.is_capitalised(first) && words.is_strong(first)) {
            e.against_all(w::NEVER);
        }
    }
}
