//! The months: a cell a day, weeks from Monday.

use jiff::ToSpan;
use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::CalendarScreen;
use crate::calendar::DayKind;
use crate::text;
use crate::tui::model::Head;
use crate::tui::screens::list_rows::urgency;
use crate::tui::widgets::{put, theme};
use crate::words::tui::calendar as words;

/// Rows above the weeks: the month's name, the weekdays.
const HEADS: u16 = 2;
/// Weeks that a month can touch.
const WEEKS: u16 = 6;
/// Columns between two months.
const GAP: u16 = 4;
/// Rows below the months that are never given up: the day, the head of its cases, one case.
const BELOW: u16 = 3;
/// Most months side by side.
const MOST: u16 = 3;

/// How the months are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// Days take two rows each, the count below the number; else one, the count beside it.
    is_tall: bool,
    months: u16,
}

impl Shape {
    /// The layout of a body of this size.
    pub(super) fn of(width: u16, height: u16) -> Self {
        let is_tall = height >= HEADS + 2 * WEEKS + BELOW;
        let month = 7 * cell_width(is_tall) + GAP;
        let months = (width.saturating_add(GAP) / month).clamp(1, MOST);
        Self { is_tall, months }
    }

    /// Months side by side.
    pub(super) const fn months(self) -> u16 {
        self.months
    }

    const fn cell(self) -> u16 {
        cell_width(self.is_tall)
    }

    const fn row_height(self) -> u16 {
        if self.is_tall { 2 } else { 1 }
    }
}

/// Mark, number and sign; in one row the count as well.
const fn cell_width(is_tall: bool) -> u16 {
    if is_tall { 5 } else { 8 }
}

/// The first month to be seen so that the selected day is, moved as little as possible.
pub(super) fn fit(first: Date, selected: Date, months: u16) -> Date {
    let own = selected.first_of_month();
    let ahead = (i32::from(own.year()) - i32::from(first.year())) * 12
        + (i32::from(own.month()) - i32::from(first.month()));
    if ahead < 0 {
        return own;
    }
    if ahead < i32::from(months) {
        return first.first_of_month();
    }
    own.checked_sub((i32::from(months) - 1).months()).unwrap_or(own)
}

/// Column of a day in its week and the week in its month, both from 0.
fn place(day: Date) -> (u16, u16) {
    let column = |day: Date| u16::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default();
    let before = column(day.first_of_month());
    let week = (before + u16::try_from(day.day() - 1).unwrap_or_default()) / 7;
    (column(day), week)
}

impl CalendarScreen {
    /// Draws the months from `first` on; gives the place of the selected day and the rows used.
    pub(super) fn draw_months(
        &self,
        first: Date,
        shape: Shape,
        head: &Head,
        area: Rect,
        buf: &mut Buffer,
    ) -> (Option<Position>, u16) {
        let (mut cursor, mut weeks) = (None, 0);
        let mut place = Rect { width: 7 * shape.cell(), ..area };
        let mut month = Some(first);
        for _ in 0..shape.months {
            let Some(first) = month else { break };
            let seen = place.intersection(area);
            cursor = cursor.or(self.draw_month(first, shape, head, seen, buf));
            weeks = weeks.max(self::place(first.last_of_month()).1 + 1);
            place.x = place.x.saturating_add(place.width + GAP);
            month = first.checked_add(1.month()).ok();
        }
        (cursor, HEADS + weeks * shape.row_height())
    }

    fn draw_month(
        &self,
        first: Date,
        shape: Shape,
        head: &Head,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let known = head.calendar.knows(first.year());
        put(&words::month(first, known), at(area, 1, 0, area.width), buf, theme::TITLE);
        for (n, name) in (0_u16..).zip(words::WEEKDAYS) {
            let style = if n < 5 { theme::TITLE } else { theme::DISABLED };
            put(name, at(area, n * shape.cell() + 1, 1, 2), buf, style);
        }
        let mut cursor = None;
        let days = std::iter::successors(Some(first), |day| day.tomorrow().ok());
        for day in days.take_while(|day| day.month() == first.month()) {
            let (column, week) = self::place(day);
            let y = HEADS + week * shape.row_height();
            let cell =
                Rect { height: shape.row_height(), ..at(area, column * shape.cell(), y, shape.cell()) };
            let cell = cell.intersection(area);
            self.draw_cell(day, shape, head, cell, buf);
            if day == self.selected && !cell.is_empty() {
                cursor = Some(Position::new(cell.x, cell.y));
            }
        }
        cursor
    }

    fn draw_cell(&self, day: Date, shape: Shape, head: &Head, cell: Rect, buf: &mut Buffer) {
        let here = day == self.selected;
        if here {
            // While one moves in the list, the list's own mark is the one that moves.
            let mark = if self.in_list { "*" } else { ">" };
            put(mark, at(cell, 0, 0, 1), buf, theme::FOCUS);
        }
        let kind = head.calendar.day_kind(day);
        let style = match kind {
            _ if here => theme::FOCUS,
            DayKind::Working | DayKind::MakeUp if day == head.today => theme::TITLE,
            DayKind::Working | DayKind::MakeUp => theme::PLAIN,
            DayKind::Weekend | DayKind::Holiday | DayKind::ProvisionalHoliday => theme::DISABLED,
        };
        put(&format!("{:>2}", day.day()), at(cell, 1, 0, 2), buf, style);
        let today = day == head.today;
        let (sign, style) = match kind {
            DayKind::Holiday | DayKind::ProvisionalHoliday => (words::OFF, theme::GOOD),
            DayKind::MakeUp => (words::MAKE_UP, theme::TITLE),
            DayKind::Working | DayKind::Weekend if today => (words::TODAY, theme::FOCUS),
            DayKind::Working | DayKind::Weekend => ("", theme::PLAIN),
        };
        put(sign, at(cell, 3, 0, 2), buf, style);
        // Where the place of its sign is taken, today's stands with the count.
        let today = today && sign != words::TODAY;
        let (x, y) = if shape.is_tall { (1, 1) } else { (5, 0) };
        let room = at(cell, x, y, shape.cell() - x);
        let style = self.pressing(day, head);
        let wordings = words::cases(self.cases(day).len(), today, style == theme::BAD);
        let fits = wordings.iter().find(|wording| text::width(wording) <= usize::from(room.width));
        put(fits.map_or("", String::as_str), room, buf, style);
    }

    /// The style of the most pressing thing of a day.
    fn pressing(&self, day: Date, head: &Head) -> Style {
        let all = || self.cases(day).iter().flat_map(|(_, what)| what);
        let styles = || all().map(|what| urgency(*what, day, head));
        [theme::BAD, theme::WARN]
            .into_iter()
            .find(|wanted| styles().any(|style| style == *wanted))
            .unwrap_or(theme::TITLE)
    }
}

/// A piece of one row within an area; empty where the area has no such place.
fn at(area: Rect, x: u16, y: u16, width: u16) -> Rect {
    if y >= area.height {
        return Rect { width: 0, height: 0, ..area };
    }
    let piece = Rect { x: area.x.saturating_add(x), y: area.y + y, width, height: 1 };
    piece.intersection(area)
}
