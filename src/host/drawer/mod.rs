//! The drafts of clerks: one file each in the clerk's folder, sealed, whole or not there.
//!
//! A file is the first line [`MAGIC`], the number of the key (u32), the request whose key it is (u64, 0 for
//! none), the nonce (12 bytes) and the ciphertext with its tag; numbers are little-endian. What is about a
//! request is sealed by the key of that case, so that erasing the case erases the draft; all else by the
//! office key. A draft opens for its own clerk, slot and request alone. A rotated key opens it still: the old
//! ones stay on the ring.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::folder;
use crate::desk::Desk;
use crate::journal::{Keys, PrivateBlob, PrivateError, Revealed};
use crate::request::{ClerkId, RequestId};
use crate::tui::{Lost, Slot};
use crate::words::host as said;
use crate::words::tui::drafts as words;

const MAGIC: &[u8; 16] = b"gongkai draft 1\n";
/// What a file's name begins with; its slot follows.
const PREFIX: &str = "draft-";
/// The most bytes of a draft, and of its file.
const LONGEST: usize = 2 << 20;
const LONGEST_FILE: usize = LONGEST + 1024;
/// The most drafts of a clerk.
const MOST: usize = 64;

/// The drafts of all clerks of a home.
#[derive(Debug)]
pub(super) struct Cabinet {
    /// The folder of the clerks' folders.
    clerks: PathBuf,
    keys: Arc<Keys>,
    /// Which are some session's, by clerk and slot.
    held: Mutex<BTreeSet<(u32, u64)>>,
}

impl Cabinet {
    /// The drafts in the folder of the clerks' folders.
    pub(super) fn of(clerks: PathBuf, desk: &Desk) -> Arc<Self> {
        Arc::new(Self { clerks, keys: desk.keys(), held: Mutex::default() })
    }

    fn held(&self) -> MutexGuard<'_, BTreeSet<(u32, u64)>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The drafts of one session. What it holds is offered to no other session while it lives.
#[derive(Debug)]
pub struct Drawer {
    cabinet: Arc<Cabinet>,
    clerk: ClerkId,
    own: Mutex<BTreeSet<u64>>,
}

impl Drop for Drawer {
    fn drop(&mut self) {
        let mut held = self.cabinet.held();
        for slot in self.own().iter() {
            held.remove(&(self.clerk.0, *slot));
        }
    }
}

/// Why a draft is not given.
enum Refused {
    /// It is not what this office sealed.
    Foreign,
    /// The case it was about was erased.
    Erased,
    /// The file system.
    Io(io::Error),
}

impl From<PrivateError> for Refused {
    fn from(_: PrivateError) -> Self {
        Self::Foreign
    }
}

impl Drawer {
    /// An empty drawer for a session of this clerk.
    pub(super) fn open(cabinet: &Arc<Cabinet>, clerk: ClerkId) -> Self {
        Self { cabinet: Arc::clone(cabinet), clerk, own: Mutex::default() }
    }

    /// Another one in the same place.
    pub(super) fn another(&self) -> Self {
        Self::open(&self.cabinet, self.clerk)
    }

    fn own(&self) -> MutexGuard<'_, BTreeSet<u64>> {
        self.own.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn folder(&self) -> PathBuf {
        self.cabinet.clerks.join(self.clerk.0.to_string())
    }

    fn path(&self, slot: u64) -> PathBuf {
        self.folder().join(format!("{PREFIX}{slot}"))
    }

    /// Whether the slot is nobody's yet; then it is this session's.
    fn claim(&self, slot: u64) -> bool {
        let is_free = self.cabinet.held().insert((self.clerk.0, slot));
        if is_free {
            self.own().insert(slot);
        }
        is_free
    }

    fn release(&self, slot: u64) {
        self.own().remove(&slot);
        self.cabinet.held().remove(&(self.clerk.0, slot));
    }

    /// The slots in the folder, and how many files there are.
    fn slots(&self) -> io::Result<BTreeSet<u64>> {
        let files = match fs::read_dir(self.folder()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
            files => files?,
        };
        let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
        Ok(names.filter_map(|name| name.strip_prefix(PREFIX)?.parse().ok()).collect())
    }

    fn new_slot(&self) -> Result<u64, String> {
        let taken = self.slots().map_err(|error| at(&self.folder(), error))?;
        if taken.len() >= MOST {
            return Err(words::too_many(MOST));
        }
        let first = taken.last().map_or(1, |last| last.saturating_add(1));
        // Beyond what lies there, each session holds some that it has not written yet, or no longer.
        let mut free = (first..=first.saturating_add(100_000)).filter(|slot| self.claim(*slot));
        free.next().ok_or_else(|| words::too_many(MOST))
    }

    fn binding(&self, slot: u64, request: u64) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.clerk.0.to_le_bytes());
        bytes.extend(slot.to_le_bytes());
        bytes.extend(request.to_le_bytes());
        bytes
    }

    fn sealed(&self, slot: u64, request: u64, plain: &[u8]) -> Result<Vec<u8>, PrivateError> {
        let blob = self.cabinet.keys.seal(request, &self.binding(slot, request), plain)?;
        let mut bytes = MAGIC.to_vec();
        bytes.extend(blob.key_id.to_le_bytes());
        bytes.extend(request.to_le_bytes());
        bytes.extend(blob.nonce);
        bytes.extend(blob.sealed);
        Ok(bytes)
    }

    fn opened(&self, slot: u64, bytes: &[u8]) -> Result<Vec<u8>, Refused> {
        let parts = || {
            let (magic, rest) = bytes.split_first_chunk::<16>()?;
            let (key, rest) = rest.split_first_chunk::<4>()?;
            let (request, rest) = rest.split_first_chunk::<8>()?;
            let (nonce, rest) = rest.split_first_chunk::<12>()?;
            let blob = PrivateBlob { key_id: u32::from_le_bytes(*key), nonce: *nonce, sealed: rest.to_vec() };
            (magic == MAGIC).then_some((u64::from_le_bytes(*request), blob))
        };
        let (request, blob) = parts().ok_or(Refused::Foreign)?;
        match self.cabinet.keys.reveal(request, &self.binding(slot, request), &blob)? {
            Revealed::Plain(plain) => Ok(plain),
            Revealed::Erased { .. } => Err(Refused::Erased),
        }
    }

    fn read(&self, slot: u64) -> Result<Vec<u8>, Refused> {
        let mut bytes = Vec::new();
        let most = u64::try_from(LONGEST_FILE).unwrap_or(u64::MAX);
        let file = File::open(self.path(slot)).map_err(Refused::Io)?;
        file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(Refused::Io)?;
        if bytes.len() > LONGEST_FILE { Err(Refused::Foreign) } else { self.opened(slot, &bytes) }
    }

    /// Beside it first, synced, then in its place: one of the two is there whole at every moment.
    fn write(&self, slot: u64, bytes: &[u8]) -> io::Result<()> {
        let (path, beside) = (self.path(slot), self.folder().join(format!("{PREFIX}{slot}.new")));
        match fs::remove_file(&beside) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let written =
            OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside).and_then(|mut file| {
                file.write_all(bytes)?;
                file.sync_all()
            });
        let placed = written.and_then(|()| fs::rename(&beside, &path));
        if placed.is_err() {
            // Half a file is worth nothing; the next one clears it if this cannot.
            let _ = fs::remove_file(&beside);
        }
        placed.and_then(|()| File::open(self.folder())?.sync_all())
    }

    /// What a write that was cut short has left.
    fn clear_unfinished(&self) {
        let Ok(files) = fs::read_dir(self.folder()) else { return };
        for file in files.flatten() {
            let name = file.file_name();
            let unfinished = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.strip_suffix(".new"));
            let Some(slot) = unfinished.and_then(|slot| slot.parse::<u64>().ok()) else { continue };
            if !self.cabinet.held().contains(&(self.clerk.0, slot)) {
                let _ = fs::remove_file(file.path());
            }
        }
    }
}

impl crate::tui::Drawer for Drawer {
    fn keep(&self, slot: Option<Slot>, about: Option<RequestId>, bytes: &[u8]) -> Result<Slot, String> {
        if bytes.len() > LONGEST {
            return Err(words::TOO_LONG.to_owned());
        }
        let folder = self.folder();
        folder::make(&folder, 0o700).map_err(|error| said::error(&error))?;
        let (number, is_new) = match slot {
            Some(Slot(number)) => (number, false),
            None => (self.new_slot()?, true),
        };
        let request = about.map_or(0, |id| id.0);
        let sealed = self.sealed(number, request, bytes).map_err(|error| error.to_string());
        let kept = sealed
            .and_then(|sealed| self.write(number, &sealed).map_err(|error| at(&self.path(number), error)));
        if kept.is_err() && is_new {
            self.release(number);
        }
        kept.map(|()| Slot(number))
    }

    fn remove(&self, Slot(slot): Slot) {
        // One that cannot be removed now is asked about the next time.
        let removed = fs::remove_file(self.path(slot));
        let _ = removed.and_then(|()| File::open(self.folder())?.sync_all());
        self.release(slot);
    }

    fn set_aside(&self, Slot(slot): Slot) -> String {
        let name = format!("{PREFIX}{slot}.unreadable");
        let _ = fs::rename(self.path(slot), self.folder().join(&name));
        self.release(slot);
        name
    }

    fn lost(&self) -> Lost {
        let mut lost = Lost::default();
        self.clear_unfinished();
        let slots = match self.slots() {
            Ok(slots) => slots,
            Err(error) => {
                lost.faults.push(words::unread(&at(&self.folder(), error)));
                return lost;
            }
        };
        for slot in slots {
            if !self.claim(slot) {
                continue;
            }
            match self.read(slot) {
                Ok(plain) => lost.drafts.push((Slot(slot), plain)),
                Err(Refused::Foreign) => lost.faults.push(words::sealed(&self.set_aside(Slot(slot)))),
                Err(Refused::Erased) => {
                    self.remove(Slot(slot));
                    lost.faults.push(words::ERASED.to_owned());
                }
                Err(Refused::Io(error)) if error.kind() == io::ErrorKind::NotFound => self.release(slot),
                Err(Refused::Io(error)) => lost.faults.push(words::unread(&at(&self.path(slot), error))),
            }
        }
        lost
    }
}

fn at(path: &Path, source: io::Error) -> String {
    said::error(&folder::at(path, source))
}

#[cfg(test)]
mod tests;
