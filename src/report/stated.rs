//! Table 3 as it is stated: 25 rows of 7 cells, right or wrong.

use std::array;

use super::{Column3, Counts, Row3, Stated, Table3};
use crate::law::{ApplicantKind, OutcomeRow};

/// The cells of table 3 as somebody states them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StatedTable3 {
    /// boxed: ten kilobytes
    rows: Box<[[Stated; 7]; 25]>,
}

impl StatedTable3 {
    /// The table whose cell in a row and column is `cell(row, column)`.
    pub fn from_fn(mut cell: impl FnMut(Row3, Column3) -> Stated) -> Self {
        let mut rows = Row3::all();
        let rows = Box::new(array::from_fn(|_| {
            let row = rows.next();
            let mut columns = Column3::all();
            array::from_fn(|_| match (row, columns.next()) {
                (Some(row), Some(column)) => cell(row, column),
                _ => Stated::MISSING,
            })
        }));
        Self { rows }
    }

    /// The cell in a row and column.
    pub fn at(&self, row: Row3, column: Column3) -> &Stated {
        const MISSING: &Stated = &Stated::MISSING;
        self.rows.get(row.index()).and_then(|cells| cells.get(column.index())).unwrap_or(MISSING)
    }

    /// States another figure in a row and column.
    pub fn set(&mut self, row: Row3, column: Column3, stated: Stated) {
        let place = self.rows.get_mut(row.index()).and_then(|cells| cells.get_mut(column.index()));
        if let Some(place) = place {
            *place = stated;
        }
    }

    /// The count in a row and column, if it is one.
    pub fn count(&self, row: Row3, column: Column3) -> Option<u64> {
        self.at(row, column).cell.count()
    }

    /// The leaf figures, leaving every stated sum aside; None if one of them is not a count.
    pub fn leaves(&self) -> Option<Table3> {
        let mut results = [[0; 6]; 21];
        for (counts, row) in results.iter_mut().zip(OutcomeRow::ALL) {
            *counts = self.leaf_row(Row3::Result(row))?;
        }
        Some(Table3 {
            new: self.leaf_row(Row3::New)?,
            carried_in: self.leaf_row(Row3::CarriedIn)?,
            results,
            carried_out: self.leaf_row(Row3::CarriedOut)?,
        })
    }

    fn leaf_row(&self, row: Row3) -> Option<Counts> {
        let mut counts = [0; 6];
        for (count, kind) in counts.iter_mut().zip(ApplicantKind::ALL) {
            *count = self.count(row, Column3::Kind(kind))?;
        }
        Some(counts)
    }
}
