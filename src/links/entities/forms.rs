//! Forms: mentions of one kind with the same words; and which forms are one thing.

use std::collections::BTreeMap;

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
    moved: BTreeMap<usize, usize>,
}

impl Forms {
    /// The forms in order of their first mention.
    pub(super) fn of(tokens: &Tokens<'_>, mentions: &Mentions) -> Self {
        let mut list: Vec<Form> = Vec::new();
        let mut by_words: BTreeMap<(Kind, Vec<String>), usize> = BTreeMap::new();
        for (index, mention) in mentions.list().iter().enumerate().filter(|(_, m)| m.kind.is_name()) {
            let key = (mention.kind, words(tokens, mention));
            let form = *by_words.entry(key).or_insert_with_key(|(kind, words)| {
                list.push(Form { kind: *kind, words: words.clone(), mentions: Vec::new() });
                list.len() - 1
            });
            list[form].mentions.push(index);
        }
        let joined = (0..list.len()).collect();
        Self { list, joined, moved: BTreeMap::new() }
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
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
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
const ARTICLES: [&str; 4] = ["le", "la", "les", "l'"];

/// The words of a name, made comparable: folded, without accents and possessive, compounds taken apart, the leading article gone.
fn words(tokens: &Tokens<'_>, mention: &Mention) -> Vec<String> {
    let range = mention.tokens;
    let article = mention.kind != Kind::Person && range.len() > 1 && ARTICLES.contains(&tokens.folded(range.first()));
    let mut words = Vec::new();
    for index in range.range().skip(usize::from(article)) {
        let folded: String = tokens.folded(index).chars().map(chars::without_accent).collect();
        let folded = folded.strip_suffix("'s").unwrap_or(&folded);
        words.extend(folded.split('-').filter(|w| !w.is_empty()).map(str::to_owned));
    }
    words
}
