//! The order in which everything of a report is printed, written once for all formats.
//!
//! An annual report: title, preface, then each of the six parts (its title, its paragraphs, its table, the
//! notes), at the end the signature. Without words: the three tables under the titles of their parts. Of a
//! period: table 3 alone, under a line that says it is no annual report.

use crate::report::places::{note_lines, table2_cells, table3_cells, table4_cells};
use crate::report::{Grid, Part, Prose, Report, YearTables, table2_grid, table3_grid, table4_grid};
use crate::text::clean_text;
use crate::words::report as words;

/// One piece of the printed report. No text holds control characters or line ends: each line that an
/// author wrote is a piece of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// The title of the whole.
    Title(String),
    /// A paragraph between the title and part one.
    Preface(String),
    /// The title of a part; of a period what stands over table 3. Whatever follows belongs to it.
    Heading(Part, &'static str),
    /// A paragraph of the part.
    Paragraph(String),
    /// The table of the part.
    Table(Part, Grid),
    /// A note of the part: under its table, or at its end.
    Note(String),
    /// A line at the end: the organ, the day.
    Signature(String),
}

/// Everything that is printed, in order.
pub(super) fn outline(report: &Report) -> Vec<Block> {
    let tables = &report.tables;
    let mut blocks = vec![Block::Title(lines(&report.title()).collect())];
    match (&report.prose, report.is_annual()) {
        (_, false) => {
            blocks.push(Block::Heading(Part::Requests, words::PERIOD_NOTE));
            blocks.extend(table(Part::Requests, tables));
        }
        (None, true) => {
            for part in [Part::Disclosure, Part::Requests, Part::Disputes] {
                blocks.push(Block::Heading(part, part.title()));
                blocks.extend(table(part, tables));
            }
        }
        (Some(prose), true) => annual(&mut blocks, prose, tables),
    }
    blocks
}

fn annual(blocks: &mut Vec<Block>, prose: &Prose, tables: &YearTables) {
    blocks.extend(prose.preface.iter().flat_map(|text| lines(text)).map(Block::Preface));
    for part in Part::ALL {
        let section = prose.section(part);
        blocks.push(Block::Heading(part, part.title()));
        blocks.extend(section.paragraphs.iter().flat_map(|text| lines(text)).map(Block::Paragraph));
        blocks.extend(table(part, tables));
        blocks.extend(section.notes.iter().flat_map(|text| lines(text)).map(Block::Note));
    }
    blocks.extend(prose.signature.iter().flat_map(|text| lines(text)).map(Block::Signature));
}

/// The table of a part and the notes beside its cells; nothing for the parts that have no table.
fn table(part: Part, tables: &YearTables) -> Vec<Block> {
    let (grid, notes) = match part {
        Part::Disclosure => (table2_grid(tables), note_lines(table2_cells(tables))),
        Part::Requests => (table3_grid(tables), note_lines(table3_cells(tables))),
        Part::Disputes => (table4_grid(tables), note_lines(table4_cells(tables))),
        Part::Overview | Part::Problems | Part::Others => return Vec::new(),
    };
    let notes = notes.iter().flat_map(|note| lines(note)).map(Block::Note);
    std::iter::once(Block::Table(part, grid)).chain(notes).collect()
}

/// The lines of a text that hold anything, without the blanks at their ends: a first-line indent typed
/// with spaces would double ours.
fn lines(text: &str) -> impl Iterator<Item = String> + use<> {
    let text = clean_text(text);
    let lines: Vec<String> = text.lines().map(|line| line.trim().to_owned()).collect();
    lines.into_iter().filter(|line| !line.is_empty())
}

/// The label that a paragraph begins with, and the rest: `（一）主动公开：` up to its colon or full stop, all
/// of it if it has neither. None where the paragraph does not begin with a number in brackets.
pub(super) fn run_in_label(paragraph: &str) -> Option<(&str, &str)> {
    const DIGITS: &str = "一二三四五六七八九十";
    let (number, _) = paragraph.strip_prefix('（')?.split_once('）')?;
    if number.is_empty() || !number.chars().all(|digit| DIGITS.contains(digit)) {
        return None;
    }
    let label = paragraph.split_inclusive(['：', '。']).next()?;
    Some((label, paragraph.strip_prefix(label)?))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::report::{Period, samples};

    /// The outline in one letter a block, headings by the number of their part.
    fn shape(report: &Report) -> String {
        let letter = |block: Block| match block {
            Block::Title(_) => "T".to_owned(),
            Block::Preface(_) => "v".to_owned(),
            Block::Heading(part, _) => format!(" {}", part.index() + 1),
            Block::Paragraph(_) => "p".to_owned(),
            Block::Table(..) => "t".to_owned(),
            Block::Note(_) => "n".to_owned(),
            Block::Signature(_) => " s".to_owned(),
        };
        outline(report).into_iter().map(letter).collect()
    }

    #[test]
    fn a_report_with_words_has_six_parts_with_their_tables_between_paragraphs_and_notes() {
        let report = samples::worded();
        assert_eq!(shape(&report), "Tvv 1ppppp 2ptn 3ptnn 4ptn 5pp 6pn s s");
    }

    #[test]
    fn without_words_the_three_tables_are_printed_and_of_a_period_table_3_alone() {
        let report =
            Report { tables: samples::named(), period: Period::Year(2025), prose: None, cases: Vec::new() };
        assert_eq!(shape(&report), "T 2t 3t 4t");
        let period = Period::Between(date(2025, 1, 1), date(2025, 6, 30));
        assert_eq!(shape(&Report { period, ..samples::worded() }), "T 3tn");
    }

    #[test]
    fn a_part_without_words_keeps_its_title() {
        let prose = Some(Prose::default());
        let report =
            Report { tables: samples::named(), period: Period::Year(2025), prose, cases: Vec::new() };
        assert_eq!(shape(&report), "T 1 2t 3t 4t 5 6");
    }

    #[test]
    fn every_line_of_a_paragraph_is_a_paragraph_and_control_characters_go() {
        let text: Vec<String> = lines("　　一\u{1b}[2J。\r\n\n 二 \u{0}").collect();
        assert_eq!(text, ["一[2J。", "二"]);
    }

    #[test]
    fn the_label_of_a_paragraph_ends_with_its_colon_or_full_stop() {
        assert_eq!(run_in_label("（一）主动公开：3条。完"), Some(("（一）主动公开：", "3条。完")));
        assert_eq!(run_in_label("（十二）监督保障。好：坏"), Some(("（十二）监督保障。", "好：坏")));
        assert_eq!(run_in_label("（五）监督保障"), Some(("（五）监督保障", "")));
        assert_eq!(run_in_label("（本列）不是：序号"), None);
        assert_eq!(run_in_label("（）：空"), None);
    }
}
