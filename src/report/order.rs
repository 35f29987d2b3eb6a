//! The order of the entities in the report: by salience, which who is quoted raises.

use crate::links::Links;
use crate::quotes::Quote;

/// What all quotations of an article weigh, against 1 for all its mentions. At 0 a witness who says half of the article stays behind the town where
/// she lives; far above 1 the order is that of the speakers.
const QUOTED: f32 = 0.25;

/// Where each entity stands in the report.
pub(super) struct Order {
    /// The entities of the links, most salient first, and their salience.
    entities: Vec<(usize, f32)>,
    /// The place of each entity of the links in `entities`.
    places: Vec<usize>,
}

impl Order {
    /// Weighs how much of the article each entity is and how much of what is said it says.
    pub(super) fn of(links: &Links, quotes: &[Quote]) -> Self {
        let mut said = vec![0.0; links.entities().len()];
        for speaker in quotes.iter().filter_map(|q| q.speaker?.entity) {
            said[speaker] += 1.0;
        }
        let all: f32 = said.iter().sum();
        let salience = |(index, told): (usize, f32)| {
            let share = if all > 0.0 { (told + QUOTED * said[index] / all) / (1.0 + QUOTED) } else { told };
            (index, (share * 1000.0).round() / 1000.0)
        };
        let mut entities: Vec<(usize, f32)> =
            links.entities().iter().map(|e| e.salience).enumerate().map(salience).collect();
        // A stable sort: equals keep the order that the links gave them.
        entities.sort_by(|a, b| b.1.total_cmp(&a.1));
        let mut places = vec![0; entities.len()];
        for (place, &(index, _)) in entities.iter().enumerate() {
            places[index] = place;
        }
        Self { entities, places }
    }

    /// The entities of the links in the order of the report, with their salience.
    pub(super) fn entities(&self) -> impl Iterator<Item = (usize, f32)> {
        self.entities.iter().copied()
    }

    /// The id in the report of entity `index` of the links.
    pub(super) fn id(&self, index: usize) -> usize {
        self.places[index]
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, read};

    #[test]
    fn who_is_quoted_comes_before_who_is_named_as_often() {
        let text = "Le pont est fermé.\n\nLe pont de Lyon est fermé depuis mardi.\n\n\
                    Anne Morel et Karim Belkacem y travaillent. « Nous rouvrirons en mai », a déclaré Karim Belkacem devant Anne Morel.";
        let report = read(text, &Options::default()).unwrap();
        let names: Vec<&str> = report.entities.iter().map(|e| e.name.as_str()).collect();
        let place = |name: &str| names.iter().position(|&n| n == name);
        assert!(place("Karim Belkacem") < place("Anne Morel"), "{names:?}");
        // Every id still says who is meant.
        for (index, entity) in report.entities.iter().enumerate() {
            assert!(entity.mentions.iter().all(|&m| report.mentions[m].entity == Some(index)));
        }
        let speaker = report.quotes[0].speaker.as_ref().and_then(|s| s.entity).unwrap();
        assert_eq!(report.entities[speaker].name, "Karim Belkacem");
    }
}
