//! What the article says that someone is, in title or apposition: `le ministre de l'Intérieur Paul Morel`, `Utopia, une association de locataires`.

use super::Nouns;
use crate::lexicon::{Source, SourceKind, demonyms};
use crate::links::Gender;
use crate::mentions::{Kind, Mention};
use crate::text::{TokenRange, is_one_of, lower};
use crate::tokens::TokenKind;

/// The longest title or apposition that is looked at, in tokens.
const LONGEST: usize = 14;

/// The most words kept of one entity: the first descriptions say who it is.
const MOST: usize = 32;

/// The longest name that is compared, in characters.
const NAME: usize = 80;

/// Authorities of which there is one in each place.
pub(super) const LOCAL: &str = "préfecture parquet mairie tribunal police gendarmerie";

/// The words that describe one entity, folded.
#[derive(Debug, Default, Clone)]
pub(super) struct Description {
    /// The name itself, as far as it is compared.
    pub(super) name: String,
    /// Nouns for people or bodies: `ministre`.
    pub(super) nouns: Vec<String>,
    /// How many of the nouns stand beside the name; by the others a reference was resolved.
    named: usize,
    /// The other words of its titles and appositions: `intérieur`, `américain`.
    pub(super) details: Vec<String>,
    /// Shown by `M.`, `la ministre`, `une élue`.
    pub(super) gender: Option<Gender>,
}

impl Description {
    /// Of an entity of which nothing is known but its name.
    pub(super) fn of(name: &str) -> Self {
        Self { name: name.chars().take(NAME).map(lower).collect(), ..Self::default() }
    }

    /// Learns from one mention.
    pub(super) fn learn(&mut self, nouns: &Nouns<'_, '_>, mention: &Mention) {
        let sentence = nouns.tokens.sentence_range(mention.tokens.first());
        // `a indiqué le parquet à l'AFP`: whom it told.
        let first = mention.tokens.first();
        let article = usize::from(is_one_of(before(nouns, sentence, first, 1), "l' la le"));
        let told = mention.kind == Kind::Organisation
            && is_one_of(before(nouns, sentence, first, 1 + article), "à au aux dans sur");
        // `l'avocat de Paul Morel`, `la maire reproche à Paul Morel`: that is someone else.
        let of = mention.kind == Kind::Person && is_one_of(before(nouns, sentence, first, 1), "de d' à");
        if !told
            && !of
            && let Some(title) = title_before(nouns, sentence, mention.tokens.first())
        {
            self.take(nouns, title, mention.kind);
            if let Some(second) = second_title(nouns, sentence, title, mention) {
                self.take(nouns, second, mention.kind);
            }
        }
        // `le successeur de Paul Morel, l'ancien maire de Lyon`: that is who follows him.
        let complement = of
            && nouns.source(first.wrapping_sub(2)).is_some_and(|s| s.kind == SourceKind::Person)
            && nouns.tokens.is(mention.tokens.last_end(), ",");
        if !complement && let Some(apposition) = apposition_behind(nouns, sentence, mention.tokens.last_end()) {
            self.take(nouns, apposition, mention.kind);
        }
        if mention.kind == Kind::Person && self.gender.is_none() {
            self.gender = match before(nouns, sentence, mention.tokens.first(), 1) {
                "m." | "monsieur" => Some(Gender::Masculine),
                "mme" | "mlle" | "madame" => Some(Gender::Feminine),
                _ => None,
            };
        }
        // Lawyers are called so.
        if mention.kind == Kind::Person && before(nouns, sentence, mention.tokens.first(), 1) == "me" {
            self.call("avocat");
            self.call("avocate");
        }
        self.named = self.nouns.len();
    }

    /// The nouns that stand beside the name.
    pub(super) fn with_name(&self) -> &[String] {
        &self.nouns[..self.named]
    }

    /// Learns that it was called `noun`.
    pub(super) fn call(&mut self, noun: &str) {
        if self.nouns.len() + self.details.len() < MOST && !self.nouns.iter().any(|n| n == noun) {
            self.nouns.push(noun.to_owned());
        }
    }

    fn take(&mut self, nouns: &Nouns<'_, '_>, range: TokenRange, kind: Kind) {
        let wanted = if kind == Kind::Person { SourceKind::Person } else { SourceKind::Body };
        let head = range.range().find(|&i| nouns.source(i).is_some_and(|s| s.kind == wanted));
        // `l'Espagnol Juan Roca`
        let from = |&i: &usize| nouns.tokens.is_capitalised(i) && demonyms::place(nouns.tokens.folded(i)).is_some();
        let from = range.range().find(from).filter(|_| kind == Kind::Person);
        let Some(head) = head.or(from) else { return };
        if kind == Kind::Person && self.gender.is_none() {
            self.gender = gender_of(nouns, range, head);
        }
        for i in range.range() {
            let word = nouns.tokens.folded(i);
            if self.nouns.len() + self.details.len() >= MOST || nouns.tokens.kind(i) != Some(TokenKind::Word) {
                continue;
            }
            // `a constaté l'AFP, la préfecture comptant …`: another one than whoever is not named so.
            if kind == Kind::Organisation && is_one_of(word, LOCAL) && !self.name.split(' ').any(|w| w == word) {
                continue;
            }
            let list = match nouns.source(i) {
                Some(s) if s.kind == wanted => &mut self.nouns,
                None if i == head => &mut self.nouns,
                _ if word.chars().count() > 3 || nouns.tokens.is_all_caps(i) => &mut self.details,
                _ => continue,
            };
            if !list.iter().any(|w| w == word) {
                list.push(word.to_owned());
            }
        }
    }
}

/// Gender shown by the determiner of the noun at `head`, else by the noun itself.
pub(super) fn gender_of(nouns: &Nouns<'_, '_>, range: TokenRange, head: usize) -> Option<Gender> {
    let determiner = if head > range.first() { nouns.tokens.folded(head - 1) } else { "" };
    match determiner {
        "le" | "un" | "ce" | "cet" | "du" | "au" | "ancien" | "actuel" => return Some(Gender::Masculine),
        "la" | "une" | "cette" | "ancienne" | "actuelle" | "première" => return Some(Gender::Feminine),
        _ => {}
    }
    match nouns.source(head) {
        Some(Source { feminine: Some(true), .. }) => Some(Gender::Feminine),
        Some(Source { feminine: Some(false), .. }) => Some(Gender::Masculine),
        _ => None,
    }
}

fn before<'a>(nouns: &'a Nouns<'_, '_>, sentence: TokenRange, at: usize, back: usize) -> &'a str {
    if at >= sentence.first() + back { nouns.tokens.folded(at - back) } else { "" }
}

/// The words of a title right before a name, or of a noun phrase that the name stands in apposition to: `le maire de la ville, Jeanne Morel,`.
fn title_before(nouns: &Nouns<'_, '_>, sentence: TokenRange, name: usize) -> Option<TokenRange> {
    let mut end = name;
    match before(nouns, sentence, name, 1) {
        "," => end -= 1,
        // `le procureur et Paul Morel`: two people.
        "et" => return None,
        _ => {}
    }
    let floor = sentence.first().max(end.saturating_sub(LONGEST));
    let mut start = end;
    while start > floor {
        // `le président de l'Union (UD) Paul Morel`: over the bracket.
        if nouns.tokens.is(start - 1, ")")
            && let Some(open) = (floor..start - 1).rev().take(4).find(|&i| nouns.tokens.is(i, "("))
        {
            start = open;
            continue;
        }
        let word = nouns.tokens.folded(start - 1);
        // `la maire rencontre Paul Morel`
        let verb = || nouns.tokens.is_common_verb(start - 1) && nouns.source(start - 1).is_none();
        if nouns.tokens.kind(start - 1) != Some(TokenKind::Word) || is_boundary(word) || verb() {
            break;
        }
        start -= 1;
        // `le conseiller du président Paul Morel`: the title is the one that the preposition governs.
        if start > floor
            && nouns.source(start).is_some_and(|s| s.kind == SourceKind::Person)
            && nouns.tokens.is_one_of(start - 1, "du de d' des au aux")
        {
            break;
        }
        // The determiner of the head begins the phrase; one behind a preposition belongs to a complement.
        let governed = start > floor && nouns.tokens.is_one_of(start - 1, "de d' à aux et en");
        if is_one_of(word, "le la l' un une son sa ce cette") && !governed {
            break;
        }
    }
    // Behind a comma the phrase must begin like one: `il a vu le maire, Paul Morel` does too.
    let whole = end == name || nouns.tokens.is_one_of(start, "le la l' un une son sa l’");
    if whole {
        return (start < end).then(|| TokenRange::new(start, end));
    }
    // `l'arrivée de la ministre, Jeanne Morel,`: the phrase begins within.
    let head = (start + 1..end).find(|&i| {
        nouns.source(i).is_some_and(|s| s.kind == SourceKind::Person && s.plural != Some(true))
            && nouns.tokens.is_one_of(i - 1, "le la l' du au un une")
    })?;
    Some(TokenRange::new(head - 1, end))
}

/// The title in front of another one: `le préfet maritime, le vice-amiral Paul Morel, a …`, `le wali d'Oran, M. Paul Morel, a …`. Those who stand in a list have
/// one each: `le maire, le député Paul Morel et …`.
fn second_title(
    nouns: &Nouns<'_, '_>,
    sentence: TokenRange,
    title: TokenRange,
    mention: &Mention,
) -> Option<TokenRange> {
    let (name, end) = (mention.tokens.first(), mention.tokens.last_end());
    let word = |i: usize| nouns.tokens.folded(i);
    let list = || nouns.tokens.is_one_of(end + 1, "le la l' les un une et");
    let alone =
        end >= sentence.last_end() || nouns.tokens.is_one_of(end, ". ; ! ?") || nouns.tokens.is(end, ",") && !list();
    if mention.kind != Kind::Person
        || title.last_end() != name
        || before(nouns, sentence, title.first(), 1) != ","
        || !alone
    {
        return None;
    }
    let second = title_before(nouns, sentence, title.first())?;
    let (own, first) = (word(title.first()), word(second.first()));
    let civility = match own {
        "m." | "monsieur" => is_one_of(first, "le l'"),
        "mme" | "madame" => is_one_of(first, "la l'"),
        _ => is_one_of(own, "me dr pr"),
    };
    // `le principal concerné, le professeur Paul Morel`: no headmaster.
    let noun = second.first() + 1;
    let person = !nouns.tokens.is(noun, "principal")
        && nouns.source(noun).is_some_and(|s| s.kind == SourceKind::Person && s.plural != Some(true));
    (person && is_one_of(first, "le la l'") && (civility || own == first)).then_some(second)
}

/// The apposition behind a name: between commas, or in a copula (`X est le maire de …`).
fn apposition_behind(nouns: &Nouns<'_, '_>, sentence: TokenRange, end: usize) -> Option<TokenRange> {
    let limit = sentence.last_end();
    let start = match nouns.tokens.folded(end) {
        "," if end + 1 < limit => end + 1,
        "est" | "était" if end + 2 < limit && nouns.tokens.is_one_of(end + 1, "le la l' un une") => end + 1,
        _ => return None,
    };
    let mut stop = start;
    while stop < limit.min(start + LONGEST)
        && nouns.tokens.kind(stop) == Some(TokenKind::Word)
        && !nouns.tokens.is_one_of(stop, "qui que dont où avec auprès")
    {
        stop += 1;
    }
    // The noun for what it is stands near the front.
    let opens = (start..stop).take(5).any(|i| nouns.source(i).is_some());
    let first = nouns.tokens.folded(start);
    let fits = !is_one_of(first, "il elle mais et dans à pour selon par avec sur ce cette on a");
    // `X, secrétaire d'État aux Sports déclarait …`: the verb closes what has no comma; behind an article another sentence could begin, `Pour X, le maire ment`.
    let verb = (start..stop).find(|&i| nouns.tokens.is_common_verb(i));
    let bare = nouns.source(start).is_some_and(|s| s.kind == SourceKind::Person);
    let stop = verb.unwrap_or(stop);
    (opens && fits && (verb.is_none() || bare) && stop > start).then(|| TokenRange::new(start, stop))
}

/// Words that no title holds.
fn is_boundary(word: &str) -> bool {
    is_one_of(
        word,
        "que qu' qui dont où quand lorsque lorsqu' puisque puisqu' tandis alors car par avec pour selon contre sur dans chez depuis après avant sans mais a ont est sont était avait comme si ne n' se s' il elle on nous vous ils elles",
    ) || word.starts_with('-')
}
