//! 工作日历: months side by side, what each day is, and what is due on it.
//!
//! The selected day and, below the months, its cases. What is due is read whole: an office has at most some
//! hundred open cases.

mod day;
mod grid;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use grid::Shape;

use crate::register::CaseRow;
use crate::request::RequestId;
use crate::request::clock::Deadline;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::Head;
use crate::tui::widgets::Scroll;

/// The first day that can be selected.
const FIRST: Date = Date::constant(1990, 1, 1);
/// The last day that can be selected.
const LAST: Date = Date::constant(2099, 12, 31);

/// What an action on the calendar comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CalendarReply {
    /// Nothing more is to be done.
    Taken,
    /// Open this case.
    Open(RequestId),
    /// There is nothing to open.
    NothingDue,
}

/// What is due on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Due {
    /// Places in the rows, with what is due of each.
    cases: Vec<(usize, Vec<Deadline>)>,
}

/// The calendar screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CalendarScreen {
    selected: Date,
    /// The first day of the first month that is seen.
    first: Date,
    rows: Vec<CaseRow>,
    due: BTreeMap<Date, Due>,
    /// The selected case of the day.
    scroll: Scroll,
    /// One moves in the list of the day and not from day to day.
    in_list: bool,
}

impl CalendarScreen {
    /// The calendar at a day, nothing read yet.
    pub(crate) fn at(day: Date) -> Self {
        let selected = day.clamp(FIRST, LAST);
        Self {
            selected,
            first: selected.first_of_month(),
            rows: Vec::new(),
            due: BTreeMap::new(),
            scroll: Scroll::default(),
            in_list: false,
        }
    }

    /// Reads what is due.
    pub(crate) fn reload() -> Vec<Effect> {
        vec![Effect::Due]
    }

    /// Takes what is due.
    pub(crate) fn take(&mut self, rows: &[CaseRow]) {
        self.rows = rows.to_vec();
        self.due.clear();
        for (at, row) in self.rows.iter().enumerate() {
            let days: BTreeSet<Date> = row.deadlines.iter().map(|deadline| deadline.on).collect();
            for on in days {
                let of_day = row.deadlines.iter().filter(|deadline| deadline.on == on);
                let what = of_day.map(|deadline| deadline.what).collect();
                self.due.entry(on).or_default().cases.push((at, what));
            }
        }
        self.in_list &= self.due.contains_key(&self.selected);
    }

    fn cases(&self, on: Date) -> &[(usize, Vec<Deadline>)] {
        self.due.get(&on).map_or(&[], |due| &due.cases)
    }

    /// Answers the actions of this screen; a body of this width and height is seen.
    pub(crate) fn act(&mut self, action: Action, today: Date, width: u16, body: usize) -> CalendarReply {
        if action == Action::OpenDay {
            return self.open();
        }
        if self.in_list && matches!(action, Action::Up | Action::Down) {
            let by = if action == Action::Up { -1 } else { 1 };
            self.scroll = self.scroll.moved(by, self.cases(self.selected).len(), 1);
            return CalendarReply::Taken;
        }
        // Every other movement leaves the list; to the left that is all.
        if self.leave_list() && action == Action::Left {
            return CalendarReply::Taken;
        }
        let Some(day) = self.after(action, today) else { return CalendarReply::Taken };
        self.selected = day.clamp(FIRST, LAST);
        self.scroll = Scroll::default();
        let height = u16::try_from(body).unwrap_or(u16::MAX);
        self.first = grid::fit(self.first, self.selected, Shape::of(width, height).months());
        CalendarReply::Taken
    }

    /// The day to which an action leads.
    fn after(&self, action: Action, today: Date) -> Option<Date> {
        let day = self.selected;
        match action {
            Action::Left => day.yesterday().ok(),
            Action::Right => day.tomorrow().ok(),
            Action::Up => day.checked_sub(7.days()).ok(),
            Action::Down => day.checked_add(7.days()).ok(),
            Action::PrevMonth => day.checked_sub(1.month()).ok(),
            Action::NextMonth => day.checked_add(1.month()).ok(),
            Action::PrevYear => day.checked_sub(1.year()).ok(),
            Action::NextYear => day.checked_add(1.year()).ok(),
            Action::Today => Some(today),
            Action::PrevDue => self.due.range(..day).next_back().map(|(on, _)| *on),
            Action::NextDue => self.due.range(day.tomorrow().ok()?..).next().map(|(on, _)| *on),
            _ => None,
        }
    }

    /// The one case of the day, or the selected one of several once one is in their list.
    fn open(&mut self) -> CalendarReply {
        let cases = self.cases(self.selected);
        let at = if self.in_list { self.scroll.selected() } else { 0 };
        let Some(row) = cases.get(at).and_then(|(at, _)| self.rows.get(*at)) else {
            return CalendarReply::NothingDue;
        };
        if self.in_list || cases.len() == 1 {
            return CalendarReply::Open(row.id);
        }
        self.in_list = true;
        CalendarReply::Taken
    }

    /// Back to the days; false where one was there.
    pub(crate) fn leave_list(&mut self) -> bool {
        std::mem::take(&mut self.in_list)
    }

    /// Actions for the hint bar, and whether each works now.
    pub(crate) fn hints(&self) -> Vec<(Action, bool)> {
        let any = !self.cases(self.selected).is_empty();
        let mut hints = vec![(Action::OpenDay, any)];
        let rest = [
            Action::NextDue,
            Action::PrevDue,
            Action::PrevMonth,
            Action::NextMonth,
            Action::Today,
            Action::GoList,
            Action::GoCarry,
            Action::GoYear,
            Action::Help,
            Action::Back,
        ];
        hints.extend(rest.map(|action| (action, true)));
        hints
    }

    /// Where one is in the list of the day.
    pub(crate) fn position(&self) -> String {
        if !self.in_list {
            return String::new();
        }
        format!("{}/{}", self.scroll.selected() + 1, self.cases(self.selected).len())
    }

    /// Draws it; gives the place of the cursor.
    pub(crate) fn draw(&self, head: &Head, area: Rect, buf: &mut Buffer) -> Position {
        let shape = Shape::of(area.width, area.height);
        let first = grid::fit(self.first, self.selected, shape.months());
        let (on_day, used) = self.draw_months(first, shape, head, area, buf);
        let used = used.min(area.height);
        let below = Rect { y: area.y + used, height: area.height - used, ..area };
        let in_list = self.draw_day(head, below, buf);
        in_list.or(on_day).unwrap_or(Position::new(area.x, area.y))
    }
}
