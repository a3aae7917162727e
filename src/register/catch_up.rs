//! Catching up with the journal: the entries behind the cursor, case by case.

use std::collections::BTreeMap;

use super::apply::GROUP;
use super::office::office_at;
use super::rebuild::derive;
use super::{CaseRow, Register, RegisterError};
use crate::journal::{Head, JournalReader, Position};
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
    /// # Errors
    /// The journal, or the store.
    pub fn catch_up(
        &mut self,
        journal: &dyn JournalReader,
        reckoning: &Reckoning,
    ) -> Result<Behind, RegisterError> {
        let mut offices = Vec::new();
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
                0 => offices.push(read.position),
                request => fresh.entry(RequestId(request)).or_default().push(read.position),
            }
        }
        if !offices.is_empty() {
            self.add_office(&offices, journal, reckoning)?;
        }
        let cases = fresh.len();
        self.follow_from(&from, &fresh, &head, journal, reckoning)?;
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
        self.follow_from(&from, fresh, head, journal, reckoning)
    }

    fn follow_from(
        &mut self,
        from: &Head,
        fresh: &BTreeMap<RequestId, Vec<Position>>,
        head: &Head,
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
            self.apply(&rows, if place == last { head } else { from })?;
        }
        if cases.is_empty() {
            self.apply(&[], head)?;
        }
        Ok(())
    }

    /// New events of the office. A new calendar re-dates every open case: that is a derivation anew.
    fn add_office(
        &self,
        fresh: &[Position],
        journal: &dyn JournalReader,
        reckoning: &Reckoning,
    ) -> Result<(), RegisterError> {
        let mut positions = self.office_positions()?;
        positions.extend_from_slice(fresh);
        positions.sort_unstable();
        positions.dedup();
        if office_at(&positions, journal, &self.keys)?.reckoning() != *reckoning {
            return Err(RegisterError::Damaged("the reckoning has changed"));
        }
        self.keep_office(&positions)
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
