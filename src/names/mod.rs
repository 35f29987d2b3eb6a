//! Names of people, organisations, places, events and works: a linear-chain conditional random field over the tokens that may be part of one.
//!
//! `places` says where names may stand: capitals, what the gazetteer knows, noun phrases by their head. `features` says what speaks for a label
//! there, `model` how much, `decode` which labels are the likeliest together. The article is read twice: the second reading knows what the first one
//! found anywhere else (`memory`), so that `Musk` is a person wherever `Elon Musk` is. An organisation that begins what an acronym in brackets stands
//! for is as long as that is. Accuracy, data and training: `model-card.md`.

mod words;
mod vocabulary;
mod lookup;
mod phrases;
mod places;
mod subject;
mod forms;
mod surroundings;
mod hash;
mod features;
mod labels;
mod model;
mod decode;
mod memory;
pub mod training;

use crate::lexicon::no_names;
use crate::mentions::{Kind, Mention};
use crate::text::TokenRange;
use crate::tokens::Tokens;

use features::{Evidence, Group, REACH, Sink};
use hash::Feature;
use labels::{KINDS, LABELS, OUTSIDE, Scores};
use memory::{Keys, Memory};
use model::{Asked, Model};

/// A name that a reading found.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// Its tokens.
    pub tokens: TokenRange,
    /// What it is: a position in [`training::KINDS`].
    pub slot: usize,
    /// How likely, 0 to 1: as its least likely token.
    pub likely: f32,
}

/// Every name that the evidence carries; none overlaps another.
pub fn find(tokens: &Tokens<'_>) -> Vec<Mention> {
    let evidence = Evidence::read(tokens);
    let model = Model::built_in();
    let transitions = model.transitions();
    let steps = decode::steps(&transitions);
    let mut sums = Sums::new(&evidence, Asked::of(model));
    let runs = &evidence.places.runs;
    // Labels and names of a run. How likely they are need only be told where there is one.
    let read = |run: TokenRange, emissions: &[Scores]| {
        let labels = decode::best(emissions, &transitions);
        let names = if labels.iter().all(|&label| label == OUTSIDE) {
            Vec::new()
        } else {
            memory::names(run, &labels, &decode::marginals(emissions, &steps))
        };
        (labels, names)
    };
    // The first reading: each run by itself.
    let count = runs.iter().map(|run| run.len()).sum();
    let (mut emissions, mut first) = (Vec::<Scores>::with_capacity(count), Vec::with_capacity(count));
    let mut found: Vec<Found> = Vec::new();
    for &run in runs {
        let start = emissions.len();
        emissions.extend(run.range().map(|index| sums.of(index)));
        let (labels, names) = read(run, &emissions[start..]);
        found.extend(names);
        first.extend(labels.iter().map(|&label| label as u8));
    }
    // The second: with what was found elsewhere.
    let keys = Keys::of(&evidence.words, runs);
    let memory = Memory::of(&evidence.words, tokens.len(), &keys, &found);
    // The second finds some more; a list that doubled for a few would be the largest of all.
    let mut mentions = Vec::with_capacity(found.len() + found.len() / 8);
    let mut rest = (&mut emissions[..], &first[..]);
    for &run in runs {
        let (emissions, labels);
        (emissions, rest.0) = rest.0.split_at_mut(run.len());
        (labels, rest.1) = rest.1.split_at(run.len());
        let own = emissions.to_vec();
        memory.features(&evidence.words, run, labels, &mut |offset, feature| {
            sums.model.add(feature, &mut emissions[offset]);
        });
        for name in read(run, emissions).1 {
            // `le mois de Juin`: few such words are names of something after all, and none of these is a place.
            if KINDS[name.slot] == Kind::Place
                && name.tokens.len() == 1
                && no_names::has(tokens.folded(name.tokens.first()))
            {
                continue;
            }
            // Inside the longer name before it.
            if mentions.last().is_some_and(|last: &Mention| last.tokens.last_end() > name.tokens.first()) {
                continue;
            }
            // `la Régie autonome des transports parisiens (RATP)`: as long as what its acronym stands for.
            let long = Some(name.tokens.first()).filter(|_| KINDS[name.slot] == Kind::Organisation);
            let end = long.and_then(|first| evidence.around.long_name(first)).unwrap_or(0);
            let range = TokenRange::new(name.tokens.first(), name.tokens.last_end().max(end));
            let at = name.tokens.first() - run.first();
            let label = labels::begin(name.slot);
            let article = (emissions[at][label] - emissions[at][OUTSIDE]) - (own[at][label] - own[at][OUTSIDE]);
            mentions.push(Mention {
                tokens: range,
                span: tokens.span(range),
                kind: KINDS[name.slot],
                value: None,
                of: None,
                by: sums.reason(name.tokens.first(), label, article),
                score: (name.likely * 100.0).round() / 100.0,
            });
        }
    }
    mentions
}

/// Sums of weights: what a word says by itself is summed once for each place where it may stand.
struct Sums<'e, 'a, 't> {
    evidence: &'e Evidence<'a, 't>,
    model: Asked<'static>,
    /// For each form and place, one more than the number of its sum, once it is known.
    forms: Vec<u32>,
    sums: Vec<Scores>,
    scores: Scores,
}

impl<'e, 'a, 't> Sums<'e, 'a, 't> {
    fn new(evidence: &'e Evidence<'a, 't>, model: Asked<'static>) -> Self {
        Self {
            evidence,
            model,
            forms: vec![0; evidence.forms.len() * (2 * REACH + 1)],
            sums: Vec::new(),
            scores: [0.0; LABELS],
        }
    }

    /// What all features of token `index` say together.
    fn of(&mut self, index: usize) -> Scores {
        self.scores = [0.0; LABELS];
        self.evidence.of(index, self);
        self.scores
    }

    /// The number of what form `form` says at `place`.
    fn of_form(&mut self, form: usize, place: usize) -> usize {
        let number = &mut self.forms[form * (2 * REACH + 1) + place];
        if *number == 0 {
            let mut sum = [0.0; LABELS];
            self.evidence.of_form(form, place).for_each(|feature| self.model.add(feature, &mut sum));
            self.sums.push(sum);
            *number = self.sums.len() as u32;
        }
        *number as usize - 1
    }

    /// The rule, a part of the evidence, that most says that token `index` has label `label` and not none; `article` is what the second reading says.
    fn reason(&mut self, index: usize, label: usize, article: f32) -> &'static str {
        let mut groups = Groups { label, groups: [0.0; Group::COUNT], sums: self };
        groups.groups[Group::Article as usize] = article;
        groups.sums.evidence.of(index, &mut groups);
        let says = groups.groups;
        let best = (1..Group::COUNT).fold(0, |best, group| if says[group] > says[best] { group } else { best });
        Group::RULES[best]
    }
}

impl Sink for Sums<'_, '_, '_> {
    fn form(&mut self, form: usize, place: usize) {
        let number = self.of_form(form, place);
        labels::add(&mut self.scores, &self.sums[number]);
    }

    fn feature(&mut self, _: Group, feature: Feature) {
        self.model.add(feature, &mut self.scores);
    }
}

/// What each part of the evidence says for a label and against none.
struct Groups<'s, 'e, 'a, 't> {
    label: usize,
    groups: [f32; Group::COUNT],
    sums: &'s mut Sums<'e, 'a, 't>,
}

impl Sink for Groups<'_, '_, '_, '_> {
    fn form(&mut self, form: usize, place: usize) {
        let number = self.sums.of_form(form, place);
        let scores = &self.sums.sums[number];
        self.groups[Group::of_place(place) as usize] += scores[self.label] - scores[OUTSIDE];
    }

    fn feature(&mut self, group: Group, feature: Feature) {
        if let Some(scores) = self.sums.model.said(feature) {
            self.groups[group as usize] += scores[self.label] - scores[OUTSIDE];
        }
    }
}
