//! Putting blocks together from the tags of a marked-up document (html, docx).
//!
//! Tags may come in any order: a row outside of a table, a cell that nobody closed. What a browser would
//! show is aimed at, never a fault.

use std::rc::Rc;

use super::blocks::{Block, Cover, Slot, Texts};
use super::{ReadError, sections, title};
use crate::text::clean_line;

/// Tables within tables.
const MAX_DEPTH: usize = 16;
/// Slots of all tables together.
pub(super) const MAX_SLOTS: usize = 400_000;
/// A cell is never counted wider or higher.
const MAX_SPAN: usize = 64;

/// How a cell is merged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    /// Width in slots.
    pub(super) columns: usize,
    /// Height in slots; 0 is down to the last row, as in html.
    pub(super) rows: usize,
    /// Whether it continues the cell above (docx) instead of beginning one.
    pub(super) above: bool,
    /// Whether it continues the cell to its left (old docx).
    pub(super) left: bool,
}

impl Span {
    /// A cell of one slot.
    pub(super) const ONE: Self = Self { columns: 1, rows: 1, above: false, left: false };
}

struct RawCell {
    blocks: Vec<Block>,
    span: Span,
}

#[derive(Default)]
struct OpenTable {
    rows: Vec<Vec<RawCell>>,
    row: Option<Vec<RawCell>>,
    cell: Option<RawCell>,
}

impl OpenTable {
    fn end_cell(&mut self) {
        if let Some(cell) = self.cell.take() {
            self.row.get_or_insert_default().push(cell);
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        self.rows.extend(self.row.take());
    }
}

/// A document under construction.
#[derive(Default)]
pub(super) struct Builder {
    open: Vec<OpenTable>,
    root: Vec<Block>,
    line: String,
    slots: usize,
}

impl Builder {
    /// Adds text to the paragraph.
    pub(super) fn text(&mut self, text: &str) {
        self.line.push_str(text);
    }

    /// Ends the paragraph.
    pub(super) fn end_paragraph(&mut self) {
        let line = clean(&self.line);
        self.line.clear();
        if !line.is_empty() {
            self.flow().push(Block::Paragraph(line));
        }
    }

    /// Ends a line within a paragraph: what was no sentence and no title goes on in the next line.
    pub(super) fn end_line(&mut self) {
        let line = clean(&self.line);
        let whole = line.ends_with(['。', '；', '：', '！', '？', '，']) || line.chars().count() > 100;
        if whole
            || sections::title(&line).is_some()
            || title::likeness(&line) > 1
            || title::names_organ(&line)
        {
            self.end_paragraph();
        } else {
            self.line.push('\n');
        }
    }

    /// Where the next block goes: the innermost open cell.
    fn flow(&mut self) -> &mut Vec<Block> {
        let cell = self.open.iter_mut().rev().find_map(|table| table.cell.as_mut());
        cell.map_or(&mut self.root, |cell| &mut cell.blocks)
    }

    /// Begins a table, within the open cell if there is one.
    pub(super) fn open_table(&mut self) -> Result<(), ReadError> {
        self.end_paragraph();
        if self.open.len() >= MAX_DEPTH {
            return Err(ReadError::TooDeep { limit: MAX_DEPTH });
        }
        self.open.push(OpenTable::default());
        Ok(())
    }

    /// Begins a row.
    pub(super) fn open_row(&mut self) {
        self.end_paragraph();
        if let Some(table) = self.open.last_mut() {
            table.end_row();
            table.row = Some(Vec::new());
        }
    }

    /// Begins a cell.
    pub(super) fn open_cell(&mut self, span: Span) {
        self.end_paragraph();
        if let Some(table) = self.open.last_mut() {
            table.end_cell();
            table.cell = Some(RawCell { blocks: Vec::new(), span });
        }
    }

    /// The merging of the open cell, to be changed.
    pub(super) fn span(&mut self) -> Option<&mut Span> {
        self.open.last_mut()?.cell.as_mut().map(|cell| &mut cell.span)
    }

    /// Ends the cell.
    pub(super) fn close_cell(&mut self) {
        self.end_paragraph();
        if let Some(table) = self.open.last_mut() {
            table.end_cell();
        }
    }

    /// Ends the row.
    pub(super) fn close_row(&mut self) {
        self.end_paragraph();
        if let Some(table) = self.open.last_mut() {
            table.end_row();
        }
    }

    /// Ends the innermost table.
    pub(super) fn close_table(&mut self) -> Result<(), ReadError> {
        self.end_paragraph();
        let Some(mut table) = self.open.pop() else { return Ok(()) };
        table.end_row();
        let blocks = if is_layout(&table.rows) {
            table.rows.into_iter().flatten().flat_map(|cell| cell.blocks).collect()
        } else {
            vec![Block::Table(expand(table.rows, &mut self.slots)?)]
        };
        self.flow().extend(blocks);
        Ok(())
    }

    /// The document.
    pub(super) fn finish(mut self) -> Result<Vec<Block>, ReadError> {
        while !self.open.is_empty() {
            self.close_table()?;
        }
        self.end_paragraph();
        Ok(self.root)
    }
}

/// One line without invisible characters; blanks at a line end beside a Chinese character are none.
fn clean(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut blank: Option<bool> = None;
    for letter in text.chars() {
        if letter.is_whitespace() && letter != '\u{3000}' {
            let at_end = matches!(letter, '\n' | '\r');
            blank = Some(blank.unwrap_or_default() || at_end);
            continue;
        }
        if let Some(at_end) = blank.take() {
            let wide = |letter: char| !letter.is_ascii();
            let glued = at_end && (wide(letter) || joined.chars().next_back().is_some_and(wide));
            if !glued && !joined.is_empty() {
                joined.push(' ');
            }
        }
        joined.push(letter);
    }
    clean_line(&joined).trim().to_owned()
}

/// Whether a table only arranges the page: one column, a table in a cell, or a cell with a part's title and
/// its text.
fn is_layout(rows: &[Vec<RawCell>]) -> bool {
    let mut cells = rows.iter().flatten();
    rows.iter().all(|row| row.len() <= 1)
        || cells.any(|cell| {
            let title = |block: &Block| match block {
                Block::Paragraph(text) => sections::title(text).is_some(),
                Block::Table(_) => false,
            };
            cell.blocks.iter().any(|block| matches!(block, Block::Table(_)))
                || (cell.blocks.len() > 1 && cell.blocks.iter().any(title))
        })
}

/// The text of a cell.
fn text_of(blocks: &[Block]) -> Rc<str> {
    let lines: Vec<&str> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(text) => Some(text.as_str()),
            Block::Table(_) => None,
        })
        .collect();
    lines.join("\n").into()
}

/// A cell that reaches into rows below: its text, and how many more rows.
#[derive(Clone)]
struct Reach {
    text: Rc<str>,
    rows: usize,
    first: bool,
}

fn expand(raw: Vec<Vec<RawCell>>, slots: &mut usize) -> Result<Texts, ReadError> {
    let mut texts = Texts::default();
    let mut reach: Vec<Option<Reach>> = Vec::new();
    let height = raw.len();
    for (place, cells) in raw.into_iter().enumerate() {
        let mut row: Vec<Slot> = Vec::new();
        for cell in cells {
            fill(&mut row, &mut reach);
            put(&mut row, &mut reach, &cell, texts.rows.last(), height - place);
        }
        fill(&mut row, &mut reach);
        *slots += row.len() + 1;
        if *slots > MAX_SLOTS {
            return Err(ReadError::TooManyCells { limit: MAX_SLOTS });
        }
        texts.rows.push(row);
    }
    Ok(texts)
}

/// Fills the slots that cells of the rows above reach over, up to the next free one.
fn fill(row: &mut Vec<Slot>, reach: &mut [Option<Reach>]) {
    while let Some(place) = reach.get_mut(row.len()) {
        let Some(mut over) = place.take() else { return };
        let cover = if over.first { Cover::Above } else { Cover::Left };
        row.push(Slot { text: Rc::clone(&over.text), cover });
        over.rows -= 1;
        *place = (over.rows > 0).then_some(over);
    }
}

fn put(
    row: &mut Vec<Slot>,
    reach: &mut Vec<Option<Reach>>,
    cell: &RawCell,
    above: Option<&Vec<Slot>>,
    rows_left: usize,
) {
    let span = cell.span;
    let text = text_of(&cell.blocks);
    let over = above.filter(|_| span.above).and_then(|above| above.get(row.len()));
    let over = over.map(|slot| Rc::clone(&slot.text)).filter(|_| text.is_empty());
    let left = row.last().map(|slot| Rc::clone(&slot.text)).filter(|_| span.left && text.is_empty());
    let first = match (&over, &left) {
        (Some(_), _) => Cover::Above,
        (None, Some(_)) => Cover::Left,
        (None, None) => Cover::Own,
    };
    let text = over.or(left).unwrap_or(text);
    let rows = if span.rows == 0 { rows_left } else { span.rows.min(rows_left) };
    for column in 0..span.columns.clamp(1, MAX_SPAN) {
        let at = row.len();
        let cover = if column == 0 { first } else { Cover::Left };
        row.push(Slot { text: Rc::clone(&text), cover });
        if rows > 1 {
            if reach.len() <= at {
                reach.resize(at + 1, None);
            }
            if let Some(place) = reach.get_mut(at) {
                *place = Some(Reach { text: Rc::clone(&text), rows: rows - 1, first: column == 0 });
            }
        }
    }
}
