//! Windows over the screen: menus, questions, explanations.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::screens::StepKind;
use super::screens::document::Document;
use super::widgets::{Edit, Menu, MenuItem, Popup, TextInput, around, centered, put, theme};
use crate::desk::Command;
use crate::terminal::{Key, KeyPress};
use crate::text;
use crate::words::tui::{forms, screens as words};

/// A window over the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// The steps of a case.
    Steps(Menu, Vec<StepKind>),
    /// What a field can hold.
    Pick(Pick),
    /// Do this? With its consequence.
    Confirm(Vec<String>, Command, Menu),
    /// What becomes of a half-typed form?
    Draft(Menu),
    /// Leave the program?
    Quit(Vec<String>, Menu),
    /// Something to be read.
    Text(String, Document),
}

/// A long list, narrowed by typing a number or words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pick {
    title: &'static str,
    options: Vec<String>,
    typed: TextInput,
    /// Among those that fit what is typed.
    selected: usize,
}

/// What a key did to a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PickReply {
    /// This option.
    Chosen(usize),
    /// It took the key.
    Taken,
    /// Ask the key map.
    Ignored,
}

impl Pick {
    /// A list with this option selected; what was typed narrows it at once.
    pub(crate) fn new(title: &'static str, options: Vec<String>, selected: usize, typed: &str) -> Self {
        let selected = if typed.is_empty() { selected } else { 0 };
        Self { title, options, typed: TextInput::new(typed), selected }
    }

    /// The options that fit: the one of the typed number, else those that hold the typed words.
    fn fitting(&self) -> Vec<(usize, &String)> {
        let typed = text::fold_search(self.typed.text().trim());
        let numbered = || self.options.iter().enumerate();
        if let Some(found) = typed.parse().ok().and_then(|n: usize| numbered().nth(n.checked_sub(1)?)) {
            return vec![found];
        }
        numbered().filter(|(_, option)| text::fold_search(option).contains(&typed)).collect()
    }

    /// Answers a key.
    pub(crate) fn handle(&mut self, press: KeyPress) -> PickReply {
        let count = self.fitting().len();
        match press.code {
            Key::Enter => {
                let at = self.fitting().get(self.selected).map(|(at, _)| *at);
                return at.map_or(PickReply::Taken, PickReply::Chosen);
            }
            Key::Up => self.selected = self.selected.saturating_sub(1),
            Key::Down => self.selected = (self.selected + 1).min(count.saturating_sub(1)),
            Key::PageUp | Key::Home => self.selected = 0,
            Key::PageDown | Key::End => self.selected = count.saturating_sub(1),
            Key::Backspace if self.typed.is_empty() => return PickReply::Ignored,
            _ => match self.typed.handle(press) {
                Edit::Changed => {
                    self.selected = 0;
                    // A short list is chosen from by one digit.
                    if let (1..=9, [(at, _)], Some('1'..='9')) =
                        (self.options.len(), self.fitting().as_slice(), press.typed())
                    {
                        return PickReply::Chosen(*at);
                    }
                }
                Edit::Moved => {}
                Edit::Ignored => return PickReply::Ignored,
            },
        }
        PickReply::Taken
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let widest = self.options.iter().map(|option| text::width(option)).max().unwrap_or_default();
        let wide = u16::try_from(widest.max(30)).unwrap_or(u16::MAX).saturating_add(11);
        let high = u16::try_from(self.options.len()).unwrap_or(u16::MAX).saturating_add(3);
        let inside = Popup::new(self.title).draw(centered(area, wide, high), buf);
        let height = usize::from(inside.height.saturating_sub(1));
        let first = (self.selected + 1).saturating_sub(height);
        for (n, (at, option)) in self.fitting().into_iter().enumerate().skip(first).take(height) {
            let y = inside.y.saturating_add(u16::try_from(n - first).unwrap_or(u16::MAX));
            let line = Rect { y, height: 1, ..inside }.intersection(inside);
            let here = n == self.selected;
            let mark = if here { ">" } else { " " };
            let style = if here { theme::FOCUS } else { theme::PLAIN };
            put(&format!("{mark} {:>2} {option}", at + 1), line, buf, style);
        }
        let last = Rect { y: inside.bottom().saturating_sub(1), height: 1, ..inside }.intersection(inside);
        let used = put(forms::PICK_FIELD, last, buf, theme::TITLE);
        let field = Rect { x: last.x + used, width: last.width.saturating_sub(used), ..last };
        self.typed.draw(field, buf, theme::FIELD)
    }
}

impl Dialog {
    /// Do this?
    pub(crate) fn confirm(lines: Vec<String>, command: Command) -> Self {
        Self::Confirm(lines, command, Menu::numbered(words::CONFIRM_CHOICES))
    }

    /// What becomes of a half-typed form?
    pub(crate) fn draft() -> Self {
        Self::Draft(Menu::numbered(words::DRAFT_CHOICES))
    }

    /// Leave the program?
    pub(crate) fn quit(drafts: usize) -> Self {
        Self::Quit(words::quit_lines(drafts), Menu::numbered(words::QUIT_CHOICES))
    }

    /// Draws it over the screen; gives the place of the cursor.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        match self {
            Self::Steps(menu, _) => draw_menu(words::STEPS_TITLE, &[], menu, area, buf),
            Self::Pick(pick) => pick.draw(area, buf),
            Self::Confirm(lines, _, menu) => draw_menu(words::CONFIRM_TITLE, lines, menu, area, buf),
            Self::Draft(menu) => draw_menu(words::DRAFT_TITLE, &[], menu, area, buf),
            Self::Quit(lines, menu) => draw_menu(words::QUIT_TITLE, lines, menu, area, buf),
            Self::Text(title, document) => {
                let place = centered(area, area.width.saturating_sub(4), area.height.saturating_sub(4));
                Some(document.draw(Popup::new(title).draw(place, buf), buf))
            }
        }
    }
}

/// Lines to be read, and choices under them.
fn draw_menu(title: &str, lines: &[String], menu: &Menu, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let room = usize::from(area.width.saturating_sub(8)).max(10);
    let mut shown: Vec<String> = lines.iter().flat_map(|line| text::wrap(line, room)).collect();
    let head = shown.len();
    shown.extend(menu.items().iter().map(|item| " ".repeat(usize::from(MenuItem::width(item)))));
    let inside = Popup::new(title).draw(around(area, title, &shown), buf);
    for (n, line) in (0_u16..).zip(shown.iter().take(head)) {
        let place = Rect { y: inside.y.saturating_add(n), height: 1, ..inside }.intersection(inside);
        put(line, place, buf, theme::PLAIN);
    }
    let head = u16::try_from(head).unwrap_or(u16::MAX).min(inside.height);
    menu.draw(Rect { y: inside.y + head, height: inside.height - head, ..inside }, buf)
}
