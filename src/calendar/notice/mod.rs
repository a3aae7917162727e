//! The yearly holiday notice as somebody hands it over: as data, or in the words of the notice itself.
//!
//! What is not understood is a fault that names its line: a day misread moves due dates. The days may
//! come as JSON (`{"2027": {"off": ["2027-01-01", …], "work": […]}}`) or as text, see [`read_notice`].

mod json;
mod print;
mod sentence;
#[cfg(test)]
mod tests;
mod text;

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{YearDays, YearError};

pub use print::print_notice;

/// The years whose notice can be taken over.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2099;
/// No holiday is longer; a longer span is a slip of the finger.
const LONGEST: usize = 15;

/// No file of notices is longer, in bytes: a hundred years of them have half of it.
const LARGEST: usize = 128 << 10;

/// A place in a notice that cannot be taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeFault {
    /// The line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What stands there.
    pub text: String,
    /// What is wrong with it.
    pub problem: NoticeProblem,
}

/// What is wrong with a place in a notice.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoticeProblem {
    /// Nothing in it names a year or a day.
    #[error("no notice")]
    Nothing,
    /// The file is longer than so many bytes.
    #[error("longer than {0} bytes")]
    TooLarge(usize),
    /// Days before any line that says of which year they are.
    #[error("no year yet")]
    NoYear,
    /// From here on it is not understood.
    #[error("not understood: {0}")]
    NotUnderstood(String),
    /// Days of which it is not said whether they are off or worked.
    #[error("off or worked?")]
    Unsaid,
    /// A day that does not exist.
    #[error("no such day: {year}-{month}-{day}")]
    NoSuchDay {
        /// The year.
        year: i16,
        /// The month as it stands there.
        month: u32,
        /// The day as it stands there.
        day: u32,
    },
    /// The weekday beside a day is not its own.
    #[error("{day} is no {said}")]
    WrongWeekday {
        /// The day.
        day: Date,
        /// The weekday that stands there.
        said: String,
    },
    /// The number of days is not that of the span.
    #[error("{said} days, counted {counted}")]
    WrongTotal {
        /// The number that stands there.
        said: u32,
        /// The number of days named.
        counted: usize,
    },
    /// A span ends before it begins.
    #[error("{from} to {to}")]
    Reversed {
        /// Its first day.
        from: Date,
        /// Its last day.
        to: Date,
    },
    /// A span of more than 15 days.
    #[error("{from} to {to} is too long")]
    TooLong {
        /// Its first day.
        from: Date,
        /// Its last day.
        to: Date,
    },
    /// A year outside 2000 to 2099, or none.
    #[error("no year: {0}")]
    BadYear(String),
    /// A year that has its days already.
    #[error("{0} twice")]
    YearTwice(i16),
    /// The days cannot be those of the year.
    #[error("{year}: {error}")]
    Days {
        /// The year.
        year: i16,
        /// Why not.
        error: YearError,
    },
    /// Not JSON, or of another shape.
    #[error("not the JSON of a notice, column {column}")]
    Json {
        /// Where in the line, from 1.
        column: usize,
    },
    /// A text of the JSON that is no date.
    #[error("no date: {0}")]
    NotADate(String),
}

/// Reads the notices of one or several years: JSON if it begins like that, else text.
///
/// The text is the notice itself or what a clerk types from it: a line that sets the year (`2027年`, or a
/// title that names it), then sentences of days off and days worked. `#` begins a comment.
///
/// ```
/// use gongkai::calendar::read_notice;
/// let years = read_notice("2026年\n元旦：1月1日（周四）至3日（周六）放假，共3天。1月4日（周日）上班。")
///     .map_err(|faults| format!("{faults:?}"))?;
/// assert_eq!(years.get(&2026).map(|days| (days.off.len(), days.work.len())), Some((3, 1)));
/// # Ok::<(), String>(())
/// ```
///
/// # Errors
/// Every line that is not understood or cannot be right, the first fault of each.
pub fn read_notice(text: &str) -> Result<BTreeMap<i16, YearDays>, Vec<NoticeFault>> {
    if text.len() > LARGEST {
        let problem = NoticeProblem::TooLarge(LARGEST);
        return Err(vec![NoticeFault { line: 0, text: String::new(), problem }]);
    }
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with(['{', '[']) { json::read(text) } else { text::read(text) }
}

/// The days in order, each once.
fn settled(mut days: YearDays) -> YearDays {
    for list in [&mut days.off, &mut days.work] {
        list.sort_unstable();
        list.dedup();
    }
    days
}

/// The year, if its notice can be taken over.
fn year_of(digits: &str) -> Result<i16, NoticeProblem> {
    let year = digits.parse().ok().filter(|year| digits.len() == 4 && YEARS.contains(year));
    year.ok_or_else(|| NoticeProblem::BadYear(digits.to_owned()))
}
