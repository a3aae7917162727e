//! A field of one line.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::put::columns;
use crate::terminal::{Key, KeyPress};
use crate::text;

/// What a key did to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// The text is another.
    Changed,
    /// Only the cursor moved, or there was nothing to delete.
    Moved,
    /// Not a key for a field: ask the key map.
    Ignored,
}

/// One line of text being typed. The cursor steps over whole glyphs; what is put in is cleaned of
/// control, zero-width and bidirectional characters first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextInput {
    glyphs: Vec<String>,
    cursor: usize,
}

impl TextInput {
    /// A field with this text, the cursor at its end.
    pub fn new(text: &str) -> Self {
        let glyphs = split(&text::clean_line(text));
        Self { cursor: glyphs.len(), glyphs }
    }

    /// What it holds.
    pub fn text(&self) -> String {
        self.glyphs.concat()
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.glyphs.is_empty()
    }

    /// The cursor's place, in glyphs from the beginning.
    pub const fn cursor(&self) -> usize {
        self.cursor
    }

    /// Another text, the cursor at its end.
    pub fn set(&mut self, text: &str) {
        *self = Self::new(text);
    }

    /// A character typed at the cursor.
    pub fn insert(&mut self, c: char) {
        self.insert_clean(&text::clean_line(c.encode_utf8(&mut [0; 4])));
    }

    /// Text pasted at the cursor; line ends become spaces.
    pub fn paste(&mut self, text: &str) {
        self.insert_clean(&text::clean_line(text));
    }

    /// Answers the keys of a field; leaves Enter, Tab, Up, Down, function keys and Ctrl (but
    /// Ctrl-U, which clears what stands before the cursor) to the key map.
    pub fn handle(&mut self, press: KeyPress) -> Edit {
        if let Some(c) = press.typed() {
            self.insert(c);
            return Edit::Changed;
        }
        if press == KeyPress::ctrl('u') {
            return self.remove(0..self.cursor);
        }
        if press.ctrl || press.alt || press.shift {
            return Edit::Ignored;
        }
        match press.code {
            Key::Backspace => self.remove(self.cursor.saturating_sub(1)..self.cursor),
            Key::Delete => self.remove(self.cursor..self.cursor.saturating_add(1).min(self.glyphs.len())),
            Key::Left => self.move_to(self.cursor.saturating_sub(1)),
            Key::Right => self.move_to(self.cursor.saturating_add(1)),
            Key::Home => self.move_to(0),
            Key::End => self.move_to(self.glyphs.len()),
            _ => Edit::Ignored,
        }
    }

    /// Draws the part around the cursor into the first row; gives the place of the cursor.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: Style) -> Option<Position> {
        let area = super::put::row_of(area, 0).intersection(buf.area);
        if area.is_empty() {
            return None;
        }
        buf.set_style(area, style);
        let offset = self.offset(usize::from(area.width));
        let mut column = 0;
        for glyph in &self.glyphs {
            let wide = text::width(glyph);
            let end = column + wide;
            // A glyph cut by either edge is left blank, never halved.
            if column >= offset && end - offset <= usize::from(area.width) {
                buf.set_string(area.x + columns(column - offset), area.y, glyph, style);
            }
            column = end;
        }
        let at = columns(self.column().saturating_sub(offset)).min(area.width - 1);
        Some(Position::new(area.x + at, area.y))
    }

    /// Columns before the cursor.
    fn column(&self) -> usize {
        self.glyphs.iter().take(self.cursor).map(|glyph| text::width(glyph)).sum()
    }

    /// Columns scrolled off to the left: in steps of half the field, so that typing repaints little.
    fn offset(&self, width: usize) -> usize {
        let column = self.column();
        // Room for the cursor after the last glyph, and for a wide glyph under it.
        let seen = width.saturating_sub(2).max(1);
        if column <= seen {
            return 0;
        }
        let step = (seen / 2).max(1);
        (column - seen).div_ceil(step) * step
    }

    fn insert_clean(&mut self, text: &str) {
        let (before, after) = self.glyphs.split_at(self.cursor.min(self.glyphs.len()));
        let left = before.concat() + text;
        let all = left.clone() + &after.concat();
        // A combining mark joins the glyph before it, so both sides are split anew.
        self.cursor = split(&left).len();
        self.glyphs = split(&all);
        self.cursor = self.cursor.min(self.glyphs.len());
    }

    fn remove(&mut self, range: std::ops::Range<usize>) -> Edit {
        if range.is_empty() {
            return Edit::Moved;
        }
        self.cursor = range.start;
        self.glyphs.drain(range);
        Edit::Changed
    }

    fn move_to(&mut self, cursor: usize) -> Edit {
        self.cursor = cursor.min(self.glyphs.len());
        Edit::Moved
    }
}

fn split(text: &str) -> Vec<String> {
    text::glyphs(text).map(|(glyph, _)| glyph.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::paint::{hidden_content, screen_text};

    fn press(input: &mut TextInput, keys: &[Key]) {
        for key in keys {
            input.handle(KeyPress::plain(*key));
        }
    }

    fn drawn(input: &TextInput, width: u16) -> (String, u16) {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        let cursor = input.draw(buf.area, &mut buf, Style::new()).unwrap();
        assert!(hidden_content(&buf).is_empty());
        (screen_text(&buf).trim_end_matches('\n').to_owned(), cursor.x)
    }

    #[test]
    fn the_cursor_steps_over_whole_glyphs_and_stands_by_columns() {
        let mut input = TextInput::new("信息e\u{301}公开");
        press(&mut input, &[Key::Left, Key::Left]);
        assert_eq!(drawn(&input, 20).1, 5);
        press(&mut input, &[Key::Backspace]);
        assert_eq!(input.text(), "信息公开");
        press(&mut input, &[Key::Home, Key::Delete]);
        assert_eq!(input.text(), "息公开");
    }

    #[test]
    fn what_is_pasted_is_cleaned_and_put_on_one_line() {
        let mut input = TextInput::new("前后");
        press(&mut input, &[Key::Left]);
        input.paste("一\r\n二\t三\u{202e}\u{1b}[31m");
        assert_eq!(input.text(), "前一 二 三[31m后");
        assert_eq!(input.cursor(), 10);
    }

    #[test]
    fn keys_that_are_not_for_a_field_are_left_to_the_key_map() {
        let mut input = TextInput::new("a");
        for key in [Key::Enter, Key::Tab, Key::Up, Key::F(8), Key::Esc] {
            assert_eq!(input.handle(KeyPress::plain(key)), Edit::Ignored);
        }
        assert_eq!(input.handle(KeyPress::ctrl('g')), Edit::Ignored);
        assert_eq!(input.handle(KeyPress::char('？')), Edit::Changed);
        assert_eq!(input.text(), "a？");
    }

    #[test]
    fn a_long_text_scrolls_so_that_the_cursor_is_seen() {
        let mut input = TextInput::new("一二三四五六七八九十");
        let (shown, cursor) = drawn(&input, 10);
        assert!(shown.ends_with("十") && cursor < 10, "{shown} {cursor}");
        press(&mut input, &[Key::Home]);
        assert_eq!(drawn(&input, 10), ("一二三四五".into(), 0));
    }

    #[test]
    fn a_field_without_room_draws_nothing() {
        let input = TextInput::new("信息");
        let mut buf = Buffer::empty(Rect::new(0, 0, 4, 1));
        assert_eq!(input.draw(Rect::new(9, 9, 3, 1), &mut buf, Style::new()), None);
        assert_eq!(input.draw(Rect::new(0, 0, 0, 1), &mut buf, Style::new()), None);
        assert!(input.draw(Rect::new(0, 0, 1, 1), &mut buf, Style::new()).is_some());
    }

    proptest! {
        #[test]
        fn any_keys_at_any_width_keep_the_cursor_inside(text in "\\PC{0,20}", steps in prop::collection::vec(0usize..7, 0..20), width in 1u16..30) {
            let mut input = TextInput::new(&text);
            for step in steps {
                let keys = [Key::Left, Key::Right, Key::Home, Key::End, Key::Backspace, Key::Delete, Key::Char('信')];
                press(&mut input, &keys[step..=step]);
                prop_assert!(input.cursor() <= text::glyphs(&input.text()).count());
                let (_, cursor) = drawn(&input, width);
                prop_assert!(cursor < width);
            }
        }
    }
}
