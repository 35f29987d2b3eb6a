//! One immutable string and positions in it.

mod case;
pub mod chars;
mod fold;
mod numbers;
mod offsets;
mod one_of;
mod sixteen;
mod span;

pub use case::{lower, upper};
pub use fold::{fold, fold_into};
pub(crate) use numbers::Numbers;
pub use offsets::{OffsetIndex, Unit};
pub use one_of::{ends_like, is_one_of};
pub(crate) use sixteen::which_are;
pub(crate) use span::around;
pub use span::{Span, TokenRange};

use crate::{Error, MAX_BYTES};

/// The article as it was given: the only place where the text stands. Having one means that the door was passed.
#[derive(Clone, Copy, Debug)]
pub struct Text<'t> {
    source: &'t str,
}

impl<'t> Text<'t> {
    /// Lets `source` in.
    ///
    /// # Errors
    /// When it is longer than [`MAX_BYTES`]: nothing else is refused.
    pub fn new(source: &'t str) -> Result<Self, Error> {
        if source.len() > MAX_BYTES {
            return Err(Error::too_long(source.len()));
        }
        Ok(Self { source })
    }

    /// The whole text.
    pub fn as_str(self) -> &'t str {
        self.source
    }

    /// The words at `span`.
    pub fn slice(self, span: Span) -> &'t str {
        &self.source[span.range()]
    }
}
