//! Why a file gives no report.

use thiserror::Error;

use super::TablesError;
use crate::words::report::reading as words;

/// Why bytes are no report.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ReadError {
    /// JSON that is not in our layout.
    #[error(transparent)]
    Tables(#[from] TablesError),
    /// Nothing in it.
    #[error("{}", words::empty())]
    Empty,
    /// Larger than what is read, in bytes.
    #[error("{}", words::too_large(*limit))]
    TooLarge {
        /// the limit
        limit: usize,
    },
    /// A kind of file that is not read: the name of the kind.
    #[error("{}", words::unreadable_kind(kind))]
    Kind {
        /// in Chinese
        kind: &'static str,
    },
    /// Protected by a password.
    #[error("{}", words::encrypted())]
    Encrypted,
    /// The file is broken.
    #[error("{}", words::damaged(part))]
    Damaged {
        /// which part of it
        part: String,
    },
    /// An archive with more parts, or parts that unpack to more, than any report has.
    #[error("{}", words::unpacks_too_large(*limit))]
    UnpacksTooLarge {
        /// the limit, in bytes
        limit: u64,
    },
    /// Tables within tables deeper than any page has.
    #[error("{}", words::too_deep(*limit))]
    TooDeep {
        /// the limit
        limit: usize,
    },
    /// More cells than any report has.
    #[error("{}", words::too_many_cells(*limit))]
    TooManyCells {
        /// the limit
        limit: usize,
    },
    /// Cells with more text than any report has, in bytes; that of a merged cell counts for each slot.
    #[error("{}", words::too_much_text(*limit))]
    TooMuchText {
        /// the limit
        limit: usize,
    },
    /// None of the three tables was found.
    #[error("{}", words::no_tables(*sections))]
    NoTables {
        /// how many of the six titles were found
        sections: usize,
    },
}
