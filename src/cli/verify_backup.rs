//! `gongkai verify --backup PATH`: a backup checked whole without restoring it; exit code 3 on a fault.

use std::path::Path;

use super::args::Verify;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::restore::{described, key_source};
use super::{DONE, FOUND, verify};
use crate::backup::{self, Archive, BackupError};
use crate::journal::{Head, Keyring};
use crate::words::cli as words;

/// Checks it and prints what was found.
pub(super) fn run(
    path: &Path,
    args: &Verify,
    invocation: &Invocation,
    outlet: &mut Outlet,
) -> Result<u8, Failure> {
    let expected = args.expect.as_deref().map(verify::expected).transpose()?;
    match checked(path, args, expected, invocation, outlet) {
        Ok(code) => Ok(code),
        Err(Found::Fault(error)) if is_fault(&error) => {
            outlet.say(&error.to_string())?;
            Ok(FOUND)
        }
        Err(Found::Fault(error)) => Err(error.into()),
        Err(Found::Failure(failure)) => Err(failure),
    }
}

enum Found {
    Fault(BackupError),
    Failure(Failure),
}

impl From<BackupError> for Found {
    fn from(error: BackupError) -> Self {
        Self::Fault(error)
    }
}

impl From<Failure> for Found {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

fn checked(
    path: &Path,
    args: &Verify,
    expected: Option<Head>,
    invocation: &Invocation,
    outlet: &mut Outlet,
) -> Result<u8, Found> {
    let mut archive = Archive::open(path)?;
    let keys = match key_source(&args.key, invocation)? {
        Some(source) => Some(archive.keys(&source)?),
        None => own_keys(&archive, invocation),
    };
    let whole = backup::check(&mut archive, keys.as_ref())?;
    outlet.say(&described(archive.manifest()))?;
    outlet.say(&words::backup_whole(&whole.journal.words(), whole.opened))?;
    let head = whole.journal.head;
    match expected {
        Some(expected) if expected == head => outlet.say(words::EXPECTED)?,
        Some(_) => {
            outlet.say(&words::not_expected(&head.to_string()))?;
            return Ok(FOUND);
        }
        None => {}
    }
    Ok(DONE)
}

/// The keys of this home, if they are those of the office that made the backup.
fn own_keys(archive: &Archive, invocation: &Invocation) -> Option<Keyring> {
    let keys = invocation.home.own_keys()?;
    archive.fits(&keys).is_ok().then_some(keys)
}

/// Whether the backup is at fault, and not the place it lies in, the key, or what was asked.
fn is_fault(error: &BackupError) -> bool {
    !matches!(
        error,
        BackupError::Io { .. }
            | BackupError::NoSpace { .. }
            | BackupError::NeedsNewerProgram { .. }
            | BackupError::WrongKey
            | BackupError::WrongPassphrase
            | BackupError::NoKeyInside
            | BackupError::NeedsPassphrase
            | BackupError::KeyFileDamaged
            | BackupError::Key(_)
    )
}
