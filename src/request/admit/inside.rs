//! The work of business units, and reviews before an answer.

use super::outside::is_same;
use crate::request::case::Case;
use crate::request::event::{Assigned, Reviewed, UnitWord};
use crate::request::state::{Assignment, AssignmentEnd};
use crate::request::{Refusal, Seq};

impl Case {
    /// Handed to a unit that does not have it already.
    pub(super) fn assign(&mut self, seq: Seq, assigned: &Assigned) -> Result<(), Refusal> {
        if self.awaits_reanswer().is_none() {
            self.running(assigned.on)?;
        }
        if let Some(open) = self.open_assignments().find(|open| is_same(&open.unit, &assigned.unit)) {
            return Err(Refusal::UnitHasIt { since: open.on });
        }
        if let Some(last) = assigned.reply_by.filter(|reply_by| *reply_by < assigned.on) {
            return Err(Refusal::TermTooEarly { on: assigned.on, last });
        }
        self.assignments.push(Assignment {
            seq,
            on: assigned.on,
            unit: assigned.unit.clone(),
            reply_by: assigned.reply_by,
            chased: Vec::new(),
            ended: None,
        });
        Ok(())
    }

    /// A unit may answer after the request has ended.
    pub(super) fn end_assignment(&mut self, word: &UnitWord, how: AssignmentEnd) -> Result<(), Refusal> {
        self.open_assignment(word)?.ended = Some((word.on, how));
        Ok(())
    }

    pub(super) fn chase(&mut self, word: &UnitWord) -> Result<(), Refusal> {
        self.open_assignment(word)?.chased.push(word.on);
        Ok(())
    }

    fn open_assignment(&mut self, word: &UnitWord) -> Result<&mut Assignment, Refusal> {
        let mut open = self.assignments.iter_mut().filter(|open| open.ended.is_none());
        open.find(|open| open.seq == word.assigned).ok_or(Refusal::NotAssigned)
    }

    /// Art. 17: reviewed before it goes out, a new answer too.
    pub(super) fn review(&mut self, reviewed: &Reviewed) -> Result<(), Refusal> {
        if self.awaits_reanswer().is_none() {
            self.running(reviewed.on)?;
        }
        self.reviews.push(reviewed.clone());
        Ok(())
    }
}
