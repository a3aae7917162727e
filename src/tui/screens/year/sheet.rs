//! A table of rows of figures with labels, one figure selected: what tables 2 and 4 are drawn with.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{figure, line_of};
use crate::tui::keymap::Action;
use crate::tui::widgets::{put, theme};
use crate::words::tui::year as words;

/// Columns before the labels.
const GUTTER: u16 = 2;

/// A figure.
pub(super) struct Figure {
    pub(super) text: String,
    /// A sum that is not the sum of its parts.
    pub(super) wrong: bool,
}

/// A line of a sheet.
pub(super) enum Line {
    /// A heading over a block.
    Block(&'static str),
    /// Heads of columns.
    Heads(String, Vec<String>),
    /// A row of figures.
    Figures(&'static str, Vec<Figure>),
}

/// Which figure is selected: row and column among the rows of figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct At {
    pub(super) row: usize,
    pub(super) column: usize,
}

impl At {
    /// Answers a movement among rows of so many figures each; false where the action is none.
    pub(super) fn act(&mut self, action: Action, rows: &[usize]) -> bool {
        let last = rows.len().saturating_sub(1);
        match action {
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down => self.row = (self.row + 1).min(last),
            Action::PageUp | Action::Home => self.row = 0,
            Action::PageDown | Action::End => self.row = last,
            Action::Left => self.column = self.column.saturating_sub(1),
            Action::Right => self.column += 1,
            _ => return false,
        }
        let wide = rows.get(self.row).copied().unwrap_or(1);
        self.column = self.column.min(wide.saturating_sub(1));
        true
    }
}

/// Draws lines with figures `columns` wide, the selected figure in view and named in the last row; gives the
/// place of the cursor.
pub(super) fn draw(
    lines: &[Line],
    at: At,
    columns: u16,
    (place, note): (&str, Option<&str>),
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let widest = lines.iter().map(Line::figures).max().unwrap_or_default();
    let is_row = |line: &&Line| matches!(line, Line::Figures(..));
    let rows = lines.iter().enumerate().filter(|(_, line)| is_row(line));
    let (selected, _) = rows.clone().nth(at.row)?;
    let height = usize::from(area.height).saturating_sub(1);
    let first = (selected + 1).saturating_sub(height);
    let mut cursor = None;
    let mut shown = String::new();
    for (n, (index, line)) in (0_u16..).zip(lines.iter().enumerate().skip(first).take(height)) {
        let here = (index == selected).then_some(at.column);
        let found = line.draw(here, columns, widest, line_of(area, n), buf);
        cursor = found.or(cursor);
    }
    if let Some(Line::Figures(_, figures)) = lines.get(selected)
        && let Some(figure) = figures.get(at.column)
    {
        shown = words::selected(place, &figure.text, note);
    }
    put(&shown, line_of(area, area.height.saturating_sub(1)), buf, theme::PLAIN);
    cursor
}

impl Line {
    fn figures(&self) -> usize {
        match self {
            Self::Block(_) => 0,
            Self::Heads(_, heads) => heads.len(),
            Self::Figures(_, figures) => figures.len(),
        }
    }

    /// Draws it; a line of fewer figures than others has them in the whole breadth of the figures.
    fn draw(
        &self,
        here: Option<usize>,
        columns: u16,
        widest: usize,
        line: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let all = columns.saturating_mul(u16::try_from(widest).unwrap_or(u16::MAX)).min(line.width);
        let labels = line.width - all;
        let label = Rect { x: line.x + GUTTER.min(labels), width: labels.saturating_sub(GUTTER), ..line };
        let each = all / u16::try_from(self.figures().max(1)).unwrap_or(u16::MAX);
        let place = |n: usize| {
            let skipped = labels.saturating_add(each.saturating_mul(u16::try_from(n).unwrap_or(u16::MAX)));
            Rect { x: line.x.saturating_add(skipped), width: each, ..line }.intersection(line)
        };
        match self {
            Self::Block(text) => {
                put(text, line, buf, theme::TITLE);
                None
            }
            Self::Heads(text, heads) => {
                put(text, label, buf, theme::TITLE);
                for (n, head) in heads.iter().enumerate() {
                    put(&figure(head, false, false, each), place(n), buf, theme::TITLE);
                }
                None
            }
            Self::Figures(text, figures) => {
                if here.is_some() {
                    put(">", line, buf, theme::FOCUS);
                }
                put(text, label, buf, if here.is_some() { theme::TITLE } else { theme::PLAIN });
                let mut cursor = None;
                for (n, one) in figures.iter().enumerate() {
                    let selected = here == Some(n);
                    let style = match (one.wrong, selected) {
                        (true, _) => theme::BAD,
                        (false, true) => theme::FOCUS,
                        (false, false) => theme::PLAIN,
                    };
                    let place = place(n);
                    put(&figure(&one.text, selected, one.wrong, each), place, buf, style);
                    if selected && !place.is_empty() {
                        cursor = Some(Position::new(place.right().saturating_sub(2), place.y));
                    }
                }
                cursor
            }
        }
    }
}
