//! Where the clause of a verb begins, and where a reported clause ends.

use super::cues::{self, Cue, Stance};
use super::scene::Scene;
use super::{phrase, subject, words};
use crate::lexicon::report_words;
use crate::lexicon::speech::{self, Form};
use crate::mentions::Kind;
use crate::text::TokenRange;
use crate::text::is_one_of;
use crate::tokens::TokenKind;

/// How far before its verb a clause begins and its subject is looked for, in tokens.
pub(super) const BEFORE: usize = 60;

/// The longest reported clause, in tokens: whole sentences of long-winded ministers fit, a broken text does not.
const LONGEST: usize = 160;

/// How far before a report its auxiliary stands, and behind `mais` that of the next verb, in tokens.
const AUXILIARY: usize = 5;

/// How far behind its subject a clause's verb is looked for, in tokens.
const WHOLE: usize = 12;

/// How far behind a gerund what it reports begins, in tokens.
const REPORT: usize = 8;

/// How far behind a share the noun for its people may go on, in tokens.
const SHARE: usize = 6;

/// Where the clause of the verb at `group` begins: behind the last colon, subordinator or long quotation.
pub(super) fn start(scene: &Scene<'_, '_>, sentence: TokenRange, group: usize) -> usize {
    let floor = sentence.first().max(group.saturating_sub(BEFORE));
    let mut at = group;
    while at > floor {
        let previous = at - 1;
        // Marks around the whole stretch are none in it.
        if let Some(pair) = scene.pair_at(previous).filter(|p| p.open >= sentence.first()) {
            // `« Un ami fiable » Anne Morel a déclaré …`: a subhead that runs into the sentence.
            // `La « farce » L'étude montre …`
            let article = scene.name_at(at).is_none() && words::is_article(scene.word(at));
            let subhead =
                pair.close == previous && scene.tokens.is_capitalised(at) && (article || pair.open == sentence.first());
            // Quoted words inside the subject are short.
            if subhead || pair.close > previous || pair.close - pair.open > 8 || pair.open < floor {
                return at;
            }
            at = pair.open;
            continue;
        }
        if scene.is_link(previous)
            || scene.is_one_of(previous, "mais et or puis") && begins_clause(scene, floor, at, group)
        {
            return at;
        }
        if previous > floor && scene.is_glued(previous) {
            return previous;
        }
        // `ceux à qui il a dit que …`
        if scene.is(previous, "qui") && previous > floor && words::is_preposition(scene.word(previous - 1)) {
            return at;
        }
        // `S'il affirme que …`
        if scene.is(previous, "s'") && scene.is_one_of(at, "il ils") {
            return at;
        }
        // `Un texte dont l'agence a eu connaissance précise que …`: the relative clause is over.
        if scene.is(previous, "dont")
            && (at + 1..group).any(|i| scene.is_finite(i))
            && !(at..group).any(|i| scene.is_sign(i))
        {
            at = previous;
            continue;
        }
        if scene.is_one_of(previous, ": ; | que qu' quoi alors tandis car lorsque quand si dont où puisque lequel laquelle auquel lesquels lesquelles duquel desquels desquelles") && !(scene.is_one_of(previous, "que qu'")
            && previous > floor
            && (scene.is_one_of(previous - 1, "ainsi tant") || is_only(scene, previous)))
            && !(scene.is(previous, "alors") && words::is_have(scene.word(previous.wrapping_sub(1))))
            // `deux élus, dont Paul Morel, affirment`: no clause of its own.
            && (!scene.is(previous, "dont") || !(at..group).any(|i| scene.is_sign(i)) || (at..group).take_while(|&i| !scene.is_sign(i)).any(|i| scene.is_finite(i)))
        {
            return at;
        }
        at = previous;
    }
    floor
}

/// Whether `que` at `at` stands for `only`: `le maire n'envisage que la vente`.
fn is_only(scene: &Scene<'_, '_>, at: usize) -> bool {
    at > 1 && scene.is_finite(at - 1) && scene.is_one_of(at - 2, "ne n'") && words::is_determiner(scene.word(at + 1))
}

/// Whether the verb at `group` stands in a clause that another verb governs: `…, avant que l'État ne réclame …`.
pub(super) fn is_subordinate(scene: &Scene<'_, '_>, sentence: TokenRange, group: usize) -> bool {
    let begin = start(scene, sentence, group);
    begin > sentence.first() && words::is_subordinator(scene.word(begin - 1))
}

/// Whether a clause of its own begins behind the coordinator before `at`: `la route est coupée mais le maire a annoncé …`.
fn begins_clause(scene: &Scene<'_, '_>, floor: usize, at: usize, group: usize) -> bool {
    phrase::begins(scene, at)
        && phrase::end(scene, at, group, false) == group
        && (floor..at - 1).any(|i| scene.is_finite(i))
}

/// End of the clause that begins at `start` and is reported: at most the sentence's end, less where another report, a source or a contrast follows.
///
/// With `relative`, the report stands in a relative clause (`qui a refusé de …,`), which ends at its comma.
pub(super) fn end(scene: &Scene<'_, '_>, sentence: TokenRange, start: usize, cues: &[Cue], relative: bool) -> usize {
    let limit = sentence.last_end().min(start + LONGEST);
    let mut at = start;
    while at < limit {
        if let Some(pair) = scene.pair_at(at).filter(|p| p.open == at && p.close < limit) {
            at = pair.close + 1;
            continue;
        }
        let word = scene.word(at);
        // Behind an address another text begins.
        if word == ";"
            || at > start && scene.is_link(at)
            || at > start
                && scene.tokens.kind(at) == Some(TokenKind::Sign)
                && word == ":"
                && scene.pair_at(at + 1).is_some()
        {
            return at;
        }
        // `qui précise que les agents, appelés pour un vol, ont …`: the clause's own verb is still to come.
        let begun = || !scene.is_one_of(start.wrapping_sub(1), "que qu'") || (start..at).any(|i| scene.is_finite(i));
        if word == "," && (relative && at > start && begun() || stops_behind_comma(scene, at + 1, cues)) {
            // `que le chauffeur du car, un retraité, s'est excusé`
            let own = scene.is_one_of(start.wrapping_sub(1), "que qu'")
                && cues::beginning_at(cues, at + 1).is_some_and(|c| c.inverted.is_none() && c.stance == Stance::Finite)
                && !(start..at).any(|i| scene.is_finite(i))
                && subject::behind(scene, sentence, cue_end(cues, at + 1), false).is_none();
            if !own {
                return at;
            }
        }
        // `…, tout en saluant les riverains`: how it was said, unless it tells of what is said.
        let behind = [1, 2, 3].map(|i| scene.word(at + i));
        if word == ","
            && matches!(behind, ["tout", "en", gerund] if !is_one_of(gerund, "étant restant ayant gardant"))
            && !is_infinitive(scene, start)
        {
            return at;
        }
        // `dit vouloir rester tout en admettant que …`: the next report.
        if word == "tout" && at > start && scene.is(at + 1, "en") && cues::beginning_at(cues, at).is_some() {
            return at;
        }
        // `voulait partir, le maire voulait …`: the next clause has a subject of its own.
        if word == ","
            && is_infinitive(scene, start)
            && let Some(next) = cues.iter().find(|c| c.group > at).filter(|c| c.stance == Stance::Finite)
            && phrase::read(scene, at + 1, next.group, false).is_some_and(|p| p.last_end() == next.group)
        {
            return at;
        }
        // `appelle à marcher vers Lyon, où le maire …`, `dit avoir peur, ce qui …`: the article tells of it.
        let tells = scene.is(at + 1, "où") || scene.is(at + 1, "ce") && scene.is(at + 2, "qui");
        if word == "," && tells && infinitive_from(scene, start, limit).is_some() {
            return at;
        }
        // `…, 17 % que la route est sûre`, `… et 71 % disent avoir peur`: others say so.
        if matches!(word, "," | "et") && is_share(scene, at + 1) {
            return at;
        }
        // `a promis que le pont serait peint mais |a écarté …`: the auxiliary of the verb of saying, which the report does not have.
        if word == "mais" {
            let verb = (at + 1..at + AUXILIARY).find(|&i| !words::is_clitic(scene.word(i))).unwrap_or(at);
            let again = |i: usize| scene.word(i) == scene.word(verb);
            if scene.is_one_of(verb, "a est ont sont")
                && (start.saturating_sub(AUXILIARY)..start).any(again)
                && !(start..at).any(again)
            {
                return at;
            }
        }
        // `de dialoguer et « rendra compte »`: the next verb is the main clause's.
        if word == "et" && is_infinitive(scene, start) && opens_with_verb(scene, at + 1) {
            return at;
        }
        if word == "et" && at > start + 1 {
            // `… et a appelé à …`: the next report of the same speaker.
            let next = at + 1;
            if cues::beginning_at(cues, next)
                .is_some_and(|c| (c.inverted.is_none() || c.stance == Stance::Leaning) && !is_reported_tense(scene, c))
            {
                return at;
            }
        }
        at += 1;
    }
    limit
}

/// The first `et` or `mais` of `range` behind which a verb of the main clause follows, with its subject or without: `dénonce … et a déposé plainte`.
pub(super) fn coordinated(scene: &Scene<'_, '_>, range: TokenRange) -> Option<usize> {
    range.range().find(|&i| {
        if !scene.is_one_of(i, "et mais")
            || scene.pair_at(i).is_some()
            || !scene.pairs_in(TokenRange::new(i, range.last_end())).is_empty()
        {
            return false;
        }
        let finite = |from: usize| {
            let verb = (from..range.last_end()).find(|&v| !words::is_clitic(scene.word(v)));
            verb.is_some_and(|verb| scene.is_finite(verb))
        };
        // `et plus de 300 personnes se disent …`, `et 43 % vont …`
        let counted = |i: usize| {
            let value = &scene.mentions.list()[scene.mentions.at_token(i)?];
            matches!(value.kind, Kind::Count | Kind::Percent).then(|| value.tokens.last_end())
        };
        finite(i + 1)
            || phrase::read(scene, i + 1, range.last_end(), false).is_some_and(|subject| finite(subject.last_end()))
            || counted(i + 1).is_some_and(finite)
    })
}

/// Whether marks open at `at` whose first word is a finite verb.
fn opens_with_verb(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.pair_at(at).is_some_and(|p| p.open == at && p.inner().range().next().is_some_and(|i| scene.is_finite(i)))
}

/// Where the cue that begins at `group` ends.
fn cue_end(cues: &[Cue], group: usize) -> usize {
    cues::beginning_at(cues, group).map_or(group, |c| c.tokens.last_end())
}

/// Whether a coordinated verb goes on with what is reported, by its tense: `qu'il partirait et demanderait …`.
fn is_reported_tense(scene: &Scene<'_, '_>, cue: &Cue) -> bool {
    let word = scene.word(cue.tokens.first());
    cue.stance == Stance::Finite && !words::is_have(word) && (word.ends_with("ait") || word.ends_with("aient"))
}

/// Whether what follows a comma is no part of the reported clause.
fn stops_behind_comma(scene: &Scene<'_, '_>, at: usize, cues: &[Cue]) -> bool {
    let word = scene.word(at);
    // An incise or a further report; `en recommandant la prudence` reports nothing.
    if let Some(cue) = cues::beginning_at(cues, at) {
        let from = cue.tokens.last_end();
        return word != "en"
            || (from..from + REPORT).any(|i| {
                scene.is_one_of(i, "que qu' de d' à si :") || scene.pair_at(i).is_some() || is_infinitive(scene, i)
            });
    }
    let next = scene.word(at + 1);
    // `alors que les riverains …` sets against, `alors qu'il …` goes on.
    let contrast = || !scene.is_one_of(at + 2, "il elle ils elles");
    // `…, ce que les riverains contestent`: the article goes on.
    let denied = |i: usize| ["dément", "contest", "réfut"].iter().any(|stem| scene.word(i).starts_with(stem));
    // `…, ce qu'a confirmé le parquet`
    let confirmed = || words::is_have(scene.word(at + 2)) && cues::beginning_at(cues, at + 2).is_some();
    matches!(word, "selon" | "tandis" | "or")
        || word == "ce" && matches!(next, "que" | "qu'") && ((at + 2..at + REPORT).any(denied) || confirmed())
        || word == "d'" && next == "après"
        || word == "alors" && matches!(next, "que" | "qu'") && contrast()
        // `…, sans donner de nom`, `…, citant le préfet`: how it was said.
        || word == "sans" && is_one_of(next, "préciser donner ajouter citer détailler commenter nommer toutefois plus")
        || word == "citant"
        || word == "avant" && matches!(next, "que" | "qu'")
        || word == "au" && matches!(next, "lendemain" | "moment")
        || word == "à" && next == "la" && scene.is(at + 2, "veille")
        || word == "avant" && scene.is_one_of(at + 1, "de d'") && cues::beginning_at(cues, at + 2).is_some()
}

/// Where the verb of the main clause begins behind an infinitive of a relative clause: `ceux qui disent vouloir partir |sont prévenus`.
pub(super) fn main_verb(scene: &Scene<'_, '_>, infinitive: TokenRange) -> Option<usize> {
    let verb = (infinitive.first() + 1..infinitive.last_end()).find(|&i| {
        let before = scene.word(i - 1);
        let other = words::is_determiner(before) || words::is_preposition(before) || is_one_of(before, "avoir être y");
        scene.is_finite(i) && scene.pair_at(i).is_none() && !other
    })?;
    // Behind these it is the verb of another clause.
    let opens = |i: usize| {
        let word = scene.word(i);
        words::is_subordinator(word)
            || words::is_question_word(word)
            || is_one_of(word, "s' il ils elle elles on c' ce cela ça")
    };
    if (infinitive.first()..verb).any(|i| opens(i) && scene.pair_at(i).is_none()) {
        return None;
    }
    Some((infinitive.first() + 1..verb).rev().take_while(|&i| words::is_clitic(scene.word(i))).last().unwrap_or(verb))
}

/// Where the verb of the main clause begins behind a `que` clause of a relative one, which has its own: `Le pont dont elle dit qu'il est sûr |sera repeint`.
pub(super) fn main_verb_behind(scene: &Scene<'_, '_>, clause: TokenRange) -> Option<usize> {
    let own = clause.range().find(|&i| scene.is_finite(i) && scene.pair_at(i).is_none())?;
    let verb = main_verb(scene, TokenRange::new(own, clause.last_end()))?;
    // `elle en paraît suspecte`, `de deux tiers soit à 4 tonnes`
    let another = verb > own + 1 && !scene.is(verb, "soit");
    let simple = !(clause.first()..own).any(|i| words::is_subordinator(scene.word(i)))
        && !(own..verb).any(|i| scene.is_sign(i) || words::is_coordinator(scene.word(i)));
    (another && simple).then_some(verb)
}

/// Whether `range` is a clause by itself: a subject, then a finite verb. With `pronoun`, its subject is a pronoun.
pub(super) fn is_whole(scene: &Scene<'_, '_>, range: TokenRange, pronoun: bool) -> bool {
    let opens = range.range().find(|&i| !words::is_coordinator(scene.word(i)) && !words::is_adverb(scene.word(i)));
    if let Some(first) = opens
        && scene.is_one_of(first, "c' ce ça cela")
    {
        // `ça s'est bien terminé`, `ce qui est possible`.
        let verb = (first + 1..range.last_end()).find(|&i| !words::is_clitic(scene.word(i))).unwrap_or(first);
        if scene.is_finite(verb) || words::is_relative(scene.word(first + 1)) {
            return true;
        }
    }
    // Over what opens it: `Et puis, en France, nous avons …`.
    let Some(subject) = subject::of_sentence(scene, range, range.last_end()) else { return false };
    if pronoun && !words::is_subject_pronoun(scene.word(subject.first())) {
        return false;
    }
    (subject.last_end()..range.last_end()).take(WHOLE).any(|i| scene.is_finite(i))
}

/// Whether token `index` is an infinitive: by its ending, and in doubt (`la préfecture`, `les chantiers`) not behind an article.
pub(super) fn is_infinitive(scene: &Scene<'_, '_>, index: usize) -> bool {
    let word = scene.word(index);
    if scene.tokens.kind(index) != Some(TokenKind::Word) || scene.tokens.is_capitalised(index) || word.len() < 4 {
        return false;
    }
    // `plus de pouvoir d'achat`
    if word == "pouvoir" && scene.is(index + 1, "d'") {
        return false;
    }
    if speech::readings(word).any(|(_, form)| form == Form::Infinitive) {
        return true;
    }
    let ends = |endings: &[&str]| endings.iter().any(|e| word.ends_with(e));
    let sure = report_words::is_infinitive(word)
        || ends(&["er"]) && !ends(&["ier"])
        || ends(&["enir", "oir", "oire", "dre", "ettre", "ître", "aître", "ivre", "uire", "lure"]);
    let behind_article = index > 0 && words::is_article(scene.word(index - 1));
    (sure || !behind_article && ends(&["ir", "ier", "re"]) && !ends(&["ure", "aire", "ère"]))
        && !report_words::is_no_infinitive(word)
}

/// Skips `ne pas`, `se`, `l'`, `y` before an infinitive; returns the infinitive's token if there is one within a few words of `start`.
pub(super) fn infinitive_from(scene: &Scene<'_, '_>, start: usize, limit: usize) -> Option<usize> {
    for at in start..limit.min(start + 5) {
        if is_infinitive(scene, at) {
            return Some(at);
        }
        let word = scene.word(at);
        if !(words::is_clitic(word)
            || words::is_adverb(word)
            || words::is_negation(word)
            || scene.tokens.kind(at) == Some(TokenKind::Quote))
        {
            return None;
        }
    }
    None
}

/// Whether a share of people begins at `at` or behind `et`, and what they say: `et 17 % que …`, `43 % des sondés disent …`.
fn is_share(scene: &Scene<'_, '_>, at: usize) -> bool {
    let end = share_end(scene, at + usize::from(scene.is(at, "et")));
    end.is_some_and(|end| scene.is_one_of(end, "que qu'") || scene.is_said(end) && scene.is_finite(end))
}

/// Where the share of people that begins at `first` ends.
fn share_end(scene: &Scene<'_, '_>, first: usize) -> Option<usize> {
    let share = &scene.mentions.list()[scene.mentions.at_token(first)?];
    let end = share.tokens.last_end();
    (share.kind == Kind::Percent && share.tokens.first() == first)
        .then(|| phrase::end(scene, first, end + SHARE, false).max(end))
}

/// How far behind a participle the main clause that it leans on may begin, in tokens.
const MAIN: usize = 40;

/// The comma in `range`, what follows a participle that opens its sentence, behind which the main clause begins: `Dénonçant un acte odieux, une « honte », le
/// maire a …`.
pub(super) fn main_comma(scene: &Scene<'_, '_>, range: TokenRange) -> Option<usize> {
    let mut commas = range.range().take(MAIN).filter(|&i| scene.is(i, ",") && scene.pair_at(i).is_none());
    let first = commas.next()?;
    let begins = |&i: &usize| {
        let subject = phrase::read(scene, i + 1, range.last_end(), false);
        subject.is_some_and(|p| {
            let verb = (p.last_end()..range.last_end()).find(|&i| !words::is_clitic(scene.word(i)));
            verb.is_some_and(|v| scene.is_finite(v)) && scene.pair_at(i + 1).is_none()
        })
    };
    std::iter::once(first).chain(commas).find(begins).or(Some(first))
}
