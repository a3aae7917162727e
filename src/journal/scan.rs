//! Walking the frames of one segment file, in order and checked.

use std::{io, sync::Arc};

use super::{
    entry::{Seq, StoredEntry},
    error::{Damage, JournalError},
    frame::{self, FrameHeader, FrameKind},
    medium::SegmentFile,
    seal::Seal,
    segment::{self, Segment},
};

/// Read at a time.
const CHUNK: u64 = 256 * 1024;

/// A piece of a file in memory that moves along as it is read.
pub(super) struct Window {
    file: Arc<dyn SegmentFile>,
    start: u64,
    bytes: Vec<u8>,
    limit: u64,
}

impl Window {
    /// Nothing at or beyond `limit` is read.
    pub(super) fn new(file: Arc<dyn SegmentFile>, limit: u64) -> Self {
        Self { file, start: 0, bytes: Vec::new(), limit }
    }

    pub(super) fn limit(&self) -> u64 {
        self.limit
    }

    /// The `length` bytes at `offset`; `None` if they are not all before the limit and the end of the file.
    pub(super) fn get(&mut self, offset: u64, length: u64) -> io::Result<Option<&[u8]>> {
        let Some(end) = offset.checked_add(length).filter(|end| *end <= self.limit) else {
            return Ok(None);
        };
        let held = self.start.saturating_add(to_u64(self.bytes.len()));
        if offset < self.start || end > held {
            let wanted = length.max(CHUNK).min(self.limit - offset);
            self.bytes.resize(to_usize(wanted)?, 0);
            self.start = offset;
            let count = self.file.read_at(offset, &mut self.bytes)?;
            self.bytes.truncate(count);
        }
        let from = to_usize(offset - self.start)?;
        Ok(self.bytes.get(from..).and_then(|rest| rest.get(..to_usize(length).ok()?)))
    }
}

/// Why a walk could not go on.
#[derive(Debug)]
pub(super) enum Stop {
    Io(io::Error),
    Bad(Damage),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// What a walk finds next.
#[derive(Debug)]
pub(super) enum Step<'a> {
    Entry {
        offset: u64,
        first: Seq,
        seq: Seq,
        frame: &'a [u8],
    },
    Commit {
        first: Seq,
        seal: Seal,
    },
    /// The limit, or bytes that nobody wrote.
    End,
}

/// The commit that a walk is in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub(super) first: Seq,
    /// How many of its entries have been seen.
    pub(super) count: u32,
    /// Where its first frame lies.
    pub(super) offset: u64,
}

/// A walk over frames. After an error, `offset` and `next` still name the frame that was bad.
pub(super) struct Walker {
    window: Window,
    pub(super) offset: u64,
    /// Number that the next entry must have.
    pub(super) next: Seq,
    pub(super) run: Option<Run>,
}

impl Walker {
    /// A walk over all of a segment up to `limit`.
    pub(super) fn over(segment: &Segment, limit: u64) -> Self {
        Self::from(segment, limit, segment::HEADER_BYTES, segment.first())
    }

    /// A walk from the commit that begins at `offset` with the entry `next`.
    pub(super) fn from(segment: &Segment, limit: u64, offset: u64, next: Seq) -> Self {
        let window = Window::new(Arc::clone(&segment.file), limit);
        Self { window, offset, next, run: None }
    }

    /// Where the walk must end.
    pub(super) fn limit(&self) -> u64 {
        self.window.limit()
    }

    /// The next frame.
    pub(super) fn step(&mut self) -> Result<Step<'_>, Stop> {
        let Some(header) = self.header()? else { return Ok(Step::End) };
        let run = self.place(&header).ok_or(Stop::Bad(Damage::Order))?;
        let offset = self.offset;
        let frame = self.window.get(offset, header.frame_length())?;
        let frame = frame.ok_or(Stop::Bad(Damage::FramePayload))?;
        let payload = frame.get(frame::HEADER..).unwrap_or_default();
        if !header.fits(payload) {
            return Err(Stop::Bad(Damage::FramePayload));
        }
        self.offset = offset.saturating_add(header.frame_length());
        match header.kind {
            FrameKind::Entry => {
                self.run = Some(run);
                self.next = self.next.next();
                Ok(Step::Entry { offset, first: run.first, seq: header.seq(), frame })
            }
            FrameKind::Commit => {
                self.run = None;
                let seal = frame::seal_in(payload).ok_or(Stop::Bad(Damage::FramePayload))?;
                Ok(Step::Commit { first: run.first, seal })
            }
        }
    }

    /// Whether the next frame ends the commit.
    pub(super) fn at_commit(&mut self) -> Result<bool, Stop> {
        Ok(self.header()?.is_some_and(|header| header.kind == FrameKind::Commit))
    }

    fn header(&mut self) -> Result<Option<FrameHeader>, Stop> {
        let room = self.window.limit().saturating_sub(self.offset).min(frame::HEADER_BYTES);
        let bytes = self.window.get(self.offset, room)?.ok_or(Stop::Bad(Damage::Short))?;
        if bytes.first().is_none_or(|kind| *kind == 0) {
            return Ok(None);
        }
        FrameHeader::read(bytes).map(Some).ok_or(Stop::Bad(Damage::FrameHeader))
    }

    /// The run after this frame, if the frame is the one that must come.
    fn place(&self, header: &FrameHeader) -> Option<Run> {
        match (header.kind, self.run) {
            (FrameKind::Entry, None) => (header.first == self.next && header.index == 0).then_some(Run {
                first: header.first,
                count: 1,
                offset: self.offset,
            }),
            (FrameKind::Entry, Some(run)) => (header.first == run.first && header.index == run.count)
                .then_some(Run { count: run.count.saturating_add(1), ..run }),
            (FrameKind::Commit, run) => {
                run.filter(|run| header.first == run.first && header.index == run.count)
            }
        }
    }
}

/// The entry in a frame that a walk has found.
pub(super) fn entry_in(seq: Seq, frame: &[u8]) -> Option<StoredEntry> {
    StoredEntry::from_payload(seq, frame.get(frame::HEADER..)?)
}

/// A stop of a walk over `segment` as the error that names the entry.
pub(super) fn error(stop: Stop, segment: &Segment, walker: &Walker) -> JournalError {
    match stop {
        Stop::Io(source) => source.into(),
        Stop::Bad(what) => segment.fault(walker.next, walker.offset, what).into(),
    }
}

/// Number of the first entry of the segment that is not in a finished, undamaged commit.
pub(super) fn intact_until(segment: &Segment) -> io::Result<Seq> {
    let mut walker = Walker::over(segment, segment.file.length()?);
    let mut until = walker.next;
    loop {
        match walker.step() {
            Ok(Step::Entry { .. }) => {}
            Ok(Step::Commit { .. }) => until = walker.next,
            Ok(Step::End) | Err(Stop::Bad(_)) => return Ok(until),
            Err(Stop::Io(error)) => return Err(error),
        }
    }
}

/// The end of the last byte that is not zero in `from..to`; `None` if all are zero.
pub(super) fn last_written(file: &dyn SegmentFile, from: u64, to: u64) -> io::Result<Option<u64>> {
    let mut found = None;
    let mut at = from;
    let mut buffer = vec![0; to_usize(CHUNK)?];
    while at < to {
        let wanted = to_usize((to - at).min(CHUNK))?;
        let piece = buffer.get_mut(..wanted).unwrap_or_default();
        let count = file.read_at(at, piece)?;
        if count == 0 {
            break;
        }
        let read = piece.get(..count).unwrap_or_default();
        if let Some(last) = read.iter().rposition(|byte| *byte != 0) {
            found = Some(at + to_u64(last) + 1);
        }
        at += to_u64(count);
    }
    Ok(found)
}

/// A length in memory as a file offset; never wider than 64 bits on the systems this runs on.
pub(super) fn to_u64(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// A length in a file as one in memory.
pub(super) fn to_usize(length: u64) -> io::Result<usize> {
    usize::try_from(length).map_err(|_| io::Error::from(io::ErrorKind::OutOfMemory))
}
