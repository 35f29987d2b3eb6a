//! Character classes of French typography. Every other module asks here what a character is.

/// An apostrophe as French texts have it: typewriter, typographic, modifier letter, or a misused prime.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '′' | '´')
}

/// A hyphen that may stand inside a word.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A dash that stands between words: en, em, horizontal bar.
pub fn is_dash(c: char) -> bool {
    matches!(c, '–' | '—' | '―')
}

/// A mark that ends a line: LF, CR, NEL, line and paragraph separators, form feed, vertical tab.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// White space in the widest sense: spaces of any width, line breaks, and the zero-width characters and controls that pasted text carries.
pub fn is_space(c: char) -> bool {
    // Among the first 128 characters, spaces and controls stand below all others, but for one.
    if c.is_ascii() { c <= ' ' || c == '\u{7F}' } else { c.is_whitespace() || is_line_break(c) || is_invisible(c) }
}

/// A character without width or meaning for reading: zero-width space and joiners, byte order mark, soft hyphen at a word's edge, controls.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}')
        || (c.is_control() && !is_line_break(c))
}

/// A space that may separate thousands: space, no-break, narrow no-break, thin, hair, figure space.
pub fn is_digit_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{200A}' | '\u{2007}')
}

/// A letter, or a combining mark that follows one.
pub fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36F}')
}

/// The mark that closes what `open` opens, for quotation marks whose two forms differ.
pub fn closing_mark(open: char) -> Option<char> {
    Some(match open {
        '«' => '»',
        '“' => '”',
        '„' => '“',
        '‹' => '›',
        _ => return None,
    })
}

/// The letter without its accent: `é` gives `e`. Ligatures and letters outside French stay as they are.
pub fn without_accent(c: char) -> char {
    match c {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => 'a',
        'ç' | 'č' | 'ć' => 'c',
        'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ę' => 'e',
        'î' | 'ï' | 'í' | 'ì' | 'ı' => 'i',
        'ñ' | 'ń' => 'n',
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' | 'ø' => 'o',
        'š' | 'ş' | 'ś' => 's',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ÿ' | 'ý' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        'À' | 'Â' | 'Ä' | 'Á' | 'Ã' | 'Å' => 'A',
        'Ç' | 'Č' | 'Ć' => 'C',
        'É' | 'È' | 'Ê' | 'Ë' => 'E',
        'Î' | 'Ï' | 'Í' | 'İ' => 'I',
        'Ñ' => 'N',
        'Ô' | 'Ö' | 'Ó' | 'Ò' | 'Õ' | 'Ø' => 'O',
        'Š' | 'Ş' => 'S',
        'Ù' | 'Û' | 'Ü' | 'Ú' => 'U',
        'Ž' | 'Ż' => 'Z',
        c => c,
    }
}
