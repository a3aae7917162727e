//! The whole window: header, title, screen, message, hints.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::keymap::{Action, Hint};
use super::model::Model;
use super::widgets::{draw_hints, draw_too_small, is_too_small, put, theme};
use crate::text;
use crate::words::tui::screens as words;

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
        message.draw(line(area.bottom() - 3), buf);
    }
    let hints = hints(model);
    draw_hints(&hints, Rect { y: area.bottom() - 2, height: 2, ..area }, buf);
    if let Some(dialog) = &model.dialog {
        cursor = dialog.draw(body, buf);
    }
    cursor
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
        (None, Some(screen)) => screen.hints(&model.head),
        (None, None) => Vec::new(),
    };
    let contexts = model.contexts();
    let hint = |(action, enabled): (Action, bool)| {
        let hint = model.keymap.hints(&contexts, &[action]).into_iter().next()?;
        Some(if enabled { hint } else { hint.disabled() })
    };
    wanted.into_iter().filter_map(hint).collect()
}
