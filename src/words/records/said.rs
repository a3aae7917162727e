//! Records and what happened to them, in words.

use jiff::civil::Date;

use super::refusal::{check_name, lacking_checks};
use crate::calendar::Due;
use crate::records::{
    ActivitySum, Check, Form, Record, RecordEntry, RecordEvent, RecordField, RecordKind, RecordStep, Value,
    choices, fields,
};
use crate::text::{clean_line, pad};

/// Nothing in the list.
pub const NOTHING: &str = "没有登记";
/// Over the history.
pub const HISTORY: &str = "记录";

/// A flag that the kind of record does not have.
pub fn no_such_field(kind: RecordKind, field: RecordField) -> String {
    let known: Vec<String> = fields(kind).iter().map(|spec| format!("--{}", spec.field.key())).collect();
    format!("“{}”没有 --{}，可用：{}", kind.label(), field.key(), known.join(" "))
}

/// An action that the kind of record does not have.
pub fn no_such_action(kind: RecordKind, action: &str, known: &[&str]) -> String {
    format!("“{}”没有“{}”，可用：{}", kind.label(), clean_line(action), known.join(" "))
}

/// The id is missing.
pub const NEEDS_ID: &str = "请写明登记号；gongkai record 种类 list 可列出";

/// Not the id of a record.
pub fn bad_id(text: &str) -> String {
    format!("“{}”不是登记号，应为整数", clean_line(text))
}

/// What is shown of a field: the words of a closed list, else the text.
pub fn shown(kind: RecordKind, field: RecordField, text: &str) -> String {
    let word = choices(kind, field).into_iter().find(|(key, _)| *key == text);
    word.map_or_else(|| text.to_owned(), |(_, label)| label.to_owned())
}

/// A record in a line: number, day, what it is, how it stands.
pub fn line(record: &Record, due: Option<Due>) -> String {
    let (period, what) = (pad(&period(record), 10), what(record));
    format!("{:>6}  {period}  {what}  {}", record.id.0, status(record, due)).trim_end().to_owned()
}

/// The time that a record belongs to: the day by which it is sorted, or its month or year.
pub fn period(record: &Record) -> String {
    text_of(
        record,
        &Form::of(record.value()),
        match record.value() {
            Value::Document(_) => RecordField::Issued,
            Value::Stock(_) => RecordField::Year,
            Value::Decisions(_) | Value::Charge(_) | Value::Activity(_) => RecordField::Period,
            Value::Disclosure(_) => RecordField::Formed,
            Value::Dispute(_) => RecordField::Filed,
        },
    )
}

/// What a record is about, in a line.
pub fn what(record: &Record) -> String {
    let form = Form::of(record.value());
    let text = |field| text_of(record, &form, field);
    let count = || text(RecordField::Count);
    let what = match record.value() {
        Value::Document(_) => [text(RecordField::Type), text(RecordField::Title), text(RecordField::DocNo)],
        Value::Stock(_) => [text(RecordField::Type), count(), String::new()],
        Value::Decisions(_) => [text(RecordField::Type), count(), text(RecordField::Source)],
        Value::Charge(_) => {
            [text(RecordField::Item), format!("{} 元", text(RecordField::Yuan)), String::new()]
        }
        Value::Disclosure(_) => [text(RecordField::Column), text(RecordField::Title), String::new()],
        Value::Dispute(_) => [text(RecordField::Type), text(RecordField::Forum), text(RecordField::CaseNo)],
        Value::Activity(activity) => {
            let unit = if activity.unit.is_empty() { activity.kind.usual_unit() } else { &activity.unit };
            let name = if activity.name.is_empty() { activity.kind.label() } else { &activity.name };
            [clean_line(name), text(RecordField::Title), format!("{} {unit}", count())]
        }
    };
    what.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
}

fn text_of(record: &Record, form: &Form, field: RecordField) -> String {
    clean_line(&shown(record.kind(), field, form.get(field)))
}

/// How a record stands; empty where there is nothing to say.
pub fn status(record: &Record, due: Option<Due>) -> String {
    if record.removed.is_some() {
        return "[已移除]".to_owned();
    }
    match record.value() {
        Value::Document(document) => match &document.ended {
            Some(ended) => format!("[{} {}]", ended.on, ended.way.label()),
            None if document.lead => String::new(),
            None => "[非牵头，不计数]".to_owned(),
        },
        Value::Disclosure(_) => match record.publication() {
            Some(published) => format!("[{} 公开]", published.on),
            None => not_published(record, due),
        },
        Value::Dispute(_) => match record.ending() {
            Some(ending) => format!("[{} {} {}]", ending.on, ending.result.label(), clean_line(ending.text))
                .replace(" ]", "]"),
            None => "[尚未审结]".to_owned(),
        },
        _ => String::new(),
    }
}

fn not_published(record: &Record, due: Option<Due>) -> String {
    let lacking = record.lacking_checks();
    let checks = if lacking.is_empty() {
        "三审三校完成，待公开".to_owned()
    } else {
        format!("缺{}", lacking_checks(&lacking))
    };
    match due {
        Some(due) => format!("[{checks}，最迟 {}{}]", due.on, if due.provisional { "（暂定）" } else { "" }),
        None => format!("[{checks}]"),
    }
}

/// The activities of a year under one name, for the words of its report.
pub fn summed(sum: &ActivitySum) -> String {
    let what = if sum.name.is_empty() { sum.kind.label() } else { &sum.name };
    format!("{what} {} {}", sum.sum, sum.unit)
}

/// What happened to a record.
pub fn event_name(event: &RecordEvent) -> &'static str {
    match event {
        RecordEvent::Added(_) => "登记",
        RecordEvent::Changed { .. } => "更改",
        RecordEvent::Removed { .. } => "移除",
        RecordEvent::StepTakenBack { .. } => "撤回一步",
        RecordEvent::Stepped { step, .. } => match step {
            RecordStep::Reviewed { .. } => "审查",
            RecordStep::Proofread { .. } => "校对",
            RecordStep::Published { .. } => "公开",
            RecordStep::Answered { .. } => "答复答辩",
            RecordStep::Heard { .. } => "听证开庭",
            RecordStep::Ended { .. } => "审结",
            RecordStep::Appealed { .. } => "上诉再审",
        },
    }
}

/// The day of what happened, where it has one of its own.
pub const fn event_day(event: &RecordEvent) -> Option<Date> {
    match event {
        RecordEvent::Stepped { step, .. } => Some(step.on()),
        _ => None,
    }
}

/// More of what happened.
pub fn event_detail(event: &RecordEvent) -> String {
    match event {
        RecordEvent::Added(body) => detail(&body.value),
        RecordEvent::Changed { body, reason, .. } => joined(&[&detail(&body.value), reason]),
        RecordEvent::Removed { reason, .. } => reason.clone(),
        RecordEvent::StepTakenBack { seq, reason, .. } => format!("第 {seq} 号记录：{reason}"),
        RecordEvent::Stepped { step, .. } => match step {
            RecordStep::Reviewed { round, by, .. } => format!("{}，{by}", check_name(Check::Review, *round)),
            RecordStep::Proofread { round, by, .. } => format!("{}，{by}", check_name(Check::Proof, *round)),
            RecordStep::Published { url, override_reason, .. } => joined(&[url, override_reason]),
            RecordStep::Ended { result, text, .. } => joined(&[result.label(), text]),
            RecordStep::Answered { text, .. }
            | RecordStep::Heard { text, .. }
            | RecordStep::Appealed { text, .. } => text.clone(),
        },
    }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("，")
}

fn detail(value: &Value) -> String {
    let form = Form::of(value);
    let texts: Vec<String> = fields(value.kind())
        .iter()
        .map(|spec| shown(value.kind(), spec.field, form.get(spec.field)))
        .filter(|text| !text.is_empty())
        .collect();
    texts.join("，")
}

/// A line of the history.
pub fn entry(entry: &RecordEntry) -> String {
    let on = event_day(&entry.event).map(|on| on.to_string()).unwrap_or_default();
    let detail = event_detail(&entry.event).replace('\n', " / ");
    let name = pad(event_name(&entry.event), 8);
    format!("{:>6}  {}  {name}  {}", entry.seq.0, pad(&on, 10), clean_line(&detail)).trim_end().to_owned()
}
