//! Words by which the rules of speech tell constructions apart. Table: `report_words.tsv`.

use std::sync::LazyLock;

use super::Table;

static TABLE: LazyLock<Table> = built_in!(Table, "report_words");

fn is(word: &str, what: char) -> bool {
    TABLE.get(word).is_some_and(|row| row.field(0).contains(what))
}

/// Whether quoted words behind `word` are a title, a name or a slogan: `le film « … »`.
pub fn announces_title(word: &str) -> bool {
    is(word, 't')
}

/// Whether `word`, with a capital, begins the sentence behind a heading that runs into it: `Les routes coupées Le maire a annoncé …`. Little words have a capital
/// nowhere else but in names and titles.
pub fn begins_sentence(word: &str) -> bool {
    is(word, 'b') || opens_no_name(word)
}

/// Whether `word` does so even where a name stands in front of it or behind: `L'été à Brenne Dans la ville …`.
pub fn opens_no_name(word: &str) -> bool {
    is(word, 'd')
}

/// Whether `word` behind `selon` says by what measure, not who says so: `selon la saison`.
pub fn is_measure(word: &str) -> bool {
    is(word, 'm')
}

/// Whether `word`, which has the ending of an adverb or of a verb, is a noun or adjective: `gouvernement`, `portrait`.
pub fn is_noun(word: &str) -> bool {
    is(word, 'n')
}

/// Whether a `que` behind `word` begins no report: `alors que`.
pub fn takes_que(word: &str) -> bool {
    is(word, 'q')
}

/// Whether `word` stands between auxiliary and participle: `a, de son côté, déclaré`.
pub fn fills_verb(word: &str) -> bool {
    is(word, 'f')
}

/// Whether `word` is an infinitive that its ending does not show.
pub fn is_infinitive(word: &str) -> bool {
    is(word, 'i')
}

/// Whether `word` has the ending of infinitives and is none: `hiver`.
pub fn is_no_infinitive(word: &str) -> bool {
    is(word, 'x')
}

/// Whether `word` names words that someone says: `la question d'un riverain : « … »`.
pub fn is_said(word: &str) -> bool {
    is(word, 's')
}

/// Whether `word` charges someone with what follows, which nobody says: `inculpé d'« … »`.
pub fn charges(word: &str) -> bool {
    is(word, 'c')
}

/// Whether what `word` names has members, who may have a name in marks: `la crise des « … »`.
pub fn gathers(word: &str) -> bool {
    is(word, 'g')
}
