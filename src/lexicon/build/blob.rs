//! Rows into the bytes that `table.rs` reads; the layout is described there.

use super::Rows;

/// Rows in a block: the first key of each is whole, the others say how much they share with the key before.
const BLOCK: usize = 16;

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
    let (mut starts, mut body) = (Vec::new(), Vec::new());
    let mut last: &[u8] = b"";
    for (index, (key, payload)) in rows.iter().enumerate() {
        assert!(key.len() <= 255 && !key.contains(['\t', '\n']) && !payload.contains('\n'), "`{key}` is no key");
        if index % BLOCK == 0 {
            starts.extend_from_slice(&(body.len() as u32).to_le_bytes());
            last = b"";
        }
        let key = key.as_bytes();
        if keys == Keys::Whole {
            last = b"";
        }
        let shared = key.iter().zip(last).take_while(|(a, b)| a == b).count();
        body.push(shared as u8);
        body.extend_from_slice(&key[shared..]);
        body.push(b'\t');
        body.extend_from_slice(payload.as_bytes());
        body.push(b'\n');
        last = key;
    }
    let mut blob = (rows.len() as u32).to_le_bytes().to_vec();
    blob.extend(starts);
    blob.extend(body);
    blob
}
