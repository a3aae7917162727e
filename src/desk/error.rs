//! Why the desk did not do it.

use super::ClerkFault;
use crate::calendar::YearError;
use crate::journal::{DecodeError, EncodeError, JournalError, PrivateError};
use crate::office::{Approval, Right, TextPlace};
use crate::records::{RecordId, RecordRefusal};
use crate::register::RegisterError;
use crate::report::UnknownField;
use crate::request::{Refusal, RequestNo, Seq};

/// Why the desk did not do it. What was saved before stays saved.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// A rule forbids it; the refusal says which.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// A rule of the records forbids it.
    #[error("refused: {0}")]
    Record(RecordRefusal),
    /// The record has changed since the clerk looked.
    #[error("record {id} changed: decided on {seen}, now {now}")]
    RecordChanged {
        /// The record.
        id: RecordId,
        /// The version the command was decided on.
        seen: Seq,
        /// The version now.
        now: Seq,
    },
    /// No request has this number.
    #[error("no request {0}")]
    UnknownRequest(String),
    /// No organ of the office has this name.
    #[error("no organ {0}")]
    UnknownOrgan(String),
    /// The case has changed since the clerk looked.
    #[error("request {no} changed: decided on {seen}, now {now}")]
    Changed {
        /// The request.
        no: String,
        /// The version the command was decided on.
        seen: Seq,
        /// The version now.
        now: Seq,
    },
    /// A search has a condition that nobody can meet.
    #[error("no such condition: {0:?}")]
    Condition(super::BadCondition),
    /// More requests than are put into another order.
    #[error("{count} requests are more than {most} to be sorted")]
    TooManyToSort {
        /// How many there are, as far as they were counted.
        count: usize,
        /// How many can be sorted.
        most: usize,
    },
    /// No commit begins with this entry.
    #[error("no commit {0}")]
    UnknownCommit(Seq),
    /// Taking back a commit fails at one of its requests.
    #[error("commit: request {no}: {refusal:?}")]
    CommitRefused {
        /// The request.
        no: RequestNo,
        /// Why.
        refusal: Refusal,
    },
    /// The year lies before the first one that is kept here.
    #[error("{year} is not kept, the first year is {first}")]
    NotKept {
        /// The year asked for.
        year: i16,
        /// The first year kept.
        first: i16,
    },
    /// The days cannot be the holiday notice of the year.
    #[error("holidays of {year}: {error}")]
    Notice {
        /// The year.
        year: i16,
        /// Why not.
        error: YearError,
    },
    /// A live field in the words of a report stands for nothing.
    #[error("field in {place:?}: {}", error.name)]
    Field {
        /// Where.
        place: TextPlace,
        /// Which, and what was perhaps meant.
        error: UnknownField,
    },
    /// Rules find errors in the report, and no reason was given for publishing it all the same.
    #[error("{errors} errors in the report")]
    PublishedWithErrors {
        /// How many.
        errors: usize,
    },
    /// An organ of the office has this name or 字号 already.
    #[error("organ {0} is known")]
    OrganKnown(String),
    /// Requests are carried into the next year already.
    #[error("requests of {year} are carried already")]
    CarriedAlready {
        /// The year that carried them out.
        year: i16,
    },
    /// What was kept of a published report cannot be read.
    #[error("the published report of {0} cannot be read")]
    PublicationUnread(i16),
    /// A report could not be rendered.
    #[error("cannot render: {0}")]
    Unrendered(String),
    /// The clerk has no role that may do this.
    #[error("not allowed: {right:?}")]
    NotAllowed {
        /// What it wants.
        right: Right,
    },
    /// Two must agree, and the second has not said so.
    #[error("{of:?} of {no} wants approval")]
    WantsApproval {
        /// The request.
        no: String,
        /// What waits.
        of: Approval,
    },
    /// What was asked about a clerk cannot be.
    #[error("clerk: {0:?}")]
    Clerk(ClerkFault),
    /// The clerk's account is not admitted here.
    #[error("not admitted")]
    NotAdmitted,
    /// The journal failed; nothing is acknowledged until it has been reopened.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The register failed beyond what deriving it anew mends.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// An entry cannot be read.
    #[error(transparent)]
    Entry(#[from] DecodeError),
    /// An event could not be stored; nothing was kept.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// The office key is not the one that sealed this office.
    #[error("the office key is another office's")]
    WrongOfficeKey,
    /// Cases are sealed by keys of their own, and there is no key store.
    #[error("the key store is missing")]
    KeyStoreMissing,
    /// The case has no key of its own that could be destroyed.
    #[error("request {0} has no key of its own")]
    NoOwnKey(String),
    /// The key store.
    #[error(transparent)]
    Keys(#[from] PrivateError),
    /// It is saved; only the register could not follow, so that it does not show yet.
    #[error("saved as entry {seq}, but the register failed: {because}")]
    SavedUnshown {
        /// The last entry that was saved.
        seq: Seq,
        /// What kept the register from following.
        because: Box<DeskError>,
    },
    /// Another thread panicked while it held the writer.
    #[error("the desk is closed after an internal error")]
    Closed,
}

impl From<RecordRefusal> for DeskError {
    fn from(refusal: RecordRefusal) -> Self {
        Self::Record(refusal)
    }
}

impl From<Refusal> for DeskError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
