//! Rows into the bytes that `table.rs` and `payload.rs` read; the layout is described there.

use super::{Rows, filter};
use std::collections::BTreeMap;

/// Rows in a block: the first key of each says how much it shares with the block's head, the others with the key before.
const BLOCK: usize = 32;

/// Bytes of a head.
const HEAD: usize = 4;

/// How the keys of a table are written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Keys {
    /// Each says how much it shares with the one before, which is shorter.
    Shared,
    /// Each is whole, for tables whose rows are also read by number.
    Whole,
    /// Each is a number: see `hashed.rs`.
    Hashed,
}

/// Stands between the parts of a payload, each of which is a column of the table.
pub(crate) const PART: char = '\u{1f}';

/// A part with more different texts than this has a line for each row.
const MOST_TEXTS: usize = 2048;

/// The blob of `rows`.
pub(crate) fn of(rows: &Rows, keys: Keys) -> Vec<u8> {
    let (mut heads, mut key_starts, mut shared, mut key_bytes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut last: &[u8] = b"";
    for (index, (key, payload)) in rows.iter().enumerate() {
        assert!(key.len() <= 255 && !key.contains(['\t', '\n']) && !payload.contains('\n'), "`{key}` is no key");
        if index % BLOCK == 0 {
            key_starts.push(key_bytes.len());
            last = &key.as_bytes()[..key.len().min(HEAD)];
            heads.extend_from_slice(last);
            heads.resize(key_starts.len() * HEAD, 0);
        }
        if keys == Keys::Whole {
            last = b"";
        }
        let key = key.as_bytes();
        let same = key.iter().zip(last).take_while(|(a, b)| a == b).count();
        assert!(same < 128, "`{}` shares too much with the key before", String::from_utf8_lossy(key));
        shared.push(same as u8);
        key_bytes.extend_from_slice(&key[same..]);
        key_bytes.push(b'\n');
        last = key;
    }
    let filter = filter::of(rows.keys().map(String::as_bytes));
    let body = 12 + heads.len() + 3 * key_starts.len();
    let keys_at = filter.len() + shared.len();
    let mut blob = [body + keys_at + key_bytes.len(), filter.len(), body].map(number).concat();
    blob.extend(heads);
    blob.extend(columns(key_starts.iter().map(|start| keys_at + start)));
    blob.extend(filter);
    blob.extend(shared);
    blob.extend(key_bytes);
    blob.extend(payload(&rows.values().map(String::as_str).collect::<Vec<_>>()));
    blob
}

/// The bytes that `payload.rs` reads; the layout is described there.
pub(crate) fn payload(rows: &[&str]) -> Vec<u8> {
    let count = rows.iter().map(|payload| payload.split(PART).count()).max().unwrap_or(0);
    let parts: Vec<Part> = (0..count)
        .map(|part| Part::of(&rows.iter().map(|row| row.split(PART).nth(part).unwrap_or("")).collect::<Vec<_>>()))
        .collect();
    let mut data_at = 8 + 8 * count;
    let mut blob = [rows.len(), count].map(number).concat();
    for part in &parts {
        blob.extend([part.texts, data_at].into_iter().flat_map(number));
        data_at += part.codes.len() + part.lines.len();
    }
    for part in parts {
        blob.extend(part.codes);
        blob.extend(part.lines);
    }
    blob
}

pub(crate) fn number(n: usize) -> [u8; 4] {
    u32::try_from(n).expect("a table is smaller than 4 GB").to_le_bytes()
}

/// A part of the payloads of all rows.
struct Part {
    /// How many texts the dictionary has; 0 for none.
    texts: usize,
    codes: Vec<u8>,
    /// The dictionary, or the text of each row.
    lines: Vec<u8>,
}

impl Part {
    fn of(rows: &[&str]) -> Self {
        let mut often: BTreeMap<&str, usize> = BTreeMap::new();
        rows.iter().for_each(|row| *often.entry(row).or_default() += 1);
        if often.len() > MOST_TEXTS {
            return Self { texts: 0, codes: Vec::new(), lines: lines(rows) };
        }
        let mut texts: Vec<&str> = often.keys().copied().collect();
        texts.sort_by_key(|text| std::cmp::Reverse(often[text]));
        let codes: BTreeMap<&str, usize> = texts.iter().enumerate().map(|(code, &text)| (text, code)).collect();
        let column = |shift: u32| rows.iter().map(move |row| (codes[row] >> shift) as u8);
        let columns = match texts.len() {
            0 | 1 => Vec::new(),
            2..=256 => column(0).collect(),
            _ => column.clone()(0).chain(column(8)).collect(),
        };
        Self { texts: texts.len(), codes: columns, lines: lines(&texts) }
    }
}

/// The texts as lines.
fn lines(texts: &[&str]) -> Vec<u8> {
    texts.iter().flat_map(|text| text.bytes().chain([b'\n'])).collect()
}

/// Numbers of three bytes in columns: all low bytes, then all that are next.
pub(crate) fn columns(numbers: impl Iterator<Item = usize> + Clone) -> Vec<u8> {
    (0..3).flat_map(|column| numbers.clone().map(move |number| (number >> (8 * column)) as u8)).collect()
}
