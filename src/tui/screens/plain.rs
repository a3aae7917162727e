//! A text without frames, header and hints over the whole window, to be marked with the mouse.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::document::{Document, Row};
use crate::tui::keymap::Action;
use crate::tui::widgets::theme;

/// The view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Plain {
    document: Document,
}

impl Plain {
    /// A text, line by line.
    pub(crate) fn of(text: &str) -> Self {
        let lines = text.lines().map(|line| Row::styled(&line.replace('\t', "  "), theme::PLAIN));
        Self { document: Document::new(lines.collect()) }
    }

    /// Answers a movement; false where the action is none.
    pub(crate) fn act(&mut self, action: Action, width: u16, height: usize) -> bool {
        self.document.act(action, width, height)
    }

    /// Draws it; gives the place of the cursor.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer) -> Position {
        self.document.draw(area, buf)
    }
}
