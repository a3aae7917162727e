//! Rows in columns.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::put::{columns, put, right_of, row_of};
use super::theme;
use crate::text;

/// The gutter left of the rows: `>` for the selected one, `*` for a marked one.
const GUTTER: u16 = 2;

/// A column: its head and its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column<'a> {
    title: &'a str,
    /// Columns on the screen; nothing: whatever the others leave.
    width: Option<u16>,
    right: bool,
}

impl<'a> Column<'a> {
    /// A column of this many columns on the screen.
    pub const fn fixed(title: &'a str, width: u16) -> Self {
        Self { title, width: Some(width), right: false }
    }

    /// A column that takes its share of what the fixed ones leave.
    pub const fn filling(title: &'a str) -> Self {
        Self { title, width: None, right: false }
    }

    /// Aligned to the right, for numbers.
    #[must_use]
    pub const fn right(self) -> Self {
        Self { right: true, ..self }
    }
}

/// A table as it is to be seen now: the rows of this page alone.
#[derive(Debug, Clone, Copy)]
pub struct TableView<'a> {
    columns: &'a [Column<'a>],
    rows: &'a [Vec<String>],
    styles: &'a [Style],
    marks: &'a [bool],
    selected: Option<usize>,
}

impl<'a> TableView<'a> {
    /// Rows in columns; missing cells are blank.
    pub const fn new(columns: &'a [Column<'a>], rows: &'a [Vec<String>]) -> Self {
        Self { columns, rows, styles: &[], marks: &[], selected: None }
    }

    /// Marks a row, counted from the first one seen.
    #[must_use]
    pub const fn selected(self, selected: Option<usize>) -> Self {
        Self { selected, ..self }
    }

    /// A style for each row, in their order; rows without one are plain.
    #[must_use]
    pub const fn styles(self, styles: &'a [Style]) -> Self {
        Self { styles, ..self }
    }

    /// Which rows have a mark, in their order: a `*` in the gutter.
    #[must_use]
    pub const fn marks(self, marks: &'a [bool]) -> Self {
        Self { marks, ..self }
    }

    /// How many rows fit below the head.
    pub const fn page(area: Rect) -> usize {
        area.height.saturating_sub(1) as usize
    }
}

/// Draws head and rows. The selected row has a `>` in the gutter instead of a reversed line: moving the
/// selection then sends two glyphs and not two rows. Gives the place of that mark for the cursor, where
/// screen readers and input methods look.
pub fn draw_table(view: &TableView<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let area = area.intersection(buf.area);
    let widths = widths(view.columns, area.width.saturating_sub(GUTTER));
    draw_row(&widths, view.columns.iter().map(|c| c.title), row_of(area, 0), buf, theme::TITLE);
    let mut cursor = None;
    for (n, row) in view.rows.iter().take(TableView::page(area)).enumerate() {
        let line = row_of(area, columns(n + 1));
        let style = view.styles.get(n).copied().unwrap_or(theme::PLAIN);
        draw_row(&widths, row.iter().map(String::as_str), line, buf, style);
        if view.marks.get(n) == Some(&true) {
            put("*", Rect { width: right_of(line, 1).width.min(1), ..right_of(line, 1) }, buf, theme::FOCUS);
        }
        if view.selected == Some(n) && !line.is_empty() {
            put(">", line, buf, theme::FOCUS);
            cursor = Some(Position::new(line.x, line.y));
        }
    }
    cursor
}

fn draw_row<'a>(
    widths: &[(u16, bool)],
    cells: impl Iterator<Item = &'a str>,
    area: Rect,
    buf: &mut Buffer,
    style: Style,
) {
    let mut rest = right_of(area, GUTTER);
    for ((width, right), cell) in widths.iter().zip(cells) {
        let place = Rect { width: (*width).min(rest.width), ..rest };
        let free = if *right { place.width.saturating_sub(columns(text::width(cell))) } else { 0 };
        put(cell, right_of(place, free), buf, style);
        rest = right_of(rest, width.saturating_add(1));
    }
}

/// The width of each column and whether it is aligned to the right. One blank stands between two columns.
fn widths(all: &[Column<'_>], room: u16) -> Vec<(u16, bool)> {
    let gaps = columns(all.len().saturating_sub(1));
    let fixed = all.iter().filter_map(|c| c.width).fold(gaps, u16::saturating_add);
    let mut free = room.saturating_sub(fixed);
    let mut filling = columns(all.iter().filter(|c| c.width.is_none()).count());
    let mut out = Vec::with_capacity(all.len());
    for column in all {
        let width = column.width.unwrap_or_else(|| {
            let share = free.checked_div(filling).unwrap_or(0);
            free -= share;
            filling = filling.saturating_sub(1);
            share
        });
        out.push((width, column.right));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::paint::{hidden_content, screen_text};

    const COLUMNS: [Column<'static>; 3] =
        [Column::fixed("编号", 6), Column::filling("内容"), Column::fixed("余日", 4).right()];

    fn rows() -> Vec<Vec<String>> {
        [["1号", "政府信息公开申请", "5"], ["2号", "预算", "-12"]]
            .map(|row| row.map(str::to_owned).to_vec())
            .to_vec()
    }

    fn drawn(width: u16, height: u16) -> (String, Option<Position>) {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        let rows = rows();
        let view = TableView::new(&COLUMNS, &rows).selected(Some(1));
        let cursor = draw_table(&view, buf.area, &mut buf);
        assert!(hidden_content(&buf).is_empty());
        (screen_text(&buf), cursor)
    }

    #[test]
    fn cells_are_cut_by_columns_with_a_sign_and_numbers_stand_right() {
        let (text, cursor) = drawn(26, 4);
        assert_eq!(
            text,
            "  编号   内容         余日\n  1号    政府信息公..    5\n> 2号    预算          -12\n\n"
        );
        assert_eq!(cursor, Some(Position::new(0, 2)));
    }

    #[test]
    fn a_table_without_room_draws_what_it_can() {
        for (width, height) in [(0, 0), (1, 1), (2, 9), (8, 2), (20, 5)] {
            drawn(width, height);
        }
        assert_eq!(drawn(26, 2).1, None, "the selected row is not seen");
    }
}
