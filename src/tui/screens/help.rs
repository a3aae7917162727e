//! The keys of the screen below, from the key map, and what the marks mean.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::tui::keymap::{Action, Context, HelpSection, Keymap};
use crate::tui::screens::StepKind;
use crate::tui::screens::document::{Document, Row};
use crate::tui::widgets::theme;
use crate::words::tui::screens as words;

/// The help screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Help {
    document: Document,
}

impl Help {
    /// The keys that count in these contexts.
    pub(crate) fn of(keymap: &Keymap, contexts: &[Context]) -> Self {
        let mut rows = Vec::new();
        // What belongs to this screen first, what counts everywhere after it.
        let everywhere = |prefix: &str| matches!(prefix, "app" | "go" | "move");
        let (general, own): (Vec<_>, Vec<_>) =
            keymap.help(contexts).into_iter().partition(|section| everywhere(section.group.prefix()));
        rows.extend(own.into_iter().flat_map(section));
        if contexts.contains(&Context::Case) {
            rows.extend(steps_without_key(keymap, contexts));
        }
        rows.extend(general.into_iter().flat_map(section));
        rows.push(Row::styled(words::MARKS_TITLE, theme::TITLE));
        rows.extend(words::MARKS.iter().map(|(mark, means)| Row::labelled(mark, means, 24)));
        Self { document: Document::new(rows) }
    }

    /// Answers a movement.
    pub(crate) fn act(&mut self, action: Action, width: u16, height: usize) -> bool {
        self.document.act(action, width, height)
    }

    /// Actions for the hint bar.
    pub(crate) fn hints() -> Vec<(Action, bool)> {
        [Action::Down, Action::Up, Action::PageDown, Action::PageUp, Action::Back].map(|a| (a, true)).to_vec()
    }

    /// Draws it.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer) -> Position {
        self.document.draw(area, buf)
    }
}

fn section(section: HelpSection) -> Vec<Row> {
    let head = Row::styled(section.group.label(), theme::TITLE);
    let rows = section.rows.into_iter().map(|row| Row::labelled(&row.keys.join(" "), row.text, 24));
    std::iter::once(head).chain(rows).chain([Row::default()]).collect()
}

/// The steps that have no key here: by their numbers in the menu.
fn steps_without_key(keymap: &Keymap, contexts: &[Context]) -> Vec<Row> {
    let keyless = StepKind::ALL.iter().filter(|kind| keymap.keys_of(contexts, kind.action()).is_empty());
    let menu = keymap.hints(contexts, &[Action::Steps]);
    let key = menu.first().map(|hint| hint.key.as_str()).unwrap_or_default();
    let row = |kind: &StepKind| {
        let text = words::menu_step(kind.label(), kind.action().text());
        Row::labelled(&format!("{key} {}", kind.number()), &text, 24)
    };
    let mut rows = vec![Row::styled(words::MENU_STEPS, theme::TITLE)];
    rows.extend(keyless.map(row));
    rows.push(Row::default());
    rows
}
