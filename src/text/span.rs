//! Positions: [`Span`] counts UTF-8 bytes, [`TokenRange`] counts tokens. They are different types so that one is never taken for the other.

/// A half-open range of UTF-8 bytes of the text, always on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`, in bytes. A text is at most [`crate::MAX_BYTES`] long, so that both fit.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start: start as u32, end: end as u32 }
    }

    /// The bytes as a range that slices a `str`.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies inside, edges included.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether both share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A half-open range of token indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenRange {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
}

impl TokenRange {
    /// The tokens from `start` up to `end`; none where `end` comes first, as it may where a rule looks back from one cue and ahead from another.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end.max(start) as u32 }
    }

    /// Index of the first token.
    pub fn first(self) -> usize {
        self.start as usize
    }

    /// Index one past the last token.
    pub fn last_end(self) -> usize {
        self.end as usize
    }

    /// The token indices.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// How many tokens.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no token.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether token `index` lies inside.
    pub fn holds(self, index: usize) -> bool {
        self.range().contains(&index)
    }
}

/// Which of `list` token `index` belongs to: their `tokens` lie in order, and none belongs to two.
pub(crate) fn around<T>(list: &[T], index: usize, tokens: impl Fn(&T) -> TokenRange) -> Option<&T> {
    let begun = list.partition_point(|it| tokens(it).first() <= index);
    list[..begun].last().filter(|it| tokens(it).holds(index))
}
