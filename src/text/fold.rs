//! The folded form under which words are looked up. Shared with the lexicon's build script, so that keys and questions are folded alike.

use super::case::lower;

/// Appends the folded form of `word`: lower case, every apostrophe and hyphen in its plain form, spaces plain, soft hyphens gone. Accents stay: `congres` is not `congrès`.
pub fn fold_into(word: &str, out: &mut String) {
    // Most words are: only capitals change.
    if word.is_ascii() {
        let start = out.len();
        out.push_str(word);
        out[start..].make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        match c {
            '\0'..='\u{7F}' => out.push(c.to_ascii_lowercase()),
            '’' | 'ʼ' | '‘' | '′' | '´' => out.push('\''),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{2007}' => out.push(' '),
            '\u{AD}' | '\u{200B}' => {}
            'œ' | 'Œ' => out.push_str("oe"),
            'æ' | 'Æ' => out.push_str("ae"),
            // Small letters with accents: `à`, `é`, `ç`…
            '\u{DF}'..='\u{FF}' => out.push(c),
            c => out.push(lower(c)),
        }
    }
}

/// The folded form of `word`: see [`fold_into`].
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}
