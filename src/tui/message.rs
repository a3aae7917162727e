//! What reaches the program: the clerk's keys and the desk's answers.

use std::sync::Arc;

use ratatui::layout::Size;

use super::conflict::Changed;
use super::effect::{Source, Then};
use super::form::Name;
use super::model::Head;
use super::screens::StepKind;
use super::sessions::OtherSession;
use super::staff;
use super::yearly::Told;
use crate::desk::{CaseView, Command, Done, Earlier, Order, Preview, Redated};
use crate::office::ReportOf;
use crate::records::{RecordId, RecordWarning, Records};
use crate::register::{CaseRow, Cursor, Page, Query};
use crate::request::{Seq, Setting, Warning};
use crate::terminal::KeyPress;

/// Something that happened.
#[derive(Debug)]
pub(crate) enum Message {
    /// A key.
    Key(KeyPress),
    /// Text that came as one piece.
    Paste(String),
    /// The window has another size.
    Resize(Size),
    /// The desk answers an effect.
    Answer(Answer),
}

/// What came of a command, or would.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The case as it stands then.
    pub(crate) row: CaseRow,
    /// What the law would have wanted otherwise.
    pub(crate) warnings: Vec<Warning>,
}

/// What the desk says.
#[derive(Debug)]
pub(crate) enum Answer {
    /// A page of a list.
    Page {
        /// Which list.
        query: Query,
        /// From where it was asked.
        from: Option<Cursor>,
        /// The rows.
        page: Page,
        /// How many rows the list has, where it was asked from the beginning.
        total: Option<usize>,
    },
    /// A list whole.
    Whole(Source, Option<Order>, Vec<CaseRow>),
    /// The case that the form of a step on many requests is made with.
    Sample(StepKind, Box<CaseView>),
    /// What would come of commands, or what came of them; in their order.
    Each(Then, Vec<Result<Outcome, String>>),
    /// What a search found.
    Found {
        /// What was searched for.
        text: String,
        /// The cases.
        rows: Vec<CaseRow>,
    },
    /// A search with a condition that nobody can meet: what is wrong with it.
    BadSearch(String, String),
    /// Earlier requests of an applicant.
    Earlier(Vec<Earlier>),
    /// A case whole.
    Case(Box<CaseView>),
    /// It is on disk.
    Saved(Box<Done>),
    /// What a command would do.
    Preview(Command, Box<Preview>),
    /// A rule forbids it; the fields that it is about, the first that the form has.
    Refused(String, Vec<Name>),
    /// Somebody else was there first.
    Changed(Box<Changed>),
    /// The annual report of a year.
    Yearly(ReportOf, Told),
    /// Every case with a day on which something is due.
    Due(Vec<CaseRow>),
    /// Of the registers.
    Recorded(Recorded),
    /// Of the clerks.
    Staff(staff::Told),
    /// What a setting of the office would change.
    SettingTried(Setting, Box<Redated>),
    /// It is set.
    SettingSet(Setting, Box<Redated>),
    /// The clerk's other sessions.
    OtherSessions(Vec<OtherSession>),
    /// Organ, day, counters.
    Head(Box<Head>),
    /// The office was made; what is to be said about it.
    Founded(Vec<String>),
    /// It did not work.
    Failed(String),
}

/// What the desk says of the registers.
#[derive(Debug)]
pub(crate) enum Recorded {
    /// All records.
    Came(Arc<Records>),
    /// It is on disk.
    Saved(RecordSaved),
    /// Somebody else changed the record first; its version now.
    Changed(Seq, String),
}

/// What was done in the registers.
#[derive(Debug)]
pub(crate) struct RecordSaved {
    /// Which record.
    pub(crate) id: RecordId,
    /// What is to be said about it, what moved in the tables with it.
    pub(crate) text: String,
    /// What the rules would have wanted otherwise.
    pub(crate) warnings: Vec<RecordWarning>,
}
