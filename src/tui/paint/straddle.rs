//! Wide glyphs that reach into an area from the left.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text;

/// Blanks every wide glyph that begins left of `area` and reaches into it, and clears the cells that lie
/// hidden behind a glyph of the area's right edge. Call it before drawing a pop-up: otherwise the glyph owns
/// the pop-up's border cell and the border is not painted (ratatui #2526).
pub fn blank_straddle(area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        blank_before(area.left(), y, buf);
        blank_before(area.right(), y, buf);
    }
}

/// Blanks the glyph that begins just before column `x` and reaches over it.
fn blank_before(x: u16, y: u16, buf: &mut Buffer) {
    let Some(before) = x.checked_sub(1).filter(|before| *before >= buf.area.left()) else { return };
    if let Some(cell) = buf.cell_mut((before, y))
        && text::width(cell.symbol()) > 1
    {
        cell.set_symbol(" ");
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;
    use crate::tui::paint::{hidden_content, screen_text};

    #[test]
    fn the_left_border_of_a_pop_up_over_a_wide_glyph_is_seen() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 10, 1));
        buf.set_string(0, 0, "政府信息公", Style::new());
        blank_straddle(Rect::new(3, 0, 4, 1), &mut buf);
        buf.set_string(3, 0, "|  |", Style::new());
        assert_eq!(screen_text(&buf), "政 |  | 公\n");
        assert!(hidden_content(&buf).is_empty());
    }

    #[test]
    fn areas_outside_the_buffer_are_harmless() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 4, 1));
        blank_straddle(Rect::new(0, 0, 100, 100), &mut buf);
        blank_straddle(Rect::new(50, 50, 3, 3), &mut buf);
        blank_straddle(Rect::ZERO, &mut Buffer::empty(Rect::ZERO));
    }
}
