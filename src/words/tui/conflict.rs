//! Words of what others changed meanwhile.

use super::screens;
use crate::calendar::format_iso;
use crate::register::CaseRow;

/// Back to the form.
pub const BACK: &str = "回到表单，所填内容都在";
/// Save it on the case as it is now.
pub const AGAIN: &str = "按现在的情况再保存所填内容";

/// That the case has changed, while a form is open.
pub fn changed(no: &str) -> String {
    format!("申请“{no}”在您打开之后已被他人改动，还没有保存；所填内容都在，请选一项")
}

/// Take what stands there now.
pub fn theirs(label: &str) -> String {
    format!("{label}改用现在的")
}

/// That it was taken.
pub fn taken(label: &str) -> String {
    format!("{label}已改用现在的，还没有保存")
}

/// What was changed, and by whom.
pub fn clash(label: &str, then: &str, now: &str, by: &str) -> String {
    format!("{label}：打开时 {}，现在 {}{by}", shown(then), shown(now))
}

/// What the clerk filled in.
pub fn mine(text: &str) -> String {
    format!("    我填的 {}", shown(text))
}

/// A value in a line.
fn shown(text: &str) -> String {
    let line = crate::text::clean_line(text);
    if line.is_empty() { "（空）".to_owned() } else { crate::text::truncate(&line, 40).into_owned() }
}

/// Changes that are not shown.
pub fn more_fields(count: usize) -> Option<String> {
    (count > 0).then(|| format!("另有 {count} 项也有改动"))
}

/// Entries that are not shown.
pub fn earlier_entries(count: usize) -> Option<String> {
    (count > 0).then(|| format!("此前另有 {count} 条记录"))
}

/// What a step rests on: how a case stands, each with its label.
pub fn standing(row: &CaseRow) -> Vec<(&'static str, String)> {
    let day = |on: Option<jiff::civil::Date>| on.map(format_iso).unwrap_or_default();
    let outcome = row.outcome.map(|(row, kind)| {
        screens::outcome_words(&row.place(), row.short_label(), kind.map_or("", |kind| kind.label()))
    });
    vec![
        ("状态", screens::status(row).to_owned()),
        ("到期日", day(row.due_on)),
        ("申请人期限", day(row.waits_until)),
        ("办理结果", outcome.unwrap_or_default()),
        ("办结日", day(row.closed_on)),
    ]
}
