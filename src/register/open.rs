//! Opening: guarded, since a damaged store may panic, and distrustful, since an empty one opens as valid.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use super::decoded::Decoded;
use super::guard::guarded;
use super::trees::{CLOSED_WELL, CURSOR, DERIVED_BY, Trees, anchor_of};
use super::{DERIVATION, Register, RegisterError};
use crate::journal::{Anchor, Keys};

/// What opening found.
#[derive(Debug)]
pub enum Opening {
    /// A register of this program, derived up to the anchor.
    Usable(Box<Register>, Anchor),
    /// None that can be used; it is to be derived anew.
    Unusable(Unusable),
}

/// Why a register cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// There is none, or its folder is empty.
    Missing,
    /// Another version of the program derived it.
    OtherVersion,
    /// It was being derived when the program ended.
    Unfinished,
    /// It cannot be read.
    Damaged,
}

/// How often, and how far apart, a lock is asked for: for five seconds.
const ROUNDS: u32 = 1000;
const ROUND: Duration = Duration::from_millis(5);

/// Cache of the store.
const CACHE: u64 = 64 << 20;

/// Opens the register in `folder`, which need not exist.
///
/// # Errors
/// Only for what a rebuild would not mend: the folder cannot be used at all.
pub fn open(folder: &Path, keys: &Arc<Keys>) -> Result<Opening, RegisterError> {
    if !folder.join("db").exists() {
        return Ok(Opening::Unusable(Unusable::Missing));
    }
    match guarded(|| usable(recovered(folder)?, folder, keys)) {
        Ok(opening) => Ok(opening),
        Err(error) if error.is_mended_by_rebuild() => Ok(Opening::Unusable(Unusable::Damaged)),
        Err(error) => Err(error),
    }
}

/// A store that was there before: an empty one would open as valid.
fn recovered(folder: &Path) -> Result<sled::Db, RegisterError> {
    wait_until_free(&folder.join("db"))?;
    let db = config(folder).open()?;
    if db.was_recovered() { Ok(db) } else { Err(RegisterError::Damaged("the store was empty")) }
}

/// sled lets go of its lock a little after it was dropped, from threads of its own. A register in use is
/// not a damaged one, and must never be put aside as such.
fn wait_until_free(db: &Path) -> Result<(), RegisterError> {
    let file = File::open(db)?;
    for _ in 0..ROUNDS {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) => sleep(ROUND),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
    Err(io::Error::from(io::ErrorKind::WouldBlock).into())
}

fn config(folder: &Path) -> sled::Config {
    sled::Config::new().path(folder).cache_capacity(CACHE).flush_every_ms(Some(500))
}

fn usable(db: sled::Db, folder: &Path, keys: &Arc<Keys>) -> Result<Opening, RegisterError> {
    let trees = Trees::open(&db)?;
    let derived_by = trees.meta()?.get(DERIVED_BY)?;
    match derived_by.as_deref() {
        None => return Ok(Opening::Unusable(Unusable::Unfinished)),
        Some(stamp) if stamp != DERIVATION.as_bytes() => {
            return Ok(Opening::Unusable(Unusable::OtherVersion));
        }
        Some(_) => {}
    }
    let cursor = trees.meta()?.get(CURSOR)?;
    let anchor =
        cursor.as_deref().and_then(anchor_of).ok_or(RegisterError::Damaged("the cursor is malformed"))?;
    let folder = folder.to_path_buf();
    let decoded = Decoded::default();
    let register = Register { db, trees, keys: Arc::clone(keys), decoded, folder, dirty: false };
    register.totals()?;
    Ok(Opening::Usable(Box::new(register), anchor))
}

/// A new, empty store in `folder`; what stood there is put aside.
pub(super) fn create(folder: &Path, keys: &Arc<Keys>) -> Result<Register, RegisterError> {
    put_aside(folder)?;
    fs::create_dir_all(folder)?;
    let db = config(folder).open()?;
    let trees = Trees::open(&db)?;
    let (decoded, folder) = (Decoded::default(), folder.to_path_buf());
    Ok(Register { db, trees, keys: Arc::clone(keys), decoded, folder, dirty: true })
}

/// Keeps one earlier register beside the new one, in case somebody wants to know what happened to it.
fn put_aside(folder: &Path) -> Result<(), RegisterError> {
    let aside = folder.with_extension("aside");
    let is_empty = fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none());
    if is_empty {
        return Ok(());
    }
    if aside.exists() {
        fs::remove_dir_all(&aside)?;
    }
    fs::rename(folder, &aside)?;
    Ok(())
}

impl Register {
    /// The entry up to which the register is derived, and the seal there.
    ///
    /// # Errors
    /// The store, or a cursor that cannot be read.
    pub fn anchor(&self) -> Result<Anchor, RegisterError> {
        let cursor = self.trees.meta()?.get(CURSOR)?;
        cursor.as_deref().and_then(anchor_of).ok_or(RegisterError::Damaged("the cursor is malformed"))
    }

    /// Closes it; after writing it is opened once more, because sled writes the snapshot that guards
    /// against silent damage only while opening.
    ///
    /// # Errors
    /// The store.
    pub fn close(self) -> Result<(), RegisterError> {
        let Self { db, trees, folder, dirty, .. } = self;
        if dirty {
            trees.meta()?.insert(CLOSED_WELL, &[1])?;
        }
        db.flush()?;
        drop(trees);
        drop(db);
        if dirty {
            guarded(|| recovered(&folder))?;
        }
        Ok(())
    }

    /// Whether it was closed after the last write, so that its snapshot guards all of it.
    ///
    /// # Errors
    /// The store.
    pub fn was_closed_well(&self) -> Result<bool, RegisterError> {
        Ok(self.trees.meta()?.get(CLOSED_WELL)?.is_some())
    }

    /// Lets go of a register that is to be derived anew; what its store says to that is of no interest.
    pub fn discard(self) {
        let _ = guarded(|| {
            drop(self);
            Ok(())
        });
    }

    /// Asks it several things at once; a panic of the store is damage.
    ///
    /// # Errors
    /// What `ask` answers, or damage.
    pub fn ask<T>(&self, ask: impl FnOnce(&Self) -> Result<T, RegisterError>) -> Result<T, RegisterError> {
        guarded(|| ask(self))
    }

    /// Closes it as it is: it is opened again at once, and that writes the snapshot.
    pub(super) fn settle(self) -> Result<(), RegisterError> {
        let Self { db, trees, .. } = self;
        trees.meta()?.insert(CLOSED_WELL, &[1])?;
        db.flush()?;
        Ok(())
    }
}
