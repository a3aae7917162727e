//! The sheet with the words: one column, one row a paragraph, and where each table is found.

use rust_xlsxwriter::{Format as Style, FormatAlign, Worksheet};

use super::super::FormatError;
use super::super::outline::Block;
use super::sheet_name;
use super::table::{A4, heading, height, pieces, text};
use crate::words::report as words;

/// The width of the only column, in characters of the standard font.
const WIDTH: u16 = 78;

/// Writes everything but the tables and what belongs under them.
pub(super) fn write(sheet: &mut Worksheet, blocks: &[Block]) -> Result<(), FormatError> {
    sheet.set_name(words::TEXT_SHEET)?;
    sheet.set_column_width(0, WIDTH)?;
    let mut at = 0;
    let mut tabled = false;
    for block in blocks {
        let (words, style) = match block {
            Block::Title(title) => (title.clone(), heading(15.0).set_bold().set_text_wrap()),
            Block::Heading(_, title) => {
                tabled = false;
                ((*title).to_owned(), heading(12.0).set_bold().set_align(FormatAlign::Left))
            }
            Block::Preface(words) | Block::Paragraph(words) => (format!("　　{words}"), text(11.0)),
            Block::Table(part, _) => {
                tabled = true;
                (words::see_sheet(sheet_name(*part)), text(11.0))
            }
            Block::Note(_) if tabled => continue,
            Block::Note(note) => (note.clone(), text(10.0)),
            Block::Signature(line) => (line.clone(), text(11.0).set_align(FormatAlign::Right)),
        };
        at = put(sheet, at, &words, &style)?;
    }
    sheet.set_paper_size(A4).set_portrait().set_print_fit_to_pages(1, 0);
    sheet.set_print_center_horizontally(true).set_margins(0.6, 0.6, 0.7, 0.7, 0.3, 0.3);
    Ok(())
}

/// Writes a text from row `at` on and gives the row after it.
fn put(sheet: &mut Worksheet, at: u32, words: &str, style: &Style) -> Result<u32, FormatError> {
    let mut row = at;
    for piece in pieces(words, usize::from(WIDTH)) {
        sheet.write_string_with_format(row, 0, &piece, style)?;
        // The font is a little larger than the one the width is counted in, and headings want air.
        sheet.set_row_height(row, height(&piece, usize::from(WIDTH - 6))? + 3)?;
        row += 1;
    }
    Ok(row)
}
