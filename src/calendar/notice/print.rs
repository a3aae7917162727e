//! A year's days in the words of the notice, as [`read_notice`](super::read_notice) reads them back.

use jiff::civil::Date;

use super::LONGEST;
use crate::calendar::YearDays;
use crate::calendar::day::weekday_name;

/// The notice of a year as text: the year, a line a holiday, a line for all days worked.
///
/// ```
/// use gongkai::calendar::{YearDays, print_notice, read_notice};
/// use jiff::civil::date;
/// let days = YearDays { off: vec![date(2026, 1, 1), date(2026, 1, 2)], work: vec![date(2026, 1, 4)] };
/// let text = "2026年\n1月1日（周四）至2日（周五）放假，共2天。\n1月4日（周日）上班。\n";
/// assert_eq!(print_notice(2026, &days), text);
/// ```
pub fn print_notice(year: i16, days: &YearDays) -> String {
    let mut text = format!("{year}年\n");
    for (from, to, length) in spans(&days.off) {
        let first = named(year, from);
        let span = if to == from {
            first
        } else if to.year() == from.year() && to.month() == from.month() {
            format!("{first}至{}日（{}）", to.day(), weekday_name(to))
        } else {
            // After a day of the year before, the year is said again.
            let of_year = if from.year() == year { year } else { 0 };
            format!("{first}至{}", named(of_year, to))
        };
        text.push_str(&format!("{span}放假，共{length}天。\n"));
    }
    let told = if days.work.iter().all(|day| day.year() == year) { year } else { 0 };
    let worked: Vec<String> = days.work.iter().map(|day| named(told, *day)).collect();
    if !worked.is_empty() {
        text.push_str(&format!("{}上班。\n", worked.join("、")));
    }
    text
}

/// The day; with its year, unless that is the one told.
fn named(told: i16, day: Date) -> String {
    let year = if day.year() == told { String::new() } else { format!("{}年", day.year()) };
    format!("{year}{}月{}日（{}）", day.month(), day.day(), weekday_name(day))
}

/// Days that follow one another, as first, last and number.
fn spans(days: &[Date]) -> Vec<(Date, Date, usize)> {
    let mut spans: Vec<(Date, Date, usize)> = Vec::new();
    for day in days {
        match spans.last_mut() {
            Some((_, to, length)) if *length < LONGEST && to.tomorrow().ok() == Some(*day) => {
                *to = *day;
                *length += 1;
            }
            _ => spans.push((*day, *day, 1)),
        }
    }
    spans
}
