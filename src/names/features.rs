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
use crate::text::TokenRange;
use crate::tokens::{TokenKind, Tokens};

/// Weighs each candidate by itself and its sentence.
pub(super) fn judge(tokens: &Tokens<'_>, words: &Words<'_>, candidates: &[Candidate]) -> Vec<Evidence> {
    let mut left = Left::default();
    candidates
        .iter()
        .map(|candidate| {
            let mut evidence = left.of(tokens, words, candidate).clone();
            let e = &mut evidence;
            known(tokens, words, candidate, e);
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

/// What the gazetteer knows, of the whole candidate or of its beginning.
fn known(tokens: &Tokens<'_>, words: &Words<'_>, candidate: &Candidate, e: &mut Evidence) {
    if let Some(known) = &candidate.known {
        for &(kind, share) in &known.readings {
            e.add(kind, share * known_weight(candidate.tokens.len()), "names.gazetteer");
        }
    } else if let (Some(known), Some(phrase)) = (&candidate.known_prefix, &candidate.phrase) {
        // `la Commission` alone may be known; with its complement it is the longer name.
        if known.end == phrase.head.end {
            for &(kind, share) in known.readings.iter().filter(|r| r.0 == phrase.head.kind) {
                e.add(kind, share * w::KNOWN, "names.goesOn");
            }
        }
    } else if let Some(known) = &candidate.known_prefix
        && candidate.gaps == 0
    {
        // `Galaxy Tab S10`, `Galeries Lafayette Haussmann`, `TikTok France`: a known name that goes on is a longer name of its kind.
        let rest = TokenRange::new(known.end, candidate.tokens.last_end());
        let model = rest.range().any(|i| tokens.str(i).chars().any(|c| c.is_ascii_digit()));
        let person = words.word(rest.first()).given > 0.5 && rest.len() > 1;
        let product = lookup::work_at(tokens, words, rest).map_or(0.0, known_weight);
        for &(kind, share) in known.readings.iter().filter(|_| !person) {
            let weight = share * (known_weight(known.end - candidate.tokens.first()) + w::GOES_ON);
            match kind {
                // A maker with a product or a number is a product.
                Kind::Organisation if product > 0.0 || model => e.add(Kind::Work, weight + product, "names.model"),
                Kind::Event if !model => {}
                Kind::Person => {}
                _ => e.add(kind, weight, "names.goesOn"),
            }
        }
    }
}

/// What a name of the gazetteer says that has `length` tokens: a long one seldom means something else.
fn known_weight(length: usize) -> f32 {
    if length == 0 { 0.0 } else { w::KNOWN + w::KNOWN_LONGER * (length - 1).min(4) as f32 }
}

/// What the parts of the candidate say: given names, heads, connectors.
fn built(tokens: &Tokens<'_>, words: &Words<'_>, candidate: &Candidate, e: &mut Evidence) {
    let range = candidate.tokens;
    let name = person::full_name(tokens, words, range);
    if let Some(name) = name {
        // `Hugues de Lens` is somebody, `Noël de Lens` may be a market.
        let sure = name.given > AMBIGUOUS_GIVEN_NAME;
        let particles = if sure { f32::from(candidate.gaps) * w::PARTICLE } else { 0.0 };
        if name.given > 0.0 {
            e.add(Kind::Person, name.given * (w::GIVEN_NAME + particles), "names.givenName");
        }
        // Two or three capitals that no language explains are most often somebody.
        let plain = range.len() <= 3
            && candidate.known_prefix.is_none()
            && range
                .range()
                .all(|i| words.word(i).capital_share.is_none_or(|share| share > COMMON) && !words.word(i).is_function);
        e.add(Kind::Person, if plain { w::PLAIN_NAME } else { w::NAME_SHAPE }, "names.shape");
    } else if range.len() == 1 {
        e.add(Kind::Person, w::GIVEN_NAME_ALONE * words.word(range.first()).given, "names.givenName");
    }
    // What the gazetteer knows is not guessed: the `Maison Blanche` is no company.
    if let Some(phrase) = candidate.phrase.as_ref().filter(|_| candidate.known.is_none()) {
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

/// A given name that is also a word of the language is at most this sure.
const AMBIGUOUS_GIVEN_NAME: f32 = 0.6;

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
    // A name inside would be found without the head: the whole has to be worth both. So has what goes on behind a known name.
    let inner = w::NAME_INSIDE * f32::from(phrase.inner_names.min(2))
        + w::KNOWN_LONGER * f32::from(phrase.inner_known.saturating_sub(phrase.inner_names).min(4));
    let weight = weight + inner + known_weight(phrase.known_prefix);
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
    // `Dalkor France`
    if range.len() > 1
        && candidate.gaps == 0
        && candidate.known_prefix.is_none()
        && words.word(first).given == 0.0
        && lookup::is_country(tokens, words, last)
    {
        e.add(Kind::Organisation, w::BRANCH, "names.branch");
    }
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
    if range.len() <= 2 && candidate.known.is_none() && words.word(first).is_place_shaped {
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

/// Feasts, which date what stands before or behind them.
const FEASTS: [&str; 6] = ["noël", "pâques", "pentecôte", "toussaint", "ascension", "épiphanie"];

/// `IV`, `XIXe`
fn is_roman_number(word: &str) -> bool {
    let digits = word.strip_suffix('e').or_else(|| word.strip_suffix("ème")).unwrap_or(word);
    digits.len() > 1 && digits.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
        || digits.len() == 1 && word.ends_with('e') && matches!(digits, "X" | "V")
}

/// A word with a capital in mid-sentence less often than this is a common word.
const COMMON: f32 = 0.25;

/// What is no name, for all its capitals.
fn excluded(tokens: &Tokens<'_>, words: &Words<'_>, candidate: &Candidate, e: &mut Evidence) {
    let range = candidate.tokens;
    let first = range.first();
    let word = words.word(first);
    if range.len() == 1 {
        if word.is_no_name || is_roman_number(tokens.str(first)) {
            e.against_all(w::NEVER);
        }
        // The name of a coin: `$TRUMP`.
        if first > 0 && tokens.folded(first - 1) == "$" && !tokens.spaced_before(first) {
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
    // `HDMI 2.1`, `Wi-Fi 6`
    let versions = range.range().skip(1).all(|i| tokens.kind(i) == Some(TokenKind::Number));
    // `Noël 2024` is a date.
    let dated = versions && FEASTS.contains(&tokens.folded(first));
    if range.len() > 1 && (words.word(first).is_no_name && versions || dated) {
        e.against_all(w::NEVER);
    }
    if candidate.known.is_none() && candidate.phrase.is_none() && !candidate.marked && range.len() > 1 {
        // `Le Président`, `Une Française`, `Il Macron`
        if word.is_function && !(tokens.is_capitalised(first) && words.is_strong(first)) {
            e.against_all(w::NEVER);
        }
    }
}
