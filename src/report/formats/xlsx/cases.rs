//! The sheet of the requests behind table 3: which of its cells each one fills.

use rust_xlsxwriter::{FormatBorder, Worksheet};

use super::super::FormatError;
use super::table::{A4, heading, text};
use crate::report::CountedCase;
use crate::words::report as words;

/// Widths in characters of the standard font; the last column is there only with names.
const WIDTHS: [u16; 8] = [20, 14, 12, 12, 40, 12, 12, 20];

/// Writes a line a request, under a heading that stays in sight.
pub(super) fn write(sheet: &mut Worksheet, cases: &[CountedCase]) -> Result<(), FormatError> {
    let named = cases.iter().any(|case| case.applicant.is_some());
    let columns = if named { WIDTHS.len() } else { WIDTHS.len() - 1 };
    sheet.set_name(words::CASES_SHEET)?;
    let (head, cell) =
        (heading(10.0).set_border(FormatBorder::Thin), text(10.0).set_border(FormatBorder::Thin));
    for ((at, label), width) in (0_u16..).zip(words::CASE_COLUMNS).zip(WIDTHS).take(columns) {
        sheet.write_string_with_format(0, at, label, &head)?;
        sheet.set_column_width(at, width)?;
    }
    for (row, case) in (1_u32..).zip(cases) {
        for (at, value) in (0_u16..).zip(values(case)).take(columns) {
            sheet.write_string_with_format(row, at, value, &cell)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

fn values(case: &CountedCase) -> [String; 8] {
    let day = |on: Option<jiff::civil::Date>| on.map(|on| on.to_string()).unwrap_or_default();
    let result = case.result.map(|row| words::result(&row.place(), row.short_label())).unwrap_or_default();
    [
        case.no.clone(),
        case.kind.label().to_owned(),
        case.received.to_string(),
        words::came(case.is_new).to_owned(),
        result,
        day(case.closed),
        words::yes(case.is_carried_out).to_owned(),
        case.applicant.clone().unwrap_or_default(),
    ]
}
