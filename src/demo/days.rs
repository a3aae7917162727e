//! Days of the sample, told from today: working days back and ahead, terms that end when they should.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::calendar::Calendar;
use crate::desk::Desk;
use crate::law::terms;

/// Calendar days that the review gave for a new answer.
const REANSWER: i32 = 60;

/// A day of the sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// So many working days after the request came in.
    At(u16),
    /// So many working days before today; 0 is today, working day or not.
    Back(u16),
    /// So many working days after today: the end of a term.
    Ahead(u16),
    /// The last working day that lies so many days back, or before.
    Ago(i32),
    /// The working day on which a term of twenty working days begins that ends so many working days from now.
    Due(i32),
    /// As [`When::Due`], ending today; on a day off, on which no term ends, five working days later.
    DueToday,
    /// So many working days before this year.
    YearEnd(u16),
    /// The last day of last year.
    LastDay,
    /// The nth working day of this year, or today where that is not over.
    Year(u16),
    /// A day of last year, or the first working day after it.
    LastYear(i8, i8),
    /// The day on which the order to answer anew came in.
    Order,
    /// The last day for the new answer: a fortnight ahead, and on a day off today, as calendar days may end.
    OrderEnds,
}

/// The calendar, with today in it.
#[derive(Debug, Clone)]
pub(super) struct Days {
    pub(super) today: Date,
    calendar: Calendar,
}

impl Days {
    /// Those of a desk.
    pub(super) fn of(desk: &Desk) -> Self {
        Self { today: desk.today(), calendar: desk.calendar() }
    }

    /// A day that does not depend on a request.
    pub(super) fn day(&self, when: When) -> Date {
        self.after_receipt(self.today, when)
    }

    /// A day of a request that came in on `received`.
    pub(super) fn after_receipt(&self, received: Date, when: When) -> Date {
        match when {
            When::At(days) => self.after(received, days),
            When::Back(days) => self.before(self.today, days),
            When::Ahead(days) => self.after(self.today, days),
            When::Ago(days) => self.working_by(self.shifted(-days)),
            When::Due(left) => self.begins(left),
            When::DueToday if self.is_day_off() => self.begins(5),
            When::DueToday => self.begins(0),
            When::YearEnd(days) => self.before(self.new_year(), days),
            When::LastDay => yesterday(self.new_year()),
            When::Year(nth) => self.after(yesterday(self.new_year()), nth).min(self.today),
            When::LastYear(month, day) => {
                let on = Date::new(self.year() - 1, month, day).unwrap_or(self.today);
                self.after(yesterday(on), 1)
            }
            When::Order => self.shifted(self.order_ends() - REANSWER),
            When::OrderEnds => self.shifted(self.order_ends()),
        }
    }

    /// This year.
    pub(super) fn year(&self) -> i16 {
        self.today.year()
    }

    /// Months of this year that are over.
    pub(super) fn months_over(&self) -> u32 {
        u32::try_from(self.today.month()).unwrap_or(1).saturating_sub(1)
    }

    /// Whether nobody works today.
    pub(super) fn is_day_off(&self) -> bool {
        !self.calendar.is_working_day(self.today)
    }

    /// The working day on which something begins whose twenty working days end `left` working days from now.
    fn begins(&self, left: i32) -> Date {
        let days = u16::try_from(left.unsigned_abs()).unwrap_or(u16::MAX);
        let due = if left < 0 { self.before(self.today, days) } else { self.after(self.today, days) };
        self.before(due, terms::REPLY)
    }

    fn order_ends(&self) -> i32 {
        if self.is_day_off() { 0 } else { 14 }
    }

    fn new_year(&self) -> Date {
        self.today.first_of_year()
    }

    fn after(&self, day: Date, days: u16) -> Date {
        self.calendar.nth_working_day_after(day, days).on
    }

    /// The nth working day before `day`; none is the day itself.
    pub(super) fn before(&self, day: Date, days: u16) -> Date {
        let mut on = day;
        for _ in 0..days {
            on = self.working_by(yesterday(on));
        }
        on
    }

    /// The day, or the last working day before it.
    fn working_by(&self, day: Date) -> Date {
        let mut on = day;
        while !self.calendar.is_working_day(on) && on > Date::MIN {
            on = yesterday(on);
        }
        on
    }

    fn shifted(&self, days: i32) -> Date {
        self.today.saturating_add(days.days())
    }
}

fn yesterday(day: Date) -> Date {
    day.yesterday().unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn on(today: Date) -> Days {
        Days { today, calendar: Calendar::built_in() }
    }

    #[test]
    fn a_term_that_is_to_end_in_so_many_working_days_ends_then() {
        for today in [date(2026, 6, 30), date(2026, 11, 28), date(2026, 2, 20), date(2027, 1, 4)] {
            let days = on(today);
            for left in [-3, -1, 1, 3] {
                let due = days.after(days.day(When::Due(left)), terms::REPLY);
                let counted = days.calendar.days_left(today, due);
                // On a day off the day before is past by itself.
                let wanted = if left < -1 && days.is_day_off() { left + 1 } else { left };
                assert_eq!(counted, wanted, "{today}");
            }
        }
        assert_eq!(on(date(2026, 6, 30)).day(When::DueToday), on(date(2026, 6, 30)).day(When::Due(0)));
        assert_eq!(on(date(2026, 11, 28)).day(When::DueToday), on(date(2026, 11, 28)).day(When::Due(5)));
    }

    #[test]
    fn what_is_done_in_the_new_year_is_never_after_today() {
        assert_eq!(on(date(2027, 1, 1)).day(When::Year(2)), date(2027, 1, 1));
        assert_eq!(on(date(2026, 11, 28)).day(When::Year(1)), date(2026, 1, 4), "a Sunday that was worked");
        assert_eq!(on(date(2026, 11, 28)).day(When::LastDay), date(2025, 12, 31));
    }
}
