//! Noun phrases that name a role: `l'ancien vice-président exécutif de la région`, `ministre de l'Intérieur`, `députée socialiste`.
//!
//! The phrase is read from its determiner to its end: words before the noun, the noun (see [`crate::lexicon::titles`]), adjectives, complements.
//! The role's own words end where the first complement begins that names an organisation or a place: of `patron d'OpenAI` the role is `patron`.

use super::clause_words::{is_adverb, is_article};
use super::membership;
use super::role_complement::complement;
use super::role_words::{is_adjective, is_closer, is_field, is_mission, is_no_role, is_organisation_noun};
use super::scene::Scene;
use crate::lexicon::demonyms::{self, Demonym, Origin};
use crate::lexicon::titles::{self, TitleClass};
use crate::lexicon::{Number, small_words};
use crate::mentions::{Kind, Mention};
use crate::text::is_one_of;
use crate::text::{Span, TokenRange};
use crate::tokens::TokenKind;

/// The longest phrase, in tokens.
pub(super) const LONGEST: usize = 32;

/// The longest name between marks that is a complement, in tokens.
pub(super) const LONGEST_MARKED: usize = 6;

/// Houses that bear the names of people.
const PLACES: &str = "restaurant cinéma bar hôtel café brasserie galerie librairie théâtre musée lycée collège école hôpital clinique laboratoire fondation boutique salon agence";

/// What stands before the noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Determiner {
    /// Nothing: `président de la région`.
    None,
    /// `le`, `l'`, `du`, `au`, `ce`.
    Definite,
    /// `un`, `l'un des`.
    Indefinite,
    /// `son`, `leur`.
    Possessive,
}

/// Where a role is held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Held {
    /// The words that say it: a name, or an adjective (`américain`).
    pub(super) span: Span,
    /// The entity, if the article names it.
    pub(super) entity: Option<usize>,
}

/// A noun phrase that names a role.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RolePhrase {
    /// Where it begins, determiner included.
    pub(super) start: usize,
    /// One past its last token.
    pub(super) end: usize,
    pub(super) determiner: Determiner,
    /// The role's own words.
    pub(super) role: TokenRange,
    /// Token of the noun.
    pub(super) noun: usize,
    pub(super) class: TitleClass,
    /// Whether it speaks of several people; never for `l'un des …`.
    pub(super) plural: bool,
    pub(super) held: Vec<Held>,
    /// Whether a name has been taken in, which ends the role's own words.
    pub(super) named: bool,
    /// Where the role's own words ended before the last complement.
    pub(super) before_complement: usize,
}

impl RolePhrase {
    /// The role's own words up to the sign that closes the phrase, where nothing in it names an organisation: `fleuriste |dans une gare`, `figure |bien connue du
    /// quartier`, `chargée |jeunesse des scouts`. `None` where the sentence goes on otherwise.
    pub(super) fn whole(&self, scene: &Scene<'_, '_>, limit: usize) -> Option<TokenRange> {
        /// The longest rest, in tokens.
        const LONGEST_REST: usize = 14;
        let is_mark = |i: usize| scene.tokens.kind(i) == Some(TokenKind::Quote);
        let closes = |i: usize| i >= limit || is_closer(scene.word(i)) || is_mark(i) && scene.marks_end(i).is_none();
        // `infirmière depuis 2015`: since when is told by its date.
        if closes(self.end) || scene.is_one_of(self.end, "depuis pendant durant lors") {
            return Some(self.role);
        }
        let links = |word: &str| is_one_of(word, "de d' du des dans en chez pour au à aux contre auprès sur");
        let first = scene.word(self.end);
        let describes = || {
            scene.is_small_word(self.end)
                && !scene.is_past_participle(self.end)
                && !small_words::has(first)
                && !is_adverb(first)
                && !first.ends_with("ant")
        };
        let goes_on =
            is_one_of(first, "bien connu connue connus connues") || is_mark(self.end) || links(first) || describes();
        if !self.held.is_empty() || self.role.last_end() != self.end || !goes_on {
            return None;
        }
        let mut at = self.end;
        while !closes(at) {
            // `ingénieure à la retraite en se rendant à Brest`
            if scene.is(at, "en") && (scene.word(at + 1).ends_with("ant") || scene.is_one_of(at + 1, "se s'")) {
                return Some(self.role);
            }
            let mention = scene.mentions.at_token(at).map(|m| &scene.mentions.list()[m]);
            // `couvreur de 38 ans`
            if mention.is_some_and(|m| m.kind == Kind::Quantity) && at == self.end + 1 {
                return Some(self.role);
            }
            let before = scene.word(at - 1);
            let fits = mention.is_none_or(|m| match m.kind {
                Kind::Date | Kind::Time | Kind::Duration | Kind::Quantity => false,
                Kind::Person => is_one_of(before, "de d' du"),
                _ => before != "sur",
            });
            // `la campagne « Un toit pour tous »`; `le président « ne veut rien entendre »` speaks.
            let next = scene.marks_end(at).filter(|_| is_mark(at));
            let next = next.or(mention.map(|m| m.tokens.last_end())).unwrap_or(at + 1);
            let told = scene.is_one_of(at, "communiqué entretien interview tweet message lettre tribune antenne chaîne radio plateau micro téléphone place issue suite occasion sortie arrivée moment");
            if !fits || told || next > self.end + LONGEST_REST || (at..next).any(|i| scene.is_finite(i)) {
                return None;
            }
            at = next;
        }
        // `directrice de (Télor)`
        let open = links(scene.word(at - 1));
        Some(if open { self.role } else { TokenRange::new(self.role.first(), at) })
    }
}

/// The phrase that begins with token `start` (its determiner, if it has one), within `limit`.
pub(super) fn read(scene: &Scene<'_, '_>, start: usize, limit: usize) -> Option<RolePhrase> {
    let limit = limit.min(start + LONGEST);
    let (determiner, mut at, one_of) = determiner(scene, start, limit);
    // `l'une des figures du parti`: one of them, not all of them.
    let mut words = if one_of { start } else { at };
    let noun = loop {
        if at >= limit {
            return None;
        }
        if let Some(close) = scene.marks_end(at).filter(|&close| close <= limit && close <= at + 2 + LONGEST_MARKED) {
            return between_marks(scene, start, (determiner, one_of), TokenRange::new(words, close), at);
        }
        // `trois fois championne`
        if scene.is(at + 1, "fois") && at + 2 < limit && at == words {
            at += 2;
        }
        let noun = noun_at(scene, at, limit);
        // `premier ministre`, `grand reporter`: the list knows nouns that begin like an adjective; `principal suspect` is none of them.
        let qualifies =
            |noun: &Noun| noun.len == 1 && scene.is_kept_before(at) && noun_at(scene, at + 1, limit).is_some();
        if let Some(noun) = noun.filter(|noun| !qualifies(noun)) {
            break noun;
        }
        if scene.is_dropped_before(at) {
            words = if one_of { words } else { at + 1 };
        } else if !scene.is_kept_before(at) {
            return None;
        }
        at += 1;
    };
    let mut phrase = RolePhrase {
        start,
        end: at + noun.len,
        determiner,
        role: TokenRange::new(words, at + noun.len),
        noun: at,
        class: noun.class,
        plural: noun.plural && !one_of,
        held: Vec::new(),
        named: false,
        before_complement: at + noun.len,
    };
    while extend(scene, &mut phrase, limit) {}
    Some(phrase)
}

/// `un ancien « gilet jaune »`: the role's words up to `words` end with marks, which open at token `open` and hold its noun and no more.
fn between_marks(
    scene: &Scene<'_, '_>,
    start: usize,
    (determiner, one_of): (Determiner, bool),
    words: TokenRange,
    open: usize,
) -> Option<RolePhrase> {
    let inner = read(scene, open + 1, words.last_end() - 1)?;
    // `le « candidat des banques »`: a label.
    let label = determiner == Determiner::Definite && !inner.held.is_empty();
    let whole = inner.determiner == Determiner::None && inner.end + 1 == words.last_end() && !label;
    let role = if words.first() == open { inner.role } else { words };
    whole.then(|| RolePhrase {
        start,
        end: words.last_end(),
        determiner,
        role,
        plural: inner.plural && !one_of,
        ..inner
    })
}

/// The phrase whose noun is at `noun`, with everything that stands before it, not before `first`.
pub(super) fn around(scene: &Scene<'_, '_>, noun: usize, first: usize, limit: usize) -> Option<RolePhrase> {
    /// The most words between determiner and noun (`le tout premier ancien`).
    const MOST_BEFORE: usize = 4;
    noun_at(scene, noun, limit)?;
    let mut start = noun;
    while start > first.max(noun.saturating_sub(MOST_BEFORE)) {
        if !scene.is_kept_before(start - 1) && !scene.is_dropped_before(start - 1) {
            break;
        }
        start -= 1;
    }
    let determined = (1..=4).rev().filter_map(|back| start.checked_sub(back)).filter(|&s| s >= first).find(|&s| {
        let (kind, at, _) = determiner(scene, s, limit);
        kind != Determiner::None && at == start
    });
    read(scene, determined.unwrap_or(start), limit).filter(|p| p.noun == noun)
}

/// The noun of a role, as the list has it.
#[derive(Clone, Copy)]
pub(super) struct Noun {
    len: usize,
    class: TitleClass,
    plural: bool,
}

/// The role noun at token `at`: as the list has it, or behind a prefix (`ex-ministre`), or the first of a compound (`chanteur-guitariste`).
fn noun_at(scene: &Scene<'_, '_>, at: usize, limit: usize) -> Option<Noun> {
    if !scene.begins_role(at) || at >= limit {
        return None;
    }
    let known = scene.role_nouns.borrow().get(&at).copied();
    let whole = known.unwrap_or_else(|| {
        let noun = look(scene, at, scene.tokens.sentence_range(at).last_end());
        scene.role_nouns.borrow_mut().insert(at, noun);
        noun
    });
    // A limit before the end of the sentence changes nothing of what ends before it, but for a few words that look further.
    let looks_further = || scene.is_one_of(at, "auteur chargé chargée gilet gilets");
    match whole {
        Some(noun) if at + noun.len > limit || limit < at + titles::LONGEST && looks_further() => {
            look(scene, at, limit)
        }
        whole => whole,
    }
}

fn look(scene: &Scene<'_, '_>, at: usize, limit: usize) -> Option<Noun> {
    // `deux députés` is a count of them.
    let named = scene.mentions.at_token(at).is_some_and(|m| scene.mentions.list()[m].kind != Kind::Count);
    let word = scene.word(at);
    // `était-il l'un des élus`: no noun.
    if scene.tokens.kind(at) != Some(TokenKind::Word) || named || word.starts_with('-') {
        return None;
    }
    let noun = |words: &mut dyn Iterator<Item = &str>| {
        let (len, title) = titles::longest(words)?;
        let is_role = match title.class {
            // `professeur` and `docteur` are what someone is, `M.`, `Dr` and `Me` are not.
            TitleClass::Civil => word.starts_with("professeur") || word.starts_with("docteur"),
            class => class != TitleClass::Kin,
        };
        is_role.then_some(Noun { len, class: title.class, plural: title.number == Number::Plural })
    };
    // `due au premier chef à …`, `se dit très critique`
    let idiom = word == "chef" && at > 1 && scene.is(at - 1, "premier") && scene.is(at - 2, "au")
        || word == "critique" && at > 0 && scene.is_one_of(at - 1, "très plus moins assez plutôt trop aussi si");
    // `par la voix de son avocat`
    let voice = word == "voix" && at > 1 && scene.is(at - 2, "par");
    if idiom || voice || word == "chef" && scene.is(at + 1, "d'") && scene.is(at + 2, "oeuvre") {
        return None;
    }
    // A title of the list may hold the name of an institution, which then names where it is held (`chef du Pentagone`).
    let further = || (at + 1..limit).take_while(|&i| scene.mentions.at_token(i).is_none()).map(|i| scene.word(i));
    let found = noun(&mut std::iter::once(word).chain(further()))
        .or_else(|| noun(&mut std::iter::once(without_prefix(word)?).chain(further())))
        .or_else(|| noun(&mut std::iter::once(word.split_once('-')?.0)));
    let found = found.or_else(|| {
        // `toxicologue, ancien de l'agence`
        let of = matches!(word, "ancien" | "ancienne") && scene.is_one_of(at + 1, "de du d'");
        let body = |i: usize| scene.name_from(i).is_some_and(|(_, m)| m.kind == Kind::Organisation);
        let former = of && (body(at + 2) || scene.is_one_of(at + 2, "la l' le") && body(at + 3));
        // `chargée de plaidoyer`
        let charged = word.starts_with("chargé") && scene.is_one_of(at + 1, "de d'") && at + 2 < limit;
        if charged && is_mission(scene.word(at + 2)) {
            return Some(Noun { len: 3, class: TitleClass::Job, plural: false });
        }
        // `la gilet jaune Anne Petit`; `gilet jaune sur le dos` is what someone wears.
        let vest = word.starts_with("gilet") && scene.word(at + 1).starts_with("jaune") && !scene.is(at + 2, "sur");
        if vest && at + 2 <= limit {
            return Some(Noun { len: 2, class: TitleClass::Standing, plural: word.ends_with('s') });
        }
        // `chargé du budget`, `chargée de la sécurité`: whoever is `chargé de dénouer la crise` holds no post.
        let field = word.starts_with("chargé")
            && (scene.is_one_of(at + 1, "du des") || scene.is(at + 1, "de") && scene.is_one_of(at + 2, "la l'"))
            && !(at + 2..limit.min(at + 4)).any(|i| scene.is_one_of(i, "affaire question dossier enquête"));
        (former || field || scene.is_occupation(at)).then(|| Noun {
            len: 1,
            class: TitleClass::Job,
            plural: word.ends_with('s'),
        })
    });
    // `Anne Petit, auteur d'un essai`, `est l'auteur de plusieurs romans`; `l'auteur des tirs` is called so for what he did.
    let is_book = |word: &str| ["livre", "ouvrage", "roman", "essai", "album"].iter().any(|b| word.starts_with(b));
    let determined =
        || at.checked_sub(1).is_some_and(|i| is_article(scene.word(i)) || scene.is_one_of(i, "de d' du des"));
    let writes = word == "auteur" && (!determined() || (at + 2..limit.min(at + 5)).any(|i| is_book(scene.word(i))));
    // `principale caisse des marins`
    let qualifies = word.starts_with("principal")
        && scene.is_small_word(at + 1)
        && !scene.is_one_of(at + 1, "de du d' des au à adjoint adjointe et qui");
    found.filter(|_| writes || !is_no_role(word) && !qualifies)
}

/// The noun behind `ex-`, `vice-` and the like.
fn without_prefix(word: &str) -> Option<&str> {
    ["ex-", "vice-", "co-", "sous-", "futur-", "auto-", "macro-"].iter().find_map(|prefix| word.strip_prefix(prefix))
}

/// Whether a role noun, or a compound with one, may begin with the token `word`.
pub(super) fn may_begin(word: &str) -> bool {
    let compound = || word.split_once('-').is_some_and(|(first, _)| titles::may_begin(first));
    titles::may_begin(word)
        || without_prefix(word).is_some_and(titles::may_begin)
        || compound()
        || matches!(word, "ancien" | "ancienne" | "gilet" | "gilets")
}

/// The determiner at `start`, the first token behind it, and whether it picks one of many (`l'un des`).
fn determiner(scene: &Scene<'_, '_>, start: usize, limit: usize) -> (Determiner, usize, bool) {
    let word = |i: usize| if i < limit { scene.word(i) } else { "" };
    let is = |i: usize, list: &str| i < limit && scene.is_one_of(i, list);
    // The longest are `leurs`, `notre`.
    if word(start).len() > 5 {
        return (Determiner::None, start, false);
    }
    // `l'un des`, `une de ses`
    let one = start + usize::from(is(start, "l'"));
    if is(one, "un une") {
        if is(one + 1, "des") {
            return (Determiner::Indefinite, one + 2, true);
        }
        if is(one + 1, "de") && is(one + 2, "ses leurs nos mes") {
            return (Determiner::Possessive, one + 3, true);
        }
    }
    if is(start, "de à") && is(start + 1, "la l' les") {
        return (Determiner::Definite, start + 2, false);
    }
    let kind = match word(start) {
        first if is_one_of(first, "le la l' les du au aux ce cet cette ces") => Determiner::Definite,
        first if is_one_of(first, "un une des") => Determiner::Indefinite,
        first if is_one_of(first, "son sa ses leur leurs notre nos mon ma votre") => Determiner::Possessive,
        _ => return (Determiner::None, start, false),
    };
    (kind, start + 1, false)
}

/// Set phrases behind the noun that belong to the role.
const FIXED: [&[&str]; 10] = [
    &["non", "inscrit"],
    &["non", "inscrite"],
    &["sans", "étiquette"],
    &["en", "chef"],
    &["par", "intérim"],
    &["en", "exercice"],
    &["en", "titre"],
    &["d'", "honneur"],
    &["à", "vie"],
    &["à", "la", "retraite"],
];

/// Takes in the next adjective or complement; false where the phrase ends.
fn extend(scene: &Scene<'_, '_>, phrase: &mut RolePhrase, limit: usize) -> bool {
    let at = phrase.end;
    if at >= limit {
        return false;
    }
    // `le maire (PS) de Brest`
    let bracket = (scene.is(at, "(")).then(|| scene.name_from(at + 1)).flatten();
    if let Some((mention, party)) = bracket.filter(|(_, m)| membership::is_party(scene, m))
        && scene.is(party.tokens.last_end(), ")")
        && party.tokens.last_end() < limit
    {
        hold(scene, phrase, mention);
        phrase.end += 1;
        return true;
    }
    // `fondatrice de l'association la Voix libre`
    let article = at > phrase.noun + 1
        && scene.name_from(at).is_none()
        && scene.is_one_of(at, "la le l' les")
        && is_organisation_noun(scene.word(at - 1));
    let whole = |name: &Mention| name.kind == Kind::Organisation && is_closer(scene.word(name.tokens.last_end()));
    let name = scene.name_from(at + usize::from(article));
    if let Some((mention, name)) = name.filter(|(_, m)| !article || whole(m)) {
        let fits = name.tokens.last_end() <= limit;
        // `présidente LR de la région Bretagne`: a party may stand before.
        let has_complement = at > phrase.noun + 1 && phrase.held.len() <= 1;
        match name.kind {
            // `président de la région Bretagne`: the common noun only says what is named; `président des députés LR` is that of those.
            Kind::Organisation | Kind::Place if fits && has_complement && scene.is_small_word(at - 1) => {
                // `de l'union départementale CGT`: one of many.
                let direct = scene.is_one_of(at - 2, "de d' du des la l' le les à au");
                if direct && titles::longest([scene.word(at - 1)]).is_none() {
                    phrase.role = TokenRange::new(phrase.role.first(), phrase.before_complement);
                }
                hold(scene, phrase, mention);
            }
            // `député LR`: a name right behind the noun.
            Kind::Organisation if fits => hold(scene, phrase, mention),
            // `conseillère du président Paul Morel`: another's title and name.
            // `juge en chef Paul Morel` is his own.
            Kind::Person
                if fits && has_complement && !scene.is(at - 2, "en") && is_title_before(scene, phrase.noun, at) =>
            {
                take(phrase, name.tokens.last_end());
                phrase.named = true;
            }
            // `directrice du restaurant italien Chez Rosa`, `avocat de la famille Morel`: called so after someone, or as someone is.
            Kind::Person if fits && has_complement && is_called(scene, phrase.noun, at, "famille") => {
                take(phrase, name.tokens.last_end());
                phrase.named = true;
            }
            Kind::Person if fits && has_complement && is_called(scene, phrase.noun, at, PLACES) => {
                phrase.role = TokenRange::new(phrase.role.first(), phrase.before_complement);
                hold(scene, phrase, mention);
            }
            _ => return false,
        }
        return true;
    }
    if scene.is_small_word(at) {
        let origin = |demonym: Demonym, len: usize, phrase: &mut RolePhrase| {
            let kind = if demonym.origin == Origin::Party { Kind::Organisation } else { Kind::Place };
            let entity = scene.entity_named(kind, demonym.of);
            phrase.held.push(Held { span: scene.words(TokenRange::new(at, at + len)), entity });
            phrase.end = at + len;
        };
        if let Some((len, party)) = demonyms::party((at..limit).map(|i| scene.word(i))) {
            origin(party, len, phrase);
            return true;
        }
        if let Some(place) = demonyms::place(scene.word(at)) {
            // Of a mere occupation it tells where the person comes from, not where they work.
            // `directrice du restaurant italien`: what is cooked there.
            let house = at > phrase.noun + 1 && scene.is_one_of(at - 1, PLACES);
            if place.origin == Origin::Country && is_office(phrase.class) && !house {
                origin(place, 1, phrase);
            } else if phrase.role.last_end() == at && !is_office(phrase.class) {
                take(phrase, at + 1);
            } else {
                phrase.end = at + 1;
            }
            return true;
        }
        let fixed = FIXED.iter().find(|f| f.iter().enumerate().all(|(i, w)| scene.word(at + i) == *w));
        let field = at == phrase.noun + 1 && is_field(scene.word(at));
        // `directeur administratif et financier`
        let also = at > phrase.noun + 1
            && scene.is(at, "et")
            && [at - 1, at + 1].into_iter().all(|i| is_adjective(scene.word(i)))
            && (!scene.begins_role(at + 1) || scene.word(at + 1).starts_with("financi"));
        let adjectives = if also { 2 } else { usize::from(field || is_adjective(scene.word(at))) };
        let len = fixed.map_or(adjectives, |f| f.len());
        if len > 0 && at + len <= limit {
            if phrase.role.last_end() == at {
                take(phrase, at + len);
            } else {
                phrase.end = at + len;
            }
            return true;
        }
    }
    complement(scene, phrase, limit)
}

/// Whether an adjective of origin tells for whom the role is held.
pub(super) fn is_office(class: TitleClass) -> bool {
    matches!(class, TitleClass::Office | TitleClass::Party | TitleClass::Military | TitleClass::Religious)
}

/// Takes in the words up to `end`: they are the role's own unless something was named before. An adjective of origin in between belongs to them then
/// (`ministre français de l'Intérieur`).
pub(super) fn take(phrase: &mut RolePhrase, end: usize) {
    if !phrase.named {
        phrase.role = TokenRange::new(phrase.role.first(), end);
    }
    phrase.end = end;
}

/// Takes in the name `mention` as where the role is held.
pub(super) fn hold(scene: &Scene<'_, '_>, phrase: &mut RolePhrase, mention: usize) {
    let name = &scene.mentions.list()[mention];
    // `créatrice de Sherlock` is told of a work, `actrice de Sherlock` is not held there.
    let makes = ["fondat", "cofondat", "co-fondat", "créat", "cocréat", "vainqueur", "lauréat"];
    if name.kind != Kind::Work || makes.iter().any(|m| scene.word(phrase.noun).starts_with(m)) {
        phrase.held.push(Held { span: name.span, entity: scene.links.entity_of(mention) });
        phrase.end = name.tokens.last_end();
    } else {
        take(phrase, name.tokens.last_end());
    }
    phrase.named = true;
}

/// Whether one of `nouns` stands before the name at `name`, adjectives between.
fn is_called(scene: &Scene<'_, '_>, noun: usize, name: usize, nouns: &str) -> bool {
    let adjective = |i: &usize| is_adjective(scene.word(*i)) || demonyms::place(scene.word(*i)).is_some();
    let called = (noun + 1..name).rev().take(3).find(|&i| scene.is_one_of(i, nouns));
    called.is_some_and(|i| (i + 1..name).all(|i| adjective(&i)))
}

/// Whether another's title stands right before the name at `name`, an adjective between: `conseillère du président américain Paul Morel`.
fn is_title_before(scene: &Scene<'_, '_>, noun: usize, name: usize) -> bool {
    let adjective = |i: &usize| is_adjective(scene.word(*i)) || demonyms::place(scene.word(*i)).is_some();
    // `MR` is a party.
    let free = |i: usize| scene.mentions.at_token(i).is_none();
    let title = |i: usize| i > noun + 1 && free(i) && titles::longest([scene.word(i)]).is_some();
    (noun + 1..name).rev().take(3).find(|i| !adjective(i)).is_some_and(title)
}
