//! Workbooks of 2007 and later, cell by cell, so that a stray cell in the last corner costs nothing.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Dimensions, Reader, Sheet, SheetType, SheetVisible, Xlsx, XlsxError};

use super::cell::Cell;
use super::collect::{Collector, RawRow, Wanted};
use super::date::Epoch;
use super::{Problem, unpacked};

/// Columns beyond this one are not looked at.
const MAX_COLUMNS: usize = 200;
/// Over how many columns a cell must be merged to be a banner.
const BANNER: u32 = 3;

/// Reads `bytes` into `collector`.
///
/// The parser is another's and the bytes are anybody's: a panic in it is a damaged workbook.
///
/// # Errors
///
/// [`Problem::Damaged`] or [`Problem::Encrypted`].
pub(super) fn read(bytes: &[u8], collector: &mut Collector<'_>) -> Result<(), Problem> {
    catch_unwind(AssertUnwindSafe(|| read_workbook(bytes, collector))).unwrap_or(Err(Problem::Damaged))
}

fn read_workbook(bytes: &[u8], collector: &mut Collector<'_>) -> Result<(), Problem> {
    unpacked::measure(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| problem(&error))?;
    let epoch = if book.has_1904_epoch() { Epoch::Y1904 } else { Epoch::Y1900 };
    let sheets: Vec<Sheet> = book.sheets_metadata().to_vec();
    for sheet in sheets.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        if sheet.visible == SheetVisible::Visible {
            read_sheet(&mut book, &sheet.name, epoch, collector)?;
        } else {
            collector.hidden_sheet(&sheet.name);
        }
    }
    Ok(())
}

fn problem(error: &XlsxError) -> Problem {
    match error {
        XlsxError::Password => Problem::Encrypted,
        _ => Problem::Damaged,
    }
}

fn read_sheet(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    epoch: Epoch,
    collector: &mut Collector<'_>,
) -> Result<(), Problem> {
    let merges = book.merge_cells_by_sheet_name(name).map_err(|error| problem(&error))?;
    let mut source = book.worksheet_cells_reader(name).map_err(|error| problem(&error))?;
    let mut rows = Rows::new(merges);
    collector.begin_sheet(name, epoch);
    let mut wanted = Wanted::NextRow;
    while wanted == Wanted::NextRow {
        let Some(next) = source.next_cell().map_err(|error| problem(&error))? else {
            rows.hand_over(collector);
            break;
        };
        let (row, column) = next.get_position();
        if row != rows.row {
            wanted = rows.hand_over(collector);
            rows.begin(row);
        }
        rows.put(column, next.get_value());
    }
    collector.end_sheet();
    Ok(())
}

/// The row that is being filled, and the merged cells that reach into it.
struct Rows<'a> {
    /// From 0.
    row: u32,
    cells: Vec<Cell<'a>>,
    /// Merged cells over several rows, not begun yet; the next one last.
    ahead: Vec<Dimensions>,
    /// Merged cells that have begun, with their value.
    open: Vec<(Dimensions, Cell<'a>)>,
    /// Rows in which a cell is merged over several columns.
    banners: HashSet<u32>,
}

impl<'a> Rows<'a> {
    fn new(merges: Vec<Dimensions>) -> Self {
        let wide = |merge: &&Dimensions| merge.end.1 >= merge.start.1.saturating_add(BANNER - 1);
        let banners = merges.iter().filter(wide).map(|merge| merge.start.0).collect();
        let mut ahead: Vec<Dimensions> =
            merges.into_iter().filter(|merge| merge.end.0 > merge.start.0).collect();
        ahead.sort_unstable_by_key(|merge| std::cmp::Reverse(merge.start));
        Self { row: 0, cells: Vec::new(), ahead, open: Vec::new(), banners }
    }

    fn begin(&mut self, row: u32) {
        self.row = row;
        self.cells.clear();
    }

    fn put(&mut self, column: u32, value: &DataRef<'a>) {
        let Ok(column) = usize::try_from(column) else { return };
        if column >= MAX_COLUMNS || matches!(value, DataRef::Empty) {
            return;
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, Cell::Empty);
        }
        if let Some(cell) = self.cells.get_mut(column) {
            *cell = cell_of(value);
        }
    }

    /// Hands the row over, completed by the merged cells that reach into it. A row that has nothing of
    /// its own is the lower half of the one before.
    fn hand_over(&mut self, collector: &mut Collector<'_>) -> Wanted {
        let own = self.cells.iter().filter(|cell| !cell.is_blank()).count();
        self.open_merges();
        if own == 0 {
            return Wanted::NextRow;
        }
        self.fill_down();
        let banner = own == 1 && self.banners.contains(&self.row);
        collector.row(&RawRow { row: self.row.saturating_add(1), cells: &self.cells, banner })
    }

    /// Remembers the values of the merged cells that begin here, forgets those that have ended.
    fn open_merges(&mut self) {
        let row = self.row;
        self.open.retain(|(merge, _)| merge.end.0 >= row);
        while let Some(merge) = self.ahead.pop_if(|merge| merge.start.0 <= row) {
            let column = usize::try_from(merge.start.1).unwrap_or(usize::MAX);
            let value = self.cells.get(column).filter(|cell| !cell.is_blank());
            if let Some(value) = value.filter(|_| merge.start.0 == row) {
                // Merged cells do not overlap: of those that do, the last one of a column counts, and a row
                // costs no more than it has columns.
                self.open.retain(|(over, _)| over.start.1 != merge.start.1);
                self.open.push((merge, value.clone()));
            }
        }
    }

    fn fill_down(&mut self) {
        for (merge, value) in &self.open {
            let Ok(column) = usize::try_from(merge.start.1) else { continue };
            if merge.start.0 >= self.row || self.cells.get(column).is_some_and(|cell| !cell.is_blank()) {
                continue;
            }
            if self.cells.len() <= column {
                self.cells.resize(column + 1, Cell::Empty);
            }
            if let Some(cell) = self.cells.get_mut(column) {
                cell.clone_from(value);
            }
        }
    }
}

fn cell_of<'a>(value: &DataRef<'a>) -> Cell<'a> {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Cell::Text(Cow::Owned(text.clone()))
        }
        DataRef::SharedString(text) => Cell::Text(Cow::Borrowed(text)),
        DataRef::Int(number) => Cell::Text(Cow::Owned(number.to_string())),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::DateTime(time) if time.is_datetime() => Cell::Serial(time.as_f64()),
        DataRef::DateTime(time) => Cell::Number(time.as_f64()),
        DataRef::Bool(true) => Cell::Text(Cow::Borrowed("TRUE")),
        DataRef::Bool(false) => Cell::Text(Cow::Borrowed("FALSE")),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}
