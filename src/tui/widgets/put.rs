//! Writing a text into a buffer, cut to its place.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text;

/// Writes a text into the first row of `area`, cut with `..` where it does not fit; gives the columns used.
/// Does nothing where the area lies outside the buffer.
pub fn put(text: &str, area: Rect, buf: &mut Buffer, style: impl Into<Style>) -> u16 {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return 0;
    }
    let cut = text::truncate(text, usize::from(area.width));
    let (end, _) = buf.set_stringn(area.x, area.y, cut, usize::from(area.width), style);
    end.saturating_sub(area.x)
}

/// A number of columns as ratatui counts them.
pub(super) fn columns(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// One row of an area; empty where the area has no such row.
pub(super) fn row_of(area: Rect, row: u16) -> Rect {
    if row >= area.height {
        return Rect { width: 0, height: 0, ..area };
    }
    Rect { y: area.y.saturating_add(row), height: 1, ..area }
}

/// What is right of the first columns of an area.
pub(super) fn right_of(area: Rect, skipped: u16) -> Rect {
    let skipped = skipped.min(area.width);
    Rect { x: area.x.saturating_add(skipped), width: area.width - skipped, ..area }
}
