//! The editor of the words of a place: above what is typed, with live fields; below it what will be printed.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::desk::TextState;
use crate::office::{ReportOf, TextPlace};
use crate::report::Fields;
use crate::terminal::KeyPress;
use crate::text;
use crate::tui::drafts::Slot;
use crate::tui::keymap::Action;
use crate::tui::pick::{Choice, Pick};
use crate::tui::screens::text_length;
use crate::tui::widgets::{Edit, TextArea, put, theme};
use crate::words::tui::forms::fault;
use crate::words::tui::year as words;

/// Columns left of the text.
const GUTTER: u16 = 2;

/// The editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Editor {
    /// Which report.
    pub(crate) of: ReportOf,
    /// What is edited.
    pub(crate) state: TextState,
    /// Where its draft lies outside of the process.
    pub(crate) slot: Option<Slot>,
    area: TextArea,
    fields: Fields,
    names: Vec<(String, String)>,
}

impl Editor {
    /// The words of a place, as they stand.
    pub(crate) fn of(of: ReportOf, state: TextState, names: Vec<(String, String)>) -> Self {
        let mut fields = Fields::default();
        for (name, value) in &names {
            fields.put(name, value.as_str());
        }
        Self { of, area: TextArea::new(&state.text).at_start(), state, slot: None, fields, names }
    }

    /// What stands above it.
    pub(crate) fn title(&self) -> String {
        words::editor_title(self.of.year, self.state.place)
    }

    /// Which place.
    pub(crate) const fn place(&self) -> TextPlace {
        self.state.place
    }

    /// What is typed.
    pub(crate) fn text(&self) -> String {
        self.area.text()
    }

    /// Puts back what was typed.
    pub(crate) fn restore(&mut self, text: &str) {
        self.area = TextArea::new(text);
    }

    /// Whether something was changed.
    pub(crate) fn is_touched(&self) -> bool {
        self.area.text() != self.state.text
    }

    /// What is to be written: `None` where it is the draft, which then goes on following the records; an
    /// emptied text leaves the place without words.
    pub(crate) fn to_write(&self) -> Option<String> {
        let text = self.area.text();
        let text = text.trim_end();
        (text != self.state.draft.trim_end()).then(|| text.to_owned())
    }

    /// What would be printed, or what is wrong with it.
    pub(crate) fn resolved(&self) -> Result<String, String> {
        self.fields.resolve(&self.area.text()).map_err(|error| error.to_string())
    }

    /// Answers a key; what is no text is left to the key map.
    pub(crate) fn handle(&mut self, press: KeyPress, width: u16) -> bool {
        self.area.handle(press, width.saturating_sub(GUTTER)) != Edit::Ignored
    }

    /// Pasted text.
    pub(crate) fn paste(&mut self, text: &str) {
        self.area.paste(text);
    }

    /// The fields that can be put in.
    pub(crate) fn list(&self) -> Pick {
        let choice = |(n, (name, value)): (usize, &(String, String))| Choice {
            number: n.to_string(),
            label: name.clone(),
            more: text::truncate(value, 24).into_owned(),
            ..Choice::default()
        };
        Pick::new(words::FIELDS_TITLE, (1..).zip(&self.names).map(choice).collect())
    }

    /// Puts a field in.
    pub(crate) fn insert(&mut self, choice: usize) {
        if let Some((name, _)) = self.names.get(choice) {
            self.area.paste(&format!("{{{name}}}"));
        }
    }

    /// Last year's words; false where there are none.
    pub(crate) fn take_last_year(&mut self) -> bool {
        if self.state.last_year.trim().is_empty() {
            return false;
        }
        self.area = TextArea::new(&self.state.last_year).at_start();
        true
    }

    /// The program's words.
    pub(crate) fn take_draft(&mut self) {
        self.area = TextArea::new(&self.state.draft).at_start();
    }

    /// Actions for the hint bar.
    pub(crate) fn hints(&self) -> Vec<(Action, bool)> {
        vec![
            (Action::Save, true),
            (Action::Cancel, true),
            (Action::InsertField, true),
            (Action::TakeLastYear, !self.state.last_year.trim().is_empty()),
            (Action::TakeDraft, true),
            (Action::Help, true),
        ]
    }

    /// Draws it; gives the place of the cursor.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let resolved = self.resolved();
        let head = self.head(resolved.as_deref().unwrap_or_default(), area.width);
        let mut y = area.y;
        for (line, style) in &head {
            put(line, Rect { y, height: 1, ..area }.intersection(area), buf, *style);
            y = y.saturating_add(1);
        }
        let room = area.bottom().saturating_sub(y);
        let typed = room.saturating_sub(1).div_ceil(2);
        let field = Rect { x: area.x + GUTTER.min(area.width), y, ..area };
        let field = Rect { width: area.width.saturating_sub(GUTTER), height: typed, ..field };
        let cursor = self.area.draw(field.intersection(area), buf, Style::new());
        let below = Rect { y: y.saturating_add(typed), height: room - typed, ..area };
        self.draw_resolved(&resolved, below.intersection(area), buf);
        cursor
    }

    /// How long it is, and what belongs there.
    fn head(&self, resolved: &str, width: u16) -> Vec<(String, Style)> {
        let (length, too_long) = words::length(text_length(resolved), self.place());
        let style = if too_long { theme::WARN } else { theme::TITLE };
        let whose = if self.is_touched() { words::UNSAVED } else { words::text_state(&self.state) };
        let mut lines = vec![(format!("{length}  {whose}"), style)];
        let guidance = text::wrap(&words::guidance(self.place()), usize::from(width.max(2)));
        lines.extend(guidance.into_iter().take(2).map(|line| (line, theme::PLAIN)));
        lines
    }

    /// What will be printed around the cursor, or what is wrong.
    fn draw_resolved(&self, resolved: &Result<String, String>, area: Rect, buf: &mut Buffer) {
        let line = |n: u16| Rect { y: area.y.saturating_add(n), height: 1, ..area }.intersection(area);
        put(words::RESOLVED, line(0), buf, theme::TITLE);
        let width = usize::from(area.width.saturating_sub(GUTTER)).max(2);
        let rows = |text: &str| text.lines().flat_map(|line| text::wrap(line, width)).collect::<Vec<_>>();
        let height = usize::from(area.height.saturating_sub(1));
        let (shown, style) = match resolved {
            Ok(text) => (rows(text), theme::PLAIN),
            Err(error) => (rows(&fault(error)), theme::BAD),
        };
        // A field is typed half before the cursor, then: it stands for itself.
        let before = self.fields.resolve(&self.area.before()).unwrap_or_else(|_| self.area.before());
        let at = rows(&before).len();
        let first = (at + 1).saturating_sub(height.max(1)).min(shown.len().saturating_sub(height));
        for (n, text) in (1_u16..).zip(shown.iter().skip(first).take(height)) {
            let place = line(n);
            let indent = GUTTER.min(place.width);
            let place = Rect { x: place.x + indent, width: place.width - indent, ..place };
            put(text, place, buf, style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::Key;
    use crate::tui::paint::screen_text;

    fn editor(text: &str) -> Editor {
        let state = TextState {
            place: TextPlace::Overview,
            text: text.to_owned(),
            draft: "系统写的".to_owned(),
            is_draft: false,
            resolved: Ok(String::new()),
            last_year: String::new(),
        };
        Editor::of(ReportOf { organ: None, year: 2025 }, state, vec![("新收".to_owned(), "12".to_owned())])
    }

    fn screen(editor: &Editor, width: u16, height: u16) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        editor.draw(buf.area, &mut buf);
        screen_text(&buf)
    }

    #[test]
    fn the_printed_text_follows_what_is_typed() {
        let mut editor = editor("收到{新收}件");
        assert!(screen(&editor, 60, 11).contains("收到12件"));
        assert_eq!(editor.resolved().map(|text| text_length(&text)), Ok(5));
        editor.paste("，{新手}");
        let seen = screen(&editor, 60, 11);
        assert!(seen.contains("新手") && seen.contains("^ "), "{seen}");
        assert!(editor.resolved().is_err());
    }

    #[test]
    fn what_is_the_draft_again_is_written_as_none() {
        let mut editor = editor("自己写的");
        assert!(!editor.is_touched());
        editor.take_draft();
        assert!(editor.is_touched());
        assert_eq!(editor.to_write(), None);
        editor.handle(KeyPress::plain(Key::End), 60);
        editor.handle(KeyPress::plain(Key::Enter), 60);
        assert_eq!(editor.to_write(), None, "a line end more is no other text");
        editor.insert(0);
        assert_eq!(editor.to_write().as_deref(), Some("系统写的\n{新收}"));
    }

    #[test]
    fn too_many_characters_are_told() {
        let mut editor = editor("");
        editor.paste(&"字".repeat(1001));
        assert!(screen(&editor, 60, 11).contains("1001 字，超过 1000 字"));
    }
}
