//! The handbook: its chapters one after the other, to be read; digits and Tab go from one to another.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::document::{Document, Row};
use crate::tui::keymap::Action;
use crate::tui::widgets::theme;
use crate::words::handbook::{Chapter, chapters, heading};

/// Columns before what stands in a list.
const LIST: u16 = 2;

/// The screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Handbook {
    document: Document,
    /// The row in which each chapter begins.
    begins: Vec<usize>,
    chapter: usize,
}

impl Handbook {
    /// From its beginning.
    pub(crate) fn open() -> Self {
        let mut rows = Vec::new();
        let mut begins = Vec::new();
        for (n, chapter) in (1..).zip(chapters()) {
            begins.push(rows.len());
            rows.push(Row::styled(&heading(n, chapter.title), theme::FOCUS));
            rows.extend(lines(chapter));
            rows.push(Row::default());
        }
        Self { document: Document::new(rows), begins, chapter: 0 }
    }

    /// Answers a movement; left and right go by chapters. False where the action is none.
    pub(crate) fn act(&mut self, action: Action, width: u16, height: usize) -> bool {
        let last = self.begins.len().saturating_sub(1);
        self.chapter = match action {
            Action::NextChapter => (self.chapter + 1).min(last),
            Action::PrevChapter => self.chapter.saturating_sub(1),
            _ => return self.document.act(action, width, height),
        };
        let begin = self.begins.get(self.chapter).copied().unwrap_or_default();
        self.document.turn_to(begin, width);
        true
    }

    /// Actions for the hint bar.
    pub(crate) fn hints() -> Vec<(Action, bool)> {
        [Action::NextChapter, Action::PrevChapter, Action::PageDown, Action::PageUp, Action::Back]
            .map(|action| (action, true))
            .to_vec()
    }

    /// How far one has read.
    pub(crate) fn position(&self, width: u16, height: usize) -> String {
        self.document.position(width, height)
    }

    /// Draws it; gives the place of the cursor.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer) -> Position {
        self.document.draw(area, buf)
    }
}

fn lines(chapter: Chapter) -> impl Iterator<Item = Row> {
    chapter.text.lines().map(|line| match (line.strip_prefix("## "), line.strip_prefix("- ")) {
        (Some(section), _) => Row::styled(section, theme::TITLE),
        (_, Some(item)) => Row::labelled("-", item, LIST),
        _ => Row::styled(line, theme::PLAIN),
    })
}
