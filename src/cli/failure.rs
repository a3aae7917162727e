//! How a subcommand ends without having done its work.

use std::io;

use crate::backup::BackupError;
use crate::desk::DeskError;
use crate::host::HostError;
use crate::words;

/// Why it was not done, in words for stderr, with the exit code.
#[derive(Debug)]
pub(super) enum Failure {
    /// Wrong usage: exit code 2.
    Usage(String),
    /// Failed or refused: exit code 1.
    Refused(String),
    /// A host has come up meanwhile, which is to be asked instead; in words, where it is not.
    AtHost(String),
    /// The reader of our output has left; nothing more to say.
    ClosedPipe,
}

impl Failure {
    /// What is said on stderr.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Usage(words) | Self::Refused(words) | Self::AtHost(words) => words.clone(),
            Self::ClosedPipe => String::new(),
        }
    }

    /// The exit code.
    pub(super) const fn code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Refused(_) | Self::AtHost(_) => 1,
            Self::ClosedPipe => 0,
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::ClosedPipe
        } else {
            Self::Refused(words::cli::cannot_write(&error.to_string()))
        }
    }
}

impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Self {
        let said = words::desk::error(&error);
        // On the screen the form stays open and shows that nothing was saved; here it must be said.
        Self::Refused(if matches!(error, DeskError::Refused(_) | DeskError::Record(_)) {
            words::cli::not_saved(&said)
        } else {
            said
        })
    }
}

impl From<BackupError> for Failure {
    fn from(error: BackupError) -> Self {
        Self::Refused(error.to_string())
    }
}

impl From<HostError> for Failure {
    fn from(error: HostError) -> Self {
        let said = words::host::error(&error);
        if matches!(error, HostError::Served(_)) { Self::AtHost(said) } else { Self::Refused(said) }
    }
}
