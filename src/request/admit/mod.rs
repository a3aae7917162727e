//! Whether an event can have happened to a case as it stood: the logic of the procedure.
//!
//! One function serves twice: [`fold()`](super::fold()) asks it for every entry, `decide` for the new one. What
//! the law wants *before* a step and an imported register may lack is asked in `decide` alone.

mod after;
mod inside;
mod others;
mod outside;

use jiff::civil::Date;

use super::case::{Answer, Case, Conclusion, ConclusionWay, Item, Service, Supplement};
use super::event::{Decided, Event, Extended, Served, SupplementAsked};
use super::state::{Handler, Letter};
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
            Event::Extended(extended) => self.extend(seq, extended)?,
            Event::Decided(decided) => self.decide(seq, decided)?,
            Event::Served(served) => self.serve(served)?,
            Event::Withdrawn { on, .. } => self.withdraw(*on)?,
            other => self.admit_further(seq, other)?,
        }
        Ok(self)
    }

    /// What goes to others, what happens inside, what follows the answer.
    fn admit_further(&mut self, seq: Seq, event: &Event) -> Result<(), Refusal> {
        match event {
            Event::ConsultSent(sent) => self.consult(seq, sent),
            Event::Received { on, seq } => self.receive_letter(*on, *seq),
            Event::ConsultAnswered(answered) => self.answer_consultation(answered),
            Event::Assisted { on, organ, .. } => self.assist(seq, *on, organ),
            Event::ReasonsAsked { on, reply_by, .. } => self.ask_reasons(seq, *on, *reply_by),
            Event::ReasonsReceived { on, .. } => self.receive_reasons(*on),
            Event::Deferred { on, until, .. } => self.defer(seq, *on, *until),
            Event::FeeNotified(notified) => self.notify_fee(seq, notified),
            Event::FeePaid { on, amount } => self.pay_fee(*on, *amount),
            Event::FeeLapsed { on, last } => self.lapse_fee(*on, *last),
            Event::OverrideNotified { on, party, .. } => self.notify_override(seq, *on, party),
            Event::Assigned(assigned) => self.assign(seq, assigned),
            Event::UnitAnswered(word) => self.end_assignment(word, super::AssignmentEnd::Answered),
            Event::UnitReturned(word) => self.end_assignment(word, super::AssignmentEnd::Returned),
            Event::Chased(word) => self.chase(word),
            Event::Reviewed(reviewed) => self.review(reviewed),
            Event::HandedOver(handed) => {
                self.handler = Handler { clerk: handed.to, since: Some(handed.on) };
                Ok(())
            }
            Event::Delivered { on } => self.deliver(*on),
            Event::MailReturned { on, .. } => self.return_mail(*on),
            Event::AnswerWithdrawn { on, .. } => self.withdraw_answer(*on),
            Event::ReanswerOrdered { on, by, .. } => self.order_reanswer(*on, *by),
            Event::Archived { on, file_no } => self.archive(*on, file_no),
            Event::Erased(erased) => self.erase(erased.on),
            Event::Linked { to, relation, .. } => self.link(to, *relation),
            Event::ItemsSplit(split) => self.split(split),
            Event::Joined(joined) => self.join(joined),
            Event::RowOverruled(overruled) => self.overrule(overruled),
            _ => Ok(()),
        }
    }

    /// Notes down that something went out and may be received.
    fn post(&mut self, seq: Seq, on: Date) {
        self.letters.push(Letter { seq, on, received_on: None });
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

    /// Not waiting for the applicant. Reasons that never came do not bar a decision: art. 35 wants one.
    fn not_waiting(&self) -> Result<(), Refusal> {
        if let Some(supplement) = self.awaits_supplement() {
            return Err(Refusal::AwaitsSupplement { reply_by: supplement.asked.reply_by });
        }
        match self.awaits_fee() {
            Some(fee) => Err(Refusal::AwaitsFee { notified: fee.notified_on }),
            None => Ok(()),
        }
    }

    /// Not waiting for anything, reasons included.
    fn not_waiting_at_all(&self) -> Result<(), Refusal> {
        self.not_waiting()?;
        match self.awaits_reasons() {
            Some(reasons) => Err(Refusal::AwaitsReasons { asked: reasons.asked_on }),
            None => Ok(()),
        }
    }

    /// Running, or ended and to be answered anew; not waiting for the applicant.
    fn answering(&self, on: Date) -> Result<(), Refusal> {
        if self.conclusion.is_some() && self.awaits_reanswer().is_some() {
            return Ok(());
        }
        self.running(on)?;
        self.not_waiting()
    }

    fn undecided(&self) -> Result<(), Refusal> {
        if self.is_decided() { Err(Refusal::AlreadyDecided) } else { Ok(()) }
    }

    /// Art. 30: one notice, before the decision.
    fn ask_supplement(&mut self, seq: Seq, asked: &SupplementAsked) -> Result<(), Refusal> {
        self.running(asked.on)?;
        if let Some(earlier) = &self.supplement {
            return Err(Refusal::SupplementOnce { asked: earlier.asked.on });
        }
        self.undecided()?;
        self.not_waiting_at_all()?;
        if let Some(reply_by) = asked.reply_by.filter(|reply_by| *reply_by <= asked.on) {
            return Err(Refusal::ReplyByTooEarly { on: asked.on, reply_by });
        }
        self.supplement = Some(Supplement { asked: asked.clone(), seq, received_on: None });
        self.post(seq, asked.on);
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
    fn extend(&mut self, seq: Seq, extended: &Extended) -> Result<(), Refusal> {
        self.running(extended.on)?;
        let start = self.last_start();
        let since = self.extensions.iter().filter(|(on, _)| start.is_none_or(|start| *on >= start));
        let used: u16 = since.map(|(_, days)| *days).sum();
        if extended.days == 0 || used.saturating_add(extended.days) > terms::EXTENSION_MAX {
            return Err(Refusal::ExtensionTooLong { used });
        }
        self.extensions.push((extended.on, extended.days));
        self.post(seq, extended.on);
        Ok(())
    }

    fn decide(&mut self, seq: Seq, decided: &Decided) -> Result<(), Refusal> {
        self.answering(decided.on)?;
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
                let item = item.filter(|item| item.moved_to.is_none());
                let item = item.ok_or(Refusal::NoSuchItem { items: count })?;
                if item.answer.is_some() {
                    return Err(Refusal::AlreadyDecided);
                }
                item.answer = Some(answer);
            }
            None if self.is_decided() => return Err(Refusal::AlreadyDecided),
            None => {
                let own = |item: &&mut Item| item.answer.is_none() && item.moved_to.is_none();
                for item in self.items.iter_mut().filter(own) {
                    item.answer = Some(answer.clone());
                }
            }
        }
        if self.is_decided() && self.first_decided_on.is_none() {
            self.first_decided_on = Some(decided.on);
        }
        Ok(())
    }

    /// The day of service decides the year in which the result is counted (235号). After returned mail
    /// another way is tried and the first posting day stands.
    fn serve(&mut self, served: &Served) -> Result<(), Refusal> {
        let service = Service {
            on: served.on,
            way: served.way,
            proof: served.proof.clone(),
            delivered_on: None,
            returned_on: None,
        };
        if self.awaits_reanswer().is_none()
            && self.last_service().is_some_and(|last| last.returned_on.is_some())
        {
            self.further_services.push(service);
            return Ok(());
        }
        self.answering(served.on)?;
        let open_items = self.open_items();
        let Some(outcome) = self.answered_outcome().filter(|_| open_items == 0) else {
            return Err(Refusal::NothingToServe { open_items });
        };
        if self.conclusion.is_some() {
            self.serve_anew(service, outcome);
            return Ok(());
        }
        if let Some(reanswer) = &mut self.reanswer {
            reanswer.served_on = Some(served.on);
        }
        self.conclusion = Some(Conclusion { on: served.on, way: ConclusionWay::Served, outcome });
        self.service = Some(service);
        Ok(())
    }

    fn withdraw(&mut self, on: Date) -> Result<(), Refusal> {
        self.running(on)?;
        self.conclusion =
            Some(Conclusion { on, way: ConclusionWay::Withdrawn, outcome: Self::withdrawn_outcome() });
        Ok(())
    }
}
