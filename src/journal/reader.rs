//! Reading segment files: in order, at positions, and what can be asked of a commit.

use std::sync::{Arc, PoisonError, RwLock};

use super::{
    CommitRange, Entries, Extent, ExtentFile, Fault, JournalReader, Progress, ReadEntry, Verified,
    entry::{Position, Seq, StoredEntry},
    error::{Damage, JournalError},
    frame::{self, FrameHeader, FrameKind},
    scan::{self, Step, Walker},
    seal::{Head, Seal},
    segment::{self, Segment},
    verify,
};

/// Read at once where an entry is expected; most entries are shorter.
const ONE_READ: usize = 1024;

/// What is finished and on disk.
#[derive(Clone)]
pub(super) struct State {
    pub(super) head: Head,
    /// Where the next commit goes in the last segment.
    pub(super) end: u64,
    /// Never empty.
    pub(super) segments: Arc<Vec<Segment>>,
}

impl State {
    /// The segment with the entry `seq`, and where reading it must end.
    fn segment_of(&self, seq: Seq) -> Option<(usize, &Segment, Option<u64>)> {
        let after = self.segments.partition_point(|segment| segment.first() <= seq);
        let index = after.checked_sub(1)?;
        self.segments.get(index).map(|segment| (index, segment, self.end_of(index)))
    }

    /// Where the commits of a segment end, if that is known without looking: in the last one.
    pub(super) fn end_of(&self, index: usize) -> Option<u64> {
        (index.saturating_add(1) == self.segments.len()).then_some(self.end)
    }

    /// The entry after the last one of this segment.
    pub(super) fn next_after(&self, index: usize) -> Seq {
        self.segments.get(index.saturating_add(1)).map_or(self.head.seq.next(), Segment::first)
    }

    fn walk(&self, seq: Seq) -> Result<(&Segment, Walker), JournalError> {
        if seq > self.head.seq || seq == Seq(0) {
            return Err(JournalError::NoEntry { seq });
        }
        let (_, segment, end) = self.segment_of(seq).ok_or(JournalError::NoEntry { seq })?;
        let limit = end.map_or_else(|| segment.file.length(), Ok)?;
        Ok((segment, Walker::over(segment, limit)))
    }

    /// See [`JournalReader::seal_at`].
    pub(super) fn seal_at(&self, seq: Seq) -> Result<Seal, JournalError> {
        if let Some(segment) = self.segments.iter().find(|segment| segment.before.seq == seq) {
            return Ok(segment.before.seal);
        }
        if seq == self.head.seq {
            return Ok(self.head.seal);
        }
        let (segment, mut walker) = self.walk(seq)?;
        // Only the commit with the entry is hashed; the seals of those before are stored.
        let (mut seal, mut commit) = (segment.before.seal, (walker.offset, walker.next));
        while walker.next <= seq {
            match walker.step() {
                Ok(Step::Entry { .. }) => {}
                Ok(Step::Commit { seal: stored, .. }) => {
                    seal = stored;
                    commit = (walker.offset, walker.next);
                }
                Ok(Step::End) => return Err(segment.fault(walker.next, walker.offset, Damage::Short).into()),
                Err(stop) => return Err(scan::error(stop, segment, &walker)),
            }
        }
        let mut walker = Walker::from(segment, walker.limit(), commit.0, commit.1);
        while walker.next <= seq {
            match walker.step() {
                Ok(Step::Entry { frame, .. }) => seal = seal.then(frame),
                Ok(_) => return Err(segment.fault(walker.next, walker.offset, Damage::Order).into()),
                Err(stop) => return Err(scan::error(stop, segment, &walker)),
            }
        }
        Ok(seal)
    }

    fn commit_range(&self, seq: Seq) -> Result<CommitRange, JournalError> {
        let (segment, mut walker) = self.walk(seq)?;
        loop {
            match walker.step() {
                Ok(Step::Commit { first, .. }) => {
                    let last = walker.next.before();
                    if last >= seq {
                        return Ok(CommitRange { first, last });
                    }
                }
                Ok(Step::End) => return Err(segment.fault(walker.next, walker.offset, Damage::Short).into()),
                Ok(Step::Entry { .. }) => {}
                Err(stop) => return Err(scan::error(stop, segment, &walker)),
            }
        }
    }

    fn read_one(&self, position: Position) -> Result<StoredEntry, JournalError> {
        let nothing = || JournalError::NoEntryAt { position };
        let index = position.segment.checked_sub(1).and_then(|index| usize::try_from(index).ok());
        let index = index.ok_or_else(nothing)?;
        let segment = self.segments.get(index).ok_or_else(nothing)?;
        let end = self.end_of(index).map_or_else(|| segment.file.length(), Ok)?;
        let room = end.checked_sub(position.offset).ok_or_else(nothing)?;
        let mut bytes = vec![0; usize::try_from(room).unwrap_or(ONE_READ).min(ONE_READ)];
        let count = segment.file.read_at(position.offset, &mut bytes)?;
        bytes.truncate(count);
        let header = FrameHeader::read(&bytes).filter(|header| header.kind == FrameKind::Entry);
        let header = header.filter(|header| header.frame_length() <= room).ok_or_else(nothing)?;
        let length = scan::to_usize(header.frame_length())?;
        if length > bytes.len() {
            bytes.resize(length, 0);
            let count = segment.file.read_at(position.offset, &mut bytes)?;
            bytes.truncate(count);
        }
        let payload = bytes.get(frame::HEADER..length).filter(|payload| header.fits(payload));
        let fault = |what| segment.fault(header.seq(), position.offset, what);
        let payload = payload.ok_or_else(|| fault(Damage::FramePayload))?;
        StoredEntry::from_payload(header.seq(), payload).ok_or_else(|| fault(Damage::Body).into())
    }
}

/// What the writer and all readers share.
pub(super) struct Shared(RwLock<State>);

impl Shared {
    pub(super) fn new(state: State) -> Self {
        Self(RwLock::new(state))
    }

    pub(super) fn now(&self) -> State {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The state is replaced as a whole, so a panic elsewhere cannot leave half of one behind the lock.
    pub(super) fn set(&self, state: State) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = state;
    }
}

impl JournalReader for Shared {
    fn head(&self) -> Head {
        self.0.read().unwrap_or_else(PoisonError::into_inner).head
    }

    fn read_from(&self, from: Seq) -> Entries {
        Box::new(InOrder::new(self.now(), from.max(Seq(1))))
    }

    fn read_at(&self, positions: &[Position]) -> Result<Vec<StoredEntry>, JournalError> {
        let state = self.now();
        positions.iter().map(|position| state.read_one(*position)).collect()
    }

    fn commit_range(&self, seq: Seq) -> Result<CommitRange, JournalError> {
        self.now().commit_range(seq)
    }

    fn seal_at(&self, seq: Seq) -> Result<Seal, JournalError> {
        self.now().seal_at(seq)
    }

    fn verify(&self, progress: &mut dyn FnMut(Progress)) -> Result<Verified, Fault> {
        verify::all(&self.now(), progress)
    }

    fn extent(&self) -> Result<Extent, JournalError> {
        let state = self.now();
        let files = state.segments.iter().enumerate().map(|(index, segment)| {
            let length = state.end_of(index).map_or_else(|| segment.file.length(), Ok)?;
            let (name, file) = (segment::name(segment.number), Arc::clone(&segment.file));
            Ok(ExtentFile { name, length, file })
        });
        Ok(Extent { head: state.head, files: files.collect::<Result<_, JournalError>>()? })
    }
}

/// Reading in order, segment after segment.
struct InOrder {
    state: State,
    from: Seq,
    index: usize,
    walker: Option<Walker>,
    over: bool,
}

impl InOrder {
    fn new(state: State, from: Seq) -> Self {
        let index = state.segment_of(from).map_or(0, |(index, ..)| index);
        let over = from > state.head.seq;
        Self { state, from, index, walker: None, over }
    }

    fn advance(&mut self) -> Result<Option<ReadEntry>, JournalError> {
        while let Some(segment) = self.state.segments.get(self.index).cloned() {
            let mut walker = if let Some(walker) = self.walker.take() {
                walker
            } else {
                let end = self.state.end_of(self.index);
                Walker::over(&segment, end.map_or_else(|| segment.file.length(), Ok)?)
            };
            if let Some(found) = next_in(&segment, &mut walker, self.from)? {
                self.walker = Some(walker);
                return Ok(Some(found));
            }
            if walker.run.is_some() || walker.next != self.state.next_after(self.index) {
                return Err(segment.fault(walker.next, walker.offset, Damage::Short).into());
            }
            self.index += 1;
        }
        Ok(None)
    }
}

/// The next entry of the segment that is not before `from`.
fn next_in(segment: &Segment, walker: &mut Walker, from: Seq) -> Result<Option<ReadEntry>, JournalError> {
    loop {
        let (position, commit, entry) = match walker.step() {
            Ok(Step::End) => return Ok(None),
            Ok(Step::Entry { offset, first, seq, frame }) if seq >= from => {
                let entry = scan::entry_in(seq, frame);
                let entry = entry.ok_or_else(|| segment.fault(seq, offset, Damage::Body))?;
                (Position { segment: segment.number, offset }, first, entry)
            }
            Ok(_) => continue,
            Err(stop) => return Err(scan::error(stop, segment, walker)),
        };
        let closes = closing_seal(walker).map_err(|stop| scan::error(stop, segment, walker))?;
        return Ok(Some(ReadEntry { position, commit, closes, entry }));
    }
}

/// The seal, if the commit ends here; the walk then goes on after it.
fn closing_seal(walker: &mut Walker) -> Result<Option<Seal>, scan::Stop> {
    if !walker.at_commit()? {
        return Ok(None);
    }
    match walker.step()? {
        Step::Commit { seal, .. } => Ok(Some(seal)),
        _ => Ok(None),
    }
}

impl Iterator for InOrder {
    type Item = Result<ReadEntry, JournalError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let found = self.advance().transpose();
        self.over = !matches!(found, Some(Ok(_)));
        found
    }
}

/// Where a new journal, or one whose segments were just read, stands.
pub(super) fn state_of(segments: Vec<Segment>, head: Head, end: u64) -> State {
    State { head, end: end.max(segment::HEADER_BYTES), segments: Arc::new(segments) }
}
