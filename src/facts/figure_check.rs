//! Figures of one article that a reader should hold against each other: a contradiction, or one count by two sources.
//!
//! | rule | arguments | example |
//! |---|---|---|
//! | `figureCheck.headline` | `figure`; the headline is in `also_at` | headline `12 blessés`, body `13 blessés` |
//! | `figureCheck.sources` | `figure`, `source`, `figure`, `source` | `200 000 selon la police, un million selon les organisateurs` |
//! | `figureCheck.parts` | `whole`, and a `part` for each | `12 blessés, dont 15 graves`; `(7 hommes et 6 femmes)` behind `12 élus` |
//! | `figureCheck.percent` | `part`, `whole`, `percent` | `45 des 300 salariés, soit 20 %` |
//!
//! A figure that agrees is no fact: what is told here goes to the reader as something to check, so that each rule asks for a construction
//! in which two figures can only speak of the same thing.

use super::scene::Scene;
use super::{Argument, Fact, FactKind, Modality};
use crate::links::Anchor;
use crate::mentions::{Kind, Mention};
use crate::text::{Span, TokenRange, is_one_of};
use crate::tokens::BlockKind;
use crate::values::{Amount, Decimal, Qualifier, Value};

/// The figures of the article that do not agree.
pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<Fact> {
    let figures: Vec<Figure<'_>> = (scene.mentions.list().iter())
        .filter(|m| scene.tokens.tells_facts(scene.tokens.block_of(m.tokens.first())))
        .filter_map(|mention| Figure::of(scene, mention))
        .collect();
    let mut facts = Vec::new();
    headline(scene, &figures, &mut facts);
    for index in 0..figures.len() {
        let here = &figures[index..];
        let found = sources(scene, &figures, index).or_else(|| parts(scene, here)).or_else(|| percent(scene, here));
        facts.extend(found);
    }
    facts
}

/// A count or percentage of the article.
struct Figure<'a> {
    mention: &'a Mention,
    amount: Amount,
    /// What it counts, folded; empty where nothing says it.
    noun: String,
    sentence: usize,
}

impl<'a> Figure<'a> {
    fn of(scene: &Scene<'a, '_>, mention: &'a Mention) -> Option<Self> {
        let amount = match mention.value.as_deref() {
            Some(Value::Count(amount) | Value::Percent(amount, false)) => *amount,
            _ => return None,
        };
        let noun = mention.of.map_or_else(String::new, |of| crate::text::fold(scene.tokens.text().slice(of)));
        let sentence = scene.tokens.sentence_of(mention.tokens.first());
        Some(Self { mention, amount, noun, sentence })
    }

    fn start(&self) -> usize {
        self.mention.tokens.first()
    }

    fn end(&self) -> usize {
        self.mention.tokens.last_end()
    }

    fn counts(&self) -> bool {
        self.mention.kind == Kind::Count
    }

    fn is_exact(&self) -> bool {
        self.amount.qualifier == Qualifier::Exact
    }

    /// Its number, where it is a whole one.
    fn whole(&self) -> Option<i64> {
        self.amount.amount.as_whole().filter(|_| self.amount.max.is_none())
    }

    fn plays(&self, name: &'static str) -> Argument {
        argument(name, self.mention.span)
    }
}

fn argument(name: &'static str, span: Span) -> Argument {
    Argument { name, span, entity: None }
}

fn check(arguments: Vec<Argument>, by: &'static str) -> Fact {
    Fact::asserted(FactKind::FigureCheck, arguments, by, 0.8)
}

/// Whether no number is meant by both: `environ 12` and `13` may be the same, `12` and `13` are not.
fn disagree(one: Amount, other: Amount) -> bool {
    /// `environ` leaves a tenth on both sides.
    fn bounds(amount: Amount) -> (Option<Decimal>, Option<Decimal>) {
        let tenths = |n: i64| amount.amount.times(Decimal::new(n, 1));
        match amount.qualifier {
            Qualifier::About => (tenths(9), tenths(11)),
            Qualifier::AtLeast => (Some(amount.amount), None),
            Qualifier::AtMost => (None, Some(amount.amount)),
            _ => (Some(amount.amount), Some(amount.max.unwrap_or(amount.amount))),
        }
    }
    let below = |a: Option<Decimal>, b: Option<Decimal>| matches!((a, b), (Some(a), Some(b)) if a < b);
    let ((low, high), (other_low, other_high)) = (bounds(one), bounds(other));
    below(high, other_low) || below(other_high, low)
}

/// So many tokens behind a figure tell what happened to what it counts.
const CONTEXT: usize = 5;

/// Ends that differ more than so many times count different things.
const MOST_TIMES: i64 = 4;

/// Headline figures whose noun the body counts otherwise.
fn headline(scene: &Scene<'_, '_>, figures: &[Figure<'_>], facts: &mut Vec<Fact>) {
    let in_headline =
        |f: &Figure<'_>| scene.tokens.blocks()[scene.tokens.block_of(f.start())].kind == BlockKind::Headline;
    let (titled, body) = figures.split_at(figures.partition_point(in_headline));
    for title in titled.iter().filter(|f| f.counts() && f.is_exact() && !f.noun.is_empty()) {
        let mut same = body.iter().filter(|f| f.counts() && f.noun == title.noun);
        let Some(told) = same.next() else { continue };
        // A noun that is counted twice, differently, counts two things.
        if !told.is_exact() || same.any(|f| f.amount != told.amount) || !disagree(title.amount, told.amount) {
            continue;
        }
        let (Some(one), Some(other)) = (title.whole(), told.whole()) else { continue };
        let near = one < other.saturating_mul(MOST_TIMES) && other < one.saturating_mul(MOST_TIMES);
        let same_event = is_outcome(&told.noun) || shares_words(scene, title, told);
        if near && same_event && !is_apart(scene, told) {
            let mut fact = check(vec![told.plays("figure")], "figureCheck.headline");
            fact.also_at = vec![title.mention.span];
            facts.push(fact);
        }
    }
}

/// Whether the noun says by itself what happened: an article counts it for one event, its own.
fn is_outcome(noun: &str) -> bool {
    is_one_of(noun, "morts blessés tués disparus interpellations arrestations licenciements")
}

/// Whether the figure counts a part, an addition or another time: `dont 12 blessés`, `12 morts en 2018`, `le bilan était de 12 morts`.
fn is_apart(scene: &Scene<'_, '_>, figure: &Figure<'_>) -> bool {
    let sentence = scene.tokens.sentence_range(figure.start());
    // A day told from the publication (`samedi`) is that of the news; another date may be that of its background.
    let dated = scene.mentions.within(sentence).any(|m| {
        let told = scene.links.date_of(m).is_some_and(|date| date.anchor == Anchor::Published);
        scene.mentions.list()[m].kind == Kind::Date && !told
    });
    let first = figure.start().saturating_sub(BACKGROUND).max(sentence.first());
    dated
        || (first..figure.start()).map(|i| scene.word(i)).any(|word| {
            let imperfect = word.len() > 4 && (word.ends_with("ait") || word.ends_with("aient"));
            imperfect || is_one_of(word, "dont contre autres jusqu'")
        })
}

/// So many tokens before a figure tell that it is told as what was before.
const BACKGROUND: usize = 10;

/// Whether two figures count the same event: one word behind both says it (`12 pompiers blessés`, `13 pompiers ont été blessés`).
fn shares_words(scene: &Scene<'_, '_>, one: &Figure<'_>, other: &Figure<'_>) -> bool {
    let behind = |figure: &Figure<'_>| -> Vec<String> {
        let end = (figure.end() + CONTEXT).min(scene.tokens.sentence_range(figure.start()).last_end());
        (figure.end()..end).filter_map(|i| stem(scene.word(i))).collect()
    };
    let words = behind(one);
    behind(other).iter().any(|w| words.contains(w))
}

/// The beginning of a word that says something.
fn stem(word: &str) -> Option<String> {
    /// Letters that forms of one word share; shorter words hold sentences together.
    const LETTERS: usize = 5;
    (word.chars().count() >= LETTERS).then(|| word.chars().take(LETTERS).collect())
}

/// How many tokens may stand between a figure and the source that gives it: `70 000 dans tout le pays, selon`.
const NEAR: usize = 6;

/// How many tokens may stand between the two figures; farther on the sentence has gone to something else.
const FARTHEST: usize = 14;

/// The most words of a source.
const LONGEST_SOURCE: usize = 6;

/// `selon la police` behind the figure, before `limit`: the words that name the source.
fn source_behind(scene: &Scene<'_, '_>, figure: &Figure<'_>, limit: usize) -> Option<TokenRange> {
    let mut near = (figure.end()..(figure.end() + NEAR).min(limit)).take_while(|&i| !scene.is_one_of(i, "; . :"));
    source_from(scene, near.find(|&i| scene.is(i, "selon"))? + 1, limit)
}

/// `selon la police, 200 000`: the source before the figure, behind `limit`.
fn source_before(scene: &Scene<'_, '_>, figure: &Figure<'_>, limit: usize) -> Option<TokenRange> {
    let first = figure.start().saturating_sub(NEAR + LONGEST_SOURCE).max(limit);
    let at = (first..figure.start()).rev().find(|&i| scene.is(i, "selon"))?;
    source_from(scene, at + 1, figure.start())
}

fn source_from(scene: &Scene<'_, '_>, at: usize, limit: usize) -> Option<TokenRange> {
    let ends = |i: &usize| {
        let word = scene.word(*i);
        word.is_empty() || is_one_of(word, ", . ) ( ; : - – et mais dont a ont » \"")
    };
    let end = (at..(at + LONGEST_SOURCE).min(limit)).find(ends).unwrap_or((at + LONGEST_SOURCE).min(limit));
    (end > at).then(|| TokenRange::new(at, end))
}

/// One count by two sources, in one sentence: figure `index` and the next.
fn sources(scene: &Scene<'_, '_>, figures: &[Figure<'_>], index: usize) -> Option<Fact> {
    let (before, figures) = figures.split_at(index);
    let [one, other, ..] = figures else { return None };
    // Of another time, or a part: `contre 1 300 le 3 mai`, `dont 7 200 à Lille`.
    if other.start() > one.end() + FARTHEST || (one.end()..other.start()).any(|i| scene.is_one_of(i, "contre dont")) {
        return None;
    }
    let same = one.counts()
        && other.counts()
        && one.sentence == other.sentence
        && (one.noun == other.noun || one.noun.is_empty() || other.noun.is_empty())
        && disagree(one.amount, other.amount);
    if !same {
        return None;
    }
    let sentence = scene.tokens.sentence_range(one.start());
    let end = figures.get(2).map_or(sentence.last_end(), |f| f.start().min(sentence.last_end()));
    let source = source_behind(scene, one, other.start()).zip(source_behind(scene, other, end));
    // A source before the first figure is that of an earlier one, if there is any in the sentence.
    let leads = before.last().is_none_or(|f| f.sentence != one.sentence);
    let source = source.or_else(|| {
        let found = source_before(scene, one, sentence.first()).zip(source_before(scene, other, one.end()));
        found.filter(|_| leads)
    });
    let (source, other_source) = source?;
    let words = |range| crate::text::fold(scene.tokens.range_str(range));
    // `selon la même source`
    if words(source) == words(other_source) || other_source.range().any(|i| scene.is(i, "même")) {
        return None;
    }
    let arguments = vec![
        one.plays("figure"),
        argument("source", scene.words(source)),
        other.plays("figure"),
        argument("source", scene.words(other_source)),
    ];
    let mut fact = check(arguments, "figureCheck.sources");
    fact.modality = Modality::Reported;
    Some(fact)
}

/// The most parts of one whole.
const MOST_PARTS: usize = 6;

/// A whole that is smaller than its part, or other than the sum of all its parts.
fn parts(scene: &Scene<'_, '_>, figures: &[Figure<'_>]) -> Option<Fact> {
    let (whole, behind) = figures.split_first()?;
    let total = whole.whole().filter(|_| whole.counts() && whole.is_exact())?;
    let first = behind.first().filter(|f| f.counts() && f.sentence == whole.sentence)?;
    let between = first.start().checked_sub(whole.end())?;
    let last_word = scene.word(first.start().checked_sub(1)?);
    let among = last_word == "dont" && (1..=3).contains(&between);
    let listed = between == 1 && matches!(last_word, "(" | ":");
    if !among && !listed {
        return None;
    }
    // The parts follow each other with nothing but their own words between.
    let mut taken: Vec<&Figure<'_>> = vec![first];
    for next in behind.iter().skip(1).take(MOST_PARTS) {
        let last = taken.last()?;
        let joined = next.start() == last.end() + 1 && scene.is_one_of(last.end(), ", et");
        if !joined || !next.counts() {
            break;
        }
        taken.push(next);
    }
    if !taken.iter().all(|f| f.is_exact()) {
        return None;
    }
    let sum = taken.iter().try_fold(0i64, |sum, f| sum.checked_add(f.whole()?))?;
    let last = taken.last()?;
    let wrong = if among {
        // `dont 15 graves`: a part without a noun, or with that of the whole, can't be more than it.
        (first.noun.is_empty() || first.noun == whole.noun) && first.whole()? > total
    } else {
        let closed = matches!(scene.word(last.end()), ")" | "." | "");
        // Twice as many are another thing than the whole (`trois salles (300 sièges et 12 loges)`).
        closed && taken.len() > 1 && sum != total && sum < total.saturating_mul(2) && total < sum.saturating_mul(2)
    };
    if !wrong {
        return None;
    }
    let shown = if among { &taken[..1] } else { &taken[..] };
    let arguments = std::iter::once(whole.plays("whole")).chain(shown.iter().map(|f| f.plays("part"))).collect();
    Some(check(arguments, "figureCheck.parts"))
}

/// The words between two figures, folded; empty where they are many.
fn gap(scene: &Scene<'_, '_>, one: &Figure<'_>, other: &Figure<'_>) -> String {
    /// `sur un total de`.
    const MOST: usize = 4;
    let words = one.end()..other.start();
    if words.len() > MOST { String::new() } else { words.map(|i| scene.word(i)).collect::<Vec<_>>().join(" ") }
}

/// A percentage that is not that of the part and the whole before it: `45 des 300 salariés, soit 20 %`.
fn percent(scene: &Scene<'_, '_>, figures: &[Figure<'_>]) -> Option<Fact> {
    let [part, whole, share, ..] = figures else { return None };
    let fits =
        part.counts() && whole.counts() && share.mention.kind == Kind::Percent && part.sentence == share.sentence;
    if !fits || !part.is_exact() || !whole.is_exact() || share.amount.max.is_some() {
        return None;
    }
    // `45 des 300 salariés`, `45 salariés sur 300`
    let gap = |one: &Figure<'_>, other: &Figure<'_>| gap(scene, one, other);
    let of = matches!(gap(part, whole).as_str(), "des" | "sur" | "sur les" | "sur ses" | "( sur" | "sur un total de");
    let told = matches!(gap(whole, share).as_str(), ", soit" | ") , soit" | "soit" | "(");
    if !of || !told || scene.is_one_of(share.end(), "de des du d'") {
        return None;
    }
    let (part_of, all) = (part.whole()?, whole.whole().filter(|&n| n > 0)?);
    // The percentage is rounded: to its last digit where it is exact, to a tenth of itself where it is not.
    let said = share.amount.amount;
    let step = if said.as_whole().is_some() { Decimal::whole(1) } else { Decimal::new(1, 1) };
    let slack = if share.is_exact() { step } else { said.over_power(1).plus(step)? };
    let exact = Decimal::whole(part_of.checked_mul(100)?);
    let all = Decimal::whole(all);
    let low = said.plus(slack.negated())?.times(all)?;
    let high = said.plus(slack)?.times(all)?;
    if low <= exact && exact <= high {
        return None;
    }
    let arguments = vec![part.plays("part"), whole.plays("whole"), share.plays("percent")];
    Some(check(arguments, "figureCheck.percent"))
}
