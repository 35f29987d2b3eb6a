//! People who share a surname that is written once: `Brigitte et Emmanuel Macron`.

use super::forms::{Forms, comparable};
use super::{Gender, gender, plain_spaces};
use crate::lexicon::given_names;
use crate::map::Map;
use crate::mentions::{Kind, Mentions};
use crate::text::TokenRange;
use crate::tokens::Tokens;

/// Who is named by given name beside somebody of the same surname.
#[derive(Debug, Default)]
pub(super) struct Couples {
    /// By form of the given name: the surname, in comparable words.
    surnames: Map<usize, Vec<String>>,
    /// By mention of such a form: the full name, and the gender of the given name.
    full_names: Map<usize, (String, Option<Gender>)>,
    genders: Map<usize, Option<Gender>>,
}

impl Couples {
    /// Looks for given names before `et` and a full name.
    pub(super) fn find(tokens: &Tokens<'_>, mentions: &Mentions, forms: &Forms, people: &[usize]) -> Self {
        let mut couples = Self::default();
        for &form in people {
            let Some(&mention) =
                forms.list()[form].mentions.iter().take(MOST_ASKED).find(|&&m| shares_surname(tokens, mentions, m))
            else {
                continue;
            };
            let [own, other] = [mention, mention + 1].map(|m| mentions.list()[m].tokens);
            let surname = TokenRange::new(other.first() + 1, other.last_end());
            let gender = gender::by_given_name(tokens, own);
            let name =
                plain_spaces(&format!("{} {}", tokens.str(own.first()), tokens.text().slice(tokens.span(surname))));
            couples.surnames.insert(form, comparable(tokens, surname.range()));
            couples.genders.insert(form, gender);
            for &m in &forms.list()[form].mentions {
                couples.full_names.insert(m, (name.clone(), gender));
            }
        }
        couples
    }

    /// The forms and their surnames.
    pub(super) fn surnames(&self) -> impl Iterator<Item = (usize, &[String])> {
        self.surnames.iter().map(|(&form, surname)| (form, &surname[..]))
    }

    /// The gender of the given name `form`.
    pub(super) fn gender(&self, form: usize) -> Option<Gender> {
        self.genders.get(&form).copied().flatten()
    }

    /// The full name of whom `mention` names by given name, and the gender.
    pub(super) fn full_name(&self, mention: usize) -> Option<(String, Option<Gender>)> {
        self.full_names.get(&mention).cloned()
    }
}

/// How many mentions of a form are looked at.
const MOST_ASKED: usize = 16;

/// Whether `mention` is a given name before `et` and another person's full name.
fn shares_surname(tokens: &Tokens<'_>, mentions: &Mentions, mention: usize) -> bool {
    let list = mentions.list();
    let (own, Some(other)) = (&list[mention], list.get(mention + 1)) else { return false };
    let is_given = |token: usize| given_names::get(tokens.folded(token)).is_some();
    own.tokens.len() == 1
        && other.kind == Kind::Person
        && other.tokens.len() > 1
        && tokens.is(own.tokens.last_end(), "et")
        && other.tokens.first() == own.tokens.last_end() + 1
        && is_given(own.tokens.first())
        && is_given(other.tokens.first())
}
