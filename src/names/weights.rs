//! How much each rule says. A weight is about the logarithm of how much likelier the rule makes its kind: 1 is a hint, 3 is good evidence, 6 is proof.
//!
//! Set by hand on the training articles; a trained model takes their place without any other change.

/// What a name has to bring: a stretch with less is no name. Higher: fewer and surer names.
pub(super) const NAME_COST: f32 = 2.6;
/// A capital in mid-sentence that no name explains.
pub(super) const UNEXPLAINED_CAPITAL: f32 = 0.3;
/// Two names side by side, without a word between: rather one name.
pub(super) const TOUCHING_NAMES: f32 = 3.0;
/// The same for a maker and its product (`Peugeot 208`), which are one name.
pub(super) const PRODUCT_BEHIND_MAKER: f32 = 7.0;
/// The same behind a person: what follows is her surname.
pub(super) const TOUCHING_PERSON: f32 = 9.0;
/// A person right behind another name (`le patron de Tesla Elon Musk`).
pub(super) const PERSON_BEHIND_NAME: f32 = 2.0;

/// A weight as a probability: the logistic function, centred so that a name that just pays its cost has 0.5.
pub(super) fn confidence(weight: f32) -> f32 {
    let score = 1.0 / (1.0 + (-(weight - NAME_COST)).exp());
    (score * 100.0).round() / 100.0
}

/// The most that one occurrence says to the others.
pub(super) const SUREST: f32 = 8.0;
/// How much of the other occurrences' preference for one kind over another counts here.
pub(super) const REPEAT: f32 = 0.8;
/// How much of a full name's sureness counts for its surname standing alone, against all other kinds.
pub(super) const SURNAME: f32 = 1.0;
/// What a name gains for standing elsewhere in the article too.
pub(super) const AGAIN: f32 = 1.5;
/// An acronym that was introduced in brackets behind its expansion.
pub(super) const INTRODUCED_ACRONYM: f32 = 4.0;

/// A name of the gazetteer that is always one; rarer readings count in proportion.
pub(super) const KNOWN: f32 = 6.0;
/// The same, for each token behind the first.
pub(super) const KNOWN_LONGER: f32 = 4.0;

/// What capitals right behind a known name add to it.
pub(super) const GOES_ON: f32 = 3.0;

/// A given name and a surname.
pub(super) const GIVEN_NAME: f32 = 6.0;
/// A particle between them (`Marie de Nantes`): more, since the surname may be a place's name, and they would be two names.
pub(super) const PARTICLE: f32 = 4.0;
/// Two capitals that no list knows.
pub(super) const NAME_SHAPE: f32 = 1.0;
/// The same where no word of them is one of the language.
pub(super) const PLAIN_NAME: f32 = 2.0;
/// A given name alone.
pub(super) const GIVEN_NAME_ALONE: f32 = 2.2;

/// A few words between quotation marks.
pub(super) const MARKED: f32 = 0.5;

/// A connector between two capitals that no list and no shape explains.
pub(super) const GAP: f32 = 3.0;

/// The head of an institution alone with a capital (`la Ligue`).
pub(super) const HEAD_ALONE: f32 = 1.5;
/// With an adjective (`Assemblée nationale`).
pub(super) const HEAD_ADJECTIVE: f32 = 4.0;
/// With a name directly (`Lycée Lumière`).
pub(super) const HEAD_DIRECT: f32 = 4.5;
/// With a name behind a preposition (`Université de Rouen`).
pub(super) const HEAD_NAMED: f32 = 5.0;
/// With a common noun behind a preposition (`Fédération du bâtiment`).
pub(super) const HEAD_COMMON: f32 = 3.5;
/// For each complement: the longer name wins.
pub(super) const COMPLEMENT: f32 = 1.0;
/// For each adjective.
pub(super) const ADJECTIVE: f32 = 0.4;
/// For the name inside a phrase, which would else be one of its own.
pub(super) const NAME_INSIDE: f32 = 4.5;
/// A head in small letters with a name directly (`lycée Lumière`).
pub(super) const SMALL_HEAD_DIRECT: f32 = 5.5;
/// A head in small letters with a name behind a preposition (`parquet de Paris`).
pub(super) const SMALL_HEAD_NAMED: f32 = 6.5;
/// Against a head in small letters with adjectives only (`conseil municipal`).
pub(super) const SMALL_HEAD_ADJECTIVE: f32 = 3.0;
/// Against a head in small letters with common nouns only (`comité de soutien`).
pub(super) const SMALL_HEAD_COMMON: f32 = 6.0;
/// A last word that tells what the name is of (`Airlines`, `Festival`).
pub(super) const ENDING: f32 = 3.0;

/// A capital in mid-sentence.
pub(super) const CAPITAL: f32 = 1.0;
/// A capital where any word has one.
pub(super) const WEAK_CAPITAL: f32 = 0.6;
/// What one capital says for a person, an organisation, a place, a work.
pub(super) const ONE_CAPITAL: (f32, f32, f32, f32) = (1.6, 1.9, 1.5, 1.2);
/// What several say.
pub(super) const MORE_CAPITALS: (f32, f32, f32, f32) = (1.8, 1.8, 1.2, 1.6);
/// A capital and a country behind it (`Dalkor France`).
pub(super) const BRANCH: f32 = 8.0;
/// A number behind capitals (`Windows 11`, `Mondial 2026`).
pub(super) const NUMBER_BEHIND: f32 = 2.0;
/// Two to six capitals in a row.
pub(super) const ACRONYM: f32 = 2.5;
/// An acronym is hardly a person.
pub(super) const ACRONYM_IS_NO_PERSON: f32 = 2.0;
/// Letters and digits (`A320`).
pub(super) const CODE: f32 = 1.5;
/// A single letter is no name.
pub(super) const ONE_LETTER: f32 = 2.5;
/// A capital inside a word (`OpenAI`).
pub(super) const INNER_CAPITAL: f32 = 1.5;
/// `&` between capitals.
pub(super) const AMPERSAND: f32 = 3.0;
/// A word built like a town's name (`Villiers-sur-Marne`).
pub(super) const PLACE_SHAPE: f32 = 3.0;

/// What is certainly no name.
pub(super) const NEVER: f32 = 20.0;
/// A noun or adjective of origin (`les Français`).
pub(super) const ORIGIN: f32 = 8.0;
/// A word of the language with a capital, alone.
pub(super) const COMMON_WORD: f32 = 1.5;
/// A title inside the candidate.
pub(super) const TITLE_INSIDE: f32 = 4.0;

/// `M.`, `Mme` before.
pub(super) const CIVILITY: f32 = 6.0;
/// A title right before (`le ministre`).
pub(super) const TITLE: f32 = 3.0;
/// A title with adjectives or a complement between.
pub(super) const TITLE_FAR: f32 = 2.0;
/// A noun that says what follows (`le groupe`).
pub(super) const NOUN_BEFORE: f32 = 3.5;
/// Against the complement of `ministre`.
pub(super) const PORTFOLIO: f32 = 6.0;
/// The complement of an office (`patron de`, `maire de`).
pub(super) const OFFICE_OF: f32 = 1.5;
/// `à` before.
pub(super) const AT: f32 = 2.5;
/// `en` before.
pub(super) const IN: f32 = 2.0;
/// `au` before.
pub(super) const TO_THE: f32 = 0.5;
/// A person's name has no article.
pub(super) const WITH_ARTICLE: f32 = 2.0;
/// A name without article or preposition before it.
pub(super) const BARE: f32 = 0.4;
/// An article before.
pub(super) const ARTICLE_BEFORE: f32 = 0.5;
/// A verb of saying beside.
pub(super) const SAYING: f32 = 1.5;
/// A department in brackets behind.
pub(super) const DEPARTMENT_BEHIND: f32 = 4.0;
/// Its acronym in brackets behind.
pub(super) const ACRONYM_BEHIND: f32 = 5.0;
/// A party in brackets behind.
pub(super) const PARTY_BEHIND: f32 = 3.0;
/// An age behind.
pub(super) const AGE_BEHIND: f32 = 3.0;
/// A title in apposition behind.
pub(super) const APPOSITION: f32 = 2.0;
