//! Reading: no lock against the writer; a damaged register is derived anew and asked again.

use std::sync::{Arc, PoisonError};

use jiff::civil::Date;

use super::{Desk, DeskError};
use crate::calendar::Calendar;
use crate::journal::Head;
use crate::office::{Clerk, Office};
use crate::register::{CaseRow, Cursor, Page, Query, Register, RegisterError, Seen};
use crate::request::{Reckoning, RequestId};

impl Desk {
    /// Asks the register as far as it is seen here; if it proves damaged, derives it anew and asks once more.
    pub(super) fn read<T>(&self, ask: impl Fn(Seen) -> Result<T, RegisterError>) -> Result<T, DeskError> {
        let sight = self.sight();
        self.read_whole(|register| ask(register.seen(&sight)))
    }

    /// The same of the whole register: for figures, for numbers that nobody may have twice, and for what is
    /// kept for all.
    pub(super) fn read_whole<T>(
        &self,
        ask: impl Fn(&Register) -> Result<T, RegisterError>,
    ) -> Result<T, DeskError> {
        match self.ask(&ask) {
            Err(error) if error.is_mended_by_rebuild() => {
                self.mend()?;
                Ok(self.ask(&ask)?)
            }
            answer => Ok(answer?),
        }
    }

    pub(super) fn ask<T>(
        &self,
        ask: impl Fn(&Register) -> Result<T, RegisterError>,
    ) -> Result<T, RegisterError> {
        let register = self.register.read().unwrap_or_else(PoisonError::into_inner);
        register.as_ref().ok_or(RegisterError::Damaged("the register is being derived"))?.ask(ask)
    }

    /// A page of a list.
    ///
    /// # Errors
    /// What deriving the register anew does not mend.
    pub fn page(&self, query: Query, from: Option<&Cursor>, limit: usize) -> Result<Page, DeskError> {
        self.read(|register| register.page(query, from, limit))
    }

    /// All rows of a list.
    ///
    /// # Errors
    /// As [`Desk::page`].
    pub fn all(&self, query: Query) -> Result<Vec<CaseRow>, DeskError> {
        self.page(query, None, usize::MAX).map(|page| page.rows)
    }

    /// How many rows a list has.
    ///
    /// # Errors
    /// As [`Desk::page`].
    pub fn count(&self, query: Query) -> Result<usize, DeskError> {
        self.read(|register| register.count(query))
    }

    /// The row of a case.
    ///
    /// # Errors
    /// As [`Desk::page`]; no such request.
    pub fn row(&self, id: RequestId) -> Result<CaseRow, DeskError> {
        self.read(|register| register.row(id))?.ok_or_else(|| DeskError::UnknownRequest(id.to_string()))
    }

    /// The id of a number as people write it; a void case is found by the number that it gave up, unless
    /// another has it now.
    ///
    /// # Errors
    /// As [`Desk::page`]; no such number.
    pub fn id_of(&self, no: &str) -> Result<RequestId, DeskError> {
        self.read(|register| Ok(register.by_number(no)?.or(register.void_by_number(no)?)))?
            .ok_or_else(|| DeskError::UnknownRequest(crate::text::clean_line(no)))
    }

    /// The office as it stands.
    pub fn office(&self) -> Arc<Office> {
        Arc::clone(&self.office.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// How terms are computed here: the calendar, and the office's readings of the law.
    pub fn reckoning(&self) -> Reckoning {
        self.reckoning.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The calendar of working days.
    pub fn calendar(&self) -> Calendar {
        self.reckoning().calendar
    }

    /// The civil day.
    pub fn today(&self) -> Date {
        self.time.today()
    }

    /// The clerk of an account.
    ///
    /// # Errors
    /// An account that is not admitted.
    pub fn clerk_of(&self, uid: u32) -> Result<Clerk, DeskError> {
        self.office().clerk_of(uid).cloned().ok_or(DeskError::NotAdmitted)
    }

    /// The journal's head: its last entry and the seal over all.
    pub fn head(&self) -> Head {
        self.reader.head()
    }
}
