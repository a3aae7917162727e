//! Catching up with the journal: the entries behind the cursor, case by case; after a new calendar also
//! the cases that it may date anew.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::apply::{Beside, GROUP};
use super::office::office_at;
use super::rebuild::derive;
use super::{CaseRow, Register, RegisterError};
use crate::journal::{Head, JournalReader, Position, is_of_record};
use crate::request::{Reckoning, RequestId};

/// How far the register was behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Behind {
    /// Entries applied.
    pub entries: usize,
    /// Cases they belong to.
    pub cases: usize,
}

impl Register {
    /// Applies everything between the cursor and the journal's head.
    ///
    /// The cursor moves with the last group only: a row is derived from all its positions, so that doing a
    /// group twice does no harm.
    ///
    /// New events of the office and of the records move with the cursor, in the same transaction. Kept before it, a register
    /// cut short would take the new calendar for that of all its rows and never date the rest anew; kept
    /// after it, nobody would look for them again. While neither has moved, the next catching up finds the
    /// same events, the same change of the calendar, and the same rows to derive: which rows depends on the
    /// days a case came in and was concluded, on no date that the calendar makes.
    ///
    /// # Errors
    /// The journal, or the store.
    pub fn catch_up(
        &mut self,
        journal: &dyn JournalReader,
        reckoning: &Reckoning,
    ) -> Result<Behind, RegisterError> {
        let (mut offices, mut records) = (Vec::new(), Vec::new());
        let from = self.anchor()?;
        let head = journal.head();
        let mut fresh: BTreeMap<RequestId, Vec<Position>> = BTreeMap::new();
        let mut entries = 0;
        for item in journal.read_from(from.seq.next()) {
            let read = item?;
            if read.entry.head.seq > head.seq {
                break;
            }
            entries += 1;
            match read.entry.head.request {
                0 if is_of_record(&read.entry.head) => records.push(read.position),
                0 => offices.push(read.position),
                request => fresh.entry(RequestId(request)).or_default().push(read.position),
            }
        }
        let cases = fresh.len();
        if offices.is_empty() {
            let beside = Beside { records: &records, ..Beside::default() };
            self.follow_from(&from, &fresh, &head, beside, journal, reckoning)?;
            return Ok(Behind { entries, cases });
        }
        let office = self.office_positions_with(&offices)?;
        let before = office_at(&self.office_positions()?, journal, &self.keys)?.reckoning();
        let after = office_at(&office, journal, &self.keys)?.reckoning();
        if let Some((first, last)) = changed_within(&before, &after) {
            for id in self.dated_within(first, last)? {
                fresh.entry(id).or_default();
            }
        }
        let beside = Beside { office: Some(&office), records: &records };
        self.follow_from(&from, &fresh, &head, beside, journal, &after)?;
        Ok(Behind { entries, cases })
    }

    /// Applies the entries of a commit whose positions are known, up to `head`; where others are missing
    /// before it, those too.
    ///
    /// # Errors
    /// The journal, or the store.
    pub fn follow(
        &mut self,
        fresh: &BTreeMap<RequestId, Vec<Position>>,
        head: &Head,
        journal: &dyn JournalReader,
        reckoning: &Reckoning,
    ) -> Result<(), RegisterError> {
        let from = self.anchor()?;
        let entries: usize = fresh.values().map(Vec::len).sum();
        if u64::try_from(entries).ok() != head.seq.0.checked_sub(from.seq.0) {
            // Not the next commit: an earlier one could not be applied, or a rebuild has it already.
            self.catch_up(journal, reckoning)?;
            return Ok(());
        }
        self.follow_from(&from, fresh, head, Beside::default(), journal, reckoning)
    }

    fn follow_from(
        &mut self,
        from: &Head,
        fresh: &BTreeMap<RequestId, Vec<Position>>,
        head: &Head,
        beside: Beside,
        journal: &dyn JournalReader,
        reckoning: &Reckoning,
    ) -> Result<(), RegisterError> {
        let cases: Vec<_> = fresh.iter().collect();
        let last = cases.chunks(GROUP).count().saturating_sub(1);
        for (place, group) in cases.chunks(GROUP).enumerate() {
            let rows = group
                .iter()
                .map(|(id, positions)| self.derived(**id, positions, journal, reckoning))
                .collect::<Result<Vec<_>, _>>()?;
            if place == last {
                self.apply_with(&rows, beside, head)?;
            } else {
                self.apply(&rows, from)?;
            }
        }
        if cases.is_empty() {
            self.apply_with(&[], beside, head)?;
        }
        Ok(())
    }

    /// Where the office's events stand, with those that came.
    fn office_positions_with(&self, fresh: &[Position]) -> Result<Vec<Position>, RegisterError> {
        let mut positions = self.office_positions()?;
        positions.extend_from_slice(fresh);
        positions.sort_unstable();
        positions.dedup();
        Ok(positions)
    }

    /// The cases that days from `first` to `last` may date: all open ones, whose terms end nobody knows
    /// where, the concluded ones that were open on one of these days, and those about which something is
    /// still to be done. Whether an answer was late does not depend on days before the request came in or
    /// after the answer.
    fn dated_within(&self, first: Date, last: Date) -> Result<Vec<RequestId>, RegisterError> {
        let mut ids = Vec::new();
        for row in self.rows() {
            let row = row?;
            let came_in = row.received_on.or(row.listed_on).unwrap_or(Date::MIN);
            let was_open = row.closed_on.is_none_or(|closed| closed >= first && came_in <= last);
            // What is still to be done about a concluded case lies after its end.
            if was_open || !row.deadlines.is_empty() {
                ids.push(row.id);
            }
        }
        Ok(ids)
    }

    /// The row of a case from the positions it had and those that came.
    fn derived(
        &self,
        id: RequestId,
        fresh: &[Position],
        journal: &dyn JournalReader,
        reckoning: &Reckoning,
    ) -> Result<CaseRow, RegisterError> {
        let mut positions = self.row(id)?.map_or_else(Vec::new, |row| row.positions);
        positions.extend_from_slice(fresh);
        positions.sort_unstable();
        positions.dedup();
        derive(id.0, &positions, journal, &self.keys, reckoning)
    }
}

/// The days between which dates may differ; all days where the office reads the law otherwise than before.
fn changed_within(before: &Reckoning, after: &Reckoning) -> Option<(Date, Date)> {
    if before.readings.of_terms() != after.readings.of_terms() {
        return Some((Date::MIN, Date::MAX));
    }
    before.calendar.differs_within(&after.calendar)
}
