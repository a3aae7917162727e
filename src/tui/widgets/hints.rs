//! The keys at the bottom of a screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put::{columns, put, right_of, row_of};
use super::theme;
use crate::text;
use crate::tui::keymap::Hint;

/// Blanks between two entries.
const GAP: u16 = 2;

/// Draws as many entries as the rows of the area hold, in their order; a disabled one is dimmed and stands
/// in brackets.
pub fn draw_hints(hints: &[Hint], area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    let mut row = 0;
    let mut rest = row_of(area, row);
    for hint in hints {
        let wide = width(hint);
        if wide > rest.width && rest.width < area.width {
            row += 1;
            rest = row_of(area, row);
        }
        if rest.is_empty() {
            return;
        }
        draw(hint, rest, buf);
        rest = right_of(rest, wide.saturating_add(GAP));
        // An entry that filled the row to its end leaves nothing; the next one begins a row.
    }
}

fn width(hint: &Hint) -> u16 {
    let brackets = if hint.enabled { 0 } else { 2 };
    columns(text::width(&hint.key) + 1 + text::width(hint.label) + brackets)
}

fn draw(hint: &Hint, area: Rect, buf: &mut Buffer) {
    if !hint.enabled {
        put(&format!("({} {})", hint.key, hint.label), area, buf, theme::DISABLED);
        return;
    }
    let used = put(&hint.key, area, buf, theme::KEY);
    put(hint.label, right_of(area, used.saturating_add(1)), buf, theme::PLAIN);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keymap::{Action, Context, Keymap};
    use crate::tui::paint::screen_text;

    fn hints(wanted: &[Action]) -> Vec<Hint> {
        Keymap::built_in().hints(&[Context::List, Context::Global], wanted)
    }

    fn drawn(hints: &[Hint], width: u16) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 2));
        draw_hints(hints, buf.area, &mut buf);
        screen_text(&buf)
    }

    #[test]
    fn entries_fill_two_rows_in_their_order() {
        let hints = hints(&[Action::Open, Action::Register, Action::Filter, Action::GoCarry]);
        assert_eq!(drawn(&hints, 24), "Enter 打开  F2 登记\nF3 筛选  F6 结转\n");
        assert_eq!(drawn(&hints, 80), "Enter 打开  F2 登记  F3 筛选  F6 结转\n\n");
    }

    #[test]
    fn an_entry_that_does_not_work_now_stands_in_brackets() {
        let mut hints = hints(&[Action::Open, Action::Register]);
        let disabled = hints.remove(0).disabled();
        hints.insert(0, disabled);
        assert_eq!(drawn(&hints, 40), "(Enter 打开)  F2 登记\n\n");
    }

    #[test]
    fn narrow_windows_cut_and_never_panic() {
        let hints = hints(Action::ALL);
        for width in 0..40 {
            drawn(&hints, width);
        }
    }
}
