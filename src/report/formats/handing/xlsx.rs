//! A workbook with one sheet: a row a case, the heading on every page.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, FormatBorder, Workbook, Worksheet};

use super::super::FormatError;
use super::super::xlsx::{A4, heading, row, text};
use crate::report::{HANDING_COLUMNS, HandingList};
use crate::words::report::handing as words;

/// Widths in characters of the standard font.
const WIDTHS: [u16; HANDING_COLUMNS] = [15, 11, 14, 34, 11, 18, 11, 8, 14, 30];
/// The row of the headings.
const HEADINGS: u32 = 3;

/// The list as a workbook.
pub(super) fn render(list: &HandingList) -> Result<Vec<u8>, FormatError> {
    let title = list.title();
    let mut workbook = Workbook::new();
    // A fixed time: the same list gives the same bytes.
    let created = ExcelDateTime::from_ymd(2021, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(title.as_str()).set_creation_datetime(&created));
    write(workbook.add_worksheet(), &title, list)?;
    Ok(workbook.save_to_buffer()?)
}

fn write(sheet: &mut Worksheet, title: &str, list: &HandingList) -> Result<(), FormatError> {
    sheet.set_name(words::SHEET)?;
    let end = u16::try_from(HANDING_COLUMNS - 1).map_err(|_| FormatError::TooLarge)?;
    sheet.merge_range(0, 0, 0, end, title, &heading(15.0).set_bold())?;
    sheet.set_row_height(0, 34)?;
    for (at, line) in (1_u32..).zip(list.head()) {
        sheet.merge_range(at, 0, at, end, &line, &text(10.0))?;
    }
    let head = heading(10.0).set_border(FormatBorder::Thin).set_text_wrap();
    for ((at, label), width) in (0_u16..).zip(words::COLUMNS).zip(WIDTHS) {
        sheet.write_string_with_format(HEADINGS, at, label, &head)?;
        sheet.set_column_width(at, width)?;
    }
    let cell = text(10.0).set_border(FormatBorder::Thin);
    for (at, case) in (HEADINGS + 1..).zip(&list.cases) {
        for (column, value) in (0_u16..).zip(HandingList::cells(case)) {
            match case.left.filter(|_| column == 7) {
                Some(left) => sheet.write_number_with_format(at, column, left, &cell)?,
                None => sheet.write_string_with_format(at, column, value, &cell)?,
            };
        }
    }
    let below = HEADINGS + 2 + row(list.cases.len())?;
    if list.cases.is_empty() {
        sheet.merge_range(HEADINGS + 1, 0, HEADINGS + 1, end, words::NOTHING, &cell)?;
    }
    for (at, line) in (below..).zip(HandingList::signatures()) {
        sheet.merge_range(at, 0, at, end, &line, &text(11.0))?;
        sheet.set_row_height(at, 26)?;
    }
    sheet.set_freeze_panes(HEADINGS + 1, 1)?;
    sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}
