//! The rules that compare tables with the same tables made another way: V15, V16.

use super::{Finding, Target};
use crate::law::ApplicantKind;
use crate::report::places::{Placed, table2_cells, table3_cells, table4_cells};
use crate::report::{Column3, Row3, Table3, YearTables};
use crate::words::report as words;

/// V16: the leaf figures of table 3 are those recounted from the cases; above all, every case open on 31
/// December is in the last row. Sums follow from the leaves (V2, V3).
pub(super) fn v16(tables: &YearTables, recount: &Table3) -> Vec<Finding> {
    let leaves = Row3::all().filter(|row| *row != Row3::Total);
    let cells = leaves.flat_map(|row| ApplicantKind::ALL.map(|kind| (row, Column3::Kind(kind))));
    let finding = |(row, column): (Row3, Column3)| {
        let stated = tables.table3.count(row, column)?;
        let counted = recount.figure(row, column);
        let message = if row == Row3::CarriedOut { words::v16_open } else { words::v16 };
        let target = Target::Table3 { row: Some(row), column: Some(column) };
        let sides = (stated.to_string(), counted.to_string());
        (stated != counted).then(|| Finding::error("V16", target, sides, message(stated, counted)))
    };
    cells.filter_map(finding).collect()
}

/// V15: the whole states in every cell what the parts add up to; `sum` comes from
/// [`merge`](fn@crate::report::merge).
pub fn aggregate(whole: &YearTables, sum: &YearTables) -> Vec<Finding> {
    let cells =
        |tables| table2_cells(tables).into_iter().chain(table3_cells(tables)).chain(table4_cells(tables));
    let finding = |(stated, parts): (Placed<'_>, Placed<'_>)| {
        let (left, right) = (stated.stated.cell.text(), parts.stated.cell.text());
        let message = words::v15(&left, &right);
        (stated.stated.cell != parts.stated.cell)
            .then(|| Finding::error("V15", stated.target, (left, right), message))
    };
    cells(whole).zip(cells(sum)).filter_map(finding).collect()
}
