//! From a command to an event, or to a refusal that names its rule.

use super::check::{check, reason};
use super::event::{Body, RecordEntry, RecordEvent, RecordId, RecordStep};
use super::rivals::{named_by, replaced};
use super::{
    Ended, Record, RecordAct, RecordCommand, RecordContext, RecordDecision, RecordRefusal, RecordWarning,
    Records, Value,
};
use crate::request::{ClerkId, Seq};

/// The number of an entry that is not yet recorded: after all others.
const PENDING: Seq = Seq(u64::MAX);

/// Decides `command` on the records as they stand. The version that the clerk saw is the caller's to
/// compare.
///
/// # Errors
/// The [`RecordRefusal`] of the first rule that the command breaks.
pub fn decide(
    records: &Records,
    command: RecordCommand,
    context: &RecordContext,
) -> Result<RecordDecision, RecordRefusal> {
    let (event, mut warnings) = match command {
        RecordCommand::Add(body) => match replaced(records, &body) {
            Some(id) => (change(records, id, body, String::new())?, vec![RecordWarning::Replaced(id)]),
            None => (RecordEvent::Added(body), Vec::new()),
        },
        RecordCommand::Act { id, act, .. } => (event(records, id, act)?, Vec::new()),
    };
    let entry = RecordEntry { seq: PENDING, at: 0, who: ClerkId(0), practice_day: None, event };
    let id = entry.id();
    let mut after = records.clone();
    after.add(entry.clone())?;
    check(&after, id, &entry, context)?;
    warnings.extend(warned(after.get(id)?, &entry.event, context));
    Ok(RecordDecision { event: entry.event, warnings })
}

fn event(records: &Records, id: RecordId, act: RecordAct) -> Result<RecordEvent, RecordRefusal> {
    let record = records.standing(id)?;
    match act {
        RecordAct::Change { body, reason } => change(records, id, body, reason),
        RecordAct::Remove { reason: why } => {
            reason(&why)?;
            named_by(records, id).map_or(Ok(RecordEvent::Removed { id, reason: why }), |suit| {
                Err(RecordRefusal::NamedBySuit(suit))
            })
        }
        RecordAct::EndDocument(ended) => {
            reason(&ended.reason)?;
            let why = ended.reason.clone();
            with_end(record, Some(ended), why)
        }
        RecordAct::Reinstate { reason: why } => {
            reason(&why)?;
            with_end(record, None, why)
        }
        RecordAct::Step(step) => {
            of_kind(record, step.of())?;
            Ok(RecordEvent::Stepped { id, step })
        }
        RecordAct::TakeBack { seq, reason: why } => {
            reason(&why)?;
            if !record.steps.iter().any(|taken| taken.seq == seq) {
                return Err(RecordRefusal::NoSuchStep(seq));
            }
            Ok(RecordEvent::StepTakenBack { id, seq, reason: why })
        }
    }
}

/// A record keeps its kind: what is something else is recorded anew.
fn change(
    records: &Records,
    id: RecordId,
    body: Box<Body>,
    reason: String,
) -> Result<RecordEvent, RecordRefusal> {
    let record = records.standing(id)?;
    of_kind(record, body.value.kind())?;
    if record.body == *body {
        return Err(RecordRefusal::NothingToChange);
    }
    Ok(RecordEvent::Changed { id, body, reason })
}

fn with_end(record: &Record, ended: Option<Ended>, reason: String) -> Result<RecordEvent, RecordRefusal> {
    let id = record.id;
    let Value::Document(document) = record.value() else {
        return Err(RecordRefusal::OtherKind { id, is: record.kind() });
    };
    match (&document.ended, &ended) {
        (Some(ended), Some(_)) => return Err(RecordRefusal::DocumentEnded(ended.on)),
        (None, None) => return Err(RecordRefusal::InForce),
        _ => {}
    }
    let mut body = record.body.clone();
    body.value = Value::Document(super::Document { ended, ..document.clone() });
    Ok(RecordEvent::Changed { id, body: Box::new(body), reason })
}

fn of_kind(record: &Record, kind: super::RecordKind) -> Result<(), RecordRefusal> {
    let is = record.kind();
    if is == kind { Ok(()) } else { Err(RecordRefusal::OtherKind { id: record.id, is }) }
}

fn warned(record: &Record, event: &RecordEvent, context: &RecordContext) -> Vec<RecordWarning> {
    let RecordEvent::Stepped { step: RecordStep::Published { on, .. }, .. } = event else {
        return Vec::new();
    };
    let due = record.publish_by(context.calendar).map(|due| due.on).filter(|due| on > due);
    let lacking = record.lacking_checks();
    due.map(|due| RecordWarning::PublishedLate { due, on: *on })
        .into_iter()
        .chain((!lacking.is_empty()).then_some(RecordWarning::PublishedUnchecked(lacking)))
        .collect()
}
