//! Two articles side by side: two versions of one, or two papers' accounts of one story. What both have, what one alone has, what differs.
//!
//! Every difference names its place in the reports of both articles, and so its words. All is linear in the length of both texts; every look-up has a constant
//! bound.
//!
//! | module | compares |
//! |---|---|
//! | `words` | words, as numbers |
//! | `passages` | what stands in both word for word |
//! | `people` | who is who, and who speaks |
//! | `quotes` | the words of quotations |
//! | `figures` | amounts of the same thing |
//! | `facts` | what is stated |
//! | `sheet` | all of that, in words |

mod facts;
mod figures;
mod passages;
mod people;
mod quotes;
mod sheet;
mod words;

use serde::Serialize;

use crate::export::Article;
use crate::report::Range;
use words::Numbering;

pub use figures::FigurePair;
pub use passages::Passage;
pub use quotes::ChangedQuote;
pub use sheet::markdown;

/// What two articles, `a` and `b`, have in common and in what they differ. Indices are those of the lists of their reports.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Comparison {
    /// What stands in both, in the order of `b`.
    pub passages: Vec<Passage>,
    /// How much of `a`, and of `b`, stands in the other too: words, of 1.
    pub shared: [f32; 2],
    /// Two figures for the same thing.
    pub figures: Vec<FigurePair>,
    /// Quotations whose words changed.
    pub quotes: Vec<ChangedQuote>,
    /// What one alone has: `a`, then `b`.
    pub alone: [Alone; 2],
}

/// What one of two articles alone has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Alone {
    /// Facts but figures.
    pub facts: Vec<usize>,
    /// Quotations in marks.
    pub quotes: Vec<usize>,
    /// Voices: who speaks in this article alone.
    pub voices: Vec<usize>,
}

/// Compares two articles. Ranges are UTF-8 bytes; see [`Comparison::to_utf16`].
///
/// ```
/// use reperes::{Options, compare, export::Article};
///
/// let texts = [
///     "« Nous ouvrirons deux lits », a déclaré Claire Morel. La grève a réuni 300 soignants devant l'hôpital de Brenne.",
///     "« Nous ouvrirons neuf lits », a déclaré Claire Morel. La grève a réuni 500 soignants devant l'hôpital de Brenne.",
/// ];
/// let reports = texts.map(|text| reperes::read(text, &Options::new()).unwrap());
/// let [a, b] = [0, 1].map(|i| Article { report: &reports[i], text: texts[i], url: None });
/// let comparison = compare::compare(&a, &b);
/// let words = |text: &'static str, range: reperes::report::Range| &text[range.start as usize..range.end as usize];
/// let [quote] = &comparison.quotes[..] else { panic!() };
/// assert_eq!((words(texts[0], quote.removed[0]), words(texts[1], quote.added[0])), ("deux", "neuf"));
/// let [_, figure] = &comparison.figures[..] else { panic!() };
/// assert_eq!(words(texts[0], figure.what), "soignants");
/// ```
pub fn compare(a: &Article<'_>, b: &Article<'_>) -> Comparison {
    let mut numbering = Numbering::default();
    let (ours, theirs) = (numbering.words(a.text), numbering.words(b.text));
    let passages = passages::find(&ours, &theirs);
    let ranges: [Vec<Range>; 2] = [passages.iter().map(|p| p.a).collect(), passages.iter().map(|p| p.b).collect()];
    let same = people::same(&a.report.entities, &b.report.entities);
    let quotes = quotes::compare([a, b], [&ours, &theirs], &same);
    let [voices_a, voices_b] = people::speakers(a, b, &same);
    let [facts_a, facts_b] = facts::alone([a, b], [&ours, &theirs], &same, [&ranges[0], &ranges[1]]);
    let [quotes_a, quotes_b] = quotes.alone;
    Comparison {
        shared: [
            passages::share(&ours, ranges[0].iter().copied()),
            passages::share(&theirs, ranges[1].iter().copied()),
        ],
        passages,
        figures: figures::compare([a, b], [&ours, &theirs]),
        quotes: quotes.changed,
        alone: [
            Alone { facts: facts_a, quotes: quotes_a, voices: voices_a },
            Alone { facts: facts_b, quotes: quotes_b, voices: voices_b },
        ],
    }
}

/// Compares two articles, each a text and its report as JavaScript has it; the comparison as JavaScript has it.
///
/// # Errors
/// As of [`crate::Report::from_json`].
#[cfg(feature = "from-json")]
pub fn from_json(articles: [(&str, &str); 2]) -> Result<String, serde_json::Error> {
    let [(a, one), (b, other)] = articles;
    let reports = [crate::Report::from_json(one, a)?, crate::Report::from_json(other, b)?];
    let [one, other] = [(a, &reports[0]), (b, &reports[1])].map(|(text, report)| Article { report, text, url: None });
    serde_json::to_string(&compare(&one, &other).to_utf16(a, b))
}

impl Comparison {
    /// The same with every range in UTF-16 code units of the texts, which must be those of the articles.
    pub fn to_utf16(mut self, a: &str, b: &str) -> Self {
        use crate::text::{OffsetIndex, Unit};
        let [a, b] = [a, b].map(|text| OffsetIndex::new(text, Unit::Utf16));
        let convert = |index: &OffsetIndex<'_>, range: &mut Range| {
            *range = Range { start: index.at(range.start), end: index.at(range.end) };
        };
        for passage in &mut self.passages {
            convert(&a, &mut passage.a);
            convert(&b, &mut passage.b);
        }
        self.figures.iter_mut().for_each(|figure| convert(&a, &mut figure.what));
        for quote in &mut self.quotes {
            quote.removed.iter_mut().for_each(|range| convert(&a, range));
            quote.added.iter_mut().for_each(|range| convert(&b, range));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sheet of two texts.
    fn sheet(a: &str, b: &str) -> String {
        let options = crate::Options::new().with_published("2025-02-11").unwrap();
        let reports = [a, b].map(|text| crate::read(text, &options).unwrap());
        let [one, other] =
            [(a, &reports[0]), (b, &reports[1])].map(|(text, report)| Article { report, text, url: None });
        markdown(&compare(&one, &other), [&one, &other], ["A", "B"])
    }

    const A: &str = "La fermeture de la maternité de Brenne inquiète\n\n\
        Le préfet Paul Martel a reçu lundi les élus de Brenne, qui demandent le maintien de la maternité pendant l'hiver.\n\n\
        « Nous ne laisserons personne accoucher sur la route », a déclaré Claire Morel, la maire de Brenne.\n\n\
        La manifestation a réuni 300 soignants devant l'hôpital de Brenne, selon la préfecture.\n\n\
        « Rien n'est encore décidé », a assuré Paul Martel.";

    #[test]
    fn an_article_differs_in_nothing_from_itself() {
        assert_eq!(sheet(A, A), "# A / B\n\nEn commun, mot pour mot : 100 % de A, 100 % de B.\n");
    }

    #[test]
    fn a_second_version_shows_what_was_changed_and_what_was_dropped() {
        let b = A
            .replace("personne accoucher sur la route", "aucune femme accoucher sur la route")
            .replace("300 soignants", "500 soignants")
            .replace("\n\n« Rien n'est encore décidé », a assuré Paul Martel.", "");
        let sheet = sheet(A, &b);
        assert!(
            sheet.contains("## Chiffres qui diffèrent\n\n- **soignants** : A « La manifestation a réuni 300"),
            "{sheet}"
        );
        assert!(
            sheet.contains(
                "## Citations dont les mots ont changé\n\n- **Claire Morel** : A « Nous ne laisserons personne"
            ),
            "{sheet}"
        );
        assert!(sheet.contains("## Ne parlent que dans A\n\n- **Paul Martel**"), "{sheet}");
        assert!(sheet.contains("## Citations seulement dans A\n\n- **Paul Martel** : « Rien"), "{sheet}");
        assert!(!sheet.contains("dans B\n"), "{sheet}");
    }

    #[test]
    fn another_account_of_the_same_story_is_met_in_other_words() {
        let b = "Brenne : les soignants dans la rue\n\n\
            Ils étaient 500 soignants à manifester devant l'hôpital de Brenne mardi.\n\n\
            « Nous ne laisserons personne accoucher sur la route », répète Claire Morel, maire de Brenne.\n\n\
            Hugo Vasseur, le patron du syndicat Santé Debout, réclame une réunion.";
        let sheet = sheet(A, b);
        assert!(!sheet.contains("mots ont changé"), "{sheet}");
        assert!(
            sheet.contains("Faits seulement dans B\n\n- « Hugo Vasseur, le patron du syndicat Santé Debout »"),
            "{sheet}"
        );
        assert!(!sheet.contains("maire de Brenne"), "the same role is stated by both: {sheet}");
    }

    #[test]
    fn a_quotation_that_is_cut_in_two_has_lost_no_words() {
        let a = "« Nous ne laisserons personne accoucher sur la route et nous irons à Paris », a déclaré Claire Morel.";
        let b = "« Nous ne laisserons personne accoucher sur la route », a déclaré Claire Morel, « et nous irons à Paris ».";
        assert!(!sheet(a, b).contains("##"), "{}", sheet(a, b));
    }

    #[test]
    fn one_word_in_a_short_quotation_is_seen() {
        let (a, b) = (
            "« Nous signerons mardi », a déclaré Claire Morel.",
            "« Nous ne signerons pas mardi », a déclaré Claire Morel.",
        );
        let changed = "## Citations dont les mots ont changé\n\n- **Claire Morel** : A « Nous signerons mardi » ; B « Nous ne signerons pas mardi »";
        assert!(sheet(a, b).contains(changed), "{}", sheet(a, b));
    }

    #[test]
    fn two_figures_of_like_things_are_no_contradiction() {
        let a = "L'accident a blessé 12 personnes sur l'autoroute.";
        let b = "Les pompiers ont conduit 200 personnes au gymnase.";
        assert!(!sheet(a, b).contains("diffèrent"));
    }

    #[test]
    fn ranges_count_what_javascript_counts() {
        let (a, b) = ("🎈 « Oui, oui, je signe », dit Paul Martel.", "🎈🎈 « Non, oui, je signe », dit Paul Martel.");
        let reports = [a, b].map(|text| crate::read(text, &crate::Options::new()).unwrap());
        let [one, other] =
            [(a, &reports[0]), (b, &reports[1])].map(|(text, report)| Article { report, text, url: None });
        let compared = compare(&one, &other).to_utf16(a, b);
        let [quote] = &compared.quotes[..] else { panic!("{compared:?}") };
        let units = |text: &str, range: Range| {
            String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()[range.start as usize..range.end as usize])
                .unwrap()
        };
        assert_eq!((units(a, quote.removed[0]), units(b, quote.added[0])), ("Oui".to_owned(), "Non".to_owned()));
    }

    #[test]
    fn any_two_texts_can_be_compared() {
        for a in ["", "«", "Oui. ".repeat(200).as_str(), A] {
            for b in ["", "« »", "oui oui oui oui oui oui oui oui oui", A] {
                sheet(a, b);
            }
        }
    }
}
