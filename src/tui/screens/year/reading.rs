//! Lines that are read from above, further down by keys: the trend and the months.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::line_of;
use crate::tui::keymap::Action;
use crate::tui::widgets::put;

/// How far one has read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Reading {
    first: usize,
}

impl Reading {
    /// Answers a movement among so many lines; false where the action is none.
    pub(super) fn act(&mut self, action: Action, all: usize, height: usize) -> bool {
        let last = all.saturating_sub(height);
        self.first = match action {
            Action::Up => self.first.saturating_sub(1),
            Action::Down => self.first + 1,
            Action::PageUp => self.first.saturating_sub(height.max(1)),
            Action::PageDown => self.first + height.max(1),
            Action::Home => 0,
            Action::End => last,
            Action::Left | Action::Right => self.first,
            _ => return false,
        }
        .min(last);
        true
    }

    /// `1-18/40`; empty where everything is seen.
    pub(super) fn position(self, all: usize, height: usize) -> String {
        if all <= height {
            return String::new();
        }
        let first = self.first.min(all.saturating_sub(height));
        format!("{}-{}/{all}", first + 1, first + height)
    }

    /// Draws what is seen of the lines.
    pub(super) fn draw(self, lines: &[(String, Style)], area: Rect, buf: &mut Buffer) {
        let height = usize::from(area.height);
        let first = self.first.min(lines.len().saturating_sub(height));
        for (n, (text, style)) in (0_u16..).zip(lines.iter().skip(first).take(height)) {
            put(text, line_of(area, n), buf, *style);
        }
    }
}

/// A bar that is seen as soon as there is something.
pub(super) fn bar(count: u64, most: u64, room: u64) -> String {
    let scaled = u128::from(count) * u128::from(room) / u128::from(most.max(1));
    let long = usize::try_from(scaled).unwrap_or_default().max(usize::from(count > 0));
    "#".repeat(long)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_have_the_proportions_of_their_figures_and_the_least_is_seen() {
        assert_eq!(bar(10, 20, 40).len(), 20);
        assert_eq!(bar(1, 10_000, 40).len(), 1);
        assert_eq!(bar(0, 10, 40), "");
        assert_eq!(bar(u64::MAX, u64::MAX, 80).len(), 80);
    }

    #[test]
    fn one_reads_no_further_than_to_the_last_line() {
        let mut reading = Reading::default();
        for _ in 0..9 {
            assert!(reading.act(Action::PageDown, 40, 18));
        }
        assert_eq!(reading.position(40, 18), "23-40/40");
        assert!(reading.act(Action::Home, 40, 18) && reading.position(12, 18).is_empty());
    }
}
