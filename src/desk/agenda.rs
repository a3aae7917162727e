//! What is to be done today, and about whom: derived from the deadlines of what is worked on.

use jiff::civil::Date;

use super::{Desk, DeskError};
use crate::calendar::Calendar;
use crate::register::{CaseRow, Query};
use crate::request::clock::{Deadline, SubDeadline};
use crate::request::{Case, Status};

/// What is to be done about a request, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Todo {
    /// The answer, or a new answer that was ordered, is overdue.
    Overdue,
    /// It is due today.
    DueToday,
    /// It is due within three working days.
    DueSoon,
    /// 保守日 is within three working days.
    Conservative,
    /// The applicant's term for the supplement, the fee or the reasons is over.
    TermOver,
    /// The term of somebody who was consulted is over.
    OpinionOver,
    /// The receipt is not confirmed (art. 31).
    Confirm,
    /// The answer is made and waits to be served.
    Serve,
    /// A business unit owes its word.
    UnitOverdue,
    /// A business unit is to be reminded.
    Chase,
    /// Copies of the answer are due to the superior.
    Copies,
}

impl Todo {
    /// All, in order.
    pub const ALL: [Self; 11] = [
        Self::Overdue,
        Self::DueToday,
        Self::DueSoon,
        Self::Conservative,
        Self::TermOver,
        Self::OpinionOver,
        Self::Confirm,
        Self::Serve,
        Self::UnitOverdue,
        Self::Chase,
        Self::Copies,
    ];

    /// The English key used in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::DueToday => "due_today",
            Self::DueSoon => "due_soon",
            Self::Conservative => "conservative",
            Self::TermOver => "term_over",
            Self::OpinionOver => "opinion_over",
            Self::Confirm => "confirm",
            Self::Serve => "serve",
            Self::UnitOverdue => "unit_overdue",
            Self::Chase => "chase",
            Self::Copies => "copies",
        }
    }
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What.
    pub what: Todo,
    /// The day that it is about, where there is one.
    pub on: Option<Date>,
    /// About which request.
    pub row: CaseRow,
    /// Whom it concerns beside the applicant: units, parties; may be empty.
    pub whom: Vec<String>,
}

/// A deadline this many working days off is soon.
pub(super) const SOON: i32 = 3;

impl Desk {
    /// What is to be done today: the most pressing first, by day within its sort. A request stands in it
    /// once for everything that is to be done about it.
    ///
    /// # Errors
    /// The register or the journal.
    pub fn agenda(&self) -> Result<Vec<Task>, DeskError> {
        let (today, calendar) = (self.today(), self.calendar());
        let mut tasks = Vec::new();
        for row in self.all(Query::AtWork)? {
            for (what, on) in todos(&row, today, &calendar) {
                let whom = match what {
                    Todo::OpinionOver | Todo::UnitOverdue | Todo::Chase => {
                        whom(&self.case(row.id)?.case, what)
                    }
                    _ => Vec::new(),
                };
                tasks.push(Task { what, on, row: row.clone(), whom });
            }
        }
        for row in self.all(Query::CopiesDue(today))? {
            let on = row.deadline(Deadline::Copies);
            tasks.push(Task { what: Todo::Copies, on, row, whom: Vec::new() });
        }
        tasks.sort_by_key(|task| (task.what, task.on));
        Ok(tasks)
    }
}

/// What today asks of a row.
fn todos(row: &CaseRow, today: Date, calendar: &Calendar) -> Vec<(Todo, Option<Date>)> {
    let mut todos: Vec<(Todo, Option<Date>)> = Vec::new();
    for deadline in &row.deadlines {
        if let Some(what) = todo(*deadline, today, calendar) {
            let entry = (what, Some(deadline.on));
            if !todos.iter().any(|(known, _)| *known == what) {
                todos.push(entry);
            }
        }
    }
    if row.status == Status::Decided {
        todos.push((Todo::Serve, row.due_on));
    }
    todos
}

fn todo(deadline: SubDeadline, today: Date, calendar: &Calendar) -> Option<Todo> {
    let is_over = deadline.on < today;
    match deadline.what {
        Deadline::Answer | Deadline::Reanswer => match calendar.days_left(today, deadline.on) {
            ..0 => Some(Todo::Overdue),
            0 => Some(Todo::DueToday),
            1..=SOON => Some(Todo::DueSoon),
            _ => None,
        },
        Deadline::Conservative => {
            let left = calendar.days_left(today, deadline.on);
            (0..=SOON).contains(&left).then_some(Todo::Conservative)
        }
        Deadline::Supplement | Deadline::Reasons | Deadline::Fee => is_over.then_some(Todo::TermOver),
        Deadline::Opinion(_) => is_over.then_some(Todo::OpinionOver),
        Deadline::Confirmation => Some(Todo::Confirm),
        Deadline::Unit => is_over.then_some(Todo::UnitOverdue),
        Deadline::Chase => (deadline.on <= today).then_some(Todo::Chase),
        _ => None,
    }
}

/// The units or parties that owe something.
fn whom(case: &Case, what: Todo) -> Vec<String> {
    match what {
        Todo::OpinionOver => case.open_consultations().map(|open| open.party.clone()).collect(),
        _ => case.open_assignments().map(|open| open.unit.clone()).collect(),
    }
}
