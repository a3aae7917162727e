//! Below the months: what the selected day is, and the cases of which something is due on it.

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::CalendarScreen;
use crate::register::CaseRow;
use crate::request::clock::Deadline;
use crate::text;
use crate::tui::model::Head;
use crate::tui::screens::list_rows::urgency;
use crate::tui::widgets::{Column, TableView, draw_table, put, theme};
use crate::words::tui::calendar as words;
use crate::words::tui::screens as said;

/// Rows from which on a blank one stands above the day.
const AIRY: u16 = 10;

impl CalendarScreen {
    /// Draws it; gives the place of the cursor where one moves in the list.
    pub(super) fn draw_day(&self, head: &Head, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (area, _) = rest(area, u16::from(area.height >= AIRY));
        let cases = self.cases(self.selected);
        let (area, line) = rest(area, 1);
        put(&words::day(self.selected, head.today, &head.calendar, cases.len()), line, buf, theme::TITLE);
        let area = self.draw_unknown(head, area, buf);
        if cases.is_empty() {
            return None;
        }
        let roomy = area.width >= 100;
        let columns = [
            Column::fixed(words::WHAT, if roomy { 24 } else { 14 }),
            Column::fixed(said::NO, if roomy { 20 } else { 14 }),
            Column::fixed(said::APPLICANT, if roomy { 16 } else { 10 }),
            Column::filling(said::TITLE),
            Column::fixed(said::STATUS, 10),
        ];
        let height = TableView::page(area);
        let scroll = self.scroll.fit(cases.len(), height);
        let seen = cases.iter().skip(scroll.first()).take(height);
        let seen: Vec<(&CaseRow, &[Deadline])> =
            seen.filter_map(|(at, what)| Some((self.rows.get(*at)?, what.as_slice()))).collect();
        let cells: Vec<Vec<String>> = seen.iter().map(|(row, what)| cells(row, what)).collect();
        let styles: Vec<Style> = seen.iter().map(|(_, what)| style(what, self.selected, head)).collect();
        let selected = self.in_list.then(|| scroll.row());
        draw_table(&TableView::new(&columns, &cells).styles(&styles).selected(selected), area, buf)
    }

    /// Says of a year whose notice is not known how it becomes known: the selected day's.
    fn draw_unknown(&self, head: &Head, area: Rect, buf: &mut Buffer) -> Rect {
        let year = self.selected.year();
        if head.calendar.knows(year) {
            return area;
        }
        let (area, line) = rest(area, 1);
        put(&words::unknown_year(year), line, buf, theme::WARN);
        area
    }
}

/// What is left of an area below its first `rows`, and the last of these.
fn rest(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    let line = Rect { y: area.y + rows.saturating_sub(1), height: rows.min(1), ..area };
    (Rect { y: area.y + rows, height: area.height - rows, ..area }, line)
}

fn cells(row: &CaseRow, what: &[Deadline]) -> Vec<String> {
    vec![
        words::what(what),
        row.no.clone(),
        row.applicant.clone(),
        text::clean_line(row.shown_title()),
        said::status(row).to_owned(),
    ]
}

fn style(what: &[Deadline], on: Date, head: &Head) -> Style {
    let all: Vec<Style> = what.iter().map(|what| urgency(*what, on, head)).collect();
    [theme::BAD, theme::WARN].into_iter().find(|style| all.contains(style)).unwrap_or(theme::PLAIN)
}
