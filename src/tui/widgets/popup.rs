//! A frame over the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::put::{columns, put, right_of, row_of};
use super::theme;
use crate::text;
use crate::tui::paint::blank_straddle;

/// A window over the screen, with a title in its frame.
///
/// The frame is of ASCII: box lines are of ambiguous width, take three bytes each, and fall apart in
/// terminals that draw them wide.
#[derive(Debug, Clone, Copy)]
pub struct Popup<'a> {
    title: &'a str,
}

impl<'a> Popup<'a> {
    /// A pop-up with this title.
    pub const fn new(title: &'a str) -> Self {
        Self { title }
    }

    /// Clears the area, cutting no wide glyph, draws the frame, and gives the room inside it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) -> Rect {
        let area = area.intersection(buf.area);
        blank_straddle(area, buf);
        Clear.render(area, buf);
        if area.width < 4 || area.height < 3 {
            // No room for a frame.
            return area;
        }
        let line = format!("+{}+", "-".repeat(usize::from(area.width) - 2));
        put(&line, area, buf, theme::PLAIN);
        put(&line, row_of(area, area.height - 1), buf, theme::PLAIN);
        for row in 1..area.height - 1 {
            let line = row_of(area, row);
            put("|", line, buf, theme::PLAIN);
            put("|", right_of(line, area.width - 1), buf, theme::PLAIN);
        }
        self.draw_title(area, buf);
        Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 }
    }

    fn draw_title(&self, area: Rect, buf: &mut Buffer) {
        let room = Rect { width: area.width.saturating_sub(6), height: 1, ..right_of(area, 3) };
        if self.title.is_empty() || room.width == 0 {
            return;
        }
        let title = text::truncate(self.title, usize::from(room.width));
        put(&format!(" {title} "), Rect { x: room.x - 1, width: room.width + 2, ..room }, buf, theme::TITLE);
    }
}

/// An area of this size in the middle of another, or as much of it as there is room for.
pub fn centered(within: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(within.width), height.min(within.height));
    let x = within.x + (within.width - width) / 2;
    let y = within.y + (within.height - height) / 2;
    Rect { x, y, width, height }
}

/// The area that a pop-up of these lines needs, frame included.
pub fn around(within: Rect, title: &str, lines: &[String]) -> Rect {
    let widest = lines.iter().map(|line| text::width(line)).max().unwrap_or_default();
    let wide = columns(widest.max(text::width(title) + 4)).saturating_add(4);
    centered(within, wide, columns(lines.len()).saturating_add(2))
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;
    use crate::tui::paint::{hidden_content, screen_text};

    #[test]
    fn a_pop_up_over_chinese_has_all_its_borders() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 5));
        for y in 0..5 {
            buf.set_string(0, y, "依申请公开政府信息办", Style::new());
        }
        let inner = Popup::new("办理").draw(Rect::new(3, 1, 12, 3), &mut buf);
        put("一二三四五六", inner, &mut buf, Style::new());
        assert_eq!(
            screen_text(&buf),
            "依申请公开政府信息办\n依 +- 办理 ---+ 息办\n依 | 一二三.. | 息办\n依 +----------+ 息办\n依申请公开政府信息办\n"
        );
        assert!(hidden_content(&buf).is_empty());
    }

    #[test]
    fn a_pop_up_fits_into_any_window() {
        for (width, height) in [(0, 0), (1, 1), (3, 3), (5, 3), (20, 5)] {
            let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
            let area = centered(buf.area, 40, 10);
            let inner = Popup::new("办理").draw(area, &mut buf);
            assert_eq!(inner.intersection(buf.area), inner);
        }
    }

    #[test]
    fn a_pop_up_is_as_large_as_its_lines() {
        let lines = ["申请人逾期未补正".to_owned()];
        assert_eq!(around(Rect::new(0, 0, 80, 24), "提示", &lines), Rect::new(30, 10, 20, 3));
    }
}
