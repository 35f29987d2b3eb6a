//! The report in offsets of others.

use super::Report;
use crate::text::{OffsetIndex, Unit};

impl Report {
    /// The same report with every offset in UTF-16 code units of `text`, which must be the text that was read.
    pub fn to_utf16(self, text: &str) -> Self {
        self.in_units(text, Unit::Utf16)
    }

    /// The same report with every offset, a UTF-8 byte now, in `unit`s of `text`, which must be the text that was read.
    pub fn in_units(mut self, text: &str, unit: Unit) -> Self {
        let index = OffsetIndex::new(text, unit);
        self.convert(|start, end| {
            *start = index.at(*start);
            *end = index.at(*end);
        });
        self
    }

    /// Every start and end, converted.
    pub(super) fn convert(&mut self, convert: impl Fn(&mut u32, &mut u32)) {
        self.blocks.iter_mut().for_each(|b| convert(&mut b.start, &mut b.end));
        self.sentences.iter_mut().for_each(|s| convert(&mut s.start, &mut s.end));
        for m in &mut self.mentions {
            convert(&mut m.start, &mut m.end);
            m.of.iter_mut().for_each(|r| convert(&mut r.start, &mut r.end));
        }
        for q in &mut self.quotes {
            convert(&mut q.start, &mut q.end);
            q.speaker.iter_mut().for_each(|s| convert(&mut s.start, &mut s.end));
            q.cue.iter_mut().for_each(|r| convert(&mut r.start, &mut r.end));
        }
        for f in &mut self.facts {
            f.arguments.iter_mut().for_each(|a| convert(&mut a.start, &mut a.end));
            convert(&mut f.evidence.start, &mut f.evidence.end);
            f.also_at.iter_mut().for_each(|r| convert(&mut r.start, &mut r.end));
        }
        self.timeline.iter_mut().for_each(|t| convert(&mut t.what.start, &mut t.what.end));
        self.essentials.iter_mut().for_each(|e| convert(&mut e.evidence.start, &mut e.evidence.end));
        self.notes.iter_mut().for_each(|n| convert(&mut n.start, &mut n.end));
    }
}
