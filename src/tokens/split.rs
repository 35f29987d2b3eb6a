//! Lines into tokens: French elision, inversion, abbreviations, numbers, addresses.

use crate::text::{Span, TokenRange, chars, fold};

/// A piece of the text that rules speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word: letters, with inner hyphens and apostrophes; an elided form keeps its apostrophe (`l'`), an inverted pronoun its hyphens (`-t-il`), an abbreviation its point (`M.`, `J.D.`).
    Word,
    /// Digits, with inner decimal comma, points and apostrophes (`97,4`, `2.600`, `10'000`), but never with spaces.
    Number,
    /// A quotation mark of any style.
    Quote,
    /// Any other single sign: stop, comma, bracket, dash, currency sign. `...` is one token, as `…` is.
    Sign,
    /// A web or mail address.
    Url,
    /// `@name` or `#tag`.
    Handle,
}

/// Words that elide before a vowel, without their apostrophe.
const ELIDED: [&str; 15] =
    ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "ç", "presqu"];

/// Words that only look elided.
const WHOLE: [&str; 9] = [
    "aujourd'hui",
    "prud'homme",
    "prud'hommes",
    "prud'homal",
    "prud'homales",
    "quelqu'un",
    "quelqu'une",
    "presqu'île",
    "entr'ouvert",
];

/// Subject pronouns that follow their verb behind a hyphen.
const INVERTED: [&str; 15] = [
    "-t-il", "-t-ils", "-t-elle", "-t-elles", "-t-on", "-il", "-ils", "-elle", "-elles", "-on", "-je", "-tu", "-nous",
    "-vous", "-ce",
];

/// Compounds that end like an inversion.
const NOT_INVERTED: [&str; 5] = ["rendez-vous", "chez-nous", "entre-nous", "est-ce", "n'est-ce"];

/// Prefixes that stand before a name and are no part of it (`ex-Twitter`, `pro-Morel`), with their hyphen.
const PREFIXES: [&str; 10] = ["ex-", "pro-", "anti-", "post-", "non-", "mi-", "pré-", "néo-", "sous-", "inter-"];

/// Particles behind a name (`cette France-là`).
const PARTICLES: [&str; 2] = ["-là", "-ci"];

/// Abbreviations written with a point that does not end the sentence.
const ABBREVIATIONS: [&str; 33] = [
    "m", "mm", "mme", "mmes", "mlle", "dr", "pr", "me", "mgr", "st", "ste", "av", "bd", "cf", "art", "al", "vol",
    "env", "p", "pp", "éd", "chap", "fig", "tél", "hab", "min", "max", "jr", "no", "ex", "etc", "ltd", "inc",
];

/// Short forms of months, whose point belongs to them before a year (`12 sept. 2014`); else `sept` is a number.
const SHORT_MONTHS: [&str; 9] = ["janv", "févr", "fév", "avr", "juil", "sept", "oct", "nov", "déc"];

/// Words that begin sentences: a single capital before them ended the one before (`le vaccin B. Il`).
const STARTERS: [&str; 18] = [
    "il", "elle", "ils", "elles", "on", "le", "la", "les", "un", "une", "ce", "cette", "ces", "mais", "et", "en",
    "pour", "dans",
];

/// Splits each line; also returns the tokens of each line.
pub(super) fn split(text: &str, lines: &[Span]) -> (Vec<Token>, Vec<TokenRange>) {
    // French runs to about five and a half bytes a token, spaces included.
    let mut splitter = Splitter { text, tokens: Vec::with_capacity(text.len() / 5) };
    let mut ranges = Vec::with_capacity(lines.len());
    for line in lines {
        let first = splitter.tokens.len();
        splitter.line(line.start as usize, line.end as usize);
        ranges.push(TokenRange::new(first, splitter.tokens.len()));
    }
    (splitter.tokens, ranges)
}

struct Splitter<'t> {
    text: &'t str,
    tokens: Vec<Token>,
}

impl Splitter<'_> {
    fn push(&mut self, start: usize, end: usize, kind: TokenKind) {
        if start < end {
            self.tokens.push(Token { span: Span::new(start, end), kind });
        }
    }

    #[inline(never)] // so that where it is hot no other is compiled with it: see `.cargo/config.toml`
    fn line(&mut self, start: usize, end: usize) {
        let mut at = start;
        while let Some(c) = self.text[at..end].chars().next() {
            if chars::is_space(c) {
                at += c.len_utf8();
            } else if let Some(stop) = self.address(at, end) {
                self.push(at, stop, TokenKind::Url);
                at = stop;
            } else if matches!(c, '@' | '#') && self.text[at + 1..end].starts_with(chars::is_letter) {
                let stop = self.run(at + 1, end, |c| c.is_alphanumeric() || c == '_');
                self.push(at, stop, TokenKind::Handle);
                at = stop;
            } else if chars::is_letter(c) && self.follows_number(at) {
                // `17h30`, `1er`, `5G`: what is glued to a number are letters up to the next number.
                let stop = self.run(at, end, chars::is_letter);
                self.push(at, stop, TokenKind::Word);
                at = stop;
            } else if chars::is_letter(c) {
                at = self.word(at, end);
            } else if c.is_ascii_digit() {
                at = self.number(at, end);
            } else {
                at = self.sign(c, at, end);
            }
        }
    }

    /// Whether a number ends at `at`.
    fn follows_number(&self, at: usize) -> bool {
        self.tokens.last().is_some_and(|t| t.kind == TokenKind::Number && t.span.end as usize == at)
    }

    /// End of the longest run from `at` on which `keep` holds.
    fn run(&self, at: usize, end: usize, keep: impl Fn(char) -> bool) -> usize {
        at + self.text[at..end].find(|c| !keep(c)).unwrap_or(end - at)
    }

    /// End of a web or mail address that begins at `at`.
    fn address(&self, at: usize, end: usize) -> Option<usize> {
        let bytes = &self.text.as_bytes()[at..end];
        if !matches!(bytes.first(), Some(b'h' | b'H' | b'w' | b'W' | b'p')) {
            return None;
        }
        let starts = |prefix: &[u8]| bytes.len() > prefix.len() && bytes[..prefix.len()].eq_ignore_ascii_case(prefix);
        // Pictures of posts come without a scheme.
        if !(starts(b"http://") || starts(b"https://") || starts(b"www.") || starts(b"pic.twitter.com/")) {
            return None;
        }
        let stop = self
            .run(at, end, |c| !chars::is_space(c) && !matches!(c, '«' | '»' | '"' | '“' | '”' | '<' | '>' | '—' | '–'));
        // The stop or bracket behind an address belongs to the sentence.
        let trimmed = self.text[at..stop].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '…']);
        Some(at + trimmed.len())
    }

    /// A word from `at`: elided forms, inversions and abbreviations are told apart here.
    fn word(&mut self, at: usize, end: usize) -> usize {
        let mut stop = at;
        let mut has_hyphen = false;
        loop {
            // Most letters.
            let plain = self.text.as_bytes()[stop..end].iter().take_while(|byte| byte.is_ascii_alphanumeric());
            stop += plain.count();
            let Some(c) = self.text[stop..end].chars().next() else { break };
            let after = stop + c.len_utf8();
            let next = || self.text[after..end].chars().next();
            if c.is_alphanumeric() || chars::is_letter(c) || c == '\u{AD}' {
            } else if chars::is_apostrophe(c) && next().is_some_and(chars::is_letter) {
                if self.elides(at, stop, after, end) {
                    self.push(at, after, TokenKind::Word);
                    return after;
                }
            } else if chars::is_apostrophe(c) && self.is_elided(&self.text[at..stop]) && c != '‘' {
                // `qu'«une`: the elided word stands before a mark.
                if next().is_some_and(|n| matches!(n, '«' | '"' | '“' | '”') || n.is_ascii_digit()) {
                    self.push(at, after, TokenKind::Word);
                    return after;
                }
                break;
            } else if (chars::is_hyphen(c) || matches!(c, '&' | '_')) && next().is_some_and(char::is_alphanumeric) {
                has_hyphen |= chars::is_hyphen(c);
            } else {
                break;
            }
            stop = after;
        }
        self.finish_word(at, stop, end, has_hyphen)
    }

    fn is_elided(&self, word: &str) -> bool {
        word.len() <= 7 && ELIDED.iter().any(|e| e.eq_ignore_ascii_case(word))
    }

    /// Whether the letters from `at` to `letters_end`, before the apostrophe that ends at `after`, are an elided word.
    fn elides(&self, at: usize, letters_end: usize, after: usize, end: usize) -> bool {
        let before = &self.text[at..letters_end];
        if !self.is_elided(before) {
            return false;
        }
        // `N'Golo`, `N'Djamena`: French never elides `ne` before a capital.
        if before == "N" && self.text[after..end].starts_with(char::is_uppercase) {
            return false;
        }
        // `M'sila`: nothing elides before a consonant, nor with a capital within a sentence (`Farid M'hamdi`, but `M'habiller`).
        if matches!(before, "M" | "N")
            && let Some(next) = self.text[after..end].chars().next()
            && (next == 'h' && self.text[..at].trim_end().ends_with(char::is_lowercase)
                || next.is_ascii_lowercase() && !matches!(next, 'a' | 'e' | 'h' | 'i' | 'o' | 'u' | 'y'))
        {
            return false;
        }
        // No whole word is longer than 24 bytes.
        let window = floor(self.text, at + 24).min(end);
        let whole_end = self.run(at, window, |c| chars::is_letter(c) || chars::is_apostrophe(c));
        !WHOLE.contains(&fold(&self.text[at..whole_end]).as_str())
    }

    /// Pushes the word from `at` to `stop`, its prefix, inverted pronoun or particle apart, which only words have that `has_hyphen`; takes in the point of an
    /// abbreviation.
    fn finish_word(&mut self, at: usize, stop: usize, end: usize, has_hyphen: bool) -> usize {
        if has_hyphen && let Some(stop) = self.compound(at, stop, end) {
            return stop;
        }
        if self.text[stop..end].starts_with('.')
            && let Some(stop) = self.abbreviation(at, stop, end)
        {
            self.push(at, stop, TokenKind::Word);
            return stop;
        }
        self.push(at, stop, TokenKind::Word);
        stop
    }

    /// Pushes the parts of the word from `at` to `stop` where a hyphen parts it; the end of what was pushed.
    #[inline(never)] // few words have a hyphen
    fn compound(&mut self, at: usize, stop: usize, end: usize) -> Option<usize> {
        let word = &self.text[at..stop];
        if let Some(prefix) =
            PREFIXES.iter().find(|p| word.starts_with(*p) && word[p.len()..].starts_with(char::is_uppercase))
        {
            self.push(at, at + prefix.len(), TokenKind::Word);
            return Some(self.finish_word(at + prefix.len(), stop, end, true));
        }
        if word.starts_with(char::is_uppercase)
            && let Some(particle) = PARTICLES.iter().find(|p| word.ends_with(*p))
        {
            self.push(at, stop - particle.len(), TokenKind::Word);
            self.push(stop - particle.len(), stop, TokenKind::Word);
            return Some(stop);
        }
        // The longest inverted pronoun, `-t-elles`, is eight letters, twelve bytes with no-break hyphens.
        let tail = &word[floor(word, word.len().saturating_sub(12))..];
        for (hyphen, _) in tail.char_indices().filter(|&(_, c)| chars::is_hyphen(c)) {
            let cut = stop - (tail.len() - hyphen);
            if cut > at
                && INVERTED.contains(&fold(&tail[hyphen..]).as_str())
                && !NOT_INVERTED.iter().any(|w| w.eq_ignore_ascii_case(word))
            {
                self.push(at, cut, TokenKind::Word);
                self.push(cut, stop, TokenKind::Word);
                return Some(stop);
            }
        }
        None
    }

    /// End of the abbreviation whose letters run from `at` to `stop`, its point included.
    #[inline(never)] // few have a point
    fn abbreviation(&self, at: usize, stop: usize, end: usize) -> Option<usize> {
        let word = &self.text[at..stop];
        let last = word.rsplit(chars::is_hyphen).next().unwrap_or(word);
        let single = last.chars().count() == 1 && last.starts_with(char::is_uppercase);
        if single {
            // `J.D.`, `J.-P.`, `U.S.A`: initials chained by points.
            let mut stop = stop + 1;
            loop {
                let rest = &self.text[stop..end];
                let rest = rest.strip_prefix(chars::is_hyphen).unwrap_or(rest);
                let mut letters = rest.chars();
                match (letters.next(), letters.next()) {
                    (Some(c), Some('.')) if c.is_uppercase() => stop = end - rest.len() + c.len_utf8() + 1,
                    (Some(c), next)
                        if c.is_uppercase()
                            && !next.is_some_and(char::is_alphanumeric)
                            && rest.len() == self.text[stop..end].len() =>
                    {
                        return Some(stop + c.len_utf8());
                    }
                    _ => break,
                }
            }
            let after = self.text[stop..end].trim_start_matches(chars::is_space);
            let next = &after[..after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len())];
            let chained = stop > at + word.len() + 1;
            // `… sur X. Alors que …`: the network.
            if word == "X" && !chained && self.text[..at].ends_with(" sur ") {
                return None;
            }
            // `a dit M. Le Goff.`, but `Kevin M. Le procureur …` and `Kevin M. Le Havre …`.
            let name = || {
                let given = self.text[..at].trim_end_matches(chars::is_space).rsplit(chars::is_space).next();
                let surname = after[next.len()..].trim_start_matches(chars::is_space);
                matches!(next, "Le" | "La")
                    && surname.starts_with(char::is_uppercase)
                    && !given.is_some_and(|word| word.starts_with(char::is_uppercase))
            };
            if word == "M" && !chained && name() {
                return Some(stop);
            }
            let starts_sentence = next.chars().next().is_none_or(|c| !c.is_uppercase())
                || STARTERS.iter().any(|s| s.eq_ignore_ascii_case(next));
            return (chained || !starts_sentence).then_some(stop);
        }
        if word.len() > 5 {
            return None;
        }
        let folded = fold(word);
        let capital = word.starts_with(char::is_uppercase);
        if SHORT_MONTHS.contains(&folded.as_str()) {
            let year = self.text[stop + 1..end].trim_start_matches(chars::is_space);
            return (year.bytes().take_while(u8::is_ascii_digit).count() == 4).then_some(stop + 1);
        }
        if !ABBREVIATIONS.contains(&folded.as_str()) {
            return None;
        }
        let after = self.text[stop + 1..end].trim_start_matches(chars::is_space);
        // `etc.` and units close a sentence when a capital follows; titles (`M. Durand`, `Dr. House`) never do.
        let ends = after.is_empty()
            || (!capital && after.starts_with(char::is_uppercase))
            || (folded == "me" && !capital)
            || (folded == "no" && !after.starts_with(|c: char| c.is_ascii_digit()));
        (!ends).then_some(stop + 1)
    }

    fn number(&mut self, at: usize, end: usize) -> usize {
        let mut stop = self.run(at, end, |c| c.is_ascii_digit());
        // Inner comma, point or apostrophe, with a digit on each side.
        loop {
            let mut rest = self.text[stop..end].chars();
            match (rest.next(), rest.next()) {
                (Some(c), Some(d)) if (matches!(c, ',' | '.') || chars::is_apostrophe(c)) && d.is_ascii_digit() => {
                    stop = self.run(stop + c.len_utf8(), end, |c| c.is_ascii_digit());
                }
                _ => break,
            }
        }
        self.push(at, stop, TokenKind::Number);
        stop
    }

    fn sign(&mut self, c: char, at: usize, end: usize) -> usize {
        let stop = match c {
            '.' | '…' => self.run(at, end, |d| d == '.' || d == '…'),
            _ => at + c.len_utf8(),
        };
        let kind = if matches!(c, '«' | '»' | '"' | '“' | '”' | '„' | '‹' | '›' | '‟' | '＂') || chars::is_apostrophe(c)
        {
            TokenKind::Quote
        } else {
            TokenKind::Sign
        };
        self.push(at, stop, kind);
        stop
    }
}

/// The largest character boundary that is at most `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let lines = [Span::new(0, text.len())];
        split(text, &lines).0.into_iter().map(|t| &text[t.span.range()]).collect()
    }

    #[test]
    fn addresses_are_one_word() {
        assert_eq!(words("ici pic.twitter.com/abcDEF M. Morel"), ["ici", "pic.twitter.com/abcDEF", "M.", "Morel"]);
        assert_eq!(words("pic.twitter.com/abcDEF— Morel"), ["pic.twitter.com/abcDEF", "—", "Morel"]);
    }

    #[test]
    fn elision_is_split_and_whole_words_stay() {
        assert_eq!(words("l’accord d'aujourd’hui qu’il"), ["l’", "accord", "d'", "aujourd’hui", "qu’", "il"]);
        assert_eq!(words("chez McDonald's, N'Golo Kanté"), ["chez", "McDonald's", ",", "N'Golo", "Kanté"]);
        assert_eq!(words("Farid M'hamdi, de M'sila"), ["Farid", "M'hamdi", ",", "de", "M'sila"]);
        assert_eq!(words("« M'habiller ? »"), ["«", "M'", "habiller", "?", "»"]);
        assert_eq!(words("le conseil des prud'hommes"), ["le", "conseil", "des", "prud'hommes"]);
        assert_eq!(words("qu'«une erreur»"), ["qu'", "«", "une", "erreur", "»"]);
    }

    #[test]
    fn prefixes_and_particles_of_names_are_split() {
        assert_eq!(
            words("l'ex-Twitter et les pro-Morel, un ex-ministre"),
            ["l'", "ex-", "Twitter", "et", "les", "pro-", "Morel", ",", "un", "ex-ministre"]
        );
        assert_eq!(words("cette France-là"), ["cette", "France", "-là"]);
    }

    #[test]
    fn inversion_is_split_and_compounds_stay() {
        assert_eq!(words("a-t-il ajouté"), ["a", "-t-il", "ajouté"]);
        assert_eq!(words("dit-elle au rendez-vous"), ["dit", "-elle", "au", "rendez-vous"]);
        assert_eq!(words("Jean-Marie, Air France-KLM"), ["Jean-Marie", ",", "Air", "France-KLM"]);
    }

    #[test]
    fn points_of_abbreviations_belong_to_them() {
        assert_eq!(words("M. Macron et J.D. Vance"), ["M.", "Macron", "et", "J.D.", "Vance"]);
        assert_eq!(words("J.-P. Morel, J. Edgar"), ["J.-P.", "Morel", ",", "J.", "Edgar"]);
        assert_eq!(words("le vaccin B. Il agit."), ["le", "vaccin", "B", ".", "Il", "agit", "."]);
        assert_eq!(words("vu sur X. Alors"), ["vu", "sur", "X", ".", "Alors"]);
        assert_eq!(words("dit M. Le Goff"), ["dit", "M.", "Le", "Goff"]);
        assert_eq!(words("chez Kevin M. Le Goff"), ["chez", "Kevin", "M", ".", "Le", "Goff"]);
        assert_eq!(words("la lettre M. Le vent"), ["la", "lettre", "M", ".", "Le", "vent"]);
        assert_eq!(words("des pommes, etc. Puis"), ["des", "pommes", ",", "etc", ".", "Puis"]);
        assert_eq!(words("le 12 sept. 2014"), ["le", "12", "sept.", "2014"]);
        assert_eq!(words("ils sont sept. Douze"), ["ils", "sont", "sept", ".", "Douze"]);
    }

    #[test]
    fn numbers_keep_their_inner_signs() {
        assert_eq!(words("97,4 % de 28.600, 10'000"), ["97,4", "%", "de", "28.600", ",", "10'000"]);
        assert_eq!(words("à 17h30, le 1er"), ["à", "17", "h", "30", ",", "le", "1", "er"]);
        assert_eq!(words("la COP28 et l'A320"), ["la", "COP28", "et", "l'", "A320"]);
    }

    #[test]
    fn addresses_and_handles_are_one_token() {
        assert_eq!(words("voir https://exemple.fr/a?b=1."), ["voir", "https://exemple.fr/a?b=1", "."]);
        assert_eq!(words("@reperes et #sommet"), ["@reperes", "et", "#sommet"]);
    }
}
