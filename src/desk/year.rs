//! A year: its tables from the counters, never by scanning.

use super::{Desk, DeskError};
use crate::register::YearCounts;
use crate::report::{Table2, Table3, Table4, YearTables};
use crate::request::OrganId;

impl Desk {
    /// Tables 2 to 4 of `year`, for one organ or for all together. Tables 2 and 4 are all 0 until their
    /// registers exist.
    ///
    /// # Errors
    /// The register.
    pub fn tables(&self, year: i16, organ: Option<OrganId>) -> Result<YearTables, DeskError> {
        let counts = self.counts(year, organ)?;
        let name = self.organ_name(organ);
        Ok(YearTables::new(year, &name, Table2::zero(), &table3(&counts), Table4::zero()))
    }

    /// Table 3 of `year` as counted.
    ///
    /// # Errors
    /// The register; a year before the first kept one.
    pub fn counts(&self, year: i16, organ: Option<OrganId>) -> Result<YearCounts, DeskError> {
        let counters = self.read(crate::register::Register::counters)?;
        if let Some(first) = counters.first_kept().filter(|first| year < *first) {
            return Err(DeskError::NotKept { year, first });
        }
        Ok(counters.of_year(year, organ))
    }

    /// The first and the last year in which something was received or concluded.
    ///
    /// # Errors
    /// The register.
    pub fn years(&self) -> Result<Option<(i16, i16)>, DeskError> {
        Ok(self.read(crate::register::Register::counters)?.years())
    }

    /// The organ of a name, or all where none is named.
    ///
    /// # Errors
    /// No organ of this name.
    pub fn organ_of(&self, name: Option<&str>) -> Result<Option<OrganId>, DeskError> {
        let Some(name) = name else { return Ok(None) };
        let office = self.office();
        let organ = office.organ_named(name).ok_or_else(|| DeskError::UnknownOrgan(name.to_owned()))?;
        Ok(Some(organ.id))
    }

    pub(super) fn organ_name(&self, organ: Option<OrganId>) -> String {
        let office = self.office();
        organ
            .and_then(|id| office.organ(id))
            .map_or_else(|| office.name().to_owned(), |organ| organ.name.clone())
    }
}

/// The counts as the report's table.
pub(super) fn table3(counts: &YearCounts) -> Table3 {
    Table3::new(counts.new, counts.carried_in, counts.results, counts.carried_out)
}
