//! The rules of one year's tables by themselves: V1, V2, V3, V5, V7.
//!
//! A sum with a cell that is no figure cannot be tried; V7 names the cell.

use super::{Finding, Target};
use crate::law::{ApplicantKind, OutcomeRow};
use crate::report::places::{CellOf, Placed, table2_cells, table3_cells, table4_cells};
use crate::report::{Cell, Column3, Dispute, DisputeColumn, Row3, StatedTable3, YearTables};
use crate::words::report as words;

/// V1: 第一项加第二项之和，等于第三项加第四项之和 (the note in the table itself).
pub(super) fn v1(tables: &YearTables) -> Vec<Finding> {
    Column3::all().filter_map(|column| balance(&tables.table3, column)).collect()
}

fn balance(table: &StatedTable3, column: Column3) -> Option<Finding> {
    let count = |row: Row3| table.count(row, column);
    let incoming = [count(Row3::New)?, count(Row3::CarriedIn)?];
    let outgoing = [count(Row3::Total)?, count(Row3::CarriedOut)?];
    if sum(&incoming) == sum(&outgoing) {
        return None;
    }
    let (left, right) = (words::sum(&incoming, sum(&incoming)), words::sum(&outgoing, sum(&outgoing)));
    let message = words::v1(&left, &right);
    let target = Target::Table3 { row: None, column: Some(column) };
    Some(Finding::error("V1", target, (left, right), message))
}

/// V2: （七）总计 is the sum of the 21 results.
pub(super) fn v2(tables: &YearTables) -> Vec<Finding> {
    Column3::all().filter_map(|column| total(&tables.table3, column)).collect()
}

fn total(table: &StatedTable3, column: Column3) -> Option<Finding> {
    let stated = table.count(Row3::Total, column)?;
    let results = OutcomeRow::ALL.into_iter().map(|row| table.count(Row3::Result(row), column));
    let results = sum(&results.collect::<Option<Vec<u64>>>()?);
    let target = Target::Table3 { row: Some(Row3::Total), column: Some(column) };
    differing("V2", target, stated, results, words::v2)
}

/// V3: 总计 is the sum of the six kinds of applicants, in each of the 25 rows.
pub(super) fn v3(tables: &YearTables) -> Vec<Finding> {
    Row3::all().filter_map(|row| across(&tables.table3, row)).collect()
}

fn across(table: &StatedTable3, row: Row3) -> Option<Finding> {
    let stated = table.count(row, Column3::Sum)?;
    let kinds = ApplicantKind::ALL.into_iter().map(|kind| table.count(row, Column3::Kind(kind)));
    let kinds = sum(&kinds.collect::<Option<Vec<u64>>>()?);
    differing("V3", Target::Table3 { row: Some(row), column: None }, stated, kinds, words::v3)
}

/// V5: each 总计 of table 4 is the sum of its four results.
pub(super) fn v5(tables: &YearTables) -> Vec<Finding> {
    Dispute::ALL.into_iter().filter_map(|dispute| group(tables, dispute)).collect()
}

fn group(tables: &YearTables, dispute: Dispute) -> Option<Finding> {
    let count = |column: DisputeColumn| tables.table4.at(dispute, column).cell.count();
    let stated = count(DisputeColumn::Sum)?;
    let parts = sum(&DisputeColumn::PARTS.into_iter().map(count).collect::<Option<Vec<u64>>>()?);
    differing("V5", Target::Table4 { dispute, column: None }, stated, parts, words::v5)
}

/// How many of the identities V1, V2, V3 and V5 can be tried: those whose cells are all figures.
pub(super) fn tried(tables: &YearTables) -> usize {
    let count = |row: Row3, column: Column3| tables.table3.count(row, column).is_some();
    let balance = |column| {
        [Row3::New, Row3::CarriedIn, Row3::Total, Row3::CarriedOut].into_iter().all(|row| count(row, column))
    };
    let total = |column| {
        let results = OutcomeRow::ALL.into_iter().map(Row3::Result);
        results.chain([Row3::Total]).all(|row| count(row, column))
    };
    let across = |row: Row3| Column3::all().all(|column| count(row, column));
    let group =
        |dispute: Dispute| tables.table4.group(dispute).iter().all(|stated| stated.cell.count().is_some());
    Column3::all().filter(|column| balance(*column)).count()
        + Column3::all().filter(|column| total(*column)).count()
        + Row3::all().filter(|row| across(*row)).count()
        + Dispute::ALL.into_iter().filter(|dispute| group(*dispute)).count()
}

/// V7: every cell is a figure. Zero is written 0; audit programs count blanks, "/" and "-" as faults.
pub(super) fn v7(tables: &YearTables, regulations_struck_out: bool) -> Vec<Finding> {
    let cells = table2_cells(tables).into_iter().chain(table3_cells(tables)).chain(table4_cells(tables));
    cells.filter_map(|placed| no_figure(placed, regulations_struck_out)).collect()
}

fn no_figure(Placed { stated, of, target, .. }: Placed<'_>, struck_out: bool) -> Option<Finding> {
    let expected = match (of, &stated.cell) {
        (CellOf::Amount, Cell::Amount(_)) | (CellOf::Count | CellOf::Regulation, Cell::Number(_)) => {
            return None;
        }
        (CellOf::Regulation, Cell::Text(text)) if struck_out && text == "/" => return None,
        (CellOf::Amount, _) => words::AN_AMOUNT,
        (CellOf::Count | CellOf::Regulation, _) => words::A_COUNT,
    };
    let left = if stated.cell == Cell::Blank { words::BLANK.to_owned() } else { stated.cell.text() };
    let message = words::v7(&left, expected);
    Some(Finding::error("V7", target, (left, expected.to_owned()), message))
}

/// The sum, wider than any stated figure so that it cannot overflow.
fn sum(counts: &[u64]) -> u128 {
    counts.iter().map(|count| u128::from(*count)).sum()
}

fn differing(
    rule: &'static str,
    target: Target,
    stated: u64,
    computed: u128,
    message: fn(u64, u128) -> String,
) -> Option<Finding> {
    let sides = (stated.to_string(), computed.to_string());
    (u128::from(stated) != computed).then(|| Finding::error(rule, target, sides, message(stated, computed)))
}
