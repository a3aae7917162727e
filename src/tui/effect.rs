//! What the program wants done outside of itself, as data: the session does it and answers.

use super::screens::Preference;
use super::yearly::Ask;
use crate::desk::{Command, Founding};
use crate::office::ReportOf;
use crate::records::RecordCommand;
use crate::register::{Cursor, Query};
use crate::request::{RequestId, Setting};

/// Something to be done. Everything but the last five is asked of the desk and answered.
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
    /// The cases in which these words stand.
    Find(String),
    /// Earlier requests of an applicant, by how alike they are to a content.
    Earlier(String, String),
    /// A case whole.
    Case(RequestId),
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
    /// What would a setting of the office change?
    TrySetting(Setting),
    /// Set it.
    Set(Setting),
    /// Organ, day, counters.
    Head,
    /// Make the office.
    Found(Founding),
    /// The clerk wants it so from now on.
    Prefer(Preference),
    /// Put this into the clipboard of the clerk's machine.
    Copy(String),
    /// Paint everything anew.
    Repaint,
    /// Stop for a while.
    Suspend,
    /// End.
    Quit,
}
