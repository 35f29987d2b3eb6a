//! One compiled table: sorted rows in blocks, searched by bisection over the blocks and then row by row.

/// A compiled table. Layout: number of rows, then where each block begins in the body, all little-endian `u32`; then the body.
/// A block is up to 16 rows in order of their keys; a row is one byte, how many bytes its key shares with the key before (none in the first row of a block), the rest of the key, a tab, the payload, a line feed.
#[derive(Clone, Copy)]
pub struct Table {
    blob: &'static [u8],
}

/// Rows in a block.
const BLOCK: usize = 16;

/// The payload of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    payload: &'static str,
}

impl Row {
    /// Field `index` of the payload; empty where there is none.
    pub fn field(self, index: usize) -> &'static str {
        self.payload.split('\t').nth(index).unwrap_or("")
    }

    /// The fields of the payload that hold something.
    pub fn fields(self) -> impl Iterator<Item = &'static str> {
        self.payload.split('\t').filter(|f| !f.is_empty())
    }
}

/// Reads the rows of one block, or of several in a row.
struct Cursor {
    rest: &'static [u8],
    /// The key that was read last, at most 255 bytes.
    key: [u8; 255],
    key_len: usize,
}

impl Cursor {
    /// Reads the next row; its payload.
    fn next(&mut self) -> Option<&'static [u8]> {
        let (&shared, row) = self.rest.split_first()?;
        let tab = row.iter().position(|&b| b == b'\t')?;
        let suffix = &row[..tab];
        let end = row[tab..].iter().position(|&b| b == b'\n')? + tab;
        self.key_len = shared as usize + suffix.len();
        self.key.get_mut(shared as usize..self.key_len)?.copy_from_slice(suffix);
        self.rest = &row[end + 1..];
        Some(&row[tab + 1..end])
    }

    fn key(&self) -> &[u8] {
        &self.key[..self.key_len]
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

    /// The bytes from the beginning of block `index` on.
    fn block(self, index: usize) -> &'static [u8] {
        let body = 4 + 4 * self.len().div_ceil(BLOCK);
        self.blob.get(body + self.number(4 + 4 * index)..).unwrap_or(&[])
    }

    /// The first key of block `index`, which is whole.
    fn head(self, index: usize) -> &'static [u8] {
        let row = self.block(index).get(1..).unwrap_or(&[]);
        let tab = row.iter().position(|&b| b == b'\t').unwrap_or(row.len());
        &row[..tab]
    }

    /// The first row whose key is not before `key`: the cursor that has read it, and its payload.
    fn seek(self, key: &[u8]) -> Option<(Cursor, &'static [u8])> {
        // The last block that begins at or before `key`.
        let (mut low, mut high) = (0, self.len().div_ceil(BLOCK));
        while low + 1 < high {
            let middle = low + (high - low) / 2;
            if self.head(middle) <= key {
                low = middle;
            } else {
                high = middle;
            }
        }
        if self.is_empty() {
            return None;
        }
        let mut cursor = Cursor { rest: self.block(low), key: [0; 255], key_len: 0 };
        // At most this block and the first row of the next, which is after `key`.
        while let Some(payload) = cursor.next() {
            if cursor.key() >= key {
                return Some((cursor, payload));
            }
        }
        None
    }

    /// Key and payload of row `index`, in the order of the keys: of a table whose keys are written whole (`Keys::Whole` in `build/blob.rs`).
    pub fn at(self, index: usize) -> Option<(&'static str, Row)> {
        if index >= self.len() {
            return None;
        }
        let mut cursor = Cursor { rest: self.block(index / BLOCK), key: [0; 255], key_len: 0 };
        for _ in 0..index % BLOCK {
            cursor.next()?;
        }
        let key = cursor.rest.get(1..)?;
        let payload = cursor.next()?;
        let key = key.get(..cursor.key_len)?;
        Some((std::str::from_utf8(key).ok()?, Row { payload: std::str::from_utf8(payload).ok()? }))
    }

    /// The payload of `key`, which must be folded.
    pub fn get(self, key: &str) -> Option<Row> {
        let (cursor, payload) = self.seek(key.as_bytes())?;
        (cursor.key() == key.as_bytes()).then(|| Row { payload: std::str::from_utf8(payload).unwrap_or("") })
    }

    /// The payload of `key`, and whether some longer key begins with it and a space: a longer phrase may still be found.
    pub fn get_and_has_longer(self, key: &str) -> (Option<Row>, bool) {
        let Some((mut cursor, payload)) = self.seek(key.as_bytes()) else { return (None, false) };
        let mut row = None;
        if cursor.key() == key.as_bytes() {
            row = Some(Row { payload: std::str::from_utf8(payload).unwrap_or("") });
            if cursor.next().is_none() {
                return (row, false);
            }
        }
        // No sign that stands in a key comes before the space.
        let longer = cursor.key().strip_prefix(key.as_bytes()).is_some_and(|rest| rest.starts_with(b" "));
        (row, longer)
    }

    /// Whether `key` is in the table.
    pub fn has(self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Whether some key begins with `prefix`: a longer phrase may still be found.
    pub fn has_prefix(self, prefix: &str) -> bool {
        self.seek(prefix.as_bytes()).is_some_and(|(cursor, _)| cursor.key().starts_with(prefix.as_bytes()))
    }

    /// Every row in order: key and payload. For tests and developer commands; reading an article looks rows up.
    pub fn rows(self) -> impl Iterator<Item = (String, Row)> {
        let mut cursor = Cursor { rest: self.block(0), key: [0; 255], key_len: 0 };
        std::iter::from_fn(move || {
            let payload = cursor.next()?;
            let key = String::from_utf8_lossy(cursor.key()).into_owned();
            Some((key, Row { payload: std::str::from_utf8(payload).unwrap_or("") }))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Three rows in one block, as the build script writes them.
    static TABLE: Table = Table::new(b"\x03\0\0\0\0\0\0\0\x00nord\tn\n\x04 est\tne\n\x00sud\ts\n");

    #[test]
    fn rows_are_found_by_key_and_by_prefix() {
        let field = |key| TABLE.get(key).map(|r| r.field(0));
        assert_eq!(field("nord"), Some("n"));
        assert_eq!(field("nord est"), Some("ne"));
        assert_eq!(field("sud"), Some("s"));
        assert_eq!([field("no"), field("nord e"), field("zone"), field("")], [None; 4]);
        assert!(TABLE.has_prefix("no") && TABLE.has_prefix("sud") && !TABLE.has_prefix("sude"));
        assert!(TABLE.get_and_has_longer("nord").1);
        assert!(!TABLE.get_and_has_longer("nord est").1);
        assert!(!TABLE.get_and_has_longer("nor").1);
        assert_eq!(TABLE.rows().count(), 3);
    }

    #[test]
    fn an_empty_table_has_nothing() {
        let table = Table::new(b"\0\0\0\0");
        assert!(table.is_empty() && !table.has("") && !table.has_prefix("") && table.rows().next().is_none());
    }
}
