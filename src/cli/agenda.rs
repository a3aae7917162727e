//! `gongkai agenda`: what is to be done today; exit code 3 when something is overdue.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::args::Json;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::{DONE, FOUND, rows};
use crate::calendar::Calendar;
use crate::register::{CaseRow, Query};
use crate::request::Status;
use crate::words;

/// What is to be done about a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Todo {
    /// The answer is overdue.
    Overdue,
    /// The answer is due today.
    DueToday,
    /// The answer is due within three working days.
    DueSoon,
    /// The applicant's term for the supplement, the fee or the reasons is over.
    TermOver,
    /// The receipt is not confirmed (art. 31).
    Confirm,
    /// The answer is made and waits to be served.
    Serve,
}

impl Todo {
    const fn key(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::DueToday => "due_today",
            Self::DueSoon => "due_soon",
            Self::TermOver => "term_over",
            Self::Confirm => "confirm",
            Self::Serve => "serve",
        }
    }

    /// What today asks of a row.
    fn of(row: &CaseRow, today: Date, calendar: &Calendar) -> Option<Self> {
        match row.days_left(today, calendar) {
            Some(days) if days < 0 => return Some(Self::Overdue),
            Some(0) => return Some(Self::DueToday),
            Some(days) if days <= 3 => return Some(Self::DueSoon),
            _ => {}
        }
        match row.status {
            Status::Unconfirmed => Some(Self::Confirm),
            Status::Decided => Some(Self::Serve),
            Status::AwaitingSupplement | Status::AwaitingFee | Status::AwaitingReasons
                if row.waits_until.is_some_and(|until| until < today) =>
            {
                Some(Self::TermOver)
            }
            _ => None,
        }
    }
}

/// Prints the agenda.
pub(super) fn run(args: &Json, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    let (today, calendar) = (desk.today(), desk.calendar());
    let open = desk.all(Query::Open)?;
    let mut todo: Vec<(Todo, CaseRow)> =
        open.into_iter().filter_map(|row| Todo::of(&row, today, &calendar).map(|what| (what, row))).collect();
    todo.sort_by_key(|(what, _)| *what);
    let wanted = calendar.wants_notice(today).map(words::cli::notice_wanted);
    let overdue = todo.iter().any(|(what, _)| *what == Todo::Overdue);
    if args.json {
        let json = |(what, row): &(Todo, CaseRow)| with_todo(rows::json(row, today, &calendar), *what);
        outlet.json(&Value::Array(todo.iter().map(json).collect()))?;
        // The array holds requests alone.
        outlet.warn(&wanted.unwrap_or_default())?;
    } else {
        if todo.is_empty() {
            outlet.warn(words::cli::NOTHING_TODO)?;
        }
        for what in [Todo::Overdue, Todo::DueToday, Todo::DueSoon, Todo::TermOver, Todo::Confirm, Todo::Serve]
        {
            let some: Vec<CaseRow> =
                todo.iter().filter(|(is, _)| *is == what).map(|(_, row)| row.clone()).collect();
            if !some.is_empty() {
                outlet.say(&words::cli::todo(what.key(), some.len()))?;
                outlet.say(&rows::lines(&some, today, &calendar))?;
            }
        }
        outlet.say(&wanted.unwrap_or_default())?;
    }
    opened.close();
    Ok(if overdue { FOUND } else { DONE })
}

fn with_todo(mut row: Value, what: Todo) -> Value {
    if let Some(row) = row.as_object_mut() {
        row.insert("todo".to_owned(), json!(what.key()));
    }
    row
}
