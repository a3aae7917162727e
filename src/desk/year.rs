//! A year: its tables from the counters, never by scanning.

use super::{Desk, DeskError};
use crate::records::{Counting, DocumentFigures, Table2Figures, Table4Figures, table2, table4};
use crate::register::{Fees, YearCounts};
use crate::report::{Table2, Table3, Table4, WanYuan, YearTables};
use crate::request::OrganId;

impl Desk {
    /// Tables 2 to 4 of `year`, for one organ or for all together. 信息处理费 that was collected is a charge
    /// of table 2 (art. 20(八)).
    ///
    /// # Errors
    /// The register.
    pub fn tables(&self, year: i16, organ: Option<OrganId>) -> Result<YearTables, DeskError> {
        let counts = self.counts(year, organ)?;
        let records = self.all_records()?;
        let second = stated2(&table2(&records, year, organ), self.fees(year, organ)?.collected);
        let counting = Counting { again: self.reckoning().readings.disputes_again };
        let fourth = stated4(&table4(&records, year, organ, counting));
        Ok(YearTables::new(year, &self.organ_name(organ), second, &table3(&counts), fourth))
    }

    /// 信息处理费 of `year`: notices by their day, payments by theirs.
    ///
    /// # Errors
    /// The register.
    pub fn fees(&self, year: i16, organ: Option<OrganId>) -> Result<Fees, DeskError> {
        Ok(self.read_whole(crate::register::Register::counters)?.fees(year, organ))
    }

    /// Table 3 of `year` as counted.
    ///
    /// # Errors
    /// The register; a year before the first kept one.
    pub fn counts(&self, year: i16, organ: Option<OrganId>) -> Result<YearCounts, DeskError> {
        let counters = self.read_whole(crate::register::Register::counters)?;
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
        Ok(self.read_whole(crate::register::Register::counters)?.years())
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

/// The figures of the records as the report's table, with the fees in 元.
fn stated2(figures: &Table2Figures, fees: u64) -> Table2 {
    let documents = figures.documents.map(|DocumentFigures { made, repealed, valid }| {
        // Never negative from the first kept year on.
        [made, repealed, u64::try_from(valid).unwrap_or_default()]
    });
    let fen = figures.charges_fen.saturating_add(fees.saturating_mul(100));
    Table2::new(documents, figures.decisions, WanYuan::from_fen(fen))
}

fn stated4(figures: &Table4Figures) -> Table4 {
    Table4::new(figures.review, figures.direct_suit, figures.suit_after_review)
}

/// The counts as the report's table.
pub(super) fn table3(counts: &YearCounts) -> Table3 {
    Table3::new(counts.new, counts.carried_in, counts.results, counts.carried_out)
}
