//! The article as fact rules look at it: every layer so far, and the questions that all families ask.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::passage::{self, Parts};
use super::{appointments, nouns, possessions, role_phrase, role_words, signatories};
use crate::lexicon::{before_roles, incumbents};
use crate::links::Links;
use crate::map::Map;
use crate::mentions::{Kind, Mention, Mentions};
use crate::quotes::Quote;
use crate::text::is_one_of;
use crate::text::{Span, TokenRange};
use crate::tokens::{Asked, BlockKind, TokenKind, Tokens};
use crate::values::tense;

/// What stands left of the facts.
pub(super) struct Scene<'a, 't> {
    pub(super) tokens: &'a Tokens<'t>,
    pub(super) mentions: &'a Mentions,
    pub(super) links: &'a Links,
    pub(super) quotes: &'a [Quote],
    /// Entity of each full name, folded.
    by_name: Map<(Kind, String), usize>,
    /// Whether a word is a finite verb.
    finite: Asked,
    /// Whether a role may begin with it.
    roles: Asked,
    /// Whether it is an occupation that the list of titles does not have.
    occupations: Asked,
    /// Whether it belongs to a role whose noun it stands before.
    kept: Asked,
    /// Whether it says nothing of one.
    dropped: Asked,
    /// Whether it may open a phrase as a past participle.
    participles: Asked,
    /// Whether it may state a fact as a noun.
    nouns: Asked,
    /// See [`Self::spots`].
    spots: OnceCell<Vec<usize>>,
    /// Whether something may end before it, or a clause begin with it.
    joints: Asked,
    /// Role nouns that were looked for, by their first tokens.
    pub(super) role_nouns: RefCell<Map<usize, Option<role_phrase::Noun>>>,
    /// The heads of state whom the article names: see [`super::role_incumbents::heads`].
    pub(super) heads: OnceCell<Vec<usize>>,
    /// The sentences, and parts of sentences, that were taken apart.
    parts: RefCell<Map<TokenRange, Rc<Parts>>>,
}

impl<'a, 't> Scene<'a, 't> {
    pub(super) fn new(tokens: &'a Tokens<'t>, mentions: &'a Mentions, links: &'a Links, quotes: &'a [Quote]) -> Self {
        let mut by_name = Map::default();
        for (index, entity) in links.entities().iter().enumerate() {
            by_name.entry((entity.kind, crate::text::fold(&entity.name))).or_insert(index);
        }
        let [finite, roles, occupations, kept, dropped, participles, nouns, joints] =
            [(); 8].map(|()| Asked::new(tokens));
        Self {
            tokens,
            mentions,
            links,
            quotes,
            by_name,
            finite,
            roles,
            occupations,
            kept,
            dropped,
            participles,
            nouns,
            spots: OnceCell::new(),
            joints,
            role_nouns: RefCell::default(),
            heads: OnceCell::new(),
            parts: RefCell::default(),
        }
    }

    /// Whether token `index` stands in a block that is not part of the article.
    pub(super) fn is_noise(&self, index: usize) -> bool {
        self.tokens.blocks()[self.tokens.block_of(index)].kind == BlockKind::Noise
    }

    /// Whether `span` stands in a block that says again what an earlier one said.
    pub(super) fn is_repeat(&self, span: Span) -> bool {
        let token = self.tokens.at_byte(span.start);
        self.tokens.blocks()[self.tokens.block_of(token)].repeat_of.is_some()
    }

    /// Whether `span` begins and ends in the same block.
    pub(super) fn is_one_block(&self, span: Span) -> bool {
        let [first, last] = [span.start, span.end.saturating_sub(1)].map(|at| self.tokens.at_byte(at));
        self.tokens.block_of(first) == self.tokens.block_of(last)
    }

    /// The folded form of token `index`; empty beyond the edges.
    pub(super) fn word(&self, index: usize) -> &'a str {
        self.tokens.folded(index)
    }

    /// Whether that is `word`.
    pub(super) fn is(&self, index: usize, word: &str) -> bool {
        self.tokens.is(index, word)
    }

    /// Whether it is one of the words of `list`.
    pub(super) fn is_one_of(&self, index: usize, list: &str) -> bool {
        self.tokens.is_one_of(index, list)
    }

    /// Whether the noun of a role may begin with token `index`.
    pub(super) fn begins_role(&self, index: usize) -> bool {
        self.roles.is(self.tokens, index, role_phrase::may_begin) || self.is_occupation(index)
    }

    /// Whether token `index` is the noun of an occupation that the list of titles does not have.
    pub(super) fn is_occupation(&self, index: usize) -> bool {
        self.occupations.is(self.tokens, index, role_words::is_occupation)
    }

    /// Whether token `index` belongs to the role whose noun it stands before: see [`before_roles::is_kept_before`].
    pub(super) fn is_kept_before(&self, index: usize) -> bool {
        self.kept.is(self.tokens, index, before_roles::is_kept_before)
    }

    /// Whether token `index` says nothing of the role whose noun it stands before.
    pub(super) fn is_dropped_before(&self, index: usize) -> bool {
        self.dropped.is(self.tokens, index, before_roles::is_dropped_before)
    }

    /// Whether token `index` is a form of a verb that states a relation.
    pub(super) fn relates(&self, index: usize) -> bool {
        self.tokens.uses(index).relates
    }

    /// Whether token `index` may open a phrase as a past participle.
    pub(super) fn is_past_participle(&self, index: usize) -> bool {
        self.participles.is(self.tokens, index, passage::is_past_participle)
    }

    /// Whether token `index` is a word at which clauses are joined.
    pub(super) fn is_joint(&self, index: usize) -> bool {
        self.joints.is(self.tokens, index, passage::is_joint)
    }

    /// The tokens, outside of noise, with which a name begins or whose word may state a fact as a noun: few of them do, and each family looks there alone.
    pub(super) fn spots(&self) -> &[usize] {
        let states = |word: &str| {
            nouns::is_one(word)
                || possessions::is_one(word)
                || signatories::is_one(word)
                || appointments::is_one(word)
                || incumbents::may_be_office(word)
        };
        let named = |i: usize| self.mentions.at_token(i).is_some_and(|m| self.mentions.list()[m].tokens.first() == i);
        self.spots.get_or_init(|| {
            let all = (0..self.tokens.len()).filter(|&i| self.nouns.is(self.tokens, i, states) || named(i));
            all.filter(|&i| !self.is_noise(i)).collect()
        })
    }

    /// `range`, which lies inside one sentence, taken apart.
    pub(super) fn parts(&self, range: TokenRange) -> Rc<Parts> {
        let known = self.parts.borrow().get(&range).cloned();
        known.unwrap_or_else(|| {
            let parts = Rc::new(Parts::of(self, range));
            self.parts.borrow_mut().insert(range, Rc::clone(&parts));
            parts
        })
    }

    /// The name that token `index` belongs to, and its index.
    pub(super) fn name_at(&self, index: usize) -> Option<(usize, &'a Mention)> {
        let mention = self.mentions.at_token(index)?;
        let it = &self.mentions.list()[mention];
        it.kind.is_name().then_some((mention, it))
    }

    /// The name that begins with token `index`, and its index.
    pub(super) fn name_from(&self, index: usize) -> Option<(usize, &'a Mention)> {
        self.name_at(index).filter(|(_, m)| m.tokens.first() == index)
    }

    /// The person whose name begins with token `index`; a civility (`M.`, `Mme`) may stand before it.
    pub(super) fn person_from(&self, index: usize) -> Option<(usize, &'a Mention)> {
        let index = if is_civility(self.word(index)) { index + 1 } else { index };
        self.name_from(index).filter(|(_, m)| m.kind == Kind::Person)
    }

    /// Where the name of the person begins, a civility before it included.
    pub(super) fn person_start(&self, person: TokenRange) -> usize {
        let first = person.first();
        if first > 0 && is_civility(self.word(first - 1)) { first - 1 } else { first }
    }

    /// Whether token `index` is a word in small letters that belongs to no name or value.
    pub(super) fn is_small_word(&self, index: usize) -> bool {
        self.tokens.kind(index) == Some(TokenKind::Word)
            && !self.tokens.is_capitalised(index)
            && self.mentions.at_token(index).is_none()
    }

    /// Whether token `index` is a finite verb. A capital stands on none but the first word of a sentence, where `A` is a preposition; behind `Le` with one
    /// and behind `de` stands a noun (`Le philosophe`, `de contrôle`).
    pub(super) fn is_finite(&self, index: usize) -> bool {
        let ask = |word: &str| self.tokens.is_finite_by_form(index) || tense::is_future(word);
        let noun = |before: usize| {
            self.is_one_of(before, "de d' du des un une")
                || self.tokens.is_capitalised(before) && self.is_one_of(before, "le la les l'")
        };
        // Most words are known to be none soon.
        !self.finite.is_denied(self.tokens, index)
            && self.is_small_word(index)
            && self.finite.is(self.tokens, index, ask)
            && !(self.is(index, "a") && self.is_one_of(index + 1, "priori posteriori fortiori contrario"))
            && !index.checked_sub(1).is_some_and(noun)
    }

    /// The words of a mention.
    pub(super) fn words(&self, range: TokenRange) -> Span {
        self.tokens.span(range)
    }

    /// The entity of kind `kind` whose full name is `name`.
    pub(super) fn entity_named(&self, kind: Kind, name: &str) -> Option<usize> {
        self.by_name.get(&(kind, crate::text::fold(name))).copied()
    }

    /// Whoever says the words that token `index` stands in.
    pub(super) fn speaker_at(&self, index: usize) -> Option<usize> {
        /// So many quotations before the token are asked whether they hold it: quotations are nested two or three deep.
        const NESTED: usize = 8;
        let span = self.tokens.list()[index].span;
        let after = self.quotes.partition_point(|q| q.span.start <= span.start);
        let inside = (after.saturating_sub(NESTED)..after).rev().find(|&q| self.quotes[q].span.contains(span))?;
        self.quotes[inside].speaker?.entity
    }

    /// The date that stands nearest to token `index` in its sentence.
    pub(super) fn date_near(&self, index: usize) -> Option<usize> {
        /// Dates farther away than so many tokens belong to another verb.
        const FARTHEST: usize = 20;
        let sentence = self.tokens.sentence_range(index);
        let start = sentence.first().max(index.saturating_sub(FARTHEST));
        let end = sentence.last_end().min(index + FARTHEST);
        let list = self.mentions.list();
        let dates = self.mentions.within(TokenRange::new(start, end)).filter(|&m| list[m].kind == Kind::Date);
        let nearest = dates.min_by_key(|&m| list[m].tokens.first().abs_diff(index))?;
        (!self.is_of_another(list[nearest].tokens, index)).then_some(nearest)
    }

    /// Whether the date at `date` dates something else than what token `index` tells: another verb stands between, or it is a noun's complement.
    fn is_of_another(&self, date: TokenRange, index: usize) -> bool {
        /// How far before a participle its auxiliaries stand, in tokens: `a été récemment élu`.
        const GROUP: usize = 4;
        let verb = |i: usize| self.is_finite(i) || self.is_one_of(i, "qui que qu' dont où ; :");
        // `la marche du 3 mars`; `l'élection du 3 mars` tells the date of that.
        let noun = date.first() - usize::from(date.first() > 0 && self.is(date.first() - 1, "le"));
        let complement = noun > 1
            && self.is_one_of(noun - 1, "de du d'")
            && noun - 2 != index
            && !self.is_one_of(noun - 2, "nuit soirée matinée journée soir matin");
        if date.first() > index {
            return complement || (index + 1..date.first()).any(verb);
        }
        // `26 juin : le maire est élu`
        let behind = date.last_end() + usize::from(self.is(date.last_end(), ":"));
        (behind..index.saturating_sub(GROUP)).any(verb)
    }

    /// One past the marks that open at token `open`, if they close in its sentence.
    pub(super) fn marks_end(&self, open: usize) -> Option<usize> {
        if self.tokens.kind(open) != Some(TokenKind::Quote) {
            return None;
        }
        let marks = self.tokens.marks();
        let pair = marks.get(marks.partition_point(|m| m.open < open)).filter(|m| m.open == open)?;
        pair.close.filter(|&close| self.tokens.sentence_range(open).holds(close)).map(|close| close + 1)
    }

    /// One past the bracket that opens at token `open`, if it closes soon.
    pub(super) fn bracket_end(&self, open: usize) -> Option<usize> {
        /// The longest bracket that rules step over, in tokens.
        const LONGEST: usize = 16;
        let sign = match self.word(open) {
            "(" => ")",
            "[" => "]",
            _ => return None,
        };
        (open + 1..(open + LONGEST).min(self.tokens.len())).find(|&i| self.word(i) == sign).map(|close| close + 1)
    }
}

/// `M.`, `Mme`, `Monsieur`, `Mgr`: stands before a name and says nothing of a role.
pub(super) fn is_civility(word: &str) -> bool {
    is_one_of(word, "m. mm. mme mme. mmes mlle mlle. me me. monsieur madame mademoiselle mgr mgr. dr dr. pr pr.")
}
