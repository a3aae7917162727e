//! The desk's own rules that can refuse, beside those of the procedure: one line each.

use super::{DeskError, RefusedRecord};

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident $key:literal,)+) => {
        /// A rule of the desk that can refuse a command; what fails for another reason breaks none.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum DeskRule {
            $($(#[$doc])* $name),+
        }

        impl DeskRule {
            /// All, in the order in which they are listed.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The English key; it never changes.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }
        }
    };
}

rules! {
    /// Who is no clerk of the office sees nothing.
    NotAdmitted "not-admitted",
    /// A clerk does what one of his roles may do.
    NotAllowed "not-allowed",
    /// Where the office wants two to agree, an extension or a refusal waits for the leader's word.
    WantsApproval "wants-approval",
    /// An account is one clerk's, and somebody is left to run the office.
    Clerk "clerk",
    /// No request has the number.
    UnknownRequest "unknown-request",
    /// No organ of the office has the name.
    UnknownOrgan "unknown-organ",
    /// Each organ of the office has its own name and 字号.
    OrganKnown "organ-known",
    /// The request has changed since the clerk looked.
    Changed "changed",
    /// The record has changed since the clerk looked.
    RecordChanged "record-changed",
    /// No commit that stands begins with the entry.
    UnknownCommit "unknown-commit",
    /// A commit is taken back whole or not at all.
    CommitRefused "commit-refused",
    /// The year is not kept here.
    NotKept "not-kept",
    /// The days cannot be the holiday notice of a year.
    Notice "notice",
    /// A live field in the words of a report must be one that exists.
    UnknownField "unknown-field",
    /// A report with errors is published with a written reason alone.
    ReportHasErrors "report-has-errors",
    /// Requests carried over come in once, by name or nameless.
    CarriedAlready "carried-already",
    /// A register is taken over whole or not at all.
    RowRefused "row-refused",
}

impl DeskError {
    /// The rule of the desk that refuses; `None` where a rule of the records or of the procedure does
    /// (see [`Refusal::rule`](crate::request::Refusal::rule)) or something failed.
    pub const fn rule(&self) -> Option<DeskRule> {
        Some(match self {
            Self::NotAdmitted => DeskRule::NotAdmitted,
            Self::NotAllowed { .. } => DeskRule::NotAllowed,
            Self::WantsApproval { .. } => DeskRule::WantsApproval,
            Self::Clerk(_) => DeskRule::Clerk,
            Self::UnknownRequest(_) => DeskRule::UnknownRequest,
            Self::UnknownOrgan(_) => DeskRule::UnknownOrgan,
            Self::OrganKnown(_) => DeskRule::OrganKnown,
            Self::Changed { .. } => DeskRule::Changed,
            Self::RecordChanged { .. } => DeskRule::RecordChanged,
            Self::UnknownCommit(_) => DeskRule::UnknownCommit,
            Self::CommitRefused { .. } => DeskRule::CommitRefused,
            Self::NotKept { .. } => DeskRule::NotKept,
            Self::Notice { .. } => DeskRule::Notice,
            Self::Field { .. } => DeskRule::UnknownField,
            Self::CarriedAlready { .. } => DeskRule::CarriedAlready,
            Self::PublishedWithErrors { .. } => DeskRule::ReportHasErrors,
            Self::Refused(_)
            | Self::Condition(_)
            | Self::Record(_)
            | Self::Journal(_)
            | Self::Register(_)
            | Self::Entry(_)
            | Self::Encode(_)
            | Self::Keys(_)
            | Self::WrongOfficeKey
            | Self::KeyStoreMissing
            | Self::NoOwnKey(_)
            | Self::SavedUnshown { .. }
            | Self::PublicationUnread(_)
            | Self::Unrendered(_)
            | Self::TooManyToSort { .. }
            | Self::Closed => return None,
        })
    }
}

impl RefusedRecord {
    /// The rule of the desk by which this row keeps the whole register out.
    pub const fn rule(&self) -> DeskRule {
        DeskRule::RowRefused
    }
}
