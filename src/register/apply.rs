//! Changing the register: old contributions out, new ones in, with the cursor, in one transaction.

use std::collections::BTreeMap;

use sled::Transactional;
use sled::transaction::{ConflictableTransactionError, TransactionError, TransactionalTree};

use super::contributions::{Contributions, Counter, contributions};
use super::counters::counter_key;
use super::guard::guarded;
use super::office::office_bytes;
use super::trees::{
    CLOSED_WELL, COUNTERS, CURSOR, META, OFFICE, RECORDS, ROWS, TOTALS, Totals, anchor_bytes, place,
};
use super::{CaseRow, Register, RegisterError, row_bytes};
use crate::journal::{Anchor, Position};

/// At most so many rows in a transaction: sled's transactions share one lock with the readers.
pub(super) const GROUP: usize = 100;

/// All that one transaction writes; made before it, since a transaction may run its closure again.
struct Change {
    rows: Vec<(u64, Vec<u8>)>,
    removed: Vec<(usize, Vec<u8>, Vec<u8>)>,
    inserted: Vec<(usize, Vec<u8>, Vec<u8>)>,
    counters: BTreeMap<Counter, i64>,
    totals: Totals,
    /// Where the office's events stand, if there are new ones.
    office: Option<Vec<u8>>,
    /// Where new entries of the records stand.
    records: Vec<Vec<u8>>,
}

/// What comes with rows in the same transaction: entries that belong to no case.
#[derive(Clone, Copy, Default)]
pub(super) struct Beside<'a> {
    /// Where all events of the office stand, if there are new ones.
    pub(super) office: Option<&'a [Position]>,
    /// Where new entries of the records stand; those that are known already do no harm.
    pub(super) records: &'a [Position],
}

impl Register {
    /// Puts `rows` (at most 100) in the place of their earlier versions and moves the cursor.
    ///
    /// # Errors
    /// After an error of the store the register must be opened anew.
    pub fn apply(&mut self, rows: &[CaseRow], anchor: &Anchor) -> Result<(), RegisterError> {
        self.apply_with(rows, Beside::default(), anchor)
    }

    /// As [`Register::apply`], and keeps where entries of no case stand, in the same transaction.
    pub(super) fn apply_with(
        &mut self,
        rows: &[CaseRow],
        beside: Beside,
        anchor: &Anchor,
    ) -> Result<(), RegisterError> {
        let is_first = !std::mem::replace(&mut self.dirty, true);
        guarded(|| {
            if is_first {
                self.trees.meta()?.remove(CLOSED_WELL)?;
            }
            self.write(rows, beside, anchor)
        })
    }

    fn write(&self, rows: &[CaseRow], beside: Beside, anchor: &Anchor) -> Result<(), RegisterError> {
        let mut change = Change { office: beside.office.map(office_bytes), ..self.change(rows)? };
        for position in beside.records {
            let position = position.to_bytes();
            if !self.trees.records()?.contains_key(position)? {
                change.totals.with_record(&position);
                change.records.push(position.to_vec());
            }
        }
        let cursor = anchor_bytes(anchor);
        self.trees.all.as_slice().transaction(|trees| write(trees, &change, &cursor)).map_err(|error| {
            match error {
                TransactionError::Storage(error) => RegisterError::Store(error),
                TransactionError::Abort(()) => RegisterError::Damaged("a tree is missing"),
            }
        })
    }

    /// Counts and digests as they stand.
    pub(super) fn totals(&self) -> Result<Totals, RegisterError> {
        let stored = self.trees.meta()?.get(TOTALS)?;
        stored
            .map_or(Some(Totals::default()), |bytes| Totals::from_bytes(&bytes))
            .ok_or(RegisterError::Damaged("the totals are malformed"))
    }

    fn change(&self, rows: &[CaseRow]) -> Result<Change, RegisterError> {
        let mut change = Change {
            rows: Vec::with_capacity(rows.len()),
            removed: Vec::new(),
            inserted: Vec::new(),
            counters: BTreeMap::new(),
            totals: self.totals()?,
            office: None,
            records: Vec::new(),
        };
        for row in rows {
            if let Some(before) = self.row(row.id)? {
                change.take_out(&before)?;
            }
            change.put_in(row)?;
            change.rows.push((row.id.0, row_bytes::encode(row, &self.keys)?));
        }
        Ok(change)
    }
}

impl Change {
    fn take_out(&mut self, before: &CaseRow) -> Result<(), RegisterError> {
        let contributions = contributions(before);
        self.totals.without(&row_bytes::canonical(before)?, &contributions);
        let Contributions { keys, counters } = contributions;
        self.removed.extend(keys.into_iter().map(|(index, key, value)| (place(index), key, value)));
        for (counter, count) in counters {
            *self.counters.entry(counter).or_default() -= count;
        }
        Ok(())
    }

    fn put_in(&mut self, after: &CaseRow) -> Result<(), RegisterError> {
        let contributions = contributions(after);
        self.totals.with(&row_bytes::canonical(after)?, &contributions);
        let Contributions { keys, counters } = contributions;
        self.inserted.extend(keys.into_iter().map(|(index, key, value)| (place(index), key, value)));
        for (counter, count) in counters {
            *self.counters.entry(counter).or_default() += count;
        }
        Ok(())
    }
}

type Written = Result<(), ConflictableTransactionError<()>>;

fn write(trees: &[TransactionalTree], change: &Change, cursor: &[u8]) -> Written {
    let tree = |at: usize| trees.get(at).ok_or(ConflictableTransactionError::Abort(()));
    for (at, key, value) in &change.removed {
        // A number that a void case gave up may be another's by now: only its own goes.
        let tree = tree(*at)?;
        if tree.get(key.as_slice())?.is_some_and(|stored| stored == value.as_slice()) {
            tree.remove(key.as_slice())?;
        }
    }
    for (at, key, value) in &change.inserted {
        tree(*at)?.insert(key.as_slice(), value.as_slice())?;
    }
    for (id, bytes) in &change.rows {
        tree(ROWS)?.insert(&id.to_be_bytes(), bytes.as_slice())?;
    }
    for (counter, delta) in change.counters.iter().filter(|(_, delta)| **delta != 0) {
        let key = counter_key(*counter);
        let stored = tree(COUNTERS)?.get(key.as_slice())?;
        let before = stored.and_then(|bytes| bytes.as_ref().try_into().ok()).map_or(0, i64::from_le_bytes);
        let after = before.wrapping_add(*delta);
        tree(COUNTERS)?.insert(key.as_slice(), &after.to_le_bytes())?;
    }
    tree(META)?.insert(TOTALS, change.totals.to_bytes())?;
    for position in &change.records {
        tree(RECORDS)?.insert(position.as_slice(), &[])?;
    }
    if let Some(office) = &change.office {
        tree(META)?.insert(OFFICE, office.as_slice())?;
    }
    tree(META)?.insert(CURSOR, cursor)?;
    Ok(())
}
