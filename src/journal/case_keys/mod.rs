//! The key store: the key of every case, wrapped by a key of the office, beside the journal and not in it.
//!
//! The chain of the journal must stay whole when a key is destroyed, so the keys stand in a file of their
//! own, `cases.keys`: a header, then one slot a case (`slot.rs`) in the order of registration, grown by zeros
//! written ahead. A key is on disk before the commit that uses it; what a crash leaves between the two is a
//! key that nothing was sealed with, and the next case of that number takes its slot. A damaged slot costs
//! the case it belongs to and no other.
//!
//! A key is destroyed by overwriting its slot. On a disk that keeps old blocks the wrapped key may linger
//! there, of use only to whoever has the office key too.

mod memory;
mod slot;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) use memory::Memory;
use slot::{LENGTH, Slot};

use super::private::{Keyring, OfficeKey, PrivateError};
use super::{Medium, SegmentFile};

/// The file in the folder of the keys.
pub const FILE: &str = "cases.keys";
/// Bytes that are written ahead when the file grows.
const AHEAD: u64 = 64 << 10;
/// Bytes that are read or rewritten at once.
const PIECE: usize = 64 << 10;
const WIDTH: u64 = 64;
/// What a wrapping is bound to, with the case.
const BINDING: &[u8] = b"gongkai case key 1";

/// What the store knows of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyState {
    /// No key: an old case, sealed by the office key, or one whose key was lost.
    Absent,
    /// A key that opens the case.
    Live,
    /// The key was destroyed.
    Destroyed {
        /// How many items the case had.
        items: u16,
    },
    /// A key that cannot be read.
    Damaged,
}

/// What there is in the store.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Census {
    /// Keys that open a case.
    pub live: usize,
    /// Keys that were destroyed.
    pub destroyed: usize,
    /// Slots that cannot be read.
    pub damaged: usize,
}

/// Where the key of a case stands, and what it is.
#[derive(Debug, Clone, Copy)]
struct Place {
    index: u64,
    state: KeyState,
    doomed: bool,
}

/// The open store.
pub(super) struct CaseKeys {
    file: Arc<dyn SegmentFile>,
    places: BTreeMap<u64, Place>,
    /// The slot after the last one in use.
    next: u64,
    /// How long the file is known to be.
    length: u64,
    /// Whether there was none before.
    pub(super) is_new: bool,
    /// How many keys were destroyed since it was opened.
    pub(super) destroyed: u64,
}

impl CaseKeys {
    /// Opens the store, or makes an empty one.
    pub(super) fn open(medium: &dyn Medium) -> Result<Self, PrivateError> {
        let is_new = !medium.list()?.iter().any(|name| name == FILE);
        let file = medium.open_or_create(FILE)?;
        let mut store =
            Self { length: file.length()?, file, places: BTreeMap::new(), next: 0, is_new, destroyed: 0 };
        if store.length < WIDTH {
            // New, or cut off while it was made: then nothing was ever sealed with it.
            store.is_new = true;
            store.file.write_at(0, &slot::header())?;
            store.file.sync_all()?;
            medium.sync_dir()?;
            store.length = WIDTH;
        }
        let mut header = [0; LENGTH];
        store.file.read_at(0, &mut header)?;
        if let Some(version) = slot::newer(&header) {
            return Err(PrivateError::StoreNewer { version });
        }
        store.read_all()?;
        Ok(store)
    }

    fn read_all(&mut self) -> Result<(), PrivateError> {
        let (mut buffer, mut offset, mut index) = (vec![0; PIECE], WIDTH, 0);
        loop {
            let count = self.file.read_at(offset, &mut buffer)?;
            for bytes in buffer.get(..count).unwrap_or_default().chunks(LENGTH) {
                // A last slot that was cut off is damaged, like any other that is not what was written.
                let mut whole = [0; LENGTH];
                whole.iter_mut().zip(bytes).for_each(|(slot, byte)| *slot = *byte);
                self.note(index, &Slot::from_bytes(&whole));
                index += 1;
            }
            offset += u64::try_from(count).unwrap_or(u64::MAX);
            if count < PIECE {
                return Ok(());
            }
        }
    }

    /// Of two slots of one case, the later that can be read counts.
    fn note(&mut self, index: u64, slot: &Slot) {
        let (request, state, doomed) = match slot {
            Slot::Free => return,
            Slot::Key { request, doomed, .. } => (*request, KeyState::Live, *doomed),
            Slot::Destroyed { request, items } => (*request, KeyState::Destroyed { items: *items }, false),
            Slot::Damaged { request } => (*request, KeyState::Damaged, false),
        };
        self.next = index + 1;
        if state != KeyState::Damaged || !self.places.contains_key(&request) {
            self.places.insert(request, Place { index, state, doomed });
        }
    }

    /// What is known of a case.
    pub(super) fn state(&self, request: u64) -> KeyState {
        self.places.get(&request).map_or(KeyState::Absent, |place| place.state)
    }

    /// The key of a case.
    pub(super) fn key(&self, request: u64, office: &Keyring) -> Result<OfficeKey, PrivateError> {
        let place = self.places.get(&request).ok_or(PrivateError::CaseKeyMissing { request })?;
        let damaged = PrivateError::CaseKeyDamaged { request };
        match (place.state, self.slot(place.index)?) {
            (KeyState::Live, Slot::Key { request: of, wrapped, .. }) if of == request => {
                let key = office.open(&binding(request), &wrapped).map_err(|_| damaged)?;
                let bytes = key.try_into().map_err(|_| PrivateError::CaseKeyDamaged { request })?;
                Ok(OfficeKey::from_bytes(bytes))
            }
            (KeyState::Destroyed { .. }, _) => Err(PrivateError::CaseErased { request }),
            _ => Err(damaged),
        }
    }

    /// Writes the key of a new case down; it is on disk after the next [`CaseKeys::sync`].
    pub(super) fn put(
        &mut self,
        request: u64,
        key: &OfficeKey,
        office: &Keyring,
    ) -> Result<(), PrivateError> {
        let wrapped = office.seal(&binding(request), key.as_bytes())?;
        self.put_slot(&Slot::Key { request, wrapped, doomed: false }, request, KeyState::Live)
    }

    /// Writes down that a case never has a key here, being erased already.
    pub(super) fn put_destroyed(&mut self, request: u64, items: u16) -> Result<(), PrivateError> {
        self.put_slot(&Slot::Destroyed { request, items }, request, KeyState::Destroyed { items })
    }

    fn put_slot(&mut self, slot: &Slot, request: u64, state: KeyState) -> Result<(), PrivateError> {
        let index = self.places.get(&request).map_or(self.next, |place| place.index);
        let (offset, end) = (offset_of(index), offset_of(index.saturating_add(1)));
        if end > self.length {
            let zeros = vec![0; usize::try_from(AHEAD).unwrap_or(PIECE)];
            self.file.write_at(self.length, &zeros)?;
            self.length = self.length.saturating_add(AHEAD);
        }
        self.file.write_at(offset, &slot.to_bytes())?;
        self.next = self.next.max(index.saturating_add(1));
        self.places.insert(request, Place { index, state, doomed: false });
        Ok(())
    }

    /// Everything that was written is on disk when this returns.
    pub(super) fn sync(&self) -> Result<(), PrivateError> {
        Ok(self.file.sync_data()?)
    }

    /// Marks a key as one that is to be destroyed, or takes the mark off.
    pub(super) fn doom(&mut self, request: u64, doomed: bool) -> Result<(), PrivateError> {
        let place = self.places.get_mut(&request).ok_or(PrivateError::CaseKeyMissing { request })?;
        let index = place.index;
        place.doomed = doomed;
        let Slot::Key { request, wrapped, .. } = self.slot(index)? else {
            return Err(PrivateError::CaseKeyDamaged { request });
        };
        self.file.write_at(offset_of(index), &Slot::Key { request, wrapped, doomed }.to_bytes())?;
        self.sync()
    }

    /// Destroys the key of a case: its slot is overwritten in place and synced. A case without a slot gets one
    /// that says so.
    pub(super) fn destroy(&mut self, request: u64, items: u16) -> Result<(), PrivateError> {
        self.destroyed = self.destroyed.saturating_add(1);
        self.put_destroyed(request, items)?;
        self.sync()
    }

    /// The cases whose erasure was begun.
    pub(super) fn doomed(&self) -> Vec<u64> {
        self.places.iter().filter(|(_, place)| place.doomed).map(|(request, _)| *request).collect()
    }

    /// Cases whose slot cannot be read, as far as the slots tell.
    pub(super) fn damaged(&self) -> Vec<u64> {
        let damaged = |place: &Place| place.state == KeyState::Damaged;
        self.places.iter().filter(|(_, place)| damaged(place)).map(|(request, _)| *request).collect()
    }

    /// How many keys there are.
    pub(super) fn census(&self) -> Census {
        let mut census = Census::default();
        for place in self.places.values() {
            match place.state {
                KeyState::Live => census.live += 1,
                KeyState::Destroyed { .. } => census.destroyed += 1,
                KeyState::Damaged | KeyState::Absent => census.damaged += 1,
            }
        }
        census
    }

    /// Wraps every key anew under the current key of `office`, each slot in its place; those that cannot be
    /// opened stay as they are. Cut short, some are wrapped by the old key and some by the new one, which
    /// each slot says of itself.
    pub(super) fn rewrap(&mut self, office: &Keyring) -> Result<usize, PrivateError> {
        let mut count = 0;
        let live = self.places.iter().filter(|(_, place)| place.state == KeyState::Live);
        for (request, place) in live {
            let Slot::Key { wrapped, doomed, .. } = self.slot(place.index)? else { continue };
            let Ok(key) = office.open(&binding(*request), &wrapped) else { continue };
            let wrapped = office.seal(&binding(*request), &key)?;
            let slot = Slot::Key { request: *request, wrapped, doomed };
            self.file.write_at(offset_of(place.index), &slot.to_bytes())?;
            count += 1;
        }
        self.sync()?;
        Ok(count)
    }

    /// All bytes up to the last slot in use.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, PrivateError> {
        let length = usize::try_from(offset_of(self.next)).unwrap_or(usize::MAX);
        let mut bytes = vec![0; length];
        self.file.read_at(0, &mut bytes)?;
        Ok(bytes)
    }

    fn slot(&self, index: u64) -> Result<Slot, PrivateError> {
        let mut bytes = [0; LENGTH];
        self.file.read_at(offset_of(index), &mut bytes)?;
        Ok(Slot::from_bytes(&bytes))
    }
}

const fn offset_of(index: u64) -> u64 {
    index.saturating_add(1).saturating_mul(WIDTH)
}

/// A wrapped key opens for its own case alone.
fn binding(request: u64) -> Vec<u8> {
    [BINDING, &request.to_le_bytes()].concat()
}
