//! Who said what: marks and reported speech, each with its cue and its speaker.
//!
//! A sentence is read in the order in which its evidence weighs: quoted words and clauses with an incise (`« … », a dit X`), quoted words
//! behind a colon, sources (`selon X`), what a verb of saying governs (`X affirme que …`), and at last quoted words that nobody introduces.
//!
//! | module | knows |
//! |---|---|
//! | `scene` | tokens, mentions, links and outermost pairs of marks, as all rules look at them |
//! | `words`, `phrase`, `clause` | closed word classes, where noun phrases end, where clauses begin and end |
//! | `cues` | verbs of saying in the text |
//! | `subject`, `lists`, `antecedent`, `apposition`, `leaning`, `speaker`, `pronouns` | whose verb it is, and who that is |
//! | `nouns` | nouns that take up who spoke or was named |
//! | `dialogue` | lines that open with a dash, each a turn |
//! | `incise`, `inside`, `direct`, `source`, `indirect`, `object`, `passive`, `acts` | the rules, one construction each |
//! | `continuation` | sentences that go on with a report in the conditional |
//! | `inner` | reports inside quoted words |
//! | `post` | what accounts of networks say in posts that the article shows |
//! | `modality` | whether the article itself says what a sentence says |
//! | `voices`, `roles` | how many words each voice has, and in what role it speaks |
//! | `heading` | quotations in headings, which the body explains |

mod acts;
mod antecedent;
mod apposition;
mod clause;
mod continuation;
mod cues;
mod dialogue;
mod direct;
mod heading;
mod incise;
mod indirect;
mod inner;
mod inside;
mod leaning;
mod lists;
mod modality;
mod nouns;
mod object;
mod passive;
mod phrase;
mod post;
mod pronouns;
mod roles;
mod scene;
mod source;
mod speaker;
mod subject;
mod voices;
mod words;

pub use crate::lexicon::RoleClass;
pub use modality::{Modality, Standing, standings};
pub use voices::{Voice, VoiceKind, voices};

use crate::links::Links;
use crate::map::Map;
use crate::mentions::Mentions;
use crate::text::{Span, TokenRange, is_one_of};
use crate::tokens::Tokens;

use scene::Scene;
use speaker::Last;

/// How speech is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteKind {
    /// The words between marks.
    Direct,
    /// Reported without marks.
    Indirect,
    /// A reported clause that holds quoted words.
    Mixed,
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The words that name the speaker here (`il`, `Sam Altman`, `un porte-parole`).
    pub span: Span,
    /// The entity, if resolved.
    pub entity: Option<usize>,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The content alone, without marks.
    pub span: Span,
    /// How it is given.
    pub kind: QuoteKind,
    /// Who speaks, if known.
    pub speaker: Option<Speaker>,
    /// The verb or marker.
    pub cue: Option<Span>,
    /// The rule that found it.
    pub by: &'static str,
    /// How sure it is, 0 to 1.
    pub score: f32,
}

/// Finds the quotations, in order of the text.
pub fn read(tokens: &Tokens<'_>, mentions: &Mentions, links: &Links) -> Vec<Quote> {
    let scene = Scene::new(tokens, mentions, links);
    let mut reader = Reader {
        scene: &scene,
        quotes: Vec::new(),
        last: None,
        running: None,
        turns: dialogue::Turns::default(),
        sentence: 0,
        taken: Vec::new(),
        sourced: Vec::new(),
        used: Map::default(),
    };
    for (index, block) in tokens.blocks().iter().enumerate() {
        if !tokens.tells_facts(index) {
            continue;
        }
        if let Some(post) = post::read(&scene, block.tokens) {
            reader.quotes.push(post);
            continue;
        }
        if dialogue::read(&mut reader, index) {
            continue;
        }
        for sentence in block.sentences.range() {
            reader.begin(sentence);
            reader.read(tokens.sentences()[sentence].tokens, index);
        }
    }
    let mut quotes = reader.quotes;
    let in_order = |q: &Quote| (q.span.start, std::cmp::Reverse(q.span.end));
    quotes.sort_by_key(in_order);
    direct::reopened(&scene, &mut quotes);
    let lifted = heading::lifted(&scene, &quotes);
    quotes.extend(lifted);
    quotes.sort_by_key(in_order);
    heading::settle(&scene, &mut quotes);
    heading::alike(&scene, &mut quotes);
    for quote in &mut quotes {
        quote.speaker = quote.speaker.and_then(|s| pronouns::as_told(&scene, s));
    }
    quotes
}

/// How many reports of one sentence are compared with a new one: more than any sentence has that people write.
const REPORTS: usize = 64;

/// What has been read so far.
struct Reader<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    quotes: Vec<Quote>,
    last: Option<Last>,
    running: Option<continuation::Running>,
    turns: dialogue::Turns,
    /// Index of the present sentence.
    sentence: usize,
    /// Tokens of the present sentence that are reported already.
    taken: Vec<TokenRange>,
    /// Tokens of the present sentence that stand behind a source (`selon X`).
    sourced: Vec<TokenRange>,
    /// First tokens of its cues that report already.
    used: Map<usize, ()>,
}

/// A quotation as a rule proposes it.
#[derive(Clone, Copy)]
struct Found {
    range: TokenRange,
    kind: QuoteKind,
    speaker: Option<Speaker>,
    cue: Option<TokenRange>,
    by: &'static str,
    score: f32,
}

impl Reader<'_, '_, '_> {
    /// Turns to sentence `index`.
    fn begin(&mut self, index: usize) {
        self.sentence = index;
        self.taken.clear();
        self.sourced.clear();
        self.used = Map::default();
    }

    fn read(&mut self, sentence: TokenRange, block: usize) {
        let from = self.quotes.len();
        let cues = cues::find(self.scene, sentence);
        incise::read(self, sentence, block, &cues);
        direct::introduced(self, sentence, block, &cues);
        source::read(self, sentence, block, &cues);
        indirect::read(self, sentence, block, &cues);
        passive::read(self, sentence, block, &cues);
        acts::read(self, sentence, block);
        direct::floating(self, sentence, block);
        inner::read(self, sentence, &cues);
        continuation::read(self, sentence, block, from);
    }

    /// The one who spoke last, when not too long ago.
    fn last(&self, block: usize) -> Option<Last> {
        let told = |l: &Last| l.sentence == self.sentence || !nouns::is_reporter(self.scene, &l.speaker);
        self.last.filter(|l| block - l.block <= speaker::CARRY && told(l))
    }

    /// Whether all that the sentence has been found to report stands before token `at`, and it reports something.
    fn has_said(&self, at: usize) -> bool {
        !self.taken.is_empty() && self.taken.iter().rev().take(REPORTS).all(|t| t.first() < at)
    }

    /// Whether more than half of `range` is reported already.
    fn is_taken(&self, range: TokenRange) -> bool {
        self.taken.iter().rev().take(REPORTS).any(|t| {
            let shared = t.end.min(range.end).saturating_sub(t.start.max(range.start));
            2 * shared > range.end - range.start
        })
    }

    /// Whether anything of `range` is reported already.
    fn touches(&self, range: TokenRange) -> bool {
        let reports = self.taken.iter().rev().take(REPORTS).chain(self.sourced.iter().rev().take(REPORTS));
        reports.into_iter().any(|t| t.start < range.end && range.start < t.end)
    }

    fn add(&mut self, block: usize, mut found: Found) {
        // `Les travaux, un « long tunnel »`: what cannot speak is no speaker where no verb says that it is, nor said so before.
        let scene = self.scene;
        if found.cue.is_none() {
            let speaks = |s: &Speaker| {
                let words = scene.tokens.inside(s.span);
                antecedent::can_speak(scene, words) || direct::is_banner(scene, words)
            };
            let speaks = |s: &Speaker| {
                self.last.is_some_and(|l| l.speaker == *s) || speaks(s) && !antecedent::is_dateline(scene, s)
            };
            found.speaker = found.speaker.filter(speaks);
        }
        if found.range.is_empty() || self.is_taken(found.range) || self.is_sourced(found.range) {
            return;
        }
        // `Anne Morel part, a-t-elle dit`: what is reported in front of its verb names her first.
        if found.kind == QuoteKind::Direct || is_one_of(found.by, "quote.que quote.object quote.infinitive") {
            found.speaker = found.speaker.and_then(|s| speaker::unless_spoken_of(scene, s, found.range));
        }
        // What a source says may itself report: `Selon le journal, le maire a annoncé que …`.
        if found.by != "quote.source" || found.kind == QuoteKind::Direct {
            self.taken.push(found.range);
        } else {
            self.sourced.push(found.range);
        }
        if let Some(cue) = found.cue {
            self.used.insert(cue.first(), ());
        }
        if let Some(speaker) = found.speaker {
            let body =
                speaker.entity.filter(|&e| scene.links.entities()[e].kind == crate::mentions::Kind::Organisation);
            self.last = Some(Last {
                speaker,
                block,
                sentence: self.sentence,
                gender: speaker::gender(self.scene, speaker),
                plural: speaker.entity.is_none()
                    && speaker::is_plural(self.scene, self.scene.tokens.inside(speaker.span)),
                body: body.or_else(|| self.last?.body),
            });
        } else if found.cue.is_some_and(|c| self.scene.is_one_of(c.last_end() - 1, "-nous -je -on -t-on")) {
            // `écrivions-nous`: whoever spoke before has not gone on.
            self.last = None;
        }
        self.push(found);
    }

    fn push(&mut self, found: Found) {
        // `« Claire Morel a rappelé que , `: nothing is said.
        if found.range.is_empty() {
            return;
        }
        self.quotes.push(Quote {
            span: self.scene.tokens.span(found.range),
            kind: found.kind,
            speaker: found.speaker,
            cue: found.cue.map(|c| self.scene.tokens.span(c)),
            by: found.by,
            score: found.score,
        });
    }

    /// Whether a source stands behind more than four fifths of `range` and says little else.
    fn is_sourced(&self, range: TokenRange) -> bool {
        self.sourced.iter().rev().take(REPORTS).any(|s| {
            let shared = s.end.min(range.end).saturating_sub(s.start.max(range.start));
            5 * shared > 4 * (s.end - s.start) && 2 * shared > range.end - range.start
        })
    }

    /// The kind of a reported clause.
    fn kind_of(&self, range: TokenRange) -> QuoteKind {
        if self.scene.pairs_in(range).is_empty() { QuoteKind::Indirect } else { QuoteKind::Mixed }
    }
}
