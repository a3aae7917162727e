//! The one place that reads the clock. The civil day is UTC+8 by constant, never TZ.

use jiff::civil::{Date, date};

use crate::calendar::{DateError, from_day, parse_date, to_day};

/// What time it is, for the desk.
pub trait Time: Send + Sync {
    /// UTC milliseconds since 1970; may step back.
    fn now(&self) -> i64;

    /// The civil day in China.
    fn today(&self) -> Date {
        civil_day(self.now())
    }

    /// The day set in a practice office, so that each entry keeps it.
    fn practice_day(&self) -> Option<i32> {
        None
    }
}

/// The machine's clock, or in practice offices a day set by hand.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemTime {
    /// The day set (`GONGKAI_TODAY`), in practice offices only.
    pub today: Option<Date>,
}

impl Time for SystemTime {
    #[allow(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    fn now(&self) -> i64 {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    fn today(&self) -> Date {
        self.today.unwrap_or_else(|| civil_day(self.now()))
    }

    fn practice_day(&self) -> Option<i32> {
        self.today.map(to_day)
    }
}

/// China has one time zone, UTC+8, and no summer time.
const OFFSET: i64 = 8 * 3_600_000;
const DAY: i64 = 86_400_000;

/// The civil day in China at a time in UTC milliseconds since 1970.
pub fn civil_day(now: i64) -> Date {
    let day = now.saturating_add(OFFSET).div_euclid(DAY);
    i32::try_from(day).ok().and_then(from_day).unwrap_or_else(|| date(1970, 1, 1))
}

/// The day of `GONGKAI_TODAY`.
///
/// # Errors
/// What is wrong with it as a date.
pub fn parse_today(text: &str) -> Result<Date, DateError> {
    parse_date(text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_civil_day_turns_at_midnight_in_china() {
        let noon_utc = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_millisecond();
        assert_eq!(civil_day(noon_utc("2026-03-02T15:59:59Z")), date(2026, 3, 2));
        assert_eq!(civil_day(noon_utc("2026-03-02T16:00:00Z")), date(2026, 3, 3));
    }
}
