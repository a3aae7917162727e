//! CSV: the published layout slot by slot, UTF-8 with a byte order mark so that spreadsheets read Chinese.
//!
//! The tables and the notes under them only: a paragraph is no row, and a program that reads the columns
//! must not have to step over sentences. The words of a report leave in every other form.

use csv::{Terminator, WriterBuilder};

use super::outline::{Block, outline};
use super::{Format, FormatError};
use crate::report::{Cell, Content, Grid, GridCell, Part, Report};

/// The title, then each table under the title of its section, an empty line between them.
pub(super) struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn extension(&self) -> &'static str {
        "csv"
    }

    fn is_binary(&self) -> bool {
        false
    }

    fn render(&self, report: &Report) -> Result<Vec<u8>, FormatError> {
        let mut bytes = b"\xEF\xBB\xBF".to_vec();
        let mut tabled = false;
        for block in outline(report) {
            match block {
                Block::Title(title) => write(&mut bytes, &[vec![harmless(&title)]])?,
                Block::Heading(part, title) => {
                    tabled = has_table(part);
                    if tabled {
                        bytes.extend_from_slice(b"\r\n");
                        write(&mut bytes, &[vec![title.to_owned()]])?;
                    }
                }
                Block::Table(_, grid) => write(&mut bytes, &lines(&grid)?)?,
                Block::Note(note) if tabled => write(&mut bytes, &[vec![harmless(&note)]])?,
                Block::Note(_) | Block::Preface(_) | Block::Paragraph(_) | Block::Signature(_) => {}
            }
        }
        Ok(bytes)
    }
}

/// Whether a part has a table.
fn has_table(part: Part) -> bool {
    matches!(part, Part::Disclosure | Part::Requests | Part::Disputes)
}

fn write(bytes: &mut Vec<u8>, lines: &[Vec<String>]) -> Result<(), FormatError> {
    let mut builder = WriterBuilder::new();
    let mut writer = builder.flexible(true).terminator(Terminator::CRLF).from_writer(bytes);
    for line in lines {
        writer.write_record(line)?;
    }
    writer.flush().map_err(csv::Error::from)?;
    Ok(())
}

/// The slots of a table, row by row.
fn lines(grid: &Grid) -> Result<Vec<Vec<String>>, FormatError> {
    let mut lines = Vec::new();
    for (row, owners) in grid.owners()?.iter().enumerate() {
        let slot = |(col, owner): (usize, &usize)| {
            grid.cells.get(*owner).map_or_else(String::new, |cell| slot_text(grid, cell, row, col))
        };
        lines.push(owners.iter().enumerate().map(slot).collect());
    }
    Ok(lines)
}

/// A merged cell's text stands in its upper left slot; beside the figures it is repeated down the rows, so
/// that each row can be read (and filtered) alone.
fn slot_text(grid: &Grid, cell: &GridCell, row: usize, col: usize) -> String {
    let repeats = cell.row >= grid.head_rows && cell.col < grid.label_columns;
    if col != cell.col || (row != cell.row && !repeats) {
        return String::new();
    }
    match &cell.content {
        Content::Figure(Cell::Text(text)) | Content::Text(text) => harmless(text),
        Content::Label(_) | Content::Figure(_) => cell.text(),
    }
}

/// Foreign text that a spreadsheet would take for a formula gets an apostrophe before it.
fn harmless(text: &str) -> String {
    let formula = text.starts_with(['=', '@', '+', '\t']) || (text.starts_with('-') && text.len() > 1);
    let number = text.trim_start_matches(['-', '+']).bytes().all(|byte| byte.is_ascii_digit());
    if formula && !number { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::report::{Column3, Period, Row3, samples};

    fn read(bytes: &[u8]) -> Vec<Vec<String>> {
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
        let fields = |line: csv::StringRecord| line.iter().map(str::to_owned).collect();
        reader.records().map(|line| fields(line.unwrap())).collect()
    }

    #[test]
    fn all_three_tables_are_read_back_with_their_labels_and_zeros() {
        let report =
            Report { tables: samples::named(), period: Period::Year(2025), prose: None, cases: Vec::new() };
        let lines = read(&Csv.render(&report).unwrap());
        assert_eq!(lines[0], ["测试市人民政府2025年政府信息公开工作年度报告"]);
        let table3: Vec<&Vec<String>> = lines.iter().filter(|line| line.len() == 10).skip(3).collect();
        assert_eq!(table3.len(), 25);
        for (line, row) in table3.iter().zip(Row3::all()) {
            assert!(line[..3].contains(&row.label().to_owned()), "{}", row.label());
            let figures: Vec<u64> = line[3..].iter().map(|field| field.parse().unwrap()).collect();
            let stated: Vec<u64> =
                Column3::all().map(|column| report.tables.table3.count(row, column).unwrap()).collect();
            assert_eq!(figures, stated);
        }
        assert_eq!(table3[4][..3], ["三、本年度办理结果", "（三）不予公开", "1.属于国家秘密"]);
        assert!(lines.contains(&["规章", "3", "5", "74"].map(str::to_owned).to_vec()));
        assert!(lines.contains(&["行政事业性收费", "316441", "", ""].map(str::to_owned).to_vec()));
        let table4 = lines.iter().rfind(|line| line.len() == 15).unwrap().join(" ");
        assert_eq!(table4, "376 97 196 121 790 16 1 12 27 56 74 1 30 51 156");
    }

    #[test]
    fn a_period_has_table_3_alone() {
        let period = Period::Between(date(2025, 1, 1), date(2025, 6, 30));
        let lines = read(
            &Csv.render(&Report { tables: samples::named(), period, prose: None, cases: Vec::new() })
                .unwrap(),
        );
        assert!(lines.iter().all(|line| line.len() == 1 || line.len() == 10));
        assert!(lines[0][0].ends_with("2025年1月1日至2025年6月30日政府信息公开申请办理情况"));
    }

    #[test]
    fn foreign_text_is_never_a_formula() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("-cmd"), "'-cmd");
        assert_eq!([harmless("-"), harmless("-3"), harmless("/")], ["-", "-3", "/"]);
    }
}
