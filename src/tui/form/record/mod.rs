//! Forms of the registers: a new record, a change, everything that is done to one.

mod build;
mod place;
mod submit;

pub(crate) use place::record_places;
pub(super) use submit::{check, command};

use crate::records::{Form as Texts, RecordKind};
use crate::request::OrganId;

/// What a form of the registers begins from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Recorded {
    /// Of which kind the record is.
    pub(super) kind: RecordKind,
    /// What stands in it; empty for a new one.
    pub(super) texts: Texts,
    /// The organ it counts for.
    pub(super) organ: OrganId,
}
