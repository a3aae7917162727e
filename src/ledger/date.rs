//! The days of a ledger, in all the ways in which they are written.

use calamine::{ExcelDateTime, ExcelDateTimeType};
use jiff::civil::Date;

/// The years a ledger can speak of: no earlier ones were computer-kept, and later ones are slips.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2099;
/// The serial numbers of those years, in the 1900 system.
const SERIALS: std::ops::RangeInclusive<f64> = 32_874.0..=73_050.999_99;

/// From which day a workbook counts its serial numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Epoch {
    /// 1900, the usual one.
    #[default]
    Y1900,
    /// 1904, of old programs on the Macintosh.
    Y1904,
}

/// Why a cell holds no usable day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateFault {
    /// Not written as a date.
    NotADate,
    /// Written with full-width figures.
    FullWidth,
    /// No such day in the calendar.
    Impossible,
    /// Not in 1990 to 2099.
    OutOfRange,
}

/// Reads `2025-03-05`, `2025/3/5`, `2025.3.5`, `2025年3月5日`, `20250305`, each with or without a time of
/// day, or a serial number of five figures.
///
/// Full-width figures are not folded: who types them has an input method in the wrong state, and the
/// other cells of the row deserve a look too.
pub(super) fn from_text(text: &str) -> Result<Date, DateFault> {
    let text = text.trim();
    if text.chars().any(|c| ('０'..='９').contains(&c)) {
        return Err(DateFault::FullWidth);
    }
    let (head, rest) = figures(text).ok_or(DateFault::NotADate)?;
    match head.len() {
        4 => separated(head, rest),
        8 if is_time(rest) => compact(head),
        5 if rest.is_empty() => match head.parse() {
            Ok(number) => from_serial(number, Epoch::Y1900),
            Err(_) => Err(DateFault::NotADate),
        },
        _ => Err(DateFault::NotADate),
    }
}

/// Reads a plain number in a date column: `20250305`, or the serial number of a day.
pub(super) fn from_number(number: f64, epoch: Epoch) -> Result<Date, DateFault> {
    if (19_000_000.0..=99_999_999.0).contains(&number) {
        return compact(&number.to_string());
    }
    from_serial(number, epoch)
}

/// The day of a serial number.
pub(super) fn from_serial(number: f64, epoch: Epoch) -> Result<Date, DateFault> {
    // The smallest numbers that could be meant are those of the 1904 system, 1462 days lower.
    if !(SERIALS.start() - 1462.0..=*SERIALS.end()).contains(&number) {
        return Err(DateFault::NotADate);
    }
    let serial = ExcelDateTime::new(number, ExcelDateTimeType::DateTime, epoch == Epoch::Y1904);
    let (year, month, day, ..) = serial.to_ymd_hms_milli();
    day_of(i32::from(year), i32::from(month), i32::from(day))
}

/// Year, month and day with something between them.
fn separated(year: &str, rest: &str) -> Result<Date, DateFault> {
    let (first, rest) = mark(rest).ok_or(DateFault::NotADate)?;
    let (month, rest) = figures(rest).ok_or(DateFault::NotADate)?;
    let (second, rest) = mark(rest).ok_or(DateFault::NotADate)?;
    let (day, rest) = figures(rest).ok_or(DateFault::NotADate)?;
    let alike = match first {
        '年' => second == '月',
        '-' | '/' | '.' => second == first,
        _ => false,
    };
    let rest = rest.trim_start().strip_prefix(['日', '号']).unwrap_or(rest);
    if !alike || month.len() > 2 || day.len() > 2 || !is_time(rest) {
        return Err(DateFault::NotADate);
    }
    day_of(number(year)?, number(month)?, number(day)?)
}

/// Eight figures in a row.
fn compact(figures: &str) -> Result<Date, DateFault> {
    let whole = number(figures)?;
    day_of(whole / 10_000, whole / 100 % 100, whole % 100)
}

/// The leading figures of `text`, blanks before them aside, and what follows.
fn figures(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let figures = text.strip_suffix(rest)?;
    (!figures.is_empty()).then_some((figures, rest))
}

/// The next character, blanks before it aside, and what follows.
fn mark(text: &str) -> Option<(char, &str)> {
    let mut rest = text.trim_start().chars();
    Some((rest.next()?, rest.as_str()))
}

/// Whether what follows a date is nothing or a time of day.
fn is_time(rest: &str) -> bool {
    let body = rest.trim_start().trim_start_matches('T').trim();
    if body.is_empty() {
        return true;
    }
    let apart = body.len() < rest.len();
    let inked = body.chars().all(|c| c.is_ascii_digit() || " :.+-Z时点分秒上下午APMapm".contains(c));
    apart && inked && body.contains([':', '时', '点'])
}

fn number(figures: &str) -> Result<i32, DateFault> {
    figures.parse().map_err(|_| DateFault::NotADate)
}

fn day_of(year: i32, month: i32, day: i32) -> Result<Date, DateFault> {
    let year = i16::try_from(year).map_err(|_| DateFault::OutOfRange)?;
    if !YEARS.contains(&year) {
        return Err(DateFault::OutOfRange);
    }
    let month = i8::try_from(month).map_err(|_| DateFault::Impossible)?;
    let day = i8::try_from(day).map_err(|_| DateFault::Impossible)?;
    Date::new(year, month, day).map_err(|_| DateFault::Impossible)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_usual_way_of_writing_a_day_is_read() {
        for text in [
            "2025-03-05",
            "2025-3-5",
            " 2025/3/5 ",
            "2025.3.5",
            "2025.03.05",
            "2025年3月5日",
            "2025 年 3 月 5 日",
            "2025年03月05号",
            "20250305",
            "2025-03-05 10:20:30",
            "2025-03-05T10:20:30Z",
            "2025/3/5 9:05",
            "2025年3月5日 上午9时30分",
            "20250305 10:20",
            "45721",
        ] {
            assert_eq!(from_text(text), Ok(date(2025, 3, 5)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused_with_its_reason() {
        for text in [
            "",
            "3月5日",
            "2025年3月",
            "25-3-5",
            "5/3/2025",
            "2025.3.5-3.7",
            "2025-03/05",
            "上周三",
            "2025-03-05x",
            "2025-003-05",
            "202503051",
            "1",
            "2025-3-5 7",
        ] {
            assert_eq!(from_text(text), Err(DateFault::NotADate), "{text}");
        }
        assert_eq!(from_text("２０２５-03-05"), Err(DateFault::FullWidth));
        assert_eq!(from_text("2025-02-30"), Err(DateFault::Impossible));
        assert_eq!(from_text("2025-13-01"), Err(DateFault::Impossible));
        assert_eq!(from_text("20250230"), Err(DateFault::Impossible));
        assert_eq!(from_text("1989-12-31"), Err(DateFault::OutOfRange));
        assert_eq!(from_text("2100-01-01"), Err(DateFault::OutOfRange));
    }

    #[test]
    fn numbers_are_serials_or_eight_figures() {
        assert_eq!(from_number(45_721.0, Epoch::Y1900), Ok(date(2025, 3, 5)));
        assert_eq!(from_number(45_721.75, Epoch::Y1900), Ok(date(2025, 3, 5)));
        assert_eq!(from_number(45_721.0 - 1462.0, Epoch::Y1904), Ok(date(2025, 3, 5)));
        assert_eq!(from_number(20_250_305.0, Epoch::Y1900), Ok(date(2025, 3, 5)));
        for number in [0.0, -1.0, 2025.3, 1e300, f64::NAN, f64::INFINITY] {
            assert_eq!(from_number(number, Epoch::Y1900), Err(DateFault::NotADate), "{number}");
        }
        assert_eq!(from_serial(32_874.0, Epoch::Y1900), Ok(date(1990, 1, 1)));
        assert_eq!(from_serial(73_050.0, Epoch::Y1900), Ok(date(2099, 12, 31)));
    }
}
