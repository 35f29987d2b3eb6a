//! How sure the article is of a fact, and on whom it rests: what stands inside a quotation is the speaker's, never the article's.

use super::scene::Scene;
use super::{Fact, FactKind, Modality, Source};
use crate::quotes::QuoteKind;

/// So many quotations before a fact are asked whether they hold it: quotations are nested two or three deep.
const NESTED: usize = 8;

/// Gives facts inside quotations to their speakers.
pub(super) fn attribute(scene: &Scene<'_, '_>, facts: &mut [Fact]) {
    for fact in facts {
        let after = scene.quotes.partition_point(|q| q.span.start <= fact.evidence.start);
        let inside = (after.saturating_sub(NESTED)..after).rev().find(|&q| {
            let quote = &scene.quotes[q];
            // Who someone is, a reporter says within reported speech too: only words between marks are surely another's.
            let theirs = fact.kind != FactKind::Role || quote.kind == QuoteKind::Direct;
            theirs && quote.span.contains(fact.evidence)
        });
        if let Some(quote) = inside {
            fact.source = Some(Source::Quote(quote));
            if fact.modality == Modality::Asserted {
                fact.modality = Modality::Reported;
            }
        }
    }
}
