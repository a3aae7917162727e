//! Words of the list of what is handed over.

use jiff::civil::Date;

use crate::calendar::format_long;

/// Behind the name of the organ.
pub(crate) const TITLE: &str = "政府信息公开申请交接清单";
/// The name of the sheet of a workbook.
pub(crate) const SHEET: &str = "交接清单";
/// Headings, in their order.
pub(crate) const COLUMNS: [&str; 10] = [
    "编号",
    "收到日期",
    "申请人",
    "申请内容",
    "状态",
    "当前事项",
    "到期日",
    "剩余工作日",
    "承办科室",
    "备注",
];
/// Who hands over.
pub(crate) const HANDING: &str = "移交人";
/// Who takes over.
pub(crate) const TAKING: &str = "接收人";
/// Who watches.
pub(crate) const WATCHING: &str = "监交人";
/// Nothing to hand over.
pub(crate) const NOTHING: &str = "没有未办结的申请";
/// Room for what is written by hand.
const BLANK: &str = "＿＿＿＿＿＿";

/// From whom to whom, and when.
pub(crate) fn parties(from: &str, to: &str, on: Date) -> String {
    let to = if to.is_empty() { BLANK } else { to };
    format!("{HANDING}：{from}　　{TAKING}：{to}　　制表日期：{}", format_long(on))
}

/// How many cases there are, overdue, due within three working days, and without a term that runs.
pub(crate) fn counts(all: usize, overdue: usize, soon: usize, waiting: usize) -> String {
    format!("共 {all} 件：超期 {overdue} 件，三个工作日内到期 {soon} 件，期限未起算或中止的 {waiting} 件")
}

/// A line to sign on.
pub(crate) fn signature(who: &str) -> String {
    format!("{who}（签名）：{BLANK}　　日期：{BLANK}")
}

/// A letter went out on this day; what is awaited has not come.
pub(crate) fn awaited(on: Date, what: &str, until: Option<Date>) -> String {
    let until = until.map_or_else(String::new, |until| format!("，期限至 {until}"));
    format!("{on} {what}{until}，尚未收到")
}

/// What was asked of the applicant, or of others.
pub(crate) const SUPPLEMENT: &str = "告知补正";
/// See [`SUPPLEMENT`].
pub(crate) const REASONS: &str = "要求说明理由";
/// See [`SUPPLEMENT`].
pub(crate) const FEE: &str = "通知缴费";

/// Somebody was consulted.
pub(crate) fn consulted(party: &str) -> String {
    format!("向{party}征求意见")
}

/// An organ was asked for help.
pub(crate) fn assisted(organ: &str) -> String {
    format!("请{organ}协办")
}

/// Handed to a unit.
pub(crate) fn assigned(unit: &str) -> String {
    format!("转{unit}办理")
}

/// The term was extended.
pub(crate) fn extended(on: Date, days: u16) -> String {
    format!("{on} 延期 {days} 个工作日")
}

/// A new answer is due.
pub(crate) fn reanswer(on: Date, by: Option<Date>) -> String {
    let by = by.map_or_else(String::new, |by| format!("，期限至 {by}"));
    format!("{on} 起重新答复{by}")
}

/// What is due next, on a day of its own.
pub(crate) fn doing(what: &str, on: Date) -> String {
    format!("{what}（{on}）")
}

/// A case in two lines of text: what it is and when it is due; how it stands.
pub(crate) fn lines(n: usize, cells: &[String; 10]) -> [String; 3] {
    let [no, received, applicant, title, status, doing, due, left, unit, note] = cells;
    let due = match (due.is_empty(), left.as_str()) {
        (true, _) => "到期日 —".to_owned(),
        (false, "0") => format!("到期日 {due}（今日到期）"),
        (false, left) if left.starts_with('-') => {
            format!("到期日 {due}（超期 {} 个工作日）", left.trim_start_matches('-'))
        }
        (false, left) => format!("到期日 {due}（剩余 {left} 个工作日）"),
    };
    let named = |label: &str, text: &str| match text {
        "" => String::new(),
        text => format!("；{label}：{text}"),
    };
    [
        format!("{n}. {no}  收到 {received}  {due}"),
        format!("{applicant}：{title}"),
        format!("{status}{}{}{}", named("当前事项", doing), named("承办科室", unit), named("备注", note)),
    ]
}
