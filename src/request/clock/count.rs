//! The count that runs: working days after a start, without those that are not counted.

use jiff::civil::Date;

use super::marks::{Effects, Mark};
use super::{Clock, Effect, Rule};
use crate::calendar::{Calendar, Due};
use crate::law::terms;

/// A count while it is made.
pub(super) struct Count<'a> {
    calendar: &'a Calendar,
    start: Date,
    /// Working days of the term.
    days: u16,
    /// Stops: the days after the first up to the second.
    stops: Vec<(Date, Date)>,
    /// Working days up to the due date that are not counted.
    excluded: u16,
    /// The day fixed under art. 35.
    fixed: Option<Date>,
}

impl<'a> Count<'a> {
    /// A count of the term of art. 33 that begins after `start`.
    pub(super) const fn new(start: Date, calendar: &'a Calendar) -> Self {
        Self { calendar, start, days: terms::REPLY, stops: Vec::new(), excluded: 0, fixed: None }
    }

    /// The last day.
    pub(super) fn due(&self) -> Due {
        match self.fixed {
            Some(on) => Due { on, provisional: false },
            None => self.calendar.nth_working_day_after(self.start, self.days.saturating_add(self.excluded)),
        }
    }

    /// What the last day rests on.
    pub(super) const fn rule(&self) -> Rule {
        match self.fixed {
            Some(_) => Rule::DeferredUntil,
            None => Rule::ReplyTerm { start: self.start, days: self.days, excluded: self.excluded },
        }
    }

    /// Takes a mark into account, and tells so.
    pub(super) fn take(&mut self, clock: &mut Clock, mark: &Mark) {
        match &mark.effects {
            Effects::Adds(_) if self.fixed.is_some() => clock.add(mark.on, mark.rule, Effect::GoesOn),
            Effects::Adds(days) => {
                self.days = self.days.saturating_add(*days);
                self.exclude();
                clock.add(mark.on, mark.rule, Effect::Adds { days: *days });
                clock.due(self.due(), self.rule());
            }
            Effects::Stops(_) if self.fixed.is_some() => clock.add(mark.on, mark.rule, Effect::GoesOn),
            Effects::Stops(stop) => {
                let before = self.excluded;
                self.stops.push((stop.after, stop.until));
                self.stops.sort_unstable();
                self.exclude();
                clock.add(mark.on, mark.rule, Effect::Stops);
                let days = self.excluded.saturating_sub(before);
                clock.add(stop.until, stop.rule, Effect::NotCounted { days });
                clock.due(self.due(), self.rule());
            }
            Effects::Fixes(until) => {
                self.fixed = Some(*until);
                clock.add(mark.on, mark.rule, Effect::Replaces);
                clock.due(self.due(), self.rule());
            }
            // What voids or restarts a count stands before the one that runs.
            Effects::Voids | Effects::Restarts | Effects::Nothing => {
                clock.add(mark.on, mark.rule, Effect::GoesOn);
            }
        }
    }

    /// Every day that is not counted moves the last day on, and on the way there may lie more of them:
    /// from below, until none is left.
    fn exclude(&mut self) {
        loop {
            let due =
                self.calendar.nth_working_day_after(self.start, self.days.saturating_add(self.excluded));
            let stopped = self.stopped_until(due.on);
            if stopped <= self.excluded {
                return;
            }
            self.excluded = stopped;
        }
    }

    /// Working days after the start up to `end` that lie in a stop; in several at once, counted once.
    fn stopped_until(&self, end: Date) -> u16 {
        let mut reached = self.start;
        let mut stopped = 0_i32;
        for (from, until) in &self.stops {
            let (from, until) = (reached.max(*from), end.min(*until));
            if until > from {
                stopped = stopped.saturating_add(self.calendar.working_days_between(from, until));
                reached = until;
            }
        }
        u16::try_from(stopped).unwrap_or(u16::MAX)
    }
}
