//! What can go wrong, as values. Their `Display` is what a clerk reads.

use std::io;

use super::{
    entry::{Position, Seq},
    seal::Head,
    segment,
};
use crate::words::journal as words;

/// What is wrong at the place a [`Fault`] names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// Neither a frame nor the zero bytes after the last one.
    FrameHeader,
    /// The frame's payload is not what was written.
    FramePayload,
    /// Nothing is written here, but something is further on.
    Hole,
    /// The frame is whole but not the one that must come here.
    Order,
    /// The checksums hold but the payload is not an entry.
    Body,
    /// The checksums hold but the seal does not: bytes were replaced.
    Seal,
    /// The commit has no end.
    Unfinished,
    /// The segment's own header is damaged or belongs to another place.
    SegmentHeader,
    /// The segment file is missing.
    SegmentMissing,
    /// The segment ends before the next one begins, or the journal before its known head.
    Short,
    /// The segment file has a format this program does not know.
    NewerFormat,
    /// The system could not read it.
    Unreadable(io::ErrorKind),
}

/// The first damage found: which entry, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", words::damaged(seq.0, &segment::name(*segment), *offset, what.words()))]
pub struct Fault {
    /// Number of the first entry that cannot be trusted; all before it are intact.
    pub seq: Seq,
    /// Number of the segment file.
    pub segment: u32,
    /// Bytes from the start of that file.
    pub offset: u64,
    /// What is wrong there.
    pub what: Damage,
}

impl Damage {
    /// The words for it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::FrameHeader => words::FRAME_HEADER,
            Self::FramePayload => words::FRAME_PAYLOAD,
            Self::Hole => words::HOLE,
            Self::Order => words::ORDER,
            Self::Body => words::BODY,
            Self::Seal => words::SEAL,
            Self::Unfinished => words::UNFINISHED,
            Self::SegmentHeader => words::SEGMENT_HEADER,
            Self::SegmentMissing => words::SEGMENT_MISSING,
            Self::Short => words::SHORT,
            Self::NewerFormat => words::NEWER_FORMAT,
            Self::Unreadable(_) => words::UNREADABLE,
        }
    }
}

/// Why the journal refused or failed.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// Somebody else appended since the caller looked.
    #[error("{}", words::conflict(expected.0, head.0))]
    Conflict {
        /// The head the caller knew.
        expected: Seq,
        /// The head there is.
        head: Seq,
    },
    /// The entries are not numbered one after another from the head.
    #[error("{}", words::out_of_order(expected.0, found.0))]
    OutOfOrder {
        /// The number that had to come.
        expected: Seq,
        /// The number that came.
        found: Seq,
    },
    /// A commit has at least one entry.
    #[error("{}", words::EMPTY_COMMIT)]
    EmptyCommit,
    /// The entry is longer than a frame can be (16 MiB).
    #[error("{}", words::too_large(seq.0))]
    TooLarge {
        /// Its number.
        seq: Seq,
    },
    /// The source of a streamed commit gave up; nothing of it is kept.
    #[error("{}", words::ABANDONED)]
    Abandoned,
    /// A write or sync failed earlier; nothing is acknowledged until `reopen`.
    #[error("{}", words::POISONED)]
    Poisoned,
    /// The journal is damaged; nothing was touched.
    #[error(transparent)]
    Damaged(#[from] Fault),
    /// Somebody saw the journal further on, or saw other entries. Never cut, never rebuilt from.
    #[error("{}", words::shortened(&head.to_string(), &anchor.to_string()))]
    Shortened {
        /// Where the journal stands.
        head: Head,
        /// What was seen.
        anchor: Head,
    },
    /// The segment was written by a newer program.
    #[error("{}", words::needs_newer(&segment::name(*segment), *version))]
    NeedsNewerProgram {
        /// Number of the segment file.
        segment: u32,
        /// Its format version.
        version: u16,
    },
    /// There is no journal in the directory.
    #[error("{}", words::MISSING)]
    Missing,
    /// There is a journal in the directory already.
    #[error("{}", words::ALREADY_THERE)]
    AlreadyThere,
    /// There is no entry with this number.
    #[error("{}", words::no_entry(seq.0))]
    NoEntry {
        /// The number asked for.
        seq: Seq,
    },
    /// No entry begins at this position.
    #[error("{}", words::no_entry_at(&segment::name(position.segment), position.offset))]
    NoEntryAt {
        /// The position asked for.
        position: Position,
    },
    /// The system refused.
    #[error("{}", words::io(source))]
    Io {
        /// What it said.
        #[from]
        source: io::Error,
    },
}
