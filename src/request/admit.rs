//! Whether an event can have happened to a case as it stood: the logic of the procedure.
//!
//! One function serves twice: [`fold()`](super::fold()) asks it for every entry, `decide` for the new one. What
//! the law wants *before* a step and an imported register may lack is asked in `decide` alone.

use jiff::civil::Date;

use super::case::{Answer, Case, Conclusion, ConclusionWay, Service, Supplement};
use super::event::{Decided, Event, Extended, Served, SupplementAsked};
use super::{Refusal, Seq};
use crate::law::{OutcomeRow, terms};

impl Case {
    /// The case after `event`, or the rule that makes it impossible. What concerns the registration itself
    /// (see `facts`) and revocations are the fold's own business and pass unchanged.
    pub(super) fn after(mut self, seq: Seq, event: &Event) -> Result<Self, Refusal> {
        match event {
            Event::Registered(_) | Event::Confirmed { .. } | Event::Amended(_) | Event::Revoked { .. } => {}
            Event::Noted(noted) => self.notes.push(noted.clone()),
            Event::SupplementAsked(asked) => self.ask_supplement(seq, asked)?,
            Event::SupplementReceived { on, .. } => self.receive_supplement(*on)?,
            Event::SupplementLapsed { on } => self.lapse_supplement(*on)?,
            Event::Extended(extended) => self.extend(extended)?,
            Event::Decided(decided) => self.decide(seq, decided)?,
            Event::Served(served) => self.serve(served)?,
            Event::Withdrawn { on, .. } => self.withdraw(*on)?,
        }
        Ok(self)
    }

    /// Received on or before `on`, and not concluded: what every step needs.
    fn running(&self, on: Date) -> Result<Date, Refusal> {
        let received = self.facts.received_on.ok_or(Refusal::NotConfirmed)?;
        if on < received {
            return Err(Refusal::BeforeReceipt { on, received });
        }
        match &self.conclusion {
            Some(conclusion) => Err(Refusal::AlreadyConcluded(conclusion.on)),
            None => Ok(received),
        }
    }

    /// Running and not waiting for the applicant.
    fn running_here(&self, on: Date) -> Result<Date, Refusal> {
        let received = self.running(on)?;
        match self.awaits_supplement() {
            Some(supplement) => Err(Refusal::AwaitsSupplement { reply_by: supplement.asked.reply_by }),
            None => Ok(received),
        }
    }

    /// Art. 30: one notice, before the decision.
    fn ask_supplement(&mut self, seq: Seq, asked: &SupplementAsked) -> Result<(), Refusal> {
        self.running(asked.on)?;
        if let Some(earlier) = &self.supplement {
            return Err(Refusal::SupplementOnce { asked: earlier.asked.on });
        }
        if self.is_decided() {
            return Err(Refusal::AlreadyDecided);
        }
        if let Some(reply_by) = asked.reply_by.filter(|reply_by| *reply_by <= asked.on) {
            return Err(Refusal::ReplyByTooEarly { on: asked.on, reply_by });
        }
        self.supplement = Some(Supplement { asked: asked.clone(), seq, received_on: None });
        Ok(())
    }

    fn receive_supplement(&mut self, on: Date) -> Result<(), Refusal> {
        self.running(on)?;
        if self.awaits_supplement().is_none() {
            return Err(Refusal::NoSupplementOpen);
        }
        let supplement = self.supplement.as_mut().ok_or(Refusal::NoSupplementOpen)?;
        supplement.received_on = Some(on);
        Ok(())
    }

    /// Art. 30: the case ends on the first day after the term (our reading), row （六）1.
    fn lapse_supplement(&mut self, on: Date) -> Result<(), Refusal> {
        self.running(on)?;
        let supplement = self.awaits_supplement().ok_or(Refusal::NoSupplementOpen)?;
        let reply_by = supplement.asked.reply_by.ok_or(Refusal::TermUnknown)?;
        if on <= reply_by {
            return Err(Refusal::TermNotOver { reply_by });
        }
        self.conclusion = Some(Conclusion {
            on: reply_by.tomorrow().unwrap_or(reply_by),
            way: ConclusionWay::SupplementLapsed,
            outcome: super::Outcome::of(OutcomeRow::OtherNoSupplement),
        });
        Ok(())
    }

    /// Art. 33: at most twenty working days for the term that runs; it does not say once.
    fn extend(&mut self, extended: &Extended) -> Result<(), Refusal> {
        self.running(extended.on)?;
        let used: u16 = self.extensions_in_force().map(|(_, days)| days).sum();
        if extended.days == 0 || used.saturating_add(extended.days) > terms::EXTENSION_MAX {
            return Err(Refusal::ExtensionTooLong { used });
        }
        self.extensions.push((extended.on, extended.days));
        Ok(())
    }

    fn decide(&mut self, seq: Seq, decided: &Decided) -> Result<(), Refusal> {
        self.running_here(decided.on)?;
        let answer = Answer {
            on: decided.on,
            seq,
            outcome: decided.outcome.clone(),
            facts: decided.facts.clone(),
            letter_no: decided.letter_no.clone(),
        };
        let count = self.items.len();
        match decided.item {
            Some(number) => {
                let item = usize::from(number).checked_sub(1).and_then(|index| self.items.get_mut(index));
                let item = item.ok_or(Refusal::NoSuchItem { items: count })?;
                if item.answer.is_some() {
                    return Err(Refusal::AlreadyDecided);
                }
                item.answer = Some(answer);
            }
            None if self.is_decided() => return Err(Refusal::AlreadyDecided),
            None => {
                for item in self.items.iter_mut().filter(|item| item.answer.is_none()) {
                    item.answer = Some(answer.clone());
                }
            }
        }
        Ok(())
    }

    /// The day of service decides the year in which the result is counted (235号).
    fn serve(&mut self, served: &Served) -> Result<(), Refusal> {
        self.running_here(served.on)?;
        let open_items = self.items.iter().filter(|item| item.answer.is_none()).count();
        let Some(outcome) = self.answered_outcome().filter(|_| open_items == 0) else {
            return Err(Refusal::NothingToServe { open_items });
        };
        self.service = Some(Service { on: served.on, way: served.way, proof: served.proof.clone() });
        self.conclusion = Some(Conclusion { on: served.on, way: ConclusionWay::Served, outcome });
        Ok(())
    }

    fn withdraw(&mut self, on: Date) -> Result<(), Refusal> {
        self.running(on)?;
        self.conclusion =
            Some(Conclusion { on, way: ConclusionWay::Withdrawn, outcome: Self::withdrawn_outcome() });
        Ok(())
    }
}
