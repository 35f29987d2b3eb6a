//! What the keys of a table stand for: rows of one or more parts, looked up by number.

use crate::text::which_are;

/// The payloads of a table. Layout, all numbers little-endian:
///
/// | what | bytes |
/// |---|---|
/// | number of rows, of parts | 4 · 2 |
/// | for each part: how many different texts it has, or 0 where each row has a line of its own; where its codes or lines begin | 2 · 4 each |
/// | for each part, the codes of all rows, in one or two columns, and the dictionary, or the lines | |
///
/// What is alike stands together, which compresses better. Offsets are counted from the beginning. The texts of a dictionary, the frequent ones first, and lines end with a line feed. A code is
/// the place of a text in the dictionary. Where each [`GROUP`] lines begin is counted when a table is first asked: kept, these numbers would not compress.
pub(super) struct Payload {
    blob: &'static [u8],
    rows: usize,
    parts: Vec<Part>,
}

/// One part of all rows.
struct Part {
    /// How many different texts it has, or 0 where each row has a line of its own.
    texts: usize,
    /// Where its codes begin.
    codes: usize,
    /// Where each [`GROUP`] of its lines begin.
    starts: Vec<u32>,
}

/// Bytes before the numbers of the parts, and of the numbers of one.
const COUNTS: usize = 8;
const PART: usize = 8;

/// Lines that are counted from one beginning.
const GROUP: usize = 16;

/// The payload of a key: see [`super::Table`].
#[derive(Clone, Copy)]
pub struct Row {
    payload: &'static Payload,
    index: usize,
}

impl Row {
    /// Part `part` of the payload; empty where there is none.
    pub(super) fn part(self, part: usize) -> &'static str {
        self.payload.part(self.index, part).unwrap_or("")
    }

    /// Field `index` of the first part of the payload; empty where there is none.
    pub fn field(self, index: usize) -> &'static str {
        split(self.part(0)).nth(index).unwrap_or("")
    }

    /// The first part of the payload as bytes, for tables that have a single field of letters and digits there.
    pub(super) fn letters(self) -> &'static [u8] {
        self.payload.line(self.index, 0).unwrap_or(&[])
    }

    /// The first fields of the first part, those that are not there empty: one after the other they would be looked for anew.
    pub(super) fn first<const MANY: usize>(self) -> [&'static str; MANY] {
        let mut fields = split(self.part(0));
        std::array::from_fn(|_| fields.next().unwrap_or(""))
    }

    /// The fields of the first part that hold something.
    pub fn fields(self) -> impl Iterator<Item = &'static str> {
        split(self.part(0)).filter(|f| !f.is_empty())
    }
}

impl Eq for Row {}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.payload, other.payload) && self.index == other.index
    }
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Row").field(&self.part(0)).field(&self.part(1)).finish()
    }
}

impl Payload {
    /// The payloads in `blob`, as the build script wrote them.
    pub(super) fn new(blob: &'static [u8]) -> Self {
        let rows = number(blob, 0);
        let part = |part: usize| {
            let (texts, codes) = (number(blob, COUNTS + PART * part), number(blob, COUNTS + PART * part + 4));
            let lines = if texts == 0 { rows } else { texts };
            Part { texts, codes, starts: starts(blob, codes + rows * columns(texts), lines) }
        };
        Self { blob, rows, parts: (0..number(blob, 4)).map(part).collect() }
    }

    /// How many rows.
    pub(super) fn len(&self) -> usize {
        self.rows
    }

    /// Row `index`.
    pub(super) fn row(&'static self, index: usize) -> Row {
        Row { payload: self, index }
    }

    /// Part `part` of the payload of `row`.
    fn part(&self, row: usize, part: usize) -> Option<&'static str> {
        std::str::from_utf8(self.line(row, part)?).ok()
    }

    /// The same as bytes.
    fn line(&self, row: usize, part: usize) -> Option<&'static [u8]> {
        let part = self.parts.get(part)?;
        let codes = self.blob.get(part.codes..)?;
        let byte = |at: usize| codes.get(at).map_or(0, |&b| usize::from(b));
        let line = match (part.texts, columns(part.texts)) {
            (0, _) => row,
            (_, 0) => 0,
            (_, 1) => byte(row),
            _ => byte(row) | byte(self.rows + row) << 8,
        };
        let bytes = from_line(self.blob, &part.starts, line);
        bytes.get(..line_end(bytes))
    }
}

/// Where each [`GROUP`] of the lines begin that stand in `bytes` from `at` on.
pub(super) fn starts(bytes: &[u8], at: usize, lines: usize) -> Vec<u32> {
    let mut rest = bytes.get(at..).unwrap_or(&[]);
    let next = |_| {
        let start = bytes.len() - rest.len();
        rest = after_lines(rest, GROUP);
        start as u32
    };
    (0..lines.div_ceil(GROUP)).map(next).collect()
}

/// What begins with line `line`, by [`starts`].
pub(super) fn from_line<'b>(bytes: &'b [u8], starts: &[u32], line: usize) -> &'b [u8] {
    let start = starts.get(line / GROUP).map_or(bytes.len(), |&start| start as usize);
    after_lines(bytes.get(start..).unwrap_or(&[]), line % GROUP)
}

/// In how many columns the codes of a part stand that has so many different texts.
fn columns(texts: usize) -> usize {
    match texts {
        0 | 1 => 0,
        2..=256 => 1,
        _ => 2,
    }
}

/// The number of four bytes at `at`.
pub(super) fn number(blob: &[u8], at: usize) -> usize {
    blob.get(at..at + 4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize)
}

/// Number `index` of `count` numbers of three bytes, whose columns begin at `at`.
pub(super) fn in_columns(blob: &[u8], at: usize, count: usize, index: usize) -> usize {
    let column = |column: usize| blob.get(at + column * count + index).map_or(0, |&b| usize::from(b));
    column(0) | column(1) << 8 | column(2) << 16
}

/// The fields of a part of a payload, between tabs. They are short: looking at each byte is faster than any search that prepares itself.
pub(super) fn split(part: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(part);
    std::iter::from_fn(move || {
        let all = rest?;
        let Some(tab) = all.bytes().position(|byte| byte == b'\t') else { return rest.take() };
        rest = Some(&all[tab + 1..]);
        Some(&all[..tab])
    })
}

/// Where the first line of `bytes` ends: at its line feed, or at the end.
///
/// Eight bytes are read at once. In the difference to eight line feeds, the lowest byte that is zero is the lowest
/// whose top bit `difference - 01…01` sets and `difference` does not have (Hacker's Delight, 6-1).
#[inline(always)]
pub(super) fn line_end(bytes: &[u8]) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let mut at = 0;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let difference = u64::from_le_bytes(*eight) ^ (EACH * b'\n' as u64);
        let zeros = difference.wrapping_sub(EACH) & !difference & (EACH * 0x80);
        if zeros != 0 {
            return at + zeros.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let tail = bytes.get(at..).unwrap_or(&[]);
    at + tail.iter().position(|&b| b == b'\n').unwrap_or(tail.len())
}

/// What follows the first `count` lines of `bytes`. This is where looking up spends its time: line feeds are counted in sixteen bytes at once.
pub(super) fn after_lines(bytes: &[u8], mut count: usize) -> &[u8] {
    let mut rest = bytes;
    while count > 0 {
        let Some((sixteen, behind)) = rest.split_first_chunk() else { break };
        let mut feeds = which_are(sixteen, b'\n');
        let here = feeds.count_ones() as usize;
        if here >= count {
            for _ in 1..count {
                feeds &= feeds - 1;
            }
            return &rest[feeds.trailing_zeros() as usize + 1..];
        }
        count -= here;
        rest = behind;
    }
    for _ in 0..count {
        rest = rest.get(line_end(rest) + 1..).unwrap_or(&[]);
    }
    rest
}
