//! What a step does to a case, before it is confirmed.

use jiff::civil::Date;

use crate::calendar::format_long;

/// The result falls away.
pub const NO_OUTCOME: &str = "办理结果  不再有办理结果，也不再计入年度报告";
/// Nothing stands on this side.
const NONE: &str = "无";

/// Which case.
pub fn case(no: &str) -> String {
    format!("申请 {no}")
}

/// From one status to another.
pub fn status(old: &str, new: &str) -> String {
    format!("状态      {old} -> {new}")
}

/// From one due date to another, with the working days that are left.
pub fn due(old: Option<Date>, new: Option<Date>, left: Option<i32>, provisional: bool) -> String {
    let left = match left {
        Some(left @ 1..) => format!("（剩 {left} 个工作日）"),
        Some(0) => "（今日到期）".to_owned(),
        Some(late) => format!("（已超期 {} 个工作日）", late.unsigned_abs()),
        None => "（不计算答复期限）".to_owned(),
    };
    let provisional = if provisional { "（暂定）" } else { "" };
    format!("到期日    {} -> {}{left}{provisional}", day(old), day(new))
}

/// From one term of the applicant's to another.
pub fn waits(old: Option<Date>, new: Option<Date>) -> String {
    format!("申请人期限  {} -> {}", day(old), day(new))
}

/// The case ends, in time or not.
pub fn closed(on: Date, due: Option<Date>, late: bool) -> String {
    let due = match (due, late) {
        (Some(due), true) => format!("，超过到期日 {}", format_long(due)),
        (Some(due), false) => format!("（到期日 {}）", format_long(due)),
        (None, _) => String::new(),
    };
    format!("办结日期  {}{due}", format_long(on))
}

/// The result before the case has ended.
pub fn outcome(label: &str) -> String {
    format!("办理结果  {label}（送达后计入年度报告）")
}

/// Something to be heeded.
pub fn warning(text: &str) -> String {
    format!("! {text}")
}

fn day(on: Option<Date>) -> String {
    on.map_or_else(|| NONE.to_owned(), format_long)
}
