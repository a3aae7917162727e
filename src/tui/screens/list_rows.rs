//! How a list of requests is drawn.

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::Rows;
use crate::calendar::format_iso;
use crate::register::CaseRow;
use crate::request::clock::Deadline;
use crate::tui::model::Head;
use crate::tui::widgets::{Column, TableView, draw_table, put, theme};
use crate::words::tui::calendar as due;
use crate::words::tui::lists;
use crate::words::tui::screens as words;

/// From this width on, what is due is said in full.
const ROOMY: u16 = 100;

/// The rows of a page of requests; with the names of those who handle them, where a list asks for that.
pub(crate) fn draw_rows(
    rows: &Rows,
    (head, names_handlers): (&Head, bool),
    area: Rect,
    buf: &mut Buffer,
    nothing: &str,
) -> Option<Position> {
    let roomy = area.width >= ROOMY;
    let (no, applicant, next) = match area.width {
        120.. => (20, 16, 32),
        ROOMY.. => (14, 10, 28),
        _ => (14, 10, 14),
    };
    let columns = [
        Column::fixed(words::NO, no),
        Column::fixed(words::RECEIVED, 10),
        Column::fixed(words::APPLICANT, applicant),
        Column::filling(words::TITLE),
        Column::fixed(words::STATUS, 8),
        Column::fixed(due::NEXT_DUE, next),
    ];
    let height = TableView::page(area);
    let scroll = rows.scroll.fit(rows.items.len(), height);
    let seen = || rows.items.iter().skip(scroll.first()).take(height);
    let cells: Vec<Vec<String>> = seen().map(|row| cells(row, head, (roomy, no), names_handlers)).collect();
    let styles: Vec<Style> = seen().map(|row| style(row, head)).collect();
    let marks: Vec<bool> = seen().map(|row| rows.is_marked(row.id)).collect();
    if cells.is_empty() {
        draw_table(&TableView::new(&columns, &[]), area, buf);
        let below = Rect { x: area.x + 2, y: area.y + 2, width: area.width.saturating_sub(2), height: 1 };
        if rows.loaded {
            put(nothing, below.intersection(area), buf, theme::PLAIN);
        }
        return Some(Position::new(area.x, area.y));
    }
    let table = TableView::new(&columns, &cells).styles(&styles).marks(&marks);
    draw_table(&table.selected(Some(scroll.row())), area, buf)
}

fn cells(row: &CaseRow, head: &Head, (roomy, no): (bool, u16), names_handlers: bool) -> Vec<String> {
    let next = if roomy { due::next_full } else { due::next_brief };
    vec![
        // The running number tells requests apart: it is the last to go.
        crate::text::truncate_start(&row.no, usize::from(no)).into_owned(),
        row.listed_on.map(format_iso).unwrap_or_default(),
        row.applicant.clone(),
        title(row, head, names_handlers),
        words::status(row).to_owned(),
        next(row, head.today, &head.calendar),
    ]
}

/// The title; of another's case with whose it is, where that is asked for.
fn title(row: &CaseRow, head: &Head, names_handlers: bool) -> String {
    let title = crate::text::clean_line(row.shown_title());
    if names_handlers && row.handler != head.me {
        lists::of_another(head.name_of(row.handler), &title)
    } else {
        title
    }
}

fn style(row: &CaseRow, head: &Head) -> Style {
    let Some(next) = row.next_due() else { return theme::PLAIN };
    urgency(next.what, next.on, head)
}

/// How pressing a day is. What others let pass is to be looked at; only what binds the office can be missed.
pub(super) fn urgency(what: Deadline, on: Date, head: &Head) -> Style {
    match head.calendar.days_left(head.today, on) {
        ..0 if due::is_binding(what) => theme::BAD,
        ..=3 => theme::WARN,
        _ => theme::PLAIN,
    }
}
