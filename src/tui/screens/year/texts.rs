//! The words of a report, place by place: how long, whose, how they begin.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::line_of;
use crate::desk::TextState;
use crate::office::TextPlace;
use crate::text;
use crate::tui::keymap::Action;
use crate::tui::widgets::{Column, Scroll, TableView, draw_table, put, theme};
use crate::words::office::text_place;
use crate::words::tui::screens::READING;
use crate::words::tui::year as words;

/// From this width on the names of the places are not cut.
const ROOMY: u16 = 100;

/// Where one is among the words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TextsTab {
    /// The words, once they are here.
    pub(crate) states: Option<Vec<TextState>>,
    scroll: Scroll,
}

impl TextsTab {
    /// They are to be read anew.
    pub(super) fn forget(&mut self) {
        self.states = None;
    }

    /// The selected place.
    pub(super) fn selected(&self) -> Option<&TextState> {
        self.states.as_ref()?.get(self.scroll.selected())
    }

    /// Answers a movement; false where the action is none.
    pub(super) fn act(&mut self, action: Action, width: u16, body: usize) -> bool {
        let len = self.states.as_ref().map_or(0, Vec::len);
        let height = body.saturating_sub(1 + self.below(width).len());
        self.scroll = match action {
            Action::Up => self.scroll.moved(-1, len, height),
            Action::Down => self.scroll.moved(1, len, height),
            Action::PageUp | Action::Home => self.scroll.home(),
            Action::PageDown | Action::End => self.scroll.end(len, height),
            Action::Left | Action::Right => self.scroll,
            _ => return false,
        };
        true
    }

    /// Selects a place.
    pub(crate) fn select(&mut self, place: TextPlace) {
        let at = TextPlace::ALL.iter().position(|own| *own == place).unwrap_or_default();
        self.scroll = Scroll::at(at);
    }

    /// What belongs into the selected place.
    fn below(&self, width: u16) -> Vec<String> {
        let Some(state) = self.selected() else { return Vec::new() };
        let mut lines = text::wrap(&words::place_line(state.place), usize::from(width.max(2)));
        lines.truncate(3);
        lines
    }

    /// Draws it; gives the place of the cursor.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let Some(states) = &self.states else {
            put(READING, line_of(area, 0), buf, theme::PLAIN);
            return None;
        };
        let below = self.below(area.width);
        let used = u16::try_from(below.len()).unwrap_or_default().min(area.height);
        let table = Rect { height: area.height - used, ..area };
        let [place, count, state, first] = words::TEXT_HEADS;
        let columns = [
            Column::fixed(place, if area.width >= ROOMY { 38 } else { 22 }),
            Column::fixed(count, 6).right(),
            Column::fixed(state, 8),
            Column::filling(first),
        ];
        let height = TableView::page(table);
        let scroll = self.scroll.fit(states.len(), height);
        let seen = || states.iter().skip(scroll.first()).take(height);
        let rows: Vec<Vec<String>> = seen().map(row).collect();
        let styles: Vec<Style> = seen().map(style).collect();
        let view = TableView::new(&columns, &rows).styles(&styles).selected(Some(scroll.row()));
        let cursor = draw_table(&view, table, buf);
        for (n, line) in (table.height..).zip(&below) {
            put(line, line_of(area, n), buf, theme::TITLE);
        }
        cursor
    }
}

/// 字 of a text: what is seen of it.
pub(crate) fn length(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn shown(state: &TextState) -> &str {
    state.resolved.as_deref().unwrap_or(&state.text)
}

fn row(state: &TextState) -> Vec<String> {
    let text = shown(state);
    let first = match &state.resolved {
        Ok(text) => text.lines().next().unwrap_or_default().to_owned(),
        Err(error) => error.to_string(),
    };
    vec![
        text_place(state.place).to_owned(),
        length(text).to_string(),
        words::text_state(state).to_owned(),
        text::clean_line(&first),
    ]
}

/// What must have words and has none, and what is too long, is to be looked at.
fn style(state: &TextState) -> Style {
    let count = length(shown(state));
    let needed = matches!(state.place, TextPlace::Overview | TextPlace::Problems | TextPlace::Others);
    match (state.resolved.is_err(), needed && count == 0, words::length(count, state.place).1) {
        (true, _, _) => theme::BAD,
        (_, true, _) | (_, _, true) => theme::WARN,
        _ => theme::PLAIN,
    }
}
