//! Text with separators: .csv in UTF-8 or GB18030, and the UTF-16 text that spreadsheet programs save.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, GB18030, UTF_8};

use super::Problem;
use super::cell::Cell;
use super::collect::{Collector, RawRow, Wanted};
use super::date::Epoch;

/// Columns beyond this one are not looked at.
const MAX_COLUMNS: usize = 200;

/// Reads `bytes` into `collector`.
///
/// # Errors
///
/// [`Problem::Encoding`] where they are neither UTF-8 nor GB18030.
pub(super) fn read(bytes: &[u8], collector: &mut Collector<'_>) -> Result<(), Problem> {
    let text = decoded(bytes)?;
    collector.begin_sheet("", Epoch::Y1900);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut inner_line_ends = 0;
    while reader.read_record(&mut record).map_err(|_| Problem::Encoding)? {
        let line = record.position().map_or(0, |start| line_of(&text, start));
        // A spreadsheet program counts rows, the file lines: cells of several lines make the difference.
        let row = u32::try_from(line.saturating_sub(inner_line_ends)).unwrap_or(u32::MAX);
        inner_line_ends += line_ends(&record);
        let cells: Vec<Cell<'_>> =
            record.iter().take(MAX_COLUMNS).map(|field| Cell::Text(Cow::Borrowed(field))).collect();
        if collector.row(&RawRow { row, cells: &cells, banner: false }) == Wanted::NextSheet {
            break;
        }
    }
    collector.end_sheet();
    Ok(())
}

/// The text in Unicode: by its byte order mark, else UTF-8 if it is that, else GB18030, which the
/// spreadsheet programs of Chinese systems write.
pub(super) fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Problem> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        return strictly(encoding, body).ok_or(Problem::Encoding);
    }
    let text = strictly(UTF_8, bytes).or_else(|| strictly(GB18030, bytes)).ok_or(Problem::Encoding)?;
    // Almost any bytes are GB18030; those of a text hold next to no control characters.
    let strange = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).take(17).count();
    if strange > 16 { Err(Problem::NotText) } else { Ok(text) }
}

fn strictly<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Option<Cow<'b, str>> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes)
}

/// The separator that occurs most near the beginning.
fn separator(text: &str) -> u8 {
    let (mut commas, mut tabs, mut semicolons) = (0, 0, 0);
    for c in text.chars().take(4096) {
        match c {
            ',' => commas += 1,
            '\t' => tabs += 1,
            ';' => semicolons += 1,
            _ => {}
        }
    }
    if tabs > commas && tabs >= semicolons {
        b'\t'
    } else if semicolons > commas {
        b';'
    } else {
        b','
    }
}

/// The line on which a record stands. The reader's position is before the empty lines that it skips, and
/// between `\r` and `\n`.
fn line_of(text: &str, start: &csv::Position) -> u64 {
    let byte = usize::try_from(start.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(byte..).unwrap_or_default();
    let skipped = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n');
    start.line() + u64::try_from(skipped.count()).unwrap_or(0)
}

fn line_ends(record: &StringRecord) -> u64 {
    let ends = memchr::memchr_iter(b'\n', record.as_slice().as_bytes()).count();
    u64::try_from(ends).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_decoded_by_mark_or_by_trial() {
        let gb = [0xB1, 0xE0, 0xBA, 0xC5];
        assert_eq!(decoded(&gb).unwrap(), "编号");
        assert_eq!(decoded("编号".as_bytes()).unwrap(), "编号");
        assert_eq!(decoded("\u{FEFF}编号".as_bytes()).unwrap(), "编号");
        assert_eq!(decoded(b"\xFF\xFE\x16\x7F\xF7\x53").unwrap(), "编号");
        assert_eq!(decoded(b"\xEF\xBB\xBF\xB1\xE0"), Err(Problem::Encoding));
        assert_eq!(decoded(&[0xFF; 9]), Err(Problem::Encoding));
        assert_eq!(decoded(&[1; 100]), Err(Problem::NotText));
    }

    #[test]
    fn the_separator_is_the_most_frequent() {
        assert_eq!(separator("编号,申请人\t,"), b',');
        assert_eq!(separator("编号\t申请人\t内容,"), b'\t');
        assert_eq!(separator("编号;申请人;内容"), b';');
        assert_eq!(separator(""), b',');
    }
}
