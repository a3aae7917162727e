//! The steps that the law wants before certain outcomes, looked for in the row's own dates.
//!
//! A ledger may simply not keep them, so their absence is a doubt and no fault.

use super::{Doubt, Field, Record};
use crate::law::OutcomeRow;

/// What is odd about the steps of `record`, and the field where it shows.
pub(super) fn doubts(record: &Record) -> Vec<(Field, Doubt)> {
    let mut doubts = Vec::new();
    if let Some(submitted_on) = record.submitted_on
        && submitted_on > record.received_on
    {
        doubts.push((Field::SubmittedOn, Doubt::SubmittedAfterReceipt { received_on: record.received_on }));
    }
    match record.outcome {
        None if record.answered_on.is_some() => {
            doubts.push((Field::AnsweredOn, Doubt::AnsweredWithoutOutcome));
        }
        None => {}
        Some((row, _)) => {
            doubts.extend(step_before(row, record).map(|doubt| (Field::Outcome, doubt)));
            doubts.extend(lateness(record).map(|doubt| (Field::AnsweredOn, doubt)));
        }
    }
    doubts
}

fn step_before(row: OutcomeRow, record: &Record) -> Option<Doubt> {
    match row {
        OutcomeRow::NoneUnclear
            if record.supplement_asked_on.is_none() || record.supplement_received_on.is_none() =>
        {
            Some(Doubt::UnclearWithoutSupplement)
        }
        OutcomeRow::OtherNoSupplement if record.supplement_asked_on.is_none() => {
            Some(Doubt::LapseWithoutNotice)
        }
        OutcomeRow::DenyThird if record.consulted_on.is_none() => Some(Doubt::ThirdPartyNotAsked),
        _ => None,
    }
}

fn lateness(record: &Record) -> Option<Doubt> {
    let due_on = record.extended_to.max(record.due_on)?;
    (record.answered_on? > due_on).then_some(Doubt::AnsweredLate { due_on })
}
