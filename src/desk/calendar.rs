//! Changing what terms are computed with, holiday notices and settings: one commit, and every open case is
//! dated anew at once.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use jiff::civil::Date;

use super::{Desk, DeskError, Writer};
use crate::calendar::{Calendar, YearDays, to_day};
use crate::journal::{Author, Fact, Head, encode};
use crate::office::{Office, OfficeEvent};
use crate::register::{CaseRow, Query, RegisterError};
use crate::request::{ClerkId, Seq, Setting, fold};

/// What taking over notices came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Redated {
    /// The years that were taken over, or would be, in order.
    pub years: Vec<i16>,
    /// The years whose days were known just so; nothing was written for them.
    pub known: Vec<i16>,
    /// The open cases whose last day moved, the next due before first.
    pub moved: Vec<Moved>,
    /// How many open cases keep their day, which was provisional and is no longer.
    pub settled: usize,
}

/// An open case whose last day moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The case as it now stands.
    pub row: CaseRow,
    /// The last day for its answer before, or while the applicant is waited for, of his own term.
    pub before: Option<Date>,
    /// The same as it now stands.
    pub after: Option<Date>,
    /// Whether that was provisional.
    pub was_provisional: bool,
    /// By how many working days of the new calendar it moved; negative when it is earlier now.
    pub working_days: i32,
    /// By how many days.
    pub days: i32,
}

impl Desk {
    /// Takes over the holiday notices of `years` for the clerk `who`, as one commit. Years that are known
    /// just so change nothing; where all are, nothing is written.
    ///
    /// # Errors
    /// Days that cannot be a year's notice, or a failure to write: then nothing is kept.
    pub fn set_calendar(&self, who: ClerkId, years: &BTreeMap<i16, YearDays>) -> Result<Redated, DeskError> {
        let mut writer = self.writer()?;
        let (events, known) = self.unknown_years(years)?;
        let redated = self.changed(&mut writer, who, &events)?;
        Ok(Redated { years: years_of(&events), known, ..redated })
    }

    /// What [`Desk::set_calendar`] would do, without doing it.
    ///
    /// # Errors
    /// As there, but for writing.
    pub fn preview_calendar(&self, years: &BTreeMap<i16, YearDays>) -> Result<Redated, DeskError> {
        let _writer = self.writer()?;
        let (events, known) = self.unknown_years(years)?;
        Ok(Redated { years: years_of(&events), known, ..self.would_change(&events)? })
    }

    /// Sets how the office reads the law, or a term of its own, for the clerk `who`. What stands already
    /// is not written again.
    ///
    /// # Errors
    /// A failure to write: then nothing is kept.
    pub fn set_reading(&self, who: ClerkId, setting: Setting) -> Result<Redated, DeskError> {
        let mut writer = self.writer()?;
        let readings = self.reckoning().readings;
        if readings.with(setting) == readings {
            return Ok(Redated::default());
        }
        self.changed(&mut writer, who, &[OfficeEvent::SettingChanged(setting)])
    }

    /// What [`Desk::set_reading`] would do, without doing it.
    ///
    /// # Errors
    /// As there, but for writing.
    pub fn preview_reading(&self, setting: Setting) -> Result<Redated, DeskError> {
        let _writer = self.writer()?;
        self.would_change(&[OfficeEvent::SettingChanged(setting)])
    }

    fn changed(
        &self,
        writer: &mut Writer,
        who: ClerkId,
        events: &[OfficeEvent],
    ) -> Result<Redated, DeskError> {
        if events.is_empty() {
            return Ok(Redated::default());
        }
        let before = self.all(Query::Open)?;
        let head = self.write_office(writer, who, events)?;
        self.apply(&BTreeMap::new(), head)?;
        redated(before, &self.calendar(), |row| self.row(row.id))
    }

    fn would_change(&self, events: &[OfficeEvent]) -> Result<Redated, DeskError> {
        let reckoning = after(&self.office(), events).reckoning();
        redated(self.all(Query::Open)?, &reckoning.calendar, |row| {
            let entries = self.entries(row)?;
            let case = fold(&entries).map_err(|_| RegisterError::Contradiction(row.id.0))?;
            Ok(CaseRow::derive(&case, row.positions.clone(), &reckoning))
        })
    }

    /// The events of the years that are not known just so, and the years that are.
    fn unknown_years(
        &self,
        years: &BTreeMap<i16, YearDays>,
    ) -> Result<(Vec<OfficeEvent>, Vec<i16>), DeskError> {
        let calendar = self.calendar();
        let (mut fresh, mut known) = (Vec::new(), Vec::new());
        for (year, days) in years {
            days.check(*year).map_err(|error| DeskError::Notice { year: *year, error })?;
            if calendar.years().any(|stated| stated == (*year, days)) {
                known.push(*year);
            } else {
                fresh.push(OfficeEvent::CalendarSet { year: *year, days: days.clone() });
            }
        }
        Ok((fresh, known))
    }

    /// Appends the events as one commit; from then on the office computes with them.
    pub(super) fn write_office(
        &self,
        writer: &mut Writer,
        who: ClerkId,
        events: &[OfficeEvent],
    ) -> Result<Head, DeskError> {
        self.allow_office(who, events)?;
        writer.make_ready()?;
        let expected = writer.journal.head().seq;
        let author = Author { who, at: self.time.now(), practice_day: self.time.practice_day() };
        let mut entries = Vec::with_capacity(events.len());
        for (event, seq) in events.iter().zip(expected.0 + 1..) {
            entries.push(encode(Seq(seq), None, author, &Fact::Office(event.clone()), &self.keys)?);
        }
        let appended = writer.journal.append(expected, entries).map_err(|error| writer.failed(error))?;
        let office = after(&self.office(), events);
        *self.reckoning.write().unwrap_or_else(PoisonError::into_inner) = office.reckoning();
        *self.office.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(office);
        Ok(appended.head)
    }
}

fn after(office: &Office, events: &[OfficeEvent]) -> Office {
    events.iter().fold(office.clone(), Office::after)
}

fn years_of(events: &[OfficeEvent]) -> Vec<i16> {
    let year = |event: &OfficeEvent| match event {
        OfficeEvent::CalendarSet { year, .. } => Some(*year),
        _ => None,
    };
    events.iter().filter_map(year).collect()
}

/// Compares the open cases with what they are now.
fn redated(
    before: Vec<CaseRow>,
    calendar: &Calendar,
    now: impl Fn(&CaseRow) -> Result<CaseRow, DeskError>,
) -> Result<Redated, DeskError> {
    let mut redated = Redated::default();
    for before in before {
        let row = now(&before)?;
        if last_day(&row) != last_day(&before) {
            redated.moved.push(moved(row, &before, calendar));
        } else if before.provisional && !row.provisional {
            redated.settled += 1;
        }
    }
    Ok(redated)
}

/// The last day for the answer, or while the applicant is waited for, of his own term.
fn last_day(row: &CaseRow) -> Option<Date> {
    row.due_on.or(row.waits_until)
}

fn moved(row: CaseRow, before: &CaseRow, calendar: &Calendar) -> Moved {
    let ends = last_day(before).zip(last_day(&row));
    Moved {
        before: last_day(before),
        after: last_day(&row),
        was_provisional: before.provisional,
        working_days: ends.map_or(0, |(from, to)| calendar.working_days_between(from, to)),
        days: ends.map_or(0, |(from, to)| to_day(to) - to_day(from)),
        row,
    }
}
