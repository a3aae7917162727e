//! Words of the room `calendar`: what is wrong with a date, and what a day is.

use crate::calendar::{DateError, DayKind, NoticeFault, NoticeProblem, YearError, format_iso, format_long};
use crate::text::{clean_line, truncate};

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

/// A place in a holiday notice that cannot be taken over: where, what stands there, what was expected.
pub fn notice_fault(fault: &NoticeFault) -> String {
    let problem = notice_problem(&fault.problem);
    if fault.line == 0 {
        return problem;
    }
    format!("第 {} 行“{}”：{problem}", fault.line, clean_line(&truncate(&fault.text, 60)))
}

/// How a line of days is written.
const AS_IN: &str = "应写成 元旦：1月1日至3日放假 或 2月14日、2月28日上班";

fn notice_problem(problem: &NoticeProblem) -> String {
    let shown = |text: &str| clean_line(&truncate(text, 40));
    match problem {
        NoticeProblem::Nothing => format!("没有放假安排；先写一行年份，如 2027年，以下各行{AS_IN}"),
        NoticeProblem::TooLarge(limit) => {
            format!("文件超过 {} KiB，不像放假安排；请只保留通知正文中的日期", limit >> 10)
        }
        NoticeProblem::NoYear => "还不知道是哪一年的安排；请在前面加一行年份，如 2027年".to_owned(),
        NoticeProblem::NotUnderstood(rest) if rest.is_empty() => format!("没有写完，{AS_IN}"),
        NoticeProblem::NotUnderstood(rest) => format!("从“{}”起看不懂，{AS_IN}", shown(rest)),
        NoticeProblem::Unsaid => format!("没有写明这些天是放假还是上班，{AS_IN}"),
        NoticeProblem::NoSuchDay { year, month, day } => format!("没有 {year}年{month}月{day}日 这一天"),
        NoticeProblem::WrongWeekday { day, said } => {
            format!("写的是{}，但这天是 {}", shown(said), format_long(*day))
        }
        NoticeProblem::WrongTotal { said, counted } => format!("写的是 {said} 天，但所列日期共 {counted} 天"),
        NoticeProblem::Reversed { from, to } => format!(
            "{} 在 {} 之后；跨年的要写明年份，如 2026年12月31日至2027年1月2日",
            format_iso(*from),
            format_iso(*to)
        ),
        NoticeProblem::TooLong { from, to } => {
            format!(
                "{} 至 {} 超过 15 天，没有这么长的假期；请核对起止日期",
                format_iso(*from),
                format_iso(*to)
            )
        }
        NoticeProblem::BadYear(text) => {
            format!("“{}”不是 2000 至 2099 之间的四位年份", shown(text))
        }
        NoticeProblem::YearTwice(year) => format!("{year} 年的安排出现了两次，请只留一次"),
        NoticeProblem::Days { year, error } => year_error(*error, *year),
        NoticeProblem::Json { column } => format!(
            "第 {column} 字节处不合格式，应为 {{\"2027\": {{\"off\": [\"2027-01-01\"], \"work\": [\"2027-02-14\"]}}}}"
        ),
        NoticeProblem::NotADate(text) => format!("“{}”不是有效日期，应写成 2027-01-01", shown(text)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_fault_names_its_line_what_stands_there_and_what_is_really_so() {
        let day = date(2027, 1, 1);
        let wrong = |problem| NoticeFault {
            line: 3, text: "元旦：1月1日（周四）放假".to_owned(), problem
        };
        let weekday = notice_fault(&wrong(NoticeProblem::WrongWeekday { day, said: "周四".to_owned() }));
        assert_eq!(weekday, "第 3 行“元旦：1月1日（周四）放假”：写的是周四，但这天是 2027年1月1日 周五");
        let total = notice_fault(&wrong(NoticeProblem::WrongTotal { said: 3, counted: 1 }));
        assert!(total.ends_with("写的是 3 天，但所列日期共 1 天"), "{total}");
        let nothing =
            notice_fault(&NoticeFault { line: 0, text: String::new(), problem: NoticeProblem::Nothing });
        assert!(nothing.starts_with("没有放假安排；先写一行年份"), "{nothing}");
    }
}
