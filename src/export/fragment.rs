//! Links to words: text fragments (`#:~:text=`, WICG), which a browser scrolls to and marks. As short as they can be and lead to that place alone.
//!
//! A browser marks the first place that has the words, whatever their case and accents, from the edge of one word to the edge of another. So the words of the
//! article are counted in that form, and words around them are added until no other place has them.

use crate::report::Range;

/// Places that have a word are looked at one by one up to so many; where there are more, words are added sooner than needed.
const PLACES: usize = 256;

/// Up to so many words are given in full; of more, the first and the last.
const FULL: usize = 8;

/// Words that may be added, at each side or at each end.
const ADDED: usize = 6;

/// Links to the words of one text. Making it is O(n log n), each link O(1).
pub struct Fragments<'t> {
    text: &'t str,
    words: Vec<Word>,
    /// The words' folded forms, one behind the other.
    folded: String,
    /// Indices of words, in order of their folded forms, then of the text.
    places: Vec<u32>,
}

struct Word {
    start: u32,
    end: u32,
    /// Where its folded form ends.
    folded_end: u32,
    line: u32,
}

impl<'t> Fragments<'t> {
    /// Looks at the words of `text`.
    pub fn new(text: &'t str) -> Self {
        let mut this = Self { text, words: Vec::new(), folded: String::new(), places: Vec::new() };
        let mut line = 0;
        let mut letters = text.char_indices().peekable();
        while let Some((start, first)) = letters.next() {
            line += u32::from(first == '\n' || first == '\r');
            if !first.is_alphanumeric() {
                continue;
            }
            let mut end = start + first.len_utf8();
            fold(first, &mut this.folded);
            while let Some(&(at, c)) = letters.peek() {
                let next = text[at + c.len_utf8()..].chars().next();
                if c.is_alphanumeric() || is_mark(c) {
                    fold(c, &mut this.folded);
                } else if !(is_joint(c) && next.is_some_and(char::is_alphanumeric)) {
                    break;
                }
                end = at + c.len_utf8();
                letters.next();
            }
            let folded_end = this.folded.len() as u32;
            this.words.push(Word { start: start as u32, end: end as u32, folded_end, line });
        }
        let mut places: Vec<u32> = (0..this.words.len() as u32).collect();
        places.sort_by(|&a, &b| this.folded(a as usize).cmp(this.folded(b as usize)));
        this.places = places;
        this
    }

    /// The fragment that leads to the words at `range`, in UTF-8 bytes; `None` where there is no word.
    ///
    /// ```
    /// use reperes::{export::Fragments, report::Range};
    ///
    /// let text = "Le maire a dit oui. Le préfet a dit oui.";
    /// let fragment = Fragments::new(text).find(Range { start: 31, end: 41 });
    /// assert_eq!(fragment.unwrap(), "#:~:text=pr%C3%A9fet-,a%20dit%20oui");
    /// ```
    pub fn find(&self, range: Range) -> Option<String> {
        let first = self.words.partition_point(|w| w.end <= range.start);
        let end = self.words.partition_point(|w| w.start < range.end);
        if first >= end {
            return None;
        }
        let one_line = self.words[first].line == self.words[end - 1].line;
        let directive =
            if one_line && end - first <= FULL { self.whole(first, end) } else { self.both_ends(first, end) };
        Some(format!("#:~:text={directive}"))
    }

    /// All words, with words around them that tell the place from others.
    fn whole(&self, first: usize, end: usize) -> String {
        let line = self.words[first].line;
        let (mut from, mut to) = (first, end);
        while self.again(from, to, 0, self.words.len()) && (first - from).max(to - end) < ADDED {
            let before = from.checked_sub(1).filter(|&w| self.words[w].line == line);
            let behind = Some(to).filter(|&w| self.words.get(w).is_some_and(|w| w.line == line));
            match (before, behind) {
                (Some(word), behind) if first - from <= to - end || behind.is_none() => from = word,
                (_, Some(word)) => to = word + 1,
                _ => break,
            }
        }
        let mut directive = String::new();
        if from < first {
            directive += &(self.encoded(from, first) + "-,");
        }
        directive += &self.encoded(first, end);
        if end < to {
            directive += &(",-".to_owned() + &self.encoded(end, to));
        }
        directive
    }

    /// The first words, and the last ones.
    fn both_ends(&self, first: usize, end: usize) -> String {
        let (mut to, mut from) = (first + 1, end - 1);
        let (head, tail) = (self.words[first].line, self.words[end - 1].line);
        while to < from
            && to - first < ADDED
            && self.words[to].line == head
            && self.again(first, to, 0, self.words.len())
        {
            to += 1;
        }
        // The browser takes the first such words behind the beginning.
        while to < from && end - from < ADDED && self.words[from - 1].line == tail && self.again(from, end, to, from) {
            from -= 1;
        }
        format!("{},{}", self.encoded(first, to), self.encoded(from, end))
    }

    /// Whether the words `from..to` begin at another word of `low..high` too, as far as that is looked for.
    fn again(&self, from: usize, to: usize, low: usize, high: usize) -> bool {
        let word = self.folded(from);
        let begin = self.places.partition_point(|&w| self.folded(w as usize) < word);
        let same = self.places[begin..].iter().map(|&w| w as usize).take_while(|&w| self.folded(w) == word);
        let mut places = same.filter(|&w| w != from && (low..high).contains(&w)).take(PLACES);
        let mut seen = 0;
        let found = places.any(|w| {
            seen += 1;
            let others = w..w + (to - from);
            others.end <= self.words.len() && others.zip(from..to).all(|(a, b)| self.folded(a) == self.folded(b))
        });
        found || seen == PLACES
    }

    fn folded(&self, word: usize) -> &str {
        let start = word.checked_sub(1).map_or(0, |before| self.words[before].folded_end);
        &self.folded[start as usize..self.words[word].folded_end as usize]
    }

    /// The text from one word to another, as an address has it: the hyphen and the comma have a meaning there, and are encoded.
    fn encoded(&self, from: usize, to: usize) -> String {
        let words = &self.text[self.words[from].start as usize..self.words[to - 1].end as usize];
        let mut out = String::new();
        for byte in words.split_whitespace().collect::<Vec<_>>().join(" ").bytes() {
            if byte.is_ascii_alphanumeric() || b"._~".contains(&byte) {
                out.push(char::from(byte));
            } else {
                out.extend(['%', hex(byte >> 4), hex(byte & 15)]);
            }
        }
        out
    }
}

/// The fragments that lead to `places`, two numbers each: UTF-16 code units as JavaScript counts them. An empty one where there is no word.
///
/// ```
/// assert_eq!(reperes::export::fragments_in_utf16("🎈 Le pont a cédé.", &[6, 10, 0, 2]), ["#:~:text=pont", ""]);
/// ```
#[cfg(feature = "from-json")]
pub fn fragments_in_utf16(text: &str, places: &[u32]) -> Vec<String> {
    let (bytes, fragments) = (crate::report::Bytes::new(text), Fragments::new(text));
    let ranges = places.chunks_exact(2).map(|place| Range { start: bytes.at(place[0]), end: bytes.at(place[1]) });
    ranges.map(|range| fragments.find(range).unwrap_or_default()).collect()
}

fn hex(digit: u8) -> char {
    char::from(b"0123456789ABCDEF"[usize::from(digit)])
}

/// Accents that stand behind their letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// What holds letters or digits together as one word for a browser: `l'eau`, `2,4`, `17:30`.
fn is_joint(c: char) -> bool {
    matches!(c, '\'' | '’' | '.' | ',' | ':' | ';' | '·' | '_' | '\u{ad}')
}

/// The letter as a browser compares it: without case and, for those of French, without accent.
fn fold(c: char, out: &mut String) {
    for c in c.to_lowercase() {
        out.push(match c {
            'à' | 'â' | 'ä' | 'á' | 'ã' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' | 'í' => 'i',
            'ô' | 'ö' | 'ó' | 'õ' => 'o',
            'ù' | 'û' | 'ü' | 'ú' => 'u',
            'ç' => 'c',
            'ñ' => 'n',
            c if is_mark(c) => continue,
            c => c,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(text: &str, words: &str) -> String {
        let start = text.rfind(words).unwrap();
        let range = Range { start: start as u32, end: (start + words.len()) as u32 };
        Fragments::new(text).find(range).unwrap_or_default().replace("#:~:text=", "").replace("%20", " ")
    }

    #[test]
    fn words_around_are_added_only_where_they_are_needed() {
        assert_eq!(link("Le pont a cédé lundi.", "pont"), "pont");
        assert_eq!(link("Un pont. Le pont a cédé.", "pont"), "Le-,pont");
        assert_eq!(link("Le pont cède. Le pont rouge.", "pont"), "Le-,pont,-rouge");
        assert_eq!(link("Pont !\nUn PÔNT", "PÔNT"), "Un-,P%C3%94NT");
    }

    #[test]
    fn a_fragment_begins_and_ends_where_words_do() {
        assert_eq!(link("Il a l'eau, 2,4 m.", "eau"), "l%27eau");
        assert_eq!(link("Il a l'eau, 2,4 m.", "2"), "2%2C4");
        assert_eq!(link("Un porte-avions & lui", "avions & lui"), "avions %26 lui");
        assert_eq!(link("« !", "!"), "");
    }

    #[test]
    fn of_many_words_and_across_lines_the_first_and_the_last_are_enough() {
        assert_eq!(
            link("un deux trois quatre cinq six sept huit neuf dix", "deux trois quatre cinq six sept huit neuf dix"),
            "deux,dix"
        );
        assert_eq!(link("Oui,\n\nnon, oui.", "Oui,\n\nnon"), "Oui,non");
    }
}
