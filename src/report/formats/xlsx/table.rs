//! One sheet with one table: merged as published, figures as numbers, printed on one A4 page.

use rust_xlsxwriter::{Format as Style, FormatAlign, FormatBorder, Worksheet};
use textwrap::core::display_width;

use super::super::FormatError;
use crate::report::{Align, Cell, Content, Grid, GridCell};
use crate::words::report as words;

/// Rows above the grid: the title and the section's title.
pub(super) const TOP: u32 = 2;
/// Excel's number for A4.
pub(in crate::report::formats) const A4: u8 = 9;
/// Widths of table 2 in characters of the standard font; a Chinese one at 10 points takes about two.
pub(super) const WIDTHS2: [u16; 4] = [30, 20, 20, 20];
/// Widths of table 3.
pub(super) const WIDTHS3: [u16; 10] = [8, 13, 36, 8, 7, 7, 7, 7, 7, 8];
/// Widths of table 4: 结果维持 in two lines.
pub(super) const WIDTHS4: [u16; 15] = [7; 15];

/// What a sheet needs besides its grid.
pub(super) struct Sheet<'a> {
    /// The title of the report.
    pub(super) title: &'a str,
    /// The title of the part.
    pub(super) section: &'a str,
    /// What stands on its tab.
    pub(super) name: &'a str,
    /// The widths of its columns.
    pub(super) widths: &'a [u16],
}

impl Sheet<'_> {
    /// Writes the table and the notes under it.
    pub(super) fn write(
        &self,
        sheet: &mut Worksheet,
        grid: &Grid,
        notes: &[String],
    ) -> Result<(), FormatError> {
        grid.owners()?;
        let last_col = column(grid.columns)?.saturating_sub(1);
        sheet.set_name(self.name)?;
        sheet.merge_range(0, 0, 0, last_col, self.title, &heading(15.0).set_bold())?;
        sheet.merge_range(1, 0, 1, last_col, self.section, &heading(12.0))?;
        sheet.set_row_height(0, 34)?.set_row_height(1, 26)?;
        for cell in &grid.cells {
            put(sheet, cell)?;
        }
        let mut below = TOP + row(grid.rows)?;
        let width: usize = self.widths.iter().map(|width| usize::from(*width)).sum();
        for piece in notes.iter().flat_map(|note| pieces(note, width)) {
            sheet.merge_range(below, 0, below, last_col, &piece, &text(10.0))?;
            sheet.set_row_height(below, height(&piece, width)?)?;
            below += 1;
        }
        self.measure(sheet, grid)?;
        set_page(sheet, grid)?;
        sheet.set_print_area(0, 0, below.saturating_sub(1), last_col)?;
        Ok(())
    }

    /// Column widths and row heights: merged cells get no height of their own from Excel.
    fn measure(&self, sheet: &mut Worksheet, grid: &Grid) -> Result<(), FormatError> {
        for (place, width) in self.widths.iter().enumerate() {
            sheet.set_column_width(column(place)?, *width)?;
        }
        for place in 0..grid.rows {
            let cells = grid.cells.iter().filter(|cell| cell.row == place && cell.rowspan == 1);
            let lines = cells.map(|cell| self.lines(cell)).max().unwrap_or(1);
            let height = u16::try_from(lines * 14 + 14).map_err(|_| FormatError::TooLarge)?;
            sheet.set_row_height(TOP + row(place)?, height)?;
        }
        Ok(())
    }

    fn lines(&self, cell: &GridCell) -> usize {
        let widths = self.widths.iter().skip(cell.col).take(cell.colspan);
        let width: usize = widths.map(|width| usize::from(*width)).sum();
        display_width(&cell.text()).div_ceil(width.saturating_sub(1).max(1)).max(1)
    }
}

fn put(sheet: &mut Worksheet, cell: &GridCell) -> Result<(), FormatError> {
    let (top, left) = (TOP + row(cell.row)?, column(cell.col)?);
    let style = style(cell);
    if cell.merged() {
        let (bottom, right) = (TOP + row(cell.row + cell.rowspan - 1)?, column(cell.col + cell.colspan - 1)?);
        sheet.merge_range(top, left, bottom, right, &cell.text(), &style)?;
    } else {
        sheet.write_string_with_format(top, left, cell.text(), &style)?;
    }
    if let Some(number) = exact(cell) {
        sheet.write_number_with_format(top, left, number, &style)?;
    }
    Ok(())
}

/// The figure as a spreadsheet number, if that holds it exactly; otherwise its text stays.
fn exact(cell: &GridCell) -> Option<f64> {
    let text = match &cell.content {
        Content::Figure(Cell::Number(number)) => number.to_string(),
        Content::Figure(Cell::Amount(amount)) => amount.to_string(),
        Content::Figure(Cell::Blank | Cell::Text(_)) | Content::Label(_) | Content::Text(_) => return None,
    };
    text.parse::<f64>().ok().filter(|float| float.to_string() == text && text.len() <= 15)
}

/// A text in pieces that fit a row: Excel allows a row 409 points and a cell 32767 characters, and gives
/// merged cells no height of their own.
pub(super) fn pieces(text: &str, width: usize) -> Vec<String> {
    const LINES: usize = 20;
    let chars: Vec<char> = text.chars().collect();
    let most = (width / 2).max(1) * LINES;
    chars.chunks(most).map(|piece| piece.iter().collect()).collect()
}

/// The height of a row, in points, that shows a text wrapped in `width`.
pub(super) fn height(text: &str, width: usize) -> Result<u16, FormatError> {
    let lines = display_width(text).div_ceil(width.saturating_sub(2).max(1)).max(1);
    u16::try_from(lines * 15 + 5).map_err(|_| FormatError::TooLarge)
}

/// A text that wraps, to the left.
pub(in crate::report::formats) fn text(points: f64) -> Style {
    heading(points).set_align(FormatAlign::Left).set_align(FormatAlign::Top).set_text_wrap()
}

/// A text in the middle.
pub(in crate::report::formats) fn heading(points: f64) -> Style {
    Style::new()
        .set_font_name(words::FONT)
        .set_font_size(points)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
}

fn style(cell: &GridCell) -> Style {
    let align = match cell.align {
        Align::Left => FormatAlign::Left,
        Align::Center => FormatAlign::Center,
    };
    let style = heading(10.0).set_align(align).set_border(FormatBorder::Thin).set_text_wrap();
    match &cell.content {
        Content::Figure(Cell::Number(_)) => style.set_num_format("0"),
        Content::Figure(Cell::Amount(amount)) => style.set_num_format(decimals(&amount.to_string())),
        Content::Figure(Cell::Blank | Cell::Text(_)) | Content::Label(_) | Content::Text(_) => style,
    }
}

/// The number format that shows just the decimals of an amount.
fn decimals(amount: &str) -> String {
    match amount.split_once('.') {
        Some((_, fraction)) => format!("0.{}", "0".repeat(fraction.len())),
        None => "0".to_owned(),
    }
}

fn set_page(sheet: &mut Worksheet, grid: &Grid) -> Result<(), FormatError> {
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 1).set_print_center_horizontally(true);
    sheet.set_margins(0.6, 0.6, 0.7, 0.7, 0.3, 0.3);
    if grid.columns > 10 {
        sheet.set_landscape();
    } else {
        sheet.set_portrait();
    }
    if grid.head_rows > 0 {
        sheet.set_freeze_panes(TOP + row(grid.head_rows)?, column(grid.label_columns)?)?;
    }
    Ok(())
}

pub(in crate::report::formats) fn row(place: usize) -> Result<u32, FormatError> {
    u32::try_from(place).map_err(|_| FormatError::TooLarge)
}

pub(super) fn column(place: usize) -> Result<u16, FormatError> {
    u16::try_from(place).map_err(|_| FormatError::TooLarge)
}
