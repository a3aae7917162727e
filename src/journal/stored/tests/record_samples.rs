//! One event of the records of every kind, and any event of theirs.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::samples::{day, one_of};
use crate::records::*;
use crate::request::{OrganId, Seq};

/// Every text in the samples.
pub(super) const PERSONAL: [&str; 19] = [
    "某办法",
    "北政",
    "清理理由",
    "执法科",
    "考试费",
    "预算标题",
    "财政栏目",
    "https",
    "区政府",
    "行复",
    "发布会",
    "某单位",
    "培训标题",
    "更改理由",
    "审校甲",
    "应急理由",
    "答辩内容",
    "登记备注",
    "撤销重作",
];

const DAY: Date = date(2026, 3, 2);

fn values() -> Vec<Value> {
    let ended = Ended { on: DAY, way: EndWay::Void, reason: "清理理由".into() };
    vec![
        Value::Document(Document {
            kind: DocumentKind::Normative,
            title: "某办法".into(),
            doc_no: "北政〔2026〕1号".into(),
            issued_on: DAY,
            lead: true,
            ended: Some(ended),
        }),
        Value::Stock(Stock { kind: DocumentKind::Regulation, year: 2026, count: 12 }),
        Value::Decisions(Decisions {
            kind: DecisionKind::Compulsion,
            period: Period::Month(2026, 3),
            count: 7,
            source: "执法科".into(),
        }),
        Value::Charge(Charge { item: "考试费".into(), fen: 38_050, period: Period::Day(DAY) }),
        Value::Disclosure(Disclosure {
            title: "预算标题".into(),
            column: "财政栏目".into(),
            formed_on: DAY,
            url: "https://example.cn".into(),
        }),
        Value::Dispute(Dispute {
            kind: DisputeKind::SuitAfterReview,
            role: Role::Reviewer,
            filed_on: DAY,
            forum: "区政府".into(),
            case_no: "行复1".into(),
            request: "2026-001".into(),
            review: Some(RecordId(7)),
        }),
        Value::Activity(Activity {
            kind: ActivityKind::Own,
            name: "发布会".into(),
            unit: "某单位".into(),
            period: Period::Year(2026),
            title: "培训标题".into(),
            count: 3,
        }),
    ]
}

fn steps() -> Vec<RecordStep> {
    vec![
        RecordStep::Reviewed { on: DAY, round: 1, by: "审校甲".into() },
        RecordStep::Proofread { on: DAY, round: 3, by: "审校甲".into() },
        RecordStep::Published {
            on: DAY,
            url: "https://example.cn".into(),
            override_reason: "应急理由".into(),
        },
        RecordStep::Answered { on: DAY, text: "答辩内容".into() },
        RecordStep::Heard { on: DAY, text: String::new() },
        RecordStep::Ended { on: DAY, result: DisputeResult::Corrected, text: "撤销重作".into() },
        RecordStep::Appealed { on: DAY, text: "答辩内容".into() },
    ]
}

fn body(value: Value) -> Body {
    Body { organ: OrganId(2), note: "登记备注".into(), value }
}

/// One event of every kind, in the order of the kinds.
pub(super) fn every_record() -> Vec<RecordEvent> {
    let id = RecordId(7);
    let reason = || "更改理由".to_owned();
    let mut events: Vec<RecordEvent> =
        values().into_iter().map(|value| RecordEvent::Added(Box::new(body(value)))).collect();
    let changed = |value| RecordEvent::Changed { id, body: Box::new(body(value)), reason: reason() };
    events.extend(values().into_iter().map(changed));
    events.push(RecordEvent::Removed { id, reason: reason() });
    events.push(RecordEvent::StepTakenBack { id, seq: Seq(5), reason: reason() });
    events.extend(steps().into_iter().map(|step| RecordEvent::Stepped { id, step }));
    events
}

fn any_period() -> impl Strategy<Value = Period> {
    prop_oneof![
        any::<i16>().prop_map(Period::Year),
        (any::<i16>(), 1_i8..=12).prop_map(|(year, month)| Period::Month(year, month)),
        day().prop_map(Period::Day),
    ]
}

fn any_document() -> impl Strategy<Value = Value> {
    let ended = (day(), one_of(&EndWay::ALL), any::<String>()).prop_map(|(on, way, reason)| Ended {
        on,
        way,
        reason,
    });
    let texts = prop::array::uniform2(any::<String>());
    (one_of(&DocumentKind::ALL), texts, day(), any::<bool>(), prop::option::of(ended)).prop_map(
        |(kind, [title, doc_no], issued_on, lead, ended)| {
            Value::Document(Document { kind, title, doc_no, issued_on, lead, ended })
        },
    )
}

fn any_dispute() -> impl Strategy<Value = Value> {
    let closed = (one_of(&DisputeKind::ALL), one_of(&Role::ALL));
    let texts = prop::array::uniform3(any::<String>());
    (closed, day(), texts, any::<Option<u64>>()).prop_map(
        |((kind, role), filed_on, [forum, case_no, request], review)| {
            let review = review.map(RecordId);
            Value::Dispute(Dispute { kind, role, filed_on, forum, case_no, request, review })
        },
    )
}

fn any_value() -> impl Strategy<Value = Value> {
    let texts = || prop::array::uniform3(any::<String>());
    prop_oneof![
        any_document(),
        any_dispute(),
        (one_of(&DocumentKind::ALL), any::<i16>(), any::<u32>())
            .prop_map(|(kind, year, count)| Value::Stock(Stock { kind, year, count })),
        (one_of(&DecisionKind::ALL), any_period(), any::<u32>(), any::<String>()).prop_map(
            |(kind, period, count, source)| Value::Decisions(Decisions { kind, period, count, source })
        ),
        (any::<String>(), any::<u64>(), any_period()).prop_map(|(item, fen, period)| Value::Charge(Charge {
            item,
            fen,
            period
        })),
        (texts(), day()).prop_map(|([title, column, url], formed_on)| {
            Value::Disclosure(Disclosure { title, column, formed_on, url })
        }),
        (one_of(&ActivityKind::ALL), texts(), any_period(), any::<u32>()).prop_map(
            |(kind, [name, unit, title], period, count)| {
                Value::Activity(Activity { kind, name, unit, period, title, count })
            }
        ),
    ]
}

fn any_step() -> impl Strategy<Value = RecordStep> {
    let said = || (day(), any::<String>());
    let checked = || (day(), any::<u8>(), any::<String>());
    prop_oneof![
        checked().prop_map(|(on, round, by)| RecordStep::Reviewed { on, round, by }),
        checked().prop_map(|(on, round, by)| RecordStep::Proofread { on, round, by }),
        (day(), any::<String>(), any::<String>())
            .prop_map(|(on, url, override_reason)| RecordStep::Published { on, url, override_reason }),
        said().prop_map(|(on, text)| RecordStep::Answered { on, text }),
        said().prop_map(|(on, text)| RecordStep::Heard { on, text }),
        (day(), one_of(&DisputeResult::ALL), any::<String>())
            .prop_map(|(on, result, text)| RecordStep::Ended { on, result, text }),
        said().prop_map(|(on, text)| RecordStep::Appealed { on, text }),
    ]
}

/// Any event of the records.
pub(super) fn any_record() -> impl Strategy<Value = RecordEvent> {
    let id = || any::<u64>().prop_map(RecordId);
    let body = || {
        (any::<u16>(), any::<String>(), any_value())
            .prop_map(|(organ, note, value)| Box::new(Body { organ: OrganId(organ), note, value }))
    };
    prop_oneof![
        body().prop_map(RecordEvent::Added),
        (id(), body(), any::<String>()).prop_map(|(id, body, reason)| RecordEvent::Changed {
            id,
            body,
            reason
        }),
        (id(), any::<String>()).prop_map(|(id, reason)| RecordEvent::Removed { id, reason }),
        (id(), any::<u64>(), any::<String>()).prop_map(|(id, seq, reason)| RecordEvent::StepTakenBack {
            id,
            seq: Seq(seq),
            reason
        }),
        (id(), any_step()).prop_map(|(id, step)| RecordEvent::Stepped { id, step }),
    ]
}
