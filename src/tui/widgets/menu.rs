//! Numbered choices.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::put::{columns, put, right_of, row_of};
use super::theme;
use crate::terminal::{Key, KeyPress, fold_key};
use crate::words::tui::NOT_NOW;

/// A choice: its digit, its words, and why it cannot be chosen, if so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuItem {
    /// The key that chooses it; a space for none.
    pub key: char,
    /// What it says.
    pub label: String,
    /// Why it cannot be chosen now.
    pub refusal: Option<String>,
}

impl MenuItem {
    /// A choice that can be made.
    pub fn new(key: char, label: impl Into<String>) -> Self {
        Self { key, label: label.into(), refusal: None }
    }

    /// The same choice, which cannot be made now for this reason.
    #[must_use]
    pub fn refused(self, reason: impl Into<String>) -> Self {
        Self { refusal: Some(reason.into()), ..self }
    }
}

/// What a key did to a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MenuReply {
    /// The choice of this place in the list was made.
    Chosen(usize),
    /// It cannot be made now, and why.
    Refused(String),
    /// Another choice is selected.
    Moved,
    /// Not a key for a menu: ask the key map.
    Ignored,
}

/// Choices, one of them selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu {
    items: Vec<MenuItem>,
    selected: usize,
}

impl Menu {
    /// A menu with the first choice selected that can be made.
    pub fn new(items: Vec<MenuItem>) -> Self {
        let selected = items.iter().position(|item| item.refusal.is_none()).unwrap_or_default();
        Self { items, selected }
    }

    /// Choices numbered from 1; those after the ninth have no digit.
    pub fn numbered<S: Into<String>>(labels: impl IntoIterator<Item = S>) -> Self {
        let digits = ('1'..='9').chain(std::iter::repeat(' '));
        Self::new(labels.into_iter().zip(digits).map(|(label, key)| MenuItem::new(key, label)).collect())
    }

    /// The same menu with this choice selected.
    #[must_use]
    pub fn select(self, selected: usize) -> Self {
        Self { selected: selected.min(self.items.len().saturating_sub(1)), ..self }
    }

    /// The choices.
    pub fn items(&self) -> &[MenuItem] {
        &self.items
    }

    /// The place of the selected choice.
    pub const fn selected(&self) -> usize {
        self.selected
    }

    /// Answers digits (full-width ones too), Enter, arrows, Home and End.
    pub fn handle(&mut self, press: KeyPress) -> MenuReply {
        if press.ctrl || press.alt || press.shift || self.items.is_empty() {
            return MenuReply::Ignored;
        }
        let last = self.items.len() - 1;
        self.selected = match press.code {
            Key::Enter => return self.choose(self.selected),
            Key::Char(c) => return self.by_key(fold_key(c)),
            Key::Up => self.selected.checked_sub(1).unwrap_or(last),
            Key::Down if self.selected == last => 0,
            Key::Down => self.selected + 1,
            Key::Home | Key::PageUp => 0,
            Key::End | Key::PageDown => last,
            _ => return MenuReply::Ignored,
        };
        MenuReply::Moved
    }

    /// Draws as many choices as there are rows, the selected one among them; gives the place of its mark.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = area.intersection(buf.area);
        let height = usize::from(area.height);
        let first = (self.selected + 1).saturating_sub(height);
        let mut cursor = None;
        for (n, item) in self.items.iter().enumerate().skip(first).take(height) {
            let line = row_of(area, columns(n - first));
            if n == self.selected && !line.is_empty() {
                put(">", line, buf, theme::FOCUS);
                cursor = Some(Position::new(line.x, line.y));
            }
            item.draw(right_of(line, 2), buf);
        }
        cursor
    }

    fn by_key(&mut self, key: char) -> MenuReply {
        match self.items.iter().position(|item| item.key == key && key != ' ') {
            Some(at) => self.choose(at),
            None => MenuReply::Ignored,
        }
    }

    fn choose(&mut self, at: usize) -> MenuReply {
        self.selected = at;
        match self.items.get(at).map(|item| &item.refusal) {
            Some(Some(reason)) => MenuReply::Refused(reason.clone()),
            Some(None) => MenuReply::Chosen(at),
            None => MenuReply::Ignored,
        }
    }
}

impl MenuItem {
    /// Columns that the choice needs, mark included.
    pub fn width(&self) -> u16 {
        columns(crate::text::width(&self.line())).saturating_add(2)
    }

    fn line(&self) -> String {
        match &self.refusal {
            None => format!("{} {}", self.key, self.label),
            // In words too: dimming alone is not seen by everybody.
            Some(_) => format!("{} {} ({NOT_NOW})", self.key, self.label),
        }
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) {
        let style = if self.refusal.is_some() { theme::DISABLED } else { theme::PLAIN };
        put(&self.line(), area, buf, style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::paint::screen_text;

    fn menu() -> Menu {
        Menu::new(vec![
            MenuItem::new('1', "延期").refused("已答复的申请不能延期"),
            MenuItem::new('2', "作出答复"),
            MenuItem::new('0', "撤回"),
        ])
    }

    #[test]
    fn a_digit_chooses_also_a_full_width_one() {
        assert_eq!(menu().handle(KeyPress::char('2')), MenuReply::Chosen(1));
        assert_eq!(menu().handle(KeyPress::char('０')), MenuReply::Chosen(2));
        assert_eq!(menu().handle(KeyPress::char('9')), MenuReply::Ignored);
    }

    #[test]
    fn what_cannot_be_chosen_says_why() {
        let reason = MenuReply::Refused("已答复的申请不能延期".into());
        assert_eq!(menu().handle(KeyPress::char('1')), reason);
    }

    #[test]
    fn arrows_go_round_and_enter_chooses() {
        let mut menu = menu();
        assert_eq!(menu.selected(), 1);
        for _ in 0..2 {
            assert_eq!(menu.handle(KeyPress::plain(Key::Down)), MenuReply::Moved);
        }
        assert_eq!(menu.selected(), 0);
        menu.handle(KeyPress::plain(Key::Up));
        assert_eq!(menu.handle(KeyPress::plain(Key::Enter)), MenuReply::Chosen(2));
        assert_eq!(menu.handle(KeyPress::plain(Key::Esc)), MenuReply::Ignored);
    }

    #[test]
    fn the_selected_choice_has_the_mark_and_the_cursor() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 24, 3));
        let cursor = menu().draw(buf.area, &mut buf);
        assert_eq!(screen_text(&buf), "  1 延期 (暂不可用)\n> 2 作出答复\n  0 撤回\n");
        assert_eq!(cursor, Some(Position::new(0, 1)));
    }

    #[test]
    fn in_a_low_window_the_selected_choice_is_seen() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 24, 1));
        let cursor = menu().select(2).draw(buf.area, &mut buf);
        assert_eq!(screen_text(&buf), "> 0 撤回\n");
        assert_eq!(cursor, Some(Position::new(0, 0)));
    }

    #[test]
    fn an_empty_menu_answers_nothing() {
        assert_eq!(Menu::new(Vec::new()).handle(KeyPress::plain(Key::Enter)), MenuReply::Ignored);
        assert_eq!(Menu::numbered(["甲", "乙"]).items()[1].key, '2');
    }
}
