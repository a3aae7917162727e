//! Deriving the register anew from the journal.
//!
//! Two passes: the positions of all entries sorted by case, then one case at a time; rows are written in
//! key order, index keys sorted first, because sled is fastest so. The stamp is written last: a register
//! without it is unfinished.

use std::path::Path;
use std::sync::Arc;

use super::contributions::contributions;
use super::counters::{YearCounters, counter_key};
use super::office::office_at;
use super::open::{self, create};
use super::trees::{CURSOR, DERIVED_BY, TOTALS, Totals, anchor_bytes, place};
use super::{CaseRow, DERIVATION, Kept, Opening, Register, RegisterError, row_bytes};
use crate::journal::{
    Anchor, JournalReader, Keys, Position, StoredEntry, decode_entry, decode_entry_lost, is_of_record,
};
use crate::journal::{DecodeError, PrivateError};
use crate::request::{Case, Event, Reckoning, Seq, fold};

/// How far a rebuild is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Cases derived.
    pub done: usize,
    /// Cases in all.
    pub all: usize,
}

/// Derives the register in `folder` anew; what stood there is put aside. `progress` may stop it by
/// returning `false`.
///
/// # Errors
/// The journal, the store, or [`RegisterError::Cancelled`].
pub fn rebuild(
    folder: &Path,
    journal: &dyn JournalReader,
    keys: &Arc<Keys>,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Register, RegisterError> {
    let register = create(folder, keys)?;
    let anchor = journal.head();
    let Places { offices, records, cases: places } = positions_by_case(journal)?;
    let reckoning = &office_at(&offices, journal, keys)?.reckoning();
    let all = places.chunk_by(same_case).count();
    let mut writing = Writing::default();
    for (done, case) in places.chunk_by(same_case).enumerate() {
        if done % 1000 == 0 && !progress(Progress { done, all }) {
            return Err(RegisterError::Cancelled);
        }
        let positions: Vec<Position> = case.iter().map(|(_, position)| *position).collect();
        let id = case.first().map_or(0, |(request, _)| *request);
        writing.row(&register, &derive(id, &positions, journal, keys, reckoning)?)?;
    }
    register.keep_office(&offices)?;
    for position in &records {
        writing.record(&register, *position)?;
    }
    writing.finish(&register, &anchor)?;
    register.settle()?;
    match open::open(folder, keys)? {
        Opening::Usable(register, _) => Ok(*register),
        Opening::Unusable(_) => Err(RegisterError::Damaged("the rebuilt register does not open")),
    }
}

/// The row of one case, from its entries in the journal.
pub(super) fn derive(
    id: u64,
    positions: &[Position],
    journal: &dyn JournalReader,
    keys: &Keys,
    reckoning: &Reckoning,
) -> Result<CaseRow, RegisterError> {
    let stored = journal.read_at(positions)?;
    let entries = stored.iter().map(|entry| decode_entry(entry, keys)).collect::<Result<Vec<_>, _>>();
    let entries = match entries {
        Err(error) if is_lost(&error) => {
            let case = lost(id, &stored, keys)?;
            return Ok(CaseRow::derive(&case, positions.to_vec(), reckoning).with_kept(Kept::Lost));
        }
        entries => entries?,
    };
    let case = fold(&entries).map_err(|_| RegisterError::Contradiction(id))?;
    Ok(CaseRow::derive(&case, positions.to_vec(), reckoning))
}

/// Whether the key of one case fails: that case is listed and counted without its texts, and no other is
/// touched.
const fn is_lost(error: &DecodeError) -> bool {
    use PrivateError::{CaseKeyDamaged, CaseKeyMissing};
    matches!(error, DecodeError::Private { source: CaseKeyMissing { .. } | CaseKeyDamaged { .. }, .. })
}

/// No case has more items: see what a registration takes.
const MOST_ITEMS: u16 = 99;

/// A case without its key. How many items it had stands in its texts; the fewest with which the history is
/// possible are taken.
fn lost(id: u64, stored: &[StoredEntry], keys: &Keys) -> Result<Case, RegisterError> {
    let entries = |items: u16| {
        stored.iter().map(|entry| decode_entry_lost(entry, keys, items)).collect::<Result<Vec<_>, _>>()
    };
    let read = entries(1)?;
    let named = read.iter().map(|entry| match &entry.event {
        Event::Decided(decided) => decided.item.unwrap_or(1),
        Event::ItemsSplit(split) => split.items.iter().copied().max().unwrap_or(1),
        _ => 1,
    });
    let fewest = named.max().unwrap_or(1);
    for items in fewest..=fewest.max(MOST_ITEMS) {
        if let Ok(case) = fold(&entries(items)?) {
            return Ok(case);
        }
    }
    Err(RegisterError::Contradiction(id))
}

/// Whether two places belong to one case.
fn same_case(one: &(u64, Position), other: &(u64, Position)) -> bool {
    one.0 == other.0
}

/// Where the entries of the office stand, those of the records, and those of every case, case after case.
#[derive(Default)]
struct Places {
    offices: Vec<Position>,
    records: Vec<Position>,
    cases: Vec<(u64, Position)>,
}

fn positions_by_case(journal: &dyn JournalReader) -> Result<Places, RegisterError> {
    let mut places = Places::default();
    for item in journal.read_from(Seq(1)) {
        let read = item?;
        match read.entry.head.request {
            0 if is_of_record(&read.entry.head) => places.records.push(read.position),
            0 => places.offices.push(read.position),
            request => places.cases.push((request, read.position)),
        }
    }
    places.cases.sort_unstable();
    Ok(places)
}

/// What a rebuild gathers while rows go out.
#[derive(Default)]
struct Writing {
    keys: Vec<(usize, Vec<u8>, Vec<u8>)>,
    counters: YearCounters,
    totals: Totals,
}

impl Writing {
    fn row(&mut self, register: &Register, row: &CaseRow) -> Result<(), RegisterError> {
        register.trees.rows()?.insert(row.id.0.to_be_bytes(), row_bytes::encode(row, &register.keys)?)?;
        let contributions = contributions(row);
        self.totals.with(&row_bytes::canonical(row)?, &contributions);
        self.keys
            .extend(contributions.keys.into_iter().map(|(index, key, value)| (place(index), key, value)));
        contributions.counters.into_iter().for_each(|(counter, count)| self.counters.add(counter, count));
        Ok(())
    }

    fn record(&mut self, register: &Register, position: Position) -> Result<(), RegisterError> {
        let position = position.to_bytes();
        register.trees.records()?.insert(position, &[])?;
        self.totals.with_record(&position);
        Ok(())
    }

    fn finish(mut self, register: &Register, anchor: &Anchor) -> Result<(), RegisterError> {
        self.keys.sort_unstable();
        for (at, key, value) in self.keys {
            register.trees.at(at)?.insert(key, value)?;
        }
        for (counter, count) in self.counters.all() {
            register.trees.counters()?.insert(counter_key(*counter), &count.to_le_bytes())?;
        }
        let meta = register.trees.meta()?;
        meta.insert(TOTALS, self.totals.to_bytes())?;
        meta.insert(CURSOR, anchor_bytes(anchor))?;
        register.db.flush()?;
        meta.insert(DERIVED_BY, DERIVATION.as_bytes())?;
        register.db.flush()?;
        Ok(())
    }
}
