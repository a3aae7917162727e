//! The lines of the clock.

use crate::request::Channel;
use crate::request::clock::{Effect, Rule};

/// What a line rests on, in words.
pub fn rule(rule: Rule) -> String {
    match rule {
        Rule::Unconfirmed(channel) => format!("{}提交，尚未与申请人确认", channel.label()),
        Rule::Received(channel) => format!("收到申请（{}）", receipt(channel)),
        Rule::SupplementAsked { late: false, .. } => "发出补正告知".to_owned(),
        Rule::SupplementAsked { last, late: true } => {
            format!("发出补正告知，已超过7个工作日（应不晚于 {last} 发出）")
        }
        Rule::SupplementTerm => "补正期限届满".to_owned(),
        Rule::SupplementReceived => "收到补正".to_owned(),
        Rule::Extended { days } => format!("延期 {days} 个工作日"),
        Rule::ReplyTerm { start, days } => format!("自 {start} 次日起第 {days} 个工作日"),
        Rule::Served => "答复送达".to_owned(),
        Rule::SupplementLapsed => "逾期不补正，补正期限届满次日".to_owned(),
        Rule::Withdrawn => "申请人撤回".to_owned(),
    }
}

/// What a line does to the term, in words.
pub fn effect(effect: Effect) -> String {
    match effect {
        Effect::NotRunning => "期限未起算，确认之日为收到日".to_owned(),
        Effect::StartsNextDay => "当日不计入，次日起算".to_owned(),
        Effect::Void => "此前期限作废，等待补正".to_owned(),
        Effect::ApplicantsTerm => "申请人补正的最后一日".to_owned(),
        Effect::RestartsNextDay => "当日不计入，次日起重新计算".to_owned(),
        Effect::VoidWithCount => {
            "随此前期限作废，不加入重新计算的期限（条例未作规定，系本程序的理解）".to_owned()
        }
        Effect::Adds { days } => format!("答复期限增加 {days} 个工作日"),
        Effect::Due { provisional: false } => "到期日".to_owned(),
        Effect::Due { provisional: true } => "到期日（暂定：该年放假安排尚未载入）".to_owned(),
        Effect::Ends { late: false } => "办结".to_owned(),
        Effect::Ends { late: true } => "办结，已超过答复期限".to_owned(),
    }
}

/// The receipt rule of art. 31 for a channel.
fn receipt(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => "当面提交之日",
        Channel::SignedPost => "邮件签收之日",
        Channel::OrdinaryPost => "平常信函确认之日",
        Channel::Internet => "互联网渠道双方确认之日",
        Channel::Email => "电子邮件双方确认之日",
        Channel::Fax => "传真双方确认之日",
        Channel::Oral => "口头申请代填之日",
        Channel::Unstated => "登记所载收到之日",
    }
}
