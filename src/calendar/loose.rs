//! Dates as people type them into a form.

use jiff::civil::Date;

use super::day::{from_day, to_day, weekday_of};
use super::parse::{DateError, digits, in_range, month_and_day, parse_date, small};

/// What [`parse_date`](fn@super::parse_date) reads, and shorter: `0105`, `1.5`, `1-5`, `1/5`, `1月5日` (the
/// last such day up to today), `今天 昨天 前天 明天 后天`, `+3` and `-3` (calendar days from today), `周五`, `上周五`,
/// `下周五` (weeks begin on Monday). Full-width digits and Chinese full stops are taken as meant.
///
/// ```
/// use gongkai::calendar::parse_loose;
/// use jiff::civil::date;
/// let today = date(2026, 3, 2);
/// assert_eq!(parse_loose("0105", today), Ok(date(2026, 1, 5)));
/// assert_eq!(parse_loose("12.31", today), Ok(date(2025, 12, 31)));
/// assert_eq!(parse_loose("昨天", today), Ok(date(2026, 3, 1)));
/// ```
pub fn parse_loose(text: &str, today: Date) -> Result<Date, DateError> {
    let text: String = text.trim().chars().map(plain).collect();
    if let Some(days) = days_from_today(&text, today) {
        let day = to_day(today).checked_add(days).and_then(from_day);
        return in_range(day.ok_or(DateError::OutOfRange)?);
    }
    match short(&text) {
        Some((month, day)) => last_such_day(month, day, today),
        None => parse_date(&text),
    }
}

/// The ASCII character that was meant by one of an input method.
fn plain(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '。' | '、' => '.',
        '—' | '–' | '−' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

fn days_from_today(text: &str, today: Date) -> Option<i32> {
    match text {
        "前天" => Some(-2),
        "昨天" | "昨日" => Some(-1),
        "今天" | "今日" => Some(0),
        "明天" | "明日" => Some(1),
        "后天" => Some(2),
        _ => offset(text).or_else(|| weekday(text, today)),
    }
}

fn offset(text: &str) -> Option<i32> {
    let (sign, number) = match text.strip_prefix('+') {
        Some(number) => (1, number),
        None => (-1, text.strip_prefix('-')?),
    };
    i32::try_from(digits(number.trim_start(), 1, 4)?).ok().map(|days| sign * days)
}

fn weekday(text: &str, today: Date) -> Option<i32> {
    let (weeks, rest) = match text.strip_prefix('上') {
        Some(rest) => (-1, rest),
        None => match text.strip_prefix('下') {
            Some(rest) => (1, rest),
            None => (0, text.strip_prefix(['本', '这']).unwrap_or(text)),
        },
    };
    let name = ["星期", "礼拜", "周"].iter().find_map(|week| rest.strip_prefix(week))?;
    let index = weekday_of(name)?.to_monday_zero_offset();
    Some(weeks * 7 + i32::from(index) - i32::from(today.weekday().to_monday_zero_offset()))
}

fn short(text: &str) -> Option<(i8, i8)> {
    match digits(text, 4, 4) {
        Some(number) => Some((small(number / 100)?, small(number % 100)?)),
        None => month_and_day(text),
    }
}

/// What a clerk records has happened: a day later than today is meant of the year before.
fn last_such_day(month: i8, day: i8, today: Date) -> Result<Date, DateError> {
    let this_year = Date::new(today.year(), month, day).ok().filter(|date| *date <= today);
    let before = || Date::new(today.year() - 1, month, day).ok();
    in_range(this_year.or_else(before).ok_or(DateError::NotADate)?)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const MONDAY: Date = date(2026, 3, 2);

    fn read(text: &str) -> Date {
        parse_loose(text, MONDAY).unwrap()
    }

    #[test]
    fn a_month_and_a_day_are_of_the_year_of_today() {
        for text in ["0105", "1.5", "1-5", "1/5", "1月5日", "1。5", "０１０５", "１．５"] {
            assert_eq!(read(text), date(2026, 1, 5), "{text}");
        }
        assert_eq!(read("0302"), MONDAY);
    }

    #[test]
    fn a_day_later_than_today_is_of_the_year_before() {
        assert_eq!(read("0303"), date(2025, 3, 3));
        assert_eq!(read("12/31"), date(2025, 12, 31));
    }

    #[test]
    fn a_leap_day_is_looked_for_in_both_years() {
        assert_eq!(parse_loose("0229", date(2025, 3, 1)), Ok(date(2024, 2, 29)));
        assert_eq!(parse_loose("0229", MONDAY), Err(DateError::NotADate));
    }

    #[test]
    fn days_are_named_from_today() {
        for (text, expected) in [
            ("今天", MONDAY),
            ("昨天", date(2026, 3, 1)),
            ("前天", date(2026, 2, 28)),
            ("明天", date(2026, 3, 3)),
            ("后天", date(2026, 3, 4)),
            ("+3", date(2026, 3, 5)),
            ("＋３", date(2026, 3, 5)),
            ("-3", date(2026, 2, 27)),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_weekday_is_of_this_week_unless_it_says_last_or_next() {
        assert_eq!(read("周五"), date(2026, 3, 6));
        assert_eq!(read("上周五"), date(2026, 2, 27));
        assert_eq!(read("下周一"), date(2026, 3, 9));
        assert_eq!(read("上星期天"), date(2026, 3, 1));
        assert_eq!(parse_loose("周一", date(2026, 3, 8)), Ok(MONDAY));
    }

    #[test]
    fn a_whole_date_is_taken_as_it_stands() {
        assert_eq!(read("2027-01-05"), date(2027, 1, 5));
        assert_eq!(read("２０２５０３０５"), date(2025, 3, 5));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "周八", "上", "+", "-", "1305", "0230", "2025", "1.5.", "+12345", "昨"] {
            assert_eq!(parse_loose(text, MONDAY), Err(DateError::NotADate), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_short_date_is_never_later_than_today(month in 1_i8..=12, day in 1_i8..=31, today in 10_957_i32..20_000) {
            let today = from_day(today).unwrap();
            if let Ok(read) = parse_loose(&format!("{month}.{day}"), today) {
                prop_assert!(read <= today && (read.month(), read.day()) == (month, day));
            }
        }

        #[test]
        fn no_text_makes_reading_fail_badly(text in "[0-9上下周一日+.-]{0,8}|\\PC*") {
            let _ = parse_loose(&text, MONDAY);
        }
    }
}
