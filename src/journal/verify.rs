//! Rereading everything: every checksum, every seal, every byte that should be zero.

use super::{
    Anchor, Fault, Progress, Verified,
    entry::Seq,
    error::{Damage, JournalError},
    medium::Medium,
    reader::{State, state_of},
    scan::{self, Step, Stop, Walker},
    seal::Head,
    segment::{self, Beginning, Segment},
    tail,
};

/// How often progress is told, in entries.
const STRIDE: u64 = 4096;

/// Verifies an open journal up to its head. What lies after the head in the last segment may just be being
/// written, and is not looked at.
pub(super) fn all(state: &State, progress: &mut dyn FnMut(Progress)) -> Result<Verified, Fault> {
    let mut run = Running { head: Head::ORIGIN, commits: 0, of: state.head.seq };
    for (index, part) in state.segments.iter().enumerate() {
        run.segment(part, state.end_of(index), state.next_after(index), progress)?;
    }
    let last = state.segments.last();
    if let Some(last) = last.filter(|_| run.head != state.head) {
        let what = if run.head.seq == state.head.seq { Damage::Seal } else { Damage::Short };
        return Err(last.fault(run.head.seq.next().min(state.head.seq), state.end, what));
    }
    Ok(Verified { entries: run.head.seq.0, commits: run.commits, head: run.head })
}

/// What is found in a directory whose journal is not open, damaged ones included. Nothing is touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inspected {
    /// All finished commits are good.
    pub verified: Verified,
    /// If bytes of a commit that was never finished lie after them: how many.
    pub torn: Option<u64>,
}

/// Verifies a journal without opening it, so that one that refuses to open can be looked at too.
/// With an anchor, also that the journal reaches it and has its seal.
pub fn inspect(
    medium: &dyn Medium,
    anchor: Option<Anchor>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Inspected, JournalError> {
    let mut segments = segment::load(medium)?;
    let Some(last) = segments.pop() else { return Err(JournalError::Missing) };
    // In order, so that the fault that is named is the first one.
    let mut run = Running { head: Head::ORIGIN, commits: 0, of: last.before.seq };
    let nexts = segments.iter().skip(1).map(Segment::first).chain([last.first()]);
    for (part, next) in segments.iter().zip(nexts) {
        run.segment(part, None, next, progress)?;
    }
    // What the frames of the last segment say is checked again below, with their seals.
    let end = tail::find(&last)?;
    let torn = end.torn_to.map(|to| to - end.offset);
    run.of = end.head.seq;
    run.segment(&last, Some(end.offset), end.head.seq.next(), progress)?;
    segments.push(last);
    let state = state_of(segments, end.head, end.offset);
    check_anchor(&state, anchor)?;
    let verified = Verified { entries: run.head.seq.0, commits: run.commits, head: run.head };
    Ok(Inspected { verified, torn })
}

/// Whether the journal reaches what somebody saw of it, and has the same seal there.
pub(super) fn check_anchor(state: &State, anchor: Option<Anchor>) -> Result<(), JournalError> {
    match anchor {
        Some(anchor) if anchor.seq > state.head.seq || state.seal_at(anchor.seq)? != anchor.seal => {
            Err(JournalError::Shortened { head: state.head, anchor })
        }
        _ => Ok(()),
    }
}

struct Running {
    /// All up to here is good.
    head: Head,
    commits: u64,
    of: Seq,
}

impl Running {
    /// Goes on over a segment. `end` is where its commits end, if that is known: else they end where the
    /// zeros begin, and all the rest must be zero. `next` is the first entry after the segment.
    fn segment(
        &mut self,
        part: &Segment,
        end: Option<u64>,
        next: Seq,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), Fault> {
        self.header(part)?;
        let length = part.file.length().map_err(|error| self.unreadable(part, 0, &error))?;
        let mut walker = Walker::over(part, end.unwrap_or(length));
        let mut seal = self.head.seal;
        loop {
            match walker.step() {
                Ok(Step::Entry { offset, seq, frame, .. }) => {
                    seal = seal.then(frame);
                    if scan::entry_in(seq, frame).is_none() {
                        return Err(part.fault(seq, offset, Damage::Body));
                    }
                    if seq.0.is_multiple_of(STRIDE) {
                        progress(Progress { seq, of: self.of });
                    }
                }
                Ok(Step::Commit { first, seal: stored }) if stored != seal => {
                    return Err(part.fault(first, walker.offset, Damage::Seal));
                }
                Ok(Step::Commit { .. }) => {
                    self.head = Head { seq: walker.next.before(), seal };
                    self.commits += 1;
                }
                Ok(Step::End) => break,
                Err(Stop::Bad(what)) => return Err(self.fault(part, &walker, next, what)),
                Err(Stop::Io(error)) => return Err(self.unreadable(part, walker.offset, &error)),
            }
        }
        progress(Progress { seq: self.head.seq, of: self.of });
        self.ending(part, &walker, next, length)
    }

    fn header(&self, part: &Segment) -> Result<(), Fault> {
        let mut bytes = [0; segment::HEADER];
        part.file.read_at(0, &mut bytes).map_err(|error| self.unreadable(part, 0, &error))?;
        let what = match segment::beginning(&bytes) {
            Beginning::Known { number, before } if number == part.number && before == self.head => {
                return Ok(());
            }
            Beginning::Known { number, before } if number == part.number && before.seq == self.head.seq => {
                Damage::Seal
            }
            Beginning::Newer { .. } => Damage::NewerFormat,
            _ => Damage::SegmentHeader,
        };
        Err(part.fault(self.head.seq.next(), 0, what))
    }

    fn ending(&self, part: &Segment, walker: &Walker, next: Seq, length: u64) -> Result<(), Fault> {
        // Up to its known end a segment is full of frames; else it is zero from the first zero on.
        let beyond = scan::last_written(part.file.as_ref(), walker.offset, walker.limit().min(length))
            .map_err(|error| self.unreadable(part, walker.offset, &error))?;
        if beyond.is_some() {
            return Err(self.fault(part, walker, next, Damage::Hole));
        }
        if walker.run.is_some() {
            return Err(self.fault(part, walker, next, Damage::Unfinished));
        }
        if walker.next != next {
            return Err(self.fault(part, walker, next, Damage::Short));
        }
        Ok(())
    }

    /// A bad frame where no entry is missing is the end of a commit: its last entry is the one not vouched
    /// for.
    fn fault(&self, part: &Segment, walker: &Walker, next: Seq, what: Damage) -> Fault {
        let first_bad = walker.next.min(next.before()).max(self.head.seq.next().min(walker.next));
        part.fault(first_bad, walker.offset, what)
    }

    fn unreadable(&self, part: &Segment, offset: u64, error: &std::io::Error) -> Fault {
        part.fault(self.head.seq.next(), offset, Damage::Unreadable(error.kind()))
    }
}
