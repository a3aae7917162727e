//! `gongkai calendar`: working days, by the calendar built in.

use super::DONE;
use super::args::{Calendar as CalendarArgs, CalendarSub};
use super::day::{date, year};
use super::failure::Failure;
use super::outlet::Outlet;
use super::steps::number;
use crate::calendar::Calendar;
use crate::words;

/// Printed behind a date whose year's holidays are not known.
const PROVISIONAL: &str = " provisional";

/// Counts and prints.
pub(super) fn run(args: &CalendarArgs, outlet: &mut Outlet) -> Result<u8, Failure> {
    let calendar = Calendar::built_in();
    match &args.sub {
        CalendarSub::Due { date: start, days } => {
            let days = u16::try_from(number("N", days, 10_000)?).unwrap_or(u16::MAX);
            let due = calendar.nth_working_day_after(date("DATE", start)?, days);
            outlet.say(&format!("{}{}", due.on, mark(due.provisional)))?;
        }
        CalendarSub::Count { from, to } => {
            let count = calendar.count(date("FROM", from)?, date("TO", to)?);
            outlet.say(&format!("{}{}", count.days, mark(count.provisional)))?;
        }
        CalendarSub::Show { year: text } => {
            let of_year = year(text)?;
            let days = calendar.years().find(|(known, _)| *known == of_year).map(|(_, days)| days);
            outlet.say(&words::cli::calendar_year(of_year, days))?;
        }
    }
    Ok(DONE)
}

const fn mark(provisional: bool) -> &'static str {
    if provisional { PROVISIONAL } else { "" }
}
