//! Text to be read: labelled paragraphs, wrapped, scrolled.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::text;
use crate::tui::keymap::Action;
use crate::tui::widgets::{put, theme};

/// A paragraph, with a label to its left where there is one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Row {
    label: String,
    /// Columns for the label.
    indent: u16,
    text: String,
    style: Style,
}

impl Row {
    /// A paragraph over the whole width.
    pub(crate) fn styled(text: &str, style: Style) -> Self {
        Self { text: text.to_owned(), style, ..Self::default() }
    }

    /// A paragraph behind a label.
    pub(crate) fn labelled(label: &str, text: &str, indent: u16) -> Self {
        Self { label: label.to_owned(), indent, text: text.to_owned(), style: theme::PLAIN }
    }

    /// The same in another style.
    #[must_use]
    pub(crate) fn with(self, style: Style) -> Self {
        Self { style, ..self }
    }

    /// The lines at a width; a label too long for its place stands on a line of its own.
    fn lines(&self, width: u16) -> Vec<Line<'_>> {
        let room = usize::from(width.saturating_sub(self.indent)).max(2);
        let parts = text::wrap(&self.text, room);
        let own_line = self.indent > 0 && text::width(&self.label) >= usize::from(self.indent);
        let mut lines = Vec::new();
        if own_line {
            lines.push(Line { label: &self.label, indent: 0, text: String::new(), style: self.style });
        }
        let first = if own_line { "" } else { self.label.as_str() };
        let labels = std::iter::once(first).chain(std::iter::repeat(""));
        let rest = labels.zip(parts);
        lines.extend(rest.map(|(label, text)| Line { label, indent: self.indent, text, style: self.style }));
        lines
    }
}

struct Line<'r> {
    label: &'r str,
    indent: u16,
    text: String,
    style: Style,
}

/// Paragraphs, scrolled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Document {
    rows: Vec<Row>,
    first: usize,
}

impl Document {
    /// From its beginning.
    pub(crate) const fn new(rows: Vec<Row>) -> Self {
        Self { rows, first: 0 }
    }

    /// Other paragraphs at the same place.
    pub(crate) fn set(&mut self, rows: Vec<Row>) {
        self.rows = rows;
    }

    /// Seen from this paragraph on.
    pub(crate) fn turn_to(&mut self, row: usize, width: u16) {
        self.first = self.rows.iter().take(row).map(|row| row.lines(width).len()).sum();
    }

    /// Answers a movement; false where the action is none.
    pub(crate) fn act(&mut self, action: Action, width: u16, height: usize) -> bool {
        let last = self.height(width).saturating_sub(height);
        let page = height.max(2) - 1;
        self.first = match action {
            Action::Up => self.first.saturating_sub(1),
            Action::Down => self.first + 1,
            Action::PageUp => self.first.saturating_sub(page),
            Action::PageDown => self.first + page,
            Action::Home => 0,
            Action::End => last,
            _ => return false,
        }
        .min(last);
        true
    }

    /// The paragraphs as text, each behind its label.
    pub(crate) fn text(&self) -> String {
        let line = |row: &Row| format!("{}  {}", row.label, row.text).trim().to_owned();
        self.rows.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Lines at a width.
    pub(crate) fn height(&self, width: u16) -> usize {
        self.rows.iter().map(|row| row.lines(width).len()).sum()
    }

    /// How far one has read, where there is more than is seen: `1-20/45`.
    pub(crate) fn position(&self, width: u16, height: usize) -> String {
        let all = self.height(width);
        if all <= height {
            return String::new();
        }
        let first = self.first.min(all.saturating_sub(height));
        format!("{}-{}/{all}", first + 1, (first + height).min(all))
    }

    /// Draws what is seen; the cursor stands at its beginning.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer) -> Position {
        let height = usize::from(area.height);
        let first = self.first.min(self.height(area.width).saturating_sub(height));
        let lines = self.rows.iter().flat_map(|row| row.lines(area.width)).skip(first).take(height);
        for (n, line) in (0_u16..).zip(lines) {
            let place = Rect { y: area.y.saturating_add(n), height: 1, ..area }.intersection(area);
            put(line.label, place, buf, if line.text.is_empty() { theme::PLAIN } else { theme::TITLE });
            let indent = line.indent.min(place.width);
            let rest = Rect { x: place.x + indent, width: place.width - indent, ..place };
            put(&line.text, rest, buf, line.style);
        }
        Position::new(area.x, area.y)
    }
}
