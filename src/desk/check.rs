//! The rules on the office's own year: its tables against the year before and against a recount.

use jiff::civil::Date;

use super::{Desk, DeskError};
use crate::report::checks::{Check, Finding};
use crate::request::OrganId;

impl Desk {
    /// Checks the tables of `year` by all rules that exist; empty where all is well.
    ///
    /// # Errors
    /// The register.
    pub fn check_year(&self, year: i16, organ: Option<OrganId>) -> Result<Vec<Finding>, DeskError> {
        let tables = self.tables(year, organ)?;
        let previous = self.known_tables(year.saturating_sub(1), organ)?;
        let (first, last) = ends(year);
        let recount = self.recounted(first, last, organ)?;
        let check = Check { previous: previous.as_ref(), recount: Some(&recount), ..Check::new(&tables) };
        Ok(check.run())
    }
}

/// The first and the last day of a year.
fn ends(year: i16) -> (Date, Date) {
    let first = Date::new(year, 1, 1).unwrap_or(Date::MIN);
    (first, first.last_of_year())
}
