//! The cells of the tables by the names of their places, and the notes beside them.

use super::checks::{Figure2, Target};
use super::{Column3, Dispute, DisputeColumn, Document, DocumentColumn, Row3, Stated, YearTables};
use crate::law::labels;
use crate::words::report as words;

/// A cell of the tables and what its place is called.
pub(crate) struct Placed<'a> {
    /// 表三 （三）1.属于国家秘密 商业企业
    pub(crate) place: String,
    /// The cell.
    pub(crate) stated: &'a Stated,
    /// Which table and kind of cell it is.
    pub(crate) of: CellOf,
    /// Where it is.
    pub(crate) target: Target,
}

/// What a cell should hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CellOf {
    /// A count.
    Count,
    /// A count of 规章, which an organ without rule-making power may be allowed to strike out.
    Regulation,
    /// An amount in 万元.
    Amount,
}

/// All cells of table 2 in the order of the table.
pub(crate) fn table2_cells(tables: &YearTables) -> Vec<Placed<'_>> {
    let table = &tables.table2;
    let mut cells = Vec::new();
    for document in Document::ALL {
        for column in DocumentColumn::ALL {
            let of = if document == Document::Regulation { CellOf::Regulation } else { CellOf::Count };
            let place = words::cell_place(words::TABLE2, document.label(), column.label());
            let target = Target::Table2(Figure2::Document(document, Some(column)));
            cells.push(Placed { place, stated: table.document(document, column), of, target });
        }
    }
    let decisions = [Figure2::Licences, Figure2::Penalties, Figure2::Compulsions];
    for ((label, stated), figure) in table.decisions().into_iter().zip(decisions) {
        let place = words::cell_place(words::TABLE2, label, labels::DECISIONS);
        cells.push(Placed { place, stated, of: CellOf::Count, target: Target::Table2(figure) });
    }
    let place = words::line_place(words::TABLE2, labels::FEES);
    let target = Target::Table2(Figure2::Charges);
    cells.push(Placed { place, stated: &table.charges, of: CellOf::Amount, target });
    cells
}

/// All cells of table 3, row by row.
pub(crate) fn table3_cells(tables: &YearTables) -> impl Iterator<Item = Placed<'_>> {
    Row3::all().flat_map(move |row| {
        Column3::all().map(move |column| Placed {
            place: words::cell_place(words::TABLE3, &row.name(), column.label()),
            stated: tables.table3.at(row, column),
            of: CellOf::Count,
            target: Target::Table3 { row: Some(row), column: Some(column) },
        })
    })
}

/// All cells of table 4, group by group.
pub(crate) fn table4_cells(tables: &YearTables) -> impl Iterator<Item = Placed<'_>> {
    Dispute::ALL.into_iter().flat_map(move |dispute| {
        DisputeColumn::ALL.into_iter().map(move |column| Placed {
            place: words::cell_place(words::TABLE4, dispute.label(), column.label()),
            stated: tables.table4.at(dispute, column),
            of: CellOf::Count,
            target: Target::Table4 { dispute, column: Some(column) },
        })
    })
}

/// The notes of a table's cells as printed lines.
pub(crate) fn note_lines<'a>(cells: impl IntoIterator<Item = Placed<'a>>) -> Vec<String> {
    let mut lines = Vec::new();
    for Placed { place, stated, .. } in cells {
        if let Some(note) = &stated.note {
            lines.push(words::note(&place, note));
        }
    }
    lines
}
