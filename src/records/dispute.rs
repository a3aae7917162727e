//! Disputes: from the filing to the end, and again after an appeal.

use jiff::civil::Date;

use super::event::RecordStep;
use super::{Dispute, DisputeKind, DisputeResult, Record, RecordRefusal, Taken, Value};

/// How a dispute ended, for now: an appeal makes it pending again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending<'a> {
    /// The day.
    pub on: Date,
    /// How.
    pub result: DisputeResult,
    /// In words.
    pub text: &'a str,
}

impl Record {
    /// How the dispute ended; `None` while it is pending.
    pub fn ending(&self) -> Option<Ending<'_>> {
        self.ending_by(Date::MAX)
    }

    /// How the dispute had ended at the end of day `last`, by all that is known now; `None` where it was
    /// pending.
    pub fn ending_by(&self, last: Date) -> Option<Ending<'_>> {
        let Value::Dispute(_) = self.value() else { return None };
        let mut ending = None;
        for taken in self.steps.iter().filter(|taken| taken.step.on() <= last) {
            match &taken.step {
                RecordStep::Ended { on, result, text } => {
                    ending = Some(Ending { on: *on, result: *result, text });
                }
                RecordStep::Appealed { .. } => ending = None,
                _ => {}
            }
        }
        ending
    }
}

/// Whether the steps of a dispute can have been taken so; the entry of the first that cannot.
pub(super) fn check_steps(dispute: &Dispute, steps: &[Taken]) -> Result<(), (Taken, RecordRefusal)> {
    let mut ended = None;
    for taken in steps {
        let on = taken.step.on();
        let refused = |refusal| Err((taken.clone(), refusal));
        if on < dispute.filed_on {
            return refused(RecordRefusal::BeforeFiling { on, filed: dispute.filed_on });
        }
        match (&taken.step, ended) {
            (RecordStep::Appealed { .. }, _) if dispute.kind == DisputeKind::Review => {
                return refused(RecordRefusal::ReviewNotAppealed);
            }
            (RecordStep::Appealed { .. }, None) => return refused(RecordRefusal::NotEndedYet),
            (RecordStep::Appealed { .. }, Some(_)) => ended = None,
            (_, Some(ended)) => return refused(RecordRefusal::DisputeEnded(ended)),
            (RecordStep::Ended { .. }, None) => ended = Some(on),
            (_, None) => {}
        }
    }
    Ok(())
}
