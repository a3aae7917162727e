//! The annual report at work: what the year screen asks of the desk, what comes of the answers, and the
//! editor of its words. The screen itself is in `screens::year`.
//!
//! Pure like the rest of the room, but for `ask`, which is a part of `backend` and asks the desk.

mod act;
mod ask;
mod editor;
mod told;

pub(crate) use act::{act, choose_organ, editor_act, leave, open_export};
pub(crate) use ask::ask;
pub(crate) use editor::Editor;
pub(crate) use told::told;

use super::screens::YearFound;
use crate::desk::{Months, Publishing, TextState};
use crate::office::{Publication, TextPlace};
use crate::report::YearTables;
use crate::request::RequestId;

/// What is asked of the desk about the report of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Ask {
    /// Its tables, and whether it is published.
    Tables,
    /// All its words.
    Texts,
    /// The words of a place, to be edited.
    Edit(TextPlace),
    /// Write the words of a place: `None` takes the draft again, empty ones leave the place without words.
    Write(TextPlace, Option<String>),
    /// The rules on it, and the differences from what was published.
    Check,
    /// Five years of tables.
    Trend,
    /// The year month by month.
    Months,
    /// Publish it.
    Publish(Publishing),
    /// Write it into a file, in a format.
    Export(&'static str, String),
    /// Which request has this number?
    Case(String),
}

/// What the desk says about the report of a year.
#[derive(Debug)]
pub(crate) enum Told {
    /// The tables, and how they were published.
    Tables(Box<YearTables>, Option<Box<Publication>>),
    /// There are no tables of the year, and why.
    NoTables(String),
    /// All words.
    Texts(Vec<TextState>),
    /// The words of a place, and the fields that can stand in them.
    Edit(Box<TextState>, Vec<(String, String)>),
    /// The words of a place are on disk: their length, and whether the draft counts again.
    Written(TextPlace, usize, bool),
    /// What the checks found.
    Checked(Box<YearFound>),
    /// The years that are kept, the latest last.
    Trend(Vec<YearTables>),
    /// The year month by month; `None` where it is not kept.
    Months(Option<Box<Months>>),
    /// It is published.
    Published,
    /// It is in this file.
    Exported(String),
    /// The request of a number.
    Case(RequestId),
}
