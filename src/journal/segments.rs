//! The journal in segment files: the writer.

use std::{io, path::Path, sync::Arc};

use super::{
    Abandon, Anchor, Committed, Journal, JournalReader, Opened, Torn,
    entry::{Position, Seq, StoredEntry},
    error::JournalError,
    frame,
    medium::{Directory, Medium, SegmentFile},
    opening,
    reader::{Shared, State, state_of},
    scan,
    seal::{Head, Seal},
    segment::{self, Segment},
};

/// Sizes in bytes. The defaults are what the files of an office have; tests take smaller ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Zeros are written ahead in steps of this.
    pub block: u64,
    /// A commit begins a new segment once the last one has this much.
    pub segment: u64,
    /// A commit longer than this is written in pieces of this.
    pub buffer: usize,
    /// A commit of this much or more is the last of its segment: opening looks at the last commit closely.
    pub long_commit: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { block: 1 << 20, segment: 64 << 20, buffer: 256 << 10, long_commit: 4 << 20 }
    }
}

/// The journal in the segment files of one directory. There must be only one at a time; the home's lock
/// sees to that.
pub struct FileJournal {
    medium: Arc<dyn Medium>,
    options: Options,
    shared: Arc<Shared>,
    /// The last segment's file as far as it is written, zeros included.
    allocated: u64,
    /// The furthest that frames may have reached in the last segment, acknowledged or not.
    reached: u64,
    poisoned: bool,
    torn: Option<Torn>,
}

impl FileJournal {
    /// Makes a journal without entries in a directory that has none.
    pub fn create(medium: Arc<dyn Medium>, options: Options) -> Result<Self, JournalError> {
        if !segment::load(medium.as_ref())?.is_empty() {
            return Err(JournalError::AlreadyThere);
        }
        let (segment, allocated) = new_segment(medium.as_ref(), options, 1, Head::ORIGIN)?;
        let state = state_of(vec![segment], Head::ORIGIN, segment::HEADER_BYTES);
        Ok(Self::with(medium, options, state, allocated))
    }

    /// Opens a journal. `anchor` is what is known of it from elsewhere, usually the register's cursor: a
    /// journal that does not reach it, or has another seal there, is refused. Damage is refused. The rest of
    /// a commit that was never finished is cut, kept in a file, and reported.
    pub fn open(
        medium: Arc<dyn Medium>,
        options: Options,
        anchor: Option<Anchor>,
    ) -> Result<Opened, JournalError> {
        let found = opening::find(medium.as_ref(), anchor)?;
        opening::settle(medium.as_ref(), &found)?;
        let allocated = last_of(&found.state)?.file.length()?;
        let mut journal = Self::with(medium, options, found.state, allocated);
        journal.torn = found.torn;
        // What could not be cut now (a full disk) does not hinder reading; the next append tries again.
        let torn = match journal.cut_torn() {
            Ok(torn) => torn,
            Err(_) => journal.torn.clone(),
        };
        Ok(Opened { journal, torn })
    }

    /// [`Self::create`] in a directory of the real file system, which must exist.
    pub fn create_at(directory: &Path) -> Result<Self, JournalError> {
        Self::create(Arc::new(Directory::at(directory)), Options::default())
    }

    /// [`Self::open`] in a directory of the real file system.
    pub fn open_at(directory: &Path, anchor: Option<Anchor>) -> Result<Opened, JournalError> {
        Self::open(Arc::new(Directory::at(directory)), Options::default(), anchor)
    }

    fn with(medium: Arc<dyn Medium>, options: Options, state: State, allocated: u64) -> Self {
        let reached = state.end;
        let shared = Arc::new(Shared::new(state));
        Self { medium, options, shared, allocated, reached, poisoned: false, torn: None }
    }

    fn cut_torn(&mut self) -> Result<Option<Torn>, JournalError> {
        let Some(mut torn) = self.torn.clone() else { return Ok(None) };
        let state = self.shared.now();
        torn.kept_in = Some(opening::cut(self.medium.as_ref(), last_of(&state)?, &torn)?);
        self.torn = None;
        Ok(Some(torn))
    }

    /// Begins a new segment.
    fn roll(&mut self) -> io::Result<()> {
        let mut state = self.shared.now();
        let number = state.segments.last().map_or(1, |last| last.number.saturating_add(1));
        let (segment, allocated) = new_segment(self.medium.as_ref(), self.options, number, state.head)?;
        Arc::make_mut(&mut state.segments).push(segment);
        state.end = segment::HEADER_BYTES;
        self.allocated = allocated;
        self.reached = state.end;
        self.shared.set(state);
        Ok(())
    }

    /// Writes all entries of the run; the errors that are not the disk's leave it to the caller to erase it.
    fn write_run(
        &mut self,
        run: &mut Run,
        entries: &mut dyn Iterator<Item = Result<StoredEntry, Abandon>>,
        placed: &mut dyn FnMut(Seq, Position),
    ) -> Result<(), JournalError> {
        let mut frame = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|Abandon| JournalError::Abandoned)?;
            let seq = run.first.plus(run.count);
            if entry.head.seq != seq {
                return Err(JournalError::OutOfOrder { expected: seq, found: entry.head.seq });
            }
            let count = run.count.checked_add(1).ok_or(JournalError::TooLarge { seq })?;
            frame::put_entry(&mut frame, run.first, run.count, &entry)
                .ok_or(JournalError::TooLarge { seq })?;
            placed(seq, Position { segment: run.segment, offset: run.end() });
            run.seal = run.seal.then(&frame);
            run.count = count;
            run.buffer.extend_from_slice(&frame);
            if run.buffer.len() >= self.options.buffer {
                self.flush(run)?;
            }
        }
        if run.count == 0 {
            return Err(JournalError::EmptyCommit);
        }
        run.buffer.extend_from_slice(&frame::commit(run.first, run.count, run.seal));
        self.flush(run)?;
        Ok(run.file.sync_data()?)
    }

    /// Writes what is in the buffer, onto zeros that are on disk already.
    fn flush(&mut self, run: &mut Run) -> io::Result<()> {
        let end = run.end();
        if end > self.allocated {
            let blocks = end.div_ceil(self.options.block);
            let target = blocks.saturating_mul(self.options.block);
            opening::write_zeros(run.file.as_ref(), self.allocated, target)?;
            run.file.sync_all()?;
            self.allocated = target;
        }
        self.reached = self.reached.max(end);
        run.file.write_at(run.offset, &run.buffer)?;
        run.offset = end;
        run.buffer.clear();
        Ok(())
    }

    /// Takes away what was written of a run that begins at `from`. Where the disk failed, only `reopen` can.
    fn give_up(&mut self, run: &Run, from: u64, error: &JournalError) {
        let failed = matches!(error, JournalError::Io { .. });
        let untouched = run.offset == from;
        self.poisoned =
            failed || (!untouched && opening::erase(run.file.as_ref(), from, self.reached).is_err());
    }
}

/// A commit while it is being written.
struct Run {
    first: Seq,
    count: u32,
    seal: Seal,
    segment: u32,
    file: Arc<dyn SegmentFile>,
    /// Where the buffer goes.
    offset: u64,
    buffer: Vec<u8>,
}

impl Run {
    fn end(&self) -> u64 {
        self.offset.saturating_add(scan::to_u64(self.buffer.len()))
    }
}

impl Journal for FileJournal {
    fn reader(&self) -> Arc<dyn JournalReader> {
        Arc::clone(&self.shared) as Arc<dyn JournalReader>
    }

    fn append_stream(
        &mut self,
        expected_head: Seq,
        entries: &mut dyn Iterator<Item = Result<StoredEntry, Abandon>>,
        placed: &mut dyn FnMut(Seq, Position),
    ) -> Result<Committed, JournalError> {
        if self.poisoned {
            return Err(JournalError::Poisoned);
        }
        let head = self.shared.head().seq;
        if expected_head != head {
            return Err(JournalError::Conflict { expected: expected_head, head });
        }
        self.cut_torn()?;
        if self.shared.now().end >= self.options.segment {
            self.roll().inspect_err(|_| self.poisoned = true)?;
        }
        let mut state = self.shared.now();
        let last = last_of(&state)?;
        let (segment, file) = (last.number, Arc::clone(&last.file));
        let (first, seal, offset) = (expected_head.next(), state.head.seal, state.end);
        let mut run = Run { first, count: 0, seal, segment, file, offset, buffer: Vec::new() };
        if let Err(error) = self.write_run(&mut run, entries, placed) {
            self.give_up(&run, state.end, &error);
            return Err(error);
        }
        let full = run.offset >= self.options.segment || run.offset - state.end >= self.options.long_commit;
        state.head = Head { seq: first.plus(run.count).before(), seal: run.seal };
        state.end = run.offset;
        let committed = Committed { first, head: state.head };
        self.shared.set(state);
        // The commit is saved whatever becomes of the next segment. Beginning that now keeps the last segment
        // short, which is what opening reads.
        self.poisoned = full && self.roll().is_err();
        Ok(committed)
    }

    fn reopen(&mut self) -> Result<Head, JournalError> {
        self.poisoned = true;
        let acknowledged = self.shared.now();
        // A failed sync says nothing of what is on disk, and reading shows what is in memory: what was not
        // acknowledged is first written over with zeros, seen or not.
        let known = last_of(&acknowledged)?;
        if self.torn.is_none() {
            let file = self.medium.open(&segment::name(known.number))?;
            opening::erase(file.as_ref(), acknowledged.end, self.reached)?;
        }
        let found = opening::find(self.medium.as_ref(), Some(acknowledged.head))?;
        opening::settle(self.medium.as_ref(), &found)?;
        self.allocated = last_of(&found.state)?.file.length()?;
        self.reached = found.state.end;
        self.torn = found.torn;
        let head = found.state.head;
        self.shared.set(found.state);
        self.poisoned = false;
        Ok(head)
    }
}

fn last_of(state: &State) -> Result<&Segment, JournalError> {
    state.segments.last().ok_or(JournalError::Missing)
}

/// Makes a segment: header and zeros on disk, and its name too, before any frame is written. A file of that
/// name can only be one whose making was cut short, and is written over.
fn new_segment(
    medium: &dyn Medium,
    options: Options,
    number: u32,
    before: Head,
) -> io::Result<(Segment, u64)> {
    let file = medium.open_or_create(&segment::name(number))?;
    file.write_at(0, &segment::header(number, before))?;
    opening::write_zeros(file.as_ref(), segment::HEADER_BYTES, options.block)?;
    file.sync_all()?;
    medium.sync_dir()?;
    let allocated = file.length()?;
    Ok((Segment { number, before, file }, allocated))
}
