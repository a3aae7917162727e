//! Separated text with commas, as this program and spreadsheets write it.

use ::csv::{ReaderBuilder, StringRecord};

use super::blocks::{Block, Slot, Texts};
use super::builder::MAX_SLOTS;
use super::decode::Decoded;
use super::{ReadError, sections, title};

/// A line with so many commas is a row.
const COMMAS: usize = 3;
/// Text with so many rows is separated by commas; table 3 alone has more.
const ROWS: usize = 20;

/// Whether the rows of a text are separated by commas.
pub(super) fn is_separated(text: &str) -> bool {
    let rows = text.lines().filter(|line| line.matches(',').count() >= COMMAS).count();
    rows >= ROWS && !text.lines().any(|line| line.contains('\t') || line.starts_with('|'))
}

/// The text as blocks.
pub(super) fn blocks(decoded: &Decoded) -> Result<Vec<Block>, ReadError> {
    if decoded.text.matches(',').count() > MAX_SLOTS {
        return Err(ReadError::TooManyCells { limit: MAX_SLOTS });
    }
    let mut builder = ReaderBuilder::new();
    let mut reader = builder.has_headers(false).flexible(true).from_reader(decoded.text.as_bytes());
    let mut blocks: Vec<Block> = Vec::new();
    // The text is valid UTF-8, and rows may differ in length: no line fails.
    for record in reader.records().map_while(Result::ok) {
        if record.len() <= COMMAS || is_title(&record) {
            let text = paragraph(&record);
            blocks.extend((!text.is_empty()).then_some(Block::Paragraph(text)));
            continue;
        }
        let row = record.iter().map(|field| Slot::own(bare(field))).collect();
        match blocks.last_mut() {
            Some(Block::Table(texts)) => texts.rows.push(row),
            _ => blocks.push(Block::Table(Texts { rows: vec![row], ragged: true })),
        }
    }
    Ok(blocks)
}

/// A title that a spreadsheet filled up to the width of the tables.
fn is_title(record: &StringRecord) -> bool {
    let mut fields = record.iter();
    let first = fields.next().unwrap_or_default();
    fields.all(str::is_empty)
        && (first.is_empty() || sections::title(first).is_some() || title::likeness(first) > 0)
}

/// A line that is no row, its commas put back; what a spreadsheet fills up with is dropped.
fn paragraph(record: &StringRecord) -> String {
    let fields: Vec<&str> = record.iter().map(bare).collect();
    fields.join(",").trim_end_matches(',').trim().to_owned()
}

/// Without the apostrophe that keeps a spreadsheet from reading a formula.
fn bare(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '@', '+', '-', '\t']) => rest,
        _ => field,
    }
}

#[cfg(test)]
mod tests {
    use super::super::from_bytes;
    use crate::report::formats::by_name;
    use crate::report::{Period, Report, YearTables, samples};

    #[test]
    fn our_own_csv_is_read_back_and_so_is_one_that_a_spreadsheet_filled_up() {
        let report =
            Report { tables: samples::named(), period: Period::Year(2025), prose: None, cases: Vec::new() };
        let bytes = by_name("csv").unwrap().render(&report).unwrap();
        let read = from_bytes(Some("年报.csv"), &bytes).unwrap();
        let tables = YearTables { note: None, ..samples::named() };
        assert_eq!((&read.tables, read.doubts.as_slice()), (&tables, &[][..]));
        let text = String::from_utf8(bytes).unwrap();
        let fill = |line: &str| ",".repeat(14_usize.saturating_sub(line.matches(',').count()));
        let filled = text.lines().map(|line| line.to_owned() + &fill(line)).collect::<Vec<_>>().join("\r\n");
        let (gbk, ..) = encoding_rs::GBK.encode(filled.trim_start_matches('\u{feff}'));
        let again = from_bytes(None, &gbk).unwrap();
        assert_eq!(again.tables, tables);
    }
}
