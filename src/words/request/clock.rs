//! The lines of the clock.

use crate::request::clock::{Effect, OpinionEnd, Rule};
use crate::request::{Channel, ConsultRole, Excluded, SettingKey};

/// What a line rests on, in words, with every remark.
pub fn rule(rule: Rule) -> String {
    let said = std::iter::once(rule_in_short(rule)).chain(rule_remarks(rule));
    said.collect::<Vec<_>>().join("；")
}

/// What is to be remarked beside the rule: what silence will mean, how this office reads the law.
pub fn rule_remarks(rule: Rule) -> Vec<String> {
    let Rule::ConsultEnded { role, end, from_sending, excluded } = rule else { return Vec::new() };
    let silence = (end == OpinionEnd::Open).then(|| format!("届时仍未答复的，{}", silence(role)));
    let sending = from_sending.then(|| "对方收到日期未载明，自发出起算，本机口径".to_owned());
    silence.into_iter().chain(sending).chain([delimited(excluded)]).collect()
}

/// What a line rests on, in words, without remarks.
pub fn rule_in_short(rule: Rule) -> String {
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
        Rule::ReplyTerm { start, days, excluded: 0 } => format!("自 {start} 次日起第 {days} 个工作日"),
        Rule::ReplyTerm { start, days, excluded } => {
            format!("自 {start} 次日起第 {days} 个工作日，其间 {excluded} 个工作日不计")
        }
        Rule::ConsultSent { role, .. } => format!("向{}征求意见", role.label()),
        Rule::ConsultEnded { role, end, .. } => ended(role, end),
        Rule::Assisted { stops: false } => {
            format!(
                "商请其他机关协办（本机口径：协办不属于征求意见，设置“{}”）",
                SettingKey::AssistStops.label()
            )
        }
        Rule::Assisted { stops: true } => {
            format!("商请其他机关协办（本机口径：按征求意见计，设置“{}”）", SettingKey::AssistStops.label())
        }
        Rule::ReasonsAsked => "要求申请人说明理由".to_owned(),
        Rule::ReasonsTerm => "说明理由期限届满".to_owned(),
        Rule::ReasonsReceived => "收到申请人说明的理由".to_owned(),
        Rule::ReasonsNeverCame => {
            "至作出决定未收到理由，等待的工作日不计（本机口径，条例未作规定）".to_owned()
        }
        Rule::Deferred => "确定延迟答复的合理期限".to_owned(),
        Rule::DeferredUntil => "延迟答复期限届满".to_owned(),
        Rule::FeeNotified => "发出收费通知".to_owned(),
        Rule::FeeTerm { from_sending: false } => "申请人收到收费通知次日起第20个工作日".to_owned(),
        Rule::FeeTerm { from_sending: true } => {
            "收费通知发出次日起第20个工作日（收到日期未载明，自发出起算，本机口径）".to_owned()
        }
        Rule::FeePaid => "申请人缴费".to_owned(),
        Rule::FeeLapsed => "逾期未缴费，缴费期限届满次日".to_owned(),
        Rule::Reanswer { ordered: false } => "撤回答复，重新答复".to_owned(),
        Rule::Reanswer { ordered: true } => "复议或诉讼责令重新答复".to_owned(),
        Rule::ReanswerTerm => "重新答复期限届满".to_owned(),
        Rule::Served => "答复送达".to_owned(),
        Rule::SupplementLapsed => "逾期不补正，补正期限届满次日".to_owned(),
        Rule::Withdrawn => "申请人撤回".to_owned(),
        Rule::Joined => "并入该申请人的另一件申请办理".to_owned(),
    }
}

/// What a line does to the term, in words.
pub fn effect(effect: Effect) -> String {
    match effect {
        Effect::NotRunning => "期限未起算，确认之日为收到日".to_owned(),
        Effect::StartsNextDay => "当日不计入，次日起算".to_owned(),
        Effect::Void => "此前期限作废，等待申请人".to_owned(),
        Effect::ApplicantsTerm => "申请人的最后一日".to_owned(),
        Effect::RestartsNextDay => "当日不计入，次日起重新计算".to_owned(),
        Effect::VoidWithCount => "随此前期限作废，不加入重新计算的期限（条例未作规定，本机口径）".to_owned(),
        Effect::Stops => "停止计算".to_owned(),
        Effect::NotCounted { days: 0 } => "没有另需不计的工作日".to_owned(),
        Effect::NotCounted { days } => {
            format!("至当日 {days} 个工作日不计入答复期限")
        }
        Effect::GoesOn => "不影响答复期限".to_owned(),
        Effect::Replaces => "以所定日期代替到期日".to_owned(),
        Effect::OwnTerm => "另有期限，不影响原答复期限".to_owned(),
        Effect::Adds { days } => format!("答复期限增加 {days} 个工作日"),
        Effect::Due { provisional: false } => "到期日".to_owned(),
        Effect::Due { provisional: true } => "到期日（暂定：该年放假安排尚未载入）".to_owned(),
        Effect::Ends { late: false } => "办结".to_owned(),
        Effect::Ends { late: true } => "办结，已超过答复期限".to_owned(),
    }
}

/// Which days of a consultation are not counted: art. 33 does not say.
fn delimited(excluded: Excluded) -> String {
    format!("不计的期间{}（本机口径，设置“{}”）", excluded.label(), SettingKey::Excluded.label())
}

/// What silence means by the role.
const fn silence(role: ConsultRole) -> &'static str {
    match role {
        ConsultRole::Third => "不视为同意，由本机关依法决定",
        ConsultRole::CoProducer => "视为同意",
        ConsultRole::Organ => "由本机关依法决定",
    }
}

/// How a consultation ended.
fn ended(role: ConsultRole, end: OpinionEnd) -> String {
    let who = role.label();
    match end {
        OpinionEnd::Answered => format!("收到{who}意见"),
        OpinionEnd::AnsweredLate => format!("{who}意见逾期收到，至第15个工作日止不计"),
        OpinionEnd::Silent => format!("{who}未答复（{}）", silence(role)),
        OpinionEnd::Open => format!("尚未收到{who}意见，暂按最后一日（第15个工作日）计"),
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
