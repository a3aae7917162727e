//! The rules between a year and the one before, or what is known of the organ: V4, V8, V9, V22.

use super::{Figure2, Finding, OrganFacts, Severity, Target};
use crate::report::{Column3, Document, DocumentColumn, Row3, YearTables};
use crate::words::report::{self as words, checks};

/// How many times larger or smaller charges may become before V22 asks: 元 typed as 万元 makes 10,000.
const LEAP: u128 = 100;

/// V4: what a year carries in is what the year before carried out, in every column.
pub(super) fn v4(tables: &YearTables, previous: &YearTables, severity: Severity) -> Vec<Finding> {
    let finding = |column: Column3| {
        let carried_in = tables.table3.count(Row3::CarriedIn, column)?;
        let carried_out = previous.table3.count(Row3::CarriedOut, column)?;
        let target = Target::Table3 { row: Some(Row3::CarriedIn), column: Some(column) };
        let sides = (carried_in.to_string(), carried_out.to_string());
        (carried_in != carried_out)
            .then(|| Finding::new("V4", severity, target, sides, words::v4(carried_in, carried_out)))
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
        let target = Target::Table2(Figure2::Document(document, Some(DocumentColumn::Valid)));
        let sides = (valid.to_string(), words::documents(before, made, repealed, expected));
        let message = words::v8(valid, before, made, repealed, expected);
        (i128::from(valid) != expected).then(|| Finding::warning("V8", target, sides, message))
    };
    Document::ALL.into_iter().filter_map(finding).collect()
}

/// V22: charges that leap look like a slip of the unit.
pub(super) fn v22(tables: &YearTables, previous: &YearTables) -> Option<Finding> {
    let now = tables.table2.charges.cell.amount()?;
    let before = previous.table2.charges.cell.amount()?;
    let (small, large) = (now.min(before), now.max(before));
    let leaps = u128::from(large.fen()) > LEAP * u128::from(small.fen());
    let (now, before) = (now.to_string(), before.to_string());
    let message = words::v22(&now, &before);
    (small.fen() > 0 && leaps)
        .then(|| Finding::warning("V22", Target::Table2(Figure2::Charges), (now, before), message))
}

/// V22, the other half: charges of an organ that has nothing to charge for.
pub(super) fn v22_no_items(tables: &YearTables, organ: OrganFacts) -> Option<Finding> {
    let charged = tables.table2.charges.cell.amount().filter(|amount| amount.fen() > 0)?.to_string();
    let message = checks::v22_no_items(&charged);
    let sides = (charged, "0".to_owned());
    (organ.has_charges == Some(false))
        .then(|| Finding::warning("V22", Target::Table2(Figure2::Charges), sides, message))
}

/// V9: only organs with the power to make rules have 规章 (立法法 arts. 91, 93).
pub(super) fn v9(tables: &YearTables, organ: OrganFacts) -> Vec<Finding> {
    if organ.makes_rules {
        return Vec::new();
    }
    let finding = |column: DocumentColumn| {
        let stated = tables.table2.document(Document::Regulation, column).cell.count()?;
        let target = Target::Table2(Figure2::Document(Document::Regulation, Some(column)));
        let sides = (stated.to_string(), "0".to_owned());
        (stated > 0).then(|| Finding::error("V9", target, sides, checks::v9(stated)))
    };
    DocumentColumn::ALL.into_iter().filter_map(finding).collect()
}
