//! Reading a painted buffer back, for tests and for plain output.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::text;

/// The text of a screen, row by row, without blanks at the ends. Cells hidden behind wide glyphs are passed
/// over, so that a row reads as the clerk sees it.
pub fn screen_text(buf: &Buffer) -> String {
    let mut out = String::new();
    for y in buf.area.top()..buf.area.bottom() {
        let mut row = String::new();
        let mut x = buf.area.left();
        while let Some(cell) = buf.cell((x, y)) {
            row.push_str(cell.symbol());
            x = x.saturating_add(columns(cell.symbol()));
        }
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out
}

/// Cells that hold something but lie behind a wide glyph, so that nobody will see it. Empty on every
/// sound screen.
pub fn hidden_content(buf: &Buffer) -> Vec<Position> {
    let mut found = Vec::new();
    for y in buf.area.top()..buf.area.bottom() {
        let mut x = buf.area.left();
        while let Some(cell) = buf.cell((x, y)) {
            let next = x.saturating_add(columns(cell.symbol()));
            let hidden = (x.saturating_add(1)..next).map(|x| Position::new(x, y));
            found.extend(hidden.filter(|at| buf.cell(*at).is_some_and(|cell| cell.symbol() != " ")));
            x = next;
        }
    }
    found
}

fn columns(symbol: &str) -> u16 {
    u16::try_from(text::width(symbol)).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn a_row_reads_as_the_clerk_sees_it() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 2));
        buf.set_string(0, 0, "公开 A", Style::new());
        assert_eq!(screen_text(&buf), "公开 A\n\n");
    }

    #[test]
    fn content_behind_a_wide_glyph_is_found() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 4, 1));
        buf.set_string(0, 0, "公", Style::new());
        buf.set_string(1, 0, "|", Style::new());
        assert_eq!(hidden_content(&buf), [Position::new(1, 0)]);
    }
}
