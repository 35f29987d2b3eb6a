//! Whose words an article gives: how many each voice has, and what is known of it. A share of the whole, by role, by gender, or of those who have a name,
//! is a sum over the voices.

use super::{Quote, roles};
use crate::lexicon::{RoleClass, SourceKind, source};
use crate::links::{Gender, Links};
use crate::map::Map;
use crate::mentions::{Kind, Mentions};
use crate::text::{Span, fold};
use crate::tokens::{TokenKind, Tokens};

/// What speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoiceKind {
    /// One or more people, with a name or without.
    Person,
    /// An institution, a company, a group, a medium, a country.
    Body,
    /// Something written.
    Document,
    /// Nothing tells.
    Unknown,
}

/// Someone whose words the article gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The entity; `None` for those without a name.
    pub entity: Option<usize>,
    /// Those without a name as the text calls them first; `None` for the words that belong to nobody whom the text names or calls.
    pub span: Option<Span>,
    /// What speaks.
    pub kind: VoiceKind,
    /// Of people, where a given name, a title or agreement shows it.
    pub gender: Option<Gender>,
    /// In what role it speaks, where its words, its title or its name tell.
    pub role: Option<RoleClass>,
    /// How many quotations and reports.
    pub quotes: usize,
    /// How many words they hold; a report inside another one counts for the one around it.
    pub words: usize,
}

/// The longest phrase by which someone without a name is told from others, in characters.
const PHRASE: usize = 120;

/// The voices of `quotes`, which stand in order of the text: whoever has most words first, then in order of the text.
pub fn voices(tokens: &Tokens<'_>, mentions: &Mentions, links: &Links, quotes: &[Quote]) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    let mut of_entity: Map<usize, usize> = Map::default();
    let mut of_words: Map<String, usize> = Map::default();
    let mut end = 0;
    for quote in quotes {
        if quote.span.end <= end {
            continue;
        }
        let fresh = Span::new(quote.span.start.max(end) as usize, quote.span.end as usize);
        end = quote.span.end;
        let next = voices.len();
        let index = match quote.speaker {
            Some(speaker) => match speaker.entity {
                Some(entity) => *of_entity.entry(entity).or_insert(next),
                None => {
                    let words = tokens.text().slice(speaker.span);
                    let words: String = words.chars().take(PHRASE).collect();
                    *of_words.entry(fold(&words)).or_insert(next)
                }
            },
            None => *of_words.entry(String::new()).or_insert(next),
        };
        if index == next {
            voices.push(voice(tokens, links, quote));
        }
        voices[index].quotes += 1;
        voices[index].words +=
            tokens.inside(fresh).range().filter(|&i| tokens.kind(i) == Some(TokenKind::Word)).count();
    }
    let mut known = voices.iter().filter_map(|v| Some((v.entity?, None))).collect();
    roles::of_entities(tokens, mentions, links, &mut known);
    for voice in &mut voices {
        voice.role = match voice.entity {
            Some(entity) => known.get(&entity).copied().flatten(),
            None => voice.span.and_then(|span| roles::of_phrase(tokens, tokens.inside(span))),
        };
    }
    voices.sort_by_key(|v| std::cmp::Reverse(v.words));
    voices
}

/// Who says `quote`, with nothing counted yet.
fn voice(tokens: &Tokens<'_>, links: &Links, quote: &Quote) -> Voice {
    let none =
        Voice { entity: None, span: None, kind: VoiceKind::Unknown, gender: None, role: None, quotes: 0, words: 0 };
    let Some(speaker) = quote.speaker else { return none };
    if let Some(entity) = speaker.entity {
        let known = &links.entities()[entity];
        let kind = match known.kind {
            Kind::Person => VoiceKind::Person,
            Kind::Organisation | Kind::Place => VoiceKind::Body,
            Kind::Work => VoiceKind::Document,
            _ => VoiceKind::Unknown,
        };
        return Voice { entity: Some(entity), kind, gender: known.gender, ..none };
    }
    let phrase = tokens.inside(speaker.span);
    let noun = phrase.range().find_map(|i| source(tokens.folded(i)));
    let kind = match noun.map(|n| n.kind) {
        Some(SourceKind::Person) => VoiceKind::Person,
        Some(SourceKind::Body) => VoiceKind::Body,
        Some(SourceKind::Document) => VoiceKind::Document,
        None => VoiceKind::Unknown,
    };
    // `une source` is feminine, but no woman; `des riverains` may be both.
    let person = noun.filter(|n| n.kind == SourceKind::Person && n.plural != Some(true));
    let gender = person.and_then(|n| match (tokens.folded(phrase.first()), n.feminine) {
        ("le" | "un" | "ce" | "cet", _) | (_, Some(false)) => Some(Gender::Masculine),
        ("la" | "une" | "cette", _) | (_, Some(true)) => Some(Gender::Feminine),
        _ => None,
    });
    Voice { span: Some(speaker.span), kind, gender, ..none }
}

#[cfg(test)]
mod tests {
    use crate::report::VoiceEntry;
    use crate::{Options, read};

    fn voices(text: &str) -> Vec<VoiceEntry> {
        read(text, &Options::new()).unwrap().voices
    }

    #[test]
    fn words_are_counted_by_voice_and_the_loudest_comes_first() {
        let voices = voices(
            "« Nous partons », a dit le maire Paul Durand. « La route est sûre et le pont aussi », a dit Anne Morel. « Le pont est sûr », a-t-elle ajouté.",
        );
        let told: Vec<_> = voices.iter().map(|v| (v.kind, v.gender, v.quotes, v.words)).collect();
        assert_eq!(told, [("person", Some("f"), 2, 12), ("person", Some("m"), 1, 2)]);
        assert!(voices.iter().all(|v| v.entity.is_some() && v.text.is_none()));
    }

    #[test]
    fn voices_without_a_name_are_told_apart_as_written() {
        let voices = voices("Selon une riveraine, la route est coupée. Selon un communiqué, le pont est sûr.");
        let told: Vec<_> = voices.iter().map(|v| (v.text.as_deref(), v.kind, v.gender)).collect();
        assert_eq!(told, [(Some("une riveraine"), "person", Some("f")), (Some("un communiqué"), "document", None)]);
    }

    #[test]
    fn a_voice_has_the_role_that_its_title_its_name_or_its_words_tell() {
        let roles = |text: &str| voices(text).iter().map(|v| v.role).collect::<Vec<_>>();
        assert_eq!(roles("« La route est sûre », a dit la maire de Brumeville Anne Morel."), [Some("politics")]);
        assert_eq!(roles("« La route est sûre », a dit Anne Morel, directrice de l'hôpital."), [Some("science")]);
        assert_eq!(roles("Le maire, Paul Durand, a dit que la route est sûre."), [Some("politics")]);
        assert_eq!(roles("« La route est sûre », a dit Me Anne Morel."), [Some("justice")]);
        assert_eq!(roles("Selon le tribunal de Lyon, la route est sûre."), [Some("justice")]);
        assert_eq!(roles("Selon des riverains, la route est coupée."), [Some("citizen")]);
        assert_eq!(roles("Selon une source, la route est coupée."), [None]);
        assert_eq!(
            roles("« La route est sûre », a dit l'avocat de Paul Durand. « Je le sais », a dit Paul Durand."),
            [Some("justice"), None]
        );
    }

    #[test]
    fn a_report_inside_a_quotation_counts_once() {
        let voices = voices("« Le préfet nous a dit que la route serait rouverte », raconte Anne Morel.");
        assert_eq!(voices.iter().map(|v| v.words).sum::<usize>(), 10);
    }
}
