//! Plain text for the terminal: paragraphs and aligned columns in 80 of width, labels wrapped, never cut.

use std::borrow::Cow;

use textwrap::Options;
use textwrap::core::display_width;

use super::outline::{Block, outline};
use super::{Format, FormatError};
use crate::law::{ApplicantKind, OutcomeGroup, labels};
use crate::report::places::table3_cells;
use crate::report::{
    Cell, Column3, Dispute, DisputeColumn, Document, DocumentColumn, Part, Report, Row3, YearTables,
};
use crate::text::{clean_line, wrap};

/// The width that is aimed at; long figures may exceed it.
const WIDTH: usize = 80;
/// Labels never get less.
const LABEL: usize = 24;
/// The narrowest column of figures: three Chinese characters of a heading.
const FIGURE: usize = 6;

/// The first-line indent of a paragraph: two glyphs.
const INDENT: &str = "　　";

/// The whole report as lines.
pub(super) struct Text;

impl Format for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn is_binary(&self) -> bool {
        false
    }

    fn render(&self, report: &Report) -> Result<Vec<u8>, FormatError> {
        let mut page = Vec::new();
        for block in outline(report) {
            print(&mut page, &block, &report.tables);
        }
        let mut text = String::new();
        for line in page {
            text.push_str(line.trim_end());
            text.push('\n');
        }
        Ok(text.into_bytes())
    }
}

/// A blank line stands around the title of a part and before its table.
fn print(page: &mut Vec<String>, block: &Block, tables: &YearTables) {
    match block {
        Block::Title(title) => page.push(centred(title, WIDTH)),
        Block::Heading(_, title) => page.extend([String::new(), (*title).to_owned(), String::new()]),
        Block::Preface(text) | Block::Paragraph(text) => {
            if page.len() == 1 {
                page.push(String::new());
            }
            page.extend(wrap(&format!("{INDENT}{text}"), WIDTH));
        }
        Block::Table(part, _) => {
            if page.last().is_some_and(|line| !line.is_empty()) {
                page.push(String::new());
            }
            page.extend(match part {
                Part::Disclosure => table2(tables),
                Part::Disputes => table4(tables),
                _ => table3(tables),
            });
        }
        Block::Note(note) => page.extend(wrapped(note, 0, WIDTH)),
        Block::Signature(line) => {
            if page.last().is_some_and(|before| !before.starts_with(' ')) {
                page.push(String::new());
            }
            page.push(format!("{}{line}", " ".repeat(WIDTH.saturating_sub(display_width(line)))));
        }
    }
}

/// The figure as it is shown: a broken one comes out of a file and must not move the cursor.
fn shown(cell: &Cell) -> String {
    clean_line(&cell.text())
}

fn table2(tables: &YearTables) -> Vec<String> {
    let table = &tables.table2;
    let [block1, block5, block6, block8] = labels::TABLE2_BLOCKS;
    let [licences, penalties, compulsions] = table.decisions();
    let columns = Columns { label: 30, figure: 14, gap: 2 };
    let wide = Columns { label: 30, figure: 46, gap: 2 };
    let mut lines = vec![block1.to_owned()];
    lines.extend(columns.headings(labels::CONTENT, &labels::DOCUMENT_COLUMNS));
    for document in Document::ALL {
        let figures = DocumentColumn::ALL.map(|column| shown(&table.document(document, column).cell));
        lines.extend(columns.line(2, document.label(), &figures));
    }
    for (title, heading, rows) in [
        (block5, labels::DECISIONS, vec![licences]),
        (block6, labels::DECISIONS, vec![penalties, compulsions]),
        (block8, labels::CHARGES, vec![(labels::FEES, &table.charges)]),
    ] {
        lines.push(title.to_owned());
        lines.extend(wide.headings(labels::CONTENT, &[heading]));
        for (label, stated) in rows {
            lines.extend(wide.line(2, label, &[shown(&stated.cell)]));
        }
    }
    lines
}

fn table3(tables: &YearTables) -> Vec<String> {
    let cells = table3_cells(tables).map(|placed| shown(&placed.stated.cell));
    let figure = cells.map(|text| display_width(&text)).fold(FIGURE, usize::max);
    let columns = Columns { label: WIDTH.saturating_sub(7 * (figure + 1)).max(LABEL), figure, gap: 1 };
    let line = |indent: usize, row: Row3| {
        let figures: Vec<String> =
            Column3::all().map(|column| shown(&tables.table3.at(row, column).cell)).collect();
        columns.line(indent, row.label(), &figures)
    };
    let mut lines = table3_head(&columns);
    lines.extend(line(0, Row3::New));
    lines.extend(line(0, Row3::CarriedIn));
    lines.push(labels::RESULTS.to_owned());
    for group in OutcomeGroup::ALL {
        let alone = matches!(group, OutcomeGroup::Open | OutcomeGroup::Partial);
        if !alone {
            lines.push(format!("  {}", group.label()));
        }
        for row in group.rows() {
            lines.extend(line(if alone { 2 } else { 4 }, Row3::Result(row)));
        }
    }
    lines.extend(line(2, Row3::Total));
    lines.extend(line(0, Row3::CarriedOut));
    lines
}

/// The heading of table 3: the note of the upper left cell, then three levels of column headings.
fn table3_head(columns: &Columns) -> Vec<String> {
    let step = columns.figure + columns.gap;
    let label = " ".repeat(columns.label);
    let mut lines = wrapped(labels::TABLE3_NOTE, 0, WIDTH);
    lines.push(format!("{label}{}", braced(labels::APPLICANTS, columns.gap, 7 * step)));
    let organisations = braced(labels::ORGANISATIONS, columns.gap, 5 * step);
    lines.push(format!("{label}{}{organisations}", " ".repeat(step)));
    let kinds = ApplicantKind::ALL.map(ApplicantKind::label);
    let [natural, commercial, research, welfare, legal, other] = kinds;
    let headings = [natural, commercial, research, welfare, legal, other, labels::SUM];
    lines.extend(columns.headings("", &headings));
    lines
}

fn table4(tables: &YearTables) -> Vec<String> {
    let columns = Columns { label: 25, figure: 9, gap: 2 };
    let [reviews, suits] = labels::TABLE4_HALVES;
    let mut lines = columns.headings("", &labels::DISPUTE_COLUMNS);
    for dispute in Dispute::ALL {
        let figures = DisputeColumn::ALL.map(|column| shown(&tables.table4.at(dispute, column).cell));
        let (indent, label) = if dispute == Dispute::Review { (0, reviews) } else { (2, dispute.label()) };
        if dispute == Dispute::DirectSuit {
            lines.push(suits.to_owned());
        }
        lines.extend(columns.line(indent, label, &figures));
    }
    lines
}

/// A column of labels and equal columns of figures to its right.
struct Columns {
    label: usize,
    figure: usize,
    gap: usize,
}

impl Columns {
    /// A label and its figures, which stand beside the label's last line. The label may use what the first
    /// figure leaves free of its column.
    fn line(&self, indent: usize, label: &str, figures: &[String]) -> Vec<String> {
        let first = figures.first().map_or(0, |figure| display_width(figure));
        let free = (self.gap + self.figure).saturating_sub(first + 1);
        let mut lines = wrapped(label, indent, self.label + free);
        if let Some(last) = lines.last_mut() {
            let mut end = self.label;
            for figure in figures {
                end += self.gap + self.figure;
                let blank = end.saturating_sub(display_width(last) + display_width(figure));
                last.push_str(&" ".repeat(blank.max(1)));
                last.push_str(figure);
            }
        }
        lines
    }

    /// The headings over the figures, wrapped within their columns, their last lines side by side.
    fn headings(&self, label: &str, headings: &[&str]) -> Vec<String> {
        let parts: Vec<Vec<String>> = headings.iter().map(|heading| balanced(heading, self.figure)).collect();
        let height = parts.iter().map(Vec::len).max().unwrap_or_default();
        let line = |place: usize| {
            let left = if place + 1 == height { format!("  {label}") } else { String::new() };
            let mut line = format!("{left}{}", " ".repeat(self.label.saturating_sub(display_width(&left))));
            for part in &parts {
                let skipped = height - part.len();
                let text = place.checked_sub(skipped).and_then(|place| part.get(place));
                line.push_str(&self.right(text.map_or("", String::as_str)));
            }
            line
        };
        (0..height).map(line).collect()
    }

    fn right(&self, text: &str) -> String {
        format!("{}{text}", " ".repeat((self.figure + self.gap).saturating_sub(display_width(text))))
    }
}

/// The text in lines of at most `width`, later ones hanging by two, none of it lost.
fn wrapped(text: &str, indent: usize, width: usize) -> Vec<String> {
    let (first, later) = (" ".repeat(indent), " ".repeat(indent + 2));
    let options = Options::new(width).initial_indent(&first).subsequent_indent(&later).break_words(true);
    textwrap::wrap(text, options).into_iter().map(Cow::into_owned).collect()
}

/// The text in as few lines as fit `width`, of about equal length.
fn balanced(text: &str, width: usize) -> Vec<String> {
    let lines = display_width(text).div_ceil(width.max(1)).max(1);
    let chars: Vec<char> = text.chars().collect();
    let size = chars.len().div_ceil(lines).max(1);
    chars.chunks(size).map(|chunk| chunk.iter().collect()).collect()
}

/// The text over columns it belongs to, with dashes to both sides.
fn braced(text: &str, gap: usize, width: usize) -> String {
    let free = width.saturating_sub(gap + display_width(text) + 2);
    let left = free / 2;
    format!("{}{} {text} {}", " ".repeat(gap), "-".repeat(left), "-".repeat(free - left))
}

fn centred(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(display_width(text)) / 2))
}

#[cfg(test)]
mod tests;
