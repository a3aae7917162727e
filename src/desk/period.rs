//! Table 3 of any period, counted over the case rows themselves: the statistics of a quarter, and the second
//! way of counting against which the counters are checked (V16).

use jiff::civil::Date;

use super::{Desk, DeskError};
use crate::register::CaseRow;
use crate::report::{Period, Report, Table2, Table3, Table4, YearTables};
use crate::request::OrganId;

impl Desk {
    /// Table 3 of the days from `from` to `to`, both counted.
    ///
    /// # Errors
    /// The register.
    pub fn period(&self, from: Date, to: Date, organ: Option<OrganId>) -> Result<Report, DeskError> {
        let (counted, _) = self.recounted(from, to, organ)?;
        let name = self.organ_name(organ);
        let tables = YearTables::new(to.year(), &name, Table2::zero(), &counted, Table4::zero());
        Ok(Report { tables, period: Period::Between(from, to), prose: None, cases: Vec::new() })
    }

    /// Table 3 of a period, counted row by row, and the rows of every case seen here that was open on a day of
    /// it: one reading of all rows gives both, since opening each row is what such an answer costs.
    pub(super) fn recounted(
        &self,
        from: Date,
        to: Date,
        organ: Option<OrganId>,
    ) -> Result<(Table3, Vec<CaseRow>), DeskError> {
        let sight = self.sight();
        self.read_whole(|register| {
            let (mut count, mut open) = (Recount { from, to, ..Recount::default() }, Vec::new());
            for row in register.rows() {
                let row = row?;
                if row.void || organ.is_some_and(|organ| organ != row.organ) {
                    continue;
                }
                count.add(&row);
                let came_in = row.listed_on.is_none_or(|on| on <= to);
                if came_in && row.closed_on.is_none_or(|on| on >= from) && sight.sees(&row.units) {
                    open.push(row);
                }
            }
            Ok((Table3::new(count.new, count.carried_in, count.results, count.carried_out), open))
        })
    }
}

struct Recount {
    from: Date,
    to: Date,
    new: [u64; 6],
    carried_in: [u64; 6],
    results: [[u64; 6]; 21],
    carried_out: [u64; 6],
}

impl Default for Recount {
    fn default() -> Self {
        Self {
            from: Date::MIN,
            to: Date::MAX,
            new: [0; 6],
            carried_in: [0; 6],
            results: [[0; 6]; 21],
            carried_out: [0; 6],
        }
    }
}

impl Recount {
    /// Design §5: new by the day of receipt, the result by the day of the conclusion, carried if open at
    /// the end of the day before the period, or at the end of its last day.
    fn add(&mut self, row: &CaseRow) {
        let Some(received) = row.received_on else { return };
        let column = row.kind.column();
        let one = |cells: &mut [u64; 6]| {
            if let Some(cell) = cells.get_mut(column) {
                *cell += 1;
            }
        };
        let closed = row.closed_on.filter(|_| row.outcome.is_some());
        let within = |on: Date| self.from <= on && on <= self.to;
        if received > self.to || closed.is_some_and(|on| on < self.from) {
            return;
        }
        if received < self.from || row.baseline {
            one(&mut self.carried_in);
        } else {
            one(&mut self.new);
        }
        match closed.filter(|on| within(*on)) {
            Some(_) => {
                let index = row.outcome.map(|(outcome, _)| outcome.index());
                if let Some(cells) = index.and_then(|index| self.results.get_mut(index)) {
                    one(cells);
                }
            }
            None => one(&mut self.carried_out),
        }
    }
}
