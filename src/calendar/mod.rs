//! Civil days: working days and holidays, counting them, and the dates that people type.
//!
//! PURE: dates in, dates out. Touches nothing of the house, neither clock nor files: today comes in as a
//! value, and what a year's holiday notice says comes in as [`YearDays`].
//!
//! Terms run in 工作日: weekdays without the holidays of the yearly notice, and the weekend days that it
//! makes working days (调休). The day on which a term begins is not counted (民法典 art. 201, 民诉法
//! art. 85). A year whose notice is not known gives *provisional* dates, and says so.

mod book;
mod day;
mod holidays;
mod loose;
mod notice;
mod parse;
mod table;
#[cfg(test)]
mod vectors;
mod year;

pub use book::{Calendar, Count, DayKind, Due};
pub use day::{format_iso, format_long, from_day, to_day};
pub use loose::parse_loose;
pub use notice::{NoticeFault, NoticeProblem, print_notice, read_notice};
pub use parse::{DateError, parse_date};
pub use year::{YearDays, YearError};
