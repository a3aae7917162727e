//! All keys of an office: its own, and that of every case.
//!
//! A new case is sealed by a random key of its own, which the office key wraps (`case_keys/`). Then the
//! office key can be changed without touching the journal, and destroying the key of one case erases what is
//! personal in that case alone, wherever a copy of its sealed bytes may lie. A blob says by what it was
//! sealed: [`OF_THE_CASE`], or the number of an office key. What belongs to no case (the office, its clerks,
//! records, reports) and every case from before there were such keys is under the office key, and stays so.
//!
//! Keys of cases are unwrapped when they are first needed, and some thousand are kept.

use std::collections::HashMap;
use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use super::case_keys::{CaseKeys, Memory};
use super::private::{Keyring, OfficeKey, PrivateError};
use super::{Census, Directory, KeyState, Medium, PrivateBlob};

/// What a blob calls its key if that is the case's own. Keys of the office are numbered from 1.
pub const OF_THE_CASE: u32 = 0;

/// Keys that are kept unwrapped; all go when there are more.
const MOST: usize = 4096;

/// What a private part comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Revealed {
    /// What was sealed.
    Plain(Vec<u8>),
    /// The case was erased.
    Erased {
        /// How many items it had.
        items: u16,
    },
}

/// The keys of an office.
pub struct Keys {
    office: RwLock<Arc<Keyring>>,
    cases: Mutex<CaseKeys>,
    unwrapped: Mutex<HashMap<u64, OfficeKey>>,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(..)")
    }
}

impl Keys {
    /// The keys of an office whose key store is in this folder, which must be there; a store is made in it
    /// where there is none.
    pub fn open_at(folder: &Path, office: Keyring) -> Result<Self, PrivateError> {
        Self::open(&Directory::at(folder), office)
    }

    /// The keys of an office whose key store is on this medium.
    pub fn open(medium: &dyn Medium, office: Keyring) -> Result<Self, PrivateError> {
        let cases = Mutex::new(CaseKeys::open(medium)?);
        Ok(Self { office: RwLock::new(Arc::new(office)), cases, unwrapped: Mutex::default() })
    }

    /// The keys of an office whose key store is in memory and goes with them.
    pub fn in_memory(office: Keyring) -> Result<Self, PrivateError> {
        Self::open(&Memory::default(), office)
    }

    /// The office's own keys.
    pub fn office(&self) -> Arc<Keyring> {
        Arc::clone(&self.office.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether there was no key store before it was opened.
    pub fn is_new_store(&self) -> bool {
        self.cases().is_new
    }

    /// What is known of the key of a case.
    pub fn state(&self, request: u64) -> KeyState {
        self.cases().state(request)
    }

    /// How many keys of cases there are.
    pub fn census(&self) -> Census {
        self.cases().census()
    }

    /// Cases whose key cannot be read, as far as the store can tell.
    pub fn damaged(&self) -> Vec<u64> {
        self.cases().damaged()
    }

    /// Makes keys for new cases. They are on disk when this returns, with one sync for all.
    ///
    /// # Errors
    /// No random bytes, or the store: then nothing may be sealed for these cases.
    pub fn make(&self, requests: impl IntoIterator<Item = u64>) -> Result<(), PrivateError> {
        let mut is_any = false;
        for request in requests {
            self.prepare(request)?;
            is_any = true;
        }
        if is_any { self.sync() } else { Ok(()) }
    }

    /// Makes a key for a new case that is on disk after the next [`Keys::sync`].
    pub(super) fn prepare(&self, request: u64) -> Result<(), PrivateError> {
        let key = OfficeKey::generate()?;
        self.cases().put(request, &key, &self.office())?;
        self.unwrapped().insert(request, key);
        Ok(())
    }

    /// Notes that a case has no key, being erased already; on disk after the next [`Keys::sync`].
    pub(super) fn prepare_erased(&self, request: u64, items: u16) -> Result<(), PrivateError> {
        self.unwrapped().remove(&request);
        self.cases().put_destroyed(request, items)
    }

    pub(super) fn sync(&self) -> Result<(), PrivateError> {
        self.cases().sync()
    }

    /// Seals what belongs to a case: under its own key if it has one, else under the office's. Zero is of no
    /// case.
    ///
    /// # Errors
    /// The case was erased, or its key cannot be read.
    pub fn seal(&self, request: u64, aad: &[u8], plain: &[u8]) -> Result<PrivateBlob, PrivateError> {
        if request == 0 || self.state(request) == KeyState::Absent {
            return self.office().seal(aad, plain);
        }
        self.key(request)?.seal(OF_THE_CASE, aad, plain)
    }

    /// What was sealed for a case.
    ///
    /// # Errors
    /// The key is missing or cannot be read, or the blob or `aad` is not what was sealed.
    pub fn reveal(&self, request: u64, aad: &[u8], blob: &PrivateBlob) -> Result<Revealed, PrivateError> {
        if blob.key_id != OF_THE_CASE {
            return self.office().open(aad, blob).map(Revealed::Plain);
        }
        if let KeyState::Destroyed { items } = self.state(request) {
            return Ok(Revealed::Erased { items });
        }
        self.key(request)?.open(aad, blob).map(Revealed::Plain)
    }

    fn key(&self, request: u64) -> Result<OfficeKey, PrivateError> {
        if let Some(key) = self.unwrapped().get(&request) {
            return Ok(key.clone());
        }
        let key = self.cases().key(request, &self.office())?;
        let mut unwrapped = self.unwrapped();
        if unwrapped.len() >= MOST {
            unwrapped.clear();
        }
        unwrapped.insert(request, key.clone());
        Ok(key)
    }

    /// Begins to erase a case: marks its key, so that a crash on the way can be finished or taken back.
    ///
    /// # Errors
    /// There is no such key, or the store.
    pub fn doom(&self, request: u64) -> Result<(), PrivateError> {
        self.cases().doom(request, true)
    }

    /// Takes that back: the journal knows of no erasure.
    ///
    /// # Errors
    /// The store.
    pub fn spare(&self, request: u64) -> Result<(), PrivateError> {
        self.cases().doom(request, false)
    }

    /// The cases whose erasure was begun and not finished.
    pub fn doomed(&self) -> Vec<u64> {
        self.cases().doomed()
    }

    /// Destroys the key of a case, for good.
    ///
    /// # Errors
    /// The store.
    pub fn destroy(&self, request: u64, items: u16) -> Result<(), PrivateError> {
        let destroyed = self.cases().destroy(request, items);
        self.unwrapped().remove(&request);
        destroyed
    }

    /// How many keys were destroyed since the store was opened: tells whether one was while something else
    /// went on.
    pub fn destroyed(&self) -> u64 {
        self.cases().destroyed
    }

    /// Puts `office` in the place of the office's keys, which it must hold too, and wraps the keys of all
    /// cases by its current one. Answers how many.
    ///
    /// # Errors
    /// The store; what was wrapped anew by then stays so, and can be read: the keys are in place first.
    pub fn rewrap(&self, office: Keyring) -> Result<usize, PrivateError> {
        let mut cases = self.cases();
        let office = Arc::new(office);
        *self.office.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&office);
        cases.rewrap(&office)
    }

    /// The key store as bytes, for a backup.
    ///
    /// # Errors
    /// The store.
    pub fn store_bytes(&self) -> Result<Vec<u8>, PrivateError> {
        self.cases().bytes()
    }

    // Each holds what is whole by itself, whatever panicked elsewhere.
    fn cases(&self) -> MutexGuard<'_, CaseKeys> {
        self.cases.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn unwrapped(&self) -> MutexGuard<'_, HashMap<u64, OfficeKey>> {
        self.unwrapped.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
