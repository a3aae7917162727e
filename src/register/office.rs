//! The office as the register knows it: where its few events stand in the journal.

use super::trees::OFFICE;
use super::{Register, RegisterError};
use crate::journal::{Fact, JournalReader, Keys, Position, decode};
use crate::office::Office;

/// The office that the entries at `positions` make.
pub(super) fn office_at(
    positions: &[Position],
    journal: &dyn JournalReader,
    keys: &Keys,
) -> Result<Office, RegisterError> {
    let mut office = Office::default();
    for entry in journal.read_at(positions)? {
        if let Fact::Office(event) = decode(&entry, keys)? {
            office = office.after(&event);
        }
    }
    Ok(office)
}

/// The places of the office's events as bytes.
pub(super) fn office_bytes(positions: &[Position]) -> Vec<u8> {
    positions.iter().flat_map(|position| position.to_bytes()).collect()
}

impl Register {
    /// The office: a fold of its events.
    ///
    /// # Errors
    /// The journal or the store.
    pub fn office(&self, journal: &dyn JournalReader) -> Result<Office, RegisterError> {
        office_at(&self.office_positions()?, journal, &self.keys)
    }

    pub(super) fn office_positions(&self) -> Result<Vec<Position>, RegisterError> {
        let stored = self.trees.meta()?.get(OFFICE)?;
        let bytes = stored.ok_or(RegisterError::Damaged("the office is missing"))?;
        let chunks = bytes.chunks_exact(Position::LENGTH);
        chunks
            .map(|chunk| chunk.try_into().map(Position::from_bytes))
            .collect::<Result<_, _>>()
            .map_err(|_| RegisterError::Damaged("the office is malformed"))
    }

    pub(super) fn keep_office(&self, positions: &[Position]) -> Result<(), RegisterError> {
        self.trees.meta()?.insert(OFFICE, office_bytes(positions))?;
        Ok(())
    }
}
