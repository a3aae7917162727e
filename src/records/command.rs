//! What may be asked of the records, and what is decided.

use jiff::civil::Date;

use super::event::{Body, RecordEvent, RecordId, RecordStep};
use super::{Check, Ended};
use crate::calendar::Calendar;
use crate::request::Seq;

/// A command on the records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordCommand {
    /// A new record. Of a stock, or of decisions of a period and source that are recorded already, the new
    /// one replaces the earlier.
    Add(Box<Body>),
    /// Something is done to a record.
    Act {
        /// The record.
        id: RecordId,
        /// The version the clerk saw; `None` takes it as it stands.
        version: Option<Seq>,
        /// What.
        act: RecordAct,
    },
}

/// What can be done to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordAct {
    /// It is written anew.
    Change {
        /// As it reads now.
        body: Box<Body>,
        /// Why; may be empty.
        reason: String,
    },
    /// It counts no more.
    Remove {
        /// Why.
        reason: String,
    },
    /// The document is no longer in force.
    EndDocument(Ended),
    /// The document is in force after all.
    Reinstate {
        /// Why.
        reason: String,
    },
    /// A step is taken.
    Step(RecordStep),
    /// A step was recorded wrongly.
    TakeBack {
        /// The entry that recorded it.
        seq: Seq,
        /// Why.
        reason: String,
    },
}

/// What a decision needs to know beside the records.
#[derive(Debug, Clone, Copy)]
pub struct RecordContext<'a> {
    /// The civil day, UTC+8.
    pub today: Date,
    /// The calendar of working days.
    pub calendar: &'a Calendar,
}

/// What the rules would have wanted otherwise; it is done all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordWarning {
    /// Published after the 20 working days of art. 26.
    PublishedLate {
        /// The last day.
        due: Date,
        /// The day of publication.
        on: Date,
    },
    /// Published, with a reason, without these reviews and proofs.
    PublishedUnchecked(Vec<(Check, u8)>),
    /// What was recorded before for the same time and source was replaced.
    Replaced(RecordId),
}

/// What may be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordDecision {
    /// What to record.
    pub event: RecordEvent,
    /// What the rules would have wanted otherwise.
    pub warnings: Vec<RecordWarning>,
}
