//! The whole window: header, title, screen, message, hints.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::keymap::{Action, Hint};
use super::model::Model;
use super::widgets::{Message, draw_hints, draw_too_small, is_too_small, put, theme};
use crate::text;
use crate::words::tui::screens as words;

/// Rows that a message may take.
const LONGEST_MESSAGE: u16 = 3;

/// Draws the state; gives the place of the cursor.
pub(crate) fn view(model: &Model, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    if is_too_small(area) {
        draw_too_small(area, buf);
        return Some(Position::new(area.x, area.y));
    }
    let line = |y: u16| Rect { y, height: 1, ..area };
    draw_header(model, line(area.y), buf);
    draw_title(model, line(area.y + 1), buf);
    let body = Rect { y: area.y + 2, height: area.height - 5, ..area };
    let screen = model.top()?;
    let mut cursor = screen.draw(&model.head, body, buf);
    if let Some(message) = &model.message {
        draw_message(message, area, buf);
    }
    let hints = hints(model);
    draw_hints(&hints, Rect { y: area.bottom() - 2, height: 2, ..area }, buf);
    if let Some(dialog) = &model.dialog {
        cursor = dialog.draw(body, buf);
    }
    cursor
}

/// A refusal is read to its end: what is longer than a line lies over the last rows of the screen.
fn draw_message(message: &Message, area: Rect, buf: &mut Buffer) {
    let lines = text::wrap(&message.line(), usize::from(area.width));
    let count = u16::try_from(lines.len()).unwrap_or(1).clamp(1, LONGEST_MESSAGE);
    for (n, text) in (0..count).zip(&lines) {
        let line = Rect { y: area.bottom() - 2 - count + n, height: 1, ..area };
        Clear.render(line, buf);
        put(text, line, buf, message.style());
    }
}

/// Organ, clerk, day, counters. Before the office exists, the name of the program.
fn draw_header(model: &Model, line: Rect, buf: &mut Buffer) {
    let head = &model.head;
    if head.organ.is_empty() {
        put(words::PROGRAM, line, buf, theme::TITLE);
        return;
    }
    let right = words::counters(head.overdue, head.due_today);
    let day = words::day(head.today, head.day_is_set, head.practice);
    let wide = u16::try_from(text::width(&right)).unwrap_or(line.width).min(line.width);
    let counters = Rect { x: line.right() - wide, width: wide, ..line };
    let style = if head.overdue > 0 { theme::BAD } else { theme::TITLE };
    put(&right, counters, buf, style);
    let left = Rect { width: line.width.saturating_sub(wide + 1), ..line };
    // The organ's name may be long: it is cut, not the day.
    let rest = words::clerk_and_day(&head.clerk, &day);
    let room = usize::from(left.width).saturating_sub(text::width(&rest));
    put(&format!("{}{rest}", text::truncate(&head.organ, room)), left, buf, theme::TITLE);
}

fn draw_title(model: &Model, line: Rect, buf: &mut Buffer) {
    let Some(screen) = model.top() else { return };
    let position = screen.position(line.width, model.body_height());
    let wide = u16::try_from(text::width(&position)).unwrap_or(line.width).min(line.width);
    put(&position, Rect { x: line.right() - wide, width: wide, ..line }, buf, theme::PLAIN);
    let left = Rect { width: line.width.saturating_sub(wide + 1), ..line };
    put(&screen.title(), left, buf, theme::TITLE);
}

/// The keys that work now, from the key map.
fn hints(model: &Model) -> Vec<Hint> {
    let wanted = match (&model.dialog, model.top()) {
        (Some(_), _) => [Action::Up, Action::Down, Action::Accept, Action::Back].map(|a| (a, true)).to_vec(),
        (None, Some(screen)) => screen.hints(),
        (None, None) => Vec::new(),
    };
    let contexts = model.contexts();
    let hint = |(action, enabled): (Action, bool)| {
        let hint = model.keymap.hints(&contexts, &[action]).into_iter().next()?;
        Some(if enabled { hint } else { hint.disabled() })
    };
    wanted.into_iter().filter_map(hint).collect()
}
