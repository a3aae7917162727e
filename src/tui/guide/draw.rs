//! The guide on the screen: the question above, its answers, below them what to know.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Guide, Page};
use crate::law::guide::{Answer, Question};
use crate::text;
use crate::tui::widgets::{Popup, centered, put, theme};
use crate::words::guide as words;

/// Lines above the question: the item, the step.
const HEAD: u16 = 2;

/// The window over a screen.
fn window(area: Rect) -> Rect {
    centered(area, area.width.saturating_sub(2), area.height.saturating_sub(2))
}

/// The place inside the window, for the text that scrolls.
pub(super) fn reading_room(guide: &Guide, area: Rect) -> Rect {
    let window = window(area);
    let inside = Rect {
        x: window.x.saturating_add(2),
        y: window.y.saturating_add(1),
        width: window.width.saturating_sub(4),
        height: window.height.saturating_sub(2),
    };
    let above = guide.above(inside.width).min(inside.height);
    Rect {
        y: inside.y.saturating_add(above),
        height: inside.height.saturating_sub(above).saturating_sub(1),
        ..inside
    }
}

/// One line of an area.
fn line(area: Rect, row: u16) -> Rect {
    Rect { y: area.y.saturating_add(row), height: 1, ..area }.intersection(area)
}

impl Guide {
    /// Draws the window over the screen; gives the place of the cursor.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let inside = Popup::new(words::WINDOW).draw(window(area), buf);
        let room = reading_room(self, area).intersection(inside);
        let keys = line(inside, inside.height.saturating_sub(1));
        let position = self.document.position(room.width, usize::from(room.height));
        let (said, cursor) = match self.page() {
            Page::Ask(item, question) => (words::KEYS_ASK, self.draw_question(item, question, inside, buf)),
            Page::End(item, _) => (words::KEYS_END, self.draw_head(item, words::RESULT, inside, buf)),
            Page::Summary => {
                put(words::ALL_ITEMS, line(inside, 0), buf, theme::TITLE);
                (words::KEYS_END, None)
            }
        };
        let top = self.document.draw(room, buf);
        put(&format!("{said}  {position}"), keys, buf, theme::PLAIN);
        cursor.or_else(|| Some(top).filter(|_| !room.is_empty()))
    }

    /// Lines above the text: head, question, answers, a blank.
    fn above(&self, width: u16) -> u16 {
        match self.page() {
            Page::Ask(_, question) => {
                let asked = asked(question, width).len();
                u16::try_from(asked).unwrap_or(u16::MAX).saturating_add(HEAD + 3)
            }
            Page::End(..) => HEAD + 1,
            Page::Summary => 2,
        }
    }

    fn draw_head(&self, item: u16, said: &str, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let items = &self.case.items;
        let text = items.get(usize::from(item).saturating_sub(1)).map_or("", |item| item.text.as_str());
        put(&words::item_title(item, items.len(), text), line(area, 0), buf, theme::PLAIN);
        put(said, line(area, 1), buf, theme::TITLE);
        None
    }

    fn draw_question(&self, item: u16, question: Question, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_head(item, &words::asked(question, self.path.len()), area, buf);
        let mut row = HEAD;
        for part in asked(question, area.width) {
            put(&part, line(area, row), buf, theme::TITLE);
            row = row.saturating_add(1);
        }
        let mut cursor = None;
        for (answer, number) in Answer::ALL.into_iter().zip(1_u8..) {
            let place = line(area, row);
            let here = answer == self.selected;
            let mark = if here { ">" } else { " " };
            let said = words::choice(number, answer, &self.would_lead(question, answer));
            put(&format!("{mark} {said}"), place, buf, if here { theme::FOCUS } else { theme::PLAIN });
            if here && !place.is_empty() {
                cursor = Some(Position::new(place.x, place.y));
            }
            row = row.saturating_add(1);
        }
        cursor
    }
}

/// The lines of a question.
fn asked(question: Question, width: u16) -> Vec<String> {
    text::wrap(words::ask(question), usize::from(width).max(2))
}
