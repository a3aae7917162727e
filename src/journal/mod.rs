//! The journal: the append-only truth of the office, and the only place where a record counts as saved.
//!
//! # The model
//!
//! An *entry* is one thing that happened; it has a number, and numbers have no gaps. A *commit* is the
//! entries of one command, or of one import: it is saved as a whole or not at all. The journal is a list of
//! commits that only grows. A *seal* runs through all entries ([`Seal`]), so that whoever noted a number and
//! its seal can tell later whether these entries are still the same.
//!
//! # What every [`Journal`] promises
//!
//! 1. When `append` returns `Ok`, the commit is on disk and survives a loss of power. When it returns an
//!    error, nothing of the commit will ever be read, with one exception: if the program dies between
//!    writing and acknowledging, the commit is later there as a whole or not at all.
//! 2. Readers see finished commits only, and see the same bytes forever.
//! 3. After a failed write or sync nothing is acknowledged until [`Journal::reopen`] has read the head anew.
//! 4. Damage is never repaired in silence. It is a [`Fault`] that names the first entry which cannot be
//!    trusted; nothing is touched. Only what was never acknowledged is cut, and a copy of it is kept.
//!
//! One contract test runs against every implementation: [`FileJournal`] (segment files, the real one) and
//! [`MemoryJournal`].
//!
//! # Files
//!
//! `NNNNNN.journal` are segments: a header (`segment.rs`), frames (`frame.rs`), then zeros written ahead, since
//! overwriting is synced in half the time of growing. A commit is never split between segments. Where a
//! commit was cut off by a loss of power, `torn-SEQ-N.bytes` keeps what was there.
//!
//! May touch: files of the directories it is given (journal, key store), the office key file, random bytes from the system.
//! May not: the clock (times come in with the entries), the terminal, sockets.
//! Only `stored` knows what an entry means.

mod bytes;
mod case_keys;
mod entry;
mod error;
mod export;
mod extent;
mod frame;
mod keys;
mod medium;
mod memory;
mod opening;
mod private;
mod reader;
mod scan;
mod seal;
mod segment;
mod segments;
mod stored;
mod tail;
mod verify;

#[cfg(test)]
mod contract;
#[cfg(test)]
mod damage_tests;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod lossy;
#[cfg(test)]
mod power_cuts;
#[cfg(test)]
mod samples;

use std::sync::Arc;

pub use case_keys::{Census, FILE as KEY_STORE, KeyState};
pub use entry::{EntryHead, Position, PrivateBlob, Seq, StoredEntry};
pub use error::{Damage, Fault, JournalError};
pub use export::{ExportError, ImportError, export, import};
pub use extent::{Extent, ExtentFile, segment_number};
pub use keys::{Keys, OF_THE_CASE, Revealed};
pub use medium::{Directory, Medium, SegmentFile};
pub use memory::MemoryJournal;
pub use opening::{Opened, Torn};
pub use private::{Keyring, OfficeKey, PrivateError, create_private, read_private, replace_private};
pub use seal::{Head, NotASeal, Seal, to_hex};
pub use segments::{FileJournal, Options};
pub use stored::{
    Author, DecodeError, EncodeError, Fact, decode, decode_entry, decode_entry_lost, decode_record, encode,
    is_erasure, is_of_record, is_under_key_of_case,
};
pub use verify::{Inspected, inspect};

/// A head that somebody noted: the register's cursor, a manifest, a published report.
pub type Anchor = Head;

/// A commit by the numbers of its first and last entry. The number of a commit is that of its first entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommitRange {
    /// Number of its first entry.
    pub first: Seq,
    /// Number of its last entry.
    pub last: Seq,
}

/// A commit that is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Committed {
    /// Number of its first entry.
    pub first: Seq,
    /// The journal's head after it.
    pub head: Head,
}

/// A commit that is on disk, and where its entries lie, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// Number of its first entry.
    pub first: Seq,
    /// The journal's head after it.
    pub head: Head,
    /// One position for each entry.
    pub positions: Vec<Position>,
}

/// The source of a streamed commit gives up; nothing of the commit is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abandon;

/// An entry as read in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadEntry {
    /// Where it lies.
    pub position: Position,
    /// Number of the first entry of its commit.
    pub commit: Seq,
    /// If it is the last of its commit: the seal after it.
    pub closes: Option<Seal>,
    /// The entry.
    pub entry: StoredEntry,
}

/// Entries in order. Ends after the first error.
pub type Entries = Box<dyn Iterator<Item = Result<ReadEntry, JournalError>> + Send>;

/// How far a verification is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Number of the last entry that was found good.
    pub seq: Seq,
    /// Number of the last entry there is.
    pub of: Seq,
}

/// Everything was reread, and every checksum and seal holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// How many entries there are.
    pub entries: u64,
    /// How many commits.
    pub commits: u64,
    /// The last entry and the seal over all.
    pub head: Head,
}

impl Verified {
    /// What the clerk is told.
    pub fn words(&self) -> String {
        crate::words::journal::verified(self.entries, self.commits, &self.head.to_string())
    }
}

/// Reading, from any thread, while another appends. What is read is as of the call.
pub trait JournalReader: Send + Sync {
    /// The last finished commit's end.
    fn head(&self) -> Head;

    /// The entries from `from` on (zero and one both mean all), as of now.
    fn read_from(&self, from: Seq) -> Entries;

    /// The entries at these positions, in their order.
    fn read_at(&self, positions: &[Position]) -> Result<Vec<StoredEntry>, JournalError>;

    /// The commit that has this entry.
    fn commit_range(&self, seq: Seq) -> Result<CommitRange, JournalError>;

    /// The seal after this entry; [`Seal::ORIGIN`] for zero.
    fn seal_at(&self, seq: Seq) -> Result<Seal, JournalError>;

    /// Rereads everything, checksums and seals, and names the first entry that is bad.
    fn verify(&self, progress: &mut dyn FnMut(Progress)) -> Result<Verified, Fault>;

    /// The files that hold what is saved, as far as it is saved by now: what a backup copies, with no lock
    /// against the writer, since what lies before the head is never written again.
    fn extent(&self) -> Result<Extent, JournalError>;
}

/// The one writer. See the module for what it promises.
pub trait Journal: Send {
    /// A handle for reading that needs no lock against the writer.
    fn reader(&self) -> Arc<dyn JournalReader>;

    /// Saves a commit that is too long to hold: `entries` are written as they come, and `placed` is told
    /// where each lies. What `placed` was told holds only if the call returns `Ok`.
    fn append_stream(
        &mut self,
        expected_head: Seq,
        entries: &mut dyn Iterator<Item = Result<StoredEntry, Abandon>>,
        placed: &mut dyn FnMut(Seq, Position),
    ) -> Result<Committed, JournalError>;

    /// After a failed write or sync: reads the head anew. What was not acknowledged is taken away.
    fn reopen(&mut self) -> Result<Head, JournalError>;

    /// Saves the entries of one commit, numbered from `expected_head` + 1 on.
    fn append(&mut self, expected_head: Seq, entries: Vec<StoredEntry>) -> Result<Appended, JournalError> {
        let mut positions = Vec::with_capacity(entries.len());
        let done =
            self.append_stream(expected_head, &mut entries.into_iter().map(Ok), &mut |_, position| {
                positions.push(position);
            })?;
        Ok(Appended { first: done.first, head: done.head, positions })
    }

    /// See [`JournalReader::head`].
    fn head(&self) -> Head {
        self.reader().head()
    }

    /// See [`JournalReader::read_from`].
    fn read_from(&self, from: Seq) -> Entries {
        self.reader().read_from(from)
    }

    /// See [`JournalReader::read_at`].
    fn read_at(&self, positions: &[Position]) -> Result<Vec<StoredEntry>, JournalError> {
        self.reader().read_at(positions)
    }

    /// See [`JournalReader::commit_range`].
    fn commit_range(&self, seq: Seq) -> Result<CommitRange, JournalError> {
        self.reader().commit_range(seq)
    }

    /// See [`JournalReader::seal_at`].
    fn seal_at(&self, seq: Seq) -> Result<Seal, JournalError> {
        self.reader().seal_at(seq)
    }

    /// See [`JournalReader::verify`].
    fn verify(&self, progress: &mut dyn FnMut(Progress)) -> Result<Verified, Fault> {
        self.reader().verify(progress)
    }
}
