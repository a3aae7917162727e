//! The sum of several organs' tables (a government's report over its departments).

use thiserror::Error;

use super::places::{CellOf, table2_cells, table4_cells};
use super::{
    Cell, Dispute, DisputeColumn, Document, DocumentColumn, Table2, Table3, Table4, WanYuan, YearTables,
};
use crate::words::report as words;

/// Why tables cannot be added.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum MergeError {
    /// A cell holds no figure. `part` counts from 0 in the order given.
    #[error("{}", words::merge_no_figure(*part, place))]
    NoFigure {
        /// which of the tables
        part: usize,
        /// the cell
        place: String,
    },
    /// The charges add up to more than can be held.
    #[error("{}", words::merge_too_large())]
    TooLarge,
}

/// Adds the leaf figures of `parts` cell by cell and computes every sum anew. Sums that a part states wrongly
/// are not carried over: run the rules on each part first.
pub fn merge(year: i16, organ: &str, parts: &[YearTables]) -> Result<YearTables, MergeError> {
    let mut table3 = Table3::default();
    let mut documents = [[0; 3]; 2];
    let mut decisions = [0; 3];
    let mut charges = WanYuan::default();
    let mut disputes = [[0; 4]; 3];
    for (part, tables) in parts.iter().enumerate() {
        refuse_blanks(part, tables)?;
        let no_figure = || MergeError::NoFigure { part, place: words::TABLE3.to_owned() };
        table3 = table3.plus(&tables.table3.leaves().ok_or_else(no_figure)?);
        for (sums, document) in documents.iter_mut().zip(Document::ALL) {
            let row = DocumentColumn::ALL.map(|column| &tables.table2.document(document, column).cell);
            add_counts(sums, row);
        }
        add_counts(&mut decisions, tables.table2.decisions().map(|(_, stated)| &stated.cell));
        let charge = tables.table2.charges.cell.amount().unwrap_or_default();
        charges = charges.checked_add(charge).ok_or(MergeError::TooLarge)?;
        for (sums, dispute) in disputes.iter_mut().zip(Dispute::ALL) {
            add_counts(sums, DisputeColumn::PARTS.map(|column| &tables.table4.at(dispute, column).cell));
        }
    }
    let [review, direct_suit, suit_after_review] = disputes;
    let table4 = Table4::new(review, direct_suit, suit_after_review);
    Ok(YearTables::new(year, organ, Table2::new(documents, decisions, charges), &table3, table4))
}

/// Tables 2 and 4 must hold figures everywhere; 规章 may be struck out, which counts as none.
fn refuse_blanks(part: usize, tables: &YearTables) -> Result<(), MergeError> {
    let mut cells = table2_cells(tables);
    cells.extend(table4_cells(tables));
    let broken = cells.into_iter().find(|placed| match placed.of {
        CellOf::Count => placed.stated.cell.count().is_none(),
        CellOf::Amount => placed.stated.cell.amount().is_none(),
        CellOf::Regulation => {
            placed.stated.cell.count().is_none() && placed.stated.cell != Cell::Text("/".to_owned())
        }
    });
    broken.map_or(Ok(()), |placed| Err(MergeError::NoFigure { part, place: placed.place }))
}

fn add_counts<const N: usize>(sums: &mut [u64; N], cells: [&Cell; N]) {
    for (sum, cell) in sums.iter_mut().zip(cells) {
        *sum = sum.saturating_add(cell.count().unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::super::checks::Check;
    use super::super::{Stated, samples};
    use super::*;

    #[test]
    fn twice_the_published_tables_are_twice_every_figure_and_still_clean() {
        let part = samples::published();
        let sum = merge(2025, "测试市", &[part.clone(), part.clone()]).unwrap();
        assert_eq!(sum.table2.licences, Stated::number(2 * 11_398_889));
        assert_eq!(sum.table2.charges.cell.text(), "632882");
        assert_eq!(sum.table4.review.last(), Some(&Stated::number(1580)));
        assert_eq!(Check::new(&sum).run(), []);
        assert_eq!(merge(2025, "测试市", &[]).unwrap().table3, Table3::default().stated());
    }

    #[test]
    fn a_part_with_a_blank_is_refused_with_its_place() {
        let mut part = samples::published();
        part.table2.penalties = Stated::MISSING;
        let error = merge(2025, "测试市", &[samples::published(), part]).unwrap_err();
        assert_eq!(
            error,
            MergeError::NoFigure {
                part: 1, place: "表二 行政处罚 本年处理决定数量".to_owned()
            }
        );
    }
}
