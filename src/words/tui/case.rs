//! What the case screen says of a case, in compact lines.

use jiff::civil::Date;

use crate::calendar::{format_iso, format_long};

/// Labels.
pub const SUPPLEMENT: &str = "补正";
/// See [`SUPPLEMENT`].
pub const CONSULTED: &str = "征求意见";
/// See [`SUPPLEMENT`].
pub const ASSISTED: &str = "协办";
/// See [`SUPPLEMENT`].
pub const EXTENDED: &str = "延期";
/// See [`SUPPLEMENT`].
pub const REASONS: &str = "说明理由";
/// See [`SUPPLEMENT`].
pub const DEFERRED: &str = "延迟答复";
/// See [`SUPPLEMENT`].
pub const FEE: &str = "收费";
/// See [`SUPPLEMENT`].
pub const ASSIGNED: &str = "转办";
/// See [`SUPPLEMENT`].
pub const REVIEWED: &str = "审查";
/// See [`SUPPLEMENT`].
pub const OVERRULED_PARTY: &str = "公益告知";
/// See [`SUPPLEMENT`].
pub const SERVED: &str = "送达";
/// See [`SUPPLEMENT`].
pub const REANSWER: &str = "重新答复";
/// See [`SUPPLEMENT`].
pub const ARCHIVED: &str = "归档";
/// See [`SUPPLEMENT`].
pub const LINKED: &str = "关联";
/// See [`SUPPLEMENT`].
pub const OVERRULED_ROW: &str = "主要理由";
/// See [`SUPPLEMENT`].
pub const HANDLER: &str = "承办人";
/// Head of the deadlines beside that of the answer.
pub const DEADLINES_TITLE: &str = "其他期限";
/// Before the due date on top of its explanation.
pub const DUE: &str = "到期日";
/// Before what is to be remarked on the lines of the clock.
pub const REMARK: &str = "说明";

/// The day of receipt and the channel; the day of submission where it is another.
pub fn received(on: Date, channel: &str, submitted: Option<Date>) -> String {
    let submitted = submitted.map_or_else(String::new, |on| format!("，{on} 提交"));
    format!("{}，{channel}{submitted}", format_long(on))
}

/// Not received yet.
pub fn submitted(on: Date, channel: &str) -> String {
    format!("{}，{channel}，待确认", format_long(on))
}

/// When it was sent, received, and what became of it.
pub fn letter(sent: Date, received: Option<Date>, rest: &str) -> String {
    let received = received.map_or_else(String::new, |on| format!("，{on} 收悉"));
    format!("{sent} 发出{received}，{rest}")
}

/// Who was asked and in which role.
pub fn party(name: &str, role: &str) -> String {
    format!("{name}（{role}）")
}

/// An opinion, or a reply.
pub fn answered(on: Date, what: &str) -> String {
    format!("{on} {what}")
}

/// Nothing has come, the term ends on this day.
pub fn waits(last: Option<Date>) -> String {
    last.map_or_else(|| "尚未收到".to_owned(), |last| format!("尚未收到，期限至 {last}"))
}

/// No opinion has come, its term ends on this day.
pub fn opinion_waits(last: Date) -> String {
    format!("尚未收到意见，期限至 {last}")
}

/// It came in.
pub fn came(on: Date) -> String {
    format!("{on} 收到")
}

/// So many working days on that day.
pub fn extended(on: Date, days: u16) -> String {
    format!("{on} 延期 {days} 个工作日")
}

/// A day that was fixed.
pub fn deferred(on: Date, until: Date) -> String {
    format!("{on} 告知，延至 {until}")
}

/// A fee and what became of it.
pub fn fee(way: &str, amount: u32, paid: Option<(Date, u32)>) -> String {
    match paid {
        Some((on, paid)) => format!("{way} {amount} 元，{on} 缴 {paid} 元"),
        None => format!("{way} {amount} 元，尚未缴费"),
    }
}

/// Handed to a unit, with what became of it.
pub fn assigned(unit: &str, on: Date, reply_by: Option<Date>, chased: &[Date], ended: &str) -> String {
    let by = reply_by.map_or_else(String::new, |last| format!("，{last} 前答复"));
    let chased = chased.last().map_or_else(String::new, |last| format!("，{last} 催办"));
    format!("{unit}，{on} 转办{by}{chased}{ended}")
}

/// How an assignment ended.
pub fn unit_ended(on: Date, answered: bool) -> String {
    format!("，{on} {}", if answered { "已答复" } else { "退回" })
}

/// A review.
pub fn reviewed(on: Date, kind: &str, by: &str) -> String {
    format!("{on} {kind} {by}").trim_end().to_owned()
}

/// A service and its proof; when it was signed for or came back.
pub fn served(on: Date, way: &str, proof: &str, delivered: Option<Date>, returned: Option<Date>) -> String {
    let proof = if proof.is_empty() { String::new() } else { format!("，{proof}") };
    let delivered = delivered.map_or_else(String::new, |on| format!("，{on} 签收"));
    let returned = returned.map_or_else(String::new, |on| format!("，{on} 退件"));
    format!("{on} {way}{proof}{delivered}{returned}")
}

/// A new answer.
pub fn reanswer(on: Date, by: Option<Date>, served: Option<Date>) -> String {
    let why = by.map_or_else(|| "撤回原答复".to_owned(), |by| format!("责令重新答复，期限至 {by}"));
    let served = served.map_or_else(String::new, |on| format!("，{on} 已重新送达"));
    format!("{on} {why}{served}")
}

/// In the file.
pub fn archived(on: Date, file_no: &str) -> String {
    format!("{on} {file_no}").trim_end().to_owned()
}

/// Another request.
pub fn linked(to: &str, relation: &str) -> String {
    format!("{to}（{relation}）")
}

/// An item that went into another request.
pub fn moved(text: &str, to: &str) -> String {
    format!("{text}  [已分出为 {to}]")
}

/// The due date, with the days left and what it rests on.
pub fn due(on: Date, left: &str, rule: &str, article: &str) -> String {
    let left = if left.is_empty() { String::new() } else { format!("，{left}") };
    format!("{}{left}  {rule}（{article}）", format_long(on))
}

/// A due date that was, and is no more.
pub fn due_then(rule: &str) -> String {
    format!("当时的到期日：{rule}")
}

/// A deadline: its last day, what it is, days left, article.
pub fn deadline(what: &str, left: i32, provisional: bool, article: &str) -> String {
    let left = match left {
        ..0 => format!("!超期{}天", left.unsigned_abs()),
        0 => "今日到期".to_owned(),
        _ => format!("剩{left}天"),
    };
    let provisional = if provisional { "(暂定)" } else { "" };
    let article = if article.is_empty() { String::new() } else { format!("（{article}）") };
    format!("{what}  {left}{provisional}{article}")
}

/// The day of a deadline.
pub fn deadline_day(on: Date) -> String {
    format_iso(on)
}
