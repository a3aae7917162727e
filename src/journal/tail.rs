//! Where the finished commits of the last segment end, and what lies after them: nothing, a commit that was
//! never finished, or damage.
//!
//! A commit is begun only when the one before is on disk, into bytes that are zero on disk. So after a loss
//! of power, what follows the last finished commit is at most one more commit, of which any sectors may be
//! missing, and a missing sector is zero. From that:
//!
//! - a frame of a *later* commit after bad bytes proves that what is bad had been acknowledged: damage;
//! - a frame of the *same* commit after bad bytes is a torn write only if a sector between is all zero:
//!   otherwise damage;
//! - bad bytes with no frame after them are the rest of a commit that was not acknowledged.
//!
//! The caller must still compare the result with what others saw (the register's cursor): an acknowledged
//! last commit whose very end was damaged looks like one that was never finished.

use std::{io, sync::Arc};

use super::{
    entry::Seq,
    error::{Damage, JournalError},
    frame::{self, FrameHeader},
    scan::{self, Run, Step, Stop, Walker, Window},
    seal::Head,
    segment::{self, Segment},
};

const SECTOR: u64 = 512;

/// The state of the last segment.
pub(super) struct End {
    /// After the last finished commit.
    pub(super) head: Head,
    /// Where the next commit goes.
    pub(super) offset: u64,
    /// Where the last finished commit of this segment begins, if it has one.
    pub(super) last_commit: Option<u64>,
    /// If not all is zero after `offset`: where the last byte that is not zero ends.
    pub(super) torn_to: Option<u64>,
}

/// Finds the end of the last segment.
pub(super) fn find(segment: &Segment) -> Result<End, JournalError> {
    let length = segment.file.length()?;
    let mut walker = Walker::over(segment, length);
    let mut end =
        End { head: segment.before, offset: segment::HEADER_BYTES, last_commit: None, torn_to: None };
    let mut run: Option<Run> = None;
    let mut last: Option<(Run, Head)> = None;
    let bad = loop {
        match walker.step() {
            Ok(Step::Entry { .. }) => run = walker.run,
            Ok(Step::Commit { seal, .. }) => {
                last = run.map(|run| (run, end.head));
                end.head = Head { seq: walker.next.before(), seal };
                end.offset = walker.offset;
            }
            Ok(Step::End) => break None,
            Err(Stop::Bad(what)) => break Some(what),
            Err(Stop::Io(error)) => return Err(error.into()),
        }
    };
    if let Some((run, before)) = last {
        end.last_commit = Some(run.offset);
        check_seal(segment, run, before, &end)?;
    }
    end.torn_to = scan::last_written(segment.file.as_ref(), end.offset, length)?;
    if let Some(to) = end.torn_to {
        refuse_damage(segment, &walker, bad, &end, to)?;
    }
    Ok(end)
}

/// Hashes the last commit again. Its checksums alone would not tell if its sectors came from two attempts.
fn check_seal(segment: &Segment, run: Run, before: Head, end: &End) -> Result<(), JournalError> {
    let mut walker = Walker::from(segment, end.offset, run.offset, run.first);
    let mut seal = before.seal;
    loop {
        match walker.step() {
            Ok(Step::Entry { frame, .. }) => seal = seal.then(frame),
            Ok(Step::Commit { seal: stored, .. }) if stored == seal => return Ok(()),
            Ok(Step::Commit { .. } | Step::End) => {
                return Err(segment.fault(run.first, run.offset, Damage::Seal).into());
            }
            Err(stop) => return Err(scan::error(stop, segment, &walker)),
        }
    }
}

/// Looks at every place from the first bad byte to `to` for a whole frame that could not be there if the
/// bad bytes were a commit which was never finished.
fn refuse_damage(
    segment: &Segment,
    walker: &Walker,
    bad: Option<Damage>,
    end: &End,
    to: u64,
) -> Result<(), JournalError> {
    let mut window = Window::new(Arc::clone(&segment.file), walker.limit());
    let next = end.head.seq.next();
    let (mut gap, mut at) = (walker.offset, walker.offset);
    while at < to {
        let Some((length, first)) = frame_at(&mut window, at)?.filter(|(_, first)| *first >= next) else {
            at += 1;
            continue;
        };
        let torn = first == next && (at == gap || has_lost_sector(&mut window, gap, at)?);
        if !torn {
            let what = bad.unwrap_or(Damage::Hole);
            // Where a later commit begins, what is bad before it is the end of this one.
            let seq = if first > next { walker.next.min(first.before()) } else { walker.next };
            return Err(segment.fault(seq, walker.offset, what).into());
        }
        at += length;
        gap = at;
    }
    Ok(())
}

/// The length and commit of the whole, undamaged frame at this place.
fn frame_at(window: &mut Window, offset: u64) -> io::Result<Option<(u64, Seq)>> {
    let header = window.get(offset, frame::HEADER_BYTES)?.and_then(FrameHeader::read);
    let Some(header) = header else { return Ok(None) };
    let frame = window.get(offset, header.frame_length())?;
    let payload = frame.and_then(|frame| frame.get(frame::HEADER..));
    Ok(payload.filter(|payload| header.fits(payload)).map(|_| (header.frame_length(), header.first)))
}

/// Whether some sector that has bytes in `from..to` holds nothing but zeros from `from` on. (Before `from`
/// it may hold frames: those of the commit before, or earlier ones of a long commit, which are synced when
/// the file grows.)
fn has_lost_sector(window: &mut Window, from: u64, to: u64) -> io::Result<bool> {
    let mut sector = from / SECTOR * SECTOR;
    while sector < to {
        let begin = sector.max(from);
        sector += SECTOR;
        let length = sector.min(window.limit()) - begin;
        if window.get(begin, length)?.is_some_and(|bytes| bytes.iter().all(|byte| *byte == 0)) {
            return Ok(true);
        }
    }
    Ok(false)
}
