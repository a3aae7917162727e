//! Which requests a list shows.

use jiff::civil::Date;

use super::args::{List, Whose};
use super::clerk;
use super::day::year;
use super::failure::Failure;
use super::steps::number;
use crate::calendar::Calendar;
use crate::desk::Desk;
use crate::register::{CaseRow, Query};
use crate::request::ClerkId;
use crate::request::clock::Deadline;

/// The rows that the flags ask for, in their order.
pub(super) fn rows(args: &List, desk: &Desk, who: ClerkId) -> Result<Vec<CaseRow>, Failure> {
    let within = match args.due_within.as_deref() {
        Some("0") => Some(0),
        Some(text) => Some(i32::try_from(number("--due-within", text, 1000)?).unwrap_or(i32::MAX)),
        None => None,
    };
    let mut rows = base(args, desk, who)?;
    if let Some(handlers) = handlers(&args.whose, desk, who)? {
        rows.retain(|row| handlers.contains(&row.handler));
    }
    let (today, calendar) = (desk.today(), desk.calendar());
    if args.overdue {
        rows.retain(|row| left(row, today, &calendar).is_some_and(|days| days < 0));
    }
    if let Some(within) = within {
        rows.retain(|row| left(row, today, &calendar).is_some_and(|days| days <= within));
    }
    Ok(rows)
}

/// The clerks whose cases are asked for; `None` for everybody's.
pub(super) fn handlers(whose: &Whose, desk: &Desk, who: ClerkId) -> Result<Option<Vec<ClerkId>>, Failure> {
    match &whose.handler {
        Some(name) => Ok(Some(vec![clerk::find(desk, name)?])),
        None => Ok(whose.mine.then(|| desk.looked_after_by(who))),
    }
}

/// Working days to the day of the answer, or of the new answer that was ordered.
fn left(row: &CaseRow, today: Date, calendar: &Calendar) -> Option<i32> {
    let due = row.due_on.or_else(|| row.deadline(Deadline::Reanswer))?;
    Some(calendar.days_left(today, due))
}

/// The list itself; a search looks through all requests unless a list is named.
fn base(args: &List, desk: &Desk, who: ClerkId) -> Result<Vec<CaseRow>, Failure> {
    let query = query(args)?;
    match args.find.as_deref() {
        None => listed(desk, query.unwrap_or(Query::AtWork)),
        Some(text) => {
            let mut found = desk.search_as(Some(who), text, usize::MAX)?;
            if let Some(query) = query {
                let wanted: std::collections::HashSet<_> =
                    listed(desk, query)?.into_iter().map(|row| row.id).collect();
                found.retain(|row| wanted.contains(&row.id));
            }
            Ok(found)
        }
    }
}

/// The rows of a list. Unanswered are those without a conclusion and those whose answer was taken from them:
/// until the new one that was ordered is served, the applicant has none. Who counts takes `closed_on`, which
/// these have: for the tables they stay concluded.
fn listed(desk: &Desk, query: Query) -> Result<Vec<CaseRow>, Failure> {
    let mut rows = desk.all(query)?;
    if query == Query::AtWork {
        rows.retain(|row| row.closed_on.is_none() || row.deadline(Deadline::Reanswer).is_some());
    }
    Ok(rows)
}

fn query(args: &List) -> Result<Option<Query>, Failure> {
    if let Some(text) = &args.carried_into {
        return Ok(Some(Query::CarriedOut(year(text)?.saturating_sub(1))));
    }
    if let Some(text) = &args.carried_out_of {
        return Ok(Some(Query::CarriedOut(year(text)?)));
    }
    Ok(match (args.open, args.closed, args.all) {
        (true, ..) => Some(Query::AtWork),
        (_, true, _) => Some(Query::Closed),
        (.., true) => Some(Query::All),
        _ => None,
    })
}
