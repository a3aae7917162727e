//! Rows that were read lately. Opening what is sealed in a row costs ten times as much as finding it, and
//! lists show the same rows again and again.
//!
//! A row is known by the bytes it was made of, so that a stale one is never given.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::{CaseRow, RegisterError, row_bytes};
use crate::journal::Keys;

/// Rows that are kept, some 2 MiB of them; all go when there are more.
const MOST: usize = 2_048;

/// Rows by id, each with the bytes it was made of.
#[derive(Default)]
pub(super) struct Decoded(Mutex<HashMap<u64, (sled::IVec, CaseRow)>>);

impl Decoded {
    /// The row of these bytes.
    pub(super) fn row(&self, id: u64, bytes: sled::IVec, keys: &Keys) -> Result<CaseRow, RegisterError> {
        // Whatever panicked elsewhere, each entry is whole by itself.
        let rows = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, row)) = rows().get(&id).filter(|(made_of, _)| *made_of == bytes) {
            return Ok(row.clone());
        }
        let row = row_bytes::decode(id, &bytes, keys)?;
        let mut rows = rows();
        if rows.len() >= MOST {
            rows.clear();
        }
        rows.insert(id, (bytes, row.clone()));
        Ok(row)
    }
}
