//! What a trainer needs: the features of an article exactly as reading sees them, labels, and the format of a model. Reading itself uses none of this.

use super::features::{Evidence, Group, Sink};
use super::memory::{Keys, Memory};
use crate::text::{Text, TokenRange};
use crate::tokens::{self, Tokens};

pub use super::Found;
pub use super::decode::{Steps, Transitions, best, forward, marginals, normalise, steps};
pub use super::hash::{FEATURE_BITS, Feature};
pub use super::labels::{KINDS, LABELS, OUTSIDE, Scores, begin, begins, inside, may_follow, slot};
pub use super::memory::names;
pub use super::model::{BUCKET_BITS, MAGIC, Model};

/// An article, observed.
pub struct Observed<'a, 't> {
    evidence: Evidence<'a, 't>,
}

/// A feature, and the part of the evidence that it belongs to: an index into [`GROUPS`].
pub type Grouped = (usize, Feature);

/// The parts of the evidence, by their names in the report.
pub const GROUPS: [&str; Group::COUNT] = Group::RULES;

/// Takes features as they come.
struct All<'e, 'a, 't> {
    evidence: &'e Evidence<'a, 't>,
    features: Vec<Grouped>,
}

impl Sink for All<'_, '_, '_> {
    fn form(&mut self, form: usize, place: usize) {
        let group = Group::of_place(place) as usize;
        self.features.extend(self.evidence.of_form(form, place).map(|feature| (group, feature)));
    }

    fn feature(&mut self, group: Group, feature: Feature) {
        self.features.push((group as usize, feature));
    }
}

impl<'a, 't> Observed<'a, 't> {
    /// Observes an article.
    pub fn of(tokens: &'a Tokens<'t>) -> Self {
        Self { evidence: Evidence::read(tokens) }
    }

    /// The stretches of tokens that may be part of names, in order. All else is outside of all names.
    pub fn runs(&self) -> &[TokenRange] {
        &self.evidence.places.runs
    }

    /// The features of token `index` in the first reading.
    pub fn features(&self, index: usize) -> Vec<Grouped> {
        let mut all = All { evidence: &self.evidence, features: Vec::new() };
        self.evidence.of(index, &mut all);
        all.features
    }

    /// The further features of the second reading, for each token of each run: what the first reading `found`, whose labels, for each run, were `labels`.
    pub fn second(&self, found: &[Found], labels: &[Vec<usize>]) -> Vec<Vec<Vec<Feature>>> {
        let words = &self.evidence.words;
        let keys = Keys::of(words, self.runs());
        let memory = Memory::of(words, self.evidence.tokens.len(), &keys, found);
        let features = |(&run, labels): (&TokenRange, &Vec<usize>)| {
            let mut features = vec![Vec::new(); run.len()];
            let labels: Vec<u8> = labels.iter().map(|&label| label as u8).collect();
            memory.features(words, run, &labels, &mut |offset, feature| features[offset].push(feature));
            features
        };
        self.runs().iter().zip(labels).map(features).collect()
    }
}

/// A number that changes when the features do, though not with every word of the lexicon: that of all features of a few sentences. The model keeps it, so that no reading
/// uses weights of other features.
pub fn fingerprint() -> u32 {
    const SENTENCES: &str = "« Zorvak » : le maire de Brazouille, M. Trudec (PQR), a vu 12 Frolins à l'Institut Zagul-Brac.\n\nTrudec le dit.";
    let Ok(text) = Text::new(SENTENCES) else { return 0 };
    let tokens = tokens::read(text);
    let observed = Observed::of(&tokens);
    let all = observed.runs().iter().flat_map(|run| run.range()).flat_map(|index| observed.features(index));
    all.fold(1, |hash: u32, (_, feature)| (hash ^ feature).wrapping_mul(0x0100_0193).rotate_left(7))
}
