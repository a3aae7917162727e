//! A backup checked from end to end: manifest, every checksum, the chain of seals to the head, and, with
//! the key, every entry.

use std::path::Path;

use super::error::at;
use super::manifest::Member;
use super::{Archive, BackupError, JOURNAL, KEYS};
use crate::journal::{Directory, FileJournal, Journal, Keyring, Keys, Seq, Verified, decode, inspect};

/// What was found in a backup that is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whole {
    /// The journal in it, reread.
    pub journal: Verified,
    /// Whether there was a key, so that every private part was opened too.
    pub opened: bool,
}

/// Whether the journal cannot be reread without the file: its own, and the keys of cases, which the office
/// key wraps.
fn is_needed_to_read(file: &Member) -> bool {
    let is_of_keys = file.path.split_once('/').is_some_and(|(folder, _)| folder == KEYS);
    file.opened.is_none() || is_of_keys
}

/// Checks a backup whole without leaving anything: its journal, whose personal parts stay sealed, and the
/// keys of cases, which stay wrapped, are unpacked into a folder of the system's for files that are thrown
/// away. The other files are opened too, if there are keys, but written nowhere.
///
/// # Errors
/// What is wrong with it, or no room.
pub fn check(archive: &mut Archive, keys: Option<&Keyring>) -> Result<Whole, BackupError> {
    let aside = tempfile::env::temp_dir();
    let folder = tempfile::Builder::new().prefix("gongkai-check-").tempdir_in(&aside).map_err(at(&aside))?;
    reread(archive, keys, folder.path(), is_needed_to_read)
}

/// Unpacks a backup into an empty folder and checks it whole; all of it is on disk when this returns.
///
/// # Errors
/// What is wrong with it, or the folder. What is in the folder then is worth nothing.
pub fn unpack(archive: &mut Archive, keys: &Keyring, into: &Path) -> Result<Whole, BackupError> {
    reread(archive, Some(keys), into, |_| true)
}

fn reread(
    archive: &mut Archive,
    keys: Option<&Keyring>,
    into: &Path,
    wanted: fn(&Member) -> bool,
) -> Result<Whole, BackupError> {
    refuse_if_full(archive.manifest().unpacked(), into)?;
    archive.read_whole(keys, Some(into), wanted)?;
    let expected = archive.manifest().head()?;
    let journal = into.join(JOURNAL);
    let found = inspect(&Directory::at(&journal), Some(expected), &mut |_| {})?;
    if found.verified.head != expected || found.torn.is_some() {
        return Err(BackupError::OtherHead {
            expected: expected.to_string(),
            found: found.verified.head.to_string(),
        });
    }
    if let Some(keys) = keys {
        // One of the first format has no key store, and no case with a key of its own.
        let store = into.join(KEYS);
        let keys = if store.exists() {
            Keys::open_at(&store, keys.clone())?
        } else {
            Keys::in_memory(keys.clone())?
        };
        let opened = FileJournal::open_at(&journal, Some(expected))?;
        for read in opened.journal.read_from(Seq(1)) {
            decode(&read?.entry, &keys)?;
        }
    }
    Ok(Whole { journal: found.verified, opened: keys.is_some() })
}

fn refuse_if_full(needed: u64, path: &Path) -> Result<(), BackupError> {
    let system = rustix::fs::statvfs(path).map_err(|error| at(path)(error.into()))?;
    let free = system.f_bavail.saturating_mul(system.f_frsize);
    if needed > free {
        return Err(BackupError::NoSpace { path: path.to_path_buf(), needed, free });
    }
    Ok(())
}
