//! Entries for tests.

use super::{EntryHead, PrivateBlob, Seq, StoredEntry};

/// An entry whose bodies depend on its number, of about the given length in all.
pub(super) fn entry(seq: u64, length: usize) -> StoredEntry {
    let byte = u8::try_from(seq % 251).unwrap() + 1;
    let head = EntryHead {
        seq: Seq(seq),
        at: 1_782_000_000_000 + i64::try_from(seq).unwrap(),
        who: 3,
        request: seq / 2,
        kind: 12,
        version: 1,
        practice_day: seq.is_multiple_of(3).then_some(20_000),
    };
    let private = seq.is_multiple_of(2).then(|| PrivateBlob {
        key_id: 1,
        nonce: [byte; 12],
        sealed: vec![byte ^ 0x55; length - length / 3],
    });
    let clear = if private.is_some() { length / 3 } else { length };
    StoredEntry { head, clear: vec![byte; clear], private }
}

/// Entries numbered from `first` on.
pub(super) fn entries(first: u64, lengths: &[usize]) -> Vec<StoredEntry> {
    (first..).zip(lengths).map(|(seq, length)| entry(seq, *length)).collect()
}
