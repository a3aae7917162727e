//! Segment files: their names and the 64 bytes each begins with.
//!
//! ```text
//!  0  magic     8 bytes  "GKJOURNL"
//!  8  format    u16      1
//! 10  reserved  u16      0
//! 12  number    u32      the one in the file's name
//! 16  first     u64      number of the first entry in it
//! 24  seal      32       the seal before that entry
//! 56  reserved  u32      0
//! 60  crc       u32      CRC-32 of bytes 0..60
//! ```
//!
//! Every later format keeps the magic, the version and this checksum, so that an older program can tell a
//! newer file from a damaged one. The seal lets opening and reading begin here without hashing what lies
//! before.

use std::{io, sync::Arc};

use super::{
    bytes::Cursor,
    entry::Seq,
    error::{Damage, Fault, JournalError},
    medium::{Medium, SegmentFile},
    scan,
    seal::{Head, Seal},
};

/// Bytes of a segment's header.
pub(super) const HEADER: usize = 64;
/// The same, where file offsets are counted.
pub(super) const HEADER_BYTES: u64 = 64;

const MAGIC: [u8; 8] = *b"GKJOURNL";
const FORMAT: u16 = 1;
const CHECKED: usize = 60;
const EXTENSION: &str = ".journal";

/// The file name of a segment.
pub(super) fn name(number: u32) -> String {
    format!("{number:06}{EXTENSION}")
}

/// The segment number in a file name.
pub(super) fn number_in(file: &str) -> Option<u32> {
    let number = file.strip_suffix(EXTENSION)?.parse().ok()?;
    (name(number) == file).then_some(number)
}

/// A segment whose header has been read.
#[derive(Clone)]
pub(super) struct Segment {
    pub(super) number: u32,
    /// The head of the journal before its first entry.
    pub(super) before: Head,
    pub(super) file: Arc<dyn SegmentFile>,
}

impl Segment {
    /// Number of its first entry.
    pub(super) fn first(&self) -> Seq {
        self.before.seq.next()
    }

    pub(super) fn fault(&self, seq: Seq, offset: u64, what: Damage) -> Fault {
        Fault { seq, segment: self.number, offset, what }
    }
}

/// The bytes a segment begins with.
pub(super) fn header(number: u32, before: Head) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&FORMAT.to_le_bytes());
    bytes.extend_from_slice(&[0; 2]);
    bytes.extend_from_slice(&number.to_le_bytes());
    bytes.extend_from_slice(&before.seq.next().0.to_le_bytes());
    bytes.extend_from_slice(before.seal.as_bytes());
    bytes.extend_from_slice(&[0; 4]);
    let crc = crc32fast::hash(&bytes);
    bytes.extend_from_slice(&crc.to_le_bytes());
    bytes
}

/// What the first bytes of a segment file say.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Beginning {
    Known { number: u32, before: Head },
    Newer { version: u16 },
    Damaged,
}

/// Reads the bytes a segment begins with.
pub(super) fn beginning(bytes: &[u8]) -> Beginning {
    read(bytes).unwrap_or(Beginning::Damaged)
}

fn read(bytes: &[u8]) -> Option<Beginning> {
    let checked = bytes.get(..CHECKED)?;
    let mut cursor = Cursor::new(bytes);
    if cursor.array()? != MAGIC {
        return None;
    }
    let version = u16::from_le_bytes(cursor.array()?);
    cursor.take(2)?;
    let number = u32::from_le_bytes(cursor.array()?);
    let first = Seq(u64::from_le_bytes(cursor.array()?));
    let seal = Seal::from_bytes(cursor.array()?);
    cursor.take(4)?;
    if u32::from_le_bytes(cursor.array()?) != crc32fast::hash(checked) {
        return None;
    }
    if version != FORMAT {
        return Some(Beginning::Newer { version });
    }
    (first.0 > 0).then_some(Beginning::Known { number, before: Head { seq: first.before(), seal } })
}

/// The segments of a directory in order, their headers checked against each other. Empty where there is no
/// journal, or where making one was cut short.
pub(super) fn load(medium: &dyn Medium) -> Result<Vec<Segment>, JournalError> {
    let mut numbers: Vec<u32> = medium.list()?.iter().filter_map(|file| number_in(file)).collect();
    numbers.sort_unstable();
    let last = numbers.last().copied();
    let mut segments: Vec<Segment> = Vec::with_capacity(numbers.len());
    for (expected, number) in (1..).zip(numbers) {
        if number != expected {
            return Err(fault_after(&segments, expected, Damage::SegmentMissing)?.into());
        }
        let file = medium.open(&name(number))?;
        let mut bytes = [0; HEADER];
        let count = file.read_at(0, &mut bytes)?;
        match beginning(bytes.get(..count).unwrap_or_default()) {
            Beginning::Known { number: own, before } if own == number && follows(&segments, before) => {
                segments.push(Segment { number, before, file });
            }
            Beginning::Newer { version } => {
                return Err(JournalError::NeedsNewerProgram { segment: number, version });
            }
            // Frames are written only after the header is on disk: an unreadable header over nothing but
            // zeros is a segment whose making was cut short, and holds no entry.
            Beginning::Damaged if last == Some(number) && is_blank(file.as_ref())? => {}
            _ => return Err(fault_after(&segments, number, Damage::SegmentHeader)?.into()),
        }
    }
    Ok(segments)
}

fn follows(segments: &[Segment], before: Head) -> bool {
    segments.last().map_or(before == Head::ORIGIN, |last| before.seq > last.before.seq)
}

fn is_blank(file: &dyn SegmentFile) -> io::Result<bool> {
    Ok(scan::last_written(file, HEADER_BYTES, file.length()?)?.is_none())
}

/// The fault at the beginning of segment `number`: its first entry is the one after the end of those before.
fn fault_after(segments: &[Segment], number: u32, what: Damage) -> Result<Fault, JournalError> {
    let seq = match segments.last() {
        Some(segment) => scan::intact_until(segment)?,
        None => Seq(1),
    };
    Ok(Fault { seq, segment: number, offset: 0, what })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_begins_with_sixty_four_bytes_that_are_read_back() {
        let before = Head { seq: Seq(41), seal: Seal::ORIGIN.then(b"x") };
        let bytes = header(7, before);
        assert_eq!(bytes.len(), HEADER);
        assert_eq!(beginning(&bytes), Beginning::Known { number: 7, before });
        for at in 0..bytes.len() {
            let mut flipped = bytes.clone();
            flipped[at] ^= 0x10;
            assert_eq!(beginning(&flipped), Beginning::Damaged, "{at}");
        }
    }

    #[test]
    fn a_newer_format_is_told_from_damage() {
        let mut bytes = header(1, Head::ORIGIN);
        bytes[8] = 2;
        let crc = crc32fast::hash(&bytes[..CHECKED]);
        bytes[CHECKED..].copy_from_slice(&crc.to_le_bytes());
        assert_eq!(beginning(&bytes), Beginning::Newer { version: 2 });
    }

    #[test]
    fn only_our_own_names_are_segments() {
        assert_eq!(number_in(&name(12)), Some(12));
        assert_eq!(number_in(&name(1_234_567)), Some(1_234_567));
        for other in ["12.journal", "torn-3-1.bytes", "000001.journal.bak", "+00001.journal"] {
            assert_eq!(number_in(other), None, "{other}");
        }
    }
}
