//! Five years side by side as bars, and what of table 3 moved most since the year before.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::line_of;
use super::reading::{Reading, bar};
use crate::report::{Column3, Row3, YearTables};
use crate::tui::keymap::Action;
use crate::tui::widgets::{put, theme};
use crate::words::tui::screens::READING;
use crate::words::tui::year as words;

/// Columns beside a bar: the year before it, the figure behind it.
const BESIDE: u16 = 18;
/// Rows of what moved.
const MOVERS: usize = 10;
/// Longer bars tell no more.
const LONGEST: u16 = 80;

/// Where one is in the trend.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TrendTab {
    /// The years that are kept, the latest last, once they are here.
    pub(crate) years: Option<Vec<YearTables>>,
    reading: Reading,
}

impl TrendTab {
    /// They are to be read anew.
    pub(super) fn forget(&mut self) {
        self.years = None;
    }

    fn lines(&self, width: u16) -> Vec<(String, Style)> {
        self.years.as_deref().map(|years| lines(years, width)).unwrap_or_default()
    }

    /// Answers a movement; false where the action is none.
    pub(super) fn act(&mut self, action: Action, width: u16, height: usize) -> bool {
        self.reading.act(action, self.lines(width).len(), height)
    }

    /// How far one has read, where there is more than is seen.
    pub(super) fn position(&self, width: u16, height: usize) -> String {
        self.reading.position(self.lines(width).len(), height)
    }

    /// Draws it.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        if self.years.is_none() {
            put(READING, line_of(area, 0), buf, theme::PLAIN);
            return None;
        }
        self.reading.draw(&self.lines(area.width), area, buf);
        None
    }
}

fn lines(years: &[YearTables], width: u16) -> Vec<(String, Style)> {
    let mut lines = Vec::new();
    let sum = |tables: &YearTables, row| tables.table3.count(row, Column3::Sum).unwrap_or_default();
    let rows = [Row3::New, Row3::Total, Row3::CarriedOut];
    let most = years.iter().flat_map(|tables| rows.map(|row| sum(tables, row))).max().unwrap_or_default();
    let room = u64::from(width.saturating_sub(BESIDE).clamp(1, LONGEST));
    for (title, row) in words::TREND_SERIES.into_iter().zip(rows) {
        lines.push((title.to_owned(), theme::TITLE));
        for tables in years {
            let count = sum(tables, row);
            let year = tables.year.map(|year| year.to_string()).unwrap_or_default();
            let bar = bar(count, most, room);
            let gap = if bar.is_empty() { "" } else { " " };
            lines.push((format!("  {year} {bar}{gap}{count}"), theme::PLAIN));
        }
    }
    lines.extend(movers(years));
    lines
}

/// What moved most from the year before the last to the last, where both are kept.
fn movers(years: &[YearTables]) -> Vec<(String, Style)> {
    let Some((now, earlier)) = years.split_last() else { return Vec::new() };
    let Some(year) = now.year else { return Vec::new() };
    let mut lines = vec![(words::movers_title(year), theme::TITLE)];
    let before = earlier.iter().find(|tables| tables.year == year.checked_sub(1));
    let Some(before) = before else {
        lines.push((format!("  {}", words::NO_YEAR_BEFORE), theme::PLAIN));
        return lines;
    };
    let count = |tables: &YearTables, row| tables.table3.count(row, Column3::Sum).unwrap_or_default();
    let mut moved: Vec<(Row3, u64, u64)> =
        Row3::all().map(|row| (row, count(before, row), count(now, row))).collect();
    moved.retain(|(_, was, is)| was != is);
    moved.sort_by_key(|(row, was, is)| (std::cmp::Reverse(is.abs_diff(*was)), row.index()));
    if moved.is_empty() {
        lines.push((format!("  {}", words::NO_MOVERS), theme::PLAIN));
    }
    let line = |(row, was, is): (Row3, u64, u64)| {
        (format!("  {}", words::mover(&row.name(), was, is)), theme::PLAIN)
    };
    lines.extend(moved.into_iter().take(MOVERS).map(line));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Stated, samples};

    #[test]
    fn what_moved_most_stands_first() {
        let mut before = samples::zero();
        before.year = Some(2024);
        let mut now = samples::zero();
        now.year = Some(2025);
        now.table3.set(Row3::New, Column3::Sum, Stated::number(3));
        before.table3.set(Row3::CarriedIn, Column3::Sum, Stated::number(8));
        let said: Vec<String> = movers(&[before.clone(), now]).into_iter().map(|(line, _)| line).collect();
        assert_eq!(said.get(1).map(String::as_str), Some("  8 -> 0（-8）  二、上年结转"));
        assert_eq!(said.get(2).map(String::as_str), Some("  0 -> 3（+3）  一、本年新收"));
        assert_eq!(said.len(), 3);
        assert!(movers(&[before])[1].0.contains(words::NO_YEAR_BEFORE));
    }
}
