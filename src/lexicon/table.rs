//! One compiled table: sorted rows in blocks, searched by bisection over the blocks and then row by row.

use super::filter;
use super::payload::{Payload, Row, after_lines, in_columns, line_end, number};

/// A compiled table. Layout, all numbers little-endian:
///
/// | what | bytes |
/// |---|---|
/// | where the payloads begin; number of bytes of the filter; where the filter begins | 3 · 4 |
/// | the head of each block | 4 each |
/// | where the keys of each block begin | 3 each, in columns |
/// | the filter (see [`filter`]); for each row, how many bytes its key shares with the key before, or with the head in the first row of a block; what follows in each key | |
/// | the payloads: see [`Payload`] | |
///
/// What is alike stands together, which compresses better. Offsets of keys are counted from the beginning of the filter.
///
/// A block is up to 32 rows in order of their keys. Its head is the first four bytes of its first key, zeros where that is shorter: the bisection looks at these, which lie together.
/// Keys end with a line feed.
pub struct Table {
    blob: &'static [u8],
    payload: Payload,
}

/// Bytes before the heads.
const COUNTS: usize = 12;

/// Rows in a block. A larger one has fewer offsets, which don't compress, and is slower to search.
const BLOCK: usize = 32;

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
    pub fn new(blob: &'static [u8]) -> Self {
        Self { blob, payload: Payload::new(blob.get(number(blob, 0)..).unwrap_or(&[])) }
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.payload.len()
    }

    /// Whether it has no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn blocks(&self) -> usize {
        self.len().div_ceil(BLOCK)
    }

    /// The head of a block.
    fn head(&self, block: usize) -> [u8; 4] {
        self.blob.get(COUNTS + 4 * block..).and_then(|bytes| bytes.first_chunk()).copied().unwrap_or_default()
    }

    /// The bytes from `offset` of the body on.
    fn from(&self, offset: usize) -> &'static [u8] {
        self.blob.get(number(self.blob, 8) + offset..).unwrap_or(&[])
    }

    /// How many bytes the filter has.
    fn filter_len(&self) -> usize {
        number(self.blob, 4)
    }

    /// How many bytes the key of `row` shares with the one before; 0 where it is written whole.
    fn shared(&self, row: usize) -> usize {
        self.from(self.filter_len()).get(row).map_or(0, |&shared| usize::from(shared))
    }

    /// The lines of the keys from the first one of `block` on.
    fn keys(&self, block: usize) -> &'static [u8] {
        let blocks = self.blocks();
        self.from(in_columns(self.blob, COUNTS + 4 * blocks, blocks, block))
    }

    /// Whether a key may begin with the first word of `key`; where not, `key` is none and begins none.
    pub(super) fn passes(&self, key: &[u8]) -> bool {
        filter::passes(self.from(0).get(..self.filter_len()).unwrap_or(&[]), key)
    }

    fn row(&'static self, index: usize) -> Row {
        self.payload.row(index)
    }

    /// The first row whose key begins with `key`.
    fn find(&self, key: &str) -> Option<Hit> {
        if self.passes(key.as_bytes()) { self.seek(key.as_bytes()) } else { None }
    }

    /// How the first key of `block` stands to `query`.
    fn compare_first(&self, block: usize, query: &[u8]) -> Compared {
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
    fn block_of(&self, query: &[u8]) -> (usize, Compared) {
        let mut head = [0; 4];
        let known = query.len().min(4);
        head[..known].copy_from_slice(&query[..known]);
        let wanted = u32::from_be_bytes(head);
        // The last block whose head is not after the query's. Which half comes next is a matter of chance: a choice of numbers is faster than one of ways.
        let (mut block, mut blocks) = (0, self.blocks());
        let heads = self.blob.get(COUNTS..COUNTS + 4 * blocks).unwrap_or(&[]).as_chunks::<4>().0;
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
    fn seek(&self, query: &[u8]) -> Option<Hit> {
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
        let shared = self.from(self.filter_len()).get(first..)?;
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

    /// Key and payload of row `index`, in the order of the keys: of a table whose keys are written whole (see `Keys` in `build/blob.rs`).
    pub fn at(&'static self, index: usize) -> Option<(&'static str, Row)> {
        if index >= self.len() {
            return None;
        }
        let bytes = after_lines(self.keys(index / BLOCK), index % BLOCK);
        Some((std::str::from_utf8(bytes.get(..line_end(bytes))?).ok()?, self.row(index)))
    }

    /// The payload of `key`, which must be folded.
    pub fn get(&'static self, key: &str) -> Option<Row> {
        let hit = self.find(key)?;
        hit.is_equal().then(|| self.row(hit.row))
    }

    /// The payload of `key`, and whether some longer key begins with it, be it within a word: a longer phrase may still be found.
    pub fn get_and_goes_on(&'static self, key: &str) -> (Option<Row>, bool) {
        let (row, behind) = self.get_and_behind(key);
        (row, behind.is_some())
    }

    /// The payload of `key`, and what stands behind it in the first longer key that begins with it.
    fn get_and_behind(&'static self, key: &str) -> (Option<Row>, Option<u8>) {
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
    pub fn has(&self, key: &str) -> bool {
        self.find(key).is_some_and(|hit| hit.is_equal())
    }

    /// Whether some key has `word`, a whole token, for its first, as far as can be told without a search: `false` is sure.
    pub fn may_begin_with(&self, word: &str) -> bool {
        self.passes(word.as_bytes())
    }

    /// Whether some key begins with `prefix`, which may end inside a word: a longer phrase may still be found.
    pub fn has_prefix(&self, prefix: &str) -> bool {
        self.seek(prefix.as_bytes()).is_some()
    }

    /// Every row in order: key and payload. For tests and developer commands; reading an article looks rows up.
    pub fn rows(&'static self) -> impl Iterator<Item = (String, Row)> {
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
    use std::sync::LazyLock;

    use super::*;

    // Three rows in one block, as the build script writes them: a part with a dictionary, and one with lines.
    static TABLE: LazyLock<Table> = LazyLock::new(|| {
        Table::new(
            b"\x20\0\0\0\0\0\0\0\x13\0\0\0\
          nord\x03\0\0\
          \x04\x04\x00\n est\nsud\n\
          \x03\0\0\0\x02\0\0\0\
          \x02\0\0\0\x18\0\0\0\0\0\0\0\x20\0\0\0\
          \x00\x01\x00n\nne\n\nl\n\n",
        )
    });

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
        assert!(TABLE.get_and_goes_on("nord").1);
        assert!(!TABLE.get_and_goes_on("nord est").1);
        assert!(TABLE.get_and_goes_on("nor").1);
        assert!(!TABLE.get_and_goes_on("sud").1);
        assert_eq!(TABLE.rows().map(|(key, _)| key).collect::<Vec<_>>(), ["nord", "nord est", "sud"]);
        assert_eq!(TABLE.at(2).map(|(key, row)| (key, row.field(0))), Some(("sud", "n")));
        assert_eq!(TABLE.at(3), None);
    }

    /// The compiled tables of many blocks, one of which has its keys whole, against plain maps.
    #[test]
    fn every_row_is_found() {
        for blob in [
            include_bytes!(concat!(env!("OUT_DIR"), "/role_classes.bin")).as_slice(),
            include_bytes!(concat!(env!("OUT_DIR"), "/sources.bin")),
            include_bytes!(concat!(env!("OUT_DIR"), "/speech.bin")),
        ] {
            let table: &Table = Box::leak(Box::new(Table::new(blob)));
            let rows: std::collections::BTreeMap<String, Row> = table.rows().collect();
            assert_eq!(rows.len(), table.len());
            for (key, &row) in &rows {
                let mut behind = rows.range(key.clone()..).skip(1);
                let goes_on = behind.next().is_some_and(|(longer, _)| longer.starts_with(key));
                assert_eq!(table.get_and_goes_on(key), (Some(row), goes_on), "{key}");
                assert_eq!(table.get(key), Some(row), "{key}");
                for (end, _) in key.char_indices().skip(1) {
                    let prefix = &key[..end];
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
        static EMPTY: LazyLock<Table> = LazyLock::new(|| Table::new(&[0; 12]));
        assert!(EMPTY.is_empty() && !EMPTY.has("") && !EMPTY.has_prefix("") && EMPTY.rows().next().is_none());
    }
}
