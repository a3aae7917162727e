//! The year month by month as bars: what came in, what was concluded, what was open at the end of the month.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::line_of;
use super::reading::{Reading, bar};
use crate::desk::Months;
use crate::text;
use crate::tui::keymap::Action;
use crate::tui::widgets::{put, theme};
use crate::words::tui::screens::READING;
use crate::words::tui::year as words;

/// Columns of the name of a month.
const MONTH: usize = 7;
/// Columns of what was open.
const OPEN: usize = 9;
/// Columns of a figure behind its bar.
const FIGURE: usize = 8;

/// Where one is among the months.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct MonthsTab {
    /// The months, once they are here: none of a year that is not kept.
    months: Option<Option<Box<Months>>>,
    reading: Reading,
}

impl MonthsTab {
    /// They are to be read anew.
    pub(super) fn forget(&mut self) {
        self.months = None;
    }

    /// Takes them.
    pub(crate) fn take(&mut self, months: Option<&Months>) {
        self.months = Some(months.map(|months| Box::new(*months)));
    }

    /// Whether there is nothing to ask for.
    pub(super) const fn is_here(&self) -> bool {
        self.months.is_some()
    }

    fn lines(&self, width: u16) -> Vec<(String, Style)> {
        let months = self.months.as_ref().and_then(Option::as_ref);
        months.map(|months| lines(months, usize::from(width))).unwrap_or_default()
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
        match &self.months {
            None => _ = put(READING, line_of(area, 0), buf, theme::PLAIN),
            Some(None) => _ = put(words::NO_MONTHS, line_of(area, 0), buf, theme::PLAIN),
            Some(Some(_)) => self.reading.draw(&self.lines(area.width), area, buf),
        }
        None
    }
}

fn lines(months: &Months, width: usize) -> Vec<(String, Style)> {
    let column = width.saturating_sub(MONTH + OPEN) / 2;
    let room = u64::try_from(column.saturating_sub(FIGURE)).unwrap_or_default();
    let most = months.new.iter().chain(&months.concluded).max().copied().unwrap_or_default();
    let line = |month: &str, new: String, concluded: String, open: &str| {
        let mut line = text::pad(month, MONTH);
        line.push_str(&text::pad(&new, column));
        line.push_str(&text::pad(&concluded, column));
        line.push_str(&" ".repeat(OPEN.saturating_sub(text::width(open))));
        line.push_str(open);
        line
    };
    let [new, concluded, open] = words::MONTH_HEADS;
    let mut lines = vec![(line("", new.to_owned(), concluded.to_owned(), open), theme::TITLE)];
    let barred = |count: u64| {
        let bar = bar(count, most, room);
        let gap = if bar.is_empty() { "" } else { " " };
        format!("{bar}{gap}{count}")
    };
    let all = months.new.iter().zip(&months.concluded).zip(months.open);
    for (n, ((new, concluded), open)) in (1..).zip(all) {
        let open = open.map(|open| open.to_string()).unwrap_or_default();
        lines.push((line(&words::month(n), barred(*new), barred(*concluded), &open), theme::PLAIN));
    }
    let sum = |counts: &[u64]| counts.iter().sum::<u64>().to_string();
    lines.push((line(words::MONTHS_SUM, sum(&months.new), sum(&months.concluded), ""), theme::TITLE));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_month_has_its_line_within_any_window() {
        let mut months = Months::default();
        (months.new[2], months.concluded[3], months.open[2]) = (40, 10, Some(43));
        for width in [80, 60, 20] {
            let lines = lines(&months, width);
            assert_eq!(lines.len(), 14);
            assert!(width < 60 || lines.iter().all(|(line, _)| text::width(line) <= width), "{width}");
        }
        let lines = lines(&months, 80);
        assert!(lines[3].0.starts_with("3 月") && lines[3].0.trim_end().ends_with("43"), "{}", lines[3].0);
        assert_eq!(lines[3].0.matches('#').count(), 24, "the longest bar fills its column");
        assert_eq!(lines[4].0.matches('#').count(), 6);
    }
}
