//! Notes for figures that do not agree: each check among the facts is something that a reader may want to look up.

use super::NoteEntry;
use crate::facts::{Argument, Fact, FactKind};
use crate::tokens::Tokens;

/// The notes with one more for each check of figures, in order of the text.
pub(super) fn noted(tokens: &Tokens<'_>, facts: &[Fact], mut notes: Vec<NoteEntry>) -> Vec<NoteEntry> {
    let checks = facts.iter().filter(|f| f.kind == FactKind::FigureCheck);
    notes.extend(checks.map(|fact| NoteEntry {
        code: "figureCheck",
        start: fact.evidence.start,
        end: fact.evidence.end,
        message: message(tokens, fact),
    }));
    notes.sort_by_key(|n| (n.start, n.end));
    notes
}

/// What does not agree, in the article's own words.
fn message(tokens: &Tokens<'_>, fact: &Fact) -> String {
    let words = |span| format!("« {} »", tokens.text().slice(span));
    let argument = |index: usize| fact.arguments.get(index).map_or_else(String::new, |a: &Argument| words(a.span));
    match fact.by {
        "figureCheck.headline" => {
            let title = fact.also_at.first().map_or_else(String::new, |&span| words(span));
            format!("Le titre dit {title}, le texte {}.", argument(0))
        }
        "figureCheck.sources" => {
            let source = |index: usize| fact.arguments.get(index).map_or("", |a| tokens.text().slice(a.span));
            format!(
                "Deux sources, deux nombres : {} selon {}, {} selon {}.",
                argument(0),
                source(1),
                argument(2),
                source(3)
            )
        }
        "figureCheck.percent" => {
            format!("{} sur {} ne font pas {}.", argument(0), argument(1), argument(2))
        }
        _ => {
            let parts: Vec<String> = (1..fact.arguments.len()).map(argument).collect();
            format!("Les parties ne font pas le tout : {} et {}.", argument(0), parts.join(", "))
        }
    }
}
