//! Notes: what the reader should know of the text, beside what was read in it.

use super::NoteEntry;
use crate::links::Links;
use crate::mentions::Mentions;
use crate::text::Span;
use crate::tokens::Tokens;
use crate::values::Value;

/// The most notes: where a text has more marks without a partner they say nothing, and a note for each would be most of its report.
const MOST: usize = 300;

/// What the reader should know: each note has a code for programs and words for people.
pub(super) fn all(tokens: &Tokens<'_>, mentions: &Mentions, links: &Links) -> Vec<NoteEntry> {
    let mut notes = Vec::new();
    let mut note = |code, span: Span, message: &str| {
        if notes.len() < MOST {
            notes.push(NoteEntry { code, start: span.start, end: span.end, message: message.to_owned() });
        }
    };
    if !tokens.is_empty() && tokens.language() != "fr" {
        let all = Span::new(0, tokens.text().as_str().len());
        note("notFrench", all, "Ce texte ne semble pas écrit en français : il est lu aussi loin que possible.");
    }
    let unresolved = mentions
        .list()
        .iter()
        .enumerate()
        .find(|(i, m)| matches!(m.value.as_deref(), Some(Value::Date(_))) && links.date_of(*i).is_none());
    if let Some((_, mention)) = unresolved
        && links.published().is_none()
    {
        note(
            "noPublicationDate",
            mention.span,
            "La date de publication est inconnue : les dates relatives restent sans jour.",
        );
    }
    for (at, mention) in mentions.list().iter().enumerate() {
        if let Some(weekday) = links.contradicted_weekday(mentions, at) {
            const NAMES: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
            let name = NAMES[usize::from(weekday.number_days_from_monday())];
            note("weekdayMismatch", mention.span, &format!("Ce jour est un {name}."));
        }
    }
    let marks = tokens.marks();
    for (outer, inner) in marks.iter().zip(marks.iter().skip(1)) {
        let twice = outer.open + 1 == inner.open && inner.close.is_some_and(|close| outer.close == Some(close + 1));
        if twice {
            note("doubledQuotation", tokens.list()[outer.open].span, "Ces guillemets sont doublés.");
        }
    }
    // The paragraphs of a long quotation open a mark each, and the last alone closes one.
    let goes_on =
        |open: usize| tokens.blocks()[tokens.block_of(open)].tokens.first() == open && tokens.reopens_below(open);
    for pair in marks.iter().filter(|p| p.close.is_none() && !goes_on(p.open)) {
        note("unclosedQuotation", tokens.list()[pair.open].span, "Ce guillemet n'est pas refermé dans son paragraphe.");
    }
    for &mark in tokens.unopened() {
        note(
            "unopenedQuotation",
            tokens.list()[mark].span,
            "Ce guillemet ferme une citation que rien n'ouvre dans son paragraphe.",
        );
    }
    notes.sort_by_key(|n| (n.start, n.end));
    notes
}

#[cfg(test)]
mod tests {
    #[test]
    fn some_hundred_notes_are_enough() {
        let notes = |count: usize| {
            let text = "« Le soir tombe.\n\nIl pleut.\n\n".repeat(count);
            crate::read(&text, &crate::Options::new()).unwrap().notes.len()
        };
        assert_eq!([notes(1), notes(99), notes(400)], [1, 99, super::MOST]);
    }
}
