//! A field of several lines.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::input::Edit;
use super::put::{columns, row_of};
use crate::terminal::{Key, KeyPress};
use crate::text;

/// Several lines of text being typed, wrapped so that no line begins with a closing mark (避头尾).
///
/// Enter makes a new line; leave the field by Tab or by a key of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextArea {
    /// All glyphs; a line end is a glyph of its own.
    glyphs: Vec<String>,
    cursor: usize,
}

/// One row on the screen: which glyphs it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Row {
    start: usize,
    end: usize,
}

impl TextArea {
    /// A field with this text, the cursor at its end.
    pub fn new(text: &str) -> Self {
        let glyphs = split(&text::clean_text(text));
        Self { cursor: glyphs.len(), glyphs }
    }

    /// The same with the cursor at its beginning.
    #[must_use]
    pub fn at_start(self) -> Self {
        Self { cursor: 0, ..self }
    }

    /// What it holds; lines end with `\n`.
    pub fn text(&self) -> String {
        self.glyphs.concat()
    }

    /// What stands before the cursor.
    pub fn before(&self) -> String {
        self.glyphs.iter().take(self.cursor).map(String::as_str).collect()
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.glyphs.is_empty()
    }

    /// Text pasted at the cursor; its lines stay.
    pub fn paste(&mut self, text: &str) {
        self.insert(&text::clean_text(text));
    }

    /// Answers the keys of a field that is drawn `width` columns wide.
    pub fn handle(&mut self, press: KeyPress, width: u16) -> Edit {
        if let Some(c) = press.typed() {
            self.insert(&text::clean_text(c.encode_utf8(&mut [0; 4])));
            return Edit::Changed;
        }
        if press.ctrl || press.alt || press.shift {
            return Edit::Ignored;
        }
        match press.code {
            Key::Enter => {
                self.insert("\n");
                Edit::Changed
            }
            Key::Backspace => self.remove(self.cursor.checked_sub(1)),
            Key::Delete => self.remove(Some(self.cursor)),
            Key::Left => self.move_to(self.cursor.saturating_sub(1)),
            Key::Right => self.move_to(self.cursor.saturating_add(1)),
            Key::Home => self.go_to_row(0, width, |row, _| row.start),
            Key::End => self.go_to_row(0, width, Row::last),
            Key::Up => self.vertically(-1, width),
            Key::Down => self.vertically(1, width),
            _ => Edit::Ignored,
        }
    }

    /// Draws the rows around the cursor; gives the place of the cursor.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: Style) -> Option<Position> {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return None;
        }
        buf.set_style(area, style);
        let rows = self.rows(area.width);
        let (at_row, at_column) = self.place(&rows);
        let first = (at_row + 1).saturating_sub(usize::from(area.height));
        for (n, row) in rows.iter().skip(first).take(usize::from(area.height)).enumerate() {
            let line: String = self.slice(*row).filter(|glyph| *glyph != "\n").collect();
            let line_area = row_of(area, columns(n));
            buf.set_stringn(line_area.x, line_area.y, line, usize::from(area.width), style);
        }
        let x = area.x + columns(at_column).min(area.width - 1);
        Some(Position::new(x, area.y + columns(at_row - first)))
    }

    /// How many rows the text takes at this width; at least one.
    pub fn height(&self, width: u16) -> u16 {
        columns(self.rows(width).len())
    }

    fn slice(&self, row: Row) -> impl Iterator<Item = &str> {
        self.glyphs.iter().take(row.end).skip(row.start).map(String::as_str)
    }

    fn rows(&self, width: u16) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut start = 0;
        for line in self.glyphs.split_inclusive(|glyph| glyph == "\n") {
            let bare = line.strip_suffix(&["\n".to_owned()]).unwrap_or(line);
            for length in wrapped(bare, width) {
                rows.push(Row { start, end: start + length });
                start += length;
            }
            // The line end belongs to the last row of its line.
            if bare.len() < line.len() {
                start += 1;
                if let Some(row) = rows.last_mut() {
                    row.end = start;
                }
            }
        }
        if self.glyphs.last().is_none_or(|glyph| glyph == "\n") {
            rows.push(Row { start, end: start });
        }
        rows
    }

    /// Row and column of the cursor. At a wrap it stands on the later row.
    fn place(&self, rows: &[Row]) -> (usize, usize) {
        let at = rows.iter().rposition(|row| row.start <= self.cursor).unwrap_or_default();
        let start = rows.get(at).map_or(0, |row| row.start);
        (at, self.slice(Row { start, end: self.cursor }).map(text::width).sum())
    }

    fn vertically(&mut self, step: isize, width: u16) -> Edit {
        let rows = self.rows(width);
        let (at, column) = self.place(&rows);
        let Some(row) = at.checked_add_signed(step).filter(|row| *row < rows.len()) else {
            // From the first row up and from the last row down the key leaves the field.
            return Edit::Ignored;
        };
        self.go_to_row(row.cast_signed() - at.cast_signed(), width, |row, area| row.nearest(area, column))
    }

    fn go_to_row(&mut self, step: isize, width: u16, within: impl Fn(Row, &Self) -> usize) -> Edit {
        let rows = self.rows(width);
        let (at, _) = self.place(&rows);
        match at.checked_add_signed(step).and_then(|row| rows.get(row)) {
            Some(row) => self.move_to(within(*row, self)),
            None => Edit::Moved,
        }
    }

    fn insert(&mut self, text: &str) {
        let (before, after) = self.glyphs.split_at(self.cursor.min(self.glyphs.len()));
        let left = before.concat() + text;
        let all = left.clone() + &after.concat();
        self.glyphs = split(&all);
        self.cursor = split(&left).len().min(self.glyphs.len());
    }

    fn remove(&mut self, at: Option<usize>) -> Edit {
        let Some(at) = at.filter(|at| *at < self.glyphs.len()) else { return Edit::Moved };
        self.glyphs.remove(at);
        self.cursor = at;
        Edit::Changed
    }

    fn move_to(&mut self, cursor: usize) -> Edit {
        self.cursor = cursor.min(self.glyphs.len());
        Edit::Moved
    }
}

impl Row {
    /// The last place of a cursor that still stands on this row.
    fn last(self, area: &TextArea) -> usize {
        let ends_line = area.slice(self).last() == Some("\n");
        let ends_text = self.end == area.glyphs.len();
        if self.start == self.end || (ends_text && !ends_line) { self.end } else { self.end - 1 }
    }

    /// The place on this row whose column comes nearest without passing it.
    fn nearest(self, area: &TextArea, column: usize) -> usize {
        let mut used = 0;
        let fitting = area.slice(self).take_while(|glyph| {
            used += text::width(glyph);
            used <= column
        });
        (self.start + fitting.count()).min(self.last(area))
    }
}

/// How many glyphs each row of a line takes. Spaces at a wrap hang at the end of their row, unseen.
fn wrapped(line: &[String], width: u16) -> Vec<usize> {
    let mut lengths = Vec::new();
    let mut rest = line;
    for piece in text::wrap(&line.concat(), usize::from(width)) {
        let seen = text::glyphs(&piece).count();
        // Spaces that the wrapping dropped before this piece hang on the row before.
        let hanging = rest.iter().take_while(|glyph| *glyph == " ").count();
        let leading = text::glyphs(&piece).take_while(|(glyph, _)| *glyph == " ").count();
        let dropped = hanging.saturating_sub(leading);
        match lengths.last_mut() {
            Some(before) => *before += dropped,
            None => lengths.push(dropped),
        }
        if lengths == [0] {
            lengths.clear();
        }
        lengths.push(seen);
        rest = rest.get(dropped + seen..).unwrap_or_default();
    }
    if let Some(last) = lengths.last_mut() {
        *last += rest.len();
    }
    lengths
}

fn split(text: &str) -> Vec<String> {
    text::glyphs(text).map(|(glyph, _)| glyph.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::paint::screen_text;

    fn drawn(area: &TextArea, width: u16, height: u16) -> (String, Position) {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        let cursor = area.draw(buf.area, &mut buf, Style::new()).unwrap();
        (screen_text(&buf), cursor)
    }

    fn press(area: &mut TextArea, keys: &[Key]) {
        for key in keys {
            area.handle(KeyPress::plain(*key), 12);
        }
    }

    #[test]
    fn no_row_begins_with_a_closing_mark() {
        let area = TextArea::new("依照《条例》，予以公开。");
        assert_eq!(drawn(&area, 12, 3).0, "依照《条\n例》，予以公\n开。\n");
        assert_eq!(drawn(&area, 12, 3).1, Position::new(4, 2));
    }

    #[test]
    fn up_and_down_keep_the_column_and_leave_the_field_at_its_ends() {
        let mut area = TextArea::new("一二三\n四五六七\n八");
        assert_eq!(area.handle(KeyPress::plain(Key::Down), 12), Edit::Ignored);
        press(&mut area, &[Key::Up, Key::End]);
        assert_eq!(drawn(&area, 12, 3).1, Position::new(8, 1));
        press(&mut area, &[Key::Up]);
        assert_eq!(drawn(&area, 12, 3).1, Position::new(6, 0));
        assert_eq!(area.handle(KeyPress::plain(Key::Up), 12), Edit::Ignored);
    }

    #[test]
    fn enter_makes_a_line_and_backspace_joins_it_again() {
        let mut area = TextArea::new("一二");
        press(&mut area, &[Key::Left, Key::Enter]);
        assert_eq!(area.text(), "一\n二");
        press(&mut area, &[Key::Backspace]);
        assert_eq!(area.text(), "一二");
    }

    #[test]
    fn a_text_taller_than_the_field_scrolls_to_the_cursor() {
        let area = TextArea::new("一\n二\n三\n四");
        assert_eq!(drawn(&area, 12, 2), ("三\n四\n".into(), Position::new(2, 1)));
        assert_eq!(area.height(12), 4);
    }

    #[test]
    fn pasted_lines_stay_lines() {
        let mut area = TextArea::default();
        area.paste("一\r\n二\u{7}\r三");
        assert_eq!(area.text(), "一\n二\n三");
    }

    proptest! {
        #[test]
        fn every_glyph_is_on_exactly_one_row(text in "[a-c 信，。（）\n]{0,40}", width in 1u16..14) {
            let area = TextArea::new(&text);
            let mut next = 0;
            for row in area.rows(width) {
                prop_assert_eq!(row.start, next);
                next = row.end;
            }
            prop_assert_eq!(next, area.glyphs.len());
        }

        #[test]
        fn any_keys_at_any_size_draw_with_the_cursor_inside(text in "[a-c 信，。（）\n]{0,30}", steps in prop::collection::vec(0usize..9, 0..20), width in 1u16..14, height in 1u16..5) {
            let keys = [Key::Left, Key::Right, Key::Up, Key::Down, Key::Home, Key::End, Key::Backspace, Key::Enter, Key::Char('信')];
            let mut area = TextArea::new(&text);
            for step in steps {
                area.handle(KeyPress::plain(keys[step]), width);
                let (_, cursor) = drawn(&area, width, height);
                prop_assert!(cursor.x < width && cursor.y < height);
            }
        }
    }
}
