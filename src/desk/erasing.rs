//! Erasing what is personal in a case: the entry first, then the key.
//!
//! The key is marked, the entry appended, the register follows, the key is destroyed. Wherever that is cut
//! off, the mark is found at the next opening, and the journal says which way to go: with the entry the key
//! is destroyed then, without it the mark is taken off.

use std::sync::PoisonError;

use super::submit::Whose;
use super::{Desk, DeskError};
use crate::journal::{
    Census, JournalReader, KeyState, Keys, Seq, decode_entry, is_erasure, is_under_key_of_case,
};
use crate::records::{RecordId, Value};
use crate::register::{CaseRow, Kept, Register};
use crate::request::{ClerkId, Context, Event, RequestId, erasure};

/// What erasing a case comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasing {
    /// The case, as it stands now.
    pub row: CaseRow,
    /// Disputes about it: records of their own, which stay as they are.
    pub disputes: Vec<RecordId>,
}

/// What is known of the keys of an office; never a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeysShown {
    /// The office's own keys by number, the oldest first.
    pub office: Vec<u32>,
    /// The one that wraps what is new.
    pub current: u32,
    /// The keys of cases.
    pub cases: Census,
    /// Cases in all.
    pub registered: u64,
}

impl Desk {
    /// What erasing a case would do, without doing it.
    ///
    /// # Errors
    /// A refusal: not in the file, erased already, no reason; or a case without a key of its own.
    pub fn erasing(&self, id: RequestId, reason: &str) -> Result<Erasing, DeskError> {
        let _writer = self.writer()?;
        self.decided_erasure(id, reason)?;
        let row = self.row(id)?;
        let disputes = self.disputes_about(&row.no)?;
        Ok(Erasing { row, disputes })
    }

    /// Erases what is personal in a case, for the clerk `who`. When this returns `Ok`, the key is gone.
    ///
    /// # Errors
    /// As [`Desk::erasing`], or a failure to write. An erasure that is in the journal is finished at the
    /// next opening at the latest.
    pub fn erase(&self, who: ClerkId, id: RequestId, reason: &str) -> Result<Erasing, DeskError> {
        let mut writer = self.writer()?;
        let (event, items) = self.decided_erasure(id, reason)?;
        self.keys.doom(id.0)?;
        let written = self.write(&mut writer, who, &[(Whose::Case(id), event)]);
        let unshown = match written {
            Ok(_) => None,
            // It is saved: the key goes, whatever became of the register.
            Err(error @ DeskError::SavedUnshown { .. }) => Some(error),
            Err(error) => return Err(error),
        };
        self.keys.destroy(id.0, items)?;
        unshown.map_or(Ok(()), Err)?;
        let row = self.row(id)?;
        drop(writer);
        self.refresh_search(&[id])?;
        let disputes = self.disputes_about(&row.no)?;
        Ok(Erasing { row, disputes })
    }

    fn decided_erasure(&self, id: RequestId, reason: &str) -> Result<(Event, u16), DeskError> {
        let row = self.row(id)?;
        let entries = self.entries(&row)?;
        let reckoning = self.reckoning();
        let context = Context { today: self.today(), reckoning: &reckoning };
        let event = erasure(&entries, reason.to_owned(), &context)?.event;
        // A key that seals the newest parts of a case and not its oldest would erase half of it.
        let stored = self.reader.read_at(&row.positions)?;
        let own = stored.iter().filter(|entry| entry.private.is_some()).all(is_under_key_of_case);
        match (&event, self.keys.state(id.0)) {
            (Event::Erased(erased), KeyState::Live) if own => Ok((event.clone(), erased.items)),
            _ => Err(DeskError::NoOwnKey(row.no)),
        }
    }

    fn disputes_about(&self, no: &str) -> Result<Vec<RecordId>, DeskError> {
        let records = self.records()?;
        let about = records.all().filter(|record| match &record.body.value {
            Value::Dispute(dispute) => dispute.request == no,
            _ => false,
        });
        Ok(about.map(|record| record.id).collect())
    }

    /// What there is of keys.
    ///
    /// # Errors
    /// The register.
    pub fn keys_shown(&self) -> Result<KeysShown, DeskError> {
        let office = self.keys.office();
        let (ids, current) = (office.ids(), office.current());
        let registered = self.read_whole(Register::len)?;
        Ok(KeysShown { office: ids, current, cases: self.keys.census(), registered })
    }

    /// Destroys the keys of all cases that the journal knows as erased: for a home made anew, whose key store
    /// may be older than its journal's last entries.
    ///
    /// # Errors
    /// The journal, or the key store.
    pub fn finish_erasures(&self) -> Result<usize, DeskError> {
        let mut count = 0;
        for read in self.reader.read_from(Seq(1)) {
            let entry = read?.entry;
            if !is_erasure(&entry.head) {
                continue;
            }
            if let Event::Erased(erased) = decode_entry(&entry, &self.keys)?.event
                && !matches!(self.keys.state(entry.head.request), KeyState::Destroyed { .. })
            {
                self.keys.destroy(entry.head.request, erased.items)?;
                count += 1;
            }
        }
        Ok(count)
    }

    /// How many cases were erased, and the numbers of those whose key is missing or damaged.
    pub(super) fn counted_keys(&self) -> Result<(usize, Vec<String>), DeskError> {
        self.read(|register| {
            let (mut erased, mut lost) = (0, Vec::new());
            for row in register.rows()? {
                let row = row?;
                match row.kept {
                    Kept::Whole => {}
                    Kept::Erased => erased += 1,
                    Kept::Lost => lost.push(row.no),
                }
            }
            Ok((erased, lost))
        })
    }
}

/// Finishes what was begun before a crash, or takes it back.
pub(super) fn settle(register: &Register, reader: &dyn JournalReader, keys: &Keys) -> Result<(), DeskError> {
    for request in keys.doomed() {
        let row = register.row(RequestId(request))?;
        let stored = reader.read_at(row.as_ref().map_or(&[], |row| row.positions.as_slice()))?;
        let erasure = stored.iter().find(|entry| is_erasure(&entry.head));
        let event = erasure.map(|entry| decode_entry(entry, keys)).transpose()?.map(|entry| entry.event);
        match event {
            Some(Event::Erased(erased)) => keys.destroy(request, erased.items)?,
            _ => keys.spare(request)?,
        }
    }
    Ok(())
}

/// Entries from the end of the journal that are looked at for a lost key store.
const LOOKED_AT: u64 = 5_000;
/// Entries from its beginning that are looked at for one sealed by the office key: the first clerk's is the
/// third.
const FIRST: u64 = 64;

/// Whether these are the keys of this office, before anything is read with them.
pub(super) fn fitting(reader: &dyn JournalReader, keys: &Keys) -> Result<(), DeskError> {
    let office = keys.office();
    for read in reader.read_from(Seq(1)) {
        let entry = read?.entry;
        if entry.head.seq.0 > FIRST {
            break;
        }
        let Some(blob) = entry.private.as_ref().filter(|_| entry.head.request == 0) else { continue };
        if office.open(&entry.head.binding(), blob).is_err() {
            return Err(DeskError::WrongOfficeKey);
        }
        break;
    }
    if keys.census() != Census::default() {
        return Ok(());
    }
    let from = Seq(reader.head().seq.0.saturating_sub(LOOKED_AT));
    for read in reader.read_from(from) {
        if is_under_key_of_case(&read?.entry) {
            return Err(DeskError::KeyStoreMissing);
        }
    }
    Ok(())
}

impl Desk {
    /// The keys of all cases wrapped anew by the current key of `office`, which takes the place of the
    /// office's keys.
    ///
    /// # Errors
    /// The key store.
    pub fn rewrap_keys(&self, office: crate::journal::Keyring) -> Result<usize, DeskError> {
        let _writer = self.writer.lock().map_err(|_: PoisonError<_>| DeskError::Closed)?;
        Ok(self.keys.rewrap(office)?)
    }
}
