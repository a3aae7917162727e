//! Doing what the program wants done: the only place of this room that asks the desk.

use super::effect::Effect;
use super::form::{Name, places};
use super::message::Answer;
use super::model::Head;
use crate::desk::{Desk, DeskError, Founding, Notice};
use crate::register::Query;
use crate::request::{ClerkId, Field};
use crate::words;

/// An office that is open, and who works in it.
pub trait Seat {
    /// Its desk.
    fn desk(&self) -> &Desk;
    /// The clerk at the terminal.
    fn clerk(&self) -> ClerkId;
    /// What is to be said about the opening.
    fn notices(&self) -> &[Notice];
}

/// Makes an office and opens it; the text says why it could not.
pub type Found<'f, S> = dyn FnMut(&Founding) -> Result<S, String> + 'f;

/// The office behind a session, once there is one.
pub(crate) struct Backend<'f, S> {
    pub(crate) seat: Option<S>,
    pub(crate) found: &'f mut Found<'f, S>,
    /// The day was set by hand.
    pub(crate) day_is_set: bool,
}

/// Most cases that a search lists: more are narrowed by typing on.
const FOUND: usize = 200;

impl<S: Seat> Backend<'_, S> {
    /// Does it and says what came of it. What is not the desk's has no answer.
    pub(crate) fn perform(&mut self, effect: Effect) -> Option<Answer> {
        if let Effect::Found(founding) = effect {
            return Some(self.make(&founding));
        }
        let seat = self.seat.as_ref()?;
        match ask(seat, effect, self.day_is_set) {
            Ok(answer) => answer,
            Err(error) => Some(failed(&error)),
        }
    }

    fn make(&mut self, founding: &Founding) -> Answer {
        match (self.found)(founding) {
            Ok(seat) => {
                let notices = seat.notices().iter().map(words::desk::notice).collect();
                self.seat = Some(seat);
                Answer::Founded(notices)
            }
            Err(text) => Answer::Failed(text),
        }
    }
}

fn ask<S: Seat>(seat: &S, effect: Effect, day_is_set: bool) -> Result<Option<Answer>, DeskError> {
    let desk = seat.desk();
    Ok(Some(match effect {
        Effect::Page { query, from, limit } => {
            let page = desk.page(query, from.as_ref(), limit)?;
            let total = if from.is_none() { Some(desk.count(query)?) } else { None };
            Answer::Page { query, from, page, total }
        }
        Effect::Find(text) => {
            let rows = desk.find(&text, FOUND)?;
            Answer::Found { text, rows }
        }
        Effect::Case(id) => Answer::Case(Box::new(desk.case(id)?)),
        Effect::Submit(command) => {
            let id = id_of(&command);
            match (desk.submit(seat.clerk(), command), id) {
                (Ok(done), _) => Answer::Saved(Box::new(done)),
                (Err(error @ DeskError::Changed { now, .. }), Some(id)) => {
                    Answer::Changed(id, now, words::desk::error(&error))
                }
                (Err(error), _) => return Err(error),
            }
        }
        Effect::Preview(command) => {
            let preview = desk.preview(command.clone())?;
            Answer::Preview(command, Box::new(preview))
        }
        Effect::Year(year) => Answer::Year(year, Box::new(desk.tables(year, None)?)),
        Effect::Check(year) => {
            let findings = desk.check_year(year, None)?;
            Answer::Checked(year, findings.iter().map(crate::report::checks::Finding::line).collect())
        }
        Effect::Head => Answer::Head(Box::new(head(seat, day_is_set)?)),
        Effect::Found(_) | Effect::Repaint | Effect::Suspend | Effect::Quit => return Ok(None),
    }))
}

const fn id_of(command: &crate::desk::Command) -> Option<crate::request::RequestId> {
    match command {
        crate::desk::Command::Step { id, .. } | crate::desk::Command::Revoke { id, .. } => Some(*id),
        _ => None,
    }
}

fn failed(error: &DeskError) -> Answer {
    let text = words::desk::error(error);
    match error {
        DeskError::Refused(refusal) => Answer::Refused(text, places(refusal)),
        DeskError::UnknownRequest(_) => Answer::Refused(text, vec![Name::Law(Field::LinkTo)]),
        DeskError::Changed { .. } => Answer::Refused(text, Vec::new()),
        _ => Answer::Failed(text),
    }
}

/// Header and counters. What is past due is past the answer's own term, not the applicant's.
fn head<S: Seat>(seat: &S, day_is_set: bool) -> Result<Head, DeskError> {
    let desk = seat.desk();
    let today = desk.today();
    let office = desk.office();
    let rows = desk.all(Query::DueBefore(today.tomorrow().unwrap_or(today)))?;
    let due = rows.iter().filter_map(|row| row.due_on);
    Ok(Head {
        organ: office.name().to_owned(),
        organs: office.organs.iter().map(|organ| (organ.id, organ.name.clone())).collect(),
        clerk: office.clerk(seat.clerk()).map(|clerk| clerk.name.clone()).unwrap_or_default(),
        today,
        day_is_set,
        practice: office.practice,
        overdue: due.clone().filter(|due| *due < today).count(),
        due_today: due.filter(|due| *due == today).count(),
        calendar: desk.calendar(),
        readings: desk.reckoning().readings,
    })
}
