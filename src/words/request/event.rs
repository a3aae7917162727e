//! The timeline: an event's name and what is to be said of it in one line.

use crate::request::{Amended, Decided, Event, FeeBy};
use crate::text::mask;

/// The name of what happened.
pub const fn event_name(event: &Event) -> &'static str {
    match event {
        Event::Registered(_) => "登记",
        Event::Amended(_) => "更正登记",
        Event::Confirmed { .. } => "确认收到",
        Event::SupplementAsked(_) => "补正告知",
        Event::SupplementReceived { .. } => "收到补正",
        Event::SupplementLapsed { .. } => "逾期不补正",
        Event::Extended(_) => "延期",
        Event::Decided(_) => "作出决定",
        Event::Served(_) => "送达",
        Event::Withdrawn { .. } => "申请人撤回",
        Event::Noted(noted) => noted.kind.label(),
        Event::ConsultSent(_) => "征求意见",
        Event::Received { .. } => "收悉",
        Event::ConsultAnswered(_) => "收到意见",
        Event::Assisted { .. } => "协办",
        Event::ReasonsAsked { .. } => "要求说明理由",
        Event::ReasonsReceived { .. } => "收到理由",
        Event::Deferred { .. } => "延迟答复",
        Event::FeeNotified(_) => "收费通知",
        Event::FeePaid { .. } => "缴费",
        Event::FeeLapsed { .. } => "逾期未缴费",
        Event::OverrideNotified { .. } => "公共利益告知",
        Event::Assigned(_) => "转办",
        Event::UnitAnswered(_) => "科室答复",
        Event::UnitReturned(_) => "科室退回",
        Event::Chased(_) => "催办",
        Event::Reviewed(reviewed) => reviewed.kind.label(),
        Event::HandedOver(_) => "移交",
        Event::Delivered { .. } => "申请人签收",
        Event::MailReturned { .. } => "退件",
        Event::AnswerWithdrawn { .. } => "撤回答复",
        Event::ReanswerOrdered { .. } => "责令重作",
        Event::Archived { .. } => "归档",
        Event::Erased(_) => "删除个人信息",
        Event::Linked { .. } => "关联",
        Event::ItemsSplit(_) => "拆分",
        Event::Joined(_) => "并案",
        Event::RowOverruled(_) => "更正主要理由",
        Event::Revoked { .. } => "撤销记录",
    }
}

/// What is to be said of it; may be empty.
pub fn event_detail(event: &Event) -> String {
    match event {
        Event::Registered(registered) => {
            format!("{}，{}", registered.channel.label(), registered.kind.label())
        }
        Event::Amended(amended) => amendment(amended),
        Event::Confirmed { .. } | Event::SupplementLapsed { .. } => String::new(),
        Event::SupplementAsked(asked) => match asked.reply_by {
            Some(reply_by) => format!("期限至 {reply_by}，补正事项：{}", asked.points),
            None => asked.points.clone(),
        },
        Event::SupplementReceived { text, .. } => text.clone(),
        Event::Extended(extended) => {
            format!("{} 个工作日，批准人 {}，{}", extended.days, extended.approved_by, extended.reason)
        }
        Event::Decided(decided) => decision(decided),
        Event::Served(served) => join(&[served.way.label(), &served.proof]),
        Event::Withdrawn { reason, .. } => reason.clone(),
        Event::Noted(noted) => noted.text.clone(),
        Event::Revoked { seq, reason } => format!("撤销第 {seq} 号记录：{reason}"),
        other => further(other),
    }
}

/// The same with the numbers hidden that can be somebody's (see [`mask`]); those of papers, mail and files stay.
pub fn event_detail_masked(event: &Event) -> String {
    let detail = event_detail(event);
    match event {
        Event::Decided(_)
        | Event::Served(_)
        | Event::MailReturned { .. }
        | Event::ReanswerOrdered { .. }
        | Event::Archived { .. } => detail,
        _ => mask(&detail),
    }
}

/// Of consultations, fees, units and what follows the answer.
fn further(event: &Event) -> String {
    match event {
        Event::ConsultSent(sent) => join(&[sent.role.label(), &sent.party, &sent.text]),
        Event::Received { seq, .. } => format!("第 {seq} 号记录发出的文书"),
        Event::ConsultAnswered(answered) => {
            join(&[&answered.party, answered.opinion.label(), &answered.reasons])
        }
        Event::Assisted { organ, text, .. } => join(&[organ, text]),
        Event::ReasonsAsked { reply_by, text, .. } => {
            let term = reply_by.map_or_else(String::new, |last| format!("期限至 {last}"));
            join(&[&term, text])
        }
        Event::ReasonsReceived { text, .. } => text.clone(),
        Event::Deferred { until, reason, .. } => join(&[&format!("至 {until}"), reason]),
        Event::FeeNotified(fee) => {
            let count = match fee.by {
                FeeBy::Page => format!("{} 页", fee.count),
                FeeBy::Item => format!("当月第 {} 件", fee.count),
            };
            format!("{}，{count}，{} 元", fee.by.label(), fee.amount)
        }
        Event::FeePaid { amount, .. } => format!("{amount} 元"),
        Event::FeeLapsed { last, .. } => format!("缴费期限至 {last}"),
        Event::OverrideNotified { party, reason, .. } => join(&[party, reason]),
        Event::Assigned(assigned) => {
            let term = assigned.reply_by.map_or_else(String::new, |last| format!("{last} 前答复"));
            join(&[&assigned.unit, &term])
        }
        Event::UnitAnswered(word) | Event::UnitReturned(word) | Event::Chased(word) => {
            join(&[&word.unit, &word.text])
        }
        Event::Reviewed(reviewed) => join(&[&reviewed.by, &reviewed.text]),
        Event::HandedOver(handed) => join(&[&format!("由 {} 承办", handed.name), &handed.reason]),
        Event::MailReturned { reason, .. } | Event::AnswerWithdrawn { reason, .. } => reason.clone(),
        Event::ReanswerOrdered { by, order, .. } => join(&[order, &format!("期限至 {by}")]),
        Event::Archived { file_no, .. } => file_no.clone(),
        Event::Erased(erased) => erased.reason.clone(),
        Event::Linked { to, relation, .. } => join(&[relation.label(), to]),
        Event::ItemsSplit(split) => {
            let items: Vec<String> = split.items.iter().map(u16::to_string).collect();
            format!("事项{} 分出为 {}", items.join("、"), split.into)
        }
        Event::Joined(joined) => join(&[&format!("并入 {}", joined.to), &joined.reason]),
        Event::RowOverruled(overruled) => {
            let row = overruled.outcome.row;
            join(&[&format!("{}{}", row.place(), row.short_label()), &overruled.reason])
        }
        _ => String::new(),
    }
}

fn decision(decided: &Decided) -> String {
    let item = decided.item.map_or_else(String::new, |item| format!("事项{item}："));
    let row = decided.outcome.row;
    let kind = decided.outcome.kind.map_or_else(String::new, |kind| format!("（{}）", kind.label()));
    let answer = format!("{item}{}{}{kind}", row.place(), row.short_label());
    let passed = if decided.override_reason.is_empty() {
        String::new()
    } else {
        format!("越过前置条件：{}", decided.override_reason)
    };
    join(&[&answer, &decided.letter_no, &decided.facts, &passed])
}

fn amendment(amended: &Amended) -> String {
    let mut changed = Vec::new();
    if let Some(kind) = amended.kind {
        changed.push(format!("类型改为{}", kind.label()));
    }
    if let Some(channel) = amended.channel {
        changed.push(format!("渠道改为{}", channel.label()));
    }
    for (name, day) in [
        ("提交日期", amended.submitted_on),
        ("确认日期", amended.confirmed_on),
        ("收到日期", amended.received_on),
    ] {
        if let Some(day) = day {
            changed.push(format!("{name}改为 {day}"));
        }
    }
    if amended.particulars.is_some() {
        changed.push("申请人或申请内容".to_owned());
    }
    changed.push(amended.reason.clone());
    let parts: Vec<&str> = changed.iter().map(String::as_str).collect();
    join(&parts)
}

fn join(parts: &[&str]) -> String {
    let said: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    said.join("，")
}
