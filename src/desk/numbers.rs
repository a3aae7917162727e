//! Giving numbers (编号): brought along and free, or the next running one of the year.

use std::collections::BTreeSet;

use super::{Desk, DeskError};
use crate::request::{OrganId, Refusal, RequestNo};
use crate::text::{clean_line, fold_number};

impl Desk {
    /// The number of a new request that came in in `year`.
    ///
    /// `taken` are folded numbers that are about to be given in the same commit.
    pub(super) fn number(
        &self,
        given: Option<&str>,
        organ: OrganId,
        year: i16,
        taken: &BTreeSet<String>,
    ) -> Result<RequestNo, DeskError> {
        match given.map(clean_line).filter(|no| !no.is_empty()) {
            Some(no) => self.given(RequestNo::given(no), taken),
            None => self.running(organ, year, taken),
        }
    }

    fn given(&self, no: RequestNo, taken: &BTreeSet<String>) -> Result<RequestNo, DeskError> {
        if self.is_taken(&no, taken)? { Err(Refusal::NumberTaken(no).into()) } else { Ok(no) }
    }

    /// The next number, passing over those that somebody brought along.
    fn running(&self, organ: OrganId, year: i16, taken: &BTreeSet<String>) -> Result<RequestNo, DeskError> {
        self.running_after(organ, year, None, taken)
    }

    /// The next free number after `last`, or after the last one recorded.
    pub(super) fn running_after(
        &self,
        organ: OrganId,
        year: i16,
        last: Option<u32>,
        taken: &BTreeSet<String>,
    ) -> Result<RequestNo, DeskError> {
        let office = self.office();
        let prefix = office.organ(organ).map_or("", |organ| &organ.prefix);
        let mut n = match last {
            Some(last) => last.saturating_add(1),
            None => self.read_whole(|register| register.next_serial(organ, year))?,
        };
        loop {
            let no = RequestNo::running(prefix, year, n);
            if !self.is_taken(&no, taken)? {
                return Ok(no);
            }
            n = n.saturating_add(1);
        }
    }

    fn is_taken(&self, no: &RequestNo, taken: &BTreeSet<String>) -> Result<bool, DeskError> {
        Ok(taken.contains(&fold_number(&no.text))
            || self.read_whole(|register| register.by_number(&no.text))?.is_some())
    }
}
