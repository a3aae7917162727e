//! Why a home cannot be used.

use std::io;
use std::path::PathBuf;

use crate::backup::BackupError;
use crate::desk::DeskError;
use crate::journal::{ImportError, JournalError, PrivateError};

/// Why a home cannot be used. Nothing in it was touched.
#[derive(Debug, thiserror::Error)]
pub enum HostError {
    /// There is no office in this home.
    #[error("no office in {0}")]
    NoOffice(PathBuf),
    /// There is an office already.
    #[error("an office in {0}")]
    OfficeExists(PathBuf),
    /// Another process owns the home and did not leave in time.
    #[error("{0} is in use")]
    InUse(PathBuf),
    /// The home belongs to another account.
    #[error("{path} belongs to uid {owner}")]
    NotOurs {
        /// The folder.
        path: PathBuf,
        /// Its owner.
        owner: u32,
    },
    /// Others than the owner may look into the data.
    #[error("{path} has mode {mode:o}")]
    TooOpen {
        /// The folder.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The data lie on a network file system, whose locks and syncs cannot be trusted.
    #[error("{0} is on a network file system")]
    NetworkFileSystem(PathBuf),
    /// The clerk's account is not admitted to this office.
    #[error("uid {0} is not admitted")]
    NotAdmitted(u32),
    /// A day may be set in practice offices only.
    #[error("GONGKAI_TODAY in an office that is not for practice")]
    TodayOutsidePractice,
    /// The user has no home folder, and none was named.
    #[error("no home folder")]
    NoHomeFolder,
    /// The host's process belongs to neither the home's owner nor the system.
    #[error("the host runs under uid {uid}, the home belongs to uid {owner}")]
    Stranger {
        /// Who runs it.
        uid: u32,
        /// Whose the home is.
        owner: u32,
    },
    /// The office is another account's and nobody serves it.
    #[error("nobody serves {0}")]
    NoService(PathBuf),
    /// Another host serves it.
    #[error("{0} is served already")]
    Served(PathBuf),
    /// The host refuses, in its own words.
    #[error("{0}")]
    Refused(String),
    /// What is asked for is too long for a frame.
    #[error("too much for one frame")]
    TooMuch,
    /// The host went away under a session.
    #[error("the host went away")]
    Lost,
    /// The host went away under a subcommand that it had taken on.
    #[error("the host went away in the middle of a command")]
    LostInCommand,
    /// There is no terminal.
    #[error("no terminal")]
    NoTerminal,
    /// The file system.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The data folder of a home that should be empty holds something.
    #[error("{0} is not empty")]
    NotEmpty(PathBuf),
    /// The office key comes from a credential of the system and is changed there.
    #[error("the office key comes from a credential")]
    KeyFromCredential,
    /// A backup.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// An export of a journal.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The office key.
    #[error(transparent)]
    Key(#[from] PrivateError),
    /// The journal.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The desk.
    #[error(transparent)]
    Desk(#[from] DeskError),
}
