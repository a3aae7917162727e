//! A list in a window from which one is chosen: by its number, by arrows, or narrowed by typing words.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::widgets::{Edit, Popup, TextInput, centered, put, theme};
use crate::terminal::{Key, KeyPress};
use crate::text;
use crate::words::tui::{forms, screens as words};

/// One of the choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What is typed to choose it: one or two digits, mostly.
    pub(crate) number: String,
    /// What it is.
    pub(crate) label: String,
    /// What is to be said about it, in a column of its own.
    pub(crate) more: String,
    /// Words that find it and are not seen.
    pub(crate) also: String,
    /// The line above the first choice of a section; choices of a section stand together.
    pub(crate) section: &'static str,
    /// It cannot be chosen now.
    pub(crate) dim: bool,
}

/// A list, narrowed by typing a number or words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pick {
    title: String,
    choices: Vec<Choice>,
    typed: TextInput,
    /// Among those that fit what is typed.
    selected: usize,
}

/// What a key did to a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PickReply {
    /// This choice.
    Chosen(usize),
    /// It took the key.
    Taken,
    /// Ask the key map.
    Ignored,
}

/// Rows that a page key moves by.
const PAGE: usize = 10;

impl Pick {
    /// These choices, the first selected.
    pub(crate) fn new(title: &str, choices: Vec<Choice>) -> Self {
        Self { title: title.to_owned(), choices, typed: TextInput::default(), selected: 0 }
    }

    /// Options numbered from 1, this one selected; what was typed narrows them at once.
    pub(crate) fn numbered(title: &str, options: &[String], selected: usize, typed: &str) -> Self {
        let choice = |(n, label): (usize, &String)| Choice {
            number: n.to_string(),
            label: label.clone(),
            ..Choice::default()
        };
        let choices = (1..).zip(options).map(choice).collect();
        let selected = if typed.is_empty() { selected } else { 0 };
        Self { typed: TextInput::new(typed), selected, ..Self::new(title, choices) }
    }

    /// With words that find its choices and are not seen, in their order.
    #[must_use]
    pub(crate) fn also(mut self, words: impl IntoIterator<Item = String>) -> Self {
        for (choice, also) in self.choices.iter_mut().zip(words) {
            choice.also = also;
        }
        self
    }

    /// With this choice selected among all of them, whatever was typed.
    pub(crate) fn back_to(&mut self, choice: usize) {
        self.typed.set("");
        self.selected = choice;
    }

    /// The choices that fit: by the typed number, the exact one first; else those that hold the typed words.
    fn fitting(&self) -> Vec<(usize, &Choice)> {
        let typed = text::fold_search(self.typed.text().trim());
        let all = || self.choices.iter().enumerate();
        if self.types_a_number() {
            let mut found: Vec<_> = all().filter(|(_, choice)| choice.number.starts_with(&typed)).collect();
            found.sort_by_key(|(_, choice)| choice.number != typed);
            if !found.is_empty() {
                return found;
            }
        }
        let pinyin = text::Pinyin::of(&typed);
        let holds = |part: &str| {
            let part = text::fold_search(part);
            part.contains(&typed) || pinyin.as_ref().is_some_and(|pinyin| pinyin.is_in(&part))
        };
        let mut found: Vec<(usize, &Choice)> = all()
            .filter(|(_, choice)| {
                [&choice.label, &choice.more, &choice.also].into_iter().any(|part| holds(part))
            })
            .collect();
        // What is called so comes before what only speaks of it, within its section.
        let section = |choice: &Choice| all().position(|(_, other)| other.section == choice.section);
        found.sort_by_key(|(_, choice)| (section(choice), !holds(&choice.label)));
        found
    }

    fn types_a_number(&self) -> bool {
        let typed = text::fold_search(self.typed.text().trim());
        !typed.is_empty() && typed.chars().all(|c| c.is_ascii_digit())
    }

    /// Answers a key.
    pub(crate) fn handle(&mut self, press: KeyPress) -> PickReply {
        let last = self.fitting().len().saturating_sub(1);
        match press.code {
            Key::Enter => {
                let at = self.fitting().get(self.selected).map(|(at, _)| *at);
                return at.map_or(PickReply::Taken, PickReply::Chosen);
            }
            Key::Up => self.selected = self.selected.checked_sub(1).unwrap_or(last),
            Key::Down => self.selected = if self.selected >= last { 0 } else { self.selected + 1 },
            Key::PageUp => self.selected = self.selected.saturating_sub(PAGE),
            Key::PageDown => self.selected = (self.selected + PAGE).min(last),
            Key::Home if self.typed.is_empty() => self.selected = 0,
            Key::End if self.typed.is_empty() => self.selected = last,
            Key::Backspace if self.typed.is_empty() => return PickReply::Ignored,
            _ => match self.typed.handle(press) {
                Edit::Changed => {
                    self.selected = 0;
                    return self.only_one(press);
                }
                Edit::Moved => {}
                Edit::Ignored => return PickReply::Ignored,
            },
        }
        PickReply::Taken
    }

    /// A number that can become no other chooses at once.
    fn only_one(&self, press: KeyPress) -> PickReply {
        match self.fitting().as_slice() {
            [(at, choice)]
                if press.typed().is_some() && self.types_a_number() && !choice.number.is_empty() =>
            {
                PickReply::Chosen(*at)
            }
            _ => PickReply::Taken,
        }
    }

    /// Draws it over the screen; gives the place of the cursor.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let label = self.choices.iter().map(|choice| text::width(&choice.label)).max().unwrap_or_default();
        let more = self.choices.iter().map(|choice| text::width(&choice.more)).max().unwrap_or_default();
        let sections =
            self.choices.iter().map(|choice| text::width(choice.section)).max().unwrap_or_default();
        let widest =
            (label + if more > 0 { more + 1 } else { 0 }).max(sections).max(text::width(&self.title)).max(30);
        let wide = u16::try_from(widest).unwrap_or(u16::MAX).saturating_add(11);
        let high = Self::lines(&self.choices.iter().enumerate().collect::<Vec<_>>()).len();
        let high = u16::try_from(high).unwrap_or(u16::MAX).saturating_add(3);
        let inside = Popup::new(&self.title).draw(centered(area, wide, high), buf);
        self.draw_choices(label, Rect { height: inside.height.saturating_sub(1), ..inside }, buf);
        let last = Rect { y: inside.bottom().saturating_sub(1), height: 1, ..inside }.intersection(inside);
        let used = put(forms::PICK_FIELD, last, buf, theme::TITLE);
        let field = Rect { x: last.x + used, width: last.width.saturating_sub(used), ..last };
        self.typed.draw(field, buf, theme::FIELD)
    }

    /// The page on which the selected choice stands.
    fn draw_choices(&self, label: usize, area: Rect, buf: &mut Buffer) {
        let fitting = self.fitting();
        let lines = Self::lines(&fitting);
        let height = usize::from(area.height).max(1);
        let here = lines.iter().position(|line| *line == Line::Choice(self.selected)).unwrap_or_default();
        let first = (here / height * height).min(lines.len().saturating_sub(height));
        for (n, line) in (0_u16..).zip(lines.iter().skip(first).take(height)) {
            let place = Rect { y: area.y.saturating_add(n), height: 1, ..area }.intersection(area);
            match line {
                Line::Section(section) => _ = put(section, place, buf, theme::TITLE),
                Line::Choice(n) => {
                    if let Some((_, choice)) = fitting.get(*n) {
                        choice.draw(*n == self.selected, label, place, buf);
                    }
                }
            }
        }
        if fitting.is_empty() {
            let place = Rect { height: area.height.min(1), ..area };
            put(words::NOTHING_FOUND, place, buf, theme::DISABLED);
        }
    }

    /// The lines of these choices, those of the sections among them.
    fn lines(choices: &[(usize, &Choice)]) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut section = "";
        for (n, (_, choice)) in choices.iter().enumerate() {
            if choice.section != section {
                section = choice.section;
                lines.push(Line::Section(section));
            }
            lines.push(Line::Choice(n));
        }
        lines
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Section(&'static str),
    /// The place among those that fit.
    Choice(usize),
}

impl Choice {
    fn draw(&self, selected: bool, label: usize, line: Rect, buf: &mut Buffer) {
        let mark = if selected { ">" } else { " " };
        let style = match (selected, self.dim) {
            (true, _) => theme::FOCUS,
            (false, true) => theme::DISABLED,
            (false, false) => theme::PLAIN,
        };
        let number = &self.number;
        let words = if self.more.is_empty() {
            self.label.clone()
        } else {
            format!("{} {}", text::pad(&self.label, label), self.more)
        };
        put(&format!("{mark} {number:>2} {words}"), line, buf, style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::paint::screen_text;

    fn options(count: usize) -> Vec<String> {
        (1..=count).map(|n| format!("选项{n}")).collect()
    }

    fn typed(pick: &mut Pick, text: &str) -> PickReply {
        text.chars().map(|c| pick.handle(KeyPress::char(c))).last().unwrap()
    }

    #[test]
    fn a_number_that_can_become_no_other_chooses_at_once() {
        assert_eq!(typed(&mut Pick::numbered("", &options(3), 0, ""), "2"), PickReply::Chosen(1));
        let mut many = Pick::numbered("", &options(21), 0, "");
        assert_eq!(typed(&mut many, "1"), PickReply::Taken);
        assert_eq!(many.handle(KeyPress::plain(Key::Enter)), PickReply::Chosen(0), "the exact one is first");
        assert_eq!(typed(&mut many, "4"), PickReply::Chosen(13));
        assert_eq!(typed(&mut Pick::numbered("", &options(21), 0, ""), "3"), PickReply::Chosen(2));
    }

    #[test]
    fn words_narrow_and_arrows_go_round() {
        let mut pick = Pick::numbered("", &["转办".into(), "催办".into(), "送达".into()], 0, "");
        assert_eq!(typed(&mut pick, "办"), PickReply::Taken);
        pick.handle(KeyPress::plain(Key::Up));
        assert_eq!(pick.handle(KeyPress::plain(Key::Enter)), PickReply::Chosen(1));
        pick.handle(KeyPress::plain(Key::Down));
        assert_eq!(pick.handle(KeyPress::plain(Key::Enter)), PickReply::Chosen(0));
        typed(&mut pick, "无");
        assert_eq!(pick.handle(KeyPress::plain(Key::Enter)), PickReply::Taken, "nothing fits");
    }

    #[test]
    fn the_selected_choice_is_seen_wherever_it_is() {
        let mut pick = Pick::numbered("办理", &options(40), 0, "");
        for _ in 0..45 {
            let mut buf = Buffer::empty(Rect::new(0, 0, 80, 19));
            assert!(pick.draw(buf.area, &mut buf).is_some());
            let seen = screen_text(&buf);
            assert!(seen.lines().any(|line| line.contains("| > ")), "{seen}");
            pick.handle(KeyPress::plain(Key::Down));
        }
    }
}
