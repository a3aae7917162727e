//! The rules between a year and the one before: V4, V8, V22.

use super::{Finding, Severity};
use crate::law::labels;
use crate::report::{Column3, Document, DocumentColumn, Row3, YearTables};
use crate::words::report as words;

/// How many times larger or smaller charges may become before V22 asks: 元 typed as 万元 makes 10,000.
const LEAP: u128 = 100;

/// V4: what a year carries in is what the year before carried out, in every column.
pub(super) fn v4(tables: &YearTables, previous: &YearTables, severity: Severity) -> Vec<Finding> {
    let finding = |column: Column3| {
        let carried_in = tables.table3.count(Row3::CarriedIn, column)?;
        let carried_out = previous.table3.count(Row3::CarriedOut, column)?;
        (carried_in != carried_out).then(|| Finding {
            rule: "V4",
            severity,
            place: words::column_place(words::TABLE3, column.label()),
            left: carried_in.to_string(),
            right: carried_out.to_string(),
            message: words::v4(carried_in, carried_out),
        })
    };
    Column3::all().filter_map(finding).collect()
}

/// V8: documents valid now = valid a year ago + made - repealed. A warning: 失效 and 清理 break it lawfully.
pub(super) fn v8(tables: &YearTables, previous: &YearTables) -> Vec<Finding> {
    let finding = |document: Document| {
        let count = |column| tables.table2.document(document, column).cell.count();
        let (made, repealed) = (count(DocumentColumn::Made)?, count(DocumentColumn::Repealed)?);
        let valid = count(DocumentColumn::Valid)?;
        let before = previous.table2.document(document, DocumentColumn::Valid).cell.count()?;
        let expected = i128::from(before) + i128::from(made) - i128::from(repealed);
        (i128::from(valid) != expected).then(|| Finding {
            rule: "V8",
            severity: Severity::Warning,
            place: words::line_place(words::TABLE2, document.label()),
            left: valid.to_string(),
            right: words::documents(before, made, repealed, expected),
            message: words::v8(valid, before, made, repealed, expected),
        })
    };
    Document::ALL.into_iter().filter_map(finding).collect()
}

/// V22: charges that leap look like a slip of the unit.
pub(super) fn v22(tables: &YearTables, previous: &YearTables) -> Option<Finding> {
    let now = tables.table2.charges.cell.amount()?;
    let before = previous.table2.charges.cell.amount()?;
    let (small, large) = (now.min(before), now.max(before));
    let leaps = u128::from(large.fen()) > LEAP * u128::from(small.fen());
    (small.fen() > 0 && leaps).then(|| Finding {
        rule: "V22",
        severity: Severity::Warning,
        place: words::line_place(words::TABLE2, labels::FEES),
        left: now.to_string(),
        right: before.to_string(),
        message: words::v22(&now.to_string(), &before.to_string()),
    })
}
