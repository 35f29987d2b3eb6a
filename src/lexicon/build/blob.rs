//! Rows into the bytes that `table.rs` reads; the layout is described there.

use super::{Rows, filter};

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
}

/// The blob of `rows`.
pub(crate) fn of(rows: &Rows, keys: Keys) -> Vec<u8> {
    let (mut heads, mut key_starts, mut payload_starts) = (Vec::new(), Vec::new(), Vec::new());
    let (mut key_bytes, mut payload_bytes) = (Vec::new(), Vec::new());
    let mut last: &[u8] = b"";
    for (index, (key, payload)) in rows.iter().enumerate() {
        assert!(key.len() <= 255 && !key.contains(['\t', '\n']) && !payload.contains('\n'), "`{key}` is no key");
        if index % BLOCK == 0 {
            key_starts.push(key_bytes.len());
            payload_starts.push(payload_bytes.len());
            last = &key.as_bytes()[..key.len().min(HEAD)];
            heads.extend_from_slice(last);
            heads.resize(key_starts.len() * HEAD, 0);
        }
        if keys == Keys::Whole {
            last = b"";
        }
        let key = key.as_bytes();
        let shared = key.iter().zip(last).take_while(|(a, b)| a == b).count();
        key_bytes.push(shared as u8);
        key_bytes.extend_from_slice(&key[shared..]);
        key_bytes.push(b'\n');
        payload_bytes.extend_from_slice(payload.as_bytes());
        payload_bytes.push(b'\n');
        last = key;
    }
    let filter = filter::of(rows.keys().map(String::as_bytes));
    let number = |n: usize| u32::try_from(n).expect("a table is smaller than 4 GB").to_le_bytes();
    let mut blob = number(rows.len()).to_vec();
    blob.extend(number(filter.len()));
    blob.extend(heads);
    blob.extend(key_starts.into_iter().flat_map(|start| number(filter.len() + start)));
    blob.extend(payload_starts.into_iter().flat_map(|start| number(filter.len() + key_bytes.len() + start)));
    blob.extend(filter);
    blob.extend(key_bytes);
    blob.extend(payload_bytes);
    blob
}
