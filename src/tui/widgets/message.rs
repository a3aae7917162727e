//! The one line that tells how the last command went.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::put::put;
use super::theme;
use crate::words::tui::{FAILED, REFUSED, TOO_SMALL, WARNED};

/// What kind of message it is; told in words as well as in colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Info,
    /// It is done and kept.
    Done,
    /// Look here.
    Warning,
    /// The law or the state of the case forbids it.
    Refused,
    /// It did not work.
    Failed,
}

/// A message; it stays until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its kind.
    pub tone: Tone,
    /// What it says.
    pub text: String,
}

impl Message {
    /// A message of this kind.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self { tone, text: text.into() }
    }

    /// The whole line.
    pub fn line(&self) -> String {
        match self.tone {
            Tone::Info | Tone::Done => self.text.clone(),
            Tone::Warning => format!("{WARNED}：{}", self.text),
            Tone::Refused => format!("{REFUSED}：{}", self.text),
            Tone::Failed => format!("{FAILED}：{}", self.text),
        }
    }

    /// Draws it into the first row, cut with `..` where it is too long.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        put(&self.line(), area, buf, self.style());
    }

    /// What it looks like.
    pub const fn style(&self) -> Style {
        match self.tone {
            Tone::Info => theme::PLAIN,
            Tone::Done => theme::GOOD,
            Tone::Warning => theme::WARN,
            Tone::Refused | Tone::Failed => theme::BAD,
        }
    }
}

/// Whether a window is too small for any screen: below 60 columns or 16 rows.
pub const fn is_too_small(area: Rect) -> bool {
    area.width < 60 || area.height < 16
}

/// Says so, as far as there is room.
pub fn draw_too_small(area: Rect, buf: &mut Buffer) {
    put(TOO_SMALL, area, buf, theme::PLAIN);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::paint::screen_text;

    #[test]
    fn a_refusal_says_in_words_that_it_is_one() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 40, 1));
        Message::new(Tone::Refused, "已答复的申请不能延期").draw(buf.area, &mut buf);
        assert_eq!(screen_text(&buf), "不能办理：已答复的申请不能延期\n");
    }

    #[test]
    fn a_window_that_is_too_small_says_so_at_any_size() {
        for (width, height) in [(0, 0), (1, 1), (20, 5), (59, 40)] {
            let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
            assert!(is_too_small(buf.area));
            draw_too_small(buf.area, &mut buf);
        }
        assert!(!is_too_small(Rect::new(0, 0, 60, 16)));
    }
}
