//! How a line reads: what ties a clause to the text around it, what is left out of it, and whether what remains stands by itself.

use super::{COMFORTABLE, LONGEST, Reader};
use crate::facts::passage::{self, Chunk, Parts, Sort};
use crate::facts::timeline::LEADING;
use crate::mentions::Kind;
use crate::text::{TokenRange, ends_like, is_one_of};
use crate::tokens::TokenKind;

impl Reader<'_, '_, '_> {
    /// Whether the verb whose group begins at `start` says something of nobody: `il faut`, `il semble que`, `il y a`.
    pub(super) fn is_impersonal(&self, start: usize) -> bool {
        /// `ne`, `s'`, `en`: so many words stand before the verb.
        const MOST: usize = 3;
        let clitic = |i: &usize| self.is_one_of(*i, "ne n' s' se en me m' lui leur nous vous");
        let verb = start + (start..start + MOST).take_while(clitic).count();
        // `il est probable que`, `il a été décidé de`, `il est vital de comprendre`; `il est accusé de` is somebody's.
        let clause = (verb + 1..verb + 7).find(|&i| self.is_one_of(i, "que qu' de d'"));
        let is = |i: usize| (verb..i).any(|i| self.is_one_of(i, "est était sera serait été fut"));
        let is_said = |i: usize| match self.word(i) {
            "que" | "qu'" => is(i),
            _ if ends_like(self.word(i + 1), &["er", "ir", "re"]) && is(i) => !self.is_one_of(i - 1, PERSONAL),
            _ => (verb + 1..i).any(|i| self.is_one_of(i, DECIDED)),
        };
        // `il lui aura fallu`
        self.is(verb, "y")
            || (verb..verb + 4).any(|i| self.is(i, "fallu"))
            || clause.is_some_and(is_said)
            || IMPERSONAL.iter().any(|stem| self.word(verb).starts_with(stem))
    }

    /// Where `range` begins behind the words that tie it to what stands before it.
    pub(super) fn behind_connectives(&self, range: TokenRange) -> Option<usize> {
        /// `Mais, en revanche, …`
        const MOST: usize = 3;
        let mut at = range.first();
        at += usize::from(self.is_one_of(at, "- – — •"));
        // `Paris — Le procès …`
        let place = self.scene.name_from(at).filter(|(_, m)| m.kind == Kind::Place).map(|(_, m)| m.tokens.last_end());
        at = place.filter(|&end| self.is_one_of(end, "– —")).map_or(at, |end| end + 1);
        for _ in 0..MOST {
            let (word, next) = (self.word(at), self.word(at + 1));
            let pair = matches!(
                (word, next),
                ("en", "effet" | "revanche" | "outre" | "fait")
                    | ("par", "ailleurs" | "exemple" | "conséquent")
                    | ("d'", "ailleurs" | "abord")
                    | ("du", "coup")
                    | ("pour", "autant")
            );
            // `De plus, …`, not `De plus en plus de …`.
            let pair = pair || word == "de" && next == "plus" && !self.is(at + 2, "en");
            let length = if pair { 2 } else { usize::from(is_one_of(word, CONNECTIVES)) };
            if length == 0 {
                break;
            }
            at += length;
            at += usize::from(self.is(at, ","));
        }
        (at < range.last_end()).then_some(at)
    }

    /// `clause` with what of its sentence behind it belongs to it: all of a short one, else the relative clause that says which is meant:
    /// `salue les voisins |qui l'ont suivie`. Others only tell more of it.
    pub(super) fn with_restriction(&self, parts: &Parts, clause: TokenRange) -> TokenRange {
        if let Some(whole) = self.to_the_end(parts, clause) {
            return whole;
        }
        let next = |end: usize| parts.chunk_of(end).map(|index| parts.chunks[index]);
        let figure = next(clause.last_end()).filter(|c| self.is_figure(c));
        let clause = figure.map_or(clause, |c| TokenRange::new(clause.first(), c.tokens.last_end()));
        let end = clause.last_end();
        let next = next(end).filter(|c| c.sort == Sort::Describing);
        let Some(relative) = next.filter(|c| self.is_one_of(end, "qui que qu' dont où") && c.tokens.first() == end)
        else {
            return clause;
        };
        let whole = TokenRange::new(clause.first(), relative.tokens.last_end());
        if self.is_open(clause) {
            return clause;
        }
        let which =
            passage::described(self.scene, end).is_some_and(|at| self.is_one_of(at, "le la l' les ce cet cette ces"));
        // `a annoncé mardi devant les députés |que la justice …`
        let said = self.is_one_of(end, "que qu'") && clause.range().any(|i| self.scene.tokens.uses(i).says);
        let fits = whole.len() <= if said { LONGEST } else { COMFORTABLE };
        if (which || said) && fits { whole } else { clause }
    }

    /// Whether `chunk` is a bracket that tells a figure: `a adopté le budget (46 voix contre 12)`.
    fn is_figure(&self, chunk: &Chunk) -> bool {
        const LONGEST: usize = 12;
        let figure = |m: usize| {
            matches!(self.scene.mentions.list()[m].kind, Kind::Count | Kind::Money | Kind::Percent | Kind::Quantity)
        };
        chunk.sort == Sort::Aside
            && chunk.tokens.len() <= LONGEST
            && self.scene.mentions.within(chunk.tokens).any(figure)
            && !chunk.tokens.range().any(|i| self.scene.is_finite(i))
    }

    /// `clause` to the end of its sentence, where that fits in a line: `Le maire a signé, |mais le préfet refuse`. `…, raconte la maire` tells who says so.
    fn to_the_end(&self, parts: &Parts, clause: TokenRange) -> Option<TokenRange> {
        let whole = TokenRange::new(clause.first(), parts.chunks.last()?.tokens.last_end());
        let listed = |i: usize| {
            self.is(i, ":") && i == clause.last_end() && !(i..whole.last_end()).any(|i| self.scene.is_finite(i))
        };
        let apart = |i: usize| {
            self.is_one_of(i, "; : ( ) [ ] ? ! … .") && !listed(i) || self.is(i, ",") && self.scene.is_finite(i + 1)
        };
        let hangs = self.word(whole.last_end() - 1).ends_with("ant");
        let fits = whole.len() <= COMFORTABLE
            && !hangs
            && !(clause.last_end()..whole.last_end()).any(apart)
            && self.is_balanced(whole)
            && !self.is_open(whole);
        fits.then_some(whole)
    }

    /// Where `clause` begins without its opening: `Après sept heures de débats, |le maire a …`. `None` where more than one stands there.
    pub(super) fn behind_opening(&self, parts: &Parts, clause: TokenRange) -> Option<usize> {
        let opening = parts.chunk_of(clause.first())?;
        let next = parts.chunks.get(opening + 1)?.tokens.first();
        let opens = self.is_one_of(clause.first(), LEADING) && parts.chunks[opening].sort == Sort::Plain;
        (opens && parts.chunks[opening + 1].sort == Sort::Finite && self.begins_subject(next)).then_some(next)
    }

    /// `clause` without its brackets, and where it is long without what only describes; what stands behind the longest line is cut off.
    pub(super) fn shortened(&self, parts: &Parts, clause: TokenRange) -> Vec<TokenRange> {
        let within =
            |c: TokenRange| TokenRange::new(c.first().max(clause.first()), c.last_end().min(clause.last_end()));
        let first = parts.chunk_of(clause.first()).unwrap_or(0);
        let chunks = || parts.chunks[first..].iter().take_while(|c| c.tokens.first() < clause.last_end());
        let long = clause.len() > COMFORTABLE;
        let mut ranges: Vec<TokenRange> = Vec::new();
        let mut length = 0;
        // Whether the verb was there, a description was left out, and the last words stand between commas.
        let (mut verb, mut described, mut apposed) = (false, false, false);
        // Whether its subject may have been there.
        let mut subject = false;
        for chunk in chunks() {
            let describes = long && matches!(chunk.sort, Sort::Describing | Sort::Dependent);
            let mut tokens = within(chunk.tokens);
            described |= describes;
            // What follows a description mostly belongs to it: `58 pays, dont la Chine, l'Inde et le Brésil, ont signé`.
            let belongs = described && chunk.sort == Sort::Plain && (subject || self.is(tokens.first(), "et"));
            // `Au moment |où …`: left out with what describes it.
            let alone = |last: &mut TokenRange| last.len() <= SHORT_OPENING && last.last_end() == tokens.first();
            if describes && !subject && !verb {
                ranges.pop_if(alone);
            }
            if describes || chunk.sort == Sort::Aside && !self.is_figure(chunk) || belongs || tokens.is_empty() {
                continue;
            }
            if verb && (described || length + tokens.len() > LONGEST) {
                break;
            }
            described = false;
            let dated = self
                .scene
                .mentions
                .at_token(tokens.first())
                .is_some_and(|m| self.scene.mentions.list()[m].kind == Kind::Date);
            let apposition = subject;
            subject |= !dated && !self.is_one_of(tokens.first(), LEADING);
            let had_verb = verb;
            verb |= chunk.sort == Sort::Finite;
            let comma = self.is_one_of(tokens.first().wrapping_sub(1), ", – —");
            // `un film sur une fillette qui rêve plonge …`: another sentence's verb.
            if chunk.sort == Sort::Finite
                && had_verb
                && !comma
                && !(0..2).any(|back| self.is_one_of(tokens.first() - back, "et ou mais puis"))
                // `révèle que les accidents (de vélo) |ont doublé`
                && !self.is_open(TokenRange::new(clause.first(), tokens.first()))
            {
                break;
            }
            match ranges.last_mut() {
                // Only a comma or a dash in between.
                Some(last) if last.last_end() + 1 >= tokens.first() => last.end = tokens.end,
                last => {
                    // `La maire, Anne Morel (PS), s'est rendue …`
                    if last.is_some() && comma && (apposed || self.begins_subject(tokens.first())) {
                        tokens.start -= 1;
                    }
                    ranges.push(tokens);
                }
            }
            // `À Lens, le maire (photo), s'est rendu …`: what stands behind an opening is the subject.
            apposed = comma && apposition;
            length += tokens.len();
        }
        // What a verb says stays whole, however much of it only describes.
        let whole = clause.len() <= LONGEST && chunks().all(|c| c.sort != Sort::Aside);
        if whole && ranges.last().is_some_and(|last| self.is_open(*last)) { vec![clause] } else { ranges }
    }

    /// Whether `range` ends before the verb of what is said in it: `a prouvé que trois puits`. A pronoun has its verb behind it, known or not;
    /// `ne voit que` wants none.
    fn is_open(&self, range: TokenRange) -> bool {
        /// So far before `que` stands what makes it mean `only` or `than`.
        const OTHER: usize = 5;
        /// So far before it stands the verb: `a redit que`, `a estimé mercredi que`.
        const VERB: usize = 3;
        let before = |at: usize, reach: usize| range.first().max(at.saturating_sub(reach))..at;
        let says = |at: usize| self.scene.is_finite(at) || passage::is_past_participle(self.word(at));
        let verb = range.range().rev().find(|&at| self.scene.is_finite(at) || self.is_one_of(at, "que qu'"));
        verb.is_some_and(|at| {
            let told = self.is_one_of(at, "que qu'") && before(at, VERB).any(says);
            let other = before(at, OTHER).any(|i| self.is_one_of(i, COMPARED));
            let mut behind = at + 2..range.last_end();
            told && !other
                && !self.is(at - 1, "pour")
                && !self.is_one_of(at + 1, SUBJECTS)
                && !behind.any(|i| passage::may_be_verb(self.scene, i, true))
        })
    }

    /// Whether a name or noun phrase begins at token `at`: `le maire`, not `l'a dit`.
    pub(super) fn begins_subject(&self, at: usize) -> bool {
        let determined = passage::is_determiner(self.word(at)) && !self.scene.is_finite(at + 1);
        determined || self.scene.name_from(at).is_some()
    }

    /// Whether the line of `ranges` reads as a sentence: with a main verb and what it needs, and without what only a broken text has.
    pub(super) fn is_complete(&self, parts: &Parts, ranges: &[TokenRange]) -> bool {
        let scene = self.scene;
        // Whether a clause with `que` was left out behind it.
        let cut = ranges.last().is_some_and(|r| self.is_one_of(r.last_end(), "que qu'"));
        let (mut subordinate, mut first_subordinate, mut pour_que) = (0, usize::MAX, false);
        let (mut main, mut wants, mut last) = (false, false, 0);
        // Where another clause begins whose verb has not come yet.
        let mut tail = None;
        for at in ranges.iter().flat_map(|r| r.range()) {
            let word = self.word(at);
            let last_but_one = last;
            // `lors de sa conférence de...`
            if !word.starts_with(['.', '…']) {
                last = at;
            }
            // `parties Malgré ces difficultés`: two lines that run into one; `@nom` and addresses stand in messages.
            let runs_on = at > ranges[0].first()
                && scene.tokens.is_capitalised(at)
                && scene.mentions.at_token(at).is_none()
                && is_one_of(word, BEGINNINGS)
                && scene.tokens.kind(at - 1) == Some(TokenKind::Word);
            // `Pour, la police a …`: what the preposition governs is left out.
            let bare = word == "," && at > ranges[0].first() && self.is_one_of(last_but_one, passage::PREPOSITIONS);
            let message = word.contains('@') || scene.tokens.kind(at) == Some(TokenKind::Url);
            if runs_on || bare || message {
                return false;
            }
            if self.is_quoted(at) || scene.mentions.at_token(at).is_some() {
                continue;
            }
            let short = word.len() <= "pourquoi".len();
            if matches!(word, "qui" | "où") || word == "mais" && self.is(last_but_one, ",") {
                tail = Some(at);
            }
            if short && is_one_of(word, "notre nos mon ma mes votre vos") || cut && scene.tokens.uses(at).says {
                return false;
            }
            if short && is_one_of(word, "que qu' qui dont où si lorsque lorsqu' quand puisque pourquoi comment") {
                subordinate += 1;
                wants &= !matches!(word, "que" | "qu'");
                first_subordinate = first_subordinate.min(at);
                pour_que = at > 0 && self.is(at - 1, "pour");
            } else if parts.is_finite(scene, at)
                && !(at > 0 && self.is_one_of(at - 1, "à de d' par pour sur un une du au des"))
            {
                // `à cause de` is none. Behind `que` or `qui` stands another clause's verb.
                if !main && subordinate == 0 {
                    // `Le scénario, |… devront être versées`: the subject is left out.
                    if ranges.len() > 1 && ends_like(word, &["ont", "ent"]) && self.is_one(ranges[0], at) {
                        return false;
                    }
                    main = true;
                }
                tail = None;
                subordinate -= i32::from(subordinate > 0);
                wants =
                    is_one_of(word, "veut veulent voulait doit doivent devait devrait peut peuvent pouvait pourrait");
            } else if passage::is_infinitive(word) {
                wants = false;
            }
        }
        let dangling =
            self.is_one_of(last, DANGLING) && !self.is_quoted(last) && scene.mentions.at_token(last).is_none();
        // `des lampadaires pour que`, the rest cut off
        let open = subordinate > 0 && pour_que || ranges.last().is_some_and(|last| self.is_open(*last));
        // `Le maire |annonce qu'il ne portera pas plainte`
        let likely = || passage::likely_verb(scene, ranges[0]).is_some_and(|verb| verb < first_subordinate);
        // `…, mais aujourd'hui`, `ceux qui travaillent ou qui`
        let cut_off = tail.is_some_and(|at| last < at + SHORT_TAIL);
        !wants && !dangling && !open && !cut_off && (main || likely())
    }

    /// Whether the subject that begins `first` is one thing, with no other before the verb at `verb`.
    fn is_one(&self, first: TokenRange, verb: usize) -> bool {
        let joined = (first.first()..verb).any(|i| self.is_one_of(i, "et ou ni comme avec ainsi plupart des"));
        self.is_one_of(first.first(), "le la l' un une") && !joined
    }

    /// Whether token `at` stands between quotation marks.
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        /// So many pairs before the token are asked whether they hold it: marks are nested two or three deep.
        const NESTED: usize = 3;
        let marks = self.scene.tokens.marks();
        let opened = &marks[..marks.partition_point(|m| m.open < at)];
        opened.iter().rev().take(NESTED).any(|m| m.close.is_some_and(|close| at < close))
    }

    /// Whether every quotation mark of `range` has its partner there.
    pub(super) fn is_balanced(&self, range: TokenRange) -> bool {
        let marks = self.scene.tokens.marks();
        let from = marks.partition_point(|m| m.open < range.first());
        let opened = marks[from..].iter().take_while(|m| m.open < range.last_end());
        let pairs = opened.clone().filter(|m| m.close.is_some_and(|c| c < range.last_end())).count();
        let all = range.range().filter(|&i| self.scene.tokens.kind(i) == Some(TokenKind::Quote)).count();
        all == 2 * pairs
    }
}

/// A clause that has so many tokens and no verb has lost it.
const SHORT_TAIL: usize = 4;

/// Tokens of an opening that says nothing without what describes it (`Dans un contexte où …`).
const SHORT_OPENING: usize = 3;

/// Words with which a `que` means `only` or `than`.
const COMPARED: &str = "ne n' plus moins davantage mieux meilleur meilleure meilleurs meilleures aussi autant autre autres même tel telle tels ainsi ce";

/// Pronouns that a verb follows.
const SUBJECTS: &str = "je j' tu il elle on nous vous ils elles ce c' cela ça";

/// Beginnings of verbs that mostly stand with an `il` that is nobody.
const IMPERSONAL: [&str; 9] = ["faut", "faud", "fall", "sembl", "agi", "suffi", "convien", "paraî", "pleu"];

/// What is said without a subject, in front of `de`.
const DECIDED: &str = "décidé prévu question possible impossible difficile facile nécessaire temps interdit permis demandé proposé convenu";

/// What someone is, in front of `de` and an infinitive.
const PERSONAL: &str = "accusé accusée soupçonné soupçonnée suspecté suspectée capable incapable heureux heureuse fier fière contraint contrainte";

/// Words that stand with a capital only where a line begins.
const BEGINNINGS: &str =
    "le la les l' un une des ce cet cette ces après avant comme malgré selon en dans depuis pour avec sans";

/// Words behind which something must follow.
const DANGLING: &str = "le la les l' un une des du de d' à au aux en dans par pour sur sous avec sans chez vers parmi et ou mais que qu' même très plus entre \
    contre selon comme ne n' se s' son sa ses est sont était étaient a ont avait avaient sera seront";

/// Words that tie a sentence to what stands before it.
const CONNECTIVES: &str = "et mais or car donc ainsi puis enfin ensuite alors aussi toutefois cependant pourtant néanmoins surtout résultat finalement";
