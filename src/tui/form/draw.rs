//! A form on the screen: labels left, one field a row, what is wrong under the field.

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Form, FormField, Purpose, Value};
use crate::calendar::format_long;
use crate::tui::widgets::{put, theme};
use crate::words::tui::forms as words;

/// Mark, label and a blank.
const LABEL: u16 = 16;

/// Columns of a field in a window of this width.
pub(super) const fn value_width(width: u16) -> u16 {
    width.saturating_sub(LABEL + 1)
}

impl Form {
    /// Draws the part around the cursor; gives the place of the cursor.
    pub(crate) fn draw(&self, today: Date, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = self.draw_intro(area, buf);
        let first = self.first_seen(area.height);
        let mut cursor = None;
        let mut y = area.y;
        for (n, field) in self.fields.iter().enumerate().skip(first) {
            let room = area.bottom().saturating_sub(y);
            if room == 0 {
                break;
            }
            let place = Rect { y, height: rows(field).min(room), ..area };
            let at = field.draw(n == self.focus, today, place, buf);
            cursor = if n == self.focus { at } else { cursor };
            y = y.saturating_add(rows(field));
        }
        cursor
    }

    /// The first run begins with a word of welcome.
    fn draw_intro(&self, area: Rect, buf: &mut Buffer) -> Rect {
        if self.purpose != Purpose::Found {
            return area;
        }
        for (n, line) in (0_u16..).zip(words::WELCOME) {
            let place = Rect { y: area.y.saturating_add(n), height: 1, ..area }.intersection(area);
            put(line, place, buf, theme::PLAIN);
        }
        let used = u16::try_from(words::WELCOME.len() + 1).unwrap_or(area.height).min(area.height);
        Rect { y: area.y.saturating_add(used), height: area.height - used, ..area }
    }

    /// The first field that is seen, so that the one with the cursor is.
    fn first_seen(&self, height: u16) -> usize {
        let mut first = self.focus;
        let mut used = self.focused().map_or(0, rows);
        while let Some(before) = first.checked_sub(1).and_then(|at| self.fields.get(at)) {
            used = used.saturating_add(rows(before));
            if used > height {
                break;
            }
            first -= 1;
        }
        // From the top as long as everything down to the cursor fits.
        first
    }
}

fn rows(field: &FormField) -> u16 {
    field.height() + u16::from(field.error.is_some())
}

impl FormField {
    fn draw(&self, focused: bool, today: Date, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let line = Rect { height: area.height.min(1), ..area };
        if focused {
            put(">", line, buf, theme::FOCUS);
        }
        let label =
            Rect { x: line.x + 2.min(line.width), width: LABEL.saturating_sub(3).min(line.width), ..line };
        let star = if self.required { "*" } else { "" };
        put(&format!("{}{star}", self.label), label, buf, if focused { theme::FOCUS } else { theme::PLAIN });
        let value = Rect {
            x: area.x + LABEL.min(area.width),
            width: value_width(area.width),
            height: self.height().min(area.height),
            ..area
        }
        .intersection(area);
        let cursor = self.draw_value(focused, today, value, buf);
        if let Some(error) = &self.error {
            let below =
                Rect { y: area.y.saturating_add(self.height()), height: 1, ..value }.intersection(area);
            put(&words::fault(error), below, buf, theme::BAD);
        }
        cursor
    }

    fn draw_value(&self, focused: bool, today: Date, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let style = if focused { theme::FIELD } else { theme::PLAIN };
        let empty = self.text().is_empty();
        let cursor = match &self.value {
            Value::Line(input) => input.draw(area, buf, style),
            Value::Date(input) => {
                let field = Rect { width: area.width.min(18), ..area };
                let cursor = input.draw(field, buf, style);
                if let (false, Ok(Some(date))) = (empty, self.day(today)) {
                    put(&format_long(date), after(area, 20), buf, theme::PLAIN);
                }
                cursor
            }
            Value::Area(text, _) => text.draw(area, buf, style),
            Value::Choice(options, chosen) => {
                let line = Rect { height: area.height.min(1), ..area };
                put(&words::choice(options, *chosen), line, buf, style);
                Some(Position::new(area.x, area.y))
            }
        };
        if empty {
            let hint = Rect { height: area.height.min(1), ..after(area, if focused { 20 } else { 0 }) };
            put(self.shown_hint(), hint, buf, theme::DISABLED);
        }
        cursor.filter(|_| !area.is_empty())
    }

    /// A choice without options has nothing to choose.
    fn shown_hint(&self) -> &'static str {
        match &self.value {
            Value::Choice(options, _) if options.is_empty() => words::NO_CHOICE,
            _ => self.hint,
        }
    }
}

/// What is right of the first columns of an area.
fn after(area: Rect, skipped: u16) -> Rect {
    let skipped = skipped.min(area.width);
    Rect { x: area.x + skipped, width: area.width - skipped, ..area }
}
