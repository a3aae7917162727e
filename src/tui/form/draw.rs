//! A form on the screen: labels left, one field a row, what is wrong under the field.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Form, FormField, Purpose, Value};
use crate::text;
use crate::tui::model::Head;
use crate::tui::widgets::{put, theme};
use crate::words::tui::forms as words;

/// Mark, label and a blank.
const LABEL: u16 = 18;

/// Columns of a field in a window of this width.
pub(super) const fn value_width(width: u16) -> u16 {
    width.saturating_sub(LABEL + 1)
}

impl Form {
    /// Draws the part around the cursor; gives the place of the cursor.
    pub(crate) fn draw(&self, head: &Head, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = self.draw_intro(area, buf);
        let first = self.first_seen(area);
        let mut cursor = None;
        let mut y = area.y;
        for (n, field) in self.fields.iter().enumerate().skip(first) {
            let room = area.bottom().saturating_sub(y);
            if room == 0 {
                break;
            }
            let rows = rows(field, area.width);
            let place = Rect { y, height: rows.min(room), ..area };
            let at = field.draw(n == self.focus, head, place, buf);
            cursor = if n == self.focus { at } else { cursor };
            y = y.saturating_add(rows);
        }
        let rest = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        self.draw_outlook(rest, buf);
        cursor
    }

    /// How the case would stand, below the fields where there is room.
    fn draw_outlook(&self, area: Rect, buf: &mut Buffer) {
        let Some(outlook) = self.outlook() else { return };
        let area = Rect { x: area.x.saturating_add(2), width: area.width.saturating_sub(2), ..area };
        for (n, line) in (1_u16..).zip(text::wrap(&outlook, usize::from(area.width))) {
            let place = Rect { y: area.y.saturating_add(n), height: 1, ..area }.intersection(area);
            put(&line, place, buf, theme::TITLE);
        }
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
    fn first_seen(&self, area: Rect) -> usize {
        let mut first = self.focus;
        let mut used = self.focused().map_or(0, |field| rows(field, area.width));
        while let Some(before) = first.checked_sub(1).and_then(|at| self.fields.get(at)) {
            used = used.saturating_add(rows(before, area.width));
            if used > area.height {
                break;
            }
            first -= 1;
        }
        // From the top as long as everything down to the cursor fits.
        first
    }
}

fn rows(field: &FormField, width: u16) -> u16 {
    let below = u16::try_from(field.below(width).len()).unwrap_or(u16::MAX);
    field.height().saturating_add(below)
}

impl FormField {
    /// What stands below it: what is wrong, else what is to be known.
    fn below(&self, width: u16) -> Vec<String> {
        let width = usize::from(value_width(width)).max(2);
        match &self.error {
            Some(error) => text::wrap(&words::fault(error), width),
            None if self.note.is_empty() => Vec::new(),
            None => self.note.lines().flat_map(|line| text::wrap(line, width)).collect(),
        }
    }

    fn draw(&self, focused: bool, head: &Head, area: Rect, buf: &mut Buffer) -> Option<Position> {
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
        let cursor = self.draw_value(focused, head, value, buf);
        let style = if self.error.is_some() { theme::BAD } else { theme::DISABLED };
        for (n, line) in (0_u16..).zip(self.below(area.width)) {
            let y = area.y.saturating_add(self.height()).saturating_add(n);
            put(&line, Rect { y, height: 1, ..value }.intersection(area), buf, style);
        }
        cursor
    }

    fn draw_value(&self, focused: bool, head: &Head, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let style = if focused { theme::FIELD } else { theme::PLAIN };
        let empty = self.text().is_empty();
        let cursor = match &self.value {
            Value::Line(input) | Value::Number(input) => input.draw(area, buf, style),
            Value::Date(input) => {
                let field = Rect { width: area.width.min(18), ..area };
                let cursor = input.draw(field, buf, style);
                if let (false, Ok(Some(date))) = (empty, self.day(head.today)) {
                    put(&words::echo(date, head.today, &head.calendar), after(area, 20), buf, theme::PLAIN);
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
