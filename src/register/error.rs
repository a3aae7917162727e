//! What can go wrong with the register. None of it loses anything: the journal is the truth.

use crate::journal::DecodeError;

/// Why the register could not answer.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// sled cannot read or write; after this the register must be opened anew.
    #[error("the register's store failed: {0}")]
    Store(#[from] sled::Error),
    /// What is stored is not what was written: rebuild.
    #[error("the register is damaged: {0}")]
    Damaged(&'static str),
    /// Files under the register's folder.
    #[error("the register's folder: {0}")]
    Io(#[from] std::io::Error),
    /// No random numbers for sealing a row.
    #[error("a row could not be sealed")]
    Sealing,
    /// The journal could not be read while deriving.
    #[error("the journal: {0}")]
    Journal(#[from] crate::journal::JournalError),
    /// An entry could not be decoded while deriving.
    #[error("an entry: {0}")]
    Entry(#[from] DecodeError),
    /// The entries of a case contradict each other, which no accepted command can bring about.
    #[error("the entries of request {0} contradict each other")]
    Contradiction(u64),
    /// The user stopped it.
    #[error("cancelled")]
    Cancelled,
}

impl RegisterError {
    /// Whether deriving the register anew would mend it.
    pub const fn is_mended_by_rebuild(&self) -> bool {
        matches!(self, Self::Store(_) | Self::Damaged(_))
    }
}
