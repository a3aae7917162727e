//! Why a backup could not be made, or is not one to build on. `Display` is what the clerk reads.

use std::io;
use std::path::{Path, PathBuf};

use crate::journal::{DecodeError, JournalError, PrivateError};
use crate::words::backup as words;
use crate::words::desk::unreadable;

/// Why a backup could not be made, or cannot be used. Nothing was overwritten.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file of that name is there.
    #[error("{}", words::exists(.0))]
    Exists(PathBuf),
    /// The file system.
    #[error("{}", words::io(path, source))]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is none of ours.
    #[error("{}", words::NOT_A_BACKUP)]
    NotABackup,
    /// The manifest or its seal is missing.
    #[error("{}", words::NO_MANIFEST)]
    NoManifest,
    /// The manifest is not what was written.
    #[error("{}", words::MANIFEST_DAMAGED)]
    ManifestDamaged,
    /// A newer program made it.
    #[error("{}", words::newer(*format))]
    NeedsNewerProgram {
        /// Its format.
        format: u32,
    },
    /// A name that no file of a home has: it might lead out of the folder.
    #[error("{}", words::bad_name(.0))]
    BadName(String),
    /// The manifest does not name it.
    #[error("{}", words::unnamed(.0))]
    Unnamed(String),
    /// The manifest names it, and it is not there.
    #[error("{}", words::missing(.0))]
    MissingFile(String),
    /// Its bytes are not those that were written.
    #[error("{}", words::damaged(.0))]
    DamagedFile(String),
    /// It says that it unpacks to more than a file of its length can hold.
    #[error("{}", words::absurd(*declared))]
    Absurd {
        /// Bytes it says it unpacks to.
        declared: u64,
    },
    /// There is no room for what it unpacks to.
    #[error("{}", words::no_space(path, *needed, *free))]
    NoSpace {
        /// Where.
        path: PathBuf,
        /// Bytes needed.
        needed: u64,
        /// Bytes free.
        free: u64,
    },
    /// The journal: where it was to be copied from, or the one in the backup.
    #[error("{}", words::journal(source))]
    Journal {
        /// What is wrong with it.
        #[from]
        source: JournalError,
    },
    /// The journal in the backup does not end where the manifest says.
    #[error("{}", words::other_head(expected, found))]
    OtherHead {
        /// By the manifest, as `SEQ:SEAL`.
        expected: String,
        /// As found.
        found: String,
    },
    /// An entry of the journal in the backup cannot be read with the key.
    #[error("{}", words::entry(&unreadable(.0)))]
    Entry(#[from] DecodeError),
    /// The key is not the one of the office that made the backup.
    #[error("{}", words::WRONG_KEY)]
    WrongKey,
    /// The passphrase is not the one the key was wrapped with.
    #[error("{}", words::WRONG_PASSPHRASE)]
    WrongPassphrase,
    /// The key file is wrapped by a passphrase, and none was given.
    #[error("{}", words::NEEDS_PASSPHRASE)]
    NeedsPassphrase,
    /// The key file is wrapped, and what it holds is not what was written.
    #[error("{}", words::KEY_FILE_DAMAGED)]
    KeyFileDamaged,
    /// A passphrase was given, but the backup was made without.
    #[error("{}", words::NO_KEY_INSIDE)]
    NoKeyInside,
    /// The passphrase is too short to protect the key.
    #[error("{}", words::WEAK_PASSPHRASE)]
    WeakPassphrase,
    /// Others than the owner may read the file of the passphrase.
    #[error("{}", words::passphrase_too_open(path, *mode))]
    PassphraseTooOpen {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The key file, or sealing.
    #[error("{0}")]
    Key(#[from] PrivateError),
}

/// An error of the file system, with its place.
pub(super) fn at(path: &Path) -> impl Fn(io::Error) -> BackupError + '_ {
    |source| BackupError::Io { path: path.to_path_buf(), source }
}
