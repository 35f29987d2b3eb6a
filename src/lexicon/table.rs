//! One compiled table: sorted lines behind an array of offsets, searched by bisection.

/// A compiled table. Layout, all numbers little-endian `u32`: number of rows; end of each row; then the rows, `key\tpayload`, sorted by key.
#[derive(Clone, Copy)]
pub struct Table {
    blob: &'static [u8],
}

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

    /// All fields of the payload.
    pub fn fields(self) -> impl Iterator<Item = &'static str> {
        self.payload.split('\t').filter(|f| !f.is_empty())
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

    /// Key and payload of row `index`.
    fn row(self, index: usize) -> (&'static [u8], &'static [u8]) {
        let base = 4 + 4 * self.len();
        let start = if index == 0 { 0 } else { self.number(4 * index) };
        let end = self.number(4 + 4 * index);
        let row = &self.blob[base + start..base + end];
        let tab = row.iter().position(|&b| b == b'\t').unwrap_or(row.len());
        (&row[..tab], &row[(tab + 1).min(row.len())..])
    }

    /// Index of the first row whose key is not before `key`.
    fn lower_bound(self, key: &[u8]) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.row(middle).0 < key {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Key and payload of row `index`, in the order of the keys.
    pub fn at(self, index: usize) -> Option<(&'static str, Row)> {
        if index >= self.len() {
            return None;
        }
        let (key, payload) = self.row(index);
        Some((std::str::from_utf8(key).ok()?, Row { payload: std::str::from_utf8(payload).ok()? }))
    }

    /// The payload of `key`, which must be folded.
    pub fn get(self, key: &str) -> Option<Row> {
        let index = self.lower_bound(key.as_bytes());
        if index == self.len() {
            return None;
        }
        let (found, payload) = self.row(index);
        (found == key.as_bytes()).then(|| Row { payload: std::str::from_utf8(payload).unwrap_or("") })
    }

    /// Whether `key` is in the table.
    pub fn has(self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Whether some key begins with `prefix`: a longer phrase may still be found.
    pub fn has_prefix(self, prefix: &str) -> bool {
        let index = self.lower_bound(prefix.as_bytes());
        index < self.len() && self.row(index).0.starts_with(prefix.as_bytes())
    }
}
