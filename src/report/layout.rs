//! The published layouts of tables 2, 3 and 4 as grids (格式2021).

use super::{Column3, Dispute, DisputeColumn, Document, DocumentColumn, Grid, Row3, Stated, YearTables};
use crate::law::{OutcomeGroup, labels};

/// One slot.
const ONE: (usize, usize) = (1, 1);

/// Table 2: four blocks in four columns. Blocks （五）, （六） and （八） have one number column over three slots.
pub fn table2_grid(tables: &YearTables) -> Grid {
    let table = &tables.table2;
    let [block1, block5, block6, block8] = labels::TABLE2_BLOCKS;
    let mut grid = Grid::sized(14, 4, 0, 1);
    grid.label((0, 0), (1, 4), block1);
    grid.label((1, 0), ONE, labels::CONTENT);
    for (place, column) in DocumentColumn::ALL.into_iter().enumerate() {
        grid.label((1, 1 + place), ONE, column.label());
    }
    for (row, document) in Document::ALL.into_iter().enumerate() {
        grid.label((2 + row, 0), ONE, document.label());
        for (place, column) in DocumentColumn::ALL.into_iter().enumerate() {
            grid.figure((2 + row, 1 + place), ONE, &table.document(document, column).cell);
        }
    }
    let [licences, penalties, compulsions] = table.decisions();
    block(&mut grid, 4, block5, labels::DECISIONS, &[licences]);
    block(&mut grid, 7, block6, labels::DECISIONS, &[penalties, compulsions]);
    block(&mut grid, 11, block8, labels::CHARGES, &[(labels::FEES, &table.charges)]);
    grid
}

/// A block of table 2 with one number column, from row `top` on.
fn block(
    grid: &mut Grid,
    top: usize,
    title: &'static str,
    heading: &'static str,
    rows: &[(&'static str, &Stated)],
) {
    const WIDE: (usize, usize) = (1, 3);
    grid.label((top, 0), (1, 4), title);
    grid.label((top + 1, 0), ONE, labels::CONTENT);
    grid.label((top + 1, 1), WIDE, heading);
    for (place, (label, stated)) in rows.iter().enumerate() {
        grid.label((top + 2 + place, 0), ONE, label);
        grid.figure((top + 2 + place, 1), WIDE, &stated.cell);
    }
}

/// Table 3: 28 rows by 10 columns, three of them for labels.
pub fn table3_grid(tables: &YearTables) -> Grid {
    let mut grid = Grid::sized(28, 10, 3, 3);
    table3_head(&mut grid);
    grid.label((3, 0), (1, 3), labels::NEW);
    grid.label((4, 0), (1, 3), labels::CARRIED_IN);
    grid.label((5, 0), (22, 1), labels::RESULTS);
    let mut at = 5;
    for group in OutcomeGroup::ALL {
        let size = group.rows().count();
        if matches!(group, OutcomeGroup::Open | OutcomeGroup::Partial) {
            grid.label((at, 1), (1, 2), group.label());
        } else {
            grid.label((at, 1), (size, 1), group.label());
            for (place, row) in group.rows().enumerate() {
                grid.label((at + place, 2), ONE, row.label());
            }
        }
        at += size;
    }
    grid.label((at, 1), (1, 2), labels::TOTAL);
    grid.label((at + 1, 0), (1, 3), labels::CARRIED_OUT);
    for row in Row3::all() {
        for column in Column3::all() {
            let cell = &tables.table3.at(row, column).cell;
            grid.figure((3 + row.index(), 3 + column.index()), ONE, cell);
        }
    }
    grid
}

fn table3_head(grid: &mut Grid) {
    grid.label((0, 0), (3, 3), labels::TABLE3_NOTE);
    grid.label((0, 3), (1, 7), labels::APPLICANTS);
    grid.label((1, 4), (1, 5), labels::ORGANISATIONS);
    for column in Column3::all() {
        let at = 3 + column.index();
        match column {
            Column3::Kind(crate::law::ApplicantKind::Natural) | Column3::Sum => {
                grid.label((1, at), (2, 1), column.label());
            }
            Column3::Kind(_) => grid.label((2, at), ONE, column.label()),
        }
    }
}

/// Table 4: one row of 15 figures under three rows of headings.
pub fn table4_grid(tables: &YearTables) -> Grid {
    let [reviews, suits] = labels::TABLE4_HALVES;
    let mut grid = Grid::sized(4, 15, 3, 0);
    grid.label((0, 0), (1, 5), reviews);
    grid.label((0, 5), (1, 10), suits);
    for (place, dispute) in Dispute::ALL.into_iter().enumerate() {
        let left = 5 * place;
        let (top, height) = if dispute == Dispute::Review { (1, 2) } else { (2, 1) };
        if dispute != Dispute::Review {
            grid.label((1, left), (1, 5), dispute.label());
        }
        for (place, column) in DisputeColumn::ALL.into_iter().enumerate() {
            grid.label((top, left + place), (height, 1), column.label());
            grid.figure((3, left + place), ONE, &tables.table4.at(dispute, column).cell);
        }
    }
    grid
}

#[cfg(test)]
mod tests {
    use super::super::{GridCell, samples};
    use super::*;

    fn size_of(grid: &Grid, label: &str) -> (usize, usize) {
        let cell: &GridCell = grid.cells.iter().find(|cell| cell.text() == label).unwrap();
        (cell.rowspan, cell.colspan)
    }

    #[test]
    fn every_slot_of_the_three_tables_is_covered_exactly_once() {
        let tables = samples::published();
        for grid in [table2_grid(&tables), table3_grid(&tables), table4_grid(&tables)] {
            let owners = grid.owners().unwrap();
            assert_eq!((owners.len(), owners[0].len()), (grid.rows, grid.columns));
        }
    }

    #[test]
    fn table_3_is_merged_as_published() {
        let grid = table3_grid(&samples::published());
        assert_eq!((grid.rows, grid.columns), (28, 10));
        for (label, size) in [
            (labels::TABLE3_NOTE, (3, 3)),
            (labels::APPLICANTS, (1, 7)),
            ("自然人", (2, 1)),
            (labels::SUM, (2, 1)),
            (labels::ORGANISATIONS, (1, 5)),
            (labels::RESULTS, (22, 1)),
            ("（一）予以公开", (1, 2)),
            ("（三）不予公开", (8, 1)),
            ("（四）无法提供", (3, 1)),
            ("（五）不予处理", (5, 1)),
            ("（六）其他处理", (3, 1)),
            (labels::TOTAL, (1, 2)),
            (labels::CARRIED_OUT, (1, 3)),
        ] {
            assert_eq!(size_of(&grid, label), size, "{label}");
        }
    }

    #[test]
    fn tables_2_and_4_are_merged_as_published() {
        let tables = samples::published();
        let disclosed = table2_grid(&tables);
        assert_eq!(size_of(&disclosed, "第二十条第（八）项"), (1, 4));
        assert_eq!(size_of(&disclosed, labels::CHARGES), (1, 3));
        let disputes = table4_grid(&tables);
        assert_eq!(size_of(&disputes, "行政诉讼"), (1, 10));
        assert_eq!(size_of(&disputes, "复议后起诉"), (1, 5));
        assert_eq!(size_of(&disputes, "结果维持"), (2, 1));
    }
}
