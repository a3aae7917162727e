//! Opening a journal: finding its head, refusing damage, cutting what was never finished.

use std::io;

use super::{
    Anchor,
    entry::Seq,
    error::JournalError,
    medium::{Medium, SegmentFile},
    reader::{State, state_of},
    scan,
    seal::Head,
    segment::{self, Segment},
    segments::FileJournal,
    tail, verify,
};
use crate::words::journal as words;

const CHUNK: u64 = 256 * 1024;

/// A journal that is open, and what opening it had to do.
pub struct Opened {
    /// The journal.
    pub journal: FileJournal,
    /// The rest of a commit that was never finished, if there was one; the clerk is told.
    pub torn: Option<Torn>,
}

/// The rest of a commit that was never finished, and so never acknowledged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Torn {
    /// Number its first entry would have had.
    pub first: Seq,
    /// Number of the segment file it lies in.
    pub segment: u32,
    /// Where it begins there.
    pub offset: u64,
    /// How many bytes.
    pub bytes: u64,
    /// The file in the journal's directory that now holds them. `None` if it could not be written (a full
    /// disk): then they are still in place, unread, and the next append tries again first.
    pub kept_in: Option<String>,
}

impl Torn {
    /// What the clerk is told.
    pub fn words(&self) -> String {
        words::torn(self.first.0, self.bytes, self.kept_in.as_deref())
    }
}

/// What a directory holds, all checked, nothing touched.
pub(super) struct Found {
    pub(super) state: State,
    pub(super) torn: Option<Torn>,
    last_commit: Option<u64>,
}

/// Reads a directory: headers of all segments, frames of the last.
pub(super) fn find(medium: &dyn Medium, anchor: Option<Anchor>) -> Result<Found, JournalError> {
    let segments = segment::load(medium)?;
    let Some(last) = segments.last() else {
        return Err(match anchor.filter(|anchor| anchor.seq > Seq(0)) {
            Some(anchor) => JournalError::Shortened { head: Head::ORIGIN, anchor },
            None => JournalError::Missing,
        });
    };
    let end = tail::find(last)?;
    let torn = end.torn_to.map(|to| Torn {
        first: end.head.seq.next(),
        segment: last.number,
        offset: end.offset,
        bytes: to - end.offset,
        kept_in: None,
    });
    let state = state_of(segments, end.head, end.offset);
    verify::check_anchor(&state, anchor)?;
    Ok(Found { state, torn, last_commit: end.last_commit })
}

/// Makes sure that what was found is on disk before anybody builds on it. After a program died, or a sync
/// failed in it, the system may show bytes that it will not write any more: the last commit is written over
/// with itself and synced. (All commits before it were synced before it was begun.)
/// In a segment without commits, the same goes for its header and its name.
pub(super) fn settle(medium: &dyn Medium, found: &Found) -> io::Result<()> {
    let Some(last) = found.state.segments.last() else { return Ok(()) };
    let file = last.file.as_ref();
    let from = found.last_commit.unwrap_or(0);
    if found.last_commit.is_none() {
        medium.sync_dir()?;
    }
    for_each_chunk(file, from, found.state.end, |at, bytes| file.write_at(at, bytes))?;
    file.sync_data()
}

/// Copies the torn bytes to a file of their own and puts zeros in their place. Answers the file's name.
pub(super) fn cut(medium: &dyn Medium, segment: &Segment, torn: &Torn) -> io::Result<String> {
    let names = medium.list()?;
    let free =
        (1..=u32::MAX).map(|n| format!("torn-{}-{n}.bytes", torn.first)).find(|name| !names.contains(name));
    let name = free.ok_or(io::ErrorKind::AlreadyExists)?;
    let copy = medium.open_or_create(&name)?;
    let to = torn.offset.saturating_add(torn.bytes);
    for_each_chunk(segment.file.as_ref(), torn.offset, to, |at, bytes| {
        copy.write_at(at - torn.offset, bytes)
    })?;
    copy.sync_all()?;
    medium.sync_dir()?;
    erase(segment.file.as_ref(), torn.offset, to)?;
    Ok(name)
}

/// Puts zeros from `from` to `to` and to the last byte that is not zero, and syncs.
pub(super) fn erase(file: &dyn SegmentFile, from: u64, to: u64) -> io::Result<()> {
    let length = file.length()?;
    let written = scan::last_written(file, from, length)?.unwrap_or(from);
    write_zeros(file, from, written.max(to.min(length)))?;
    file.sync_data()
}

/// Puts zeros from `from` to `to`.
pub(super) fn write_zeros(file: &dyn SegmentFile, from: u64, to: u64) -> io::Result<()> {
    let zeros = vec![0; scan::to_usize(CHUNK.min(to.saturating_sub(from)))?];
    let mut at = from;
    while at < to {
        let piece = zeros.get(..scan::to_usize((to - at).min(CHUNK))?).unwrap_or_default();
        file.write_at(at, piece)?;
        at += scan::to_u64(piece.len());
    }
    Ok(())
}

fn for_each_chunk(
    file: &dyn SegmentFile,
    from: u64,
    to: u64,
    mut then: impl FnMut(u64, &[u8]) -> io::Result<()>,
) -> io::Result<()> {
    let mut buffer = vec![0; scan::to_usize(CHUNK.min(to.saturating_sub(from)))?];
    let mut at = from;
    while at < to {
        let wanted = scan::to_usize((to - at).min(CHUNK))?;
        let piece = buffer.get_mut(..wanted).unwrap_or_default();
        let count = file.read_at(at, piece)?;
        if count == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        then(at, piece.get(..count).unwrap_or_default())?;
        at += scan::to_u64(count);
    }
    Ok(())
}
