//! Table 2 of a year as it is published: its four blocks under each other.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::sheet::{At, Figure, Line, draw};
use crate::law::labels;
use crate::report::checks::{Figure2, Target};
use crate::report::{Document, DocumentColumn, Stated, Table2};
use crate::tui::keymap::Action;

/// Columns of each of the three figures of a kind of documents.
const COLUMNS: u16 = 14;
/// The rows: how many figures each has.
const ROWS: [usize; 6] = [3, 3, 1, 1, 1, 1];

/// Where one is in table 2.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Table2Tab {
    at: At,
}

impl Table2Tab {
    /// The selected figure.
    fn figure(self) -> Option<Figure2> {
        let document = |document| {
            let column = DocumentColumn::ALL.get(self.at.column).copied();
            Figure2::Document(document, column)
        };
        Some(match self.at.row {
            0 => document(Document::Regulation),
            1 => document(Document::NormativeDocument),
            2 => Figure2::Licences,
            3 => Figure2::Penalties,
            4 => Figure2::Compulsions,
            5 => Figure2::Charges,
            _ => return None,
        })
    }

    /// The place of the selected figure.
    pub(super) fn target(self) -> Option<Target> {
        self.figure().map(Target::Table2)
    }

    /// Selects a figure; of a whole row the first.
    pub(super) fn select(&mut self, figure: Figure2) {
        let (row, column) = match figure {
            Figure2::Document(document, column) => {
                let row = usize::from(document == Document::NormativeDocument);
                (row, DocumentColumn::ALL.iter().position(|own| Some(*own) == column).unwrap_or_default())
            }
            Figure2::Licences => (2, 0),
            Figure2::Penalties => (3, 0),
            Figure2::Compulsions => (4, 0),
            Figure2::Charges => (5, 0),
        };
        self.at = At { row, column };
    }

    /// Answers a movement; false where the action is none.
    pub(super) fn act(&mut self, action: Action) -> bool {
        self.at.act(action, &ROWS)
    }

    /// Draws it; gives the place of the cursor.
    pub(super) fn draw(self, table: &Table2, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let place = self.target().map(|target| target.place()).unwrap_or_default();
        let note = self.figure().and_then(|figure| stated(table, figure)?.note.as_deref());
        draw(&lines(table), self.at, COLUMNS, (&place, note), area, buf)
    }
}

fn stated(table: &Table2, figure: Figure2) -> Option<&Stated> {
    Some(match figure {
        Figure2::Document(document, column) => table.document(document, column?),
        Figure2::Licences => &table.licences,
        Figure2::Penalties => &table.penalties,
        Figure2::Compulsions => &table.compulsions,
        Figure2::Charges => &table.charges,
    })
}

fn lines(table: &Table2) -> Vec<Line> {
    let [documents, licences, enforcement, charges] = labels::TABLE2_BLOCKS;
    let heads = |heads: &[&str]| {
        Line::Heads(labels::CONTENT.to_owned(), heads.iter().map(|head| (*head).to_owned()).collect())
    };
    let figure = |stated: &Stated| Figure { text: stated.cell.text(), wrong: false };
    let mut lines = vec![Line::Block(documents), heads(&labels::DOCUMENT_COLUMNS)];
    for document in Document::ALL {
        let figures = DocumentColumn::ALL.map(|column| figure(table.document(document, column)));
        lines.push(Line::Figures(document.label(), figures.into()));
    }
    for (n, (label, stated)) in table.decisions().into_iter().enumerate() {
        match n {
            0 => lines.extend([Line::Block(licences), heads(&[labels::DECISIONS])]),
            1 => lines.extend([Line::Block(enforcement), heads(&[labels::DECISIONS])]),
            _ => {}
        }
        lines.push(Line::Figures(label, vec![figure(stated)]));
    }
    lines.extend([Line::Block(charges), heads(&[labels::CHARGES])]);
    lines.push(Line::Figures(labels::FEES, vec![figure(&table.charges)]));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_is_reached_and_found_again() {
        for (row, wide) in ROWS.into_iter().enumerate() {
            for column in 0..wide {
                let tab = Table2Tab { at: At { row, column } };
                let mut found = Table2Tab::default();
                found.select(tab.figure().unwrap());
                assert_eq!(found, tab);
            }
        }
        let rows = lines(&Table2::zero());
        assert_eq!(rows.iter().filter(|line| matches!(line, Line::Figures(..))).count(), ROWS.len());
    }
}
