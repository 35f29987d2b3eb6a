//! The likeliest labels of a run of tokens, and how likely they are: Viterbi's algorithm, and forward-backward, over a linear chain.

use super::labels::{LABELS, OUTSIDE, Scores, may_follow};

/// What it says that one label (first index) stands before another (second).
pub type Transitions = [Scores; LABELS];

/// Which labels may stand behind each, in order: the first [`FOLLOWERS`] of a row, but for [`OUTSIDE`], which has one less.
const FOLLOWERS: usize = LABELS / 2 + 2;

const FOLLOW: [([u8; FOLLOWERS], usize); LABELS] = {
    let mut all = [([0; FOLLOWERS], 0); LABELS];
    let mut label = 0;
    while label < LABELS {
        let mut next = 0;
        while next < LABELS {
            if may_follow(label, next) {
                let (row, count) = &mut all[label];
                row[*count] = next as u8;
                *count += 1;
            }
            next += 1;
        }
        label += 1;
    }
    all
};

/// The labels that may stand behind `label`.
fn followers(label: usize) -> &'static [u8] {
    let (row, count) = &FOLLOW[label];
    &row[..*count]
}

/// The likeliest labels. Outside of the run, on both sides, stands no name.
pub fn best(emissions: &[Scores], transitions: &Transitions) -> Vec<usize> {
    let mut total = [f32::NEG_INFINITY; LABELS];
    total[OUTSIDE] = 0.0;
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(emissions.len());
    for emission in emissions {
        let mut next = [f32::NEG_INFINITY; LABELS];
        let mut from = [0; LABELS];
        // Most runs have one token, before which stands no name: of all others nothing follows.
        for before in (0..LABELS).filter(|&before| total[before] > f32::NEG_INFINITY) {
            for label in followers(before).iter().map(|&label| usize::from(label)) {
                let score = total[before] + transitions[before][label];
                if score > next[label] {
                    (next[label], from[label]) = (score, before as u8);
                }
            }
        }
        for (next, emission) in next.iter_mut().zip(emission) {
            *next += emission;
        }
        back.push(from);
        total = next;
    }
    let ends = |label: usize| total[label] + transitions[label][OUTSIDE];
    let mut label = (0..LABELS).fold(OUTSIDE, |best, label| if ends(label) > ends(best) { label } else { best });
    let mut labels = vec![OUTSIDE; emissions.len()];
    for (index, from) in back.iter().enumerate().rev() {
        labels[index] = label;
        label = usize::from(from[label]);
    }
    labels
}

/// How many times likelier each step from one label to another is made by the transitions; 0 for what may not follow.
#[derive(Clone, Debug)]
pub struct Steps(pub Transitions);

/// The steps that `transitions` make.
pub fn steps(transitions: &Transitions) -> Steps {
    Steps(std::array::from_fn(|before| {
        std::array::from_fn(|label| if may_follow(before, label) { transitions[before][label].exp() } else { 0.0 })
    }))
}

/// The weight of each label of each token by its own emission, and its share by that and all that stands before it: the first half of forward-backward.
pub fn forward(emissions: &[Scores], Steps(step): &Steps) -> (Vec<Scores>, Vec<Scores>) {
    // Scaled to a sum of one at each token, so that long runs neither vanish nor overflow.
    let scaled = |scores: &Scores| {
        let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        scores.map(|s| (s - most).exp())
    };
    let potentials: Vec<Scores> = emissions.iter().map(scaled).collect();
    let mut forward: Vec<Scores> = Vec::with_capacity(emissions.len());
    let mut before = [0.0; LABELS];
    before[OUTSIDE] = 1.0;
    for potential in &potentials {
        let mut here = [0.0; LABELS];
        for (from, row) in step.iter().enumerate().filter(|&(from, _)| before[from] > 0.0) {
            for label in followers(from).iter().map(|&label| usize::from(label)) {
                here[label] += before[from] * row[label];
            }
        }
        for label in 0..LABELS {
            here[label] *= potential[label];
        }
        normalise(&mut here);
        forward.push(here);
        before = here;
    }
    (potentials, forward)
}

/// How likely each label of each token is, 0 to 1.
pub fn marginals(emissions: &[Scores], steps: &Steps) -> Vec<Scores> {
    let (potentials, mut forward) = forward(emissions, steps);
    let Steps(step) = steps;
    let mut behind: Scores = std::array::from_fn(|label| step[label][OUTSIDE]);
    for (index, here) in forward.iter_mut().enumerate().rev() {
        let mut weighted = [0.0; LABELS];
        for label in 0..LABELS {
            here[label] *= behind[label];
            weighted[label] = behind[label] * potentials[index][label];
        }
        normalise(here);
        if index == 0 {
            break;
        }
        for (label, row) in step.iter().enumerate() {
            let next = followers(label).iter().map(|&label| usize::from(label));
            behind[label] = next.map(|next| row[next] * weighted[next]).sum();
        }
        normalise(&mut behind);
    }
    forward
}

/// Scales scores to a sum of one.
pub fn normalise(scores: &mut Scores) {
    let sum: f32 = scores.iter().sum();
    if sum > 0.0 {
        scores.iter_mut().for_each(|s| *s /= sum);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::labels::{begin, inside};

    /// All labellings, one after the other.
    fn by_enumeration(emissions: &[Scores], transitions: &Transitions) -> (Vec<usize>, Vec<Scores>) {
        let mut labellings = vec![vec![]];
        for _ in emissions {
            labellings = labellings
                .iter()
                .flat_map(|so_far: &Vec<usize>| {
                    let before = so_far.last().copied().unwrap_or(OUTSIDE);
                    (0..LABELS).filter(move |&l| may_follow(before, l)).map(|l| [so_far.as_slice(), &[l]].concat())
                })
                .collect();
        }
        let score = |labels: &[usize]| {
            let around = [&[OUTSIDE], labels, &[OUTSIDE]].concat();
            let steps: f32 = around.windows(2).map(|w| transitions[w[0]][w[1]]).sum();
            steps + labels.iter().zip(emissions).map(|(&l, e)| e[l]).sum::<f32>()
        };
        let best = labellings.iter().max_by(|a, b| score(a).total_cmp(&score(b))).unwrap().clone();
        let total: f32 = labellings.iter().map(|l| score(l).exp()).sum();
        let mut marginals = vec![[0.0; LABELS]; emissions.len()];
        for labels in &labellings {
            for (index, &label) in labels.iter().enumerate() {
                marginals[index][label] += score(labels).exp() / total;
            }
        }
        (best, marginals)
    }

    #[test]
    fn the_fast_ways_find_what_enumeration_finds() {
        // Numbers without order, but the same each time.
        let mut seed = 7_u32;
        let mut number = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as f32 / 32_768.0 - 1.0
        };
        for _ in 0..20 {
            let emissions: Vec<Scores> = (0..4).map(|_| std::array::from_fn(|_| 2.0 * number())).collect();
            let transitions: Transitions = std::array::from_fn(|_| std::array::from_fn(|_| number()));
            let (wanted, likely) = by_enumeration(&emissions, &transitions);
            assert_eq!(best(&emissions, &transitions), wanted);
            for (found, wanted) in marginals(&emissions, &steps(&transitions)).iter().zip(&likely) {
                assert!(found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-3), "{found:?} {wanted:?}");
            }
        }
    }

    #[test]
    fn a_name_continues_only_its_own_kind() {
        assert!(may_follow(begin(1), inside(1)) && may_follow(inside(1), inside(1)));
        assert!(!may_follow(begin(0), inside(1)) && !may_follow(OUTSIDE, inside(0)));
        let mut emissions = [[0.0; LABELS]; 2];
        emissions[0][begin(0)] = 3.0;
        emissions[1][inside(1)] = 3.5;
        emissions[1][inside(0)] = 1.0;
        assert_eq!(best(&emissions, &[[0.0; LABELS]; LABELS]), [begin(0), inside(0)]);
    }
}
