//! Table 4 of a year: its three groups as rows, since fifteen columns beside each other fit no window.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::halved;
use super::sheet::{At, Figure, Line, draw};
use crate::law::labels;
use crate::report::checks::Target;
use crate::report::{Dispute, DisputeColumn, Table4};
use crate::tui::keymap::Action;

/// Columns of a figure.
const COLUMNS: u16 = 7;
/// From this width on the heads stand in one line.
const ROOMY: u16 = 80;
/// Columns of a figure there.
const ROOMY_COLUMNS: u16 = 10;

/// Where one is in table 4.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Table4Tab {
    at: At,
}

impl Table4Tab {
    fn cell(self) -> Option<(Dispute, DisputeColumn)> {
        Dispute::ALL.get(self.at.row).copied().zip(DisputeColumn::ALL.get(self.at.column).copied())
    }

    /// The place of the selected figure.
    pub(super) fn target(self) -> Option<Target> {
        self.cell().map(|(dispute, column)| Target::Table4 { dispute, column: Some(column) })
    }

    /// Selects a cell; of a whole group its sum.
    pub(super) fn select(&mut self, dispute: Dispute, column: Option<DisputeColumn>) {
        let column = column.unwrap_or(DisputeColumn::Sum);
        let place = |found: Option<usize>| found.unwrap_or_default();
        self.at = At {
            row: place(Dispute::ALL.iter().position(|own| *own == dispute)),
            column: place(DisputeColumn::ALL.iter().position(|own| *own == column)),
        };
    }

    /// Answers a movement; false where the action is none.
    pub(super) fn act(&mut self, action: Action) -> bool {
        self.at.act(action, &[DisputeColumn::ALL.len(); 3])
    }

    /// Draws it; gives the place of the cursor.
    pub(super) fn draw(self, table: &Table4, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let place = self.target().map(|target| target.place()).unwrap_or_default();
        let note = self.cell().and_then(|(dispute, column)| table.at(dispute, column).note.as_deref());
        let roomy = area.width >= ROOMY;
        let columns = if roomy { ROOMY_COLUMNS } else { COLUMNS };
        draw(&lines(table, roomy), self.at, columns, (&place, note), area, buf)
    }
}

fn lines(table: &Table4, roomy: bool) -> Vec<Line> {
    let [_, suits] = labels::TABLE4_HALVES;
    let heads = DisputeColumn::ALL.map(DisputeColumn::label);
    let mut lines = Vec::new();
    if roomy {
        lines.push(Line::Heads(String::new(), heads.map(str::to_owned).into()));
    } else {
        let (upper, lower) = heads.map(halved).into_iter().unzip();
        lines.extend([Line::Heads(String::new(), upper), Line::Heads(String::new(), lower)]);
    }
    for dispute in Dispute::ALL {
        if dispute == Dispute::DirectSuit {
            lines.push(Line::Block(suits));
        }
        let figures = DisputeColumn::ALL.map(|column| Figure {
            text: table.at(dispute, column).cell.text(),
            wrong: column == DisputeColumn::Sum && is_wrong(table, dispute),
        });
        lines.push(Line::Figures(dispute.label(), figures.into()));
    }
    lines
}

/// V5: the sum is that of the four results.
fn is_wrong(table: &Table4, dispute: Dispute) -> bool {
    let count = |column| table.at(dispute, column).cell.count();
    let parts = DisputeColumn::PARTS.map(count);
    let sum: Option<u64> = parts.iter().try_fold(0_u64, |sum, part| Some(sum.saturating_add((*part)?)));
    count(DisputeColumn::Sum) != sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Stated;

    #[test]
    fn a_sum_that_is_not_that_of_its_results_is_marked() {
        let mut table = Table4::new([1, 2, 3, 4], [0; 4], [0; 4]);
        assert!(Dispute::ALL.into_iter().all(|dispute| !is_wrong(&table, dispute)));
        table.review[4] = Stated::number(11);
        assert!(is_wrong(&table, Dispute::Review));
    }

    #[test]
    fn every_cell_is_found_again() {
        for dispute in Dispute::ALL {
            for column in DisputeColumn::ALL {
                let mut tab = Table4Tab::default();
                tab.select(dispute, Some(column));
                assert_eq!(tab.cell(), Some((dispute, column)));
            }
        }
    }
}
