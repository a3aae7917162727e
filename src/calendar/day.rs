//! A day as a number, and as text.

use jiff::civil::{Date, Weekday};

/// Days of the 400 years after which the Gregorian calendar repeats.
const CYCLE: i32 = 146_097;
/// Days from 0000-03-01, where a cycle of years that end in February begins, to 1970-01-01.
const EPOCH: i32 = 719_468;

const WEEKDAYS: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

/// The days since 1970-01-01, negative before it: the form in which days are stored.
///
/// ```
/// use jiff::civil::date;
/// assert_eq!(gongkai::calendar::to_day(date(1970, 1, 2)), 1);
/// ```
pub fn to_day(date: Date) -> i32 {
    // The year is taken to begin in March, so that the leap day is its last one.
    let month = (i32::from(date.month()) + 9) % 12;
    let year = i32::from(date.year()) - i32::from(date.month() <= 2);
    let in_year = (153 * month + 2) / 5 + i32::from(date.day()) - 1;
    let in_cycle = year.rem_euclid(400);
    let before = in_cycle * 365 + in_cycle / 4 - in_cycle / 100;
    year.div_euclid(400) * CYCLE + before + in_year - EPOCH
}

/// The date of a day number, or nothing beyond the years that [`Date`] can hold.
///
/// ```
/// use gongkai::calendar::{from_day, to_day};
/// use jiff::civil::date;
/// assert_eq!(from_day(to_day(date(2026, 3, 2))), Some(date(2026, 3, 2)));
/// ```
pub fn from_day(day: i32) -> Option<Date> {
    let shifted = day.checked_add(EPOCH)?;
    let rest = shifted.rem_euclid(CYCLE);
    let in_cycle = (rest - rest / 1_460 + rest / 36_524 - rest / (CYCLE - 1)) / 365;
    let in_year = rest - (365 * in_cycle + in_cycle / 4 - in_cycle / 100);
    let from_march = (5 * in_year + 2) / 153;
    let day_of_month = in_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = in_cycle + shifted.div_euclid(CYCLE) * 400 + i32::from(month <= 2);
    let (year, month) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?);
    Date::new(year, month, i8::try_from(day_of_month).ok()?).ok()
}

/// The date as files and commands show it.
///
/// ```
/// assert_eq!(gongkai::calendar::format_iso(jiff::civil::date(2026, 3, 2)), "2026-03-02");
/// ```
pub fn format_iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// The date as a clerk reads it, with its weekday.
///
/// ```
/// assert_eq!(gongkai::calendar::format_long(jiff::civil::date(2026, 3, 2)), "2026年3月2日 周一");
/// ```
pub fn format_long(date: Date) -> String {
    format!("{}年{}月{}日 {}", date.year(), date.month(), date.day(), weekday_name(date))
}

/// 周一 to 周日.
pub(super) fn weekday_name(date: Date) -> &'static str {
    let index = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
    WEEKDAYS.get(index).copied().unwrap_or_default()
}

/// The weekday of what stands behind 周 or 星期.
pub(super) fn weekday_of(name: &str) -> Option<Weekday> {
    Some(match name {
        "一" => Weekday::Monday,
        "二" => Weekday::Tuesday,
        "三" => Weekday::Wednesday,
        "四" => Weekday::Thursday,
        "五" => Weekday::Friday,
        "六" => Weekday::Saturday,
        "日" | "天" => Weekday::Sunday,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_ends_of_what_a_date_can_hold_are_days_too() {
        for edge in [Date::MIN, Date::MAX] {
            assert_eq!(from_day(to_day(edge)), Some(edge));
        }
        assert_eq!(from_day(to_day(Date::MAX) + 1), None);
        assert_eq!(from_day(i32::MAX), None);
        assert_eq!(from_day(i32::MIN), None);
    }

    proptest! {
        #[test]
        fn a_day_is_as_far_from_1970_as_the_date_library_says(day in -200_000_i32..200_000) {
            let expected = date(1970, 1, 1).checked_add(day.days()).unwrap();
            prop_assert_eq!(from_day(day), Some(expected));
            prop_assert_eq!(to_day(expected), day);
        }
    }
}
