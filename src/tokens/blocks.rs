//! Lines into blocks, each with its kind.

use std::ops::Range;

use super::{TokenKind, Tokens, insets, posts, sentences};
use crate::lexicon::{Opening, opening};
use crate::options::LineKind;
use crate::text::{Span, TokenRange, chars, fold};

/// One line of the article that holds more than white space, or a piece of one: see `insets.rs` and, for headings that run into their paragraph, `sentences.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its bytes, without outer white space.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Its sentences, as indices into [`Tokens::sentences`].
    pub sentences: TokenRange,
    /// What it is to the article.
    pub kind: BlockKind,
    /// Index of the earlier block that says the same words.
    pub repeat_of: Option<usize>,
}

/// What a block is to the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The title.
    Headline,
    /// The summary under the title.
    Standfirst,
    /// Who wrote it, when it appeared.
    Byline,
    /// Where and when it was written, alone on its line.
    Dateline,
    /// A heading between paragraphs.
    Subhead,
    /// Running text.
    Paragraph,
    /// A line of a list.
    ListItem,
    /// The words under a picture, or its credit.
    Caption,
    /// Not part of the article: links, sharing buttons, adverts, subscription pleas.
    Noise,
}

/// The lines of `text` that hold more than white space, without outer white space.
pub(super) fn lines(text: &str) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split(chars::is_line_break) {
        let left = line.len() - line.trim_start_matches(chars::is_space).len();
        let trimmed = line.trim_matches(chars::is_space);
        if !trimmed.is_empty() {
            let first = start + left;
            // What is not part of the article becomes a block of its own: links within the line, the agency's signature behind its last sentence.
            let signed = signature(trimmed).filter(|&at| at > 0);
            let prose = signed.unwrap_or(trimmed.len());
            let mut from = 0;
            let mut push = |piece: Range<usize>| {
                let piece_end = piece.start + trimmed[piece.clone()].trim_end_matches(chars::is_space).len();
                if piece.start < piece_end {
                    lines.push(Span::new(first + piece.start, first + piece_end));
                }
            };
            let below = &text[start + line.len()..];
            let posts = posts::copied(&trimmed[..prose], below).flatten().chain(std::iter::once(prose..prose));
            for post in posts {
                let before = from;
                for inset in insets::all(&trimmed[before..post.start]) {
                    push(from..before + inset.start);
                    push(before + inset.start..before + inset.end);
                    // A word may be stuck to it.
                    from = before + inset.end + usize::from(trimmed[before + inset.end..post.start].starts_with(' '));
                }
                push(from..post.start);
                push(post.clone());
                from = post.end;
            }
            push(prose..trimmed.len());
        }
        // Every line break is one character of known length: step over the one that ended this line.
        start += line.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
    lines
}

/// The longest noise line, in tokens: `Lire aussi` carries a headline, a cookie notice some sentences; a paragraph that merely begins with `Partager` is longer.
const LONGEST_NOISE: usize = 60;

/// A line that opens like a link and ends like a sentence is prose from this many tokens on.
const LONGEST_LINK: usize = 16;

/// The longest line that names authors, in words.
const LONGEST_AUTHORS: usize = 16;

/// The longest other byline, in words: `Publié le … à …, mis à jour le … à …` is longer than a list of authors.
const LONGEST_BYLINE: usize = 24;

/// Agencies and papers that sign in brackets at the end: `(ats/nxp)`.
const AGENCIES: &[&str] = &[
    "afp",
    "ats",
    "nxp",
    "reuters",
    "belga",
    "ap",
    "ansa",
    "dpa",
    "keystone",
    "ag",
    "aps",
    "map",
    "tap",
    "awp",
    "keystone-ats",
    "tdg",
    "le matin",
    "newsnet",
    "sda",
    "sipa",
    "rea",
    "maxppp",
    "abaca",
    "epa",
];

/// Whether `name` is one of them.
pub(super) fn is_agency(name: &str) -> bool {
    AGENCIES.contains(&fold(name.trim()).as_str())
}

/// Where the signature `(afp/nxp)` at the end of `line` begins.
fn signature(line: &str) -> Option<usize> {
    let rest = line.strip_suffix(')')?;
    let from = rest.char_indices().rev().take(LONGEST_SIGNATURE).find(|&(_, c)| c == '(')?.0;
    rest[from + 1..].split(['/', ',']).all(is_agency).then_some(from)
}

/// The longest signature, in characters between its brackets.
const LONGEST_SIGNATURE: usize = 30;

/// The longest headline or subhead, in tokens.
const LONGEST_HEADING: usize = 32;

/// The longest standfirst, in sentences.
const LONGEST_STANDFIRST: usize = 4;

/// Gives each line its kind.
pub(super) fn classify(tokens: &Tokens<'_>, lines: &[sentences::Line], told: &[Option<LineKind>]) -> Vec<Block> {
    let text = tokens.text().as_str();
    let (mut line_number, mut counted) = (0, 0);
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    let mut title_seen = false;
    for (index, &sentences::Line { span, tokens: range, sentences, heads }) in lines.iter().enumerate() {
        let line = Line::new(tokens, span, range);
        line_number += text.as_bytes()[counted..span.start as usize].iter().filter(|&&byte| byte == b'\n').count();
        counted = span.start as usize;
        let told = told.get(line_number).copied().flatten();
        // What stands on a line with a link is no heading, however short.
        let same_line = |upper: usize, lower: usize| {
            let gap = lines
                .get(upper)
                .zip(lines.get(lower))
                .map(|(upper, lower)| upper.span.end as usize..lower.span.start as usize);
            gap.is_some_and(|gap| !text[gap].contains(chars::is_line_break))
        };
        let piece = same_line(index, index + 1) || index > 0 && same_line(index - 1, index);
        // The markup knows best where the article is; within it the words know menus and credits that look like headings.
        let kind = if told == Some(LineKind::Noise) {
            BlockKind::Noise
        } else if told == Some(LineKind::Headline) && !title_seen {
            BlockKind::Headline
        } else if index > 0 && posts::is_copy(line.text, text[lines[index - 1].span.range()].trim_end()) {
            BlockKind::Noise
        } else if let Some(kind) = line.own_kind() {
            // What stands above a reading time is the title of the piece that it belongs to.
            if line.is_reading_time()
                && let Some(title) = blocks.last_mut()
                && matches!(title.kind, BlockKind::Subhead | BlockKind::Paragraph)
                && title.tokens.len() <= LONGEST_HEADING
            {
                title.kind = BlockKind::Noise;
            }
            kind
        } else if let Some(told) = told {
            match told {
                LineKind::ListItem => BlockKind::ListItem,
                LineKind::Caption => BlockKind::Caption,
                _ => BlockKind::Subhead,
            }
        // `Justice Le tribunal a …`: a rubric is no title.
        } else if heads && (title_seen || range.len() > 1) {
            if title_seen { BlockKind::Subhead } else { BlockKind::Headline }
        } else if piece || posts::is_signed(line.text) {
            BlockKind::Paragraph
        } else if !title_seen && lines.len() > 1 && line.is_heading() {
            BlockKind::Headline
        } else if line.is_list_item() {
            BlockKind::ListItem
        } else if line.is_heading() && index + 1 < lines.len() {
            BlockKind::Subhead
        } else {
            BlockKind::Paragraph
        };
        // A summary stands between the title and the line that says who wrote the article; without that line it is the first paragraph.
        if kind == BlockKind::Byline
            && let [.., title, summary] = &mut blocks[..]
            && title.kind == BlockKind::Headline
            && summary.kind == BlockKind::Paragraph
            && summary.sentences.len() <= LONGEST_STANDFIRST
        {
            summary.kind = BlockKind::Standfirst;
        }
        // What stands above the title (a date, a rubric) leaves the title to come.
        title_seen |= !matches!(kind, BlockKind::Noise | BlockKind::Byline | BlockKind::Caption | BlockKind::Dateline);
        blocks.push(Block { span, tokens: range, sentences, kind, repeat_of: None });
    }
    // `12/03/2025 18:20:05 -`, `Paris (AFP) -`, `© 2018 AFP`: the tail of an agency's text. Above it, or alone, who wrote the article.
    for block in blocks.iter_mut().skip(1).rev() {
        match block.kind {
            BlockKind::Dateline => block.kind = BlockKind::Noise,
            BlockKind::Noise | BlockKind::Caption => {}
            _ => {
                if is_author(text[block.span.range()].trim_end_matches('.')) {
                    block.kind = BlockKind::Noise;
                }
                break;
            }
        }
    }
    blocks
}

/// `12/03/2025 18:20:05 -`: day and time of a despatch, and nothing else.
pub(crate) fn is_stamp(line: &str) -> bool {
    let marks = |mark| line.bytes().filter(|&byte| byte == mark).count();
    line.starts_with(|c: char| c.is_ascii_digit())
        && marks(b'/') == 2
        && marks(b':') >= 1
        && line.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | ':' | '-') || chars::is_space(c))
}

/// `R. Morel`, `CLAIRE MOREL`, `Claire Morel/Agences`, `Claire Morel et Jean Petit`: somebody signs.
fn is_author(line: &str) -> bool {
    /// The most words in a name.
    const WORDS: usize = 3;
    let is_letter = |c: char| c.is_alphabetic() || c == '.' || chars::is_apostrophe(c) || chars::is_hyphen(c);
    let is_name = |word: &str| word.len() > 1 && word.starts_with(char::is_uppercase) && word.chars().all(is_letter);
    let names = line.split_once('/').filter(|(_, desk)| desk.starts_with("Agence") || is_agency(desk));
    names.map_or(line, |(names, _)| names).split(" et ").all(|name| {
        let words = name.split(chars::is_space);
        (2..=WORDS).contains(&words.clone().count()) && words.clone().all(is_name)
    })
}

/// One line, as the rules of kinds look at it.
struct Line<'a, 't> {
    tokens: &'a Tokens<'t>,
    range: TokenRange,
    text: &'t str,
    /// Folded, at most its first 80 bytes or so, without leading bullets and arrows.
    start: String,
}

impl<'a, 't> Line<'a, 't> {
    fn new(tokens: &'a Tokens<'t>, span: Span, range: TokenRange) -> Self {
        let text = tokens.text().slice(span);
        let head = text.trim_start_matches(|c: char| {
            !c.is_alphanumeric() && !matches!(c, '©' | '(' | '"' | '«' | '“' | '#' | '@')
        });
        let start = fold(&head[..head.char_indices().nth(80).map_or(head.len(), |(i, _)| i)]);
        Self { tokens, range, text, start }
    }

    /// The kind that the line's own words give it, wherever it stands.
    fn own_kind(&self) -> Option<BlockKind> {
        let words = self
            .range
            .range()
            .filter(|&i| matches!(self.tokens.kind(i), Some(TokenKind::Word | TokenKind::Number)))
            .count();
        // `***`, `• 2 min`: rules and reading times. A lone mark belongs to the quotation above it.
        let marks = self.range.range().any(|i| self.tokens.kind(i) == Some(TokenKind::Quote));
        if words == 0 && !marks || self.is_reading_time() {
            return Some(BlockKind::Noise);
        }
        if is_stamp(self.text) {
            return Some(BlockKind::Dateline);
        }
        let whole = |end: Option<usize>| end == Some(self.text.len());
        let opened = opening(&self.start);
        if opened.is_some_and(|o| whole(insets::plea(self.text, o))) {
            return Some(BlockKind::Noise);
        }
        if self.range.len() > LONGEST_NOISE {
            return None;
        }
        if whole(insets::agency(self.text)) {
            return Some(BlockKind::Caption);
        }
        match opened.map(|o| (o.opening, o.strong)) {
            Some((Opening::Caption, strong)) if strong || words <= 40 => return Some(BlockKind::Caption),
            Some((Opening::Noise, strong)) if strong || !self.is_prose() => return Some(BlockKind::Noise),
            Some((Opening::Byline, _))
                if words <= if self.start.starts_with("par") { LONGEST_AUTHORS } else { LONGEST_BYLINE }
                    && !self.text.ends_with('.') =>
            {
                return Some(BlockKind::Byline);
            }
            _ => {}
        }
        if self.is_signature() || self.has_embed() {
            return Some(BlockKind::Noise);
        }
        if self.is_dateline(words) {
            return Some(BlockKind::Dateline);
        }
        None
    }

    /// Whether the line is long enough to be prose and ends like a sentence.
    fn is_prose(&self) -> bool {
        self.range.len() > LONGEST_LINK && self.text.ends_with(['.', '!', '?', '»', '"'])
    }

    /// `• 2 min`, `3:24`, `Temps de lecture : 4 minutes`: how long a linked piece takes.
    fn is_reading_time(&self) -> bool {
        const WORDS: [&str; 9] = ["min", "mn", "minute", "minutes", "sec", "h", "de", "lecture", "temps"];
        let mut numbers = 0;
        self.range.len() <= 8
            && self.range.range().all(|i| match self.tokens.kind(i) {
                Some(TokenKind::Number) => {
                    numbers += 1;
                    self.tokens.str(i).len() <= 2
                }
                Some(TokenKind::Word) => WORDS.contains(&self.tokens.folded(i)),
                _ => !matches!(self.tokens.str(i), "%" | "€" | "$" | "/"),
            })
            && (1..=2).contains(&numbers)
    }

    /// `(afp/nxp)`, `AFP`, `R. B.`, `mor-lef/dur`: a signature under the article.
    fn is_signature(&self) -> bool {
        let letters: Vec<char> = self.text.chars().filter(|c| !chars::is_space(*c)).take(7).collect();
        let initials = letters.len() <= 6
            && letters.len().is_multiple_of(2)
            && letters.chunks(2).all(|p| p[0].is_uppercase() && p[1] == '.');
        // Who wrote and who read a despatch, two or three letters each.
        let desk = self.text.contains('/')
            && self
                .text
                .split(['/', '-'])
                .all(|who| (2..=4).contains(&who.len()) && who.bytes().all(|letter| letter.is_ascii_lowercase()));
        initials
            || desk
            || signature(self.text) == Some(0)
            || self.range.len() <= 3 && self.start.split(['/', ',']).all(|name| AGENCIES.contains(&name.trim()))
    }

    /// The remains of a link, an embedded post or a film: `… - Regarder sur Figaro Live`.
    fn has_embed(&self) -> bool {
        // `» EN DIRECT - Le port rouvre`: nothing opened the mark.
        self.text.starts_with("» ")
            || self.text.contains("pic.twitter.com") && !posts::is_signed(self.text)
            || self.text.contains("- Regarder sur ")
            || self.start.starts_with("https://t.co/")
    }

    /// `Paris (AFP) -`, `Lyon, le 12 mars 2025`: place and date alone.
    fn is_dateline(&self, words: usize) -> bool {
        words <= 7
            && self.tokens.is_capitalised(self.range.first())
            && ((self.text.contains("(AFP)") && self.text.ends_with(['-', '–', '—']))
                || (self.start.contains(", le ") && self.text.ends_with(|c: char| c.is_ascii_digit())))
    }

    /// A line that begins with a bullet or a dash and a space.
    fn is_list_item(&self) -> bool {
        let mut letters = self.text.chars();
        matches!(letters.next(), Some('•' | '·' | '-' | '–' | '—' | '*' | '▪' | '►' | '●' | '○' | '■' | '◦'))
            && letters.next().is_some_and(chars::is_space)
    }

    /// Short, and without the full stop that ends a sentence.
    fn is_heading(&self) -> bool {
        let last = self.text.chars().next_back().unwrap_or('.');
        self.range.len() <= LONGEST_HEADING
            && !self.range.is_empty()
            && !matches!(last, '.' | ',' | ';' | ':' | '…')
            && self.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '«' | '"' | '“'))
            && !self.has_speech()
    }

    /// Whole lines between marks, or with an inverted cue, are speech and not headings, however short.
    fn has_speech(&self) -> bool {
        self.range.range().any(|i| self.tokens.str(i).starts_with('-') && self.tokens.kind(i) == Some(TokenKind::Word))
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Text;
    use crate::tokens::BlockKind::{self, *};

    /// Checks the kind of every block of `text`.
    fn check(text: &str, kinds: &[BlockKind]) {
        let tokens = crate::tokens::read(Text::new(text).unwrap());
        assert_eq!(tokens.blocks().iter().map(|b| b.kind).collect::<Vec<_>>(), kinds, "{text}");
    }

    #[test]
    fn an_article_has_its_parts() {
        check(
            "Le port rouvre après la tempête\n\nLes ferries circulent de nouveau, a dit la mairie.\nPar Anne Morel\nPublié le 11 février 2025\nPremier paragraphe du récit.\nUn trafic encore réduit\nDeuxième paragraphe.\n• un quai fermé\n© Jean Petit\nLire aussi : Une nuit de vent\n(afp)",
            &[Headline, Standfirst, Byline, Byline, Paragraph, Subhead, Paragraph, ListItem, Caption, Noise, Noise],
        );
    }

    #[test]
    fn the_copy_of_a_post_is_noise() {
        let post = "Il rouvre lundi, enfin. pic.twitter.com/abc — Anne Morel (@anne_m) 12 février 2025";
        check(
            &format!("Le port dort depuis mardi. {post} Il rouvre lundi, enfin. La ville respire."),
            &[Paragraph, Paragraph, Noise, Paragraph],
        );
        check(
            &format!("La ville attend.\n{post}\nIl rouvre lundi, enfin.\nLa ville respire."),
            &[Paragraph, Paragraph, Noise, Paragraph],
        );
        check(&format!("La ville attend.\n{post}\nLa ville respire."), &[Paragraph; 3]);
    }

    #[test]
    fn a_single_line_is_a_paragraph() {
        check("Le port rouvre", &[Paragraph]);
        check("", &[]);
        check(" \r\n\u{2028} \t", &[]);
    }

    #[test]
    fn prose_that_opens_like_a_link_is_prose() {
        check(
            "Partager le travail autrement, voilà ce que propose depuis dix ans la coopérative installée au bord du fleuve.",
            &[Paragraph],
        );
        check("Le port rouvre\nElle hésite, dit-elle\nFin.", &[Headline, Paragraph, Paragraph]);
    }

    #[test]
    fn a_heading_that_runs_into_its_paragraph_stands_apart() {
        let rest = "et les ferries circulent. ".repeat(12);
        check(
            &format!("Le port rouvre. Un trafic encore réduit La mairie attend {rest}"),
            &[Paragraph, Subhead, Paragraph],
        );
        check(&format!("Un trafic réduit La mairie attend {rest}\nElle dure."), &[Headline, Paragraph, Paragraph]);
        // A name at its end; no article behind which another capital stands.
        check(
            &format!("Le port rouvre. L'été à Brenne Depuis mardi, la mairie attend {rest}"),
            &[Paragraph, Subhead, Paragraph],
        );
        check(
            &format!("Le port rouvre. Nouvel été à Brenne La mairie attend {rest}"),
            &[Paragraph, Subhead, Paragraph],
        );
        check(&format!("Le port rouvre. Nouvel été à Brenne Les Oyats attendent {rest}"), &[Paragraph]);
        check(&format!("Le port rouvre. Elle publie, chez Morel Les quais d'ici {rest}"), &[Paragraph]);
        check(&format!("Le port rouvre. Le quotidien régional La Vigie attend {rest}"), &[Paragraph]);
        // Words in marks without a stop of their own.
        check(&format!("Le port rouvre. « Un premier pas » La mairie attend {rest}"), &[Paragraph, Subhead, Paragraph]);
        check(&format!("Le port rouvre. « C'est un premier pas. » La mairie attend {rest}"), &[Paragraph]);
        check(
            &format!("Le port rouvre. Vertiges Dans la ville, la mairie attend {rest}"),
            &[Paragraph, Subhead, Paragraph],
        );
    }

    #[test]
    fn a_signature_behind_the_last_sentence_stands_apart() {
        check("Le port rouvre. (ats/afp)", &[Paragraph, Noise]);
        check("Le port (fermé)", &[Paragraph]);
        check("R. B.", &[Noise]);
        check("Le port rouvre.\nmor-lef/dur", &[Paragraph, Noise]);
        check("Le port rouvre.\nEt/ou", &[Paragraph, Paragraph]);
    }

    #[test]
    fn links_within_a_line_stand_apart() {
        check(
            "Le port rouvre. Lire aussi : Une nuit de vent sur Brenne La ville respire.",
            &[Paragraph, Noise, Paragraph],
        );
        check(
            "Elle dit : « Enfin. » LIRE AUSSI - Morel : « Le port à Le Men » En mai, il était clos.",
            &[Paragraph, Noise, Paragraph],
        );
        check("Le port rouvre. À voir également sur Brenne TV :", &[Paragraph, Noise]);
        check("Le port rouvre. © Brenne TV Le vent est tombé. © Anne Morel", &[Paragraph, Caption, Paragraph, Caption]);
        // A button without a headline stands in front of the article's own words.
        check(
            "Le port rouvre. À lire aussi Le vent est tombé, et la ville respire de nouveau.",
            &[Paragraph, Noise, Paragraph],
        );
        check("À lire aussi Le vent est tombé, dit-elle. La ville respire.", &[Noise, Paragraph]);
        // The next word is stuck to the link.
        check("Lire aussi: Une nuit de vent sur BrenneLa ville respire.", &[Noise, Paragraph]);
        check("Le port rouvre. LIRE AUSSI YouTube s'en vaElle respire.", &[Paragraph, Noise, Paragraph]);
        // A link behind the last sentence.
        check("Le port rouvre. Retrouvez tous nos articles sur le port", &[Paragraph, Noise]);
        check("Le port rouvre. Retrouvez tous vos esprits, dit-elle.", &[Paragraph]);
        // Who took a picture.
        check("Le port, mardi. (ANNE MOREL / BRENNE TV) Le vent est tombé.", &[Paragraph, Caption, Paragraph]);
        check("Le port, mardi. ANNE MOREL/AFP\nLe vent est tombé.", &[Paragraph, Caption, Paragraph]);
        check("ANNE LE MEN / AFP MER - Le vent est tombé.", &[Caption, Paragraph]);
        check("Le port, mardi. LE SCAN MER/VIDÉO - Le vent est tombé.", &[Paragraph]);
        check("Le port, mardi. (AUBE / Marne) Le vent est tombé.", &[Paragraph]);
        check("Le port dort • © Anne Morel / Brenne TV La ville respire.", &[Paragraph, Caption, Paragraph]);
        check("Le port dort © Anne Morel Silence sur le quai.", &[Paragraph]);
        check(&format!("© Morel/Brenne TV La ville respire{}.", " de nouveau".repeat(12)), &[Caption, Paragraph]);
        check("© Anne Morel Le Quai", &[Caption]);
        // Buttons, and what refers to another article.
        check("Le port rouvre. Je profite de l'offre Mardi encore, il était clos.", &[Paragraph, Noise, Paragraph]);
        check("Le port rouvre. Je profite de l'air, dit-elle.", &[Paragraph]);
        check(
            "Le port rouvre. Lire la vidéo Anne Morel part. Lire la vidéo Elle revient.",
            &[Paragraph, Noise, Paragraph, Noise, Paragraph],
        );
        check("Le port rouvre. Pour aller plus loin Une nuit de vent Elle respire.", &[Paragraph, Noise, Paragraph]);
        check("Le port rouvre. Pour aller plus loin, la mairie attend.", &[Paragraph]);
        check("Le port rouvre. Plus d'informations dans notre article précédent ici.", &[Paragraph, Noise]);
        check("Le port rouvre. Plus d'informations seront données lundi.", &[Paragraph]);
        // What a site wants of its reader, sentence after sentence.
        check(
            "Le port rouvre. La lecture de ce contenu peut entraîner un dépôt de cookies. Si vous voulez le voir, acceptez vos cookies. Le vent est tombé.",
            &[Paragraph, Noise, Paragraph],
        );
        check(
            "Le port rouvre. La newsletter mer Tous les jeudis Recevez nos cartes. Votre adresse email n'est pas valide. Le vent est tombé.",
            &[Paragraph, Noise, Paragraph],
        );
        check("Le port rouvre. La newsletter du maire paraît le jeudi. Le vent est tombé.", &[Paragraph]);
        // What a sentence says, and what has no end.
        check("Il faut lire aussi ses lettres. Le port rouvre.", &[Paragraph]);
        check("Le port rouvre. À voir le ciel, il pleuvra.", &[Paragraph]);
        check("Le port rouvre.\n» LIRE AUSSI - Une nuit de vent", &[Paragraph, Noise]);
        let long = "mot ".repeat(30);
        check(&format!("Le port rouvre. Lire aussi {long}"), &[Paragraph]);
    }

    #[test]
    fn the_tail_of_an_agencys_text_is_no_part_of_it() {
        let tail = "12/03/2025 18:20:05 -\nBrenne (AFP) -\n© 2025 AFP";
        check(&format!("Le port rouvre.\n{tail}"), &[Paragraph, Noise, Noise, Caption]);
        check("12/03/2025 18:20:05\nBrenne (AFP) -\nLe port rouvre.", &[Dateline, Dateline, Paragraph]);
        check("Le port rouvre.\n12/03/2025 : la fête\nElle dure.", &[Paragraph, Subhead, Paragraph]);
    }

    #[test]
    fn who_signs_at_the_end_is_no_part_of_it() {
        check("Le port rouvre.\nR. Morel", &[Paragraph, Noise]);
        check("Le port rouvre.\nCLAIRE MOREL.\n© 2025 AFP", &[Paragraph, Noise, Caption]);
        check("Le port rouvre.\nR. Morel\nElle dure.", &[Paragraph, Subhead, Paragraph]);
        check("Le port rouvre.\nClaire Morel", &[Paragraph, Noise]);
        check("Le port rouvre.\nR. M./Agences", &[Paragraph, Noise]);
        check("Le port rouvre.\nClaire Morel et Jean Petit", &[Paragraph, Noise]);
        check("Le port rouvre.\nBrenne-les-Bains", &[Paragraph, Paragraph]);
        check("Le port rouvre.\nPort de Brenne", &[Paragraph, Paragraph]);
        check("Le port rouvre.\nR. Morel est parti", &[Paragraph, Paragraph]);
        check("LE PORT ROUVRE", &[Paragraph]);
    }

    #[test]
    fn a_closing_mark_in_front_of_a_line_makes_it_a_link() {
        check("Le port rouvre.\n» EN DIRECT - Une nuit de vent\nElle dure.", &[Paragraph, Noise, Paragraph]);
        check("Le port rouvre.\nConsultez notre dossier : le vent\nElle dure.", &[Paragraph, Noise, Paragraph]);
    }

    #[test]
    fn films_that_are_shown_beside_are_no_part_of_it() {
        check("Le port rouvre.\n« Enfin ! » - Regarder sur Brenne TV\nElle dure.", &[Paragraph, Noise, Paragraph]);
    }

    #[test]
    fn titles_above_reading_times_are_links() {
        check("Le port rouvre ce matin.\nUne nuit de vent\n• 2 min", &[Paragraph, Noise, Noise]);
    }

    #[test]
    fn the_markup_says_what_words_do_not() {
        use crate::options::LineKind;
        let told = [
            Some(LineKind::Noise),
            None,
            Some(LineKind::Headline),
            None,
            Some(LineKind::Subhead),
            Some(LineKind::Subhead),
        ];
        let text =
            Text::new("Accueil\n\nLe port rouvre.\nLe vent est tombé.\nla suite,\nLire aussi : une nuit de vent\nFin.")
                .unwrap();
        let tokens = crate::tokens::read_marked_up(text, &told);
        let kinds: Vec<_> = tokens.blocks().iter().map(|b| b.kind).collect();
        assert_eq!(kinds, [Noise, Headline, Paragraph, Subhead, Noise, Paragraph]);
    }

    #[test]
    fn repeats_point_to_their_first_block() {
        let said = "Le port de pêche rouvrira mardi matin, a indiqué la mairie de la ville.";
        let nearly = "Le port de pêche rouvrira mardi matin a indiqué la mairie de la ville";
        let tokens_text = format!("{said}\nAutre chose.\n{said}\n{nearly}\nAutre chose.");
        let tokens = crate::tokens::read(Text::new(&tokens_text).unwrap());
        let repeats: Vec<_> = tokens.blocks().iter().map(|b| b.repeat_of).collect();
        assert_eq!(repeats, [None, None, Some(0), Some(0), None]);
        // Sentences of earlier blocks, in other paragraphs; one more is news.
        let other = "Les ferries ont repris la mer.";
        let tokens_text = format!("{said} {other}\n{other} {said}\n{said} {said}\n{said} Le bac attend.");
        let tokens = crate::tokens::read(Text::new(&tokens_text).unwrap());
        let repeats: Vec<_> = tokens.blocks().iter().map(|b| b.repeat_of).collect();
        assert_eq!(repeats, [None, Some(0), Some(0), None]);
    }
}
