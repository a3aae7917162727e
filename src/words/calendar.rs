//! Words of the room `calendar`: what is wrong with a date, and what a day is.

use crate::calendar::{DateError, DayKind, YearError, format_long};

/// Beside a date that rests on a year whose holiday notice is not known.
pub const PROVISIONAL: &str = "暂定：该年放假安排尚未录入，按周末和固定日期的节日推算";

/// What is wrong with the date that was typed, and what is expected.
pub fn date_error(error: DateError, typed: &str) -> String {
    match error {
        DateError::FullWidthDigits => format!("日期含全角数字，请改用半角，如 2025-03-05：{typed}"),
        DateError::NotADate => {
            format!("不是有效日期，应写成 2025-03-05、2025/3/5、2025年3月5日 或 20250305：{typed}")
        }
        DateError::OutOfRange => format!("日期超出范围，应在 1990 年至 2099 年之间：{typed}"),
    }
}

/// What a day is.
pub fn day_kind(kind: DayKind) -> &'static str {
    match kind {
        DayKind::Working => "工作日",
        DayKind::MakeUp => "调休上班",
        DayKind::Weekend => "周末",
        DayKind::Holiday => "放假",
        DayKind::ProvisionalHoliday => "放假（暂定）",
    }
}

/// Why a list of days was not taken as the notice of a year.
pub fn year_error(error: YearError, year: i16) -> String {
    match error {
        YearError::Empty => format!("{year} 年没有列出任何放假日期"),
        YearError::Outside(day) => format!("{} 不属于 {year} 年的放假安排", format_long(day)),
        YearError::Both(day) => format!("{} 既列为放假又列为调休上班", format_long(day)),
        YearError::MakeUpOnWeekday(day) => {
            format!("{} 列为调休上班，但这天本来就是工作日", format_long(day))
        }
    }
}
