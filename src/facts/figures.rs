//! Figures that mean something by themselves: an amount with what it measures, and with what the article holds it against.
//!
//! | argument | is | example |
//! |---|---|---|
//! | `amount` | the value | `12 millions d'euros` |
//! | `measure` | what it measures or counts | `chiffre d'affaires` |
//! | `outcome` | what is told of what is counted, or of a share | `deux personnes` `ont été blessées`; `40 %` of the `habitants` `veulent garder la gare` |
//! | `change` | how the measure moved, or that this value is a move | `en hausse de 3 % sur un an`; `augmenté` of `3 %` |
//! | `compared`, `since` | an earlier value of the same measure, and when it was that | `contre` `12` `en 2018` |
//! | `place` | where | `en Allemagne` |
//!
//! | rule | example |
//! |---|---|
//! | `figure.measure` | `le chiffre d'affaires a atteint 12 millions d'euros` |
//! | `figure.outcome` | `deux personnes ont été blessées`, `trois morts`, `40 % des habitants veulent garder la gare` |
//! | `figure.change` | `les ventes ont augmenté de 3 %`, `une baisse de 3 % des ventes` |
//!
//! A value without what it measures is none, nor is an age, nor a small number of things of which nothing is told (`deux voitures`). A value that
//! another one is held against stands with that one alone.

use super::clause_words::{is_adverb, is_preposition};
use super::passage::{self, Parts};
use super::scene::Scene;
use super::timeline::{standing, statement, tells};
use super::{Argument, Fact, FactKind, Modality};
use crate::lexicon::measures::MEASURING;
use crate::lexicon::small_words;
use crate::map::Map;
use crate::mentions::{Kind, Mention};
use crate::text::{Span, TokenRange, ends_like, fold, is_one_of};
use crate::tokens::{Bounded, TokenKind};
use crate::values::{Decimal, Qualifier, Value};

/// How participles begin that tell by themselves what happened to those who are counted: `dix blessés`, `trois maisons détruites`.
const HAPPENED: &str = "arrêté assassiné blessé brûlé condamné contaminé défil déployé détruit endommagé évacué expulsé hospitalisé incendié infecté intercepté interpellé licencié manifest mis mobilisé plac rassembl recensé réun saisi secouru supprimé tué vacciné";

/// What a value seems to measure where it measures something else.
const EMPTY: &str = "pib fois reprise reprises ensemble équivalent delà auprès x";

/// How sure it is what a value measures.
pub(super) const MEASURED: f32 = 0.75;

/// How far behind a value another one that it is held against stands, in tokens.
const BESIDE: usize = 12;

/// How far from a value its date and place stand, in tokens.
const AROUND: usize = 14;

/// Fewer things than so many are no figure by themselves: articles say `deux voitures` all the time.
const SMALL: i64 = 10;

/// The figures, in order of their evidence, each told once.
pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    let mut known: Map<(String, Kind, Decimal), usize> = Map::default();
    let mut spoken_for = 0;
    for (index, mention) in scene.mentions.list().iter().enumerate() {
        let token = mention.tokens.first();
        let Some(amount) = amount(mention).filter(|_| index >= spoken_for && tells(scene, token)) else { continue };
        let range = statement(scene, token);
        let parts = &*scene.parts(range);
        let figure = Figure { scene, index, mention, range, parts };
        let Some((fact, last)) = figure.tell() else { continue };
        spoken_for = last + 1;
        let measure = fact.arguments.get(1).map_or_else(String::new, |a| fold(scene.tokens.text().slice(a.span)));
        let earlier = *known.entry((measure, mention.kind, amount.amount)).or_insert(facts.len());
        match facts.get_mut(earlier) {
            Some(earlier) => absorb(earlier, fact),
            None => facts.push(fact),
        }
    }
    facts.iter_mut().for_each(|fact| fact.also_at.sort());
    facts
}

/// Takes a second telling into `fact`: the fuller one stays, the other becomes one more place.
fn absorb(fact: &mut Fact, mut other: Fact) {
    let places = std::mem::take(&mut fact.also_at);
    if other.arguments.len() > fact.arguments.len() && other.modality <= fact.modality {
        std::mem::swap(fact, &mut other);
    }
    fact.also_at = places;
    fact.also_at.push(other.evidence);
    fact.when = fact.when.or(other.when);
}

/// The number of a value that can be a figure.
fn amount(mention: &Mention) -> Option<crate::values::Amount> {
    match mention.value.as_deref() {
        Some(Value::Money(amount, _) | Value::Percent(amount, _) | Value::Count(amount)) => Some(*amount),
        Some(Value::Quantity(amount, _)) if mention.by != "quantity.age" => Some(*amount),
        _ => None,
    }
}

/// A value, and where it stands.
struct Figure<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    /// Index of the mention.
    index: usize,
    mention: &'a Mention,
    /// Its sentence, or the part of it that is taken apart.
    range: TokenRange,
    parts: &'s Parts,
}

impl Figure<'_, '_, '_> {
    /// The words of the figure's range.
    fn words(&self) -> Bounded<'_, '_> {
        Bounded { tokens: self.scene.tokens, range: self.range }
    }

    /// The word `back` places before the value.
    fn before(&self, back: usize) -> &str {
        self.words().before(self.mention.tokens.first(), back)
    }

    fn before_is(&self, back: usize, list: &str) -> bool {
        self.words().before_is(self.mention.tokens.first(), back, list)
    }

    fn end(&self) -> usize {
        self.mention.tokens.last_end()
    }

    /// The fact, and the last mention that it speaks for.
    fn tell(&self) -> Option<(Fact, usize)> {
        let measure = self.mention.of?;
        // What an earlier paragraph says is no evidence.
        let block = self.scene.tokens.blocks()[self.scene.tokens.block_of(self.mention.tokens.first())].span;
        if !block.contains(measure) {
            return None;
        }
        // `3,2 % du PIB`, `à 25 reprises`, `au-delà de 1 000 euros`: of what, these words do not say.
        let folded = fold(self.scene.tokens.text().slice(measure));
        let vague = self.mention.kind == Kind::Percent && is_one_of(&folded, "cas total monde");
        // `12 % en Norvège`: where, not of what.
        let named = self.scene.name_from(self.scene.tokens.at_byte(measure.start));
        let placed = named.is_some_and(|(_, m)| m.kind == Kind::Place && m.span == measure);
        if is_one_of(&folded, EMPTY) || vague || placed {
            return None;
        }
        // `une hausse des loyers à 500 euros`: to what they went, not by how much.
        let led = folded.split(' ').next().is_some_and(|head| is_one_of(head, MOVES));
        if led && self.before_is(1, "à") {
            return None;
        }
        // `un degré de pauvreté`, `à 100 mètres de la gare`
        if self.mention.kind == Kind::Quantity
            && (self.before_is(1, "à") || amount(self.mention)?.amount == Decimal::whole(1))
        {
            return None;
        }
        // `dont trois gravement`: a part of another one.
        if self.mention.kind == Kind::Count && self.before_is(1, "dont") {
            return None;
        }
        let whole = self.completed(measure);
        let mut arguments = vec![words("amount", self.mention.span), words("measure", whole)];
        let mut by = "figure.measure";
        // What a pronoun or an earlier value measures may be another thing by now.
        let near = self.scene.tokens.span(self.range).contains(measure) && !self.mention.by.starts_with("elided.");
        let mut score = if near { self.mention.score.min(0.9) } else { 0.6 };
        if is_one_of(&folded, DIMENSIONS) || self.is_doubtful(measure) {
            score = score.min(0.7);
        }
        // `contre 67 %`: said of others than what it was held against.
        if self.before_is(1, "contre") {
            score = score.min(0.7);
        }
        let mut last = self.index;
        if self.mention.kind == Kind::Count {
            let small = amount(self.mention)
                .is_none_or(|a| a.qualifier == Qualifier::Exact && a.amount < Decimal::whole(SMALL));
            let end = self.scene.tokens.at_byte(whole.end).max(self.end());
            let outcome = self.outcome(end, small);
            let victims = is_one_of(&folded, VICTIMS);
            // `130 tués de moins qu'en 2017`; `les deux élues` have been spoken of.
            let compares =
                self.words().is_one_of(self.end(), "de en") && self.words().is_one_of(self.end() + 1, "plus moins");
            if victims && compares || small && !victims && self.before_is(1, "les ces ses") {
                return None;
            }
            // `3 morts pour mille habitants`
            if self.words().is_one_of(self.end(), "pour sur par") {
                score = score.min(0.7);
            }
            if outcome.is_none() && !victims {
                if small {
                    return None;
                }
                score = score.min(0.7);
            } else {
                by = "figure.outcome";
                // `des véhicules blindés`, `des cadres spécialisés`: what they are, not what happened to them.
                if outcome.is_some_and(|o| !victims && self.may_describe(o)) {
                    score = score.min(0.7);
                }
            }
            arguments.extend(outcome.map(|o| words("outcome", self.scene.tokens.span(o))));
        } else if let Some(moved) = self.moved().or_else(|| self.mover(measure)) {
            // `une baisse de 3 %`, `une forte baisse de 3 %`: of what, nobody says.
            let beside = self.scene.tokens.at_byte(measure.end) == self.scene.tokens.at_byte(moved.start);
            if moved.overlaps(measure) || beside && is_one_of(self.scene.tokens.text().slice(moved), MOVES) {
                return None;
            }
            by = "figure.change";
            arguments.push(words("change", moved));
        }
        // `40 % des habitants |pensent déménager`, `un habitant sur dix |n'a pas voté`: who they are says nothing without it.
        if let Some(end) = self.share_end(measure) {
            // `20 % des foyers consomment`; `la moitié des foyers consomme`, `20 % de l'énergie vient`
            let plural = folded.split(' ').next().is_some_and(|noun| noun.ends_with(['s', 'x']))
                && self.scene.tokens.kind(self.end() - 1) != Some(TokenKind::Word);
            match self.predicate(end, plural) {
                Some(outcome) => {
                    by = "figure.outcome";
                    arguments.push(words("outcome", self.scene.tokens.span(outcome)));
                }
                None => score = score.min(0.6),
            }
        }
        // Of what is measured readers struck three of ten, of moves four.
        if by != "figure.outcome" {
            score = score.min(MEASURED);
        }
        if let Some((change, other)) = self.change().filter(|_| by != "figure.change") {
            arguments.push(words("change", self.scene.tokens.span(change)));
            last = last.max(other);
        }
        if let Some(compared) = self.compared(last) {
            let list = self.scene.mentions.list();
            arguments.push(words("compared", list[compared].span));
            last = compared;
            if let Some(since) = self.since(compared) {
                arguments.push(words("since", list[since].span));
                last = since;
            }
        }
        let place = self.place(last);
        arguments.extend(place.map(|m| {
            let place = &self.scene.mentions.list()[m];
            Argument { name: "place", span: place.span, entity: self.scene.links.entity_of(m) }
        }));
        let mut fact = Fact::asserted(FactKind::Figure, arguments, by, score);
        fact.when = self.when(last);
        let clause =
            self.parts.around(self.scene, self.mention.tokens.first()).map_or(self.mention.tokens, |p| p.tokens);
        (fact.modality, fact.source) = standing(self.scene, self.mention.span, clause);
        // `les 300 agents n'ont pas signé`: there are 300. Denied is `n'emploie pas 300 agents`.
        let denied = self.before_is(1, "pas") || self.before_is(2, "pas");
        if fact.modality == Modality::Negated && !denied {
            fact.modality = Modality::Asserted;
        }
        Some((fact, last))
    }

    /// What is counted with the complement that says which: `89 membres |des forces de l'ordre`, `12 gardes |à vue`.
    fn completed(&self, measure: Span) -> Span {
        /// `places |de crèche |de la ville`: the second one is told by the way.
        const MOST: usize = 2;
        let mut end = self.end();
        if self.mention.kind != Kind::Count || measure.end != self.mention.span.end {
            return measure;
        }
        // `12 centres |sociaux |de proximité`: a plural behind a plural.
        end += usize::from(self.is_plural_adjective(end));
        for _ in 0..MOST {
            let noun = end + 1 + usize::from(self.words().is_one_of(end + 1, "la l'"));
            let of = self.words().is_one_of(end, "de d' des du")
                || self.words().is(end, "à") && self.words().is(noun, "vue");
            let small = self.range.holds(noun) && self.scene.is_small_word(noun) && !self.scene.is_finite(noun);
            let compares =
                self.words().is_one_of(noun, "plus moins ici là tous toutes leur leurs son sa ses ce cette ces un une");
            if !of || !small || compares {
                break;
            }
            end = noun + 1;
        }
        Span { end: self.scene.tokens.span(TokenRange::new(end - 1, end)).end, ..measure }
    }

    /// Whether the word at `at` can only be an adjective of the plural before it.
    fn is_plural_adjective(&self, at: usize) -> bool {
        let plural = |at: usize| self.words().folded(at).ends_with(['s', 'x']);
        at > 0
            && plural(at - 1)
            && plural(at)
            && self.scene.is_small_word(at)
            && self.words().folded(at).len() > 4
            && !self.is_participle(at)
            && !small_words::has(self.words().folded(at))
            // `venus`, `auxquels`
            && !ends_like(self.words().folded(at), &["us", "quels", "quelles"])
    }

    /// Whether what stands at `measure` may be no more than a neighbour of the value: `l'hôtellerie (15 %)`, `à 63 % ces annonces`,
    /// `a baissé depuis l'élection de 3 %`, or a verb that looks like a noun.
    fn is_doubtful(&self, measure: Span) -> bool {
        let tokens = self.scene.tokens.inside(measure);
        if self.mention.kind == Kind::Count || tokens.is_empty() {
            return false;
        }
        let beside = tokens.first() >= self.end() && !self.words().is_one_of(self.end(), "de d' des du");
        let mut lead = (1..=2).filter_map(|back| tokens.first().checked_sub(back)).map(|i| self.words().folded(i));
        let led = tokens.last_end() <= self.mention.tokens.first()
            && lead.any(|w| is_one_of(w, "depuis dans pour selon sous lors avec par"));
        // `des usines sur une surface de 3 ha`, `une aide à raison de 3 euros`: which of the two?
        let adjoins = self.before_is(1, "de d'") && tokens.last_end() + 1 == self.mention.tokens.first();
        let split = adjoins && tokens.range().any(|i| self.words().is_one_of(i, "à par sur pour dans avec en"));
        // `le Parti libre (ex-Union, 21 %)`
        let former = self.words().folded(tokens.first()).starts_with("ex-");
        let infinitive = |at: usize| ["er", "ir"].iter().any(|e| self.words().folded(at).ends_with(e));
        beside
            || led
            || split
            || former
            || self.before_is(1, "(")
            || infinitive(tokens.first())
            || infinitive(tokens.last_end() - 1)
    }

    /// What is told of what is counted, the noun phrase of which ends before token `end`: the verb group right behind it where that says all (`ont été
    /// blessées`, `tuées`), else the whole predicate (`ont fermé la rue`). Of a few things only what happened to them.
    fn outcome(&self, end: usize, small: bool) -> Option<TokenRange> {
        /// Adverbs and participles of a verb group.
        const MOST_BEHIND: usize = 4;
        let verb = self.verb(end)?;
        let bare = !self.scene.is_finite(verb);
        // `un barrage de 200 manifestants a bloqué`, `une ville de 66 000 habitants située`: of another noun.
        let of = |i: usize| self.words().is_one_of(i, "de d' du des");
        if bare && (!self.words().folded(verb).ends_with('s') || (end..verb).any(of)) {
            return None;
        }
        let goes_on = |&i: &usize| {
            self.words().is_one_of(i, "été pas plus également aussi déjà ainsi légèrement grièvement")
                || self.is_participle(i)
        };
        let last = (verb + 1..verb + MOST_BEHIND).take_while(goes_on).last().unwrap_or(verb);
        let reflexive = verb > end && self.words().is_one_of(verb - 1, "se s'");
        let alone = self.is_participle(last) && has_happened(self.words().folded(last));
        let group = TokenRange::new(verb - usize::from(reflexive), last + 1);
        let group = Some(group).filter(|_| alone && (bare || self.words().folded(verb).ends_with("nt")));
        // `placées en garde à vue`
        if bare {
            let end = self.clause_end(verb).filter(|&end| !(verb..end).any(|i| self.scene.is_finite(i)));
            return end.map(|end| TokenRange::new(verb, end)).or(group);
        }
        // `deux élus ont parlé` is no figure, `deux élus ont été battus` is.
        let happened = !small || self.words().is(verb + 1, "été");
        if group.is_some() || happened { self.predicate(end, true).or(group) } else { None }
    }

    /// The verb or participle behind the noun phrase that ends before token `end`.
    fn verb(&self, end: usize) -> Option<usize> {
        /// Adjectives, complements and adverbs before it.
        const MOST_BETWEEN: usize = 4;
        let apart = |i: usize| {
            self.closes(i)
                || self.scene.tokens.kind(i) == Some(TokenKind::Quote)
                || self.scene.mentions.at_token(i).is_some()
                || self.words().is_one_of(i, "et ou qui que qu' dont où")
        };
        let mut near = (end..end + MOST_BETWEEN).take_while(|&i| !apart(i));
        near.find(|&i| self.scene.is_finite(i) || self.is_participle(i))
    }

    /// Whether a clause may end before token `at`.
    fn closes(&self, at: usize) -> bool {
        let word = self.words().folded(at);
        word.is_empty()
            || is_one_of(word, ", . ; : ( ) ! ? … - – — mais selon tandis alors quand lorsque car puis")
            || word == "contre" && self.scene.mentions.at_token(at + 1).is_some()
            || self.scene.tokens.kind(at) == Some(TokenKind::Quote) && self.scene.marks_end(at).is_none()
    }

    /// All that the clause says of the noun phrase that ends before token `end`: from its verb to where the clause may end.
    fn predicate(&self, end: usize, plural: bool) -> Option<TokenRange> {
        let end = self.scene.bracket_end(end).unwrap_or(end);
        let verb = self.verb(end).filter(|&i| self.scene.is_finite(i))?;
        // `le père de 12 enfants admet`, `pour les 12 agents ont commencé`: of another subject.
        let article = usize::from(self.before_is(1, "les ces ses leurs la l' le"));
        if is_preposition(self.before(1 + article)) || plural && !self.words().folded(verb).ends_with("nt") {
            return None;
        }
        // `le sont aussi`, `en portent`: what, stands elsewhere.
        let clitic = |&i: &usize| self.words().is_one_of(i, "ne n' se s' y");
        let first = (end..verb).rev().take_while(clitic).last().unwrap_or(verb);
        if self.words().is_one_of(first - 1, "le la l' les en lui leur") {
            return None;
        }
        let end = self.clause_end(verb)?;
        // `sont aujourd'hui, en France, inscrites`, `ont tenté jeudi, en vain, d'entrer`, `mènent la ville – qui`: the sentence goes on.
        let tries = (verb + 1..end).all(|i| {
            self.is_participle(i) && !self.words().is(verb + 1, "été")
                || self.scene.mentions.at_token(i).is_some_and(|m| self.scene.mentions.list()[m].kind == Kind::Date)
        });
        let goes_on = self.words().is_one_of(end, "- – —") || is_adverb(self.words().folded(end - 1)) || tries;
        (!goes_on).then(|| TokenRange::new(first, end))
    }

    /// Where the clause of the verb at `verb` may end.
    fn clause_end(&self, verb: usize) -> Option<usize> {
        /// The longest, in tokens.
        const LONGEST: usize = 18;
        let (mut at, mut clause) = (verb + 1, false);
        while !self.closes(at) {
            // `ont défilé et 10 routes ont été fermées`; `jugent que le prix et la taxe sont trop hauts` goes on.
            clause |= self.words().is_one_of(at, "que qu' où si");
            let ahead = || (at + 1..=at + LONGEST).take_while(|&i| !self.closes(i)).any(|i| self.scene.is_finite(i));
            if !clause && self.words().is(at, "et") && ahead() {
                break;
            }
            at = self.scene.marks_end(at).unwrap_or(at + 1);
            if at > verb + LONGEST {
                return None;
            }
        }
        Some(at)
    }

    /// Where the noun phrase ends of which the value is a share: `40 % des habitants|`, `un habitant sur dix|`.
    fn share_end(&self, measure: Span) -> Option<usize> {
        let (start, end) = (self.scene.tokens.at_byte(measure.start), self.scene.tokens.at_byte(measure.end));
        let of = start == self.end() + 1 || start == self.end() + 2;
        let behind = of && self.words().is_one_of(self.end(), "de d' des du");
        let within = start < self.end() && start > self.mention.tokens.first();
        (self.mention.kind == Kind::Percent && (behind || within)).then(|| end.max(self.end()))
    }

    /// Whether `outcome` begins with a participle that need not tell of an event.
    fn may_describe(&self, outcome: TokenRange) -> bool {
        let first = outcome.first();
        self.is_participle(first) && !self.scene.is_finite(first) && !has_happened(self.words().folded(first))
    }

    fn is_participle(&self, at: usize) -> bool {
        let word = self.words().folded(at);
        passage::is_past_participle(word) && word != "été" && self.scene.mentions.at_token(at).is_none()
    }

    /// The word by which the value is a move of its measure: `augmenté de`, `baisse de`.
    fn moved(&self) -> Option<Span> {
        let at = self.mention.tokens.first().checked_sub(2).filter(|_| self.before_is(1, "de d'"))?;
        let word = self.words().folded(at);
        let verb = || MEASURING.get(word).is_some_and(|row| row.field(0).contains(['d', 'p']));
        // `une chute moyenne de 3 %`
        let described = || at.checked_sub(1).filter(|&noun| self.words().is_one_of(noun, MOVES));
        let at = if is_one_of(word, MOVES) || verb() { at } else { described()? };
        Some(self.scene.tokens.list()[at].span)
    }

    /// The word before the measure by which the value moves it: `réduire les émissions de 3 %`, `une hausse du prix de 3 %`.
    fn mover(&self, measure: Span) -> Option<Span> {
        /// Articles and an adjective between that word and the measure.
        const MOST_BETWEEN: usize = 3;
        let first = self.scene.tokens.at_byte(measure.start);
        if !self.before_is(1, "de d'") || first >= self.mention.tokens.first() {
            return None;
        }
        let at = (1..=MOST_BETWEEN).filter_map(|back| first.checked_sub(back)).find(|&i| {
            let word = self.words().folded(i);
            is_one_of(word, MOVES) || MOVING.iter().any(|stem| word.starts_with(stem))
        })?;
        Some(self.scene.tokens.list()[at].span)
    }

    /// `en hausse de 3 % sur un an`, `(+3 %)` behind the value, and the mention of the move.
    fn change(&self) -> Option<(TokenRange, usize)> {
        let list = self.scene.mentions.list();
        let next = list
            .get(self.index + 1)
            .filter(|m| matches!(m.kind, Kind::Percent | Kind::Money | Kind::Count | Kind::Quantity))?;
        let (first, end) = (next.tokens.first(), next.tokens.last_end());
        if first > self.end() + BESIDE || !self.range.holds(first) {
            return None;
        }
        // `(+3 %)`, `(-3 % sur un an)`
        if self.words().is(self.end(), "(")
            && self.words().is_one_of(self.end() + 1, "+ - – −")
            && first <= self.end() + 2
        {
            let close = (end..(end + BESIDE).min(self.range.last_end())).find(|&i| self.words().is(i, ")"))?;
            return Some((TokenRange::new(self.end() + 1, close), self.last_before(close)));
        }
        let noun = first
            .checked_sub(2)
            .filter(|&n| self.words().is_one_of(first - 1, "de d'") && self.words().is_one_of(n, MOVES))?;
        let start = (noun.saturating_sub(3).max(self.end())..noun).find(|&i| self.words().is_one_of(i, "en une un"))?;
        let joined = (self.end()..start).all(|i| self.words().is_one_of(i, ", soit"));
        // `sur un an`, `par rapport à 2018`
        let until = match self.words().folded(end) {
            "sur" | "en" => {
                list.get(self.index + 2).filter(|m| m.kind == Kind::Duration && m.tokens.first() == end + 1)
            }
            "par" if self.words().is(end + 1, "rapport") => {
                list.get(self.index + 2).filter(|m| m.kind == Kind::Date && m.tokens.first() <= end + 5)
            }
            _ => None,
        };
        let end = until.map_or(end, |m| m.tokens.last_end());
        joined.then(|| (TokenRange::new(start, end), self.last_before(end)))
    }

    /// The last mention that begins before token `end`.
    fn last_before(&self, end: usize) -> usize {
        self.scene.mentions.within(TokenRange::new(self.end(), end)).last().unwrap_or(self.index)
    }

    /// `contre 12 en 2018`: the mention of the earlier value, behind mention `last`.
    fn compared(&self, last: usize) -> Option<usize> {
        let list = self.scene.mentions.list();
        let near = list.iter().enumerate().skip(last + 1).take(3);
        let (other, value) = near
            .take_while(|(_, m)| m.tokens.first() <= self.end() + BESIDE + 8)
            .find(|(_, m)| m.kind == self.mention.kind)?;
        let is = |back: usize, list: &str| self.words().before_is(value.tokens.first(), back, list);
        let against = is(1, "contre") || is(1, "de") && is(2, "lieu");
        let only_dates =
            list[last + 1..other].iter().all(|m| matches!(m.kind, Kind::Date | Kind::Duration | Kind::Place));
        // `contre 46 % pour son rival`: another one's, not an earlier one.
        let earlier = self.words().is_one_of(value.tokens.last_end(), ", . ; ) initialement auparavant précédemment")
            || self.since(other).is_some();
        (against && only_dates && earlier && self.range.holds(value.tokens.first())).then_some(other)
    }

    /// When the value of mention `compared` was that.
    fn since(&self, compared: usize) -> Option<usize> {
        let date = self.scene.mentions.list().get(compared + 1)?;
        let end = self.scene.mentions.list()[compared].tokens.last_end();
        (date.kind == Kind::Date && date.tokens.first() <= end + 2 && self.range.holds(date.tokens.first()))
            .then_some(compared + 1)
    }

    /// The date in the figure's clause that is nearest to it, no other value in between; `last` is the last mention that is spoken for.
    fn when(&self, last: usize) -> Option<usize> {
        let list = self.scene.mentions.list();
        let (first, end) = (self.mention.tokens.first(), list[last].tokens.last_end());
        let free = |m: &Mention| !matches!(m.kind, Kind::Money | Kind::Percent | Kind::Quantity | Kind::Count);
        let ours = |m: &Mention| self.parts.chunk_of(m.tokens.first()).is_some();
        let behind = list
            .iter()
            .enumerate()
            .skip(last + 1)
            .take_while(|(_, m)| m.tokens.first() < end + AROUND && ours(m) && free(m));
        let ahead = list
            .iter()
            .enumerate()
            .take(self.index)
            .rev()
            .take_while(|(_, m)| m.tokens.last_end() + AROUND > first && ours(m) && free(m));
        let distance =
            |m: &Mention| if m.tokens.first() < first { first - m.tokens.last_end() } else { m.tokens.first() - end };
        // `après la marche du 3 mars`, `le niveau de décembre`: when something else was.
        let of_another = |m: &Mention| {
            let before = |back: usize| m.tokens.first().checked_sub(back).map_or("", |i| self.words().folded(i));
            let is = |back: usize, list: &str| self.words().before_is(m.tokens.first(), back, list);
            is(1, "du de d' que qu'")
                && !is_one_of(
                    before(2),
                    "nuit journée soirée matinée soir matin après-midi fin début mois cours partir",
                )
        };
        let dated = |m: &Mention| m.kind == Kind::Date && self.same_clause(m) && !of_another(m);
        // `100 personnes, contre 1 000 samedi dernier`
        let behind = behind.filter(|(_, m)| !(end..m.tokens.first()).any(|i| self.words().is(i, "contre")));
        behind.chain(ahead).filter(|(_, m)| dated(m)).min_by_key(|(_, m)| distance(m)).map(|(i, _)| i)
    }

    /// The place of the figure's clause: the only one that a preposition leads, right behind it or at the head of the clause.
    fn place(&self, last: usize) -> Option<usize> {
        let list = self.scene.mentions.list();
        let located = |m: &Mention| {
            let is = |back: usize, list: &str| self.words().before_is(m.tokens.first(), back, list);
            m.kind == Kind::Place
                && self.same_clause(m)
                && (is(1, "à en au aux") || is(1, "la le l' les") && is(2, "dans"))
        };
        let end = list[last].tokens.last_end();
        let near = list.iter().enumerate().skip(last + 1).take(2).filter(|(_, m)| m.tokens.first() <= end + BESIDE);
        let behind = near.take_while(|(_, m)| matches!(m.kind, Kind::Date | Kind::Place)).find(|(_, m)| located(m));
        let behind = behind.map(|(i, _)| i);
        behind.or_else(|| {
            let first =
                self.scene.mentions.within(TokenRange::new(self.range.first(), self.range.first() + 3)).next()?;
            (first < self.index && located(&list[first])).then_some(first)
        })
    }

    /// Whether `other` stands in the clause of the figure.
    fn same_clause(&self, other: &Mention) -> bool {
        let clause = self.parts.around(self.scene, self.mention.tokens.first());
        clause.is_some_and(|c| c.tokens.holds(other.tokens.first()))
            && self.parts.around(self.scene, other.tokens.first()).is_some_and(|c| Some(c) == clause)
    }
}

/// Beginnings of verbs that move their object.
const MOVING: [&str; 8] = ["rédui", "augment", "baiss", "diminu", "abaiss", "relev", "major", "accroî"];

/// Nouns of a move before `de` and a value.
const MOVES: &str = "hausse baisse augmentation progression recul chute repli diminution bond perte gain réduction envolée effondrement flambée contraction hausses baisses";

/// What a measure is of, and still nobody knows of what: `3 000 mètres d'altitude`.
const DIMENSIONS: &str = "altitude hauteur profondeur longueur largeur diamètre distance envergure superficie total moyenne proportion part taux pourcentage chiffre nombre niveau score montant somme cas \
     reste autres totalité majorité limite marge";

/// Those whom a disaster or a deed has struck: their number says what happened.
const VICTIMS: &str =
    "morts blessés blessées tués victimes disparus cadavres interpellations arrestations licenciements otages";

/// Whether a participle tells by itself what happened.
fn has_happened(participle: &str) -> bool {
    HAPPENED.split(' ').any(|stem| participle.starts_with(stem))
}

fn words(name: &'static str, span: Span) -> Argument {
    Argument { name, span, entity: None }
}
