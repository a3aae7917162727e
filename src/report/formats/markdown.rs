//! Markdown with the tables of GitHub, which cannot merge cells.
//!
//! Merged parts are flattened: the levels of a heading are joined by `/`; a label that covers several rows is
//! repeated in each, one that covers several columns stands in the leftmost. Table 2 becomes one table a
//! block; table 4 gets a row for each kind of dispute, since 15 columns side by side cannot be read.

use super::outline::{Block, outline};
use super::{Format, FormatError};
use crate::law::labels;
use crate::report::{Content, Dispute, DisputeColumn, Grid, GridCell, Part, Report, YearTables};
use crate::text::clean_line;
use crate::words::report as words;

/// The whole report; foreign text is escaped.
pub(super) struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn is_binary(&self) -> bool {
        false
    }

    fn render(&self, report: &Report) -> Result<Vec<u8>, FormatError> {
        let mut pieces = vec![format!("<!-- {} -->", words::FLATTENED)];
        for block in outline(report) {
            match block {
                Block::Title(title) => pieces.insert(0, format!("# {}", escaped(&title))),
                Block::Heading(_, title) => pieces.push(format!("## {}", escaped(title))),
                Block::Preface(text)
                | Block::Paragraph(text)
                | Block::Note(text)
                | Block::Signature(text) => pieces.push(escaped(&text)),
                Block::Table(Part::Disclosure, grid) => pieces.extend(blocks(&grid)?),
                Block::Table(Part::Disputes, _) => pieces.push(disputes(&report.tables)),
                Block::Table(_, grid) => pieces.push(flattened(&grid)?),
            }
        }
        let mut text = pieces.join("\n\n");
        text.push('\n');
        Ok(text.into_bytes())
    }
}

/// Text that Markdown takes for nothing but text: its ASCII marks with a backslash before them, also those
/// that mean something at the beginning of a line only.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut number = true;
    let text = clean_line(text);
    let mut letters = text.chars().enumerate().peekable();
    while let Some((place, letter)) = letters.next() {
        let spaced = letters.peek().is_none_or(|(_, next)| next.is_whitespace());
        let anywhere =
            matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$');
        let first = place == 0 && matches!(letter, '#' | '+' | '-' | '=' | ':');
        let ordinal = number && place > 0 && spaced && matches!(letter, '.' | ')');
        if anywhere || first || ordinal {
            safe.push('\\');
        }
        number = number && letter.is_ascii_digit();
        safe.push(letter);
    }
    safe
}

/// Table 3: its heading in one line, its labels repeated.
fn flattened(grid: &Grid) -> Result<String, FormatError> {
    let owners = grid.owners()?;
    let cell = |row: usize, col: usize| {
        owners.get(row).and_then(|slots| slots.get(col)).and_then(|owner| grid.cells.get(*owner))
    };
    let heading = |col: usize| {
        let mut levels: Vec<&GridCell> = Vec::new();
        for label in (0..grid.head_rows).filter_map(|row| cell(row, col)) {
            if !levels.iter().any(|level| std::ptr::eq(*level, label)) && label.col + label.colspan > col {
                levels.push(label);
            }
        }
        levels.retain(|level| col >= grid.label_columns || level.col == col);
        let levels: Vec<String> = levels.into_iter().map(GridCell::text).collect();
        escaped(&levels.join(words::LEVELS))
    };
    let mut lines = vec![line((0..grid.columns).map(heading)), rule(grid.columns, grid.label_columns)];
    for row in grid.head_rows..grid.rows {
        let slot = |col: usize| match cell(row, col) {
            Some(owner) if owner.col == col => escaped(&owner.text()),
            _ => String::new(),
        };
        lines.push(line((0..grid.columns).map(slot)));
    }
    Ok(lines.join("\n"))
}

/// Table 2: each block under its title, its heading the first line of a table.
fn blocks(grid: &Grid) -> Result<Vec<String>, FormatError> {
    grid.owners()?;
    let mut pieces = Vec::new();
    let mut table: Vec<String> = Vec::new();
    for row in 0..grid.rows {
        let mut cells: Vec<&GridCell> = grid.cells.iter().filter(|cell| cell.row == row).collect();
        cells.sort_by_key(|cell| cell.col);
        if let [title] = cells.as_slice() {
            pieces.extend((!table.is_empty()).then(|| table.join("\n")));
            table.clear();
            pieces.push(format!("**{}**", escaped(&title.text())));
            continue;
        }
        table.push(line(cells.iter().map(|cell| escaped(&cell.text()))));
        if cells.iter().all(|cell| matches!(cell.content, Content::Label(_))) {
            table.push(rule(cells.len(), 1));
        }
    }
    pieces.push(table.join("\n"));
    Ok(pieces)
}

/// Table 4: a line for each kind of dispute.
fn disputes(tables: &YearTables) -> String {
    let headings = DisputeColumn::ALL.map(|column| column.label().to_owned());
    let blank = [words::ITEM.to_owned(), String::new()];
    let mut lines = vec![line(blank.into_iter().chain(headings)), rule(7, 2)];
    let [reviews, suits] = labels::TABLE4_HALVES;
    for dispute in Dispute::ALL {
        let names = match dispute {
            Dispute::Review => [reviews, ""],
            Dispute::DirectSuit | Dispute::SuitAfterReview => [suits, dispute.label()],
        };
        let figures = tables.table4.group(dispute).iter().map(|stated| escaped(&stated.cell.text()));
        lines.push(line(names.map(str::to_owned).into_iter().chain(figures)));
    }
    lines.join("\n")
}

pub(super) fn line(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells.into_iter().collect();
    format!("| {} |", cells.join(" | "))
}

/// The line under the heading: labels to the left, figures to the right.
fn rule(columns: usize, labels: usize) -> String {
    line((0..columns).map(|col| if col < labels { "---".to_owned() } else { "---:".to_owned() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::samples;

    fn rendered() -> String {
        String::from_utf8(Markdown.render(&samples::worded()).unwrap()).unwrap()
    }

    #[test]
    fn the_heading_of_table_3_is_one_line_and_its_labels_are_repeated() {
        let text = rendered();
        let head = text.lines().find(|line| line.contains("商业企业")).unwrap();
        assert!(head.starts_with("| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |  |  | 申请人情况/自然人 | "));
        assert!(head.contains(" | 申请人情况/法人或其他组织/商业企业 | "));
        assert!(text.contains("| 三、本年度办理结果 | （三）不予公开 | 2.其他法律行政法规禁止公开 | "));
        assert!(
            text.contains("| 三、本年度办理结果 | （七）总计 |  | 13364 | 252 | 0 | 44 | 121 | 29 | 13810 |")
        );
        assert!(text.contains("| 四、结转下年度继续办理 |  |  | "));
    }

    #[test]
    fn table_2_is_one_table_a_block_and_table_4_a_row_a_kind() {
        let text = rendered();
        assert!(text.contains("**第二十条第（一）项**\n\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| --- | ---: | ---: | ---: |\n| 规章 | 3 | 5 | 74 |"));
        assert!(text.contains("| 行政处罚 | 6937489 |\n| 行政强制 | 166105 |"));
        assert!(text.contains("| 行政诉讼 | 复议后起诉 | 74 | 1 | 30 | 51 | 156 |"));
        let columns = |line: &str| line.matches('|').count();
        let tables: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
        assert!(tables.iter().all(|line| [3, 5, 8, 11].contains(&columns(line))));
    }

    #[test]
    fn marks_in_foreign_text_are_escaped() {
        assert_eq!(escaped("# *a* <b>|`c`|\\"), r"\# \*a\* \<b\>\|\`c\`\|\\");
        assert_eq!(
            [escaped("1. 一"), escaped("- 二"), escaped("1.一 a-b")],
            [r"1\. 一", r"\- 二", "1.一 a-b"]
        );
    }
}
