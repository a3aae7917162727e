//! Computations with working days.

use gongkai::calendar::{Calendar, from_day};
use jiff::civil::Date;

use crate::Outcome;
use crate::measure::{Line, time, timed};
use crate::office::{Office, YEARS};
use crate::random::Random;
use crate::story::days_of;

const COUNT: usize = 1_000_000;

/// A million due dates from as many days, and a million counts between two days.
pub fn measure(_: &Office) -> Outcome<Vec<Line>> {
    let calendar = Calendar::built_in();
    let (first, last) = (days_of(*YEARS.start()).start, days_of(YEARS.end() + 1).end);
    let mut random = Random::new(7);
    let mut day = || from_day(first + random.below((last - first) as u64) as i32).unwrap_or(Date::ZERO);
    let days: Vec<(Date, Date)> = (0..COUNT).map(|_| (day(), day())).collect();
    let (due, later) = timed(|| {
        let due = days.iter().map(|(from, _)| calendar.nth_working_day_after(*from, 20).on);
        Ok(due.filter(|on| on.year() > 2020).count())
    })?;
    let (count, sum) = timed(|| {
        Ok(days.iter().map(|(from, to)| i64::from(calendar.working_days_between(*from, *to))).sum::<i64>())
    })?;
    if later == 0 || sum == 0 {
        return Err("the calendar does not count".into());
    }
    let line = |what: &str, took| Line::new(what, "<= 0.3 s", time(took)).ok(took.as_secs_f64() <= 0.3);
    Ok(vec![line("1,000,000 due dates", due), line("1,000,000 counts of working days", count)])
}
