//! Doing what the program wants done: the only place of this room that asks the desk.

use jiff::civil::Date;

use super::conflict::Changed;
use super::drafts::Drawer;
use super::effect::{Effect, Source, Then};
use super::form::{Name, places, record_places};
use super::message::{Answer, Outcome, Recorded};
use super::model::{Counters, Head};
use super::recorded::record;
use super::screens::FOUND;
use super::sessions::OtherSession;
use super::staff;
use super::yearly;
use crate::desk::{ClerkFault, Command, Desk, DeskError, Founding, Notice};
use crate::records::RecordField;
use crate::register::{CaseRow, Query};
use crate::request::clock::Deadline;
use crate::request::{ClerkId, Field, RequestId, Status};
use crate::terminal::Caps;
use crate::words;

/// What every seat has.
pub struct Base<'s> {
    /// The desk.
    pub desk: &'s Desk,
    /// The clerk at the terminal.
    pub clerk: ClerkId,
    /// What is to be said about the opening.
    pub notices: &'s [Notice],
    /// Where the clerk's drafts outlive the process.
    pub drawer: &'s dyn Drawer,
}

impl std::fmt::Debug for Base<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Base").field("clerk", &self.clerk).finish_non_exhaustive()
    }
}

/// An office that is open, and who works in it.
pub trait Seat {
    /// What it has, wherever it is.
    fn base(&self) -> Base<'_>;
    /// Its desk.
    fn desk(&self) -> &Desk {
        self.base().desk
    }
    /// The clerk at the terminal.
    fn clerk(&self) -> ClerkId {
        self.base().clerk
    }
    /// What is to be said about the opening.
    fn notices(&self) -> &[Notice] {
        self.base().notices
    }
    /// Where the clerk's drafts outlive the process.
    fn drawer(&self) -> &dyn Drawer {
        self.base().drawer
    }
    /// Saves a file that the clerk has named, with the clerk's own rights, and gives its whole path.
    ///
    /// # Errors
    /// There is such a file already, or it cannot be written; the text says which.
    fn save(&self, name: &str, bytes: &[u8]) -> Result<String, String>;
    /// The clerk is at this case now, or at none.
    fn at(&self, _case: Option<RequestId>) {}
    /// Who else is at which case.
    fn others(&self) -> Vec<(RequestId, String)> {
        Vec::new()
    }
    /// The session shows a screen of this title now, and something in it is half-typed or not.
    fn shows(&self, _title: &str, _is_half_typed: bool) {}
    /// The clerk's other sessions.
    fn other_sessions(&self) -> Vec<OtherSession> {
        Vec::new()
    }
    /// Has this session's terminal taken to another one of the clerk's; this one goes on without a terminal.
    /// False where the other has ended.
    fn go_over(&self, _to: u64, _size: (u16, u16), _caps: Caps) -> bool {
        false
    }
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
        Effect::Find(text) => match desk.search_as(Some(seat.clerk()), &text, FOUND) {
            Err(error @ DeskError::Condition(_)) => Answer::BadSearch(text, words::desk::error(&error)),
            rows => Answer::Found { text, rows: rows? },
        },
        Effect::Whole(source, order) => {
            let rows = match (&source, order) {
                (Source::Query(query), Some(order)) => desk.sorted(*query, order)?,
                (Source::Query(query), None) => desk.all(*query)?,
                (Source::Words(text), order) => desk.search_sorted(seat.clerk(), text, order)?,
            };
            Answer::Whole(source, order, rows)
        }
        Effect::Sample(kind, id) => Answer::Sample(kind, Box::new(desk.case(id)?)),
        Effect::Each(commands, then) => {
            Answer::Each(then, commands.into_iter().map(|command| one_of_many(seat, command, then)).collect())
        }
        Effect::Earlier(applicant, content) => Answer::Earlier(desk.earlier(&applicant, &content, None)?),
        Effect::Case(id) => Answer::Case(Box::new(desk.case(id)?)),
        Effect::Looked(what, id) => {
            desk.looked(seat.clerk(), what, id);
            return Ok(None);
        }
        Effect::Submit(command) => {
            let id = id_of(&command);
            match desk.submit(seat.clerk(), command) {
                Ok(done) => Answer::Saved(Box::new(done)),
                Err(error) => changed(seat, error, id)?,
            }
        }
        Effect::Preview(command) => {
            let id = id_of(&command);
            match desk.preview(command.clone()) {
                Ok(preview) => Answer::Preview(command, Box::new(preview)),
                Err(error) => changed(seat, error, id)?,
            }
        }
        Effect::Yearly(of, what) => yearly::ask(seat, of, what)?,
        Effect::Due => Answer::Due(due(desk)?),
        Effect::Records => Answer::Recorded(Recorded::Came(desk.records()?)),
        Effect::Record(command) => Answer::Recorded(Recorded::Saved(record(desk, seat.clerk(), command)?)),
        Effect::Staff(ask) => staff::ask(seat, ask)?,
        Effect::TrySetting(setting) => {
            Answer::SettingTried(setting, Box::new(desk.preview_reading(setting)?))
        }
        Effect::Set(setting) => {
            Answer::SettingSet(setting, Box::new(desk.set_reading(seat.clerk(), setting)?))
        }
        Effect::OtherSessions => Answer::OtherSessions(seat.other_sessions()),
        Effect::Head => Answer::Head(Box::new(head(seat, day_is_set)?)),
        Effect::Found(_)
        | Effect::GoOver(_)
        | Effect::Prefer(_)
        | Effect::KeepViews(_)
        | Effect::Copy(_)
        | Effect::Repaint
        | Effect::Suspend
        | Effect::Quit => {
            return Ok(None);
        }
    }))
}

/// Tries or does one of many commands. Each stands for itself: what fails is said of it alone.
fn one_of_many<S: Seat>(seat: &S, command: Command, then: Then) -> Result<Outcome, String> {
    let outcome = match then {
        Then::Try => seat.desk().preview(command).map(|done| (done.row, done.warnings)),
        Then::Do => seat.desk().submit(seat.clerk(), command).map(|done| (done.row, done.warnings)),
    };
    outcome.map(|(row, warnings)| Outcome { row, warnings }).map_err(|error| words::desk::error(&error))
}

/// Somebody else was there first: what he did since the clerk looked is told. Any other error is one.
fn changed<S: Seat>(seat: &S, error: DeskError, id: Option<RequestId>) -> Result<Answer, DeskError> {
    match (&error, id) {
        (DeskError::Changed { seen, .. }, Some(id)) => {
            let view = seat.desk().case(id)?;
            let clerks =
                seat.desk().office().clerks.iter().map(|clerk| (clerk.id, clerk.name.clone())).collect();
            let text = words::desk::error(&error);
            Ok(Answer::Changed(Box::new(Changed { view, seen: *seen, clerks, text })))
        }
        _ => Err(error),
    }
}

const fn id_of(command: &Command) -> Option<RequestId> {
    match command {
        Command::Step { id, .. } | Command::Revoke { id, .. } => Some(*id),
        _ => None,
    }
}

fn failed(error: &DeskError) -> Answer {
    let text = words::desk::error(error);
    match error {
        DeskError::Refused(refusal) => Answer::Refused(text, places(refusal)),
        DeskError::Record(refusal) => Answer::Refused(text, record_places(refusal)),
        DeskError::RecordChanged { now, .. } => Answer::Recorded(Recorded::Changed(*now, text)),
        DeskError::UnknownRequest(_) => {
            Answer::Refused(text, vec![Name::Law(Field::LinkTo), Name::Record(RecordField::Request)])
        }
        DeskError::Clerk(ClerkFault::StandInOver) => Answer::Refused(text, vec![Name::Law(Field::Until)]),
        DeskError::Clerk(_) => Answer::Refused(text, vec![Name::Law(Field::Handler)]),
        DeskError::PublishedWithErrors { .. } => Answer::Refused(text, vec![Name::Law(Field::Reason)]),
        DeskError::Changed { .. } | DeskError::Field { .. } => Answer::Refused(text, Vec::new()),
        _ => Answer::Failed(text),
    }
}

/// What is worked on, and what was answered of which copies are due from today on. Copies of long ago that
/// nobody recorded are left to the case.
fn due(desk: &Desk) -> Result<Vec<CaseRow>, DeskError> {
    let mut rows = desk.all(Query::AtWork)?;
    let mut copies = desk.all(Query::CopiesDue(desk.today()))?;
    copies.retain(|copy| rows.iter().all(|row| row.id != copy.id));
    rows.append(&mut copies);
    Ok(rows)
}

/// Working days ahead that the header warns of.
const SOON: u16 = 3;

/// Header and counters.
fn head<S: Seat>(seat: &S, day_is_set: bool) -> Result<Head, DeskError> {
    let desk = seat.desk();
    let (today, calendar) = (desk.today(), desk.calendar());
    let office = desk.office();
    let last = calendar.nth_working_day_after(today, SOON).on;
    let pressing = desk.all(Query::DueBefore(last.tomorrow().unwrap_or(last)))?;
    let clerk = office.clerk(seat.clerk());
    Ok(Head {
        organ: office.name().to_owned(),
        organs: office.organs.iter().map(|organ| (organ.id, organ.name.clone())).collect(),
        clerk: clerk.map(|clerk| clerk.name.clone()).unwrap_or_default(),
        roles: clerk.map(|clerk| clerk.roles).unwrap_or_default(),
        clerks: office.clerks.clone(),
        me: seat.clerk(),
        standing_in: office.stand_ins.iter().filter(|known| known.stands_on(today)).copied().collect(),
        others: seat.others(),
        today,
        day_is_set,
        practice: office.practice,
        counters: count(&pressing, today, last),
        calendar,
        readings: desk.reckoning().readings,
    })
}

/// What is past due is past the answer's own term, or a unit's; never the applicant's. A case stands in the
/// index at the first of its days, so that none of these is missed by reading up to `last`.
fn count(pressing: &[CaseRow], today: Date, last: Date) -> Counters {
    let mut counters = Counters::default();
    for row in pressing {
        let answer = row.deadline(Deadline::Answer).or(row.deadline(Deadline::Reanswer));
        match answer {
            Some(on) if on < today => counters.overdue += 1,
            Some(on) if on == today => counters.today += 1,
            Some(on) if on <= last => counters.soon += 1,
            _ => {}
        }
        counters.unconfirmed += usize::from(row.status == Status::Unconfirmed);
        counters.units += usize::from(row.deadline(Deadline::Unit).is_some_and(|on| on < today));
    }
    counters
}
