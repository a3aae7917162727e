//! Frames: what lies in a segment file between its header and its zero tail.
//!
//! ```text
//!  0  kind          u8    'E' an entry, 'C' the end of a commit; zero: nothing was written here yet
//!  1  length        u24   bytes of payload
//!  4  first         u64   number of the first entry of the commit
//! 12  index         u32   entry: its place in the commit, from 0; end: how many entries the commit has
//! 16  payload crc   u32   CRC-32 of the payload
//! 20  header crc    u32   CRC-32 of bytes 0..20
//! 24  payload             entry: see `entry`; end: the seal (32 bytes) after the last entry
//! ```
//!
//! All little-endian. The header has its own checksum, so that a damaged payload does not hide where the
//! next frame begins; it names its commit, so that a frame found after damage tells whether the damaged
//! commit had been finished (a later commit is only begun when the one before is on disk).

use super::{
    bytes::Cursor,
    entry::{Seq, StoredEntry},
    seal::Seal,
};

/// Bytes of a frame's header.
pub(super) const HEADER: usize = 24;
/// The same, where file offsets are counted.
pub(super) const HEADER_BYTES: u64 = 24;
/// The longest payload that fits its length field.
pub(super) const LONGEST_PAYLOAD: usize = 0x00ff_ffff;

const CHECKED: usize = 20;
const SEAL_LENGTH: u32 = 32;
const ENTRY: u8 = b'E';
const COMMIT: u8 = b'C';

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FrameKind {
    Entry,
    Commit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FrameHeader {
    pub(super) kind: FrameKind,
    length: u32,
    pub(super) first: Seq,
    pub(super) index: u32,
    payload_crc: u32,
}

impl FrameHeader {
    /// The header in the first 24 of these bytes, if its checksum holds.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let checked = bytes.get(..CHECKED)?;
        let mut cursor = Cursor::new(bytes);
        let kind = match cursor.byte()? {
            ENTRY => FrameKind::Entry,
            COMMIT => FrameKind::Commit,
            _ => return None,
        };
        let [a, b, c] = cursor.array()?;
        let length = u32::from_le_bytes([a, b, c, 0]);
        let first = Seq(u64::from_le_bytes(cursor.array()?));
        let index = u32::from_le_bytes(cursor.array()?);
        let payload_crc = u32::from_le_bytes(cursor.array()?);
        let header_crc = u32::from_le_bytes(cursor.array()?);
        let shaped = kind == FrameKind::Entry || length == SEAL_LENGTH;
        (shaped && crc32fast::hash(checked) == header_crc).then_some(Self {
            kind,
            length,
            first,
            index,
            payload_crc,
        })
    }

    /// Bytes of the whole frame.
    pub(super) fn frame_length(&self) -> u64 {
        HEADER_BYTES + u64::from(self.length)
    }

    /// Whether this is the payload that was written.
    pub(super) fn fits(&self, payload: &[u8]) -> bool {
        crc32fast::hash(payload) == self.payload_crc
    }

    /// Number of the entry in an entry's frame.
    pub(super) fn seq(&self) -> Seq {
        self.first.plus(self.index)
    }
}

/// The whole frame of an entry replaces `out`; `None` if it is longer than a frame can be.
pub(super) fn put_entry(out: &mut Vec<u8>, first: Seq, index: u32, entry: &StoredEntry) -> Option<()> {
    out.clear();
    out.resize(HEADER, 0);
    entry.put_payload(out);
    close(out, ENTRY, first, index)
}

/// The frame that ends a commit.
pub(super) fn commit(first: Seq, count: u32, seal: Seal) -> Vec<u8> {
    let mut out = vec![0; HEADER];
    out.extend_from_slice(seal.as_bytes());
    // 32 bytes always fit.
    let _ = close(&mut out, COMMIT, first, count);
    out
}

/// The seal in the payload of a commit's frame.
pub(super) fn seal_in(payload: &[u8]) -> Option<Seal> {
    payload.first_chunk().copied().map(Seal::from_bytes)
}

/// Fills in the header over the payload that follows it in `out`.
fn close(out: &mut [u8], kind: u8, first: Seq, index: u32) -> Option<()> {
    let (header, payload) = out.split_at_mut_checked(HEADER)?;
    if payload.len() > LONGEST_PAYLOAD {
        return None;
    }
    let [a, b, c, _] = u32::try_from(payload.len()).ok()?.to_le_bytes();
    let mut fields = vec![kind, a, b, c];
    fields.extend_from_slice(&first.0.to_le_bytes());
    fields.extend_from_slice(&index.to_le_bytes());
    fields.extend_from_slice(&crc32fast::hash(payload).to_le_bytes());
    let crc = crc32fast::hash(&fields);
    fields.extend_from_slice(&crc.to_le_bytes());
    header.copy_from_slice(&fields);
    Some(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::entry::tests::any_entry, *};

    proptest! {
        #[test]
        fn a_frame_is_read_back_and_any_flipped_bit_of_its_header_is_seen(
            entry in any_entry(12), bit in 0..8 * HEADER,
        ) {
            let mut frame = Vec::new();
            put_entry(&mut frame, Seq(10), 2, &entry).unwrap();
            let header = FrameHeader::read(&frame).unwrap();
            prop_assert_eq!(header.seq(), Seq(12));
            prop_assert_eq!(header.frame_length(), u64::try_from(frame.len()).unwrap());
            prop_assert!(header.fits(&frame[HEADER..]));
            prop_assert_eq!(StoredEntry::from_payload(header.seq(), &frame[HEADER..]), Some(entry));
            frame[bit / 8] ^= 1 << (bit % 8);
            prop_assert_eq!(FrameHeader::read(&frame), None);
        }
    }

    #[test]
    fn the_end_of_a_commit_holds_its_seal_in_fifty_six_bytes() {
        let seal = Seal::ORIGIN.then(b"x");
        let frame = commit(Seq(10), 3, seal);
        assert_eq!(frame.len(), 56);
        let header = FrameHeader::read(&frame).unwrap();
        assert_eq!((header.kind, header.first, header.index), (FrameKind::Commit, Seq(10), 3));
        assert_eq!(seal_in(&frame[HEADER..]), Some(seal));
    }
}
