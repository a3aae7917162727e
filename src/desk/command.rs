//! What may be asked of the desk, and what it answers.

use crate::register::CaseRow;
use crate::request::{Registration, RequestId, Seq, Step, Warning};

/// A command of a clerk. One command makes one commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A new request.
    Register(Box<Registration>),
    /// A step on a request.
    Step {
        /// The request.
        id: RequestId,
        /// The version the clerk saw; `None` takes it as it stands.
        version: Option<Seq>,
        /// The step.
        step: Step,
    },
    /// Takes back an entry of a request.
    Revoke {
        /// The request.
        id: RequestId,
        /// The version the clerk saw.
        version: Option<Seq>,
        /// The entry.
        seq: Seq,
        /// Why.
        reason: String,
    },
    /// Takes back all entries of a commit, such as a whole import.
    RevokeCommit {
        /// The commit: the number of its first entry.
        commit: Seq,
        /// Why.
        reason: String,
    },
}

/// What was done: saved on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The last entry of the commit.
    pub seq: Seq,
    /// The case as it now stands; of a commit taken back, the first.
    pub row: CaseRow,
    /// How many cases changed.
    pub cases: usize,
    /// What the law would have wanted otherwise.
    pub warnings: Vec<Warning>,
}

/// What a command would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The case as it would stand.
    pub row: CaseRow,
    /// What the law would have wanted otherwise.
    pub warnings: Vec<Warning>,
}
