//! Text into blocks, sentences, tokens and pairs of quotation marks. Lossless: between two tokens, and between two blocks, lies white space only.

mod asked;
mod bounded;
mod blocks;
mod insets;
mod language;
mod marks;
mod pairs;
mod posts;
mod repeats;
mod sentences;
mod split;
mod verbs;

pub(crate) use asked::Asked;
pub(crate) use blocks::is_stamp;
pub use blocks::{Block, BlockKind};
pub(crate) use bounded::Bounded;
pub use marks::MarkPair;
pub use sentences::Sentence;
pub use split::{Token, TokenKind};

use crate::options::LineKind;
use crate::text::{Numbers, Span, Text, TokenRange, fold_into, is_one_of};

/// The text, taken apart. Everything to the right of this layer speaks of token indices.
#[derive(Debug)]
pub struct Tokens<'t> {
    text: Text<'t>,
    list: Vec<Token>,
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    marks: Vec<MarkPair>,
    unopened: Vec<usize>,
    language: &'static str,
    /// The different words, folded.
    vocabulary: Numbers,
    /// The number of the word of each token.
    words: Vec<u32>,
    /// What is known of the words as verbs.
    verbs: verbs::Verbs,
    /// Sentence of each token.
    sentence_of: Vec<u32>,
}

/// Takes `text` apart.
pub fn read(text: Text<'_>) -> Tokens<'_> {
    read_marked_up(text, &[])
}

/// Reads a text of which the markup says more: what each of its lines is.
pub fn read_marked_up<'t>(text: Text<'t>, told: &[Option<LineKind>]) -> Tokens<'t> {
    let spans = blocks::lines(text.as_str());
    let (list, mut line_tokens) = split::split(text.as_str(), &spans);
    let list = pairs::split(text.as_str(), list, &mut line_tokens);
    let (marks, unopened) = marks::pair(text.as_str(), &list, &line_tokens);
    let (sentences, lines) = sentences::find(text.as_str(), &list, &spans, &line_tokens, &marks);
    let mut tokens = Tokens {
        text,
        vocabulary: Numbers::default(),
        words: Vec::with_capacity(list.len()),
        verbs: Vec::new(),
        sentence_of: Vec::with_capacity(list.len()),
        list,
        blocks: Vec::new(),
        sentences,
        marks,
        unopened,
        language: "",
    };
    let mut folded = String::new();
    for token in &tokens.list {
        folded.clear();
        fold_into(text.slice(token.span), &mut folded);
        tokens.words.push(tokens.vocabulary.of(&folded).0);
    }
    tokens.verbs.resize_with(tokens.vocabulary.len(), Default::default);
    for (index, sentence) in tokens.sentences.iter().enumerate() {
        tokens.sentence_of.resize(sentence.tokens.last_end(), index as u32);
    }
    tokens.blocks = blocks::classify(&tokens, &lines, told);
    tokens.language = language::guess(&tokens);
    let repeats = repeats::find(&tokens);
    for (block, repeat_of) in tokens.blocks.iter_mut().zip(repeats) {
        block.repeat_of = repeat_of;
    }
    tokens
}

impl<'t> Tokens<'t> {
    /// The text.
    pub fn text(&self) -> Text<'t> {
        self.text
    }

    /// All tokens in order.
    pub fn list(&self) -> &[Token] {
        &self.list
    }

    /// How many tokens.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The blocks: every line that holds more than white space.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The sentences, in order, each inside one block.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The paired quotation marks in order of their opening; pairs may be nested.
    pub fn marks(&self) -> &[MarkPair] {
        &self.marks
    }

    /// The closing marks that nothing opens in their block, in order.
    pub fn unopened(&self) -> &[usize] {
        &self.unopened
    }

    /// What the text seems to be written in: an ISO 639-1 code, or `und`.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The words of token `index` as written.
    pub fn str(&self, index: usize) -> &'t str {
        self.text.slice(self.list[index].span)
    }

    /// The folded form of token `index` (see [`crate::text::fold_into`]); empty where there is no such token, so that rules may look over the edges.
    pub fn folded(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |&word| self.vocabulary.string(word as usize))
    }

    /// Whether the folded form of token `index` is `word`; no word beyond the edges is.
    #[inline(never)]
    pub fn is(&self, index: usize, word: &str) -> bool {
        self.folded(index) == word
    }

    /// Whether the folded form of token `index` is one of the words of `list`, which spaces separate.
    #[inline(never)]
    pub fn is_one_of(&self, index: usize, list: &str) -> bool {
        is_one_of(self.folded(index), list)
    }

    /// The number of the word of token `index`: equal for tokens with the same folded form, 0 for the first word of the text, 1 for the next other one. What
    /// is asked of words need be asked once for each number.
    pub fn word(&self, index: usize) -> usize {
        self.words[index] as usize
    }

    /// How many different words there are: [`Self::word`] is below.
    pub fn word_count(&self) -> usize {
        self.vocabulary.len()
    }

    /// The kind of token `index`, if there is one.
    pub fn kind(&self, index: usize) -> Option<TokenKind> {
        self.list.get(index).map(|t| t.kind)
    }

    /// The first character of token `index`.
    pub fn first_char(&self, index: usize) -> Option<char> {
        self.list.get(index).and_then(|t| self.text.slice(t.span).chars().next())
    }

    /// Whether token `index` is a word that begins with a capital letter.
    pub fn is_capitalised(&self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Word) && self.first_char(index).is_some_and(char::is_uppercase)
    }

    /// Whether token `index` is a word of two or more letters, all of them capitals.
    pub fn is_all_caps(&self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Word) && {
            let mut letters = self.str(index).chars().filter(|c| c.is_alphabetic());
            let mut count = 0;
            letters.all(|c| {
                count += 1;
                c.is_uppercase()
            }) && count > 1
        }
    }

    /// Whether white space stands before token `index`, or nothing at all.
    pub fn spaced_before(&self, index: usize) -> bool {
        index == 0 || self.list[index - 1].span.end < self.list[index].span.start
    }

    /// The bytes from the first to the last token of `range`, without outer white space.
    pub fn span(&self, range: TokenRange) -> Span {
        if range.is_empty() {
            let at = self.list.get(range.first()).map_or(self.text.as_str().len() as u32, |t| t.span.start);
            return Span { start: at, end: at };
        }
        self.list[range.first()].span.cover(self.list[range.last_end() - 1].span)
    }

    /// The words of `range` as written.
    pub fn range_str(&self, range: TokenRange) -> &'t str {
        self.text.slice(self.span(range))
    }

    /// Index of the sentence that token `index` stands in.
    pub fn sentence_of(&self, index: usize) -> usize {
        self.sentence_of[index] as usize
    }

    /// The tokens of the sentence around token `index`.
    pub fn sentence_range(&self, index: usize) -> TokenRange {
        self.sentences[self.sentence_of(index)].tokens
    }

    /// Index of the block that token `index` stands in.
    pub fn block_of(&self, index: usize) -> usize {
        self.sentences[self.sentence_of(index)].block
    }

    /// Whether the block below that of token `open` opens with the same mark, as the paragraphs of a long quotation do: the last alone closes one.
    pub(crate) fn reopens_below(&self, open: usize) -> bool {
        self.blocks.get(self.block_of(open) + 1).is_some_and(|b| self.str(b.tokens.first()) == self.str(open))
    }

    /// Whether token `index` is the first word of its sentence (opening marks and dashes do not count).
    pub fn is_sentence_start(&self, index: usize) -> bool {
        let start = self.sentence_range(index).first();
        (start..index)
            .rev()
            .take(4)
            .all(|i| self.list[i].kind != TokenKind::Word && self.list[i].kind != TokenKind::Number)
            && index - start <= 4
    }

    /// The token that holds byte `at`, or the next one after it.
    pub fn at_byte(&self, at: u32) -> usize {
        self.list.partition_point(|t| t.span.end <= at)
    }

    /// The tokens that lie wholly inside `span`.
    pub fn inside(&self, span: Span) -> TokenRange {
        let start = self.list.partition_point(|t| t.span.start < span.start);
        let end = self.list.partition_point(|t| t.span.end <= span.end);
        TokenRange::new(start, end.max(start))
    }

    /// Whether facts may be read from block `index`: neither noise nor a repeat of an earlier block.
    pub fn tells_facts(&self, block: usize) -> bool {
        self.blocks[block].kind != BlockKind::Noise && self.blocks[block].repeat_of.is_none()
    }
}
