//! A day, a month or a year, as counts and sums belong to one.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::calendar::{format_iso, parse_date};

/// The time that a figure belongs to: written `2025`, `2025-03` or `2025-03-02`.
///
/// ```
/// use gongkai::records::Period;
/// let march: Period = "2025-03".parse().unwrap();
/// assert_eq!(march.last(), jiff::civil::date(2025, 3, 31));
/// assert!(march.overlaps(Period::Year(2025)) && !march.overlaps(Period::Year(2024)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// A whole year.
    Year(i16),
    /// A month of a year.
    Month(i16, i8),
    /// One day.
    Day(Date),
}

/// Not a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a year, a month of a year, or a day")]
pub struct NotAPeriod;

impl Period {
    /// Its first day; a year or month that no calendar has begins with the earliest day there is.
    pub fn first(self) -> Date {
        match self {
            Self::Year(year) => Date::new(year, 1, 1).unwrap_or(Date::MIN),
            Self::Month(year, month) => Date::new(year, month, 1).unwrap_or(Date::MIN),
            Self::Day(day) => day,
        }
    }

    /// Its last day.
    pub fn last(self) -> Date {
        match self {
            Self::Year(_) => self.first().last_of_year(),
            Self::Month(..) => self.first().last_of_month(),
            Self::Day(day) => day,
        }
    }

    /// The year it is counted in.
    pub fn year(self) -> i16 {
        match self {
            Self::Year(year) | Self::Month(year, _) => year,
            Self::Day(day) => day.year(),
        }
    }

    /// Whether the two have a day in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.first() <= other.last() && other.first() <= self.last()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => f.write_str(&format_iso(*day)),
        }
    }
}

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let figures = |text: &str, many: usize| {
            let plain = text.len() == many && text.bytes().all(|byte| byte.is_ascii_digit());
            if plain { text.parse::<i16>().map_err(|_| NotAPeriod) } else { Err(NotAPeriod) }
        };
        let text = text.trim();
        match text.split_once('-') {
            None => figures(text, 4).map(Self::Year),
            Some((_, rest)) if rest.contains('-') => parse_date(text).map(Self::Day).map_err(|_| NotAPeriod),
            Some((year, month)) => {
                let month = i8::try_from(figures(month, 2)?).map_err(|_| NotAPeriod)?;
                if !(1..=12).contains(&month) {
                    return Err(NotAPeriod);
                }
                Ok(Self::Month(figures(year, 4)?, month))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_back_from_what_is_written() {
        for text in ["2025", "2025-03", "2025-03-02"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
        for text in ["", "25", "2025-13", "2025-0", "2025-3", "2025-02-30", "+025", "二〇二五"] {
            assert_eq!(text.parse::<Period>(), Err(NotAPeriod), "{text}");
        }
    }

    #[test]
    fn periods_overlap_where_they_share_a_day() {
        let period = |text: &str| text.parse::<Period>().unwrap();
        assert!(period("2025-03-31").overlaps(period("2025-03")));
        assert!(!period("2025-04").overlaps(period("2025-03")));
        assert!(period("2025").overlaps(period("2025-12-31")));
    }
}
