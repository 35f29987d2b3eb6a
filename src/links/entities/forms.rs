//! Forms: mentions of one kind with the same words; and which forms are one thing.

use crate::lexicon::heads;
use crate::map::Map;
use crate::mentions::{Kind, Mention, Mentions};
use crate::text::chars;
use crate::tokens::Tokens;

/// Mentions of one kind with the same words.
#[derive(Debug)]
pub(super) struct Form {
    /// What they are.
    pub(super) kind: Kind,
    /// The folded words, without accents, hyphens and the leading article.
    pub(super) words: Vec<String>,
    /// See [`spelling`].
    pub(super) spelling: String,
    /// How many of the words are a head noun (see [`heads`]): one in `théâtre du Nord`. None in a person's name.
    pub(super) head: usize,
    /// The mentions in order.
    pub(super) mentions: Vec<usize>,
}

/// The forms of an article, and which belong together.
#[derive(Debug)]
pub(super) struct Forms {
    list: Vec<Form>,
    /// A forest: the form that each form was joined to, itself for a root.
    joined: Vec<usize>,
    /// Mentions that go to another form's entity than their own form's.
    moved: Map<usize, usize>,
}

impl Forms {
    /// The forms in order of their first mention.
    pub(super) fn of(tokens: &Tokens<'_>, mentions: &Mentions) -> Self {
        let mut list: Vec<Form> = Vec::new();
        let mut by_words: Map<(Kind, Vec<String>), usize> = Map::default();
        for (index, mention) in mentions.list().iter().enumerate().filter(|(_, m)| m.kind.is_name()) {
            let key = (mention.kind, words(tokens, mention));
            let form = *by_words.entry(key).or_insert_with_key(|(kind, words)| {
                let head = if *kind == Kind::Person { 0 } else { head(tokens, mention) };
                let spelling = spelling_of(*kind, words);
                list.push(Form { kind: *kind, words: words.clone(), spelling, head, mentions: Vec::new() });
                list.len() - 1
            });
            list[form].mentions.push(index);
        }
        let joined = (0..list.len()).collect();
        Self { list, joined, moved: Map::default() }
    }

    /// All forms, in order of their first mention.
    pub(super) fn list(&self) -> &[Form] {
        &self.list
    }

    /// The form that stands for everything joined with `form`.
    pub(super) fn root(&self, form: usize) -> usize {
        let mut at = form;
        while self.joined[at] != at {
            at = self.joined[at];
        }
        at
    }

    /// Says that two forms name one thing. The earlier one stands for both.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (first, second) = (a.min(b), a.max(b));
        self.joined[second] = first;
        // Short paths, so that finding a root stays cheap.
        for at in [a, b] {
            self.joined[at] = first;
        }
    }

    /// Says that `mention` names what `form` names.
    pub(super) fn assign(&mut self, mention: usize, form: usize) {
        self.moved.insert(mention, form);
    }

    /// The mentions of each thing, in order of its first mention.
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        let mut groups: Map<usize, Vec<usize>> = Map::default();
        for (index, form) in self.list.iter().enumerate() {
            for &mention in &form.mentions {
                let form = self.moved.get(&mention).copied().unwrap_or(index);
                groups.entry(self.root(form)).or_default().push(mention);
            }
        }
        let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
        for group in &mut groups {
            group.sort_unstable();
        }
        groups.sort();
        groups
    }
}

/// Articles that a name may begin with and drop.
const ARTICLES: [&str; 5] = ["le", "la", "les", "l'", "the"];

/// The words of a name, made comparable: folded, without accents and possessive, compounds taken apart, the leading article gone.
fn words(tokens: &Tokens<'_>, mention: &Mention) -> Vec<String> {
    comparable(tokens, without_article(tokens, mention))
}

/// The tokens of a name, without its leading article.
fn without_article(tokens: &Tokens<'_>, mention: &Mention) -> std::ops::Range<usize> {
    let range = mention.tokens;
    let article = mention.kind != Kind::Person && range.len() > 1 && ARTICLES.contains(&tokens.folded(range.first()));
    range.first() + usize::from(article)..range.last_end()
}

/// How many words of a name are a head noun. The list tells words by their accents, which comparable words have lost.
fn head(tokens: &Tokens<'_>, mention: &Mention) -> usize {
    let range = without_article(tokens, mention);
    let Some((length, _)) = heads::longest(range.clone().map(|i| tokens.folded(i))) else { return 0 };
    comparable(tokens, range.start..range.start + length).len()
}

/// How many letters a work has at least whose plural is one with its singular.
const SHORTEST_PLURAL: usize = 5;

/// The spelling of a whole name of `kind`. Names in one token keep their article in their words (`La-Haye`), and products have plurals.
fn spelling_of(kind: Kind, words: &[String]) -> String {
    let article = kind != Kind::Person && words.len() > 1 && ARTICLES.contains(&words[0].as_str());
    let mut spelling = spelling(&words[usize::from(article)..]);
    if kind == Kind::Work && spelling.len() > SHORTEST_PLURAL && spelling.ends_with('s') {
        spelling.pop();
    }
    spelling
}

/// The words of tokens, made comparable.
pub(super) fn comparable(tokens: &Tokens<'_>, range: impl Iterator<Item = usize>) -> Vec<String> {
    let mut words = Vec::new();
    for index in range {
        let folded: String = tokens.folded(index).chars().map(chars::without_accent).collect();
        if !folded.contains(|c: char| c.is_alphanumeric() || c == '+') {
            continue;
        }
        let folded = folded.strip_suffix("'s").unwrap_or(&folded);
        words.extend(folded.split('-').filter(|w| !w.is_empty()).map(str::to_owned));
    }
    words
}

/// How many letters a name has at least whose doubled letters are taken for single ones: acronyms are shorter.
const SHORTEST_WITH_DOUBLES: usize = 6;

/// What the spellings of one name have in common: its letters and figures without the gaps between them, doubled letters once. `France 2` and
/// `France2`, `P.O. Morel` and `PO Morel`, `Mohammed` and `Mohamed` are one; `A 11` and `A 1` are two, since figures count.
pub(super) fn spelling(words: &[String]) -> String {
    let letters = || words.iter().flat_map(|w| w.chars()).filter(|&c| c.is_alphanumeric() || c == '+');
    if letters().filter(|c| c.is_alphabetic()).count() < SHORTEST_WITH_DOUBLES {
        return letters().collect();
    }
    let mut spelling = String::new();
    for letter in letters() {
        if !letter.is_alphabetic() || !spelling.ends_with(letter) {
            spelling.push(letter);
        }
    }
    spelling
}
