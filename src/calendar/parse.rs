//! Dates as a command line gives them.

use jiff::civil::Date;

/// The years in which a date of an office can lie; others are slips of the finger.
const FIRST_YEAR: i16 = 1990;
const LAST_YEAR: i16 = 2099;

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Digits as an input method writes them, `２０２５`.
    #[error("full-width digits")]
    FullWidthDigits,
    /// No form of a date, or a day that does not exist, such as 2025-02-30.
    #[error("not a date")]
    NotADate,
    /// A date before 1990 or after 2099.
    #[error("outside 1990 to 2099")]
    OutOfRange,
}

/// A whole date: `2025-03-05`, `2025/3/5`, `2025.3.5`, `2025年3月5日` or `20250305`.
///
/// ```
/// use gongkai::calendar::{DateError, parse_date};
/// assert_eq!(parse_date("2025年3月5日"), Ok(jiff::civil::date(2025, 3, 5)));
/// assert_eq!(parse_date("2025-02-30"), Err(DateError::NotADate));
/// ```
pub fn parse_date(text: &str) -> Result<Date, DateError> {
    let text = text.trim();
    if text.contains(|c| matches!(c, '０'..='９')) {
        return Err(DateError::FullWidthDigits);
    }
    let (year, month, day) = fields(text).ok_or(DateError::NotADate)?;
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return Err(DateError::OutOfRange);
    }
    Date::new(year, month, day).map_err(|_| DateError::NotADate)
}

/// The date, if it lies in the years of an office.
pub(super) fn in_range(date: Date) -> Result<Date, DateError> {
    if (FIRST_YEAR..=LAST_YEAR).contains(&date.year()) { Ok(date) } else { Err(DateError::OutOfRange) }
}

fn fields(text: &str) -> Option<(i16, i8, i8)> {
    if let Some(number) = digits(text, 8, 8) {
        return three(number / 10_000, number / 100 % 100, number % 100);
    }
    let (year, rest) = match text.split_once('年') {
        Some((year, rest)) if rest.contains('月') => (year.trim_end(), rest),
        Some(_) => return None,
        None => {
            let separator = text.chars().find(|c| SEPARATORS.contains(c))?;
            let (year, rest) = text.split_once(separator)?;
            // One kind of separator a date: 2025-3.5 is a slip.
            rest.contains(separator).then_some((year, rest))?
        }
    };
    let (month, day) = month_and_day(rest.trim_start())?;
    three(digits(year, 4, 4)?, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

const SEPARATORS: [char; 3] = ['-', '/', '.'];

/// `3-5`, `3/5`, `3.5`, `3月5日`.
pub(super) fn month_and_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = match text.split_once('月') {
        Some((month, day)) => (month.trim_end(), day.trim_start().trim_end_matches(['日', '号']).trim_end()),
        None => text.split_once(SEPARATORS)?,
    };
    Some((small(digits(month, 1, 2)?)?, small(digits(day, 1, 2)?)?))
}

/// A number of `least` to `most` ASCII digits and nothing else.
pub(super) fn digits(text: &str, least: usize, most: usize) -> Option<u32> {
    let fits = (least..=most).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

pub(super) fn small(number: u32) -> Option<i8> {
    i8::try_from(number).ok()
}

fn three(year: u32, month: u32, day: u32) -> Option<(i16, i8, i8)> {
    Some((i16::try_from(year).ok()?, small(month)?, small(day)?))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::super::{format_iso, from_day};
    use super::*;

    #[test]
    fn every_usual_way_of_writing_a_date_is_read() {
        for text in [
            "2025-03-05",
            "2025-3-5",
            "2025/3/5",
            "2025.3.5",
            "2025年3月5日",
            "2025 年 3 月 5 日",
            "2025年03月05号",
            "20250305",
            " 2025-03-05 ",
        ] {
            assert_eq!(parse_date(text), Ok(date(2025, 3, 5)), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "2025",
            "2025-3",
            "3-5",
            "25-3-5",
            "2025-3.5",
            "2025-3-5-1",
            "2025-13-01",
            "2025-02-29",
            "2025年3-5",
            "2025-3月5日",
            "2025+3+5",
            "2025-+3-5",
            "202503051",
            "2025--5",
            "今天",
        ] {
            assert_eq!(parse_date(text), Err(DateError::NotADate), "{text}");
        }
    }

    #[test]
    fn full_width_digits_and_far_years_have_their_own_errors() {
        assert_eq!(parse_date("２０２５-03-05"), Err(DateError::FullWidthDigits));
        assert_eq!(parse_date("1989-12-31"), Err(DateError::OutOfRange));
        assert_eq!(parse_date("2205-03-05"), Err(DateError::OutOfRange));
    }

    proptest! {
        #[test]
        fn a_formatted_date_is_read_back(day in 7_305_i32..47_481) {
            let expected = from_day(day).unwrap();
            prop_assert_eq!(parse_date(&format_iso(expected)), Ok(expected));
        }

        #[test]
        fn no_text_makes_reading_fail_badly(text in "[0-9年月日./-]{0,12}|\\PC*") {
            let _ = parse_date(&text);
        }
    }
}
