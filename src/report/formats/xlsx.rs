//! A workbook: one sheet a table, merged as published, figures as numbers, each sheet one A4 page.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format as Style, FormatAlign, FormatBorder, Workbook, Worksheet,
};
use textwrap::core::display_width;

use super::{Format, FormatError};
use crate::law::labels;
use crate::report::places::{note_lines, table2_cells, table3_cells, table4_cells};
use crate::report::{Align, Cell, Content, Grid, GridCell, Report, table2_grid, table3_grid, table4_grid};
use crate::words::report as words;

/// Rows above the grid: the title and the section's title.
const TOP: u32 = 2;
/// Excel's number for A4.
const A4: u8 = 9;
/// Widths of table 2 in characters of the standard font; a Chinese one at 10 points takes about two.
const WIDTHS2: [u16; 4] = [30, 20, 20, 20];
/// Widths of table 3.
const WIDTHS3: [u16; 10] = [8, 13, 36, 8, 7, 7, 7, 7, 7, 8];
/// Widths of table 4: 结果维持 in two lines.
const WIDTHS4: [u16; 15] = [7; 15];

/// One sheet for each table of the year; one sheet for a period.
pub(super) struct Xlsx;

impl Format for Xlsx {
    fn name(&self) -> &'static str {
        "xlsx"
    }

    fn extension(&self) -> &'static str {
        "xlsx"
    }

    fn is_binary(&self) -> bool {
        true
    }

    fn render(&self, report: &Report) -> Result<Vec<u8>, FormatError> {
        let tables = &report.tables;
        let title = report.title();
        let mut workbook = Workbook::new();
        // A fixed time: the same tables give the same bytes.
        let created = ExcelDateTime::from_ymd(2021, 1, 1)?;
        let properties = DocProperties::new().set_title(title.as_str()).set_creation_datetime(&created);
        workbook.set_properties(&properties);
        let [_, disclosed, requests, disputes, ..] = labels::SECTIONS;
        let [name2, name3, name4] = words::SHEETS;
        let notes3 = note_lines(table3_cells(tables));
        let grid3 = table3_grid(tables);
        if report.is_annual() {
            let notes2 = note_lines(table2_cells(tables));
            let notes4 = note_lines(table4_cells(tables));
            let (grid2, grid4) = (table2_grid(tables), table4_grid(tables));
            Sheet { title: &title, section: disclosed, name: name2, widths: &WIDTHS2 }.write(
                workbook.add_worksheet(),
                &grid2,
                &notes2,
            )?;
            Sheet { title: &title, section: requests, name: name3, widths: &WIDTHS3 }.write(
                workbook.add_worksheet(),
                &grid3,
                &notes3,
            )?;
            Sheet { title: &title, section: disputes, name: name4, widths: &WIDTHS4 }.write(
                workbook.add_worksheet(),
                &grid4,
                &notes4,
            )?;
        } else {
            Sheet { title: &title, section: words::PERIOD_NOTE, name: words::PERIOD_SHEET, widths: &WIDTHS3 }
                .write(workbook.add_worksheet(), &grid3, &notes3)?;
        }
        Ok(workbook.save_to_buffer()?)
    }
}

/// What a sheet needs besides its grid.
struct Sheet<'a> {
    title: &'a str,
    section: &'a str,
    name: &'a str,
    widths: &'a [u16],
}

impl Sheet<'_> {
    fn write(&self, sheet: &mut Worksheet, grid: &Grid, notes: &[String]) -> Result<(), FormatError> {
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
        for note in notes {
            sheet.write_string(below, 0, note)?;
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
        Content::Figure(Cell::Blank | Cell::Text(_)) | Content::Label(_) => return None,
    };
    text.parse::<f64>().ok().filter(|float| float.to_string() == text && text.len() <= 15)
}

fn heading(points: f64) -> Style {
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
        Content::Figure(Cell::Blank | Cell::Text(_)) | Content::Label(_) => style,
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

fn row(place: usize) -> Result<u32, FormatError> {
    u32::try_from(place).map_err(|_| FormatError::TooLarge)
}

fn column(place: usize) -> Result<u16, FormatError> {
    u16::try_from(place).map_err(|_| FormatError::TooLarge)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Range, Reader, Xlsx as Book, open_workbook_from_rs};
    use jiff::civil::date;

    use super::*;
    use crate::report::{Period, Stated, WanYuan, YearTables, samples};

    fn book(tables: YearTables, period: Period) -> Book<Cursor<Vec<u8>>> {
        let bytes = Xlsx.render(&Report { tables, period, prose: None }).unwrap();
        open_workbook_from_rs(Cursor::new(bytes)).unwrap()
    }

    fn assert_sheet_equals(range: &Range<Data>, grid: &Grid) {
        for cell in &grid.cells {
            let slot = range.get_value((TOP + row(cell.row).unwrap(), u32::from(column(cell.col).unwrap())));
            match (&cell.content, slot.unwrap()) {
                (Content::Label(label), Data::String(text)) => assert_eq!(label, text),
                (Content::Figure(figure), Data::Float(number)) => {
                    assert_eq!(figure.text(), number.to_string());
                }
                (content, slot) => panic!("{content:?} was written as {slot:?}"),
            }
        }
    }

    #[test]
    fn every_label_and_every_number_is_read_back_from_its_cell() {
        let tables = samples::named();
        let mut book = book(tables.clone(), Period::Year(2025));
        assert_eq!(book.sheet_names(), words::SHEETS);
        let grids = [table2_grid(&tables), table3_grid(&tables), table4_grid(&tables)];
        for (name, grid) in words::SHEETS.into_iter().zip(grids) {
            let range = book.worksheet_range(name).unwrap();
            assert_eq!(
                range.get_value((0, 0)),
                Some(&Data::String("测试市人民政府2025年政府信息公开工作年度报告".to_owned()))
            );
            assert_sheet_equals(&range, &grid);
        }
    }

    #[test]
    fn the_merged_cells_are_those_of_the_grid_and_the_two_titles() {
        let tables = samples::named();
        let mut book = book(tables.clone(), Period::Year(2025));
        let grids = [table2_grid(&tables), table3_grid(&tables), table4_grid(&tables)];
        for (name, grid) in words::SHEETS.into_iter().zip(grids) {
            let mut found: Vec<((u32, u32), (u32, u32))> = book
                .merge_cells_by_sheet_name(name)
                .unwrap()
                .iter()
                .map(|area| (area.start, area.end))
                .collect();
            let last = u32::from(column(grid.columns).unwrap()) - 1;
            let mut expected = vec![((0, 0), (0, last)), ((1, 0), (1, last))];
            for cell in grid.cells.iter().filter(|cell| cell.merged()) {
                let (top, left) = (TOP + row(cell.row).unwrap(), u32::from(column(cell.col).unwrap()));
                let (down, right) = (row(cell.rowspan).unwrap(), u32::from(column(cell.colspan).unwrap()));
                expected.push(((top, left), (top + down - 1, left + right - 1)));
            }
            found.sort_unstable();
            expected.sort_unstable();
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn decimals_are_numbers_and_foreign_text_is_text() {
        let mut tables = samples::named();
        tables.table2.charges = Stated::amount(WanYuan::from_fen(38_000));
        tables.table2.documents[0][0] = Cell::Text("=1+1".to_owned()).into();
        tables.table2.penalties = Stated::number(u64::MAX);
        let range = book(tables, Period::Year(2025)).worksheet_range(words::SHEETS[0]).unwrap();
        assert_eq!(range.get_value((15, 1)), Some(&Data::Float(0.038)));
        assert_eq!(range.get_value((4, 1)), Some(&Data::String("=1+1".to_owned())));
        assert_eq!(range.get_value((11, 1)), Some(&Data::String(u64::MAX.to_string())));
    }

    #[test]
    fn a_period_has_one_sheet() {
        let book = book(samples::named(), Period::Between(date(2026, 1, 1), date(2026, 3, 31)));
        assert_eq!(book.sheet_names(), [words::PERIOD_SHEET]);
    }
}
