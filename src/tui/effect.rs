//! What the program wants done outside of itself, as data: the session does it and answers.

use super::screens::{Preference, StepKind};
use super::staff;
use super::yearly::Ask;
use crate::desk::{Command, Founding, Order};
use crate::office::{Looked, ReportOf};
use crate::records::RecordCommand;
use crate::register::{Cursor, Query};
use crate::request::{RequestId, Setting};

/// Whether commands are tried or done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    /// Tried.
    Try,
    /// Done.
    Do,
}

/// Where the rows of a list come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// The register.
    Query(Query),
    /// A search.
    Words(String),
}

/// Something to be done. Everything but the last ones, from the founding on, is asked of the desk and answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Effect {
    /// A page of a list; with its total where it is the first.
    Page {
        /// Which list.
        query: Query,
        /// From where; the beginning if nowhere.
        from: Option<Cursor>,
        /// At most so many rows.
        limit: usize,
    },
    /// A list whole, in this order.
    Whole(Source, Option<Order>),
    /// The cases in which these words stand, as one types.
    Find(String),
    /// The case that the form of a step on many requests is made with.
    Sample(StepKind, RequestId),
    /// What would come of the step on each of many requests, or do it.
    Each(Vec<Command>, Then),
    /// Earlier requests of an applicant, by how alike they are to a content.
    Earlier(String, String),
    /// A case whole.
    Case(RequestId),
    /// The clerk has looked at a case.
    Looked(Looked, RequestId),
    /// Do it.
    Submit(Command),
    /// What would it do?
    Preview(Command),
    /// The annual report of a year.
    Yearly(ReportOf, Ask),
    /// Every case with a day on which something is due.
    Due,
    /// The registers whole.
    Records,
    /// Do it in the registers.
    Record(RecordCommand),
    /// About the clerks.
    Staff(staff::Ask),
    /// What would a setting of the office change?
    TrySetting(Setting),
    /// Set it.
    Set(Setting),
    /// Organ, day, counters.
    Head,
    /// Which other sessions does the clerk have?
    OtherSessions,
    /// Make the office.
    Found(Founding),
    /// Take the terminal to another session of the clerk's.
    GoOver(u64),
    /// The clerk wants it so from now on.
    Prefer(Preference),
    /// The clerk keeps these searches from now on.
    KeepViews(Vec<String>),
    /// Put this into the clipboard of the clerk's machine.
    Copy(String),
    /// Paint everything anew.
    Repaint,
    /// Stop for a while.
    Suspend,
    /// End.
    Quit,
}
