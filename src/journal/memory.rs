//! A journal in memory: for tests and for an office that is thrown away.

use std::sync::{Arc, PoisonError, RwLock};

use super::{
    Abandon, CommitRange, Committed, Damage, Entries, Extent, Fault, Journal, JournalError, JournalReader,
    Position, Progress, ReadEntry, Seq, StoredEntry, Verified, frame,
    scan::to_u64,
    seal::{Head, Seal},
};

/// The journal in memory. "On disk" means here: in the list.
#[derive(Default)]
pub struct MemoryJournal(Arc<Rows>);

#[derive(Clone)]
struct Row {
    commit: Seq,
    seal: Seal,
    closes: bool,
    entry: StoredEntry,
}

#[derive(Default)]
struct Rows(RwLock<Vec<Row>>);

impl MemoryJournal {
    /// A journal without entries.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Rows {
    fn with<T>(&self, look: impl FnOnce(&[Row]) -> T) -> T {
        look(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }
}

fn index(seq: Seq) -> Option<usize> {
    usize::try_from(seq.0.checked_sub(1)?).ok()
}

fn position(seq: Seq) -> Position {
    Position { segment: 1, offset: seq.0 }
}

fn head_of(rows: &[Row]) -> Head {
    rows.last().map_or(Head::ORIGIN, |row| Head { seq: row.entry.head.seq, seal: row.seal })
}

impl JournalReader for Rows {
    fn head(&self) -> Head {
        self.with(head_of)
    }

    fn read_from(&self, from: Seq) -> Entries {
        let rows =
            self.with(|rows| rows.get(index(from.max(Seq(1))).unwrap_or(usize::MAX)..).map(<[_]>::to_vec));
        Box::new(rows.unwrap_or_default().into_iter().map(|row| {
            Ok(ReadEntry {
                position: position(row.entry.head.seq),
                commit: row.commit,
                closes: row.closes.then_some(row.seal),
                entry: row.entry,
            })
        }))
    }

    fn read_at(&self, positions: &[Position]) -> Result<Vec<StoredEntry>, JournalError> {
        let read = |position: &Position| {
            let row = self.with(|rows| rows.get(index(Seq(position.offset))?).cloned());
            let row = row.filter(|_| position.segment == 1);
            row.map(|row| row.entry).ok_or(JournalError::NoEntryAt { position: *position })
        };
        positions.iter().map(read).collect()
    }

    fn commit_range(&self, seq: Seq) -> Result<CommitRange, JournalError> {
        let found = self.with(|rows| {
            let rest = rows.get(index(seq)?..)?;
            let first = rest.first()?.commit;
            let last = rest.iter().find(|row| row.closes)?.entry.head.seq;
            Some(CommitRange { first, last })
        });
        found.ok_or(JournalError::NoEntry { seq })
    }

    fn seal_at(&self, seq: Seq) -> Result<Seal, JournalError> {
        if seq == Seq(0) {
            return Ok(Seal::ORIGIN);
        }
        let seal = self.with(|rows| rows.get(index(seq)?).map(|row| row.seal));
        seal.ok_or(JournalError::NoEntry { seq })
    }

    fn verify(&self, progress: &mut dyn FnMut(Progress)) -> Result<Verified, Fault> {
        let rows = self.with(<[_]>::to_vec);
        let (mut head, mut commits, mut frame) = (Head::ORIGIN, 0, Vec::new());
        for row in &rows {
            let seq = head.seq.next();
            let place = u32::try_from(seq.0 - row.commit.0.min(seq.0)).ok();
            let put = place.and_then(|place| frame::put_entry(&mut frame, row.commit, place, &row.entry));
            head = Head { seq, seal: head.seal.then(&frame) };
            if put.is_none() || row.entry.head.seq != seq || row.seal != head.seal {
                return Err(Fault { seq, segment: 1, offset: seq.0, what: Damage::Seal });
            }
            commits += u64::from(row.closes);
        }
        progress(Progress { seq: head.seq, of: head.seq });
        Ok(Verified { entries: to_u64(rows.len()), commits, head })
    }

    fn extent(&self) -> Result<Extent, JournalError> {
        Ok(Extent { head: self.head(), files: Vec::new() })
    }
}

impl Journal for MemoryJournal {
    fn reader(&self) -> Arc<dyn JournalReader> {
        Arc::clone(&self.0) as Arc<dyn JournalReader>
    }

    fn append_stream(
        &mut self,
        expected_head: Seq,
        entries: &mut dyn Iterator<Item = Result<StoredEntry, Abandon>>,
        placed: &mut dyn FnMut(Seq, Position),
    ) -> Result<Committed, JournalError> {
        let mut head = self.0.head();
        if expected_head != head.seq {
            return Err(JournalError::Conflict { expected: expected_head, head: head.seq });
        }
        let commit = head.seq.next();
        let (mut rows, mut frame) = (Vec::new(), Vec::new());
        for (place, entry) in (0_u32..).zip(entries) {
            let entry = entry.map_err(|Abandon| JournalError::Abandoned)?;
            let seq = head.seq.next();
            if entry.head.seq != seq {
                return Err(JournalError::OutOfOrder { expected: seq, found: entry.head.seq });
            }
            frame::put_entry(&mut frame, commit, place, &entry).ok_or(JournalError::TooLarge { seq })?;
            head = Head { seq, seal: head.seal.then(&frame) };
            placed(seq, position(seq));
            rows.push(Row { commit, seal: head.seal, closes: false, entry });
        }
        rows.last_mut().ok_or(JournalError::EmptyCommit)?.closes = true;
        self.0.0.write().unwrap_or_else(PoisonError::into_inner).append(&mut rows);
        Ok(Committed { first: commit, head })
    }

    fn reopen(&mut self) -> Result<Head, JournalError> {
        Ok(self.0.head())
    }
}
