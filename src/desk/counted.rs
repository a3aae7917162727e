//! The requests behind table 3 of a year, one by one.

use jiff::civil::Date;

use super::{Desk, DeskError};
use crate::report::CountedCase;
use crate::request::OrganId;

impl Desk {
    /// Every request that table 3 of `year` counts, in order of registration; with the applicants' names
    /// only where they are asked for.
    ///
    /// # Errors
    /// The register.
    pub fn counted_cases(
        &self,
        year: i16,
        organ: Option<OrganId>,
        with_names: bool,
    ) -> Result<Vec<CountedCase>, DeskError> {
        let first = Date::new(year, 1, 1).unwrap_or(Date::MIN);
        let last = first.last_of_year();
        self.read(|register| {
            let mut cases = Vec::new();
            for row in register.rows()? {
                let row = row?;
                let Some(received) = row.received_on.filter(|on| *on <= last) else { continue };
                let is_over = row.closed_on.is_some_and(|closed| closed < first);
                if row.void || is_over || organ.is_some_and(|organ| organ != row.organ) {
                    continue;
                }
                let ended = row.closed_on.filter(|closed| *closed <= last).zip(row.outcome);
                cases.push(CountedCase {
                    no: row.no,
                    applicant: with_names.then_some(row.applicant),
                    kind: row.kind,
                    received,
                    is_new: received >= first && !row.baseline,
                    result: ended.map(|(_, (outcome, _))| outcome),
                    closed: ended.map(|(closed, _)| closed),
                    is_carried_out: ended.is_none(),
                });
            }
            Ok(cases)
        })
    }
}
