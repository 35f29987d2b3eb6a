//! What every rule of speech looks at: tokens, mentions, links, and the outermost pairs of marks.
use super::words;
use crate::lexicon::report_words;
use crate::links::Links;
use crate::map::Map;
use crate::mentions::{Kind, Mentions};
use crate::text::TokenRange;
use crate::tokens::{MarkPair, TokenKind, Tokens};

/// An outermost pair of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// Token of the opening mark.
    pub(super) open: usize,
    /// Token of the closing mark; one past the block's last token where it never closes.
    pub(super) close: usize,
}

impl Pair {
    /// The tokens between the marks.
    pub(super) fn inner(self) -> TokenRange {
        TokenRange::new(self.open + 1, self.close.max(self.open + 1))
    }
}

/// The article, as the rules of speech look at it.
pub(super) struct Scene<'a, 't> {
    pub(super) tokens: &'a Tokens<'t>,
    pub(super) mentions: &'a Mentions,
    pub(super) links: &'a Links,
    pairs: Vec<Pair>,
    /// How often the article calls somebody the same two words in marks.
    labels: Map<String, usize>,
}

/// From so many times on, the same two words in marks are a name.
const LABEL: usize = 2;

/// Where the words end that an unclosed mark opens: a paragraph of a long quotation opens one and leaves the closing to the last; any other was forgotten, and
/// one sentence is what it surely holds.
fn unclosed(tokens: &Tokens<'_>, open: usize, next: Option<&MarkPair>) -> usize {
    let block = tokens.blocks()[tokens.block_of(open)].tokens;
    // Where the same mark opens again in the paragraph, this one should have closed before.
    let again = next.is_some_and(|n| n.open < block.last_end() && tokens.str(n.open) == tokens.str(open));
    if open == block.first() && !again { block.last_end() } else { tokens.sentence_range(open).last_end() }
}

impl<'a, 't> Scene<'a, 't> {
    pub(super) fn new(tokens: &'a Tokens<'t>, mentions: &'a Mentions, links: &'a Links) -> Self {
        let mut pairs: Vec<Pair> = Vec::new();
        for (nth, mark) in tokens.marks().iter().enumerate() {
            if pairs.last().is_some_and(|p| mark.open < p.close) {
                continue;
            }
            let close = match mark.close {
                Some(close) => close,
                // Doubled: the next mark opens the same words.
                None if tokens.kind(mark.open + 1) == Some(TokenKind::Quote) => continue,
                None => unclosed(tokens, mark.open, tokens.marks().get(nth + 1)),
            };
            pairs.push(Pair { open: mark.open, close });
        }
        let mut scene = Self { tokens, mentions, links, pairs, labels: Map::default() };
        let mut labels: Map<String, usize> = Map::default();
        for pair in scene.pairs.iter().filter(|p| p.inner().len() == 2 && p.open > 0) {
            if words::is_determiner(scene.word(pair.open - 1)) || scene.is_group(*pair) {
                *labels.entry(scene.label(pair.inner())).or_default() += 1;
            }
        }
        scene.labels = labels;
        scene
    }

    /// The two words `inner` as a label, which does not tell one from many.
    fn label(&self, inner: TokenRange) -> String {
        inner.range().flat_map(|i| [self.word(i).trim_end_matches('s'), " "]).collect()
    }

    /// The folded form of token `index`.
    pub(super) fn word(&self, index: usize) -> &str {
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

    /// Whether token `index` is a form of a verb of saying.
    pub(super) fn is_said(&self, index: usize) -> bool {
        self.is_verbal(index, |tokens| tokens.uses(index).says)
    }

    /// Whether token `index` is surely a finite verb.
    pub(super) fn is_finite(&self, index: usize) -> bool {
        self.is_verbal(index, |tokens| tokens.is_finite_by_form(index))
    }

    fn is_verbal(&self, index: usize, ask: impl Fn(&Tokens<'_>) -> bool) -> bool {
        self.tokens.kind(index) == Some(TokenKind::Word)
            && ask(self.tokens)
            // A capital within a sentence begins a name.
            && (!self.tokens.is_capitalised(index) || self.tokens.is_sentence_start(index))
    }

    /// The outermost pair around token `index`, its marks included.
    pub(super) fn pair_at(&self, index: usize) -> Option<Pair> {
        let after = self.pairs.partition_point(|p| p.open <= index);
        // What never closes ends in front of the next token, which is no mark of its own.
        let inside =
            |p: &Pair| index < p.close || index == p.close && self.tokens.kind(index) == Some(TokenKind::Quote);
        self.pairs[..after].last().copied().filter(inside)
    }

    /// Whether somebody closes the mark that opens `pair`, in its own paragraph.
    pub(super) fn is_closed(&self, pair: Pair) -> bool {
        self.tokens.kind(pair.close) == Some(TokenKind::Quote)
            && pair.close < self.tokens.blocks()[self.tokens.block_of(pair.open)].tokens.last_end()
    }

    /// The outermost pairs that open inside `range`.
    pub(super) fn pairs_in(&self, range: TokenRange) -> &[Pair] {
        let start = self.pairs.partition_point(|p| p.open < range.first());
        let end = self.pairs.partition_point(|p| p.open < range.last_end());
        &self.pairs[start..end.max(start)]
    }

    /// Whether token `index` is a comma, stop, bracket, dash…
    pub(super) fn is_sign(&self, index: usize) -> bool {
        !matches!(
            self.tokens.kind(index),
            Some(TokenKind::Word | TokenKind::Number | TokenKind::Handle | TokenKind::Url)
        )
    }

    /// Whether token `index` is an address on the web or a handle, which posts set into a text leave between its sentences.
    pub(super) fn is_link(&self, index: usize) -> bool {
        matches!(self.tokens.kind(index), Some(TokenKind::Handle | TokenKind::Url))
    }

    /// Whether the marks hold a name for a group: bare plurals behind their article (`les « casseurs »`, and `les « gilets rouges »` where the article
    /// says so again and again).
    pub(super) fn is_label(&self, pair: Pair) -> bool {
        let inner = pair.inner();
        // `la crise des « gilets rouges »`
        let gathered = || pair.open > 1 && report_words::gathers(self.word(pair.open - 2));
        self.is_group(pair) && (inner.len() == 1 || gathered() || self.is_repeated(inner))
    }

    /// Whether the article calls somebody the two words `inner` again and again, in marks: `un « gilet rouge »`.
    pub(super) fn is_repeated(&self, inner: TokenRange) -> bool {
        inner.len() == 2 && self.labels.get(&self.label(inner)).is_some_and(|&times| times >= LABEL)
    }

    /// Whether the marks hold one or two plurals behind their article, which may name a group.
    pub(super) fn is_group(&self, pair: Pair) -> bool {
        let inner = pair.inner();
        let before = pair.open.wrapping_sub(1);
        let article = pair.open > 0
            && (self.is_one_of(before, "les des aux ces de deux trois quatre")
                || self.tokens.kind(before) == Some(TokenKind::Number));
        let plural = |i: usize| self.word(i).ends_with(['s', 'x']) && self.word(i).len() > 3;
        article && matches!(inner.len(), 1 | 2) && inner.range().all(plural)
    }

    /// Whether token `index` is a colon or semicolon between clauses, not the colon of a time (`3:24`).
    pub(super) fn is_clause_sign(&self, index: usize) -> bool {
        let number = |i: usize| self.tokens.kind(i) == Some(TokenKind::Number);
        self.is(index, ";") || self.is(index, ":") && !(number(index + 1) && index > 0 && number(index - 1))
    }

    /// Whether a sentence may begin at token `index` without a stop before it, behind a heading that runs into it: `Interpellations Le maire a annoncé …`. A
    /// heading that surely is one is a sentence of its own; where a rule looks for the start of a clause, less is asked.
    pub(super) fn is_glued(&self, index: usize) -> bool {
        index > 0
            && self.tokens.is_capitalised(index)
            && report_words::begins_sentence(self.word(index))
            && self.tokens.kind(index - 1) == Some(TokenKind::Word)
            && self.name_at(index).is_none()
            && !words::is_preposition(self.word(index - 1))
            && !words::is_article(self.word(index - 1))
            && !report_words::announces_title(self.word(index - 1))
            && !self.tokens.is_capitalised(index + 1)
    }

    /// The name that token `index` belongs to, as index into the mentions.
    pub(super) fn name_at(&self, index: usize) -> Option<usize> {
        self.mentions.at_token(index).filter(|&m| self.mentions.list()[m].kind.is_name())
    }

    /// The person, organisation or place that can speak and that token `index` belongs to.
    pub(super) fn voice_at(&self, index: usize) -> Option<usize> {
        self.mentions.at_token(index).filter(|&m| self.is_voice(m))
    }

    /// Whether token `index` belongs to a count: `des milliers d'élèves`.
    pub(super) fn is_counted(&self, index: usize) -> bool {
        self.mentions.at_token(index).is_some_and(|m| self.mentions.list()[m].kind == Kind::Count)
    }

    /// Whether mention `index` names someone or something that can speak.
    pub(super) fn is_voice(&self, index: usize) -> bool {
        matches!(self.mentions.list()[index].kind, Kind::Person | Kind::Organisation | Kind::Place)
    }

    /// End of the date or time that token `index` belongs to.
    pub(super) fn time_end(&self, index: usize) -> Option<usize> {
        let mention = &self.mentions.list()[self.mentions.at_token(index)?];
        matches!(mention.kind, Kind::Date | Kind::Time | Kind::Duration).then(|| mention.tokens.last_end())
    }

    /// Start of the date or time that token `index` belongs to.
    pub(super) fn time_start(&self, index: usize) -> Option<usize> {
        let mention = &self.mentions.list()[self.mentions.at_token(index)?];
        matches!(mention.kind, Kind::Date | Kind::Time | Kind::Duration).then(|| mention.tokens.first())
    }

    /// `range` without the coordinators that open it.
    pub(super) fn trim_coordinator(&self, range: TokenRange) -> TokenRange {
        let start = range.range().find(|&i| !words::is_coordinator(self.word(i))).unwrap_or(range.first());
        TokenRange::new(start, range.last_end())
    }

    /// Whether token `at` opens or closes a pair of marks that lies within `start..end` and is not all of it: `« "Non", voilà tout ce qu'il a dit »`.
    fn is_nested(&self, start: usize, end: usize, at: usize) -> bool {
        /// So many pairs at most that close later open in front of one: marks are seldom nested deeper.
        const DEEP: usize = 4;
        let marks = self.tokens.marks();
        let before = marks.partition_point(|m| m.open <= at);
        self.tokens.kind(at) == Some(TokenKind::Quote)
            && marks[..before].iter().rev().take(DEEP).any(|m| {
                let within = |close: usize| close < end && (m.open > start || close + 1 < end);
                m.open >= start && m.close.is_some_and(|c| within(c) && (m.open == at || c == at))
            })
    }

    /// Whether a bracket that `start..end` opens is not closed in it, and holds words: not `(…)`, where some are left out.
    fn opens_bracket(&self, start: usize, end: usize) -> bool {
        (start..end)
            .rev()
            .find(|&i| self.is_one_of(i, "( )"))
            .is_some_and(|i| self.is(i, "(") && (i..end).any(|i| !self.is_sign(i)))
    }

    /// `range` without outer signs: the words of a reported clause. Marks that pair inside the range stay.
    pub(super) fn trim(&self, range: TokenRange) -> TokenRange {
        let (mut start, mut end) = (range.first(), range.last_end());
        while start < end
            && self.is_sign(start)
            && !self.is_nested(start, end, start)
            && self.pair_at(start).is_none_or(|p| p.open != start || p.close >= end)
        {
            start += 1;
        }
        while start < end
            && self.is_sign(end - 1)
            // `a monté de 3 %`, `a monté (de 3 %)`
            && !self.is_one_of(end - 1, "% € $ £ °")
            && !(self.is(end - 1, ")") && self.opens_bracket(start, end - 1))
            && !self.is_nested(start, end, end - 1)
            && self.pair_at(end - 1).is_none_or(|p| p.close != end - 1 || p.open < start)
        {
            end -= 1;
        }
        TokenRange::new(start, end)
    }
}
