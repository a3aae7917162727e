//! The records as the register knows them: where their entries stand in the journal. They are folded by
//! whoever asks for them; no row depends on them.

use super::trees::Totals;
use super::{Register, RegisterError};
use crate::journal::{JournalReader, Position, decode_record};
use crate::records::Records;

impl Register {
    /// The records: a fold of their entries.
    ///
    /// # Errors
    /// The journal or the store.
    pub fn records(&self, journal: &dyn JournalReader) -> Result<Records, RegisterError> {
        let mut records = Records::default();
        for entry in journal.read_at(&self.record_positions()?)? {
            let entry = decode_record(&entry, &self.keys)?;
            let id = entry.id().0;
            records.add(entry).map_err(|_| RegisterError::Contradiction(id))?;
        }
        Ok(records)
    }

    /// Where the entries of the records stand, in the order of the journal.
    pub(super) fn record_positions(&self) -> Result<Vec<Position>, RegisterError> {
        let mut positions = Vec::new();
        for item in self.trees.records()? {
            let (key, _) = item?;
            let bytes = key.as_ref().try_into();
            let bytes = bytes.map_err(|_| RegisterError::Damaged("a record's place is malformed"))?;
            positions.push(Position::from_bytes(bytes));
        }
        Ok(positions)
    }

    /// How many entries of the records there are, and their digest.
    pub(super) fn recount_records(&self) -> Result<(u64, u64), RegisterError> {
        let mut totals = Totals::default();
        for position in self.record_positions()? {
            totals.with_record(&position.to_bytes());
        }
        Ok((totals.records, totals.record_digest))
    }
}
