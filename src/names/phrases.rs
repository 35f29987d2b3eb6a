//! Noun phrases that are names by their head: `tribunal correctionnel de Lille`, `Fédération du bâtiment`, `rue de Rivoli`, `Coupe du monde`.

use super::lookup::{self, Head};
use super::words::Words;
use crate::mentions::Kind;
use crate::text::ends_like;
use crate::tokens::{TokenKind, Tokens};

/// A noun phrase whose head may make it a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    /// One past its last token.
    pub(super) end: usize,
    /// What its head makes of it.
    pub(super) head: Head,
    /// What stands behind the head last.
    pub(super) complement: Complement,
    /// How many complements it has.
    pub(super) complements: u8,
    /// How many adjectives stand in it.
    pub(super) adjectives: u8,
    /// How many names stand in it.
    pub(super) inner_names: u8,
    /// How many tokens of these the gazetteer knows.
    pub(super) inner_known: u8,
    /// How many tokens of its beginning the gazetteer knows, where a second complement follows them (`ministère de l'Économie` in `ministère de l'Économie et
    /// des Finances`).
    pub(super) known_prefix: usize,
}

/// What the last complement of a head is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complement {
    /// None: the head alone, with a capital.
    Bare,
    /// Adjectives only (`Assemblée nationale`, `police fédérale`).
    Adjective,
    /// A name without a preposition (`lycée Lumière`, `tour Eiffel`).
    Direct,
    /// A name behind a preposition (`parquet de Paris`).
    Named,
    /// A common noun behind a preposition (`Fédération du bâtiment`).
    Common,
}

/// How many complements a name has at most (`Agence nationale de sécurité sanitaire de l'alimentation, de l'environnement et du travail`).
const MOST_COMPLEMENTS: u8 = 6;

/// How many adjectives stand in a row at most (`Conseil national économique et social` has two and two).
const MOST_ADJECTIVES: usize = 3;

/// The longest name in a complement, in tokens, where capitals alone tell its extent.
const LONGEST_NAME: usize = 4;

/// The phrases that begin at `first`, within the sentence that ends at `end`: one for each place where the name may stop.
pub(super) fn read(tokens: &Tokens<'_>, words: &Words<'_, '_>, first: usize, end: usize) -> Vec<Phrase> {
    if !words.begins_head(first) {
        return Vec::new();
    }
    let Some(head) = lookup::head(tokens, first, end) else { return Vec::new() };
    let so_far = Phrase {
        end: head.end,
        head,
        complement: Complement::Bare,
        complements: 0,
        adjectives: 0,
        inner_names: 0,
        inner_known: 0,
        known_prefix: 0,
    };
    let capital = tokens.is_capitalised(first) && words.is_name(first);
    let mut reader = Reader { tokens, words, first, end, capital, so_far, phrases: Vec::new() };
    if capital {
        reader.stop(Complement::Bare);
    }
    reader.adjectives_of_head();
    reader.direct_name();
    while reader.so_far.complements < MOST_COMPLEMENTS && reader.complement() {}
    reader.phrases
}

/// Reads a phrase from left to right; wherever the name may stop it keeps what was read so far.
struct Reader<'a, 't> {
    tokens: &'a Tokens<'t>,
    words: &'a Words<'a, 't>,
    first: usize,
    /// End of the sentence.
    end: usize,
    /// Whether the head has a capital that makes it a name.
    capital: bool,
    so_far: Phrase,
    phrases: Vec<Phrase>,
}

impl Reader<'_, '_> {
    /// The name may stop here.
    fn stop(&mut self, complement: Complement) {
        self.so_far.complement = complement;
        self.phrases.push(self.so_far);
    }

    /// The adjectives from here on, joined by `et` or not; the name may stop behind each.
    fn adjectives(&mut self, complement: Complement, most: usize) {
        for _ in 0..most {
            if self.so_far.end >= self.end || !is_adjective(self.tokens, self.words, self.so_far.end) {
                return;
            }
            self.so_far.end += 1;
            self.so_far.adjectives += 1;
            self.stop(complement);
        }
    }

    /// `Conseil économique et social`
    fn adjectives_of_head(&mut self) {
        self.adjectives(Complement::Adjective, MOST_ADJECTIVES);
        let joined = self.so_far.end + 1;
        if self.so_far.adjectives > 0
            && self.tokens.is(joined - 1, "et")
            && joined < self.end
            && is_adjective(self.tokens, self.words, joined)
        {
            self.so_far.end = joined;
            self.adjectives(Complement::Adjective, 1);
        }
    }

    /// `lycée Lumière`
    fn direct_name(&mut self) {
        let at = self.so_far.end;
        if at < self.end && self.words.is_name(at) {
            self.name(at, Complement::Direct);
        }
    }

    /// A name in the phrase, from token `at` on. Whether the gazetteer knows it.
    fn name(&mut self, at: usize, complement: Complement) -> bool {
        let known = lookup::longest(self.tokens, self.words, at, self.end);
        let capitals = (at + 1..self.end.min(at + LONGEST_NAME))
            .find(|&i| !self.words.is_name(i))
            .unwrap_or(self.end.min(at + LONGEST_NAME));
        // Of several words the list knows better where the name ends.
        self.so_far.end = known.filter(|&end| end > at + 1).unwrap_or(capitals);
        self.so_far.inner_names += 1;
        self.so_far.inner_known += known.map_or(0, |end| (end - at).min(8) as u8);
        self.stop(complement);
        known.is_some()
    }

    /// One complement: preposition and name, or preposition and common noun. Whether there was one.
    fn complement(&mut self) -> bool {
        let at = self.so_far.end;
        // `…, de l'environnement et du travail`: the first complement's preposition comes again.
        let linked = self.so_far.complements > 0 && self.tokens.is_one_of(at, ", et");
        let from = at + usize::from(linked);
        let preposition = preposition(self.tokens, from, self.end);
        let word = self.tokens.folded(from);
        if preposition == 0 || from + preposition >= self.end || linked && !word.starts_with('d') {
            return false;
        }
        // `la Fédération du bâtiment à Lyon`: where it is; only embassies have it in their name.
        if self.so_far.head.kind == Kind::Organisation
            && matches!(word, "à" | "au" | "aux" | "en")
            && !self.tokens.is_one_of(self.first, "ambassade consulat parti")
        {
            return false;
        }
        if linked && lookup::longest(self.tokens, self.words, self.first, self.end) == Some(at) {
            self.so_far.known_prefix = at - self.first;
        }
        let core = from + preposition;
        // `à l'échelle`, `en cours` are no part of a name; `parti à la française` loses.
        if matches!(word, "à" | "au" | "aux" | "en") && !self.words.is_name(core) {
            return false;
        }
        self.so_far.complements += 1;
        let complement = if self.words.is_name(core) {
            // `ministère des Affaires étrangères`; but `parquet de Paris` has its name whole.
            if !self.name(core, Complement::Named) {
                self.adjectives(Complement::Named, MOST_ADJECTIVES);
            }
            Complement::Named
        } else if self.takes_common(word.starts_with('d')) && is_common_noun(self.tokens, self.words, core, preposition)
        {
            self.so_far.end = core + 1;
            self.stop(Complement::Common);
            self.adjectives(Complement::Common, MOST_ADJECTIVES);
            self.joined_noun();
            Complement::Common
        } else {
            return false;
        };
        // `Coupe du monde 2026`
        if self.so_far.head.kind == Kind::Event && is_year(self.tokens, self.so_far.end, self.end) {
            self.so_far.end += 1;
            self.so_far.adjectives += 1;
            self.stop(complement);
            return false;
        }
        true
    }

    /// `Association nationale de prévention en alcoologie et addictologie`
    fn joined_noun(&mut self) {
        let at = self.so_far.end + 1;
        if self.capital
            && at < self.end
            && self.tokens.is(at - 1, "et")
            && preposition(self.tokens, at, self.end) == 0
            && is_common_noun(self.tokens, self.words, at, 0)
        {
            self.so_far.end = at + 1;
            self.stop(Complement::Common);
            self.adjectives(Complement::Common, 1);
        }
    }

    /// Whether the next complement may be a common noun. A head in small letters seldom makes a name with one: bodies have one or two before their place
    /// (`service de police de Lyon`, `syndicat des apiculteurs professionnels de Bretagne`), laws may have nothing else (`code du travail`), ministries have more.
    fn takes_common(&self, with_de: bool) -> bool {
        let head = self.so_far.head;
        let most = if lookup::has_portfolio(self.tokens.folded(self.first)) { MOST_COMPLEMENTS } else { 2 };
        self.capital
            || self.so_far.complements <= most
                && (with_de && head.kind == Kind::Organisation || head.kind == Kind::Work && head.takes_complement)
    }
}

/// Whether token `index` is a year.
fn is_year(tokens: &Tokens<'_>, index: usize, end: usize) -> bool {
    index < end
        && tokens.kind(index) == Some(TokenKind::Number)
        && tokens.str(index).len() == 4
        && tokens.str(index).starts_with(['1', '2'])
}

/// How many tokens of preposition and article stand at `at`.
fn preposition(tokens: &Tokens<'_>, at: usize, end: usize) -> usize {
    if at >= end {
        return 0;
    }
    let article = tokens.is_one_of(at + 1, "la l' le les un une");
    match tokens.folded(at) {
        "de" | "à" | "pour" | "contre" | "sur" if article => 2,
        "de" | "d'" | "du" | "des" | "à" | "au" | "aux" | "pour" | "contre" | "en" => 1,
        _ => 0,
    }
}

/// A word in small letters that reads like an adjective of institutions: by its ending, or by origin.
pub(super) fn is_adjective(tokens: &Tokens<'_>, words: &Words<'_, '_>, index: usize) -> bool {
    const ENDINGS: [&str; 51] = [
        "al", "ale", "aux", "ales", "ien", "ienne", "iens", "iennes", "éen", "éenne", "ain", "aine", "ains", "aines",
        "ais", "aise", "aises", "ois", "oise", "ique", "iques", "if", "ive", "ifs", "ives", "aire", "aires", "el",
        "elle", "els", "elles", "ier", "ière", "iers", "iste", "eur", "ieure", "ole", "oles", "able", "ables", "istes",
        "éens", "éennes", "ières", "eurs", "ieures", "oire", "oires", "euse", "euses",
    ];
    const WORDS: [&str; 22] = [
        "public",
        "publique",
        "publics",
        "publiques",
        "civil",
        "civile",
        "civils",
        "uni",
        "unie",
        "unis",
        "unies",
        "islamique",
        "suprême",
        "étrangères",
        "étrangers",
        "mixte",
        "vert",
        "rouge",
        "libre",
        "insoumise",
        "blanche",
        "antiterroriste",
    ];
    if tokens.kind(index) != Some(TokenKind::Word) || tokens.first_char(index).is_none_or(char::is_uppercase) {
        return false;
    }
    let word = tokens.folded(index);
    WORDS.contains(&word)
        || words.word(index).is_origin
        || word.chars().count() > 4 && ends_like(word, &ENDINGS) && !NOT_ADJECTIVES.contains(&word)
}

/// Nouns, verbs and function words that end like adjectives.
const NOT_ADJECTIVES: [&str; 30] = [
    "mais",
    "jamais",
    "désormais",
    "parfois",
    "trois",
    "fois",
    "leur",
    "plusieurs",
    "ailleurs",
    "hier",
    "lundi",
    "faire",
    "taire",
    "travail",
    "appel",
    "lequel",
    "laquelle",
    "quelle",
    "elle",
    "celle",
    "quel",
    "tel",
    "demain",
    "train",
    "lendemain",
    "affaire",
    "dernier",
    "premier",
    "première",
    "maire",
];

/// A word in small letters that may be the noun of a complement: not a verb's infinitive, not a function word.
fn is_common_noun(tokens: &Tokens<'_>, words: &Words<'_, '_>, index: usize, preposition: usize) -> bool {
    if tokens.kind(index) != Some(TokenKind::Word) || tokens.first_char(index).is_none_or(char::is_uppercase) {
        return false;
    }
    let word = tokens.folded(index);
    let article = preposition > 1 || tokens.is_one_of(index - 1, "du des au aux");
    let infinitive = ["er", "ir", "oir", "re"].iter().any(|e| word.ends_with(e));
    word.chars().count() > 2 && !words.word(index).is_function && (article || !infinitive)
}
