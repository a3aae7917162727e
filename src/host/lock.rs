//! One process owns the home. The lock is the system's, so it goes when the process goes.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::HostError;
use super::folder::at;

/// The lock of a home; given back when dropped.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

/// Waits up to `patience` for the lock file at `path`.
pub(super) fn take(path: &Path, patience: Duration) -> Result<Lock, HostError> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(path);
    let file = file.map_err(|source| at(path, source))?;
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Lock { _file: file }),
            Err(TryLockError::Error(source)) => return Err(at(path, source)),
            Err(TryLockError::WouldBlock) if start.elapsed() >= patience => {
                return Err(HostError::InUse(path.to_path_buf()));
            }
            Err(TryLockError::WouldBlock) => sleep(Duration::from_millis(20)),
        }
    }
}
