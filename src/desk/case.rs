//! One case whole: its state, its timeline, its clock.

use std::collections::BTreeMap;

use super::{Desk, DeskError};
use crate::journal::decode_entry;
use crate::register::{CaseRow, RegisterError};
use crate::request::clock::{Clock, SubDeadline, clock, sub_deadlines};
use crate::request::{Case, Entry, RequestId, Seq, fold, revoked};

/// A case as the case screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseView {
    /// Its row.
    pub row: CaseRow,
    /// What is true of it.
    pub case: Case,
    /// Everything that was recorded, in that order.
    pub entries: Vec<Entry>,
    /// Which entries are revoked, and by which.
    pub revoked: BTreeMap<Seq, Seq>,
    /// Its due date, explained.
    pub clock: Clock,
    /// All its deadlines that have not fallen away, by day.
    pub deadlines: Vec<SubDeadline>,
}

impl Desk {
    /// One case whole.
    ///
    /// # Errors
    /// No such request, or the journal cannot be read.
    pub fn case(&self, id: RequestId) -> Result<CaseView, DeskError> {
        let row = self.row(id)?;
        let entries = self.entries(&row)?;
        let case = fold(&entries).map_err(|_| RegisterError::Contradiction(id.0))?;
        let reckoning = self.reckoning();
        let clock = clock(&case, &reckoning);
        let deadlines = sub_deadlines(&case, &reckoning);
        Ok(CaseView { row, case, revoked: revoked(&entries), entries, clock, deadlines })
    }

    /// The entries of a case, from the journal.
    pub(super) fn entries(&self, row: &CaseRow) -> Result<Vec<Entry>, DeskError> {
        let stored = self.reader.read_at(&row.positions)?;
        Ok(stored.iter().map(|entry| decode_entry(entry, &self.keys)).collect::<Result<_, _>>()?)
    }
}
