//! A phrase as written in a list → its key and which of its tokens need a capital.

use super::text::Span;
use super::{key, split, text};

/// A phrase taken apart.
pub(crate) struct Phrase {
    /// The key under which it is looked up.
    pub(crate) key: String,
    /// Bit `i` is set when token `i` is capitalised.
    pub(crate) capitals: u32,
    /// Whether it is one word of capitals (`ONU`).
    pub(crate) acronym: bool,
    /// What `capitals` would be if each word had the capital that it usually has in a name.
    pub(crate) usual: u32,
}

impl Phrase {
    /// Takes `written` apart as the library takes an article apart.
    pub(crate) fn new(written: &str) -> Self {
        Self::with(written, key::push_token)
    }

    /// The key of a noun or adjective.
    pub(crate) fn word_key(written: &str) -> String {
        Self::with(written, key::push_word).key
    }

    fn with(written: &str, push: fn(&mut String, &str)) -> Self {
        // Whether a point belongs to an abbreviation hangs on the word behind it: a name stands behind every `M.` that matters.
        let text = format!("{written} Xxx");
        let (mut tokens, _) = split::split(&text, &[Span::new(0, text.len())]);
        tokens.pop();
        assert!(!tokens.is_empty() && tokens.len() <= 20, "`{written}` is no phrase");
        let (mut key, mut capitals, mut usual) = (String::new(), 0, 0);
        // A hyphen that is a token of its own does not matter, as no hyphen does.
        let words = tokens.iter().map(|token| &written[token.span.range()]).filter(|&word| word != "-");
        for (index, word) in words.enumerate() {
            let folded = text::fold(word);
            push(&mut key, &folded);
            capitals |= u32::from(word.starts_with(char::is_uppercase)) << index;
            usual |= u32::from(key::has_usual_capital(index, &folded)) << index;
        }
        let mut letters = written.chars().filter(|c| c.is_alphabetic());
        let acronym = tokens.len() == 1 && written.chars().count() > 1 && letters.all(char::is_uppercase);
        Self { key, capitals, acronym, usual }
    }
}
