//! Workbooks: every visible sheet is a table; titles and prose in it are rows with one text.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use calamine::{Data, DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::blocks::{Block, Cover, MAX_TEXT, Slot, Texts};
use super::builder::MAX_SLOTS;
use super::{ReadError, package};
use crate::words::report::reading as words;

/// Columns beyond this one are not looked at; table 4 has fifteen.
const MAX_COLUMNS: u32 = 64;
/// Rows beyond this one are not looked at; a whole report has a hundred.
const MAX_ROWS: u32 = 5_000;
/// Merged cells together may cover no more, counted from the first cell: a merge costs what it covers.
const MAX_AREA: u64 = 4_000_000;
/// Sheets beyond this one are not looked at.
const MAX_SHEETS: usize = 32;

/// The workbook as blocks.
///
/// The parser is another's and the bytes are anybody's: a panic in it is a damaged workbook.
pub(super) fn blocks(bytes: &[u8]) -> Result<Vec<Block>, ReadError> {
    package::measure(bytes)?;
    catch_unwind(AssertUnwindSafe(|| sheets(bytes))).unwrap_or_else(|_| Err(damaged()))
}

fn damaged() -> ReadError {
    ReadError::Damaged { part: words::WORKBOOK.to_owned() }
}

fn problem(error: &XlsxError) -> ReadError {
    match error {
        XlsxError::Password => ReadError::Encrypted,
        _ => damaged(),
    }
}

fn sheets(bytes: &[u8]) -> Result<Vec<Block>, ReadError> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| problem(&error))?;
    let shown = |sheet: &&calamine::Sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
    };
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(shown)
        .take(MAX_SHEETS)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut blocks = Vec::new();
    let (mut slots, mut left) = (0, MAX_TEXT);
    for name in names {
        let cells = cells(&mut book, &name, &mut left)?;
        let merges = book.merge_cells_by_sheet_name(&name).map_err(|error| problem(&error))?;
        let texts = texts(cells, merges)?;
        slots += texts.rows.iter().map(Vec::len).sum::<usize>();
        if slots > MAX_SLOTS {
            return Err(ReadError::TooManyCells { limit: MAX_SLOTS });
        }
        blocks.push(Block::Table(texts));
    }
    Ok(blocks)
}

type Cells = BTreeMap<(u32, u32), Rc<str>>;

/// The cells with text. Cell by cell, so that a stray cell in the last corner costs nothing; a text that
/// many cells share counts for each of them.
fn cells(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, left: &mut usize) -> Result<Cells, ReadError> {
    let mut source = book.worksheet_cells_reader(name).map_err(|error| problem(&error))?;
    let mut cells = Cells::new();
    while let Some(cell) = source.next_cell().map_err(|error| problem(&error))? {
        let (row, column) = cell.get_position();
        let text = text_of(cell.get_value());
        *left = left.checked_sub(text.len()).ok_or(ReadError::TooMuchText { limit: MAX_TEXT })?;
        if row < MAX_ROWS && column < MAX_COLUMNS && !text.trim().is_empty() {
            cells.insert((row, column), text.trim().into());
        }
    }
    Ok(cells)
}

/// What a cell shows: whole numbers without a point, no exponents.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Float(number) => number.to_string(),
        DataRef::DateTime(time) => time.as_f64().to_string(),
        other => Data::from(other.clone()).to_string(),
    }
}

fn texts(cells: Cells, merges: Vec<Dimensions>) -> Result<Texts, ReadError> {
    let height = cells.keys().map(|(row, _)| row + 1).max().unwrap_or_default();
    let width = cells.keys().map(|(_, column)| column + 1).max().unwrap_or_default();
    let mut places: BTreeMap<(u32, u32), Slot> = BTreeMap::new();
    let mut area = 0;
    for merge in merges {
        let text = cells.get(&merge.start).map_or_else(|| Rc::from(""), Rc::clone);
        area += u64::from(merge.end.0.min(height)) * u64::from(merge.end.1.min(width));
        if area > MAX_AREA {
            return Err(ReadError::TooManyCells { limit: MAX_SLOTS });
        }
        for row in merge.start.0..=merge.end.0.min(height.saturating_sub(1)) {
            for column in merge.start.1..=merge.end.1.min(width.saturating_sub(1)) {
                let cover = match (row == merge.start.0, column == merge.start.1) {
                    (true, true) => Cover::Own,
                    (_, false) => Cover::Left,
                    (false, true) => Cover::Above,
                };
                places.entry((row, column)).or_insert(Slot { text: Rc::clone(&text), cover });
            }
        }
    }
    for (place, text) in cells {
        places.entry(place).or_insert(Slot { text, cover: Cover::Own });
    }
    let slot = |place| places.get(&place).cloned().unwrap_or_else(|| Slot::own(""));
    let rows = (0..height).map(|row| (0..width).map(|column| slot((row, column))).collect());
    Ok(Texts { rows: rows.collect(), ragged: false })
}
