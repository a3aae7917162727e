//! A document as every format gives it: paragraphs and tables in order.

use std::rc::Rc;

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A paragraph, without line ends.
    Paragraph(String),
    /// A table, merged cells expanded.
    Table(Texts),
}

/// How a slot came by its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cover {
    /// A cell begins here.
    Own,
    /// The cell to the left reaches over it.
    Left,
    /// A cell of a row above reaches over it.
    Above,
}

/// One slot of a table. The text of a merged cell is shared by its slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    /// The text, without blanks at its ends; paragraphs within a cell are parted by `\n`.
    pub(super) text: Rc<str>,
    /// How it came by it.
    pub(super) cover: Cover,
}

impl Slot {
    /// A cell of its own.
    pub(super) fn own(text: &str) -> Self {
        Self { text: text.trim().into(), cover: Cover::Own }
    }

    /// Whether the slot counts in its row: all but the continuation of the cell to the left.
    pub(super) fn counts(&self) -> bool {
        self.cover != Cover::Left
    }
}

/// Bytes of text in all slots together, shared or not: every slot is looked at several times.
pub(super) const MAX_TEXT: usize = 64 << 20;

/// The texts of a table, row by row; rows may differ in length.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Texts {
    /// The rows.
    pub(super) rows: Vec<Vec<Slot>>,
    /// Whether it comes from separated text, where a merged cell is not marked: columns do not mean much.
    pub(super) ragged: bool,
}

impl Texts {
    /// Bytes of text in its slots.
    pub(super) fn bytes(&self) -> usize {
        self.rows.iter().flatten().map(|slot| slot.text.len()).sum()
    }

    /// The only text of a row that has one cell with text.
    pub(super) fn alone(row: &[Slot]) -> Option<&str> {
        let mut filled = row.iter().filter(|slot| slot.cover == Cover::Own && !slot.text.is_empty());
        let first = filled.next()?;
        filled.next().is_none().then_some(&*first.text)
    }
}
