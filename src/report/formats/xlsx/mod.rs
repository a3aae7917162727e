//! A workbook: the words on a sheet of their own, one sheet a table, merged as published; where they are
//! wanted, the requests behind table 3.

mod cases;
mod prose;
mod table;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use super::outline::{Block, outline};
use super::{Format, FormatError};
use crate::report::{Grid, Part, Report};
use crate::words::report as words;
pub(super) use table::{A4, heading, row, text};
use table::{Sheet, WIDTHS2, WIDTHS3, WIDTHS4};

/// A sheet with the words where there are any; one for each table of the year, or for that of a period.
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
        let title = report.title();
        let mut workbook = Workbook::new();
        // A fixed time: the same tables give the same bytes.
        let created = ExcelDateTime::from_ymd(2021, 1, 1)?;
        let properties = DocProperties::new().set_title(title.as_str()).set_creation_datetime(&created);
        workbook.set_properties(&properties);
        let blocks = outline(report);
        if report.is_annual() && report.prose.is_some() {
            prose::write(workbook.add_worksheet(), &blocks)?;
        }
        for printed in tables(&blocks) {
            let (name, widths): (_, &[u16]) = match printed.part {
                Part::Disclosure => (sheet_name(printed.part), &WIDTHS2),
                Part::Disputes => (sheet_name(printed.part), &WIDTHS4),
                _ if !report.is_annual() => (words::PERIOD_SHEET, &WIDTHS3),
                _ => (sheet_name(printed.part), &WIDTHS3),
            };
            let sheet = Sheet { title: &title, section: printed.heading, name, widths };
            sheet.write(workbook.add_worksheet(), printed.grid, &printed.notes)?;
        }
        if !report.cases.is_empty() {
            cases::write(workbook.add_worksheet(), &report.cases)?;
        }
        Ok(workbook.save_to_buffer()?)
    }
}

/// The sheet of a part's table.
fn sheet_name(part: Part) -> &'static str {
    let [disclosed, requests, disputes] = words::SHEETS;
    match part {
        Part::Disclosure => disclosed,
        Part::Disputes => disputes,
        _ => requests,
    }
}

/// A table with what stands over and under it.
struct Printed<'a> {
    part: Part,
    heading: &'static str,
    grid: &'a Grid,
    notes: Vec<String>,
}

fn tables(blocks: &[Block]) -> Vec<Printed<'_>> {
    let mut printed: Vec<Printed<'_>> = Vec::new();
    let mut over = None;
    for block in blocks {
        match block {
            Block::Heading(part, title) => over = Some((*part, *title)),
            Block::Table(part, grid) => {
                let heading = over.map_or(part.title(), |(_, title)| title);
                printed.push(Printed { part: *part, heading, grid, notes: Vec::new() });
            }
            Block::Note(note) => {
                let last = printed.last_mut();
                if let Some(table) = last.filter(|table| over.is_some_and(|(part, _)| part == table.part)) {
                    table.notes.push(note.clone());
                }
            }
            Block::Title(_) | Block::Preface(_) | Block::Paragraph(_) | Block::Signature(_) => {}
        }
    }
    printed
}

#[cfg(test)]
mod tests;
