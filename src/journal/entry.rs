//! One entry as the journal keeps it: a clear head, clear bytes, and one sealed blob for what is personal.
//!
//! The journal does not look into `clear` or the blob. What they mean is decided by `kind` and `version`.

use super::bytes::{Cursor, put_signed, put_varint};
pub use crate::request::Seq;

/// Where an entry lies, so that it can be read without searching. Valid as long as the journal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Number of the segment file; the first is 1.
    pub segment: u32,
    /// Bytes from the start of that file.
    pub offset: u64,
}

impl Position {
    /// How many bytes a stored position has.
    pub const LENGTH: usize = 12;

    /// Fixed-size bytes; they sort as the positions do.
    pub fn to_bytes(self) -> [u8; Self::LENGTH] {
        let mut bytes = [0; Self::LENGTH];
        let parts = self.segment.to_be_bytes().into_iter().chain(self.offset.to_be_bytes());
        bytes.iter_mut().zip(parts).for_each(|(slot, byte)| *slot = byte);
        bytes
    }

    /// The position with these bytes.
    pub fn from_bytes(bytes: [u8; Self::LENGTH]) -> Self {
        let [a, b, c, d, offset @ ..] = bytes;
        Self { segment: u32::from_be_bytes([a, b, c, d]), offset: u64::from_be_bytes(offset) }
    }
}

/// What may be read without the office key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EntryHead {
    /// Number of the entry.
    pub seq: Seq,
    /// When it was recorded: UTC milliseconds since 1970. May step back; order is `seq`.
    pub at: i64,
    /// Number of the clerk who did it.
    pub who: u32,
    /// The request it belongs to: the number of its registering entry; zero if none.
    pub request: u64,
    /// What happened.
    pub kind: u16,
    /// Which layout the body of that kind has.
    pub version: u8,
    /// In a practice office, the civil day that was assumed (days since 1970-01-01).
    pub practice_day: Option<i32>,
}

impl EntryHead {
    /// All of the head as bytes, to be bound to its private blob as additional data: a blob that is moved
    /// to another entry, or whose head is altered, no longer opens.
    pub fn binding(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(32);
        put_varint(&mut out, self.seq.0);
        self.put(&mut out, false);
        out
    }

    fn put(&self, out: &mut Vec<u8>, private: bool) {
        let day = if self.practice_day.is_some() { HAS_DAY } else { 0 };
        out.push(day | if private { HAS_PRIVATE } else { 0 });
        out.extend_from_slice(&self.kind.to_le_bytes());
        out.push(self.version);
        put_signed(out, self.at);
        put_varint(out, self.who.into());
        put_varint(out, self.request);
        if let Some(day) = self.practice_day {
            put_signed(out, day.into());
        }
    }
}

/// What is personal, sealed under one key. The journal stores it unopened.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PrivateBlob {
    /// Which key opens it.
    pub key_id: u32,
    /// Random, never used twice under one key.
    pub nonce: [u8; 12],
    /// SM4-GCM ciphertext followed by its 16-byte tag.
    pub sealed: Vec<u8>,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct StoredEntry {
    /// Number, time, author, request, kind.
    pub head: EntryHead,
    /// The body that needs no key.
    pub clear: Vec<u8>,
    /// The body that does.
    pub private: Option<PrivateBlob>,
}

const HAS_DAY: u8 = 1;
const HAS_PRIVATE: u8 = 2;

impl StoredEntry {
    /// Appends the payload: flags, kind (u16), version (u8), at (signed varint), who, request (varints),
    /// practice day (signed varint, if flagged), key id (varint), nonce (12), length of `clear` (varint;
    /// these three if flagged), `clear`, ciphertext. The number itself is in the frame's header.
    pub(super) fn put_payload(&self, out: &mut Vec<u8>) {
        self.head.put(out, self.private.is_some());
        if let Some(blob) = &self.private {
            put_varint(out, blob.key_id.into());
            out.extend_from_slice(&blob.nonce);
            // A `usize` is never wider than 64 bits on the systems this runs on.
            put_varint(out, u64::try_from(self.clear.len()).unwrap_or(u64::MAX));
        }
        out.extend_from_slice(&self.clear);
        if let Some(blob) = &self.private {
            out.extend_from_slice(&blob.sealed);
        }
    }

    /// Reads a payload back; `None` if it is not one.
    pub(super) fn from_payload(seq: Seq, payload: &[u8]) -> Option<Self> {
        let mut cursor = Cursor::new(payload);
        let flags = cursor.byte()?;
        if flags & !(HAS_DAY | HAS_PRIVATE) != 0 {
            return None;
        }
        let kind = u16::from_le_bytes(cursor.array()?);
        let version = cursor.byte()?;
        let at = cursor.signed()?;
        let who = u32::try_from(cursor.varint()?).ok()?;
        let request = cursor.varint()?;
        let practice_day =
            if flags & HAS_DAY == 0 { None } else { Some(i32::try_from(cursor.signed()?).ok()?) };
        let head = EntryHead { seq, at, who, request, kind, version, practice_day };
        if flags & HAS_PRIVATE == 0 {
            return Some(Self { head, clear: cursor.rest().to_vec(), private: None });
        }
        let key_id = u32::try_from(cursor.varint()?).ok()?;
        let nonce = cursor.array()?;
        let length = cursor.varint()?;
        let clear = cursor.take(length)?.to_vec();
        let private = Some(PrivateBlob { key_id, nonce, sealed: cursor.rest().to_vec() });
        Some(Self { head, clear, private })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Any entry with the given number.
    pub(in crate::journal) fn any_entry(seq: u64) -> impl Strategy<Value = StoredEntry> {
        let head =
            (any::<i64>(), any::<u32>(), any::<u64>(), any::<u16>(), any::<u8>(), any::<Option<i32>>());
        let blob = proptest::option::of((any::<u32>(), any::<[u8; 12]>(), any::<Vec<u8>>()));
        (head, any::<Vec<u8>>(), blob).prop_map(move |(head, clear, blob)| {
            let (at, who, request, kind, version, practice_day) = head;
            let head = EntryHead { seq: Seq(seq), at, who, request, kind, version, practice_day };
            let private = blob.map(|(key_id, nonce, sealed)| PrivateBlob { key_id, nonce, sealed });
            StoredEntry { head, clear, private }
        })
    }

    proptest! {
        #[test]
        fn an_entry_comes_back_from_its_payload(entry in any_entry(7)) {
            let mut payload = Vec::new();
            entry.put_payload(&mut payload);
            prop_assert_eq!(StoredEntry::from_payload(Seq(7), &payload), Some(entry));
        }

        #[test]
        fn arbitrary_bytes_are_refused_or_read_but_never_panic(bytes: Vec<u8>) {
            let _ = StoredEntry::from_payload(Seq(1), &bytes);
        }

        #[test]
        fn positions_keep_their_order_as_bytes(a: (u32, u64), b: (u32, u64)) {
            let (a, b) = (Position { segment: a.0, offset: a.1 }, Position { segment: b.0, offset: b.1 });
            prop_assert_eq!(Position::from_bytes(a.to_bytes()), a);
            prop_assert_eq!(a.cmp(&b), a.to_bytes().cmp(&b.to_bytes()));
        }
    }

    #[test]
    fn an_ordinary_entry_costs_less_than_twenty_bytes_over_its_bodies() {
        let head = EntryHead {
            seq: Seq(840_000),
            at: 1_782_000_000_000,
            who: 3,
            request: 140_000,
            kind: 12,
            version: 1,
            practice_day: None,
        };
        let mut payload = Vec::new();
        StoredEntry { head, clear: Vec::new(), private: None }.put_payload(&mut payload);
        assert!(payload.len() < 20, "{}", payload.len());
    }
}
