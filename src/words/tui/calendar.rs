//! What the calendar says, and what is due next in lists.

use jiff::civil::Date;

use super::screens::{days, short_day};
use crate::calendar::{Calendar, DayKind, format_iso, format_long};
use crate::register::CaseRow;
use crate::request::clock::{Deadline, SubDeadline};
use crate::words;

/// The title of the calendar.
pub const TITLE: &str = "工作日历";
/// Heads of the days of a week, from Monday.
pub const WEEKDAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
/// Behind a day of a holiday.
pub const OFF: &str = "休";
/// Behind a weekend day that is worked.
pub const MAKE_UP: &str = "班";
/// Behind today.
pub const TODAY: &str = "今";
/// Heads of the cases of a day.
pub const WHAT: &str = "到期事项";
/// Enter on a day without anything.
pub const NOTHING_DUE: &str = "这一天没有到期事项";
/// The head of the last column of lists.
pub const NEXT_DUE: &str = "下一期限";
/// Before a day that may move, where there is little room.
const PROVISIONAL_SHORT: &str = "暂";
/// Before a day that may move.
const PROVISIONAL: &str = "暂定";

/// The title of a month; a year whose notice is not known is marked.
pub fn month(first: Date, known: bool) -> String {
    let mark = if known { "" } else { "(暂定)" };
    format!("{}年{}月{mark}", first.year(), first.month())
}

/// The cases of a day in their cell, from the longest wording to the shortest; of what is late, and of a today
/// that could not be marked elsewhere, with the sign of that.
pub fn cases(count: usize, is_today: bool, is_late: bool) -> [String; 3] {
    let sign = match (is_today, is_late) {
        (true, _) => TODAY,
        (false, true) => "!",
        (false, false) => "",
    };
    match count {
        0 if is_today => [TODAY, TODAY, TODAY].map(str::to_owned),
        0 => Default::default(),
        1..10 if sign.is_empty() => [format!(" {count}件"), format!("{count}件"), count.to_string()],
        _ => [format!("{sign}{count}件"), format!("{sign}{count}"), format!("{sign}9+")],
    }
}

/// The selected day: what it is, how much is due, how far it is.
pub fn day(on: Date, today: Date, calendar: &Calendar, count: usize) -> String {
    let due = if count == 0 { "没有到期事项".to_owned() } else { format!("到期 {count} 件") };
    let far = calendar.count(today, on);
    let about = if far.provisional { "约" } else { "" };
    let far = match far.days {
        _ if on == today => "今天".to_owned(),
        _ if on < today => format!("已过{about} {} 个工作日", far.days.unsigned_abs()),
        days => format!("距今{about} {days} 个工作日"),
    };
    format!("{}  {}  {due}  {far}", format_long(on), day_kind(on, calendar))
}

/// What a day is; of a year whose notice is not known it is a guess.
fn day_kind(on: Date, calendar: &Calendar) -> String {
    let kind = match calendar.day_kind(on) {
        DayKind::Working => "工作日",
        DayKind::MakeUp => "调休上班（工作日）",
        DayKind::Weekend => "周末休息",
        DayKind::Holiday => "放假",
        DayKind::ProvisionalHoliday => "法定节假日",
    };
    if calendar.knows(on.year()) { kind.to_owned() } else { format!("{kind}(暂定)") }
}

/// Why a day of this year is a guess, and what makes it certain.
pub fn unknown_year(year: i16) -> String {
    format!("{year}年放假安排未录入，该年为暂定。{}", words::cli::IMPORT_NOTICE)
}

/// The next year's notice is to be taken over.
pub fn notice_wanted(year: i16) -> String {
    format!("请录入{year}年放假安排")
}

/// What is due on a day of a case, whole; it may be several things.
pub fn what(all: &[Deadline]) -> String {
    let names: Vec<&str> = all.iter().map(|what| name(*what)).collect();
    names.join("、")
}

/// What is due, whole; 保守日 without its explanation.
const fn name(what: Deadline) -> &'static str {
    match what {
        Deadline::Conservative => "保守日",
        _ => words::request::deadline(what),
    }
}

/// What is due, in two characters.
const fn short(what: Deadline) -> &'static str {
    match what {
        Deadline::Answer => "答复",
        Deadline::SupplementNotice => "告知",
        Deadline::ExtensionNotice => "延期",
        Deadline::Supplement => "补正",
        Deadline::Reasons => "理由",
        Deadline::Fee => "缴费",
        Deadline::Opinion(_) => "意见",
        Deadline::Confirmation => "确认",
        Deadline::Unit => "科室",
        Deadline::Chase => "催办",
        Deadline::Conservative => "保守",
        Deadline::Copies => "报备",
        Deadline::Reanswer => "重答",
        Deadline::Review => "复议",
        Deadline::Suit => "诉讼",
    }
}

/// Whether the office itself is bound by the day. Of others' days, the date is what one wants to know.
pub const fn is_ours(what: Deadline) -> bool {
    !matches!(
        what,
        Deadline::Supplement
            | Deadline::Reasons
            | Deadline::Fee
            | Deadline::Opinion(_)
            | Deadline::Review
            | Deadline::Suit
    )
}

/// What is due next and when, in at most fourteen columns: `答复 剩3天`, `意见 03-30`, `补正 超2天`.
pub fn next_brief(row: &CaseRow, today: Date, calendar: &Calendar) -> String {
    let Some(SubDeadline { what, on, provisional }) = row.next_due() else {
        return days(row, today, calendar);
    };
    let mark = if provisional { PROVISIONAL_SHORT } else { "" };
    let when = match calendar.days_left(today, on) {
        left @ ..0 => format!("{}超{}天", alarm(what), left.unsigned_abs()),
        0 => "今日".to_owned(),
        left if is_ours(what) => format!("{mark}剩{left}天"),
        _ => format!("{mark}{}", short_day(on)),
    };
    format!("{} {when}", short(what))
}

/// The same whole: `第三方意见 剩3天 03-30`. The date stands last: where room lacks, it is cut first.
pub fn next_full(row: &CaseRow, today: Date, calendar: &Calendar) -> String {
    let Some(SubDeadline { what, on, provisional }) = row.next_due() else {
        return days(row, today, calendar);
    };
    let mark = if provisional { PROVISIONAL } else { "" };
    let when = match calendar.days_left(today, on) {
        left @ ..0 => format!("{}超期{}天", alarm(what), left.unsigned_abs()),
        0 => "今日到期".to_owned(),
        left => format!("剩{left}天"),
    };
    let date = if on.year() == today.year() { short_day(on) } else { format_iso(on) };
    format!("{} {when} {mark}{date}", name(what))
}

/// Whether passing the day is a failing of the office, and not a matter of reminding or of looking closely.
pub const fn is_binding(what: Deadline) -> bool {
    is_ours(what) && !matches!(what, Deadline::Chase | Deadline::Conservative)
}

/// What the office itself is late with is marked.
const fn alarm(what: Deadline) -> &'static str {
    if is_binding(what) { "!" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn a_short_name_has_two_characters() {
        for what in Deadline::ALL {
            assert_eq!(text::width(short(what)), 4, "{what:?}");
        }
    }

    #[test]
    fn a_count_is_told_in_whatever_room_there_is() {
        assert_eq!(cases(3, false, false), [" 3件", "3件", "3"]);
        assert_eq!(cases(3, false, true), ["!3件", "!3", "!9+"]);
        assert_eq!(cases(12, true, false), ["今12件", "今12", "今9+"]);
        assert!(cases(0, false, false).iter().all(String::is_empty));
    }
}
