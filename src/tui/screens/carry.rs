//! 结转 on one key: carried in and still open, carried in and concluded, to be carried out.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Rows;
use super::list_rows::draw_rows;
use crate::register::Query;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::Head;
use crate::tui::widgets::{put, theme};
use crate::words::tui::screens as words;

/// The three groups of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Carry {
    /// The year.
    pub(crate) year: i16,
    /// Still open, concluded, carried out.
    pub(crate) groups: [Rows; 3],
    /// Which one is seen.
    pub(crate) group: usize,
}

impl Carry {
    /// The groups of `year`, as they stand in `now`.
    pub(crate) fn of(year: i16, now: i16) -> Self {
        let before = year.saturating_sub(1);
        // Of a year that is over, 结转下年度 is what was open on its 31 December, concluded since or not.
        let out = if year < now { Query::CarriedOut(year) } else { Query::OpenSince(year) };
        let queries = [Query::OpenSince(before), Query::ConcludedAfter(before), out];
        Self { year, groups: queries.map(Rows::of), group: 0 }
    }

    /// The rows that are seen.
    pub(crate) fn shown(&self) -> Option<&Rows> {
        self.groups.get(self.group)
    }

    /// The rows that are seen.
    pub(crate) fn shown_mut(&mut self) -> Option<&mut Rows> {
        self.groups.get_mut(self.group)
    }

    /// Everything to be read anew.
    pub(crate) fn reload(&mut self) -> Vec<Effect> {
        self.groups.iter_mut().flat_map(Rows::reload).collect()
    }

    /// Answers the actions of this screen.
    pub(crate) fn act(&mut self, action: Action, now: i16) -> Option<Vec<Effect>> {
        self.group = match action {
            Action::FirstGroup => 0,
            Action::SecondGroup => 1,
            Action::ThirdGroup => 2,
            Action::NextGroup => (self.group + 1) % 3,
            Action::PrevGroup => (self.group + 2) % 3,
            Action::PrevYear | Action::NextYear => {
                let by = if action == Action::PrevYear { -1 } else { 1 };
                *self = Self { group: self.group, ..Self::of((self.year + by).clamp(1990, 2099), now) };
                return Some(self.reload());
            }
            _ => return None,
        };
        Some(Vec::new())
    }

    /// Actions for the hint bar.
    pub(crate) fn hints(&self) -> Vec<(Action, bool)> {
        let any = self.shown().is_some_and(|rows| rows.selected().is_some());
        let marked = self.shown().is_some_and(|rows| !rows.marked().is_empty());
        let mut hints = vec![(Action::Open, any), (Action::Mark, any), (Action::Bulk, marked)];
        let rest = [
            Action::NextGroup,
            Action::PrevYear,
            Action::NextYear,
            Action::GoYear,
            Action::GoCalendar,
            Action::GoList,
            Action::Help,
            Action::Back,
        ];
        hints.extend(rest.map(|action| (action, true)));
        hints
    }

    /// Draws it; gives the place of the cursor.
    pub(crate) fn draw(&self, head: &Head, area: Rect, buf: &mut Buffer) -> Option<Position> {
        for (n, rows) in (0_u16..).zip(&self.groups) {
            let line = Rect { y: area.y.saturating_add(n), height: 1, ..area }.intersection(area);
            let here = usize::from(n) == self.group;
            let style = if here { theme::FOCUS } else { theme::PLAIN };
            put(&words::carry_group(n, self.year, head.today, rows.total, here), line, buf, style);
        }
        let below = Rect { y: area.y.saturating_add(4), height: area.height.saturating_sub(4), ..area };
        self.shown().and_then(|rows| draw_rows(rows, (head, false), below, buf, words::NOTHING_HERE))
    }
}
