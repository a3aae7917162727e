//! A year month by month: what table 3 counts, by the day of receipt and the day of the result.

use super::{Desk, DeskError};
use crate::register::{Cell, CellRow, Query, Register};
use crate::request::OrganId;

/// Requests by month, January first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Months {
    /// 新收: received in the month.
    pub new: [u64; 12],
    /// 办结: concluded in the month.
    pub concluded: [u64; 12],
    /// 在办: not concluded at the end of the month, up to now for that of today; none of a month to come.
    pub open: [Option<u64>; 12],
}

/// Rows read at a time.
const PAGE: usize = 1_000;

impl Desk {
    /// The months of `year`, for one organ or for all together. Their sums are 新收 and （七）总计 of table 3, and
    /// what is open at the end of December is 结转下年度.
    ///
    /// # Errors
    /// The register; a year before the first kept one.
    pub fn months(&self, year: i16, organ: Option<OrganId>) -> Result<Months, DeskError> {
        let today = self.today();
        let carried_in: u64 = self.counts(year, organ)?.carried_in.iter().sum();
        let cell = |row| Query::Cell(Cell { year, row, column: None, organ });
        self.read_whole(|register| {
            let mut months = Months::default();
            for (row, counts) in [(CellRow::New, &mut months.new), (CellRow::Total, &mut months.concluded)] {
                let is_new = row == CellRow::New;
                each(register, cell(row), |row| {
                    let on = if is_new { row.received_on } else { row.closed_on };
                    let month = on.and_then(|on| usize::try_from(on.month() - 1).ok());
                    if let Some(count) = month.and_then(|month| counts.get_mut(month)) {
                        *count += 1;
                    }
                })?;
            }
            let mut open = carried_in;
            let counts = months.new.iter().zip(&months.concluded);
            for ((month, (new, concluded)), at_end) in (1_i8..).zip(counts).zip(&mut months.open) {
                open = (open + new).saturating_sub(*concluded);
                *at_end = Some(open).filter(|_| (year, month) <= (today.year(), today.month()));
            }
            Ok(months)
        })
    }
}

fn each(
    register: &Register,
    query: Query,
    mut take: impl FnMut(&crate::register::CaseRow),
) -> Result<(), crate::register::RegisterError> {
    let mut from = None;
    loop {
        let page = register.page(query, from.as_ref(), PAGE)?;
        page.rows.iter().for_each(&mut take);
        from = page.next;
        if from.is_none() {
            return Ok(());
        }
    }
}
