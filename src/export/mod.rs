//! The report in formats that others read. Each is a pure function of the report and the text that was read.

mod markdown;

pub use markdown::markdown;
