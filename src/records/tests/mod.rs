//! The records, in sentences; and what a test needs to say them briefly.

mod counting;
mod forms;
mod props;
mod refusals;

use jiff::civil::{Date, date};

use super::*;
use crate::calendar::Calendar;
use crate::request::{ClerkId, OrganId, Seq};

pub(super) const TODAY: Date = date(2026, 6, 30);

/// A book of records that is written in, entry after entry.
#[derive(Debug, Clone, Default)]
pub(super) struct Book {
    pub(super) records: Records,
    next: u64,
}

impl Book {
    pub(super) fn decide(&self, command: RecordCommand) -> Result<RecordDecision, RecordRefusal> {
        let calendar = Calendar::built_in();
        decide(&self.records, command, &RecordContext { today: TODAY, calendar: &calendar })
    }

    pub(super) fn run(&mut self, command: RecordCommand) -> Result<RecordId, RecordRefusal> {
        let event = self.decide(command)?.event;
        self.next += 1;
        let entry = RecordEntry { seq: Seq(self.next), at: 0, who: ClerkId(1), practice_day: None, event };
        let id = entry.id();
        self.records.add(entry)?;
        Ok(id)
    }

    pub(super) fn add(&mut self, value: Value) -> Result<RecordId, RecordRefusal> {
        self.run(RecordCommand::Add(Box::new(body(value))))
    }

    pub(super) fn act(&mut self, id: RecordId, act: RecordAct) -> Result<RecordId, RecordRefusal> {
        self.run(RecordCommand::Act { id, version: None, act })
    }

    pub(super) fn step(&mut self, id: RecordId, step: RecordStep) -> Result<RecordId, RecordRefusal> {
        self.act(id, RecordAct::Step(step))
    }

    pub(super) fn change(&mut self, id: RecordId, value: Value) -> Result<RecordId, RecordRefusal> {
        self.act(id, RecordAct::Change { body: Box::new(body(value)), reason: String::new() })
    }

    pub(super) fn remove(&mut self, id: RecordId) -> Result<RecordId, RecordRefusal> {
        self.act(id, RecordAct::Remove { reason: "误录".into() })
    }

    /// The number of the last entry.
    pub(super) fn last(&self) -> Seq {
        Seq(self.next)
    }
}

pub(super) fn body(value: Value) -> Body {
    Body { organ: OrganId::FIRST, note: String::new(), value }
}

pub(super) fn document(issued_on: Date) -> Document {
    Document {
        kind: DocumentKind::Normative,
        title: "某办法".into(),
        doc_no: "北政〔2025〕1号".into(),
        issued_on,
        lead: true,
        ended: None,
    }
}

pub(super) fn ended(on: Date, way: EndWay) -> Ended {
    Ended { on, way, reason: "清理".into() }
}

pub(super) fn stock(year: i16, count: u32) -> Value {
    Value::Stock(Stock { kind: DocumentKind::Normative, year, count })
}

pub(super) fn decisions(period: &str, count: u32) -> Decisions {
    Decisions {
        kind: DecisionKind::Penalty,
        period: period.parse().unwrap(),
        count,
        source: "执法大队".into(),
    }
}

pub(super) fn charge(period: &str, fen: u64) -> Value {
    Value::Charge(Charge { item: "考试费".into(), fen, period: period.parse().unwrap() })
}

pub(super) fn disclosure(formed_on: Date) -> Disclosure {
    Disclosure { title: "预算".into(), column: "财政信息".into(), formed_on, url: String::new() }
}

pub(super) fn dispute(kind: DisputeKind, filed_on: Date) -> Dispute {
    Dispute {
        kind,
        role: Role::Defendant,
        filed_on,
        forum: "某区人民政府".into(),
        case_no: String::new(),
        request: String::new(),
        review: None,
    }
}

pub(super) fn suit_after(review: RecordId, filed_on: Date) -> Dispute {
    Dispute { review: Some(review), ..dispute(DisputeKind::SuitAfterReview, filed_on) }
}

pub(super) fn activity(kind: ActivityKind, period: &str, count: u32) -> Activity {
    Activity {
        kind,
        name: String::new(),
        unit: String::new(),
        period: period.parse().unwrap(),
        title: "业务培训".into(),
        count,
    }
}

pub(super) fn end(on: Date, result: DisputeResult) -> RecordStep {
    RecordStep::Ended { on, result, text: "撤回".into() }
}

pub(super) fn appeal(on: Date) -> RecordStep {
    RecordStep::Appealed { on, text: String::new() }
}

pub(super) fn review(on: Date, round: u8) -> RecordStep {
    RecordStep::Reviewed { on, round, by: "张敏".into() }
}

pub(super) fn proof(on: Date, round: u8) -> RecordStep {
    RecordStep::Proofread { on, round, by: "李明".into() }
}

pub(super) fn publish(on: Date, override_reason: &str) -> RecordStep {
    RecordStep::Published { on, url: String::new(), override_reason: override_reason.into() }
}

/// A disclosure with all reviews and proofs done on a day.
pub(super) fn checked(book: &mut Book, formed_on: Date, on: Date) -> RecordId {
    let id = book.add(Value::Disclosure(disclosure(formed_on))).unwrap();
    for round in 1..=3 {
        book.step(id, review(on, round)).unwrap();
        book.step(id, proof(on, round)).unwrap();
    }
    id
}
