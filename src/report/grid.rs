//! One model of a printed table with merged cells, shared by every format that keeps them.

use thiserror::Error;

use super::Cell;

/// How the text of a cell is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// to the left: labels of rows
    Left,
    /// centred: headings and figures, as published
    Center,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// a label of the law, verbatim
    Label(&'static str),
    /// a stated figure
    Figure(Cell),
    /// words of ours or of somebody else
    Text(String),
}

/// A cell with its upper left slot and its size in slots, all counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridCell {
    /// upper row
    pub row: usize,
    /// left column
    pub col: usize,
    /// height in rows, at least 1
    pub rowspan: usize,
    /// width in columns, at least 1
    pub colspan: usize,
    /// what stands in it
    pub content: Content,
    /// how it is aligned
    pub align: Align,
}

impl GridCell {
    /// The text that is printed.
    pub fn text(&self) -> String {
        match &self.content {
            Content::Label(label) => (*label).to_owned(),
            Content::Figure(cell) => cell.text(),
            Content::Text(text) => text.clone(),
        }
    }

    /// Whether it is a heading or a label.
    pub fn head(&self) -> bool {
        matches!(self.content, Content::Label(_))
    }

    /// Whether it covers more than one slot.
    pub fn merged(&self) -> bool {
        self.rowspan > 1 || self.colspan > 1
    }
}

/// A grid whose cells do not tile it.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum GridError {
    /// A slot belongs to no cell.
    #[error("the slot in row {row}, column {col} belongs to no cell")]
    Uncovered {
        /// the row, from 0
        row: usize,
        /// the column, from 0
        col: usize,
    },
    /// A slot belongs to two cells.
    #[error("the slot in row {row}, column {col} belongs to two cells")]
    Overlap {
        /// the row, from 0
        row: usize,
        /// the column, from 0
        col: usize,
    },
    /// A cell reaches over the edge.
    #[error("the cell in row {row}, column {col} reaches over the edge")]
    OverTheEdge {
        /// its row, from 0
        row: usize,
        /// its column, from 0
        col: usize,
    },
}

/// A table of merged cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// rows
    pub rows: usize,
    /// columns
    pub columns: usize,
    /// rows at the top that repeat on every page
    pub head_rows: usize,
    /// columns at the left that hold labels
    pub label_columns: usize,
    /// the cells, in any order: `owners` knows which slot is whose
    pub cells: Vec<GridCell>,
}

impl Grid {
    /// An empty grid of this size.
    pub(crate) fn sized(rows: usize, columns: usize, head_rows: usize, label_columns: usize) -> Self {
        Self { rows, columns, head_rows, label_columns, cells: Vec::new() }
    }

    /// Puts a label at a slot (row, column) over a size (rows, columns).
    pub(crate) fn label(&mut self, at: (usize, usize), size: (usize, usize), label: &'static str) {
        let body = at.0 >= self.head_rows && at.1 + size.1 <= self.label_columns;
        let align = if body { Align::Left } else { Align::Center };
        self.put(at, size, Content::Label(label), align);
    }

    /// Puts a figure at a slot (row, column) over a size (rows, columns).
    pub(crate) fn figure(&mut self, at: (usize, usize), size: (usize, usize), cell: &Cell) {
        self.put(at, size, Content::Figure(cell.clone()), Align::Center);
    }

    /// Puts a text into a slot (row, column).
    pub(crate) fn text(&mut self, at: (usize, usize), text: String, align: Align) {
        self.put(at, (1, 1), Content::Text(text), align);
    }

    fn put(&mut self, at: (usize, usize), size: (usize, usize), content: Content, align: Align) {
        let ((row, col), (rowspan, colspan)) = (at, size);
        self.cells.push(GridCell { row, col, rowspan, colspan, content, align });
    }

    /// The cell that owns each slot, row by row, as an index into `cells`. Fails unless every slot is
    /// covered exactly once.
    pub fn owners(&self) -> Result<Vec<Vec<usize>>, GridError> {
        let mut owners: Vec<Vec<Option<usize>>> = vec![vec![None; self.columns]; self.rows];
        for (index, cell) in self.cells.iter().enumerate() {
            for row in cell.row..cell.row + cell.rowspan {
                for col in cell.col..cell.col + cell.colspan {
                    let over = GridError::OverTheEdge { row: cell.row, col: cell.col };
                    let slot = owners.get_mut(row).and_then(|slots| slots.get_mut(col)).ok_or(over)?;
                    if slot.replace(index).is_some() {
                        return Err(GridError::Overlap { row, col });
                    }
                }
            }
        }
        let covered = |(row, slots): (usize, Vec<Option<usize>>)| {
            let slots = slots.into_iter().enumerate();
            slots.map(|(col, owner)| owner.ok_or(GridError::Uncovered { row, col })).collect()
        };
        owners.into_iter().enumerate().map(covered).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_overlap_leave_a_hole_or_reach_over_the_edge_are_refused() {
        let mut grid = Grid::sized(2, 2, 0, 1);
        grid.label((0, 0), (2, 1), "左");
        assert_eq!(grid.owners(), Err(GridError::Uncovered { row: 0, col: 1 }));
        grid.label((0, 1), (2, 1), "右");
        assert_eq!(grid.owners(), Ok(vec![vec![0, 1], vec![0, 1]]));
        let mut double = grid.clone();
        double.label((1, 1), (1, 1), "重");
        assert_eq!(double.owners(), Err(GridError::Overlap { row: 1, col: 1 }));
        grid.label((1, 1), (1, 2), "外");
        assert!(grid.owners().is_err());
    }
}
