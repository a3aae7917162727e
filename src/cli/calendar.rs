//! `gongkai calendar`: working days by the office's calendar; without an office, by the one built in.

use super::args::{Calendar as CalendarArgs, CalendarSub};
use super::day::{date, year};
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::steps::number;
use super::{DONE, notice};
use crate::calendar::{Calendar, print_notice};
use crate::words;

/// Printed behind a date whose year's holidays are not known.
const PROVISIONAL: &str = " provisional";

/// Counts and prints.
pub(super) fn run(args: &CalendarArgs, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    match &args.sub {
        CalendarSub::Due { date: start, days } => {
            let days = u16::try_from(number("N", days, 10_000)?).unwrap_or(u16::MAX);
            let start = date("DATE", start)?;
            let due = known(invocation, outlet)?.nth_working_day_after(start, days);
            outlet.say(&format!("{}{}", due.on, mark(due.provisional)))?;
        }
        CalendarSub::Count { from, to } => {
            let (from, to) = (date("FROM", from)?, date("TO", to)?);
            let count = known(invocation, outlet)?.count(from, to);
            outlet.say(&format!("{}{}", count.days, mark(count.provisional)))?;
        }
        CalendarSub::Show { year: text, text: as_text } => {
            let of_year = year(text)?;
            let calendar = known(invocation, outlet)?;
            let days = calendar.years().find(|(known, _)| *known == of_year).map(|(_, days)| days);
            outlet.say(&match days {
                Some(days) if *as_text => print_notice(of_year, days),
                days => words::cli::calendar_year(of_year, days),
            })?;
        }
        CalendarSub::Import(args) => return notice::run(args, invocation, outlet),
    }
    Ok(DONE)
}

/// The office's calendar, if there is an office. One that does not open is no reason to count by another
/// calendar than its cases.
fn known(invocation: &Invocation, outlet: &mut Outlet) -> Result<Calendar, Failure> {
    if !invocation.has_office() {
        return Ok(Calendar::built_in());
    }
    let opened = invocation.open(outlet)?;
    let calendar = opened.desk.calendar();
    opened.close();
    Ok(calendar)
}

const fn mark(provisional: bool) -> &'static str {
    if provisional { PROVISIONAL } else { "" }
}
