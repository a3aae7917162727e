//! Whether a record can stand: its fields, its steps, and what it says about other records.

use jiff::civil::Date;

use super::event::{Body, RecordEntry, RecordEvent, RecordId, RecordStep};
use super::yuan::MOST_FEN;
use super::{
    Activity, ActivityKind, Decisions, DisputeResult, Document, Period, RecordContext, RecordField,
    RecordRefusal, Records, Value, disclosure, dispute, rivals,
};
use crate::request::Seq;
use crate::text::has_control;

/// Characters of a name or a number.
const SHORT: usize = 200;
/// Characters of an address on the web.
const ADDRESS: usize = 2_000;
/// Characters of a description.
const LONG: usize = 20_000;

type Checked = Result<(), RecordRefusal>;

/// Whether the records may stand as they are after `entry` on record `id`.
pub(super) fn check(
    records: &Records,
    id: RecordId,
    entry: &RecordEntry,
    context: &RecordContext,
) -> Checked {
    let fields = Fields { today: context.today };
    match &entry.event {
        RecordEvent::Added(body) | RecordEvent::Changed { body, .. } => fields.body(body)?,
        RecordEvent::Stepped { step, .. } => fields.step(step)?,
        RecordEvent::Removed { .. } | RecordEvent::StepTakenBack { .. } => {}
    }
    if let RecordEvent::Changed { reason, .. } = &entry.event {
        optional(RecordField::Reason, reason, LONG)?;
    }
    steps(records, id, entry.seq)?;
    rivals::check(records, id)
}

/// A reason that is needed.
pub(super) fn reason(text: &str) -> Checked {
    needed(RecordField::Reason, text, LONG)
}

/// The steps that stand must be possible; one that was is named where it no longer is.
fn steps(records: &Records, id: RecordId, new: Seq) -> Checked {
    let record = records.get(id)?;
    let checked = match record.value() {
        Value::Disclosure(value) => disclosure::check_steps(value.formed_on, &record.steps),
        Value::Dispute(value) => dispute::check_steps(value, &record.steps),
        _ => Ok(()),
    };
    checked.map_err(|(taken, because)| {
        if taken.seq == new {
            because
        } else {
            RecordRefusal::WouldBreak { seq: taken.seq, because: Box::new(because) }
        }
    })
}

/// What is asked of texts and days, whatever stands in them.
struct Fields {
    today: Date,
}

impl Fields {
    fn body(&self, body: &Body) -> Checked {
        optional(RecordField::Note, &body.note, LONG)?;
        match &body.value {
            Value::Document(document) => self.document(document),
            Value::Stock(stock) => self.period(RecordField::Year, Period::Year(stock.year)),
            Value::Decisions(decisions) => self.decisions(decisions),
            Value::Charge(charge) => {
                needed(RecordField::Item, &charge.item, SHORT)?;
                if charge.fen > MOST_FEN {
                    return Err(RecordRefusal::AmountTooLarge);
                }
                self.period(RecordField::Period, charge.period)
            }
            Value::Disclosure(disclosure) => {
                needed(RecordField::Title, &disclosure.title, SHORT)?;
                needed(RecordField::Column, &disclosure.column, SHORT)?;
                optional(RecordField::Url, &disclosure.url, ADDRESS)?;
                self.day(RecordField::Formed, disclosure.formed_on)
            }
            Value::Dispute(dispute) => {
                needed(RecordField::Forum, &dispute.forum, SHORT)?;
                optional(RecordField::CaseNo, &dispute.case_no, SHORT)?;
                optional(RecordField::Request, &dispute.request, SHORT)?;
                self.day(RecordField::Filed, dispute.filed_on)
            }
            Value::Activity(activity) => self.activity(activity),
        }
    }

    fn document(&self, document: &Document) -> Checked {
        needed(RecordField::Title, &document.title, SHORT)?;
        optional(RecordField::DocNo, &document.doc_no, SHORT)?;
        self.day(RecordField::Issued, document.issued_on)?;
        let Some(ended) = &document.ended else { return Ok(()) };
        reason(&ended.reason)?;
        self.day(RecordField::On, ended.on)?;
        if ended.on < document.issued_on {
            return Err(RecordRefusal::EndedBeforeIssued { on: ended.on, issued: document.issued_on });
        }
        Ok(())
    }

    fn decisions(&self, decisions: &Decisions) -> Checked {
        optional(RecordField::Source, &decisions.source, SHORT)?;
        if matches!(decisions.period, Period::Day(_)) {
            return Err(RecordRefusal::NotByDay);
        }
        self.period(RecordField::Period, decisions.period)
    }

    fn activity(&self, activity: &Activity) -> Checked {
        if activity.kind == ActivityKind::Own {
            needed(RecordField::Name, &activity.name, SHORT)?;
            needed(RecordField::Unit, &activity.unit, SHORT)?;
        }
        optional(RecordField::Name, &activity.name, SHORT)?;
        optional(RecordField::Unit, &activity.unit, SHORT)?;
        needed(RecordField::Title, &activity.title, SHORT)?;
        if activity.count == 0 {
            return Err(RecordRefusal::Missing(RecordField::Count));
        }
        self.period(RecordField::Period, activity.period)
    }

    fn step(&self, step: &RecordStep) -> Checked {
        self.day(RecordField::On, step.on())?;
        match step {
            RecordStep::Reviewed { by, .. } | RecordStep::Proofread { by, .. } => {
                needed(RecordField::By, by, SHORT)
            }
            RecordStep::Published { url, override_reason, .. } => {
                optional(RecordField::Url, url, ADDRESS)?;
                optional(RecordField::Reason, override_reason, LONG)
            }
            RecordStep::Ended { result: DisputeResult::Other, text, .. } => {
                needed(RecordField::Text, text, LONG)
            }
            RecordStep::Answered { text, .. }
            | RecordStep::Heard { text, .. }
            | RecordStep::Ended { text, .. }
            | RecordStep::Appealed { text, .. } => optional(RecordField::Text, text, LONG),
        }
    }

    /// A legal day: 1990 to 2099, and not in the future.
    fn day(&self, field: RecordField, on: Date) -> Checked {
        if !(1990..=2099).contains(&on.year()) {
            return Err(RecordRefusal::DayOutOfRange { field, on });
        }
        if on > self.today {
            return Err(RecordRefusal::InFuture { field, on, today: self.today });
        }
        Ok(())
    }

    /// A time that has begun.
    fn period(&self, field: RecordField, period: Period) -> Checked {
        self.day(field, period.first())
    }
}

/// A text that may be empty.
fn optional(field: RecordField, text: &str, limit: usize) -> Checked {
    if text.is_empty() { Ok(()) } else { needed(field, text, limit) }
}

/// A text that must be there.
fn needed(field: RecordField, text: &str, limit: usize) -> Checked {
    if text.trim().is_empty() {
        return Err(RecordRefusal::Missing(field));
    }
    let has_lines = matches!(field, RecordField::Note | RecordField::Text | RecordField::Reason);
    if text.lines().any(has_control) || (!has_lines && has_control(text)) {
        return Err(RecordRefusal::ControlCharacters(field));
    }
    if text.chars().nth(limit).is_some() {
        return Err(RecordRefusal::TooLong { field, limit });
    }
    Ok(())
}
