//! One compiled table: sorted rows in blocks, searched by bisection over the blocks and then row by row.

use super::filter;

/// A compiled table. Layout, all numbers little-endian:
///
/// | what | bytes |
/// |---|---|
/// | number of rows, of bytes of the filter, of parts of a payload; where the filter begins | 4 · 4 |
/// | for each part: how many different texts it has, or 0 where each row has a line of its own; where its codes or lines begin; where the beginnings of its dictionary or lines stand | 3 · 4 each |
/// | the head of each block | 4 each |
/// | the beginnings: of the keys of each block; then, for each part, of each [`GROUP`] texts of its dictionary, or of the lines of each block | 3 each, in columns |
/// | the filter (see [`filter`]); for each row, how many bytes its key shares with the key before, or with the head in the first row of a block; what follows in each key; and then for each part the codes of all rows, in one or two columns, and the dictionary, or the lines | |
///
/// What is alike stands together, which compresses better. Offsets are counted from the beginning of the filter.
///
/// A block is up to 32 rows in order of their keys. Its head is the first four bytes of its first key, zeros where that is shorter: the bisection looks at these, which lie together.
/// Keys, the texts of a dictionary, the frequent ones first, and lines end with a line feed. A code is the place of a text in the dictionary.
#[derive(Clone, Copy)]
pub struct Table {
    blob: &'static [u8],
}

/// Bytes before the numbers of the parts, and of the numbers of one.
const COUNTS: usize = 16;
const PART: usize = 12;

/// Rows in a block. A larger one has fewer offsets, which don't compress, and is slower to search.
const BLOCK: usize = 32;

/// Texts of a dictionary that are counted from one beginning.
const GROUP: usize = 16;

/// The payload of a key: see [`Table`].
#[derive(Clone, Copy)]
pub struct Row {
    table: Table,
    index: usize,
}

impl Row {
    /// Part `part` of the payload; empty where there is none.
    pub(super) fn part(self, part: usize) -> &'static str {
        self.table.part(self.index, part).unwrap_or("")
    }

    /// Field `index` of the first part of the payload; empty where there is none.
    pub fn field(self, index: usize) -> &'static str {
        split(self.part(0)).nth(index).unwrap_or("")
    }

    /// The first part of the payload as bytes, for tables that have a single field of letters and digits there.
    pub(super) fn letters(self) -> &'static [u8] {
        self.table.line(self.index, 0).unwrap_or(&[])
    }

    /// The fields of the first part that hold something.
    pub fn fields(self) -> impl Iterator<Item = &'static str> {
        split(self.part(0)).filter(|f| !f.is_empty())
    }

    /// The fields of the first part, each with its field of the second, whose last one stands for all that follow.
    pub(super) fn pairs(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let mut others = split(self.part(1));
        let mut last = "";
        self.fields().map(move |field| {
            last = others.next().unwrap_or(last);
            (field, last)
        })
    }
}

impl Eq for Row {}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.table.blob, other.table.blob) && self.index == other.index
    }
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Row").field(&self.part(0)).field(&self.part(1)).finish()
    }
}

/// Where a look-up ended: the first row whose key begins with the query.
struct Hit {
    row: usize,
    /// The byte of the key behind the query; a line feed where the key is the query.
    behind: u8,
    /// The lines that follow in the block, where the key is the query.
    rest: &'static [u8],
}

impl Hit {
    fn is_equal(&self) -> bool {
        self.behind == b'\n'
    }
}

impl Table {
    /// The table in `blob`, as the build script wrote it.
    pub const fn new(blob: &'static [u8]) -> Self {
        Self { blob }
    }

    fn number(self, at: usize) -> usize {
        self.blob.get(at..at + 4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize)
    }

    /// How many rows.
    pub fn len(self) -> usize {
        self.number(0)
    }

    /// Whether it has no row.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    fn blocks(self) -> usize {
        self.len().div_ceil(BLOCK)
    }

    /// Where the heads begin, behind all numbers.
    fn heads(self) -> usize {
        COUNTS + PART * self.number(8)
    }

    /// The head of a block.
    fn head(self, block: usize) -> [u8; 4] {
        self.blob.get(self.heads() + 4 * block..).and_then(|bytes| bytes.first_chunk()).copied().unwrap_or_default()
    }

    /// Number `index` of `count` numbers whose columns begin at `at`.
    fn beginning(self, at: usize, count: usize, index: usize) -> usize {
        let column = |column: usize| self.blob.get(at + column * count + index).map_or(0, |&b| usize::from(b));
        column(0) | column(1) << 8 | column(2) << 16
    }

    /// The bytes from `offset` of the body on.
    fn from(self, offset: usize) -> &'static [u8] {
        self.blob.get(self.number(12) + offset..).unwrap_or(&[])
    }

    /// How many bytes the key of `row` shares with the one before; 0 where it is written whole.
    fn shared(self, row: usize) -> usize {
        self.from(self.number(4)).get(row).map_or(0, |&shared| usize::from(shared))
    }

    /// The lines of the keys from the first one of `block` on.
    fn keys(self, block: usize) -> &'static [u8] {
        let blocks = self.blocks();
        self.from(self.beginning(self.heads() + 4 * blocks, blocks, block))
    }

    /// Number `number` of part `part`.
    fn of_part(self, part: usize, number: usize) -> usize {
        self.number(COUNTS + PART * part + 4 * number)
    }

    /// How many beginnings part `part` has.
    fn groups(self, part: usize) -> usize {
        match self.of_part(part, 0) {
            0 => self.blocks(),
            texts => texts.div_ceil(GROUP),
        }
    }

    /// Part `part` of the payload of `row`.
    fn part(self, row: usize, part: usize) -> Option<&'static str> {
        std::str::from_utf8(self.line(row, part)?).ok()
    }

    /// The same as bytes.
    fn line(self, row: usize, part: usize) -> Option<&'static [u8]> {
        if part >= self.number(8) {
            return None;
        }
        let texts = self.of_part(part, 0);
        let (group, line) = if texts == 0 {
            (row / BLOCK, row % BLOCK)
        } else {
            let codes = self.from(self.of_part(part, 1));
            let byte = |at: usize| codes.get(at).map_or(0, |&b| usize::from(b));
            let code = match texts {
                1 => 0,
                2..=256 => byte(row),
                _ => byte(row) | byte(self.len() + row) << 8,
            };
            (code / GROUP, code % GROUP)
        };
        let bytes = self.from(self.beginning(self.of_part(part, 2), self.groups(part), group));
        let bytes = after_lines(bytes, line);
        bytes.get(..line_end(bytes))
    }

    /// Whether a key may begin with the first word of `key`; where not, `key` is none and begins none.
    fn passes(self, key: &[u8]) -> bool {
        filter::passes(self.from(0).get(..self.number(4)).unwrap_or(&[]), key)
    }

    fn row(self, index: usize) -> Row {
        Row { table: self, index }
    }

    /// The first row whose key begins with `key`.
    fn find(self, key: &str) -> Option<Hit> {
        if self.passes(key.as_bytes()) { self.seek(key.as_bytes()) } else { None }
    }

    /// How the first key of `block` stands to `query`.
    fn compare_first(self, block: usize, query: &[u8]) -> Compared {
        let rest = self.keys(block);
        let head = self.head(block);
        let head = head.get(..self.shared(block * BLOCK)).unwrap_or(&head);
        match compare(head, query) {
            // The query goes on behind the head.
            Compared::Before(common) if common == head.len() => match compare(rest, &query[common..]) {
                Compared::Before(more) => Compared::Before(common + more),
                compared => compared,
            },
            Compared::Within(b'\n') => Compared::Within(rest.first().copied().unwrap_or(b'\n')),
            compared => compared,
        }
    }

    /// The last block that begins at or before `query`, the first one where none does, and how its first key stands to `query`.
    fn block_of(self, query: &[u8]) -> (usize, Compared) {
        let mut head = [0; 4];
        let known = query.len().min(4);
        head[..known].copy_from_slice(&query[..known]);
        let wanted = u32::from_be_bytes(head);
        // The last block whose head is not after the query's. Which half comes next is a matter of chance: a choice of numbers is faster than one of ways.
        let (mut block, mut blocks) = (0, self.blocks());
        let heads = self.blob.get(self.heads()..self.heads() + 4 * blocks).unwrap_or(&[]).as_chunks::<4>().0;
        let head = |block: usize| heads.get(block).map_or(0, |&head| u32::from_be_bytes(head));
        while blocks > 1 {
            let half = blocks / 2;
            block += if head(block + half) <= wanted { half } else { 0 };
            blocks -= half;
        }
        // A head before the query's tells how much both share.
        let found = head(block);
        if found < wanted {
            let common = (found ^ wanted).leading_zeros() as usize / 8;
            return (block, Compared::Before(common.min(self.shared(block * BLOCK))));
        }
        // Of blocks with one head, the whole first key tells.
        loop {
            let compared = self.compare_first(block, query);
            if block == 0 || head(block) != wanted || matches!(compared, Compared::Before(_) | Compared::Within(b'\n'))
            {
                return (block, compared);
            }
            block -= 1;
        }
    }

    /// The first row whose key begins with `query`.
    fn seek(self, query: &[u8]) -> Option<Hit> {
        if self.is_empty() {
            return None;
        }
        let (block, compared) = self.block_of(query);
        let keys = self.keys(block);
        let first = block * BLOCK;
        // How many bytes the last key shares with the query.
        let mut common = match compared {
            Compared::Before(common) => common,
            Compared::Within(behind) => {
                return Some(Hit { row: first, behind, rest: after_lines(keys, 1) });
            }
            Compared::After => return None,
        };
        let next = (first + BLOCK).min(self.len());
        let shared = self.from(self.number(4)).get(first..)?;
        // The lines that were not looked at yet begin at `lines`, that of row number `passed` of the block.
        let (mut lines, mut passed) = (keys, 0);
        let mut row = 1;
        loop {
            // A key that shares more with the last one differs from the query where that did, so that it is before it too; one that shares less is after it.
            // A key that shares nothing may be written whole: it is compared from its beginning.
            row = next_at_most(shared, row, next - first, common);
            if row >= next - first {
                break;
            }
            let shared = usize::from(shared[row]);
            if shared < common && shared > 0 {
                return None;
            }
            lines = after_lines(lines, row - passed);
            passed = row;
            match compare(lines, query.get(shared..)?) {
                Compared::Before(more) => common = shared + more,
                Compared::Within(behind) => {
                    return Some(Hit { row: first + row, behind, rest: after_lines(lines, 1) });
                }
                Compared::After => return None,
            }
            row += 1;
        }
        // The next block begins behind the query, perhaps with it.
        if next >= self.len() {
            return None;
        }
        match self.compare_first(block + 1, query) {
            Compared::Within(behind) => Some(Hit { row: next, behind, rest: &[] }),
            _ => None,
        }
    }

    /// Key and payload of row `index`, in the order of the keys: of a table whose keys are written whole (`Keys::Whole` in `build/blob.rs`).
    pub fn at(self, index: usize) -> Option<(&'static str, Row)> {
        if index >= self.len() {
            return None;
        }
        let bytes = after_lines(self.keys(index / BLOCK), index % BLOCK);
        Some((std::str::from_utf8(bytes.get(..line_end(bytes))?).ok()?, self.row(index)))
    }

    /// The payload of `key`, which must be folded.
    pub fn get(self, key: &str) -> Option<Row> {
        let hit = self.find(key)?;
        hit.is_equal().then(|| self.row(hit.row))
    }

    /// The payload of `key`, and whether some longer key begins with it and a space: a longer phrase may still be found.
    pub fn get_and_has_longer(self, key: &str) -> (Option<Row>, bool) {
        let (row, behind) = self.get_and_behind(key);
        // No sign that stands in a key comes before the space.
        (row, behind == Some(b' '))
    }

    /// The payload of `key`, and whether some longer key begins with it, be it within a word: a longer phrase may still be found.
    pub fn get_and_goes_on(self, key: &str) -> (Option<Row>, bool) {
        let (row, behind) = self.get_and_behind(key);
        (row, behind.is_some())
    }

    /// The payload of `key`, and what stands behind it in the first longer key that begins with it.
    fn get_and_behind(self, key: &str) -> (Option<Row>, Option<u8>) {
        let Some(hit) = self.find(key) else { return (None, None) };
        if !hit.is_equal() {
            return (None, Some(hit.behind));
        }
        let next = hit.row + 1;
        let behind = if next >= self.len() {
            Compared::After
        } else if next.is_multiple_of(BLOCK) {
            self.compare_first(next / BLOCK, key.as_bytes())
        } else {
            match self.shared(next) {
                0 => compare(hit.rest, key.as_bytes()),
                shared if shared == key.len() => Compared::Within(hit.rest.first().copied().unwrap_or(b'\n')),
                _ => Compared::After,
            }
        };
        let behind = if let Compared::Within(behind) = behind { Some(behind) } else { None };
        (Some(self.row(hit.row)), behind)
    }

    /// Whether `key` is in the table.
    pub fn has(self, key: &str) -> bool {
        self.find(key).is_some_and(|hit| hit.is_equal())
    }

    /// Whether some key has `word`, a whole token, for its first, as far as can be told without a search: `false` is sure.
    pub fn may_begin_with(self, word: &str) -> bool {
        self.passes(word.as_bytes())
    }

    /// Whether some key begins with `prefix`, which may end inside a word: a longer phrase may still be found.
    pub fn has_prefix(self, prefix: &str) -> bool {
        self.seek(prefix.as_bytes()).is_some()
    }

    /// Every row in order: key and payload. For tests and developer commands; reading an article looks rows up.
    pub fn rows(self) -> impl Iterator<Item = (String, Row)> {
        let mut rest = self.keys(0);
        let mut key = Vec::new();
        (0..self.len()).map(move |row| {
            if row % BLOCK == 0 {
                key = self.head(row / BLOCK).to_vec();
            }
            key.truncate(self.shared(row));
            key.extend_from_slice(&rest[..line_end(rest)]);
            rest = after_lines(rest, 1);
            (String::from_utf8_lossy(&key).into_owned(), self.row(row))
        })
    }
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
fn line_end(bytes: &[u8]) -> usize {
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
fn after_lines(bytes: &[u8], mut count: usize) -> &[u8] {
    let mut rest = bytes;
    while count > 0 {
        let Some((sixteen, behind)) = rest.split_first_chunk() else { break };
        let mut feeds = line_feeds(sixteen);
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

/// Which of sixteen bytes are line feeds: a bit each, the lowest for the first.
#[cfg(target_feature = "simd128")]
fn line_feeds(bytes: &[u8; 16]) -> u32 {
    use std::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, u64x2};
    let all = u128::from_le_bytes(*bytes);
    let bytes = u64x2(all as u64, (all >> 64) as u64);
    u32::from(u8x16_bitmask(u8x16_eq(bytes, u8x16_splat(b'\n'))))
}

/// Which of sixteen bytes are line feeds: a bit each, the lowest for the first.
///
/// Where the lower seven bits of a byte are none, adding `7f` does not set the top bit (Hacker's Delight, 6-1): what has no bit set then was zero in the
/// difference to eight line feeds. The product moves the top bits, each to a place of its own, into the uppermost byte.
#[cfg(not(target_feature = "simd128"))]
fn line_feeds(bytes: &[u8; 16]) -> u32 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const LOW: u64 = EACH * 0x7f;
    let all = u128::from_le_bytes(*bytes);
    let [first, second] = [all as u64, (all >> 64) as u64].map(|eight| {
        let difference = eight ^ (EACH * b'\n' as u64);
        let feeds = !(((difference & LOW) + LOW) | difference | LOW);
        ((feeds >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32
    });
    first | second << 8
}

/// The first row from `row` on that shares at most `most` bytes with the one before, by the column of these numbers, none of which is above 127; `end` or
/// more where none does before.
///
/// Eight are compared at once: with the top bits set beforehand, subtracting `most + 1` clears that of each that is no larger, and borrows from no neighbour.
fn next_at_most(shared: &[u8], mut row: usize, end: usize, most: usize) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const TOP: u64 = EACH * 0x80;
    let behind = EACH * (most as u64 + 1).min(0x80);
    while row < end {
        let Some(eight) = shared.get(row..).and_then(<[u8]>::first_chunk::<8>) else {
            // The last rows of a table.
            let tail = shared.get(row..).unwrap_or(&[]);
            return row + tail.iter().position(|&shared| usize::from(shared) <= most).unwrap_or(tail.len());
        };
        let larger = ((u64::from_le_bytes(*eight) | TOP) - behind) & TOP;
        if larger != TOP {
            return row + (larger ^ TOP).trailing_zeros() as usize / 8;
        }
        row += 8;
    }
    end
}

/// How a line stands to a query.
#[derive(PartialEq)]
enum Compared {
    /// It is before the query, with which it shares so many bytes.
    Before(usize),
    /// It begins with the query; then comes this byte, a line feed where it is the query.
    Within(u8),
    /// It is after the query.
    After,
}

/// Compares the first line of `bytes` with `query`.
fn compare(bytes: &[u8], query: &[u8]) -> Compared {
    for (index, &wanted) in query.iter().enumerate() {
        // A line feed comes before every sign of a key: a line that ends here is before the query.
        let byte = bytes.get(index).copied().unwrap_or(b'\n');
        if byte != wanted {
            return if byte < wanted { Compared::Before(index) } else { Compared::After };
        }
    }
    Compared::Within(bytes.get(query.len()).copied().unwrap_or(b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Three rows in one block, as the build script writes them: a part with a dictionary, and one with lines.
    static TABLE: Table = Table::new(
        b"\x03\0\0\0\0\0\0\0\x02\0\0\0\x35\0\0\0\
          \x02\0\0\0\x0d\0\0\0\x2f\0\0\0\0\0\0\0\x15\0\0\0\x32\0\0\0\
          nord\x03\0\0\x10\0\0\x15\0\0\
          \x04\x04\x00\n est\nsud\n\x00\x01\x00n\nne\n\nl\n\n",
    );

    #[test]
    fn rows_are_found_by_key_and_by_prefix() {
        let field = |key| TABLE.get(key).map(|r| r.field(0));
        assert_eq!(field("nord"), Some("n"));
        assert_eq!(field("nord est"), Some("ne"));
        assert_eq!(field("sud"), Some("n"));
        assert_eq!(["nord", "nord est", "sud"].map(|key| TABLE.get(key).unwrap().part(1)), ["", "l", ""]);
        assert_eq!([field("no"), field("nord e"), field("zone"), field("")], [None; 4]);
        assert!(TABLE.has("nord est") && !TABLE.has("nor"));
        assert!(TABLE.has_prefix("no") && TABLE.has_prefix("sud") && !TABLE.has_prefix("sude"));
        assert!(TABLE.get_and_has_longer("nord").1);
        assert!(!TABLE.get_and_has_longer("nord est").1);
        assert!(!TABLE.get_and_has_longer("nor").1);
        assert!(!TABLE.get_and_has_longer("sud").1);
        assert_eq!(TABLE.rows().map(|(key, _)| key).collect::<Vec<_>>(), ["nord", "nord est", "sud"]);
        assert_eq!(TABLE.at(2).map(|(key, row)| (key, row.field(0))), Some(("sud", "n")));
        assert_eq!(TABLE.at(3), None);
    }

    /// The compiled tables of many blocks, one of which has its keys whole, against plain maps.
    #[test]
    fn every_row_is_found() {
        for blob in [
            include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.bin")).as_slice(),
            include_bytes!(concat!(env!("OUT_DIR"), "/titles.bin")),
            include_bytes!(concat!(env!("OUT_DIR"), "/speech.bin")),
        ] {
            let table = Table::new(Box::leak(blob.into()));
            let rows: std::collections::BTreeMap<String, Row> = table.rows().collect();
            assert_eq!(rows.len(), table.len());
            for (key, &row) in &rows {
                assert_eq!(table.get(key), Some(row), "{key}");
                for (end, _) in key.char_indices().skip(1) {
                    let prefix = &key[..end];
                    let longer = format!("{prefix} ");
                    let has_longer = rows.range(longer.clone()..).next().is_some_and(|(k, _)| k.starts_with(&longer));
                    assert_eq!(table.get_and_has_longer(prefix), (rows.get(prefix).copied(), has_longer), "{prefix}");
                    assert!(table.has_prefix(prefix), "{prefix}");
                    for query in [format!("{prefix}\u{0}"), format!("{prefix}~")] {
                        let begins = rows.range(query.clone()..).next().is_some_and(|(k, _)| k.starts_with(&query));
                        assert_eq!((table.get(&query), table.has_prefix(&query)), (None, begins), "{query:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn an_empty_table_has_nothing() {
        let table = Table::new(&[0; 16]);
        assert!(table.is_empty() && !table.has("") && !table.has_prefix("") && table.rows().next().is_none());
    }
}
